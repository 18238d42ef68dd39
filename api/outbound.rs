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
    if private_targets { builder } else { builder.dns_resolver(Arc::new(PublicOnly)) }
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

/// Resolves names to addresses of the public Internet alone.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let (public, private) = partitioned(lookup_host((name.as_str(), 0)).await?);
            if public.is_empty() && private > 0 {
                return Err(PrivateTarget.into());
            }
            if public.is_empty() {
                return Err(io::Error::new(io::ErrorKind::NotFound, "the name has no address").into());
            }
            let addresses: Addrs = Box::new(public.into_iter());
            Ok(addresses)
        })
    }
}

/// The public ones, and how many others there are.
fn partitioned(found: impl Iterator<Item = SocketAddr>) -> (Vec<SocketAddr>, usize) {
    let (public, private): (Vec<_>, Vec<_>) = found.partition(|address| is_public(address.ip()));
    (public, private.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_addresses_of_a_name_the_public_ones_are_used() {
        let found = ["10.0.0.1:0", "1.1.1.1:0", "[::1]:0"].map(|address| address.parse().unwrap());
        assert_eq!(partitioned(found.into_iter()), (vec!["1.1.1.1:0".parse().unwrap()], 2));
    }

    #[tokio::test]
    async fn a_name_of_this_machine_is_refused() {
        let refused = PublicOnly.resolve("localhost".parse().unwrap()).await.err().unwrap();
        assert!(refused.is::<PrivateTarget>(), "{refused}");
    }
}
