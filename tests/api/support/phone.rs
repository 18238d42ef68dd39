//! A fake phone with an authenticator app: scans a provisioning URI and shows codes at the test clock's time.

use std::{process::Command, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE32_NOPAD;
use hmac::{EagerHash, Hmac, KeyInit, Mac};
use nightlatch::clock::Clock;
use sha1::Sha1;
use sha2::{Sha256, Sha512};
use url::Url;

use super::clock::TestClock;

#[derive(Clone)]
pub struct Phone {
    clock: Arc<TestClock>,
    pub secret: Vec<u8>,
    pub label: String,
    pub issuer: String,
    /// SHA1, SHA256 or SHA512.
    pub algorithm: String,
    pub digits: usize,
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
        assert_eq!(parameter("period"), "30");
        let secret = BASE32_NOPAD.decode(parameter("secret").as_bytes()).expect("base32 without padding");
        let label = uri.path().trim_start_matches('/').to_owned();
        let digits = parameter("digits").parse().expect("a number of digits");
        Self { clock, secret, label, issuer: parameter("issuer"), algorithm: parameter("algorithm"), digits }
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

    /// Digits that no step within a quarter of an hour shows.
    pub fn wrong_code(&self) -> String {
        self.wrong_codes(1).remove(0)
    }

    /// So many different ones.
    pub fn wrong_codes(&self, count: usize) -> Vec<String> {
        let shown: Vec<String> = (-30..=30).map(|steps| self.code_off_by(steps * 30)).collect();
        (0..1_000_000)
            .map(|number| format!("{number:0width$}", width = self.digits))
            .filter(|code| !shown.contains(code))
            .take(count)
            .collect()
    }

    /// What `oathtool`, which knows nothing of this project, shows now.
    pub fn oathtool_code(&self) -> String {
        let secret = BASE32_NOPAD.encode(&self.secret);
        oathtool(&secret, (&self.algorithm, self.digits, 30), self.clock.now())
    }

    /// RFC 6238 with steps of thirty seconds; oathtool agrees in tests of its own.
    fn code_at(&self, at: DateTime<Utc>) -> String {
        let step = at.timestamp().div_euclid(30).to_be_bytes();
        let digest = match self.algorithm.as_str() {
            "SHA1" => mac::<Sha1>(&self.secret, &step),
            "SHA256" => mac::<Sha256>(&self.secret, &step),
            "SHA512" => mac::<Sha512>(&self.secret, &step),
            other => panic!("{other} is no hash that apps know"),
        };
        let offset = usize::from(digest[digest.len() - 1] & 15);
        let word: [u8; 4] = digest[offset..offset + 4].try_into().expect("four bytes");
        let number = u64::from(u32::from_be_bytes(word) & 0x7fff_ffff) % 10_u64.pow(self.digits as u32);
        format!("{number:0width$}", width = self.digits)
    }
}

/// What `oathtool` shows at a time for a secret in base32, by its hash, digits and seconds.
pub fn oathtool(
    secret: &str,
    (algorithm, digits, period): (&str, usize, usize),
    at: DateTime<Utc>,
) -> String {
    let at = at.format("%Y-%m-%d %H:%M:%S UTC").to_string();
    let totp = format!("--totp={}", algorithm.to_lowercase());
    let (digits, step) = (digits.to_string(), format!("{period}s"));
    let arguments = [&totp, "-d", &digits, "-s", &step, "-b", secret, "-N", &at];
    let output = Command::new("oathtool").args(arguments).output().expect("oathtool is installed");
    assert!(output.status.success(), "oathtool: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("digits").trim().to_owned()
}

fn mac<D: EagerHash>(secret: &[u8], message: &[u8]) -> Vec<u8>
where
    Hmac<D>: KeyInit + Mac,
{
    let mut mac = <Hmac<D> as KeyInit>::new_from_slice(secret).expect("HMAC takes any key");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}
