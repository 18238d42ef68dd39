//! Throttles: how many failures are allowed, over what time, counted where.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZero,
};

use chrono::TimeDelta;

use super::{Timestamp, names::names};

names! {
    /// The budgets of a user.
    BudgetKind {
        Password = "password",
        SecondFactor = "secondFactor",
        RecognizedPassword = "recognizedPassword",
        RecognizedSecondFactor = "recognizedSecondFactor",
    }
}

/// The rules of one budget.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    pub kind: BudgetKind,
    /// So many failures in a rolling window.
    pub failures: i32,
    pub window: TimeDelta,
    /// So many failures in a row close it until something that cannot be guessed opens it again.
    pub most_consecutive: i32,
    /// A success takes one place for so long, so that a burst of guesses with the right one among them gets no
    /// more verdicts than the budget has left.
    pub success_holds: TimeDelta,
}

/// One pool for all guessable factors on all surfaces, for clients that were never signed in.
pub const SECOND_FACTOR: Budget = Budget {
    kind: BudgetKind::SecondFactor,
    failures: 10,
    window: TimeDelta::hours(24),
    most_consecutive: 100,
    success_holds: TimeDelta::seconds(30),
};

/// The same for browsers in which the user has signed in completely: strangers cannot use it up.
pub const RECOGNIZED_SECOND_FACTOR: Budget =
    Budget { kind: BudgetKind::RecognizedSecondFactor, most_consecutive: i32::MAX, ..SECOND_FACTOR };

/// Passwords of one account, for clients that were never signed in.
pub const PASSWORD: Budget = Budget {
    kind: BudgetKind::Password,
    failures: 20,
    window: TimeDelta::hours(1),
    most_consecutive: i32::MAX,
    success_holds: TimeDelta::zero(),
};

/// The same for browsers in which the user has signed in completely.
pub const RECOGNIZED_PASSWORD: Budget = Budget { kind: BudgetKind::RecognizedPassword, ..PASSWORD };

/// So many wrong codes in a row after a right password, and the owner of the account is told.
pub const ALARMING_FAILURES: u32 = 3;

/// A browser is recognized for so long after a complete sign-in.
pub const BROWSER_RECOGNIZED_FOR: TimeDelta = TimeDelta::days(90);
/// So many browsers of a user are recognized; the oldest is forgotten.
pub const MOST_RECOGNIZED_BROWSERS: i64 = 10;

/// Failed passwords from one address in one clock hour.
pub const ADDRESS_FAILURES_PER_HOUR: i32 = 100;

/// Rows that strangers at one address leave behind: what they are asked to sign, or where they are sent to sign in. An office of
/// thousands may come to work behind one.
pub const STRANGERS_PER_MINUTE: NonZero<u32> = NonZero::new(600).unwrap();
/// So many of them in a burst.
pub const STRANGERS_AT_ONCE: NonZero<u32> = NonZero::new(120).unwrap();

/// What a budget says to one attempt.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// The attempt is charged, or its success recorded; so many more failures are allowed, and so many came in a row.
    Admitted { remaining: u32, in_a_row: u32 },
    /// No verdict: nothing is told before this time.
    Exhausted { retry_at: Timestamp },
}

/// What a budget says to a right attempt that it has no room for: nothing is told of it before this time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exhausted {
    pub retry_at: Timestamp,
}

/// The key under which an address is counted: IPv6 by its /64, which one customer holds.
pub fn address_key(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let network = Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX));
            format!("{network}/64")
        }
    }
}

/// Start of the clock hour in which address failures are counted.
pub fn address_window(now: Timestamp) -> Timestamp {
    now - TimeDelta::microseconds(now.timestamp_micros().rem_euclid(3_600_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ipv6_counts_by_its_network() {
        let key = |text: &str| address_key(text.parse().unwrap());
        assert_eq!(key("2001:db8:1:2:3:4:5:6"), key("2001:db8:1:2:ffff::1"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_eq!(key("::ffff:192.0.2.7"), "192.0.2.7");
    }

    #[test]
    fn windows_are_clock_hours() {
        let at = |seconds| chrono::DateTime::from_timestamp(seconds, 0).unwrap();
        assert_eq!(address_window(at(7_199)), at(3_600));
        assert_eq!(address_window(at(7_200)), at(7_200));
    }

    #[test]
    fn strangers_use_up_a_budget_of_their_own() {
        let budgets = [PASSWORD, SECOND_FACTOR, RECOGNIZED_PASSWORD, RECOGNIZED_SECOND_FACTOR];
        let kinds = budgets.map(|budget| budget.kind);
        assert_eq!(kinds, *BudgetKind::ALL);
        let rules = budgets.map(|budget| (budget.failures, budget.window.num_hours()));
        assert_eq!(rules, [(20, 1), (10, 24), (20, 1), (10, 24)]);
        let closes = budgets.map(|budget| budget.most_consecutive);
        assert_eq!(closes, [i32::MAX, 100, i32::MAX, i32::MAX], "of the owner's browser it never closes");
    }
}
