//! A user as a line of an import has them: a JSON object, strictly read.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::lines::Line;
use crate::{
    domain::{
        authenticator::{self, AuthenticatorName},
        import::{
            BcryptHash, ExternalId, ImportedAuthenticator, ImportedPassword, ImportedStanding, ImportedUser,
            MOST_RECOVERY_CODES, RecoveryOrigin, Row,
        },
        language::Language,
        recovery_code::ImportedRecoveryCode,
        rejection::FieldError,
        role::{self, BuiltInRole, RoleName},
        totp::{Algorithm, Parameters, TotpSecret},
        user::{DisplayName, EmailAddress},
    },
    strict,
};

/// A user of another system. Unknown fields are an error of the line.
#[derive(Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "email": "ada@example.org",
    "displayName": "Ada Lovelace",
    "roles": ["member"],
    "passwordHash": "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
    "authenticators": [{"name": "Phone", "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}],
    "recoveryCodes": ["W7H2-9KQX", "M4TC-3ZFN"],
    "emailVerified": true,
    "externalId": "auth0|64f1c0ffee"
}))]
pub struct ImportRow {
    #[schema(max_length = 254)]
    pub email: String,
    /// What stands before the `@` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    pub display_name: Option<String>,
    /// `member` where nothing is said; none that permits more than whoever imports may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, min_items = 1)]
    pub roles: Option<Vec<String>>,
    #[serde(default)]
    pub suspended: bool,
    /// Of what is mailed to them; `en` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = String)]
    pub language: Option<Language>,
    /// Whether the other system has made sure that the address is theirs.
    #[serde(default)]
    pub email_verified: bool,
    /// The id that the other system knows them by; unique in the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, min_length = 1, max_length = 200)]
    pub external_id: Option<String>,
    /// bcrypt (`$2a$`, `$2b$`, `$2y$`) of the plain password, of a cost from 8 to the installation's own. It is made anew when
    /// the user first signs in. Without one they choose a password by the mail for forgotten ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = String)]
    pub password_hash: Option<Zeroizing<String>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false, max_items = 5)]
    pub authenticators: Vec<AuthenticatorRow>,
    /// Plain, each of 8 to 64 letters and digits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false, value_type = Vec<String>, max_items = 30)]
    pub recovery_codes: Vec<Zeroizing<String>>,
    /// In the place of plain ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub hashed_recovery_codes: Option<HashedRecoveryCodes>,
    /// Of an export of Nightlatch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub nightlatch: Option<NightlatchRow>,
}

/// What only another installation of Nightlatch can use.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NightlatchRow {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub password: Option<KeyedPassword>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub recovery_codes: Option<KeyedRecoveryCodes>,
    /// Whether their next login has to show a code that an administrator gives them.
    #[serde(default)]
    pub reset_pending: bool,
    /// Whether their account is frozen.
    #[serde(default)]
    pub frozen: bool,
    /// Whether codes are mailed to them at sign-in; only with a verified address.
    #[serde(default)]
    pub email_codes: bool,
}

/// A hash over a password and a pepper.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyedPassword {
    #[schema(value_type = String)]
    pub hash: Zeroizing<String>,
    /// 256 bit in base64.
    #[schema(value_type = String)]
    pub pepper: Zeroizing<String>,
}

/// Keyed digests of recovery codes.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyedRecoveryCodes {
    /// Whose they were there.
    pub organization_id: Uuid,
    pub user_id: Uuid,
    /// Those that they may be under, each of 256 bit in base64.
    #[schema(value_type = Vec<String>, max_items = 16)]
    pub keys: Vec<Zeroizing<String>>,
    #[schema(max_items = 30)]
    pub digests: Vec<KeyedDigest>,
}

#[derive(Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyedDigest {
    /// 256 bit in base64.
    #[schema(value_type = String)]
    pub digest: Zeroizing<String>,
    /// Whether the code is of another system's form, so that tries at it are charged.
    pub guessable: bool,
}

/// An authenticator app of a user.
#[derive(Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthenticatorRow {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, min_length = 1, max_length = 50)]
    pub name: Option<String>,
    /// In base32, at least 128 bit.
    #[schema(value_type = String)]
    pub secret: Zeroizing<String>,
    /// `SHA1`, `SHA256` or `SHA512`; `SHA1` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = String)]
    pub algorithm: Option<Algorithm>,
    /// 6 or 8; 6 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 6, maximum = 8)]
    pub digits: Option<u64>,
    /// 15 to 60; 30 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 15, maximum = 60)]
    pub period_seconds: Option<u64>,
}

/// Recovery codes of which the other system kept hashes.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HashedRecoveryCodes {
    pub hash: RecoveryCodeHash,
    /// Each of the code's text without salt, in hexadecimal digits or base64.
    #[schema(value_type = Vec<String>, max_items = 30)]
    pub codes: Vec<Zeroizing<String>>,
}

/// How they were hashed.
#[derive(Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum RecoveryCodeHash {
    Sha256,
}

/// Reads a line. What is wrong is told without its value.
pub fn read(line: &Line) -> Row {
    let user = match &line.text {
        None => Err((None, FieldError::new("", "too_long", "A line has at most 64 KiB."))),
        Some(text) => match serde_json::from_slice(text) {
            Err(_) => Err((None, FieldError::new("", "malformed", "This is not one JSON object."))),
            Ok(json) => strict::from_json::<ImportRow>(json)
                .map_err(|error| (None, error))
                .and_then(|row| row.parse()),
        },
    };
    Row { line: line.number, user }
}

impl ImportRow {
    /// Errors: the first field that is not valid, with the address where that one is.
    pub fn parse(self) -> Result<ImportedUser, (Option<EmailAddress>, FieldError)> {
        let email = EmailAddress::parse(&self.email).map_err(|error| (None, error))?;
        self.parse_rest(email.clone()).map_err(|error| (Some(email), error))
    }

    fn parse_rest(self, email: EmailAddress) -> Result<ImportedUser, FieldError> {
        let display_name = match &self.display_name {
            Some(name) => DisplayName::parse(name)?,
            None => DisplayName::of_address(&email),
        };
        let recovery_codes = self.parse_recovery_codes()?;
        Ok(ImportedUser {
            email,
            display_name,
            roles: self.parse_roles()?,
            language: self.language.unwrap_or_default(),
            suspended: self.suspended,
            email_verified: self.email_verified,
            external_id: self.external_id.as_deref().map(ExternalId::parse).transpose()?,
            password: self.parse_password()?,
            origin: self.nightlatch.as_ref().map(NightlatchRow::parse_origin).transpose()?.flatten(),
            standing: self.nightlatch.as_ref().map(NightlatchRow::standing).unwrap_or_default(),
            authenticators: parse_authenticators(&self.authenticators)?,
            recovery_codes,
        })
    }

    fn parse_roles(&self) -> Result<Vec<RoleName>, FieldError> {
        let Some(names) = &self.roles else { return Ok(vec![BuiltInRole::Member.into()]) };
        if names.is_empty() {
            return Err(FieldError::new("roles", "required", "At least one role."));
        }
        let parse =
            |(index, name): (usize, &String)| RoleName::parse(name).map_err(|_| role::unknown_role(index));
        names.iter().enumerate().map(parse).collect()
    }

    fn parse_password(&self) -> Result<Option<ImportedPassword>, FieldError> {
        if let Some(hash) = &self.password_hash {
            return BcryptHash::parse("passwordHash", hash).map(ImportedPassword::Plain).map(Some);
        }
        let keyed = self.nightlatch.as_ref().and_then(|row| row.password.as_ref());
        let parse = |KeyedPassword { hash, pepper }: &KeyedPassword| {
            let hash = BcryptHash::keyed("nightlatch.password.hash", hash)?;
            let pepper = bits("nightlatch.password.pepper", pepper)?;
            Ok(ImportedPassword::Keyed { hash, pepper })
        };
        keyed.map(parse).transpose()
    }

    fn parse_recovery_codes(&self) -> Result<Vec<ImportedRecoveryCode>, FieldError> {
        let hashed = self.hashed_recovery_codes.as_ref().map_or(&[][..], |hashed| &hashed.codes);
        let keyed = self.nightlatch.as_ref().and_then(|row| row.recovery_codes.as_ref());
        let keyed = keyed.map_or(&[][..], |keyed| &keyed.digests);
        if self.recovery_codes.len() + hashed.len() + keyed.len() > MOST_RECOVERY_CODES {
            let message = format!("At most {MOST_RECOVERY_CODES} recovery codes.");
            return Err(FieldError::new("recoveryCodes", "too_many", message));
        }
        let plain = self
            .recovery_codes
            .iter()
            .enumerate()
            .map(|(index, code)| ImportedRecoveryCode::plain(&format!("recoveryCodes[{index}]"), code));
        let hashed = hashed.iter().enumerate().map(|(index, hash)| {
            ImportedRecoveryCode::sha256(&format!("hashedRecoveryCodes.codes[{index}]"), hash)
        });
        let keyed = keyed.iter().map(|KeyedDigest { digest, guessable }| {
            let digest = bits("nightlatch.recoveryCodes.digests", digest)?;
            Ok(ImportedRecoveryCode::Elsewhere { digest: *digest, guessable: *guessable })
        });
        plain.chain(hashed).chain(keyed).collect()
    }
}

impl NightlatchRow {
    fn standing(&self) -> ImportedStanding {
        let &Self { reset_pending, frozen, email_codes, .. } = self;
        ImportedStanding { reset_pending, frozen, email_codes }
    }

    fn parse_origin(&self) -> Result<Option<RecoveryOrigin>, FieldError> {
        let Some(codes) = &self.recovery_codes else { return Ok(None) };
        const FIELD: &str = "nightlatch.recoveryCodes.keys";
        if codes.keys.len() > MOST_KEYS {
            return Err(FieldError::new(FIELD, "too_many", format!("At most {MOST_KEYS} keys.")));
        }
        let keys = codes.keys.iter().map(|key| bits(FIELD, key)).collect::<Result<_, _>>()?;
        let (organization_id, user_id) = (codes.organization_id.into(), codes.user_id.into());
        Ok(Some(RecoveryOrigin { organization_id, user_id, keys }))
    }
}

/// So many keys of recovery codes come with a user: each is tried at every code that they type.
const MOST_KEYS: usize = 16;

/// 256 bit in base64.
fn bits(field: &str, text: &str) -> Result<Zeroizing<[u8; 32]>, FieldError> {
    let decoded = BASE64.decode(text.as_bytes()).ok().map(Zeroizing::new);
    let decoded = decoded.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok());
    let invalid = || FieldError::new(field, "invalid", "This is not 256 bit in base64.");
    decoded.map(Zeroizing::new).ok_or_else(invalid)
}

fn parse_authenticators(rows: &[AuthenticatorRow]) -> Result<Vec<ImportedAuthenticator>, FieldError> {
    if rows.len() > authenticator::MOST {
        let message = format!("At most {} authenticators.", authenticator::MOST);
        return Err(FieldError::new("authenticators", "too_many", message));
    }
    let parse = |(index, row): (usize, &AuthenticatorRow)| {
        row.parse().map_err(|error| {
            let field = format!("authenticators[{index}].{}", error.field);
            FieldError { field, ..error }
        })
    };
    let parsed = rows.iter().enumerate().map(parse).collect::<Result<Vec<_>, _>>()?;
    for (index, authenticator) in parsed.iter().enumerate() {
        // One code would be good for both of them.
        if parsed[..index].iter().any(|other| other.secret.expose() == authenticator.secret.expose()) {
            let (field, message) =
                (format!("authenticators[{index}].secret"), "Another one has the same secret.");
            return Err(FieldError::new(field, "duplicate", message));
        }
    }
    Ok(parsed)
}

impl AuthenticatorRow {
    fn parse(&self) -> Result<ImportedAuthenticator, FieldError> {
        let standard = Parameters::STANDARD;
        let name = self.name.as_deref().map(AuthenticatorName::parse).transpose()?;
        let parameters = Parameters::import(
            self.algorithm.unwrap_or(standard.algorithm),
            self.digits.unwrap_or(standard.digits.into()),
            self.period_seconds.unwrap_or(standard.period_seconds.into()),
        )?;
        Ok(ImportedAuthenticator {
            name: name.unwrap_or_else(AuthenticatorName::default_name),
            parameters,
            secret: TotpSecret::import("secret", &self.secret)?,
        })
    }
}
