//! Everything that the services of this process log, at the finest level.

use std::{
    io::{self, Write},
    sync::{Mutex, Once},
};

use tracing_subscriber::EnvFilter;

static INSTALLED: Once = Once::new();
static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// The crates left out belong to the tests' own client.
const FILTER: &str = "trace,reqwest=off,hyper=off,hyper_util=off,mio=off";

struct Recorder;

impl Write for Recorder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Begins to record; later calls do nothing.
pub fn record() {
    INSTALLED.call_once(|| {
        tracing_subscriber::fmt()
            .json()
            .with_env_filter(EnvFilter::new(FILTER))
            .with_writer(|| Recorder)
            .init();
    });
}

/// What was logged so far, a JSON document on each line.
pub fn recorded() -> String {
    String::from_utf8(LINES.lock().unwrap().clone()).expect("the log is UTF-8")
}
