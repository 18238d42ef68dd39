//! Where the database is, by its URL, and whether its server has to prove that it is the one.

use std::net::IpAddr;

use url::form_urlencoded;

/// The hosts of a URL that are on other machines and prove nothing: by default libpq takes any certificate, or none. Nothing is said
/// where the operator has written `sslmode=disable`, as for a network of containers on one machine.
pub fn unproven_hosts(database_url: &str) -> Vec<String> {
    let (place, query) = database_url.split_once('?').unwrap_or((database_url, ""));
    let place = place.split_once("://").map_or(place, |(_, rest)| rest);
    let place = place.rsplit_once('@').map_or(place, |(_, rest)| rest);
    let mut hosts = place.split('/').next().unwrap_or_default().to_owned();
    let mut mode = String::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "host" => hosts = value.into_owned(),
            "sslmode" => mode = value.into_owned(),
            _ => {}
        }
    }
    if ["verify-full", "verify-ca", "disable"].contains(&&*mode) {
        return Vec::new();
    }
    hosts.split(',').map(without_port).filter(|host| !is_here(host)).map(str::to_owned).collect()
}

fn without_port(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(address) => address.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

/// A socket's folder, or an address of this machine.
fn is_here(host: &str) -> bool {
    let is_socket = host.is_empty() || host.starts_with(['/', '@']) || host.to_lowercase().starts_with("%2f");
    is_socket || host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_on_another_machine_has_to_prove_itself() {
        for (url, hosts) in [
            ("postgresql://u:p%40ss@db.internal/nightlatch", &["db.internal"][..]),
            ("postgres://db.internal:5433", &["db.internal"]),
            ("postgresql://u@db.internal/n?sslmode=require", &["db.internal"]),
            ("postgresql://u@db.internal/n?sslmode=verify-full&sslmode=prefer", &["db.internal"]),
            ("postgresql://u@127.0.0.1,[2001:db8::1]:5432,10.0.0.7/n", &["2001:db8::1", "10.0.0.7"]),
            ("postgresql://u@localhost/n?host=db.internal", &["db.internal"]),
        ] {
            assert_eq!(unproven_hosts(url), hosts, "{url}");
        }
    }

    #[test]
    fn one_on_this_machine_or_that_does_so_is_fine() {
        for url in [
            "postgresql://u@localhost/n",
            "postgresql://u@127.0.0.1:5432,[::1]:5432/n",
            "postgresql:///n?host=/run/postgresql",
            "postgresql://%2Frun%2Fpostgresql/n",
            "postgresql:///n",
            "postgresql://u@db.internal/n?sslmode=verify-full&sslrootcert=system",
            "postgresql://u@db.internal/n?sslmode=verify-ca&sslrootcert=/etc/ca.pem",
            "postgresql://u@database/n?sslmode=disable",
        ] {
            assert!(unproven_hosts(url).is_empty(), "{url}");
        }
    }
}
