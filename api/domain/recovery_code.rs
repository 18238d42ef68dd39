//! Recovery codes: in sets, each good once in place of any other method. Other systems' look different.

use data_encoding::{BASE64_NOPAD, HEXLOWER_PERMISSIVE};
use zeroize::Zeroizing;

use super::rejection::FieldError;
pub use super::spoken_code::RecoveryCode;

/// When so many or fewer are left, the user is offered a fresh set.
pub const FEW_LEFT: i64 = 3;

/// So many characters another system's code has at least, and at most, without what only separates them.
const FOREIGN_LENGTHS: std::ops::RangeInclusive<usize> = 8..=64;

/// A code that somebody typed: one of ours, or whatever another system has given them. Wiped when dropped.
pub struct TypedRecoveryCode {
    ours: Option<RecoveryCode>,
    typed: Zeroizing<String>,
}

impl TypedRecoveryCode {
    /// Errors: neither of our form nor 8 to 64 letters and digits.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let ours = RecoveryCode::parse(text).ok();
        if ours.is_none() && foreign(text).is_none() {
            return Err(Self::malformed());
        }
        Ok(Self { ours, typed: Zeroizing::new(text.trim().to_owned()) })
    }

    /// What somebody is told who has codes of our form alone.
    pub fn malformed() -> FieldError {
        FieldError::new("code", "invalid_code", "A recovery code has 6 groups of four characters.")
    }

    pub fn ours(&self) -> Option<&RecoveryCode> {
        self.ours.as_ref()
    }

    /// What it is: one of ours however it was typed, and another system's as it was.
    pub fn expose(&self) -> &[u8] {
        self.ours.as_ref().map_or(self.typed.as_bytes(), |code| code.expose())
    }

    /// Without what separates, in lower case.
    pub fn canonical(&self) -> Zeroizing<String> {
        canonical(&self.typed)
    }

    /// What another system may have hashed: as it was typed, with and without what separates, in either case.
    pub fn spellings(&self) -> Vec<Zeroizing<String>> {
        let bare = Zeroizing::new(self.typed.replace(SEPARATORS, ""));
        let mut spellings = Vec::with_capacity(6);
        for text in [&self.typed, &bare] {
            for text in [text.to_string(), text.to_lowercase(), text.to_uppercase()] {
                let text = Zeroizing::new(text);
                if !spellings.contains(&text) {
                    spellings.push(text);
                }
            }
        }
        spellings
    }
}

/// A code that another system has made, as it is imported. Wiped when dropped.
pub enum ImportedRecoveryCode {
    Ours(RecoveryCode),
    /// In its canonical form.
    Text(Zeroizing<String>),
    /// SHA-256 of its text.
    Sha256([u8; 32]),
    /// The digest that another installation made of it.
    Elsewhere {
        digest: [u8; 32],
        guessable: bool,
    },
}

impl ImportedRecoveryCode {
    /// Of a plain code. Errors: fewer than 8 or more than 64 letters and digits, or others between them.
    pub fn plain(field: &str, text: &str) -> Result<Self, FieldError> {
        if let Ok(code) = RecoveryCode::parse(text) {
            return Ok(Self::Ours(code));
        }
        let message = "A recovery code has 8 to 64 letters and digits, with spaces and hyphens between them.";
        foreign(text).map(Self::Text).ok_or_else(|| FieldError::new(field, "invalid_code", message))
    }

    /// Of a hash in hexadecimal digits or base64, with or without padding. Errors: not of 256 bit.
    pub fn sha256(field: &str, text: &str) -> Result<Self, FieldError> {
        let text = text.trim();
        let decoded = HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok().filter(|bytes| bytes.len() == 32);
        let decoded = decoded.or_else(|| BASE64_NOPAD.decode(text.trim_end_matches('=').as_bytes()).ok());
        let hash = decoded.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        let message = "SHA-256 has 64 hexadecimal digits, or 43 characters of base64.";
        hash.map(Self::Sha256).ok_or_else(|| FieldError::new(field, "invalid_hash", message))
    }

    /// Whether tries at it have to be charged.
    pub fn is_guessable(&self) -> bool {
        match self {
            Self::Ours(_) => false,
            Self::Text(_) | Self::Sha256(_) => true,
            Self::Elsewhere { guessable, .. } => *guessable,
        }
    }
}

const SEPARATORS: [char; 2] = [' ', '-'];

fn canonical(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.trim().replace(SEPARATORS, "").to_lowercase())
}

fn foreign(text: &str) -> Option<Zeroizing<String>> {
    let text = canonical(text);
    let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (plain && FOREIGN_LENGTHS.contains(&text.len())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_another_system_is_letters_and_digits() {
        for right in ["12345678", "abcd-efgh", " W7H2 9KQX ", "AB12CD34EF56GH78IJ90KLU2"] {
            assert!(TypedRecoveryCode::parse(right).is_ok(), "{right:?}");
            assert!(ImportedRecoveryCode::plain("code", right).is_ok(), "{right:?}");
        }
        for wrong in ["", "1234567", "abcd-efg", "abcd_efgh", "abcdéfgh", "ABCDEFGH\0", &"a".repeat(65)] {
            assert!(TypedRecoveryCode::parse(wrong).is_err(), "{wrong:?}");
            assert!(ImportedRecoveryCode::plain("code", wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_code_of_our_form_is_ours() {
        let shown = RecoveryCode::new([7; 15]).reveal();
        assert!(TypedRecoveryCode::parse(&shown.to_lowercase()).unwrap().ours().is_some());
        assert!(!ImportedRecoveryCode::plain("code", &shown).unwrap().is_guessable());
        assert!(ImportedRecoveryCode::plain("code", "12345678").unwrap().is_guessable());
    }

    #[test]
    fn spellings_are_told_apart_once() {
        let spellings = |text: &str| {
            let typed = TypedRecoveryCode::parse(text).unwrap();
            typed.spellings().iter().map(|text| text.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(spellings("1234 5678"), ["1234 5678", "12345678"]);
        assert_eq!(
            spellings("Ab-123456"),
            ["Ab-123456", "ab-123456", "AB-123456", "Ab123456", "ab123456", "AB123456"]
        );
    }

    #[test]
    fn a_typed_code_has_one_canonical_form() {
        let canonical = |text: &str| TypedRecoveryCode::parse(text).unwrap().canonical().to_string();
        assert_eq!([" ABCD-efgh 12 ", "abcdEFGH12"].map(canonical), ["abcdefgh12"; 2]);
    }

    /// SHA-256 of `abc` (FIPS 180-2, appendix B.1).
    #[test]
    fn a_hash_is_read_in_hexadecimal_digits_or_base64() {
        let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let base64 = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0";
        for text in [hex, &hex.to_uppercase(), base64, &format!(" {base64}= ")] {
            let code = ImportedRecoveryCode::sha256("codes", text).unwrap();
            assert!(
                matches!(&code, ImportedRecoveryCode::Sha256(hash) if HEXLOWER_PERMISSIVE.encode(hash) == hex)
            );
            assert!(code.is_guessable());
        }
        for wrong in ["", &hex[2..], &format!("{hex}00"), &base64[1..], "no hash"] {
            assert!(ImportedRecoveryCode::sha256("codes", wrong).is_err(), "{wrong:?}");
        }
    }
}
