//! `nightlatch keys status`: each key, and what needs it.

use clap::Args;
use nightlatch::{
    config::{Configuration, Environment},
    crypto::keyring::KeyState,
    domain::audit::Origin,
    flows::{
        Operation,
        key_rotation::{self, KeyStatus, Reader, Status, Uses},
    },
};
use serde_json::{Value, json};

use super::super::{Failed, output, serve, table::table};

#[derive(Args)]
pub struct Options {
    /// Print it as one line of JSON
    #[arg(long)]
    json: bool,
}

/// Prints the state of the ring. Errors: settings, or the database.
pub fn run(environment: &Environment, options: &Options) -> Result<(), Failed> {
    let app = serve::beside(Configuration::read(environment)?)?;
    let origin = Origin::default();
    let status = key_rotation::status(&Operation::begin(&app, &origin))?;
    output::print(&if options.json { as_json(&status).to_string() } else { in_words(&status) })
}

fn in_words(status: &Status) -> String {
    let row = |KeyStatus { key, sort, uses }: &KeyStatus| {
        [key.kid.clone(), sort.name().to_owned(), state(key.state), needed_by(uses)]
    };
    let keys = table(["key", "sort", "state", "needed by"], status.keys.iter().map(row));
    let mut text = format!("{keys}\n\n{} processes run", status.readers.len());
    let behind = status
        .readers
        .iter()
        .filter(|reader| status.keys.iter().any(|known| !reader.kids.contains(&known.key.kid)));
    match behind.count() {
        0 => {}
        behind => text += &format!("; {behind} of them do not have all of these keys"),
    }
    if !status.former.is_empty() {
        text += &format!("\ndigests are recognized of the dropped keys {}", status.former.join(", "));
    }
    text
}

fn state(state: KeyState) -> String {
    match state {
        KeyState::Retired { since: Some(since) } => format!("retired {}", since.format("%F %R")),
        other => other.name().to_owned(),
    }
}

fn needed_by(uses: &Uses) -> String {
    let uses: Vec<String> = uses.iter().map(|(kind, total)| format!("{total} {}", kind.words())).collect();
    if uses.is_empty() { "-".to_owned() } else { uses.join(", ") }
}

fn as_json(status: &Status) -> Value {
    let key = |KeyStatus { key, sort, uses }: &KeyStatus| {
        let mut told =
            json!({"kid": key.kid, "sort": sort.name(), "state": key.state.name(), "neededBy": uses});
        if let KeyState::Retired { since: Some(since) } = key.state {
            told["retiredAt"] = json!(since);
        }
        told
    };
    let process = |reader: &Reader| json!({"keys": reader.kids, "active": reader.active});
    json!({
        "keys": status.keys.iter().map(key).collect::<Vec<_>>(),
        "processes": status.readers.iter().map(process).collect::<Vec<_>>(),
        "formerKeys": status.former,
    })
}
