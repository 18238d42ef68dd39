//! Keyed digests (HMAC-SHA-256): what is stored of a value that only needs to be recognized.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::keyring::{Key, Keyring, Purpose};

/// The digest for a new row, under the active key.
pub fn digest(keyring: &Keyring, purpose: Purpose, parts: &[&[u8]]) -> Vec<u8> {
    digest_with(&keyring.active().derive(purpose), parts)
}

/// The digests under which a row may be found: one for each key that there is or was.
pub fn digests(keyring: &Keyring, purpose: Purpose, parts: &[&[u8]]) -> Vec<Vec<u8>> {
    keyring.derived(purpose).map(|key| digest_with(&key, parts)).collect()
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

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;
    use crate::random::SystemRandom;

    /// Computed by Python's `hmac`: each part behind its length of eight bytes.
    #[test]
    fn a_digest_is_an_hmac_over_lengths_and_parts() {
        let key =
            HEXLOWER.decode(b"d5875aea75df8202e4b95ace8d09c8ee519373fd2bf25b12a2d48478366f0dc2").unwrap();
        let key = <[u8; 32]>::try_from(key).unwrap();
        let expected = "9b40da2fac8c754f645aecb6e7a8c8c69fc15c6461a1f96707486863aa4ccfe5";
        assert_eq!(HEXLOWER.encode(&digest_with(&key, &[b"ab", b"c"])), expected);
        assert_ne!(
            digest_with(&key, &[b"a", b"bc"]),
            digest_with(&key, &[b"ab", b"c"]),
            "the parts are kept apart"
        );
    }

    /// FIPS 180-2, appendix B.1.
    #[test]
    fn sha_256_is_that_of_the_standard() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(HEXLOWER.encode(&sha256(b"abc")), expected);
    }

    #[test]
    fn a_digest_is_of_one_purpose_and_one_ring() {
        let ring = Keyring::generate(&SystemRandom);
        let made = digest(&ring, Purpose::Token, &[b"secret"]);
        assert_eq!(digests(&ring, Purpose::Token, &[b"secret"]), std::slice::from_ref(&made));
        assert_eq!(under(ring.active(), Purpose::Token, &[b"secret"]), made);
        for other in [
            digest(&ring, Purpose::ApiKey, &[b"secret"]),
            digest(&ring, Purpose::Token, &[b"Secret"]),
            digest(&Keyring::generate(&SystemRandom), Purpose::Token, &[b"secret"]),
        ] {
            assert_ne!(other, made);
        }
    }
}
