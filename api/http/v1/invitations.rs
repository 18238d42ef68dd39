//! Invitations, for administrators: many at once, sent again, taken back.

use actix_web::{HttpResponse, delete, http::StatusCode, post, web::Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::roles::{self, RoleName};
use crate::{
    domain::{Timestamp, id::UserId, rejection::FieldError},
    flows::{
        Operation,
        administrators::Administrator,
        invitations::{self, InvitationResult, MOST_INVITED, Terms},
    },
    http::{
        auth::{CanSteppedUp, UsersWrite},
        body::Json,
        named,
        problem::{Problem, ProblemCode},
        reply::Reply,
    },
};

/// Who is to be invited.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"emails": ["grace@example.org", "alan@example.org"], "roles": ["member"], "language": "en"}))]
struct InviteUsersRequest {
    #[schema(min_items = 1, max_items = 100)]
    emails: Vec<String>,
    /// At least one, and none that permits more than the caller's own.
    #[schema(min_items = 1)]
    roles: Vec<RoleName>,
    /// Of what is mailed to them; `en` where nothing is said.
    #[schema(nullable = false)]
    language: Option<named::Language>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
enum InvitationStatus {
    Invited,
    Failed,
}

/// What came of one invitation.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct InvitationItem {
    /// As it was given.
    email: String,
    #[schema(inline)]
    status: InvitationStatus,
    /// Of whom was invited.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    user_id: Option<Uuid>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    code: Option<ProblemCode>,
}

impl InvitationItem {
    fn of(result: InvitationResult, now: Timestamp) -> Self {
        let InvitationResult { email, outcome } = result;
        let (status, user_id, code) = match outcome {
            Ok(id) => (InvitationStatus::Invited, Some(id.0), None),
            Err(failure) => (InvitationStatus::Failed, None, Some(Problem::of_failure(failure, now).code)),
        };
        Self { email, status, user_id, code }
    }
}

/// What came of it.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "results": [
        {"email": "grace@example.org", "status": "invited", "userId": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11"},
        {"email": "alan@example.org", "status": "failed", "code": "email_taken"}
    ]
}))]
struct InviteUsersAnswer {
    /// One for each address, in the same order. Where the service breaks, it ends with that one.
    results: Vec<InvitationItem>,
}

/// Invites many people
///
/// Each for themself: an address that is none, or that somebody has, fails alone. Takes the permission `users.write`, and a
/// step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    request_body = InviteUsersRequest,
    responses(
        (status = 200, description = "What came of it for each.", body = InviteUsersAnswer),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for roles beyond the caller's own; `enrollment_required`"),
    )
)]
#[post("/v1/users/invitations")]
pub async fn invite_users(
    caller: CanSteppedUp<UsersWrite>,
    Json(body): Json<InviteUsersRequest>,
) -> Result<HttpResponse, Problem> {
    let InviteUsersRequest { emails, roles, language } = body;
    if emails.is_empty() || emails.len() > MOST_INVITED {
        let message = format!("From 1 to {MOST_INVITED}.");
        return Err(FieldError::new("emails", "out_of_range", message).into());
    }
    let language = language.map(|language| language.0).unwrap_or_default();
    let terms = Terms { roles: roles::named(&roles)?, language };
    let invite = move |op: &Operation, caller: &Administrator| {
        let results = invitations::invite_all(op, caller, &emails, &terms)?;
        let results = results.into_iter().map(|result| InvitationItem::of(result, op.now)).collect();
        Reply::ok(&InviteUsersAnswer { results })
    };
    caller.answer(invite).await
}

/// Sends an invitation again
///
/// With a new link; the one that was mailed before is dead. At most 3 in 15 minutes and 10 a day. Takes the permission
/// `users.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    responses(
        (status = 202, description = "The invitation will be sent."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a user above the caller; `enrollment_required`"),
        (status = 409, description = "`already_activated`, or `suspended_or_frozen`: the link would open nothing."),
        (status = 429, description = "`too_many_mails`: none is sent before `Retry-After`."),
    )
)]
#[post("/v1/users/{id}/invitation")]
pub async fn send_invitation(
    caller: CanSteppedUp<UsersWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = UserId(*id);
    let send = move |op: &Operation, caller: &Administrator| {
        invitations::send_again(op, caller, id)?;
        Ok(Reply::empty(StatusCode::ACCEPTED))
    };
    caller.answer(send).await
}

/// Takes an invitation back
///
/// The user goes with it, and the address is free again. Takes the permission `users.write`, and a step-up of a caller who has
/// a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    responses(
        (status = 204, description = "There is no such user any more."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a user above the caller; `enrollment_required`"),
        (status = 409, description = "`already_activated`"),
    )
)]
#[delete("/v1/users/{id}/invitation")]
pub async fn revoke_invitation(
    caller: CanSteppedUp<UsersWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = UserId(*id);
    caller.run(move |op, caller| invitations::revoke(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
