//! Single sign-on: the providers that an organization has connected, whom they vouch for, and what that is worth.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use url::Url;

use super::{
    Timestamp,
    id::{IdentityId, ProviderId, UserId},
    network::is_private,
    policy::{Policy, SingleSignOn},
    rejection::FieldError,
    role::RoleName,
    session::{Amr, FirstStep, SecondStep, Session},
    user::{DisplayName, EmailAddress, visible_text},
};

/// So long somebody may take at their provider.
pub const DEPARTURE_LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// So long a browser may take to go on after that.
pub const ARRIVAL_LIFETIME: TimeDelta = TimeDelta::minutes(2);
/// So long somebody may take to sign in with their password, to connect their account.
pub const CONNECTION_LIFETIME: TimeDelta = TimeDelta::minutes(15);
/// So many providers an organization has at most.
pub const MOST_PROVIDERS: i64 = 20;
/// So many accounts at providers a user has at most.
pub const MOST_IDENTITIES: usize = 10;

const LONGEST_URL: usize = 2000;
const LONGEST_TEXT: usize = 255;
const MOST_LISTED: usize = 50;
/// Asked of every provider: without it, its answer is no OpenID Connect.
const OPENID: &str = "openid";

/// A provider of single sign-on (OpenID Connect).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    pub id: ProviderId,
    pub name: ProviderName,
    pub issuer: Issuer,
    /// What we are called there.
    pub client_id: String,
    /// What is asked about a user, `openid` among it.
    pub scopes: BTreeSet<String>,
    pub enabled: bool,
    /// Whether somebody whom it vouches for and nobody here knows becomes a user.
    pub creates_users: bool,
    /// Of users who are created so.
    pub default_role: RoleName,
    /// Of whose addresses users are created; of any, where there are none.
    pub email_domains: BTreeSet<String>,
    pub created_at: Timestamp,
    pub created_by: UserId,
}

impl Provider {
    /// Whether somebody with that address, whom nobody here knows, becomes a user.
    pub fn creates(&self, email: &EmailAddress) -> bool {
        let domain = email.as_str().rsplit_once('@').map_or("", |(_, domain)| domain);
        self.creates_users && (self.email_domains.is_empty() || self.email_domains.contains(domain))
    }
}

/// What people call a provider, at most 60 characters: it stands on a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderName(String);

impl ProviderName {
    /// Errors: empty, over 60 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("name", text, 60).map(Self)
    }

    /// Whether people would take one for the other: large and small letters are the same.
    pub fn looks_like(&self, other: &Self) -> bool {
        self.0.to_lowercase() == other.0.to_lowercase()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who a provider says it is: a URL, compared character by character (OpenID Connect Core, section 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer(String);

impl Issuer {
    /// Errors: no URL of `https`, one with a user, a query or a fragment, or one of a private network. Where private targets are
    /// allowed, `http` is as well.
    pub fn parse(text: &str, private_targets: bool) -> Result<Self, FieldError> {
        let wrong = |code, message: &str| FieldError::new("issuer", code, message);
        let text = text.trim();
        let url = Url::parse(text).ok().filter(|url| text.len() <= LONGEST_URL && url.has_host());
        let url =
            url.ok_or_else(|| wrong("invalid_url", "This is no URL, such as https://login.example.org."))?;
        if !(url.scheme() == "https" || private_targets && url.scheme() == "http") {
            return Err(wrong("https_required", "The URL has to begin with https://."));
        }
        let bare = url.username().is_empty() && url.password().is_none();
        if !bare || url.query().is_some() || url.fragment().is_some() {
            return Err(wrong("invalid_url", "Without a user name, a password, a query and a fragment."));
        }
        if !private_targets && is_private(&url) {
            return Err(wrong("private_target", "This address is not on the public Internet."));
        }
        Ok(Self(text.to_owned()))
    }

    /// One that was parsed before, perhaps under other settings.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The name of a client. Errors: empty, over 255 characters, or with control characters.
pub fn client_id(text: &str) -> Result<String, FieldError> {
    visible_text("clientId", text, LONGEST_TEXT)
}

/// The scopes to ask for, `openid` among them. Errors: one that no scope can be called (RFC 6749, section 3.3), or too many.
pub fn scopes(named: &[String]) -> Result<BTreeSet<String>, FieldError> {
    let allowed = |byte: u8| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
    let right = |scope: &String| (1..=100).contains(&scope.len()) && scope.bytes().all(allowed);
    if named.len() > MOST_LISTED || !named.iter().all(right) {
        return Err(FieldError::new("scopes", "invalid_scope", "Names such as email, at most 50."));
    }
    Ok(named.iter().cloned().chain([OPENID.to_owned()]).collect())
}

/// Domains of addresses, in lower case. Errors: one that no address has, or too many.
pub fn email_domains(named: &[String]) -> Result<BTreeSet<String>, FieldError> {
    let parse = |text: &String| {
        let domain = text.trim().trim_start_matches('@').to_lowercase();
        EmailAddress::parse(&format!("a@{domain}")).ok().filter(|_| !domain.contains('@')).map(|_| domain)
    };
    let domains: Option<BTreeSet<String>> = named.iter().map(parse).collect();
    let message = "Domains such as example.org, at most 50.";
    domains
        .filter(|domains| domains.len() <= MOST_LISTED)
        .ok_or_else(|| FieldError::new("emailDomains", "invalid_domain", message))
}

/// A page of the SPA to go to after a sign-in; none where the text leads anywhere else.
pub fn return_path(text: &str) -> Option<&str> {
    // `//host` and `/\host` are other sites.
    let local = text.starts_with('/') && !text[1..].starts_with(['/', '\\']);
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\' && byte != b'#');
    (local && plain && text.len() <= LONGEST_TEXT).then_some(text)
}

/// Whom a provider vouches for, as its verified ID token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    pub issuer: String,
    /// Who it is there, for ever.
    pub subject: String,
    pub email: Option<EmailAddress>,
    /// Whether the provider says that the address is theirs.
    pub email_verified: bool,
    pub display_name: Option<DisplayName>,
    /// Whether the provider says that it asked for two factors.
    pub two_factors: bool,
}

impl Assertion {
    /// The address, where it may decide something.
    pub fn verified_email(&self) -> Option<&EmailAddress> {
        self.email.as_ref().filter(|_| self.email_verified)
    }
}

/// Methods that say of themselves that there were two factors, or that are hard to phish or to copy (RFC 8176, section 2): not
/// `sms`, `tel`, `pin`, `kba`, `swk` or `user`, which may be all that was asked for.
const STRONG_METHODS: [&str; 8] = ["mfa", "otp", "hwk", "sc", "fpt", "face", "iris", "retina"];
/// Contexts that mean two factors: of OpenID's PAPE and EAP, REFEDS, and NIST.
const STRONG_CONTEXTS: [&str; 6] = [
    "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
    "phr",
    "phrh",
    "https://refeds.org/profile/mfa",
    "http://idmanagement.gov/ns/assurance/aal/2",
    "http://idmanagement.gov/ns/assurance/aal/3",
];

/// Whether a provider's `amr` and `acr` stand for two factors.
pub fn proves_two_factors<'a>(amr: impl IntoIterator<Item = &'a str>, acr: Option<&str>) -> bool {
    let strong = |list: &[&str], name: &str| list.contains(&name);
    amr.into_iter().any(|method| strong(&STRONG_METHODS, method))
        || acr.is_some_and(|context| strong(&STRONG_CONTEXTS, context))
}

/// An account at a provider that is connected with a user.
#[derive(Clone, Debug)]
pub struct Identity {
    pub id: IdentityId,
    pub user_id: UserId,
    pub provider_id: ProviderId,
    pub issuer: String,
    pub subject: String,
    /// As the provider told it last; decides nothing.
    pub email: Option<String>,
    pub linked_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
}

/// What follows when a provider vouches for a user.
#[must_use]
#[derive(Clone, Copy, Debug)]
pub enum ProviderDecision {
    /// Nothing of ours is asked.
    SignIn(SecondStep),
    /// The same as after a password.
    AskAsAfterPassword,
}

impl Policy {
    /// Decides how a sign-in goes on for whose user a provider vouches.
    pub fn decide_after_provider(&self, assertion: &Assertion) -> ProviderDecision {
        match (self.sso, assertion.two_factors) {
            (SingleSignOn::Exempt, _) => ProviderDecision::SignIn(SecondStep::None),
            (SingleSignOn::TrustProvider, true) => ProviderDecision::SignIn(SecondStep::Provider),
            (SingleSignOn::TrustProvider, false) | (SingleSignOn::Required, _) => {
                ProviderDecision::AskAsAfterPassword
            }
        }
    }

    /// Whether nothing of ours is asked in a session, for what a provider proved when it began.
    pub fn is_content_with_provider(&self, session: &Session) -> bool {
        match (session.first_step, self.sso) {
            (FirstStep::Local, _) | (FirstStep::Provider(_), SingleSignOn::Required) => false,
            (FirstStep::Provider(_), SingleSignOn::Exempt) => true,
            (FirstStep::Provider(_), SingleSignOn::TrustProvider) => session.amr.contains(&Amr::MultiFactor),
        }
    }
}

#[cfg(test)]
mod tests;
