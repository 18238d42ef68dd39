//! The database: connections, transactions, and one file of statements for each table.

pub mod address_failures;
pub mod alarms;
mod alive;
pub mod api_keys;
pub mod audit_events;
pub mod audit_partitions;
pub mod audit_seals;
pub mod authenticators;
pub mod branding;
pub mod budgets;
pub mod callers;
pub mod challenges;
pub mod digest_keys;
mod distribution;
mod document;
pub mod email_codes;
pub mod enrollment_grants;
mod errors;
pub mod exported_users;
mod few;
pub mod grants;
pub mod high_water;
pub mod housekeeping;
pub mod idempotency_keys;
pub mod imported_users;
pub mod invited_users;
pub mod keyring_canaries;
pub mod keyring_readers;
pub mod last_sign_ins;
mod later;
pub mod login_directory;
pub mod mailed_tokens;
pub mod means;
pub mod migrations;
mod optimistic;
pub mod organizations;
pub mod outbox;
pub mod overview;
pub mod passes;
pub mod passkey_ceremonies;
pub mod passkeys;
pub mod passwords;
pub mod pending_enrollments;
pub mod policies;
mod pool;
mod prepared;
pub mod previews;
pub mod recognized_browsers;
pub mod recovery_codes;
pub mod refresh_tokens;
pub mod reminders;
pub mod restorations;
pub mod roles;
mod schema;
pub mod sealed_values;
pub mod server;
pub mod session;
pub mod sessions;
pub mod sso_arrivals;
pub mod sso_departures;
pub mod sso_identities;
pub mod sso_providers;
mod standing_candidates;
mod standings;
pub mod step_consumption;
mod surplus;
pub mod told_events;
pub mod trusted_devices;
pub mod turns;
mod unit_of_work;
pub mod user_list;
mod user_order;
pub mod user_roles;
pub mod users;
pub mod verdicts;
pub mod verifications;
pub mod webhook_deliveries;
pub mod webhooks;

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
    time::{Duration, Instant},
};

use diesel::{
    Connection, PgConnection, QueryableByName,
    connection::TransactionManager,
    pg::Pg,
    query_builder::QueryFragment,
    r2d2::{ConnectionManager, Pool, R2D2Connection},
    result::Error,
    sql_types::BigInt,
};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Notify;

use crate::{error::Fault, metrics::Metrics};
use alive::Lent;
use high_water::HighWater;
use pool::{Attempts, Makers, Waits};
use prepared::push;
use unit_of_work::UnitOfWork;

/// So long a request waits for a connection before it is answered 503.
const POOL_WAIT: Duration = Duration::from_secs(3);
/// So often a transaction is tried when the database aborts it for its own reasons (SQLSTATE 40001, 40P01).
const TRIES: u32 = 4;

/// The pool of connections.
#[derive(Clone)]
pub struct Db {
    pool: Pool<ConnectionManager<PgConnection>>,
    sessions: bool,
    high_water: Arc<HighWater>,
    deliveries: Arc<Notify>,
    metrics: Arc<Metrics>,
    /// Dropped after the pool: then what they do comes to its end.
    makers: Arc<Makers>,
}

/// Reads.
pub struct Rx {
    connection: Lent,
    work: UnitOfWork,
}

impl Rx {
    /// The connection, once everything is written that waited for that.
    fn connection(&mut self) -> Result<&mut Lent, Fault> {
        later::flush(self)?;
        Ok(&mut self.connection)
    }

    /// The same for a read of what nothing that waits is about: it goes on waiting.
    fn connection_aside(&mut self) -> &mut Lent {
        &mut self.connection
    }

    /// Runs one statement that writes, which is a transaction by itself: again when the database aborted it.
    pub fn alone<T>(&mut self, statement: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        let value = again_when_aborted(self, |rx| {
            rx.work.forget();
            let value = statement(&mut Tx(rx)).and_then(|value| later::flush(rx).map(|()| value));
            value.map_err(|fault| Aborted::of(errors::of_commit(fault)))
        })?;
        self.work.note();
        Ok(value)
    }
}

/// A transaction that stays open from one piece of work to the next. The pool throws away what is dropped with one open, and
/// the database rolls it back.
pub struct Open(Rx);

impl Open {
    /// Runs a piece of it: again when the database aborted that, and undone alone when it gives a fault.
    pub fn write<T>(&mut self, run: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        again_when_aborted(&mut self.0, |rx| transaction(rx, &run))
    }

    pub fn read<T>(&mut self, run: impl FnOnce(&mut Rx) -> Result<T, Fault>) -> Result<T, Fault> {
        once(&mut self.0, run)
    }

    pub fn commit(mut self) -> Result<(), Fault> {
        commit(&mut self.0)
    }

    pub fn roll_back(mut self) -> Result<(), Fault> {
        Ok(rollback(&mut self.0)?)
    }
}

/// Reads and writes inside a transaction, or what stands for one: writers take it, so writing outside does not compile.
pub struct Tx<'a>(&'a mut Rx);

impl Tx<'_> {
    /// The connection, to lock or write at once.
    fn connection(&mut self) -> Result<&mut Lent, Fault> {
        optimistic::require_transaction(self)?;
        self.0.connection()
    }
}

impl Deref for Tx<'_> {
    type Target = Rx;

    fn deref(&self) -> &Rx {
        self.0
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Rx {
        self.0
    }
}

impl Db {
    /// A pool of at most `size` connections, made when first needed; each is a session, or what a pooler lends one to.
    pub fn new(database_url: &SecretString, size: u32, sessions: bool, metrics: Arc<Metrics>) -> Self {
        let high_water = Arc::new(HighWater::default());
        let manager = ConnectionManager::new(bounded(database_url.expose_secret()));
        let makers = Makers::new();
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .connection_timeout(POOL_WAIT)
            .test_on_check_out(false)
            .thread_pool(Arc::clone(&makers.threads))
            .connection_customizer(Box::new(session::SessionSetup {
                sessions,
                high_water: Arc::clone(&high_water),
            }))
            .event_handler(Box::new(Waits(Arc::clone(&metrics))))
            .error_handler(Box::new(Attempts))
            .build_unchecked(manager);
        Self { pool, sessions, high_water, deliveries: Arc::default(), metrics, makers: Arc::new(makers) }
    }

    /// Runs reads on one connection.
    pub fn read<T>(&self, run: impl FnOnce(&mut Rx) -> Result<T, Fault>) -> Result<T, Fault> {
        once(&mut self.connection()?, run)
    }

    /// Runs `run` in a transaction: committed when it gives a value, rolled back when it gives a fault, and run
    /// again from the start when the database aborted it.
    pub fn write<T>(&self, run: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        again_when_aborted(&mut self.connection()?, |rx| transaction(rx, &run))
    }

    /// Runs `run` as [`Self::write`] does, and leaves its transaction open.
    pub fn open<T>(&self, run: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<(T, Open), Fault> {
        let mut rx = self.connection()?;
        let value = again_when_aborted(&mut rx, |rx| begun(rx, &run))?;
        Ok((value, Open(rx)))
    }

    /// Tells when something was committed that webhooks have to be told.
    pub fn deliveries(&self) -> &Notify {
        &self.deliveries
    }

    /// What was committed last.
    pub fn high_water(&self) -> &HighWater {
        &self.high_water
    }

    /// Looks whether the database is behind what was committed. Then nothing is read or written any more until it is not.
    pub fn look_behind(&self) -> Result<bool, Fault> {
        let mut connection = alive::lend(&self.pool, |connection| connection.ping().is_ok())?;
        Ok(self.high_water.is_behind(&mut connection)?)
    }

    /// Makes no more connections: for a process that ends while others may still have this. Where nobody has it any more, the same
    /// comes by itself.
    pub fn close(&self) {
        self.makers.rest();
    }

    /// Shows how many connections there are now.
    pub fn show_pool(&self) {
        let state = self.pool.state();
        self.metrics.pool.show(state.connections, state.idle_connections, self.pool.max_size());
    }

    fn connection(&self) -> Result<Rx, Fault> {
        self.require_not_behind()?;
        let connection = alive::lend(&self.pool, |connection| self.is_alive(connection))?;
        self.require_not_behind()?;
        Ok(Rx { connection, work: UnitOfWork::new(self) })
    }

    fn require_not_behind(&self) -> Result<(), Fault> {
        let is_lost = self.high_water.is_lost();
        if is_lost { Err(Fault::unavailable("the database is behind what was answered for")) } else { Ok(()) }
    }

    /// A connection to a pooler outlives the server behind it: whether another one has come, which may be behind, is asked in the
    /// same question.
    fn is_alive(&self, connection: &mut PgConnection) -> bool {
        if self.sessions || !self.high_water.is_guarded() {
            connection.ping().is_ok()
        } else {
            self.high_water.is_behind(connection).is_ok()
        }
    }
}

enum Aborted {
    Retry(Fault),
    Final(Fault),
}

impl Aborted {
    fn of(fault: Fault) -> Self {
        if errors::is_abort(&fault) { Self::Retry(fault) } else { Self::Final(fault) }
    }
}

fn again_when_aborted<T>(rx: &mut Rx, run: impl Fn(&mut Rx) -> Result<T, Aborted>) -> Result<T, Fault> {
    let (mut tries, begun) = (1, Instant::now());
    loop {
        match run(rx) {
            Err(Aborted::Retry(_)) if tries < TRIES && begun.elapsed() < errors::LONG => tries += 1,
            Err(Aborted::Retry(fault)) => return Err(errors::after(begun.elapsed(), fault)),
            Err(Aborted::Final(fault)) => {
                alive::doubt(&mut rx.connection);
                return Err(fault);
            }
            Ok(value) => return Ok(value),
        }
    }
}

/// Reads are not run again: the database gives none of them up.
fn once<T>(rx: &mut Rx, run: impl FnOnce(&mut Rx) -> Result<T, Fault>) -> Result<T, Fault> {
    let begun = Instant::now();
    run(rx).map_err(|fault| {
        alive::doubt(&mut rx.connection);
        errors::after(begun.elapsed(), fault)
    })
}

impl From<Error> for Aborted {
    fn from(error: Error) -> Self {
        Self::Final(error.into())
    }
}

fn transaction<T>(rx: &mut Rx, run: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Aborted> {
    let value = begun(rx, run)?;
    // A connection lost here leaves the outcome unknown: never retried, so never done twice.
    commit(rx).map_err(Aborted::Final)?;
    Ok(value)
}

/// Runs `run` in a transaction that it leaves open, or else rolled back.
fn begun<T>(rx: &mut Rx, run: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Aborted> {
    begin(rx)?;
    let before = rx.work.place();
    let value = run(&mut Tx(rx)).and_then(|value| later::flush(rx).map(|()| value));
    value.or_else(|fault| {
        rx.work.take_back(before);
        rollback(rx).map_err(|_| Aborted::Final(Fault::unavailable("the connection was lost")))?;
        Err(Aborted::of(fault))
    })
}

type Manager = <PgConnection as Connection>::TransactionManager;

fn begin(rx: &mut Rx) -> Result<(), Error> {
    if !is_open(rx)? {
        rx.work.forget();
    }
    <Manager as TransactionManager<PgConnection>>::begin_transaction(&mut rx.connection)
}

fn commit(rx: &mut Rx) -> Result<(), Fault> {
    <Manager as TransactionManager<PgConnection>>::commit_transaction(&mut rx.connection)
        .map_err(errors::of_commit)?;
    // Of a piece, nothing is committed before the whole is.
    if !is_open(rx)? {
        rx.work.note();
    }
    Ok(())
}

fn is_open(rx: &mut Rx) -> Result<bool, Error> {
    let status =
        <Manager as TransactionManager<PgConnection>>::transaction_manager_status_mut(&mut *rx.connection);
    Ok(status.transaction_depth()?.is_some())
}

fn rollback(rx: &mut Rx) -> Result<(), Error> {
    <Manager as TransactionManager<PgConnection>>::rollback_transaction(&mut rx.connection)
}

/// The URL with limits for a server that has gone without a word, unless it sets its own: what is sent has to be acknowledged,
/// and a connection on which nothing is sent to be answered for, within eight seconds.
fn bounded(url: &str) -> String {
    let mut url = url.to_owned();
    for limit in ["connect_timeout=3", "tcp_user_timeout=8000", "keepalives_idle=5", "keepalives_interval=3"]
    {
        let name = limit.split('=').next().unwrap_or(limit);
        if !url.contains(&format!("{name}=")) {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(limit);
        }
    }
    url
}

/// Exactly one row, or a fault that says which write went wrong.
fn one_row(what: &str, rows: usize) -> Result<(), Fault> {
    if rows == 1 { Ok(()) } else { Err(Fault::internal(format!("{what}: {rows} rows instead of one"))) }
}

/// Runs a statement that must change exactly one row.
fn execute_one(tx: &mut Tx, what: &str, statement: impl QueryFragment<Pg>) -> Result<(), Fault> {
    one_row(what, prepared::execute(tx, statement)?)
}

/// What a statement counted, as its column `total`.
#[derive(QueryableByName)]
struct Total {
    #[diesel(sql_type = BigInt)]
    total: i64,
}
