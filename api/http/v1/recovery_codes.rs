//! A user's own recovery codes.

use actix_web::{HttpResponse, get, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Secret,
    webauthn::{Assertion, proof},
};
use crate::{
    domain::{recovery_code::RecoveryCode, rejection::FieldError},
    flows::recovery::{self, Listed, ListedSet},
    http::{auth::SignedIn, body::LargeJson, problem::Problem},
};

/// A recovery code by its number: shown once.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"number": 1, "code": "7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F"}))]
pub struct NumberedCode {
    number: usize,
    code: String,
}

/// The codes of a new set with their numbers.
pub fn numbered(codes: &[RecoveryCode]) -> Vec<NumberedCode> {
    (1..).zip(codes).map(|(number, code)| NumberedCode { number, code: code.reveal() }).collect()
}

/// A set without its codes.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "generatedAt": "2026-11-24T09:00:00Z",
    "codes": [{"number": 1, "usedAt": "2026-11-25T08:12:00Z"}, {"number": 2}],
    "remaining": 1,
    "suggestNew": true
}))]
struct RecoveryCodeSet {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    generated_at: Option<DateTime<Utc>>,
    codes: Vec<ListedCode>,
    remaining: usize,
    /// Few are left: a fresh set is due.
    suggest_new: bool,
}

/// A code of the set, by its number.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ListedCode {
    number: i16,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    used_at: Option<DateTime<Utc>>,
    /// Since when it is good no more, though it was not used as far as is known: the database was restored.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    withdrawn_at: Option<DateTime<Utc>>,
}

/// Lists the caller's recovery codes by number
///
/// The codes themselves were shown when they were made.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses((status = 200, description = "Which are used, and when they were.", body = RecoveryCodeSet))
)]
#[get("/v1/me/recovery-codes")]
pub async fn list_recovery_codes(caller: SignedIn) -> Result<HttpResponse, Problem> {
    let ListedSet { generated_at, codes, remaining, suggest_new } = caller.run(recovery::list).await?;
    let listed = |code: Listed| ListedCode {
        number: code.number,
        used_at: code.used_at,
        withdrawn_at: code.withdrawn_at,
    };
    let codes = codes.into_iter().map(listed).collect();
    Ok(HttpResponse::Ok().json(RecoveryCodeSet { generated_at, codes, remaining, suggest_new }))
}

/// A current code of an authenticator, or a passkey.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "492039"}))]
struct RegenerateRequest {
    #[schema(value_type = String, required = false, nullable = false, pattern = "^([0-9]{6}|[0-9]{8})$")]
    code: Option<Secret>,
    /// Or what a passkey signed, which was asked for by `POST /v1/me/passkeys/assertion-options`.
    #[schema(nullable = false)]
    assertion: Option<Assertion>,
}

/// A fresh set: shown once, so keep it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"recoveryCodes": [{"number": 1, "code": "7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F"}]}))]
struct FreshSet {
    recovery_codes: Vec<NumberedCode>,
}

/// Replaces the caller's recovery codes
///
/// The old set is dead at once.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    request_body = RegenerateRequest,
    responses(
        (status = 200, description = "The fresh set.", body = FreshSet),
        (status = 401, description = "`code_rejected`, with `attemptsRemaining`; `unauthenticated`"),
        (status = 403, description = "`blocked_by_policy`: no recovery codes here; `enrollment_required`"),
        (status = 409, description = "`enroll_first`"),
        (status = 429, description = "`too_many_attempts`"),
    )
)]
#[post("/v1/me/recovery-codes/regenerate")]
pub async fn regenerate_recovery_codes(
    caller: SignedIn,
    LargeJson(body): LargeJson<RegenerateRequest>,
) -> Result<HttpResponse, Problem> {
    let proof = proof(body.code.as_ref(), body.assertion.as_ref())?;
    let proof = proof.ok_or_else(|| FieldError::new("code", "required", "A code, or an assertion."))?;
    let codes = caller.run(move |op, caller| recovery::regenerate(op, caller, &proof)).await?;
    Ok(HttpResponse::Ok().json(FreshSet { recovery_codes: numbered(&codes) }))
}
