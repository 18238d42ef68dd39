//! Providers of single sign-on, as administrators connect them.

use std::{collections::BTreeSet, slice};

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{Operation, administrators::permitted_user, caller::Caller, roles};
use crate::{
    crypto::sealer::{self, ProviderRow},
    domain::{
        audit::Action,
        id::{OrganizationId, ProviderId},
        rejection::{FieldError, Rejection},
        role::{Permission, RoleName},
        single_sign_on::{Issuer, MOST_PROVIDERS, Provider, ProviderName},
        user::User,
    },
    error::{Failure, Fault},
    oidc::{Metadata, Untrusted},
    store::{Tx, challenges, enrollment_grants, organizations, sessions, sso_identities, sso_providers},
};

/// A provider with the number of accounts that are connected by it.
pub struct ProviderEntry {
    pub provider: Provider,
    pub identities: i64,
}

/// The providers of the organization in which the caller acts, the first first.
pub fn list(op: &Operation, caller: &Caller) -> Result<Vec<ProviderEntry>, Failure> {
    let organization = caller.organization_id();
    Ok(op.read(|rx| {
        let found = sso_providers::list(rx, organization)?.into_iter();
        let entry = |provider: Provider| {
            let identities = sso_identities::count(rx, organization, provider.id)?;
            Ok(ProviderEntry { provider, identities })
        };
        found.map(entry).collect()
    })?)
}

/// One of them. Errors: there is none.
pub fn find(op: &Operation, caller: &Caller, id: ProviderId) -> Result<Provider, Failure> {
    let found = op.read(|rx| sso_providers::find(rx, caller.organization_id(), id))?;
    found.ok_or_else(|| Rejection::NotFound.into())
}

/// What a provider is to be.
pub struct ProviderDraft {
    pub name: ProviderName,
    pub issuer: Issuer,
    pub client_id: String,
    pub client_secret: Zeroizing<String>,
    pub scopes: BTreeSet<String>,
    pub enabled: bool,
    pub creates_users: bool,
    pub default_role: RoleName,
    pub email_domains: BTreeSet<String>,
}

/// Connects a provider. Errors: too many; a name that another one has; a role that users cannot get by it.
pub fn create(op: &Operation, caller: &Caller, draft: ProviderDraft) -> Result<ProviderEntry, Failure> {
    let organization_id = caller.organization_id();
    let ProviderDraft { name, issuer, client_id, scopes, enabled, .. } = draft;
    let provider = Provider {
        id: op.new_id(),
        name,
        issuer,
        client_id,
        scopes,
        enabled,
        creates_users: draft.creates_users,
        default_role: draft.default_role,
        email_domains: draft.email_domains,
        created_at: op.now,
        created_by: caller.user.id,
    };
    let sealed = seal(op, organization_id, provider.id, &draft.client_secret);
    op.write(|tx| {
        let actor = admit(tx, caller)?;
        if sso_providers::count(tx, organization_id)? >= MOST_PROVIDERS {
            let message = format!("An organization has at most {MOST_PROVIDERS} providers.");
            return Err(FieldError::new("", "too_many_providers", message).into());
        }
        admit_name(tx, organization_id, &provider)?;
        admit_role(tx, organization_id, &actor, &provider.default_role)?;
        sso_providers::insert(tx, organization_id, &provider, &sealed)?;
        let detail = json!({"provider": told_of(&provider), "new": settings(&provider)});
        op.record(tx, caller.event(Action::SsoProviderCreated).with(detail))?;
        Ok(())
    })?;
    Ok(ProviderEntry { provider, identities: 0 })
}

/// What is to be changed about a provider; what is none stays. Its issuer stays for ever: the accounts that are connected by it
/// are that issuer's.
#[derive(Clone, Default)]
pub struct ProviderChanges {
    pub name: Option<ProviderName>,
    pub client_id: Option<String>,
    pub client_secret: Option<Zeroizing<String>>,
    pub scopes: Option<BTreeSet<String>>,
    pub enabled: Option<bool>,
    pub creates_users: Option<bool>,
    pub default_role: Option<RoleName>,
    pub email_domains: Option<BTreeSet<String>>,
}

impl ProviderChanges {
    fn apply(&self, old: &Provider) -> Provider {
        let Self { name, client_id, scopes, default_role, email_domains, .. } = self.clone();
        Provider {
            name: name.unwrap_or_else(|| old.name.clone()),
            client_id: client_id.unwrap_or_else(|| old.client_id.clone()),
            scopes: scopes.unwrap_or_else(|| old.scopes.clone()),
            enabled: self.enabled.unwrap_or(old.enabled),
            creates_users: self.creates_users.unwrap_or(old.creates_users),
            default_role: default_role.unwrap_or_else(|| old.default_role.clone()),
            email_domains: email_domains.unwrap_or_else(|| old.email_domains.clone()),
            ..old.clone()
        }
    }
}

/// Changes a provider. With one that is disabled the sessions end that began there. Errors: there is none; a name that
/// another one has; a role that users cannot get by it.
pub fn update(
    op: &Operation,
    caller: &Caller,
    id: ProviderId,
    changes: &ProviderChanges,
) -> Result<ProviderEntry, Failure> {
    let organization = caller.organization_id();
    let sealed = changes.client_secret.as_ref().map(|secret| seal(op, organization, id, secret));
    op.write(|tx| {
        let (actor, old) = lock(tx, caller, id)?;
        let new = changes.apply(&old);
        if new.name != old.name {
            admit_name(tx, organization, &new)?;
        }
        if new.default_role != old.default_role {
            admit_role(tx, organization, &actor, &new.default_role)?;
        }
        if new != old || sealed.is_some() {
            sso_providers::update(tx, organization, &new, sealed.as_deref())?;
            let mut detail = json!({"provider": told_of(&new), "old": settings(&old), "new": settings(&new)});
            if sealed.is_some() {
                detail["secretChanged"] = json!(true);
            }
            if old.enabled && !new.enabled {
                detail["endedSessions"] = json!(end_all_after(op, tx, organization, id)?);
            }
            op.record(tx, caller.event(Action::SsoProviderUpdated).with(detail))?;
        }
        let identities = sso_identities::count(tx, organization, id)?;
        Ok(ProviderEntry { provider: new, identities })
    })
}

/// Removes a provider, and disconnects all accounts there. The sessions end that began there. Errors: there is none.
pub fn delete(op: &Operation, caller: &Caller, id: ProviderId) -> Result<(), Failure> {
    let organization = caller.organization_id();
    op.write(|tx| {
        let (_, old) = lock(tx, caller, id)?;
        let identities = sso_identities::count(tx, organization, id)?;
        let ended = end_all_after(op, tx, organization, id)?;
        sso_providers::delete(tx, organization, id)?;
        let detail = json!({
            "provider": told_of(&old), "old": settings(&old), "identities": identities, "endedSessions": ended,
        });
        op.record(tx, caller.event(Action::SsoProviderDeleted).with(detail))?;
        Ok(())
    })
}

/// Notes that an administrator asked a provider who it is.
pub fn record_test(
    op: &Operation,
    caller: &Caller,
    provider: &Provider,
    outcome: Result<&Metadata, &Untrusted>,
) -> Result<(), Failure> {
    let event = caller.event(Action::SsoProviderTested);
    let provider = told_of(provider);
    let event = match outcome {
        Ok(_) => event.with(json!({"provider": provider})),
        Err(why) => event.failed().with(json!({"provider": provider, "reason": why.to_string()})),
    };
    op.write(|tx| Ok(op.record(tx, event.clone())?))
}

/// Ends whatever began at a provider; gives the number of sessions.
fn end_all_after(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    id: ProviderId,
) -> Result<usize, Fault> {
    challenges::close_all_after(tx, organization, id, op.now)?;
    enrollment_grants::close_all_after(tx, organization, id, op.now)?;
    sessions::end_all_after(tx, organization, id, op.now)
}

/// The caller, who may change providers. The organization is locked, so that they are changed one after the other. A rejection:
/// the caller has lost the session or the permission in between.
fn admit(tx: &mut Tx, caller: &Caller) -> Result<User, Failure> {
    organizations::lock(tx, caller.organization_id())?;
    permitted_user(tx, caller, Permission::SsoWrite)
}

/// The caller, and a provider that they may change. A rejection: there is none.
fn lock(tx: &mut Tx, caller: &Caller, id: ProviderId) -> Result<(User, Provider), Failure> {
    let actor = admit(tx, caller)?;
    let provider = sso_providers::lock(tx, caller.organization_id(), id)?;
    provider.map(|provider| (actor, provider)).ok_or(Rejection::NotFound.into())
}

/// Whether a provider may be called so: the sign-in page tells providers apart by nothing else. The organization is locked. A
/// rejection: another one is.
fn admit_name(tx: &mut Tx, organization: OrganizationId, provider: &Provider) -> Result<(), Failure> {
    let all = sso_providers::list(tx, organization)?;
    let taken = all.iter().any(|other| other.id != provider.id && other.name.looks_like(&provider.name));
    if taken { Err(Rejection::ProviderTaken.into()) } else { Ok(()) }
}

/// Whether a provider may give that role to users: whoever administers the provider decides about them. A rejection: there is no
/// such role, it makes administrators, or it permits more than the caller may.
fn admit_role(
    tx: &mut Tx,
    organization: OrganizationId,
    actor: &User,
    role: &RoleName,
) -> Result<(), Failure> {
    let Ok(found) = Failure::apart(roles::resolve(tx, organization, slice::from_ref(role)))? else {
        return Err(FieldError::new("defaultRole", "unknown_role", "There is no such role.").into());
    };
    if found.makes_administrator() {
        let message = "Nobody becomes an administrator by a provider.";
        return Err(FieldError::new("defaultRole", "administrator_role", message).into());
    }
    if actor.reaches(&found.permissions) { Ok(()) } else { Err(Rejection::NotPermitted.into()) }
}

fn seal(op: &Operation, organization_id: OrganizationId, id: ProviderId, secret: &str) -> Vec<u8> {
    let row = ProviderRow { organization_id, id };
    sealer::seal_client_secret(op.keyring(), &*op.app.random, row, secret)
}

/// A provider as events name it.
pub(super) fn told_of(provider: &Provider) -> Value {
    json!({"id": provider.id, "name": provider.name.as_str()})
}

/// What events tell of its settings.
fn settings(provider: &Provider) -> Value {
    json!({
        "name": provider.name.as_str(), "issuer": provider.issuer.as_str(), "clientId": provider.client_id,
        "scopes": provider.scopes, "enabled": provider.enabled, "createsUsers": provider.creates_users,
        "defaultRole": provider.default_role, "emailDomains": provider.email_domains,
    })
}
