//! What in the database needs a key of the ring, and how it ceases to.

use super::names::names;

names! {
    /// A kind of stored value that opens with a key of the ring alone.
    KeyUse {
        Authenticators = "authenticators",
        WebhookSecrets = "webhookSecrets",
        FormerWebhookSecrets = "formerWebhookSecrets",
        ClientSecrets = "clientSecrets",
        ImportedPeppers = "importedPeppers",
        RecoveryOrigins = "recoveryOrigins",
        Enrollments = "enrollments",
        Departures = "departures",
        Mails = "mails",
        DigestKeys = "digestKeys",
        AuditHeads = "auditHeads",
    }
}

/// How a value ceases to need a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is sealed anew.
    Rewrap,
    /// It is gone by itself.
    Soon(&'static str),
}

impl KeyUse {
    /// What it is, in the plural.
    pub fn words(self) -> &'static str {
        match self {
            Self::Authenticators => "secrets of authenticators",
            Self::WebhookSecrets => "secrets of webhooks",
            Self::FormerWebhookSecrets => "former secrets of webhooks",
            Self::ClientSecrets => "client secrets of single sign-on",
            Self::ImportedPeppers => "peppers of imported passwords",
            Self::RecoveryOrigins => "origins of imported recovery codes",
            Self::Enrollments => "enrollments under way",
            Self::Departures => "sign-ins under way at a provider",
            Self::Mails => "mails that wait",
            Self::DigestKeys => "digest keys of earlier keys",
            Self::AuditHeads => "last seals of audit logs",
        }
    }

    pub fn end(self) -> End {
        match self {
            Self::Authenticators
            | Self::WebhookSecrets
            | Self::FormerWebhookSecrets
            | Self::ClientSecrets
            | Self::ImportedPeppers
            | Self::RecoveryOrigins
            | Self::DigestKeys => End::Rewrap,
            Self::Enrollments => End::Soon("confirmed or expired within 15 minutes"),
            Self::Departures => End::Soon("back or expired within 10 minutes"),
            Self::Mails => End::Soon("sent or given up"),
            // What a key has proven, the next one proves with the seal that follows.
            Self::AuditHeads => End::Soon("sealed on with the next event, within the hour, or by a rewrap"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lives_shortly_needs_no_rewrap() {
        let soon = KeyUse::ALL.iter().filter(|kind| matches!(kind.end(), End::Soon(how) if !how.is_empty()));
        let soon: Vec<_> = soon.collect();
        assert_eq!(soon, [&KeyUse::Enrollments, &KeyUse::Departures, &KeyUse::Mails, &KeyUse::AuditHeads]);
        let rest = KeyUse::ALL.iter().filter(|kind| kind.end() == End::Rewrap).count();
        assert_eq!(rest + soon.len(), KeyUse::ALL.len());
    }

    #[test]
    fn each_kind_is_told_in_words_of_its_own() {
        let words: std::collections::BTreeSet<_> = KeyUse::ALL.iter().map(|kind| kind.words()).collect();
        assert_eq!(words.len(), KeyUse::ALL.len());
        assert!(words.iter().all(|words| words.split(' ').count() > 1), "{words:?}");
    }
}
