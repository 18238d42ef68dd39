//! Users of a Keycloak realm, as its export has them with their credentials.

use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use zeroize::Zeroizing;

use super::{Adapted, Unreadable, otpauth};
use crate::{
    domain::{import::Loss, rejection::FieldError},
    import::row::{AuthenticatorRow, ImportRow},
};

pub fn read(adapted: &mut Adapted, file: &[u8]) -> Result<(), Unreadable> {
    let Realm { users } = serde_json::from_slice(file).map_err(|_| Unreadable("no export with users"))?;
    for (number, user) in (1..).zip(users) {
        match serde_json::from_value::<User>(user) {
            Ok(user) if user.service_account_client_id.is_some() => adapted.lose(Loss::ServiceAccount),
            Ok(user) => {
                let row = user.row(adapted);
                adapted.add(number, row);
            }
            Err(_) => {
                adapted.add(number, Err(FieldError::new("", "malformed", "This is no user of Keycloak.")));
            }
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Realm {
    users: Vec<Value>,
}

/// What is read of a user; there is more.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    id: Option<String>,
    username: String,
    email: Option<String>,
    #[serde(default)]
    email_verified: bool,
    first_name: Option<String>,
    last_name: Option<String>,
    enabled: Option<bool>,
    service_account_client_id: Option<String>,
    #[serde(default)]
    credentials: Vec<Credential>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Credential {
    #[serde(rename = "type")]
    kind: String,
    user_label: Option<String>,
    /// JSON in a string, as the next one.
    secret_data: Option<Zeroizing<String>>,
    credential_data: Option<String>,
}

#[derive(Deserialize)]
struct SecretData {
    value: Zeroizing<String>,
}

#[derive(Deserialize)]
struct PasswordData {
    algorithm: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OtpData {
    sub_type: Option<String>,
    digits: Option<u64>,
    period: Option<u64>,
    algorithm: Option<String>,
    secret_encoding: Option<String>,
}

impl User {
    fn row(self, adapted: &mut Adapted) -> Result<ImportRow, FieldError> {
        let name = [self.first_name, self.last_name].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let mut row = ImportRow {
            email: self.email.unwrap_or(self.username),
            display_name: Some(name).filter(|name| !name.trim().is_empty()),
            suspended: self.enabled == Some(false),
            email_verified: self.email_verified,
            external_id: self.id,
            ..ImportRow::default()
        };
        for credential in self.credentials {
            match credential.kind.as_str() {
                "password" => match credential.bcrypt() {
                    Some(hash) => row.password_hash = Some(hash),
                    None => adapted.lose(Loss::Password),
                },
                "otp" => match credential.authenticator()? {
                    Some(authenticator) => row.authenticators.push(authenticator),
                    None => adapted.lose(Loss::Factor),
                },
                "recovery-authn-codes" => adapted.lose(Loss::RecoveryCodes),
                _ => adapted.lose(Loss::Factor),
            }
        }
        Ok(row)
    }
}

impl Credential {
    fn secret(&self) -> Option<Zeroizing<String>> {
        let secret: SecretData = nested(self.secret_data.as_ref()?.as_str())?;
        Some(secret.value)
    }

    /// The hash of a plugin that keeps bcrypt's own text.
    fn bcrypt(&self) -> Option<Zeroizing<String>> {
        let data: PasswordData = nested(self.credential_data.as_deref()?)?;
        self.secret().filter(|hash| data.algorithm.eq_ignore_ascii_case("bcrypt") && hash.starts_with('$'))
    }

    /// None for codes that are not time-based.
    fn authenticator(&self) -> Result<Option<AuthenticatorRow>, FieldError> {
        let malformed =
            || FieldError::new("authenticators", "malformed", "This credential is not as expected.");
        let data: OtpData = self.credential_data.as_deref().and_then(nested).ok_or_else(malformed)?;
        let secret = self.secret().ok_or_else(malformed)?;
        if data.sub_type.as_deref() == Some("hotp") {
            return Ok(None);
        }
        let algorithm = data.algorithm.as_deref().map(otpauth::algorithm).transpose()?;
        // Without an encoding the characters themselves are the secret.
        let secret = match data.secret_encoding.as_deref() {
            Some("BASE32") => secret,
            _ => Zeroizing::new(BASE32_NOPAD.encode(secret.as_bytes())),
        };
        Ok(Some(AuthenticatorRow {
            name: self.user_label.clone().filter(|label| !label.trim().is_empty()),
            secret,
            algorithm,
            digits: data.digits,
            period_seconds: data.period,
        }))
    }
}

fn nested<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
