//! `nightlatch mail`: what is mailed, to look at.

use std::{fs, path::PathBuf};

use clap::{Args, Subcommand, builder::PossibleValuesParser};
use nightlatch::{domain::language::Language, mail};

use super::{Failed, output};

#[derive(Subcommand)]
pub enum Command {
    /// Write every mail with example data into a folder, in HTML and in plain text
    ///
    /// Needs neither settings nor a database. Open the folder's index.html in a browser.
    Preview(Options),
}

#[derive(Args)]
pub struct Options {
    /// The folder; files of earlier previews in it are overwritten
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// Only this language
    #[arg(long, value_name = "TAG", value_parser = PossibleValuesParser::new(Language::ALL.iter().map(|language| language.name())))]
    language: Option<String>,
}

/// Writes the preview. Errors: the folder cannot be written.
pub fn preview(options: &Options) -> Result<(), Failed> {
    let only = options.language.as_deref().and_then(Language::from_name);
    let languages = only.map_or_else(|| Language::ALL.to_vec(), |language| vec![language]);
    let files = mail::preview(&languages);
    for (path, text) in &files {
        let file = options.to.join(path);
        let told = |fault| Failed::because(format!("{}: {fault}", file.display()));
        fs::create_dir_all(file.parent().unwrap_or(&options.to)).map_err(told)?;
        fs::write(&file, text).map_err(told)?;
    }
    output::print(&format!("{}: {} files", options.to.join("index.html").display(), files.len()))
}
