//! Password hashing: bcrypt over a keyed pre-hash, behind a permit so that logins never starve the rest. Hashes of other
//! systems, over the plain password, are verified too.

use std::{sync::Arc, time::Duration};

use data_encoding::BASE64;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use zeroize::Zeroizing;

use super::{
    digest::digest_with,
    hashing_threads::HashingThreads,
    keyring::{Keyring, Purpose},
    sealer,
};
use crate::{domain::password::Password, error::Fault, random::Random};

/// So many logins may wait for each core; more are turned away with 503.
const QUEUE_PER_CORE: usize = 16;
/// So are those who would wait for longer than this: at once, and not when they have waited in vain.
const LONGEST_WAIT: Duration = Duration::from_secs(4);

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
    cost: u32,
    threads: HashingThreads,
    running: Arc<Semaphore>,
    waiting: Semaphore,
    /// Of what is hashed where there is nobody.
    decoy_salt: [u8; 16],
}

impl Passwords {
    /// `cost` is bcrypt's, the logarithm of its rounds.
    pub fn new(cost: u32, random: &dyn Random) -> Self {
        let threads = HashingThreads::new();
        Self {
            cost,
            running: Arc::new(Semaphore::new(threads.count())),
            waiting: Semaphore::new(threads.count() * QUEUE_PER_CORE),
            threads,
            decoy_salt: random.bytes(),
        }
    }

    /// Waits for a core. Errors: unavailable, when the queue is full or would take too long.
    pub async fn permit(&self) -> Result<HashingPermit, Fault> {
        let _place = self.waiting.try_acquire().map_err(Fault::unavailable)?;
        let ahead = self.load().0.saturating_sub(1);
        if self.threads.estimate(ahead) > LONGEST_WAIT {
            return Err(Fault::unavailable("too many passwords wait to be hashed"));
        }
        Arc::clone(&self.running).acquire_owned().await.map(HashingPermit).map_err(Fault::internal)
    }

    /// How many wait for a core, and how many cores are lent.
    pub fn load(&self) -> (usize, usize) {
        let cores = self.threads.count();
        let waiting = (cores * QUEUE_PER_CORE).saturating_sub(self.waiting.available_permits());
        (waiting, cores.saturating_sub(self.running.available_permits()))
    }

    /// A new hash of `password` with a fresh salt.
    pub fn hash(
        &self,
        _permit: &HashingPermit,
        keyring: &Keyring,
        random: &dyn Random,
        password: &Password,
    ) -> Result<HashedPassword, Fault> {
        let (pre_hash, kid) = pre_hashed(keyring, password);
        let (cost, salt) = (self.cost, random.bytes());
        let hash = self.threads.run(move || bcrypt_text(&pre_hash, cost, salt))?;
        Ok(HashedPassword { hash, kid: Some(kid), sealed_pepper: None })
    }

    /// The same for a command line, which has no queue to wait in.
    pub fn hash_alone(
        &self,
        keyring: &Keyring,
        random: &dyn Random,
        password: &Password,
    ) -> Result<HashedPassword, Fault> {
        let (pre_hash, kid) = pre_hashed(keyring, password);
        let hash = bcrypt_text(&pre_hash, self.cost, random.bytes())?;
        Ok(HashedPassword { hash, kid: Some(kid), sealed_pepper: None })
    }

    /// Whether `password` is the hashed one. Without a hash the same work is done, and the answer is no; for a hash of a
    /// lower cost the rest of it is done as well.
    pub fn verify(
        &self,
        _permit: &HashingPermit,
        keyring: &Keyring,
        password: &Password,
        stored: Option<&HashedPassword>,
    ) -> Result<bool, Fault> {
        let Some(stored) = stored else {
            let ((pre_hash, _), cost, salt) = (pre_hashed(keyring, password), self.cost, self.decoy_salt);
            self.threads.run(move || bcrypt_text(&pre_hash, cost, salt))?;
            return Ok(false);
        };
        let (hash, saved) = (stored.hash.clone(), cost_of(stored).unwrap_or(self.cost)..self.cost);
        let (typed, may_be_right) = match pepper_of(keyring, stored)? {
            Some(pepper) => (pre_hash(&pepper, password), true),
            None => typed_elsewhere(password),
        };
        self.threads.run(move || {
            let right = bcrypt::verify(typed.as_bytes(), &hash).map_err(Fault::internal)?;
            // The work that a hash of a lower cost has saved: each step of the cost doubles it.
            for cost in saved {
                bcrypt::hash_with_salt(b"", cost, [0; 16]).map_err(Fault::internal)?;
            }
            Ok(right && may_be_right)
        })
    }

    /// Whether a hash is to be made anew: another cost, a retired key, or none.
    pub fn is_outdated(&self, keyring: &Keyring, hashed: &HashedPassword) -> bool {
        cost_of(hashed) != Some(self.cost) || hashed.kid.as_ref() != Some(&keyring.active().kid)
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
fn typed_elsewhere(password: &Password) -> (Zeroizing<String>, bool) {
    let typed = password.as_typed();
    let whole = typed.len() <= PLAIN_LONGEST && !typed.as_bytes().contains(&0);
    (Zeroizing::new(typed.to_owned()), whole)
}

/// The pepper of a pre-hash; none for a hash over the plain password.
fn pepper_of(keyring: &Keyring, hashed: &HashedPassword) -> Result<Option<Zeroizing<[u8; 32]>>, Fault> {
    match (&hashed.kid, &hashed.sealed_pepper) {
        (Some(kid), _) => {
            let pepper = keyring.password_pepper(kid);
            pepper.map(Some).ok_or_else(|| Fault::internal(format!("no key {kid} for a password hash")))
        }
        (None, Some(sealed)) => sealer::open_pepper(keyring, &hashed.hash, sealed).map(Some),
        (None, None) => Ok(None),
    }
}

fn bcrypt_text(pre_hash: &str, cost: u32, salt: [u8; 16]) -> Result<String, Fault> {
    let parts = bcrypt::hash_with_salt(pre_hash.as_bytes(), cost, salt).map_err(Fault::internal)?;
    Ok(parts.format_for_version(bcrypt::Version::TwoB))
}

/// The pre-hash of a new hash, with the name of its key.
fn pre_hashed(keyring: &Keyring, password: &Password) -> (Zeroizing<String>, String) {
    let key = keyring.active();
    (pre_hash(&key.derive(Purpose::PasswordPepper), password), key.kid.clone())
}

/// 44 bytes without a zero byte: bcrypt cuts at 72 bytes, and takes `P\0P` for `P`.
fn pre_hash(pepper: &[u8; 32], password: &Password) -> Zeroizing<String> {
    let mac = Zeroizing::new(digest_with(pepper, &[password.expose().as_bytes()]));
    Zeroizing::new(BASE64.encode(&mac))
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::random::SystemRandom;

    fn passwords(cost: u32) -> Passwords {
        Passwords::new(cost, &SystemRandom)
    }

    fn password(text: &str) -> Password {
        Password::parse("password", text).unwrap()
    }

    #[tokio::test]
    async fn neither_length_nor_zero_bytes_cut_a_password() {
        let (ring, passwords) = (Keyring::generate(&SystemRandom), passwords(4));
        let permit = passwords.permit().await.unwrap();
        let long = "x".repeat(72);
        for (set, typed) in [(long.clone() + "a", long + "b"), ("P\0P".into(), "P".into())] {
            let hashed = passwords.hash(&permit, &ring, &SystemRandom, &password(&set)).unwrap();
            assert!(passwords.verify(&permit, &ring, &password(&set), Some(&hashed)).unwrap());
            assert!(!passwords.verify(&permit, &ring, &password(&typed), Some(&hashed)).unwrap());
        }
        assert!(!passwords.verify(&permit, &ring, &password("P"), None).unwrap());
    }

    #[expect(clippy::disallowed_methods, reason = "another system draws its own salt")]
    fn plain(text: &str) -> HashedPassword {
        HashedPassword { hash: bcrypt::hash(text, 4).unwrap(), kid: None, sealed_pepper: None }
    }

    #[tokio::test]
    async fn a_hash_over_the_plain_password_is_verified_whole() {
        let (ring, passwords) = (Keyring::generate(&SystemRandom), passwords(5));
        let permit = passwords.permit().await.unwrap();
        let right = |set: &str, typed: &str| {
            passwords.verify(&permit, &ring, &password(typed), Some(&plain(set))).unwrap()
        };
        assert!(right("hunter2", "hunter2") && !right("hunter2", "hunter3"));
        assert!(!right("P", "P\0P"), "it would end at the zero byte");
        let long = "x".repeat(72);
        assert!(right(&long, &long) && !right(&long, &(long.clone() + "y")), "it would be cut");
        // Not as our own hashes have it: compatible spellings are not one password there.
        assert!(right("\u{ff11}", "\u{ff11}") && !right("1", "\u{ff11}"));
        assert!(passwords.is_outdated(&ring, &plain("hunter2")));
    }

    #[tokio::test]
    async fn a_hash_of_another_cost_is_outdated() {
        let ring = Keyring::generate(&SystemRandom);
        let cheap = passwords(4);
        let permit = cheap.permit().await.unwrap();
        let hashed = cheap.hash(&permit, &ring, &SystemRandom, &password("secret")).unwrap();
        assert!(!cheap.is_outdated(&ring, &hashed));
        assert!(passwords(5).is_outdated(&ring, &hashed));
    }

    #[tokio::test]
    async fn a_full_queue_turns_away() {
        let passwords = passwords(4);
        let _held: Vec<_> =
            (0..QUEUE_PER_CORE * 1_024).map_while(|_| passwords.waiting.try_acquire().ok()).collect();
        assert!(matches!(passwords.permit().await, Err(Fault::Unavailable(_))));
    }

    #[tokio::test]
    async fn who_would_wait_too_long_is_turned_away() {
        let passwords = passwords(4);
        let long = LONGEST_WAIT + Duration::from_millis(1);
        passwords.threads.note(long * u32::try_from(passwords.threads.count()).unwrap());
        drop(passwords.permit().await.expect("nobody is before"));
        let _ahead = passwords.waiting.try_acquire().unwrap();
        assert!(matches!(passwords.permit().await, Err(Fault::Unavailable(_))));
    }

    /// A ring whose key is the bytes from 0 to 31.
    fn known_ring() -> Keyring {
        let key =
            r#"{"kid": "one", "state": "active", "secret": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}"#;
        Keyring::parse(&format!(r#"{{"keys": [{key}], "signingKeys": [{key}]}}"#)).unwrap()
    }

    /// The pre-hash was computed by Python's `hmac`.
    #[tokio::test]
    async fn a_hash_is_bcrypt_over_the_base64_of_an_hmac() {
        let (ring, passwords) = (known_ring(), passwords(4));
        let permit = passwords.permit().await.unwrap();
        let hashed = passwords.hash(&permit, &ring, &SystemRandom, &password("correct horse")).unwrap();
        assert!(bcrypt::verify("oHw5xT6u0j8/ChrGuhm7yZspHN2ig+/QRRLHinKrwts=", &hashed.hash).unwrap());
        assert!(hashed.hash.starts_with("$2b$04$"));
        assert_eq!((hashed.kid.as_deref(), hashed.sealed_pepper), (Some("one"), None));
    }

    #[tokio::test]
    async fn a_hash_outlives_its_key_as_long_as_somebody_knows_its_pepper() {
        let (old, new) = (known_ring(), Keyring::generate(&SystemRandom));
        let passwords = passwords(4);
        let permit = passwords.permit().await.unwrap();
        let hashed = passwords.hash(&permit, &old, &SystemRandom, &password("correct horse")).unwrap();
        let verify = |ring: &Keyring, text: &str, hashed: &HashedPassword| {
            passwords.verify(&permit, ring, &password(text), Some(hashed))
        };
        assert!(verify(&new, "correct horse", &hashed).is_err(), "nobody can tell");

        let pepper = old.password_pepper("one").unwrap();
        let sealed_pepper = Some(sealer::seal_pepper(&new, &SystemRandom, &hashed.hash, &pepper));
        let imported = HashedPassword { kid: None, sealed_pepper, ..hashed };
        assert!(verify(&new, "correct horse", &imported).unwrap());
        assert!(!verify(&new, "battery staple", &imported).unwrap());
        assert!(passwords.is_outdated(&new, &imported), "it takes the ring's own pepper at the next sign-in");
    }

    #[tokio::test]
    async fn a_cheaper_hash_takes_as_long_as_any() {
        let ring = Keyring::generate(&SystemRandom);
        let cheap = passwords(4);
        let permit = cheap.permit().await.unwrap();
        let hashed = cheap.hash(&permit, &ring, &SystemRandom, &password("secret")).unwrap();
        // The fastest of some: others may have the machine meanwhile.
        let time = |passwords: &Passwords, stored: Option<&HashedPassword>| {
            let times = [(); 5].map(|()| {
                let begun = Instant::now();
                passwords.verify(&permit, &ring, &password("secret"), stored).unwrap();
                begun.elapsed()
            });
            times.into_iter().min().unwrap()
        };
        let dear = passwords(9);
        assert!(time(&dear, Some(&hashed)) > 8 * time(&cheap, Some(&hashed)), "32 times as much work");
        assert!(time(&dear, None) > 8 * time(&cheap, None), "also where there is nobody");
        assert_eq!(dear.cost(), 9);
    }

    #[tokio::test]
    async fn places_are_given_back() {
        let passwords = passwords(4);
        let cores = passwords.running.available_permits();
        assert_eq!(passwords.waiting.available_permits(), 16 * cores);
        let permit = passwords.permit().await.unwrap();
        assert_eq!(passwords.running.available_permits(), cores - 1);
        assert_eq!(passwords.load(), (0, 1));
        drop(permit);
        assert_eq!(
            (passwords.running.available_permits(), passwords.waiting.available_permits()),
            (cores, 16 * cores)
        );
    }
}
