//! Passes: codes that an administrator reads out to somebody whose identity they have checked, good once and for
//! enrolling alone.

use chrono::TimeDelta;

pub use super::spoken_code::PassCode;
use super::{Timestamp, names::names, rejection::FieldError, user::visible_text};

/// A reset code is good for so long.
pub const RESET_CODE_LIFETIME: TimeDelta = TimeDelta::hours(24);
/// A temporary pass is good for so long where nobody says otherwise, in minutes.
pub const USUAL_MINUTES: u16 = 60;
/// The least that a temporary pass may be good for, in minutes.
pub const FEWEST_MINUTES: u16 = 10;
/// The most that a policy may allow, in minutes.
pub const MOST_MINUTES: u16 = 1_440;

names! {
    /// Why a pass was issued.
    PassKind {
        Reset = "reset",
        Temporary = "temporary",
    }
}

names! {
    /// How an administrator made sure who it is that asks.
    IdentityCheck {
        Call = "call",
        Video = "video",
        InPerson = "inPerson",
        Other = "other",
    }
}

/// Why an administrator does something to somebody, for the audit log: 1 to 500 characters.
#[derive(Clone, Debug)]
pub struct Reason(String);

impl Reason {
    /// Errors: empty after trimming, too long, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("reason", text, 500).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The number of a ticket elsewhere, 1 to 100 characters.
#[derive(Clone, Debug)]
pub struct Ticket(String);

impl Ticket {
    /// Errors: empty after trimming, too long, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("ticket", text, 100).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A pass that was not used yet.
#[derive(Clone, Copy, Debug)]
pub struct OpenPass {
    pub kind: PassKind,
    pub expires_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_and_tickets_are_visible_text_of_a_length() {
        assert_eq!(Reason::parse(" Lost phone ").unwrap().as_str(), "Lost phone");
        assert_eq!(Ticket::parse(" IT-7 ").unwrap().as_str(), "IT-7");
        for (length, reason, ticket) in
            [(0, false, false), (100, true, true), (101, true, false), (501, false, false)]
        {
            let text = "x".repeat(length);
            assert_eq!(
                (Reason::parse(&text).is_ok(), Ticket::parse(&text).is_ok()),
                (reason, ticket),
                "{length}"
            );
        }
    }
}
