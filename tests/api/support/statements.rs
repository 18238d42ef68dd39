//! What the service asks of a database, as it is asked.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use url::Url;

use super::database::{Database, SERVICE_ROLE};

/// What was asked of each database that is listened to.
static HEARD: Mutex<BTreeMap<String, Vec<Statement>>> = Mutex::new(BTreeMap::new());

/// Each text that was sent to a database by the services of a test.
static SENT: Mutex<BTreeMap<String, BTreeSet<String>>> = Mutex::new(BTreeMap::new());

/// One statement, as it was sent.
#[derive(Clone)]
pub struct Statement {
    pub text: String,
    /// Whether its connection keeps it prepared: then it is sent once, else it is parsed before, which is a round trip of its own.
    pub prepared: bool,
}

impl Statement {
    pub fn verb(&self) -> &str {
        self.text.split_whitespace().next().unwrap_or_default()
    }

    /// What has no parameters is sent at once, as what is prepared is.
    pub fn round_trips(&self) -> usize {
        if self.prepared || matches!(self.verb(), "BEGIN" | "COMMIT" | "ROLLBACK") { 1 } else { 2 }
    }

    /// Whether a connection is set up with it, or asked whether it is alive.
    fn is_of_the_pool(&self) -> bool {
        self.verb() == "SET" || self.text.trim() == "SELECT 1"
    }
}

/// The verb with the table that it is about: `SELECT users`.
impl fmt::Display for Statement {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self.table() {
            Some(table) => write!(formatter, "{} {table}", self.verb()),
            None => formatter.write_str(self.verb()),
        }
    }
}

impl Statement {
    /// The first one that is no subquery's, where there is one; of `WITH`, the first one that is written.
    fn table(&self) -> Option<String> {
        let is_written = self.verb() == "WITH";
        let introduced: &[&str] = if is_written { &["UPDATE", "INTO"] } else { &["FROM", "INTO", "UPDATE"] };
        let (mut depth, mut found) = (0_i32, BTreeMap::new());
        let mut words = self.text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            // `FOR UPDATE OF` locks, and writes nothing.
            let next = words.peek().copied().filter(|next| *next != "OF");
            if introduced.contains(&word.trim_start_matches('(')) && next.is_some() {
                found.entry(if is_written { 0 } else { depth }).or_insert(next);
            }
            let parentheses = |which: char| i32::try_from(word.matches(which).count()).expect("a few");
            depth += parentheses('(') - parentheses(')');
        }
        let (_, table) = found.pop_first()?;
        table.map(|table| table.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
    }
}

/// Listens to one connection.
#[derive(Default)]
struct Listener {
    database: String,
    is_service: bool,
    prepared: BTreeSet<String>,
}

impl Instrumentation for Listener {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartEstablishConnection { url, .. } => {
                self.database = name(url);
                self.is_service = url.contains(SERVICE_ROLE);
            }
            InstrumentationEvent::CacheQuery { sql, .. } => {
                self.prepared.insert(sql.to_owned());
            }
            InstrumentationEvent::StartQuery { query, .. } => {
                let shown = query.to_string();
                let text = shown.split(" -- binds: ").next().unwrap_or_default().to_owned();
                if self.is_service {
                    sent().entry(self.database.clone()).or_default().insert(text.clone());
                }
                if let Some(statements) = heard().get_mut(&self.database) {
                    statements.push(Statement { prepared: self.prepared.contains(&text), text });
                }
            }
            _ => {}
        }
    }
}

/// Hears all connections that are made from now on.
pub fn listen() {
    set_default_instrumentation(|| Some(Box::<Listener>::default())).expect("it is set once");
}

/// The statements while something runs, without those that the pool sends by itself.
pub async fn during<T>(database: &Database, run: impl Future<Output = T>) -> (T, Vec<Statement>) {
    let name = name(&database.plain_url());
    heard().insert(name.clone(), Vec::new());
    let value = run.await;
    let mut statements = heard().remove(&name).expect("what was heard");
    statements.retain(|statement| !statement.is_of_the_pool());
    (value, statements)
}

pub fn verbs(statements: &[Statement]) -> Vec<&str> {
    statements.iter().map(Statement::verb).collect()
}

/// What the services of a test have sent to its database since they were started.
pub fn sent_to(database: &Database) -> BTreeSet<String> {
    sent().remove(&name(&database.plain_url())).unwrap_or_default()
}

fn sent() -> MutexGuard<'static, BTreeMap<String, BTreeSet<String>>> {
    SENT.lock().unwrap_or_else(PoisonError::into_inner)
}

fn heard() -> MutexGuard<'static, BTreeMap<String, Vec<Statement>>> {
    HEARD.lock().unwrap_or_else(PoisonError::into_inner)
}

fn name(url: &str) -> String {
    Url::parse(url).map(|url| url.path().to_owned()).unwrap_or_default()
}
