//! Verifications: all that one is decided by, found in one statement, of one or of several.

use diesel::{dsl::exists, prelude::*};
use uuid::Uuid;

use super::{
    Rx, api_keys, authenticators, document::Document, few::IsOneOf, idempotency_keys::Known, schema,
};
use crate::{
    domain::{
        Timestamp,
        api_key::ApiKey,
        authenticator::Authenticator,
        id::{ApiKeyId, OrganizationId, UserId},
        idempotency::IdempotencyKey,
        policy::Policy,
        verification::Whom,
    },
    error::Fault,
};

/// Everything that a verification is decided by.
pub struct Found {
    pub key: ApiKey,
    pub policy: Policy,
    /// Of whom the codes should be, as far as there are such.
    pub users: FoundUsers,
    /// The same request, where it was sent before, be it long ago.
    pub known: Option<Known>,
    /// Whether the organization has webhooks, which may have to be told.
    pub has_webhooks: bool,
}

pub struct FoundUser {
    pub id: UserId,
    email: String,
    pub suspended: bool,
    /// Whether they have any factor.
    pub enrolled: bool,
    /// The oldest first.
    pub authenticators: Vec<Authenticator>,
}

pub struct FoundUsers(Vec<FoundUser>);

impl FoundUsers {
    pub fn of(&self, whom: &Whom) -> Option<&FoundUser> {
        self.0.iter().find(|user| match whom {
            Whom::Id(id) => user.id == *id,
            Whom::Email(email) => user.email == email.as_str(),
        })
    }
}

/// What is asked.
pub struct Asked<'a> {
    pub organization_id: OrganizationId,
    pub key_id: ApiKeyId,
    /// Under what the key may be stored.
    pub key_digests: &'a [Vec<u8>],
    pub whom: &'a [&'a Whom],
    pub repeatable: Option<&'a IdempotencyKey>,
    pub now: Timestamp,
}

type User = (Uuid, String, Option<Timestamp>, Option<Timestamp>);
type Row = (api_keys::Row, Document, Option<User>, Option<authenticators::Row>, Option<Known>, bool);

/// The key with its organization's policy, the users and their authenticators; none where the key is not good.
pub fn find(rx: &mut Rx, asked: &Asked) -> Result<Option<Found>, Fault> {
    use schema::{
        api_keys as k, authenticators as a, idempotency_keys as i, policies as p, users as u, webhooks as w,
    };
    // A key that no client sends, so that there is one statement for both. Joins take what they own.
    let key = asked.repeatable.map_or("", IdempotencyKey::as_str).to_owned();
    let (mut ids, mut emails) = (Vec::new(), Vec::new());
    for whom in asked.whom {
        match whom {
            Whom::Id(id) => ids.push(id.0),
            Whom::Email(email) => emails.push(email.as_str().to_owned()),
        }
    }
    let is_meant = IsOneOf(u::id, ids).or(IsOneOf(u::email, emails));
    let known = i::org_id.eq(k::org_id).and(i::owner_id.eq(k::id)).and(i::key.eq(key));
    let found: Vec<Row> = k::table
        .inner_join(p::table.on(p::org_id.eq(k::org_id)))
        .left_join(u::table.on(u::org_id.eq(k::org_id).and(is_meant)))
        .left_join(a::table.on(a::org_id.eq(u::org_id).and(a::user_id.eq(u::id))))
        .left_join(i::table.on(known))
        .filter(k::org_id.eq(asked.organization_id.0))
        .filter(k::id.eq(asked.key_id.0))
        .filter(api_keys::is_shown(asked.key_digests, asked.now))
        .order((a::confirmed_at, a::id))
        .select((
            api_keys::Row::as_select(),
            p::document,
            (u::id, u::email, u::suspended_at, u::factor_enrolled_at).nullable(),
            Option::<authenticators::Row>::as_select(),
            (i::request_digest, i::answer, i::created_at).nullable(),
            exists(w::table.filter(w::org_id.eq(asked.organization_id.0)).filter(w::disabled_at.is_null())),
        ))
        .load(rx.connection()?)?;
    let mut users: Vec<FoundUser> = Vec::new();
    let mut first = None;
    for (key, policy, user, authenticator, known, has_webhooks) in found {
        first.get_or_insert((key, policy, known, has_webhooks));
        let Some((id, email, suspended_at, factor_enrolled_at)) = user else { continue };
        let place = users.iter().position(|user| user.id.0 == id);
        let place = place.unwrap_or_else(|| {
            users.push(FoundUser {
                id: id.into(),
                email,
                suspended: suspended_at.is_some(),
                enrolled: factor_enrolled_at.is_some(),
                authenticators: Vec::new(),
            });
            users.len() - 1
        });
        users[place].authenticators.extend(authenticator.map(Authenticator::try_from).transpose()?);
    }
    let Some((key, policy, known, has_webhooks)) = first else { return Ok(None) };
    Ok(Some(Found {
        key: key.try_into()?,
        policy: policy.read()?,
        users: FoundUsers(users),
        known,
        has_webhooks,
    }))
}
