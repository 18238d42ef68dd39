//! A user's own passkeys: enrolled, renamed, removed, and asked for inside a session.

use actix_web::{HttpResponse, delete, patch, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    recovery_codes::{NumberedCode, numbered},
    session::{Notice, Session, SessionAnswer},
    webauthn::{NewCredential, PasskeyCreation, PasskeyRequest},
};
use crate::{
    domain::{
        id::PasskeyId,
        passkey::{self, PasskeyName},
    },
    flows::{
        passkey_ceremonies,
        passkey_enrollment::{self, EnrolledPasskey},
        passkeys,
    },
    http::{
        auth::{Enrolling, SignedIn, SteppedUp},
        body::{Json, LargeJson},
        problem::Problem,
    },
};

/// One enrolled passkey.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2", "name": "Laptop", "enrolledAt": "2026-11-24T09:00:00Z", "synced": true
}))]
pub struct Passkey {
    id: Uuid,
    name: String,
    enrolled_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    last_used_at: Option<DateTime<Utc>>,
    /// Whether its owner finds it on other devices, too, as its authenticator said last.
    synced: bool,
}

impl From<passkey::Passkey> for Passkey {
    fn from(passkey: passkey::Passkey) -> Self {
        let passkey::Passkey { id, name, credential, enrolled_at, last_used_at } = passkey;
        Self { id: id.0, name, enrolled_at, last_used_at, synced: credential.synced }
    }
}

/// Asks for a new passkey
///
/// Nothing is enabled before what the authenticator makes is sent. The question is good for five minutes and one answer, and takes
/// the place of any before.
#[utoipa::path(
    tag = "Me",
    security(("session" = []), ("enrollment" = [])),
    responses(
        (status = 200, description = "What to ask the authenticator.", body = PasskeyCreation),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`blocked_by_policy`: no passkeys here; `account_frozen`"),
        (status = 409, description = "`passkey_limit`: ten at most."),
    )
)]
#[post("/v1/me/passkeys/options")]
pub async fn begin_passkey(enrolling: Enrolling) -> Result<HttpResponse, Problem> {
    let asked = enrolling.run(passkey_enrollment::begin).await?;
    Ok(HttpResponse::Ok().json(PasskeyCreation::from(asked)))
}

/// What the authenticator made, and a name for it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Laptop",
    "credential": {
        "id": "q83vASNFZ4mrze8BI0VniQ", "rawId": "q83vASNFZ4mrze8BI0VniQ", "type": "public-key",
        "response": {"clientDataJSON": "e30", "attestationObject": "oA", "transports": ["internal"]}
    }
}))]
struct EnrollPasskeyRequest {
    #[schema(nullable = false, min_length = 1, max_length = 50)]
    name: Option<String>,
    credential: NewCredential,
}

/// A passkey that has just become a factor.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "passkey": {"id": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2", "name": "Laptop", "enrolledAt": "2026-11-24T09:00:00Z", "synced": true},
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
struct PasskeyEnrollment {
    passkey: Passkey,
    /// With the first factor: shown once, so keep them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    recovery_codes: Option<Vec<NumberedCode>>,
    session: Session,
    notices: Vec<Notice>,
}

/// Enrolls a passkey
///
/// The first factor brings the recovery codes. Other sessions end; the caller's goes on under fresh tokens, and after a
/// sign-in that demanded the enrollment it begins.
#[utoipa::path(
    tag = "Me",
    security(("session" = []), ("enrollment" = [])),
    request_body = EnrollPasskeyRequest,
    responses(
        (status = 201, description = "The passkey is a factor.", body = PasskeyEnrollment),
        (status = 403, description = "`blocked_by_policy`: no passkeys here; `account_frozen`"),
        (status = 409, description = "`passkey_limit`"),
        (status = 422, description = "`passkey_rejected`: not what was asked for, or asked too long ago. Ask anew: the question is used up. `validation_failed`"),
    )
)]
#[post("/v1/me/passkeys")]
pub async fn enroll_passkey(
    enrolling: Enrolling,
    LargeJson(body): LargeJson<EnrollPasskeyRequest>,
) -> Result<HttpResponse, Problem> {
    let name = body.name.map(|name| PasskeyName::parse(&name)).transpose()?;
    let name = name.unwrap_or_else(PasskeyName::default_name);
    let answer = body.credential.read()?;
    let app = enrolling.client.app.clone();
    let enrolled =
        enrolling.run(move |op, enroller| passkey_enrollment::enroll(op, enroller, &name, &answer)).await?;
    let EnrolledPasskey { passkey, recovery_codes, signed_in } = enrolled;
    let mut response = HttpResponse::Created();
    let SessionAnswer { session, notices } = SessionAnswer::of(&app, signed_in, &mut response);
    Ok(response.json(PasskeyEnrollment {
        passkey: passkey.into(),
        recovery_codes: recovery_codes.as_deref().map(numbered),
        session,
        notices,
    }))
}

/// Asks for one of the caller's passkeys
///
/// For what takes a fresh proof inside a session: turning the second factor off, and new recovery codes. The question is good for
/// five minutes and one answer, and takes the place of any before.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses(
        (status = 200, description = "What to ask the authenticator.", body = PasskeyRequest),
        (status = 409, description = "`enroll_first`: there is no passkey."),
    )
)]
#[post("/v1/me/passkeys/assertion-options")]
pub async fn begin_passkey_proof(caller: SignedIn) -> Result<HttpResponse, Problem> {
    let asked = caller.run(passkey_ceremonies::begin_in_session).await?;
    Ok(HttpResponse::Ok().json(PasskeyRequest::from(asked)))
}

/// A name for a passkey.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Security key"}))]
struct RenamePasskeyRequest {
    #[schema(min_length = 1, max_length = 50)]
    name: String,
}

/// Renames a passkey
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "Of the passkey.")),
    request_body = RenamePasskeyRequest,
    responses((status = 200, description = "The renamed passkey.", body = Passkey))
)]
#[patch("/v1/me/passkeys/{id}")]
pub async fn rename_passkey(
    caller: SignedIn,
    id: Path<Uuid>,
    Json(body): Json<RenamePasskeyRequest>,
) -> Result<HttpResponse, Problem> {
    let name = PasskeyName::parse(&body.name)?;
    let id = PasskeyId(*id);
    let renamed = caller.run(move |op, caller| passkeys::rename(op, caller, id, &name)).await?;
    Ok(HttpResponse::Ok().json(Passkey::from(renamed)))
}

/// Removes a passkey
///
/// The last factor stays, and where the organization requires one of the user, the last that counts: add another first, or turn
/// the second factor off.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "Of the passkey.")),
    responses(
        (status = 200, description = "It is gone; the session goes on under fresh tokens.", body = SessionAnswer),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 409, description = "Of the last one: `required_by_policy`, or else `last_factor`. `last_admin` or `last_superadmin`: what is left would not do for the last one who can sign in."),
    )
)]
#[delete("/v1/me/passkeys/{id}")]
pub async fn remove_passkey(caller: SteppedUp, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = PasskeyId(*id);
    let app = caller.client.app.clone();
    let signed_in = caller.run(move |op, caller| passkeys::remove(op, caller, id)).await?;
    Ok(SessionAnswer::respond(&app, signed_in))
}
