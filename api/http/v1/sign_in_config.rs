//! What a sign-in page has to know before anybody signs in.

use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    domain::{accent::Accent, branding::StoredBranding, single_sign_on::Provider},
    flows::organizations::{self, OrganizationRow},
    http::{
        body::Query,
        client::Anonymous,
        named,
        problem::Problem,
        v1::branding::{Logo, Support},
    },
};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ConfigQuery {
    /// The short name of an organization, to get its name too.
    #[param(nullable = false)]
    organization: Option<String>,
}

/// What a sign-in page has to draw.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "loginStyle": "twoStep", "passkeyLogin": false,
    "sso": [{
        "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "Example SSO",
        "startUrl": "/v1/auth/sso/0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90/start?organization=example"
    }],
    "serverTime": "2026-11-24T09:00:00Z",
    "organization": {"slug": "example", "name": "Example"},
    "branding": {"name": "Example", "accent": "#3c58b3", "support": {"contact": "help@example.org"}}
}))]
struct SignInConfig {
    /// Of the organization, or of the only one; where none of several is named, `singleForm` if any has that.
    login_style: named::LoginStyle,
    /// Whether a passkey signs in alone; false where there are several organizations and none is named.
    passkey_login: bool,
    /// Providers of single sign-on.
    sso: Vec<SignInProvider>,
    /// For a browser to see that its clock is off.
    server_time: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    organization: Option<NamedOrganization>,
    /// How the organization shows itself, or the only one that there is; left out where it has said nothing of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    branding: Option<SignInBranding>,
}

/// A provider of single sign-on, as a sign-in page draws it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "Example SSO",
    "startUrl": "/v1/auth/sso/0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90/start?organization=example"
}))]
struct SignInProvider {
    id: Uuid,
    name: String,
    /// Where a browser goes to sign in there.
    start_url: String,
}

impl SignInProvider {
    fn of(provider: &Provider, organization: &str) -> Self {
        let (id, name) = (provider.id.0, provider.name.as_str().to_owned());
        Self { id, name, start_url: format!("/v1/auth/sso/{id}/start?organization={organization}") }
    }
}

/// The names of an organization.
#[derive(Serialize, ToSchema)]
struct NamedOrganization {
    slug: String,
    name: String,
}

impl NamedOrganization {
    fn of(row: &OrganizationRow) -> Self {
        Self { slug: row.slug.clone(), name: row.name.clone() }
    }
}

/// What a sign-in page is painted with, and whom it tells people to ask.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"name": "Example", "accent": "#3c58b3", "support": {"contact": "help@example.org"}}))]
struct SignInBranding {
    /// Of the organization.
    name: String,
    /// A colour, as `#rrggbb`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    accent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    logo: Option<Logo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    support: Option<Support>,
}

impl SignInBranding {
    fn of(organization: &OrganizationRow, stored: &StoredBranding) -> Option<Self> {
        stored.shows_anything().then(|| Self {
            name: organization.name.clone(),
            accent: stored.branding.accent.map(Accent::hex),
            logo: stored.logo.as_ref().map(|logo| Logo::of(logo, &organization.slug)),
            support: stored.branding.support.as_ref().map(Support::of),
        })
    }
}

/// Says what a sign-in page has to draw
#[utoipa::path(
    tag = "Sign-in",
    params(ConfigQuery),
    responses(
        (status = 200, description = "What to draw.", body = SignInConfig),
        (status = 404, description = "`not_found`: no such organization."),
    )
)]
#[get("/v1/auth/config")]
pub async fn read_sign_in_config(
    client: Anonymous,
    Query(query): Query<ConfigQuery>,
) -> Result<HttpResponse, Problem> {
    let config = client.run(move |op| {
        let sign_in = organizations::sign_in_config(op, query.organization.as_deref())?;
        Ok((sign_in, op.now))
    });
    let (sign_in, server_time) = config.await?;
    let organizations::SignInConfig { login_style, passkey_login, providers, .. } = sign_in;
    let organization = sign_in.organization.as_ref();
    let slug = organization.map_or("", |organization| &organization.slug);
    Ok(HttpResponse::Ok().json(SignInConfig {
        login_style: login_style.into(),
        passkey_login,
        sso: providers.iter().map(|provider| SignInProvider::of(provider, slug)).collect(),
        server_time,
        organization: organization.filter(|_| sign_in.is_named).map(NamedOrganization::of),
        branding: organization.and_then(|organization| SignInBranding::of(organization, &sign_in.branding)),
    }))
}
