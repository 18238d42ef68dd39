//! `nightlatch admin audit`: the audit log, taken out.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use nightlatch::domain::audit::Action;
use reqwest::blocking::Response;

use super::{
    api::{Api, Query},
    users::id_of,
};
use crate::cli::{Failed, output};

#[derive(Subcommand)]
pub enum Command {
    /// Write all events that the filters match, newest first, to standard output or a file
    ///
    /// What breaks off on its way ends with exit code 3, and leaves no file. Takes the scope audit.read.
    Export(Options),
}

#[derive(Args)]
pub struct Options {
    /// What is written
    #[arg(long, value_enum, default_value_t = Format::JsonLines)]
    format: Format,
    /// Only what this user did: their email address, or their id
    #[arg(long, value_name = "USER")]
    actor: Option<String>,
    /// Only what is about this user
    #[arg(long, value_name = "USER")]
    subject: Option<String>,
    /// Only what happened like this, as login.failed
    #[arg(long, value_name = "ACTION", value_parser = known_action)]
    action: Option<String>,
    /// Whether what comes by itself is written, too, as it is where nothing is said: session.refreshed, for example
    #[arg(long, value_name = "true|false")]
    routine: Option<bool>,
    /// From this time on, as 2026-11-24T09:00:00Z
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Before this time
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
    /// File to write, in place of standard output; one that is there is replaced once the new one is whole
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    JsonLines,
    Csv,
}

impl Format {
    fn media_type(self) -> &'static str {
        match self {
            Self::JsonLines => "application/x-ndjson",
            Self::Csv => "text/csv",
        }
    }
}

fn known_action(text: &str) -> Result<String, String> {
    match Action::from_name(text) {
        Some(action) => Ok(action.name().to_owned()),
        None => Err("there is no such action; the page's audit log lists them".to_owned()),
    }
}

/// Writes an export. Errors: refused, broken off, or a file that cannot be written.
pub fn export(api: &Api, options: &Options) -> Result<(), Failed> {
    let response = api.open("/v1/audit-events", &query(api, options)?, options.format.media_type())?;
    let Some(path) = &options.output else {
        return copy(response, &mut io::stdout().lock()).map(drop);
    };
    let part = part_of(path);
    let written = write(response, &part);
    if written.is_err() {
        fs::remove_file(&part).ok();
    }
    let bytes = written?;
    fs::rename(&part, path).map_err(|error| unwritten(path, &error))?;
    output::remark(&format!("{}: {bytes} bytes", path.display()));
    Ok(())
}

fn query(api: &Api, options: &Options) -> Result<Query<'static>, Failed> {
    let Options { actor, subject, action, routine, from, to, .. } = options;
    let id = |user: &Option<String>| user.as_deref().map(|user| id_of(api, user)).transpose();
    let given = [
        ("actor", id(actor)?),
        ("subject", id(subject)?),
        ("action", action.clone()),
        ("routine", routine.map(|routine| routine.to_string())),
        ("from", from.clone()),
        ("to", to.clone()),
    ];
    Ok(given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
}

/// Beside the file, so that it can take its place at once.
fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn write(response: Response, part: &Path) -> Result<u64, Failed> {
    let mut file = File::create(part).map_err(|error| unwritten(part, &error))?;
    let bytes = copy(response, &mut file)?;
    file.sync_all().map_err(|error| unwritten(part, &error))?;
    Ok(bytes)
}

/// Copies what comes, as it comes; gives the number of bytes.
fn copy(mut response: Response, to: &mut impl Write) -> Result<u64, Failed> {
    let style = ProgressStyle::with_template("{spinner} {bytes} {bytes_per_sec}");
    let progress =
        ProgressBar::no_length().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let broken = |_| Failed::Away("the transfer broke off: what came is not the whole".to_owned());
        let read = response.read(&mut buffer).map_err(broken)?;
        if read == 0 {
            break;
        }
        to.write_all(&buffer[..read]).map_err(output::unwritten)?;
        progress.inc(read as u64);
    }
    to.flush().map_err(output::unwritten)?;
    progress.finish_and_clear();
    Ok(progress.position())
}

fn unwritten(path: &Path, error: &io::Error) -> Failed {
    Failed::because(format!("{}: {error}", path.display()))
}
