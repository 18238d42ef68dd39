//! Organizations: the first one, and what the sign-in page shows of one.

use serde_json::json;
use zeroize::Zeroizing;

use super::{Operation, users};
use crate::{
    app::App,
    domain::{
        account::Account,
        audit::{Action, AuditEvent, Origin},
        branding::StoredBranding,
        id::{OrganizationId, UserId},
        language::Language,
        organization::OrganizationName,
        password::{NewPassword, Password},
        policy::{LoginStyle, Policy},
        rejection::Rejection,
        role::BuiltInRole,
        single_sign_on::Provider,
        user::{DisplayName, EmailAddress},
    },
    error::{Failure, Fault},
    store::{Rx, Tx, branding, organizations, policies, sso_providers, users::NewUser},
};

pub use crate::store::organizations::OrganizationRow;

/// A new organization with its administrator.
pub struct Bootstrapped {
    pub organization_id: OrganizationId,
    pub user_id: UserId,
    /// The administrator's, where none was given: shown once.
    pub password: Option<Zeroizing<String>>,
}

/// Why an organization was not created.
#[derive(Debug, thiserror::Error)]
pub enum BootstrapError {
    #[error("an organization exists already; --additional creates one more")]
    Exists,
    #[error("somebody has this email address already")]
    EmailTaken,
    #[error("{field}: {message}")]
    Invalid { field: String, message: String },
    #[error(transparent)]
    Broken(#[from] Fault),
}

impl From<Failure> for BootstrapError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Rejected(Rejection::EmailTaken) => Self::EmailTaken,
            Failure::Rejected(Rejection::Invalid(errors)) => {
                let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
                let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
                Self::Invalid { field: fields.join(", "), message: messages.join(" ") }
            }
            // There is nobody whom something could be denied to: it says that there is an organization.
            Failure::Rejected(Rejection::NotPermitted) => Self::Exists,
            Failure::Rejected(rejection) => Self::Broken(Fault::internal(format!("refused: {rejection:?}"))),
            Failure::Broken(fault) => Self::Broken(fault),
        }
    }
}

/// Creates an organization and its first administrator, a superadmin. Errors: there is an organization already, unless
/// `additional`; a name, address or password that is not valid; an address that somebody has.
pub fn bootstrap(
    app: &App,
    name: &str,
    email: &str,
    password: Option<&str>,
    additional: bool,
) -> Result<Bootstrapped, BootstrapError> {
    let origin = Origin::default();
    let op = Operation::begin(app, &origin);
    let policy = Policy::default();
    let name = OrganizationName::parse(name).map_err(Failure::from)?;
    let email = EmailAddress::parse(email).map_err(Failure::from)?;
    let display_name = DisplayName::parse("Administrator").map_err(Failure::from)?;
    let generated = password.is_none().then(|| Password::generate(app.random.bytes()));
    let shown = generated.as_ref().map(|password| Zeroizing::new(password.expose().to_owned()));
    let password = match (password, generated) {
        (_, Some(generated)) => NewPassword::generated(generated),
        (given, None) => {
            let given = given.unwrap_or_default();
            NewPassword::parse("password", given, &policy, &[email.as_str(), name.as_str()])
                .map_err(Failure::from)?
        }
    };
    let hashed = app.passwords.hash_alone(op.keyring(), &*app.random, password.password())?;
    let account = Account { organization_id: op.new_id(), user_id: op.new_id() };
    let roles = [BuiltInRole::Superadmin.into()].into();
    let (email, display_name, password, language) =
        (&email, &display_name, Some(&hashed), Language::default());
    let administrator = NewUser { account, email, display_name, roles: &roles, password, language };
    op.write(|tx| {
        if !additional && organizations::any_exists(tx)? {
            return Err(Rejection::NotPermitted.into());
        }
        let event = |action| AuditEvent::about_user(account.organization_id, None, action);
        establish(&op, tx, &name, &administrator, event)
    })?;
    let Account { organization_id, user_id } = account;
    Ok(Bootstrapped { organization_id, user_id, password: shown })
}

/// Writes an organization with its policy and its first administrator; `event` begins what is told of it. Errors: somebody
/// has the administrator's address.
pub(super) fn establish(
    op: &Operation,
    tx: &mut Tx,
    name: &OrganizationName,
    administrator: &NewUser,
    event: impl Fn(Action) -> AuditEvent,
) -> Result<(), Failure> {
    let organization_id = administrator.account.organization_id;
    // Before the rest: an organization must not stay behind without its administrator.
    users::enter(tx, administrator)?;
    let slug = insert(op, tx, organization_id, name)?;
    policies::insert(tx, organization_id, &Policy::default(), op.now)?;
    let created = event(Action::OrganizationCreated);
    op.record(tx, created.with(json!({"name": name.as_str(), "slug": slug})))?;
    let created = users::insert(op, tx, administrator, event(Action::UserCreated))?;
    Ok(op.record(tx, created)?)
}

/// Writes an organization under its name's slug, with a number behind it where another one has it; gives the slug.
fn insert(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    name: &OrganizationName,
) -> Result<String, Fault> {
    let slug = name.slug();
    let numbered = (2_u32..).map(|number| format!("{slug}-{number}"));
    for candidate in std::iter::once(slug.clone()).chain(numbered) {
        if organizations::insert(tx, organization, &candidate, name, op.now)? {
            return Ok(candidate);
        }
    }
    Err(Fault::internal("no free short name"))
}

/// What the sign-in page draws and shows.
pub struct SignInConfig {
    pub login_style: LoginStyle,
    /// Whether a passkey signs in alone.
    pub passkey_login: bool,
    /// Those that may be used.
    pub providers: Vec<Provider>,
    /// Whose all this is.
    pub organization: Option<OrganizationRow>,
    /// Whether that is the one that was asked for, and not just the only one.
    pub is_named: bool,
    pub branding: StoredBranding,
}

impl SignInConfig {
    /// Where there are several organizations, and none is named. Whose people need the field for the code find it; all others
    /// leave it empty, or are asked anew.
    fn unnamed(rx: &mut Rx) -> Result<Self, Fault> {
        let single = policies::any_in_single_form(rx)?;
        Ok(Self {
            login_style: if single { LoginStyle::SingleForm } else { LoginStyle::TwoStep },
            passkey_login: false,
            providers: Vec::new(),
            organization: None,
            is_named: false,
            branding: StoredBranding::default(),
        })
    }
}

/// What the sign-in page draws for an organization, or for the only one that there is. Errors: there is none of that short
/// name.
pub fn sign_in_config(op: &Operation, slug: Option<&str>) -> Result<SignInConfig, Failure> {
    op.read_or_reject(|rx| {
        let Some((id, organization)) = find_named(rx, slug)? else {
            return if slug.is_some() {
                Err(Rejection::NotFound.into())
            } else {
                Ok(SignInConfig::unnamed(rx)?)
            };
        };
        let policy = policies::find(rx, id)?.policy;
        let mut providers = sso_providers::list(rx, id)?;
        providers.retain(|provider| provider.enabled);
        Ok(SignInConfig {
            login_style: policy.login_style,
            passkey_login: policy.allows_passkey_login(),
            providers,
            organization: Some(organization),
            is_named: slug.is_some(),
            branding: branding::find(rx, id)?,
        })
    })
}

/// The organization of that short name, or where none is named the only one that there is.
pub(super) fn find_named(
    rx: &mut Rx,
    slug: Option<&str>,
) -> Result<Option<(OrganizationId, OrganizationRow)>, Fault> {
    match slug {
        Some(slug) if slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') => {
            organizations::find_by_slug(rx, slug)
        }
        Some(_) => Ok(None),
        None => organizations::find_only(rx),
    }
}
