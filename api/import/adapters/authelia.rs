//! Users of Authelia: its `users_database.yml`, and the YAML of `authelia storage user totp export`.

use std::collections::BTreeMap;

use data_encoding::BASE64;
use yaml_rust2::{Yaml, YamlLoader};
use zeroize::Zeroizing;

use super::{Adapted, Unreadable, otpauth, text};
use crate::{
    domain::{import::Loss, rejection::FieldError},
    import::row::{AuthenticatorRow, ImportRow},
};

/// Both files in either order: the one knows addresses, the other secrets.
pub fn read(files: &[Vec<u8>]) -> Result<Adapted, Unreadable> {
    let mut documents = Vec::new();
    for file in files {
        documents.extend(YamlLoader::load_from_str(text(file)?).map_err(|_| Unreadable("no YAML"))?);
    }
    let known =
        |document: &Yaml| !document["users"].is_badvalue() || !document["totp_configurations"].is_badvalue();
    if !documents.iter().all(known) {
        return Err(Unreadable("neither `users` nor `totp_configurations` at its top"));
    }
    let mut adapted = Adapted::default();
    let mut authenticators = authenticators(&documents);
    for (number, (name, user)) in (1..).zip(users(&documents)) {
        let found = authenticators.remove(name).unwrap_or_default();
        let row = row(&mut adapted, user, found);
        adapted.add(number, row);
    }
    for _stranger in authenticators {
        let message = "No user of this name is in users_database.yml.";
        adapted.add(0, Err(FieldError::new("email", "required", message)));
    }
    Ok(adapted)
}

fn users(documents: &[Yaml]) -> impl Iterator<Item = (&str, &Yaml)> {
    let users = documents.iter().filter_map(|document| document["users"].as_hash()).flatten();
    users.filter_map(|(name, user)| Some((name.as_str()?, user)))
}

fn row(
    adapted: &mut Adapted,
    user: &Yaml,
    authenticators: Vec<Result<AuthenticatorRow, FieldError>>,
) -> Result<ImportRow, FieldError> {
    let hash = user["password"].as_str().map(|hash| hash.trim_start_matches("{CRYPT}"));
    let bcrypt = hash.filter(|hash| hash.starts_with("$2"));
    if hash.is_some() && bcrypt.is_none() {
        adapted.lose(Loss::Password);
    }
    Ok(ImportRow {
        email: user["email"].as_str().unwrap_or_default().to_owned(),
        display_name: user["displayname"].as_str().map(str::to_owned),
        suspended: user["disabled"].as_bool().unwrap_or(false),
        password_hash: bcrypt.map(|hash| Zeroizing::new(hash.to_owned())),
        authenticators: authenticators.into_iter().collect::<Result<_, _>>()?,
        ..ImportRow::default()
    })
}

type OfUsers<'a> = BTreeMap<&'a str, Vec<Result<AuthenticatorRow, FieldError>>>;

fn authenticators(documents: &[Yaml]) -> OfUsers<'_> {
    let mut found = OfUsers::new();
    for entry in documents.iter().filter_map(|document| document["totp_configurations"].as_vec()).flatten() {
        if let Some(name) = entry["username"].as_str() {
            found.entry(name).or_default().push(authenticator(entry));
        }
    }
    found
}

/// The secret is base32 within base64.
fn authenticator(entry: &Yaml) -> Result<AuthenticatorRow, FieldError> {
    let decoded = BASE64.decode(entry["secret"].as_str().unwrap_or_default().as_bytes()).ok();
    let secret = decoded.and_then(|bytes| String::from_utf8(bytes).ok()).map(Zeroizing::new);
    let message = "A secret is text in base32 within base64.";
    let number = |name: &str| entry[name].as_i64().and_then(|number| u64::try_from(number).ok());
    Ok(AuthenticatorRow {
        name: None,
        secret: secret.ok_or_else(|| FieldError::new("authenticators", "invalid_secret", message))?,
        algorithm: entry["algorithm"].as_str().map(otpauth::algorithm).transpose()?,
        digits: number("digits"),
        period_seconds: number("period"),
    })
}
