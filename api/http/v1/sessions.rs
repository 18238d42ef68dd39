//! A user's own sessions.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, delete, get, web::Path};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::session::User;
use crate::{
    domain::{id::SessionId, session},
    flows::{caller::Caller, sessions},
    http::{auth::SignedIn, cookie, named, problem::Problem},
};

/// Where a user is signed in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-7d2e-7b51-9c4d-3b62dae1e803", "current": true, "address": "203.0.113.9",
    "userAgent": "Mozilla/5.0", "amr": ["pwd", "otp", "mfa"], "createdAt": "2026-11-24T09:00:00Z",
    "lastSeenAt": "2026-11-24T09:05:00Z", "expiresAt": "2026-11-24T10:05:00Z"
}))]
struct ListedSession {
    id: Uuid,
    /// Whether it is the one that asks.
    current: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    user_agent: Option<String>,
    amr: BTreeSet<named::Amr>,
    created_at: DateTime<Utc>,
    /// When its tokens were last made anew.
    last_seen_at: DateTime<Utc>,
    /// When it ends if it is not used.
    expires_at: DateTime<Utc>,
}

impl ListedSession {
    fn of(session: session::Session, current: SessionId) -> Self {
        Self {
            id: session.id.0,
            current: session.id == current,
            expires_at: session.expires_at(),
            address: session.client.address.map(|address| address.to_string()),
            user_agent: session.client.user_agent,
            amr: session.amr.into_iter().map(Into::into).collect(),
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
        }
    }
}

/// A session that is good, and whose it is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-7d2e-7b51-9c4d-3b62dae1e803",
    "user": {
        "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "organizationId": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55",
        "email": "ada@example.org", "displayName": "Ada Lovelace", "emailVerified": true, "language": "en", "roles": ["member"], "permissions": []
    },
    "amr": ["pwd", "otp", "mfa"], "authenticatedAt": "2026-11-24T09:00:00Z", "secondFactorAt": "2026-11-24T09:00:09Z",
    "expiresAt": "2026-11-24T10:05:00Z"
}))]
struct OwnSession {
    id: Uuid,
    user: User,
    amr: BTreeSet<named::Amr>,
    /// When they signed in.
    authenticated_at: DateTime<Utc>,
    /// When they last proved a second factor, if they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    second_factor_at: Option<DateTime<Utc>>,
    /// When it ends if it is not used.
    expires_at: DateTime<Utc>,
}

impl From<Caller> for OwnSession {
    fn from(Caller { user, session, .. }: Caller) -> Self {
        Self {
            id: session.id.0,
            user: User::from(&user),
            expires_at: session.expires_at(),
            amr: session.amr.into_iter().map(Into::into).collect(),
            authenticated_at: session.authenticated_at,
            second_factor_at: session.second_factor_at,
        }
    }
}

/// Says whether the caller's session is good
///
/// For services that are shown an access token and let somebody in by it: a session that was ended, a user who was suspended and a
/// policy that was changed count at once, which the token itself cannot say. It is answered 200 for a session that may be used for
/// anything, and with a problem for any other.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses((status = 200, description = "It is good.", body = OwnSession))
)]
#[get("/v1/me/session")]
pub async fn read_session(caller: SignedIn) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(OwnSession::from(caller.authenticate().await?)))
}

/// A user's sessions, the last used first.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "items": [{
        "id": "0199f3a1-7d2e-7b51-9c4d-3b62dae1e803", "current": true, "amr": ["pwd", "otp", "mfa"],
        "createdAt": "2026-11-24T09:00:00Z", "lastSeenAt": "2026-11-24T09:05:00Z", "expiresAt": "2026-11-24T10:05:00Z"
    }]
}))]
struct SessionList {
    items: Vec<ListedSession>,
}

/// Lists the caller's sessions
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses((status = 200, description = "Where the caller is signed in.", body = SessionList))
)]
#[get("/v1/me/sessions")]
pub async fn list_sessions(caller: SignedIn) -> Result<HttpResponse, Problem> {
    let listed = caller.run(|op, caller| {
        let sessions = sessions::list(op, caller)?.into_iter();
        Ok(sessions.map(|session| ListedSession::of(session, caller.session.id)).collect())
    });
    Ok(HttpResponse::Ok().json(SessionList { items: listed.await? }))
}

/// Ends a session of the caller
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "Of the session.")),
    responses((status = 204, description = "It has ended."))
)]
#[delete("/v1/me/sessions/{id}")]
pub async fn end_session(caller: SignedIn, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let app = caller.client.app.clone();
    let id = SessionId(*id);
    let ended_own = caller.run(move |op, caller| {
        sessions::end(op, caller, id)?;
        Ok(caller.session.id == id)
    });
    let mut response = HttpResponse::NoContent();
    if ended_own.await? {
        response.cookie(cookie::forget(&app.settings.public_url));
    }
    Ok(response.finish())
}
