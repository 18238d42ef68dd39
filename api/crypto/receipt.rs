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
