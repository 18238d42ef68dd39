//! Formats that list authenticators and not people: those of one address belong to one person.

use std::collections::BTreeMap;

use super::Adapted;
use crate::{
    domain::rejection::FieldError,
    import::row::{AuthenticatorRow, ImportRow},
};

/// The people found so far, in the order of their first line.
#[derive(Default)]
pub struct People {
    people: Vec<(u64, ImportRow)>,
    by_address: BTreeMap<String, usize>,
}

impl People {
    /// Gives a person one more authenticator.
    pub fn add(&mut self, line: u64, email: &str, authenticator: AuthenticatorRow) {
        let next = self.people.len();
        let index = *self.by_address.entry(email.trim().to_lowercase()).or_insert(next);
        if index == next {
            self.people.push((line, ImportRow { email: email.to_owned(), ..ImportRow::default() }));
        }
        self.people[index].1.authenticators.push(authenticator);
    }

    /// Hands all of them over, with the lines that were no authenticators.
    pub fn finish(self, adapted: &mut Adapted, refused: Vec<(u64, FieldError)>) {
        for (line, row) in self.people {
            adapted.add(line, Ok(row));
        }
        for (line, error) in refused {
            adapted.add(line, Err(error));
        }
        adapted.rows.sort_by_key(|row| row.line);
    }
}
