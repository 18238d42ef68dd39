//! Requests that may be sent again: carried out once, and answered the same each time.

use serde_json::Value;
use uuid::Uuid;

use super::Operation;
use crate::{
    crypto::{digest::digests, keyring::Purpose},
    domain::{id::OrganizationId, idempotency::IdempotencyKey, rejection::Rejection},
    error::{Failure, Fault},
    store::idempotency_keys::{self, Known},
};

pub use crate::store::idempotency_keys::Repeatable;

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Sent {
    pub key: IdempotencyKey,
    /// What it asks for, to be told from others: its method and path, and what it carries.
    pub content: Vec<u8>,
}

/// What came of a request.
pub enum Outcome<T> {
    /// It was carried out, or refused, with the note under which its answer is to be kept, if any was written.
    Now(Result<T, Failure>, Option<Repeatable>),
    /// It was so before, and answered like this.
    Before(Value),
}

/// Carries a request out, unless it was before: the first transaction of `flow` notes it. Errors: another request came with
/// its key, or the answer to this one is not known: it is on its way, was lost, or had a secret.
pub fn once<T>(
    op: &Operation,
    (organization_id, owner): (OrganizationId, Uuid),
    sent: &Sent,
    flow: impl FnOnce() -> Result<T, Failure>,
) -> Result<Outcome<T>, Failure> {
    let digests = digests(&op.app.keyring, Purpose::Request, &[&sent.content]);
    let request_digest = digests.first().cloned().ok_or_else(|| Fault::internal("a ring without keys"))?;
    let request = Repeatable { organization_id, owner, key: sent.key.clone(), request_digest };
    let known = || op.read(|rx| idempotency_keys::find(rx, &request, op.now));
    if let Some(known) = known()? {
        return answered(known, &digests);
    }
    op.repeatable.replace(Some(request.clone()));
    match flow() {
        Err(Failure::Rejected(Rejection::Repeated)) => match known()? {
            Some(known) => answered(known, &digests),
            None => Err(Rejection::IdempotencyConflict.into()),
        },
        outcome => {
            let noted = op.repeatable.take().is_none();
            Ok(Outcome::Now(outcome, noted.then_some(request)))
        }
    }
}

fn answered<T>(known: Known, digests: &[Vec<u8>]) -> Result<Outcome<T>, Failure> {
    let answer = known.answer.filter(|_| digests.contains(&known.request_digest));
    answer.map(Outcome::Before).ok_or_else(|| Rejection::IdempotencyConflict.into())
}

/// Keeps what was answered to a request that was noted.
pub fn keep(op: &Operation, request: &Repeatable, answer: &Value) -> Result<(), Failure> {
    op.write(|tx| idempotency_keys::keep_answer(tx, request, answer).map(Ok))
}
