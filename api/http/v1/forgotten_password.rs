//! Forgotten passwords: asked for by an address or by an administrator, set by a mailed link.

use std::time::Duration;

use actix_web::{HttpResponse, http::StatusCode, post, rt::time::sleep, web::Path};
use futures_util::future::join;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Secret;
use crate::{
    domain::{id::UserId, user::EmailAddress},
    flows::{Operation, administrators::Administrator, forgotten_password},
    http::{
        auth::{CanSteppedUp, UsersWrite},
        body::Json,
        client::Anonymous,
        problem::Problem,
        reply::Reply,
    },
};

/// So long an answer takes at least. What is done for an address that somebody has takes longer, and must not tell by it.
const FLOOR: Duration = Duration::from_millis(300);

/// Whose password is forgotten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "ada@example.org"}))]
struct ForgotPasswordRequest {
    #[schema(max_length = 254)]
    email: String,
}

/// Mails a link to set a new password
///
/// To whoever has this address and could sign in; whether there is somebody, the answer does not tell. The link is good for 30
/// minutes. Nobody gets more than 3 in 15 minutes, and 10 a day.
#[utoipa::path(
    tag = "Sign-in",
    request_body = ForgotPasswordRequest,
    responses((status = 202, description = "If there is such an account, a mail will be sent."))
)]
#[post("/v1/auth/password/forgot")]
pub async fn request_password_reset(
    client: Anonymous,
    Json(body): Json<ForgotPasswordRequest>,
) -> Result<HttpResponse, Problem> {
    let email = EmailAddress::parse(&body.email)?;
    let (requested, ()) =
        join(client.run(move |op| forgotten_password::request(op, &email)), sleep(FLOOR)).await;
    requested?;
    Ok(HttpResponse::Accepted().finish())
}

/// The token of a mailed link, and the new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "nlp_AZnzoVt7fAKNTh", "password": "a very long pass phrase"}))]
struct ResetPasswordRequest {
    token: Secret,
    /// At least 15 characters, or 8 where the organization requires a second factor of everybody at once.
    password: Secret,
}

/// Sets a new password by a mailed link
///
/// Ends whatever the user has open. It does not sign in, and leaves the second factor alone. A link is good for one password;
/// one that is not good enough does not use it up.
#[utoipa::path(
    tag = "Sign-in",
    request_body = ResetPasswordRequest,
    responses(
        (status = 204, description = "The password is set."),
        (status = 410, description = "`link_expired`: used, or past its time."),
    )
)]
#[post("/v1/auth/password/reset")]
pub async fn reset_password(
    mut client: Anonymous,
    Json(body): Json<ResetPasswordRequest>,
) -> Result<HttpResponse, Problem> {
    let ResetPasswordRequest { token, password } = body;
    if password.expose().is_empty() {
        // Refused in any case, and asked by pages that want to know of their link: there is nothing to hash.
        client.run(move |op| forgotten_password::check(op, token.expose(), password.expose())).await?;
    } else {
        let permit = client.permit().await?;
        let reset =
            move |op: &Operation| forgotten_password::reset(op, &permit, token.expose(), password.expose());
        client.run(reset).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

/// Mails a user a link to set a new password
///
/// The link goes to the user alone: whoever asks learns neither it nor the password, and the one from before stays until it is used.
/// It counts with those that the user asks for: at most 3 in 15 minutes, and 10 a day. A frozen account is mailed one too, and stays
/// frozen. Takes the permission `users.write`, and a
/// step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    params(("id" = Uuid, Path, description = "Of the user.")),
    responses(
        (status = 202, description = "The link will be sent."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a user above the caller; `enrollment_required`"),
        (status = 409, description = "`nothing_to_reset`: the user has no password here, or is suspended."),
        (status = 429, description = "`too_many_mails`: none is sent before `Retry-After`."),
    )
)]
#[post("/v1/users/{id}/password-reset")]
pub async fn send_password_reset(
    caller: CanSteppedUp<UsersWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = UserId(*id);
    let send = move |op: &Operation, caller: &Administrator| {
        forgotten_password::send(op, caller, id)?;
        Ok(Reply::empty(StatusCode::ACCEPTED))
    };
    caller.answer(send).await
}
