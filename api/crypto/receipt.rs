//! Receipts: short JWTs that tell a service, and whoever it hands them to, of one verification (RFC 7519, RFC 8037).

use serde::Serialize;
use uuid::Uuid;

use super::access_token::AccessTokens;
use crate::{
    domain::verification::{Nonce, Purpose},
    error::Fault,
};

/// Media type of a receipt: no receipt is taken for an access token, and no access token for a receipt.
pub const TYPE: &str = "nightlatch-receipt+jwt";
/// In seconds.
pub const LIFETIME: i64 = 300;

/// The claims of a receipt; times are seconds since 1970.
#[derive(Debug, Serialize)]
pub struct Receipt<'a> {
    pub iss: &'a str,
    /// The API key that asked.
    pub aud: Uuid,
    /// The user whose code it was.
    pub sub: Uuid,
    pub org: Uuid,
    pub iat: i64,
    pub exp: i64,
    pub jti: Uuid,
    /// How it was proven (RFC 8176): `otp`, or `rc` for a recovery code.
    pub amr: [&'a str; 1],
    pub nonce: &'a Nonce,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<&'a Purpose>,
}

impl Receipt<'_> {
    /// The signed receipt, to be checked with the keys of `/.well-known/jwks.json`.
    pub fn sign(&self, tokens: &AccessTokens) -> Result<String, Fault> {
        tokens.sign_as(TYPE, self)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{crypto::keyring::Keyring, random::SystemRandom};

    fn part(token: &str, index: usize) -> Value {
        let text = token.split('.').nth(index).unwrap();
        serde_json::from_slice(&data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn a_receipt_is_a_signed_token_of_a_type_of_its_own() {
        let tokens =
            AccessTokens::new(&Keyring::generate(&SystemRandom), "https://login.example.com".into()).unwrap();
        let nonce = Nonce::parse("12345678").unwrap();
        let id = Uuid::from_u128;
        let receipt = Receipt {
            iss: tokens.issuer(),
            aud: id(1),
            sub: id(2),
            org: id(3),
            iat: 1_800_000_000,
            exp: 1_800_000_000 + LIFETIME,
            jti: id(4),
            amr: ["otp"],
            nonce: &nonce,
            purpose: None,
        };
        let signed = receipt.sign(&tokens).unwrap();
        let header = part(&signed, 0);
        assert_eq!((&header["typ"], &header["alg"]), (&json!("nightlatch-receipt+jwt"), &json!("EdDSA")));
        let expected = json!({
            "iss": "https://login.example.com", "aud": id(1), "sub": id(2), "org": id(3), "jti": id(4),
            "iat": 1_800_000_000, "exp": 1_800_000_300, "amr": ["otp"], "nonce": "12345678",
        });
        assert_eq!(part(&signed, 1), expected);
        let now = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(tokens.check(&signed, now), None, "it lets nobody in");
    }
}
