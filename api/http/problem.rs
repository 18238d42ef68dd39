//! Problem details (RFC 9457): the one place where a rejection or a fault becomes an answer.

use std::{borrow::Cow, fmt};

use actix_web::{
    HttpResponse, ResponseError,
    body::BoxBody,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};
use serde::Serialize;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

use crate::{
    domain::{Timestamp, rejection::FieldError, rejection::Rejection},
    error::{Failure, Fault},
};

pub const MEDIA_TYPE: &str = "application/problem+json";
const TYPES: &str = "https://nightlatch.dev/problems/";
/// So long a client waits before it tries again when the service is overloaded, in seconds.
const OVERLOAD_PAUSE: u64 = 2;
const LAST_FACTOR: &str = "Turn two-factor authentication off with POST /v1/me/two-factor/disable, or replace the \
    authenticator with POST /v1/me/authenticators/{id}/replace.";

/// Declares the codes, each with its status and the title that people read.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $status:ident, $title:literal;)+) => {
        /// What kind of problem it is: a closed list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        pub enum ProblemCode {
            $($(#[$doc])* #[serde(rename = $name)] $code,)+
        }

        impl PartialSchema for ProblemCode {
            fn schema() -> RefOr<Schema> {
                let description = "What kind of problem it is: a closed list.";
                let names = ObjectBuilder::new().schema_type(Type::String).enum_values(Some([$($name,)+]));
                names.description(Some(description)).build().into()
            }
        }

        impl ToSchema for ProblemCode {}

        impl ProblemCode {
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)+ }
            }

            pub fn status(self) -> StatusCode {
                match self { $(Self::$code => StatusCode::$status,)+ }
            }

            pub fn title(self) -> &'static str {
                match self { $(Self::$code => $title,)+ }
            }
        }
    };
}

codes! {
    Malformed = "malformed", BAD_REQUEST, "The request is not valid JSON.";
    Unauthenticated = "unauthenticated", UNAUTHORIZED, "A valid access token is needed.";
    SessionExpired = "session_expired", UNAUTHORIZED, "The session has ended. Please sign in again.";
    LoginFailed = "login_failed", UNAUTHORIZED,
        "Login failed. Please check your login details and try again. Otherwise contact your administrator.";
    CodeRejected = "code_rejected", UNAUTHORIZED, "That is not right.";
    StepUpRequired = "step_up_required", UNAUTHORIZED, "Please confirm your second factor first.";
    CrossOrigin = "cross_origin", FORBIDDEN, "Requests from other sites are refused.";
    EnrollmentRequired = "enrollment_required", FORBIDDEN, "Your organization requires a second factor: set it up first.";
    BlockedByPolicy = "blocked_by_policy", FORBIDDEN, "Your organization's policy does not allow this.";
    AccountFrozen = "account_frozen", FORBIDDEN, "This account is frozen: an administrator has to lift that first.";
    SsoNotConnected = "sso_not_connected", FORBIDDEN, "This account is not connected with anybody here.";
    SsoRefused = "sso_refused", FORBIDDEN, "This sign-in is not allowed. Please ask your administrator.";
    NotPermitted = "not_permitted", FORBIDDEN, "You are not allowed to do this.";
    MissingScope = "missing_scope", FORBIDDEN, "This API key was not made for that.";
    NotFound = "not_found", NOT_FOUND, "There is nothing here.";
    MethodNotAllowed = "method_not_allowed", METHOD_NOT_ALLOWED, "This method is not allowed here.";
    RequestTimeout = "request_timeout", REQUEST_TIMEOUT, "The request did not arrive in time.";
    RequiredByPolicy = "required_by_policy", CONFLICT, "Your organization requires a second factor: it can be replaced, not removed.";
    LastFactor = "last_factor", CONFLICT, "This is the last authenticator: it is not removed alone.";
    EnrollFirst = "enroll_first", CONFLICT, "Set up a second factor of your own first.";
    EmailUnverified = "email_unverified", CONFLICT, "Confirm that this email address is yours first.";
    PasswordByMail = "password_by_mail", CONFLICT, "Your password was set by a mailed link: choose another one first.";
    NoPassword = "no_password", CONFLICT, "You sign in at your provider, and have no password here.";
    IdentityTaken = "identity_taken", CONFLICT, "That account is connected with a user already.";
    LastLoginMethod = "last_login_method", CONFLICT, "Without it you could not sign in any more.";
    EmailTaken = "email_taken", CONFLICT, "Somebody has this email address already.";
    AlreadyActivated = "already_activated", CONFLICT, "This account was activated already.";
    RoleTaken = "role_taken", CONFLICT, "There is a role of this name already.";
    RoleInUse = "role_in_use", CONFLICT, "Somebody has this role, or a phase of the policy is for it.";
    WebhookDisabled = "webhook_disabled", CONFLICT, "This webhook is paused, or its receiver is gone: enable it first.";
    CannotResetSelf = "cannot_reset_self", CONFLICT, "Nobody resets themselves: ask another administrator.";
    NothingToRemind = "nothing_to_remind", CONFLICT, "They have a second factor already, cannot sign in, or nobody is asked for one.";
    IdempotencyConflict = "idempotency_conflict", CONFLICT,
        "This key was sent before with another request, or the answer to it is not known.";
    LastAdmin = "last_admin", CONFLICT, "This is the last administrator who can sign in.";
    AuthenticatorLimit = "authenticator_limit", CONFLICT, "There are as many authenticators as a user may have.";
    ChallengeExpired = "challenge_expired", GONE, "This sign-in has ended. Please start again.";
    SsoExpired = "sso_expired", GONE, "This sign-in took too long, or was used before. Please start again.";
    LinkExpired = "link_expired", GONE, "This link was used, or its time is over.";
    StaleVersion = "stale_version", PRECONDITION_FAILED, "Somebody has changed it meanwhile. Please read it again.";
    PayloadTooLarge = "payload_too_large", PAYLOAD_TOO_LARGE, "The request is too large.";
    UnsupportedMediaType = "unsupported_media_type", UNSUPPORTED_MEDIA_TYPE, "The request must be application/json.";
    ValidationFailed = "validation_failed", UNPROCESSABLE_ENTITY, "Something in the request is not valid.";
    EnrollmentCodeRejected = "enrollment_code_rejected", UNPROCESSABLE_ENTITY, "That code does not belong to the new authenticator.";
    PreconditionRequired = "precondition_required", PRECONDITION_REQUIRED, "Say with If-Match which version is to be replaced.";
    TooManyAttempts = "too_many_attempts", TOO_MANY_REQUESTS, "There were too many wrong codes. Please wait.";
    TooManyMails = "too_many_mails", TOO_MANY_REQUESTS, "There were too many mails. Please wait.";
    RateLimited = "rate_limited", TOO_MANY_REQUESTS, "This API key is used too often. Please wait.";
    Internal = "internal", INTERNAL_SERVER_ERROR, "Something went wrong on our side.";
    ProviderUnreachable = "provider_unreachable", BAD_GATEWAY, "The provider did not answer as it should.";
    Overloaded = "overloaded", SERVICE_UNAVAILABLE, "The service cannot take this now. Please try again.";
    NotReady = "not_ready", SERVICE_UNAVAILABLE, "The service is not ready.";
}

/// Why a request was not answered as asked.
#[derive(Clone, Debug)]
pub struct Problem {
    pub code: ProblemCode,
    extras: Box<Extras>,
}

/// What a problem of some kind tells beside its code.
#[derive(Clone, Debug, Default)]
struct Extras {
    detail: Option<Cow<'static, str>>,
    attempts_remaining: Option<u32>,
    clock_skew_seconds: Option<i64>,
    max_age: Option<i64>,
    retry_after: Option<u64>,
    errors: Vec<FieldError>,
    allow: Option<String>,
    required_scope: Option<&'static str>,
}

impl Problem {
    pub fn new(code: ProblemCode) -> Self {
        let retry_after = (code.status() == StatusCode::SERVICE_UNAVAILABLE).then_some(OVERLOAD_PAUSE);
        Self { code, extras: Box::new(Extras { retry_after, ..Extras::default() }) }
    }

    pub fn with_detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.extras.detail = Some(detail.into());
        self
    }

    /// A wrong method where these are right.
    pub fn method_not_allowed(allow: String) -> Self {
        let mut problem = Self::new(ProblemCode::MethodNotAllowed);
        problem.extras.allow = Some(allow);
        problem
    }

    /// What a status that the framework answered by itself means.
    pub fn of_status(status: StatusCode) -> Self {
        Self::new(match status {
            StatusCode::BAD_REQUEST => ProblemCode::Malformed,
            StatusCode::NOT_FOUND => ProblemCode::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => ProblemCode::MethodNotAllowed,
            StatusCode::REQUEST_TIMEOUT => ProblemCode::RequestTimeout,
            StatusCode::PAYLOAD_TOO_LARGE => ProblemCode::PayloadTooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => ProblemCode::UnsupportedMediaType,
            StatusCode::SERVICE_UNAVAILABLE => ProblemCode::Overloaded,
            status if status.is_client_error() => ProblemCode::Malformed,
            _ => ProblemCode::Internal,
        })
    }

    /// A failure at that time. A fault is logged here, once, and told to nobody.
    pub fn of_failure(failure: Failure, now: Timestamp) -> Self {
        match failure {
            Failure::Rejected(Rejection::TooManyAttempts { retry_at }) => {
                Self::until(ProblemCode::TooManyAttempts, retry_at, now)
            }
            Failure::Rejected(Rejection::TooManyMails { retry_at }) => {
                Self::until(ProblemCode::TooManyMails, retry_at, now)
            }
            Failure::Rejected(Rejection::RateLimited { retry_at }) => {
                Self::until(ProblemCode::RateLimited, retry_at, now)
            }
            Failure::Rejected(rejection) => rejection.into(),
            Failure::Broken(fault) => fault.into(),
        }
    }

    fn until(code: ProblemCode, retry_at: Timestamp, now: Timestamp) -> Self {
        let seconds = (retry_at - now).as_seconds_f64().ceil().max(1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at least 1, at most a day"
        )]
        let seconds = seconds as u64;
        let mut problem = Self::new(code);
        problem.extras.retry_after = Some(seconds);
        problem
    }

    /// The answer to the request of that id.
    pub fn render(&self, request_id: &str) -> HttpResponse {
        let extras = &self.extras;
        let mut response = HttpResponse::build(self.code.status());
        if let Some(seconds) = extras.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        if let Some(allow) = &extras.allow {
            response.insert_header((header::ALLOW, allow.as_str()));
        }
        if self.code.status() == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, self.bearer_challenge()));
        }
        let details = ProblemDetails {
            kind: format!("{TYPES}{}", self.code.name()),
            title: self.code.title(),
            status: self.code.status().as_u16(),
            detail: extras.detail.as_deref(),
            instance: request_id,
            code: self.code,
            attempts_remaining: extras.attempts_remaining,
            clock_skew_seconds: extras.clock_skew_seconds,
            max_age: extras.max_age,
            retry_after: extras.retry_after,
            required_scope: extras.required_scope,
            errors: extras.errors.iter().map(InvalidField::from).collect(),
        };
        response
            .content_type(HeaderValue::from_static(MEDIA_TYPE))
            .body(serde_json::to_string(&details).unwrap_or_default())
    }

    /// RFC 6750, section 3, and for a step-up RFC 9470, section 3.
    fn bearer_challenge(&self) -> String {
        match (self.code, self.extras.max_age) {
            (ProblemCode::StepUpRequired, Some(seconds)) => {
                format!("Bearer error=\"insufficient_user_authentication\", max_age=\"{seconds}\"")
            }
            _ => "Bearer".to_owned(),
        }
    }
}

impl From<Rejection> for Problem {
    fn from(rejection: Rejection) -> Self {
        let mut extras = Extras::default();
        let code = match rejection {
            Rejection::LoginFailed => ProblemCode::LoginFailed,
            Rejection::CodeRejected { attempts_remaining } => {
                extras.attempts_remaining = Some(attempts_remaining);
                ProblemCode::CodeRejected
            }
            Rejection::EnrollmentCodeRejected { clock_skew_seconds } => {
                extras.clock_skew_seconds = clock_skew_seconds;
                ProblemCode::EnrollmentCodeRejected
            }
            Rejection::ChallengeExpired => ProblemCode::ChallengeExpired,
            // Told with its time by `of_failure`.
            Rejection::TooManyAttempts { .. } => ProblemCode::TooManyAttempts,
            Rejection::RateLimited { .. } => ProblemCode::RateLimited,
            Rejection::TooManyMails { .. } => ProblemCode::TooManyMails,
            Rejection::Unauthenticated => ProblemCode::Unauthenticated,
            Rejection::SessionExpired => ProblemCode::SessionExpired,
            Rejection::StepUpRequired { max_age_seconds } => {
                extras.max_age = Some(max_age_seconds);
                ProblemCode::StepUpRequired
            }
            Rejection::EnrollmentRequired => ProblemCode::EnrollmentRequired,
            Rejection::BlockedByPolicy => ProblemCode::BlockedByPolicy,
            Rejection::PasswordByMail => ProblemCode::PasswordByMail,
            Rejection::BlockedAfterMailedPassword => {
                let detail = "The password was reset by mail, so that no mailed code can follow it. An administrator can \
                              issue a temporary pass.";
                extras.detail = Some(detail.into());
                ProblemCode::BlockedByPolicy
            }
            Rejection::AccountFrozen => ProblemCode::AccountFrozen,
            Rejection::EmailUnverified => ProblemCode::EmailUnverified,
            Rejection::RequiredByPolicy => ProblemCode::RequiredByPolicy,
            Rejection::LastFactor => {
                extras.detail = Some(LAST_FACTOR.into());
                ProblemCode::LastFactor
            }
            Rejection::EnrollFirst => ProblemCode::EnrollFirst,
            Rejection::NotPermitted => ProblemCode::NotPermitted,
            Rejection::MissingScope { scope } => {
                extras.required_scope = Some(scope.name());
                ProblemCode::MissingScope
            }
            Rejection::NotFound => ProblemCode::NotFound,
            Rejection::StaleVersion => ProblemCode::StaleVersion,
            Rejection::IdempotencyConflict | Rejection::Repeated => ProblemCode::IdempotencyConflict,
            Rejection::EmailTaken => ProblemCode::EmailTaken,
            Rejection::AlreadyActivated => ProblemCode::AlreadyActivated,
            Rejection::LinkExpired => ProblemCode::LinkExpired,
            Rejection::RoleTaken => ProblemCode::RoleTaken,
            Rejection::RoleInUse => ProblemCode::RoleInUse,
            Rejection::WebhookDisabled => ProblemCode::WebhookDisabled,
            Rejection::NoPassword => ProblemCode::NoPassword,
            Rejection::SsoExpired => ProblemCode::SsoExpired,
            Rejection::SsoNotConnected => ProblemCode::SsoNotConnected,
            Rejection::SsoRefused => ProblemCode::SsoRefused,
            Rejection::IdentityTaken => ProblemCode::IdentityTaken,
            Rejection::LastLoginMethod => ProblemCode::LastLoginMethod,
            Rejection::ProviderUnreachable => ProblemCode::ProviderUnreachable,
            Rejection::AuthenticatorLimit => ProblemCode::AuthenticatorLimit,
            Rejection::CannotResetSelf => ProblemCode::CannotResetSelf,
            Rejection::NothingToRemind => ProblemCode::NothingToRemind,
            Rejection::LastAdministrator => ProblemCode::LastAdmin,
            Rejection::Invalid(errors) => {
                extras.errors = errors;
                ProblemCode::ValidationFailed
            }
        };
        Self { code, extras: Box::new(extras) }
    }
}

impl From<FieldError> for Problem {
    fn from(error: FieldError) -> Self {
        Rejection::from(error).into()
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let code = match &fault {
            Fault::Unavailable(_) => ProblemCode::Overloaded,
            Fault::Internal(_) => ProblemCode::Internal,
        };
        match code {
            ProblemCode::Overloaded => tracing::warn!("unavailable: {}", causes(&fault)),
            _ => tracing::error!("internal fault: {}", causes(&fault)),
        }
        Self::new(code)
    }
}

/// All that caused a fault, the nearest first.
fn causes(fault: &Fault) -> String {
    let causes = std::iter::successors(std::error::Error::source(fault), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.name())
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.code.status()
    }

    /// Rendered by the gate, which knows the request's id.
    fn error_response(&self) -> HttpResponse<BoxBody> {
        HttpResponse::new(self.code.status())
    }
}

/// Problem details (RFC 9457).
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Problem, example = json!({
    "type": "https://nightlatch.dev/problems/code_rejected",
    "title": "That is not right.",
    "status": 401,
    "instance": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11",
    "code": "code_rejected",
    "attemptsRemaining": 4
}))]
pub struct ProblemDetails<'a> {
    /// A stable URI that ends with the code.
    #[serde(rename = "type")]
    #[schema(format = "uri")]
    kind: String,
    /// A sentence for people.
    title: &'a str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// More about this occurrence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    detail: Option<&'a str>,
    /// The request's id, as in the header `x-request-id`.
    instance: &'a str,
    code: ProblemCode,
    /// With `code_rejected`: so many more wrong answers are allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    attempts_remaining: Option<u32>,
    /// With `enrollment_code_rejected`, where the code belongs to another time: by so much the device is ahead, or, when
    /// negative, behind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    clock_skew_seconds: Option<i64>,
    /// With `step_up_required`: so old the second factor may be, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    max_age: Option<i64>,
    /// In seconds, as in the header `Retry-After`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    retry_after: Option<u64>,
    /// With `missing_scope`: what the API key would have to be made for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    required_scope: Option<&'static str>,
    /// With `validation_failed`: what is wrong with which fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<InvalidField<'a>>,
}

/// What is wrong with one field.
#[derive(Serialize, ToSchema)]
pub struct InvalidField<'a> {
    /// Where it is, as `roles[1]`; empty for the request as a whole.
    field: &'a str,
    /// Stable and machine-readable.
    code: &'a str,
    /// A sentence for people.
    message: &'a str,
}

impl<'a> From<&'a FieldError> for InvalidField<'a> {
    fn from(error: &'a FieldError) -> Self {
        Self { field: &error.field, code: error.code, message: &error.message }
    }
}
