//! Requests that may be sent again: their keys, and how long what was answered is known.

use chrono::TimeDelta;

use super::rejection::FieldError;

/// So long an answer is known.
pub const KEPT: TimeDelta = TimeDelta::hours(24);

/// By which a client calls a request that it may send again: 1 to 200 visible ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The header that carries it.
    pub const HEADER: &str = "Idempotency-Key";

    /// Errors: empty, over 200 characters, or others than visible ASCII.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        if (1..=200).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(FieldError::new(Self::HEADER, "invalid", "1 to 200 visible ASCII characters."))
        }
    }

    /// The key of one part of a request that has several.
    #[must_use]
    pub fn of_part(&self, index: usize) -> Self {
        // No key that a client may send has a space.
        Self(format!("{} {index}", self.0))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_visible_ascii() {
        for right in ["a", "8e03978e-40d5-43e8-bc93-6894a57f9324", &"x".repeat(200)] {
            assert!(IdempotencyKey::parse(right).is_ok(), "{right}");
        }
        for wrong in ["", " ", "a b", "ä", "a\n", &"x".repeat(201)] {
            assert!(IdempotencyKey::parse(wrong).is_err(), "{wrong:?}");
        }
        let key = IdempotencyKey::parse("a").unwrap();
        assert_eq!(key.as_str(), "a");
        assert_ne!(key.of_part(1), key.of_part(2));
        assert!(IdempotencyKey::parse(key.of_part(1).as_str()).is_err(), "nobody sends the key of a part");
    }
}
