//! Organizations: their names and the short names in addresses.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::rejection::FieldError;

/// The name that people read, 1 to 100 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationName(String);

impl OrganizationName {
    /// Errors: empty after trimming, over 100 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        super::user::visible_text("name", text, 100).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The short name in addresses: ASCII letters, without the marks that they may have, digits and single hyphens, at most
    /// 40 characters. A name without any such character gives `organization`.
    pub fn slug(&self) -> String {
        let unmarked: String = self.0.nfkd().filter(|c| !is_combining_mark(*c)).collect();
        let words: Vec<String> = unmarked
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        let slug: String = words.join("-").chars().take(40).collect();
        match slug.trim_end_matches('-') {
            "" => "organization".to_owned(),
            slug => slug.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slug_keeps_letters_and_digits() {
        let slug = |name| OrganizationName::parse(name).unwrap().slug();
        assert_eq!(slug("Night & Day, Ltd. 2"), "night-day-ltd-2");
        assert_eq!(slug("Ärzte für Ｅuropa"), "arzte-fur-europa");
        assert_eq!(slug("夜"), "organization");
    }

    #[test]
    fn a_long_name_gives_a_short_slug() {
        let slug = |name: &str| OrganizationName::parse(name).unwrap().slug();
        assert_eq!(slug(&"x".repeat(50)), "x".repeat(40));
        assert_eq!(slug(&format!("{} and more", "x".repeat(39))), "x".repeat(39), "no hyphen at its end");
        assert_eq!(slug("--A  b--"), "a-b");
    }

    #[test]
    fn a_name_is_short_and_visible() {
        assert_eq!(OrganizationName::parse(" Night & Day ").unwrap().as_str(), "Night & Day");
        for wrong in ["", " ", "a\nb", &"x".repeat(101)] {
            assert!(OrganizationName::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
