//! What the service asks of a database, as it is asked.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use url::Url;

use super::database::Database;

/// The database that is listened to, and what was asked of it.
static HEARD: Mutex<Option<(String, Vec<String>)>> = Mutex::new(None);

/// Listens to one connection.
struct Listener {
    database: String,
}

impl Instrumentation for Listener {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartEstablishConnection { url, .. } => self.database = name(url),
            InstrumentationEvent::StartQuery { query, .. } => {
                if let Some((database, statements)) = &mut *heard()
                    && *database == self.database
                {
                    statements.push(query.to_string());
                }
            }
            _ => {}
        }
    }
}

/// Hears all connections that are made from now on.
pub fn listen() {
    set_default_instrumentation(|| Some(Box::new(Listener { database: String::new() })))
        .expect("it is set once");
}

/// The statements while something runs, by their first words: those that the pool sends by itself are left out. One test at a
/// time listens.
pub async fn during<T>(database: &Database, run: impl Future<Output = T>) -> (T, Vec<String>) {
    *heard() = Some((name(&database.plain_url()), Vec::new()));
    let value = run.await;
    let (_, statements) = mem::take(&mut *heard()).expect("what was heard");
    let of_the_pool = |text: &String| text.starts_with("SELECT 1 ") || text.starts_with("SET ");
    let first = |text: String| text.split_whitespace().next().unwrap_or_default().to_owned();
    (value, statements.into_iter().filter(|text| !of_the_pool(text)).map(first).collect())
}

fn heard() -> MutexGuard<'static, Option<(String, Vec<String>)>> {
    HEARD.lock().unwrap_or_else(PoisonError::into_inner)
}

fn name(url: &str) -> String {
    Url::parse(url).map(|url| url.path().to_owned()).unwrap_or_default()
}
