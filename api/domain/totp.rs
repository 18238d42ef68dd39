//! Time-based one-time passwords (RFC 6238) over the `totp-lite` crate.

use subtle::ConstantTimeEq;
use totp_lite::{Sha1, Sha256, Sha512, totp_custom};
use zeroize::Zeroizing;

use super::{Timestamp, names::names, rejection::FieldError};

/// How far off a device's clock may be and still be told so at enrollment, in seconds.
const CLOCK_SKEW_SEARCHED: i64 = 600;

names! {
    /// The hash under the HMAC (RFC 6238, section 1.2), by its name in an `otpauth` URI.
    Algorithm {
        Sha1 = "SHA1",
        Sha256 = "SHA256",
        Sha512 = "SHA512",
    }
}

/// What a code depends on beside the secret and the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    pub algorithm: Algorithm,
    pub digits: u8,
    pub period_seconds: u16,
}

impl Parameters {
    /// SHA-1, 6 digits, 30 seconds: what every authenticator app supports.
    pub const STANDARD: Self = Self { algorithm: Algorithm::Sha1, digits: 6, period_seconds: 30 };
}

/// The shared secret of one authenticator, at least 128 bit (RFC 4226, section 4, R6). Wiped when dropped.
pub struct TotpSecret(Zeroizing<Vec<u8>>);

impl TotpSecret {
    /// Bytes in a new secret: 160 bit (RFC 4226, section 4, R6).
    pub const NEW_LENGTH: usize = 20;

    /// The secret of these bytes; none if they are fewer than 128 bit.
    pub fn new(bytes: Vec<u8>) -> Option<Self> {
        let bytes = Zeroizing::new(bytes);
        (bytes.len() >= 16).then_some(Self(bytes))
    }

    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// Base32 without padding (RFC 4648, section 6), as authenticator apps take it.
    pub fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(data_encoding::BASE32_NOPAD.encode(&self.0))
    }
}

/// So many digits an authenticator may show (RFC 4226, section 5.3).
pub const LENGTHS: [u8; 2] = [6, 8];

/// A code as a person typed it: exactly as many ASCII digits as some authenticator shows.
pub struct OneTimeCode(Zeroizing<String>);

impl OneTimeCode {
    /// Errors: anything but exactly 6 or exactly 8 ASCII digits.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let length = LENGTHS.iter().any(|length| text.len() == usize::from(*length));
        if length && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(Zeroizing::new(text.to_owned())))
        } else {
            Err(FieldError::new("code", "invalid_code", "A code has exactly 6 or exactly 8 digits."))
        }
    }

    pub fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// The number of periods since 1970 (RFC 6238, section 4.2, `T`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeStep(pub i64);

impl TimeStep {
    pub fn at(now: Timestamp, parameters: Parameters) -> Self {
        Self(now.timestamp().div_euclid(i64::from(parameters.period_seconds)))
    }
}

/// The newest step within `skew_steps` of `now` whose code this is. Every step of the window is computed and
/// compared in constant time, so the answer's time does not tell which one matched.
pub fn matching_step(
    secret: &TotpSecret,
    parameters: Parameters,
    code: &OneTimeCode,
    now: Timestamp,
    skew_steps: i64,
) -> Option<TimeStep> {
    let current = TimeStep::at(now, parameters).0;
    (current - skew_steps..=current + skew_steps)
        .filter(|step| code_equals(secret, parameters, code, *step))
        .max()
        .map(TimeStep)
}

/// By how many seconds the device is off whose code this is, negative when it is behind; none if the code
/// belongs to no step within ten minutes. Only for a secret that its user is just being shown: for any
/// other it would tell an attacker about codes.
pub fn clock_skew(
    secret: &TotpSecret,
    parameters: Parameters,
    code: &OneTimeCode,
    now: Timestamp,
) -> Option<i64> {
    let current = TimeStep::at(now, parameters).0;
    let period = i64::from(parameters.period_seconds);
    let reach = CLOCK_SKEW_SEARCHED / period;
    (-reach..=reach)
        .filter(|offset| code_equals(secret, parameters, code, current + offset))
        .min_by_key(|offset| offset.abs())
        .map(|offset| offset * period)
}

fn code_equals(secret: &TotpSecret, parameters: Parameters, code: &OneTimeCode, step: i64) -> bool {
    let expected = Zeroizing::new(code_at(secret, parameters, step));
    bool::from(expected.as_bytes().ct_eq(code.expose()))
}

fn code_at(secret: &TotpSecret, parameters: Parameters, step: i64) -> String {
    let period = u64::from(parameters.period_seconds);
    let digits = u32::from(parameters.digits);
    let time = u64::try_from(step).unwrap_or(0) * period;
    match parameters.algorithm {
        Algorithm::Sha1 => totp_custom::<Sha1>(period, digits, secret.expose(), time),
        Algorithm::Sha256 => totp_custom::<Sha256>(period, digits, secret.expose(), time),
        Algorithm::Sha512 => totp_custom::<Sha512>(period, digits, secret.expose(), time),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn secret(length: usize) -> TotpSecret {
        TotpSecret::new(b"1234567890".iter().copied().cycle().take(length).collect()).unwrap()
    }

    fn standard_code(seconds: i64) -> OneTimeCode {
        let step = TimeStep::at(at(seconds), Parameters::STANDARD).0;
        OneTimeCode::parse(&code_at(&secret(20), Parameters::STANDARD, step)).unwrap()
    }

    /// RFC 6238, appendix B.
    #[test]
    fn rfc_6238_vectors() {
        let vectors = [
            (59, "94287082", "46119246", "90693936"),
            (1_111_111_109, "07081804", "68084774", "25091201"),
            (1_111_111_111, "14050471", "67062674", "99943326"),
            (1_234_567_890, "89005924", "91819424", "93441116"),
            (2_000_000_000, "69279037", "90698825", "38618901"),
            (20_000_000_000, "65353130", "77737706", "47863826"),
        ];
        for (time, sha1, sha256, sha512) in vectors {
            for (algorithm, length, expected) in [
                (Algorithm::Sha1, 20, sha1),
                (Algorithm::Sha256, 32, sha256),
                (Algorithm::Sha512, 64, sha512),
            ] {
                let parameters = Parameters { algorithm, digits: 8, period_seconds: 30 };
                let code = OneTimeCode::parse(expected).unwrap();
                let step = matching_step(&secret(length), parameters, &code, at(time), 0);
                assert_eq!(step, Some(TimeStep(time / 30)), "{} at {time}", algorithm.name());
            }
        }
    }

    #[test]
    fn l3_the_window_is_one_step_each_way() {
        let now = 1_800_000_015;
        for (offset, accepted) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            let matched =
                matching_step(&secret(20), Parameters::STANDARD, &standard_code(now + offset), at(now), 1);
            assert_eq!(matched.is_some(), accepted, "offset {offset}");
        }
    }

    #[test]
    fn e7_the_skew_is_found_within_ten_minutes() {
        let now = 1_800_000_015;
        for (offset, skew) in [(-180, Some(-180)), (600, Some(600)), (-600, Some(-600)), (660, None)] {
            let found = clock_skew(&secret(20), Parameters::STANDARD, &standard_code(now + offset), at(now));
            assert_eq!(found, skew, "offset {offset}");
        }
    }

    #[test]
    fn a_code_is_exactly_its_digits() {
        for wrong in ["", "12345", "1234567", "123456789", " 12345", "12 456", "12345a", "١٢٣٤٥٦", "12345\0"]
        {
            assert!(OneTimeCode::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(TotpSecret::new(vec![7; 15]).is_none());
        assert!(TotpSecret::new(Vec::new()).is_none());
    }
}
