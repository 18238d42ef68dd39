//! What stays of a key when it leaves the ring: the keys of the digests and peppers that were made with it. Nobody knows the
//! secrets behind those, so that none can be made anew under another key.

use zeroize::Zeroizing;

use super::{
    keyring::{Key, Keyring, Purpose},
    sealer,
};
use crate::{error::Fault, random::Random};

/// In the order in which they are stored; more may follow.
const PURPOSES: [Purpose; 7] = [
    Purpose::Recovery,
    Purpose::Pass,
    Purpose::Token,
    Purpose::ApiKey,
    Purpose::Request,
    Purpose::EmailCode,
    Purpose::PasswordPepper,
];

/// The digest keys of one key. They open nothing that was sealed with it.
#[derive(Clone)]
pub struct DigestKeys {
    kid: String,
    /// 32 bytes for each purpose.
    keys: Zeroizing<Vec<u8>>,
}

impl DigestKeys {
    pub fn of(key: &Key) -> Self {
        let mut keys = Zeroizing::new(Vec::with_capacity(32 * PURPOSES.len()));
        PURPOSES.iter().for_each(|purpose| keys.extend_from_slice(&key.derive(*purpose)[..]));
        Self { kid: key.kid.clone(), keys }
    }

    /// The name of the key that they are of.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    pub(super) fn find(&self, purpose: Purpose) -> Option<Zeroizing<[u8; 32]>> {
        let index = PURPOSES.iter().position(|known| *known == purpose)?;
        let key = self.keys.chunks_exact(32).nth(index)?;
        <[u8; 32]>::try_from(key).ok().map(Zeroizing::new)
    }

    /// As they are stored.
    pub fn seal(&self, keyring: &Keyring, random: &dyn Random) -> Vec<u8> {
        sealer::seal_digest_keys(keyring, random, &self.kid, &self.keys)
    }

    /// Opens what [`Self::seal`] made. Errors: another key's, another ring's, or damaged.
    pub fn open(keyring: &Keyring, kid: &str, sealed: &[u8]) -> Result<Self, Fault> {
        Ok(Self { kid: kid.to_owned(), keys: sealer::open_digest_keys(keyring, kid, sealed)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        crypto::digest::{digest, digests},
        random::SystemRandom,
    };

    #[test]
    fn what_a_dropped_key_digested_is_recognized_by_the_ring_that_keeps_its_digest_keys() {
        let (old, new) = (Keyring::generate(&SystemRandom), Keyring::generate(&SystemRandom));
        let kid = &old.active().kid;
        let sealed = DigestKeys::of(old.active()).seal(&new, &SystemRandom);
        assert!(DigestKeys::open(&new, "other", &sealed).is_err());
        let ring = new.clone().with_former(vec![DigestKeys::open(&new, kid, &sealed).unwrap()]);
        for purpose in PURPOSES {
            let made = digest(&old, purpose, &[b"secret"]);
            assert!(digests(&ring, purpose, &[b"secret"]).contains(&made), "{purpose:?}");
            assert!(!digests(&new, purpose, &[b"secret"]).contains(&made), "{purpose:?}");
        }
        assert_eq!(ring.password_pepper(kid), old.password_pepper(kid));
        assert_eq!(ring.recovery_keys().len(), 2);
    }
}
