//! The overview for administrators: who is protected, since when, and what fails.

use actix_web::{HttpResponse, get};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::roles::RoleName;
use crate::{
    flows::overview::{self, Deadlines, Enrollment, Failures, FailuresOfDay, UsersByState, UsersOfRole},
    http::{
        auth::{Can, UsersRead},
        named,
        problem::Problem,
    },
};

/// How far an organization's users are protected by a second factor, and what fails. Suspended users are counted as such
/// and nowhere else; days are those of UTC.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "users": {"total": 42, "enabled": 30, "expired": 2, "notEnabled": 10, "suspended": 1},
    "byRole": [{"role": "admin", "total": 2, "protected": 2}, {"role": "member", "total": 40, "protected": 30}],
    "byMethod": [{"method": "totp", "users": 30}, {"method": "passkey", "users": 4}, {"method": "recoveryCode", "users": 31}],
    "enrollment": {"accounts": 45, "activated": 42, "asked": 41, "enrolled": 32, "used": 29},
    "adoption": [{"date": "2026-11-23", "protected": 30}, {"date": "2026-11-24", "protected": 32}],
    "failures": [{"date": "2026-11-23", "login": 3, "code": 1}, {"date": "2026-11-24", "login": 0, "code": 0}],
    "failuresByQuarterHour": [
        {"begin": "2026-11-23T08:45:00Z", "login": 2, "code": 1}, {"begin": "2026-11-23T17:00:00Z", "login": 1, "code": 0}
    ],
    "deadlinesAhead": [{"date": "2026-12-08", "users": 9}], "overdue": 1
}))]
struct Overview {
    users: UserCounts,
    /// For each role that somebody has; who has several is counted in each.
    by_role: Vec<RoleAdoption>,
    by_method: Vec<MethodCount>,
    enrollment: EnrollmentCounts,
    /// The last 90 days, today included.
    adoption: Vec<Adoption>,
    /// The last 30 days, today included.
    failures: Vec<FailureCounts>,
    /// The last 28 days without the quarters of hours in which nothing failed, oldest first. Every time zone is some quarters
    /// away from UTC, so that its own hours are found by adding these up.
    failures_by_quarter_hour: Vec<QuarterHourFailures>,
    /// The days of the next 60 on which there are any.
    deadlines_ahead: Vec<DeadlineCount>,
    /// Users without a second factor who should have one by now.
    overdue: i64,
}

/// Users by the state of their second factor.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct UserCounts {
    /// Without the suspended ones.
    total: i64,
    enabled: i64,
    expired: i64,
    not_enabled: i64,
    suspended: i64,
}

impl From<UsersByState> for UserCounts {
    fn from(users: UsersByState) -> Self {
        let UsersByState { enabled, expired, not_enabled, suspended, .. } = users;
        Self { total: enabled + expired + not_enabled, enabled, expired, not_enabled, suspended }
    }
}

/// The users of a role.
#[derive(Serialize, ToSchema)]
struct RoleAdoption {
    #[schema(value_type = RoleName)]
    role: String,
    total: i64,
    /// Who has a second factor, expired or not.
    protected: i64,
}

/// The users who can answer a challenge by a method.
#[derive(Serialize, ToSchema)]
struct MethodCount {
    method: named::Method,
    users: i64,
}

/// How far everybody has come: each number is of some of those whom the one before counts.
#[derive(Serialize, ToSchema)]
struct EnrollmentCounts {
    /// Everybody but the suspended, who was invited and has not come yet included.
    accounts: i64,
    /// Who can sign in.
    activated: i64,
    /// Who has to have a second factor, now or by a deadline, or has one anyway.
    asked: i64,
    /// Who has a second factor.
    enrolled: i64,
    /// Who has used a factor of theirs since they set it up.
    used: i64,
}

impl From<Enrollment> for EnrollmentCounts {
    fn from(enrollment: Enrollment) -> Self {
        let Enrollment { accounts, activated, asked, enrolled, used } = enrollment;
        Self { accounts, activated, asked, enrolled, used }
    }
}

/// How many of today's protected users were so at the end of a day.
#[derive(Serialize, ToSchema)]
struct Adoption {
    date: NaiveDate,
    protected: i64,
}

/// What failed on a day.
#[derive(Serialize, ToSchema)]
struct FailureCounts {
    date: NaiveDate,
    /// Logins with a wrong password, or of somebody suspended.
    login: i64,
    /// Codes that were wrong or used already.
    code: i64,
}

/// What failed within a quarter of an hour, counted as for a day.
#[derive(Serialize, ToSchema)]
struct QuarterHourFailures {
    /// When the quarter began.
    begin: DateTime<Utc>,
    login: i64,
    code: i64,
}

/// How many users have to have a second factor by a day.
#[derive(Serialize, ToSchema)]
struct DeadlineCount {
    date: NaiveDate,
    users: i64,
}

impl From<overview::Overview> for Overview {
    fn from(overview: overview::Overview) -> Self {
        let overview::Overview {
            users,
            by_role,
            by_method,
            enrollment,
            adoption,
            failures,
            failures_by_quarter,
            deadlines,
            overdue,
        } = overview;
        let of_role = |UsersOfRole { role, total, protected }| RoleAdoption { role, total, protected };
        let of_method = |(method, users)| MethodCount { method: named::Method(method), users };
        let adopted = |(date, protected)| Adoption { date, protected };
        let failed = |FailuresOfDay { date, login, code }| FailureCounts { date, login, code };
        let within = |Failures { begin, login, code }| QuarterHourFailures { begin, login, code };
        let due = |Deadlines { date, users }| DeadlineCount { date, users };
        Self {
            users: users.into(),
            by_role: by_role.into_iter().map(of_role).collect(),
            by_method: by_method.map(of_method).into(),
            enrollment: enrollment.into(),
            adoption: adoption.into_iter().map(adopted).collect(),
            failures: failures.into_iter().map(failed).collect(),
            failures_by_quarter_hour: failures_by_quarter.into_iter().map(within).collect(),
            deadlines_ahead: deadlines.into_iter().map(due).collect(),
            overdue,
        }
    }
}

/// Shows how far the organization's users are protected
///
/// Takes the permission `users.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.read"]), ("apiKey" = ["users.read"])),
    responses(
        (status = 200, description = "The overview.", body = Overview),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/overview")]
pub async fn read_overview(caller: Can<UsersRead>) -> Result<HttpResponse, Problem> {
    let overview = caller.run(overview::read).await?;
    Ok(HttpResponse::Ok().json(Overview::from(overview)))
}
