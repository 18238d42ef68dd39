//! Where a statement would go in a database that is sharded by organization: to one shard, but for a few that are known.

use std::{collections::BTreeSet, sync::LazyLock};

use super::{database::Database, statements};

/// Tables with an organization but the directory, which finds it.
pub const TENANT_TABLES: &str = "SELECT c.oid FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid \
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition \
     AND a.attname = 'org_id' AND c.relname <> 'login_directory'";

static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let database = Database::bootstrapped();
    database.column(&format!("SELECT oid::regclass FROM ({TENANT_TABLES}) AS t")).into_iter().collect()
});

/// What is asked of all shards on purpose, by a piece of it: nearly all by what runs in the background, or by commands.
const KNOWN: [(&str, &str); 11] = [
    ("SELECT DISTINCT outbox.org_id FROM outbox WHERE", "whose mail is due"),
    ("SELECT w.org_id, w.id FROM webhooks AS w WHERE", "whose webhooks are due"),
    ("SELECT DISTINCT org_id FROM (SELECT org_id FROM", "whose rows housekeeping may delete"),
    ("(SELECT id FROM organizations UNION ALL", "alarms, gauges, keys and seals are the installation's"),
    ("SELECT count(*) AS waiting, count(*) FILTER", "a gauge is the installation's"),
    ("convert_from(substring(", "keys are the installation's"),
    ("WITH replaced AS (UPDATE", "a key is replaced in the whole installation"),
    ("WITH gone AS MATERIALIZED (SELECT m.org_id", "what a process wrote last was for several"),
    ("ANALYZE", "an import tells the planner"),
    ("SELECT users.org_id, COUNT(*) FROM users WHERE (users.org_id = ANY($1))", "the list of organizations"),
    ("FROM policies WHERE document @>", "a sign-in page without a name is everybody's"),
];

/// Errors: statements that the services of a test have sent, and that every shard would have to answer.
pub fn check(database: &Database) {
    let is_known = |text: &str| KNOWN.iter().any(|(piece, _)| plain(text).contains(piece));
    let sent = statements::sent_to(database);
    let strays: Vec<_> = sent.iter().filter(|text| goes_everywhere(text) && !is_known(text)).collect();
    assert!(strays.is_empty(), "no `org_id = $n`: {strays:#?}");
}

/// Whether it concerns rows of organizations, and does not say of which one.
pub fn goes_everywhere(text: &str) -> bool {
    let plain = plain(text);
    let is_between = |c: char| !c.is_alphanumeric() && c != '_';
    let concerns = plain.split(is_between).any(|word| NAMES.contains(word));
    // Of an insert without rows the library makes this.
    let is_empty = plain.ends_with("WHERE 1=0");
    concerns && !is_empty && !plain.contains("org_id = $") && !inserts_for_one(&plain)
}

/// Whether it inserts rows that say whose they are.
fn inserts_for_one(plain: &str) -> bool {
    let mut inserted =
        plain.split("INSERT INTO ").skip(1).filter_map(|rest| rest.split(['(', ')']).nth(1)).peekable();
    inserted.peek().is_some() && inserted.all(|columns| columns.split(", ").any(|column| column == "org_id"))
}

/// Without quotation marks, and without what is quoted as a text.
fn plain(text: &str) -> String {
    text.split('\'').step_by(2).collect::<String>().replace('"', "")
}
