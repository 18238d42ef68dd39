//! A user's own authenticators: enrolled, replaced, renamed, removed.

use actix_web::{HttpResponse, delete, patch, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Secret,
    recovery_codes::{NumberedCode, numbered},
    session::{Notice, Session, SessionAnswer},
};
use crate::{
    domain::{
        authenticator::{self, AuthenticatorName},
        id::AuthenticatorId,
        policy::Policy,
        totp::{OneTimeCode, Parameters},
    },
    flows::{
        authenticators,
        enrollment::{self, BegunEnrollment, Confirmed},
    },
    http::{
        auth::{Enrolling, SignedIn, SteppedUp},
        body::Json,
        named,
        problem::Problem,
    },
};

/// One enrolled authenticator app.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2", "name": "Phone", "algorithm": "SHA1", "digits": 6,
    "periodSeconds": 30, "confirmedAt": "2026-11-24T09:00:00Z", "proved": true, "expired": false
}))]
pub struct Authenticator {
    id: Uuid,
    name: String,
    algorithm: named::Algorithm,
    digits: u8,
    period_seconds: u16,
    /// When it was enrolled, or imported.
    confirmed_at: DateTime<Utc>,
    /// Whether a code of it was ever accepted here: of one that was imported nobody knows before. It counts as a factor.
    proved: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    last_used_at: Option<DateTime<Utc>>,
    /// When its secret is to be renewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    renew_by: Option<DateTime<Utc>>,
    /// Whether that time has come. It still works.
    expired: bool,
}

impl Authenticator {
    pub fn of(authenticator: authenticator::Authenticator, policy: &Policy, now: DateTime<Utc>) -> Self {
        let Parameters { algorithm, digits, period_seconds } = authenticator.parameters;
        let renew_by = policy.renew_by(authenticator.confirmed_at);
        Self {
            id: authenticator.id.0,
            name: authenticator.name,
            algorithm: algorithm.into(),
            digits,
            period_seconds,
            confirmed_at: authenticator.confirmed_at,
            proved: authenticator.proved,
            last_used_at: authenticator.last_used_at,
            renew_by,
            expired: renew_by.is_some_and(|renew_by| renew_by <= now),
        }
    }
}

/// What a new authenticator is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Phone"}))]
struct BeginRequest {
    #[schema(nullable = false, min_length = 1, max_length = 50)]
    name: Option<String>,
    /// None but the policy's.
    #[schema(nullable = false)]
    algorithm: Option<named::Algorithm>,
}

/// A begun enrollment, with the only sight of its secret.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2",
    "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
    "otpauthUri": "otpauth://totp/Example:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&algorithm=SHA1&digits=6&period=30",
    "qrSvg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"></svg>",
    "algorithm": "SHA1",
    "digits": 6,
    "expiresAt": "2026-11-24T09:15:00Z"
}))]
struct Enrollment {
    /// Of the authenticator that it becomes.
    id: Uuid,
    /// The setup key in base32, for those who cannot scan.
    secret: String,
    /// What the QR code says (Key URI Format).
    otpauth_uri: String,
    /// The QR code as a picture.
    qr_svg: String,
    algorithm: named::Algorithm,
    /// How many digits its codes have.
    digits: u8,
    expires_at: DateTime<Utc>,
}

impl From<BegunEnrollment> for Enrollment {
    fn from(begun: BegunEnrollment) -> Self {
        Self {
            id: begun.id.0,
            secret: begun.secret.to_string(),
            otpauth_uri: begun.provisioning_uri.to_string(),
            qr_svg: begun.qr_svg.to_string(),
            algorithm: begun.parameters.algorithm.into(),
            digits: begun.parameters.digits,
            expires_at: begun.expires_at,
        }
    }
}

/// Begins the enrollment of an authenticator
///
/// Nothing is enabled before a code confirms it. It takes the place of any other that was begun and not confirmed.
#[utoipa::path(
    tag = "Me",
    security(("session" = []), ("enrollment" = [])),
    request_body = BeginRequest,
    responses(
        (status = 201, description = "Scan the QR code, then confirm.", body = Enrollment),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 409, description = "`authenticator_limit`: five at most."),
    )
)]
#[post("/v1/me/authenticators")]
pub async fn begin_authenticator(
    enrolling: Enrolling,
    Json(body): Json<BeginRequest>,
) -> Result<HttpResponse, Problem> {
    let name = body.name.map(|name| AuthenticatorName::parse(&name)).transpose()?;
    let algorithm = body.algorithm.map(|algorithm| algorithm.0);
    let begun = enrolling.run(move |op, enroller| enrollment::begin(op, enroller, name, algorithm)).await?;
    Ok(HttpResponse::Created().json(Enrollment::from(begun)))
}

/// Begins the replacement of an authenticator
///
/// The old one works until a code of the new one confirms it; its name goes over.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "Of the authenticator to replace.")),
    responses(
        (status = 201, description = "Scan the QR code, then confirm.", body = Enrollment),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
    )
)]
#[post("/v1/me/authenticators/{id}/replace")]
pub async fn replace_authenticator(caller: SteppedUp, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = AuthenticatorId(*id);
    let begun = caller.run(move |op, caller| enrollment::begin_replacement(op, caller, id)).await?;
    Ok(HttpResponse::Created().json(Enrollment::from(begun)))
}

/// A code of the new authenticator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "492039"}))]
struct ConfirmRequest {
    #[schema(value_type = String, pattern = "^([0-9]{6}|[0-9]{8})$")]
    code: Secret,
}

/// An authenticator that has just become a factor.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "authenticator": {
        "id": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2", "name": "Phone", "algorithm": "SHA1", "digits": 6,
        "periodSeconds": 30, "confirmedAt": "2026-11-24T09:00:00Z", "proved": true, "expired": false
    },
    "recoveryCodes": [{"number": 1, "code": "7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F"}],
    "session": {
        "accessToken": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSJ9.e30.c2ln", "tokenType": "Bearer", "expiresIn": 300,
        "refreshToken": "nlr_AZnzoVt7fAKNTh", "user": {
        "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "organizationId": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55",
        "email": "ada@example.org", "displayName": "Ada Lovelace", "emailVerified": true, "language": "en", "roles": ["member"], "permissions": []
    }
    },
    "notices": []
}))]
struct Confirmation {
    authenticator: Authenticator,
    /// With the first factor: shown once, so keep them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    recovery_codes: Option<Vec<NumberedCode>>,
    session: Session,
    notices: Vec<Notice>,
}

/// Confirms an enrollment by a code
///
/// The first factor brings the recovery codes. Other sessions end; the caller's goes on under fresh tokens, and after a
/// sign-in that demanded the enrollment it begins.
#[utoipa::path(
    tag = "Me",
    security(("session" = []), ("enrollment" = [])),
    params(("id" = Uuid, Path, description = "From the begun enrollment.")),
    request_body = ConfirmRequest,
    responses(
        (status = 200, description = "The authenticator is a factor.", body = Confirmation),
        (status = 404, description = "`not_found`: not begun, replaced by another, or older than 15 minutes."),
        (status = 409, description = "`authenticator_limit`"),
        (status = 422, description = "`enrollment_code_rejected`, with `clockSkewSeconds` where the device's clock is off; `validation_failed`"),
    )
)]
#[post("/v1/me/authenticators/{id}/confirm")]
pub async fn confirm_authenticator(
    enrolling: Enrolling,
    id: Path<Uuid>,
    Json(body): Json<ConfirmRequest>,
) -> Result<HttpResponse, Problem> {
    let code = OneTimeCode::parse(body.code.expose())?;
    let id = AuthenticatorId(*id);
    let app = enrolling.client.app.clone();
    let confirmed = enrolling.run(move |op, enroller| enrollment::confirm(op, enroller, id, &code)).await?;
    let Confirmed { authenticator, recovery_codes, signed_in, policy } = confirmed;
    let mut response = HttpResponse::Ok();
    let SessionAnswer { session, notices } = SessionAnswer::of(&app, signed_in, &mut response);
    Ok(response.json(Confirmation {
        authenticator: Authenticator::of(authenticator, &policy, app.clock.now()),
        recovery_codes: recovery_codes.as_deref().map(numbered),
        session,
        notices,
    }))
}

/// A name for an authenticator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Tablet"}))]
struct RenameRequest {
    #[schema(min_length = 1, max_length = 50)]
    name: String,
}

/// Renames an authenticator
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "Of the authenticator.")),
    request_body = RenameRequest,
    responses((status = 200, description = "The renamed authenticator.", body = Authenticator))
)]
#[patch("/v1/me/authenticators/{id}")]
pub async fn rename_authenticator(
    caller: SignedIn,
    id: Path<Uuid>,
    Json(body): Json<RenameRequest>,
) -> Result<HttpResponse, Problem> {
    let name = AuthenticatorName::parse(&body.name)?;
    let id = AuthenticatorId(*id);
    let renamed = caller.run(move |op, caller| {
        let renamed = authenticators::rename(op, caller, id, &name)?;
        Ok(Authenticator::of(renamed, &caller.policy, op.now))
    });
    Ok(HttpResponse::Ok().json(renamed.await?))
}

/// Removes an authenticator
///
/// Its secret is wiped. The last one stays: replace it, or turn the second factor off.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "Of the authenticator.")),
    responses(
        (status = 200, description = "It is gone; the session goes on under fresh tokens.", body = SessionAnswer),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 409, description = "Of the last one: `required_by_policy`, or else `last_factor`. `last_admin` or `last_superadmin`: what is left would not do for the last one who can sign in."),
    )
)]
#[delete("/v1/me/authenticators/{id}")]
pub async fn remove_authenticator(caller: SteppedUp, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = AuthenticatorId(*id);
    let app = caller.client.app.clone();
    let signed_in = caller.run(move |op, caller| authenticators::remove(op, caller, id)).await?;
    Ok(SessionAnswer::respond(&app, signed_in))
}
