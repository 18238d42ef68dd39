//! `nightlatch serve`: the service as it runs in production.

use std::{net::TcpListener, path::Path, sync::Arc};

use nightlatch::{
    app::App,
    clock::SystemClock,
    config::{Configuration, Environment},
    crypto::keyring::Keyring,
    keyring_watch,
    random::SystemRandom,
    telemetry,
};

use super::{Failed, server::Runner};

/// Serves until a signal comes. Errors: settings, key ring, database, schema, or an address that is taken.
pub fn run(environment: &Environment) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    let bind = configuration.settings.bind;
    let public_url = configuration.settings.public_url.clone();
    let keyring = configuration.keyring.clone();
    let app = start(configuration)?;
    let listener = TcpListener::bind(bind)
        .map_err(|error| Failed::because(format!("cannot listen on {bind}: {error}")))?;
    // The port that was given, where any free one was asked for.
    let bind = listener.local_addr().map_err(Failed::because)?;
    let ready = |app| {
        keyring_watch::start(app, keyring).map_err(Failed::because)?;
        tracing::info!(version = env!("CARGO_PKG_VERSION"), %bind, %public_url, "ready");
        Ok(())
    };
    Runner::new()?.run(app, listener, ready)
}

/// The application, with logging begun.
pub fn start(configuration: Configuration) -> Result<App, Failed> {
    let Configuration { settings, keyring, log } = configuration;
    telemetry::start(log);
    let keyring = load(&keyring)?;
    App::start(settings, keyring, Arc::new(SystemClock), Arc::new(SystemRandom)).map_err(Failed::because)
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
