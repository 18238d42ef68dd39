//! A database for each test, cloned from a template that is migrated and bootstrapped once.

use std::{
    cell::RefCell,
    env,
    io::Write,
    process,
    process::{Command, Stdio},
    sync::{
        LazyLock, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl,
    connection::{InstrumentationEvent, SimpleConnection},
    sql_query,
    sql_types::Text,
};
use nightlatch::{
    crypto::keyring::Keyring,
    random::SystemRandom,
    store::{grants, migrations},
};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::{app, clock::TestClock};

/// The role that the service connects as.
pub const SERVICE_ROLE: &str = "nightlatch_tests_service";

const TEST_DATABASE: &str = "NIGHTLATCH_TEST_DATABASE_URL";
const TEST_POOLER: &str = "NIGHTLATCH_TEST_POOLER_URL";
const TEST_CITUS: &str = "NIGHTLATCH_TEST_CITUS_URL";

static SERVER: LazyLock<Url> = LazyLock::new(|| {
    let url = configured(TEST_DATABASE)
        .expect("these tests need a PostgreSQL server: run them as `tests/with-postgres cargo test`");
    make_role(&url, SERVICE_ROLE);
    url
});

/// The pooler that the service goes through, where there is one.
static POOLER: LazyLock<Option<Url>> = LazyLock::new(|| configured(TEST_POOLER));

/// The ring of all databases that come from the template.
pub static KEYRING: LazyLock<Keyring> = LazyLock::new(|| Keyring::generate(&SystemRandom));

static TEMPLATE: LazyLock<Database> = LazyLock::new(|| {
    let template = Database::empty();
    template.migrate();
    app::bootstrap(&template);
    // Postgres copies a template only while nobody is connected to it.
    template.go_away();
    template
});

static MADE: AtomicU32 = AtomicU32::new(0);

#[expect(clippy::disallowed_methods, reason = "the tests are configured by the script that starts Postgres")]
fn configured(name: &str) -> Option<Url> {
    env::var(name).ok().map(|url| Url::parse(&url).expect("a URL"))
}

/// Hides from a program of the service what configures the tests: it refuses settings that it does not know.
pub fn hide_tests_settings(command: &mut Command) -> &mut Command {
    [TEST_DATABASE, TEST_POOLER, TEST_CITUS].into_iter().fold(command, Command::env_remove)
}

/// Makes a role that the service connects as, where there is none: by itself where a pooler lets no session change its role.
fn make_role(server: &Url, role: &str) {
    // The server lets nobody change one role at the same time.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    grants::make_role(&server.to_string().into(), role).expect("the role is made");
    if is_pooled() {
        let mut server = PgConnection::establish(server.as_str()).expect("the test server is there");
        server.batch_execute(&format!("ALTER ROLE {role} LOGIN")).expect("it may connect");
    }
}

/// Whether the service goes through a pooler, which lends it a session for one transaction.
pub fn is_pooled() -> bool {
    POOLER.is_some()
}

/// What the service is to be told of how it connects.
pub fn prepared_statements() -> &'static str {
    if is_pooled() { "off" } else { "on" }
}

/// A database of one test, dropped with it.
pub struct Database {
    name: String,
    /// One that was given, and is emptied instead.
    given: Option<Url>,
}

#[derive(QueryableByName)]
struct Cell {
    #[diesel(sql_type = Text)]
    value: String,
}

impl Database {
    /// A copy of the template: one organization with one administrator.
    pub fn bootstrapped() -> Self {
        Self::create(&format!("TEMPLATE {} STRATEGY FILE_COPY", TEMPLATE.name))
    }

    /// Without any table.
    pub fn empty() -> Self {
        Self::create("TEMPLATE template0 STRATEGY FILE_COPY")
    }

    fn create(origin: &str) -> Self {
        let name = format!("nightlatch_{}_{}", process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        on_server(&format!("CREATE DATABASE {name} {origin}"));
        Self { name, given: None }
    }

    /// The empty database of Citus that was given, if one was.
    pub fn of_citus() -> Option<Self> {
        let url = configured(TEST_CITUS)?;
        make_role(&url, SERVICE_ROLE);
        Some(Self { name: url.path().trim_start_matches('/').to_owned(), given: Some(url) })
    }

    pub fn migrate(&self) {
        migrations::run(&self.owner_url(), Some(SERVICE_ROLE), TestClock::start())
            .expect("the migrations run");
    }

    /// As the service connects: by a role that may not do everything.
    pub fn url(&self) -> SecretString {
        self.url_as(SERVICE_ROLE)
    }

    /// As that role does.
    pub fn url_as(&self, role: &str) -> SecretString {
        let (server, query) = match (&*POOLER, &self.given) {
            (Some(pooler), None) => (pooler.clone(), format!("user={role}")),
            // A pair that is appended has its space as a plus, which libpq takes for one.
            _ => (self.owned(), format!("options=-c%20role%3D{role}")),
        };
        let mut url = server;
        url.set_path(&self.name);
        url.set_query(Some(&format!("{}&{query}", url.query().unwrap_or_default())));
        String::from(url).into()
    }

    /// The same of a role that may not be there yet.
    pub fn url_as_new(&self, role: &str) -> SecretString {
        make_role(&SERVER, role);
        self.url_as(role)
    }

    /// As a service connects that was not given a role of its own.
    pub fn shared_url(&self) -> SecretString {
        if is_pooled() { self.url_as("postgres") } else { self.owner_url() }
    }

    /// As the superuser connects.
    pub fn owner_url(&self) -> SecretString {
        self.plain_url().into()
    }

    pub fn plain_url(&self) -> String {
        self.owned().into()
    }

    fn owned(&self) -> Url {
        let mut url = self.given.as_ref().unwrap_or(&SERVER).clone();
        url.set_path(&self.name);
        url
    }

    /// Runs statements that change something behind the service's back.
    pub fn execute(&self, statements: &str) {
        self.connect().batch_execute(statements).expect("the statements run");
    }

    /// Runs a statement as the service's role. Errors: what the server says.
    pub fn as_service(&self, statement: &str) -> Result<(), String> {
        let url: String = self.url().expose_secret().into();
        let mut connection = PgConnection::establish(&url).expect("the test's database is there");
        // It is no statement of the service.
        connection.set_instrumentation(|_: InstrumentationEvent<'_>| {});
        connection.batch_execute(statement).map_err(|error| error.to_string())
    }

    /// A connection for many queries: the first ones of a connection are slow.
    pub fn reader(&self) -> Reader {
        Reader { connection: RefCell::new(self.connect()) }
    }

    /// The one column of a query, as text.
    pub fn column(&self, query: &str) -> Vec<String> {
        self.reader().column(query)
    }

    /// The rows that `rest`, which begins with a table, selects.
    pub fn count(&self, rest: &str) -> usize {
        self.reader().count(rest)
    }

    /// All rows of all tables, as `pg_dump` writes them.
    pub fn dump(&self) -> String {
        self.pg_dump(&["--data-only", "--inserts"])
    }

    /// All tables, constraints and indexes, as `pg_dump` writes them.
    pub fn dump_schema(&self) -> String {
        self.pg_dump(&["--schema-only"])
    }

    /// All that there is, to be restored with [`Self::restore`].
    pub fn back_up(&self) -> String {
        self.pg_dump(&[])
    }

    /// Puts what was backed up in the place of all that there is. Nobody may be connected.
    pub fn restore(&self, backup: &str) {
        self.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        let mut psql = Command::new("psql")
            .args(["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--dbname", &self.plain_url()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("psql is installed");
        psql.stdin.take().expect("a pipe").write_all(backup.as_bytes()).expect("it reads");
        assert!(psql.wait().expect("it ends").success());
    }

    /// Holds what `lock` locks, in a transaction of its own.
    pub fn hold(&self, lock: &str) -> Held {
        let mut connection = self.connect();
        connection.batch_execute(&format!("BEGIN; {lock}")).expect("it is locked");
        Held { connection }
    }

    /// As if the server had gone: ends all connections and lets nobody in.
    pub fn go_away(&self) {
        on_server(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS false", self.name));
        on_server(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'",
            self.name
        ));
    }

    pub fn come_back(&self) {
        on_server(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", self.name));
    }

    fn pg_dump(&self, options: &[&str]) -> String {
        let dumped = Command::new("pg_dump").args(options).args(["--dbname", &self.plain_url()]).output();
        let dumped = dumped.expect("pg_dump is installed");
        assert!(dumped.status.success(), "pg_dump: {}", String::from_utf8_lossy(&dumped.stderr));
        let text = String::from_utf8(dumped.stdout).expect("a dump is UTF-8");
        // A fresh random word in each dump since PostgreSQL's fixes of August 2025.
        let lines =
            text.lines().filter(|line| !line.starts_with("\\restrict") && !line.starts_with("\\unrestrict"));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn connect(&self) -> PgConnection {
        PgConnection::establish(&self.plain_url()).expect("the test's database is there")
    }
}

/// A lock that others wait for.
pub struct Held {
    connection: PgConnection,
}

impl Held {
    pub fn let_go(mut self) {
        self.connection.batch_execute("ROLLBACK").expect("it is free");
    }

    /// What the lock was taken by is done.
    pub fn commit(mut self) {
        self.connection.batch_execute("COMMIT").expect("it is done");
    }
}

/// Looks into a database.
pub struct Reader {
    connection: RefCell<PgConnection>,
}

impl Reader {
    /// Has everything read as it is when the first query comes.
    pub fn at_one_moment(self) -> Self {
        let begun = "BEGIN ISOLATION LEVEL REPEATABLE READ";
        self.connection.borrow_mut().batch_execute(begun).expect("a transaction begins");
        self
    }

    /// Has a table read as it is now, without its partitions.
    pub fn keep(&self, table: &str) {
        let statement = format!("CREATE TEMPORARY TABLE {table} AS TABLE public.{table}");
        self.connection.borrow_mut().batch_execute(&statement).expect("it is kept");
    }

    /// The one column of a query, as text.
    pub fn column(&self, query: &str) -> Vec<String> {
        let query = format!("SELECT coalesce(q.value::text, '') AS value FROM ({query}) AS q (value)");
        let cells: Vec<Cell> =
            sql_query(query).load(&mut *self.connection.borrow_mut()).expect("the query runs");
        cells.into_iter().map(|cell| cell.value).collect()
    }

    /// The rows that `rest`, which begins with a table, selects.
    pub fn count(&self, rest: &str) -> usize {
        let counted = self.column(&format!("SELECT count(*) FROM {rest}"));
        counted[0].parse().expect("a count is a number")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if self.given.is_some() {
            return self.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
        on_server(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

fn on_server(statement: &str) {
    let mut server = PgConnection::establish(SERVER.as_str()).expect("the test server is there");
    server.batch_execute(statement).expect("the test server obeys");
}
