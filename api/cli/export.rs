//! `nightlatch export`: an organization's users with their secrets, in a file that is encrypted for somebody.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use clap::Args;
use nightlatch::{
    app::App,
    config::{Configuration, Environment},
    crypto::sealed_file::{self, Recipient},
    domain::audit::Origin,
    flows::{
        Operation, exports,
        imports::{self, Importer},
        key_rotation,
    },
    import::export,
};
use secrecy::SecretString;
use serde_json::json;
use uuid::Uuid;

use super::{Failed, output, serve};

#[derive(Args)]
pub struct Options {
    /// The file to make; an existing one is never overwritten
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Public key of age that it is encrypted for, as `age-keygen` prints one
    #[arg(long, value_name = "KEY", conflicts_with = "passphrase_file")]
    recipient: Option<String>,
    /// File whose first line is the passphrase that it is encrypted with
    #[arg(long, value_name = "FILE", required_unless_present = "recipient")]
    passphrase_file: Option<PathBuf>,
    /// Short name of the organization; needed where there are several
    #[arg(long, value_name = "SLUG")]
    organization: Option<String>,
}

/// Writes the file, and prints how many users are in it. Errors: settings, the database, or a file that cannot be written.
pub fn run(environment: &Environment, options: &Options) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    let app = serve::beside(configuration)?;
    let op_origin = Origin::default();
    let op = Operation::begin(&app, &op_origin);
    let importer = imports::operator(&op, options.organization.as_deref()).map_err(Failed::because)?;
    let recipient = recipient(options)?;
    let partial = options.to.with_extension("partial");
    if options.to.exists() {
        return Err(Failed::because(format!("there is something at {} already", options.to.display())));
    }
    let written = write(&app, importer, recipient, &partial).and_then(|users| {
        exports::record(&op, importer, users).map_err(|failure| Failed::because(imports::told(failure)))?;
        fs::rename(&partial, &options.to).map_err(Failed::because)?;
        Ok(users)
    });
    if written.is_err() {
        fs::remove_file(&partial).ok();
    }
    output::print(&json!({"users": written?, "file": options.to}).to_string())
}

fn recipient(options: &Options) -> Result<Recipient, Failed> {
    match (&options.recipient, &options.passphrase_file) {
        (Some(key), _) => {
            Recipient::parse(key).map_err(|cause| Failed::because(format!("--recipient: {cause}")))
        }
        (None, Some(file)) => read_passphrase(file).map(Recipient::Passphrase),
        (None, None) => Err(Failed::because("for whom? Give --recipient or --passphrase-file")),
    }
}

/// The first line of a file. Errors: unreadable, or nothing in it.
pub fn read_passphrase(file: &Path) -> Result<SecretString, Failed> {
    let told = |cause: &dyn std::fmt::Display| Failed::because(format!("{}: {cause}", file.display()));
    let text = zeroize::Zeroizing::new(fs::read_to_string(file).map_err(|error| told(&error))?);
    let passphrase = text.lines().next().unwrap_or_default();
    if passphrase.is_empty() {
        return Err(told(&"there is no passphrase in its first line"));
    }
    Ok(SecretString::from(passphrase))
}

fn write(app: &App, importer: Importer, recipient: Recipient, path: &Path) -> Result<usize, Failed> {
    let told = |error: io::Error| Failed::because(format!("{}: {error}", path.display()));
    let file = create(path).map_err(told)?;
    let mut sealed = sealed_file::seal(recipient, BufWriter::new(file)).map_err(told)?;
    let (origin, mut users, mut after) = (Origin::default(), 0, String::new());
    let process: Uuid = app.random.id(app.clock.now());
    loop {
        let op = Operation::begin(app, &origin);
        // While this goes on nothing may be sealed with a key that is not known here.
        key_rotation::say(&op, process)?;
        let page = exports::page(&op, importer, &after)?;
        let Some(last) = page.last() else { break };
        last.email.as_str().clone_into(&mut after);
        users += page.len();
        for user in page {
            let line = export::line(user).map_err(Failed::because)?;
            sealed.write_all(line.as_bytes()).and_then(|()| sealed.write_all(b"\n")).map_err(told)?;
        }
    }
    key_rotation::leave(&Operation::begin(app, &origin), process)?;
    let file = sealed_file::finish(sealed).map_err(told)?.into_inner().map_err(|error| told(error.into()))?;
    file.sync_all().map_err(told)?;
    Ok(users)
}

fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}
