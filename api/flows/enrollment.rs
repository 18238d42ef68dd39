//! Enrollment of authenticators: begun with a secret that is shown once, confirmed by a code of it.

use serde_json::json;
use zeroize::Zeroizing;

use super::{
    Operation,
    caller::{self, Caller, Claimed},
    freezing::lock_unfrozen,
    recovery::{self, NewSet},
    sessions::{self, Opened, SignedIn},
};
use crate::{
    crypto::{
        opaque_token::{OpaqueToken, TokenKind},
        sealer::{self, TotpRow},
    },
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        authenticator::{self, Authenticator, AuthenticatorName, PendingEnrollment, provisioning_uri},
        challenge::Method,
        decision::SessionDecision,
        id::AuthenticatorId,
        message::{FactorChange, FactorKind, Message},
        policy::Policy,
        qr_code,
        rejection::{FieldError, Rejection},
        session::{EndReason, FirstStep, Proof, SecondStep},
        totp::{self, Algorithm, OneTimeCode, Parameters, TimeStep, TotpSecret},
        user::User,
    },
    error::{Failure, Fault},
    store::{
        Tx, authenticators,
        enrollment_grants::{self, EnrollmentGrant},
        organizations, passes, pending_enrollments, policies, recovery_codes, users,
    },
};

/// Who may enroll: the holder of a session, or of the permission that a login gives which demands an enrollment.
#[expect(clippy::large_enum_variant, reason = "there is one of them at a time, on the stack")]
pub enum Enroller {
    Session(Caller),
    Grant { user: User, grant: EnrollmentGrant, policy: Policy },
}

impl Enroller {
    pub(super) fn user(&self) -> &User {
        match self {
            Self::Session(caller) => &caller.user,
            Self::Grant { user, .. } => user,
        }
    }

    fn policy(&self) -> &Policy {
        match self {
            Self::Session(caller) => &caller.policy,
            Self::Grant { policy, .. } => policy,
        }
    }

    pub(super) fn account(&self) -> Account {
        Account::of(self.user())
    }

    pub(super) fn event(&self, action: Action) -> AuditEvent {
        match self {
            Self::Session(caller) => AuditEvent::in_session(&caller.session, action),
            Self::Grant { user, .. } => AuditEvent::by_user(user.organization_id, user.id, action),
        }
    }

    /// Errors: the policy does not take that factor from the user, or a session whose user would not be let in to enroll by their
    /// password alone.
    pub(super) fn require_admission(&self, factor: Method, now: Timestamp) -> Result<(), Rejection> {
        if !self.policy().offers(factor, self.user(), now) {
            return Err(Rejection::BlockedByPolicy);
        }
        match self {
            // A password alone must not own an account whose factor was reset; a provider vouches for more than that.
            Self::Session(caller)
                if caller.user.reset_pending && caller.session.first_step == FirstStep::Local =>
            {
                Err(Rejection::BlockedByPolicy)
            }
            Self::Session(caller) => match caller.decision(now) {
                SessionDecision::Blocked => Err(Rejection::BlockedPastDeadline),
                SessionDecision::Full | SessionDecision::EnrollFirst | SessionDecision::StepUpFirst => Ok(()),
            },
            Self::Grant { .. } => Ok(()),
        }
    }

    /// Errors: a session with a factor that was not proven lately.
    pub(super) fn require_step_up(&self, now: Timestamp) -> Result<(), Rejection> {
        match self {
            Self::Session(caller) => caller.require_step_up(now),
            Self::Grant { .. } => Ok(()),
        }
    }
}

/// The holder of an enrollment token or an access token. Errors: neither.
pub fn authenticate(op: &Operation, token: &str) -> Result<Enroller, Failure> {
    let Some(token) = OpaqueToken::parse(TokenKind::Enrollment, token) else {
        return caller::authenticate(op, &Claimed::read(op.app, token)?).map(Enroller::Session);
    };
    let organization = token.organization_id;
    let found = op.read(|rx| {
        let digests = token.digests(op.keyring());
        let Some(grant) = enrollment_grants::find(rx, organization, &digests, op.now)? else {
            return Ok(None);
        };
        let user = users::find(rx, Account { organization_id: organization, user_id: grant.user_id })?;
        let user = user.filter(|user| user.epoch == grant.epoch && !user.suspended);
        let policy = policies::find(rx, organization)?.policy;
        Ok(user.map(|user| Enroller::Grant { user, grant, policy }))
    })?;
    found.ok_or_else(|| Rejection::Unauthenticated.into())
}

/// A begun enrollment, with the only sight of its secret.
pub struct BegunEnrollment {
    pub id: AuthenticatorId,
    pub parameters: Parameters,
    /// Base32 without padding.
    pub secret: Zeroizing<String>,
    pub provisioning_uri: Zeroizing<String>,
    pub qr_svg: Zeroizing<String>,
    pub expires_at: Timestamp,
}

/// Begins the enrollment of one more authenticator, with digits and hash by the policy. Errors: the user has as many as
/// anybody may have, or needs a step-up; another hash is asked for.
pub fn begin(
    op: &Operation,
    enroller: &Enroller,
    name: Option<AuthenticatorName>,
    algorithm: Option<Algorithm>,
) -> Result<BegunEnrollment, Failure> {
    enroller.require_step_up(op.now)?;
    if algorithm.is_some_and(|algorithm| algorithm != enroller.policy().algorithm) {
        let message = "The organization's policy has another one.";
        return Err(FieldError::new("algorithm", "not_offered", message).into());
    }
    let name = name.unwrap_or_else(AuthenticatorName::default_name);
    begin_any(op, enroller, |_| Ok((name.as_str().to_owned(), None)))
}

/// Begins the enrollment of an authenticator that takes the place of another, name included. Errors: there is no such
/// authenticator.
pub fn begin_replacement(
    op: &Operation,
    caller: &Caller,
    replaced: AuthenticatorId,
) -> Result<BegunEnrollment, Failure> {
    begin_any(op, &Enroller::Session(caller.clone()), |enrolled| {
        let old = enrolled.iter().find(|authenticator| authenticator.id == replaced);
        old.map(|old| (old.name.clone(), Some(replaced))).ok_or(Rejection::NotFound)
    })
}

/// The name of the new authenticator and the one that it replaces.
type Place = (String, Option<AuthenticatorId>);

fn begin_any(
    op: &Operation,
    enroller: &Enroller,
    place: impl Fn(&[Authenticator]) -> Result<Place, Rejection>,
) -> Result<BegunEnrollment, Failure> {
    let account = enroller.account();
    enroller.require_admission(Method::Totp, op.now)?;
    let secret = TotpSecret::new(op.app.random.bytes::<{ TotpSecret::NEW_LENGTH }>().to_vec())
        .ok_or_else(|| Fault::internal("a new secret is too short"))?;
    let (id, parameters) = (op.new_id(), enroller.policy().totp_parameters());
    let row = row_of(account, id, parameters);
    let sealed_secret = sealer::seal_totp(op.keyring(), &*op.app.random, row, &secret);
    let expires_at = op.now + authenticator::PENDING_LIFETIME;
    let issuer = op.write(|tx| {
        lock_unfrozen(tx, account)?;
        let enrolled = authenticators::list(tx, account)?;
        let (name, replaces) = place(&enrolled)?;
        if replaces.is_none() && enrolled.len() >= authenticator::MOST {
            return Err(Rejection::AuthenticatorLimit.into());
        }
        let sealed_secret = sealed_secret.clone();
        let pending = PendingEnrollment { id, name, parameters, sealed_secret, replaces, expires_at };
        pending_enrollments::put(tx, account, &pending)?;
        op.record(tx, enroller.event(Action::EnrollmentBegun).with(json!({"authenticator": id})))?;
        Ok(organizations::name(tx, account.organization_id)?)
    })?;
    let provisioning_uri = provisioning_uri(&issuer, &enroller.user().email, &secret, parameters);
    let qr_svg = qr_code::svg(&provisioning_uri).map_err(Fault::internal)?;
    Ok(BegunEnrollment { id, parameters, secret: secret.base32(), provisioning_uri, qr_svg, expires_at })
}

fn row_of(account: Account, authenticator_id: AuthenticatorId, parameters: Parameters) -> TotpRow {
    let Account { organization_id, user_id } = account;
    TotpRow { organization_id, user_id, authenticator_id, parameters }
}

/// An authenticator that has just become a factor.
pub struct Confirmed {
    pub authenticator: Authenticator,
    /// With the first factor: shown once.
    pub recovery_codes: Option<NewSet>,
    pub signed_in: SignedIn,
    pub policy: Policy,
}

/// Makes a begun enrollment a factor, for a current code of it. The user's other sessions end; the caller's goes on
/// under fresh tokens, or begins. Errors: no such enrollment, a wrong code, or the user is blocked by now.
pub fn confirm(
    op: &Operation,
    enroller: &Enroller,
    id: AuthenticatorId,
    code: &OneTimeCode,
) -> Result<Confirmed, Failure> {
    enroller.require_admission(Method::Totp, op.now)?;
    let (opened, recovery_codes, authenticator) = op.write(|tx| confirm_in(op, tx, enroller, id, code))?;
    let policy = enroller.policy().clone();
    Ok(Confirmed { authenticator, recovery_codes, signed_in: opened.issue(op)?, policy })
}

type Enrolled = (Opened, Option<NewSet>, Authenticator);

fn confirm_in(
    op: &Operation,
    tx: &mut Tx,
    enroller: &Enroller,
    id: AuthenticatorId,
    code: &OneTimeCode,
) -> Result<Enrolled, Failure> {
    let account = enroller.account();
    let user = lock_unfrozen(tx, account)?;
    if user.epoch != enroller.user().epoch || user.suspended {
        return Err(Rejection::Unauthenticated.into());
    }
    let pending = pending_enrollments::find(tx, account, op.now)?.filter(|pending| pending.id == id);
    let pending = pending.ok_or(Rejection::NotFound)?;
    let step = match_pending(op, tx, enroller, &pending, code)?;
    let enrolled = authenticators::list(tx, account)?;
    let replaced =
        pending.replaces.filter(|old| enrolled.iter().any(|authenticator| authenticator.id == *old));
    if replaced.is_none() && enrolled.len() >= authenticator::MOST {
        return Err(Rejection::AuthenticatorLimit.into());
    }

    if !claim(op, tx, enroller)? {
        return Err(Rejection::Unauthenticated.into());
    }
    pending_enrollments::take(tx, account, &pending)?;
    if let Some(old) = replaced {
        authenticators::delete(tx, account, old)?;
    }
    authenticators::insert(tx, account, &pending, step, op.now)?;
    passes::close_all(tx, account, op.now)?;
    let codes = first_codes(op, tx, enroller, &user)?;
    let action =
        if replaced.is_some() { Action::AuthenticatorReplaced } else { Action::AuthenticatorEnrolled };
    let detail =
        json!({"authenticator": id, "replaced": replaced, "recoveryCodes": codes.as_ref().map(Vec::len)});
    let message = told(&user, &pending, replaced.is_some());
    op.announce(tx, enroller.event(action).with(detail), &user, message)?;
    let opened = go_on(op, tx, enroller, Method::Totp)?;
    Ok((opened, codes, newly_enrolled(pending, step, op.now)))
}

/// The recovery codes that come with a first factor, where the policy allows them.
pub(super) fn first_codes(
    op: &Operation,
    tx: &mut Tx,
    enroller: &Enroller,
    user: &User,
) -> Result<Option<NewSet>, Fault> {
    if user.factor.is_enrolled() {
        return Ok(None);
    }
    let account = Account::of(user);
    let codes = recovery::generate(op, tx, account, enroller.policy())?;
    if codes.is_none() {
        recovery_codes::delete_all(tx, account)?;
    }
    Ok(codes)
}

fn told(user: &User, confirmed: &PendingEnrollment, replaced: bool) -> Message {
    let (authenticator, factor) = (confirmed.name.clone(), FactorKind::Authenticator);
    match (user.factor.is_enrolled(), replaced) {
        (false, _) => Message::FactorEnabled { authenticator, factor },
        (true, false) => Message::FactorModified { authenticator, factor, change: FactorChange::Added },
        (true, true) => Message::FactorModified { authenticator, factor, change: FactorChange::Replaced },
    }
}

/// The step of a right code; a wrong one is told how far the clock of its device is off, since only the owner of a
/// session has seen this secret.
fn match_pending(
    op: &Operation,
    tx: &mut Tx,
    enroller: &Enroller,
    pending: &PendingEnrollment,
    code: &OneTimeCode,
) -> Result<TimeStep, Failure> {
    let PendingEnrollment { id, parameters, .. } = *pending;
    let row = row_of(enroller.account(), id, parameters);
    let secret = sealer::open_totp(op.keyring(), row, &pending.sealed_secret)?;
    let skew_steps = enroller.policy().skew_steps.into();
    if let Some(step) = totp::matching_step(&secret, parameters, code, op.now, skew_steps) {
        return Ok(step);
    }
    let clock_skew_seconds = totp::clock_skew(&secret, parameters, code, op.now);
    let event = enroller.event(Action::EnrollmentCodeRejected).failed();
    op.record(tx, event.with(json!({"authenticator": id, "clockSkewSeconds": clock_skew_seconds})))?;
    Err(Rejection::EnrollmentCodeRejected { clock_skew_seconds }.into())
}

/// Uses up what the enroller acts by; false when it has ended in between, and nothing may follow from it.
pub(super) fn claim(op: &Operation, tx: &mut Tx, enroller: &Enroller) -> Result<bool, Fault> {
    match enroller {
        Enroller::Session(caller) => sessions::retire(op, tx, caller),
        Enroller::Grant { user, grant, .. } => {
            enrollment_grants::consume(tx, user.organization_id, grant.id, op.now)
        }
    }
}

/// The session that follows, with the new factor proven.
pub(super) fn go_on(
    op: &Operation,
    tx: &mut Tx,
    enroller: &Enroller,
    proven: Method,
) -> Result<Opened, Fault> {
    let user = users::record_factor_change(tx, enroller.account())?;
    match enroller {
        Enroller::Session(caller) => {
            let because = EndReason::FactorChanged;
            sessions::succeed_alone(op, tx, caller, user, Some(proven), because)
        }
        Enroller::Grant { grant, policy, .. } => {
            sessions::end_all(op, tx, Account::of(&user), None, EndReason::FactorChanged)?;
            let second_step = SecondStep::Factor(proven, op.now);
            let (first_step, authenticated_at) = (grant.first_step, grant.authenticated_at);
            let proof = Proof { first_step, authenticated_at, second_step };
            let left = recovery_codes::summary(tx, Account::of(&user))?.remaining;
            let opened = sessions::begin(op, tx, user, policy, proof, grant.cookie, left)?;
            op.record(tx, AuditEvent::in_session(opened.session(), Action::LoginSucceeded))?;
            Ok(opened)
        }
    }
}

fn newly_enrolled(pending: PendingEnrollment, step: TimeStep, now: Timestamp) -> Authenticator {
    let PendingEnrollment { id, name, parameters, sealed_secret, .. } = pending;
    let last_used_at = Some(now);
    Authenticator {
        id,
        name,
        parameters,
        sealed_secret,
        confirmed_at: now,
        last_step: step,
        last_used_at,
        proved: true,
    }
}
