//! Users of an export, as the lines that an import takes.

use data_encoding::BASE64;
use zeroize::Zeroizing;

use super::row::{
    AuthenticatorRow, ImportRow, KeyedDigest, KeyedPassword, KeyedRecoveryCodes, NightlatchRow,
};
use crate::domain::{
    import::{ImportedAuthenticator, ImportedPassword, ImportedStanding, ImportedUser, RecoveryOrigin},
    recovery_code::ImportedRecoveryCode,
    totp::Parameters,
};

/// The line of a user. Carries their secrets. Errors: never, of what an export reads.
pub fn line(user: ImportedUser) -> serde_json::Result<Zeroizing<String>> {
    serde_json::to_string(&row(user)).map(Zeroizing::new)
}

fn row(user: ImportedUser) -> ImportRow {
    let (password_hash, password) = match user.password {
        None => (None, None),
        Some(ImportedPassword::Plain(hash)) => (Some(Zeroizing::new(hash.as_str().to_owned())), None),
        Some(ImportedPassword::Keyed { hash, pepper }) => {
            let hash = Zeroizing::new(hash.as_str().to_owned());
            (None, Some(KeyedPassword { hash, pepper: encoded(&pepper) }))
        }
    };
    ImportRow {
        email: user.email.as_str().to_owned(),
        display_name: Some(user.display_name.as_str().to_owned()),
        roles: Some(user.roles.iter().map(|role| role.as_str().to_owned()).collect()),
        suspended: user.suspended,
        language: Some(user.language),
        email_verified: user.email_verified,
        external_id: user.external_id.map(|id| id.as_str().to_owned()),
        password_hash,
        authenticators: user.authenticators.iter().map(authenticator).collect(),
        nightlatch: nightlatch(password, user.origin, &user.recovery_codes, user.standing),
        ..ImportRow::default()
    }
}

fn authenticator(authenticator: &ImportedAuthenticator) -> AuthenticatorRow {
    let Parameters { algorithm, digits, period_seconds } = authenticator.parameters;
    AuthenticatorRow {
        name: Some(authenticator.name.as_str().to_owned()),
        secret: authenticator.secret.base32(),
        algorithm: Some(algorithm),
        digits: Some(digits.into()),
        period_seconds: Some(period_seconds.into()),
    }
}

fn nightlatch(
    password: Option<KeyedPassword>,
    origin: Option<RecoveryOrigin>,
    codes: &[ImportedRecoveryCode],
    standing: ImportedStanding,
) -> Option<NightlatchRow> {
    let recovery_codes = origin.map(|RecoveryOrigin { organization_id, user_id, keys }| {
        let digest = |code: &ImportedRecoveryCode| match code {
            ImportedRecoveryCode::Elsewhere { digest, guessable } => {
                Some(KeyedDigest { digest: encoded(digest), guessable: *guessable })
            }
            ImportedRecoveryCode::Ours(_)
            | ImportedRecoveryCode::Text(_)
            | ImportedRecoveryCode::Sha256(_) => None,
        };
        let keys = keys.iter().map(|key| encoded(key)).collect();
        let digests = codes.iter().filter_map(digest).collect();
        KeyedRecoveryCodes { organization_id: organization_id.0, user_id: user_id.0, keys, digests }
    });
    let ImportedStanding { reset_pending, frozen, email_codes } = standing;
    let says = password.is_some() || recovery_codes.is_some() || reset_pending || frozen || email_codes;
    says.then_some(NightlatchRow { password, recovery_codes, reset_pending, frozen, email_codes })
}

fn encoded(bits: &[u8; 32]) -> Zeroizing<String> {
    Zeroizing::new(BASE64.encode(bits))
}
