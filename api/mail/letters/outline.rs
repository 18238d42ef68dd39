//! Outlines: what each message tells, in which order, by the keys of the catalogue and with no word of any language.

use super::{Draft, browser::Browser};
use crate::domain::{
    Timestamp,
    link::LinkKind,
    message::{FactorChange, FactorKind, Letter, Message},
};

/// With so few recovery codes left the reader is asked to make new ones.
const FEW_CODES: usize = 3;
const ENROLLMENT_PAGE: &str = "security/authenticators/new";
const RECOVERY_CODES_PAGE: &str = "security/recovery-codes/new";
const SECURITY_PAGE: &str = "security";
const ACCOUNT_PAGE: &str = "account";
const POLICY_PAGE: &str = "admin/policy";
const USERS_PAGE: &str = "admin/users";

/// What stands in for a variable of the catalogue.
#[derive(Clone, Debug)]
pub enum Value {
    /// What somebody typed, or a program says of itself: nothing that may be trusted.
    Text(String),
    /// The same of how people call something or somebody.
    Name(String),
    Number(usize),
    Moment(Timestamp),
    Browser(Browser),
    /// Names of members of the policy document.
    Settings(Vec<String>),
}

/// What a letter tells. Its words are the attributes of one message of the catalogue: `subject` and `text` always, `action`
/// where there is a link.
pub struct Outline<'a> {
    pub draft: &'a Draft<'a>,
    pub name: &'static str,
    pub values: Vec<(&'static str, Value)>,
    /// Attributes that follow `text`.
    pub paragraphs: Vec<&'static str>,
    pub code: Option<&'a str>,
    /// Messages that label facts, and the facts.
    pub facts: Vec<(&'static str, Value)>,
    pub link: Option<String>,
    /// Attributes that follow the link.
    pub notes: Vec<&'static str>,
    pub objection: Option<String>,
}

/// Outlines the letter of a draft.
pub fn outline<'a>(draft: &'a Draft<'a>) -> Outline<'a> {
    let tell = |name| Outline::new(draft, name);
    let outline = match &draft.letter.message {
        Message::FactorEnabled { authenticator, factor: FactorKind::Authenticator } => {
            tell("factor-enabled").say("more").fact("fact-authenticator", named(authenticator)).whence()
        }
        Message::FactorEnabled { authenticator, factor: FactorKind::Passkey } => {
            tell("passkey-enabled").say("more").fact("fact-passkey", named(authenticator)).whence()
        }
        Message::FactorModified { authenticator, factor: FactorKind::Authenticator, change } => {
            tell(modified(*change)).fact("fact-authenticator", named(authenticator)).whence()
        }
        Message::FactorModified { authenticator, factor: FactorKind::Passkey, change } => {
            tell(passkey_modified(*change)).fact("fact-passkey", named(authenticator)).whence()
        }
        Message::FactorDisabled => tell("factor-disabled").whence(),
        Message::FactorReset { code_required } => {
            tell("factor-reset").say(if *code_required { "code" } else { "no-code" }).when()
        }
        Message::RecoveryCodesRegenerated { count } => {
            tell("recovery-codes-regenerated").with("count", Value::Number(*count)).whence()
        }
        Message::RecoveryCodeUsed { number, remaining } => {
            recovery_code_used(tell("recovery-code-used"), *number, *remaining)
        }
        Message::PasswordChanged { forgotten: false } => tell("password-changed").whence(),
        Message::PasswordChanged { forgotten: true } => tell("password-forgotten").whence(),
        Message::EmailChangeRequested { new } => {
            tell("email-change-requested").fact("fact-new-address", text(new)).whence()
        }
        Message::EmailChanged { old, new } => {
            let outline = tell("email-changed");
            let outline = if old == draft.to { outline.say("back") } else { outline };
            outline.fact("fact-old-address", text(old)).fact("fact-new-address", text(new)).whence()
        }
        Message::EmailRestored { old, new } => tell("email-restored")
            .fact("fact-old-address", text(old))
            .fact("fact-new-address", text(new))
            .say("more")
            .whence(),
        Message::IdentityLinked { provider } => {
            tell("identity-linked").fact("fact-provider", named(provider)).whence()
        }
        Message::IdentityUnlinked { provider } => {
            tell("identity-unlinked").fact("fact-provider", named(provider)).whence()
        }
        Message::NewDevice => tell("new-device").whence(),
        Message::CodesGuessed { failures } => tell("codes-guessed")
            .with("failures", Value::Number(usize::try_from(*failures).unwrap_or(usize::MAX)))
            .say("more")
            .whence()
            .page(ACCOUNT_PAGE),
        Message::PasskeyCopied { passkey } => tell("passkey-copied")
            .fact("fact-passkey", named(passkey))
            .say("more")
            .whence()
            .page(SECURITY_PAGE),
        Message::Invitation { inviter, expires_at } => tell("invitation")
            .with("inviter", named(inviter))
            .mailed_link(LinkKind::Activation, *expires_at)
            .note("stranger"),
        Message::PasswordReset { expires_at, by: None } => {
            tell("password-reset").whence().mailed_link(LinkKind::PasswordReset, *expires_at).note("stranger")
        }
        Message::PasswordReset { expires_at, by: Some(by) } => tell("password-asked")
            .with("by", named(by))
            .mailed_link(LinkKind::PasswordReset, *expires_at)
            .note("stranger"),
        Message::LoginCode { expires_at } => tell("login-code")
            .code()
            .with("until", Value::Moment(*expires_at))
            .whence()
            .note("note")
            .note("stranger"),
        Message::EmailConfirmation { expires_at } => tell("email-confirmation")
            .with("address", text(draft.to))
            .whence()
            .mailed_link(LinkKind::EmailConfirmation, *expires_at)
            .note("stranger"),
        Message::PolicyChanged { by, changed } => tell("policy-changed")
            .with("by", named(by))
            .fact("fact-settings", Value::Settings(changed.clone()))
            .when()
            .page(POLICY_PAGE)
            .note("note"),
        Message::SetUpReminder { deadline: None } => tell("set-up-reminder").page(ENROLLMENT_PAGE),
        Message::SetUpReminder { deadline: Some(deadline) } => tell("set-up-reminder")
            .with("deadline", Value::Moment(*deadline))
            .say("deadline")
            .page(ENROLLMENT_PAGE),
        Message::AccountFrozen { user } => {
            tell("account-frozen").with("user", named(user)).say("more").when().page(USERS_PAGE)
        }
    };
    outline.with_objection()
}

/// A passkey is not replaced: one is added, and another removed.
fn passkey_modified(change: FactorChange) -> &'static str {
    match change {
        FactorChange::Added | FactorChange::Replaced => "passkey-added",
        FactorChange::Removed => "passkey-removed",
    }
}

fn modified(change: FactorChange) -> &'static str {
    match change {
        FactorChange::Added => "authenticator-added",
        FactorChange::Replaced => "authenticator-replaced",
        FactorChange::Removed => "authenticator-removed",
    }
}

fn recovery_code_used(outline: Outline, number: i16, remaining: usize) -> Outline {
    let number = usize::try_from(number).unwrap_or_default();
    let outline = outline
        .with("number", Value::Number(number))
        .with("remaining", Value::Number(remaining))
        .say("remaining")
        .whence();
    if remaining > FEW_CODES { outline } else { outline.say("few").page(RECOVERY_CODES_PAGE) }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn named(name: &str) -> Value {
    Value::Name(name.to_owned())
}

impl<'a> Outline<'a> {
    fn new(draft: &'a Draft<'a>, name: &'static str) -> Self {
        let mut values = vec![
            ("name", named(&draft.letter.display_name)),
            ("organization", named(draft.organization)),
            ("site", text(draft.site())),
        ];
        values
            .extend(draft.branding.support.iter().map(|support| ("contact", text(support.contact.as_str()))));
        Self {
            draft,
            name,
            values,
            paragraphs: Vec::new(),
            code: None,
            facts: Vec::new(),
            link: None,
            notes: Vec::new(),
            objection: None,
        }
    }

    fn letter(&self) -> &'a Letter {
        self.draft.letter
    }

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }

    fn say(mut self, paragraph: &'static str) -> Self {
        self.paragraphs.push(paragraph);
        self
    }

    fn note(mut self, note: &'static str) -> Self {
        self.notes.push(note);
        self
    }

    fn code(mut self) -> Self {
        self.code = self.draft.secret;
        self
    }

    fn fact(mut self, label: &'static str, value: Value) -> Self {
        self.facts.push((label, value));
        self
    }

    fn when(self) -> Self {
        let at = self.letter().occurred_at;
        self.fact("fact-when", Value::Moment(at))
    }

    /// When it happened, in which browser and from which address.
    fn whence(self) -> Self {
        let client = &self.letter().client;
        let mut outline = self.when();
        if let Some(browser) = client.user_agent.as_deref().and_then(Browser::read) {
            outline = outline.fact("fact-browser", Value::Browser(browser));
        }
        if let Some(address) = client.address {
            outline = outline.fact("fact-address", Value::Text(address.to_string()));
        }
        outline
    }

    fn page(mut self, path: &str) -> Self {
        self.link = Some(self.draft.page(path));
        self
    }

    /// The link that the letter is sent for, and until when it works.
    fn mailed_link(mut self, kind: LinkKind, until: Timestamp) -> Self {
        self.link = self.draft.secret.map(|token| self.draft.link(kind, token));
        self.with("until", Value::Moment(until)).note("note")
    }

    fn with_objection(mut self) -> Self {
        let kind = self.letter().message.objection(self.draft.to);
        let Some((kind, token)) = kind.zip(self.draft.objection) else { return self };
        self.objection = Some(self.draft.link(kind, token));
        let until = self.letter().occurred_at + kind.lifetime();
        self.with("objectionEnd", Value::Moment(until))
    }
}
