//! Forgotten passwords: asked for by an address, set by a mailed link.

use std::time::Duration;

use actix_web::{HttpResponse, post, rt::time::sleep};
use futures_util::future::join;
use serde::Deserialize;
use utoipa::ToSchema;

use super::Secret;
use crate::{
    domain::user::EmailAddress,
    flows::forgotten_password,
    http::{body::Json, client::Anonymous, problem::Problem},
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
    let permit = client.permit().await?;
    let reset =
        client.run(move |op| forgotten_password::reset(op, &permit, token.expose(), password.expose()));
    reset.await?;
    Ok(HttpResponse::NoContent().finish())
}
