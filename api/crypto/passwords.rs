//! Password hashing: bcrypt over a keyed pre-hash, behind a permit so that logins never starve the rest. Hashes of other
//! systems, over the plain password, are verified too.

use std::{num::NonZero, sync::Arc, thread};

use data_encoding::BASE64;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use zeroize::Zeroizing;

use super::{
    digest::digest_with,
    keyring::{Key, Keyring, Purpose},
    sealer,
};
use crate::{domain::password::Password, error::Fault, random::Random};

/// So many logins may wait for each core; more are turned away with 503.
const QUEUE_PER_CORE: usize = 16;

/// bcrypt reads no more of a plain password.
const PLAIN_LONGEST: usize = 72;

/// A hashed password: bcrypt's text and the key of the pre-hash. Another system's has no key: it is over the plain password.
/// Another installation's has that one's pepper.
#[derive(Clone, PartialEq, Eq)]
pub struct HashedPassword {
    pub hash: String,
    pub kid: Option<String>,
    pub sealed_pepper: Option<Vec<u8>>,
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

    /// Whether `password` is the hashed one. Without a hash the same work is done on a decoy, and the answer is no; for a
    /// hash of a lower cost the rest of it is done as well.
    pub fn verify(
        &self,
        _permit: &HashingPermit,
        password: &Password,
        stored: Option<&HashedPassword>,
    ) -> Result<bool, Fault> {
        let hashed = stored.unwrap_or(&self.decoy);
        let pepper = match (&hashed.kid, &hashed.sealed_pepper) {
            (Some(kid), _) => {
                let pepper = self.keyring.password_pepper(kid);
                Some(pepper.ok_or_else(|| Fault::internal(format!("no key {kid} for a password hash")))?)
            }
            (None, Some(sealed)) => Some(sealer::open_pepper(&self.keyring, &hashed.hash, sealed)?),
            (None, None) => None,
        };
        let right = match pepper {
            Some(pepper) => {
                let pre_hash = pre_hash(&pepper, password);
                bcrypt::verify(pre_hash.as_bytes(), &hashed.hash).map_err(Fault::internal)?
            }
            None => verify_plain(password, &hashed.hash)?,
        };
        self.spend_rest(hashed)?;
        Ok(right && stored.is_some())
    }

    /// The work that a hash of a lower cost has saved: each step of the cost doubles it.
    fn spend_rest(&self, hashed: &HashedPassword) -> Result<(), Fault> {
        for cost in cost_of(hashed).unwrap_or(self.cost)..self.cost {
            bcrypt::hash_with_salt(b"", cost, [0; 16]).map_err(Fault::internal)?;
        }
        Ok(())
    }

    /// Whether a hash is to be made anew: another cost, a retired key, or none.
    pub fn is_outdated(&self, hashed: &HashedPassword) -> bool {
        cost_of(hashed) != Some(self.cost) || hashed.kid.as_ref() != Some(&self.keyring.active().kid)
    }

    /// The cost of new hashes: of a dearer one, the time would tell that there is somebody.
    pub fn cost(&self) -> u32 {
        self.cost
    }
}

fn cost_of(hashed: &HashedPassword) -> Option<u32> {
    hashed.hash.parse::<bcrypt::HashParts>().map(|parts| parts.get_cost()).ok()
}

/// Another system hashed what was typed. What it would have cut off, or taken for an end, is never right.
fn verify_plain(password: &Password, hash: &str) -> Result<bool, Fault> {
    let typed = password.as_typed().as_bytes();
    let whole = typed.len() <= PLAIN_LONGEST && !typed.contains(&0);
    Ok(bcrypt::verify(typed, hash).map_err(Fault::internal)? && whole)
}

fn hash(key: &Key, cost: u32, salt: [u8; 16], password: &Password) -> Result<HashedPassword, Fault> {
    let pre_hash = pre_hash(&key.derive(Purpose::PasswordPepper), password);
    let parts = bcrypt::hash_with_salt(pre_hash.as_bytes(), cost, salt).map_err(Fault::internal)?;
    Ok(HashedPassword {
        hash: parts.format_for_version(bcrypt::Version::TwoB),
        kid: Some(key.kid.clone()),
        sealed_pepper: None,
    })
}

/// 44 bytes without a zero byte: bcrypt cuts at 72 bytes, and takes `P\0P` for `P`.
fn pre_hash(pepper: &[u8; 32], password: &Password) -> Zeroizing<String> {
    let mac = Zeroizing::new(digest_with(pepper, &[password.expose().as_bytes()]));
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

    #[expect(clippy::disallowed_methods, reason = "another system draws its own salt")]
    fn plain(text: &str) -> HashedPassword {
        HashedPassword { hash: bcrypt::hash(text, 4).unwrap(), kid: None, sealed_pepper: None }
    }

    #[tokio::test]
    async fn a_hash_over_the_plain_password_is_verified_whole() {
        let passwords = passwords(&Keyring::generate(&SystemRandom), 5);
        let permit = passwords.permit().await.unwrap();
        let right =
            |set: &str, typed: &str| passwords.verify(&permit, &password(typed), Some(&plain(set))).unwrap();
        assert!(right("hunter2", "hunter2") && !right("hunter2", "hunter3"));
        assert!(!right("P", "P\0P"), "it would end at the zero byte");
        let long = "x".repeat(72);
        assert!(right(&long, &long) && !right(&long, &(long.clone() + "y")), "it would be cut");
        // Not as our own hashes have it: compatible spellings are not one password there.
        assert!(right("\u{ff11}", "\u{ff11}") && !right("1", "\u{ff11}"));
        assert!(passwords.is_outdated(&plain("hunter2")));
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
