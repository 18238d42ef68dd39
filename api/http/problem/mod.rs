//! Problem details (RFC 9457): the one place where a rejection or a fault becomes an answer.

mod codes;
mod details;

use std::{borrow::Cow, fmt};

use actix_web::{
    HttpResponse, ResponseError,
    body::BoxBody,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};

use crate::{
    domain::{Timestamp, passkey::Refusal, rejection::FieldError, rejection::Rejection},
    error::{Failure, Fault},
};
use details::InvalidField;

pub use codes::ProblemCode;
pub use details::ProblemDetails;

pub const MEDIA_TYPE: &str = "application/problem+json";
const TYPES: &str = "https://nightlatch.dev/problems/";
/// So long a client waits before it tries again when the service is overloaded, in seconds.
const OVERLOAD_PAUSE: u64 = 2;
/// Of a code it means: perhaps it is used up.
const UNSETTLED: &str = "There was no answer in time. A change that you asked for may have happened all the same: look before you ask \
    again, or send it again with the same Idempotency-Key.";
const WRONG_PASSWORD: &str = "The current password is wrong, or was wrong too often.";
const LAST_FACTOR: &str = "Turn two-factor authentication off with POST /v1/me/two-factor/disable, or replace an \
    authenticator with POST /v1/me/authenticators/{id}/replace.";

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
    reason: Option<&'static str>,
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
            Failure::Rejected(Rejection::TooManySignIns { retry_at }) => {
                Self::until(ProblemCode::TooManySignIns, retry_at, now)
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
        response.content_type(HeaderValue::from_static(MEDIA_TYPE)).body(self.text(request_id))
    }

    /// The details, in JSON.
    pub fn text(&self, request_id: &str) -> String {
        let extras = &self.extras;
        let details = ProblemDetails {
            kind: format!("{TYPES}{}", self.code.name()),
            title: self.code.title(),
            status: self.code.status().as_u16(),
            detail: extras.detail.as_deref(),
            instance: request_id,
            code: self.code,
            reason: extras.reason,
            attempts_remaining: extras.attempts_remaining,
            clock_skew_seconds: extras.clock_skew_seconds,
            max_age: extras.max_age,
            retry_after: extras.retry_after,
            required_scope: extras.required_scope,
            errors: extras.errors.iter().map(InvalidField::from).collect(),
        };
        serde_json::to_string(&details).unwrap_or_default()
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

/// Why a new passkey was refused, where that helps its owner.
fn explain(refusal: Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::NoCeremony => {
            Some("It was not asked for, or more than five minutes ago, or was sent before.")
        }
        Refusal::WrongOrigin | Refusal::WrongRelyingParty => Some("It was made for another site."),
        Refusal::AlreadyEnrolled => Some("This passkey is enrolled already."),
        _ => None,
    }
}

impl From<Rejection> for Problem {
    fn from(rejection: Rejection) -> Self {
        let mut extras = Extras::default();
        let code = match rejection {
            Rejection::LoginFailed => ProblemCode::LoginFailed,
            Rejection::WrongPassword => {
                extras.detail = Some(WRONG_PASSWORD.into());
                ProblemCode::LoginFailed
            }
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
            Rejection::TooManySignIns { .. } => ProblemCode::TooManySignIns,
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
            Rejection::BlockedPastDeadline => {
                let detail =
                    "The time to set up a second factor has passed. An administrator can give more of it.";
                extras.detail = Some(detail.into());
                extras.reason = Some("pastDeadline");
                ProblemCode::BlockedByPolicy
            }
            Rejection::PasswordByMail => ProblemCode::PasswordByMail,
            Rejection::BlockedAfterMailedPassword => {
                let detail = "The password was reset by mail, so that no mailed code can follow it. An administrator can \
                              issue a temporary pass.";
                extras.detail = Some(detail.into());
                extras.reason = Some("passwordByMail");
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
            Rejection::ProviderTaken => ProblemCode::ProviderTaken,
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
            Rejection::PasskeyLimit => ProblemCode::PasskeyLimit,
            Rejection::PasskeyRejected { refusal } => {
                extras.detail = explain(refusal).map(Cow::Borrowed);
                extras.reason = extras.detail.is_some().then(|| refusal.name());
                ProblemCode::PasskeyRejected
            }
            Rejection::CannotResetSelf => ProblemCode::CannotResetSelf,
            Rejection::NothingToRemind => ProblemCode::NothingToRemind,
            Rejection::LaterDeadline => ProblemCode::LaterDeadline,
            Rejection::NothingToReset => ProblemCode::NothingToReset,
            Rejection::SuspendedOrFrozen => ProblemCode::SuspendedOrFrozen,
            Rejection::LastAdministrator => ProblemCode::LastAdmin,
            Rejection::LastSuperadmin => ProblemCode::LastSuperadmin,
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
        match &fault {
            Fault::Internal(_) => tracing::error!("internal fault: {}", causes(&fault)),
            Fault::Unavailable(_) => tracing::warn!("unavailable: {}", causes(&fault)),
            Fault::Unsettled(_) => tracing::warn!("unsettled: {}", causes(&fault)),
        }
        match fault {
            Fault::Internal(_) => Self::new(ProblemCode::Internal),
            Fault::Unavailable(_) => Self::new(ProblemCode::Overloaded),
            Fault::Unsettled(_) => Self::new(ProblemCode::Overloaded).with_detail(UNSETTLED),
        }
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
