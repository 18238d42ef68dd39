//! Webhooks as they leave: one signed request for each attempt, and what the receiver says to it.

mod client;

pub use client::WebhookClient;

use chrono::{DateTime, TimeDelta};
use url::Url;

use crate::domain::Timestamp;

/// One attempt of a delivery, with the headers of Standard Webhooks.
#[derive(Clone)]
pub struct Post {
    pub url: Url,
    /// The same however often it is sent.
    pub id: String,
    /// Of this attempt, in Unix seconds.
    pub timestamp: i64,
    /// One for each secret that is valid, with spaces between them.
    pub signatures: String,
    pub body: String,
}

/// What a receiver answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    pub retry_after: Option<RetryAfter>,
}

/// When a receiver wants to be asked again (RFC 9110, section 10.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    In(TimeDelta),
    At(Timestamp),
}

impl RetryAfter {
    fn parse(text: &str) -> Option<Self> {
        if let Ok(seconds) = text.parse::<u32>() {
            return Some(Self::In(TimeDelta::seconds(seconds.into())));
        }
        DateTime::parse_from_rfc2822(text).ok().map(|at| Self::At(at.into()))
    }

    /// For somebody who was told so at that time.
    pub fn after(self, now: Timestamp) -> Timestamp {
        match self {
            Self::In(pause) => now + pause,
            Self::At(at) => at,
        }
    }
}

/// Why there was no answer, for administrators; holds nothing of the URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreached(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receiver_asks_for_time_in_two_ways() {
        assert_eq!(RetryAfter::parse("120"), Some(RetryAfter::In(TimeDelta::seconds(120))));
        let at = RetryAfter::parse("Sun, 06 Nov 1994 08:49:37 GMT").unwrap();
        assert_eq!(at.after(Timestamp::default()).to_rfc3339(), "1994-11-06T08:49:37+00:00");
        for nonsense in ["", "-1", "1.5", "soon", "99999999999"] {
            assert_eq!(RetryAfter::parse(nonsense), None, "{nonsense}");
        }
    }
}
