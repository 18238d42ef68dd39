//! Passkeys at sign-in: as the answer to a challenge, and in the place of the password.

use actix_web::{HttpResponse, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    session::SessionAnswer,
    webauthn::{Assertion, PasskeyRequest, RequestOptions},
};
use crate::{
    domain::{id::CeremonyId, user::EmailAddress},
    flows::{
        passkey_ceremonies::{self, AskedSignature},
        passkey_login::{self, AskedSignIn},
    },
    http::{
        body::{Json, LargeJson},
        client::Anonymous,
        problem::Problem,
    },
};

/// Asks for a passkey as the answer to a challenge
///
/// The question is good for one answer, right or wrong, and takes the place of any before.
#[utoipa::path(
    tag = "Sign-in",
    params(("challengeId" = String, Path, description = "From the login or the step-up.")),
    responses(
        (status = 200, description = "What to ask the authenticator.", body = PasskeyRequest),
        (status = 410, description = "`challenge_expired`"),
        (status = 422, description = "`validation_failed`: the challenge takes no passkey."),
    )
)]
#[post("/v1/auth/challenges/{challengeId}/passkey")]
pub async fn begin_passkey_answer(
    client: Anonymous,
    challenge_id: Path<String>,
) -> Result<HttpResponse, Problem> {
    let asked = client.run(move |op| passkey_ceremonies::begin_for_challenge(op, &challenge_id)).await?;
    Ok(HttpResponse::Ok().json(PasskeyRequest::from(asked)))
}

/// Who wants to sign in, if they say so.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "ada@example.org"}))]
struct PasskeyLoginOptionsRequest {
    /// Without it, any passkey that the authenticator finds for this site will do.
    #[schema(nullable = false, max_length = 254)]
    email: Option<String>,
}

/// A question for a passkey that signs in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "ceremonyId": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2",
    "publicKey": {
        "challenge": "x7Jq0bR4Xk1hQp0cO2mS9fYd3wVtLz8uGnEa5iTrBvM", "timeout": 300_000, "rpId": "login.example.org",
        "allowCredentials": [], "userVerification": "required"
    },
    "expiresAt": "2026-11-24T09:05:00Z"
}))]
struct PasskeyLoginOptions {
    /// To be sent with the answer.
    ceremony_id: Uuid,
    public_key: RequestOptions,
    expires_at: DateTime<Utc>,
}

impl From<AskedSignIn> for PasskeyLoginOptions {
    fn from(asked: AskedSignIn) -> Self {
        let AskedSignIn { id, asked: AskedSignature { options, expires_at } } = asked;
        Self { ceremony_id: id.0, public_key: options.into(), expires_at }
    }
}

/// Asks for a passkey that signs in
///
/// With an address the credentials are named that its owner has, or, where nobody has it or its owner has no passkey, some that
/// nobody has: the answer does not tell. The question is good for five minutes and one answer.
#[utoipa::path(
    tag = "Sign-in",
    request_body = PasskeyLoginOptionsRequest,
    responses(
        (status = 200, description = "What to ask the authenticator.", body = PasskeyLoginOptions),
        (status = 429, description = "`too_many_sign_ins`: none begins at this network address before `Retry-After`."),
    )
)]
#[post("/v1/auth/passkey/options")]
pub async fn begin_passkey_login(
    client: Anonymous,
    Json(body): Json<PasskeyLoginOptionsRequest>,
) -> Result<HttpResponse, Problem> {
    let email = body.email.as_deref().map(EmailAddress::parse).transpose()?;
    let asked = client.run(move |op| passkey_login::begin(op, email.as_ref())).await?;
    Ok(HttpResponse::Ok().json(PasskeyLoginOptions::from(asked)))
}

/// What the authenticator signed.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "ceremonyId": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2",
    "assertion": {
        "id": "q83vASNFZ4mrze8BI0VniQ", "rawId": "q83vASNFZ4mrze8BI0VniQ", "type": "public-key",
        "response": {"clientDataJSON": "e30", "authenticatorData": "oA", "signature": "MEUC", "userHandle": "AZnzoVt7fALNThsf"}
    }
}))]
struct PasskeyLoginRequest {
    ceremony_id: Uuid,
    assertion: Assertion,
    /// Whether the refresh token is kept in a cookie instead of the answer.
    #[serde(default)]
    #[schema(default = false)]
    cookie: bool,
}

/// Signs in by a passkey alone
///
/// Its authenticator has to verify its user, by a PIN or a finger: so it stands for both factors. Whatever is wrong, who is not
/// known, and whom the policy does not let in by it, are answered alike.
#[utoipa::path(
    tag = "Sign-in",
    request_body = PasskeyLoginRequest,
    responses(
        (status = 200, description = "The session.", body = SessionAnswer),
        (status = 401, description = "`login_failed`"),
        (status = 429, description = "`too_many_sign_ins`: none is looked at from this network address before `Retry-After`."),
    )
)]
#[post("/v1/auth/passkey/login")]
pub async fn finish_passkey_login(
    client: Anonymous,
    LargeJson(body): LargeJson<PasskeyLoginRequest>,
) -> Result<HttpResponse, Problem> {
    let (id, answer, cookie) = (CeremonyId(body.ceremony_id), body.assertion.read()?, body.cookie);
    let app = client.app.clone();
    let signed_in = client.run(move |op| passkey_login::finish(op, id, &answer, cookie)).await?;
    Ok(SessionAnswer::respond(&app, signed_in))
}
