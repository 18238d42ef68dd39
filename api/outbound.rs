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

/// An address off the public Internet, or a name that leads to none but such.
#[derive(Debug, thiserror::Error)]
#[error("the address is not on the public Internet")]
pub struct PrivateTarget;

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
pub fn admit(url: &Url, private_targets: bool) -> Result<(), PrivateTarget> {
    if private_targets || !is_private(url) { Ok(()) } else { Err(PrivateTarget) }
}

/// Why nobody answered, in words for administrators; holds nothing of the URL.
pub fn reason(error: reqwest::Error) -> String {
    if error.is_timeout() {
        return "no answer in time".to_owned();
    }
    let error = error.without_url();
    let mut deepest: &dyn Error = &error;
    while let Some(cause) = deepest.source() {
        deepest = cause;
    }
    deepest.to_string()
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
            let found = lookup_host((name.as_str(), 0)).await.map_err(|_| no_such_name())?;
            let (public, private) = partitioned(found);
            if public.is_empty() && !private.is_empty() && !private_targets {
                return Err(PrivateTarget.into());
            }
            let admitted = if private_targets { [public, private].concat() } else { public };
            if admitted.is_empty() {
                return Err(no_such_name().into());
            }
            let addresses: Addrs = Box::new(admitted.into_iter());
            Ok(addresses)
        })
    }
}

fn no_such_name() -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, "no such host name")
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
        assert!(refused.is::<PrivateTarget>(), "{refused}");
        assert!(resolve(true).await.unwrap().all(|address| address.ip().is_loopback()));
    }

    #[tokio::test]
    async fn a_name_that_nobody_has_is_told_in_plain_words() {
        for private_targets in [false, true] {
            let request = client(private_targets).build().unwrap().get("https://nobody.invalid/").send();
            assert_eq!(reason(request.await.unwrap_err()), "no such host name");
        }
    }
}
