//! Mailed links: what somebody holds who has read a mail of ours.

use super::Operation;
use crate::{
    crypto::opaque_token::{OpaqueToken, TokenKind},
    domain::{account::Account, id::OrganizationId, link::LinkKind, rejection::Rejection, user::User},
    error::Fault,
    store::{
        Rx, Tx,
        mailed_tokens::{self, MailedLink},
        users,
    },
};

/// The token of a link that somebody follows.
pub(super) struct LinkToken {
    pub kind: LinkKind,
    pub organization_id: OrganizationId,
    digests: Vec<Vec<u8>>,
}

impl LinkToken {
    /// Errors: it has not the form of such tokens.
    pub(super) fn parse(op: &Operation, kind: LinkKind, text: &str) -> Result<Self, Rejection> {
        let token = OpaqueToken::parse(TokenKind::Mailed(kind), text).ok_or(Rejection::LinkExpired)?;
        let digests = token.digests(op.keyring());
        Ok(Self { kind, organization_id: token.organization_id, digests })
    }

    /// The link, if it is good now, and the user to whom it was mailed.
    pub(super) fn find(&self, op: &Operation, rx: &mut Rx) -> Result<Option<(MailedLink, User)>, Fault> {
        let Some(link) = self.find_link(op, rx)? else { return Ok(None) };
        Ok(users::find(rx, self.account(&link))?.map(|user| (link, user)))
    }

    /// The same with the user's row locked: nobody uses the link in between.
    pub(super) fn lock(&self, op: &Operation, tx: &mut Tx) -> Result<Option<(MailedLink, User)>, Fault> {
        let Some(link) = self.find_link(op, tx)? else { return Ok(None) };
        let user = users::lock(tx, self.account(&link))?;
        // Whoever had the lock before may have used it.
        Ok(self.find_link(op, tx)?.zip(user))
    }

    /// Uses the link up; false when it was used before.
    pub(super) fn consume(&self, op: &Operation, tx: &mut Tx) -> Result<bool, Fault> {
        let used = mailed_tokens::consume(tx, self.organization_id, self.kind, &self.digests, op.now)?;
        Ok(used.is_some())
    }

    fn find_link(&self, op: &Operation, rx: &mut Rx) -> Result<Option<MailedLink>, Fault> {
        mailed_tokens::find(rx, self.organization_id, self.kind, &self.digests, op.now)
    }

    fn account(&self, link: &MailedLink) -> Account {
        Account { organization_id: self.organization_id, user_id: link.user_id }
    }
}
