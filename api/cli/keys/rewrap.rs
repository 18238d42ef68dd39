//! `nightlatch keys rewrap`: secrets are sealed anew under the active key.

use indicatif::{ProgressBar, ProgressStyle};
use nightlatch::{
    app::App,
    config::{Configuration, Environment},
    domain::audit::Origin,
    flows::{
        Operation,
        key_rotation::{self, Rewrapped},
    },
};

use super::super::{Failed, output, serve};

/// Seals what is under retired keys, and prints how much of what it was. Errors: settings, the database, or secrets that do not open.
pub fn run(environment: &Environment) -> Result<(), Failed> {
    let app = serve::beside(Configuration::read(environment)?)?;
    let bar = progress(&app)?;
    let done = key_rotation::rewrap(&app, |values| bar.inc(values))?;
    bar.finish_and_clear();
    let Rewrapped { sealed, damaged } = done;
    let told = sealed.iter().map(|(kind, total)| format!("{total} {} sealed anew", kind.words()));
    let told: Vec<String> = told.collect();
    output::print(&if told.is_empty() { "nothing to seal anew".to_owned() } else { told.join("\n") })?;
    match damaged {
        0 => Ok(()),
        damaged => Err(Failed::because(format!(
            "{damaged} secrets do not open under any key of the ring, and stay as they are: the log names them"
        ))),
    }
}

/// On a terminal; elsewhere it shows nothing.
fn progress(app: &App) -> Result<ProgressBar, Failed> {
    let origin = Origin::default();
    let total: i64 = key_rotation::outdated(&Operation::begin(app, &origin))?.values().sum();
    let bar = ProgressBar::new(total.unsigned_abs());
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} secrets, {eta} left");
    Ok(style.map_or(bar.clone(), |style| bar.with_style(style)))
}
