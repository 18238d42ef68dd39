//! The policy as it concerns one user, and their deadline.

use actix_web::{HttpResponse, get, put, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{policy::Phase, users::ListedUser};
use crate::{
    domain::{effective_policy, id::UserId, pass::Reason, rejection::FieldError},
    flows::deadlines::{self, NewDeadline},
    http::{
        auth::{Can, CanSteppedUp, UsersRead, UsersWrite},
        body::Json,
        named,
        paging::within_database,
        problem::Problem,
    },
};

/// Why a user is asked for a factor, or not, by when, and what comes next.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "standing": "notice", "rule": "phase", "phase": {"everyone": true, "startsAt": "2026-12-01T09:00:00Z", "graceDays": 7},
    "deadline": "2026-12-08T09:00:00Z", "next": "enrollAtLogin", "nextAt": "2026-12-08T09:00:00Z"
}))]
pub struct EffectivePolicy {
    /// What a login does now.
    standing: named::Standing,
    rule: named::Rule,
    /// The phase that decides, or will.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    phase: Option<Phase>,
    /// By when a factor has to be set up, where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    deadline: Option<DateTime<Utc>>,
    next: named::Next,
    /// When that will be; left out where it is so already.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_at: Option<DateTime<Utc>>,
}

impl From<effective_policy::EffectivePolicy> for EffectivePolicy {
    fn from(effective: effective_policy::EffectivePolicy) -> Self {
        let effective_policy::EffectivePolicy { standing, rule, phase, deadline, next, next_at } = effective;
        let phase = phase.as_ref().map(Into::into);
        Self { standing: standing.into(), rule: rule.into(), phase, deadline, next: next.into(), next_at }
    }
}

/// Says how the policy concerns a user
///
/// Takes the permission `users.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.read"]), ("apiKey" = ["users.read"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    responses(
        (status = 200, description = "Why, by when, and what comes next.", body = EffectivePolicy),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/users/{id}/effective-policy")]
pub async fn read_effective_policy(caller: Can<UsersRead>, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = UserId(*id);
    let effective = caller.run(move |op, caller| deadlines::effective_policy(op, caller, id)).await?;
    Ok(HttpResponse::Ok().json(EffectivePolicy::from(effective)))
}

/// Until when a user has time, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"deadline": "2026-12-15T09:00:00Z", "reason": "On leave until then."}))]
struct DeadlineRequest {
    /// In the future, at most 366 days ahead.
    deadline: DateTime<Utc>,
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Sets a user's deadline
///
/// It takes the place of what the roll-out gives and of the one before, also of a later one: what only gives time is
/// `extendDeadline` of `POST /v1/users/bulk`. Takes the permission `users.write`, and a step-up of
/// a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    request_body = DeadlineRequest,
    responses(
        (status = 200, description = "The user with the new deadline.", body = ListedUser),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a user above the caller; `enrollment_required`"),
    )
)]
#[put("/v1/users/{id}/deadline")]
pub async fn set_deadline(
    caller: CanSteppedUp<UsersWrite>,
    id: Path<Uuid>,
    Json(body): Json<DeadlineRequest>,
) -> Result<HttpResponse, Problem> {
    let (id, reason) = (UserId(*id), Reason::parse(&body.reason)?);
    let at = within_database(body.deadline)
        .ok_or_else(|| FieldError::new("deadline", "out_of_range", "From 1970 to 9999."))?;
    let deadline = NewDeadline { at, only_later: false, reason };
    let user = caller.run(move |op, caller| deadlines::set(op, caller, id, &deadline)).await?;
    Ok(HttpResponse::Ok().json(ListedUser::from(user)))
}
