//! The organization's policy.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, get, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    domain::{
        policy::{self, StoredPolicy},
        rejection::{FieldError, Rejection},
        role::RoleName,
        rollout::{self, Target},
    },
    flows::policies,
    http::{
        auth::{Can, PersonCanSteppedUp, PolicyRead, PolicyWrite},
        body::Json,
        named,
        paging::within_database,
        precondition::{self, IfMatch},
        problem::Problem,
    },
};

/// What an organization asks of its users.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "mode": "required", "phases": [{"everyone": true, "startsAt": "2026-12-01T09:00:00Z", "graceDays": 7}],
    "newUsers": "firstLogin", "afterGrace": "enrollAtLogin", "loginStyle": "twoStep", "sso": "exempt",
    "allowedMethods": ["totp", "passkey", "recoveryCode"], "passkeyLogin": false, "passkeyOnly": ["admin"], "recoveryCodeCount": 10,
    "secretMaxAgeDays": 180, "skewSteps": 1, "trustedDeviceDays": 0, "stepUpMaxAgeMinutes": 5,
    "adminReset": "peer", "resetProof": "code", "temporaryPass": {"enabled": true, "maxMinutes": 1440},
    "digits": 6, "algorithm": "SHA1"
}))]
pub struct Policy {
    mode: named::Mode,
    /// Whom it concerns from when on, while `mode` is `required`; without any phase, everybody at once.
    #[schema(max_items = 20)]
    phases: Vec<Phase>,
    /// What is asked of users who were created after a phase had begun: a factor at their activation or first login, or
    /// one within the phase's grace period.
    new_users: named::NewUsers,
    /// What a login is told after the deadline.
    after_grace: named::AfterGrace,
    /// How a login asks for the second factor.
    login_style: named::LoginStyle,
    /// What is asked of users who sign in by a provider. It acts once there is single sign-on.
    sso: named::SingleSignOn,
    /// At least `totp` or `passkey`. Who has only a factor that is not among them still proves it to sign in, and is led to set up
    /// another once one is due.
    allowed_methods: BTreeSet<named::Method>,
    /// Whether a passkey whose authenticator verifies its user signs in without the password.
    passkey_login: bool,
    /// Roles for which nothing but a passkey is a factor, once one is required of the user: by `mode` and the phases.
    passkey_only: BTreeSet<String>,
    /// How many recovery codes a set has.
    #[schema(minimum = 6, maximum = 16)]
    recovery_code_count: u8,
    /// The age at which an authenticator is to be renewed; 0 is never.
    #[schema(minimum = 0, maximum = 3650)]
    secret_max_age_days: u16,
    /// How many time steps before and after the current one are accepted.
    #[schema(minimum = 0, maximum = 1)]
    skew_steps: u8,
    /// For how many days a browser may skip the challenge, if its user trusts it; 0 is never. Less of it acts on those that are
    /// trusted already.
    #[schema(minimum = 0, maximum = 30)]
    trusted_device_days: u8,
    /// How old a second factor may be for a change of account settings.
    #[schema(minimum = 1, maximum = 60)]
    step_up_max_age_minutes: u16,
    /// Who resets administrators. Where that is left to superadministrators, so is to make one of them none, and to turn this back.
    admin_reset: named::AdminReset,
    /// What a login after a reset has to show before it may enroll.
    reset_proof: named::ResetProof,
    temporary_pass: TemporaryPassRules,
    /// How many digits the codes of new authenticators have: 6, as every app shows them, or 8.
    #[schema(minimum = 6, maximum = 8, multiple_of = 2)]
    digits: u8,
    /// The hash of new authenticators; every app knows SHA1.
    algorithm: named::Algorithm,
    /// Of the policy in force. Not looked at in a request: there `If-Match` says which one is to be replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    version: Option<i64>,
    /// When the policy in force came to be. Not looked at in a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    updated_at: Option<DateTime<Utc>>,
}

/// One step of a roll-out: for everyone, or for those who have a role.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"role": "admin", "startsAt": "2026-11-24T09:00:00Z", "graceDays": 0}))]
pub struct Phase {
    /// Either this or `everyone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    role: Option<String>,
    /// Either `true` or left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    everyone: Option<bool>,
    starts_at: DateTime<Utc>,
    /// How many days they have from then on, or from when they come to be concerned.
    #[schema(minimum = 0, maximum = 90)]
    grace_days: u16,
}

impl From<&rollout::Phase> for Phase {
    fn from(phase: &rollout::Phase) -> Self {
        let (role, everyone) = match &phase.target {
            Target::Everyone => (None, Some(true)),
            Target::Role(role) => (Some(role.as_str().to_owned()), None),
        };
        Self { role, everyone, starts_at: phase.starts_at, grace_days: phase.grace_days }
    }
}

impl Phase {
    /// Errors: both targets, none, a time that nobody can mean, or a name that no role has.
    fn read(self, index: usize) -> Result<rollout::Phase, FieldError> {
        let target = match (self.role, self.everyone) {
            (None, Some(true)) => Target::Everyone,
            (Some(role), None) => Target::Role(RoleName::parse(&role).map_err(|error| {
                let field = format!("phases[{index}].role");
                FieldError { field, ..error }
            })?),
            (None, _) | (Some(_), Some(_)) => {
                let message = "Either a role, or everyone: true.";
                return Err(FieldError::new(format!("phases[{index}]"), "one_target", message));
            }
        };
        let starts_at = within_database(self.starts_at).ok_or_else(|| {
            FieldError::new(format!("phases[{index}].startsAt"), "out_of_range", "From 1970 to 9999.")
        })?;
        Ok(rollout::Phase { target, starts_at, grace_days: self.grace_days })
    }
}

/// Whether administrators may issue temporary passes, and for how long at most.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemporaryPassRules {
    enabled: bool,
    #[schema(minimum = 10, maximum = 1440)]
    max_minutes: u16,
}

impl TryFrom<Policy> for policy::Policy {
    type Error = Rejection;

    fn try_from(policy: Policy) -> Result<Self, Rejection> {
        let passkey_only = policy.passkey_only.iter().enumerate().map(|(index, role)| {
            let field = format!("passkeyOnly[{index}]");
            RoleName::parse(role).map_err(|error| FieldError { field, ..error })
        });
        let phases = policy.phases.into_iter().enumerate().map(|(index, phase)| phase.read(index));
        Ok(Self {
            mode: policy.mode.0,
            phases: phases.collect::<Result<_, _>>()?,
            new_users: policy.new_users.0,
            after_grace: policy.after_grace.0,
            login_style: policy.login_style.0,
            sso: policy.sso.0,
            allowed_methods: policy.allowed_methods.into_iter().map(|method| method.0).collect(),
            passkey_login: policy.passkey_login,
            passkey_only: passkey_only.collect::<Result<_, _>>()?,
            recovery_code_count: policy.recovery_code_count,
            secret_max_age_days: policy.secret_max_age_days,
            skew_steps: policy.skew_steps,
            trusted_device_days: policy.trusted_device_days,
            step_up_max_age_minutes: policy.step_up_max_age_minutes,
            admin_reset: policy.admin_reset.0,
            reset_proof: policy.reset_proof.0,
            temporary_pass: policy::TemporaryPassRules {
                enabled: policy.temporary_pass.enabled,
                max_minutes: policy.temporary_pass.max_minutes,
            },
            digits: policy.digits,
            algorithm: policy.algorithm.0,
            past_phases: Vec::new(),
            devices_trusted_since: None,
        })
    }
}

impl From<policy::Policy> for Policy {
    fn from(policy: policy::Policy) -> Self {
        Self {
            mode: policy.mode.into(),
            phases: policy.phases.iter().map(Into::into).collect(),
            new_users: policy.new_users.into(),
            after_grace: policy.after_grace.into(),
            login_style: policy.login_style.into(),
            sso: policy.sso.into(),
            allowed_methods: policy.allowed_methods.into_iter().map(Into::into).collect(),
            passkey_login: policy.passkey_login,
            passkey_only: policy.passkey_only.iter().map(|role| role.as_str().to_owned()).collect(),
            recovery_code_count: policy.recovery_code_count,
            secret_max_age_days: policy.secret_max_age_days,
            skew_steps: policy.skew_steps,
            trusted_device_days: policy.trusted_device_days,
            step_up_max_age_minutes: policy.step_up_max_age_minutes,
            admin_reset: policy.admin_reset.into(),
            reset_proof: policy.reset_proof.into(),
            temporary_pass: TemporaryPassRules {
                enabled: policy.temporary_pass.enabled,
                max_minutes: policy.temporary_pass.max_minutes,
            },
            digits: policy.digits,
            algorithm: policy.algorithm.into(),
            version: None,
            updated_at: None,
        }
    }
}

/// The policy in force, with its place in the history of changes.
fn respond(stored: StoredPolicy) -> HttpResponse {
    let StoredPolicy { policy, version, updated_at } = stored;
    let policy = Policy { version: Some(version), updated_at: Some(updated_at), ..policy.into() };
    HttpResponse::Ok().insert_header(precondition::etag(version)).json(policy)
}

/// Shows the organization's policy
///
/// Takes the permission `policy.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.read"]), ("apiKey" = ["policy.read"])),
    responses(
        (status = 200, description = "The policy in force.", body = Policy, headers(("ETag" = String, description = "Its version."))),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/policy")]
pub async fn read_policy(caller: Can<PolicyRead>) -> Result<HttpResponse, Problem> {
    caller.run(policies::find).await.map(respond)
}

/// Lists policies to start from
///
/// Roll-outs in them begin now. Takes the permission `policy.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.read"]), ("apiKey" = ["policy.read"])),
    responses(
        (status = 200, description = "Each preset with its policy.", body = PresetList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/policy/presets")]
pub async fn list_policy_presets(caller: Can<PolicyRead>) -> Result<HttpResponse, Problem> {
    let presets = caller.run(policies::presets).await?;
    let items = presets.into_iter().map(|(id, policy)| PresetPolicy { id: id.into(), policy: policy.into() });
    Ok(HttpResponse::Ok().json(PresetList { items: items.collect() }))
}

/// A policy to start from.
#[derive(Serialize, ToSchema)]
struct PresetPolicy {
    id: named::Preset,
    policy: Policy,
}

/// The policies to start from.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"items": [{"id": "supervised", "policy": {
    "mode": "optional", "phases": [], "newUsers": "firstLogin", "afterGrace": "enrollAtLogin",
    "loginStyle": "twoStep", "sso": "exempt", "allowedMethods": ["totp", "recoveryCode"], "passkeyLogin": false, "passkeyOnly": [], "recoveryCodeCount": 10,
    "secretMaxAgeDays": 0, "skewSteps": 1, "trustedDeviceDays": 0, "stepUpMaxAgeMinutes": 5,
    "adminReset": "superadmin", "resetProof": "code", "temporaryPass": {"enabled": true, "maxMinutes": 1440},
    "digits": 6, "algorithm": "SHA1"
}}]}))]
struct PresetList {
    items: Vec<PresetPolicy>,
}

/// Replaces the organization's policy
///
/// It acts at each user's next request. Takes the permission `policy.write`, and a step-up of an editor who has a
/// factor; only such an editor may require one of everybody.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.write"])),
    params(("If-Match" = String, Header, description = "The `ETag` of the policy that is to be replaced, several of them, or `*` for whatever there is.")),
    request_body = Policy,
    responses(
        (status = 200, description = "The new policy.", body = Policy, headers(("ETag" = String, description = "Its version."))),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 409, description = "`enroll_first`: the editor has no factor; `last_admin`: no administrator could sign in."),
        (status = 412, description = "`stale_version`: somebody has changed it meanwhile."),
        (status = 428, description = "`precondition_required`: no `If-Match`."),
    )
)]
#[put("/v1/policy")]
pub async fn replace_policy(
    caller: PersonCanSteppedUp<PolicyWrite>,
    Json(body): Json<Policy>,
    IfMatch(expected): IfMatch,
) -> Result<HttpResponse, Problem> {
    let policy = policy::Policy::try_from(body)?;
    caller.run(move |op, caller| policies::replace(op, caller, &expected, &policy)).await.map(respond)
}
