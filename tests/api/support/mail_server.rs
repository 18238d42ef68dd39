//! A mail server as a process of its own: keeps what it is sent, and misbehaves as it is told.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

const PROGRAM: &str = "tests/mail-server";
/// So long a test waits for what another process does.
const PATIENCE: Duration = Duration::from_secs(30);
const GLANCE: Duration = Duration::from_millis(20);

/// Ends with its test.
pub struct MailServer {
    process: Child,
    pub port: u16,
    folder: TempDir,
}

impl MailServer {
    pub fn start() -> Self {
        Self::start_at(0)
    }

    /// On a port that was free a moment ago.
    pub fn start_at(port: u16) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("mode"), "normal").expect("the mode is written");
        let mut process = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(PROGRAM))
            .arg(folder.path())
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the mail server starts");
        let mut listening = String::new();
        let told = process.stdout.take().expect("its output is piped");
        BufReader::new(told).read_line(&mut listening).expect("it says where it listens");
        let port = listening.trim().parse();
        Self { process, port: port.expect("python3-aiosmtpd is installed"), folder }
    }

    /// From now on it behaves in that way; the program lists them.
    pub fn behave(&self, mode: &str) {
        let (new, file) = (self.folder.path().join("mode.part"), self.folder.path().join("mode"));
        fs::write(&new, mode).expect("the mode is written");
        fs::rename(new, file).expect("the mode is in place");
    }

    /// All mail that it was sent, the first first.
    pub fn received(&self) -> Vec<Value> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder is there");
        let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
        files.sort();
        let read = |file| serde_json::from_slice(&fs::read(file).expect("a mail")).expect("JSON");
        files.into_iter().map(read).collect()
    }

    /// Waits until it has so many mails.
    pub async fn receive(&self, count: usize) -> Vec<Value> {
        until("mail arrives", || self.received().len() >= count).await;
        self.received()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("it ends");
    }
}

/// A port on which nobody listens.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// Waits for what other processes do, at the machine's own pace.
pub async fn until(what: &str, mut happened: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !happened() {
        assert!(begun.elapsed() < PATIENCE, "too long until {what}");
        tokio::time::sleep(GLANCE).await;
    }
}
