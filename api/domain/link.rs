//! Links in mails: what each is good for, and for how long.

use chrono::TimeDelta;

use super::names::names;

names! {
    /// What a mailed link is good for; it is good for nothing else.
    LinkKind {
        Activation = "activation",
        PasswordReset = "passwordReset",
        EmailConfirmation = "emailConfirmation",
        Objection = "objection",
    }
}

impl LinkKind {
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Self::Activation => TimeDelta::hours(72),
            Self::PasswordReset => TimeDelta::minutes(30),
            Self::EmailConfirmation => TimeDelta::hours(24),
            // A notice may take three days to arrive, and its reader some more.
            Self::Objection => TimeDelta::days(10),
        }
    }

    /// The page of the SPA that takes it.
    pub fn page(self) -> &'static str {
        match self {
            Self::Activation => "activate",
            Self::PasswordReset => "reset-password",
            Self::EmailConfirmation => "confirm-email",
            Self::Objection => "not-me",
        }
    }
}
