//! What the owner of an account is told about sign-ins: a used recovery code, a new device, guessed codes.

use super::{
    Operation, recognition,
    second_factor::{Judgement, Proven},
};
use crate::{
    domain::{
        account::Account,
        audit::AuditEvent,
        message::Message,
        throttle::{ALARMING_FAILURES, BROWSER_RECOGNIZED_FOR},
        user::User,
    },
    error::Fault,
    store::{Rx, Tx, audit_events},
};

/// That a recovery code was used up, if it was, and so many are left.
pub(super) fn of_recovery_code(proven: Option<&Proven>, left: i64) -> Result<Option<Message>, Fault> {
    let Some(Proven::RecoveryCode { number }) = proven else { return Ok(None) };
    let remaining = usize::try_from(left).map_err(Fault::internal)?;
    Ok(Some(Message::RecoveryCodeUsed { number: *number, remaining }))
}

/// That somebody is about to sign in where the user never did before, unless it is their first sign-in at all. A browser is
/// known by what it shows, anything else by its address and program.
pub(super) fn of_place(
    op: &Operation,
    rx: &mut Rx,
    user: &User,
    recognizable: bool,
) -> Result<Option<Message>, Fault> {
    let account = Account::of(user);
    let is_new = if recognizable {
        !recognition::is_recognized(op, rx, account)? && audit_events::signed_in_before(rx, account)?
    } else {
        let since = op.now - BROWSER_RECOGNIZED_FOR;
        audit_events::is_new_place(rx, account, &op.origin.client, since)?
    };
    Ok(is_new.then_some(Message::NewDevice))
}

/// Writes the event of a refused code; with the third in a row after a right password, its owner is told.
pub(super) fn record_refusal(
    op: &Operation,
    tx: &mut Tx,
    event: AuditEvent,
    user: &User,
    judgement: &Judgement,
) -> Result<(), Fault> {
    let in_a_row = match judgement {
        Judgement::Rejected { in_a_row, .. } => *in_a_row,
        Judgement::Accepted(_) | Judgement::Refused(_) | Judgement::Withheld { .. } => 0,
    };
    let guessed = Message::CodesGuessed { failures: ALARMING_FAILURES };
    op.tell(tx, event.failed(), user, (in_a_row == ALARMING_FAILURES).then_some(guessed))
}
