//! The database: connections, transactions, and one file of statements for each table.

pub mod address_failures;
pub mod api_keys;
pub mod audit_events;
pub mod audit_seals;
pub mod authenticators;
pub mod budgets;
pub mod challenges;
pub mod email_codes;
pub mod enrollment_grants;
pub mod exported_users;
pub mod grants;
pub mod idempotency_keys;
pub mod imported_users;
pub mod invited_users;
pub mod keyring_canaries;
pub mod login_directory;
pub mod mailed_tokens;
pub mod migrations;
pub mod organizations;
pub mod outbox;
pub mod overview;
pub mod passes;
pub mod passkey_ceremonies;
pub mod passkeys;
pub mod pending_enrollments;
pub mod policies;
pub mod previews;
pub mod recognized_browsers;
pub mod recovery_codes;
pub mod refresh_tokens;
pub mod reminders;
pub mod roles;
mod schema;
pub mod server;
pub mod sessions;
pub mod sso_arrivals;
pub mod sso_departures;
pub mod sso_identities;
pub mod sso_providers;
mod standing_candidates;
mod standings;
pub mod trusted_devices;
pub mod user_list;
pub mod user_roles;
pub mod users;
pub mod verifications;
pub mod webhook_deliveries;
pub mod webhooks;

use std::{
    ops::{Deref, DerefMut},
    time::{Duration, Instant},
};

use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    r2d2::{ConnectionManager, CustomizeConnection, Pool, PooledConnection},
    result::{DatabaseErrorKind, Error},
    sql_types::BigInt,
};
use secrecy::{ExposeSecret, SecretString};

use crate::error::Fault;

/// So long a request waits for a connection before it is answered 503.
const POOL_WAIT: Duration = Duration::from_secs(3);
/// So often a transaction is tried when the database aborts it for its own reasons (SQLSTATE 40001, 40P01).
const TRIES: u32 = 4;
/// But not once so much time has passed: what waited for a lock that long is better told to try again.
const RETRIED_WITHIN: Duration = Duration::from_secs(3);

/// The pool of connections.
#[derive(Clone)]
pub struct Db {
    pool: Pool<ConnectionManager<PgConnection>>,
}

/// Reads.
pub struct Rx(PooledConnection<ConnectionManager<PgConnection>>);

impl Rx {
    /// Runs one statement that writes, which is a transaction by itself: again when the database aborted it.
    pub fn alone<T>(&mut self, statement: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        again_when_aborted(self, |rx| statement(&mut Tx(rx)).map_err(Aborted::of))
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
        run(&mut self.0)
    }

    pub fn commit(mut self) -> Result<(), Fault> {
        Ok(commit(&mut self.0)?)
    }

    pub fn roll_back(mut self) -> Result<(), Fault> {
        Ok(rollback(&mut self.0)?)
    }
}

/// Reads and writes inside a transaction: writers take one, so writing outside does not compile.
pub struct Tx<'a>(&'a mut Rx);

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
    /// A pool of at most `size` connections, made when first needed.
    pub fn new(database_url: &SecretString, size: u32) -> Self {
        let manager = ConnectionManager::new(bounded(database_url.expose_secret()));
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .connection_timeout(POOL_WAIT)
            .test_on_check_out(true)
            .connection_customizer(Box::new(ConnectionSettings))
            .build_unchecked(manager);
        Self { pool }
    }

    /// Runs reads on one connection.
    pub fn read<T>(&self, run: impl FnOnce(&mut Rx) -> Result<T, Fault>) -> Result<T, Fault> {
        run(&mut self.connection()?)
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

    fn connection(&self) -> Result<Rx, Fault> {
        self.pool.get().map(Rx).map_err(Fault::unavailable)
    }
}

enum Aborted {
    Retry(Fault),
    Final(Fault),
}

impl Aborted {
    fn of(fault: Fault) -> Self {
        if is_abort(&fault) { Self::Retry(fault) } else { Self::Final(fault) }
    }
}

fn again_when_aborted<T>(rx: &mut Rx, run: impl Fn(&mut Rx) -> Result<T, Aborted>) -> Result<T, Fault> {
    let (mut tries, begun) = (1, Instant::now());
    loop {
        match run(rx) {
            Err(Aborted::Retry(fault)) if begun.elapsed() >= RETRIED_WITHIN => {
                return Err(Fault::unavailable(fault));
            }
            Err(Aborted::Retry(_)) if tries < TRIES => tries += 1,
            Err(Aborted::Retry(fault) | Aborted::Final(fault)) => return Err(fault),
            Ok(value) => return Ok(value),
        }
    }
}

impl From<Error> for Aborted {
    fn from(error: Error) -> Self {
        Self::Final(error.into())
    }
}

fn transaction<T>(rx: &mut Rx, run: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Aborted> {
    let value = begun(rx, run)?;
    // A connection lost here leaves the outcome unknown: never retried, so never done twice.
    commit(rx)?;
    Ok(value)
}

/// Runs `run` in a transaction that it leaves open, or else rolled back.
fn begun<T>(rx: &mut Rx, run: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Aborted> {
    begin(rx)?;
    run(&mut Tx(rx)).or_else(|fault| {
        rollback(rx).map_err(|_| Aborted::Final(Fault::unavailable("the connection was lost")))?;
        Err(Aborted::of(fault))
    })
}

type Manager = <PgConnection as Connection>::TransactionManager;

fn begin(rx: &mut Rx) -> Result<(), Error> {
    <Manager as diesel::connection::TransactionManager<PgConnection>>::begin_transaction(&mut rx.0)
}

fn commit(rx: &mut Rx) -> Result<(), Error> {
    <Manager as diesel::connection::TransactionManager<PgConnection>>::commit_transaction(&mut rx.0)
}

fn rollback(rx: &mut Rx) -> Result<(), Error> {
    <Manager as diesel::connection::TransactionManager<PgConnection>>::rollback_transaction(&mut rx.0)
}

/// Whether the database gave the transaction up. Diesel has no kind for a deadlock (40P01), so every kind that it
/// does not name counts: a transaction that was rolled back may always be run again.
fn is_abort(fault: &Fault) -> bool {
    let (Fault::Internal(cause) | Fault::Unavailable(cause)) = fault;
    matches!(
        cause.downcast_ref::<Error>(),
        Some(Error::DatabaseError(DatabaseErrorKind::SerializationFailure | DatabaseErrorKind::Unknown, _))
    )
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _,
            )
            | Error::BrokenTransactionManager => Self::unavailable(error),
            _ => Self::internal(error),
        }
    }
}

/// The URL with limits for a server that takes packets and answers none, unless it sets its own.
fn bounded(url: &str) -> String {
    let mut url = url.to_owned();
    for limit in ["connect_timeout=3", "tcp_user_timeout=8000", "keepalives_idle=10"] {
        let name = limit.split('=').next().unwrap_or(limit);
        if !url.contains(&format!("{name}=")) {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(limit);
        }
    }
    url
}

#[derive(Debug)]
struct ConnectionSettings;

impl CustomizeConnection<PgConnection, diesel::r2d2::Error> for ConnectionSettings {
    fn on_acquire(&self, connection: &mut PgConnection) -> Result<(), diesel::r2d2::Error> {
        let settings = "SET timezone = 'UTC'; SET statement_timeout = '10s'; SET lock_timeout = '5s'; \
                        SET idle_in_transaction_session_timeout = '15s'; SET client_min_messages = 'warning'; \
                        SET jit = off; SET max_parallel_workers_per_gather = 0";
        connection.batch_execute(settings).map_err(diesel::r2d2::Error::QueryError)
    }
}

/// Writes SQL with its values in their places, for statements that no builder has. They are prepared once, like those of the
/// builder, which text given to `sql_query` is not.
macro_rules! push {
    ($out:ident, $($text:literal $($kind:ty = $value:expr)?),+ $(,)?) => {{
        $($out.push_sql($text); $($out.push_bind_param::<$kind, _>($value)?;)?)+
    }};
}
use push;

/// Exactly one row, or a fault that says which write went wrong.
fn one_row(what: &str, rows: usize) -> Result<(), Fault> {
    if rows == 1 { Ok(()) } else { Err(Fault::internal(format!("{what}: {rows} rows instead of one"))) }
}

/// Runs a statement that must change exactly one row.
fn execute_one(
    tx: &mut Tx,
    what: &str,
    statement: impl RunQueryDsl<PgConnection> + diesel::query_dsl::methods::ExecuteDsl<PgConnection>,
) -> Result<(), Fault> {
    one_row(what, statement.execute(&mut tx.0.0)?)
}

/// What a statement counted, as its column `total`.
#[derive(QueryableByName)]
struct Total {
    #[diesel(sql_type = BigInt)]
    total: i64,
}
