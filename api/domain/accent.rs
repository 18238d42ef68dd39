//! Accent colours: what an organization's buttons, links and marks are painted in.

use serde::Serialize;

use super::rejection::FieldError;

/// A colour of sRGB, as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    channels: [u8; 3],
}

impl Accent {
    /// Errors: anything but `#` and six hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let channels = digits.and_then(|digits| {
            let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok()?;
            bytes.try_into().ok()
        });
        let wrong = || FieldError::new("accent", "invalid_colour", "This is no colour, such as #3c58b3.");
        channels.map(|channels| Self { channels }).ok_or_else(wrong)
    }

    /// In lower case.
    pub fn hex(self) -> String {
        format!("#{}", data_encoding::HEXLOWER.encode(&self.channels))
    }
}

impl Serialize for Accent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.hex())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_six_digits() {
        assert_eq!(Accent::parse("#3C58b3").unwrap().hex(), "#3c58b3");
        for wrong in [
            "", "#", "3c58b3", "#3c58b", "#3c58b3f", "#3c58bg", "#fff", "blue", "#3c58b3;", " #3c58b3",
            "#éàè",
        ] {
            assert!(Accent::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
