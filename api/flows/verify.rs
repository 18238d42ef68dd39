//! Verify: a service asks whether a code is a user's own. One statement reads, one writes, and nothing is told before that
//! one is committed.

use std::{collections::BTreeSet, num::NonZero};

use serde_json::{Value, json};

use super::{
    Operation,
    api_keys::{Service, admit},
    outbox,
    second_factor::{Judgement, Match, Proven, find_match, judge_recovery_code},
    sign_in_notices, webhook_queue,
};
use crate::{
    crypto::{
        api_key_secret::ApiKeySecret,
        digest::digests,
        keyring::Purpose as KeyPurpose,
        receipt::{LIFETIME, Receipt},
    },
    domain::{
        Timestamp,
        api_key::{ALARMS_AT_MOST_EVERY, ApiKey, Scope},
        audit::{Action, AuditEvent},
        authenticator::FactorState,
        challenge::Method,
        id::{EventId, UserId},
        idempotency::IdempotencyKey,
        recovery_code::TypedRecoveryCode,
        rejection::Rejection,
        throttle::SECOND_FACTOR,
        totp::OneTimeCode,
        verification::{GivenCode, Nonce, Purpose, Reason, Verification, Whom},
    },
    error::{Failure, Fault},
    store::{
        Tx, api_keys,
        budgets::{self, Account},
        idempotency_keys::{self, Known, Repeatable},
        recovery_codes, users,
        verifications::{self, Asked, Effect, Found, FoundUser, Writing, Written},
    },
};

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
    let digests = secret.digests(&op.app.keyring);
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
    service.require(Scope::Verify)?;
    if let Some(uses) = uses.into() {
        admit(op, &service, uses)?;
    }
    let inquiry = Inquiry { op, service: &service, question, has_webhooks, repeatable: None };
    let repeatable = key.map(|key| inquiry.repeatable(key));
    let inquiry = Inquiry { repeatable, ..inquiry };
    let told = match known {
        Some(known) => inquiry.repeat(known)?,
        None => inquiry.judge(user.as_ref())?,
    };
    inquiry.answer(told)
}

/// A verdict with what its receipt tells of it.
struct Told {
    verification: Verification,
    id: EventId,
    at: Timestamp,
}

impl Told {
    fn kept(&self) -> Value {
        json!({"verification": self.verification, "id": self.id})
    }
}

/// One question of one service.
struct Inquiry<'a> {
    op: &'a Operation<'a>,
    service: &'a Service,
    question: &'a Question,
    has_webhooks: bool,
    repeatable: Option<Repeatable>,
}

impl Inquiry<'_> {
    fn repeatable(&self, key: &IdempotencyKey) -> Repeatable {
        let mut digests = self.request_digests();
        Repeatable {
            organization_id: self.service.key.organization_id,
            owner: self.service.key.id.0,
            key: key.clone(),
            request_digest: digests.swap_remove(0),
        }
    }

    /// What the question is recognized by when it is asked again, the ring's active key first. Without a key six digits would
    /// be guessed from it.
    fn request_digests(&self) -> Vec<Vec<u8>> {
        let Question { whom, code, purpose, nonce } = self.question;
        let whom = match whom {
            Whom::Id(id) => id.0.to_string(),
            Whom::Email(email) => email.as_str().to_owned(),
        };
        let rest = json!({"whom": whom, "purpose": purpose, "nonce": nonce}).to_string();
        digests(&self.op.app.keyring, KeyPurpose::Request, &[rest.as_bytes(), code.expose()])
    }

    /// The answer from before. Errors: it was another question's.
    fn repeat(&self, known: Known) -> Result<Told, Failure> {
        let same = self.request_digests().contains(&known.request_digest);
        let answer = known.answer.filter(|_| same).ok_or(Rejection::IdempotencyConflict)?;
        let part = |name: &str| answer.get(name).cloned().unwrap_or_default();
        Ok(Told {
            verification: serde_json::from_value(part("verification")).map_err(Fault::internal)?,
            id: serde_json::from_value(part("id")).map_err(Fault::internal)?,
            at: known.created_at,
        })
    }

    fn judge(&self, user: Option<&FoundUser>) -> Result<Told, Failure> {
        let Some(user) = user else { return self.tell(None, Reason::NotEnrolled, Effect::Nothing) };
        if user.suspended {
            return self.tell(Some(user), Reason::Suspended, Effect::Nothing);
        }
        match &self.question.code {
            GivenCode::OneTime(code) if self.takes_codes(user)? => self.judge_code(user, code),
            GivenCode::Recovery(code) if user.enrolled => self.judge_recovery_code(user, code),
            // A passkey gives no codes.
            GivenCode::OneTime(_) | GivenCode::Recovery(_) => {
                self.tell(Some(user), Reason::NotEnrolled, Effect::Nothing)
            }
        }
    }

    /// Whether codes of the user's authenticators prove anything. Where they may not for some, the user is looked at closely.
    fn takes_codes(&self, user: &FoundUser) -> Result<bool, Fault> {
        let policy = &self.service.policy;
        if user.authenticators.is_empty() || (policy.takes_both() && policy.passkey_only.is_empty()) {
            return Ok(!user.authenticators.is_empty());
        }
        let user = self.op.read(|rx| users::find(rx, self.account(user)))?;
        Ok(user.is_some_and(|user| policy.methods(&user, 0, self.op.now).contains(&Method::Totp)))
    }

    fn judge_code(&self, user: &FoundUser, code: &OneTimeCode) -> Result<Told, Failure> {
        let account = self.account(user);
        let charge = Effect::Charge { account, budget: &SECOND_FACTOR };
        match find_match(self.op, account, &user.authenticators, &self.service.policy, code)? {
            Match::None => self.tell(Some(user), Reason::WrongCode, charge),
            Match::UsedUp => self.tell(Some(user), Reason::Replayed, charge),
            Match::Fresh(authenticator, step) => {
                let verification = Verification::Valid {
                    user: user.id,
                    method: Method::Totp,
                    authenticator: Some(authenticator),
                };
                let effect = Effect::Consume { account, budget: &SECOND_FACTOR, authenticator, step };
                let told = self.told(verification);
                match self.write(Some(user), &told, effect)? {
                    Written::Done => Ok(told),
                    Written::Exhausted => self.withhold(user),
                    Written::Lost => self.lose(user, charge),
                }
            }
        }
    }

    /// Somebody used the code up in between: this very request, or another.
    fn lose(&self, user: &FoundUser, charge: Effect) -> Result<Told, Failure> {
        if let Some(request) = &self.repeatable
            && let Some(known) = self.op.read(|rx| idempotency_keys::find(rx, request, self.op.now))?
        {
            return self.repeat(known);
        }
        self.tell(Some(user), Reason::Replayed, charge)
    }

    /// Says no, once that is charged and written.
    fn tell(&self, user: Option<&FoundUser>, reason: Reason, effect: Effect) -> Result<Told, Failure> {
        let told = self.told(Verification::invalid(reason));
        match (self.write(user, &told, effect)?, user) {
            (Written::Done, _) => {
                if matches!(effect, Effect::Charge { .. }) {
                    self.watch()?;
                }
                Ok(told)
            }
            (Written::Exhausted | Written::Lost, Some(user)) => self.withhold(user),
            (Written::Exhausted | Written::Lost, None) => Err(Fault::internal("a budget of nobody").into()),
        }
    }

    /// Says neither yes nor no; asked again, it is judged anew.
    fn withhold(&self, user: &FoundUser) -> Result<Told, Failure> {
        let retry_at =
            self.op.read(|rx| budgets::retry_at(rx, self.account(user), &SECOND_FACTOR, self.op.now))?;
        let told = self.told(Verification::Invalid { reason: Reason::Locked, retry_at: Some(retry_at) });
        let inquiry = Inquiry { repeatable: None, ..*self };
        match inquiry.write(Some(user), &told, Effect::Nothing)? {
            Written::Done => Ok(told),
            Written::Exhausted | Written::Lost => {
                Err(Fault::internal("an event that was not written").into())
            }
        }
    }

    /// A recovery code is used so rarely that it goes the way of all other surfaces.
    fn judge_recovery_code(&self, user: &FoundUser, code: &TypedRecoveryCode) -> Result<Told, Failure> {
        let (op, account) = (self.op, self.account(user));
        op.write(|tx| {
            let Some(user) = users::lock(tx, account)?.filter(|user| !user.suspended) else {
                return Ok(Err(Rejection::NotFound));
            };
            let proven = match judge_recovery_code(op, tx, account, code)? {
                Judgement::Accepted(proven) => Some(proven),
                Judgement::Rejected { .. } | Judgement::Refused(_) | Judgement::Withheld { .. } => None,
            };
            let told = self.told(match proven {
                Some(_) => {
                    Verification::Valid { user: user.id, method: Method::RecoveryCode, authenticator: None }
                }
                None => Verification::invalid(Reason::WrongCode),
            });
            if let Some(request) = &self.repeatable {
                if !idempotency_keys::insert(tx, request, op.now)? {
                    return Ok(Err(Rejection::IdempotencyConflict));
                }
                idempotency_keys::keep_answer(tx, request, &told.kept())?;
            }
            let event = self.event(Some(user.id), &told, proven.as_ref());
            let id = op.append_as(tx, told.id, &event)?;
            if let Some(message) = sign_in_notices::of_recovery_code(tx, account, proven.as_ref())? {
                outbox::post(op, tx, account.organization_id, id, &(&user).into(), message, None)?;
            }
            Ok(Ok(told))
        })
    }

    fn told(&self, verification: Verification) -> Told {
        Told { verification, id: self.op.next_event_id(), at: self.op.now }
    }

    fn account(&self, user: &FoundUser) -> Account {
        Account { organization_id: self.service.key.organization_id, user_id: user.id }
    }

    /// In one statement, unless there are webhooks to be told.
    fn write(&self, user: Option<&FoundUser>, told: &Told, effect: Effect) -> Result<Written, Failure> {
        let (op, organization_id) = (self.op, self.service.key.organization_id);
        let event = self.event(user.map(|user| user.id), told, None);
        let recorded = event.recorded(told.id, op.now, op.origin);
        let write = |tx: &mut Tx| {
            let kept = self.repeatable.as_ref().map(|request| (request, told.kept()));
            verifications::write(tx, Writing { effect, organization_id, event: &recorded, now: op.now, kept })
        };
        if !self.has_webhooks {
            return Ok(op.read(|rx| rx.alone(write))?);
        }
        op.write(|tx| {
            let written = write(tx)?;
            if written == Written::Done {
                webhook_queue::tell(op, tx, &event, &recorded)?;
            }
            Ok(Ok(written))
        })
    }

    fn event(&self, subject: Option<UserId>, told: &Told, proven: Option<&Proven>) -> AuditEvent {
        let (action, mut detail) = match &told.verification {
            Verification::Valid { method, authenticator, .. } => {
                let detail = proven.map(|proven| proven.detail(*method));
                let usual = || json!({"method": method, "authenticator": authenticator});
                (Action::VerifySucceeded, detail.unwrap_or_else(usual))
            }
            Verification::Invalid { reason, .. } => (Action::VerifyFailed, json!({"reason": reason})),
        };
        if let Some(purpose) = &self.question.purpose {
            detail["purpose"] = json!(purpose);
        }
        let event = AuditEvent { subject, ..self.service.event(action) }.with(detail);
        if action == Action::VerifySucceeded { event } else { event.failed() }
    }

    /// Gives the alarm, once in a while, where so many wrong codes came with the key that somebody may be guessing.
    fn watch(&self) -> Result<(), Failure> {
        let (op, key): (&Operation, &ApiKey) = (self.op, &self.service.key);
        if op.app.key_limits.note_wrong_code(key) {
            return Ok(());
        }
        op.write(|tx| {
            if api_keys::note_alarm(tx, key, op.now - ALARMS_AT_MOST_EVERY, op.now)? {
                op.record(tx, self.service.event(Action::ApiKeyAlarmed).failed())?;
            }
            Ok(Ok(()))
        })
    }

    fn answer(&self, told: Told) -> Result<Answer, Failure> {
        let receipt = match (&told.verification, &self.question.nonce) {
            (Verification::Valid { user, method, .. }, Some(nonce)) => {
                let tokens = &self.op.app.access_tokens;
                let receipt = Receipt {
                    iss: tokens.issuer(),
                    aud: self.service.key.id.0,
                    sub: user.0,
                    org: self.service.key.organization_id.0,
                    iat: told.at.timestamp(),
                    exp: told.at.timestamp() + LIFETIME,
                    jti: told.id.0,
                    amr: [if *method == Method::RecoveryCode { "rc" } else { "otp" }],
                    nonce,
                    purpose: self.question.purpose.as_ref(),
                };
                Some(receipt.sign(tokens)?)
            }
            _ => None,
        };
        let explained = self.service.key.scopes.contains(&Scope::VerifyExplain);
        Ok(Answer { verification: told.verification, explained, receipt })
    }
}
