//! Time-based one-time passwords (RFC 6238) over the `totp-lite` crate.

use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
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

/// The longest secret that is imported, in bytes.
const LONGEST: usize = 128;

static LENIENT_BASE32: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    specification.translate.from.push_str("abcdefghijklmnopqrstuvwxyz");
    specification.translate.to.push_str("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    specification.ignore.push_str(" -=");
    specification.check_trailing_bits = false;
    specification.encoding().expect("base32 is a valid specification")
});

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

    /// Those of another system's authenticator. Errors: digits other than 6 or 8, a period under 15 or over 60 seconds.
    pub fn import(algorithm: Algorithm, digits: u64, period_seconds: u64) -> Result<Self, FieldError> {
        let known = u8::try_from(digits).ok().filter(|digits| LENGTHS.contains(digits));
        let digits =
            known.ok_or_else(|| FieldError::new("digits", "unsupported", "Codes have 6 or 8 digits."))?;
        let known = u16::try_from(period_seconds).ok().filter(|period| PERIODS.contains(period));
        let message = "A code is shown for 15 to 60 seconds.";
        let period_seconds = known.ok_or_else(|| FieldError::new("periodSeconds", "unsupported", message))?;
        Ok(Self { algorithm, digits, period_seconds })
    }
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

    /// The secret of another system, in base32 of either case, with or without padding, spaces and hyphens. Errors: not
    /// that, fewer than 128 bit, or over 1024.
    pub fn import(field: &str, text: &str) -> Result<Self, FieldError> {
        let message = "A secret is text in base32 (RFC 4648).";
        let bytes = LENIENT_BASE32.decode(text.trim().as_bytes()).map(Zeroizing::new);
        let bytes = bytes.map_err(|_| FieldError::new(field, "invalid_secret", message))?;
        Self::import_bytes(field, bytes)
    }

    /// The same of its bytes.
    pub fn import_bytes(field: &str, bytes: Zeroizing<Vec<u8>>) -> Result<Self, FieldError> {
        if bytes.len() > LONGEST {
            return Err(FieldError::new(field, "invalid_secret", format!("At most {LONGEST} bytes.")));
        }
        let message = "A secret has at least 128 bit; this one could be guessed, so the user enrolls anew.";
        Self::new(bytes.to_vec()).ok_or_else(|| FieldError::new(field, "weak_secret", message))
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

/// For so many seconds an authenticator may show a code.
const PERIODS: std::ops::RangeInclusive<u16> = 15..=60;

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
    fn an_imported_secret_is_forgiving_about_its_spelling() {
        let plain = TotpSecret::import("secret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").unwrap();
        for text in ["gezd gnbv gy3t qojq gezd gnbv gy3t qojq", " GEZDGNBV-GY3TQOJQ-GEZDGNBVGY3TQOJQ== "] {
            assert_eq!(TotpSecret::import("secret", text).unwrap().expose(), plain.expose(), "{text:?}");
        }
        let refused = |text: &str| TotpSecret::import("secret", text).err().map(|error| error.code);
        assert_eq!(refused("GEZDGNBVGY3TQOJQ"), Some("weak_secret"));
        assert_eq!(refused("01189998819991197253"), Some("invalid_secret"));
        assert_eq!(refused(&"A".repeat(400)), Some("invalid_secret"));
    }

    #[test]
    fn other_systems_count_in_other_periods() {
        let period = |seconds| Parameters::import(Algorithm::Sha1, 6, seconds).is_ok();
        assert_eq!([14, 15, 30, 60, 61, 65_566].map(period), [false, true, true, true, false, false]);
        let digits = |digits| Parameters::import(Algorithm::Sha1, digits, 30).is_ok();
        assert_eq!([5, 6, 7, 8, 262].map(digits), [false, true, false, true, false]);
        let parameters = Parameters::import(Algorithm::Sha1, 6, 60).unwrap();
        let (shown, now) = (code_at(&secret(20), parameters, 30_000_000), 1_800_000_000_i64);
        let code = OneTimeCode::parse(&shown).unwrap();
        let accepted = |offset| matching_step(&secret(20), parameters, &code, at(now + offset), 1).is_some();
        assert_eq!([-61, -60, 0, 119, 120].map(accepted), [false, true, true, true, false]);
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(TotpSecret::new(vec![7; 15]).is_none());
        assert!(TotpSecret::new(Vec::new()).is_none());
    }

    /// RFC 4226, appendix D: the counter stands for the time step.
    #[test]
    fn rfc_4226_vectors() {
        let vectors = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
            "520489",
        ];
        for (step, expected) in (1..).zip(&vectors[1..]) {
            let code = OneTimeCode::parse(expected).unwrap();
            let found = matching_step(&secret(20), Parameters::STANDARD, &code, at(30 * step), 0);
            assert_eq!(found, Some(TimeStep(step)), "{expected}");
        }
    }

    #[test]
    fn an_imported_secret_has_its_longest_length() {
        let import = |length| {
            let bytes = Zeroizing::new(vec![7; length]);
            TotpSecret::import_bytes("secret", bytes)
                .map(|secret| secret.expose().len())
                .map_err(|error| error.code)
        };
        let expected = [Err("weak_secret"), Ok(16), Ok(128), Err("invalid_secret")];
        assert_eq!([15, 16, 128, 129].map(import), expected);
    }

    /// RFC 4648, section 10.
    #[test]
    fn a_secret_is_shown_in_base32() {
        let secret = TotpSecret::new(b"foobarfoobarfoobar".to_vec()).unwrap();
        assert_eq!(*secret.base32(), "MZXW6YTBOJTG633CMFZGM33PMJQXE");
        assert_eq!(TotpSecret::import("secret", &secret.base32()).unwrap().expose(), b"foobarfoobarfoobar");
    }

    #[test]
    fn steps_are_counted_from_1970() {
        let step = |seconds| TimeStep::at(at(seconds), Parameters::STANDARD).0;
        assert_eq!([-1, 0, 29, 30, 1_800_000_000].map(step), [-1, 0, 0, 1, 60_000_000]);
    }
}
