//! A user's own second factor: its state, and turning it off.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    email_codes::EmailVerification,
    freezing::lock_unfrozen,
    login::holdings,
    recovery::refuse_in_session,
    second_factor::{charge, judge_code},
    sessions::{Caller, end_all},
    user_changes::is_last_administrator,
};
use crate::{
    crypto::passwords::HashingPermit,
    domain::{
        Timestamp,
        audit::{Action, AuditEvent},
        authenticator::{Authenticator, FactorState},
        challenge::Method,
        effective_policy::EffectivePolicy,
        message::Message,
        password::Password,
        rejection::Rejection,
        session::EndReason,
        totp::OneTimeCode,
        user::{Factor, User},
    },
    error::{Failure, Fault, Verdict},
    store::{
        Tx, authenticators,
        budgets::Account,
        organizations, pending_enrollments, policies,
        recovery_codes::{self, Summary},
        sessions, users,
    },
};

/// What a user is told about their second factor.
pub struct TwoFactor {
    pub state: FactorState,
    pub methods: BTreeSet<Method>,
    pub authenticators: Vec<Authenticator>,
    pub email: EmailVerification,
    pub recovery_codes: Summary,
    pub required: bool,
    /// By when a factor has to be set up, where there is none.
    pub deadline: Option<Timestamp>,
    pub effective_policy: EffectivePolicy,
    pub can_disable: bool,
    pub renew_by: Option<Timestamp>,
}

/// The caller's second factor.
pub fn describe(op: &Operation, caller: &Caller) -> Result<TwoFactor, Failure> {
    let account = caller.account();
    let Caller { user, policy, .. } = caller;
    let (authenticators, recovery_codes, holdings) = op.read(|rx| {
        let authenticators = authenticators::list(rx, account)?;
        Ok((authenticators, recovery_codes::summary(rx, account)?, holdings(op, rx, user, policy)?))
    })?;
    let (methods, renew_by) = match user.factor {
        Factor::NotEnrolled => (BTreeSet::new(), None),
        Factor::Enrolled { oldest_secret_at, .. } => {
            (policy.methods(recovery_codes.remaining), policy.renew_by(oldest_secret_at))
        }
    };
    let required = policy.deadline(user, op.now);
    Ok(TwoFactor {
        state: FactorState::of(user.factor, policy, op.now),
        methods,
        authenticators,
        email: EmailVerification::of(caller, user),
        recovery_codes,
        required: required.is_some(),
        deadline: required.and_then(|required| required.at).filter(|_| !user.factor.is_enrolled()),
        effective_policy: EffectivePolicy::of(policy, user, holdings, op.now),
        can_disable: user.factor.is_enrolled() && !policy.requires_factor(user, op.now),
        renew_by,
    })
}

/// What proves that it is the owner who turns the factor off; what is missing proves nothing.
pub struct Proofs {
    pub password: Option<Password>,
    pub code: Option<OneTimeCode>,
}

/// Turns the caller's second factor off, for the password and a current code together: secrets and recovery codes are
/// wiped, other sessions end. The caller's goes on by its refresh token. Errors: either is wrong, which of them is not
/// told; too many tries; no factor; or the policy requires one, or may block all other administrators.
pub fn disable(
    op: &Operation,
    permit: &HashingPermit,
    caller: &Caller,
    proofs: &Proofs,
) -> Result<(), Failure> {
    let stored = op.read(|rx| users::password(rx, caller.account()))?.ok_or(Rejection::NoPassword)?;
    let right = match &proofs.password {
        Some(password) => op.app.passwords.verify(permit, password, Some(&stored))?,
        None => false,
    };
    let code = proofs.code.as_ref().filter(|_| right);
    op.write(|tx| disable_in(op, tx, caller, code))
}

fn disable_in(op: &Operation, tx: &mut Tx, caller: &Caller, code: Option<&OneTimeCode>) -> Verdict<()> {
    let account = caller.account();
    let user = match lock_holder(tx, caller)? {
        Ok(user) if user.factor.is_enrolled() => user,
        Ok(_) => return Ok(Err(Rejection::EnrollFirst)),
        Err(rejection) => return Ok(Err(rejection)),
    };
    if sessions::lock(tx, caller.user.organization_id, caller.session.id)?.is_none() {
        return Ok(Err(Rejection::Unauthenticated));
    }
    if let Err(rejection) = admit_without_factor(op, tx, &user)? {
        return Ok(Err(rejection));
    }
    let judgement = match code {
        Some(code) => judge_code(op, tx, account, &caller.policy, code)?,
        None => charge(op, tx, account)?,
    };
    if let Err(rejection) = refuse_in_session(op, tx, caller, &judgement)? {
        return Ok(Err(rejection));
    }
    let wiped = wipe_all(tx, account)?;
    let user = users::record_factor_change(tx, account)?;
    end_all(op, tx, account, Some(caller.session.id), EndReason::FactorChanged)?;
    sessions::move_to_epoch(tx, &caller.session, user.epoch)?;
    let event = AuditEvent::in_session(&caller.session, Action::TwoFactorDisabled);
    op.announce(tx, event.with(json!({"authenticators": wiped})), &user, Message::FactorDisabled)?;
    Ok(Ok(()))
}

/// The caller, with the row locked. The organization is locked before where they are an administrator, so that
/// administrators give their factors up one after the other. A rejection: they are gone, or frozen.
fn lock_holder(tx: &mut Tx, caller: &Caller) -> Verdict<User> {
    if caller.user.is_administrator() {
        organizations::lock(tx, caller.organization_id())?;
    }
    lock_unfrozen(tx, caller.account())
}

/// Whether a user may be without a factor. The row is locked, and the policy read after that: who requires a factor of
/// everybody locks their own row for it. A rejection: the policy requires one, or may block all administrators that are left.
fn admit_without_factor(op: &Operation, tx: &mut Tx, user: &User) -> Verdict<()> {
    let policy = policies::find(tx, user.organization_id)?.policy;
    if policy.requires_factor(user, op.now) {
        return Ok(Err(Rejection::RequiredByPolicy));
    }
    let guarded = policy.may_block() && user.is_administrator();
    if guarded && is_last_administrator(tx, user)? {
        return Ok(Err(Rejection::LastAdministrator));
    }
    Ok(Ok(()))
}

/// Wipes the whole factor of a user, recovery codes and a begun enrollment included; gives the number of their
/// authenticators.
pub(super) fn wipe_all(tx: &mut Tx, account: Account) -> Result<usize, Fault> {
    let wiped = authenticators::delete_all(tx, account)?;
    recovery_codes::delete_all(tx, account)?;
    users::forget_recovery_origin(tx, account)?;
    pending_enrollments::delete(tx, account)?;
    Ok(wiped)
}
