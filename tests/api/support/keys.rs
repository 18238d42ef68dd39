//! What an operator does with the keys of an installation.

use std::{fs, path::Path, process::Output};

use nightlatch::crypto::keyring::Keyring;
use serde_json::{Value, json};

use super::operator::{Operator, printed};

impl Operator {
    pub fn keys(&self, arguments: &[&str]) -> Output {
        self.command(&[&["keys"], arguments].concat()).output().expect("the program starts")
    }

    /// What `keys status` says of each key.
    pub fn key_status(&self) -> Value {
        serde_json::from_str(&printed(self.keys(&["status", "--json"]))).expect("JSON")
    }

    /// The keys of that sort and state, as the file has them.
    pub fn kids(&self, sort: &str, state: &str) -> Vec<String> {
        let ring = self.ring();
        let keys = ring[if sort == "signing" { "signingKeys" } else { "keys" }].as_array().expect("keys");
        let of_state = keys.iter().filter(|key| key["state"] == state);
        of_state.map(|key| key["kid"].as_str().expect("a name").to_owned()).collect()
    }

    /// The only one of them.
    pub fn kid(&self, sort: &str, state: &str) -> String {
        let kids = self.kids(sort, state);
        assert_eq!(kids.len(), 1, "{state} {sort} keys: {kids:?}");
        kids[0].clone()
    }

    /// All retired keys, of both sorts.
    pub fn retired(&self) -> Vec<String> {
        ["sealing", "signing"].iter().flat_map(|sort| self.kids(sort, "retired")).collect()
    }

    /// As if the retired keys had been retired for a day.
    pub fn let_retirement_pass(&self) {
        let mut ring = self.ring();
        for sort in ["keys", "signingKeys"] {
            for key in ring[sort].as_array_mut().expect("keys") {
                if key["state"] == "retired" {
                    key["retiredAt"] = json!("2026-01-01T00:00:00Z");
                }
            }
        }
        self.put_ring(&ring.to_string());
    }

    /// Puts another ring in the place of the own, as `mv` does.
    pub fn put_ring(&self, json: &str) {
        let new = self.home.path().join("another");
        Keyring::parse(json).expect("a ring").save_new(&new).expect("it is written");
        fs::rename(new, self.keyring()).expect("it is in place");
    }

    fn ring(&self) -> Value {
        read(&self.keyring())
    }

    /// New keys, from their making to the end of the old ones.
    pub fn renew_keys(&self) {
        for step in ["add", "rotate", "rewrap"] {
            printed(self.keys(&[step]));
        }
        self.let_retirement_pass();
        for kid in self.retired() {
            printed(self.keys(&["drop", &kid]));
        }
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a ring")).expect("JSON")
}
