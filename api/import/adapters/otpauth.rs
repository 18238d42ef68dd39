//! `otpauth` URIs (Key URI Format), one in each line.

use url::Url;
use zeroize::Zeroizing;

use super::{Adapted, people::People, unsupported};
use crate::{
    domain::{import::Loss, rejection::FieldError, totp::Algorithm},
    import::row::AuthenticatorRow,
};

pub fn read(adapted: &mut Adapted, text: &str) {
    let (mut people, mut refused) = (People::default(), Vec::new());
    for (line, uri) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match parse(uri.trim()) {
            Ok(Some((email, authenticator))) => people.add(line, &email, authenticator),
            Ok(None) => adapted.lose(Loss::Factor),
            Err(error) => refused.push((line, error)),
        }
    }
    people.finish(adapted, refused);
}

/// The account and its authenticator; none for codes that are not time-based.
fn parse(uri: &str) -> Result<Option<(String, AuthenticatorRow)>, FieldError> {
    let malformed = || FieldError::new("", "malformed", "This is no otpauth URI.");
    let uri = Url::parse(uri).ok().filter(|uri| uri.scheme() == "otpauth").ok_or_else(malformed)?;
    match uri.host_str() {
        Some("totp") => {}
        Some("hotp") => return Ok(None),
        _ => return Err(malformed()),
    }
    let label = percent_decoded(uri.path().trim_start_matches('/')).ok_or_else(malformed)?;
    let account = label.split_once(':').map_or(label.as_str(), |(_, account)| account);
    let parameter = |name: &str| {
        uri.query_pairs().find(|(key, _)| key == name).map(|(_, value)| Zeroizing::new(value.into_owned()))
    };
    let number = |name: &str, field: &str| {
        let parsed = parameter(name).map(|text| text.parse());
        parsed.transpose().map_err(|_| unsupported(field, "This is no number."))
    };
    Ok(Some((
        account.trim().to_owned(),
        AuthenticatorRow {
            name: None,
            secret: parameter("secret").unwrap_or_default(),
            algorithm: parameter("algorithm").map(|name| algorithm(&name)).transpose()?,
            digits: number("digits", "digits")?,
            period_seconds: number("period", "periodSeconds")?,
        },
    )))
}

/// A hash by any of its usual names. Errors: none that authenticators have.
pub(super) fn algorithm(name: &str) -> Result<Algorithm, FieldError> {
    match name.to_uppercase().replace(['-', '_'], "").trim_start_matches("HMAC") {
        "SHA1" => Ok(Algorithm::Sha1),
        "SHA256" => Ok(Algorithm::Sha256),
        "SHA512" => Ok(Algorithm::Sha512),
        _ => Err(unsupported("authenticators", "The hash has to be SHA1, SHA256 or SHA512.")),
    }
}

/// A label writes a space as `%20`; its `+` is one.
fn percent_decoded(text: &str) -> Option<String> {
    let escaped = text.replace('+', "%2B");
    let mut pairs = url::form_urlencoded::parse(escaped.as_bytes());
    let (decoded, rest) = pairs.next()?;
    (rest.is_empty() && pairs.next().is_none()).then(|| decoded.into_owned())
}
