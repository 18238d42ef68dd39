//! Activation of an account by a mailed invitation.

use actix_web::{HttpResponse, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Secret,
    auth::{LoginAnswer, answer_login},
};
use crate::{
    flows::activation::{self, Activation, OpenInvitation},
    http::{body::Json, client::Anonymous, problem::Problem},
};

/// The token of a mailed link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "nla_AZnzoVt7fAKNTh"}))]
struct InvitationRequest {
    token: Secret,
}

/// What a page of an invitation shows.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "email": "grace@example.org", "displayName": "grace", "organization": "Example",
    "expiresAt": "2026-11-27T09:00:00Z", "passwordMinLength": 15
}))]
struct InvitationAnswer {
    #[schema(format = IdnEmail)]
    email: String,
    display_name: String,
    /// The name of the organization.
    organization: String,
    expires_at: DateTime<Utc>,
    /// In characters.
    password_min_length: usize,
}

impl From<OpenInvitation> for InvitationAnswer {
    fn from(invitation: OpenInvitation) -> Self {
        let OpenInvitation { user, organization, expires_at, policy } = invitation;
        let password_min_length = policy.shortest_password();
        Self {
            email: user.email,
            display_name: user.display_name,
            organization,
            expires_at,
            password_min_length,
        }
    }
}

/// Says what an invitation is for
///
/// Its link stays good.
#[utoipa::path(
    tag = "Sign-in",
    request_body = InvitationRequest,
    responses(
        (status = 200, description = "Whom it invites, and where.", body = InvitationAnswer),
        (status = 410, description = "`link_expired`: used, revoked, replaced by a later one, or past its time."),
    )
)]
#[post("/v1/auth/invitation")]
pub async fn read_invitation(
    client: Anonymous,
    Json(body): Json<InvitationRequest>,
) -> Result<HttpResponse, Problem> {
    let found = client.run(move |op| activation::describe(op, body.token.expose())).await?;
    Ok(HttpResponse::Ok().json(InvitationAnswer::from(found)))
}

/// What somebody who was invited fills in.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "token": "nla_AZnzoVt7fAKNTh", "password": "a very long pass phrase", "displayName": "Grace Hopper"
}))]
struct ActivateRequest {
    token: Secret,
    /// At least 15 characters, or 8 where the organization requires a second factor of everybody at once.
    password: Secret,
    #[schema(min_length = 1, max_length = 100)]
    display_name: String,
    /// Whether the refresh token is kept in a cookie instead of the answer.
    #[serde(default)]
    #[schema(default = false)]
    cookie: bool,
}

/// Activates the account of somebody who was invited
///
/// Sets their password and name, and signs in as a login does: where the organization requires a second factor by now, the
/// answer is a token to enroll with. A link is good for one activation; a password that is not good enough does not use it up.
#[utoipa::path(
    tag = "Sign-in",
    request_body = ActivateRequest,
    responses(
        (status = 200, description = "The account is active.", body = LoginAnswer),
        (status = 403, description = "`blocked_by_policy`: the deadline for a second factor has passed. The link stays good."),
        (status = 410, description = "`link_expired`: used, revoked, replaced by a later one, or past its time."),
    )
)]
#[post("/v1/auth/activate")]
pub async fn activate_account(
    mut client: Anonymous,
    Json(body): Json<ActivateRequest>,
) -> Result<HttpResponse, Problem> {
    let ActivateRequest { token, password, display_name, cookie } = body;
    let activation = Activation { token: token.into_inner(), display_name, cookie };
    let app = client.app.clone();
    let permit = client.permit().await?;
    let activated =
        client.run(move |op| activation::activate(op, &permit, &activation, password.expose())).await?;
    Ok(answer_login(&app, activated))
}
