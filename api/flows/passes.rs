//! What an administrator reads out to somebody whose identity they have checked: reset codes and temporary passes.

use super::{
    Operation,
    second_factor::{Judgement, Proven},
};
use crate::{
    crypto::{
        digest::{digest, digests},
        keyring::Purpose,
    },
    domain::{
        Timestamp,
        account::Account,
        pass::{OpenPass, PassCode, PassKind},
        policy::Policy,
    },
    error::Fault,
    store::{Tx, passes},
};

/// A fresh pass with the only sight of its code.
pub struct IssuedPass {
    pub code: PassCode,
    pub expires_at: Timestamp,
}

/// Issues a pass in the place of any that is open.
pub(super) fn issue(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    kind: PassKind,
    expires_at: Timestamp,
) -> Result<IssuedPass, Fault> {
    let code = PassCode::new(op.app.random.bytes());
    let digest = digest(op.keyring(), Purpose::Pass, &digest_parts(&account, &code));
    passes::replace(tx, account, &digest, OpenPass { kind, expires_at }, op.now)?;
    Ok(IssuedPass { code, expires_at })
}

/// Judges a pass. 80 random bits are not guessed: a wrong one is counted by its challenge alone.
pub(super) fn judge(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    policy: &Policy,
    code: &PassCode,
) -> Result<Judgement, Fault> {
    let digests = digests(op.keyring(), Purpose::Pass, &digest_parts(&account, code));
    Ok(if passes::consume(tx, account, &digests, policy.accepted_passes(), op.now)? {
        Judgement::Accepted(Proven::Pass)
    } else {
        Judgement::not_guessed()
    })
}

fn digest_parts<'a>(account: &'a Account, code: &'a PassCode) -> [&'a [u8]; 3] {
    [account.organization_id.0.as_bytes(), account.user_id.0.as_bytes(), code.expose()]
}
