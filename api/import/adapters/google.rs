//! What Google Authenticator's QR codes say when accounts are transferred: `otpauth-migration` URIs with a small protocol
//! buffer (its wire format: <https://protobuf.dev/programming-guides/encoding>).

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD};
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
        let Some(accounts) = payload(uri.trim()).and_then(|payload| accounts(&payload)) else {
            let message = "This is no otpauth-migration URI, or a part of it is missing.";
            refused.push((line, FieldError::new("", "malformed", message)));
            continue;
        };
        for account in accounts {
            match account.authenticator() {
                Ok(Some(authenticator)) => people.add(line, account.email(), authenticator),
                Ok(None) => adapted.lose(Loss::Factor),
                Err(error) => refused.push((line, error)),
            }
        }
    }
    people.finish(adapted, refused);
}

fn payload(uri: &str) -> Option<Zeroizing<Vec<u8>>> {
    let uri = Url::parse(uri).ok().filter(|uri| uri.scheme() == "otpauth-migration")?;
    let data = uri.query_pairs().find(|(key, _)| key == "data")?.1.replace(' ', "+");
    BASE64_NOPAD.decode(data.trim_end_matches('=').as_bytes()).ok().map(Zeroizing::new)
}

/// One transferred account: the fields of `OtpParameters`.
#[derive(Default)]
struct Account {
    secret: Zeroizing<Vec<u8>>,
    name: String,
    algorithm: u64,
    digits: u64,
    kind: u64,
}

impl Account {
    /// The name may begin with the issuer.
    fn email(&self) -> &str {
        self.name.split_once(':').map_or(self.name.as_str(), |(_, account)| account).trim()
    }

    /// None for codes that are not time-based.
    fn authenticator(&self) -> Result<Option<AuthenticatorRow>, FieldError> {
        if self.kind == 1 {
            return Ok(None);
        }
        let algorithm = match self.algorithm {
            0 | 1 => Algorithm::Sha1,
            2 => Algorithm::Sha256,
            3 => Algorithm::Sha512,
            _ => return Err(unsupported("authenticators", "The hash has to be SHA1, SHA256 or SHA512.")),
        };
        Ok(Some(AuthenticatorRow {
            name: None,
            secret: Zeroizing::new(BASE32_NOPAD.encode(&self.secret)),
            algorithm: Some(algorithm),
            digits: Some(if self.digits == 2 { 8 } else { 6 }),
            period_seconds: None,
        }))
    }
}

fn accounts(payload: &[u8]) -> Option<Vec<Account>> {
    let mut accounts = Vec::new();
    for field in Fields(payload) {
        if let (1, Value::Bytes(bytes)) = field? {
            accounts.push(account(bytes)?);
        }
    }
    Some(accounts)
}

fn account(message: &[u8]) -> Option<Account> {
    let mut account = Account::default();
    for field in Fields(message) {
        match field? {
            (1, Value::Bytes(secret)) => account.secret = Zeroizing::new(secret.to_vec()),
            (2, Value::Bytes(name)) => str::from_utf8(name).ok()?.clone_into(&mut account.name),
            (4, Value::Number(algorithm)) => account.algorithm = algorithm,
            (5, Value::Number(digits)) => account.digits = digits,
            (6, Value::Number(kind)) => account.kind = kind,
            _ => {}
        }
    }
    Some(account)
}

enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

/// The fields of a message by number; one that is none ends it.
struct Fields<'a>(&'a [u8]);

impl<'a> Iterator for Fields<'a> {
    type Item = Option<(u64, Value<'a>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_none() {
            self.0 = &[];
        }
        Some(field)
    }
}

impl<'a> Fields<'a> {
    fn field(&mut self) -> Option<(u64, Value<'a>)> {
        let key = self.varint()?;
        let value = match key & 7 {
            0 => Value::Number(self.varint()?),
            1 => Value::Bytes(self.bytes(8)?),
            2 => {
                let length = usize::try_from(self.varint()?).ok()?;
                Value::Bytes(self.bytes(length)?)
            }
            5 => Value::Bytes(self.bytes(4)?),
            _ => return None,
        };
        Some((key >> 3, value))
    }

    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// Seven bits in each byte, the lowest first.
    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes(1)?.first()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_payload_is_refused() {
        let whole = b"\x0a\x07\x0a\x01s\x12\x02ab";
        assert_eq!(accounts(whole).map(|accounts| accounts.len()), Some(1));
        for damaged in [&whole[..5], b"\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", b"\x0b", b"\x80"] {
            assert!(accounts(damaged).is_none(), "{damaged:?}");
        }
    }
}
