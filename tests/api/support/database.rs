//! A database for each test, cloned from a template that is migrated and bootstrapped once.

use std::{
    cell::RefCell,
    env,
    io::Write,
    process,
    process::{Command, Stdio},
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
};

use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl, connection::SimpleConnection, sql_query,
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

static SERVER: LazyLock<Url> = LazyLock::new(|| {
    #[expect(
        clippy::disallowed_methods,
        reason = "the tests are configured by the script that starts Postgres"
    )]
    let url = env::var("NIGHTLATCH_TEST_DATABASE_URL");
    let url =
        url.expect("these tests need a PostgreSQL server: run them as `tests/with-postgres cargo test`");
    grants::make_role(&url.clone().into(), SERVICE_ROLE).expect("the role is made");
    Url::parse(&url).expect("NIGHTLATCH_TEST_DATABASE_URL is a URL")
});

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

/// A database of one test, dropped with it.
pub struct Database {
    name: String,
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
        Self { name }
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
        let mut url = SERVER.clone();
        url.set_path(&self.name);
        // A pair that is appended has its space as a plus, which libpq takes for one.
        let query = url.query().map_or_else(String::new, |query| format!("{query}&"));
        url.set_query(Some(&format!("{query}options=-c%20role%3D{role}")));
        String::from(url).into()
    }

    /// As the superuser connects.
    pub fn owner_url(&self) -> SecretString {
        self.plain_url().into()
    }

    pub fn plain_url(&self) -> String {
        let mut url = SERVER.clone();
        url.set_path(&self.name);
        url.into()
    }

    /// Runs statements that change something behind the service's back.
    pub fn execute(&self, statements: &str) {
        self.connect().batch_execute(statements).expect("the statements run");
    }

    /// Runs a statement as the service's role. Errors: what the server says.
    pub fn as_service(&self, statement: &str) -> Result<(), String> {
        let url: String = self.url().expose_secret().into();
        let mut connection = PgConnection::establish(&url).expect("the test's database is there");
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

/// Looks into a database.
pub struct Reader {
    connection: RefCell<PgConnection>,
}

impl Reader {
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
        on_server(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

fn on_server(statement: &str) {
    let mut server = PgConnection::establish(SERVER.as_str()).expect("the test server is there");
    server.batch_execute(statement).expect("the test server obeys");
}
