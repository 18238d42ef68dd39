//! Tokens of privacyIDEA as CSV: serial, seed, type, length, time step, and whose they are.

use data_encoding::{BASE32_NOPAD, HEXLOWER_PERMISSIVE};
use zeroize::Zeroizing;

use super::{Adapted, otpauth, people::People, unsupported};
use crate::{
    domain::{import::Loss, rejection::FieldError},
    import::row::AuthenticatorRow,
};

pub fn read(adapted: &mut Adapted, text: &str) {
    let (mut people, mut refused) = (People::default(), Vec::new());
    let mut header = None;
    for (line, text) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let cells = cells(text);
        if header.is_none() && named_columns(&cells).is_some() {
            header = named_columns(&cells);
            continue;
        }
        let columns = header.unwrap_or_else(|| Columns::by_place(&cells));
        match columns.token(&cells) {
            Ok(Some((email, authenticator))) => people.add(line, &email, authenticator),
            Ok(None) => adapted.lose(Loss::Factor),
            Err(error) => refused.push((line, error)),
        }
    }
    people.finish(adapted, refused);
}

/// Cells without the blanks and quotes around them.
fn cells(line: &str) -> Vec<&str> {
    line.split(',').map(|cell| cell.trim().trim_matches(['"', '\''])).collect()
}

/// Where a line has what.
#[derive(Clone, Copy, Default)]
struct Columns {
    owner: Option<usize>,
    serial: Option<usize>,
    seed: Option<usize>,
    kind: Option<usize>,
    digits: Option<usize>,
    period: Option<usize>,
    algorithm: Option<usize>,
}

/// Of a line that names its columns.
fn named_columns(cells: &[&str]) -> Option<Columns> {
    let at = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()));
    let columns = Columns {
        owner: at(&["owner", "user", "username", "email"]),
        serial: at(&["serial"]),
        seed: at(&["seed", "otpkey", "secret"]),
        kind: at(&["type", "tokentype"]),
        digits: at(&["otplen", "digits"]),
        period: at(&["timestep", "period"]),
        algorithm: at(&["hashlib", "algorithm"]),
    };
    (columns.serial.is_some() && columns.seed.is_some()).then_some(columns)
}

impl Columns {
    /// Without names: the owner before the serial, or behind the time step.
    fn by_place(cells: &[&str]) -> Self {
        let is_kind = |cell: &&str| ["totp", "hotp"].contains(&cell.to_lowercase().as_str());
        let first = if cells.get(3).is_some_and(is_kind) { 1 } else { 0 };
        Self {
            owner: Some(if first == 1 { 0 } else { 5 }),
            serial: Some(first),
            seed: Some(first + 1),
            kind: Some(first + 2),
            digits: Some(first + 3),
            period: Some(first + 4),
            algorithm: None,
        }
    }

    /// A token and its owner; none for one that is not time-based.
    fn token(&self, cells: &[&str]) -> Result<Option<(String, AuthenticatorRow)>, FieldError> {
        let cell = |column: Option<usize>| {
            column.and_then(|at| cells.get(at)).copied().filter(|cell| !cell.is_empty())
        };
        let number = |column, field: &str| {
            let parsed = cell(column).map(str::parse);
            parsed.transpose().map_err(|_| unsupported(field, "This is no number."))
        };
        if !cell(self.kind).is_none_or(|kind| kind.eq_ignore_ascii_case("totp")) {
            return Ok(None);
        }
        let owner = cell(self.owner).filter(|owner| !owner.eq_ignore_ascii_case("n/a"));
        let owner = owner.ok_or_else(|| FieldError::new("email", "required", "The token is nobody's."))?;
        let seed = HEXLOWER_PERMISSIVE.decode(cell(self.seed).unwrap_or_default().as_bytes());
        let message = "A seed has hexadecimal digits.";
        let seed =
            Zeroizing::new(seed.map_err(|_| FieldError::new("authenticators", "invalid_secret", message))?);
        let authenticator = AuthenticatorRow {
            name: cell(self.serial).map(str::to_owned),
            secret: Zeroizing::new(BASE32_NOPAD.encode(&seed)),
            algorithm: cell(self.algorithm).map(otpauth::algorithm).transpose()?,
            digits: number(self.digits, "digits")?,
            period_seconds: number(self.period, "periodSeconds")?,
        };
        Ok(Some((address(owner).to_owned(), authenticator)))
    }
}

/// An owner is `login@realm`; where the login is an address the realm goes.
fn address(owner: &str) -> &str {
    match owner.rsplit_once('@') {
        Some((login, _)) if login.contains('@') => login,
        _ => owner,
    }
}
