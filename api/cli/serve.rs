//! `nightlatch serve`: the service as it runs in production.

use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
    sync::Arc,
};

use nightlatch::{
    app::{App, StartError},
    clock::{Clock, SystemClock},
    config::{Configuration, Environment, Settings},
    crypto::keyring::Keyring,
    keyring_watch,
    random::{Random, SystemRandom},
    telemetry,
};
use tracing::field::display;

use super::{
    Failed,
    server::{Listeners, Runner},
};

/// Serves until a signal comes. Errors: settings, key ring, database, schema, or an address that is taken.
pub fn run(environment: &Environment) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    configuration.prove_high_water()?;
    let bind = configuration.settings.bind;
    let public_url = configuration.settings.public_url.clone();
    let metrics_bind = configuration.settings.metrics_bind;
    let keyring = configuration.keyring.clone();
    let app = start(configuration, App::start)?;
    // The ports that were given, where any free one was asked for.
    let (listener, bind) = listen(bind)?;
    let (metrics, metrics_bind) = metrics_bind.map(listen).transpose()?.unzip();
    let ready = |app| {
        keyring_watch::start(app, keyring).map_err(Failed::because)?;
        let metrics = metrics_bind.map(display);
        tracing::info!(version = env!("CARGO_PKG_VERSION"), %bind, %public_url, metrics, "ready");
        Ok(())
    };
    Runner::new()?.run(app, Listeners { public: listener, metrics }, ready)
}

fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Failed> {
    let taken = |error| Failed::because(format!("cannot listen on {address}: {error}"));
    let listener = TcpListener::bind(address).map_err(taken)?;
    let address = listener.local_addr().map_err(Failed::because)?;
    Ok((listener, address))
}

/// The application for a command that works beside it, with logging begun.
pub fn beside(configuration: Configuration) -> Result<App, Failed> {
    start(configuration, App::start_beside)
}

type Start = fn(Settings, Keyring, Arc<dyn Clock>, Arc<dyn Random>) -> Result<App, StartError>;

fn start(configuration: Configuration, start: Start) -> Result<App, Failed> {
    let Configuration { settings, keyring, log } = configuration;
    telemetry::start(log);
    let keyring = load(&keyring)?;
    start(settings, keyring, Arc::new(SystemClock), Arc::new(SystemRandom)).map_err(Failed::because)
}

/// The key ring at a path. Errors: there is none, or it cannot be used.
pub fn load(path: &Path) -> Result<Keyring, Failed> {
    if !path.exists() {
        let path = path.display();
        return Err(Failed::because(format!(
            "there is no key ring at {path}; `nightlatch keys init` makes one"
        )));
    }
    Keyring::load(path).map_err(Failed::because)
}
