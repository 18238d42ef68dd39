//! HTTP as the commands speak it: whom they trust, and how what went wrong is told.

use std::{iter, time::Duration};

use nightlatch::tls;
use reqwest::{blocking::Client, redirect::Policy};

const CONNECT_DEADLINE: Duration = Duration::from_secs(10);

/// Follows no redirect: whatever it leads to, a key is not for it. Errors: no HTTP can be spoken here.
pub fn client() -> reqwest::Result<Client> {
    Client::builder()
        .tls_backend_preconfigured(tls::client())
        .redirect(Policy::none())
        .user_agent(concat!("nightlatch/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(CONNECT_DEADLINE)
        .timeout(None)
        .build()
}

/// What went wrong on the way, without the address, which is told by its name.
pub fn told(error: reqwest::Error) -> String {
    let url = error.url().map(|url| url.origin().ascii_serialization()).unwrap_or_default();
    let error = error.without_url();
    let causes = iter::successors(std::error::Error::source(&error), |error| error.source());
    let cause = causes.last().map_or_else(|| error.to_string(), ToString::to_string);
    format!("{url} does not answer: {cause}")
}
