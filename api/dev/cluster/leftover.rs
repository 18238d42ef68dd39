//! What an earlier run leaves behind when it is killed: a server without its service, or the traces of a dead
//! one.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Account, ClusterError, Installation, SOCKET_PREFIX, SOCKET_ROOT, remove_socket_dir};

/// Clears the way for a start on `data`. Whoever calls holds the lock of the data folder, so a server that
/// still runs has lost its service.
pub(super) fn end(data: &Path, installation: &Installation, account: Account) -> Result<(), ClusterError> {
    let pid_file = data.join("postmaster.pid");
    let Ok(text) = fs::read_to_string(&pid_file) else { return Ok(()) };
    match process_of(&text, data) {
        Process::Server => installation.stop_server(data, account)?,
        Process::Stranger => fs::remove_file(&pid_file).map_err(ClusterError::io("remove", &pid_file))?,
        Process::Unknown => {}
    }
    if let Some(socket_dir) = socket_dir_of(&text) {
        remove_socket_dir(&socket_dir);
    }
    Ok(())
}

enum Process {
    Server,
    /// The number was given to another process meanwhile, as happens after a reboot. The server would take it
    /// for a rival and refuse to start, and a signal would hit an innocent.
    Stranger,
    /// Gone, or not for us to look at: the server judges that by itself, better than we could.
    Unknown,
}

/// A server's working folder is its data folder.
fn process_of(pid_file: &str, data: &Path) -> Process {
    let pid = pid_file.lines().next().unwrap_or_default();
    match fs::read_link(Path::new("/proc").join(pid).join("cwd")) {
        Ok(folder) if data.canonicalize().is_ok_and(|data| data == folder) => Process::Server,
        Ok(_) => Process::Stranger,
        Err(_) => Process::Unknown,
    }
}

/// The fifth line names the folder of the socket; one that is not ours stays.
fn socket_dir_of(pid_file: &str) -> Option<PathBuf> {
    let path = Path::new(pid_file.lines().nth(4)?);
    let ours = path.parent() == Some(Path::new(SOCKET_ROOT))
        && path.file_name()?.to_str()?.starts_with(SOCKET_PREFIX);
    ours.then(|| path.to_owned())
}
