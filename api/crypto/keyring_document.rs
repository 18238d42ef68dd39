//! The key ring as text: JSON, with the secrets in base64.

use std::collections::BTreeSet;

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::keyring::{Key, KeyState, Keyring, KeyringError};
use crate::domain::Timestamp;

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
    state: State,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    retired_at: Option<Timestamp>,
    secret: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum State {
    Standby,
    Active,
    Retired,
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl Keyring {
    /// Reads the JSON form. Errors: malformed, or not exactly one active key and at most one on standby of each sort.
    pub fn parse(text: &str) -> Result<Self, KeyringError> {
        // serde_json's message could repeat key material.
        let document: Document = serde_json::from_str(text)
            .map_err(|error| KeyringError::Malformed(format!("line {} is not as expected", error.line())))?;
        Ok(Self::new(read_keys(&document.keys)?, read_keys(&document.signing_keys)?))
    }

    /// The JSON form.
    pub fn to_json(&self) -> Zeroizing<String> {
        let document =
            Document { keys: write_keys(self.keys()), signing_keys: write_keys(self.signing_keys()) };
        let text = serde_json::to_string_pretty(&document).expect("strings always serialize");
        Zeroizing::new(text + "\n")
    }
}

fn read_keys(entries: &[Entry]) -> Result<Vec<Key>, KeyringError> {
    let keys: Vec<Key> = entries.iter().map(read_key).collect::<Result<_, _>>()?;
    let names: BTreeSet<&str> = keys.iter().map(|key| key.kid.as_str()).collect();
    let so_many = |state: KeyState| keys.iter().filter(|key| key.state == state).count();
    if names.len() < keys.len() {
        return Err(KeyringError::Malformed("two keys have the same name".into()));
    }
    if so_many(KeyState::Active) != 1 {
        return Err(KeyringError::Malformed("exactly one key of each sort must be active".into()));
    }
    if so_many(KeyState::Standby) > 1 {
        return Err(KeyringError::Malformed("at most one key of each sort may be on standby".into()));
    }
    Ok(keys)
}

fn read_key(entry: &Entry) -> Result<Key, KeyringError> {
    let named = !entry.kid.is_empty() && entry.kid.len() <= 32 && entry.kid.is_ascii();
    let bytes = BASE64.decode(entry.secret.as_bytes()).ok().map(Zeroizing::new);
    let secret = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok()).map(Zeroizing::new);
    let state = match (entry.state, entry.retired_at) {
        (State::Standby, None) => Some(KeyState::Standby),
        (State::Active, None) => Some(KeyState::Active),
        (State::Retired, since) => Some(KeyState::Retired { since }),
        (State::Standby | State::Active, Some(_)) => None,
    };
    match (secret, state) {
        (Some(secret), Some(state)) if named => Ok(Key { kid: entry.kid.clone(), state, secret }),
        _ => Err(KeyringError::Malformed("a key is not 32 bytes in base64 with a short name".into())),
    }
}

fn write_keys(keys: &[Key]) -> Vec<Entry> {
    let write = |key: &Key| {
        let (state, retired_at) = match key.state {
            KeyState::Standby => (State::Standby, None),
            KeyState::Active => (State::Active, None),
            KeyState::Retired { since } => (State::Retired, since),
        };
        Entry { kid: key.kid.clone(), state, retired_at, secret: BASE64.encode(key.expose()) }
    };
    keys.iter().map(write).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{crypto::keyring::Purpose, random::SystemRandom};

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
    fn only_a_retired_key_was_retired() {
        let dated = |state: &str| format!("\"{state}\",\n      \"retiredAt\": \"2026-11-26T00:00:00Z\"");
        let json = Keyring::generate(&SystemRandom).to_json().replace("\"active\"", &dated("active"));
        assert!(matches!(Keyring::parse(&json), Err(KeyringError::Malformed(_))), "{json}");
    }
}
