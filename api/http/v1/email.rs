//! A user's own address: another one, and the proof that it is theirs.

use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::Secret;
use crate::{
    domain::{password::Password, user::EmailAddress},
    flows::email,
    http::{
        auth::{SignedIn, SteppedUp},
        body::Json,
        client::Anonymous,
        problem::Problem,
    },
};

/// The address that somebody wants to have.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "ada@lovelace.example", "password": "a very long pass phrase"}))]
struct ChangeEmailRequest {
    #[schema(max_length = 254)]
    email: String,
    /// The caller's current one.
    password: Secret,
}

/// Mails a link to the address that the caller wants to have
///
/// The address changes when the link is followed, within 24 hours; of several requests the last is good. Where somebody else
/// has the address nothing is mailed, and the answer is the same. At most 3 mails in 15 minutes and 10 a day.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    request_body = ChangeEmailRequest,
    responses(
        (status = 202, description = "If the address is free, a mail will be sent."),
        (status = 401, description = "`login_failed`: the password is wrong; `unauthenticated` or `step_up_required`"),
        (status = 409, description = "`no_password`: the caller signs in at a provider alone."),
        (status = 429, description = "`too_many_mails`: none is sent before `Retry-After`."),
    )
)]
#[post("/v1/me/email")]
pub async fn request_email_change(
    mut caller: SteppedUp,
    Json(body): Json<ChangeEmailRequest>,
) -> Result<HttpResponse, Problem> {
    let email = EmailAddress::parse(&body.email)?;
    let password = Password::parse("password", body.password.expose())?;
    let permit = caller.client.permit().await?;
    let request = caller.run(move |op, caller| email::request_change(op, &permit, caller, &email, &password));
    request.await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Mails a link by which the caller proves that their address is theirs
///
/// At most 3 mails in 15 minutes and 10 a day.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses(
        (status = 202, description = "A mail will be sent."),
        (status = 429, description = "`too_many_mails`: none is sent before `Retry-After`."),
    )
)]
#[post("/v1/me/email/verify")]
pub async fn request_email_verification(caller: SignedIn) -> Result<HttpResponse, Problem> {
    caller.run(email::request_verification).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// The token of a mailed link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "nlm_AZnzoVt7fAKNTh"}))]
struct ConfirmEmailRequest {
    token: Secret,
}

/// Takes the proof that an address is its user's
///
/// It is verified, or takes the place of the one that they had. A link is good once.
#[utoipa::path(
    tag = "Sign-in",
    request_body = ConfirmEmailRequest,
    responses(
        (status = 204, description = "The address is verified, and the user's."),
        (status = 409, description = "`email_taken`: somebody has got it meanwhile."),
        (status = 410, description = "`link_expired`: used, replaced by a later one, or past its time."),
    )
)]
#[post("/v1/auth/email/confirm")]
pub async fn confirm_email(
    client: Anonymous,
    Json(body): Json<ConfirmEmailRequest>,
) -> Result<HttpResponse, Problem> {
    client.run(move |op| email::confirm(op, body.token.expose())).await?;
    Ok(HttpResponse::NoContent().finish())
}
