//! Challenges: issued after a right password or for a step-up, answered once.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    caller::Caller,
    login::{self, DemandedEnrollment},
    second_factor::{Judgement, Proven, judge},
    sessions::{self, SignedIn},
    sign_in::{self, Arrival, Arrived, Demand, Entry, demand_enrollment},
    sign_in_notices,
};
use crate::{
    crypto::opaque_token::{OpaqueToken, TokenKind},
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        challenge::{self, Answer, Challenge, Method, Purpose, Standing},
        decision::MailedCode,
        id::OrganizationId,
        recovery_code::TypedRecoveryCode,
        rejection::{FieldError, Rejection},
        session::{Proof, SecondStep, Session},
        user::User,
    },
    error::{Failure, Fault},
    store::{
        Tx, challenges,
        means::{self, Means},
        sessions as session_rows,
    },
};

/// A challenge as the one who has to answer it gets it.
pub struct IssuedChallenge {
    /// The only credential for the second step.
    pub id: String,
    pub methods: BTreeSet<Method>,
    pub preferred: Method,
    /// How many digits the codes of the user's authenticators have.
    pub code_lengths: BTreeSet<u8>,
    /// For how many days the browser may be trusted with the answer; 0: it may not.
    pub trust_device_days: u8,
    pub expires_at: Timestamp,
}

pub(super) fn issue(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    methods: BTreeSet<Method>,
    purpose: Purpose,
    cookie: bool,
    means: &Means,
) -> Result<IssuedChallenge, Fault> {
    let token = OpaqueToken::new(TokenKind::Challenge, user.organization_id, &*op.app.random);
    // A passkey cannot be given to the wrong site.
    let preferred = methods.get(&Method::Passkey).or(methods.first()).copied();
    let preferred = preferred.ok_or_else(|| Fault::internal("a challenge that nothing can answer"))?;
    let challenge = Challenge {
        id: op.new_id(),
        user_id: user.id,
        purpose,
        methods,
        cookie,
        failures: 0,
        expires_at: op.now + challenge::LIFETIME,
        finished: false,
    };
    challenges::insert(tx, user.organization_id, &challenge, token.digest(op.keyring()))?;
    let code_lengths =
        means.authenticators.iter().map(|authenticator| authenticator.parameters.digits).collect();
    let Challenge { methods, expires_at, .. } = challenge;
    Ok(IssuedChallenge {
        id: token.reveal(),
        methods,
        preferred,
        code_lengths,
        trust_device_days: 0,
        expires_at,
    })
}

/// Answers a challenge: a sign-in ends in a session, a step-up in a new session in the place of the old one.
/// A pass ends in the permission to enroll.
///
/// `trusts_device`: with an authenticator's code, the sign-ins that follow in this browser skip the challenge, where the
/// policy lets them.
pub fn verify(
    op: &Operation,
    challenge_id: &str,
    answer: &Answer,
    trusts_device: bool,
) -> Result<Verified, Failure> {
    let token = OpaqueToken::parse(TokenKind::Challenge, challenge_id).ok_or(Rejection::ChallengeExpired)?;
    let digests = token.digests(op.keyring());
    let (organization, digests) = (token.organization_id, &digests);
    let attempt = Attempt { op, organization, digests, answer, trusts_device };
    // Of another method, more is used up than one statement can say.
    let arrived = match answer {
        Answer::Totp(_) => op.write_optimistically(|tx| attempt.run(tx)),
        _ => op.write(|tx| attempt.run(tx)),
    };
    match arrived? {
        Arrived::SignedIn(opened) => Ok(Verified::SignedIn(Box::new(opened.issue(op)?))),
        Arrived::EnrollmentDemanded(demanded) => Ok(Verified::EnrollmentDemanded(demanded)),
    }
}

/// An open challenge with its user, both held.
pub(super) fn hold_open(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
) -> Result<Option<(User, Challenge)>, Fault> {
    let held = challenges::hold(tx, organization, digests)?;
    Ok(held.filter(|(user, challenge)| !user.suspended && challenge.standing(op.now) == Standing::Open))
}

/// What a right answer leads to.
pub enum Verified {
    SignedIn(Box<SignedIn>),
    EnrollmentDemanded(DemandedEnrollment),
}

/// One answer to one challenge.
struct Attempt<'a> {
    op: &'a Operation<'a>,
    organization: OrganizationId,
    digests: &'a [Vec<u8>],
    answer: &'a Answer,
    trusts_device: bool,
}

impl Attempt<'_> {
    fn run(&self, tx: &mut Tx) -> Result<Arrived, Failure> {
        match hold_open(self.op, tx, self.organization, self.digests)? {
            Some((user, challenge)) => self.judge(tx, user, &challenge),
            None => Err(Rejection::ChallengeExpired.into()),
        }
    }

    fn judge(&self, tx: &mut Tx, user: User, challenge: &Challenge) -> Result<Arrived, Failure> {
        // Asked first: nothing is used up for a session that has ended.
        let stepping_up = match challenge.purpose {
            Purpose::SignIn(_) => None,
            Purpose::StepUp(id) => {
                let session = session_rows::lock(tx, self.organization, id)?;
                let live = session.filter(|session| session.is_live(user.epoch, self.op.now));
                let session = live.ok_or(Rejection::ChallengeExpired)?;
                Some(session)
            }
        };
        let account = Account::of(&user);
        let means = means::find(tx, account, self.op.now)?;
        let policy = &means.policy;
        let method = self.answer.method();
        let allowed = match method {
            Method::Totp | Method::Passkey | Method::RecoveryCode => {
                policy.methods(&user, means.recovery_codes_left.max(1), self.op.now).contains(&method)
            }
            Method::Email => policy.mailed_code(&user) == MailedCode::Asked,
            // It has its own rule, by which it was issued and offered.
            Method::TemporaryPass => true,
        };
        if !allowed || !challenge.methods.contains(&method) {
            return Err(FieldError::new("method", "not_offered", "This challenge does not offer it.").into());
        }
        if !self.answer.has_our_form() && !means.guessable_codes {
            return Err(TypedRecoveryCode::malformed().into());
        }
        match judge(self.op, tx, account, &means, Some(challenge.id), self.answer)? {
            Judgement::Accepted(proven) => {
                let arrived = Failure::apart(match stepping_up {
                    Some(session) => self.step_up(tx, user, session, means, &proven),
                    None => self.sign_in(tx, user, &means, challenge, proven),
                })?;
                // Also where they are refused in the end: what was right is used up.
                challenges::finish(tx, self.organization, self.digests, challenge.failures, self.op.now)?;
                Ok(arrived?)
            }
            rejected @ (Judgement::Rejected { .. } | Judgement::Refused(_)) => {
                self.reject(tx, &user, challenge, &rejected)
            }
            Judgement::Withheld { retry_at } => {
                let event = AuditEvent::about_user(self.organization, Some(user.id), Action::CodeThrottled);
                self.op.record(tx, event.failed().with(json!({"challenge": challenge.id})))?;
                Err(Rejection::TooManyAttempts { retry_at }.into())
            }
        }
    }

    fn reject(
        &self,
        tx: &mut Tx,
        user: &User,
        challenge: &Challenge,
        rejected: &Judgement,
    ) -> Result<Arrived, Failure> {
        challenges::record_failure(tx, self.organization, self.digests)?;
        let mut detail = json!({"challenge": challenge.id, "method": self.answer.method()});
        if let Judgement::Refused(refusal) = rejected {
            detail["reason"] = json!(refusal);
        }
        let event = AuditEvent::about_user(self.organization, Some(user.id), Action::CodeRejected);
        sign_in_notices::record_refusal(self.op, tx, event.with(detail), user, rejected)?;
        let in_pool = match rejected {
            Judgement::Rejected { remaining, .. } => *remaining,
            Judgement::Accepted(_) | Judgement::Refused(_) | Judgement::Withheld { .. } => None,
        };
        let in_challenge = challenge::MOST_FAILURES - challenge.failures - 1;
        let attempts_remaining = in_pool.map_or(in_challenge, |in_pool| in_pool.min(in_challenge));
        Err(Rejection::CodeRejected { attempts_remaining }.into())
    }

    fn sign_in(
        &self,
        tx: &mut Tx,
        user: User,
        means: &Means,
        challenge: &Challenge,
        proven: Proven,
    ) -> Result<Arrived, Failure> {
        let (op, cookie, detail) = (self.op, challenge.cookie, self.detail(&proven));
        let policy = &means.policy;
        match proven {
            Proven::Pass => {
                Ok(demand_enrollment(op, tx, &user, policy, Demand::new(Entry::of(challenge), detail))?)
            }
            Proven::MailedCode => login::go_on_after_code(op, tx, user, means, challenge),
            Proven::Authenticator(_) | Proven::Passkey(_) | Proven::RecoveryCode { .. } => {
                let second_step = SecondStep::Factor(self.answer.method(), op.now);
                let (first_step, authenticated_at) = (challenge.first_step(), challenge.issued_at());
                let proof = Proof { first_step, authenticated_at, second_step };
                // A recovery code takes the place of a factor that may be lost.
                let trusts_device = self.trusts_device && cookie && self.answer.method().is_factor();
                let recovery_codes_left = proven.recovery_codes_left(means);
                let proven = Some(proven);
                let arrival = Arrival { proof, cookie, trusts_device, proven, detail, recovery_codes_left };
                sign_in::go_on_after_factor(op, tx, user, policy, arrival)
            }
        }
    }

    /// The caller's session is locked, so it goes over into the new one.
    fn step_up(
        &self,
        tx: &mut Tx,
        user: User,
        session: Session,
        means: Means,
        proven: &Proven,
    ) -> Result<Arrived, Failure> {
        let left = proven.recovery_codes_left(&means);
        let caller = Caller::new(user, session, means.policy);
        if !sessions::retire(self.op, tx, &caller)? {
            return Err(Fault::internal("a locked session has ended").into());
        }
        let user = caller.user.clone();
        let message = sign_in_notices::of_recovery_code(Some(proven), left)?;
        let opened = sessions::succeed(self.op, tx, &caller, user, Some(self.answer.method()))?;
        let event = AuditEvent::in_session(opened.session(), Action::StepUpSucceeded);
        self.op.tell(tx, event.with(self.detail(proven)), &caller.user, message)?;
        Ok(Arrived::SignedIn(Box::new(opened)))
    }

    fn detail(&self, proven: &Proven) -> serde_json::Value {
        proven.detail(self.answer.method())
    }
}
