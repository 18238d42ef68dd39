//! Telemetry: the log on standard error, for people on a terminal and as JSON lines everywhere else.

use std::{
    io::{self, IsTerminal},
    panic,
};

use tracing_subscriber::EnvFilter;

/// Begins to log what the filter lets through, panics included. To be called once, before anything is logged.
///
/// What other crates say at `debug` and `trace` is not ours to keep free of secrets: these levels are for
/// experiments.
pub fn start(filter: EnvFilter) {
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    if io::stderr().is_terminal() {
        builder.init();
    } else {
        builder.json().flatten_event(true).with_span_list(false).init();
    }
    panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
}
