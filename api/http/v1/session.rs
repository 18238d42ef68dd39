//! What the holder of a session gets: tokens, who they are, and what they should know.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, HttpResponseBuilder};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    super::{cookie, named},
    roles::RoleName,
};
use crate::{
    app::App,
    domain::{notice::Notice as DomainNotice, session::ACCESS_TOKEN_LIFETIME, user},
    flows::sessions::SignedIn,
};

/// A user, as they are told about themselves.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11",
    "organizationId": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55",
    "email": "ada@example.org",
    "displayName": "Ada Lovelace",
    "emailVerified": true,
    "language": "en",
    "roles": ["member"],
    "permissions": []
}))]
pub struct User {
    id: Uuid,
    organization_id: Uuid,
    #[schema(format = IdnEmail)]
    email: String,
    /// Whether they have proven that the address is theirs.
    email_verified: bool,
    display_name: String,
    /// Of what is mailed to them.
    language: named::Language,
    roles: BTreeSet<RoleName>,
    permissions: BTreeSet<named::Permission>,
}

impl From<&user::User> for User {
    fn from(user: &user::User) -> Self {
        Self {
            id: user.id.0,
            organization_id: user.organization_id.0,
            email: user.email.clone(),
            email_verified: user.email_verified,
            display_name: user.display_name.clone(),
            language: user.language.into(),
            roles: user.roles.keys().map(Into::into).collect(),
            permissions: user.permissions.iter().copied().map(Into::into).collect(),
        }
    }
}

/// The tokens of a session.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "accessToken": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSJ9.e30.c2ln",
    "tokenType": "Bearer",
    "expiresIn": 300,
    "refreshToken": "nlr_AZnzoVt7fAKNTh",
    "user": {
        "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11",
        "organizationId": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55",
        "email": "ada@example.org",
        "displayName": "Ada Lovelace",
        "emailVerified": true,
        "language": "en",
        "roles": ["member"],
        "permissions": []
    }
}))]
pub struct Session {
    /// A JWT, good for `expiresIn` seconds and only as long as the session lives.
    access_token: String,
    #[schema(inline)]
    token_type: TokenType,
    expires_in: i64,
    /// Good for one exchange; left out where a cookie holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    refresh_token: Option<String>,
    user: User,
}

#[derive(Serialize, ToSchema)]
enum TokenType {
    Bearer,
}

/// Something that a user should know about their second factor.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"code": "recovery_codes_low", "severity": "warning", "link": "/security#recovery-codes", "remaining": 2}))]
pub struct Notice {
    code: NoticeCode,
    severity: Severity,
    /// A path of the SPA, where the user can do something about it.
    link: &'static str,
    /// With `set_up_two_factor` and `set_up_other_factor`: by when, where a factor is required or will be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    deadline: Option<DateTime<Utc>>,
    /// With `renew_authenticator`: since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    due_at: Option<DateTime<Utc>>,
    /// With `recovery_codes_low`: how many are left.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    remaining: Option<i64>,
}

/// What a notice is about.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeCode {
    AccountFrozen,
    SetUpTwoFactor,
    SetUpOtherFactor,
    RenewAuthenticator,
    RecoveryCodesLow,
}

/// How pressing a notice is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    Info,
    Warning,
}

impl From<DomainNotice> for Notice {
    fn from(notice: DomainNotice) -> Self {
        let (severity, deadline, due_at, remaining) = (Severity::Warning, None, None, None);
        let (authenticators, recovery_codes) = ("/security#authenticators", "/security#recovery-codes");
        match notice {
            DomainNotice::AccountFrozen => Self {
                code: NoticeCode::AccountFrozen,
                severity,
                link: "/security",
                deadline,
                due_at,
                remaining,
            },
            DomainNotice::SetUpTwoFactor { required, deadline } => {
                let severity =
                    if required && deadline.is_some() { Severity::Warning } else { Severity::Info };
                let code = NoticeCode::SetUpTwoFactor;
                Self { code, severity, link: authenticators, deadline, due_at, remaining }
            }
            DomainNotice::SetUpOtherFactor { passkey, deadline } => {
                let code = NoticeCode::SetUpOtherFactor;
                let link = if passkey { "/security#passkeys" } else { authenticators };
                Self { code, severity, link, deadline, due_at, remaining }
            }
            DomainNotice::RenewAuthenticator { due } => Self {
                code: NoticeCode::RenewAuthenticator,
                severity,
                link: authenticators,
                deadline,
                due_at: Some(due),
                remaining,
            },
            DomainNotice::RecoveryCodesLow { remaining } => {
                let code = NoticeCode::RecoveryCodesLow;
                Self { code, severity, link: recovery_codes, deadline, due_at, remaining: Some(remaining) }
            }
        }
    }
}

pub fn notices(notices: Vec<DomainNotice>) -> Vec<Notice> {
    notices.into_iter().map(Into::into).collect()
}

/// A session that has just begun, or goes on under fresh tokens.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "session": {
        "accessToken": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSJ9.e30.c2ln", "tokenType": "Bearer", "expiresIn": 300,
        "refreshToken": "nlr_AZnzoVt7fAKNTh", "user": {
        "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "organizationId": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55",
        "email": "ada@example.org", "displayName": "Ada Lovelace", "emailVerified": true, "language": "en", "roles": ["member"], "permissions": []
    }
    },
    "notices": []
}))]
pub struct SessionAnswer {
    pub session: Session,
    pub notices: Vec<Notice>,
}

impl SessionAnswer {
    /// The refresh token goes into `response`'s cookie where the session wants it there, or else into the answer.
    pub fn of(app: &App, signed_in: SignedIn, response: &mut HttpResponseBuilder) -> Self {
        let SignedIn { access_token, refresh_token, browser_token, device_token, session, .. } = signed_in;
        let (user, told) = (signed_in.user, signed_in.notices);
        let public_url = &app.settings.public_url;
        let refresh_token = if session.cookie {
            response.cookie(cookie::keep(public_url, refresh_token, &session, app.clock.now()));
            None
        } else {
            Some(refresh_token)
        };
        if let Some(token) = browser_token {
            response.cookie(cookie::keep_browser(public_url, token));
        }
        if let Some(token) = device_token {
            response.cookie(cookie::keep_device(public_url, token, app.clock.now()));
        }
        let expires_in = ACCESS_TOKEN_LIFETIME.num_seconds();
        let user = User::from(&user);
        let token_type = TokenType::Bearer;
        Self {
            session: Session { access_token, token_type, expires_in, refresh_token, user },
            notices: notices(told),
        }
    }

    /// 200 with the tokens and nothing else.
    pub fn respond(app: &App, signed_in: SignedIn) -> HttpResponse {
        let mut response = HttpResponse::Ok();
        let answer = Self::of(app, signed_in, &mut response);
        response.json(answer)
    }
}
