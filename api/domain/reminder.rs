//! Reminders to set up a second factor: how long before the deadline they come.

use chrono::TimeDelta;

use super::names::names;

names! {
    /// How long before a deadline somebody is reminded of it: the last day, the last week, or as soon as there is one.
    Stage {
        Day = "day",
        Week = "week",
        Announcement = "announcement",
    }
}

impl Stage {
    /// So much time is left at most; none: whatever is left. The stages stand in this order.
    pub fn within(self) -> Option<TimeDelta> {
        match self {
            Self::Day => Some(TimeDelta::days(1)),
            Self::Week => Some(TimeDelta::days(7)),
            Self::Announcement => None,
        }
    }
}

/// Reminded by hand, nobody gets more than one in so long.
pub const BY_HAND_AT_MOST_EVERY: TimeDelta = TimeDelta::hours(1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stages_stand_in_order_of_the_time_that_is_left() {
        let days: Vec<_> =
            Stage::ALL.iter().map(|stage| stage.within().map(|time| time.num_days())).collect();
        assert_eq!(days, [Some(1), Some(7), None]);
    }
}
