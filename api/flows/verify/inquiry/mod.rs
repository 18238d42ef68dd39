//! One question to verify: judged, written, and told.

mod recovery;

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
        account::Account,
        api_key::{ALARMS_AT_MOST_EVERY, ApiKey, Scope},
        audit::{Action, AuditEvent, RecordedEvent},
        challenge::Method,
        id::{EventId, UserId},
        idempotency::IdempotencyKey,
        rejection::Rejection,
        throttle::SECOND_FACTOR,
        totp::OneTimeCode,
        verification::{Meant, Reason, Verification, Whom},
        webhook_delivery::Telling,
    },
    error::{Failure, Fault},
    flows::{
        Operation,
        api_keys::Service,
        second_factor::{Match, Proven, find_match},
    },
    store::{
        Tx, api_keys,
        budgets::{self, Pool},
        idempotency_keys::{self, Known, Repeatable},
        step_consumption::Consumption,
        users,
        verdicts::{self, Effect, Writing, Written},
        verifications::FoundUser,
        webhook_deliveries,
    },
};

/// A verdict with what its receipt tells of it.
pub(super) struct Told {
    pub verification: Verification,
    pub id: EventId,
    pub at: Timestamp,
}

/// What is said of a code.
pub(super) enum Judged<'a> {
    Plain(Verification, Effect),
    /// That takes another question to the database.
    Closer(&'a FoundUser),
}

impl Told {
    fn kept(&self) -> Value {
        json!({"verification": self.verification, "id": self.id})
    }
}

/// What a service asks is charged as at a sign-in in a browser that nobody recognizes.
pub(super) fn pool(service: &Service) -> Pool<'static> {
    Pool { organization_id: service.key.organization_id, budget: &SECOND_FACTOR }
}

/// What tells of a verdict.
pub(super) struct Event {
    event: AuditEvent,
    pub recorded: RecordedEvent,
}

impl Event {
    pub(super) fn of(inquiry: &Inquiry, user: Option<UserId>, told: &Told) -> Result<Self, Fault> {
        let event = inquiry.event(user, told, None);
        let recorded = inquiry.op.proven(told.id, &event)?;
        Ok(Self { event, recorded })
    }
}

/// Writes verdicts by `write`, in a transaction by itself, or in one with what webhooks have to be told of those that are `done`.
pub(super) fn commit<'e, W>(
    op: &Operation,
    has_webhooks: bool,
    write: impl Fn(&mut Tx) -> Result<W, Fault>,
    done: impl Fn(&W) -> Vec<&'e Event>,
) -> Result<W, Failure> {
    if !has_webhooks {
        return op.read(|rx| rx.alone(write)).map_err(Failure::from);
    }
    op.write(|tx| {
        let written = write(tx)?;
        for Event { event, recorded } in done(&written) {
            webhook_deliveries::enqueue(tx, event.organization_id, Telling::of(event, recorded))?;
        }
        Ok(written)
    })
}

/// One question of one service.
pub(super) struct Inquiry<'a> {
    pub op: &'a Operation<'a>,
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
    pub(super) fn answer(&self, known: Option<Known>, user: Option<&FoundUser>) -> Result<Told, Failure> {
        match self.unless_expired(known)? {
            Some(known) => self.repeat(known),
            None => match self.judge(user) {
                Err(Failure::Rejected(Rejection::Repeated)) => self.repeat_from_meanwhile(),
                told => told,
            },
        }
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
                .write(|tx| Ok(idempotency_keys::forget_expired(tx, request, self.op.now)?))
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
        match self.judged(user)? {
            Judged::Plain(verification, effect) => self.tell(user, verification, effect),
            Judged::Closer(user) => self.look_closer(user),
        }
    }

    /// What can be said by what was found.
    pub(super) fn judged<'u>(&self, user: Option<&'u FoundUser>) -> Result<Judged<'u>, Fault> {
        let no = |reason| Ok(Judged::Plain(Verification::invalid(reason), Effect::Nothing));
        let Some(user) = user else { return no(Reason::NotEnrolled) };
        if user.suspended {
            return no(Reason::Suspended);
        }
        let policy = &self.service.policy;
        match self.meant(user) {
            Meant::OneTime(_) if user.authenticators.is_empty() => no(Reason::NotEnrolled),
            Meant::OneTime(code) if policy.takes_codes_from_everybody() => {
                let (verification, effect) = self.judge_code(user, code)?;
                Ok(Judged::Plain(verification, effect))
            }
            Meant::Recovery(_) if !user.enrolled || !policy.allows_recovery_codes() => {
                no(Reason::NotEnrolled)
            }
            Meant::OneTime(_) | Meant::Recovery(_) => Ok(Judged::Closer(user)),
        }
    }

    fn meant(&self, user: &FoundUser) -> Meant<'_> {
        self.question.code.meant(user.authenticators.iter().map(|one| one.parameters.digits))
    }

    /// A recovery code, or one of somebody whose authenticators may prove nothing.
    fn look_closer(&self, user: &FoundUser) -> Result<Told, Failure> {
        let code = match self.meant(user) {
            Meant::Recovery(code) => return self.judge_recovery_code(user, code),
            Meant::OneTime(code) => code,
        };
        let whole = self.op.read(|rx| users::find(rx, self.account(user)))?;
        let policy = &self.service.policy;
        if whole.is_some_and(|whole| policy.methods(&whole, 0, self.op.now).contains(&Method::Totp)) {
            let (verification, effect) = self.judge_code(user, code)?;
            self.tell(Some(user), verification, effect)
        } else {
            // A passkey gives no codes.
            self.tell(Some(user), Verification::invalid(Reason::NotEnrolled), Effect::Nothing)
        }
    }

    fn judge_code(&self, user: &FoundUser, code: &OneTimeCode) -> Result<(Verification, Effect), Fault> {
        let policy = &self.service.policy;
        let wrong = |reason| (Verification::invalid(reason), Effect::Charge(user.id));
        Ok(match find_match(self.op, self.account(user), &user.authenticators, policy, code)? {
            Match::None => wrong(Reason::WrongCode),
            Match::UsedUp => wrong(Reason::Replayed),
            Match::Fresh(authenticator, step) => {
                let verification = Verification::Valid {
                    user: user.id,
                    method: Method::Totp,
                    authenticator: Some(authenticator),
                };
                (verification, Effect::Consume(Consumption { user: user.id, authenticator, step }))
            }
        })
    }

    /// Somebody used the code up in between: this very request, or another.
    fn lose(&self, user: &FoundUser) -> Result<Told, Failure> {
        if let Some(request) = &self.repeatable
            && let Some(known) = self.op.read(|rx| idempotency_keys::find(rx, request, self.op.now))?
        {
            return self.repeat(known);
        }
        self.tell(Some(user), Verification::invalid(Reason::Replayed), Effect::Charge(user.id))
    }

    /// Says so, once that is written and charged.
    fn tell(
        &self,
        user: Option<&FoundUser>,
        verification: Verification,
        effect: Effect,
    ) -> Result<Told, Failure> {
        let told = self.told(verification);
        match (self.write(user, &told, effect)?, user) {
            (Written::Done, _) => {
                self.watch(effect)?;
                Ok(told)
            }
            (Written::Lost, Some(user)) => self.lose(user),
            (Written::Exhausted, Some(user)) => self.withhold(user),
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

    pub(super) fn told(&self, verification: Verification) -> Told {
        Told { verification, id: self.op.next_event_id(), at: self.op.now }
    }

    fn account(&self, user: &FoundUser) -> Account {
        Account { organization_id: self.service.key.organization_id, user_id: user.id }
    }

    fn write(&self, user: Option<&FoundUser>, told: &Told, effect: Effect) -> Result<Written, Failure> {
        let event = Event::of(self, user.map(|user| user.id), told)?;
        let writing = Writing { effect, event: &event.recorded, now: self.op.now };
        let write = |tx: &mut Tx| {
            let kept = self.repeatable.as_ref().map(|request| (request, told.kept()));
            verdicts::write(tx, pool(self.service), &writing, kept)
        };
        let done = |written: &Written| if *written == Written::Done { vec![&event] } else { Vec::new() };
        match commit(self.op, self.has_webhooks, write, done) {
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
    pub(super) fn watch(&self, effect: Effect) -> Result<(), Failure> {
        let (op, key): (&Operation, &ApiKey) = (self.op, &self.service.key);
        let quiet_since = op.now - ALARMS_AT_MOST_EVERY;
        let is_quiet = || key.alarmed_at.is_none_or(|at| at <= quiet_since);
        if !matches!(effect, Effect::Charge(_)) || op.app.key_limits.note_wrong_code(key) || !is_quiet() {
            return Ok(());
        }
        op.write(|tx| {
            if api_keys::note_alarm(tx, key, quiet_since, op.now)? {
                op.record(tx, self.service.event(Action::ApiKeyAlarmed).failed())?;
            }
            Ok(())
        })
    }

    pub(super) fn render(&self, told: Told) -> Result<Answer, Failure> {
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
        self.op.app.metrics.verdicts.note(&told.verification);
        Ok(Answer { verification: told.verification, explained, receipt })
    }
}
