//! One question to verify: judged, written in one statement, and told.

use serde_json::{Value, json};

use super::{Answer, Question};
use crate::{
    crypto::{
        digest::digests,
        keyring::Purpose as KeyPurpose,
        receipt::{LIFETIME, Receipt},
    },
    domain::{
        Timestamp,
        api_key::{ALARMS_AT_MOST_EVERY, ApiKey, Scope},
        audit::{Action, AuditEvent},
        challenge::Method,
        id::{EventId, UserId},
        idempotency::IdempotencyKey,
        recovery_code::TypedRecoveryCode,
        rejection::Rejection,
        throttle::SECOND_FACTOR,
        totp::OneTimeCode,
        verification::{GivenCode, Reason, Verification, Whom},
        webhook_delivery::Telling,
    },
    error::{Failure, Fault},
    flows::{
        Operation,
        api_keys::Service,
        outbox,
        second_factor::{Judgement, Match, Proven, find_match, judge_recovery_code},
        sign_in_notices,
    },
    store::{
        Tx, api_keys,
        budgets::{self, Account},
        idempotency_keys::{self, Known, Repeatable},
        recovery_codes,
        step_consumption::Consumption,
        users,
        verifications::{self, Effect, FoundUser, Writing, Written},
        webhook_deliveries,
    },
};

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
pub(super) struct Inquiry<'a> {
    op: &'a Operation<'a>,
    service: &'a Service,
    question: &'a Question,
    has_webhooks: bool,
    repeatable: Option<Repeatable>,
}

impl<'a> Inquiry<'a> {
    pub(super) fn new(
        op: &'a Operation,
        service: &'a Service,
        question: &'a Question,
        has_webhooks: bool,
        key: Option<&IdempotencyKey>,
    ) -> Self {
        let inquiry = Self { op, service, question, has_webhooks, repeatable: None };
        Self { repeatable: key.map(|key| inquiry.repeatable(key)), ..inquiry }
    }

    /// What the service is told: the same as before, where the request is known.
    pub(super) fn answer(&self, known: Option<Known>, user: Option<&FoundUser>) -> Result<Answer, Failure> {
        let told = match self.unless_expired(known)? {
            Some(known) => self.repeat(known),
            None => match self.judge(user) {
                Err(Failure::Rejected(Rejection::Repeated)) => self.repeat_from_meanwhile(),
                told => told,
            },
        };
        self.rendered(told?)
    }

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
        digests(self.op.keyring(), KeyPurpose::Request, &[rest.as_bytes(), code.expose()])
    }

    /// What is known of the request's key: nothing where its time is over.
    fn unless_expired(&self, known: Option<Known>) -> Result<Option<Known>, Failure> {
        match (known, &self.repeatable) {
            (Some(known), Some(request)) if known.is_expired(self.op.now) => self
                .op
                .write(|tx| idempotency_keys::forget_expired(tx, request, self.op.now).map(Ok))
                .map(|()| None),
            (known, _) => Ok(known),
        }
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

    /// The answer to the same request, which was carried out while this one was.
    fn repeat_from_meanwhile(&self) -> Result<Told, Failure> {
        let request = self.repeatable.as_ref().ok_or_else(|| Fault::internal("a repeat without its key"))?;
        let known = self.op.read(|rx| idempotency_keys::find(rx, request, self.op.now))?;
        self.repeat(known.ok_or(Rejection::IdempotencyConflict)?)
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
                let effect =
                    Effect::Consume(Consumption { account, budget: &SECOND_FACTOR, authenticator, step });
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
            if let Some(request) = &self.repeatable
                && !idempotency_keys::insert(tx, request, op.now)?
            {
                return Ok(Err(Rejection::Repeated));
            }
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
                idempotency_keys::keep_answer(tx, request, &told.kept())?;
            }
            let event = self.event(Some(user.id), &told, proven.as_ref());
            let id = op.append_as(tx, told.id, &event)?;
            let left = recovery_codes::summary(tx, account)?.remaining;
            if let Some(message) = sign_in_notices::of_recovery_code(proven.as_ref(), left)? {
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
        let recorded = op.proven(told.id, &event)?;
        let write = |tx: &mut Tx| {
            let kept = self.repeatable.as_ref().map(|request| (request, told.kept()));
            verifications::write(tx, Writing { effect, organization_id, event: &recorded, now: op.now, kept })
        };
        let written = if self.has_webhooks {
            op.write(|tx| {
                let written = write(tx)?;
                if written == Written::Done {
                    webhook_deliveries::enqueue(tx, organization_id, Telling::of(&event, &recorded))?;
                }
                Ok(Ok(written))
            })
        } else {
            op.read(|rx| rx.alone(write)).map_err(Failure::from)
        };
        match written {
            Err(Failure::Broken(fault)) if idempotency_keys::is_repeat(&fault) => {
                Err(Rejection::Repeated.into())
            }
            written => written,
        }
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

    fn rendered(&self, told: Told) -> Result<Answer, Failure> {
        let receipt = match (&told.verification, &self.question.nonce) {
            (Verification::Valid { user, method, .. }, Some(nonce)) => {
                let tokens = self.op.access_tokens();
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
