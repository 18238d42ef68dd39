//! `nightlatch post-restore`: lets a database be answered for again that has lost its last moments.

use std::sync::Arc;

use nightlatch::{
    app::App,
    clock::SystemClock,
    config::{Configuration, Environment},
    domain::audit::Origin,
    flows::{Operation, imports, restoration},
    high_water_file,
    random::SystemRandom,
    telemetry,
};
use serde_json::json;

use super::{Failed, output, serve};

/// Takes back what may have been used or revoked, and prints of how many organizations as one line of JSON. Errors: settings or
/// the database.
pub fn run(environment: &Environment) -> Result<(), Failed> {
    let Configuration { settings, keyring, log } = Configuration::read(environment)?;
    telemetry::start(log);
    let high_water = settings.high_water.clone();
    let app = App::open(settings, serve::load(&keyring)?, Arc::new(SystemClock), Arc::new(SystemRandom))
        .map_err(Failed::because)?;
    let origin = Origin::default();
    let settled = restoration::settle(&Operation::begin(&app, &origin))
        .map_err(|failure| Failed::because(imports::told(failure)))?;
    if let Some(path) = high_water {
        high_water_file::save(&path, &app.db.high_water().marks())
            .map_err(|error| Failed::because(format!("{}: {error}", path.display())))?;
    }
    output::print(&json!({"organizations": settled.organizations}).to_string())
}
