//! Reminders to set up a second factor: by themselves as a deadline comes near, and by an administrator's hand.

use serde_json::json;

use super::{Operation, administrators::Administrator, user_changes::lock_target};
use crate::{
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        id::{OrganizationId, UserId},
        message::{Message, MessageKind},
        policy::{Mode, Policy},
        rejection::Rejection,
        reminder::BY_HAND_AT_MOST_EVERY,
        role::Permission,
    },
    error::{Failure, Fault},
    store::{Tx, organizations, outbox, policies, reminders, users},
};

/// So many are written in one transaction.
const BATCH: i32 = 200;
/// So many transactions one organization gets before the others have their turn again.
const MOST_BATCHES: usize = 25;

/// Reminds everybody who is to be reminded now; gives their number. Of an organization with very many the rest follows at the
/// next time.
pub fn send_due(op: &Operation) -> Result<usize, Failure> {
    let mut sent = 0;
    for organization in op.read(organizations::ids)? {
        match send_due_in(op, organization) {
            Ok(count) => sent += count,
            Err(Failure::Broken(fault @ Fault::Internal(_))) => {
                tracing::error!(organization = %organization.0, "an organization's users cannot be reminded: {fault}");
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(sent)
}

fn send_due_in(op: &Operation, organization: OrganizationId) -> Result<usize, Failure> {
    let policy = op.read(|rx| policies::find(rx, organization))?.policy;
    if policy.mode != Mode::Required {
        return Ok(0);
    }
    let mut sent = 0;
    for _ in 0..MOST_BATCHES {
        let batch = op.write(|tx| Ok(send_batch(op, tx, organization, &policy)?))?;
        sent += batch;
        if batch == 0 {
            break;
        }
    }
    Ok(sent)
}

fn send_batch(
    op: &Operation,
    tx: &mut Tx,
    organization_id: OrganizationId,
    policy: &Policy,
) -> Result<usize, Fault> {
    let due = reminders::take_due(tx, organization_id, policy, op.now, BATCH)?;
    for reminder in &due {
        let account = Account { organization_id, user_id: reminder.user_id };
        let Some(user) = users::find(tx, account)? else { continue };
        let event = AuditEvent::about_user(organization_id, Some(user.id), Action::UserReminded);
        let message = Message::SetUpReminder { deadline: Some(reminder.deadline) };
        op.announce(tx, event.with(json!({"deadline": reminder.deadline})), &user, message)?;
    }
    Ok(due.len())
}

/// Reminds one user of setting up a factor. Errors: no such user, or one above the caller; they have a factor, cannot sign in,
/// or nobody is asked for one; they were reminded within the hour.
pub(super) fn remind(op: &Operation, administrator: &Administrator, id: UserId) -> Result<(), Failure> {
    op.write(|tx| remind_in(op, tx, administrator, id))
}

fn remind_in(op: &Operation, tx: &mut Tx, administrator: &Administrator, id: UserId) -> Result<(), Failure> {
    let user = lock_target(tx, administrator, id, Permission::UsersWrite)?.target;
    let policy = policies::find(tx, user.organization_id)?.policy;
    let asked = policy.mode != Mode::Off && !policy.is_satisfied_by(&user, op.now);
    if !asked || user.suspended || !user.activated {
        return Err(Rejection::NothingToRemind.into());
    }
    let since = op.now - BY_HAND_AT_MOST_EVERY;
    if !outbox::sent_since(tx, Account::of(&user), MessageKind::SetUpReminder, since)?.is_empty() {
        return Err(Rejection::TooManyAttempts { retry_at: op.now + BY_HAND_AT_MOST_EVERY }.into());
    }
    let deadline = policy.deadline(&user, op.now).and_then(|deadline| deadline.at);
    let deadline = deadline.filter(|deadline| *deadline > op.now);
    let event = administrator.event(Action::UserReminded).on(user.id).with(json!({"deadline": deadline}));
    op.announce(tx, event, &user, Message::SetUpReminder { deadline })?;
    Ok(())
}
