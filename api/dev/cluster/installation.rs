//! The PostgreSQL server programs on this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{Account, ClusterError};

const OLDEST: u32 = 15;
const DEBIAN_ROOT: &str = "/usr/lib/postgresql";

/// A folder of server programs and their major version.
pub(super) struct Installation {
    bin: PathBuf,
    version: u32,
}

impl Installation {
    /// The programs that fit the data in `data`, or for new data those that the `PATH` leads to, or else the
    /// newest.
    pub(super) fn find(data: &Path) -> Result<Self, ClusterError> {
        let mut found: Vec<Self> = on_path().into_iter().chain(packaged()).filter_map(Self::at).collect();
        let first = found.first().ok_or(ClusterError::NotInstalled)?.version;
        let Some(made_by) = version_of_data(data) else {
            return Ok(found.swap_remove(0));
        };
        let fitting = found.into_iter().find(|installation| installation.version == made_by);
        fitting.ok_or_else(|| ClusterError::OtherVersion { data: data.into(), made_by, found: first })
    }

    fn at(bin: PathBuf) -> Option<Self> {
        let complete = ["initdb", "pg_ctl", "pg_isready"].iter().all(|program| bin.join(program).exists());
        let version = major_version(&answer(Command::new(bin.join("postgres")).arg("--version"))?)?;
        (complete && version >= OLDEST).then_some(Self { bin, version })
    }

    /// One of the programs, to be run under the account, with nothing of our environment: no secret of the
    /// service and no `PG…` setting of the user reaches it.
    pub(super) fn command(&self, program: &str, account: Account) -> Command {
        let mut command = Command::new(self.bin.join(program));
        command.env_clear().env("LC_ALL", "C").env("TZ", "UTC").current_dir("/").stdin(Stdio::null());
        account.run(&mut command);
        command
    }

    /// Ends whatever server runs on `data`, without waiting for its clients, and returns when it is gone.
    pub(super) fn stop_server(&self, data: &Path, account: Account) -> Result<(), ClusterError> {
        let mut stop = self.command("pg_ctl", account);
        stop.args(["stop", "--mode=fast", "--wait", "--timeout=30", "--pgdata"]).arg(data);
        let output = stop.output().map_err(ClusterError::io("run", Path::new("pg_ctl")))?;
        if output.status.success() {
            return Ok(());
        }
        Err(ClusterError::NotStopped { data: data.into(), output: words(&output) })
    }

    /// Asks a server for a fast shutdown. One that has just ended by itself is no failure.
    pub(super) fn interrupt(&self, server: u32, account: Account) -> Result<(), ClusterError> {
        let mut kill = self.command("pg_ctl", account);
        kill.args(["kill", "INT", &server.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
        kill.status().map(drop).map_err(ClusterError::io("run", Path::new("pg_ctl")))
    }
}

/// What a failed program said, wherever it said it.
pub(super) fn words(output: &Output) -> String {
    let text = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&text).trim().to_owned()
}

fn on_path() -> Vec<PathBuf> {
    let configured = answer(Command::new("pg_config").arg("--bindir")).map(PathBuf::from);
    let initdb = answer(Command::new("sh").args(["-c", "command -v initdb"])).map(PathBuf::from);
    let beside_initdb = initdb.and_then(|path| Some(path.canonicalize().ok()?.parent()?.to_owned()));
    configured.into_iter().chain(beside_initdb).collect()
}

/// Debian keeps the server programs of each version out of the `PATH`. Newest first.
fn packaged() -> Vec<PathBuf> {
    let entries = fs::read_dir(DEBIAN_ROOT).into_iter().flatten().flatten();
    let mut versions: Vec<u32> =
        entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions.iter().map(|version| Path::new(DEBIAN_ROOT).join(version.to_string()).join("bin")).collect()
}

fn version_of_data(data: &Path) -> Option<u32> {
    fs::read_to_string(data.join("PG_VERSION")).ok()?.trim().parse().ok()
}

/// Of an answer like `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` or `postgres (PostgreSQL)
/// 19devel`.
fn major_version(answer: &str) -> Option<u32> {
    let version = answer.split_once("(PostgreSQL) ")?.1;
    let digits = version.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"), Some(15));
        assert_eq!(major_version("postgres (PostgreSQL) 19devel"), Some(19));
        assert_eq!(major_version("something else 15"), None);
    }
}
