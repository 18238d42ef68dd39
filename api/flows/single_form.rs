//! Sign-in on a single form: password and second factor arrive together, and fail alike.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    login::{self, Login, Step},
    second_factor::{Judgement, Proven, judge},
    sessions,
};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        challenge::Method,
        policy::Policy,
        rejection::Rejection,
        session::Proof,
        user::User,
    },
    error::Verdict,
    store::{Tx, budgets::Account},
};

/// Judges the second factor that came with a right password. Whatever is wrong with it is answered like a wrong password,
/// so that the form does not tell which of the two it was.
pub(super) fn finish(
    op: &Operation,
    tx: &mut Tx,
    login: &Login,
    user: User,
    policy: &Policy,
    methods: &BTreeSet<Method>,
) -> Verdict<Step> {
    let Some(answer) = login.answer.as_ref().filter(|answer| methods.contains(&answer.method())) else {
        return refuse(op, tx, &user, "codeMissing");
    };
    match judge(op, tx, Account::of(&user), policy, answer)? {
        Judgement::Accepted(Proven::Pass) => {
            let demanded = login::demand_enrollment_after_pass(op, tx, &user, policy, login.cookie)?;
            Ok(Ok(Step::EnrollmentDemanded(demanded)))
        }
        Judgement::Accepted(proven) => {
            let proof = Proof { password_at: op.now, second_factor: Some((answer.method(), op.now)) };
            let opened = sessions::begin(op, tx, user, policy, proof, login.cookie)?;
            let event = AuditEvent::in_session(opened.session(), Action::LoginSucceeded);
            op.record(tx, event.with(proven.detail(answer.method())))?;
            Ok(Ok(Step::SignedIn(Box::new(opened))))
        }
        Judgement::Rejected { .. } => refuse(op, tx, &user, "wrongCode"),
        Judgement::Withheld { .. } => refuse(op, tx, &user, "codeThrottled"),
    }
}

fn refuse(op: &Operation, tx: &mut Tx, user: &User, reason: &str) -> Verdict<Step> {
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::LoginFailed);
    op.record(tx, event.failed().with(json!({"reason": reason})))?;
    Ok(Err(Rejection::LoginFailed))
}
