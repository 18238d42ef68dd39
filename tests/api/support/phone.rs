//! A fake phone with an authenticator app: scans a provisioning URI and shows codes at the test clock's time.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use nightlatch::clock::Clock;
use sha1::Sha1;
use url::Url;

use super::clock::TestClock;

#[derive(Clone)]
pub struct Phone {
    clock: Arc<TestClock>,
    pub secret: Vec<u8>,
    pub label: String,
    pub issuer: String,
}

impl Phone {
    /// Reads an `otpauth` URI as apps do, and refuses what some of them would misread.
    pub fn scan(uri: &str, clock: Arc<TestClock>) -> Self {
        let uri = Url::parse(uri).expect("a provisioning URI");
        assert_eq!((uri.scheme(), uri.host_str()), ("otpauth", Some("totp")));
        let parameter = |name: &str| {
            let found: Vec<String> = uri
                .query_pairs()
                .filter(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
                .collect();
            assert_eq!(found.len(), 1, "{name} once in {uri}");
            found[0].clone()
        };
        assert_eq!(parameter("algorithm"), "SHA1");
        assert_eq!(parameter("digits"), "6");
        assert_eq!(parameter("period"), "30");
        let secret = BASE32_NOPAD.decode(parameter("secret").as_bytes()).expect("base32 without padding");
        let label = uri.path().trim_start_matches('/').to_owned();
        Self { clock, secret, label, issuer: parameter("issuer") }
    }

    /// What the display shows now.
    pub fn code(&self) -> String {
        self.code_at(self.clock.now())
    }

    /// What the display shows after the next change: moves the clock there.
    pub fn next_code(&self) -> String {
        self.clock.next_step();
        self.code()
    }

    /// What a display shows whose clock is off by so many seconds.
    pub fn code_off_by(&self, seconds: i64) -> String {
        self.code_at(self.clock.now() + TimeDelta::seconds(seconds))
    }

    /// Six digits that no step within a quarter of an hour shows.
    pub fn wrong_code(&self) -> String {
        self.wrong_codes(1).remove(0)
    }

    /// So many different ones.
    pub fn wrong_codes(&self, count: usize) -> Vec<String> {
        let shown: Vec<String> = (-30..=30).map(|steps| self.code_off_by(steps * 30)).collect();
        (0..1_000_000)
            .map(|number| format!("{number:06}"))
            .filter(|code| !shown.contains(code))
            .take(count)
            .collect()
    }

    /// RFC 6238 with SHA-1, six digits and thirty seconds; oathtool agrees in a test of its own.
    fn code_at(&self, at: DateTime<Utc>) -> String {
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.secret).expect("HMAC takes any key");
        mac.update(&at.timestamp().div_euclid(30).to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let offset = usize::from(digest[19] & 15);
        let word: [u8; 4] = digest[offset..offset + 4].try_into().expect("four bytes");
        format!("{:06}", (u32::from_be_bytes(word) & 0x7fff_ffff) % 1_000_000)
    }
}
