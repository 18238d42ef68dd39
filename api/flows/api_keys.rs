//! API keys: made, rotated and revoked by administrators, shown by services and scripts.

use std::{collections::BTreeSet, num::NonZero};

use chrono::TimeDelta;
use ipnet::IpNet;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{Operation, administrators::permitted_user, caller::Caller, log_api_key};
use crate::{
    crypto::api_key_secret::{self, ApiKeySecret},
    domain::{
        Timestamp,
        api_key::{
            ApiKey, ApiKeyName, LONGEST_LIFETIME, LONGEST_OVERLAP, MOST_KEYS, Scope, USUAL_LIFETIME,
            USUAL_OVERLAP, permissions_of,
        },
        audit::{Action, AuditEvent},
        id::ApiKeyId,
        policy::Policy,
        rejection::{FieldError, Rejection},
        role::Permission,
    },
    error::{Failure, Fault},
    store::{Tx, api_keys, organizations, policies},
};

/// The holder of an API key.
#[derive(Clone, Debug)]
pub struct Service {
    pub key: ApiKey,
    /// Of the key's organization, in force at this request.
    pub policy: Policy,
}

impl Service {
    /// Something that is done with the key.
    pub(super) fn event(&self, action: Action) -> AuditEvent {
        AuditEvent::by_key(&self.key, action)
    }

    /// Errors: the key was not made for this.
    pub fn require(&self, scope: Scope) -> Result<(), Rejection> {
        if self.key.scopes.contains(&scope) { Ok(()) } else { Err(Rejection::MissingScope { scope }) }
    }
}

/// Whether a bearer's text is meant as an API key.
pub fn is_meant(shown: &str) -> bool {
    ApiKeySecret::is_meant(shown)
}

/// What of a key's text is no secret: by that its holder recognizes it.
pub fn visible_part(key: &ApiKey) -> String {
    api_key_secret::visible_part(key.organization_id, key.id)
}

/// The holder of an API key. Errors: no key of ours, expired, or shown from where it may not be used; used too often.
pub fn authenticate(op: &Operation, shown: &str) -> Result<Service, Failure> {
    let secret = ApiKeySecret::parse(shown).ok_or(Rejection::Unauthenticated)?;
    let digests = secret.digests(op.keyring());
    let found = op.read(|rx| {
        let key = api_keys::find_shown(rx, secret.organization_id, secret.id, &digests, op.now)?;
        let Some(key) = key.filter(|key| !key.is_expired(op.now)) else { return Ok(None) };
        let policy = policies::find(rx, key.organization_id)?.policy;
        Ok(Some(Service { key, policy }))
    })?;
    let service = found.ok_or(Rejection::Unauthenticated)?;
    log_api_key(service.key.organization_id, service.key.id);
    admit(op, &service, NonZero::<u32>::MIN)?;
    Ok(service)
}

/// Counts so many uses of the key. Errors: from where it may not be used, or too often.
pub(super) fn admit(op: &Operation, service: &Service, calls: NonZero<u32>) -> Result<(), Failure> {
    let key = &service.key;
    count(op, key, calls)?;
    if !key.admits(op.origin.client.address) {
        op.write(|tx| Ok(op.record(tx, service.event(Action::ApiKeyRefused).failed())?))?;
        return Err(Rejection::Unauthenticated.into());
    }
    if !key.is_use_noted(op.now) {
        op.write(|tx| Ok(api_keys::note_use(tx, key, op.now)?))?;
    }
    Ok(())
}

/// The same of one use, where nothing has to be written of it. None: it was not counted.
pub(super) fn admit_in_passing(op: &Operation, service: &Service) -> Option<Result<(), Rejection>> {
    let key = &service.key;
    let in_passing = key.admits(op.origin.client.address) && key.is_use_noted(op.now);
    in_passing.then(|| count(op, key, NonZero::<u32>::MIN))
}

fn count(op: &Operation, key: &ApiKey, calls: NonZero<u32>) -> Result<(), Rejection> {
    let admitted = op.app.key_limits.admit(key, calls);
    op.app.metrics.throttles.api_keys.note(admitted.is_ok());
    admitted.map_err(|retry_at| Rejection::RateLimited { retry_at })
}

/// The keys of the organization in which the caller acts, the newest first.
pub fn list(op: &Operation, caller: &Caller) -> Result<Vec<ApiKey>, Failure> {
    Ok(op.read(|rx| api_keys::list(rx, caller.organization_id()))?)
}

/// What a key is to be.
pub struct KeyDraft {
    pub name: ApiKeyName,
    pub scopes: BTreeSet<Scope>,
    pub networks: Vec<IpNet>,
    pub calls_per_minute: u32,
    /// A year from now where nothing is said.
    pub expires_at: Option<Timestamp>,
}

impl KeyDraft {
    /// Errors: a time that is past, or too far ahead.
    fn expiry(&self, now: Timestamp) -> Result<Timestamp, FieldError> {
        let expires_at = self.expires_at.unwrap_or(now + USUAL_LIFETIME);
        if expires_at > now && expires_at <= now + LONGEST_LIFETIME {
            return Ok(expires_at);
        }
        let message = format!("In the future, and at most {} days ahead.", LONGEST_LIFETIME.num_days());
        Err(FieldError::new("expiresAt", "out_of_range", message))
    }
}

/// A key with the only copy of its text.
pub struct IssuedKey {
    pub key: ApiKey,
    pub text: Zeroizing<String>,
}

/// Makes a key. Errors: scopes beyond what the caller is permitted, an expiry out of range, or too many keys.
pub fn create(op: &Operation, caller: &Caller, draft: &KeyDraft) -> Result<IssuedKey, Failure> {
    let expires_at = draft.expiry(op.now)?;
    let organization = caller.organization_id();
    let secret = ApiKeySecret::new(organization, op.new_id(), &*op.app.random);
    let key = ApiKey {
        organization_id: organization,
        id: secret.id,
        name: draft.name.clone(),
        scopes: draft.scopes.clone(),
        networks: draft.networks.clone(),
        calls_per_minute: draft.calls_per_minute,
        created_by: caller.user.id,
        created_at: op.now,
        expires_at,
        rotated_at: None,
        previous_until: None,
        last_used_at: None,
        alarmed_at: None,
    };
    op.write(|tx| {
        organizations::lock(tx, organization)?;
        let actor = permitted_user(tx, caller, Permission::KeysWrite)?;
        if !actor.reaches(&permissions_of(&key.scopes)) {
            return Err(Rejection::NotPermitted.into());
        }
        if api_keys::count(tx, organization)? >= MOST_KEYS {
            let message = format!("An organization has at most {MOST_KEYS} keys.");
            return Err(FieldError::new("", "too_many_keys", message).into());
        }
        api_keys::insert(tx, &key, &secret.digest(op.keyring()))?;
        let detail = json!({
            "scopes": key.scopes, "networks": networks(&key), "expiresAt": key.expires_at,
            "callsPerMinute": key.calls_per_minute,
        });
        record(op, tx, caller, Action::ApiKeyCreated, &key, detail)?;
        Ok(())
    })?;
    Ok(IssuedKey { key, text: secret.reveal() })
}

/// Gives a key another secret; the one before is good for `overlap` more. Errors: no such key, one for more than the caller
/// is permitted, or too long an overlap.
pub fn rotate(
    op: &Operation,
    caller: &Caller,
    id: ApiKeyId,
    overlap: Option<TimeDelta>,
) -> Result<IssuedKey, Failure> {
    let overlap = overlap.unwrap_or(USUAL_OVERLAP);
    if !(TimeDelta::zero()..=LONGEST_OVERLAP).contains(&overlap) {
        let message = format!("At most {} minutes.", LONGEST_OVERLAP.num_minutes());
        return Err(FieldError::new("overlapMinutes", "out_of_range", message).into());
    }
    let until = op.now + overlap;
    let secret = ApiKeySecret::new(caller.organization_id(), id, &*op.app.random);
    let key = op.write(|tx| {
        let key = lock(tx, caller, id)?;
        api_keys::rotate(tx, &key, &secret.digest(op.keyring()), until, op.now)?;
        record(op, tx, caller, Action::ApiKeyRotated, &key, json!({"previousUntil": until}))?;
        Ok(ApiKey { rotated_at: Some(op.now), previous_until: Some(until), ..key })
    })?;
    Ok(IssuedKey { key, text: secret.reveal() })
}

/// Revokes a key: it is no more at the next request. Errors: no such key, or one for more than the caller is permitted.
pub fn revoke(op: &Operation, caller: &Caller, id: ApiKeyId) -> Result<(), Failure> {
    op.write(|tx| {
        let key = lock(tx, caller, id)?;
        api_keys::delete(tx, &key)?;
        record(op, tx, caller, Action::ApiKeyRevoked, &key, json!({}))?;
        Ok(())
    })
}

/// A key that may do no more than the caller, the organization being locked.
fn lock(tx: &mut Tx, caller: &Caller, id: ApiKeyId) -> Result<ApiKey, Failure> {
    organizations::lock(tx, caller.organization_id())?;
    let actor = permitted_user(tx, caller, Permission::KeysWrite)?;
    let key = api_keys::lock(tx, caller.organization_id(), id)?.ok_or(Rejection::NotFound)?;
    if actor.reaches(&key.permissions()) { Ok(key) } else { Err(Rejection::NotPermitted.into()) }
}

fn networks(key: &ApiKey) -> Vec<String> {
    key.networks.iter().map(ToString::to_string).collect()
}

fn record(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    action: Action,
    key: &ApiKey,
    mut detail: Value,
) -> Result<(), Fault> {
    detail["key"] = json!({"id": key.id, "name": key.name});
    op.record(tx, AuditEvent { subject: None, ..caller.event(action) }.with(detail))
}
