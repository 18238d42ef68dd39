//! A user's own second factor: its state, and turning it off.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::json;

use super::{
    Operation,
    caller::Caller,
    email_codes::EmailVerification,
    freezing::lock_unfrozen,
    last_administrator::admit_change,
    passkey_ceremonies,
    recovery::{detail_of, refuse_in_session},
    second_factor::{Judgement, charge, judge_in_session},
    sessions::end_all,
};
use crate::{
    crypto::passwords::HashingPermit,
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        authenticator::{Authenticator, FactorState},
        challenge::{FactorProof, Method},
        effective_policy::EffectivePolicy,
        message::Message,
        passkey::Passkey,
        password::Password,
        rejection::Rejection,
        session::EndReason,
        user::{Factor, User},
    },
    error::{Failure, Fault},
    store::{
        Tx, authenticators, means, organizations,
        passkey_ceremonies::Owner,
        passkeys, passwords as password_rows, pending_enrollments, policies,
        recovery_codes::{self, Summary},
        sessions, users,
    },
};

/// What a user is told about their second factor.
pub struct TwoFactor {
    pub state: FactorState,
    pub methods: BTreeSet<Method>,
    pub offers: BTreeSet<Method>,
    pub authenticators: Vec<Authenticator>,
    pub passkeys: Vec<Passkey>,
    pub email: EmailVerification,
    pub recovery_codes: Summary,
    pub required: bool,
    /// By when a factor has to be set up, where there is none that counts.
    pub deadline: Option<Timestamp>,
    pub effective_policy: EffectivePolicy,
    pub can_disable: bool,
    pub renew_by: Option<Timestamp>,
}

/// The caller's second factor.
pub fn describe(op: &Operation, caller: &Caller) -> Result<TwoFactor, Failure> {
    let account = caller.account();
    let Caller { user, policy, .. } = caller;
    let (means, passkeys, recovery_codes) = op.read(|rx| {
        let means = means::find(rx, account, op.now)?;
        Ok((means, passkeys::list(rx, account)?, recovery_codes::summary(rx, account)?))
    })?;
    let oldest_secret_at = user.factor.oldest_secret_at();
    let required = policy.deadline(user, op.now);
    Ok(TwoFactor {
        state: FactorState::of(user.factor, policy, op.now),
        methods: policy.methods(user, recovery_codes.remaining, op.now),
        offers: policy.offered(user, op.now),
        effective_policy: EffectivePolicy::of(policy, user, means.holdings(), op.now),
        authenticators: means.authenticators,
        passkeys,
        email: EmailVerification::of(caller, user),
        recovery_codes,
        required: required.is_some(),
        deadline: required.and_then(|required| required.at).filter(|_| !policy.is_satisfied_by(user, op.now)),
        // It takes the password, too.
        can_disable: user.factor.is_enrolled() && user.has_password && !policy.requires_factor(user, op.now),
        renew_by: oldest_secret_at.and_then(|confirmed_at| policy.renew_by(confirmed_at)),
    })
}

/// What proves that it is the owner who turns the factor off; what is missing proves nothing.
pub struct Proofs {
    pub password: Option<Password>,
    pub factor: Option<FactorProof>,
}

/// Turns the caller's second factor off, for the password and a current code or a passkey together: secrets, passkeys and recovery
/// codes are wiped, other sessions end. The caller's goes on by its refresh token. Errors: either is wrong, which of them is not
/// told; too many tries; no factor; or the policy requires one, or may block all other administrators.
pub fn disable(
    op: &Operation,
    permit: &HashingPermit,
    caller: &Caller,
    proofs: &Proofs,
) -> Result<(), Failure> {
    let stored = op.read(|rx| password_rows::find(rx, caller.account()))?.ok_or(Rejection::NoPassword)?;
    let right = match &proofs.password {
        Some(password) => op.app.passwords.verify(permit, op.keyring(), password, Some(&stored))?,
        None => false,
    };
    let proof = proofs.factor.as_ref().filter(|_| right);
    op.write(|tx| disable_in(op, tx, caller, proof))
}

fn disable_in(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    proof: Option<&FactorProof>,
) -> Result<(), Failure> {
    let account = caller.account();
    let user = lock_holder(tx, caller)?;
    if !user.factor.is_enrolled() {
        return Err(Rejection::EnrollFirst.into());
    }
    if sessions::lock(tx, caller.user.organization_id, caller.session.id)?.is_none() {
        return Err(Rejection::Unauthenticated.into());
    }
    admit_without_factor(op, tx, &user)?;
    let judgement = match proof {
        Some(proof) => judge_in_session(op, tx, caller, proof)?,
        None => {
            // Whatever was signed is used up beside a wrong password, too.
            passkey_ceremonies::take(op, tx, Owner::Session(account, caller.session.id))?;
            charge(op, tx, account)?
        }
    };
    let detail = detail_of(&judgement);
    let judgement = match judgement {
        // Charged and answered as a wrong password is, or it would tell a right one.
        Judgement::Refused(_) => charge(op, tx, account)?,
        judged => judged,
    };
    refuse_in_session(op, tx, caller, &judgement, detail)?;
    let wiped = wipe_all(tx, account)?;
    let user = users::record_factor_change(tx, account)?;
    end_all(op, tx, account, Some(caller.session.id), EndReason::FactorChanged)?;
    sessions::move_to_epoch(tx, &caller.session, user.epoch)?;
    let event = AuditEvent::in_session(&caller.session, Action::TwoFactorDisabled);
    op.announce(tx, event.with(json!(wiped)), &user, Message::FactorDisabled)?;
    Ok(())
}

/// The caller, with the row locked. The organization is locked before where they are an administrator, so that
/// administrators give their factors up one after the other. A rejection: they are gone, or frozen.
pub(super) fn lock_holder(tx: &mut Tx, caller: &Caller) -> Result<User, Failure> {
    if caller.user.is_administrator() {
        organizations::lock(tx, caller.user.organization_id)?;
    }
    lock_unfrozen(tx, caller.account())
}

/// Whether a user may be without a factor. The row is locked, and the policy read after that: who requires a factor of
/// everybody locks their own row for it. A rejection: the policy requires one, or no administrator would be left.
fn admit_without_factor(op: &Operation, tx: &mut Tx, user: &User) -> Result<(), Failure> {
    let policy = policies::find(tx, user.organization_id)?.policy;
    if policy.requires_factor(user, op.now) {
        return Err(Rejection::RequiredByPolicy.into());
    }
    admit_change(tx, user, &User { factor: Factor::NotEnrolled, ..user.clone() })
}

/// How much there was of a factor.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Wiped {
    pub authenticators: usize,
    pub passkeys: usize,
}

/// Wipes the whole factor of a user, recovery codes and a begun enrollment included.
pub(super) fn wipe_all(tx: &mut Tx, account: Account) -> Result<Wiped, Fault> {
    let (authenticators, passkeys) =
        (authenticators::delete_all(tx, account)?, passkeys::delete_all(tx, account)?);
    recovery_codes::delete_all(tx, account)?;
    users::forget_recovery_origin(tx, account)?;
    pending_enrollments::delete(tx, account)?;
    Ok(Wiped { authenticators, passkeys })
}
