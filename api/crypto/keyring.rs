//! The key ring: the secrets that live outside the database, and the keys derived from them for each purpose.

use std::io;

use data_encoding::HEXLOWER;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::digest_keys::DigestKeys;
use crate::{domain::Timestamp, random::Random};

/// What a derived key is for. Each label gives an independent key (RFC 5869, section 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Totp,
    Recovery,
    Pass,
    Token,
    ApiKey,
    /// What a request asked for that may be sent again.
    Request,
    EmailCode,
    /// Credentials that somebody could have who has none.
    WebauthnDecoy,
    Mail,
    Webhook,
    /// The secret of a client at a provider, and of its sign-ins.
    SingleSignOn,
    PasswordPepper,
    /// The pepper of another installation.
    ImportedPepper,
    /// Where imported recovery codes come from.
    RecoveryOrigin,
    /// Proof that an audit event was written here.
    AuditEvent,
    AuditSeal,
    /// What stays of a key for the digests that were made with it.
    DigestKeys,
    Canary,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Totp => b"nightlatch/v1/totp",
            Self::Recovery => b"nightlatch/v1/recovery",
            Self::Pass => b"nightlatch/v1/pass",
            Self::Token => b"nightlatch/v1/token",
            Self::ApiKey => b"nightlatch/v1/api-key",
            Self::Request => b"nightlatch/v1/request",
            Self::EmailCode => b"nightlatch/v1/email-code",
            Self::WebauthnDecoy => b"nightlatch/v1/webauthn-decoy",
            Self::Mail => b"nightlatch/v1/mail",
            Self::Webhook => b"nightlatch/v1/webhook",
            Self::SingleSignOn => b"nightlatch/v1/single-sign-on",
            Self::PasswordPepper => b"nightlatch/v1/password-pepper",
            Self::ImportedPepper => b"nightlatch/v1/imported-pepper",
            Self::RecoveryOrigin => b"nightlatch/v1/recovery-origin",
            Self::AuditEvent => b"nightlatch/v1/audit-event",
            Self::AuditSeal => b"nightlatch/v1/audit-seal",
            Self::DigestKeys => b"nightlatch/v1/digest-keys",
            Self::Canary => b"nightlatch/v1/canary",
        }
    }
}

/// What keys are for: each sort is rotated by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Seals secrets, and makes digests and peppers.
    Sealing,
    /// Signs tokens and receipts.
    Signing,
}

impl Sort {
    pub const ALL: [Self; 2] = [Self::Sealing, Self::Signing];

    pub fn name(self) -> &'static str {
        match self {
            Self::Sealing => "sealing",
            Self::Signing => "signing",
        }
    }
}

/// What a key is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// For nothing yet: every process has to know it before one of them makes something with it.
    Standby,
    /// For new values.
    Active,
    /// For reading old values; since when is not known of a ring that was written by hand.
    Retired { since: Option<Timestamp> },
}

impl KeyState {
    pub fn name(self) -> &'static str {
        match self {
            Self::Standby => "standby",
            Self::Active => "active",
            Self::Retired { .. } => "retired",
        }
    }
}

/// Why a key ring cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    #[error("cannot read the key ring {path}: {cause}")]
    Unreadable { path: String, cause: io::Error },
    #[error("the key ring {path} can be read or written by others: run chmod 600 on it")]
    Exposed { path: String },
    #[error("the key ring is not valid: {0}")]
    Malformed(String),
    #[error("cannot write the key ring {path}: {cause}")]
    Unwritable { path: String, cause: io::Error },
}

/// Keys of each sort, one of them active.
#[derive(Clone)]
pub struct Keyring {
    pub(super) keys: Vec<Key>,
    pub(super) signing_keys: Vec<Key>,
    /// Of keys that are no longer on the ring.
    former: Vec<DigestKeys>,
}

/// 32 secret bytes with a name.
#[derive(Clone)]
pub struct Key {
    pub kid: String,
    pub state: KeyState,
    pub(super) secret: Zeroizing<[u8; 32]>,
}

impl Key {
    pub(super) fn generate(state: KeyState, random: &dyn Random) -> Self {
        let kid = HEXLOWER.encode(&random.bytes::<8>());
        Self { kid, state, secret: Zeroizing::new(random.bytes()) }
    }

    pub(super) fn expose(&self) -> &[u8; 32] {
        &self.secret
    }

    /// The key of that purpose (HKDF-SHA-256).
    pub(super) fn derive(&self, purpose: Purpose) -> Zeroizing<[u8; 32]> {
        let mut derived = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, &self.secret[..])
            .expand(purpose.label(), &mut derived[..])
            .expect("32 bytes are within HKDF-SHA-256's output");
        derived
    }
}

impl Keyring {
    /// A ring with one fresh key of each sort.
    pub fn generate(random: &dyn Random) -> Self {
        let [key, signing_key] = [(); 2].map(|()| Key::generate(KeyState::Active, random));
        Self::new(vec![key], vec![signing_key])
    }

    pub(super) fn new(keys: Vec<Key>, signing_keys: Vec<Key>) -> Self {
        Self { keys, signing_keys, former: Vec::new() }
    }

    /// The same ring, which also recognizes what was made with keys that it no longer has.
    pub fn with_former(mut self, former: Vec<DigestKeys>) -> Self {
        self.former = former;
        self.former.retain(|digest_keys| self.keys.iter().all(|key| key.kid != digest_keys.kid()));
        self
    }

    /// The key for new values.
    pub fn active(&self) -> &Key {
        self.active_of(Sort::Sealing)
    }

    /// The key of that name that seals.
    pub fn find(&self, kid: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.kid == kid)
    }

    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The keys of that purpose under which something may have been digested, also of keys that are gone.
    pub(super) fn derived(&self, purpose: Purpose) -> impl Iterator<Item = Zeroizing<[u8; 32]>> {
        let former = self.former.iter().filter_map(move |digest_keys| digest_keys.find(purpose));
        self.keys.iter().map(move |key| key.derive(purpose)).chain(former)
    }

    /// The pepper of passwords under the key of that name, which may be gone.
    pub fn password_pepper(&self, kid: &str) -> Option<Zeroizing<[u8; 32]>> {
        let former = || self.former.iter().find(|digest_keys| digest_keys.kid() == kid);
        match self.find(kid) {
            Some(key) => Some(key.derive(Purpose::PasswordPepper)),
            None => former()?.find(Purpose::PasswordPepper),
        }
    }

    /// The keys that recovery codes may be digested with, for another installation.
    pub fn recovery_keys(&self) -> Vec<Zeroizing<[u8; 32]>> {
        self.derived(Purpose::Recovery).collect()
    }

    pub fn active_signing(&self) -> &Key {
        self.active_of(Sort::Signing)
    }

    pub fn signing_keys(&self) -> &[Key] {
        &self.signing_keys
    }

    pub fn of(&self, sort: Sort) -> &[Key] {
        match sort {
            Sort::Sealing => &self.keys,
            Sort::Signing => &self.signing_keys,
        }
    }

    fn active_of(&self, sort: Sort) -> &Key {
        let active = self.of(sort).iter().find(|key| key.state == KeyState::Active);
        active.expect("a ring is only made with an active key")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::random::SystemRandom;

    const PURPOSES: [Purpose; 18] = [
        Purpose::Totp,
        Purpose::Recovery,
        Purpose::Pass,
        Purpose::Token,
        Purpose::ApiKey,
        Purpose::Request,
        Purpose::EmailCode,
        Purpose::WebauthnDecoy,
        Purpose::Mail,
        Purpose::Webhook,
        Purpose::SingleSignOn,
        Purpose::PasswordPepper,
        Purpose::ImportedPepper,
        Purpose::RecoveryOrigin,
        Purpose::AuditEvent,
        Purpose::AuditSeal,
        Purpose::DigestKeys,
        Purpose::Canary,
    ];

    fn key(kid: &str, state: KeyState, secret: [u8; 32]) -> Key {
        Key { kid: kid.to_owned(), state, secret: Zeroizing::new(secret) }
    }

    /// Computed by Python's `hmac` over the bytes from 0 to 31, as RFC 5869 says.
    #[test]
    fn a_key_is_derived_by_hkdf() {
        let key = key("one", KeyState::Active, std::array::from_fn(|at| u8::try_from(at).unwrap()));
        for (purpose, expected) in [
            (Purpose::Totp, "9d146bbe0f7edc98e54e644a9393dfd2b75676beaa6a303d05d38fad8203ae09"),
            (Purpose::Recovery, "aaa2f11c3cf8faab7cde653f0fc36c205bf0b3d1f2be09eb68028eded13abecc"),
            (Purpose::Token, "d5875aea75df8202e4b95ace8d09c8ee519373fd2bf25b12a2d48478366f0dc2"),
            (Purpose::PasswordPepper, "ebd78c97dd10eadc7f635daccece070572480f1b389a7f53109c4d009988b2c7"),
            (Purpose::WebauthnDecoy, "bf8e57323d2da150002c51869b638336bf4e22f0cef8b3e96cc4096d453a91bb"),
            (Purpose::AuditSeal, "3cd8b5b0b6e3d79ceca3b6a87785c3e04187a60a5c17504073777d32392f0815"),
        ] {
            assert_eq!(HEXLOWER.encode(&key.derive(purpose)[..]), expected, "{purpose:?}");
        }
    }

    #[test]
    fn no_purpose_has_the_key_of_another() {
        let key = Key::generate(KeyState::Active, &SystemRandom);
        let derived: BTreeSet<_> = PURPOSES.iter().map(|purpose| *key.derive(*purpose)).collect();
        assert_eq!(derived.len(), PURPOSES.len());
        assert!(!derived.contains(key.expose()));
    }

    #[test]
    fn a_fresh_ring_has_one_active_key_of_each_sort() {
        let ring = Keyring::generate(&SystemRandom);
        assert_eq!((ring.keys().len(), ring.signing_keys().len()), (1, 1));
        let (sealing, signing) = (ring.active(), ring.active_signing());
        assert_ne!((&sealing.kid, sealing.expose()), (&signing.kid, signing.expose()));
        assert_eq!(sealing.kid.len(), 16);
        assert_eq!(
            (ring.of(Sort::Sealing)[0].kid.as_str(), ring.of(Sort::Signing)[0].kid.as_str()),
            (&*sealing.kid, &*signing.kid)
        );
        assert!(ring.find(&sealing.kid).is_some() && ring.find(&signing.kid).is_none());
    }

    #[test]
    fn new_values_are_made_under_the_active_key_and_old_ones_found_under_any() {
        let states = [KeyState::Retired { since: None }, KeyState::Active, KeyState::Standby];
        let keys = ["old", "current", "next"].into_iter().zip(states).zip(1..);
        let keys: Vec<_> = keys.map(|((kid, state), byte)| key(kid, state, [byte; 32])).collect();
        let ring = Keyring::new(keys, vec![key("signs", KeyState::Active, [9; 32])]);
        assert_eq!((ring.active().kid.as_str(), ring.active_signing().kid.as_str()), ("current", "signs"));
        let found = ["old", "current", "next", "gone"].map(|kid| ring.find(kid).map(|key| key.expose()[0]));
        assert_eq!(found, [Some(1), Some(2), Some(3), None]);
        assert_eq!(ring.derived(Purpose::Token).count(), 3);
        let expected: Vec<_> = ring.keys().iter().map(|key| key.derive(Purpose::Recovery)).collect();
        assert_eq!(ring.recovery_keys(), expected);
        assert_eq!(ring.password_pepper("old"), Some(ring.keys()[0].derive(Purpose::PasswordPepper)));
        assert_eq!(ring.password_pepper("gone"), None);
    }

    #[test]
    fn what_a_ring_still_has_it_needs_no_remains_of() {
        let ring = Keyring::generate(&SystemRandom);
        let gone = Keyring::generate(&SystemRandom);
        let remains = vec![DigestKeys::of(ring.active()), DigestKeys::of(gone.active())];
        let ring = ring.with_former(remains);
        assert_eq!(ring.derived(Purpose::Token).count(), 2);
        assert_eq!(
            ring.password_pepper(&gone.active().kid),
            Some(gone.active().derive(Purpose::PasswordPepper))
        );
    }

    #[test]
    fn sorts_and_states_have_names() {
        assert_eq!(Sort::ALL.map(Sort::name), ["sealing", "signing"]);
        let states = [KeyState::Standby, KeyState::Active, KeyState::Retired { since: None }];
        assert_eq!(states.map(KeyState::name), ["standby", "active", "retired"]);
    }
}
