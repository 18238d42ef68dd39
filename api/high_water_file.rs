//! The high-water mark in a file outside the database, so that it outlives the process: a restore of an older backup shows at the
//! next start.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    domain::{
        Timestamp,
        id::{EventId, OrganizationId},
        seal::Position,
    },
    store::high_water::Mark,
};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    organization_id: Uuid,
    occurred_at: Timestamp,
    event_id: Uuid,
}

/// The marks that were kept; none before the first. Errors: the file cannot be read, or is not what [`save`] wrote.
pub fn load(path: &Path) -> io::Result<Vec<Mark>> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        text => text?,
    };
    let entries: Vec<Entry> = serde_json::from_str(&text)?;
    let mark = |entry: Entry| {
        let position = Position { occurred_at: entry.occurred_at, id: EventId(entry.event_id) };
        Mark { organization_id: OrganizationId(entry.organization_id), position }
    };
    Ok(entries.into_iter().map(mark).collect())
}

/// Keeps the marks in place of the ones before: whole, or not at all.
pub fn save(path: &Path, marks: &[Mark]) -> io::Result<()> {
    let entry = |mark: &Mark| Entry {
        organization_id: mark.organization_id.0,
        occurred_at: mark.position.occurred_at,
        event_id: mark.position.id.0,
    };
    let text = serde_json::to_vec(&marks.iter().map(entry).collect::<Vec<_>>())?;
    let partial = partial(path);
    let mut file = begin(&partial)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&partial, path)
}

/// Finds out whether [`save`] can keep anything there. Errors: what it would meet.
pub fn prove(path: &Path) -> io::Result<()> {
    let partial = partial(path);
    begin(&partial)?;
    fs::remove_file(&partial)
}

fn begin(partial: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(partial)
}

/// Beside the file, under a name that no other process's file leads to: they may differ in what looks like an extension alone.
fn partial(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".partial");
    name.into()
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::store::high_water::HighWater;

    #[test]
    fn marks_are_kept_at_once_by_several() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("high-water");
        let high_water = HighWater::default();
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        high_water.keep(|marks| save(&path, marks)).unwrap();
                    }
                });
            }
        });
        assert_eq!(load(&path).unwrap(), []);
    }

    #[test]
    fn marks_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("high-water");
        assert_eq!(load(&path).unwrap(), []);
        let position = Position {
            occurred_at: Timestamp::from_timestamp_micros(1).unwrap(),
            id: EventId(Uuid::from_u128(2)),
        };
        let marks = [Mark { organization_id: OrganizationId(Uuid::from_u128(3)), position }; 2];
        save(&path, &marks).unwrap();
        assert_eq!(load(&path).unwrap(), marks);
        fs::write(&path, "[{").unwrap();
        assert!(load(&path).is_err(), "a damaged file is no empty one");
    }

    #[test]
    fn whether_marks_can_be_kept_is_known_before() {
        let folder = tempfile::tempdir().unwrap();
        prove(&folder.path().join("high-water")).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left of it");
        assert!(prove(&folder.path().join("missing/high-water")).is_err());
    }

    #[test]
    fn processes_beside_each_other_write_files_of_their_own() {
        assert_ne!(partial(Path::new("high-water.1")), partial(Path::new("high-water.2")));
    }
}
