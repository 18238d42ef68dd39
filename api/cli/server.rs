//! Runs the server until a signal ends it.

use std::{io, net::TcpListener, pin::pin, sync::Arc};

use actix_web::rt::{System, SystemRunner, spawn};
use nightlatch::{app::App, background, http};
use tokio::{
    select,
    signal::unix::{Signal, SignalKind, signal},
};

use super::Failed;

/// Where requests come from.
pub struct Listeners {
    pub public: TcpListener,
    pub metrics: Option<TcpListener>,
}

/// The runtime. From the time it is made, signals no longer end the process: they wait until it runs.
pub struct Runner {
    system: SystemRunner,
    signals: Signals,
}

impl Runner {
    pub fn new() -> Result<Self, Failed> {
        let system = System::new();
        let signals = system.block_on(async { Signals::new() }).map_err(Failed::because)?;
        Ok(Self { system, signals })
    }

    /// Takes requests, calls `ready` once, and drains when SIGTERM or SIGINT comes. A second signal does not wait.
    pub fn run(
        self,
        app: App,
        listeners: Listeners,
        ready: impl FnOnce(Arc<App>) -> Result<(), Failed>,
    ) -> Result<(), Failed> {
        let Self { system, mut signals } = self;
        let db = app.db.clone();
        let served = system.block_on(async move {
            let app = Arc::new(app);
            let server = http::server(Arc::clone(&app), listeners.public).map_err(Failed::because)?;
            if let Some(listener) = listeners.metrics {
                // It shows what is drained, too, and ends with the runtime.
                spawn(http::metrics_server(Arc::clone(&app), listener).map_err(Failed::because)?);
            }
            background::start(Arc::clone(&app));
            let handle = server.handle();
            let mut server = pin!(server);
            ready(Arc::clone(&app))?;
            select! {
                ended = &mut server => return ended.map_err(Failed::because),
                name = signals.next() => tracing::info!(signal = name, "finishing the requests that run"),
            }
            let _stopped = handle.stop(true);
            select! {
                ended = &mut server => ended.map_err(Failed::because)?,
                name = signals.next() => tracing::warn!(signal = name, "ending at once"),
            }
            background::save_high_water(&app);
            background::export_last(&app).await;
            tracing::info!("stopped");
            Ok(())
        });
        drop(system);
        // Threads of the server may outlive the runtime, and with them what they have of the application.
        db.close();
        served
    }
}

struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn next(&mut self) -> &'static str {
        select! {
            _ = self.terminate.recv() => "SIGTERM",
            _ = self.interrupt.recv() => "SIGINT",
        }
    }
}
