//! The key ring: the secrets that live outside the database, and the keys derived from them for each purpose.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::Path,
};

use data_encoding::{BASE64, HEXLOWER};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::random::Random;

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
            Self::Canary => b"nightlatch/v1/canary",
        }
    }
}

/// Whether a key is used for new values, or only for reading old ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum KeyState {
    Active,
    Retired,
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

/// Symmetric keys and signing keys, one of each active.
#[derive(Clone)]
pub struct Keyring {
    keys: Vec<Key>,
    signing_keys: Vec<Key>,
}

/// 32 secret bytes with a name.
#[derive(Clone)]
pub struct Key {
    pub kid: String,
    pub state: KeyState,
    secret: Zeroizing<[u8; 32]>,
}

impl Key {
    fn generate(random: &dyn Random) -> Self {
        let kid = HEXLOWER.encode(&random.bytes::<8>());
        Self { kid, state: KeyState::Active, secret: Zeroizing::new(random.bytes()) }
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
        Self { keys: vec![Key::generate(random)], signing_keys: vec![Key::generate(random)] }
    }

    /// Reads the ring from a file that nobody but its owner can read or write. Errors: unreadable, exposed, malformed.
    pub fn load(path: &Path) -> Result<Self, KeyringError> {
        let shown = path.display().to_string();
        let unreadable = |cause| KeyringError::Unreadable { path: shown.clone(), cause };
        let mode = fs::metadata(path).map_err(unreadable)?.mode();
        if mode & 0o077 != 0 {
            return Err(KeyringError::Exposed { path: shown });
        }
        let text = Zeroizing::new(fs::read_to_string(path).map_err(unreadable)?);
        Self::parse(&text)
    }

    /// Writes the ring to a new file of mode 0600. Errors: the file exists, or cannot be written.
    pub fn save_new(&self, path: &Path) -> Result<(), KeyringError> {
        let write = || -> io::Result<()> {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
            file.write_all(self.to_json().as_bytes())?;
            file.sync_all()
        };
        write().map_err(|cause| KeyringError::Unwritable { path: path.display().to_string(), cause })
    }

    /// Reads the JSON form. Errors: malformed, or not exactly one active key of each sort.
    pub fn parse(text: &str) -> Result<Self, KeyringError> {
        // serde_json's message could repeat key material.
        let document: Document = serde_json::from_str(text)
            .map_err(|error| KeyringError::Malformed(format!("line {} is not as expected", error.line())))?;
        let ring =
            Self { keys: read_keys(&document.keys)?, signing_keys: read_keys(&document.signing_keys)? };
        for keys in [&ring.keys, &ring.signing_keys] {
            let names: BTreeSet<&str> = keys.iter().map(|key| key.kid.as_str()).collect();
            if names.len() < keys.len() {
                return Err(KeyringError::Malformed("two keys have the same name".into()));
            }
            if keys.iter().filter(|key| key.state == KeyState::Active).count() != 1 {
                return Err(KeyringError::Malformed("exactly one key of each sort must be active".into()));
            }
        }
        Ok(ring)
    }

    /// The JSON form.
    pub fn to_json(&self) -> Zeroizing<String> {
        let document =
            Document { keys: write_keys(&self.keys), signing_keys: write_keys(&self.signing_keys) };
        let text = serde_json::to_string_pretty(&document).expect("strings always serialize");
        Zeroizing::new(text + "\n")
    }

    /// The key for new values.
    pub fn active(&self) -> &Key {
        active(&self.keys)
    }

    /// The key of that name.
    pub fn find(&self, kid: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.kid == kid)
    }

    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The pepper of passwords under the key of that name, for another installation.
    pub fn password_pepper(&self, kid: &str) -> Option<Zeroizing<[u8; 32]>> {
        self.find(kid).map(|key| key.derive(Purpose::PasswordPepper))
    }

    /// The keys that recovery codes may be digested with, for another installation.
    pub fn recovery_keys(&self) -> Vec<Zeroizing<[u8; 32]>> {
        self.keys.iter().map(|key| key.derive(Purpose::Recovery)).collect()
    }

    pub fn active_signing(&self) -> &Key {
        active(&self.signing_keys)
    }

    pub fn signing_keys(&self) -> &[Key] {
        &self.signing_keys
    }
}

fn active(keys: &[Key]) -> &Key {
    keys.iter().find(|key| key.state == KeyState::Active).expect("a ring is only made with an active key")
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Document {
    keys: Vec<Entry>,
    signing_keys: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    kid: String,
    state: KeyState,
    secret: String,
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

fn read_keys(entries: &[Entry]) -> Result<Vec<Key>, KeyringError> {
    let read = |entry: &Entry| {
        let named = !entry.kid.is_empty() && entry.kid.len() <= 32 && entry.kid.is_ascii();
        let bytes = BASE64.decode(entry.secret.as_bytes()).ok().map(Zeroizing::new);
        bytes
            .filter(|_| named)
            .and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok())
            .map(|secret| Key { kid: entry.kid.clone(), state: entry.state, secret: Zeroizing::new(secret) })
            .ok_or_else(|| {
                KeyringError::Malformed("a key is not 32 bytes in base64 with a short name".into())
            })
    };
    entries.iter().map(read).collect()
}

fn write_keys(keys: &[Key]) -> Vec<Entry> {
    let write =
        |key: &Key| Entry { kid: key.kid.clone(), state: key.state, secret: BASE64.encode(&key.secret[..]) };
    keys.iter().map(write).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn the_json_form_round_trips() {
        let ring = Keyring::generate(&SystemRandom);
        let read = Keyring::parse(&ring.to_json()).unwrap();
        assert_eq!(read.active().kid, ring.active().kid);
        assert_eq!(*read.active().derive(Purpose::Totp), *ring.active().derive(Purpose::Totp));
        assert_ne!(*read.active().derive(Purpose::Totp), *ring.active().derive(Purpose::Token));
    }

    #[test]
    fn a_ring_needs_one_active_key() {
        let json = Keyring::generate(&SystemRandom).to_json().replace("active", "retired");
        assert!(matches!(Keyring::parse(&json), Err(KeyringError::Malformed(_))));
        assert!(matches!(Keyring::parse("{}"), Err(KeyringError::Malformed(_))));
    }

    #[test]
    fn a_ring_is_never_overwritten_nor_read_when_exposed() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring.json");
        let ring = Keyring::generate(&SystemRandom);
        ring.save_new(&path).unwrap();
        assert!(matches!(ring.save_new(&path), Err(KeyringError::Unwritable { .. })));
        assert!(Keyring::load(&path).is_ok());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(Keyring::load(&path), Err(KeyringError::Exposed { .. })));
    }
}
