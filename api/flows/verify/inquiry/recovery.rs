//! A question with a recovery code: charged, used up and told in one transaction.

use super::{Inquiry, Told};
use crate::{
    domain::{
        account::Account,
        challenge::Method,
        recovery_code::TypedRecoveryCode,
        rejection::Rejection,
        verification::{Reason, Verification},
    },
    error::Failure,
    flows::{
        outbox, recovery,
        second_factor::{Judgement, judge_recovery_code},
        sign_in_notices,
    },
    store::{idempotency_keys, recovery_codes, users, verdicts::Effect, verifications::FoundUser},
};

impl Inquiry<'_> {
    /// A recovery code is used so rarely that it goes the way of all other surfaces. Another system's can be guessed.
    pub(super) fn judge_recovery_code(
        &self,
        user: &FoundUser,
        code: &TypedRecoveryCode,
    ) -> Result<Told, Failure> {
        let told = self.redeem(self.account(user), code)?;
        let was_charged = match told.verification {
            Verification::Invalid { reason: Reason::WrongCode | Reason::Replayed, .. } => {
                code.ours().is_none()
            }
            Verification::Invalid { .. } | Verification::Valid { .. } => false,
        };
        self.watch(if was_charged { Effect::Charge(user.id) } else { Effect::Nothing })?;
        Ok(told)
    }

    fn redeem(&self, account: Account, code: &TypedRecoveryCode) -> Result<Told, Failure> {
        let op = self.op;
        op.write(|tx| {
            let user = users::lock(tx, account)?.filter(|user| !user.suspended).ok_or(Rejection::NotFound)?;
            if let Some(request) = &self.repeatable
                && !idempotency_keys::insert(tx, request, op.now)?
            {
                return Err(Rejection::Repeated.into());
            }
            let judgement = judge_recovery_code(op, tx, account, code)?;
            let told = self.told(match &judgement {
                Judgement::Accepted(_) => {
                    Verification::Valid { user: user.id, method: Method::RecoveryCode, authenticator: None }
                }
                Judgement::Withheld { retry_at } => {
                    Verification::Invalid { reason: Reason::Locked, retry_at: Some(*retry_at) }
                }
                Judgement::Rejected { .. } | Judgement::Refused(_) => {
                    let was_used = recovery::was_used(op, tx, account, code)?;
                    Verification::invalid(if was_used { Reason::Replayed } else { Reason::WrongCode })
                }
            });
            match (&self.repeatable, &judgement) {
                // Neither yes nor no: asked again, it is judged anew.
                (Some(request), Judgement::Withheld { .. }) => idempotency_keys::delete(tx, request)?,
                (Some(request), _) => idempotency_keys::keep_answer(tx, request, &told.kept())?,
                (None, _) => {}
            }
            let proven = match judgement {
                Judgement::Accepted(proven) => Some(proven),
                Judgement::Rejected { .. } | Judgement::Refused(_) | Judgement::Withheld { .. } => None,
            };
            let event = self.event(Some(user.id), &told, proven.as_ref());
            let id = op.append_as(tx, told.id, &event)?;
            let left = recovery_codes::summary(tx, account)?.remaining;
            if let Some(message) = sign_in_notices::of_recovery_code(proven.as_ref(), left)? {
                outbox::post(op, tx, account.organization_id, id, &(&user).into(), message, None)?;
            }
            Ok(told)
        })
    }
}
