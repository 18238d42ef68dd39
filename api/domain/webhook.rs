//! Webhooks: where an organization is told of its audit events, and of which.

use std::collections::BTreeSet;

use serde::Serialize;
use url::Url;

use super::{
    Timestamp,
    audit::Action,
    id::{UserId, WebhookId},
    names::names,
    network::is_private,
    rejection::FieldError,
    user::visible_text,
};

const LONGEST_NAME: usize = 100;
const LONGEST_URL: usize = 2000;
const EVERYTHING: &str = "*";

/// A place that is told of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    pub id: WebhookId,
    pub name: WebhookName,
    pub url: WebhookUrl,
    pub events: BTreeSet<EventPattern>,
    /// None while it is told.
    pub disabled: Option<Disabled>,
    pub created_at: Timestamp,
    pub created_by: UserId,
    /// Until then the secret before the last rotation signs as well.
    pub former_secret_until: Option<Timestamp>,
}

/// Since when and why a webhook is told nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disabled {
    pub at: Timestamp,
    pub because: DisabledBecause,
}

/// Which webhooks are told of an event: those that subscribed to it, perhaps with one that did not, or without one that did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    #[default]
    Subscribed,
    SubscribedAnd(WebhookId),
    SubscribedBut(WebhookId),
}

names! {
    /// Why a webhook is told nothing: somebody paused it, or its receiver said that it is gone (410).
    DisabledBecause {
        Paused = "paused",
        Gone = "gone",
    }
}

/// What people call a webhook, at most 100 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct WebhookName(String);

impl WebhookName {
    /// Errors: empty, over 100 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("name", text, LONGEST_NAME).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a webhook leads. The path and the query may be secret: logs and audit events have the origin alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookUrl(Url);

impl WebhookUrl {
    /// Errors: no URL of `https`, one with a user or a password, or one of a private network. Where private targets are
    /// allowed, `http` is as well. Where a name leads, only the connection will tell.
    pub fn parse(text: &str, private_targets: bool) -> Result<Self, FieldError> {
        let wrong = |code, message: &str| FieldError::new("url", code, message);
        let url = Url::parse(text).ok().filter(|url| url.as_str().len() <= LONGEST_URL && url.has_host());
        let url =
            url.ok_or_else(|| wrong("invalid_url", "This is no URL, such as https://example.org/hook."))?;
        if !(url.scheme() == "https" || private_targets && url.scheme() == "http") {
            return Err(wrong("https_required", "The URL has to begin with https://."));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(wrong("credentials_in_url", "The URL has to be without a user name and a password."));
        }
        if !private_targets && is_private(&url) {
            return Err(wrong("private_target", "This address is not on the public Internet."));
        }
        Ok(Self(url))
    }

    /// One that was parsed before, perhaps under other settings.
    pub fn stored(text: &str) -> Option<Self> {
        Url::parse(text).ok().map(Self)
    }

    pub fn as_url(&self) -> &Url {
        &self.0
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }
}

/// Some events: all, all of one subject, or one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct EventPattern(String);

impl EventPattern {
    /// `login.succeeded`, `login.*` or `*`. None: no event is called that.
    pub fn parse(text: &str) -> Option<Self> {
        let known = Action::ALL.iter().any(|action| matching(*action).iter().any(|pattern| pattern == text));
        known.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The patterns of which an event is.
pub fn matching(action: Action) -> [String; 3] {
    let subject = action.name().split('.').next().unwrap_or_default();
    [action.name().to_owned(), format!("{subject}.*"), EVERYTHING.to_owned()]
}

/// The patterns that `events` of a request names. Errors: none, or one of no event.
pub fn patterns(named: &[String]) -> Result<BTreeSet<EventPattern>, FieldError> {
    if named.is_empty() {
        return Err(FieldError::new("events", "required", "At least one."));
    }
    let parse = |(index, text): (usize, &String)| {
        let message = "There is no such event.";
        EventPattern::parse(text)
            .ok_or_else(|| FieldError::new(format!("events[{index}]"), "unknown_event", message))
    };
    named.iter().enumerate().map(parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_leads_to_the_public_internet_by_https() {
        let code = |text: &str| WebhookUrl::parse(text, false).err().map(|error| error.code);
        for right in ["https://example.org/hook?key=1", "https://1.1.1.1:8443", "https://[2606:4700::1111]/"]
        {
            assert_eq!(code(right), None, "{right}");
        }
        for (wrong, expected) in [
            ("", "invalid_url"),
            ("example.org/hook", "invalid_url"),
            ("https://", "invalid_url"),
            (&format!("https://example.org/{}", "x".repeat(2000)), "invalid_url"),
            ("http://example.org/", "https_required"),
            ("ftp://example.org/", "https_required"),
            ("file:///etc/passwd", "invalid_url"),
            ("https://user@example.org/", "credentials_in_url"),
            ("https://:word@example.org/", "credentials_in_url"),
            ("https://localhost/", "private_target"),
            ("https://LOCALHOST./", "private_target"),
            ("https://db.internal/", "private_target"),
            ("https://a.localhost/", "private_target"),
            ("https://printer.local/", "private_target"),
            ("https://127.1/", "private_target"),
            ("https://0x7f000001/", "private_target"),
            ("https://2130706433/", "private_target"),
            ("https://017700000001/", "private_target"),
            ("https://169.254.169.254/latest", "private_target"),
            ("https://[::1]/", "private_target"),
            ("https://[::ffff:10.0.0.1]/", "private_target"),
            ("https://[fd00::1]/", "private_target"),
        ] {
            assert_eq!(code(wrong), Some(expected), "{wrong}");
        }
    }

    #[test]
    fn where_private_targets_are_allowed_so_is_http() {
        for right in ["http://127.0.0.1:8080/hook", "https://10.0.0.1/", "http://localhost/"] {
            assert!(WebhookUrl::parse(right, true).is_ok(), "{right}");
        }
        for wrong in ["ftp://10.0.0.1/", "http://user@localhost/", "localhost:80"] {
            assert!(WebhookUrl::parse(wrong, true).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_pattern_is_of_some_event() {
        for right in ["*", "login.*", "login.succeeded", "two_factor.*", "webhook.test"] {
            assert_eq!(EventPattern::parse(right).unwrap().as_str(), right);
        }
        for wrong in ["", "login", "login.", "log.*", "**", "*.succeeded", "login.*.x", "Login.*", "login.s*"]
        {
            assert_eq!(EventPattern::parse(wrong), None, "{wrong}");
        }
        assert_eq!(matching(Action::LoginFailed), ["login.failed", "login.*", "*"]);
    }

    #[test]
    fn of_a_url_the_origin_alone_is_told() {
        let url = WebhookUrl::parse("https://Example.org:8443/hook/secret?key=1", false).unwrap();
        assert_eq!(url.origin(), "https://example.org:8443");
        assert_eq!(url.as_str(), "https://example.org:8443/hook/secret?key=1");
        assert_eq!(url.as_url().path(), "/hook/secret");
        assert_eq!(WebhookUrl::stored(url.as_str()), Some(url));
        assert_eq!(WebhookUrl::stored("no URL"), None);
    }

    #[test]
    fn a_url_has_its_longest_length() {
        let of_length = |length: usize| format!("https://example.org/{}", "x".repeat(length - 20));
        assert!(WebhookUrl::parse(&of_length(2_000), false).is_ok());
        assert!(WebhookUrl::parse(&of_length(2_001), false).is_err());
    }

    #[test]
    fn a_webhook_is_told_of_something() {
        let named = |names: &[&str]| patterns(&names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
        let error = |names: &[&str]| named(names).err().map(|error| (error.field, error.code));
        let subscribed = named(&["login.*", "user.created", "login.*"]).unwrap();
        assert_eq!(
            subscribed.iter().map(EventPattern::as_str).collect::<Vec<_>>(),
            ["login.*", "user.created"]
        );
        assert_eq!(error(&[]), Some(("events".to_owned(), "required")));
        assert_eq!(error(&["*", "nothing.*"]), Some(("events[1]".to_owned(), "unknown_event")));
    }

    #[test]
    fn a_name_is_short_and_visible() {
        assert_eq!(WebhookName::parse(" Chat ").unwrap().as_str(), "Chat");
        for wrong in ["", "a\nb", &"x".repeat(101)] {
            assert!(WebhookName::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
