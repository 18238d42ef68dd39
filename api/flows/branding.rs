//! The organization's branding: read, and replaced as a whole; its logo by itself.

use serde_json::{Value, json};

use super::{
    Operation,
    administrators::{Administrator, permitted_user},
    caller::Caller,
    organizations::find_named,
};
use crate::{
    crypto::digest,
    domain::{
        audit::Action,
        branding::{Branding, LogoMark, StoredBranding},
        id::OrganizationId,
        logo::Logo,
        precondition::ExpectedVersion,
        rejection::Rejection,
        role::Permission,
        seal::hex,
    },
    error::{Failure, Fault},
    store::{Rx, Tx, branding, organizations},
};

/// A branding with what it is shown beside.
pub struct NamedBranding {
    pub slug: String,
    /// Of the organization: it is changed with the organization itself.
    pub name: String,
    pub stored: StoredBranding,
}

/// The branding of the organization in which somebody administers.
pub fn find(op: &Operation, administrator: &Administrator) -> Result<NamedBranding, Failure> {
    let organization = administrator.organization_id();
    Ok(op.read(|rx| {
        let stored = branding::find(rx, organization)?;
        named(rx, organization, stored)
    })?)
}

fn named(rx: &mut Rx, id: OrganizationId, stored: StoredBranding) -> Result<NamedBranding, Fault> {
    let found = organizations::find(rx, id)?.ok_or_else(|| Fault::internal("an organization is gone"))?;
    Ok(NamedBranding { slug: found.slug, name: found.name, stored })
}

/// Puts another branding in the place of one of the expected versions; the logo stays. Errors: another version is in force by now.
pub fn replace(
    op: &Operation,
    caller: &Caller,
    expected: &ExpectedVersion,
    new: &Branding,
) -> Result<NamedBranding, Failure> {
    revise(op, caller, |tx, old| {
        if !expected.admits(old.version) {
            return Err(Rejection::StaleVersion.into());
        }
        let new = StoredBranding { branding: new.clone(), ..next(op, old) };
        branding::put(tx, caller.organization_id(), &new)?;
        Ok(new)
    })
}

/// Puts a logo in the place of the one that there is, or takes that away.
pub fn replace_logo(op: &Operation, caller: &Caller, logo: Option<&Logo>) -> Result<NamedBranding, Failure> {
    let mark = logo.map(mark_of);
    revise(op, caller, |tx, old| {
        if old.logo == mark {
            return Ok(old.clone());
        }
        let new = StoredBranding { logo: mark.clone(), ..next(op, old) };
        branding::put_logo(tx, caller.organization_id(), &new, logo)?;
        Ok(new)
    })
}

/// What a logo is told of by.
pub fn mark_of(logo: &Logo) -> LogoMark {
    let digest = hex(&digest::sha256(logo.as_bytes()));
    LogoMark { digest, width: logo.width(), height: logo.height() }
}

/// What comes after that version.
fn next(op: &Operation, old: &StoredBranding) -> StoredBranding {
    StoredBranding { version: old.version + 1, updated_at: Some(op.now), ..old.clone() }
}

/// Makes of the branding in force the next one, and tells of it where it is another.
fn revise(
    op: &Operation,
    caller: &Caller,
    change: impl Fn(&mut Tx, &StoredBranding) -> Result<StoredBranding, Failure>,
) -> Result<NamedBranding, Failure> {
    let organization = caller.organization_id();
    op.write(|tx| {
        organizations::lock(tx, organization)?;
        permitted_user(tx, caller, Permission::PolicyWrite)?;
        let old = branding::find(tx, organization)?;
        let new = change(tx, &old)?;
        if new.version != old.version {
            let detail = json!({"version": new.version, "old": told(&old), "new": told(&new)});
            op.record(tx, caller.event(Action::BrandingChanged).with(detail))?;
        }
        Ok(named(tx, organization, new)?)
    })
}

/// A branding as the log has it.
fn told(stored: &StoredBranding) -> Value {
    let StoredBranding { branding: Branding { accent, support }, logo, .. } = stored;
    json!({"accent": accent, "support": support, "logo": logo})
}

/// The file of a logo that the sign-in page of an organization shows, or of the only one that there is. Errors: there is none of
/// that digest there.
pub fn logo(op: &Operation, slug: Option<&str>, digest: &str) -> Result<Vec<u8>, Failure> {
    // The database takes no text with a zero in it.
    if !digest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Rejection::NotFound.into());
    }
    let found = op.read(|rx| match find_named(rx, slug)? {
        Some((organization, _)) => branding::find_logo(rx, organization, digest),
        None => Ok(None),
    })?;
    found.ok_or_else(|| Rejection::NotFound.into())
}
