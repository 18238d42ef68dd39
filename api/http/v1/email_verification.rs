//! Codes by mail at sign-in: turned on and off, and sent.

use actix_web::{HttpResponse, post, put, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    flows::email_codes,
    http::{auth::SteppedUp, body::Json, client::Anonymous, problem::Problem},
};

/// What a user has of codes by mail at sign-in.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"verified": true, "enabled": false, "available": true, "passwordByMail": false}))]
#[serde(rename_all = "camelCase")]
pub struct EmailVerification {
    /// Whether the address is proven to be theirs.
    verified: bool,
    /// Whether they have turned it on. It is not asked for while they have an authenticator.
    enabled: bool,
    /// Whether they may turn it on: the policy has it, and they are no administrator.
    available: bool,
    /// Whether their password was set by a mailed link: they choose another one before they turn it on.
    password_by_mail: bool,
}

impl From<email_codes::EmailVerification> for EmailVerification {
    fn from(email: email_codes::EmailVerification) -> Self {
        let email_codes::EmailVerification { verified, enabled, available, password_by_mail } = email;
        Self { verified, enabled, available, password_by_mail }
    }
}

/// Whether a sign-in without an authenticator asks for a mailed code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"enabled": true}))]
struct SetEmailVerificationRequest {
    enabled: bool,
}

/// Turns codes by mail at sign-in on or off
///
/// They stand for no second factor: a required one has to be set up all the same, and then they are not asked for.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    request_body = SetEmailVerificationRequest,
    responses(
        (status = 200, description = "How it stands now.", body = EmailVerification),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`blocked_by_policy`: the organization has no codes by mail; `not_permitted`: not for administrators."),
        (status = 409, description = "`email_unverified`: the address is not confirmed; `password_by_mail`: the password was set by a mailed link."),
    )
)]
#[put("/v1/me/email-verification")]
pub async fn set_email_verification(
    caller: SteppedUp,
    Json(body): Json<SetEmailVerificationRequest>,
) -> Result<HttpResponse, Problem> {
    let email = caller.run(move |op, caller| email_codes::set_enabled(op, caller, body.enabled)).await?;
    Ok(HttpResponse::Ok().json(EmailVerification::from(email)))
}

/// A code that is on its way.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"sentTo": "a…@example.org", "expiresAt": "2026-11-24T09:05:00Z"}))]
struct SentCode {
    /// The address, masked.
    sent_to: String,
    expires_at: DateTime<Utc>,
}

/// Mails a code for a challenge
///
/// Eight digits, good for this challenge and as long as it, at most ten minutes. A new one takes the place of the one before.
/// Three are mailed in a quarter of an hour, and ten a day.
#[utoipa::path(
    tag = "Sign-in",
    params(("challengeId" = String, Path, description = "From the login.")),
    responses(
        (status = 202, description = "The code is on its way.", body = SentCode),
        (status = 410, description = "`challenge_expired`: answered, too old, or wrong too often."),
        (status = 422, description = "`validation_failed`: this challenge takes no mailed code."),
        (status = 429, description = "`too_many_mails`: no code is mailed before `Retry-After`."),
    )
)]
#[post("/v1/auth/challenges/{challengeId}/email")]
pub async fn send_email_code(client: Anonymous, challenge_id: Path<String>) -> Result<HttpResponse, Problem> {
    let sent = client.run(move |op| email_codes::send(op, &challenge_id)).await?;
    let email_codes::SentCode { sent_to, expires_at } = sent;
    Ok(HttpResponse::Accepted().json(SentCode { sent_to, expires_at }))
}
