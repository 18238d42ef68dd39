//! Codes that people write down or read out: random bits in Crockford base32, in groups of four.

use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
use zeroize::Zeroizing;

use super::rejection::FieldError;

/// Crockford's base32: no I, L, O, U; reading takes either case, spaces, hyphens and the look-alikes.
static CROCKFORD: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification.ignore.push_str(" -");
    specification.translate.from.push_str("abcdefghjkmnpqrstvwxyzOoiIlL");
    specification.translate.to.push_str("ABCDEFGHJKMNPQRSTVWXYZ001111");
    specification.encoding().expect("Crockford's alphabet is a valid specification")
});

/// Bytes as Crockford base32 in groups of four, `XXXX-XXXX-…`.
pub fn crockford_groups(bytes: &[u8]) -> String {
    let symbols = Zeroizing::new(CROCKFORD.encode(bytes));
    let groups: Vec<&str> =
        (0..symbols.len()).step_by(4).map(|at| &symbols[at..symbols.len().min(at + 4)]).collect();
    groups.join("-")
}

/// A code of so many random bytes. Wiped when dropped.
pub struct SpokenCode<const BYTES: usize>(Zeroizing<[u8; BYTES]>);

/// A recovery code: 120 bit, six groups of four.
pub type RecoveryCode = SpokenCode<15>;

/// A code that an administrator reads out, after a reset or as a temporary pass: 80 bit, four groups of four.
pub type PassCode = SpokenCode<10>;

impl<const BYTES: usize> SpokenCode<BYTES> {
    pub fn new(random: [u8; BYTES]) -> Self {
        Self(Zeroizing::new(random))
    }

    /// Forgives case, spaces, hyphens and O/0, I/L/1. Errors: not as many symbols of the alphabet as it takes.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let bytes = CROCKFORD.decode(text.trim().as_bytes()).ok().map(Zeroizing::new);
        let bytes = bytes.and_then(|bytes| <[u8; BYTES]>::try_from(bytes.as_slice()).ok());
        bytes.map(Self::new).ok_or_else(|| {
            let groups = BYTES * 8 / 5 / 4;
            FieldError::new(
                "code",
                "invalid_code",
                format!("This code has {groups} groups of four characters."),
            )
        })
    }

    /// As people read it: groups of four.
    pub fn reveal(&self) -> String {
        crockford_groups(&self.0[..])
    }

    pub fn expose(&self) -> &[u8] {
        &self.0[..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_is_forgiving() {
        let code = RecoveryCode::new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 255]);
        let shown = code.reveal();
        assert_eq!(shown.len(), 29);
        let sloppy = shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(RecoveryCode::parse(&sloppy).unwrap().expose(), code.expose());
        assert_eq!(PassCode::new([7; 10]).reveal().len(), 19);
    }

    #[test]
    fn anything_else_is_refused() {
        for wrong in ["", "123456", "ABCD-EFGH", &"U".repeat(24), &"A".repeat(25), "ABCD\0"] {
            assert!(RecoveryCode::parse(wrong).is_err(), "{wrong:?}");
            assert!(PassCode::parse(wrong).is_err(), "{wrong:?}");
        }
        assert!(PassCode::parse(&"A".repeat(24)).is_err(), "a recovery code is no pass");
        let told =
            [RecoveryCode::parse("").err(), PassCode::parse("").err()].map(|error| error.unwrap().message);
        let expected = [6, 4].map(|groups| format!("This code has {groups} groups of four characters."));
        assert_eq!(told, expected);
    }
}
