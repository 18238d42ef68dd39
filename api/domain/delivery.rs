//! Delivery of mail: how often it is tried, and for how long.

use chrono::TimeDelta;

use super::names::names;

/// So long a worker may take for one try; after that another one takes the mail over.
pub const LEASE: TimeDelta = TimeDelta::minutes(3);
/// So long finished mail is remembered, without its codes and links.
pub const KEPT: TimeDelta = TimeDelta::days(3);

const FIRST_PAUSE_SECONDS: i64 = 15;
const LONGEST_PAUSE_SECONDS: i64 = 3600;

names! {
    /// How a mail ended: taken by the server, by none in its time, or refused for ever.
    Outcome {
        Sent = "sent",
        Expired = "expired",
        Refused = "refused",
    }
}

/// The pause after that many tries, the first one being 1: twice as long each time, and up to a quarter longer by `jitter`, so
/// that many mails do not come back at once.
pub fn pause_after(attempts: i32, jitter: u8) -> TimeDelta {
    let doubled = FIRST_PAUSE_SECONDS << u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(10);
    let seconds = doubled.min(LONGEST_PAUSE_SECONDS);
    TimeDelta::seconds(seconds + seconds * i64::from(jitter) / (4 * i64::from(u8::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_an_hour() {
        let seconds = |attempts, jitter| pause_after(attempts, jitter).num_seconds();
        assert_eq!([1, 2, 3].map(|attempts| seconds(attempts, 0)), [15, 30, 60]);
        assert_eq!([20, i32::MAX].map(|attempts| seconds(attempts, 0)), [3600; 2]);
        assert_eq!((seconds(1, u8::MAX), seconds(99, u8::MAX)), (18, 4500));
    }
}
