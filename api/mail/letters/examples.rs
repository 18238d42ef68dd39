//! Examples of all messages, to be looked at and to be tested.

use std::net::{IpAddr, Ipv4Addr};

use chrono::TimeDelta;

use crate::domain::{
    Timestamp, challenge, email_code,
    language::Language,
    link::LinkKind,
    message::{FactorChange, FactorKind, Letter, Message},
    session::Client,
};

const USER_AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const TOKEN: &str = "nl_example_7Qm2vXr9TzKp4LbWc8YhNd3FsGa6JuEe";
const CODE: &str = "40913726";

/// A message that shows one way of its kind.
pub struct Example {
    pub name: String,
    pub letter: Letter,
    /// The code or the token that it brings.
    pub secret: Option<&'static str>,
    pub objection: Option<&'static str>,
}

/// At least one example of each kind.
pub fn examples(language: Language) -> Vec<Example> {
    variants().into_iter().map(|(variant, message)| example(variant, message, language)).collect()
}

fn example(variant: &str, message: Message, language: Language) -> Example {
    let secret = match message {
        Message::LoginCode { .. } => Some(CODE),
        Message::Invitation { .. } | Message::PasswordReset { .. } | Message::EmailConfirmation { .. } => {
            Some(TOKEN)
        }
        _ => None,
    };
    Example {
        name: format!("{}{variant}", message.kind().name()),
        secret,
        objection: message.is_security_notice().then_some(TOKEN),
        letter: Letter {
            message,
            display_name: "Ada Lovelace".to_owned(),
            language,
            occurred_at: occurred_at(),
            client: Client {
                address: Some(IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7))),
                user_agent: Some(USER_AGENT.to_owned()),
            },
        },
    }
}

fn variants() -> Vec<(&'static str, Message)> {
    let text = str::to_owned;
    let factor = FactorKind::Authenticator;
    let modified = |change| Message::FactorModified { authenticator: text("Work phone"), factor, change };
    let passkey = |change| {
        let factor = FactorKind::Passkey;
        Message::FactorModified { authenticator: text("Work laptop"), factor, change }
    };
    let until = |kind: LinkKind| occurred_at() + kind.lifetime();
    let used = |number, remaining| Message::RecoveryCodeUsed { number, remaining };
    vec![
        ("", Message::FactorEnabled { authenticator: text("Work phone"), factor }),
        (
            "Passkey",
            Message::FactorEnabled { authenticator: text("Work laptop"), factor: FactorKind::Passkey },
        ),
        ("", modified(FactorChange::Added)),
        ("Replaced", modified(FactorChange::Replaced)),
        ("Removed", modified(FactorChange::Removed)),
        ("PasskeyAdded", passkey(FactorChange::Added)),
        ("PasskeyRemoved", passkey(FactorChange::Removed)),
        ("", Message::FactorDisabled),
        ("", Message::FactorReset { code_required: true }),
        ("WithoutCode", Message::FactorReset { code_required: false }),
        ("", Message::RecoveryCodesRegenerated { count: 10 }),
        ("", used(3, 7)),
        ("Few", used(8, 2)),
        ("One", used(9, 1)),
        ("Last", used(10, 0)),
        ("", Message::PasswordChanged { forgotten: false }),
        ("Forgotten", Message::PasswordChanged { forgotten: true }),
        ("", Message::EmailChangeRequested { new: text("countess@example.org") }),
        ("", Message::EmailChanged { old: text("ada@example.org"), new: text("countess@example.org") }),
        ("", Message::EmailRestored { old: text("ada@example.org"), new: text("countess@example.org") }),
        ("", Message::IdentityLinked { provider: text("Example SSO") }),
        ("", Message::IdentityUnlinked { provider: text("Example SSO") }),
        ("", Message::NewDevice),
        ("", Message::CodesGuessed { failures: 3 }),
        ("", Message::PasskeyCopied { passkey: text("Laptop") }),
        (
            "",
            Message::Invitation { inviter: text("Charles Babbage"), expires_at: until(LinkKind::Activation) },
        ),
        ("", Message::PasswordReset { expires_at: until(LinkKind::PasswordReset), by: None }),
        (
            "Asked",
            Message::PasswordReset {
                expires_at: until(LinkKind::PasswordReset),
                by: Some(text("Charles Babbage")),
            },
        ),
        (
            "",
            Message::LoginCode { expires_at: occurred_at() + email_code::LIFETIME.min(challenge::LIFETIME) },
        ),
        ("", Message::EmailConfirmation { expires_at: until(LinkKind::EmailConfirmation) }),
        ("", Message::PolicyChanged { by: text("Charles Babbage"), changed: changed() }),
        ("", Message::SetUpReminder { deadline: None }),
        ("Deadline", Message::SetUpReminder { deadline: Some(occurred_at() + TimeDelta::days(7)) }),
        ("", Message::AccountFrozen { user: text("Mary Somerville") }),
    ]
}

fn changed() -> Vec<String> {
    ["mode", "phases", "recoveryCodeCount", "trustedDeviceDays"].map(str::to_owned).to_vec()
}

/// 25 November 2026, 14:05 UTC.
fn occurred_at() -> Timestamp {
    Timestamp::from_timestamp(1_795_615_500, 0).unwrap_or_default()
}
