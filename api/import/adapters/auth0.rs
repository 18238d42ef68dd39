//! Users of Auth0: its export, the password hashes that its support hands out, and what its bulk import takes.

use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::{Adapted, Unreadable};
use crate::{
    domain::{import::Loss, rejection::FieldError},
    import::{
        lines::Lines,
        row::{AuthenticatorRow, ImportRow},
    },
};

pub fn read(adapted: &mut Adapted, file: &[u8]) -> Result<(), Unreadable> {
    if file.trim_ascii_start().starts_with(b"[") {
        let users: Vec<Value> = serde_json::from_slice(file).map_err(|_| Unreadable("no list of users"))?;
        for (number, user) in (1..).zip(users) {
            add(adapted, number, serde_json::from_value(user));
        }
        return Ok(());
    }
    let mut lines = Lines::default();
    let ended = lines.push(file);
    for line in ended.iter().chain(&lines.finish()) {
        add(adapted, line.number, serde_json::from_slice(line.text.as_deref().unwrap_or_default()));
    }
    Ok(())
}

fn add(adapted: &mut Adapted, line: u64, user: serde_json::Result<User>) {
    match user {
        Ok(user) => {
            let row = user.row(adapted);
            adapted.add(line, Ok(row));
        }
        Err(_) => adapted.add(line, Err(FieldError::new("", "malformed", "This is no user of Auth0."))),
    }
}

/// What is read of a user; there may be more.
#[derive(Deserialize)]
struct User {
    email: String,
    #[serde(default)]
    email_verified: bool,
    user_id: Option<String>,
    #[serde(rename = "_id")]
    id: Option<ObjectId>,
    name: Option<String>,
    #[serde(default)]
    blocked: bool,
    #[serde(alias = "passwordHash")]
    password_hash: Option<Zeroizing<String>>,
    custom_password_hash: Option<CustomHash>,
    #[serde(default)]
    mfa_factors: Vec<Factor>,
}

#[derive(Deserialize)]
struct ObjectId {
    #[serde(rename = "$oid")]
    oid: String,
}

#[derive(Deserialize)]
struct CustomHash {
    algorithm: String,
    hash: HashValue,
}

#[derive(Deserialize)]
struct HashValue {
    value: Zeroizing<String>,
}

#[derive(Deserialize)]
struct Factor {
    totp: Option<Totp>,
}

#[derive(Deserialize)]
struct Totp {
    secret: Zeroizing<String>,
}

impl User {
    fn row(self, adapted: &mut Adapted) -> ImportRow {
        let custom = self.custom_password_hash.filter(|custom| {
            let taken = custom.algorithm == "bcrypt";
            if !taken {
                adapted.lose(Loss::Password);
            }
            taken
        });
        let authenticators = self.mfa_factors.into_iter().filter_map(|factor| match factor.totp {
            Some(Totp { secret }) => Some(AuthenticatorRow { secret, ..AuthenticatorRow::default() }),
            None => {
                adapted.lose(Loss::Factor);
                None
            }
        });
        ImportRow {
            authenticators: authenticators.collect(),
            // Without a name of their own they are called by their address.
            display_name: self.name.filter(|name| !name.trim().is_empty() && *name != self.email),
            suspended: self.blocked,
            email_verified: self.email_verified,
            external_id: self.user_id.or(self.id.map(|id| format!("auth0|{}", id.oid))),
            password_hash: self.password_hash.or(custom.map(|custom| custom.hash.value)),
            email: self.email,
            ..ImportRow::default()
        }
    }
}
