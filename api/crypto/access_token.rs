//! Access tokens: short JWTs signed with Ed25519 (RFC 9068, RFC 8037) and the public keys to check them with.

use std::sync::Arc;

use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode,
    jwk::{Jwk, JwkSet},
};
use quick_cache::sync::Cache;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    digest::sha256,
    keyring::{Key, Keyring},
};
use crate::{domain::Timestamp, error::Fault};

/// Media type of an access token (RFC 9068, section 2.1).
const TYPE: &str = "at+jwt";
/// By so many seconds clocks of replicas may differ.
const LEEWAY: i64 = 5;
/// So many tokens are remembered; checking a signature costs more than all else that a request asks of this process.
const MOST_KNOWN: usize = 4096;

/// The claims of an access token; times are seconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    pub iss: String,
    pub aud: String,
    pub sub: Uuid,
    pub org: Uuid,
    pub sid: Uuid,
    pub iat: i64,
    pub nbf: i64,
    pub exp: i64,
    pub jti: Uuid,
    pub amr: Vec<String>,
    pub acr: String,
    pub auth_time: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_factor_time: Option<i64>,
    pub roles: Vec<String>,
    /// Permissions, separated by spaces (RFC 8693, section 4.2).
    pub scope: String,
    /// Rises with every factor change: a token of an older epoch is dead.
    pub epoch: i64,
}

impl Claims {
    pub fn is_in_time(&self, now: Timestamp) -> bool {
        let now = now.timestamp();
        self.nbf <= now + LEEWAY && now < self.exp + LEEWAY && self.iat <= now + LEEWAY
    }
}

/// Signs and checks access tokens of one issuer.
pub struct AccessTokens {
    issuer: String,
    /// The name of the key, and the key.
    signing: (String, EncodingKey),
    checking: Vec<(String, DecodingKey)>,
    jwks: JwkSet,
    /// What tokens say whose signature was found good, by their digest: most are shown again and again.
    known: Cache<[u8; 32], Arc<Claims>>,
}

impl AccessTokens {
    /// Errors: a signing key that Ed25519 does not take.
    pub fn new(keyring: &Keyring, issuer: String) -> Result<Self, Fault> {
        let jwks = keyring.signing_keys().iter().map(public_key).collect::<Result<Vec<_>, _>>()?;
        let checking = jwks
            .iter()
            .map(|jwk| {
                let kid = jwk.common.key_id.clone().unwrap_or_default();
                DecodingKey::from_jwk(jwk).map(|key| (kid, key)).map_err(Fault::internal)
            })
            .collect::<Result<_, _>>()?;
        let active = keyring.active_signing();
        let signing = (active.kid.clone(), private_key(active));
        Ok(Self { issuer, signing, checking, jwks: JwkSet { keys: jwks }, known: Cache::new(MOST_KNOWN) })
    }

    /// The `iss` and `aud` of every token.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The public keys (RFC 7517, section 5).
    pub fn jwks(&self) -> &JwkSet {
        &self.jwks
    }

    /// The signed token.
    pub fn sign(&self, claims: &Claims) -> Result<String, Fault> {
        self.sign_as(TYPE, claims)
    }

    /// Claims of another kind, signed with the same key.
    pub(super) fn sign_as(&self, media_type: &str, claims: &impl Serialize) -> Result<String, Fault> {
        let (kid, key) = &self.signing;
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(media_type.to_owned());
        header.kid = Some(kid.clone());
        encode(&header, claims, key).map_err(Fault::internal)
    }

    /// The claims of a token that is ours and in its time; none for any other. Whether its session still lives
    /// is for the database to say.
    pub fn check(&self, token: &str, now: Timestamp) -> Option<Arc<Claims>> {
        let read = || self.read(token).map(Arc::new).ok_or(());
        let claims = self.known.get_or_insert_with(&sha256(token.as_bytes()), read).ok()?;
        claims.is_in_time(now).then_some(claims)
    }

    /// The claims of a token that is ours, at whatever time.
    fn read(&self, token: &str) -> Option<Claims> {
        let header = decode_header(token).ok()?;
        let kid = header.kid.as_deref().filter(|_| header.typ.as_deref() == Some(TYPE))?;
        let (_, key) = self.checking.iter().find(|(known, _)| known == kid)?;
        Some(decode::<Claims>(token, key, &self.validation()).ok()?.claims)
    }

    /// Times are checked against our own clock, not the library's.
    fn validation(&self) -> Validation {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[&self.issuer]);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        validation.validate_exp = false;
        validation.validate_nbf = false;
        validation
    }
}

/// PKCS #8 around the 32 bytes of an Ed25519 seed (RFC 8410, section 7).
const PKCS8_PREFIX: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

fn private_key(key: &Key) -> EncodingKey {
    let der = Zeroizing::new([&PKCS8_PREFIX[..], key.expose()].concat());
    EncodingKey::from_ed_der(&der)
}

fn public_key(key: &Key) -> Result<Jwk, Fault> {
    let mut jwk = Jwk::from_encoding_key(&private_key(key), Algorithm::EdDSA).map_err(Fault::internal)?;
    jwk.common.key_id = Some(key.kid.clone());
    jwk.common.public_key_use = Some(jsonwebtoken::jwk::PublicKeyUse::Signature);
    Ok(jwk)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::random::SystemRandom;

    const ISSUER: &str = "https://login.example.com";

    fn now() -> Timestamp {
        chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn claims() -> Claims {
        Claims {
            iss: ISSUER.into(),
            aud: ISSUER.into(),
            sub: Uuid::from_u128(1),
            org: Uuid::from_u128(2),
            sid: Uuid::from_u128(3),
            iat: now().timestamp(),
            nbf: now().timestamp(),
            exp: now().timestamp() + 300,
            jti: Uuid::from_u128(4),
            amr: vec!["pwd".into()],
            acr: "aal1".into(),
            auth_time: now().timestamp(),
            second_factor_time: None,
            roles: vec![],
            scope: String::new(),
            epoch: 1,
        }
    }

    #[test]
    fn a_token_is_good_in_its_time() {
        let tokens = AccessTokens::new(&Keyring::generate(&SystemRandom), ISSUER.into()).unwrap();
        let token = tokens.sign(&claims()).unwrap();
        assert_eq!(tokens.check(&token, now()).as_deref(), Some(&claims()));
        assert!(tokens.check(&token, now() + TimeDelta::seconds(304)).is_some());
        assert!(tokens.check(&token, now() + TimeDelta::seconds(305)).is_none());
        assert!(tokens.check(&token, now() - TimeDelta::seconds(6)).is_none());
    }

    #[test]
    fn anything_that_is_not_ours_is_refused() {
        let ring = Keyring::generate(&SystemRandom);
        let tokens = AccessTokens::new(&ring, ISSUER.into()).unwrap();
        let elsewhere = AccessTokens::new(&ring, "https://elsewhere.example.com".into()).unwrap();
        let stranger = AccessTokens::new(&Keyring::generate(&SystemRandom), ISSUER.into()).unwrap();
        let foreign = Claims { aud: "https://elsewhere.example.com".into(), ..claims() };
        let header = Header { kid: Some(tokens.signing.0.clone()), ..Header::new(Algorithm::EdDSA) };
        let untyped = encode(&header, &claims(), &tokens.signing.1).unwrap();
        let symmetric = Header { typ: Some(TYPE.into()), kid: header.kid, ..Header::default() };
        let symmetric = encode(&symmetric, &claims(), &EncodingKey::from_secret(b"public")).unwrap();
        let refused = [
            stranger.sign(&claims()).unwrap(),
            elsewhere.sign(&foreign).unwrap(),
            tokens.sign(&foreign).unwrap(),
            untyped,
            symmetric,
            String::new(),
            "a.b.c".into(),
        ];
        for token in refused {
            assert!(tokens.check(&token, now()).is_none(), "{token}");
        }
    }

    #[test]
    fn a_token_that_is_known_is_still_checked() {
        let tokens = AccessTokens::new(&Keyring::generate(&SystemRandom), ISSUER.into()).unwrap();
        let token = tokens.sign(&claims()).unwrap();
        assert!(tokens.check(&token, now()).is_some());
        assert!(tokens.check(&token, now() + TimeDelta::seconds(305)).is_none(), "it is out of its time");
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let (_, other) = tokens
            .sign(&Claims { epoch: 2, ..claims() })
            .unwrap()
            .rsplit_once('.')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .unwrap();
        assert_ne!(signature, other);
        for forged in [format!("{signed}.{other}"), format!("{signed}."), format!("{token} ")] {
            assert!(tokens.check(&forged, now()).is_none(), "{forged}");
        }
    }

    #[test]
    fn a_token_is_not_good_before_it_was_issued() {
        let tokens = AccessTokens::new(&Keyring::generate(&SystemRandom), ISSUER.into()).unwrap();
        let now = now().timestamp();
        let good = |iat, nbf| {
            tokens.check(&tokens.sign(&Claims { iat, nbf, ..claims() }).unwrap(), self::now()).is_some()
        };
        assert!(good(now + 5, now + 5), "clocks may differ by so much");
        assert!(!good(now + 6, now) && !good(now, now + 6));
    }

    #[test]
    fn a_token_of_a_retired_key_stays_good_for_its_time() {
        use crate::crypto::keyring::Sort;
        let mut ring = Keyring::generate(&SystemRandom);
        let before = AccessTokens::new(&ring, ISSUER.into()).unwrap();
        ring.add(Sort::Signing, &SystemRandom).unwrap();
        let both = AccessTokens::new(&ring, ISSUER.into()).unwrap();
        assert_eq!(both.jwks().keys.len(), 2, "the next key is shown before it signs");
        ring.rotate(Sort::Signing, now()).unwrap();
        let after = AccessTokens::new(&ring, ISSUER.into()).unwrap();
        assert!(after.check(&before.sign(&claims()).unwrap(), now()).is_some());
        assert!(both.check(&after.sign(&claims()).unwrap(), now()).is_some());
        assert!(before.check(&after.sign(&claims()).unwrap(), now()).is_none());
        assert_eq!(after.issuer(), ISSUER);
    }

    /// RFC 8037, appendix A.1 and A.2.
    #[test]
    fn a_public_key_is_that_of_the_standards_example() {
        let secret =
            data_encoding::BASE64URL_NOPAD.decode(b"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").unwrap();
        let text = serde_json::json!({
            "keys": [{"kid": "a", "state": "active", "secret": data_encoding::BASE64.encode(&secret)}],
            "signingKeys": [{"kid": "b", "state": "active", "secret": data_encoding::BASE64.encode(&secret)}],
        });
        let ring = Keyring::parse(&text.to_string()).unwrap();
        let tokens = AccessTokens::new(&ring, ISSUER.into()).unwrap();
        let jwk = serde_json::to_value(&tokens.jwks().keys[0]).unwrap();
        assert_eq!(jwk["x"], "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assert_eq!((&jwk["kty"], &jwk["crv"]), (&"OKP".into(), &"Ed25519".into()));
        assert_eq!((&jwk["kid"], &jwk["use"]), (&"b".into(), &"sig".into()));
    }
}
