//! Sign-in by email and password.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    challenge::{self, IssuedChallenge},
    recognition,
    second_factor::Proven,
    sessions::{Opened, SignedIn},
    sign_in::{self, Arrival, Arrived, Demand, Entry, demand_enrollment},
    single_form,
    trusted_devices::find as find_device,
};
use crate::{
    crypto::passwords::{HashedPassword, HashingPermit},
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        challenge::{Answer, Challenge, Method, Purpose},
        decision::LoginDecision,
        id::INSTALLATION,
        password::Password,
        policy::{LoginStyle, Mode, Policy},
        rejection::Rejection,
        session::{FirstStep, Proof, SecondStep},
        throttle::{Admission, Exhausted, address_key, address_window},
        trusted_device::TrustedDevice,
        user::{EmailAddress, User},
    },
    error::{Failure, Fault},
    store::{
        Rx, Tx, address_failures, budgets, login_directory,
        means::{self, Means},
        passwords::{self as password_rows, WithPassword},
        trusted_devices,
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

impl Login {
    pub(super) fn entry(&self) -> Entry<'_> {
        Entry { first_step: FirstStep::Local, answer: self.answer.as_ref(), cookie: self.cookie }
    }
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
    /// The kinds of factor that the user may set up.
    pub offers: BTreeSet<Method>,
    /// By when the user had to have a factor.
    pub deadline: Option<Timestamp>,
    pub expires_at: Timestamp,
}

/// Judges a password and says what follows. Unknown and suspended users, and those who have no password yet, cost the
/// same work, and get the same answer, as a wrong password.
pub fn log_in(op: &Operation, permit: &HashingPermit, login: &Login) -> Result<LoggedIn, Failure> {
    let (account, read) = op.read(|rx| find(rx, &login.email))?;
    let stored = read.as_ref().and_then(|read| read.password.as_ref());
    let right = op.app.passwords.verify(permit, op.keyring(), &login.password, stored)?;
    let judged = Judged { account, read: read.as_ref(), right };
    // A wrong one too, though it ends in a transaction: where both are refused, the time would tell a right one.
    let step = op.write_optimistically(|tx| decide(op, tx, login, &judged))?;
    if let (Some(account), Some(stored)) = (account, stored) {
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
    if !op.app.passwords.is_outdated(op.keyring(), old) {
        return Ok(());
    }
    let new = op.app.passwords.hash(permit, op.keyring(), &*op.app.random, password)?;
    let replaced = op.write(|tx| Ok(password_rows::replace(tx, account, old, &new, None)?))?;
    tracing::debug!(replaced, "an outdated password hash was made anew");
    Ok(())
}

/// By way of the directory, which is of all organizations: the account is in a shard that has to be found first.
fn find(rx: &mut Rx, email: &EmailAddress) -> Result<(Option<Account>, Option<WithPassword>), Fault> {
    let Some(account) = login_directory::find(rx, email)? else { return Ok((None, None)) };
    Ok((Some(account), password_rows::find_user(rx, account)?))
}

/// What hashing found out, outside the transaction.
struct Judged<'a> {
    account: Option<Account>,
    /// As they were then.
    read: Option<&'a WithPassword>,
    /// Whether the password is theirs.
    right: bool,
}

pub(super) enum Step {
    Arrived(Arrived),
    Challenged(IssuedChallenge),
}

impl Step {
    pub(super) fn signed_in(opened: Box<Opened>) -> Self {
        Self::Arrived(Arrived::SignedIn(opened))
    }

    /// What the one who signs in gets, once the transaction is committed.
    pub(super) fn issue(self, op: &Operation) -> Result<LoggedIn, Fault> {
        Ok(match self {
            Self::Arrived(Arrived::SignedIn(opened)) => LoggedIn::SignedIn(Box::new(opened.issue(op)?)),
            Self::Arrived(Arrived::EnrollmentDemanded(demanded)) => LoggedIn::EnrollmentDemanded(demanded),
            Self::Challenged(challenge) => LoggedIn::Challenged(challenge),
        })
    }
}

fn decide(op: &Operation, tx: &mut Tx, login: &Login, judged: &Judged) -> Result<Step, Failure> {
    let account = judged.account;
    let held =
        account.map(|account| password_rows::hold_user(tx, account, judged.read)).transpose()?.flatten();
    let (user, password) = held.map(|held| (held.user, held.password)).unzip();
    // The password may have been changed while the typed one was hashed.
    let right =
        judged.right && password.flatten().as_ref() == judged.read.and_then(|read| read.password.as_ref());
    if let Some(refusal) = refusal(op, tx, user.as_ref(), right)? {
        let organization = account.map_or(INSTALLATION, |account| account.organization_id);
        let event =
            AuditEvent::about_user(organization, account.map(|account| account.user_id), Action::LoginFailed);
        op.record(tx, event.failed().with(json!({"reason": refusal})))?;
        return Err(Rejection::LoginFailed.into());
    }
    let user = user.ok_or_else(|| Fault::internal("a right password without its user"))?;
    go_on(op, tx, login.entry(), user)
}

/// Why a login is refused, for the audit log alone. A failure is charged before it is told; a success is recorded.
fn refusal(
    op: &Operation,
    tx: &mut Tx,
    user: Option<&User>,
    right: bool,
) -> Result<Option<&'static str>, Fault> {
    let recognized = match user {
        Some(user) => recognition::is_recognized(op, tx, Account::of(user))?,
        None => false,
    };
    // A recognized browser is not held liable for its neighbours.
    if !recognized && !admit_address(op, tx)? {
        return Ok(Some("addressThrottled"));
    }
    let Some(user) = user else {
        charge_address(op, tx)?;
        return Ok(Some("unknownUser"));
    };
    let account = Account::of(user);
    let budget = recognition::password_budget(recognized);
    let reason = if right && !user.suspended {
        match budgets::record_success(tx, account, budget, op.now)? {
            Ok(()) => return Ok(None),
            Err(Exhausted { .. }) => "passwordThrottled",
        }
    } else {
        match budgets::charge(tx, account, budget, op.now)? {
            Admission::Exhausted { .. } => "passwordThrottled",
            Admission::Admitted { .. } if user.suspended => "suspended",
            Admission::Admitted { .. } if !user.activated => "notActivated",
            Admission::Admitted { .. } if !user.has_password => "noPassword",
            Admission::Admitted { .. } => "wrongPassword",
        }
    };
    // A right one over the limit as well: what is left to the address would tell it.
    charge_address(op, tx)?;
    Ok(Some(reason))
}

pub(super) fn admit_address(op: &Operation, tx: &mut Tx) -> Result<bool, Fault> {
    let Some(address) = op.origin.client.address else { return Ok(true) };
    address_failures::admit(tx, &address_key(address), address_window(op.now))
}

pub(super) fn charge_address(op: &Operation, tx: &mut Tx) -> Result<(), Fault> {
    let Some(address) = op.origin.client.address else { return Ok(()) };
    address_failures::charge(tx, &address_key(address), address_window(op.now))
}

/// What follows the first step of a user whose row is locked, where the policy asks for a factor of ours.
pub(super) fn go_on(op: &Operation, tx: &mut Tx, entry: Entry, user: User) -> Result<Step, Failure> {
    let means = means::find(tx, Account::of(&user), op.now)?;
    let policy = &means.policy;
    if let Some(device) = skipping_device(op, tx, entry, &user, policy)?
        && trusted_devices::touch(tx, Account::of(&user), device.id, op.now)?
    {
        let proof = entry.proof(op, SecondStep::TrustedDevice);
        let detail = json!({"method": "trustedDevice", "device": device.id});
        let arrival = Arrival::by_first_step(proof, entry.cookie, detail, &means);
        return Ok(Step::signed_in(sign_in::complete(op, tx, user, policy, arrival)?));
    }
    let decision = policy.decide_first_step(&user, means.holdings(), op.now);
    go_on_as(op, tx, entry, user, &means, decision)
}

/// The same, as was decided.
pub(super) fn go_on_as(
    op: &Operation,
    tx: &mut Tx,
    entry: Entry,
    user: User,
    means: &Means,
    decision: LoginDecision,
) -> Result<Step, Failure> {
    let policy = &means.policy;
    match decision {
        LoginDecision::SignIn => {
            let proof = entry.proof(op, SecondStep::None);
            let arrival = Arrival::by_first_step(proof, entry.cookie, json!({}), means);
            Ok(Step::signed_in(sign_in::complete(op, tx, user, policy, arrival)?))
        }
        LoginDecision::Challenge { methods }
            if entry.first_step == FirstStep::Local
                && policy.login_style == LoginStyle::SingleForm
                && single_form::takes(entry, &methods) =>
        {
            Ok(Step::Arrived(single_form::finish(op, tx, entry, user, means, &methods)?))
        }
        LoginDecision::Challenge { methods } => {
            let may_trust = entry.cookie && methods.iter().any(|method| method.is_factor());
            let trust_device_days = if may_trust { policy.trusted_device_days } else { 0 };
            let purpose = Purpose::SignIn(entry.first_step);
            let challenge = challenge::issue(op, tx, &user, methods, purpose, entry.cookie, means)?;
            op.record(
                tx,
                AuditEvent::about_user(user.organization_id, Some(user.id), Action::LoginChallenged),
            )?;
            Ok(Step::Challenged(IssuedChallenge { trust_device_days, ..challenge }))
        }
        LoginDecision::Enroll { .. } => {
            let demand = Demand::new(entry, json!({}));
            Ok(Step::Arrived(demand_enrollment(op, tx, &user, policy, demand)?))
        }
        LoginDecision::Block(why) => sign_in::block(op, tx, &user, why, json!({})),
    }
}

/// The trusted device by which a login in a browser skips the challenge; a code that stands in the form is judged all the same.
fn skipping_device(
    op: &Operation,
    rx: &mut Rx,
    entry: Entry,
    user: &User,
    policy: &Policy,
) -> Result<Option<TrustedDevice>, Fault> {
    let asked = policy.mode != Mode::Off && policy.is_satisfied_by(user, op.now);
    let answered = policy.login_style == LoginStyle::SingleForm && entry.answer.is_some();
    if asked && entry.cookie && !answered { find_device(op, rx, Account::of(user), policy) } else { Ok(None) }
}

/// Goes on after a mailed code, which stands for no factor. A rejection: by now something else is asked for.
pub(super) fn go_on_after_code(
    op: &Operation,
    tx: &mut Tx,
    user: User,
    means: &Means,
    challenge: &Challenge,
) -> Result<Arrived, Failure> {
    let policy = &means.policy;
    let detail = Proven::MailedCode.detail(Method::Email);
    match policy.decide_login(&user, means.holdings(), op.now) {
        LoginDecision::SignIn => {
            let (first_step, authenticated_at) = (challenge.first_step(), challenge.issued_at());
            let proof = Proof { first_step, authenticated_at, second_step: SecondStep::MailedCode };
            let arrival = Arrival::by_first_step(proof, challenge.cookie, detail, means);
            Ok(Arrived::SignedIn(sign_in::complete(op, tx, user, policy, arrival)?))
        }
        LoginDecision::Enroll { .. } if !user.frozen => {
            Ok(demand_enrollment(op, tx, &user, policy, Demand::new(Entry::of(challenge), detail))?)
        }
        LoginDecision::Enroll { .. } | LoginDecision::Challenge { .. } | LoginDecision::Block(_) => {
            Err(Rejection::ChallengeExpired.into())
        }
    }
}
