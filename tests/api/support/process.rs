//! The built program as a process of its own, with the machine's clock.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Arc,
    thread,
};

use secrecy::ExposeSecret;
use serde_json::Value;
use tempfile::TempDir;

use super::{
    app,
    call::{Endpoint, Journal},
    database::{self, Database, KEYRING},
};

/// `nightlatch serve`, killed when it goes.
pub struct Process {
    child: Child,
    base: String,
    /// Where Prometheus reads, if it may.
    pub metrics: Option<String>,
    /// Holds the key ring.
    _folder: TempDir,
}

impl Process {
    /// Starts it over a database that was bootstrapped, and waits until it says that it is ready.
    pub fn serve(database: &Database) -> Self {
        Self::serve_with(database, &[])
    }

    /// The same with more settings.
    pub fn serve_with(database: &Database, settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let keyring = folder.path().join("keyring.json");
        KEYRING.save_new(&keyring).expect("the key ring is written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_nightlatch"))
            .arg("serve")
            .env_clear()
            .env("NIGHTLATCH_DATABASE_URL", database.url().expose_secret())
            .env("NIGHTLATCH_KEYRING", keyring)
            .env("NIGHTLATCH_PREPARED_STATEMENTS", database::prepared_statements())
            .env("NIGHTLATCH_BIND", "127.0.0.1:0")
            .env("NIGHTLATCH_PUBLIC_URL", "http://localhost:8080")
            .env("NIGHTLATCH_BCRYPT_COST", "4")
            .env("NIGHTLATCH_INSECURE_DEV", "1")
            .envs(settings.iter().copied())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let ready = ready(&mut child);
        let address = |name: &str| ready[name].as_str().map(|address| format!("http://{address}"));
        let (base, metrics) = (address("bind").expect("its address"), address("metrics"));
        Self { child, base, metrics, _folder: folder }
    }

    /// So much memory it had at most so far, in KiB.
    pub fn peak_memory(&self) -> usize {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
        peak.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// The TCP ports on which it listens.
    pub fn ports(&self) -> Vec<u16> {
        let process = PathBuf::from(format!("/proc/{}", self.child.id()));
        let files = fs::read_dir(process.join("fd")).expect("it runs");
        let opened: Vec<String> = files
            .filter_map(|file| fs::read_link(file.ok()?.path()).ok()?.into_os_string().into_string().ok())
            .collect();
        let listening = |line: &str| {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let [_, address, _, "0A", .., inode] = columns.get(..10)? else { return None };
            let own = opened.contains(&format!("socket:[{inode}]"));
            own.then(|| u16::from_str_radix(address.rsplit(':').next()?, 16).ok())?
        };
        let tables =
            ["net/tcp", "net/tcp6"].map(|table| fs::read_to_string(process.join(table)).unwrap_or_default());
        tables.iter().flat_map(|table| table.lines().skip(1)).filter_map(listening).collect()
    }

    /// Ends it as the power does: without a word.
    pub fn kill(self) {}

    pub fn endpoint(&self, journal: &Journal) -> Endpoint {
        Endpoint { base: self.base.clone(), client: app::client(), journal: Arc::clone(journal) }
    }
}

/// What it says when it is ready.
fn ready(child: &mut Child) -> Value {
    let mut log =
        BufReader::new(child.stderr.take().expect("its log is piped")).lines().map_while(Result::ok);
    let mut told = Vec::new();
    let ready = log.by_ref().find_map(|line| {
        let fields: Option<Value> = serde_json::from_str(&line).ok();
        told.push(line);
        fields.filter(|fields| fields["message"] == "ready")
    });
    // Read on, or the log would fill its pipe.
    thread::spawn(move || log.for_each(drop));
    ready.unwrap_or_else(|| panic!("it ended at its start: {told:#?}"))
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}
