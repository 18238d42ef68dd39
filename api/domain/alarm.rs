//! When failures across the installation are so many more than just before that somebody may be guessing everywhere: slowly
//! enough at each account that no budget is used up.

use chrono::TimeDelta;

use super::audit::Action;

/// What is watched: passwords that were wrong, and codes that were wrong after a right password.
pub const WATCHED: [Action; 2] = [Action::LoginFailed, Action::CodeRejected];

/// Failures of so long a time are compared.
pub const WINDOW: TimeDelta = TimeDelta::minutes(5);
/// With those of so many such times before it.
pub const WINDOWS_BEFORE: i32 = 12;
/// An alarm of one kind is given at most this often.
pub const AT_MOST_EVERY: TimeDelta = TimeDelta::hours(1);

/// Fewer are no jump in any installation.
const FEWEST: i64 = 100;
/// So many times the usual number is one.
const TIMES: i64 = 10;

/// Whether so many failures in a window are a jump after so many in the windows before.
pub fn is_jump(failures: i64, before: i64) -> bool {
    failures >= FEWEST && failures * i64::from(WINDOWS_BEFORE) >= TIMES * before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_failures_are_no_jump_and_many_only_where_they_are_unusual() {
        assert!(!is_jump(99, 0));
        assert!(is_jump(100, 0));
        // A hundred in five minutes, and now ten times that.
        assert!(!is_jump(999, 1200));
        assert!(is_jump(1000, 1200));
    }
}
