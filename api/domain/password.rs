//! Passwords: what is read at login and what a new one must be (NIST SP 800-63B-4, section 3.1.1).

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;
use zxcvbn::zxcvbn;

use super::{policy::Policy, rejection::FieldError};

/// Longest password that is read, in bytes after normalization.
const LONGEST: usize = 1024;
/// So many characters are looked at for whether they would be guessed: the estimate takes more time than a hash beyond them.
const ESTIMATED: usize = 100;
/// What so many guesses find is on lists of common passwords, or made of what is.
const FEWEST_GUESSES: u64 = 1_000_000;

/// A password in NFKC, as it goes into the hash, and as it was typed. Wiped when dropped.
pub struct Password {
    normalized: Zeroizing<String>,
    typed: Zeroizing<String>,
}

impl Password {
    /// Any text of at most 1024 bytes. Errors: longer.
    pub fn parse(field: &str, text: &str) -> Result<Self, FieldError> {
        let normalized = Zeroizing::new(text.nfkc().collect::<String>());
        if normalized.len() > LONGEST {
            return Err(FieldError::new(field, "too_long", format!("At most {LONGEST} bytes.")));
        }
        Ok(Self { normalized, typed: Zeroizing::new(text.to_owned()) })
    }

    pub fn expose(&self) -> &str {
        &self.normalized
    }

    /// What other systems hash.
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// A generated password of 100 bits, in five groups of four.
    pub fn generate(random: [u8; 13]) -> Self {
        let groups = Zeroizing::new(super::spoken_code::crockford_groups(&random));
        let normalized = Zeroizing::new(groups[..24].to_owned());
        Self { typed: normalized.clone(), normalized }
    }
}

/// A password that may be set: long enough for the policy, not the account's own address or name, and none that many people
/// have.
pub struct NewPassword(Password);

impl NewPassword {
    /// Errors: fewer than 15 characters (8 where a second factor is required of everybody at once), too long, equal to one of
    /// `known`, words that an attacker would try first, or soon guessed by them and by the passwords that are common.
    pub fn parse(field: &str, text: &str, policy: &Policy, known: &[&str]) -> Result<Self, FieldError> {
        let password = Password::parse(field, text)?;
        let least = policy.shortest_password();
        if password.expose().chars().count() < least {
            return Err(FieldError::new(field, "too_short", format!("At least {least} characters.")));
        }
        let typed = password.expose().to_lowercase();
        if known.iter().any(|word| word.to_lowercase() == typed) {
            return Err(FieldError::new(field, "too_obvious", "Not your own name or address."));
        }
        if is_soon_guessed(password.expose(), known) {
            let message =
                "Many people have this one, or one like it. Take some words that nobody puts together.";
            return Err(FieldError::new(field, "too_common", message));
        }
        Ok(Self(password))
    }

    /// A generated password needs no rule.
    pub fn generated(password: Password) -> Self {
        Self(password)
    }

    pub fn password(&self) -> &Password {
        &self.0
    }
}

fn is_soon_guessed(password: &str, known: &[&str]) -> bool {
    let beginning: Zeroizing<String> = Zeroizing::new(password.chars().take(ESTIMATED).collect());
    let parts = known.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let parts = parts.filter(|part| part.chars().nth(2).is_some());
    let inputs: Vec<&str> = known.iter().copied().chain(parts).collect();
    zxcvbn(&beginning, &inputs).guesses() < FEWEST_GUESSES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Timestamp,
        policy::Mode,
        rollout::{Phase, Target},
    };

    #[test]
    fn length_depends_on_the_policy() {
        let optional = Policy::default();
        let required = Policy { mode: Mode::Required, ..Policy::default() };
        let phases = vec![Phase { target: Target::Everyone, starts_at: Timestamp::default(), grace_days: 0 }];
        let rolled_out = Policy { phases, ..required.clone() };
        assert!(NewPassword::parse("password", "fourteen chars", &rolled_out, &[]).is_err());
        assert!(NewPassword::parse("password", "fourteen chars", &optional, &[]).is_err());
        assert!(NewPassword::parse("password", "fifteen chars !", &optional, &[]).is_ok());
        assert!(NewPassword::parse("password", "8 chars!", &required, &[]).is_ok());
        let words = "these are words that nobody puts together like this, or so they say";
        assert!(NewPassword::parse("password", words, &optional, &[]).is_ok());
        assert!(NewPassword::parse("password", &words.repeat(16), &optional, &[]).is_err());
    }

    #[test]
    fn compatible_spellings_are_one_password() {
        let composed = Password::parse("password", "Zo\u{eb} \u{ff11}").unwrap();
        let decomposed = Password::parse("password", "Zoe\u{308} 1").unwrap();
        assert_eq!(composed.expose(), decomposed.expose());
    }

    #[test]
    fn the_own_address_is_refused() {
        let known = ["ada@lovelace.example"];
        assert!(NewPassword::parse("password", "Ada@Lovelace.example", &Policy::default(), &known).is_err());
    }

    fn refused(text: &str, known: &[&str]) -> Option<&'static str> {
        NewPassword::parse("password", text, &Policy::default(), known).err().map(|error| error.code)
    }

    #[test]
    fn a_password_is_read_up_to_its_longest() {
        let read = |length| Password::parse("password", &"x".repeat(length)).is_ok();
        assert_eq!([0, 1_024, 1_025].map(read), [true, true, false]);
    }

    #[test]
    fn what_other_systems_hash_is_what_was_typed() {
        let password = Password::parse("password", "Zoe\u{308} \u{ff11}").unwrap();
        assert_eq!((password.expose(), password.as_typed()), ("Zo\u{eb} 1", "Zoe\u{308} \u{ff11}"));
    }

    #[test]
    fn a_generated_password_is_five_groups_of_its_random_bytes() {
        let password = Password::generate([0; 13]);
        assert_eq!(password.expose(), "0000-0000-0000-0000-0000");
        assert_eq!(password.as_typed(), password.expose());
        let one = Password::generate([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(one.expose(), "ZW00-0000-0000-0000-0000");
        assert_eq!(NewPassword::generated(one).password().expose(), "ZW00-0000-0000-0000-0000");
    }

    #[test]
    fn what_is_soon_guessed_is_refused() {
        for common in ["passwordpassword", "aaaaaaaaaaaaaaaaaaaa", "qwertyuiopasdfgh"] {
            assert_eq!(refused(common, &[]), Some("too_common"), "{common}");
        }
        assert_eq!(refused("violet anvil sundial mosque", &[]), None);
        assert_eq!(refused("Nightlatch Ltd.", &["nightlatch ltd."]), Some("too_obvious"));
    }

    #[test]
    fn the_parts_of_an_own_name_are_guessed_soon() {
        let (name, password) = ("zyxgrvqjmw-wqkhfbtpdn", "zyxgrvqjmwwqkhfbtpdn");
        assert_eq!(refused(password, &[]), None);
        assert_eq!(refused(password, &[name]), Some("too_common"));
    }

    #[test]
    fn a_very_long_password_is_not_estimated_to_its_end() {
        let beginning = "a".repeat(100);
        assert_eq!(refused(&format!("{beginning} violet anvil sundial mosque"), &[]), Some("too_common"));
    }
}
