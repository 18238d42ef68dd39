//! Where the data of the cluster lies, and how it comes to be there.

use std::fs::{self, DirBuilder};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::installation::words;
use super::{Account, ClusterError, Installation, NAME, leftover};

/// Where an account that may not enter the data folder, such as `postgres` in root's home, keeps the data
/// instead.
const SHARED_ROOT: &str = "/var/lib/nightlatch";

/// The folder with the data of `data_dir`, created at the first call.
pub(super) fn settle(
    data_dir: &Path,
    installation: &Installation,
    account: Account,
) -> Result<PathBuf, ClusterError> {
    let link = data_dir.join("postgres");
    if let Ok(data) = link.canonicalize() {
        return Ok(data);
    }
    if account.enters(data_dir) {
        create(&link, installation, account)?;
        return Ok(link);
    }
    let data = Path::new(SHARED_ROOT).join(short_name(data_dir));
    set_aside(&data, installation, account)?;
    create(&data, installation, account)?;
    replace_link(&data, &link)?;
    tracing::info!(
        "the database's account may not enter {}, so the data is kept in {}",
        data_dir.display(),
        data.display()
    );
    Ok(data)
}

/// Built beside its place and moved there when it is complete: a start that was interrupted leaves nothing
/// half made.
fn create(data: &Path, installation: &Installation, account: Account) -> Result<(), ClusterError> {
    let unfinished = data.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).map_err(ClusterError::io("remove", &unfinished))?;
    }
    if let Some(parent) = data.parent() {
        fs::create_dir_all(parent).map_err(ClusterError::io("create", parent))?;
    }
    let made = DirBuilder::new().mode(0o700).create(&unfinished);
    made.map_err(ClusterError::io("create", &unfinished))?;
    account.own(&unfinished)?;
    initialize(&unfinished, installation, account)?;
    create_database(&unfinished, installation, account)?;
    fs::rename(&unfinished, data).map_err(ClusterError::io("create", data))
}

fn initialize(data: &Path, installation: &Installation, account: Account) -> Result<(), ClusterError> {
    let mut initdb = installation.command("initdb", account);
    initdb.args([
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--data-checksums",
        "--auth=trust",
        "--no-instructions",
    ]);
    initdb.args(["--username", NAME, "--pgdata"]).arg(data);
    let output = initdb.output().map_err(ClusterError::io("run", Path::new("initdb")))?;
    if output.status.success() {
        return Ok(());
    }
    Err(ClusterError::NotCreated { program: "initdb", output: words(&output) })
}

/// In single-user mode, before the data has its final name, so that no later start has to ask whether it is
/// there.
fn create_database(data: &Path, installation: &Installation, account: Account) -> Result<(), ClusterError> {
    let failed = |source| ClusterError::io("run", Path::new("postgres"))(source);
    let mut postgres = installation.command("postgres", account);
    postgres.args(["--single", "-c", "exit_on_error=on", "-D"]).arg(data).arg("postgres");
    postgres.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut postgres = postgres.spawn().map_err(failed)?;
    if let Some(mut input) = postgres.stdin.take() {
        input.write_all(format!("CREATE DATABASE {NAME}\n").as_bytes()).map_err(failed)?;
    }
    let output = postgres.wait_with_output().map_err(failed)?;
    if output.status.success() {
        return Ok(());
    }
    Err(ClusterError::NotCreated { program: "postgres", output: words(&output) })
}

/// Whoever deleted the data folder wanted a fresh start, and its key ring, which alone opens the old data,
/// went with it. Still, one copy is kept.
fn set_aside(data: &Path, installation: &Installation, account: Account) -> Result<(), ClusterError> {
    if !data.exists() {
        return Ok(());
    }
    leftover::end(data, installation, account)?;
    let aside = data.with_extension("old");
    if aside.exists() {
        fs::remove_dir_all(&aside).map_err(ClusterError::io("remove", &aside))?;
    }
    fs::rename(data, &aside).map_err(ClusterError::io("move", data))
}

fn replace_link(data: &Path, link: &Path) -> Result<(), ClusterError> {
    if link.is_symlink() {
        fs::remove_file(link).map_err(ClusterError::io("remove", link))?;
    }
    symlink(data, link).map_err(ClusterError::io("create", link))
}

fn short_name(data_dir: &Path) -> String {
    HEXLOWER.encode(&Sha256::digest(data_dir.as_os_str().as_encoded_bytes())[..6])
}
