//! One user, for administrators: roles, suspension, sessions, resets and passes.

use actix_web::{HttpResponse, delete, get, patch, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    roles::{self, RoleName},
    users::ListedUser,
};
use crate::{
    domain::{
        id::UserId,
        pass::{Reason, Ticket},
        rejection::FieldError,
    },
    flows::{
        Operation,
        administrators::Administrator,
        passes::IssuedPass,
        resets::{self, ResetOrder},
        sso_identities,
        user_changes::{self, Changes},
        users,
    },
    http::{
        auth::{Can, CanSteppedUp, UsersRead, UsersReset2fa, UsersWrite},
        body::Json,
        named,
        problem::Problem,
        reply::Reply,
    },
};

/// Shows a user
///
/// Takes the permission `users.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.read"]), ("apiKey" = ["users.read"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    responses(
        (status = 200, description = "The user.", body = ListedUser),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/users/{id}")]
pub async fn read_user(caller: Can<UsersRead>, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = UserId(*id);
    let user = caller.run(move |op, caller| users::find(op, caller, id)).await?;
    Ok(HttpResponse::Ok().json(ListedUser::from(user)))
}

/// What is to be changed; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"roles": ["member", "manager"], "suspended": false}))]
struct UpdateUserRequest {
    /// At least one, and none that permits more than the caller's own.
    #[schema(nullable = false, min_items = 1)]
    roles: Option<Vec<RoleName>>,
    /// Somebody suspended cannot sign in, and is signed out everywhere.
    #[schema(nullable = false)]
    suspended: Option<bool>,
    /// `false` lifts the freeze of somebody who has said that it was not them. Nobody lifts their own.
    #[schema(nullable = false)]
    frozen: Option<bool>,
}

/// Changes a user's roles, suspends or restores them, lifts a freeze
///
/// Takes the permission `users.write`, and a step-up of a caller who has a factor. It acts at the user's next request.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    request_body = UpdateUserRequest,
    responses(
        (status = 200, description = "The changed user.", body = ListedUser),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a user or roles above the caller, and for suspending or unfreezing oneself; `enrollment_required`"),
        (status = 409, description = "`last_admin`: no administrator of the organization would be left; `last_superadmin`: no superadmin who can sign in would be left in the first organization."),
    )
)]
#[patch("/v1/users/{id}")]
pub async fn update_user(
    caller: CanSteppedUp<UsersWrite>,
    id: Path<Uuid>,
    Json(body): Json<UpdateUserRequest>,
) -> Result<HttpResponse, Problem> {
    let roles = body.roles.as_deref().map(roles::named).transpose()?;
    let unfrozen = match body.frozen {
        Some(true) => {
            let message = "Only the owner of an account freezes it; suspend them instead.";
            return Err(FieldError::new("frozen", "not_supported", message).into());
        }
        Some(false) => true,
        None => false,
    };
    let (id, changes) = (UserId(*id), Changes { roles, suspended: body.suspended, unfrozen });
    let user = caller.run(move |op, caller| user_changes::update(op, caller, id, &changes)).await?;
    Ok(HttpResponse::Ok().json(ListedUser::from(user)))
}

/// Ends all sessions of a user
///
/// Takes the permission `users.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    responses(
        (status = 204, description = "The user is signed out everywhere."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a user above the caller; `enrollment_required`"),
    )
)]
#[delete("/v1/users/{id}/sessions")]
pub async fn end_user_sessions(
    caller: CanSteppedUp<UsersWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = UserId(*id);
    caller.run(move |op, caller| user_changes::end_sessions(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Disconnects a user's accounts at providers
///
/// None of them signs in as the user any more; the user is told, and signed out everywhere. Whoever has no password is suspended
/// instead. Takes the permission `users.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    responses(
        (status = 204, description = "The user signs in with their password."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a user above the caller; `enrollment_required`"),
        (status = 409, description = "`last_login_method`: the user has no password."),
    )
)]
#[delete("/v1/users/{id}/sso-identities")]
pub async fn disconnect_user_identities(
    caller: CanSteppedUp<UsersWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = UserId(*id);
    caller.run(move |op, caller| sso_identities::disconnect_all(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How the person was identified, and why their factor is reset.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"identityCheck": "video", "reason": "Lost the phone and the recovery codes.", "ticket": "HD-4711"}))]
struct ResetRequest {
    identity_check: named::IdentityCheck,
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    ticket: Option<String>,
}

/// What the next login of the user has to show, if anything: shown once.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"code": "7H3K-9M2P-XWQ4-T8VN", "expiresAt": "2026-11-25T09:00:00Z"}))]
struct ResetAnswer {
    /// To be read out to the person over the channel on which they were identified.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    expires_at: Option<DateTime<Utc>>,
}

/// Resets a user's second factor
///
/// Authenticators, recovery codes and sessions are gone. Where the policy's `resetProof` is `code`, the next login has to
/// show the code of the answer before it may enroll. Takes the permission `users.reset2fa`, and a step-up of a caller who
/// has a factor. Nobody resets themselves.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.reset2fa"]), ("apiKey" = ["users.reset2fa"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    request_body = ResetRequest,
    responses(
        (status = 200, description = "The factor is reset.", body = ResetAnswer),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a user above the caller; `enrollment_required`"),
        (status = 409, description = "`cannot_reset_self`, `last_admin`, or `nothing_to_reset`: the user has not activated their account."),
    )
)]
#[post("/v1/users/{id}/two-factor/reset")]
pub async fn reset_two_factor(
    caller: CanSteppedUp<UsersReset2fa>,
    id: Path<Uuid>,
    Json(body): Json<ResetRequest>,
) -> Result<HttpResponse, Problem> {
    let order = ResetOrder {
        identity_check: body.identity_check.0,
        reason: Reason::parse(&body.reason)?,
        ticket: body.ticket.as_deref().map(Ticket::parse).transpose()?,
    };
    let id = UserId(*id);
    let reset = move |op: &Operation, caller: &Administrator| {
        let issued = resets::reset(op, caller, id, &order)?;
        let (code, expires_at) = issued.map(|pass| (pass.code.reveal(), pass.expires_at)).unzip();
        let has_code = code.is_some();
        let reply = Reply::ok(&ResetAnswer { code, expires_at })?;
        Ok(if has_code { reply.with_secret() } else { reply })
    };
    caller.answer(reset).await
}

/// For how long a pass is good, and why it is issued.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"minutes": 60, "reason": "The phone is at home."}))]
struct IssuePassRequest {
    /// At most as many as the policy allows; 60 where nothing is said.
    #[schema(nullable = false, minimum = 10, maximum = 1440)]
    minutes: Option<u16>,
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// A temporary pass: shown once.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"code": "7H3K-9M2P-XWQ4-T8VN", "expiresAt": "2026-11-24T10:00:00Z"}))]
struct TemporaryPass {
    code: String,
    expires_at: DateTime<Utc>,
}

impl From<IssuedPass> for TemporaryPass {
    fn from(issued: IssuedPass) -> Self {
        Self { code: issued.code.reveal(), expires_at: issued.expires_at }
    }
}

/// Issues a temporary pass
///
/// It stands in for the user's second factor once, and leads them to enroll an authenticator. It takes the place of any
/// pass that is not used. Takes the permission `users.reset2fa`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.reset2fa"]), ("apiKey" = ["users.reset2fa"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    request_body = IssuePassRequest,
    responses(
        (status = 201, description = "The pass.", body = TemporaryPass),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`blocked_by_policy`: no passes here; `not_permitted`, also for a user above the caller; `enrollment_required`"),
        (status = 409, description = "`cannot_reset_self`, or `suspended_or_frozen`: the account would not take it."),
    )
)]
#[post("/v1/users/{id}/temporary-pass")]
pub async fn issue_temporary_pass(
    caller: CanSteppedUp<UsersReset2fa>,
    id: Path<Uuid>,
    Json(body): Json<IssuePassRequest>,
) -> Result<HttpResponse, Problem> {
    let (id, reason) = (UserId(*id), Reason::parse(&body.reason)?);
    let minutes = body.minutes;
    let issue = move |op: &Operation, caller: &Administrator| {
        let issued = resets::issue_pass(op, caller, id, minutes, &reason)?;
        Ok(Reply::created(&TemporaryPass::from(issued))?.with_secret())
    };
    caller.answer(issue).await
}
