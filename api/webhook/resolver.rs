//! Names of receivers: where they lead is looked at when a connection is made, so that a name cannot change its mind in
//! between.

use std::{io, net::SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::net::lookup_host;

use crate::domain::network::is_public;

/// A name that leads to none but addresses off the public Internet.
#[derive(Debug, thiserror::Error)]
#[error("the address is not on the public Internet")]
pub(super) struct PrivateTarget;

/// Resolves names to addresses of the public Internet alone.
pub(super) struct PublicOnly;

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
