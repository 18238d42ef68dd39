//! Recognition: browsers in which a user has signed in completely have budgets of their own, so that a stranger who
//! guesses locks nobody out. It stands for no factor.

use super::Operation;
use crate::{
    crypto::opaque_token::{OpaqueToken, TokenKind},
    domain::{
        account::Account,
        throttle::{
            BROWSER_RECOGNIZED_FOR, Budget, MOST_RECOGNIZED_BROWSERS, PASSWORD, RECOGNIZED_PASSWORD,
            RECOGNIZED_SECOND_FACTOR, SECOND_FACTOR,
        },
        user::User,
    },
    error::Fault,
    store::{Rx, Tx, recognized_browsers},
};

/// Whether the user has signed in completely in this browser before.
pub(super) fn is_recognized(op: &Operation, rx: &mut Rx, account: Account) -> Result<bool, Fault> {
    let token = op.browser.as_ref().filter(|token| token.organization_id == account.organization_id);
    let Some(token) = token else { return Ok(false) };
    recognized_browsers::contains(rx, account, &token.digests(op.keyring()), op.now)
}

/// The budget that a guess at a second factor is charged to.
pub(super) fn second_factor_budget(
    op: &Operation,
    rx: &mut Rx,
    account: Account,
) -> Result<&'static Budget, Fault> {
    Ok(if is_recognized(op, rx, account)? { &RECOGNIZED_SECOND_FACTOR } else { &SECOND_FACTOR })
}

/// The budget that a guess at a password is charged to, from a browser that is recognized or is not.
pub(super) fn password_budget(recognized: bool) -> &'static Budget {
    if recognized { &RECOGNIZED_PASSWORD } else { &PASSWORD }
}

/// Recognizes the browser of a complete sign-in from now on; gives its token, unless it has one.
pub(super) fn recognize(op: &Operation, tx: &mut Tx, user: &User) -> Result<Option<OpaqueToken>, Fault> {
    let account = Account::of(user);
    if is_recognized(op, tx, account)? {
        return Ok(None);
    }
    let token = OpaqueToken::new(TokenKind::Browser, user.organization_id, &*op.app.random);
    let digest = token.digest(op.keyring());
    recognized_browsers::trim(tx, account, MOST_RECOGNIZED_BROWSERS - 1)?;
    recognized_browsers::insert(tx, account, digest, op.now, op.now + BROWSER_RECOGNIZED_FOR)?;
    Ok(Some(token))
}
