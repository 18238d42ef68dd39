//! Verify: a service asks whether a code is a user's own. One statement reads, one writes, and nothing is told before that
//! one is committed.

mod inquiry;

use std::{collections::BTreeSet, num::NonZero};

use super::{
    Operation,
    api_keys::{Service, admit},
    log_api_key,
};
use crate::{
    crypto::api_key_secret::ApiKeySecret,
    domain::{
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
        budgets::Account,
        recovery_codes, users,
        verifications::{self, Asked, Found},
    },
};
use inquiry::Inquiry;

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
    ask(op, shown, question, key, NonZero::<u32>::MIN)
}

/// Answers questions one after the other; each is a use of the key. Where the service breaks, none is answered, and those
/// before are when they are asked again with the request's key. Errors: as of one question.
pub fn verify_all(
    op: &Operation,
    shown: &str,
    questions: &[Question],
    key: Option<&IdempotencyKey>,
) -> Result<Vec<Answer>, Failure> {
    let mut uses = u32::try_from(questions.len()).ok().and_then(NonZero::new);
    let answers = questions.iter().enumerate().map(|(index, question)| {
        let key = key.map(|key| key.of_part(index));
        ask(op, shown, question, key.as_ref(), uses.take())
    });
    answers.collect()
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
    uses: impl Into<Option<NonZero<u32>>>,
) -> Result<Answer, Failure> {
    let secret = ApiKeySecret::parse(shown).ok_or(Rejection::Unauthenticated)?;
    let digests = secret.digests(op.keyring());
    let asked = Asked {
        organization_id: secret.organization_id,
        key_id: secret.id,
        key_digests: &digests,
        whom: &question.whom,
        repeatable: key,
        now: op.now,
    };
    let found = op.read(|rx| verifications::find(rx, &asked))?;
    let found = found.filter(|found| !found.key.is_expired(op.now)).ok_or(Rejection::Unauthenticated)?;
    let Found { key: api_key, policy, user, known, has_webhooks } = found;
    let service = Service { key: api_key, policy };
    log_api_key(service.key.organization_id, service.key.id);
    service.require(Scope::Verify)?;
    if let Some(uses) = uses.into() {
        admit(op, &service, uses)?;
    }
    let inquiry = Inquiry::new(op, &service, question, has_webhooks, key);
    let answer = inquiry.answer(known, user.as_ref())?;
    op.app.metrics.verdicts.note(&answer.verification);
    Ok(answer)
}
