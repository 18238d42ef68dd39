//! Table `mailed_tokens`: digests of the tokens in mailed links.

use diesel::{dsl::sql, prelude::*, sql_types::Bool};
use uuid::Uuid;

use super::{Rx, Tx, later, schema::mailed_tokens};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::{OrganizationId, UserId},
        link::LinkKind,
    },
    error::Fault,
};

/// To whom a link was mailed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailedLink {
    pub user_id: UserId,
    /// The address that it was mailed to: whoever has the link has this mailbox.
    pub email: String,
    pub expires_at: Timestamp,
}

pub fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    kind: LinkKind,
    digest: Vec<u8>,
    link: MailedLink,
) -> Result<(), Fault> {
    let values = (
        mailed_tokens::org_id.eq(organization.0),
        mailed_tokens::digest.eq(digest),
        mailed_tokens::user_id.eq(link.user_id.0),
        mailed_tokens::kind.eq(kind.name()),
        mailed_tokens::email.eq(link.email),
        mailed_tokens::expires_at.eq(link.expires_at),
    );
    later::write_one(tx, "mailed link", diesel::insert_into(mailed_tokens::table).values(values))
}

/// The link of one of these digests, if it was not used and has not expired.
pub fn find(
    rx: &mut Rx,
    organization: OrganizationId,
    kind: LinkKind,
    digests: &[Vec<u8>],
    now: Timestamp,
) -> Result<Option<MailedLink>, Fault> {
    let found: Option<LinkRow> =
        open(organization, kind, digests, now).select(COLUMNS).first(rx.connection()?).optional()?;
    Ok(found.map(link))
}

/// Uses a link up; none when there is no such link, or no longer.
pub fn consume(
    tx: &mut Tx,
    organization: OrganizationId,
    kind: LinkKind,
    digests: &[Vec<u8>],
    now: Timestamp,
) -> Result<Option<MailedLink>, Fault> {
    let used: Option<LinkRow> = diesel::update(open(organization, kind, digests, now))
        .set(mailed_tokens::used_at.eq(now))
        .returning(COLUMNS)
        .get_result(tx.connection()?)
        .optional()?;
    Ok(used.map(link))
}

type Columns = (mailed_tokens::user_id, mailed_tokens::email, mailed_tokens::expires_at);

const COLUMNS: Columns = (mailed_tokens::user_id, mailed_tokens::email, mailed_tokens::expires_at);

type LinkRow = (Uuid, String, Timestamp);

fn link((user_id, email, expires_at): LinkRow) -> MailedLink {
    MailedLink { user_id: user_id.into(), email, expires_at }
}

/// Uses up whatever links of a kind a user has; gives their number.
pub fn close_all(tx: &mut Tx, account: Account, kind: LinkKind, now: Timestamp) -> Result<usize, Fault> {
    let used = diesel::update(unused(account, kind)).set(mailed_tokens::used_at.eq(now));
    Ok(used.execute(tx.connection()?)?)
}

/// Uses up the links that would give a user another address than they have; gives their number.
pub fn close_changes(tx: &mut Tx, account: Account, now: Timestamp) -> Result<usize, Fault> {
    let is_another = sql::<Bool>(
        "email <> (SELECT u.email FROM users AS u WHERE u.org_id = mailed_tokens.org_id AND u.id = mailed_tokens.user_id)",
    );
    let changing = unused(account, LinkKind::EmailConfirmation).filter(is_another);
    Ok(diesel::update(changing).set(mailed_tokens::used_at.eq(now)).execute(tx.connection()?)?)
}

/// Uses up those of a kind that a user got with that one or after it, but for one that is used; gives their number.
pub fn close_since(
    tx: &mut Tx,
    account: Account,
    kind: LinkKind,
    link: &MailedLink,
    now: Timestamp,
) -> Result<usize, Fault> {
    let since = unused(account, kind).filter(mailed_tokens::expires_at.ge(link.expires_at));
    Ok(diesel::update(since).set(mailed_tokens::used_at.eq(now)).execute(tx.connection()?)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn unused(account: Account, kind: LinkKind) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    let kind: &'static str = kind.name();
    mailed_tokens::table
        .filter(mailed_tokens::org_id.eq(organization))
        .filter(mailed_tokens::user_id.eq(user))
        .filter(mailed_tokens::kind.eq(kind))
        .filter(mailed_tokens::used_at.is_null())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn open<'a>(organization: OrganizationId, kind: LinkKind, digests: &'a [Vec<u8>], now: Timestamp) -> _ {
    let organization: Uuid = organization.0;
    let kind: &'static str = kind.name();
    mailed_tokens::table
        .filter(mailed_tokens::org_id.eq(organization))
        .filter(mailed_tokens::kind.eq(kind))
        .filter(mailed_tokens::digest.eq_any(digests))
        .filter(mailed_tokens::used_at.is_null())
        .filter(mailed_tokens::expires_at.gt(now))
}
