//! Resets: what an administrator does for somebody who has lost their second factor.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    Operation,
    administrators::Administrator,
    last_administrator::is_last_administrator,
    passes::{self, IssuedPass},
    sessions::end_all,
    two_factor::{Wiped, wipe_all},
    user_changes::{Locked, lock_target},
};
use crate::{
    domain::{
        account::Account,
        audit::Action,
        id::UserId,
        message::Message,
        pass::{self, IdentityCheck, PassKind, RESET_CODE_LIFETIME, Reason, Ticket},
        policy::ResetProof,
        rejection::{FieldError, Rejection},
        role::Permission,
        session::EndReason,
        user::User,
    },
    error::Failure,
    store::{Tx, passes as pass_rows, users},
};

/// Why a reset is made, and how the administrator knows whom it is for.
pub struct ResetOrder {
    pub identity_check: IdentityCheck,
    pub reason: Reason,
    pub ticket: Option<Ticket>,
}

impl ResetOrder {
    fn detail(&self, wiped: Wiped) -> Value {
        let mut detail = json!({
            "identityCheck": self.identity_check,
            "reason": self.reason.as_str(),
            "authenticators": wiped.authenticators,
            "passkeys": wiped.passkeys,
        });
        if let Some(ticket) = &self.ticket {
            detail["ticket"] = ticket.as_str().into();
        }
        detail
    }
}

/// Wipes a user's second factor and ends whatever they have open. Gives the code that their next login has to show, where
/// the policy demands one. Errors: the caller's own factor, a user above them, an administrator where only superadmins
/// reset those, somebody who has not activated their account, or the last administrator who can sign in.
pub fn reset(
    op: &Operation,
    administrator: &Administrator,
    target: UserId,
    order: &ResetOrder,
) -> Result<Option<IssuedPass>, Failure> {
    op.write(|tx| {
        let target = lock_resettable(tx, administrator, target)?;
        let account = Account::of(&target);
        if target.is_invited() {
            // The code would stand between them and what they were invited to.
            return Err(Rejection::NothingToReset.into());
        }
        if target.is_administrator() && is_last_administrator(tx, &target)? {
            return Err(Rejection::LastAdministrator.into());
        }
        let wiped = wipe_all(tx, account)?;
        users::record_factor_change(tx, account)?;
        end_all(op, tx, account, None, EndReason::Reset)?;
        let issued = match administrator.rules().reset_proof {
            ResetProof::Code => {
                users::set_reset_pending(tx, account, Some(op.now))?;
                Some(passes::issue(op, tx, account, PassKind::Reset, op.now + RESET_CODE_LIFETIME)?)
            }
            ResetProof::None => {
                users::set_reset_pending(tx, account, None)?;
                pass_rows::close_all(tx, account, op.now)?;
                None
            }
        };
        let event = administrator.event(Action::TwoFactorReset).on(target.id);
        let message = Message::FactorReset { code_required: issued.is_some() };
        op.announce(tx, event.with(order.detail(wiped)), &target, message)?;
        Ok(issued)
    })
}

/// Issues a code that stands in for a user's second factor once, and leads them to enroll. Errors: the policy has no
/// passes or not so long ones, the caller themself, a user above them, or one whose account takes none now.
pub fn issue_pass(
    op: &Operation,
    administrator: &Administrator,
    target: UserId,
    minutes: Option<u16>,
    reason: &Reason,
) -> Result<IssuedPass, Failure> {
    let rules = &administrator.rules().temporary_pass;
    if !rules.enabled {
        return Err(Rejection::BlockedByPolicy.into());
    }
    let minutes = minutes.unwrap_or(pass::USUAL_MINUTES.min(rules.max_minutes));
    if !(pass::FEWEST_MINUTES..=rules.max_minutes).contains(&minutes) {
        let message = format!("From {} to {}.", pass::FEWEST_MINUTES, rules.max_minutes);
        return Err(FieldError::new("minutes", "out_of_range", message).into());
    }
    op.write(|tx| {
        let target = lock_resettable(tx, administrator, target)?;
        if target.suspended || target.frozen {
            return Err(Rejection::SuspendedOrFrozen.into());
        }
        let expires_at = op.now + TimeDelta::minutes(minutes.into());
        let issued = passes::issue(op, tx, Account::of(&target), PassKind::Temporary, expires_at)?;
        let event = administrator.event(Action::TemporaryPassIssued).on(target.id);
        op.record(tx, event.with(json!({"reason": reason.as_str(), "minutes": minutes})))?;
        Ok(issued)
    })
}

/// The user whom the caller may reset. Of two administrators who reset each other at once, the second finds their session
/// ended.
fn lock_resettable(tx: &mut Tx, administrator: &Administrator, target: UserId) -> Result<User, Failure> {
    if administrator.is(target) {
        return Err(Rejection::CannotResetSelf.into());
    }
    let Locked { actor, target } = lock_target(tx, administrator, target, Permission::UsersReset2fa)?;
    let left = actor.leaves_to_superadmins(&target, administrator.rules());
    if left { Err(Rejection::NotPermitted.into()) } else { Ok(target) }
}
