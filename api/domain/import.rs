//! Users of another system, as they are imported.

use zeroize::Zeroizing;

use super::{
    authenticator::AuthenticatorName,
    id::{OrganizationId, UserId},
    language::Language,
    names::names,
    recovery_code::ImportedRecoveryCode,
    rejection::FieldError,
    role::RoleName,
    totp::{Parameters, TotpSecret},
    user::{DisplayName, EmailAddress, visible_text},
};

names! {
    /// A system that users come from, by what it writes.
    Source {
        Otpauth = "otpauth",
        GoogleMigration = "google-migration",
        Auth0 = "auth0",
        Keycloak = "keycloak",
        Privacyidea = "privacyidea",
        Authelia = "authelia",
        Nightlatch = "nightlatch",
    }
}

names! {
    /// What does not come along.
    Loss {
        Password = "passwords",
        Factor = "factors",
        RecoveryCodes = "recoveryCodes",
        ServiceAccount = "serviceAccounts",
    }
}

impl Loss {
    /// In the plural, behind a number.
    pub fn words(self) -> &'static str {
        match self {
            Self::Password => {
                "passwords in another hash than bcrypt: these users choose a new one by the mail for forgotten passwords"
            }
            Self::Factor => "second factors that are no time-based codes",
            Self::RecoveryCodes => "sets of recovery codes in a hash that is not taken",
            Self::ServiceAccount => "accounts of services, which are no users",
        }
    }
}

/// So many recovery codes an imported user has at most.
pub const MOST_RECOVERY_CODES: usize = 30;

/// A user who comes with what they had.
pub struct ImportedUser {
    pub email: EmailAddress,
    pub display_name: DisplayName,
    pub roles: Vec<RoleName>,
    pub language: Language,
    pub suspended: bool,
    pub email_verified: bool,
    pub external_id: Option<ExternalId>,
    pub password: Option<ImportedPassword>,
    pub authenticators: Vec<ImportedAuthenticator>,
    pub recovery_codes: Vec<ImportedRecoveryCode>,
    /// Where recovery codes come from that were digested elsewhere.
    pub origin: Option<RecoveryOrigin>,
    pub standing: ImportedStanding,
}

/// What else another installation has said of a user.
#[derive(Clone, Copy, Debug, Default)]
pub struct ImportedStanding {
    /// Whether their next login has to show a code of an administrator.
    pub reset_pending: bool,
    pub frozen: bool,
    /// Whether codes are mailed to them at sign-in.
    pub email_codes: bool,
}

/// What is known of a password.
pub enum ImportedPassword {
    /// Over what is typed.
    Plain(BcryptHash),
    /// As another installation made it, with its pepper.
    Keyed { hash: BcryptHash, pepper: Zeroizing<[u8; 32]> },
}

impl ImportedPassword {
    pub fn hash(&self) -> &BcryptHash {
        match self {
            Self::Plain(hash) | Self::Keyed { hash, .. } => hash,
        }
    }
}

/// Who somebody was at another installation, and the keys of its recovery codes.
pub struct RecoveryOrigin {
    pub organization_id: OrganizationId,
    pub user_id: UserId,
    pub keys: Vec<Zeroizing<[u8; 32]>>,
}

/// An authenticator that was enrolled elsewhere.
pub struct ImportedAuthenticator {
    pub name: AuthenticatorName,
    pub parameters: Parameters,
    pub secret: TotpSecret,
}

/// The id that another system knows a user by, 1 to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalId(String);

impl ExternalId {
    /// Errors: empty after trimming, over 200 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("externalId", text, 200).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A bcrypt hash of a plain password, as other systems keep it.
#[derive(Clone)]
pub struct BcryptHash {
    text: String,
    pub cost: u32,
}

impl BcryptHash {
    /// Under this cost a stolen hash is too soon guessed.
    pub const LOWEST_COST: u32 = 8;

    /// Errors: anything but `$2a$`, `$2b$` or `$2y$`, two digits of a cost from 8 on, and 53 characters of salt and hash.
    pub fn parse(field: &str, text: &str) -> Result<Self, FieldError> {
        let hash = Self::keyed(field, text)?;
        if hash.cost < Self::LOWEST_COST {
            let message = "Its cost is under 8: leave it out, and the user chooses a new password.";
            return Err(FieldError::new(field, "cheap_hash", message));
        }
        Ok(hash)
    }

    /// The same of any cost, over what cannot be guessed without a key.
    pub fn keyed(field: &str, text: &str) -> Result<Self, FieldError> {
        let parsed = ["$2a$", "$2b$", "$2y$"].iter().find_map(|version| {
            let (cost, rest) = text.strip_prefix(version)?.split_once('$')?;
            let digits = cost.len() == 2 && cost.bytes().all(|byte| byte.is_ascii_digit());
            let cost = cost.parse::<u32>().ok().filter(|cost| digits && *cost <= 31)?;
            let alphabet = |byte: u8| byte.is_ascii_alphanumeric() || b"./".contains(&byte);
            (rest.len() == 53 && rest.bytes().all(alphabet)).then_some(cost)
        });
        let message = "A bcrypt hash begins with $2a$, $2b$ or $2y$ and has 60 characters.";
        let cost = parsed.ok_or_else(|| FieldError::new(field, "invalid_hash", message))?;
        Ok(Self { text: text.to_owned(), cost })
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// What is wrong with one line of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// From 1 on.
    pub line: u64,
    /// Where it could be read.
    pub email: Option<String>,
    pub error: FieldError,
}

/// One line of an import, read.
pub struct Row {
    pub line: u64,
    pub user: Result<ImportedUser, (Option<EmailAddress>, FieldError)>,
}

/// What an import has done, or would do, to its users.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub imported: u64,
    /// Those who were imported before: they stay as they are.
    pub existing: u64,
    pub failed: u64,
    /// Of those imported: who has an authenticator.
    pub with_factor: u64,
    /// Of those imported: who has to choose a password first.
    pub without_password: u64,
    /// The first of them.
    pub errors: Vec<RowError>,
}

impl Outcome {
    /// So many errors are kept; all are counted.
    pub const MOST_ERRORS: usize = 1_000;

    pub fn add_import(&mut self, user: &ImportedUser) {
        self.imported += 1;
        self.with_factor += u64::from(!user.authenticators.is_empty());
        self.without_password += u64::from(user.password.is_none());
    }

    pub fn add_error(&mut self, error: RowError) {
        self.failed += 1;
        if self.errors.len() < Self::MOST_ERRORS {
            self.errors.push(error);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user() -> ImportedUser {
        ImportedUser {
            email: EmailAddress::parse("ada@example.org").unwrap(),
            display_name: DisplayName::parse("Ada").unwrap(),
            roles: Vec::new(),
            language: Language::default(),
            suspended: false,
            email_verified: true,
            external_id: None,
            password: None,
            authenticators: Vec::new(),
            recovery_codes: Vec::new(),
            origin: None,
            standing: ImportedStanding::default(),
        }
    }

    fn authenticator() -> ImportedAuthenticator {
        ImportedAuthenticator {
            name: AuthenticatorName::default_name(),
            parameters: Parameters::STANDARD,
            secret: TotpSecret::new(vec![7; 20]).unwrap(),
        }
    }

    const HASH: &str = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    #[test]
    fn a_hash_is_bcrypts_and_not_cheap() {
        let rest = "N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
        for (version, cost) in [("2a", "08"), ("2b", "10"), ("2y", "12")] {
            assert!(BcryptHash::parse("hash", &format!("${version}${cost}${rest}")).is_ok());
        }
        let refused = |text: &str| BcryptHash::parse("hash", text).err().map(|error| error.code);
        assert_eq!(refused(&format!("$2b$07${rest}")), Some("cheap_hash"));
        for wrong in [
            String::new(),
            "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA".to_owned(),
            format!("$2x$10${rest}"),
            format!("$2b$10${rest}A"),
            format!("$2b$+9${rest}"),
            format!("$2b$32${rest}"),
            format!("$2b$10${}\0", &rest[1..]),
        ] {
            assert_eq!(refused(&wrong), Some("invalid_hash"), "{wrong:?}");
        }
    }

    #[test]
    fn an_outcome_counts_who_came_with_what() {
        let password = || Some(ImportedPassword::Plain(BcryptHash::parse("hash", HASH).unwrap()));
        let mut outcome = Outcome::default();
        outcome.add_import(&user());
        outcome.add_import(&ImportedUser { password: password(), ..user() });
        outcome
            .add_import(&ImportedUser { authenticators: vec![authenticator(), authenticator()], ..user() });
        let expected = Outcome { imported: 3, with_factor: 1, without_password: 2, ..Outcome::default() };
        assert_eq!(outcome, expected);
    }

    #[test]
    fn errors_are_all_counted_and_the_first_are_kept() {
        let mut outcome = Outcome::default();
        for line in 1..=1_001 {
            let error = FieldError::new("email", "invalid_email", "This is not an email address.");
            outcome.add_error(RowError { line, email: None, error });
        }
        assert_eq!(outcome.failed, 1_001);
        assert_eq!((outcome.errors.len(), outcome.errors[999].line), (1_000, 1_000));
    }

    #[test]
    fn a_hash_is_kept_as_it_came() {
        let cheap = HASH.replace("$10$", "$04$");
        let keyed = BcryptHash::keyed("hash", &cheap).unwrap();
        assert_eq!((keyed.as_str(), keyed.cost), (cheap.as_str(), 4));
        let pepper = Zeroizing::new([7; 32]);
        assert_eq!(ImportedPassword::Keyed { hash: keyed, pepper }.hash().as_str(), cheap);
    }

    #[test]
    fn an_id_of_another_system_is_visible_text() {
        assert_eq!(ExternalId::parse(" auth0|7 ").unwrap().as_str(), "auth0|7");
        assert!(ExternalId::parse(&"x".repeat(201)).is_err());
        let words: std::collections::BTreeSet<_> = Loss::ALL.iter().map(|loss| loss.words()).collect();
        assert!(words.len() == Loss::ALL.len() && words.iter().all(|words| words.contains(' ')));
    }
}
