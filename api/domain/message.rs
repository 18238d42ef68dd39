//! Messages: what is mailed to somebody, without its words and without any secret.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    Timestamp, id::UserId, language::Language, link::LinkKind, names::names, session::Client, user::User,
};

/// So long it is tried to deliver a message that has no end of its own.
pub const USUAL_LIFETIME: TimeDelta = TimeDelta::days(3);

names! {
    /// What kind of factor a message is about.
    FactorKind {
        Authenticator = "authenticator",
        Passkey = "passkey",
    }
}

/// What older mails, which do not say, are about.
impl Default for FactorKind {
    fn default() -> Self {
        Self::Authenticator
    }
}

names! {
    /// What became of a factor.
    FactorChange {
        Added = "added",
        Replaced = "replaced",
        Removed = "removed",
    }
}

names! {
    /// The name of a message.
    MessageKind {
        FactorEnabled = "factorEnabled",
        FactorModified = "factorModified",
        FactorDisabled = "factorDisabled",
        FactorReset = "factorReset",
        RecoveryCodesRegenerated = "recoveryCodesRegenerated",
        RecoveryCodeUsed = "recoveryCodeUsed",
        PasswordChanged = "passwordChanged",
        EmailChangeRequested = "emailChangeRequested",
        EmailChanged = "emailChanged",
        EmailRestored = "emailRestored",
        IdentityLinked = "identityLinked",
        IdentityUnlinked = "identityUnlinked",
        NewDevice = "newDevice",
        CodesGuessed = "codesGuessed",
        PasskeyCopied = "passkeyCopied",
        Invitation = "invitation",
        PasswordReset = "passwordReset",
        LoginCode = "loginCode",
        EmailConfirmation = "emailConfirmation",
        PolicyChanged = "policyChanged",
        SetUpReminder = "setUpReminder",
        AccountFrozen = "accountFrozen",
    }
}

/// A message to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Message {
    /// The first authenticator or passkey, of that name, was enrolled.
    FactorEnabled {
        authenticator: String,
        #[serde(default)]
        factor: FactorKind,
    },
    FactorModified {
        authenticator: String,
        #[serde(default)]
        factor: FactorKind,
        change: FactorChange,
    },
    FactorDisabled,
    /// By an administrator; whether the next sign-in asks for the code that they read out.
    FactorReset {
        code_required: bool,
    },
    RecoveryCodesRegenerated {
        count: usize,
    },
    RecoveryCodeUsed {
        number: i16,
        remaining: usize,
    },
    /// `forgotten`: by a mailed link, without the old one.
    PasswordChanged {
        forgotten: bool,
    },
    /// To the address that would be another one.
    EmailChangeRequested {
        new: String,
    },
    /// To the old address and to the new one.
    EmailChanged {
        old: String,
        new: String,
    },
    /// To both again: whoever has the old one's mailbox said that it was not them.
    EmailRestored {
        old: String,
        new: String,
    },
    /// An account at that provider signs in from now on.
    IdentityLinked {
        provider: String,
    },
    /// And does so no more.
    IdentityUnlinked {
        provider: String,
    },
    /// Somebody signed in where the user never did before.
    NewDevice,
    /// Wrong codes after a right password: somebody may have the password.
    CodesGuessed {
        failures: u32,
    },
    /// The passkey of that name was refused: its counter stands where another use has left it behind.
    PasskeyCopied {
        passkey: String,
    },
    Invitation {
        inviter: String,
        expires_at: Timestamp,
    },
    /// `by`: the administrator who asks for it; none where somebody has typed the address.
    PasswordReset {
        expires_at: Timestamp,
        #[serde(default)]
        by: Option<String>,
    },
    LoginCode {
        expires_at: Timestamp,
    },
    EmailConfirmation {
        expires_at: Timestamp,
    },
    /// To administrators; the names of the document's members that differ.
    PolicyChanged {
        by: String,
        changed: Vec<String>,
    },
    SetUpReminder {
        deadline: Option<Timestamp>,
    },
    /// To administrators: that user said of something about their account that it was not them.
    AccountFrozen {
        user: String,
    },
}

/// Whom a message is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub user_id: UserId,
    pub email: String,
    pub display_name: String,
    pub language: Language,
}

impl From<&User> for Recipient {
    fn from(user: &User) -> Self {
        let User { id, email, display_name, language, .. } = user;
        Self { user_id: *id, email: email.clone(), display_name: display_name.clone(), language: *language }
    }
}

/// A message with what it is told by: to whom, when it happened, and from where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    pub message: Message,
    pub display_name: String,
    pub language: Language,
    pub occurred_at: Timestamp,
    pub client: Client,
}

impl Message {
    pub fn kind(&self) -> MessageKind {
        match self {
            Self::FactorEnabled { .. } => MessageKind::FactorEnabled,
            Self::FactorModified { .. } => MessageKind::FactorModified,
            Self::FactorDisabled => MessageKind::FactorDisabled,
            Self::FactorReset { .. } => MessageKind::FactorReset,
            Self::RecoveryCodesRegenerated { .. } => MessageKind::RecoveryCodesRegenerated,
            Self::RecoveryCodeUsed { .. } => MessageKind::RecoveryCodeUsed,
            Self::PasswordChanged { .. } => MessageKind::PasswordChanged,
            Self::EmailChangeRequested { .. } => MessageKind::EmailChangeRequested,
            Self::EmailChanged { .. } => MessageKind::EmailChanged,
            Self::EmailRestored { .. } => MessageKind::EmailRestored,
            Self::IdentityLinked { .. } => MessageKind::IdentityLinked,
            Self::IdentityUnlinked { .. } => MessageKind::IdentityUnlinked,
            Self::NewDevice => MessageKind::NewDevice,
            Self::CodesGuessed { .. } => MessageKind::CodesGuessed,
            Self::PasskeyCopied { .. } => MessageKind::PasskeyCopied,
            Self::Invitation { .. } => MessageKind::Invitation,
            Self::PasswordReset { .. } => MessageKind::PasswordReset,
            Self::LoginCode { .. } => MessageKind::LoginCode,
            Self::EmailConfirmation { .. } => MessageKind::EmailConfirmation,
            Self::PolicyChanged { .. } => MessageKind::PolicyChanged,
            Self::SetUpReminder { .. } => MessageKind::SetUpReminder,
            Self::AccountFrozen { .. } => MessageKind::AccountFrozen,
        }
    }

    /// Whether it tells of something that only the owner of the account should have done, and asks whether it was them.
    pub fn is_security_notice(&self) -> bool {
        match self {
            Self::FactorEnabled { .. }
            | Self::FactorModified { .. }
            | Self::FactorDisabled
            | Self::FactorReset { .. }
            | Self::RecoveryCodesRegenerated { .. }
            | Self::RecoveryCodeUsed { .. }
            | Self::PasswordChanged { .. }
            | Self::EmailChangeRequested { .. }
            | Self::EmailChanged { .. }
            | Self::IdentityLinked { .. }
            | Self::IdentityUnlinked { .. }
            | Self::NewDevice
            | Self::CodesGuessed { .. }
            | Self::PasskeyCopied { .. } => true,
            Self::Invitation { .. }
            | Self::PasswordReset { .. }
            | Self::LoginCode { .. }
            | Self::EmailConfirmation { .. }
            | Self::EmailRestored { .. }
            | Self::PolicyChanged { .. }
            | Self::SetUpReminder { .. }
            | Self::AccountFrozen { .. } => false,
        }
    }

    /// By which link whoever reads it there says that it was not them; none where it asks nobody.
    pub fn objection(&self, address: &str) -> Option<LinkKind> {
        match self {
            // It may have changed by the time that this is read.
            Self::EmailChangeRequested { .. } => Some(LinkKind::AddressObjection),
            Self::EmailChanged { old, .. } if old == address => Some(LinkKind::AddressObjection),
            _ => self.is_security_notice().then_some(LinkKind::Objection),
        }
    }

    /// After this time it is not sent any more: a dead code or link helps nobody.
    pub fn expires_at(&self, now: Timestamp) -> Timestamp {
        match self {
            Self::Invitation { expires_at, .. }
            | Self::PasswordReset { expires_at, .. }
            | Self::LoginCode { expires_at }
            | Self::EmailConfirmation { expires_at } => (*expires_at).min(now + USUAL_LIFETIME),
            _ => now + USUAL_LIFETIME,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::Factor;

    /// One of each kind.
    fn messages() -> Vec<Message> {
        let (expires_at, text) = (Timestamp::default(), String::from);
        let factor = FactorKind::default();
        vec![
            Message::FactorEnabled { authenticator: text("Phone"), factor },
            Message::FactorModified { authenticator: text("Phone"), factor, change: FactorChange::Added },
            Message::FactorDisabled,
            Message::FactorReset { code_required: true },
            Message::RecoveryCodesRegenerated { count: 10 },
            Message::RecoveryCodeUsed { number: 1, remaining: 9 },
            Message::PasswordChanged { forgotten: false },
            Message::EmailChangeRequested { new: text("b@example.org") },
            Message::EmailChanged { old: text("a@example.org"), new: text("b@example.org") },
            Message::EmailRestored { old: text("a@example.org"), new: text("b@example.org") },
            Message::IdentityLinked { provider: text("Example") },
            Message::IdentityUnlinked { provider: text("Example") },
            Message::NewDevice,
            Message::CodesGuessed { failures: 3 },
            Message::PasskeyCopied { passkey: text("Laptop") },
            Message::Invitation { inviter: text("Ada"), expires_at },
            Message::PasswordReset { expires_at, by: None },
            Message::LoginCode { expires_at },
            Message::EmailConfirmation { expires_at },
            Message::PolicyChanged { by: text("Ada"), changed: Vec::new() },
            Message::SetUpReminder { deadline: None },
            Message::AccountFrozen { user: text("Ada") },
        ]
    }

    #[test]
    fn a_message_is_kept_under_the_name_of_its_kind() {
        let message = Message::FactorModified {
            authenticator: "Phone".into(),
            factor: FactorKind::Passkey,
            change: FactorChange::Replaced,
        };
        let kept = serde_json::to_value(&message).unwrap();
        assert_eq!(kept["kind"], message.kind().name());
        assert_eq!(serde_json::from_value::<Message>(kept).unwrap(), message);
    }

    #[test]
    fn a_dead_code_is_not_sent() {
        let now = Timestamp::default();
        let code = Message::LoginCode { expires_at: now + TimeDelta::minutes(10) };
        assert_eq!(code.expires_at(now), now + TimeDelta::minutes(10));
        assert_eq!(Message::NewDevice.expires_at(now), now + USUAL_LIFETIME);
    }

    #[test]
    fn each_kind_of_message_goes_by_its_own_name() {
        let kinds: Vec<_> = messages().iter().map(Message::kind).collect();
        assert_eq!(kinds, MessageKind::ALL);
        for message in messages() {
            let kept = serde_json::to_value(&message).unwrap();
            assert_eq!(kept["kind"], message.kind().name());
        }
    }

    #[test]
    fn an_owner_is_asked_about_what_only_they_should_have_done() {
        let harmless = messages().into_iter().filter(|message| !message.is_security_notice());
        let harmless: Vec<_> = harmless.map(|message| message.kind().name()).collect();
        let expected = [
            "emailRestored",
            "invitation",
            "passwordReset",
            "loginCode",
            "emailConfirmation",
            "policyChanged",
            "setUpReminder",
            "accountFrozen",
        ];
        assert_eq!(harmless, expected);
    }

    #[test]
    fn only_the_old_address_objects_to_a_change_of_it() {
        let changed = Message::EmailChanged { old: "a@example.org".into(), new: "b@example.org".into() };
        assert_eq!(changed.objection("a@example.org"), Some(LinkKind::AddressObjection));
        assert_eq!(changed.objection("b@example.org"), Some(LinkKind::Objection));
        let requested = Message::EmailChangeRequested { new: "b@example.org".into() };
        assert_eq!(requested.objection("a@example.org"), Some(LinkKind::AddressObjection));
        assert_eq!(Message::NewDevice.objection("a@example.org"), Some(LinkKind::Objection));
        assert_eq!(Message::SetUpReminder { deadline: None }.objection("a@example.org"), None);
    }

    #[test]
    fn nothing_is_tried_for_longer_than_three_days() {
        let now = Timestamp::default();
        for end in [TimeDelta::minutes(30), TimeDelta::days(3), TimeDelta::days(9)] {
            let expires_at = now + end;
            for message in [
                Message::Invitation { inviter: "Ada".into(), expires_at },
                Message::PasswordReset { expires_at, by: None },
                Message::EmailConfirmation { expires_at },
            ] {
                assert_eq!(message.expires_at(now) - now, end.min(TimeDelta::days(3)), "{message:?}");
            }
        }
    }

    #[test]
    fn a_user_is_written_to_under_their_name_and_in_their_language() {
        let user = User { language: Language::Japanese, ..User::example(Factor::NotEnrolled) };
        let expected = Recipient {
            user_id: user.id,
            email: "ada@example.com".to_owned(),
            display_name: "Ada".to_owned(),
            language: Language::Japanese,
        };
        assert_eq!(Recipient::from(&user), expected);
        assert_eq!(FactorKind::default(), FactorKind::Authenticator, "older mails do not say");
        assert_eq!(Language::default(), Language::English);
    }
}
