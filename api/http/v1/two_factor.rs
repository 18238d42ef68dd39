//! The state of a user's own second factor.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, get, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    RecoveryCodeCount, Secret,
    authenticators::Authenticator,
    effective_policy::EffectivePolicy,
    email_verification::EmailVerification,
    passkeys::Passkey,
    webauthn::{Assertion, proof},
};
use crate::{
    domain::password::Password,
    flows::two_factor::{self, Proofs},
    http::{
        auth::{Holder, SignedIn},
        body::LargeJson,
        named,
        problem::Problem,
    },
};

/// A user's second factor.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "state": "enabled",
    "methods": ["totp", "recoveryCode"],
    "offers": ["totp", "passkey"],
    "authenticators": [{
        "id": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2", "name": "Phone", "algorithm": "SHA1", "digits": 6,
        "periodSeconds": 30, "confirmedAt": "2026-11-24T09:00:00Z", "proved": true, "lastUsedAt": "2026-11-24T09:00:00Z",
        "renewBy": "2027-05-23T09:00:00Z", "expired": false
    }],
    "passkeys": [],
    "email": {"verified": true, "enabled": false, "available": true, "passwordByMail": false},
    "recoveryCodes": {"generatedAt": "2026-11-24T09:00:00Z", "total": 10, "remaining": 9},
    "mode": "required",
    "required": true,
    "effectivePolicy": {"standing": "ready", "rule": "requiredAtOnce", "next": "nothing"},
    "canDisable": false,
    "renewBy": "2027-05-23T09:00:00Z"
}))]
struct TwoFactor {
    state: named::FactorState,
    /// How the next challenge could be answered.
    methods: BTreeSet<named::Method>,
    /// Which kinds of factor may be set up.
    offers: BTreeSet<named::Method>,
    authenticators: Vec<Authenticator>,
    passkeys: Vec<Passkey>,
    email: EmailVerification,
    recovery_codes: RecoveryCodeCount,
    /// What the organization's policy says: where it is `off`, an enrolled factor is kept and not asked for.
    mode: named::Mode,
    /// Whether the organization requires a factor of this user.
    required: bool,
    /// By when one has to be set up, where there is none that counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    deadline: Option<DateTime<Utc>>,
    /// Why, and what comes next.
    effective_policy: EffectivePolicy,
    can_disable: bool,
    /// When the oldest secret is to be renewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    renew_by: Option<DateTime<Utc>>,
}

/// Describes the caller's second factor
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses((status = 200, description = "State, authenticators and recovery codes.", body = TwoFactor))
)]
#[get("/v1/me/two-factor")]
pub async fn read_two_factor(holder: Holder) -> Result<HttpResponse, Problem> {
    let described = holder.run(|op, caller| {
        let described = two_factor::describe(op, caller)?;
        let of = |authenticator| Authenticator::of(authenticator, &caller.policy, op.now);
        Ok(TwoFactor {
            state: described.state.into(),
            methods: described.methods.into_iter().map(Into::into).collect(),
            offers: described.offers.into_iter().map(Into::into).collect(),
            authenticators: described.authenticators.into_iter().map(of).collect(),
            passkeys: described.passkeys.into_iter().map(Into::into).collect(),
            email: described.email.into(),
            recovery_codes: described.recovery_codes.into(),
            mode: caller.policy.mode.into(),
            required: described.required,
            deadline: described.deadline,
            effective_policy: described.effective_policy.into(),
            can_disable: described.can_disable,
            renew_by: described.renew_by,
        })
    });
    Ok(HttpResponse::Ok().json(described.await?))
}

/// The password and a current code, or a passkey: together they disable.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"password": "a very long pass phrase", "code": "492039"}))]
struct DisableRequest {
    #[schema(nullable = false)]
    password: Option<Secret>,
    /// Of an authenticator.
    #[schema(value_type = String, required = false, nullable = false, pattern = "^([0-9]{6}|[0-9]{8})$")]
    code: Option<Secret>,
    /// Or what a passkey signed, which was asked for by `POST /v1/me/passkeys/assertion-options`.
    #[schema(nullable = false)]
    assertion: Option<Assertion>,
}

/// Turns the caller's second factor off
///
/// Takes the password and a current code of an authenticator, or a passkey; which of them was wrong is not told. Secrets,
/// passkeys and recovery codes are wiped, and other sessions end. The access token dies with the factor: refresh the session.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    request_body = DisableRequest,
    responses(
        (status = 204, description = "The second factor is off."),
        (status = 401, description = "`code_rejected`, with `attemptsRemaining`; `unauthenticated`"),
        (status = 409, description = "`required_by_policy`, `enroll_first`, `last_admin`, `last_superadmin`, or `no_password`: the caller signs in at a provider alone."),
        (status = 429, description = "`too_many_attempts`"),
    )
)]
#[post("/v1/me/two-factor/disable")]
pub async fn disable_two_factor(
    mut caller: SignedIn,
    LargeJson(body): LargeJson<DisableRequest>,
) -> Result<HttpResponse, Problem> {
    let DisableRequest { password, code, assertion } = body;
    let proofs = Proofs {
        password: password.map(|password| Password::parse("password", password.expose())).transpose()?,
        factor: proof(code.as_ref(), assertion.as_ref())?,
    };
    let permit = caller.client.permit().await?;
    caller.run(move |op, caller| two_factor::disable(op, &permit, caller, &proofs)).await?;
    Ok(HttpResponse::NoContent().finish())
}
