//! The composition root: every collaborator is made here, once.

use std::{
    io,
    sync::{Arc, PoisonError, RwLock},
};

use tokio::sync::{Notify, Semaphore};

use crate::{
    clock::Clock,
    config::Settings,
    crypto::{
        access_token::AccessTokens, digest_keys::DigestKeys, keyring::Keyring, passkeys::RelyingParty,
        passwords::Passwords, sealer,
    },
    error::Fault,
    high_water_file,
    limits::{AddressLimits, KeyLimits},
    mail::{MailServerError, Mailer},
    metrics::Metrics,
    oidc::Providers,
    random::Random,
    store::{
        Db, digest_keys, grants, high_water::Watch, keyring_canaries, migrations::SchemaState, organizations,
        server, session,
    },
    traces::Traces,
    webhook::WebhookClient,
};

/// So many exports of the audit log a process has under way at once, each with a thousand events in its hands.
const EXPORTS_AT_ONCE: usize = 2;

/// The service with all that it needs.
pub struct App {
    pub settings: Settings,
    pub db: Db,
    /// Replaced as one, when the key ring changes.
    keys: RwLock<Arc<Keys>>,
    pub passwords: Passwords,
    pub relying_party: RelyingParty,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub mailer: Mailer,
    pub key_limits: KeyLimits,
    pub address_limits: AddressLimits,
    /// Wakes the worker that sends mail.
    pub mail_waits: Notify,
    pub webhooks: WebhookClient,
    /// Of single sign-on.
    pub providers: Providers,
    /// Places for exports of the audit log.
    pub exports: Arc<Semaphore>,
    pub metrics: Arc<Metrics>,
    pub traces: Traces,
}

/// A key ring that belongs to the database, and what is made of it.
pub struct Keys {
    pub ring: Keyring,
    pub access_tokens: AccessTokens,
}

/// Why the service does not start, or does not take another key ring. Nothing was changed.
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
    #[error("cannot read the high-water mark {path}: {cause}")]
    HighWater { path: String, cause: io::Error },
    #[error(
        "the database is behind what was answered for: it was restored from an older backup, or lost its last moments in a \
         failover. `nightlatch post-restore` settles that, unless NIGHTLATCH_HIGH_WATER names the file of another database; see \
         docs/operations/restore.md"
    )]
    Behind,
    #[error("NIGHTLATCH_MAIL leads to no mail server: {0}")]
    MailServer(#[source] MailServerError),
    #[error(transparent)]
    Broken(#[from] Fault),
}

impl App {
    /// The service as it answers: over a database that is not behind what was answered for. Errors: as of [`Self::open`], or it
    /// is.
    pub fn start(
        settings: Settings,
        keyring: Keyring,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, StartError> {
        Self::open(settings, keyring, clock, random)?.watched(Watch::Answering)
    }

    /// The same for a command, which works beside those that answer. Errors: as of [`Self::start`].
    pub fn start_beside(
        settings: Settings,
        keyring: Keyring,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, StartError> {
        Self::open(settings, keyring, clock, random)?.watched(Watch::Beside)
    }

    fn watched(self, watch: Watch) -> Result<Self, StartError> {
        if let Some(path) = &self.settings.high_water {
            let marks = high_water_file::load(path)
                .map_err(|cause| StartError::HighWater { path: path.display().to_string(), cause })?;
            self.db.high_water().guard(marks, watch);
            if self.db.look_behind()? {
                return Err(StartError::Behind);
            }
        }
        warn_of_unproven_server(&self.settings);
        warn_of_forgetful_server(&self.db)?;
        warn_of_foreign_language(&self.db)?;
        warn_of_unset_sessions(&self)?;
        warn_of_excess(&self.db)?;
        Ok(self)
    }

    /// Checks the schema and the key ring, and puts the service together. Errors: either does not fit, or the
    /// database is away.
    pub fn open(
        settings: Settings,
        keyring: Keyring,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, StartError> {
        let metrics = Arc::new(Metrics::new(clock.now()));
        let db = Db::new(
            &settings.database_url,
            settings.database_pool,
            settings.prepared_statements,
            Arc::clone(&metrics),
        );
        match db.schema_state()? {
            SchemaState::Current => {}
            SchemaState::Older => return Err(StartError::SchemaOlder),
            SchemaState::Newer => return Err(StartError::SchemaNewer),
        }
        let passwords = Passwords::new(settings.bcrypt_cost, &*random);
        let keys = Keys::prove(&db, keyring, issuer(&settings), &*random)?;
        let mailer = Mailer::new(&settings.mail, &settings.mail_from).map_err(StartError::MailServer)?;
        let mail_waits = Notify::new();
        let key_limits = KeyLimits::new(Arc::clone(&clock));
        let address_limits = AddressLimits::new(Arc::clone(&clock));
        let relying_party = RelyingParty::new(settings.pages_url());
        let webhooks = WebhookClient::new(settings.webhook_private_targets);
        let providers = Providers::new(settings.sso_private_providers);
        let traces = Traces::new(settings.otlp_endpoint.as_ref());
        Ok(Self {
            settings,
            db,
            keys: RwLock::new(Arc::new(keys)),
            passwords,
            relying_party,
            clock,
            random,
            mailer,
            key_limits,
            address_limits,
            mail_waits,
            webhooks,
            providers,
            exports: Arc::new(Semaphore::new(EXPORTS_AT_ONCE)),
            metrics,
            traces,
        })
    }

    /// The keys of this moment. An operation takes them once, so that they do not change under it.
    pub fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.keys.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes another key ring for whatever begins from now on. Errors: it does not belong to the database, or that is away; then
    /// the ring from before stays.
    pub fn take_keyring(&self, keyring: Keyring) -> Result<(), StartError> {
        let keys = Keys::prove(&self.db, keyring, issuer(&self.settings), &*self.random)?;
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
        Ok(())
    }
}

fn issuer(settings: &Settings) -> String {
    settings.public_url.origin().ascii_serialization()
}

impl Keys {
    /// A ring that meets an empty database becomes its ring, and so does a new active key of the right ring.
    fn prove(db: &Db, ring: Keyring, issuer: String, random: &dyn Random) -> Result<Self, StartError> {
        let access_tokens = AccessTokens::new(&ring, issuer)?;
        let canaries = prove_keyring(db, &ring)?;
        let ring = with_former(db, ring)?;
        let active = ring.active();
        if !canaries.iter().any(|(kid, _)| *kid == active.kid) {
            let sealed = sealer::seal_canary(active, random);
            db.write(|tx| keyring_canaries::insert(tx, &active.kid, &sealed))?;
        }
        Ok(Self { ring, access_tokens })
    }
}

/// What is left of keys that were dropped is in the database, under a key of the ring.
fn with_former(db: &Db, ring: Keyring) -> Result<Keyring, StartError> {
    let stored = db.read(digest_keys::list)?;
    let open = |(kid, sealed): &(String, Vec<u8>)| DigestKeys::open(&ring, kid, sealed);
    let former = stored.iter().map(open).collect::<Result<_, _>>()?;
    Ok(ring.with_former(former))
}

/// Every key that the database uses has to be on the ring, and the same; gives their names with their samples.
fn prove_keyring(db: &Db, keyring: &Keyring) -> Result<Vec<(String, Vec<u8>)>, StartError> {
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
    Ok(canaries)
}

fn warn_of_unproven_server(settings: &Settings) {
    for host in settings.unproven_database_hosts() {
        tracing::warn!(
            host,
            "the database is on another machine that does not have to prove itself: whoever is between may read and change \
             everything. Add sslmode=verify-full and sslrootcert to its URL, or sslmode=disable where nobody can be between"
        );
    }
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

fn warn_of_unset_sessions(app: &App) -> Result<(), StartError> {
    let unset = if app.settings.prepared_statements { Vec::new() } else { app.db.read(session::unset)? };
    if !unset.is_empty() {
        let unset = unset.join(", ");
        tracing::warn!(
            unset,
            "the pooler lends sessions that are not set up, and the service leaves that to it: put these into its connect_query, \
             as docs/operations/scale.md shows"
        );
    }
    Ok(())
}

fn warn_of_foreign_language(db: &Db) -> Result<(), StartError> {
    if let Some(language) = db.read(server::foreign_language)? {
        tracing::warn!(
            language,
            "the database server tells of errors in a language that the service does not read: a full disk is answered 500 and \
             not 503. As a superuser: GRANT SET ON PARAMETER lc_messages TO the role that the service connects as"
        );
    }
    Ok(())
}
