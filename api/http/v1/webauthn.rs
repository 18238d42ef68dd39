//! What browsers and authenticators say to each other, in the JSON of WebAuthn (section 5.1): as `parseCreationOptionsFromJSON`
//! and `parseRequestOptionsFromJSON` take it and `toJSON` gives it.

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Secret;
use crate::{
    domain::{
        challenge::FactorProof,
        passkey::{self, CEREMONY_LIFETIME, Descriptor, UserVerification, bytes},
        rejection::FieldError,
        totp::OneTimeCode,
    },
    flows::{passkey_ceremonies::AskedSignature, passkey_enrollment::AskedCredential},
};

#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
enum CredentialType {
    #[serde(rename = "public-key")]
    PublicKey,
}

/// Names a credential.
#[derive(Serialize, ToSchema)]
struct CredentialDescriptor {
    #[serde(rename = "type")]
    #[schema(inline)]
    kind: CredentialType,
    /// In base64url.
    id: String,
    /// By what its authenticator is reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    transports: Vec<String>,
}

impl From<Descriptor> for CredentialDescriptor {
    fn from(descriptor: Descriptor) -> Self {
        let Descriptor { id, transports } = descriptor;
        Self { kind: CredentialType::PublicKey, id: BASE64URL_NOPAD.encode(&id), transports }
    }
}

fn descriptors(descriptors: Vec<Descriptor>) -> Vec<CredentialDescriptor> {
    descriptors.into_iter().map(Into::into).collect()
}

fn timeout() -> i64 {
    CEREMONY_LIFETIME.num_milliseconds()
}

/// Whether an authenticator has to verify its user.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
enum UserVerificationRequirement {
    Required,
    Preferred,
}

impl From<UserVerification> for UserVerificationRequirement {
    fn from(verification: UserVerification) -> Self {
        match verification {
            UserVerification::Required => Self::Required,
            UserVerification::Preferred => Self::Preferred,
        }
    }
}

#[derive(Serialize, ToSchema)]
struct PasskeyRelyingParty {
    /// The host of the public address.
    id: String,
    name: String,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PasskeyUser {
    /// In base64url.
    id: String,
    name: String,
    display_name: String,
}

#[derive(Serialize, ToSchema)]
struct CredentialParameters {
    #[serde(rename = "type")]
    #[schema(inline)]
    kind: CredentialType,
    /// A COSE algorithm.
    alg: i64,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AuthenticatorSelection {
    #[schema(inline)]
    resident_key: Discoverable,
    require_resident_key: bool,
    user_verification: UserVerificationRequirement,
}

/// Keys that keep nothing are factors as well, and sign in alone where somebody types their address.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
enum Discoverable {
    Preferred,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
enum Conveyance {
    None,
}

/// For `navigator.credentials.create`: `PublicKeyCredentialCreationOptionsJSON`.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct CreationOptions {
    rp: PasskeyRelyingParty,
    user: PasskeyUser,
    /// In base64url.
    challenge: String,
    pub_key_cred_params: Vec<CredentialParameters>,
    /// In milliseconds.
    timeout: i64,
    exclude_credentials: Vec<CredentialDescriptor>,
    authenticator_selection: AuthenticatorSelection,
    #[schema(inline)]
    attestation: Conveyance,
}

/// A question for a new passkey.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "publicKey": {
        "rp": {"id": "login.example.org", "name": "Example"},
        "user": {"id": "AZnzoVt7fALNThsfCpx-VQGZ86FbfH0QmlI_Dm9vLBE", "name": "ada@example.org", "displayName": "Ada Lovelace"},
        "challenge": "x7Jq0bR4Xk1hQp0cO2mS9fYd3wVtLz8uGnEa5iTrBvM",
        "pubKeyCredParams": [{"type": "public-key", "alg": -7}],
        "timeout": 300_000, "excludeCredentials": [],
        "authenticatorSelection": {"residentKey": "preferred", "requireResidentKey": false, "userVerification": "preferred"},
        "attestation": "none"
    },
    "expiresAt": "2026-11-24T09:05:00Z"
}))]
pub struct PasskeyCreation {
    public_key: CreationOptions,
    expires_at: DateTime<Utc>,
}

impl From<AskedCredential> for PasskeyCreation {
    fn from(asked: AskedCredential) -> Self {
        let AskedCredential { options, organization_name, email, display_name, expires_at } = asked;
        let parameters = |alg| CredentialParameters { kind: CredentialType::PublicKey, alg };
        let public_key = CreationOptions {
            rp: PasskeyRelyingParty { id: options.rp_id, name: organization_name },
            user: PasskeyUser {
                id: BASE64URL_NOPAD.encode(&options.handle.to_bytes()),
                name: email,
                display_name,
            },
            challenge: BASE64URL_NOPAD.encode(&options.challenge),
            pub_key_cred_params: options.algorithms.into_iter().map(parameters).collect(),
            timeout: timeout(),
            exclude_credentials: descriptors(options.excluded),
            authenticator_selection: AuthenticatorSelection {
                resident_key: Discoverable::Preferred,
                require_resident_key: false,
                user_verification: UserVerificationRequirement::Preferred,
            },
            attestation: Conveyance::None,
        };
        Self { public_key, expires_at }
    }
}

/// For `navigator.credentials.get`: `PublicKeyCredentialRequestOptionsJSON`.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequestOptions {
    /// In base64url.
    challenge: String,
    /// In milliseconds.
    timeout: i64,
    rp_id: String,
    /// Any that the authenticator finds, where there are none.
    allow_credentials: Vec<CredentialDescriptor>,
    user_verification: UserVerificationRequirement,
}

impl From<passkey::RequestOptions> for RequestOptions {
    fn from(options: passkey::RequestOptions) -> Self {
        Self {
            challenge: BASE64URL_NOPAD.encode(&options.challenge),
            timeout: timeout(),
            rp_id: options.rp_id,
            allow_credentials: descriptors(options.allowed),
            user_verification: options.user_verification.into(),
        }
    }
}

/// A question for a passkey.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "publicKey": {
        "challenge": "x7Jq0bR4Xk1hQp0cO2mS9fYd3wVtLz8uGnEa5iTrBvM", "timeout": 300_000, "rpId": "login.example.org",
        "allowCredentials": [{"type": "public-key", "id": "q83vASNFZ4mrze8BI0VniQ", "transports": ["internal"]}],
        "userVerification": "preferred"
    },
    "expiresAt": "2026-11-24T09:05:00Z"
}))]
pub struct PasskeyRequest {
    public_key: RequestOptions,
    expires_at: DateTime<Utc>,
}

impl From<AskedSignature> for PasskeyRequest {
    fn from(asked: AskedSignature) -> Self {
        let AskedSignature { options, expires_at } = asked;
        Self { public_key: options.into(), expires_at }
    }
}

/// What `navigator.credentials.create` gave: `RegistrationResponseJSON`. Members beside these are not looked at.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NewCredential {
    /// In base64url.
    id: String,
    /// The same.
    raw_id: String,
    #[serde(rename = "type")]
    #[schema(inline)]
    #[expect(dead_code, reason = "read, so that another type is refused")]
    kind: CredentialType,
    response: AttestationResponse,
}

/// What the authenticator made.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AttestationResponse {
    /// In base64url.
    #[serde(rename = "clientDataJSON")]
    client_data_json: String,
    /// In base64url.
    attestation_object: String,
    #[serde(default)]
    transports: Vec<String>,
}

impl NewCredential {
    /// Errors: what is no base64url, or two ids.
    pub fn read(&self) -> Result<passkey::Attestation, FieldError> {
        let response = &self.response;
        Ok(passkey::Attestation {
            credential_id: credential_id("credential", &self.id, &self.raw_id)?,
            client_data: bytes("credential.response.clientDataJSON", &response.client_data_json)?,
            attestation_object: bytes("credential.response.attestationObject", &response.attestation_object)?,
            transports: response.transports.clone(),
        })
    }
}

/// What `navigator.credentials.get` gave: `AuthenticationResponseJSON`. Members beside these are not looked at.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Assertion {
    /// In base64url.
    id: String,
    /// The same.
    raw_id: String,
    #[serde(rename = "type")]
    #[schema(inline)]
    #[expect(dead_code, reason = "read, so that another type is refused")]
    kind: CredentialType,
    response: AssertionResponse,
}

/// What the authenticator signed.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AssertionResponse {
    /// In base64url.
    #[serde(rename = "clientDataJSON")]
    client_data_json: String,
    /// In base64url.
    authenticator_data: String,
    /// In base64url.
    signature: String,
    /// In base64url.
    user_handle: Option<String>,
}

impl Assertion {
    /// Errors: what is no base64url, or two ids.
    pub fn read(&self) -> Result<passkey::Assertion, FieldError> {
        let response = &self.response;
        let handle = response.user_handle.as_deref();
        Ok(passkey::Assertion {
            credential_id: credential_id("assertion", &self.id, &self.raw_id)?,
            client_data: bytes("assertion.response.clientDataJSON", &response.client_data_json)?,
            authenticator_data: bytes("assertion.response.authenticatorData", &response.authenticator_data)?,
            signature: bytes("assertion.response.signature", &response.signature)?,
            user_handle: handle.map(|handle| bytes("assertion.response.userHandle", handle)).transpose()?,
        })
    }
}

/// What proves inside a session that it is the owner who acts, if anything was given. Errors: both, or what has not its form.
pub fn proof(
    code: Option<&Secret>,
    assertion: Option<&Assertion>,
) -> Result<Option<FactorProof>, FieldError> {
    match (code, assertion) {
        (Some(_), Some(_)) => Err(FieldError::new("assertion", "not_taken", "Either this or a code.")),
        (Some(code), None) => OneTimeCode::parse(code.expose()).map(FactorProof::Code).map(Some),
        (None, Some(assertion)) => assertion.read().map(FactorProof::Passkey).map(Some),
        (None, None) => Ok(None),
    }
}

fn credential_id(of: &str, id: &str, raw_id: &str) -> Result<Vec<u8>, FieldError> {
    let (id, raw_id) = (bytes(&format!("{of}.id"), id)?, bytes(&format!("{of}.rawId"), raw_id)?);
    let message = "Both ids of a credential are the same.";
    if id == raw_id { Ok(id) } else { Err(FieldError::new(format!("{of}.rawId"), "not_the_id", message)) }
}
