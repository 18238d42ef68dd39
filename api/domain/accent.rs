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

    /// What is written on it: black or white, whichever stands out more (WCAG 2.2, 1.4.3), and that is by 4.5 to 1 at least.
    pub fn ink(self) -> &'static str {
        // Where both stand out alike: (1.05 / (l + 0.05)) = ((l + 0.05) / 0.05).
        if self.luminance() + 0.05 > (1.05_f64 * 0.05).sqrt() { "#000000" } else { "#ffffff" }
    }

    /// Relative luminance, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.channels.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
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

    /// The same as of the pages, in `frontend/src/lib/accent.test.ts`.
    #[test]
    fn what_is_written_on_it_can_be_read() {
        let ink = |text| Accent::parse(text).unwrap().ink();
        for light in ["#ffff00", "#ffffff", "#ff0000", "#808080", "#ffd479"] {
            assert_eq!(ink(light), "#000000", "{light}");
        }
        for dark in ["#000000", "#3c58b3", "#0000ff", "#696900"] {
            assert_eq!(ink(dark), "#ffffff", "{dark}");
        }
    }

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
