//! Previews of a policy: what it would do to whom.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::policy::Policy;
use crate::{
    domain::{
        decision::Standing,
        policy,
        preview::Warning,
        rejection::{FieldError, Rejection},
    },
    error::Failure,
    flows::{
        Operation,
        administrators::Administrator,
        previews::{self, Affected, Counts},
    },
    http::{
        auth::{Can, PolicyWrite},
        body::Json,
        named,
        paging::within_database,
        problem::Problem,
    },
};

/// A policy, and when to look at it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"at": "2026-12-08T09:00:00Z", "policy": {
    "mode": "required", "phases": [{"everyone": true, "startsAt": "2026-12-01T09:00:00Z", "graceDays": 7}],
    "newUsers": "firstLogin", "afterGrace": "enrollAtLogin", "loginStyle": "twoStep", "sso": "exempt",
    "allowedMethods": ["totp", "recoveryCode"], "passkeyLogin": false, "passkeyOnly": [], "recoveryCodeCount": 10,
    "secretMaxAgeDays": 180, "skewSteps": 1, "trustedDeviceDays": 0, "stepUpMaxAgeMinutes": 5,
    "adminReset": "peer", "resetProof": "code", "temporaryPass": {"enabled": true, "maxMinutes": 1440},
    "digits": 6, "algorithm": "SHA1"
}}))]
struct PreviewRequest {
    policy: Policy,
    /// Now, where it is left out.
    #[schema(nullable = false)]
    at: Option<DateTime<Utc>>,
}

/// How many users a login would treat in which way. Suspended ones are counted nowhere.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct StandingCounts {
    /// They are asked for their second factor.
    ready: i64,
    /// They are signed in, and told to set one up.
    notice: i64,
    /// They have to set one up before anything else.
    must_enroll: i64,
    /// They are refused.
    blocked: i64,
    /// They are asked for nothing.
    exempt: i64,
}

impl From<&Counts> for StandingCounts {
    fn from(counts: &Counts) -> Self {
        let of = |standing| counts.get(&standing).copied().unwrap_or(0);
        Self {
            ready: of(Standing::Ready),
            notice: of(Standing::Notice),
            must_enroll: of(Standing::MustEnroll),
            blocked: of(Standing::Blocked),
            exempt: of(Standing::Exempt),
        }
    }
}

/// What happens to the holders of a role.
#[derive(Serialize, ToSchema)]
struct StandingsOfRole {
    role: String,
    counts: StandingCounts,
}

/// A user to whom something happens.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AffectedUser {
    id: Uuid,
    #[schema(format = IdnEmail)]
    email: String,
    display_name: String,
    roles: BTreeSet<String>,
    standing: named::Standing,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    deadline: Option<DateTime<Utc>>,
}

impl From<Affected> for AffectedUser {
    fn from(user: Affected) -> Self {
        Self {
            id: user.id.0,
            email: user.email,
            display_name: user.display_name,
            roles: user.roles.into_iter().collect(),
            standing: user.standing.into(),
            deadline: user.deadline,
        }
    }
}

/// Something to know before the policy is saved.
#[derive(Serialize, ToSchema)]
struct PolicyWarning {
    code: named::WarningCode,
    /// Of the phase that it is about, if it is about one for a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    role: Option<String>,
}

impl From<Warning> for PolicyWarning {
    fn from(warning: Warning) -> Self {
        let role = warning.role.map(|role| role.as_str().to_owned());
        Self { code: warning.code.into(), role }
    }
}

/// What a policy would do.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "at": "2026-12-08T09:00:00Z",
    "counts": {"ready": 40, "notice": 0, "mustEnroll": 2, "blocked": 0, "exempt": 0},
    "byRole": [{"role": "member", "counts": {"ready": 40, "notice": 0, "mustEnroll": 2, "blocked": 0, "exempt": 0}}],
    "users": [{
        "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "email": "ada@example.org", "displayName": "Ada Lovelace",
        "roles": ["member"], "standing": "mustEnroll", "deadline": "2026-12-08T09:00:00Z"
    }],
    "lockedOutAdmins": [],
    "warnings": [{"code": "only_one_administrator"}]
}))]
struct PolicyPreview {
    at: DateTime<Utc>,
    counts: StandingCounts,
    by_role: Vec<StandingsOfRole>,
    /// The first hundred to whom something happens: the blocked, those who have to enroll, those who are told to.
    users: Vec<AffectedUser>,
    /// Administrators who would be refused.
    locked_out_admins: Vec<AffectedUser>,
    warnings: Vec<PolicyWarning>,
}

impl From<previews::Preview> for PolicyPreview {
    fn from(preview: previews::Preview) -> Self {
        let by_role = preview
            .by_role
            .iter()
            .map(|(role, counts)| StandingsOfRole { role: role.as_str().to_owned(), counts: counts.into() });
        Self {
            at: preview.at,
            counts: (&preview.counts).into(),
            by_role: by_role.collect(),
            users: preview.affected.into_iter().map(Into::into).collect(),
            locked_out_admins: preview.locked_out.into_iter().map(Into::into).collect(),
            warnings: preview.warnings.into_iter().map(Into::into).collect(),
        }
    }
}

/// Says what a policy would do to whom
///
/// Nothing is saved. Takes the permission `policy.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.write"])),
    request_body = PreviewRequest,
    responses(
        (status = 200, description = "What it would do.", body = PolicyPreview),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[post("/v1/policy/preview")]
pub async fn preview_policy(
    caller: Can<PolicyWrite>,
    Json(body): Json<PreviewRequest>,
) -> Result<HttpResponse, Problem> {
    let draft = policy::Policy::try_from(body.policy).map_err(in_request)?;
    if body.at.is_some_and(|at| within_database(at).is_none()) {
        return Err(FieldError::new("at", "out_of_range", "From 1970 to 9999.").into());
    }
    let flow = move |op: &Operation, caller: &Administrator| {
        previews::preview(op, caller, &draft, body.at).map_err(|failure| match failure {
            Failure::Rejected(rejection) => in_request(rejection).into(),
            broken @ Failure::Broken(_) => broken,
        })
    };
    Ok(HttpResponse::Ok().json(PolicyPreview::from(caller.run(flow).await?)))
}

/// What the rules say of a policy's fields, of where these are here.
fn in_request(rejection: Rejection) -> Rejection {
    rejection.within("policy")
}
