//! `nightlatch mail`: what is mailed, to look at.

use std::{fs, path::PathBuf};

use clap::{Args, Subcommand, builder::PossibleValuesParser};
use nightlatch::{
    domain::{
        accent::Accent,
        branding::{Branding, Support},
        language::Language,
        logo::Logo,
        organization::OrganizationName,
        rejection::FieldError,
    },
    flows::branding::mark_of,
    mail::{self, Letterhead},
};

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
    /// The organization that the mails name
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// Its accent colour, such as #3c58b3
    #[arg(long, value_name = "COLOUR")]
    accent: Option<String>,
    /// Its logo, a PNG
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// Whom its people ask for help: an email address or a page
    #[arg(long, value_name = "CONTACT")]
    support: Option<String>,
    /// What to know before they ask, such as opening hours
    #[arg(long, value_name = "TEXT", requires = "support")]
    note: Option<String>,
}

impl Options {
    /// Errors: what is not valid, or a logo that cannot be read.
    fn letterhead(&self) -> Result<Letterhead, Failed> {
        let accent = self.accent.as_deref().map(Accent::parse).transpose().map_err(wrong)?;
        let support = self.support.as_deref().map(|contact| Support::parse(contact, self.note.as_deref()));
        let branding = Branding { accent, support: support.transpose().map_err(wrong)? };
        let name = self.organization.as_deref().map(OrganizationName::parse).transpose().map_err(wrong)?;
        let organization = name.map(|name| name.as_str().to_owned());
        let logo = self.logo.as_ref().map(read_logo).transpose()?;
        let example = Letterhead::default();
        Ok(Letterhead { organization: organization.unwrap_or(example.organization), branding, logo })
    }
}

fn read_logo(path: &PathBuf) -> Result<mail::Logo, Failed> {
    let file = fs::read(path).map_err(|fault| Failed::because(format!("{}: {fault}", path.display())))?;
    let logo = Logo::parse(file).map_err(wrong)?;
    Ok(mail::Logo { mark: mark_of(&logo), file: logo.as_bytes().to_vec() })
}

fn wrong(error: FieldError) -> Failed {
    Failed::because(format!("{}: {}", error.field, error.message))
}

/// Writes the preview. Errors: options that are not valid, a logo that cannot be read, or a folder that cannot be written.
pub fn preview(options: &Options) -> Result<(), Failed> {
    let only = options.language.as_deref().and_then(Language::from_name);
    let languages = only.map_or_else(|| Language::ALL.to_vec(), |language| vec![language]);
    let files = mail::preview(&languages, &options.letterhead()?);
    for (path, text) in &files {
        let file = options.to.join(path);
        let told = |fault| Failed::because(format!("{}: {fault}", file.display()));
        fs::create_dir_all(file.parent().unwrap_or(&options.to)).map_err(told)?;
        fs::write(&file, text).map_err(told)?;
    }
    output::print(&format!("{}: {} files", options.to.join("index.html").display(), files.len()))
}
