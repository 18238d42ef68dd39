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

    /// A ring whose keys have these names, states, and secrets of so many bytes.
    fn document(keys: &[(&str, &str, usize)]) -> String {
        let key = |(kid, state, length): &(&str, &str, usize)| {
            let secret = BASE64.encode(&vec![7; *length]);
            serde_json::json!({"kid": kid, "state": state, "secret": secret})
        };
        let keys: Vec<_> = keys.iter().map(key).collect();
        let signing_keys = [key(&("signs", "active", 32))];
        serde_json::json!({"keys": keys, "signingKeys": signing_keys}).to_string()
    }

    #[test]
    fn a_ring_is_read_by_its_rules() {
        let taken = |keys: &[(&str, &str, usize)]| Keyring::parse(&document(keys)).is_ok();
        let active = ("one", "active", 32);
        assert!(taken(&[active]) && taken(&[active, ("two", "standby", 32), ("three", "retired", 32)]));
        assert!(taken(&[(&"x".repeat(32), "active", 32)]) && !taken(&[(&"x".repeat(33), "active", 32)]));
        for (wrong, why) in [
            (vec![], "no key"),
            (vec![("one", "standby", 32)], "none is active"),
            (vec![active, ("two", "active", 32)], "two are active"),
            (vec![active, ("two", "standby", 32), ("three", "standby", 32)], "two stand by"),
            (vec![active, ("one", "retired", 32)], "two of one name"),
            (vec![("", "active", 32)], "no name"),
            (vec![("schlüssel", "active", 32)], "letters beyond ASCII"),
            (vec![("one", "active", 31)], "too short"),
            (vec![("one", "active", 33)], "too long"),
            (vec![("one", "lost", 32)], "no such state"),
        ] {
            assert!(!taken(&wrong), "{why}");
        }
    }

    #[test]
    fn a_ring_is_written_with_its_states() {
        let text = document(&[("one", "active", 32), ("two", "standby", 32), ("three", "retired", 32)]);
        let written = Keyring::parse(&text).unwrap().to_json();
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&written).unwrap(),
            serde_json::from_str::<serde_json::Value>(&text).unwrap()
        );
        assert!(written.ends_with("}\n"));
    }

    #[test]
    fn what_is_wrong_with_a_ring_is_told_without_its_secrets() {
        let text = document(&[("one", "active", 32)]).replace("\"secret\"", "\"other\"");
        let told = Keyring::parse(&text).err().unwrap().to_string();
        assert!(told.contains("line 1") && !told.contains(&BASE64.encode(&[7; 32])), "{told}");
    }
}
