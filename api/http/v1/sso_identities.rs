//! A user's own accounts at providers of single sign-on.

use actix_web::{HttpResponse, delete, get, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Secret, sso::unreachable};
use crate::{
    domain::{
        id::{IdentityId, ProviderId},
        password::Password,
    },
    flows::{
        sso,
        sso_identities::{self, Connected},
        sso_sign_in,
    },
    http::{
        auth::{SignedIn, SteppedUp},
        body::Json,
        cookie,
        problem::Problem,
    },
};

/// An account at a provider that signs in as the caller.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-8a11-7c43-8b0e-6f1f0c2d3e4f", "providerId": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90",
    "provider": "Example SSO", "email": "ada@example.org", "linkedAt": "2026-11-24T09:00:00Z"
}))]
struct SsoIdentity {
    id: Uuid,
    provider_id: Uuid,
    /// The name of the provider.
    provider: String,
    /// The address that the provider told last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    email: Option<String>,
    linked_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    last_used_at: Option<DateTime<Utc>>,
}

impl From<Connected> for SsoIdentity {
    fn from(connected: Connected) -> Self {
        let Connected { identity, provider } = connected;
        Self {
            id: identity.id.0,
            provider_id: identity.provider_id.0,
            provider,
            email: identity.email,
            linked_at: identity.linked_at,
            last_used_at: identity.last_used_at,
        }
    }
}

/// The accounts that sign in as the caller.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"items": [{
    "id": "0199f3a1-8a11-7c43-8b0e-6f1f0c2d3e4f", "providerId": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90",
    "provider": "Example SSO", "email": "ada@example.org", "linkedAt": "2026-11-24T09:00:00Z"
}]}))]
struct SsoIdentityList {
    /// The oldest first.
    items: Vec<SsoIdentity>,
}

/// Lists the caller's accounts at providers
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses((status = 200, description = "The accounts that sign in as the caller.", body = SsoIdentityList))
)]
#[get("/v1/me/sso-identities")]
pub async fn list_sso_identities(caller: SignedIn) -> Result<HttpResponse, Problem> {
    let found = caller.run(sso_identities::list).await?;
    Ok(HttpResponse::Ok().json(SsoIdentityList { items: found.into_iter().map(Into::into).collect() }))
}

/// What a sign-in at a provider answered that found an account of the same address.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"connectionToken": "nlx_AZnzoVt7fAKNTh"}))]
struct ConnectSsoRequest {
    connection_token: Secret,
}

/// Connects the account that a sign-in at a provider came with
///
/// For the user who has its address, who has signed in with their password and their factor since, in the same browser. The token is good
/// once.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    request_body = ConnectSsoRequest,
    responses(
        (status = 201, description = "The account is connected.", body = SsoIdentity),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 409, description = "`identity_taken`"),
        (status = 410, description = "`sso_expired`: the token was used, took too long, or is somebody else's."),
    )
)]
#[post("/v1/me/sso-identities")]
pub async fn connect_sso_identity(
    caller: SteppedUp,
    Json(body): Json<ConnectSsoRequest>,
) -> Result<HttpResponse, Problem> {
    let traveller = caller.client.traveller.clone();
    let connected = caller.run(move |op, caller| {
        sso_sign_in::connect(op, caller, body.connection_token.expose(), traveller.as_deref())
    });
    Ok(HttpResponse::Created().json(SsoIdentity::from(connected.await?)))
}

/// Where an account is to be connected.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"providerId": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "password": "a very long pass phrase"}))]
struct StartConnectionRequest {
    provider_id: Uuid,
    /// The caller's own; left out by somebody who has none.
    #[schema(nullable = false)]
    password: Option<Secret>,
}

/// Where the browser goes next.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"location": "https://login.example.org/authorize?client_id=nightlatch"}))]
struct StartedConnection {
    /// A page of the provider, from which the browser comes back within ten minutes.
    location: String,
}

/// Begins to connect an account at a provider
///
/// The browser goes to the provider, signs in there, and comes back with the account connected. Takes the password of a caller who has one,
/// and a step-up of one who has a factor.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    request_body = StartConnectionRequest,
    responses(
        (status = 200, description = "Where to go.", body = StartedConnection),
        (status = 401, description = "`login_failed`: the password is wrong; `unauthenticated` or `step_up_required`"),
        (status = 404, description = "`not_found`"),
        (status = 502, description = "`provider_unreachable`"),
    )
)]
#[post("/v1/me/sso-identities/start")]
pub async fn start_sso_connection(
    mut caller: SteppedUp,
    Json(body): Json<StartConnectionRequest>,
) -> Result<HttpResponse, Problem> {
    let (app, traveller) = (caller.client.app.clone(), caller.client.traveller.clone());
    let password =
        body.password.map(|password| Password::parse("password", password.expose())).transpose()?;
    let provider = ProviderId(body.provider_id);
    let doorway = caller.look(move |op, caller| sso::find_own_doorway(op, caller, provider)).await?;
    let metadata = app.providers.metadata(&doorway.provider.issuer, app.clock.now()).await;
    let metadata = metadata.map_err(|why| unreachable(&why))?;
    let permit = caller.client.permit().await?;
    let departed = caller.run(move |op, caller| {
        let there = (&doorway, &*metadata);
        sso::depart_to_connect(op, caller, there, (&permit, password.as_ref()), traveller.as_deref())
    });
    let departed = departed.await?;
    Ok(HttpResponse::Ok()
        .cookie(cookie::keep_traveller(&app.settings.public_url, departed.traveller))
        .json(StartedConnection { location: departed.location.into() }))
}

/// Disconnects an account at a provider
///
/// It signs in as the caller no more, and the caller's other sessions end. Takes a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "Of the account.")),
    responses(
        (status = 204, description = "It is disconnected."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 409, description = "`last_login_method`: the caller has no password."),
    )
)]
#[delete("/v1/me/sso-identities/{id}")]
pub async fn disconnect_sso_identity(caller: SteppedUp, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = IdentityId(*id);
    caller.run(move |op, caller| sso_identities::disconnect(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
