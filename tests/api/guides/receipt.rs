//! What the guide to verify shows in Rust, as it stands there.

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header, jwk::JwkSet};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Receipt {
    pub sub: String,
    pub jti: String,
    pub nonce: String,
    pub purpose: Option<String>,
}

/// The claims of a receipt that is good for this, and for nothing else.
pub fn check(receipt: &str, keys: &JwkSet, issuer: &str, key_id: &str, nonce: &str) -> Option<Receipt> {
    let header = decode_header(receipt).ok()?;
    let key = keys
        .find(header.kid.as_deref()?)
        .filter(|_| header.typ.as_deref() == Some("nightlatch-receipt+jwt"))?;
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_issuer(&[issuer]);
    validation.set_audience(&[key_id]);
    validation.set_required_spec_claims(&["iss", "aud", "sub", "exp"]);
    validation.leeway = 5;
    let read = decode::<Receipt>(receipt, &DecodingKey::from_jwk(key).ok()?, &validation).ok()?;
    Some(read.claims).filter(|claims| claims.nonce == nonce)
}
