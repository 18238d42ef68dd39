//! Telemetry: the log on standard error, for people on a terminal and as JSON lines everywhere else.

use std::{
    io::{self, IsTerminal},
    panic,
};

use tracing_subscriber::EnvFilter;

#[cfg(all(feature = "tokio-console", not(tokio_unstable)))]
compile_error!("the feature tokio-console takes RUSTFLAGS=\"--cfg tokio_unstable\"");

/// Begins to log what the filter lets through, panics included. To be called once, before anything is logged.
///
/// What other crates say at `debug` and `trace` is not ours to keep free of secrets: these levels are for
/// experiments.
pub fn start(filter: EnvFilter) {
    subscribe(filter);
    panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
}

#[cfg(not(feature = "tokio-console"))]
fn subscribe(filter: EnvFilter) {
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    if io::stderr().is_terminal() {
        builder.init();
    } else {
        builder.json().flatten_event(true).with_span_list(false).init();
    }
}

/// The same, with what tokio-console shows beside it.
#[cfg(feature = "tokio-console")]
fn subscribe(filter: EnvFilter) {
    use tracing_subscriber::{Layer, fmt, layer::SubscriberExt, registry, util::SubscriberInitExt};

    let lines = fmt::layer().with_writer(io::stderr);
    let log = if io::stderr().is_terminal() {
        lines.boxed()
    } else {
        lines.json().flatten_event(true).with_span_list(false).boxed()
    };
    registry().with(console_subscriber::spawn()).with(log.with_filter(filter)).init();
}
