//! The key ring of a process that runs: taken anew when its file has changed or SIGHUP has come, and said to the database, so that
//! no key is put to use before every process has it.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use tokio::{
    select,
    signal::unix::{SignalKind, signal},
    task,
    time::{MissedTickBehavior, interval},
};
use uuid::Uuid;

use crate::{
    app::{App, StartError},
    crypto::{
        keyring::{Keyring, KeyringError},
        keyring_file,
    },
    domain::audit::Origin,
    error::Failure,
    flows::{Operation, key_rotation},
};

const INTERVAL: Duration = Duration::from_secs(2);

/// Starts to watch the file that the ring came from. It ends with the runtime. Errors: no handler for the signal.
pub fn start(app: Arc<App>, path: PathBuf) -> io::Result<()> {
    let mut hangup = signal(SignalKind::hangup())?;
    let process = app.random.id::<Uuid>(app.clock.now());
    task::spawn(async move {
        let mut ticks = interval(INTERVAL);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut seen = None;
        loop {
            let asked = select! {
                _ = ticks.tick() => false,
                Some(()) = hangup.recv() => true,
            };
            let (app, path) = (Arc::clone(&app), path.clone());
            let looked = task::spawn_blocking(move || {
                let version = keyring_file::version(&path);
                let judged = if asked || version != seen { judge(&app, &path) } else { true };
                say(&app, process);
                if judged { version } else { None }
            });
            seen = looked.await.unwrap_or_default();
        }
    });
    Ok(())
}

/// Takes what the file holds; false where that cannot be told now, and has to be tried again.
fn judge(app: &App, path: &Path) -> bool {
    match take(app, path) {
        Ok(false) => true,
        Ok(true) => {
            let keys = app.keys();
            let (sealing, signing) = (&keys.ring.active().kid, &keys.ring.active_signing().kid);
            tracing::info!(sealing, signing, "the key ring was taken anew");
            true
        }
        Err(Refused::Ring(StartError::Broken(fault))) => {
            tracing::warn!("the key ring cannot be proved now: {fault}");
            false
        }
        Err(refused) => {
            tracing::error!("the key ring was refused, and the one from before stays in use: {refused}");
            true
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    File(#[from] KeyringError),
    #[error(transparent)]
    Ring(#[from] StartError),
}

/// Whether it is another ring.
fn take(app: &App, path: &Path) -> Result<bool, Refused> {
    let ring = Keyring::load(path)?;
    if *ring.to_json() == *app.keys().ring.to_json() {
        return Ok(false);
    }
    app.take_keyring(ring)?;
    Ok(true)
}

fn say(app: &App, process: Uuid) {
    let origin = Origin::default();
    match key_rotation::say(&Operation::begin(app, &origin), process) {
        Ok(()) => {}
        Err(Failure::Broken(fault)) => tracing::warn!("nobody learns which keys this process has: {fault}"),
        Err(Failure::Rejected(rejection)) => tracing::warn!("refused: {rejection:?}"),
    }
}
