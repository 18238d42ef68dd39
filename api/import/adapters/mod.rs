//! What other systems write when somebody leaves them, made into the lines of an import.

mod auth0;
mod authelia;
mod google;
mod keycloak;
mod otpauth;
mod people;
mod privacyidea;

use std::collections::BTreeMap;

use super::{
    lines::Lines,
    row::{self, ImportRow},
};
use crate::domain::{
    import::{Loss, Row, Source},
    rejection::FieldError,
};

/// The users of another system.
#[derive(Default)]
pub struct Adapted {
    pub rows: Vec<Row>,
    pub losses: BTreeMap<Loss, u64>,
}

impl Adapted {
    fn add(&mut self, line: u64, row: Result<ImportRow, FieldError>) {
        let user = row.map_err(|error| (None, error)).and_then(ImportRow::parse);
        self.rows.push(Row { line, user });
    }

    fn lose(&mut self, what: Loss) {
        *self.losses.entry(what).or_default() += 1;
    }
}

/// A file that is not of its format at all. Nothing of it is repeated.
#[derive(Debug, thiserror::Error)]
#[error("this is not the expected format: {0}")]
pub struct Unreadable(&'static str);

/// Reads the files of a system, each whole. Errors: one of them is not in its format.
pub fn read(source: Source, files: &[Vec<u8>]) -> Result<Adapted, Unreadable> {
    if source == Source::Authelia {
        return authelia::read(files);
    }
    let mut adapted = Adapted::default();
    for file in files {
        match source {
            Source::Otpauth => otpauth::read(&mut adapted, text(file)?),
            Source::GoogleMigration => google::read(&mut adapted, text(file)?),
            Source::Auth0 => auth0::read(&mut adapted, file)?,
            Source::Keycloak => keycloak::read(&mut adapted, file)?,
            Source::Privacyidea => privacyidea::read(&mut adapted, text(file)?),
            Source::Nightlatch => read_lines(&mut adapted, file),
            Source::Authelia => {}
        }
    }
    Ok(adapted)
}

fn read_lines(adapted: &mut Adapted, file: &[u8]) {
    let mut lines = Lines::default();
    let ended = lines.push(file);
    adapted.rows.extend(ended.iter().chain(&lines.finish()).map(row::read));
}

fn text(file: &[u8]) -> Result<&str, Unreadable> {
    str::from_utf8(file).map_err(|_| Unreadable("no text in UTF-8"))
}

fn unsupported(field: &str, message: &str) -> FieldError {
    FieldError::new(field, "unsupported", message)
}
