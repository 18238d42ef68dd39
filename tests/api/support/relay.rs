//! A relay between a service and its database: it ends connections as a server does that dies.

use std::{
    io::{self, Write},
    net::Shutdown,
    os::unix::net::{UnixListener, UnixStream},
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
};

use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;
use url::Url;

/// A notice (PostgreSQL, "Message Formats"), as each process sends it whose server goes down at once.
const NOTICE: &[u8] = b"N\0\0\0\x58SWARNING\0C57P02\0\
    Mterminating connection because of crash of another server process\0\0";

pub struct Relay {
    folder: TempDir,
    server: Url,
    clients: Arc<Mutex<Vec<UnixStream>>>,
}

impl Relay {
    /// Takes connections to the database of that URL, which are on a socket of this machine.
    pub fn before(database: &SecretString) -> Self {
        let server: Url = database.expose_secret().parse().expect("a URL");
        let folder = tempfile::tempdir().expect("a folder");
        let relay = Self { folder, server, clients: Arc::default() };
        let listener = UnixListener::bind(relay.socket_in(relay.folder.path().into())).expect("a socket");
        let behind = relay.socket_in(relay.parameter("host").into());
        let clients = Arc::clone(&relay.clients);
        thread::spawn(move || {
            for client in listener.incoming() {
                let (client, server) =
                    (client.expect("a client"), UnixStream::connect(&behind).expect("a server"));
                pass_on(&client, &server);
                pass_on(&server, &client);
                clients.lock().unwrap().push(client);
            }
        });
        relay
    }

    /// Where it takes them.
    pub fn url(&self) -> SecretString {
        let [there, here] = [self.parameter("host"), self.folder.path().display().to_string()];
        self.server.as_str().replacen(&format!("host={there}"), &format!("host={here}"), 1).into()
    }

    /// Ends all connections that there are, with a last word.
    pub fn cut(&self) {
        for mut client in self.clients.lock().unwrap().drain(..) {
            // Whoever has gone needs none.
            drop(client.write_all(NOTICE));
            drop(client.shutdown(Shutdown::Both));
        }
    }

    fn socket_in(&self, folder: PathBuf) -> PathBuf {
        folder.join(format!(".s.PGSQL.{}", self.parameter("port")))
    }

    fn parameter(&self, name: &str) -> String {
        let mut pairs = self.server.query_pairs();
        pairs.find(|(other, _)| other == name).expect("a parameter").1.into_owned()
    }
}

/// Until either of them ends.
fn pass_on(from: &UnixStream, to: &UnixStream) {
    let mut ends = [from, to].map(|stream| stream.try_clone().expect("a stream"));
    thread::spawn(move || {
        let [from, to] = &mut ends;
        drop(io::copy(from, to));
        drop([from, to].map(|stream| stream.shutdown(Shutdown::Both)));
    });
}
