//! The file that a key ring is kept in: for its owner alone, and replaced as a whole.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{self as unix, MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use super::keyring::{Keyring, KeyringError};

impl Keyring {
    /// Reads the ring from a file that nobody but its owner can read or write. Errors: unreadable, exposed, malformed.
    pub fn load(path: &Path) -> Result<Self, KeyringError> {
        let shown = path.display().to_string();
        let unreadable = |cause| KeyringError::Unreadable { path: shown.clone(), cause };
        let mode = fs::metadata(path).map_err(unreadable)?.mode();
        if mode & 0o077 != 0 {
            return Err(KeyringError::Exposed { path: shown });
        }
        let text = Zeroizing::new(fs::read_to_string(path).map_err(unreadable)?);
        Self::parse(&text)
    }

    /// Writes the ring to a new file of mode 0600. Errors: the file exists, or cannot be written.
    pub fn save_new(&self, path: &Path) -> Result<(), KeyringError> {
        let options = OpenOptions::new().write(true).create_new(true).mode(0o600).clone();
        let write = || self.write(&mut options.open(path)?);
        write().map_err(unwritable(path))
    }

    fn write(&self, file: &mut File) -> io::Result<()> {
        file.write_all(self.to_json().as_bytes())?;
        file.sync_all()
    }
}

/// Lets `change` alter the ring at `path`, and puts what it leaves there in one step: whoever reads meanwhile has the old ring or
/// the new one. Who changes it at the same time takes turns. Errors: the change's own; or the file is unreadable or unwritable.
pub fn change<T, E: From<KeyringError>>(
    path: &Path,
    change: impl FnOnce(&mut Keyring) -> Result<T, E>,
) -> Result<T, E> {
    // Behind a symbolic link is the file that it means.
    let path = &fs::canonicalize(path).map_err(unwritable(path))?;
    let _turn = take_turn(path).map_err(unwritable(path))?;
    let mut ring = Keyring::load(path)?;
    let done = change(&mut ring)?;
    replace(path, &ring).map_err(unwritable(path))?;
    Ok(done)
}

/// What tells one state of the file from another; none while there is no file.
pub fn version(path: &Path) -> Option<impl Eq + use<>> {
    let file = fs::metadata(path).ok()?;
    Some((file.ino(), file.mtime(), file.mtime_nsec(), file.len()))
}

/// A lock that goes with the process, on a file of its own: the ring's is another one after each change.
fn take_turn(path: &Path) -> io::Result<File> {
    let options = OpenOptions::new().write(true).create(true).mode(0o600).clone();
    let file = open_beside(path, "lock", &options)?;
    file.lock()?;
    Ok(file)
}

/// Opens a file beside the ring's, for the same owner: root may do what belongs to the service's user.
fn open_beside(path: &Path, ending: &str, options: &OpenOptions) -> io::Result<File> {
    let (file, ring) = (options.open(beside(path, ending))?, fs::metadata(path)?);
    unix::fchown(&file, Some(ring.uid()), Some(ring.gid()))?;
    Ok(file)
}

fn replace(path: &Path, ring: &Keyring) -> io::Result<()> {
    let new = beside(path, "new");
    // Of a command that was killed.
    fs::remove_file(&new).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })?;
    let options = OpenOptions::new().write(true).create_new(true).mode(0o600).clone();
    ring.write(&mut open_beside(path, "new", &options)?)?;
    fs::rename(&new, path)?;
    // The name is on the disk with its folder.
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn unwritable(path: &Path) -> impl Fn(io::Error) -> KeyringError + use<> {
    let path = path.display().to_string();
    move |cause| KeyringError::Unwritable { path: path.clone(), cause }
}

#[cfg(test)]
mod tests {
    use std::{os::unix::fs::PermissionsExt, thread};

    use super::*;
    use crate::{crypto::keyring::Sort, random::SystemRandom};

    #[test]
    fn a_ring_is_never_overwritten_nor_read_when_exposed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring.json");
        let ring = Keyring::generate(&SystemRandom);
        ring.save_new(&path).unwrap();
        assert!(matches!(ring.save_new(&path), Err(KeyringError::Unwritable { .. })));
        assert!(Keyring::load(&path).is_ok());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(Keyring::load(&path), Err(KeyringError::Exposed { .. })));
    }

    #[test]
    fn changes_at_once_lose_no_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring.json");
        Keyring::generate(&SystemRandom).save_new(&path).unwrap();
        fs::write(beside(&path, "new"), "half a ri").unwrap();
        let before = version(&path);
        let now = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let turn = || {
            change(&path, |ring| {
                ring.add(Sort::Sealing, &SystemRandom).unwrap();
                ring.rotate(Sort::Sealing, now).unwrap();
                Ok::<_, KeyringError>(())
            })
        };
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| turn().unwrap());
            }
        });
        assert_eq!(Keyring::load(&path).unwrap().keys().len(), 9);
        assert!(version(&path) != before);
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    }
}
