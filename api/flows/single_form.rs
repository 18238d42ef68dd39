//! Sign-in on a single form: password and second factor arrive together, and fail alike.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation, login,
    second_factor::{Judgement, Proven, judge},
    sign_in::{self, Arrival, Arrived, Demand, Entry, demand_enrollment},
    sign_in_notices,
};
use crate::{
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        challenge::Method,
        rejection::Rejection,
        session::SecondStep,
        user::User,
    },
    error::{Failure, Fault},
    store::{Tx, means::Means},
};

/// Whether the form is all there is: with an authenticator it is. Who has none is asked in a second step for what cannot stand in
/// the form: a passkey, a mailed code, or the code that an administrator has for them.
pub(super) fn takes(entry: Entry, methods: &BTreeSet<Method>) -> bool {
    let answered = entry
        .answer
        .is_some_and(|answer| !methods.contains(&Method::Email) || methods.contains(&answer.method()));
    methods.contains(&Method::Totp) || answered
}

/// Judges the second factor that came with a right password. Whatever is wrong with it is answered like a wrong password,
/// so that the form does not tell which of the two it was.
pub(super) fn finish(
    op: &Operation,
    tx: &mut Tx,
    entry: Entry,
    user: User,
    means: &Means,
    methods: &BTreeSet<Method>,
) -> Result<Arrived, Failure> {
    let policy = &means.policy;
    let Some(answer) = entry.answer.filter(|answer| methods.contains(&answer.method())) else {
        return refuse(op, tx, &user, "codeMissing", &Judgement::not_guessed());
    };
    let judgement = judge(op, tx, Account::of(&user), means, None, answer)?;
    let proven = match judgement {
        Judgement::Accepted(proven) => proven,
        Judgement::Rejected { .. } | Judgement::Refused(_) => {
            return refuse(op, tx, &user, "wrongCode", &judgement);
        }
        Judgement::Withheld { .. } => return refuse(op, tx, &user, "codeThrottled", &judgement),
    };
    let detail = proven.detail(answer.method());
    match proven {
        Proven::Pass => Ok(demand_enrollment(op, tx, &user, policy, Demand::new(entry, detail))?),
        Proven::Authenticator(_) | Proven::Passkey(_) | Proven::RecoveryCode { .. } => {
            let second_step = SecondStep::Factor(answer.method(), op.now);
            let proof = entry.proof(op, second_step);
            let (cookie, recovery_codes_left) = (entry.cookie, proven.recovery_codes_left(means));
            let (trusts_device, proven) = (false, Some(proven));
            let arrival = Arrival { proof, cookie, trusts_device, proven, detail, recovery_codes_left };
            sign_in::go_on_after_factor(op, tx, user, policy, arrival)
        }
        Proven::MailedCode => Err(Fault::internal("a mailed code without its challenge").into()),
    }
}

/// Charged to the address as a wrong password is: what is left there would tell a right one.
fn refuse<T>(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    reason: &str,
    judgement: &Judgement,
) -> Result<T, Failure> {
    login::charge_address(op, tx)?;
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::LoginFailed);
    sign_in_notices::record_refusal(op, tx, event.with(json!({"reason": reason})), user, judgement)?;
    Err(Rejection::LoginFailed.into())
}
