//! Sign-in: password, second factor, refresh, sign-out, step-up.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Secret,
    session::{Notice, Session, SessionAnswer},
    webauthn::Assertion,
};
use crate::{
    app::App,
    domain::{
        challenge::{Answer, Method},
        password::Password,
        rejection::{FieldError, Rejection},
        user::EmailAddress,
    },
    flows::{
        challenge::{self, IssuedChallenge, Verified},
        login::{self, DemandedEnrollment, LoggedIn, Login},
        sessions, step_up,
    },
    http::{
        auth::Holder,
        body::{Json, LargeJson},
        client::Anonymous,
        cookie, named,
        problem::Problem,
    },
};

/// An email address and its password.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"email": "ada@example.org", "password": "a very long pass phrase"}))]
struct LoginRequest {
    #[schema(max_length = 254)]
    email: String,
    password: Secret,
    /// Where the organization asks on a single form: digits of an authenticator, a recovery code or a temporary pass.
    /// Empty or left out, where the user has none; not looked at where the code is asked for in a second step.
    #[schema(nullable = false)]
    code: Option<Secret>,
    /// Whether the refresh token is kept in a cookie instead of the answer.
    #[serde(default)]
    #[schema(default = false)]
    cookie: bool,
}

/// How a sign-in goes on after the right password.
#[derive(Serialize, ToSchema)]
#[serde(tag = "status", rename_all = "camelCase")]
#[schema(example = json!({
    "status": "challenge", "needs2FA": true, "challengeId": "nlc_AZnzoVt7fAKNTh", "methods": ["totp", "recoveryCode"],
    "preferred": "totp", "codeLengths": [6], "expiresAt": "2026-11-24T09:05:00Z"
}))]
pub(super) enum LoginAnswer {
    #[serde(rename_all = "camelCase")]
    SignedIn {
        #[serde(rename = "needs2FA")]
        needs_2fa: bool,
        session: Session,
        notices: Vec<Notice>,
    },
    #[serde(rename_all = "camelCase")]
    Challenge {
        #[serde(rename = "needs2FA")]
        needs_2fa: bool,
        #[serde(flatten)]
        challenge: Challenge,
    },
    #[serde(rename_all = "camelCase")]
    Enrollment {
        #[serde(rename = "needs2FA")]
        needs_2fa: bool,
        needs_enrollment: bool,
        /// Good for enrolling an authenticator or a passkey, and for nothing else.
        enrollment_token: String,
        /// Which kinds of factor may be set up by it.
        offers: BTreeSet<named::Method>,
        /// By when the organization wanted it done.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(nullable = false)]
        deadline: Option<DateTime<Utc>>,
        expires_at: DateTime<Utc>,
    },
}

impl From<DemandedEnrollment> for LoginAnswer {
    fn from(demanded: DemandedEnrollment) -> Self {
        let DemandedEnrollment { token: enrollment_token, offers, deadline, expires_at } = demanded;
        let (needs_2fa, needs_enrollment) = (false, true);
        let offers = offers.into_iter().map(Into::into).collect();
        Self::Enrollment { needs_2fa, needs_enrollment, enrollment_token, offers, deadline, expires_at }
    }
}

/// What a right answer to a challenge leads to: a session, or after a temporary pass an enrollment.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[schema(example = json!({
    "status": "enrollment", "needs2FA": false, "needsEnrollment": true, "enrollmentToken": "nle_AZnzoVt7fAKNTh",
    "offers": ["totp", "passkey"], "expiresAt": "2026-11-24T09:20:00Z"
}))]
#[allow(dead_code, reason = "describes one answer or the other")]
enum VerifyAnswer {
    #[schema(title = "Session")]
    Session(SessionAnswer),
    #[schema(title = "Enrollment")]
    Enrollment(LoginAnswer),
}

/// A question for a second factor.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "challengeId": "nlc_AZnzoVt7fAKNTh", "methods": ["totp", "recoveryCode"], "preferred": "totp",
    "codeLengths": [6], "expiresAt": "2026-11-24T09:05:00Z"
}))]
pub(super) struct Challenge {
    /// The only credential for the second step: keep it to yourself.
    challenge_id: String,
    /// The ways in which this user can answer.
    methods: BTreeSet<named::Method>,
    preferred: named::Method,
    /// How many digits the codes of the user's authenticators have.
    code_lengths: BTreeSet<u8>,
    /// For how many days this browser may skip the challenge, if the answer says `trustDevice`; left out where it may not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 1, maximum = 30)]
    trust_device_days: Option<u8>,
    expires_at: DateTime<Utc>,
}

impl From<IssuedChallenge> for Challenge {
    fn from(challenge: IssuedChallenge) -> Self {
        let IssuedChallenge { id, methods, preferred, code_lengths, trust_device_days: days, expires_at } =
            challenge;
        let methods = methods.into_iter().map(Into::into).collect();
        let trust_device_days = (days > 0).then_some(days);
        let preferred = preferred.into();
        Self { challenge_id: id, methods, preferred, code_lengths, trust_device_days, expires_at }
    }
}

/// Signs in by email and password
///
/// The answer is a session, a challenge for the second factor, or, where the organization requires a factor that the
/// user has not got, a token to enroll with. A wrong password, an unknown user, a suspended one and too many tries are
/// answered alike; on a single form, a wrong or missing code too.
#[utoipa::path(
    tag = "Sign-in",
    request_body = LoginRequest,
    responses(
        (status = 200, description = "The password is right.", body = LoginAnswer),
        (status = 401, description = "`login_failed`"),
        (status = 403, description = "`blocked_by_policy`: the password is right, but the deadline for a second factor has passed, or the password came by mail where only a mailed code could follow it."),
    )
)]
#[post("/v1/auth/login")]
pub async fn begin_login(client: Anonymous, Json(body): Json<LoginRequest>) -> Result<HttpResponse, Problem> {
    let answer = body.code.as_ref().map(Secret::expose).filter(|code| !code.trim().is_empty());
    let login = Login {
        email: EmailAddress::parse(&body.email)?,
        password: Password::parse("password", body.password.expose())?,
        answer: answer.map(Answer::parse_any).transpose()?,
        cookie: body.cookie,
    };
    let app = client.app.clone();
    let permit = app.passwords.permit().await?;
    let logged_in = client.run(move |op| login::log_in(op, &permit, &login)).await?;
    Ok(answer_login(&app, logged_in))
}

/// 200 with how a sign-in goes on.
pub(super) fn answer_login(app: &App, logged_in: LoggedIn) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    let answer = match logged_in {
        LoggedIn::SignedIn(signed_in) => {
            let SessionAnswer { session, notices } = SessionAnswer::of(app, *signed_in, &mut response);
            LoginAnswer::SignedIn { needs_2fa: false, session, notices }
        }
        LoggedIn::Challenged(challenge) => {
            LoginAnswer::Challenge { needs_2fa: true, challenge: challenge.into() }
        }
        LoggedIn::EnrollmentDemanded(demanded) => demanded.into(),
    };
    response.json(answer)
}

/// An answer to a challenge.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"method": "totp", "code": "492039"}))]
struct VerifyRequest {
    method: named::Method,
    /// Exactly six or eight digits of an authenticator, the eight of a mailed code, or a recovery code or temporary pass in
    /// either case, with or without its hyphens. Of every method but `passkey`.
    #[schema(nullable = false)]
    code: Option<Secret>,
    /// Of the method `passkey`: what the authenticator signed.
    #[schema(nullable = false)]
    assertion: Option<Assertion>,
    /// Whether sign-ins in this browser are to skip the challenge for the days that it offers. Only with an authenticator's
    /// code or a passkey, and where a cookie holds the session; not looked at elsewhere.
    #[serde(default)]
    trust_device: bool,
}

impl VerifyRequest {
    /// Errors: what does not go with the method, or has not its form.
    fn answer(&self) -> Result<Answer, FieldError> {
        let field = |field, code, message| Err(FieldError::new(field, code, message));
        match (self.method.0, &self.code, &self.assertion) {
            (Method::Passkey, None, Some(assertion)) => assertion.read().map(Answer::Passkey),
            (Method::Passkey, _, None) => field("assertion", "required", "A passkey signs an assertion."),
            (Method::Passkey, Some(_), Some(_)) => field("code", "not_taken", "A passkey has no code."),
            (_, _, Some(_)) => field("assertion", "not_taken", "Only a passkey signs an assertion."),
            (_, None, None) => field("code", "required", "This method takes a code."),
            (method, Some(code), None) => Answer::parse(method, code.expose()),
        }
    }
}

/// Answers a challenge
///
/// Finishes a sign-in, or renews a session after a step-up. A temporary pass leads to an enrollment instead, which then
/// signs in, and so does a mailed code where the organization requires a factor that the user has not got. After a factor that the organization does not take any more it may lead to an enrollment, too. A code is accepted once, and a challenge takes five wrong ones at most.
#[utoipa::path(
    tag = "Sign-in",
    params(("challengeId" = String, Path, description = "From the login or the step-up.")),
    request_body = VerifyRequest,
    responses(
        (status = 200, description = "The code is right.", body = VerifyAnswer),
        (status = 401, description = "`code_rejected`, with `attemptsRemaining`."),
        (status = 403, description = "`blocked_by_policy` or `account_frozen`: the code is right, but another factor is due that is not set up any more."),
        (status = 410, description = "`challenge_expired`: answered, too old, or wrong too often."),
        (status = 429, description = "`too_many_attempts`: no code is judged before `Retry-After`."),
    )
)]
#[post("/v1/auth/challenges/{challengeId}/verify")]
pub async fn verify_challenge(
    client: Anonymous,
    challenge_id: Path<String>,
    LargeJson(body): LargeJson<VerifyRequest>,
) -> Result<HttpResponse, Problem> {
    let answer = body.answer()?;
    let app = client.app.clone();
    Ok(match client.run(move |op| challenge::verify(op, &challenge_id, &answer, body.trust_device)).await? {
        Verified::SignedIn(signed_in) => SessionAnswer::respond(&app, *signed_in),
        Verified::EnrollmentDemanded(demanded) => HttpResponse::Ok().json(LoginAnswer::from(demanded)),
    })
}

/// The refresh token, where no cookie holds it.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"refreshToken": "nlr_AZnzoVt7fAKNTh"}))]
struct RefreshRequest {
    #[schema(nullable = false)]
    refresh_token: Option<Secret>,
}

/// Exchanges a refresh token for fresh tokens
///
/// A refresh token is good for one exchange. One that comes again has been stolen, here or there, and ends its session.
#[utoipa::path(
    tag = "Sign-in",
    request_body = RefreshRequest,
    responses(
        (status = 200, description = "The session goes on.", body = SessionAnswer),
        (status = 401, description = "`session_expired`"),
        (status = 403, description = "`cross_origin`"),
    )
)]
#[post("/v1/auth/refresh")]
pub async fn refresh_session(
    client: Anonymous,
    request: HttpRequest,
    Json(body): Json<RefreshRequest>,
) -> Result<HttpResponse, Problem> {
    let app = client.app.clone();
    let token = body.refresh_token.map(|token| token.expose().to_owned());
    let token = match token {
        Some(token) => Some(token),
        None => cookie::read(&request, &app.settings.public_url)?,
    };
    let token = token.ok_or(Rejection::SessionExpired)?;
    let signed_in = client.run(move |op| sessions::refresh(op, &token)).await?;
    Ok(SessionAnswer::respond(&app, signed_in))
}

/// Signs out
#[utoipa::path(
    tag = "Sign-in",
    security(("session" = [])),
    responses((status = 204, description = "The session has ended."))
)]
#[post("/v1/auth/logout")]
pub async fn end_current_session(holder: Holder) -> Result<HttpResponse, Problem> {
    let app = holder.client.app.clone();
    holder.run(sessions::log_out).await?;
    Ok(HttpResponse::NoContent().cookie(cookie::forget(&app.settings.public_url)).finish())
}

/// Opens a challenge inside a session
///
/// Answering it gives the session fresh tokens, with which account settings can be changed for some minutes.
#[utoipa::path(
    tag = "Sign-in",
    security(("session" = [])),
    responses(
        (status = 200, description = "The challenge.", body = Challenge),
        (status = 409, description = "`enroll_first`: there is no factor to prove."),
    )
)]
#[post("/v1/auth/step-up")]
pub async fn begin_step_up(holder: Holder) -> Result<HttpResponse, Problem> {
    let challenge = holder.run(step_up::begin).await?;
    Ok(HttpResponse::Ok().json(Challenge::from(challenge)))
}
