//! The organization's policy.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, get, http::header, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    domain::{
        policy::{self, StoredPolicy},
        rejection::Rejection,
    },
    flows::policies,
    http::{
        auth::{Can, CanSteppedUp, PolicyRead, PolicyWrite},
        body::Json,
        named,
        problem::{Problem, ProblemCode},
    },
};

/// What an organization asks of its users.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "mode": "required", "allowedMethods": ["totp", "recoveryCode"], "recoveryCodeCount": 10,
    "secretMaxAgeDays": 180, "skewSteps": 1, "stepUpMaxAgeMinutes": 5,
    "adminReset": "peer", "resetProof": "code", "temporaryPass": {"enabled": true, "maxMinutes": 1440}
}))]
struct Policy {
    mode: named::Mode,
    /// At least `totp`.
    allowed_methods: BTreeSet<named::Method>,
    /// How many recovery codes a set has.
    #[schema(minimum = 6, maximum = 16)]
    recovery_code_count: u8,
    /// The age at which an authenticator is to be renewed; 0 is never.
    #[schema(minimum = 0, maximum = 3650)]
    secret_max_age_days: u16,
    /// How many time steps before and after the current one are accepted.
    #[schema(minimum = 0, maximum = 1)]
    skew_steps: u8,
    /// How old a second factor may be for a change of account settings.
    #[schema(minimum = 1, maximum = 60)]
    step_up_max_age_minutes: u16,
    /// Who resets administrators.
    admin_reset: named::AdminReset,
    /// What a login after a reset has to show before it may enroll.
    reset_proof: named::ResetProof,
    temporary_pass: TemporaryPassRules,
}

/// Whether administrators may issue temporary passes, and for how long at most.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TemporaryPassRules {
    enabled: bool,
    #[schema(minimum = 10, maximum = 1440)]
    max_minutes: u16,
}

impl From<Policy> for policy::Policy {
    fn from(policy: Policy) -> Self {
        Self {
            mode: policy.mode.0,
            allowed_methods: policy.allowed_methods.into_iter().map(|method| method.0).collect(),
            recovery_code_count: policy.recovery_code_count,
            secret_max_age_days: policy.secret_max_age_days,
            skew_steps: policy.skew_steps,
            step_up_max_age_minutes: policy.step_up_max_age_minutes,
            admin_reset: policy.admin_reset.0,
            reset_proof: policy.reset_proof.0,
            temporary_pass: policy::TemporaryPassRules {
                enabled: policy.temporary_pass.enabled,
                max_minutes: policy.temporary_pass.max_minutes,
            },
        }
    }
}

/// A policy with its place in the history of changes.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "mode": "optional", "allowedMethods": ["totp", "recoveryCode"], "recoveryCodeCount": 10,
    "secretMaxAgeDays": 180, "skewSteps": 1, "stepUpMaxAgeMinutes": 5,
    "adminReset": "peer", "resetProof": "code", "temporaryPass": {"enabled": true, "maxMinutes": 1440},
    "version": 1, "updatedAt": "2026-11-24T09:00:00Z"
}))]
struct VersionedPolicy {
    mode: named::Mode,
    allowed_methods: BTreeSet<named::Method>,
    recovery_code_count: u8,
    secret_max_age_days: u16,
    skew_steps: u8,
    step_up_max_age_minutes: u16,
    admin_reset: named::AdminReset,
    reset_proof: named::ResetProof,
    temporary_pass: TemporaryPassRules,
    version: i64,
    updated_at: DateTime<Utc>,
}

fn respond(stored: StoredPolicy) -> HttpResponse {
    let StoredPolicy { policy, version, updated_at } = stored;
    HttpResponse::Ok().insert_header((header::ETAG, format!("\"{version}\""))).json(VersionedPolicy {
        mode: policy.mode.into(),
        allowed_methods: policy.allowed_methods.into_iter().map(Into::into).collect(),
        recovery_code_count: policy.recovery_code_count,
        secret_max_age_days: policy.secret_max_age_days,
        skew_steps: policy.skew_steps,
        step_up_max_age_minutes: policy.step_up_max_age_minutes,
        admin_reset: policy.admin_reset.into(),
        reset_proof: policy.reset_proof.into(),
        temporary_pass: TemporaryPassRules {
            enabled: policy.temporary_pass.enabled,
            max_minutes: policy.temporary_pass.max_minutes,
        },
        version,
        updated_at,
    })
}

/// Shows the organization's policy
///
/// Takes the permission `policy.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.read"])),
    responses(
        (status = 200, description = "The policy in force.", body = VersionedPolicy, headers(("ETag" = String, description = "Its version."))),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/policy")]
pub async fn read_policy(caller: Can<PolicyRead>) -> Result<HttpResponse, Problem> {
    caller.run(policies::find).await.map(respond)
}

/// Replaces the organization's policy
///
/// It acts at each user's next request. Takes the permission `policy.write`, and a step-up of an editor who has a
/// factor; only such an editor may require one of everybody.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.write"])),
    params(("If-Match" = String, Header, description = "The `ETag` of the policy that is to be replaced.")),
    request_body = Policy,
    responses(
        (status = 200, description = "The new policy.", body = VersionedPolicy, headers(("ETag" = String, description = "Its version."))),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 409, description = "`enroll_first`: the editor has no factor."),
        (status = 412, description = "`stale_version`: somebody has changed it meanwhile."),
        (status = 428, description = "`precondition_required`: no `If-Match`."),
    )
)]
#[put("/v1/policy")]
pub async fn replace_policy(
    caller: CanSteppedUp<PolicyWrite>,
    request: HttpRequest,
    Json(body): Json<Policy>,
) -> Result<HttpResponse, Problem> {
    let version = expected_version(&request)?;
    let policy = policy::Policy::from(body);
    caller.run(move |op, caller| policies::replace(op, caller, version, &policy)).await.map(respond)
}

/// The version in `If-Match`; one that is not ours never matches (RFC 9110, section 13.1.1).
fn expected_version(request: &HttpRequest) -> Result<i64, Problem> {
    let given = request.headers().get(header::IF_MATCH);
    let tag =
        given.ok_or_else(|| Problem::new(ProblemCode::PreconditionRequired))?.to_str().unwrap_or_default();
    let version =
        tag.trim().strip_prefix('"').and_then(|tag| tag.strip_suffix('"')).and_then(|tag| tag.parse().ok());
    version.ok_or_else(|| Rejection::StaleVersion.into())
}
