//! `nightlatch keys rotate`: new keys are put to use.

use std::{thread, time::Duration};

use nightlatch::{
    app::App,
    config::{Configuration, Environment},
    crypto::{
        key_rotation::KeyChangeError,
        keyring::{Keyring, Sort},
        keyring_file,
    },
    domain::audit::Origin,
    flows::{Operation, key_rotation},
};

use super::{
    super::{Failed, output, serve},
    Sorts,
};

const PAUSE: Duration = Duration::from_millis(500);
/// So often they are asked for: for longer than a process that has died is taken for alive.
const TRIES: usize = 80;

/// Waits until every process has the new keys, and makes them the active ones. Errors: settings, the database, no key on standby,
/// or a process that does not get it.
pub fn run(environment: &Environment, sorts: &Sorts) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    let path = configuration.keyring.clone();
    let app = serve::beside(configuration)?;
    let (sorts, origin) = (sorts.list(), Origin::default());
    let next = on_standby(&app.keys().ring, &sorts)?;
    wait_for_processes(&app, &next)?;
    keyring_file::change::<_, Failed>(&path, |ring| {
        if on_standby(ring, &sorts)? != next {
            return Err(Failed::because("the key ring was changed meanwhile: run it again"));
        }
        let op = Operation::begin(&app, &origin);
        key_rotation::record_rotation(&op, &next)?;
        sorts.iter().try_for_each(|sort| Ok(ring.rotate(*sort, op.now)?))
    })?;
    let told = sorts.iter().zip(&next).map(|(sort, kid)| format!("{} key {kid} is active", sort.name()));
    output::print(&told.collect::<Vec<_>>().join("\n"))?;
    output::remark("Back the key ring up, then: nightlatch keys rewrap");
    Ok(())
}

fn on_standby(ring: &Keyring, sorts: &[Sort]) -> Result<Vec<String>, KeyChangeError> {
    let standby = |sort: &Sort| ring.standby(*sort).ok_or(KeyChangeError::NoneOnStandby(*sort));
    sorts.iter().map(|sort| Ok(standby(sort)?.kid.clone())).collect()
}

fn wait_for_processes(app: &App, kids: &[String]) -> Result<(), Failed> {
    let origin = Origin::default();
    let count = || key_rotation::count_behind(&Operation::begin(app, &origin), kids);
    let mut behind = count()?;
    if behind > 0 {
        output::remark(&format!("waiting for {behind} processes to take the new keys"));
    }
    for _ in 0..TRIES {
        if behind == 0 {
            return Ok(());
        }
        thread::sleep(PAUSE);
        behind = count()?;
    }
    Err(Failed::because(format!(
        "{behind} processes do not have the new keys: bring the key ring to the files that they read, and run it again"
    )))
}
