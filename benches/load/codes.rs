//! Codes of one-time passwords: each is good once, so it is kept in mind which are spent.

use std::{cell::RefCell, time::Duration};

use nightlatch::clock::{Clock, SystemClock};
use sha2::{Digest, Sha256};
use tokio::time::sleep;
use totp_lite::{Sha1, totp_custom};

const PERIOD: u64 = 30;
const DIGITS: u32 = 6;

pub type Secret = [u8; 20];

/// The secret of a user, by their number.
pub fn secret(user: usize) -> Secret {
    let digest = Sha256::digest(format!("user {user}"));
    *digest.first_chunk().expect("a digest of 32 bytes")
}

/// What is left to be used of the users' codes.
pub struct Codes {
    secrets: Vec<Secret>,
    /// The last step of each user that was used.
    spent: Vec<u64>,
    next: usize,
}

impl Codes {
    pub fn new(users: usize) -> Self {
        Self { secrets: (0..users).map(secret).collect(), spent: vec![0; users], next: 0 }
    }

    /// How many are left.
    pub fn left(&self) -> usize {
        let now = current_step();
        self.spent.iter().map(|spent| (now + 1).saturating_sub((*spent).max(now - 1)) as usize).sum()
    }

    /// Comes back when that many are left, or two of each user, which is as many as there can be.
    pub async fn wait_for(codes: &RefCell<Self>, wanted: usize) {
        loop {
            let left = codes.borrow().left();
            if left >= wanted.min(2 * codes.borrow().spent.len()) {
                return;
            }
            let next = (current_step() + 1) * PERIOD;
            let now = SystemClock.now().timestamp_millis() as u64;
            sleep(Duration::from_millis((next * 1000).saturating_sub(now))).await;
        }
    }

    /// The next user with a code of theirs; none when all are spent.
    pub fn take(&mut self) -> Option<(usize, String)> {
        let user = self.fresh()?;
        Some((user, self.take_of(user)?))
    }

    /// The next user who has a code left.
    pub fn fresh(&mut self) -> Option<usize> {
        let last = current_step() + 1;
        for _ in 0..self.spent.len() {
            let user = self.next;
            self.next = (self.next + 1) % self.spent.len();
            if self.spent[user] < last {
                return Some(user);
            }
        }
        None
    }

    /// A code of that user: the current one, else the one after it, which the service takes as well. The one before would be
    /// too old for a request that waits.
    pub fn take_of(&mut self, user: usize) -> Option<String> {
        let now = current_step();
        let step = (self.spent[user] + 1).max(now);
        (step <= now + 1).then(|| {
            self.spent[user] = step;
            totp(&self.secrets[user], step)
        })
    }
}

pub fn current_step() -> u64 {
    u64::try_from(SystemClock.now().timestamp()).unwrap_or_default() / PERIOD
}

pub fn totp(secret: &[u8], step: u64) -> String {
    totp_custom::<Sha1>(PERIOD, DIGITS, secret, step * PERIOD)
}
