//! Sign-in at a provider of single sign-on: the way there, the way back, and what the browser goes on with.

use actix_web::{
    HttpRequest, HttpResponse, get,
    http::{StatusCode, header},
    post,
    web::Path,
};
use serde::{Deserialize, Serialize};
use url::{Url, form_urlencoded::Serializer};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    Secret,
    auth::{LoginAnswer, answer_login},
};
use crate::{
    app::App,
    domain::{id::ProviderId, rejection::Rejection, single_sign_on::Assertion},
    error::Fault,
    flows::{
        Operation,
        sso::{self, Landing, Returned},
        sso_sign_in::{self, Completed, ConnectionNeeded},
    },
    http::{
        body::{Json, Query},
        client::Anonymous,
        cookie, origins,
        problem::{Problem, ProblemCode},
    },
    oidc::Untrusted,
};

/// The page of the SPA that goes on, or says why nothing does.
const PAGE: &str = "/sign-in/sso";
/// Where accounts are connected.
const ACCOUNT_PAGE: &str = "/account#sign-in-methods";

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct StartQuery {
    /// The short name of the organization, where there are several.
    #[param(nullable = false)]
    organization: Option<String>,
    /// A page of the SPA to go to afterwards, as `/security`; what leads anywhere else is ignored.
    #[param(nullable = false)]
    return_to: Option<String>,
}

/// Sends a browser to a provider to sign in
///
/// Leads to the provider, or where that cannot be to a page that says so. The browser comes back within ten minutes; a cookie makes
/// sure that it is the same one.
#[utoipa::path(
    tag = "Sign-in",
    params(("provider" = Uuid, Path, description = "From the sign-in configuration."), StartQuery),
    responses(
        (status = 302, description = "To the provider."),
        (status = 303, description = "To `/sign-in/sso#error=…`: `not_found`, `provider_unreachable`, `too_many_sign_ins` or `overloaded`."),
    )
)]
#[get("/v1/auth/sso/{provider}/start")]
pub async fn start_sso_sign_in(
    client: Anonymous,
    provider: Path<Uuid>,
    Query(query): Query<StartQuery>,
) -> HttpResponse {
    let app = client.app.clone();
    let started = start(client, ProviderId(*provider), query).await;
    started.unwrap_or_else(|problem| to_page_of(&app, &problem))
}

async fn start(client: Anonymous, provider: ProviderId, query: StartQuery) -> Result<HttpResponse, Problem> {
    let app = client.app.clone();
    let StartQuery { organization, return_to } = query;
    let find = move |op: &Operation| sso::find_doorway(op, organization.as_deref(), provider);
    let doorway = client.clone().run(find).await?;
    let metadata = app.providers.metadata(&doorway.provider.issuer, app.clock.now()).await;
    let metadata = metadata.map_err(|why| unreachable(&why))?;
    let traveller = client.traveller.clone();
    let departed = client
        .run(move |op| sso::depart(op, &doorway, &metadata, traveller.as_deref(), return_to.as_deref()));
    let departed = departed.await?;
    Ok(HttpResponse::Found()
        .insert_header((header::LOCATION, departed.location.as_str()))
        .cookie(cookie::keep_traveller(&app.settings.public_url, departed.traveller))
        .finish())
}

pub(super) fn unreachable(why: &Untrusted) -> Problem {
    tracing::warn!(%why, "a provider of single sign-on is not used");
    Rejection::ProviderUnreachable.into()
}

/// What a provider sends a browser back with (RFC 6749, section 4.1.2; RFC 9207). Some add more.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CallbackQuery {
    #[param(nullable = false)]
    state: Option<String>,
    #[param(nullable = false)]
    code: Option<String>,
    #[param(nullable = false)]
    error: Option<String>,
    #[param(nullable = false)]
    iss: Option<String>,
}

/// Takes a browser back from a provider
///
/// For browsers alone: each `state` is good once, in the browser that left with it. Leads to a page of the SPA that goes on with what
/// stands behind the `#`, or says why nothing does.
#[utoipa::path(
    tag = "Sign-in",
    params(("provider" = Uuid, Path, description = "The provider that the browser comes from."), CallbackQuery),
    responses((status = 303, description = "To `/sign-in/sso#token=…` or `/sign-in/sso#error=…`, or to the account where one was to be connected."))
)]
#[get("/v1/auth/sso/{provider}/callback")]
pub async fn finish_sso_sign_in(
    client: Anonymous,
    provider: Path<Uuid>,
    Query(query): Query<CallbackQuery>,
) -> HttpResponse {
    let app = client.app.clone();
    let declined = query.error.as_deref().is_some_and(|error| Untrusted::sent_back(error).is_declined());
    match finish(client, ProviderId(*provider), query).await {
        Ok(Landing::SignIn { token, return_to }) => {
            let next = return_to.map(|path| {
                let query = Serializer::new(String::new()).append_pair("next", &path).finish();
                format!("?{query}")
            });
            see_other(&app, &format!("{PAGE}{}#token={token}", next.unwrap_or_default()))
        }
        Ok(Landing::Connected) => see_other(&app, ACCOUNT_PAGE),
        Err(problem) if declined && problem.code == ProblemCode::SsoRefused => {
            see_other(&app, &format!("{PAGE}#error=declined"))
        }
        Err(problem) => to_page_of(&app, &problem),
    }
}

async fn finish(client: Anonymous, provider: ProviderId, query: CallbackQuery) -> Result<Landing, Problem> {
    let app = client.app.clone();
    let state = query.state.clone().ok_or(Rejection::SsoExpired)?;
    let traveller = client.traveller.clone();
    let took = client.clone().run(move |op| sso::take_back(op, provider, &state, traveller.as_deref()));
    let returned = took.await?;
    let outcome = ask(&app, &returned, query).await;
    client.run(move |op| sso::arrive(op, &returned, &outcome)).await
}

/// Asks the provider whom it vouches for.
async fn ask(app: &App, returned: &Returned, query: CallbackQuery) -> Result<Assertion, Untrusted> {
    if let Some(error) = &query.error {
        return Err(Untrusted::sent_back(error));
    }
    let code = query.code.ok_or(Untrusted::refused("codeMissing"))?;
    let now = app.clock.now();
    let metadata = app.providers.metadata(&returned.doorway.provider.issuer, now).await?;
    let response = returned.response(&metadata, code, query.iss.as_deref())?;
    app.providers.redeem(metadata.clone(), response, now).await
}

/// To the page that says in plain words what a problem means.
fn to_page_of(app: &App, problem: &Problem) -> HttpResponse {
    see_other(app, &format!("{PAGE}#error={}", problem.code.name()))
}

fn see_other(app: &App, page: &str) -> HttpResponse {
    let location = app.settings.page(page);
    HttpResponse::build(StatusCode::SEE_OTHER).insert_header((header::LOCATION, location)).finish()
}

/// What stood behind the `#` of the page that a browser came back to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "nlv_AZnzoVt7fAKNTh", "cookie": true}))]
struct CompleteSsoRequest {
    token: Secret,
    /// Whether the refresh token is kept in a cookie instead of the answer.
    #[serde(default)]
    #[schema(default = false)]
    cookie: bool,
}

/// Somebody here has the address that the provider told. After a sign-in with the password the token connects both.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "status": "connectionNeeded", "connectionToken": "nlx_AZnzoVt7fAKNTh", "provider": "Example SSO", "email": "ada@example.org"
}))]
pub(super) struct ConnectionAnswer {
    #[schema(inline)]
    status: ConnectionStatus,
    /// For `POST /v1/me/sso-identities`, within 15 minutes and in the same browser.
    connection_token: String,
    /// The name of the provider.
    provider: String,
    #[schema(format = IdnEmail)]
    email: String,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
enum ConnectionStatus {
    ConnectionNeeded,
}

impl From<ConnectionNeeded> for ConnectionAnswer {
    fn from(needed: ConnectionNeeded) -> Self {
        let ConnectionNeeded { token, provider, email } = needed;
        Self { status: ConnectionStatus::ConnectionNeeded, connection_token: token, provider, email }
    }
}

/// How a sign-in at a provider goes on: as after a password, or with one.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[schema(example = json!({
    "status": "challenge", "needs2FA": true, "challengeId": "nlc_AZnzoVt7fAKNTh", "methods": ["totp", "recoveryCode"],
    "preferred": "totp", "codeLengths": [6], "expiresAt": "2026-11-24T09:05:00Z"
}))]
#[allow(dead_code, reason = "describes one answer or the other")]
enum CompleteSsoAnswer {
    #[schema(title = "Login")]
    Login(LoginAnswer),
    #[schema(title = "Connection")]
    Connection(ConnectionAnswer),
}

/// Goes on with a sign-in at a provider
///
/// What the provider proved takes the place of the password; the policy's `sso` says whether a factor of ours is asked as well. The token
/// is good once, for two minutes, and in the browser that came back with it.
#[utoipa::path(
    tag = "Sign-in",
    request_body = CompleteSsoRequest,
    responses(
        (status = 200, description = "The provider vouches for somebody.", body = CompleteSsoAnswer),
        (status = 403, description = "`sso_not_connected`: nobody here has that account; `sso_refused`: the user or the provider may not be used; `account_frozen` or `blocked_by_policy`."),
        (status = 410, description = "`sso_expired`"),
    )
)]
#[post("/v1/auth/sso/complete")]
pub async fn complete_sso_sign_in(
    client: Anonymous,
    Json(body): Json<CompleteSsoRequest>,
) -> Result<HttpResponse, Problem> {
    let app = client.app.clone();
    let traveller = client.traveller.clone();
    let completed = client
        .run(move |op| sso_sign_in::complete(op, body.token.expose(), traveller.as_deref(), body.cookie));
    Ok(match completed.await? {
        Completed::LoggedIn(logged_in) => answer_login(&app, logged_in),
        Completed::ConnectionNeeded(needed) => HttpResponse::Ok().json(ConnectionAnswer::from(needed)),
    })
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct LogoutQuery {
    /// The short name of the organization, where there are several.
    #[param(nullable = false)]
    organization: Option<String>,
}

/// Sends a browser to a provider to sign out there too
///
/// Signing out here is `POST /v1/auth/logout`. Where the provider has no such page, this leads to the sign-in page.
#[utoipa::path(
    tag = "Sign-in",
    params(("provider" = Uuid, Path, description = "The provider that the session began at."), LogoutQuery),
    responses(
        (status = 302, description = "To the provider."),
        (status = 303, description = "To `/sign-in`."),
    )
)]
#[get("/v1/auth/sso/{provider}/logout")]
pub async fn start_sso_logout(
    client: Anonymous,
    request: HttpRequest,
    provider: Path<Uuid>,
    Query(query): Query<LogoutQuery>,
) -> HttpResponse {
    // Nobody else's page or picture signs anybody out.
    let app = client.app.clone();
    let ours = origins::follows_own_link(&request, &app.settings);
    let url = if ours { logout_url(client, query, ProviderId(*provider)).await.ok().flatten() } else { None };
    match url {
        Some(url) => HttpResponse::Found().insert_header((header::LOCATION, url.as_str())).finish(),
        None => see_other(&app, "/sign-in"),
    }
}

async fn logout_url(
    client: Anonymous,
    query: LogoutQuery,
    provider: ProviderId,
) -> Result<Option<Url>, Problem> {
    let app = client.app.clone();
    let find = move |op: &Operation| sso::find_doorway(op, query.organization.as_deref(), provider);
    let doorway = client.run(find).await?;
    let metadata = app.providers.metadata(&doorway.provider.issuer, app.clock.now()).await;
    let metadata = metadata.map_err(|why| unreachable(&why))?;
    let back_to = app.settings.pages_url().join("/sign-in").map_err(Fault::internal)?;
    Ok(metadata.logout_url(&doorway.provider.client_id, &back_to))
}
