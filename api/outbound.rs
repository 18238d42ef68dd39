//! Requests to where somebody else says: to the public Internet, over TLS, following nobody elsewhere. Where a name leads is
//! looked at when a connection is made, so that it cannot change its mind in between.

use std::{error::Error, io, net::SocketAddr, sync::Arc, time::Duration};

use reqwest::{
    ClientBuilder,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use tokio::net::lookup_host;
use url::Url;

use crate::{
    domain::network::{is_private, is_public},
    tls,
};

pub const AGENT: &str = concat!("Nightlatch/", env!("CARGO_PKG_VERSION"));

const CONNECT_DEADLINE: Duration = Duration::from_secs(5);

/// Why nobody answered, in words for administrators: those of libraries are for their authors, and change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// The address, or all that the name leads to.
    #[error("the address is not on the public Internet")]
    Private,
    #[error("no such host name")]
    NoSuchName,
    #[error("no way to this address")]
    NoWay,
    #[error("connection refused")]
    Refused,
    #[error("no answer in time")]
    TooLate,
    #[error("no TLS there")]
    NoTls,
    #[error("no TLS that both speak")]
    OtherTls,
    #[error("its certificate is not trusted")]
    Untrusted,
    #[error("its certificate is for another name")]
    OtherName,
    #[error("its certificate has expired")]
    Expired,
    #[error("its certificate is not valid yet")]
    NotYetValid,
    #[error("the connection broke off")]
    BrokenOff,
    #[error("no connection")]
    NoConnection,
}

/// A client that is to be given its deadline; `private_targets` lets it connect to this machine and to private networks.
pub fn client(private_targets: bool) -> ClientBuilder {
    let builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls::client())
        .redirect(Policy::none())
        // A proxy would connect to where no check of ours is made.
        .no_proxy()
        .connect_timeout(CONNECT_DEADLINE);
    builder.dns_resolver(Arc::new(Resolver { private_targets }))
}

/// Errors: a URL that names an address off the public Internet, which no resolver is asked about.
pub fn admit(url: &Url, private_targets: bool) -> Result<(), Obstacle> {
    if private_targets || !is_private(url) { Ok(()) } else { Err(Obstacle::Private) }
}

/// What was in the way of an answer.
pub fn obstacle(error: &reqwest::Error) -> Obstacle {
    if error.is_timeout() {
        return Obstacle::TooLate;
    }
    let otherwise = if error.is_connect() { Obstacle::NoConnection } else { Obstacle::BrokenOff };
    known(error).unwrap_or(otherwise)
}

/// The first cause that says something.
fn known(error: &(dyn Error + 'static)) -> Option<Obstacle> {
    if let Some(obstacle) = error.downcast_ref() {
        return Some(*obstacle);
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_tls(error));
    }
    if let Some(error) = error.downcast_ref::<io::Error>() {
        // What it wraps is not among its sources.
        let wrapped = error.get_ref().and_then(|wrapped| known(wrapped));
        return wrapped.or_else(|| of_kind(error.kind()));
    }
    error.source().and_then(known)
}

fn of_kind(kind: io::ErrorKind) -> Option<Obstacle> {
    use io::ErrorKind as Kind;

    Some(match kind {
        Kind::ConnectionRefused => Obstacle::Refused,
        Kind::HostUnreachable | Kind::NetworkUnreachable => Obstacle::NoWay,
        Kind::TimedOut => Obstacle::TooLate,
        Kind::ConnectionReset | Kind::ConnectionAborted | Kind::BrokenPipe | Kind::UnexpectedEof => {
            Obstacle::BrokenOff
        }
        _ => return None,
    })
}

fn of_tls(error: &rustls::Error) -> Obstacle {
    use rustls::{CertificateError as Certificate, Error as Tls};

    match error {
        Tls::InvalidMessage(_) => Obstacle::NoTls,
        Tls::InvalidCertificate(flaw) => match flaw {
            Certificate::Expired | Certificate::ExpiredContext { .. } => Obstacle::Expired,
            Certificate::NotValidYet | Certificate::NotValidYetContext { .. } => Obstacle::NotYetValid,
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => Obstacle::OtherName,
            _ => Obstacle::Untrusted,
        },
        _ => Obstacle::OtherTls,
    }
}

/// Resolves names, to addresses of the public Internet alone where no others are to be reached.
struct Resolver {
    private_targets: bool,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let private_targets = self.private_targets;
        Box::pin(async move {
            // What the system says of it differs from one to the next.
            let found = lookup_host((name.as_str(), 0)).await.map_err(|_| Obstacle::NoSuchName)?;
            let (public, private) = partitioned(found);
            if public.is_empty() && !private.is_empty() && !private_targets {
                return Err(Obstacle::Private.into());
            }
            let admitted = if private_targets { [public, private].concat() } else { public };
            if admitted.is_empty() {
                return Err(Obstacle::NoSuchName.into());
            }
            let addresses: Addrs = Box::new(admitted.into_iter());
            Ok(addresses)
        })
    }
}

/// The public ones, and the others.
fn partitioned(found: impl Iterator<Item = SocketAddr>) -> (Vec<SocketAddr>, Vec<SocketAddr>) {
    found.partition(|address| is_public(address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_addresses_of_a_name_the_public_ones_are_used() {
        let found = ["10.0.0.1:0", "1.1.1.1:0", "[::1]:0"].map(|address| address.parse().unwrap());
        assert_eq!(partitioned(found.into_iter()), (vec![found[1]], vec![found[0], found[2]]));
    }

    #[tokio::test]
    async fn a_name_of_this_machine_is_refused() {
        let resolve = |private_targets| Resolver { private_targets }.resolve("localhost".parse().unwrap());
        let refused = resolve(false).await.err().unwrap();
        assert_eq!(refused.downcast_ref(), Some(&Obstacle::Private));
        assert!(resolve(true).await.unwrap().all(|address| address.ip().is_loopback()));
    }

    #[tokio::test]
    async fn a_name_that_nobody_has_is_told_in_plain_words() {
        for private_targets in [false, true] {
            let request = client(private_targets).build().unwrap().get("https://nobody.invalid/").send();
            assert_eq!(obstacle(&request.await.unwrap_err()), Obstacle::NoSuchName);
        }
    }

    #[test]
    fn what_is_wrong_with_a_certificate_is_told_from_no_tls() {
        use rustls::{CertificateError as Certificate, Error as Tls, InvalidMessage, OtherError};

        let flaw = OtherError(Arc::new(io::Error::other("CaUsedAsEndEntity")));
        for (error, expected) in [
            (Tls::InvalidCertificate(Certificate::Other(flaw)), "its certificate is not trusted"),
            (Tls::InvalidCertificate(Certificate::UnknownIssuer), "its certificate is not trusted"),
            (Tls::InvalidCertificate(Certificate::Expired), "its certificate has expired"),
            (Tls::InvalidCertificate(Certificate::NotValidYet), "its certificate is not valid yet"),
            (Tls::InvalidCertificate(Certificate::NotValidForName), "its certificate is for another name"),
            (Tls::InvalidMessage(InvalidMessage::InvalidContentType), "no TLS there"),
            (Tls::HandshakeNotComplete, "no TLS that both speak"),
        ] {
            // As the connector wraps it.
            let wrapped = io::Error::other(io::Error::new(io::ErrorKind::InvalidData, error));
            assert_eq!(known(&wrapped).map(|obstacle| obstacle.to_string()).as_deref(), Some(expected));
        }
        assert_eq!(known(&io::Error::from(io::ErrorKind::ConnectionReset)), Some(Obstacle::BrokenOff));
        assert_eq!(known(&io::Error::other("whatever")), None);
    }
}
