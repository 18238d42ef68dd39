//! Verify: a service asks whether a code is a user's own. One statement reads, one writes, of one question or of several that come
//! at the same time, and nothing is told before that one is committed.

mod inquiry;
mod together;

use std::{collections::BTreeSet, num::NonZero};

use tracing::Span;

use super::{
    Operation,
    api_keys::{Service, admit},
    log_api_key,
    together::{Asked, MOST_TOGETHER, Settled},
};
use crate::{
    crypto::api_key_secret::ApiKeySecret,
    domain::{
        account::Account,
        api_key::Scope,
        authenticator::FactorState,
        challenge::Method,
        id::UserId,
        idempotency::IdempotencyKey,
        rejection::Rejection,
        verification::{GivenCode, Nonce, Purpose, Verification, Whom},
    },
    error::Failure,
    store::{
        idempotency_keys::Known,
        recovery_codes, users,
        verifications::{self, Found, FoundUsers},
    },
};
use inquiry::Inquiry;

pub use together::Alike;
use together::settle_counted;

/// Whether a code is somebody's own.
pub struct Question {
    pub whom: Whom,
    pub code: GivenCode,
    pub purpose: Option<Purpose>,
    /// With it a receipt is wanted.
    pub nonce: Option<Nonce>,
}

/// What a service is told.
pub struct Answer {
    pub verification: Verification,
    /// Whether the key may know why a code was not taken.
    pub explained: bool,
    pub receipt: Option<String>,
}

/// Answers a question, with a request's key the same one each time that it is asked again. Errors: no good key, one that was
/// not made for this or is used too often, or the request's key was used for another question.
pub fn verify(
    op: &Operation,
    shown: &str,
    question: &Question,
    key: Option<&IdempotencyKey>,
) -> Result<Answer, Failure> {
    ask(op, shown, question, key, Some(NonZero::<u32>::MIN))
}

/// Answers questions of one call; each is a use of the key, and those about one user are answered one after the other. Where the
/// service breaks, none is answered, and those before are when they are asked again with the request's key. Errors: as of one
/// question.
pub fn verify_all(
    op: &Operation,
    shown: &str,
    questions: &[Question],
    key: Option<&IdempotencyKey>,
) -> Result<Vec<Answer>, Failure> {
    let mut uses = u32::try_from(questions.len()).ok().and_then(NonZero::new);
    let mut answers = Vec::with_capacity(questions.len());
    if let Some(key) = key {
        for (index, question) in questions.iter().enumerate() {
            answers.push(ask(op, shown, question, Some(&key.of_part(index)), uses.take())?);
        }
        return Ok(answers);
    }
    let alike = questions.chunk_by(|one, next| one.whom.is_id() == next.whom.is_id());
    for questions in alike.flat_map(|alike| alike.chunks(MOST_TOGETHER)) {
        answers.extend(ask_some(op, shown, questions, uses.take())?);
    }
    Ok(answers)
}

/// Those of one call that go together, and after them whatever has to be asked alone, in its order.
fn ask_some(
    op: &Operation,
    shown: &str,
    questions: &[Question],
    uses: Option<NonZero<u32>>,
) -> Result<Vec<Answer>, Failure> {
    let whom: Vec<_> = questions.iter().map(|question| &question.whom).collect();
    let opened = open(op, shown, &whom, None)?;
    admit_uses(op, &opened.service, uses)?;
    let span = Span::current();
    let asked: Vec<_> = questions.iter().map(|question| Asked { op, question, span: &span }).collect();
    let settled = questions.iter().zip(settle_counted(&opened, &asked));
    let answer = |(question, settled)| match settled {
        Settled::Told(answer) => answer,
        Settled::Alone { .. } => ask(op, shown, question, None, None),
    };
    settled.map(answer).collect()
}

/// What a user can prove themself with; nothing while they are suspended. Errors: there is no such user.
pub fn methods(
    op: &Operation,
    service: &Service,
    user: UserId,
) -> Result<(FactorState, BTreeSet<Method>), Failure> {
    let account = Account { organization_id: service.key.organization_id, user_id: user };
    let found = op.read(|rx| match users::find(rx, account)? {
        Some(user) => Ok(Some((user, recovery_codes::summary(rx, account)?.remaining))),
        None => Ok(None),
    })?;
    let (user, remaining) = found.ok_or(Rejection::NotFound)?;
    let provable = user.factor.is_enrolled() && !user.suspended;
    let mut methods =
        if provable { service.policy.methods(&user, remaining, op.now) } else { BTreeSet::new() };
    methods.retain(|method| matches!(method, Method::Totp | Method::RecoveryCode));
    Ok((FactorState::of(user.factor, &service.policy, op.now), methods))
}

fn ask(
    op: &Operation,
    shown: &str,
    question: &Question,
    key: Option<&IdempotencyKey>,
    uses: Option<NonZero<u32>>,
) -> Result<Answer, Failure> {
    let Opened { service, users, known, has_webhooks } = open(op, shown, &[&question.whom], key)?;
    admit_uses(op, &service, uses)?;
    let inquiry = Inquiry::new(op, &service, question, has_webhooks, key);
    let told = inquiry.answer(known, users.of(&question.whom))?;
    inquiry.render(told)
}

/// Counts uses of the key, unless they were counted before.
fn admit_uses(op: &Operation, service: &Service, uses: Option<NonZero<u32>>) -> Result<(), Failure> {
    log_api_key(service.key.organization_id, service.key.id);
    service.require(Scope::Verify)?;
    uses.map_or(Ok(()), |uses| admit(op, service, uses))
}

/// Who asks, with all that their questions are decided by.
struct Opened {
    service: Service,
    users: FoundUsers,
    known: Option<Known>,
    has_webhooks: bool,
}

/// Errors: no good key.
fn open(
    op: &Operation,
    shown: &str,
    whom: &[&Whom],
    key: Option<&IdempotencyKey>,
) -> Result<Opened, Failure> {
    let secret = ApiKeySecret::parse(shown).ok_or(Rejection::Unauthenticated)?;
    let digests = secret.digests(op.keyring());
    let asked = verifications::Asked {
        organization_id: secret.organization_id,
        key_id: secret.id,
        key_digests: &digests,
        whom,
        repeatable: key,
        now: op.now,
    };
    let found = op.read(|rx| verifications::find(rx, &asked))?;
    let found = found.filter(|found| !found.key.is_expired(op.now)).ok_or(Rejection::Unauthenticated)?;
    let Found { key, policy, users, known, has_webhooks } = found;
    Ok(Opened { service: Service { key, policy }, users, known, has_webhooks })
}
