//! Which account of the machine runs the database.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::ClusterError;

/// PostgreSQL refuses to run as root; every other account runs it under its own id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Account {
    Own,
    Other { uid: u32, gid: u32 },
}

impl Account {
    /// The owner of the data, where there is some: the server accepts no other. For a first start as root,
    /// `postgres` or else `nobody`.
    pub(super) fn choose(data: &Path) -> Result<Self, ClusterError> {
        let own = id(&["-u"]).ok_or(ClusterError::NoAccount)?;
        let owner = fs::metadata(data).ok().filter(|found| found.uid() != 0);
        match (own, owner) {
            (0, Some(owner)) => Ok(Self::Other { uid: owner.uid(), gid: owner.gid() }),
            (0, None) => {
                ["postgres", "nobody"].into_iter().find_map(Self::named).ok_or(ClusterError::NoAccount)
            }
            (own, Some(owner)) if owner.uid() != own => Err(ClusterError::NotOwner { data: data.into() }),
            _ => Ok(Self::Own),
        }
    }

    fn named(name: &str) -> Option<Self> {
        Some(Self::Other { uid: id(&["-u", name])?, gid: id(&["-g", name])? })
    }

    /// Lets the command run under this account, without any of ours beside it: the groups are dropped, too.
    pub(super) fn run(self, command: &mut Command) {
        if let Self::Other { uid, gid } = self {
            command.uid(uid).gid(gid);
        }
    }

    /// Gives a file or folder to this account.
    pub(super) fn own(self, path: &Path) -> Result<(), ClusterError> {
        match self {
            Self::Own => Ok(()),
            Self::Other { uid, gid } => {
                chown(path, Some(uid), Some(gid)).map_err(ClusterError::io("change the owner of", path))
            }
        }
    }

    /// Whether the account can enter a folder, which every parent of it has a say in.
    pub(super) fn enters(self, dir: &Path) -> bool {
        let mut test = Command::new("test");
        self.run(test.arg("-x").arg(dir).current_dir("/"));
        test.status().is_ok_and(|status| status.success())
    }
}

fn id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}
