//! Branding: how an organization shows itself where its users sign in, and in what is mailed to them.

use serde::Serialize;
use url::Url;

use super::{
    Timestamp,
    accent::Accent,
    rejection::FieldError,
    user::{EmailAddress, visible_text},
};

const LONGEST_CONTACT: usize = 500;
const LONGEST_NOTE: usize = 120;

/// What an organization says of itself in words and colours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Branding {
    pub accent: Option<Accent>,
    pub support: Option<Support>,
}

/// Whom people ask for help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Support {
    pub contact: SupportContact,
    /// What to know before, such as opening hours: at most 120 characters.
    pub note: Option<String>,
}

impl Support {
    /// Errors: a contact or a note that is not valid.
    pub fn parse(contact: &str, note: Option<&str>) -> Result<Self, FieldError> {
        let note = note.map(|note| visible_text("support.note", note, LONGEST_NOTE)).transpose()?;
        Ok(Self { contact: SupportContact::parse(contact)?, note })
    }
}

/// Where people ask: an address, or a page of `https`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupportContact {
    Email(EmailAddress),
    Page(Url),
}

impl SupportContact {
    /// Errors: neither of them, over 500 characters, or a page whose address holds a user name or a password.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let wrong = || {
            let message = "This is neither an email address nor a page, such as https://help.example.org.";
            FieldError::new("support.contact", "invalid_contact", message)
        };
        let text = text.trim();
        if let Ok(email) = EmailAddress::parse(text) {
            return Ok(Self::Email(email));
        }
        let page = Url::parse(text).ok().filter(|page| {
            let is_bare = page.username().is_empty() && page.password().is_none();
            page.scheme() == "https" && page.has_host() && is_bare && page.as_str().len() <= LONGEST_CONTACT
        });
        page.map(Self::Page).ok_or_else(wrong)
    }

    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(email) => email.as_str(),
            Self::Page(page) => page.as_str(),
        }
    }
}

impl Serialize for SupportContact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The logo as it is told of: by the SHA-256 of its file in lower-case hexadecimal, and its size in pixels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogoMark {
    pub digest: String,
    pub width: u16,
    pub height: u16,
}

impl LogoMark {
    /// Width and height in pixels as it is shown where there is that much room, never larger than it is.
    pub fn fitted(&self, room: (u16, u16)) -> (u16, u16) {
        let [width, height] = [self.width, self.height].map(|side| u32::from(side.max(1)));
        let (most_width, most_height) = (u32::from(room.0).min(width), u32::from(room.1).min(height));
        let (width, height) = if most_width * height <= most_height * width {
            (most_width, (height * most_width / width).max(1))
        } else {
            ((width * most_height / height).max(1), most_height)
        };
        // Neither is larger than it was.
        [width, height].map(|side| u16::try_from(side).unwrap_or(u16::MAX)).into()
    }
}

/// The branding in force, with its place in the history of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredBranding {
    pub branding: Branding,
    pub logo: Option<LogoMark>,
    /// 0 before the first change.
    pub version: i64,
    pub updated_at: Option<Timestamp>,
}

impl StoredBranding {
    /// Whether the organization wants to be known by anything.
    pub fn shows_anything(&self) -> bool {
        self.branding != Branding::default() || self.logo.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_keeps_its_shape_in_the_room_that_there_is() {
        let fitted = |width, height| LogoMark { digest: String::new(), width, height }.fitted((160, 40));
        assert_eq!(fitted(320, 80), (160, 40));
        assert_eq!(fitted(512, 64), (160, 20));
        assert_eq!(fitted(100, 400), (10, 40));
        assert_eq!(fitted(30, 20), (30, 20));
        assert_eq!(fitted(512, 1), (160, 1));
        assert_eq!(fitted(1, 512), (1, 40));
    }

    #[test]
    fn help_is_at_an_address_or_a_page() {
        let parse = |text: &str| SupportContact::parse(text).map(|contact| contact.as_str().to_owned());
        assert_eq!(parse(" Help@Example.org ").unwrap(), "help@example.org");
        assert_eq!(parse("https://help.example.org").unwrap(), "https://help.example.org/");
        assert!(matches!(
            SupportContact::parse("https://help.example.org/2fa?a=b#c"),
            Ok(SupportContact::Page(_))
        ));
        for wrong in [
            "",
            "help",
            "http://help.example.org",
            "javascript:alert(1)",
            "https://ada@help.example.org",
            "https://:secret@help.example.org",
            "mailto:help@example.org",
            &format!("https://help.example.org/{}", "x".repeat(500)),
        ] {
            assert_eq!(parse(wrong).unwrap_err().field, "support.contact", "{wrong}");
        }
    }

    #[test]
    fn a_note_is_one_short_line() {
        let parse = |note| Support::parse("help@example.org", note).map(|support| support.note);
        assert_eq!(parse(Some(" Mon to Fri ")).unwrap().as_deref(), Some("Mon to Fri"));
        assert_eq!(parse(None).unwrap(), None);
        for wrong in ["", "a\nb", "\u{202e}a", &"x".repeat(121)] {
            assert_eq!(parse(Some(wrong)).unwrap_err().field, "support.note", "{wrong:?}");
        }
    }

    #[test]
    fn an_organization_that_says_nothing_shows_nothing() {
        let nothing = StoredBranding::default();
        assert!(!nothing.shows_anything());
        let accent = Some(Accent::parse("#3c58b3").unwrap());
        assert!(
            StoredBranding { branding: Branding { accent, support: None }, ..nothing.clone() }
                .shows_anything()
        );
        let logo = Some(LogoMark { digest: String::new(), width: 1, height: 1 });
        assert!(StoredBranding { logo, ..nothing }.shows_anything());
    }
}
