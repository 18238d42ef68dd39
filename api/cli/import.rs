//! `nightlatch import`: users of another system, written into the database directly.

use std::{
    fmt::{Display, Write},
    fs,
    path::PathBuf,
};

use clap::{Args, builder::PossibleValuesParser};
use indicatif::{ProgressBar, ProgressStyle};
use nightlatch::{
    app::App,
    config::{Configuration, Environment},
    crypto::sealed_file::{self, Opener},
    domain::{
        audit::Origin,
        import::{Outcome, Row, RowError, Source},
    },
    flows::{
        Operation,
        imports::{self, BATCH, Import},
        key_rotation,
    },
    import::adapters::{self, Adapted},
};
use serde_json::{Value, json};
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use super::{Failed, export::read_passphrase, output, serve};

#[derive(Args)]
pub struct Options {
    /// The system that the files come from
    #[arg(long, value_name = "SYSTEM", value_parser = PossibleValuesParser::new(Source::ALL.iter().map(|source| source.name())))]
    from: String,
    /// The files; of Authelia its users_database.yml and the export of its TOTP configurations
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Judge the users only, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// File with the identity that opens an encrypted export, as `age-keygen` makes one
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase_file")]
    identity: Option<PathBuf>,
    /// File whose first line is the passphrase that opens it
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Short name of the organization; needed where there are several
    #[arg(long, value_name = "SLUG")]
    organization: Option<String>,
    /// Print the summary as one line of JSON
    #[arg(long)]
    json: bool,
}

/// Imports, and prints what became of it. Errors: settings, the database, a file or organization that there is not, or
/// users that were not imported.
pub fn run(environment: &Environment, options: &Options) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    let app = serve::beside(configuration).map_err(Failed::into_breakage)?;
    let Adapted { rows, losses } = read(options).map_err(Failed::into_breakage)?;
    let import = import(&app, options, rows).map_err(Failed::into_breakage)?;
    let lost = losses.iter().map(|(loss, count)| (*loss, *count)).collect::<Vec<_>>();
    let outcome = &import.outcome;
    if options.json {
        let lost: serde_json::Map<String, Value> =
            lost.iter().map(|(loss, count)| (loss.name().to_owned(), json!(count))).collect();
        output::print(&summary_json(&import, lost).to_string()).map_err(Failed::into_breakage)?;
    } else {
        let mut text = summary(&import);
        for (loss, count) in lost {
            write!(text, "\nnot taken over: {count} {}", loss.words()).map_err(Failed::because)?;
        }
        output::print(&text).map_err(Failed::into_breakage)?;
    }
    match outcome.failed {
        0 => Ok(()),
        failed => Err(Failed::because(format!("{failed} users were not imported"))),
    }
}

fn read(options: &Options) -> Result<Adapted, Failed> {
    let read = |path: &PathBuf| {
        fs::read(path).map_err(|error| Failed::because(format!("{}: {error}", path.display())))
    };
    let mut files: Vec<Vec<u8>> = options.files.iter().map(read).collect::<Result<_, _>>()?;
    for file in files.iter_mut().filter(|file| sealed_file::is_sealed(file)) {
        let opened = sealed_file::open(&opener(options)?, file);
        *file = opened.map_err(|error| Failed::because(format!("it does not open: {error}")))?.to_vec();
    }
    let source = Source::from_name(&options.from).ok_or_else(|| Failed::because("no such system"))?;
    let adapted = adapters::read(source, &files).map_err(Failed::because);
    files.zeroize();
    adapted
}

fn opener(options: &Options) -> Result<Opener, Failed> {
    match (&options.identity, &options.passphrase_file) {
        (Some(path), _) => {
            let told = |cause: &dyn Display| Failed::because(format!("{}: {cause}", path.display()));
            let text = Zeroizing::new(fs::read_to_string(path).map_err(|error| told(&error))?);
            Opener::parse(&text).map_err(|cause| told(&cause))
        }
        (None, Some(path)) => read_passphrase(path).map(Opener::Passphrase),
        (None, None) => Err(Failed::because("it is encrypted: give --identity or --passphrase-file")),
    }
}

fn import(app: &App, options: &Options, rows: Vec<Row>) -> Result<Import, Failed> {
    let origin = Origin::default();
    let importer = imports::operator(&Operation::begin(app, &origin), options.organization.as_deref());
    let importer = importer.map_err(Failed::because)?;
    let mut import = Import::new(options.dry_run);
    let process: Uuid = app.random.id(app.clock.now());
    let bar = progress(rows.len());
    let mut rows = rows.into_iter();
    loop {
        let batch: Vec<Row> = rows.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        let taken = batch.len();
        let op = Operation::begin(app, &origin);
        if !options.dry_run {
            // While this goes on nobody may drop the key that it seals with.
            key_rotation::say(&op, process)?;
        }
        import.take(&op, importer, batch)?;
        bar.inc(taken as u64);
    }
    key_rotation::leave(&Operation::begin(app, &origin), process)?;
    bar.finish_and_clear();
    Ok(import)
}

/// On a terminal; elsewhere it shows nothing.
fn progress(users: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} users, {eta} left");
    let bar = ProgressBar::new(users as u64);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

fn summary(import: &Import) -> String {
    let Outcome { imported, existing, failed, with_factor, without_password, errors } = &import.outcome;
    let verb = if import.dry_run { "would be imported" } else { "imported" };
    let mut lines = vec![
        format!(
            "{imported} users {verb}: {with_factor} with a second factor, {without_password} without a password"
        ),
        format!("{existing} were there already, {failed} failed"),
    ];
    lines.extend(errors.iter().map(complaint));
    lines.join("\n")
}

fn complaint(error: &RowError) -> String {
    let RowError { line, email, error } = error;
    let who = email.as_deref().map(|email| format!(" ({email})")).unwrap_or_default();
    let field = if error.field.is_empty() { String::new() } else { format!(" {}:", error.field) };
    format!("line {line}{who}:{field} {}", error.message)
}

fn summary_json(import: &Import, lost: serde_json::Map<String, Value>) -> Value {
    let Outcome { imported, existing, failed, with_factor, without_password, errors } = &import.outcome;
    let errors: Vec<Value> = errors
        .iter()
        .map(|RowError { line, email, error }| {
            json!({"line": line, "email": email, "field": error.field, "code": error.code, "message": error.message})
        })
        .collect();
    json!({
        "dryRun": import.dry_run, "imported": imported, "existing": existing, "failed": failed,
        "withFactor": with_factor, "withoutPassword": without_password, "notTakenOver": lost, "errors": errors
    })
}
