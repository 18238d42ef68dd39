//! Imports of users from another system: some hundred lines in each transaction, and each line stands for itself.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::json;

use super::{
    Operation,
    administrators::{Administrator, permitted_actor},
    recovery::imported_digest,
    roles,
};
use crate::{
    crypto::sealer::{self, TotpRow},
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        id::OrganizationId,
        import::{
            BcryptHash, ExternalId, ImportedAuthenticator, ImportedPassword, ImportedUser, Outcome, Row,
            RowError,
        },
        rejection::{FieldError, Rejection},
        role::{BuiltInRole, Permission, RoleName},
        user::EmailAddress,
    },
    error::{Failure, Fault},
    store::{
        Tx,
        imported_users::{self, Holder, NewImport},
        organizations,
    },
};

/// So many lines are written in one transaction.
pub const BATCH: usize = 250;

/// So few more users change no plan of the database.
const FEW: u64 = 200;

/// Who imports.
#[derive(Clone, Copy)]
pub enum Importer<'a> {
    Administrator(Administrator<'a>),
    /// Somebody at the command line, who gives what administrators may.
    Operator(OrganizationId),
}

/// Why somebody at the command line cannot import or export.
#[derive(Debug, thiserror::Error)]
pub enum OperatorError {
    #[error("there are several organizations, or none: name one with --organization")]
    NoneNamed,
    #[error("there is no organization of this short name")]
    Unknown,
    #[error(transparent)]
    Broken(#[from] Fault),
}

/// Somebody at the command line, in the organization of that short name or in the only one. Errors: there is none.
pub fn operator(op: &Operation, slug: Option<&str>) -> Result<Importer<'static>, OperatorError> {
    let found = op.read(|rx| match slug {
        Some(slug) => organizations::find_by_slug(rx, slug),
        None => organizations::find_only(rx),
    })?;
    let absent = if slug.is_some() { OperatorError::Unknown } else { OperatorError::NoneNamed };
    found.map(|(id, _)| Importer::Operator(id)).ok_or(absent)
}

/// What somebody at the command line is told of a failure.
pub fn told(failure: Failure) -> Fault {
    match failure {
        Failure::Broken(fault) => fault,
        Failure::Rejected(rejection) => Fault::internal(format!("refused: {rejection:?}")),
    }
}

impl Importer<'_> {
    pub(super) fn organization_id(self) -> OrganizationId {
        match self {
            Self::Administrator(administrator) => administrator.organization_id(),
            Self::Operator(organization) => organization,
        }
    }

    fn event(self) -> AuditEvent {
        match self {
            Self::Administrator(administrator) => administrator.event(Action::UserImported),
            Self::Operator(organization) => AuditEvent::about_user(organization, None, Action::UserImported),
        }
    }

    /// What the roles that are given may permit: no more than administrators', since a file from elsewhere makes nobody who
    /// reaches beyond the organization. The organization is locked for it, so that a role does not come to permit more in
    /// between.
    fn reach(self, tx: &mut Tx) -> Result<BTreeSet<Permission>, Failure> {
        organizations::lock(tx, self.organization_id())?;
        let most = BuiltInRole::Admin.permissions();
        match self {
            Self::Administrator(administrator) => {
                let actor = permitted_actor(tx, &administrator, Permission::UsersWrite)?;
                Ok(actor.into_permissions().intersection(&most).copied().collect())
            }
            Self::Operator(_) => Ok(most),
        }
    }
}

/// An import that goes on from batch to batch.
#[derive(Default)]
pub struct Import {
    /// Whether nothing is written.
    pub dry_run: bool,
    pub outcome: Outcome,
    emails: HashSet<String>,
    external_ids: HashSet<String>,
    /// Once so many are imported, the database counts its users anew.
    recounted_at: u64,
}

impl Import {
    pub fn new(dry_run: bool) -> Self {
        Self { dry_run, ..Self::default() }
    }

    /// Takes some lines in, in one transaction; what is wrong with one of them stands in the outcome. Sent again, those who
    /// were imported stay as they are. Errors: the importer has lost the session or the permission in between.
    pub fn take(&mut self, op: &Operation, importer: Importer, rows: Vec<Row>) -> Result<(), Failure> {
        let mut candidates = Vec::with_capacity(rows.len());
        let mut failed = Vec::new();
        for Row { line, user } in rows {
            let refused = match user {
                Err((email, error)) => (email, error),
                Ok(user) => match self.admit(op, &user) {
                    Err(error) => (Some(user.email), error),
                    Ok(()) => {
                        candidates.push((line, user));
                        continue;
                    }
                },
            };
            failed.push(row_error(line, refused.0.as_ref(), refused.1));
        }
        let prepared = candidates
            .iter()
            .map(|(_, user)| prepare(op, importer.organization_id(), user))
            .collect::<Vec<_>>();
        let dry_run = self.dry_run;
        let fates = op.write(|tx| write(op, tx, importer, &prepared, dry_run))?;
        for ((line, user), fate) in candidates.iter().zip(fates) {
            match fate {
                Fate::Imported => self.outcome.add_import(user),
                Fate::Exists => self.outcome.existing += 1,
                Fate::Refused(error) => failed.push(row_error(*line, Some(&user.email), error)),
            }
        }
        failed.sort_by_key(|error| error.line);
        failed.into_iter().for_each(|error| self.outcome.add_error(error));
        self.refresh_statistics(op);
        Ok(())
    }

    /// Where many have come. An import goes on without, if more slowly.
    fn refresh_statistics(&mut self, op: &Operation) {
        if self.dry_run || self.outcome.imported < self.recounted_at.max(FEW) {
            return;
        }
        self.recounted_at = self.outcome.imported * 10;
        if let Err(failure) = op.write(|tx| Ok(imported_users::refresh_statistics(tx)?)) {
            tracing::warn!("the statistics of users stay old: {}", told(failure));
        }
    }

    /// Errors: an earlier line is about the same user, or the hash is too dear to be verified here.
    fn admit(&mut self, op: &Operation, user: &ImportedUser) -> Result<(), FieldError> {
        let most = op.app.passwords.cost().max(BcryptHash::LOWEST_COST);
        if user.password.as_ref().is_some_and(|password| password.hash().cost > most) {
            let message = format!("Its cost is over {most}, which is this installation's.");
            return Err(FieldError::new("passwordHash", "dear_hash", message));
        }
        let (email, id) = (user.email.as_str(), user.external_id.as_ref().map(ExternalId::as_str));
        if self.emails.contains(email) {
            return Err(FieldError::new("email", "duplicate", "An earlier line has this address."));
        }
        if id.is_some_and(|id| self.external_ids.contains(id)) {
            return Err(FieldError::new("externalId", "duplicate", "An earlier line has this id."));
        }
        self.emails.insert(email.to_owned());
        self.external_ids.extend(id.map(str::to_owned));
        Ok(())
    }
}

fn row_error(line: u64, email: Option<&EmailAddress>, error: FieldError) -> RowError {
    RowError { line, email: email.map(|email| email.as_str().to_owned()), error }
}

/// Makes ids, seals secrets, and digests codes: before the transaction, which may run more than once.
fn prepare<'a>(op: &Operation, organization: OrganizationId, user: &'a ImportedUser) -> NewImport<'a> {
    let account = Account { organization_id: organization, user_id: op.new_id() };
    let seal = |authenticator: &ImportedAuthenticator| {
        let row = TotpRow {
            organization_id: organization,
            user_id: account.user_id,
            authenticator_id: op.new_id(),
            parameters: authenticator.parameters,
        };
        let sealed = sealer::seal_totp(op.keyring(), &*op.app.random, row, &authenticator.secret);
        (row.authenticator_id, sealed)
    };
    let (keyring, random) = (op.keyring(), &*op.app.random);
    let sealed_pepper = match &user.password {
        Some(ImportedPassword::Keyed { hash, pepper }) => {
            Some(sealer::seal_pepper(keyring, random, hash.as_str(), pepper))
        }
        Some(ImportedPassword::Plain(_)) | None => None,
    };
    let row = (organization, account.user_id);
    let sealed_origin = user.origin.as_ref().map(|origin| sealer::seal_origin(keyring, random, row, origin));
    NewImport {
        id: account.user_id,
        sealed_pepper,
        sealed_origin,
        sealed: user.authenticators.iter().map(seal).collect(),
        digests: user.recovery_codes.iter().map(|code| imported_digest(op, &account, code)).collect(),
        user,
    }
}

/// What becomes of a line.
enum Fate {
    Imported,
    Exists,
    Refused(FieldError),
}

fn write(
    op: &Operation,
    tx: &mut Tx,
    importer: Importer,
    prepared: &[NewImport],
    dry_run: bool,
) -> Result<Vec<Fate>, Failure> {
    let reach = importer.reach(tx)?;
    let organization = importer.organization_id();
    let mut fates = judge(tx, organization, &reach, prepared)?;
    let accepted = |fates: &[Fate]| {
        let both = prepared.iter().zip(fates);
        both.filter(|(_, fate)| matches!(fate, Fate::Imported)).map(|(new, _)| new).collect::<Vec<_>>()
    };
    if dry_run || accepted(&fates).is_empty() {
        return Ok(fates);
    }
    let entered = imported_users::enter(tx, organization, &accepted(&fates))?;
    for (new, fate) in prepared.iter().zip(&mut fates) {
        if matches!(fate, Fate::Imported) && !entered.contains(new.user.email.as_str()) {
            *fate = Fate::Refused(email_taken());
        }
    }
    let accepted = accepted(&fates);
    imported_users::insert(tx, organization, &accepted, op.now)?;
    op.record_all(tx, accepted.iter().map(|new| event(importer, new)).collect())?;
    Ok(fates)
}

fn judge(
    tx: &mut Tx,
    organization: OrganizationId,
    reach: &BTreeSet<Permission>,
    prepared: &[NewImport],
) -> Result<Vec<Fate>, Fault> {
    let emails: Vec<&str> = prepared.iter().map(|new| new.user.email.as_str()).collect();
    let holders = imported_users::holders(tx, organization, &emails)?;
    let external_ids: Vec<&str> = prepared.iter().filter_map(external_id).collect();
    let taken = imported_users::taken_external_ids(tx, organization, &external_ids)?;
    let mut roles = Roles { organization, reach, judged: BTreeMap::new() };
    let judge = |new: &NewImport| {
        let user = new.user;
        match holders.get(user.email.as_str()) {
            Some(Holder::Imported { external_id: had })
                if external_id(new).is_none() || external_id(new) == had.as_deref() =>
            {
                return Ok(Fate::Exists);
            }
            Some(Holder::Imported { .. } | Holder::Another) => return Ok(Fate::Refused(email_taken())),
            None => {}
        }
        if external_id(new).is_some_and(|id| taken.contains(id)) {
            let message = "Somebody in the organization has this id already.";
            return Ok(Fate::Refused(FieldError::new("externalId", "taken", message)));
        }
        let distinct: HashSet<&[u8]> = new.digests.iter().map(Vec::as_slice).collect();
        if distinct.len() < new.digests.len() {
            let error = FieldError::new("recoveryCodes", "duplicate", "A recovery code is given twice.");
            return Ok(Fate::Refused(error));
        }
        Ok(roles.refusal(tx, &user.roles)?.map_or(Fate::Imported, Fate::Refused))
    };
    prepared.iter().map(judge).collect()
}

fn external_id<'a>(new: &'a NewImport) -> Option<&'a str> {
    new.user.external_id.as_ref().map(ExternalId::as_str)
}

fn email_taken() -> FieldError {
    FieldError::new("email", "email_taken", "Somebody has this email address already.")
}

/// Whether roles may be given: many lines have the same, so each set of them is looked up once.
struct Roles<'a> {
    organization: OrganizationId,
    reach: &'a BTreeSet<Permission>,
    judged: BTreeMap<Vec<RoleName>, Option<FieldError>>,
}

impl Roles<'_> {
    fn refusal(&mut self, tx: &mut Tx, names: &[RoleName]) -> Result<Option<FieldError>, Fault> {
        if let Some(judged) = self.judged.get(names) {
            return Ok(judged.clone());
        }
        let beyond = "These permit more than whoever imports may give.";
        let judged = match Failure::apart(roles::resolve(tx, self.organization, names))? {
            Ok(roles) if roles.permissions.is_subset(self.reach) => None,
            Err(Rejection::Invalid(errors)) => errors.into_iter().next(),
            Ok(_) | Err(_) => Some(FieldError::new("roles", "not_permitted", beyond)),
        };
        self.judged.insert(names.to_vec(), judged.clone());
        Ok(judged)
    }
}

fn event(importer: Importer, new: &NewImport) -> AuditEvent {
    let user = new.user;
    let roles: BTreeSet<&RoleName> = user.roles.iter().collect();
    importer.event().on(new.id).with(json!({
        "roles": roles,
        "password": user.password.is_some(),
        "authenticators": user.authenticators.len(),
        "recoveryCodes": user.recovery_codes.len(),
        "suspended": user.suspended,
    }))
}
