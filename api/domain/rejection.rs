//! Rejections: the closed list of reasons for which a correct service says no.

use super::{Timestamp, api_key::Scope, passkey::Refusal};

/// Why a request was refused. A value, not an error: what was charged for it stays charged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// Wrong password, unknown or suspended user, exhausted password budget: deliberately one answer.
    LoginFailed,
    /// Of somebody signed in who gave a wrong current password, or gave wrong ones too often: deliberately one answer.
    WrongPassword,
    CodeRejected {
        attempts_remaining: u32,
    },
    /// A wrong code for a pending authenticator; the skew is set when the code belongs to another time step
    /// within ten minutes, negative where the device is behind.
    EnrollmentCodeRejected {
        clock_skew_seconds: Option<i64>,
    },
    ChallengeExpired,
    TooManyAttempts {
        retry_at: Timestamp,
    },
    /// So many sign-ins were begun at one network address.
    TooManySignIns {
        retry_at: Timestamp,
    },
    Unauthenticated,
    SessionExpired,
    StepUpRequired {
        max_age_seconds: i64,
    },
    EnrollmentRequired,
    BlockedByPolicy,
    /// Somebody without the factor that they should have set up by now.
    BlockedPastDeadline,
    /// A login whose mailed code would have to follow a password that came by mail.
    BlockedAfterMailedPassword,
    /// Of mailed codes, for somebody whose password came by mail: they choose another one first.
    PasswordByMail,
    EmailUnverified,
    /// Its owner said that it was not them; nothing changes until an administrator lifts that.
    AccountFrozen,
    RequiredByPolicy,
    /// Of an authenticator that is the only one: it goes with the whole second factor, or for another.
    LastFactor,
    EnrollFirst,
    NotPermitted,
    /// Of an API key that was not made for this.
    MissingScope {
        scope: Scope,
    },
    /// Of an API key that is used too often.
    RateLimited {
        retry_at: Timestamp,
    },
    NotFound,
    StaleVersion,
    /// A request was noted before: told to nobody, since the answer from then is.
    Repeated,
    /// A request's key came before with another request, or its answer held a secret.
    IdempotencyConflict,
    EmailTaken,
    /// An invitation of somebody who has a password by now.
    AlreadyActivated,
    /// A mailed link that was used, has expired, or was never ours: deliberately one answer.
    LinkExpired,
    /// So many mails of one kind went to one person.
    TooManyMails {
        retry_at: Timestamp,
    },
    RoleTaken,
    /// A provider of single sign-on has that name.
    ProviderTaken,
    RoleInUse,
    /// Of a delivery to a webhook that is told nothing now.
    WebhookDisabled,
    /// Of something that asks for the password, of somebody who signs in at a provider alone.
    NoPassword,
    /// A sign-in at a provider that was used, has expired, or was never ours or this browser's: deliberately one answer.
    SsoExpired,
    /// Nobody here is connected with the account at the provider, and nobody is to be created for it.
    SsoNotConnected,
    /// The user may not sign in, or their provider may not be used.
    SsoRefused,
    /// Of an account at a provider that is connected with a user already.
    IdentityTaken,
    /// Of the only way to sign in that a user has.
    LastLoginMethod,
    /// A provider did not answer as it should.
    ProviderUnreachable,
    AuthenticatorLimit,
    PasskeyLimit,
    /// Of a new passkey that is not what was asked for.
    PasskeyRejected {
        refusal: Refusal,
    },
    CannotResetSelf,
    LastAdministrator,
    LastSuperadmin,
    /// They have a factor, cannot sign in, or nobody is asked for one.
    NothingToRemind,
    /// Who was to get more time has until later already.
    LaterDeadline,
    /// They have not activated their account, sign in at a provider alone, or are suspended.
    NothingToReset,
    /// Of what their account would not take before that is lifted.
    SuspendedOrFrozen,
    Invalid(Vec<FieldError>),
}

impl From<FieldError> for Rejection {
    fn from(error: FieldError) -> Self {
        Self::Invalid(vec![error])
    }
}

impl Rejection {
    /// The same about fields within another one.
    pub fn within(self, place: &str) -> Self {
        match self {
            Self::Invalid(errors) => {
                Self::Invalid(errors.into_iter().map(|error| error.within(place)).collect())
            }
            other => other,
        }
    }
}

/// What is wrong with one field of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Path of the field in the request, as `roles[1]`.
    pub field: String,
    /// Stable and machine-readable, in snake case.
    pub code: &'static str,
    /// A sentence for people; never repeats the value.
    pub message: String,
}

impl FieldError {
    pub fn new(field: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { field: field.into(), code, message: message.into() }
    }

    /// The same about a field within another one.
    pub fn within(self, place: &str) -> Self {
        let field = if self.field.is_empty() { place.to_owned() } else { format!("{place}.{}", self.field) };
        self.at(&field)
    }

    /// The same about a field that has another name in the request.
    pub fn at(self, field: &str) -> Self {
        Self { field: field.to_owned(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_keeps_what_it_says_under_another_name() {
        let error = FieldError::new("name", "required", "Please fill this in.");
        let expected = FieldError { field: "displayName".to_owned(), ..error.clone() };
        assert_eq!(error.clone().at("displayName"), expected);
        assert_eq!(error.within("roles[1]").field, "roles[1].name");
        assert_eq!(Rejection::from(expected.clone()), Rejection::Invalid(vec![expected]));
    }
}
