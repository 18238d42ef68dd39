//! A user's own account.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Secret,
    session::{self, Notice, SessionAnswer, User},
};
use crate::{
    domain::{password::Password, single_sign_on::Provider, user::DisplayName},
    flows::{
        password,
        profile::{self, Changes, Profile},
    },
    http::{
        auth::{Holder, SteppedUp},
        body::Json,
        named,
        problem::Problem,
    },
};

/// Who the caller is, and what they should know.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "user": {
        "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "organizationId": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55",
        "email": "ada@example.org", "displayName": "Ada Lovelace", "emailVerified": true, "language": "en", "roles": ["member"], "permissions": []
    },
    "organization": {"id": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55", "slug": "example", "name": "Example"},
    "loginMethods": ["password"],
    "notices": [{"code": "set_up_two_factor", "severity": "info", "link": "/security#authenticators"}]
}))]
struct Me {
    user: User,
    organization: Organization,
    /// How they can sign in.
    login_methods: BTreeSet<named::LoginMethod>,
    /// Where this session began, if that was single sign-on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    signed_in_by: Option<SessionProvider>,
    notices: Vec<Notice>,
}

/// A provider of single sign-on that a session began at.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "Example SSO",
    "logoutUrl": "/v1/auth/sso/0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90/logout?organization=example"
}))]
struct SessionProvider {
    id: Uuid,
    name: String,
    /// Where a browser goes, once it is signed out here, to sign out there too.
    logout_url: String,
}

impl SessionProvider {
    fn of(provider: &Provider, organization: &str) -> Self {
        let (id, name) = (provider.id.0, provider.name.as_str().to_owned());
        Self { id, name, logout_url: format!("/v1/auth/sso/{id}/logout?organization={organization}") }
    }
}

/// The caller's organization.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"id": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55", "slug": "example", "name": "Example"}))]
struct Organization {
    id: Uuid,
    slug: String,
    name: String,
}

impl From<Profile> for Me {
    fn from(profile: Profile) -> Self {
        let Profile { user, organization_id, organization, login_methods, provider, notices } = profile;
        let signed_in_by = provider.map(|provider| SessionProvider::of(&provider, &organization.slug));
        let organization =
            Organization { id: organization_id.0, slug: organization.slug, name: organization.name };
        Self {
            user: User::from(&user),
            organization,
            login_methods: login_methods.into_iter().map(Into::into).collect(),
            signed_in_by,
            notices: session::notices(notices),
        }
    }
}

/// Says who the caller is
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses((status = 200, description = "User, organization and notices.", body = Me))
)]
#[get("/v1/me")]
pub async fn read_me(holder: Holder) -> Result<HttpResponse, Problem> {
    let profile = holder.run(profile::describe).await?;
    Ok(HttpResponse::Ok().json(Me::from(profile)))
}

/// What a user may change about themselves; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"displayName": "Ada L.", "language": "en"}))]
struct UpdateMeRequest {
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    display_name: Option<String>,
    /// Of what is mailed to them.
    #[schema(nullable = false)]
    language: Option<named::Language>,
}

/// Changes the caller's display name or language
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    request_body = UpdateMeRequest,
    responses(
        (status = 200, description = "The changed account.", body = Me),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
    )
)]
#[patch("/v1/me")]
pub async fn update_me(
    caller: SteppedUp,
    Json(body): Json<UpdateMeRequest>,
) -> Result<HttpResponse, Problem> {
    let changes = Changes {
        display_name: body.display_name.as_deref().map(DisplayName::parse).transpose()?,
        language: body.language.map(|language| language.0),
    };
    let profile = caller.run(move |op, caller| profile::update(op, caller, &changes)).await?;
    Ok(HttpResponse::Ok().json(Me::from(profile)))
}

/// The current password and the next.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"current": "a very long pass phrase", "new": "another very long one"}))]
struct ChangePasswordRequest {
    current: Secret,
    /// At least 15 characters, or 8 where the organization requires a second factor of everybody at once.
    new: Secret,
}

/// Changes the caller's password
///
/// The caller's session goes on under fresh tokens, the others end.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    request_body = ChangePasswordRequest,
    responses(
        (status = 200, description = "The password is changed.", body = SessionAnswer),
        (status = 401, description = "`login_failed`: the current password is wrong; `unauthenticated` or `step_up_required`"),
        (status = 409, description = "`no_password`: the caller signs in at a provider alone."),
    )
)]
#[post("/v1/me/password")]
pub async fn change_password(
    mut caller: SteppedUp,
    Json(body): Json<ChangePasswordRequest>,
) -> Result<HttpResponse, Problem> {
    let current = Password::parse("current", body.current.expose())?;
    let app = caller.client.app.clone();
    let permit = caller.client.permit().await?;
    let signed_in = caller
        .run(move |op, caller| password::change(op, &permit, caller, &current, body.new.expose()))
        .await?;
    Ok(SessionAnswer::respond(&app, signed_in))
}
