//! Keyed digests (HMAC-SHA-256): what is stored of a value that only needs to be recognized.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::keyring::{Key, Keyring, Purpose};

/// The digest for a new row, under the active key.
pub fn digest(keyring: &Keyring, purpose: Purpose, parts: &[&[u8]]) -> Vec<u8> {
    under(keyring.active(), purpose, parts)
}

/// The digests under which a row may be found: one for each key of the ring.
pub fn digests(keyring: &Keyring, purpose: Purpose, parts: &[&[u8]]) -> Vec<Vec<u8>> {
    keyring.keys().iter().map(|key| under(key, purpose, parts)).collect()
}

/// A digest without a key, as other systems keep of their recovery codes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The digest under one key.
pub(super) fn under(key: &Key, purpose: Purpose, parts: &[&[u8]]) -> Vec<u8> {
    digest_with(&key.derive(purpose), parts)
}

/// The digest that another installation made with a key of its own.
pub fn digest_with(derived: &[u8; 32], parts: &[&[u8]]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&derived[..]).expect("HMAC takes a key of any length");
    for part in parts {
        // The length in front keeps the parts apart.
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}
