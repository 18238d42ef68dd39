//! A receiver of webhooks behind TLS, with a certificate of an authority of its own.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::{ServerConfig, ServerConnection, StreamOwned, crypto::ring, pki_types::PrivateKeyDer};
use tempfile::NamedTempFile;

/// Answers as long as the tests run.
pub struct TlsReceiver {
    port: u16,
    authority: NamedTempFile,
    received: Arc<Mutex<Vec<String>>>,
}

impl TlsReceiver {
    /// Known as `localhost`, and by no other name.
    pub fn start() -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        let authority = NamedTempFile::new().expect("a file");
        let certificate = params.self_signed(&key).expect("an authority");
        std::fs::write(&authority, certificate.pem()).expect("it is written");
        let config = Arc::new(config(&Issuer::new(params, key)));

        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let received = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&received);
        thread::spawn(move || {
            for stream in listener.incoming() {
                // Whoever does not trust the certificate hangs up.
                if let Some((request, sender)) = receive(stream.expect("a connection"), &config) {
                    kept.lock().unwrap().push(request);
                    acknowledge(sender);
                }
            }
        });
        Self { port, authority, received }
    }

    pub fn url(&self, host: &str) -> String {
        format!("https://{host}:{}/hook", self.port)
    }

    /// The file with the authority's certificate.
    pub fn authority(&self) -> &str {
        self.authority.path().to_str().expect("a path of ASCII")
    }

    /// All that it was sent, the first first.
    pub fn received(&self) -> Vec<String> {
        self.received.lock().unwrap().clone()
    }
}

fn config(issuer: &Issuer<KeyPair>) -> ServerConfig {
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(["localhost".to_owned()]).expect("a name");
    let certificate = params.signed_by(&key, issuer).expect("a certificate");
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .expect("a certificate with its key")
}

type Sender = StreamOwned<ServerConnection, TcpStream>;

fn receive(stream: TcpStream, config: &Arc<ServerConfig>) -> Option<(String, Sender)> {
    let connection = ServerConnection::new(Arc::clone(config)).expect("a connection");
    let mut stream = StreamOwned::new(connection, stream);
    let (mut request, mut read) = (String::new(), [0; 4096]);
    // What is sent is a JSON object.
    while !request.ends_with('}') {
        let count = stream.read(&mut read).ok().filter(|count| *count > 0)?;
        request += str::from_utf8(&read[..count]).expect("text");
    }
    Some((request, stream))
}

fn acknowledge(mut sender: Sender) {
    sender.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n").expect("the sender waits");
    sender.conn.send_close_notify();
    // Having its answer, the sender may be gone.
    sender.flush().ok();
}
