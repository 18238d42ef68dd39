//! Organizations: the first one, and what the sign-in page shows of one.

use zeroize::Zeroizing;

use super::{Operation, users};
use crate::{
    app::App,
    domain::{
        audit::{Action, AuditEvent, Origin},
        id::{OrganizationId, UserId},
        organization::OrganizationName,
        password::{NewPassword, Password},
        policy::Policy,
        rejection::Rejection,
        role::BuiltInRole,
        user::{DisplayName, EmailAddress},
    },
    error::{Failure, Fault, Verdict},
    store::{
        Tx, budgets::Account, login_directory, organizations, organizations::OrganizationRow, policies,
        users::NewUser,
    },
};

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
            Failure::Rejected(_) => Self::Exists,
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
    let hashed = app.passwords.hash_alone(&*app.random, password.password())?;
    let account = Account { organization_id: op.new_id(), user_id: op.new_id() };
    let roles = [BuiltInRole::Superadmin.into()].into();
    let administrator =
        NewUser { account, email: &email, display_name: &display_name, roles: &roles, password: &hashed };
    op.write(|tx| create(&op, tx, &name, &administrator, additional))?;
    let Account { organization_id, user_id } = account;
    Ok(Bootstrapped { organization_id, user_id, password: shown })
}

fn create(
    op: &Operation,
    tx: &mut Tx,
    name: &OrganizationName,
    administrator: &NewUser,
    additional: bool,
) -> Verdict<()> {
    if !additional && organizations::any_exists(tx)? {
        return Ok(Err(Rejection::NotPermitted));
    }
    // Asked first: an organization must not stay behind without its administrator.
    if login_directory::find(tx, administrator.email)?.is_some() {
        return Ok(Err(Rejection::EmailTaken));
    }
    let organization = administrator.account.organization_id;
    let slug = free_slug(tx, name)?;
    organizations::insert(tx, organization, &slug, name, op.now)?;
    policies::insert(tx, organization, &Policy::default(), op.now)?;
    let event = AuditEvent::about_user(organization, None, Action::OrganizationCreated);
    op.record(tx, event)?;
    let user = administrator.account.user_id;
    let event = AuditEvent::about_user(organization, Some(user), Action::UserCreated);
    users::insert(op, tx, administrator, event)
}

/// The name's slug, with a number behind it where another organization has it.
fn free_slug(tx: &mut Tx, name: &OrganizationName) -> Result<String, Fault> {
    let slug = name.slug();
    let mut candidates =
        std::iter::once(slug.clone()).chain((2_u32..).map(|number| format!("{slug}-{number}")));
    loop {
        match candidates.next() {
            Some(candidate) if !organizations::slug_exists(tx, &candidate)? => return Ok(candidate),
            Some(_) => {}
            None => return Err(Fault::internal("no free short name")),
        }
    }
}

/// What the sign-in page shows of an organization. Errors: there is none of that short name.
pub fn find_by_slug(op: &Operation, slug: &str) -> Result<OrganizationRow, Failure> {
    let well_formed = slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !well_formed {
        return Err(Rejection::NotFound.into());
    }
    let found = op.read(|rx| organizations::find_by_slug(rx, slug))?;
    found.ok_or_else(|| Rejection::NotFound.into())
}
