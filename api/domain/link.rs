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
        AddressObjection = "addressObjection",
    }
}

impl LinkKind {
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Self::Activation => TimeDelta::hours(72),
            Self::PasswordReset => TimeDelta::minutes(30),
            Self::EmailConfirmation => TimeDelta::hours(24),
            // A notice may take three days to arrive, and its reader some more.
            Self::Objection | Self::AddressObjection => TimeDelta::days(10),
        }
    }

    /// The page of the SPA that takes it.
    pub fn page(self) -> &'static str {
        match self {
            Self::Activation => "activate",
            Self::PasswordReset => "reset-password",
            Self::EmailConfirmation => "confirm-email",
            Self::Objection | Self::AddressObjection => "not-me",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_good_for_its_time_on_its_page() {
        let links =
            LinkKind::ALL.iter().map(|kind| (kind.name(), kind.lifetime().num_minutes(), kind.page()));
        let hour = 60;
        let expected = [
            ("activation", 72 * hour, "activate"),
            ("passwordReset", 30, "reset-password"),
            ("emailConfirmation", 24 * hour, "confirm-email"),
            ("objection", 240 * hour, "not-me"),
            ("addressObjection", 240 * hour, "not-me"),
        ];
        assert_eq!(links.collect::<Vec<_>>(), expected);
    }
}
