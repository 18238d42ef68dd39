//! Password hashing: bcrypt over a keyed pre-hash, behind a permit so that logins never starve the rest.

use std::{num::NonZero, sync::Arc, thread};

use data_encoding::BASE64;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use zeroize::Zeroizing;

use super::{
    digest::digest_under,
    keyring::{Key, Keyring, Purpose},
};
use crate::{domain::password::Password, error::Fault, random::Random};

/// So many logins may wait for each core; more are turned away with 503.
const QUEUE_PER_CORE: usize = 16;

/// A hashed password: bcrypt's text and the key of the pre-hash.
#[derive(Clone, PartialEq, Eq)]
pub struct HashedPassword {
    pub hash: String,
    pub kid: String,
}

/// The right to spend a core on hashing; given back when dropped.
pub struct HashingPermit(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

/// Hashes and verifies passwords at one cost.
pub struct Passwords {
    keyring: Keyring,
    cost: u32,
    running: Arc<Semaphore>,
    waiting: Semaphore,
    decoy: HashedPassword,
}

impl Passwords {
    /// `cost` is bcrypt's, the logarithm of its rounds. Errors: a cost that bcrypt does not know.
    pub fn new(keyring: Keyring, cost: u32, random: &dyn Random) -> Result<Self, Fault> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let decoy = hash(keyring.active(), cost, random.bytes(), &Password::generate(random.bytes()))?;
        Ok(Self {
            keyring,
            cost,
            running: Arc::new(Semaphore::new(cores)),
            waiting: Semaphore::new(cores * QUEUE_PER_CORE),
            decoy,
        })
    }

    /// Waits for a core. Errors: unavailable, when the queue is full.
    pub async fn permit(&self) -> Result<HashingPermit, Fault> {
        let _place = self.waiting.try_acquire().map_err(Fault::unavailable)?;
        Arc::clone(&self.running).acquire_owned().await.map(HashingPermit).map_err(Fault::internal)
    }

    /// A new hash of `password` with a fresh salt.
    pub fn hash(
        &self,
        _permit: &HashingPermit,
        random: &dyn Random,
        password: &Password,
    ) -> Result<HashedPassword, Fault> {
        hash(self.keyring.active(), self.cost, random.bytes(), password)
    }

    /// The same for a command line, which has no queue to wait in.
    pub fn hash_alone(&self, random: &dyn Random, password: &Password) -> Result<HashedPassword, Fault> {
        hash(self.keyring.active(), self.cost, random.bytes(), password)
    }

    /// Whether `password` is the hashed one. Without a hash the same work is done on a decoy, and the answer is no.
    pub fn verify(
        &self,
        _permit: &HashingPermit,
        password: &Password,
        stored: Option<&HashedPassword>,
    ) -> Result<bool, Fault> {
        let hashed = stored.unwrap_or(&self.decoy);
        let key = self
            .keyring
            .find(&hashed.kid)
            .ok_or_else(|| Fault::internal(format!("no key {} for a password hash", hashed.kid)))?;
        let right =
            bcrypt::verify(pre_hash(key, password).as_bytes(), &hashed.hash).map_err(Fault::internal)?;
        Ok(right && stored.is_some())
    }

    /// Whether a hash is to be made anew: another cost, or a retired key.
    pub fn is_outdated(&self, hashed: &HashedPassword) -> bool {
        let cost = hashed.hash.parse::<bcrypt::HashParts>().map(|parts| parts.get_cost()).ok();
        cost != Some(self.cost) || hashed.kid != self.keyring.active().kid
    }
}

fn hash(key: &Key, cost: u32, salt: [u8; 16], password: &Password) -> Result<HashedPassword, Fault> {
    let parts =
        bcrypt::hash_with_salt(pre_hash(key, password).as_bytes(), cost, salt).map_err(Fault::internal)?;
    Ok(HashedPassword { hash: parts.format_for_version(bcrypt::Version::TwoB), kid: key.kid.clone() })
}

/// 44 bytes without a zero byte: bcrypt cuts at 72 bytes, and takes `P\0P` for `P`.
fn pre_hash(key: &Key, password: &Password) -> Zeroizing<String> {
    let mac = Zeroizing::new(digest_under(key, Purpose::PasswordPepper, &[password.expose().as_bytes()]));
    Zeroizing::new(BASE64.encode(&mac))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    fn passwords(ring: &Keyring, cost: u32) -> Passwords {
        Passwords::new(ring.clone(), cost, &SystemRandom).unwrap()
    }

    fn password(text: &str) -> Password {
        Password::parse("password", text).unwrap()
    }

    #[tokio::test]
    async fn neither_length_nor_zero_bytes_cut_a_password() {
        let passwords = passwords(&Keyring::generate(&SystemRandom), 4);
        let permit = passwords.permit().await.unwrap();
        let long = "x".repeat(72);
        for (set, typed) in [(long.clone() + "a", long + "b"), ("P\0P".into(), "P".into())] {
            let hashed = passwords.hash(&permit, &SystemRandom, &password(&set)).unwrap();
            assert!(passwords.verify(&permit, &password(&set), Some(&hashed)).unwrap());
            assert!(!passwords.verify(&permit, &password(&typed), Some(&hashed)).unwrap());
        }
        assert!(!passwords.verify(&permit, &password("P"), None).unwrap());
    }

    #[tokio::test]
    async fn a_hash_of_another_cost_is_outdated() {
        let ring = Keyring::generate(&SystemRandom);
        let cheap = passwords(&ring, 4);
        let permit = cheap.permit().await.unwrap();
        let hashed = cheap.hash(&permit, &SystemRandom, &password("secret")).unwrap();
        assert!(!cheap.is_outdated(&hashed));
        assert!(passwords(&ring, 5).is_outdated(&hashed));
    }

    #[tokio::test]
    async fn a_full_queue_turns_away() {
        let passwords = passwords(&Keyring::generate(&SystemRandom), 4);
        let _held: Vec<_> =
            (0..QUEUE_PER_CORE * 1_024).map_while(|_| passwords.waiting.try_acquire().ok()).collect();
        assert!(matches!(passwords.permit().await, Err(Fault::Unavailable(_))));
    }
}
