//! `nightlatch health`: whether the service on this machine is ready, for whoever has no HTTP client at hand.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use nightlatch::config::{self, Environment};
use reqwest::{
    StatusCode,
    blocking::{Client, Response},
};
use serde_json::Value;

use super::{Failed, client};

/// Longer than the database is given to answer, and less than who asks waits by default.
const DEADLINE: Duration = Duration::from_secs(5);

/// Asks `/readyz`. Errors: settings, nobody answers, or the service tells what it lacks.
pub fn run(environment: &Environment) -> Result<(), Failed> {
    let bind = config::read_bind(environment)?;
    let client = Client::builder().no_proxy().tls_backend_preconfigured(nightlatch::tls::client());
    let client = client.timeout(DEADLINE).build().map_err(Failed::because)?;
    let answer = client.get(format!("http://{}/readyz", own(bind))).send();
    let answer = answer.map_err(|error| Failed::because(client::told(error)))?;
    if answer.status() == StatusCode::OK { Ok(()) } else { Err(Failed::because(detail(answer))) }
}

/// Where a service is reached from its own machine that listens everywhere.
fn own(mut bind: SocketAddr) -> SocketAddr {
    match bind.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => bind.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => bind.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    bind
}

fn detail(answer: Response) -> String {
    let status = answer.status();
    let problem: Option<Value> = answer.bytes().ok().and_then(|body| serde_json::from_slice(&body).ok());
    let detail = problem.as_ref().and_then(|problem| problem["detail"].as_str());
    detail.map_or_else(|| format!("it answers {status}"), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_that_listens_everywhere_is_asked_on_this_machine() {
        let asked = |bind: &str| own(bind.parse().unwrap()).to_string();
        assert_eq!(asked("0.0.0.0:8080"), "127.0.0.1:8080");
        assert_eq!(asked("[::]:8080"), "[::1]:8080");
        assert_eq!(asked("10.0.0.7:9000"), "10.0.0.7:9000");
    }
}
