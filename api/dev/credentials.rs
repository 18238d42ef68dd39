//! The first administrator's credentials, kept so that each start can tell them again.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use serde::{Deserialize, Serialize};

use super::DevError;
use crate::{domain::password::Password, random::Random};

const EMAIL: &str = "admin@example.org";

/// An email address and the password that was generated for it. The password may have been changed since.
#[derive(Serialize, Deserialize)]
pub struct Credentials {
    pub email: String,
    pub password: String,
}

impl Credentials {
    /// Those kept at `path`; at the first call fresh ones. They are on the disk before they are used, so that an
    /// interrupted start loses nothing.
    pub(super) fn keep(path: &Path, random: &dyn Random) -> Result<Self, DevError> {
        let failed = |cause| DevError::Credentials { path: path.into(), cause };
        if path.exists() {
            let text = fs::read_to_string(path).map_err(failed)?;
            return serde_json::from_str(&text).map_err(|error| failed(error.into()));
        }
        let password = Password::generate(random.bytes()).expose().to_owned();
        let fresh = Self { email: EMAIL.to_owned(), password };
        fresh.write(path).map_err(failed)?;
        Ok(fresh)
    }

    /// Written beside its place first: there is never half a file. For its owner's eyes alone.
    fn write(&self, path: &Path) -> io::Result<()> {
        let unfinished = path.with_extension("unfinished");
        let mut file =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.sync_all()?;
        fs::rename(&unfinished, path)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn the_same_are_told_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("credentials.json");
        let first = Credentials::keep(&path, &SystemRandom).unwrap();
        let again = Credentials::keep(&path, &SystemRandom).unwrap();
        assert_eq!((&first.email, &first.password), (&again.email, &again.password));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
