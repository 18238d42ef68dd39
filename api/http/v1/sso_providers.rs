//! Providers of single sign-on, for administrators.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, delete, get, patch, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Secret, roles::RoleName};
use crate::{
    app::App,
    domain::{
        id::ProviderId,
        rejection::FieldError,
        role,
        single_sign_on::{Issuer, ProviderName, client_id, email_domains, scopes},
    },
    flows::{
        Operation,
        caller::Caller,
        sso_providers::{self, ProviderChanges, ProviderDraft, ProviderEntry},
    },
    http::{
        auth::{PersonCan, PersonCanSteppedUp, SsoWrite},
        body::Json,
        problem::Problem,
        reply::Reply,
    },
};

const LONGEST_SECRET: usize = 1000;

/// A provider of single sign-on. Nobody can read its secret.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "Example SSO", "issuer": "https://login.example.org",
    "clientId": "nightlatch", "scopes": ["email", "openid", "profile"], "enabled": true, "createsUsers": false,
    "defaultRole": "member", "emailDomains": [], "identities": 12,
    "callbackUrl": "https://id.example.org/v1/auth/sso/0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90/callback",
    "createdAt": "2026-11-24T09:00:00Z", "createdBy": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11"
}))]
struct SsoProvider {
    id: Uuid,
    name: String,
    issuer: String,
    client_id: String,
    scopes: BTreeSet<String>,
    enabled: bool,
    /// Whether somebody whom it vouches for and nobody here knows becomes a user.
    creates_users: bool,
    default_role: String,
    /// Of whose addresses users are created; of any, where there are none.
    email_domains: BTreeSet<String>,
    /// How many accounts there are connected.
    identities: i64,
    /// What the provider has to be told as the redirect URI.
    callback_url: String,
    created_at: DateTime<Utc>,
    /// A user, perhaps of another organization.
    created_by: Uuid,
}

impl SsoProvider {
    fn of(app: &App, entry: ProviderEntry) -> Self {
        let ProviderEntry { provider, identities } = entry;
        let base = app.settings.public_url.as_str().trim_end_matches('/');
        Self {
            id: provider.id.0,
            name: provider.name.as_str().to_owned(),
            issuer: provider.issuer.as_str().to_owned(),
            client_id: provider.client_id,
            scopes: provider.scopes,
            enabled: provider.enabled,
            creates_users: provider.creates_users,
            default_role: provider.default_role.as_str().to_owned(),
            email_domains: provider.email_domains,
            identities,
            callback_url: format!("{base}/v1/auth/sso/{}/callback", provider.id.0),
            created_at: provider.created_at,
            created_by: provider.created_by.0,
        }
    }
}

/// The providers of an organization.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"items": [{
    "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "Example SSO", "issuer": "https://login.example.org",
    "clientId": "nightlatch", "scopes": ["email", "openid", "profile"], "enabled": true, "createsUsers": false,
    "defaultRole": "member", "emailDomains": [], "identities": 12,
    "callbackUrl": "https://id.example.org/v1/auth/sso/0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90/callback",
    "createdAt": "2026-11-24T09:00:00Z", "createdBy": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11"
}]}))]
struct SsoProviderList {
    /// The oldest first.
    items: Vec<SsoProvider>,
}

/// Lists the providers of single sign-on
///
/// Takes the permission `sso.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["sso.write"])),
    responses(
        (status = 200, description = "All providers.", body = SsoProviderList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/sso-providers")]
pub async fn list_sso_providers(caller: PersonCan<SsoWrite>) -> Result<HttpResponse, Problem> {
    let app = caller.client.app.clone();
    let found = caller.run(sso_providers::list).await?;
    let items = found.into_iter().map(|entry| SsoProvider::of(&app, entry)).collect();
    Ok(HttpResponse::Ok().json(SsoProviderList { items }))
}

/// What the provider is to be.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "name": "Example SSO", "issuer": "https://login.example.org", "clientId": "nightlatch",
    "clientSecret": "what the provider gave for it"
}))]
struct CreateSsoProviderRequest {
    /// Stands on a button of the sign-in page, so that no two providers of an organization have the same.
    #[schema(min_length = 1, max_length = 60)]
    name: String,
    /// Exactly as the provider calls itself. It cannot be changed later.
    #[schema(max_length = 2000)]
    issuer: String,
    #[schema(min_length = 1, max_length = 255)]
    client_id: String,
    #[schema(value_type = String, min_length = 1, max_length = 1000)]
    client_secret: Secret,
    /// `openid`, `email` and `profile` where nothing is said; `openid` is always asked for.
    #[schema(nullable = false)]
    scopes: Option<Vec<String>>,
    /// True where nothing is said.
    #[schema(nullable = false)]
    enabled: Option<bool>,
    /// Whether somebody whom it vouches for, with a verified address that nobody here has, becomes a user. False where nothing is said.
    #[schema(nullable = false)]
    creates_users: Option<bool>,
    /// Of users who are created so; `member` where nothing is said, and none that makes administrators.
    #[schema(nullable = false, value_type = Option<RoleName>)]
    default_role: Option<String>,
    /// Of whose addresses users are created; of any where nothing is said.
    #[schema(nullable = false)]
    email_domains: Option<Vec<String>>,
}

impl CreateSsoProviderRequest {
    fn draft(self, private_providers: bool) -> Result<ProviderDraft, FieldError> {
        let usual = || ["openid", "email", "profile"].map(str::to_owned).to_vec();
        Ok(ProviderDraft {
            name: ProviderName::parse(&self.name)?,
            issuer: Issuer::parse(&self.issuer, private_providers)?,
            client_id: client_id(&self.client_id)?,
            client_secret: client_secret(self.client_secret)?,
            scopes: scopes(&self.scopes.unwrap_or_else(usual))?,
            enabled: self.enabled.unwrap_or(true),
            creates_users: self.creates_users.unwrap_or(false),
            default_role: default_role(self.default_role.as_deref().unwrap_or("member"))?,
            email_domains: email_domains(&self.email_domains.unwrap_or_default())?,
        })
    }
}

fn default_role(name: &str) -> Result<role::RoleName, FieldError> {
    role::RoleName::parse(name).map_err(|error| error.at("defaultRole"))
}

fn client_secret(secret: Secret) -> Result<Zeroizing<String>, FieldError> {
    let secret = secret.into_inner();
    if secret.is_empty() || secret.len() > LONGEST_SECRET {
        let message = format!("From 1 to {LONGEST_SECRET} characters.");
        return Err(FieldError::new("clientSecret", "out_of_range", message));
    }
    Ok(secret)
}

/// Connects a provider of single sign-on
///
/// At most 20 in an organization. Takes the permission `sso.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["sso.write"])),
    request_body = CreateSsoProviderRequest,
    responses(
        (status = 201, description = "The new provider.", body = SsoProvider),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 409, description = "`provider_taken`: another one has that name, in large or small letters."),
    )
)]
#[post("/v1/sso-providers")]
pub async fn create_sso_provider(
    caller: PersonCanSteppedUp<SsoWrite>,
    Json(body): Json<CreateSsoProviderRequest>,
) -> Result<HttpResponse, Problem> {
    let app = caller.client.app.clone();
    let draft = body.draft(app.settings.sso_private_providers)?;
    let create = move |op: &Operation, caller: &Caller| {
        let created = sso_providers::create(op, caller, draft)?;
        Reply::created(&SsoProvider::of(&app, created))
    };
    caller.answer(create).await
}

/// What is to be changed; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"enabled": false}))]
struct UpdateSsoProviderRequest {
    #[schema(nullable = false, min_length = 1, max_length = 60)]
    name: Option<String>,
    #[schema(nullable = false, min_length = 1, max_length = 255)]
    client_id: Option<String>,
    /// Takes the place of the one that there is.
    #[schema(nullable = false, value_type = Option<String>, min_length = 1, max_length = 1000)]
    client_secret: Option<Secret>,
    #[schema(nullable = false)]
    scopes: Option<Vec<String>>,
    /// False ends the sessions that began there.
    #[schema(nullable = false)]
    enabled: Option<bool>,
    #[schema(nullable = false)]
    creates_users: Option<bool>,
    #[schema(nullable = false, value_type = Option<RoleName>)]
    default_role: Option<String>,
    #[schema(nullable = false)]
    email_domains: Option<Vec<String>>,
}

impl UpdateSsoProviderRequest {
    fn changes(self) -> Result<ProviderChanges, FieldError> {
        Ok(ProviderChanges {
            name: self.name.as_deref().map(ProviderName::parse).transpose()?,
            client_id: self.client_id.as_deref().map(client_id).transpose()?,
            client_secret: self.client_secret.map(client_secret).transpose()?,
            scopes: self.scopes.as_deref().map(scopes).transpose()?,
            enabled: self.enabled,
            creates_users: self.creates_users,
            default_role: self.default_role.as_deref().map(default_role).transpose()?,
            email_domains: self.email_domains.as_deref().map(email_domains).transpose()?,
        })
    }
}

/// Changes a provider of single sign-on
///
/// Takes the permission `sso.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["sso.write"])),
    params(("id" = Uuid, Path, description = "Of the provider.")),
    request_body = UpdateSsoProviderRequest,
    responses(
        (status = 200, description = "The changed provider.", body = SsoProvider),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 409, description = "`provider_taken`: another one has that name, in large or small letters."),
    )
)]
#[patch("/v1/sso-providers/{id}")]
pub async fn update_sso_provider(
    caller: PersonCanSteppedUp<SsoWrite>,
    id: Path<Uuid>,
    Json(body): Json<UpdateSsoProviderRequest>,
) -> Result<HttpResponse, Problem> {
    let app = caller.client.app.clone();
    let (id, changes) = (ProviderId(*id), body.changes()?);
    let changed = caller.run(move |op, caller| sso_providers::update(op, caller, id, &changes)).await?;
    Ok(HttpResponse::Ok().json(SsoProvider::of(&app, changed)))
}

/// Removes a provider of single sign-on
///
/// All accounts there are disconnected, and the sessions end that began there. Whoever has no password cannot sign in any more. Takes the
/// permission `sso.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["sso.write"])),
    params(("id" = Uuid, Path, description = "Of the provider.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[delete("/v1/sso-providers/{id}")]
pub async fn delete_sso_provider(
    caller: PersonCanSteppedUp<SsoWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = ProviderId(*id);
    caller.run(move |op, caller| sso_providers::delete(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What a provider says of itself.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "reachable": true, "authorizationEndpoint": "https://login.example.org/authorize", "signingKeys": 2
}))]
struct SsoProviderTest {
    reachable: bool,
    /// Why it cannot be used, in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    authorization_endpoint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    signing_keys: Option<usize>,
}

/// Asks a provider who it is
///
/// Reads what it says of itself, and its signing keys; nobody signs in. Takes the permission `sso.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["sso.write"])),
    params(("id" = Uuid, Path, description = "Of the provider.")),
    responses(
        (status = 200, description = "Whether it can be used, and what it says.", body = SsoProviderTest),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[post("/v1/sso-providers/{id}/test")]
pub async fn test_sso_provider(caller: PersonCan<SsoWrite>, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let (app, id) = (caller.client.app.clone(), ProviderId(*id));
    let provider = caller.look(move |op, caller| sso_providers::find(op, caller, id)).await?;
    let asked = app.providers.discover(&provider.issuer, app.clock.now()).await;
    let answer = match &asked {
        Ok(metadata) => SsoProviderTest {
            reachable: true,
            reason: None,
            authorization_endpoint: Some(metadata.authorization_endpoint().to_string()),
            signing_keys: Some(metadata.signing_keys()),
        },
        Err(why) => SsoProviderTest {
            reachable: false,
            reason: Some(why.to_string()),
            authorization_endpoint: None,
            signing_keys: None,
        },
    };
    let record = move |op: &Operation, caller: &Caller| {
        sso_providers::record_test(op, caller, &provider, asked.as_deref())?;
        Reply::ok(&answer)
    };
    caller.answer(record).await
}
