//! Requests that may be sent again: carried out once, and answered the same each time. All that such a request changes is one
//! transaction, which begins with a note of it and ends with its answer, so that whoever sees the change sees the answer too.
//! Who sends it again meanwhile waits for that row, on a connection of the pool, at most as long as for any other lock.

use serde_json::Value;
use uuid::Uuid;

use super::Operation;
use crate::{
    crypto::{
        digest::{digest, digests},
        keyring::Purpose,
    },
    domain::{id::OrganizationId, idempotency::IdempotencyKey, rejection::Rejection},
    error::{Failure, Fault},
    store::{
        Db, Open, Rx, Tx,
        idempotency_keys::{self, Known, Repeatable},
    },
};

/// A request as it came, with its key.
#[derive(Clone, Debug)]
pub struct KeyedRequest {
    pub key: IdempotencyKey,
    /// What it asks for, to be told from others: its method and path, and what it carries.
    pub content: Vec<u8>,
}

/// What a request was answered.
pub trait Answer: Sized {
    /// What stays of it.
    fn kept(&self) -> Kept;

    /// The answer from before.
    fn again(kept: Value) -> Self;
}

/// What stays of an answer.
pub enum Kept {
    Whole(Value),
    /// Only that there was one: it held a secret, which is shown once.
    Noted,
    /// Nothing, though what was charged stays charged: at another time the answer is another one.
    Nothing,
    /// Nothing, as if the request had never come: the service broke.
    Undone,
}

/// How the transactions of an operation go together.
#[derive(Default)]
pub(super) enum Course {
    /// Each is committed by itself.
    #[default]
    Apart,
    /// The first one notes this request, and stays open for the rest.
    Due(Repeatable),
    /// They are pieces of this one.
    Begun(Box<Open>),
    /// None is begun any more: the request was carried out before.
    Before,
}

/// Carries a request out, unless it was before. Errors: another request came with its key, or the answer to this one held a
/// secret.
pub fn once<A: Answer>(
    op: &Operation,
    (organization_id, owner): (OrganizationId, Uuid),
    keyed: &KeyedRequest,
    carry_out: impl FnOnce() -> A,
) -> Result<A, Failure> {
    let digests = digests(op.keyring(), Purpose::Request, &[&keyed.content]);
    let request_digest = digest(op.keyring(), Purpose::Request, &[&keyed.content]);
    let request = Repeatable { organization_id, owner, key: keyed.key.clone(), request_digest };
    let known = || op.read(|rx| idempotency_keys::find(rx, &request, op.now));
    if let Some(known) = known()? {
        return again(known, &digests);
    }
    op.course.replace(Course::Due(request.clone()));
    let answer = carry_out();
    match op.course.take() {
        // Nothing was written, so nothing is done twice.
        Course::Apart | Course::Due(_) => Ok(answer),
        Course::Begun(open) => end(op, *open, &request, answer),
        Course::Before => match known()? {
            Some(known) => again(known, &digests),
            None => Err(Rejection::IdempotencyConflict.into()),
        },
    }
}

fn again<A: Answer>(known: Known, digests: &[Vec<u8>]) -> Result<A, Failure> {
    let answer = known.answer.filter(|_| digests.contains(&known.request_digest));
    answer.map(A::again).ok_or_else(|| Rejection::IdempotencyConflict.into())
}

fn end<A: Answer>(op: &Operation, mut open: Open, request: &Repeatable, answer: A) -> Result<A, Failure> {
    match answer.kept() {
        Kept::Whole(value) => open.write(|tx| idempotency_keys::keep_answer(tx, request, &value))?,
        Kept::Noted => {}
        Kept::Nothing => open.write(|tx| idempotency_keys::delete(tx, request))?,
        Kept::Undone => {
            open.roll_back()?;
            return Ok(answer);
        }
    }
    open.commit()?;
    op.wake();
    Ok(answer)
}

/// Reads what the operation has written, also before it is committed.
pub(super) fn read<T>(op: &Operation, run: impl FnOnce(&mut Rx) -> Result<T, Fault>) -> Result<T, Fault> {
    match op.course.take() {
        Course::Begun(mut open) => {
            let value = open.read(run);
            op.course.replace(Course::Begun(open));
            value
        }
        course => {
            op.course.replace(course);
            op.app.db.read(run)
        }
    }
}

/// What a transaction commits: what it gave, or why it was rejected. Errors: what undoes it.
type Committed<T> = Result<Result<T, Rejection>, Fault>;

/// Runs a transaction of the operation, or what stands for one in its course.
pub(super) fn write<T>(op: &Operation, run: impl Fn(&mut Tx) -> Result<T, Failure>) -> Result<T, Failure> {
    Ok(write_by(op, |db, run| db.write(run), |tx| Failure::apart(run(tx)))??)
}

/// The same for what is seldom disturbed. What may be repeated is a transaction anyway.
pub(super) fn write_optimistically<T>(
    op: &Operation,
    run: impl Fn(&mut Tx) -> Result<T, Failure>,
) -> Result<T, Failure> {
    Ok(write_by(op, |db, run| db.write_optimistically(run), |tx| Failure::apart(run(tx)))??)
}

fn write_by<T, R: Fn(&mut Tx) -> Committed<T>>(
    op: &Operation,
    apart: impl FnOnce(&Db, R) -> Committed<T>,
    run: R,
) -> Committed<T> {
    match op.course.take() {
        Course::Apart => {
            let outcome = apart(&op.app.db, run)?;
            op.wake();
            Ok(outcome)
        }
        Course::Due(request) => begin(op, request, run),
        Course::Begun(mut open) => {
            let outcome = open.write(run);
            op.course.replace(Course::Begun(open));
            outcome
        }
        Course::Before => {
            op.course.replace(Course::Before);
            Ok(Err(Rejection::Repeated))
        }
    }
}

/// Notes the request, and runs the first piece of its transaction.
fn begin<T>(op: &Operation, request: Repeatable, run: impl Fn(&mut Tx) -> Committed<T>) -> Committed<T> {
    let begun = op.app.db.open(|tx| {
        if idempotency_keys::insert(tx, &request, op.now)? { run(tx) } else { Ok(Err(Rejection::Repeated)) }
    });
    match begun {
        Ok((Err(Rejection::Repeated), open)) => {
            op.course.replace(Course::Before);
            open.roll_back()?;
            Ok(Err(Rejection::Repeated))
        }
        Ok((outcome, open)) => {
            op.course.replace(Course::Begun(Box::new(open)));
            Ok(outcome)
        }
        Err(fault) => {
            op.course.replace(Course::Due(request));
            Err(fault)
        }
    }
}
