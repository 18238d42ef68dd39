//! The codes by which problems are told apart, each with its status and its words.

use actix_web::http::StatusCode;
use serde::Serialize;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

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
    LastFactor = "last_factor", CONFLICT, "This is the last factor: it is not removed alone.";
    EnrollFirst = "enroll_first", CONFLICT, "Set up a second factor of your own first.";
    EmailUnverified = "email_unverified", CONFLICT, "Confirm that this email address is yours first.";
    PasswordByMail = "password_by_mail", CONFLICT, "Your password was set by a mailed link: choose another one first.";
    NoPassword = "no_password", CONFLICT, "You sign in at your provider, and have no password here.";
    IdentityTaken = "identity_taken", CONFLICT, "That account is connected with a user already.";
    LastLoginMethod = "last_login_method", CONFLICT, "It is the only way to sign in.";
    EmailTaken = "email_taken", CONFLICT, "Somebody has this email address already.";
    AlreadyActivated = "already_activated", CONFLICT, "This account was activated already.";
    ProviderTaken = "provider_taken", CONFLICT, "There is a provider of this name already.";
    RoleTaken = "role_taken", CONFLICT, "There is a role of this name already.";
    RoleInUse = "role_in_use", CONFLICT, "Somebody has this role, or a phase of the policy is for it.";
    WebhookDisabled = "webhook_disabled", CONFLICT, "This webhook is paused, or its receiver is gone: enable it first.";
    CannotResetSelf = "cannot_reset_self", CONFLICT, "Nobody resets themselves: ask another administrator.";
    NothingToRemind = "nothing_to_remind", CONFLICT, "They have a second factor already, cannot sign in, or nobody is asked for one.";
    NothingToReset = "nothing_to_reset", CONFLICT, "They have not activated their account, have no password here, or are suspended.";
    SuspendedOrFrozen = "suspended_or_frozen", CONFLICT, "They are suspended or frozen: that has to be lifted first.";
    LaterDeadline = "later_deadline", CONFLICT, "They have until later already.";
    IdempotencyConflict = "idempotency_conflict", CONFLICT,
        "This key came before with another request, or the answer to it held a secret, which is shown once.";
    LastAdmin = "last_admin", CONFLICT, "This is the last administrator who can sign in.";
    LastSuperadmin = "last_superadmin", CONFLICT, "The first organization has to have a superadministrator who can sign in.";
    AuthenticatorLimit = "authenticator_limit", CONFLICT, "There are as many authenticators as a user may have.";
    PasskeyLimit = "passkey_limit", CONFLICT, "There are as many passkeys as a user may have.";
    ChallengeExpired = "challenge_expired", GONE, "This sign-in has ended. Please start again.";
    SsoExpired = "sso_expired", GONE, "This sign-in took too long, or was used before. Please start again.";
    LinkExpired = "link_expired", GONE, "This link was used, or its time is over.";
    StaleVersion = "stale_version", PRECONDITION_FAILED, "Somebody has changed it meanwhile. Please read it again.";
    PayloadTooLarge = "payload_too_large", PAYLOAD_TOO_LARGE, "The request is too large.";
    UnsupportedMediaType = "unsupported_media_type", UNSUPPORTED_MEDIA_TYPE, "The request is of another media type than it has to be.";
    ValidationFailed = "validation_failed", UNPROCESSABLE_ENTITY, "Something in the request is not valid.";
    EnrollmentCodeRejected = "enrollment_code_rejected", UNPROCESSABLE_ENTITY, "That code does not belong to the new authenticator.";
    PasskeyRejected = "passkey_rejected", UNPROCESSABLE_ENTITY, "That passkey is not what was asked for. Please try again.";
    PreconditionRequired = "precondition_required", PRECONDITION_REQUIRED, "Say with If-Match which version is to be replaced.";
    TooManyAttempts = "too_many_attempts", TOO_MANY_REQUESTS, "There were too many wrong codes. Please wait.";
    TooManySignIns = "too_many_sign_ins", TOO_MANY_REQUESTS, "Too many sign-ins were begun at this address. Please wait.";
    TooManyMails = "too_many_mails", TOO_MANY_REQUESTS, "There were too many mails. Please wait.";
    RateLimited = "rate_limited", TOO_MANY_REQUESTS, "This API key is used too often. Please wait.";
    Internal = "internal", INTERNAL_SERVER_ERROR, "Something went wrong on our side.";
    ProviderUnreachable = "provider_unreachable", BAD_GATEWAY, "The provider did not answer as it should.";
    Overloaded = "overloaded", SERVICE_UNAVAILABLE, "The service cannot take this now. Please try again.";
    NotReady = "not_ready", SERVICE_UNAVAILABLE, "The service is not ready.";
}
