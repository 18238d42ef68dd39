//! The composition root: every collaborator is made here, once.

use std::sync::Arc;

use tokio::sync::{Notify, Semaphore};

use crate::{
    clock::Clock,
    config::Settings,
    crypto::{
        access_token::AccessTokens, keyring::Keyring, passkeys::RelyingParty, passwords::Passwords, sealer,
    },
    error::Fault,
    key_limits::KeyLimits,
    mail::{MailServerError, Mailer},
    oidc::Providers,
    random::Random,
    store::{Db, grants, keyring_canaries, migrations::SchemaState, organizations, server},
    webhook::WebhookClient,
};

/// So many exports of the audit log a process has under way at once, each with a thousand events in its hands.
const EXPORTS_AT_ONCE: usize = 2;

/// The service with all that it needs.
pub struct App {
    pub settings: Settings,
    pub db: Db,
    pub keyring: Keyring,
    pub passwords: Passwords,
    pub access_tokens: AccessTokens,
    pub relying_party: RelyingParty,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub mailer: Mailer,
    pub key_limits: KeyLimits,
    /// Wakes the worker that sends mail.
    pub mail_waits: Notify,
    pub webhooks: WebhookClient,
    /// Of single sign-on.
    pub providers: Providers,
    /// Wakes the worker that sends them.
    pub deliveries_wait: Notify,
    /// Places for exports of the audit log.
    pub exports: Arc<Semaphore>,
}

/// Why the service does not start. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the database's schema is older than this program: run `nightlatch migrate` first")]
    SchemaOlder,
    #[error("the database's schema is newer than this program: start the newer program")]
    SchemaNewer,
    #[error(
        "the key ring has no key {kid}, which this database uses: start with the ring that belongs to it"
    )]
    KeyMissing { kid: String },
    #[error(
        "the key ring's key {kid} is not the one that this database uses: start with the ring that belongs to it"
    )]
    KeyDiffers { kid: String },
    #[error("the database does not say which key ring it belongs to; restore the table keyring_canaries")]
    CanaryMissing,
    #[error("NIGHTLATCH_MAIL leads to no mail server: {0}")]
    MailServer(#[source] MailServerError),
    #[error(transparent)]
    Broken(#[from] Fault),
}

impl App {
    /// Checks the schema and the key ring, and puts the service together. Errors: either does not fit, or the
    /// database is away.
    pub fn start(
        settings: Settings,
        keyring: Keyring,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, StartError> {
        let db = Db::new(&settings.database_url, settings.database_pool);
        match db.schema_state()? {
            SchemaState::Current => {}
            SchemaState::Older => return Err(StartError::SchemaOlder),
            SchemaState::Newer => return Err(StartError::SchemaNewer),
        }
        let access_tokens = AccessTokens::new(&keyring, settings.public_url.origin().ascii_serialization())?;
        let passwords = Passwords::new(keyring.clone(), settings.bcrypt_cost, &*random)?;
        prove_keyring(&db, &keyring, &*random)?;
        warn_of_forgetful_server(&db)?;
        warn_of_excess(&db)?;
        let mailer = Mailer::new(&settings.mail, &settings.mail_from).map_err(StartError::MailServer)?;
        let mail_waits = Notify::new();
        let key_limits = KeyLimits::new(Arc::clone(&clock));
        let relying_party = RelyingParty::new(&settings.public_url);
        let webhooks = WebhookClient::new(settings.webhook_private_targets);
        let providers = Providers::new(settings.sso_private_providers);
        Ok(Self {
            settings,
            db,
            keyring,
            passwords,
            access_tokens,
            relying_party,
            clock,
            random,
            mailer,
            key_limits,
            mail_waits,
            webhooks,
            providers,
            deliveries_wait: Notify::new(),
            exports: Arc::new(Semaphore::new(EXPORTS_AT_ONCE)),
        })
    }
}

/// Every key that the database uses has to be on the ring, and the same. A ring that meets an empty database becomes
/// its ring, and so does a new active key of the right ring.
fn prove_keyring(db: &Db, keyring: &Keyring, random: &dyn Random) -> Result<(), StartError> {
    let (canaries, in_use) =
        db.read(|rx| Ok((keyring_canaries::list(rx)?, organizations::any_exists(rx)?)))?;
    if canaries.is_empty() && in_use {
        return Err(StartError::CanaryMissing);
    }
    for (kid, sealed) in &canaries {
        if keyring.find(kid).is_none() {
            return Err(StartError::KeyMissing { kid: kid.clone() });
        }
        if !sealer::opens_canary(keyring, kid, sealed) {
            return Err(StartError::KeyDiffers { kid: kid.clone() });
        }
    }
    let active = keyring.active();
    if !canaries.iter().any(|(kid, _)| *kid == active.kid) {
        let sealed = sealer::seal_canary(active, random);
        db.write(|tx| keyring_canaries::insert(tx, &active.kid, &sealed))?;
    }
    Ok(())
}

fn warn_of_excess(db: &Db) -> Result<(), StartError> {
    let excess = db.read(grants::excess)?;
    if !excess.is_empty() {
        tracing::warn!(
            privileges = excess.join(", "),
            "the role that the service connects as could rewrite the audit log: give it a role of its own, see `nightlatch migrate --help`"
        );
    }
    Ok(())
}

fn warn_of_forgetful_server(db: &Db) -> Result<(), StartError> {
    for setting in db.read(server::unsafe_settings)? {
        tracing::warn!(
            setting,
            "the database server runs with {setting}=off: after a crash it may forget that a code was used"
        );
    }
    Ok(())
}
