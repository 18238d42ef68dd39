//! Step-up: a fresh second factor inside a session.

use super::{
    Operation,
    caller::Caller,
    challenge::{self, IssuedChallenge},
};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        challenge::Purpose,
        rejection::Rejection,
    },
    error::Failure,
    store::{means, users},
};

/// Opens a challenge for the caller's session. Errors: the caller has no factor to prove.
pub fn begin(op: &Operation, caller: &Caller) -> Result<IssuedChallenge, Failure> {
    let account = caller.account();
    op.write(|tx| {
        let user = users::lock(tx, account)?.filter(|user| user.factor.is_enrolled());
        let user = user.ok_or(Rejection::EnrollFirst)?;
        let means = means::find(tx, account, op.now)?;
        let methods = caller.policy.methods(&user, means.recovery_codes_left, op.now);
        let purpose = Purpose::StepUp(caller.session.id);
        let challenge = challenge::issue(op, tx, &user, methods, purpose, caller.session.cookie, &means)?;
        op.record(tx, AuditEvent::in_session(&caller.session, Action::StepUpChallenged))?;
        Ok(challenge)
    })
}
