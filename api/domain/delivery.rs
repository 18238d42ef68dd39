//! Delivery of mail: how often it is tried, and for how long.

use chrono::TimeDelta;

use super::{Timestamp, names::names};

/// So long a worker may take for one try; after that another one takes the mail over.
pub const LEASE: TimeDelta = TimeDelta::minutes(3);
/// So long finished mail is remembered, without its codes and links.
pub const KEPT: TimeDelta = TimeDelta::days(3);

const FIRST_PAUSE_SECONDS: i64 = 15;
const LONGEST_PAUSE_SECONDS: i64 = 3600;

/// So many mails of one kind somebody gets at most within a time.
const LIMITS: [(usize, TimeDelta); 2] = [(3, TimeDelta::minutes(15)), (10, LONGEST_COUNTED)];
/// So far back mails are counted.
pub const LONGEST_COUNTED: TimeDelta = TimeDelta::days(1);

/// When somebody may get one more mail of a kind of which they got these, the last first; none: now.
pub fn next_allowed(sent: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    let free_at = |(most, within): (usize, TimeDelta)| Some(*sent.get(most - 1)? + within);
    LIMITS.into_iter().filter_map(free_at).max().filter(|at| *at > now)
}

names! {
    /// How a mail ended: taken by the server, by none in its time, refused for ever, or never to be sent.
    Outcome {
        Sent = "sent",
        Expired = "expired",
        Refused = "refused",
        Withheld = "withheld",
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
    fn three_in_a_quarter_of_an_hour_and_ten_a_day() {
        let now = Timestamp::default();
        let sent = |minutes: &[i64]| {
            let sent: Vec<_> = minutes.iter().map(|ago| now - TimeDelta::minutes(*ago)).collect();
            next_allowed(&sent, now).map(|at| (at - now).num_minutes())
        };
        assert_eq!(sent(&[]), None);
        assert_eq!(sent(&[0, 1]), None);
        assert_eq!(sent(&[0, 1, 2]), Some(13));
        assert_eq!(sent(&[0, 1, 15]), None);
        assert_eq!(sent(&[20, 40, 60, 80, 100, 120, 140, 160, 180, 200]), Some(24 * 60 - 200));
    }

    #[test]
    fn pauses_grow_to_an_hour() {
        let seconds = |attempts, jitter| pause_after(attempts, jitter).num_seconds();
        assert_eq!([1, 2, 3].map(|attempts| seconds(attempts, 0)), [15, 30, 60]);
        assert_eq!([20, i32::MAX].map(|attempts| seconds(attempts, 0)), [3600; 2]);
        assert_eq!((seconds(1, u8::MAX), seconds(99, u8::MAX)), (18, 4500));
    }
}
