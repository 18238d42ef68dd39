//! The overview: how far an organization's users are protected, and what fails.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};

use super::{Operation, administrators::Administrator};
use crate::{
    domain::{Timestamp, challenge::Method},
    error::Failure,
    store::overview::{self, Enrolled},
};

pub use crate::store::overview::{Deadlines, Failures, UsersByState, UsersOfRole};

/// So many days of adoption are told, today included.
const ADOPTION_DAYS: u64 = 90;
/// So many days of failures are told, today included.
const FAILURE_DAYS: u64 = 30;
/// So long back failures are told by quarters of hours: as often for each day of the week.
const FAILURE_WEEKS: TimeDelta = TimeDelta::weeks(4);
/// So many days ahead deadlines are told.
const DEADLINE_DAYS: TimeDelta = TimeDelta::days(60);

/// An organization at one moment.
pub struct Overview {
    pub users: UsersByState,
    pub by_role: Vec<UsersOfRole>,
    pub by_method: [(Method, i64); 3],
    pub enrollment: Enrollment,
    /// How many users had enrolled at the end of each day, the last one today.
    pub adoption: Vec<(NaiveDate, i64)>,
    /// Of each day, the last one today.
    pub failures: Vec<FailuresOfDay>,
    /// Of the quarters of hours in which there are any.
    pub failures_by_quarter: Vec<Failures>,
    /// Of the days ahead on which there are any.
    pub deadlines: Vec<Deadlines>,
    /// Users past their deadline.
    pub overdue: i64,
}

/// How far everybody has come: each number is of some of those whom the one before counts.
pub struct Enrollment {
    /// Without the suspended ones.
    pub accounts: i64,
    /// Who can sign in.
    pub activated: i64,
    /// Who has to have a factor by some time, or has one anyway.
    pub asked: i64,
    pub enrolled: i64,
    /// Who has used it since.
    pub used: i64,
}

/// What failed on a day.
pub struct FailuresOfDay {
    pub date: NaiveDate,
    pub login: i64,
    pub code: i64,
}

impl Enrollment {
    fn new(users: &UsersByState, asked_without: i64, used: i64) -> Self {
        let enrolled = users.enabled + users.expired;
        Self {
            accounts: users.accounts,
            activated: enrolled + users.not_enabled,
            asked: enrolled + asked_without,
            enrolled,
            used,
        }
    }
}

/// The overview of the organization in which the caller acts.
pub fn read(op: &Operation, administrator: &Administrator) -> Result<Overview, Failure> {
    let organization = administrator.organization_id();
    let rules = administrator.rules();
    let (expired_before, ahead) = (rules.secrets_expired_before(op.now), (op.now, op.now + DEADLINE_DAYS));
    let [adoption, failures] = [ADOPTION_DAYS, FAILURE_DAYS].map(|count| days_until(op.now, count));
    Ok(op.read(|rx| {
        let users = overview::users_by_state(rx, organization, expired_before)?;
        let with_codes = overview::count_users_with_recovery_codes(rx, organization)?;
        let enrolled = overview::enrolled_by_day(rx, organization, begin_of(&adoption, op.now))?;
        let failed = overview::failures_by_quarter(rx, organization, begin_of(&failures, op.now))?;
        let owing = overview::count_owing(rx, organization, rules, op.now)?;
        let used = overview::count_users_of_factors(rx, organization)?;
        Ok(Overview {
            by_role: overview::users_by_role(rx, organization)?,
            by_method: [
                (Method::Totp, users.with_authenticators),
                (Method::Passkey, users.with_passkeys),
                (Method::RecoveryCode, with_codes),
            ],
            enrollment: Enrollment::new(&users, owing.without, used),
            adoption: accumulated(adoption, &enrolled),
            failures: by_day(failures, &failed),
            failures_by_quarter: since(op.now - FAILURE_WEEKS, failed),
            deadlines: overview::deadlines_by_day(rx, organization, rules, ahead)?,
            overdue: owing.overdue,
            users,
        })
    })?)
}

/// So many days of UTC, the last one today.
fn days_until(now: Timestamp, count: u64) -> Vec<NaiveDate> {
    let today = now.date_naive();
    (0..count).rev().filter_map(|before| today.checked_sub_days(Days::new(before))).collect()
}

/// When the first of these days began.
fn begin_of(days: &[NaiveDate], now: Timestamp) -> Timestamp {
    days.first().map_or(now, |first| first.and_time(NaiveTime::MIN).and_utc())
}

/// How many users had enrolled by the end of each day.
fn accumulated(days: Vec<NaiveDate>, enrolled: &[Enrolled]) -> Vec<(NaiveDate, i64)> {
    let by_day: HashMap<NaiveDate, i64> = enrolled.iter().map(|of_day| (of_day.date, of_day.users)).collect();
    let mut protected = 0;
    let add = |date| {
        protected += by_day.get(&date).copied().unwrap_or(0);
        (date, protected)
    };
    days.into_iter().map(add).collect()
}

/// What failed on each day.
fn by_day(days: Vec<NaiveDate>, failed: &[Failures]) -> Vec<FailuresOfDay> {
    let mut sums: HashMap<NaiveDate, (i64, i64)> = HashMap::new();
    for Failures { begin, login, code } in failed {
        let sum = sums.entry(begin.date_naive()).or_default();
        *sum = (sum.0 + login, sum.1 + code);
    }
    let of_day = |date| {
        let (login, code) = sums.get(&date).copied().unwrap_or_default();
        FailuresOfDay { date, login, code }
    };
    days.into_iter().map(of_day).collect()
}

/// The quarters that began then or later.
fn since(first: Timestamp, mut failed: Vec<Failures>) -> Vec<Failures> {
    failed.retain(|of_quarter| of_quarter.begin >= first);
    failed
}
