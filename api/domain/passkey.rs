//! Passkeys: the WebAuthn credentials of a user, and what an authenticator is asked and answers.

use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Timestamp,
    id::{OrganizationId, PasskeyId, UserId},
    names::names,
    rejection::FieldError,
};

/// So many passkeys a user may have.
pub const MOST: usize = 10;
/// So long an authenticator has time to answer.
pub const CEREMONY_LIFETIME: TimeDelta = TimeDelta::minutes(5);

/// The name that a user gives a passkey, 1 to 50 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyName(String);

impl PasskeyName {
    /// Errors: empty after trimming, over 50 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        super::user::visible_text("name", text, 50).map(Self)
    }

    /// What a passkey is called when its user does not say.
    pub fn default_name() -> Self {
        Self("Passkey".to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An enrolled passkey.
#[derive(Clone, Debug)]
pub struct Passkey {
    pub id: PasskeyId,
    pub name: String,
    pub credential: Credential,
    pub enrolled_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
}

/// What is kept of a credential: nothing of it is secret.
#[derive(Clone, Debug)]
pub struct Credential {
    pub descriptor: Descriptor,
    /// The public key, and what the authenticator said of itself, as the verifier keeps it.
    pub record: serde_json::Value,
    /// The newest signature counter (WebAuthn, section 6.1.1); zero where nothing is counted.
    pub counter: u32,
    /// Whether it is copied to where it outlives its authenticator, as that said last (WebAuthn, section 6.1.3).
    pub synced: bool,
}

/// How a client finds a credential (WebAuthn, section 5.8.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Descriptor {
    pub id: Vec<u8>,
    /// By what its authenticator is reached: hints.
    pub transports: Vec<String>,
}

impl Descriptor {
    /// The same, saying nothing of what kind of authenticator it is.
    pub fn without_transports(self) -> Self {
        Self { transports: Vec::new(), ..self }
    }
}

/// Names a user to authenticators: two random-looking ids, and nothing about the person (WebAuthn, section 14.6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserHandle {
    pub organization_id: OrganizationId,
    pub user_id: UserId,
}

impl UserHandle {
    pub fn to_bytes(self) -> Vec<u8> {
        [self.organization_id.0.into_bytes(), self.user_id.0.into_bytes()].concat()
    }

    /// None: it is none of ours.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (organization, user) = bytes.split_at_checked(16)?;
        let (organization, user) = (Uuid::from_slice(organization).ok()?, Uuid::from_slice(user).ok()?);
        Some(Self { organization_id: organization.into(), user_id: user.into() })
    }
}

names! {
    /// What a ceremony is for, and thereby what its owner is: the user, the challenge, the session, or the sign-in itself.
    CeremonyPurpose {
        Enrollment = "enrollment",
        Challenge = "challenge",
        Proof = "proof",
        SignIn = "signIn",
    }
}

/// Whether an authenticator has to make sure who uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserVerification {
    /// It stands for both factors.
    Required,
    /// It follows a password, so that possession is enough.
    Preferred,
}

/// What an authenticator is asked to make a credential for (WebAuthn, section 5.4).
#[derive(Clone, Debug)]
pub struct CreationOptions {
    pub rp_id: String,
    pub handle: UserHandle,
    pub challenge: Vec<u8>,
    /// COSE algorithms, the preferred first.
    pub algorithms: Vec<i64>,
    /// Those that the user has already.
    pub excluded: Vec<Descriptor>,
}

/// What an authenticator is asked to sign (WebAuthn, section 5.5).
#[derive(Clone, Debug)]
pub struct RequestOptions {
    pub rp_id: String,
    pub challenge: Vec<u8>,
    /// Any that the authenticator finds, where there are none.
    pub allowed: Vec<Descriptor>,
    pub user_verification: UserVerification,
}

/// A new credential, as a client sends it.
#[derive(Clone, Debug)]
pub struct Attestation {
    pub credential_id: Vec<u8>,
    pub client_data: Vec<u8>,
    pub attestation_object: Vec<u8>,
    pub transports: Vec<String>,
}

/// A signature by a credential, as a client sends it.
#[derive(Clone, Debug)]
pub struct Assertion {
    pub credential_id: Vec<u8>,
    pub client_data: Vec<u8>,
    pub authenticator_data: Vec<u8>,
    pub signature: Vec<u8>,
    pub user_handle: Option<Vec<u8>>,
}

/// The bytes of a field in base64url. Errors: it is something else.
pub fn bytes(field: &str, text: &str) -> Result<Vec<u8>, FieldError> {
    let decoded = BASE64URL_NOPAD.decode(text.trim_end_matches('=').as_bytes());
    decoded.map_err(|_| FieldError::new(field, "invalid_base64url", "This is not base64url."))
}

names! {
    /// Why an answer was refused, for the audit log. `noCeremony`: nothing was asked, or it was answered, or the time is over;
    /// `counterNotRisen`: there may be two of a credential that there should be one of.
    Refusal {
        NoCeremony = "noCeremony",
        Malformed = "malformed",
        WrongType = "wrongType",
        WrongChallenge = "wrongChallenge",
        WrongOrigin = "wrongOrigin",
        WrongRelyingParty = "wrongRelyingParty",
        UserNotPresent = "userNotPresent",
        UserNotVerified = "userNotVerified",
        UnknownUser = "unknownUser",
        UnknownCredential = "unknownCredential",
        WrongUserHandle = "wrongUserHandle",
        WrongSignature = "wrongSignature",
        CounterNotRisen = "counterNotRisen",
        BackupStateInconsistent = "backupStateInconsistent",
        AlreadyEnrolled = "alreadyEnrolled",
        NotAllowed = "notAllowed",
        Suspended = "suspended",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_handle_is_read_as_it_is_written() {
        let handle = UserHandle { organization_id: Uuid::max().into(), user_id: Uuid::from_u128(7).into() };
        let bytes = handle.to_bytes();
        assert_eq!(bytes.len(), 32);
        assert_eq!(UserHandle::from_bytes(&bytes), Some(handle));
        for wrong in [&bytes[..31], &[], &[bytes.clone(), vec![0]].concat()] {
            assert_eq!(UserHandle::from_bytes(wrong), None);
        }
    }

    #[test]
    fn base64url_is_read_with_and_without_padding() {
        assert_eq!(bytes("id", "_-8").unwrap(), bytes("id", "_-8=").unwrap());
        assert!(bytes("id", "/+8").is_err() && bytes("id", "é").is_err());
    }

    #[test]
    fn a_name_is_short_and_visible() {
        assert_eq!(PasskeyName::parse(" Laptop ").unwrap().as_str(), "Laptop");
        assert_eq!(PasskeyName::default_name().as_str(), "Passkey");
        for wrong in ["", "a\nb", &"x".repeat(51)] {
            assert!(PasskeyName::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn without_transports_nobody_knows_the_kind_of_an_authenticator() {
        let known = Descriptor { id: vec![7], transports: vec!["usb".to_owned()] };
        assert_eq!(known.without_transports(), Descriptor { id: vec![7], transports: Vec::new() });
    }
}
