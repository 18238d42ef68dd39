//! The relying party of WebAuthn: asks authenticators for credentials and signatures, and judges what they answer.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use url::Url;
use webauthn_rs_core::{
    WebauthnCore,
    error::WebauthnError,
    proto::{
        self, AuthenticationState, AuthenticatorAssertionResponseRaw, AuthenticatorAttestationResponseRaw,
        COSEAlgorithm, CollectedClientData, ParsedAttestation, PublicKeyCredential,
        RegisterPublicKeyCredential, RegistrationState, UserVerificationPolicy,
    },
};

use super::{
    digest::digest,
    keyring::{Keyring, Purpose},
};
use crate::{
    domain::passkey::{
        Assertion, Attestation, CEREMONY_LIFETIME, CreationOptions, Credential, Descriptor, Refusal,
        RequestOptions, UserHandle, UserVerification,
    },
    error::Fault,
};

const PUBLIC_KEY: &str = "public-key";
/// How long the ids of credentials are that authenticators make, in bytes: of phones, of security keys, of computers.
const DECOY_LENGTHS: [usize; 4] = [20, 16, 32, 64];

/// What is remembered of a question until it is answered.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct CreationState(RegistrationState);

/// What is remembered of a question until it is answered.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct RequestState(AuthenticationState);

/// A site in the eyes of authenticators: its host, at exactly its origin.
pub struct RelyingParty {
    core: WebauthnCore,
    id: String,
}

impl RelyingParty {
    /// Of the address at which browsers find the pages.
    pub fn new(pages_url: &Url) -> Self {
        let id = pages_url.host_str().unwrap_or_default().to_owned();
        let timeout = Duration::from_secs(CEREMONY_LIFETIME.num_seconds().unsigned_abs());
        let (subdomains, any_port) = (Some(false), Some(false));
        let origins = vec![pages_url.clone()];
        // The wrapper `webauthn-rs` has one kind of credential that must verify its user and another that never may sign in
        // alone, and discourages discoverable ones: here one kind is either, by what the ceremony asks.
        let core = WebauthnCore::new_unsafe_experts_only(&id, &id, origins, timeout, subdomains, any_port);
        Self { core, id }
    }

    /// Asks for a new credential of a user, who has these already. Whether the authenticator verifies its user is up to it.
    pub fn ask_for_credential(
        &self,
        handle: UserHandle,
        held: Vec<Descriptor>,
    ) -> Result<(CreationOptions, CreationState), Fault> {
        let excluded = held.iter().map(|descriptor| descriptor.id.clone()).collect();
        // The names are the flow's to tell; here they only must not be empty.
        let builder = self.core.new_challenge_register_builder(&handle.to_bytes(), PUBLIC_KEY, PUBLIC_KEY);
        let builder = builder
            .map_err(Fault::internal)?
            .user_verification_policy(UserVerificationPolicy::Preferred)
            .credential_algorithms(COSEAlgorithm::secure_algs())
            .exclude_credentials(Some(excluded));
        let (asked, state) = self.core.generate_challenge_register(builder).map_err(Fault::internal)?;
        let options = CreationOptions {
            rp_id: self.id.clone(),
            handle,
            challenge: asked.public_key.challenge,
            algorithms: asked.public_key.pub_key_cred_params.iter().map(|offered| offered.alg).collect(),
            excluded: held,
        };
        Ok((options, CreationState(state)))
    }

    /// The new credential, if it is what was asked for.
    pub fn check_credential(
        &self,
        state: &CreationState,
        answer: &Attestation,
    ) -> Result<Result<Credential, Refusal>, Fault> {
        let transports: Vec<_> = answer.transports.iter().filter_map(|name| name.parse().ok()).collect();
        let registered = RegisterPublicKeyCredential {
            id: String::new(),
            raw_id: answer.credential_id.clone(),
            response: AuthenticatorAttestationResponseRaw {
                attestation_object: answer.attestation_object.clone(),
                client_data_json: answer.client_data.clone(),
                transports: None,
            },
            type_: PUBLIC_KEY.to_owned(),
            extensions: Default::default(),
        };
        let found = match self.core.register_credential(&registered, &state.0, None) {
            Ok(found) if found.cred_id == answer.credential_id => found,
            Ok(_) => return Ok(Err(Refusal::Malformed)),
            Err(error) => return Ok(Err(refusal(&error))),
        };
        // No attestation was asked for, and it could tell one device from another. Transports are hints.
        let attestation = ParsedAttestation::default();
        let kept = proto::Credential { attestation, transports: Some(transports), ..found };
        kept_as(&kept).map(Ok)
    }

    /// Asks for a signature by one of these credentials, or by any where there are none.
    pub fn ask_for_signature(
        &self,
        allowed: Vec<Descriptor>,
        user_verification: UserVerification,
    ) -> Result<(RequestOptions, RequestState), Fault> {
        let policy = match user_verification {
            UserVerification::Required => UserVerificationPolicy::Required,
            UserVerification::Preferred => UserVerificationPolicy::Preferred,
        };
        let asked = self.core.new_challenge_authenticate_builder(Vec::new(), Some(policy));
        let asked = asked.and_then(|builder| self.core.generate_challenge_authenticate(builder));
        let (asked, state) = asked.map_err(Fault::internal)?;
        let (rp_id, challenge) = (self.id.clone(), asked.public_key.challenge);
        Ok((RequestOptions { rp_id, challenge, allowed, user_verification }, RequestState(state)))
    }

    /// That credential of that user after its signature, if this is what was asked for: its counter is to be used up.
    pub fn check_signature(
        &self,
        state: &RequestState,
        handle: UserHandle,
        credential: &Credential,
        answer: &Assertion,
    ) -> Result<Result<Credential, Refusal>, Fault> {
        if answer.user_handle.as_ref().is_some_and(|shown| *shown != handle.to_bytes()) {
            return Ok(Err(Refusal::WrongUserHandle));
        }
        if asked_in_foreign_frame(&answer.client_data) {
            return Ok(Err(Refusal::WrongOrigin));
        }
        let known: proto::Credential =
            serde_json::from_value(credential.record.clone()).map_err(Fault::internal)?;
        let known = proto::Credential { counter: credential.counter, ..known };
        let signed = PublicKeyCredential {
            id: String::new(),
            raw_id: answer.credential_id.clone(),
            response: AuthenticatorAssertionResponseRaw {
                authenticator_data: answer.authenticator_data.clone(),
                client_data_json: answer.client_data.clone(),
                signature: answer.signature.clone(),
                user_handle: answer.user_handle.clone(),
            },
            extensions: Default::default(),
            type_: PUBLIC_KEY.to_owned(),
        };
        match self.core.authenticate_single_credential(&signed, &state.0, &known) {
            Ok(proven) => {
                let (counter, backup_state) = (proven.counter(), proven.backup_state());
                kept_as(&proto::Credential { counter, backup_state, ..known }).map(Ok)
            }
            Err(error) => Ok(Err(refusal(&error))),
        }
    }
}

fn kept_as(credential: &proto::Credential) -> Result<Credential, Fault> {
    let transports = credential.transports.iter().flatten().map(|transport| transport.as_ref().to_owned());
    Ok(Credential {
        descriptor: Descriptor { id: credential.cred_id.clone(), transports: transports.collect() },
        counter: credential.counter,
        synced: credential.backup_state,
        record: serde_json::to_value(credential).map_err(Fault::internal)?,
    })
}

/// Whether the page stood in a frame of another site, where nobody sees who asks (WebAuthn, section 13.4.2). The library looks at
/// that for new credentials alone.
fn asked_in_foreign_frame(client_data: &[u8]) -> bool {
    // What cannot be read is refused as such.
    serde_json::from_slice(client_data).is_ok_and(|data: CollectedClientData| data.cross_origin == Some(true))
}

fn refusal(error: &WebauthnError) -> Refusal {
    match error {
        WebauthnError::InvalidClientDataType => Refusal::WrongType,
        WebauthnError::MismatchedChallenge => Refusal::WrongChallenge,
        WebauthnError::InvalidRPOrigin | WebauthnError::CredentialCrossOrigin => Refusal::WrongOrigin,
        WebauthnError::InvalidRPIDHash => Refusal::WrongRelyingParty,
        WebauthnError::UserNotPresent => Refusal::UserNotPresent,
        WebauthnError::UserNotVerified => Refusal::UserNotVerified,
        WebauthnError::CredentialNotFound => Refusal::UnknownCredential,
        WebauthnError::CredentialPossibleCompromise => Refusal::CounterNotRisen,
        WebauthnError::CredentialBackupEligibilityInconsistent
        | WebauthnError::CredentialMayNotBeHardwareBound => Refusal::BackupStateInconsistent,
        WebauthnError::AuthenticationFailure | WebauthnError::SignatureInvalid => Refusal::WrongSignature,
        // The library says so of a credential on the list of those to exclude, too.
        WebauthnError::CredentialAlteredAlgFromRequest => Refusal::AlreadyEnrolled,
        _ => Refusal::Malformed,
    }
}

/// Credentials that somebody could have who has none, always the same of one address: an answer with them does not tell who
/// has an account.
pub fn decoys(keyring: &Keyring, email: &str) -> Vec<Descriptor> {
    let bytes = |number: u8| digest(keyring, Purpose::WebauthnDecoy, &[email.as_bytes(), &[number]]);
    let choice = bytes(0);
    // Two of three have one, and of more nobody has to wonder either.
    let count = if choice[0] < 171 { 1 } else { 2 };
    let id = |number: u8| {
        let length = DECOY_LENGTHS[usize::from(choice[usize::from(number)]) % DECOY_LENGTHS.len()];
        let mut id = [bytes(2 * number), bytes(2 * number + 1)].concat();
        id.truncate(length);
        id
    };
    (1..=count).map(|number| Descriptor { id: id(number), transports: Vec::new() }).collect()
}

#[cfg(test)]
mod tests;
