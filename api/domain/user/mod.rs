//! Users: their addresses, names, and what the rules need to know of them.

mod order;

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::{
    Timestamp,
    challenge::Method,
    id::{OrganizationId, UserId},
    language::Language,
    names::names,
    rejection::FieldError,
    role::{BuiltInRole, Permission, RoleName},
};

pub use order::{Place, SortKey, UserOrder};

/// An email address in its canonical form, so that a mailbox has one account: trimmed, lower case, composed (NFC), its domain
/// as people read it (UTS #46), at most 254 characters (RFC 5321, 4.5.3.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Errors: not an address, too long, with a display name, or in letters that stand for others.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let options = email_address::Options::default().without_display_text().without_domain_literal();
        let valid = canonical_address(text).filter(|canonical| {
            canonical.len() <= 254
                && !canonical.chars().any(char::is_control)
                && email_address::EmailAddress::parse_with_options(canonical, options).is_ok()
        });
        let error = || FieldError::new("email", "invalid_email", "This is not an email address.");
        valid.map(Self).ok_or_else(error)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`.
    fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or(&self.0, |(local, _)| local)
    }
}

/// None where there is no canonical form. A wide or a mathematical letter pretends to be another one, and quotes would give a
/// mailbox a second spelling.
fn canonical_address(text: &str) -> Option<String> {
    let (mailbox, domain) = text.trim().rsplit_once('@')?;
    let mailbox: String = mailbox.to_lowercase().nfc().collect();
    let is_plain = mailbox.chars().eq(mailbox.nfkc()) && !mailbox.starts_with('"');
    let (domain, mapped) = idna::domain_to_unicode(domain);
    // What is encoded twice would be another domain when it is read again.
    let (again, mapped_again) = idna::domain_to_unicode(&domain);
    let is_canonical = mapped.is_ok() && mapped_again.is_ok() && again == domain;
    (is_plain && is_canonical).then(|| format!("{mailbox}@{domain}"))
}

/// The name that colleagues see, 1 to 100 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayName(String);

impl DisplayName {
    /// Errors: empty after trimming, over 100 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("displayName", text, 100).map(Self)
    }

    /// Of somebody of whom nothing but the address is known.
    pub fn of_address(email: &EmailAddress) -> Self {
        Self(email.local_part().to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a list of users is searched for: 1 to 100 characters of an address or a name. So few that half of all names have them
/// are looked for where a name begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchText(String);

impl SearchText {
    /// Errors: empty after trimming, over 100 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("q", text, 100).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an index of groups of three letters or digits can find it anywhere.
    pub fn has_trigram(&self) -> bool {
        self.0.split(|c: char| !c.is_alphanumeric()).any(|word| word.chars().nth(2).is_some())
    }

    /// Whether it is one or two letters or digits: the index finds those at the beginning of a word.
    pub fn begins_words(&self) -> bool {
        self.0.chars().nth(2).is_none() && self.0.chars().all(char::is_alphanumeric)
    }
}

/// `text` trimmed, if it has 1 to `most` characters, something of it can be seen, and none of them steers what is around it.
pub fn visible_text(field: &str, text: &str, most: usize) -> Result<String, FieldError> {
    let text = text.trim();
    if text.chars().all(|c| is_invisible(c) && !steers(c)) {
        return Err(FieldError::new(field, "required", "Please fill this in."));
    }
    if text.chars().count() > most {
        return Err(FieldError::new(field, "too_long", format!("At most {most} characters.")));
    }
    if text.chars().any(steers) {
        return Err(FieldError::new(field, "invalid_characters", "Control characters are not allowed."));
    }
    Ok(text.to_owned())
}

/// Control characters, and those that end a line or turn the direction of what follows: a name would be shown as another one
/// (UAX #9, section 2; UTR #36, section 2.4).
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that leave no mark: spaces, those that are shown as nothing (Unicode's `Default_Ignorable_Code_Point`), and an empty
/// pattern of Braille. Within visible text they have their place, as between the parts of an emoji or of a Persian word.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A user as the flows see one.
#[derive(Clone, Debug)]
pub struct User {
    pub organization_id: OrganizationId,
    pub id: UserId,
    pub email: String,
    pub display_name: String,
    /// The roles that they have, each with the time since which they have it.
    pub roles: BTreeMap<RoleName, Timestamp>,
    /// What these roles permit together.
    pub permissions: BTreeSet<Permission>,
    pub suspended: bool,
    /// Rises with every factor change.
    pub epoch: i64,
    pub factor: Factor,
    /// The factor was reset, and the next login has to show the code that the administrator reads out.
    pub reset_pending: bool,
    /// The deadline that an administrator has set.
    pub extended_to: Option<Timestamp>,
    pub created_at: Timestamp,
    /// Of what is mailed to them.
    pub language: Language,
    /// Whether they have proven that the address is theirs.
    pub email_verified: bool,
    /// Whether they have turned on codes by mail at sign-in.
    pub email_codes: bool,
    /// Whether the password was set by a mailed link: a mailed code beside it would prove nothing more.
    pub password_by_mail: bool,
    /// Somebody said that it was not them: nothing about the account changes until an administrator lifts it.
    pub frozen: bool,
    /// Whether the account is theirs: somebody who was invited has to follow that first.
    pub activated: bool,
    /// Whoever signs in at a provider alone has none.
    pub has_password: bool,
    /// Whether they came from another system: without a password there, they set one by mail.
    pub imported: bool,
}

impl User {
    /// Whether a mailed link may set a password: of somebody who was invited, only the invitation does, and whoever signs in at
    /// a provider, where they have a `connected` account, would get around what it says. That of a frozen account may be set: the
    /// freeze kills the links from before, and only an administrator has others mailed.
    pub fn may_set_password_by_mail(&self, connected: bool) -> bool {
        let is_theirs = self.has_password || self.imported || (self.activated && !connected);
        is_theirs && !self.suspended
    }

    /// Whether they were invited, and have not followed that yet.
    pub fn is_invited(&self) -> bool {
        !self.activated && !self.imported
    }

    pub fn role_names(&self) -> BTreeSet<RoleName> {
        self.roles.keys().cloned().collect()
    }

    pub fn holds(&self, role: BuiltInRole) -> bool {
        self.roles.contains_key(role.name())
    }

    pub fn is_administrator(&self) -> bool {
        BuiltInRole::ALL.iter().any(|role| role.is_administrator() && self.holds(*role))
    }

    /// Whether this user may give roles that permit this, or do something to a user whom it is permitted: nobody grants
    /// or touches a permission that they do not hold. So superadmins are made and touched by superadmins, who alone hold
    /// what reaches beyond an organization.
    pub fn reaches(&self, permissions: &BTreeSet<Permission>) -> bool {
        permissions.is_subset(&self.permissions)
    }
}

names! {
    /// What a list of users is filtered by: the state of their factor, and of those who have none and have to have one how
    /// that stands.
    UserState {
        Enabled = "enabled",
        NotEnabled = "notEnabled",
        Expired = "expired",
        InGrace = "inGrace",
        Overdue = "overdue",
        Blocked = "blocked",
    }
}

names! {
    /// How a user can sign in.
    LoginMethod {
        Password = "password",
        PasswordAndFactor = "passwordAndFactor",
        SingleSignOn = "singleSignOn",
    }
}

impl User {
    /// How they can sign in; `connected` says whether with an account at a provider.
    pub fn login_methods(&self, connected: bool) -> BTreeSet<LoginMethod> {
        let by_password = match self.factor {
            Factor::NotEnrolled => LoginMethod::Password,
            Factor::Enrolled { .. } => LoginMethod::PasswordAndFactor,
        };
        let password = self.has_password.then_some(by_password);
        password.into_iter().chain(connected.then_some(LoginMethod::SingleSignOn)).collect()
    }
}

/// What a user has enrolled, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    NotEnrolled,
    Enrolled {
        since: Timestamp,
        /// When the oldest secret of an authenticator was confirmed; none without one.
        oldest_secret_at: Option<Timestamp>,
        passkey: bool,
    },
}

impl Factor {
    pub fn is_enrolled(self) -> bool {
        matches!(self, Self::Enrolled { .. })
    }

    /// What is left without whatever there is of that kind.
    #[must_use]
    pub fn without(self, kind: Method) -> Self {
        let Self::Enrolled { since, oldest_secret_at, passkey } = self else { return self };
        let oldest_secret_at = oldest_secret_at.filter(|_| kind != Method::Totp);
        let passkey = passkey && kind != Method::Passkey;
        let left = oldest_secret_at.is_some() || passkey;
        if left { Self::Enrolled { since, oldest_secret_at, passkey } } else { Self::NotEnrolled }
    }

    /// Of which kinds there is one.
    pub fn kinds(self) -> BTreeSet<Method> {
        let (authenticator, passkey) = match self {
            Self::NotEnrolled => (false, false),
            Self::Enrolled { oldest_secret_at, passkey, .. } => (oldest_secret_at.is_some(), passkey),
        };
        [authenticator.then_some(Method::Totp), passkey.then_some(Method::Passkey)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// When the oldest secret of an authenticator was confirmed, if there is one.
    pub fn oldest_secret_at(self) -> Option<Timestamp> {
        match self {
            Self::NotEnrolled => None,
            Self::Enrolled { oldest_secret_at, .. } => oldest_secret_at,
        }
    }
}

#[cfg(test)]
impl User {
    /// A member since 2027, without any history.
    pub(super) fn example(factor: Factor) -> Self {
        let created_at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Self {
            organization_id: OrganizationId(uuid::Uuid::nil()),
            id: UserId(uuid::Uuid::nil()),
            email: "ada@example.com".to_owned(),
            display_name: "Ada".to_owned(),
            roles: BTreeMap::from([(BuiltInRole::Member.into(), created_at)]),
            permissions: BTreeSet::new(),
            suspended: false,
            epoch: 1,
            factor,
            reset_pending: false,
            extended_to: None,
            created_at,
            language: Language::default(),
            email_verified: false,
            email_codes: false,
            password_by_mail: false,
            frozen: false,
            activated: true,
            has_password: true,
            imported: false,
        }
    }
}

#[cfg(test)]
mod tests;
