//! Exports: the users of an organization with all that another installation needs, their secrets opened.

use serde_json::json;
use zeroize::Zeroizing;

use super::{Operation, imports::Importer};
use crate::{
    crypto::{
        keyring::Keyring,
        passwords::HashedPassword,
        sealer::{self, TotpRow},
    },
    domain::{
        audit::{Action, AuditEvent},
        authenticator::AuthenticatorName,
        id::OrganizationId,
        import::{
            BcryptHash, ExternalId, ImportedAuthenticator, ImportedPassword, ImportedUser, RecoveryOrigin,
        },
        language::Language,
        recovery_code::ImportedRecoveryCode,
        rejection::FieldError,
        role::RoleName,
        user::{DisplayName, EmailAddress},
    },
    error::{Failure, Fault},
    store::exported_users::{self, StoredAuthenticator, StoredUser},
};

/// So many users are read at once.
const PAGE: i64 = 500;

/// Some users by address, from the first after that one; none at the end.
pub fn page(op: &Operation, importer: Importer, after: &str) -> Result<Vec<ImportedUser>, Fault> {
    let organization = importer.organization_id();
    let stored = op.read(|rx| exported_users::list(rx, organization, after, PAGE))?;
    stored.into_iter().map(|user| opened(op.keyring(), organization, user)).collect()
}

/// Tells the audit log that so many users were exported. Nobody gets the file before.
pub fn record(op: &Operation, importer: Importer, users: usize) -> Result<(), Failure> {
    let event = AuditEvent::about_user(importer.organization_id(), None, Action::UsersExported);
    op.write(|tx| Ok(op.record(tx, event.clone().with(json!({"users": users})))?))
}

fn opened(keyring: &Keyring, organization: OrganizationId, user: StoredUser) -> Result<ImportedUser, Fault> {
    let id = user.id;
    let damaged = |_: FieldError| Fault::internal(format!("user {} is not as they were written", id.0));
    let authenticators = user.authenticators.iter().map(|authenticator| {
        let StoredAuthenticator { id: authenticator_id, name, parameters, sealed_secret } = authenticator;
        let row = TotpRow {
            organization_id: organization,
            user_id: id,
            authenticator_id: *authenticator_id,
            parameters: *parameters,
        };
        let secret = sealer::open_totp(keyring, row, sealed_secret)?;
        let name = AuthenticatorName::parse(name).map_err(damaged)?;
        Ok(ImportedAuthenticator { name, parameters: *parameters, secret })
    });
    let authenticators = authenticators.collect::<Result<_, Fault>>()?;
    // Digests that came from elsewhere have keys of their own there: they are not passed on a second time. Those beside a
    // passkey stay with it.
    let stay = user.foreign_recovery_codes || user.authenticators.is_empty();
    let codes = if stay { Vec::new() } else { user.recovery_codes };
    let recovery_codes = codes.into_iter().filter_map(|(digest, guessable)| {
        Some(ImportedRecoveryCode::Elsewhere { digest: digest.try_into().ok()?, guessable })
    });
    let recovery_codes: Vec<_> = recovery_codes.collect();
    let origin = (!recovery_codes.is_empty()).then(|| RecoveryOrigin {
        organization_id: organization,
        user_id: id,
        keys: keyring.recovery_keys(),
    });
    let roles = user.roles.iter().map(|role| RoleName::parse(role));
    Ok(ImportedUser {
        email: EmailAddress::parse(&user.email).map_err(damaged)?,
        display_name: DisplayName::parse(&user.display_name).map_err(damaged)?,
        roles: roles.collect::<Result<_, _>>().map_err(damaged)?,
        language: Language::from_name(&user.language).unwrap_or_default(),
        suspended: user.suspended,
        email_verified: user.email_verified,
        external_id: user.external_id.as_deref().map(ExternalId::parse).transpose().map_err(damaged)?,
        password: user.password.map(|password| opened_password(keyring, &password)).transpose()?,
        authenticators,
        recovery_codes,
        origin,
        standing: user.standing,
    })
}

fn opened_password(keyring: &Keyring, password: &HashedPassword) -> Result<ImportedPassword, Fault> {
    let HashedPassword { hash, kid, sealed_pepper } = password;
    let parsed = BcryptHash::keyed("hash", hash);
    let parsed = parsed.map_err(|_| Fault::internal("a password hash that is not as it was written"))?;
    let pepper: Zeroizing<[u8; 32]> = match (kid, sealed_pepper) {
        (None, None) => return Ok(ImportedPassword::Plain(parsed)),
        (None, Some(sealed)) => sealer::open_pepper(keyring, hash, sealed)?,
        (Some(kid), _) => keyring
            .password_pepper(kid)
            .ok_or_else(|| Fault::internal(format!("no key {kid} for a password hash")))?,
    };
    Ok(ImportedPassword::Keyed { hash: parsed, pepper })
}
