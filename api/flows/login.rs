//! Sign-in by email and password.

use serde_json::json;

use super::{
    Operation,
    challenge::{self, IssuedChallenge},
    recognition,
    second_factor::Proven,
    sessions::{self, Opened, SignedIn},
    single_form,
};
use crate::{
    crypto::{
        opaque_token::{OpaqueToken, TokenKind},
        passwords::{HashedPassword, HashingPermit},
    },
    domain::{
        Timestamp,
        audit::{Action, AuditEvent},
        challenge::{Answer, Method, Purpose},
        id::INSTALLATION,
        password::Password,
        policy::{Holdings, LoginDecision, LoginStyle, Policy},
        rejection::Rejection,
        session::{ENROLLMENT_GRANT_LIFETIME, Proof},
        throttle::{ADDRESS_FAILURES_PER_HOUR, Admission, address_key, address_window},
        user::{EmailAddress, User},
    },
    error::{Failure, Fault, Verdict},
    store::{
        Rx, Tx, address_failures,
        budgets::{self, Account},
        enrollment_grants::{self, EnrollmentGrant},
        login_directory, passes, policies, recovery_codes, users,
    },
};

/// What somebody types to sign in.
pub struct Login {
    pub email: EmailAddress,
    pub password: Password,
    /// What stood in the form beside the password; looked at where the policy asks on a single form.
    pub answer: Option<Answer>,
    /// Whether the refresh token goes into a cookie.
    pub cookie: bool,
}

/// How a sign-in with a right password goes on.
pub enum LoggedIn {
    SignedIn(Box<SignedIn>),
    Challenged(IssuedChallenge),
    EnrollmentDemanded(DemandedEnrollment),
}

/// The permission to enroll, and to do nothing else.
pub struct DemandedEnrollment {
    pub token: String,
    /// By when the user had to have a factor.
    pub deadline: Option<Timestamp>,
    pub expires_at: Timestamp,
}

/// Judges a password and says what follows. Unknown and suspended users, and those who have no password yet, cost the
/// same work, and get the same answer, as a wrong password.
pub fn log_in(op: &Operation, permit: &HashingPermit, login: &Login) -> Result<LoggedIn, Failure> {
    let (account, stored) = op.read(|rx| find(rx, &login.email))?;
    let passwords = &op.app.passwords;
    let right = passwords.verify(permit, &login.password, stored.as_ref())?;
    let judged = Judged { account, stored: stored.filter(|_| right) };
    let step = op.write(|tx| decide(op, tx, login, &judged))?;
    if let (Some(account), Some(stored)) = (judged.account, &judged.stored) {
        renew_hash(op, permit, account, stored, &login.password)?;
    }
    Ok(step.issue(op)?)
}

/// Makes an outdated hash anew, once the login is admitted: before that its time would tell a right password. Whoever
/// changed the password in between keeps their change.
fn renew_hash(
    op: &Operation,
    permit: &HashingPermit,
    account: Account,
    old: &HashedPassword,
    password: &Password,
) -> Result<(), Failure> {
    if !op.app.passwords.is_outdated(old) {
        return Ok(());
    }
    let new = op.app.passwords.hash(permit, &*op.app.random, password)?;
    let replaced = op.write(|tx| users::replace_password(tx, account, old, &new, None).map(Ok))?;
    tracing::debug!(replaced, "an outdated password hash was made anew");
    Ok(())
}

fn find(rx: &mut Rx, email: &EmailAddress) -> Result<(Option<Account>, Option<HashedPassword>), Fault> {
    let Some((organization_id, user_id)) = login_directory::find(rx, email)? else { return Ok((None, None)) };
    let account = Account { organization_id, user_id };
    Ok((Some(account), users::password(rx, account)?))
}

/// What hashing found out, outside the transaction.
struct Judged {
    account: Option<Account>,
    /// The hash that the password fits.
    stored: Option<HashedPassword>,
}

pub(super) enum Step {
    SignedIn(Box<Opened>),
    Challenged(IssuedChallenge),
    EnrollmentDemanded(DemandedEnrollment),
}

impl Step {
    /// What the one who signs in gets, once the transaction is committed.
    pub(super) fn issue(self, op: &Operation) -> Result<LoggedIn, Fault> {
        Ok(match self {
            Self::SignedIn(opened) => LoggedIn::SignedIn(Box::new(opened.issue(op)?)),
            Self::Challenged(challenge) => LoggedIn::Challenged(challenge),
            Self::EnrollmentDemanded(demanded) => LoggedIn::EnrollmentDemanded(demanded),
        })
    }
}

fn decide(op: &Operation, tx: &mut Tx, login: &Login, judged: &Judged) -> Verdict<Step> {
    let account = judged.account;
    let user = account.map(|account| users::lock(tx, account)).transpose()?.flatten();
    if let Some(refusal) = refusal(op, tx, judged, user.as_ref())? {
        let organization = account.map_or(INSTALLATION, |account| account.organization_id);
        let event =
            AuditEvent::about_user(organization, account.map(|account| account.user_id), Action::LoginFailed);
        op.record(tx, event.failed().with(json!({"reason": refusal})))?;
        return Ok(Err(Rejection::LoginFailed));
    }
    let user = user.ok_or_else(|| Fault::internal("a right password without its user"))?;
    go_on(op, tx, login, user)
}

/// Why a login is refused, for the audit log alone. A failure is charged before it is told; a success is recorded.
fn refusal(
    op: &Operation,
    tx: &mut Tx,
    judged: &Judged,
    user: Option<&User>,
) -> Result<Option<&'static str>, Fault> {
    let recognized = user.map(|user| recognition::is_recognized(op, tx, Account::of(user))).transpose()?;
    // A recognized browser is not held liable for its neighbours.
    if recognized != Some(true) && !admit_address(op, tx)? {
        return Ok(Some("addressThrottled"));
    }
    let Some(user) = user else {
        charge_address(op, tx)?;
        return Ok(Some("unknownUser"));
    };
    let account = Account::of(user);
    let budget = recognition::password_budget(op, tx, account)?;
    // The password may have been changed while the typed one was hashed.
    let right = judged.stored.is_some() && users::password(tx, account)? == judged.stored;
    if right && !user.suspended {
        return Ok(match budgets::record_success(tx, account, budget, op.now)? {
            Admission::Admitted { .. } => None,
            Admission::Exhausted { .. } => Some("passwordThrottled"),
        });
    }
    charge_address(op, tx)?;
    Ok(Some(match budgets::charge(tx, account, budget, op.now)? {
        Admission::Exhausted { .. } => "passwordThrottled",
        Admission::Admitted { .. } if user.suspended => "suspended",
        Admission::Admitted { .. } if !user.activated => "notActivated",
        Admission::Admitted { .. } => "wrongPassword",
    }))
}

pub(super) fn admit_address(op: &Operation, rx: &mut Rx) -> Result<bool, Fault> {
    let Some(address) = op.origin.client.address else { return Ok(true) };
    let failures = address_failures::count(rx, &address_key(address), address_window(op.now))?;
    Ok(failures < ADDRESS_FAILURES_PER_HOUR)
}

pub(super) fn charge_address(op: &Operation, tx: &mut Tx) -> Result<(), Fault> {
    let Some(address) = op.origin.client.address else { return Ok(()) };
    address_failures::charge(tx, &address_key(address), address_window(op.now))
}

/// What follows the right password of a user whose row is locked.
pub(super) fn go_on(op: &Operation, tx: &mut Tx, login: &Login, user: User) -> Verdict<Step> {
    let policy = policies::find(tx, user.organization_id)?.policy;
    let about = |action| AuditEvent::about_user(user.organization_id, Some(user.id), action);
    match policy.decide_login(&user, holdings(op, tx, &user, &policy)?, op.now) {
        LoginDecision::SignIn => {
            let proof = Proof { password_at: op.now, second_factor: None };
            let opened = sessions::begin(op, tx, user, &policy, proof, login.cookie)?;
            op.record(tx, AuditEvent::in_session(opened.session(), Action::LoginSucceeded))?;
            Ok(Ok(Step::SignedIn(Box::new(opened))))
        }
        // Somebody without a factor gives nothing away by being asked for the code that an administrator has for them.
        LoginDecision::Challenge { methods }
            if policy.login_style == LoginStyle::SingleForm
                && (user.factor.is_enrolled() || login.answer.is_some()) =>
        {
            single_form::finish(op, tx, login, user, &policy, &methods)
        }
        LoginDecision::Challenge { methods } => {
            let challenge = challenge::issue(op, tx, &user, methods, Purpose::SignIn, login.cookie)?;
            op.record(tx, about(Action::LoginChallenged))?;
            Ok(Ok(Step::Challenged(challenge)))
        }
        LoginDecision::Enroll { deadline } => {
            let demanded = demand_enrollment(op, tx, &user, login.cookie, deadline)?;
            op.record(tx, about(Action::LoginEnrollmentDemanded))?;
            Ok(Ok(Step::EnrollmentDemanded(demanded)))
        }
        LoginDecision::Block => {
            op.record(tx, about(Action::LoginBlocked).failed())?;
            Ok(Err(Rejection::BlockedByPolicy))
        }
    }
}

/// What the user could answer a challenge with, beside authenticators.
pub(super) fn holdings(op: &Operation, rx: &mut Rx, user: &User, policy: &Policy) -> Result<Holdings, Fault> {
    let account = Account::of(user);
    let pass = passes::find_open(rx, account, op.now)?;
    Ok(Holdings {
        recovery_codes_left: recovery_codes::summary(rx, account)?.remaining,
        pass: pass.is_some_and(|pass| policy.accepted_passes().contains(&pass.kind)),
    })
}

/// The same after a pass was used up.
pub(super) fn demand_enrollment_after_pass(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    policy: &Policy,
    cookie: bool,
) -> Result<DemandedEnrollment, Fault> {
    let deadline = policy.deadline(user, op.now).and_then(|deadline| deadline.at);
    let demanded = demand_enrollment(op, tx, user, cookie, deadline)?;
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::LoginEnrollmentDemanded);
    op.record(tx, event.with(Proven::Pass.detail(Method::TemporaryPass)))?;
    Ok(demanded)
}

/// Gives the permission to enroll to somebody who has proven all that they can.
fn demand_enrollment(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    cookie: bool,
    deadline: Option<Timestamp>,
) -> Result<DemandedEnrollment, Fault> {
    let token = OpaqueToken::new(TokenKind::Enrollment, user.organization_id, &*op.app.random);
    let grant = EnrollmentGrant {
        id: op.new_id(),
        user_id: user.id,
        epoch: user.epoch,
        cookie,
        authenticated_at: op.now,
        expires_at: op.now + ENROLLMENT_GRANT_LIFETIME,
    };
    enrollment_grants::insert(tx, user.organization_id, &grant, &token.digest(&op.app.keyring))?;
    Ok(DemandedEnrollment { token: token.reveal(), deadline, expires_at: grant.expires_at })
}
