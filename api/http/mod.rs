//! The edge: parses a request into the domain's types, calls one flow, renders the answer.

mod auth;
mod body;
mod client;
mod cookie;
mod exposition;
mod fallback;
mod gate;
mod gathering;
mod idempotency;
mod mailbox;
mod named;
mod ndjson;
pub mod openapi;
mod operations;
mod origins;
mod paging;
mod precondition;
mod problem;
mod reply;
mod requirements;
mod routes;
mod traffic;
mod v1;

use std::{io, net::TcpListener, sync::Arc, time::Duration};

use actix_web::{
    App as Service, HttpServer,
    dev::Server,
    middleware::{Condition, from_fn},
    web::{Data, PathConfig},
};

use crate::{
    app::App,
    domain::rejection::Rejection,
    flows::{caller::Claimed, verify::Question},
};
pub use exposition::server as metrics_server;
use fallback::{Fallback, frontend};
use gathering::Gathering;
use problem::Problem;
use traffic::Operations;

/// So long requests in progress have to end after a stop was asked for, in seconds.
const DRAIN_SECONDS: u64 = 8;
/// So long a client has to send its headers.
const HEADERS_DEADLINE: Duration = Duration::from_secs(5);
const KEEP_ALIVE: Duration = Duration::from_secs(75);

/// Serves the API, and the SPA where a folder is set, until the server is stopped by its handle; signals are the
/// caller's. Errors: the listener cannot be used.
pub fn server(app: Arc<App>, listener: TcpListener) -> io::Result<Server> {
    let app = Data::from(app);
    let entries = routes::entries();
    let fallback = Data::new(Fallback::new(&entries));
    let operations = Data::new(Operations::new(&entries, &app.metrics.requests));
    let verdicts = Data::new(Gathering::<Question>::new(app.clone()));
    let session_checks = Data::new(Gathering::<Claimed>::new(app.clone()));
    let elsewhere = app.settings.other_origins().next().is_some();
    Ok(HttpServer::new(move || {
        Service::new()
            .app_data(app.clone())
            .app_data(PathConfig::default().error_handler(|_, _| Problem::from(Rejection::NotFound).into()))
            .app_data(fallback.clone())
            .app_data(operations.clone())
            .app_data(verdicts.clone())
            .app_data(session_checks.clone())
            .configure(routes::routes)
            .configure(openapi::reference)
            .configure(|config| mailbox::mailbox(config, &app.settings))
            .configure(|config| frontend(config, app.settings.frontend_dir.as_deref()))
            .default_service(actix_web::web::to(fallback::not_found))
            .wrap(from_fn(fallback::answer_head))
            .wrap(from_fn(origins::admit))
            .wrap(Condition::new(elsewhere, origins::cors(&app.settings)))
            .wrap(from_fn(gate::gate))
    })
    .listen(listener)?
    .client_request_timeout(HEADERS_DEADLINE)
    .keep_alive(KEEP_ALIVE)
    .shutdown_timeout(DRAIN_SECONDS)
    .disable_signals()
    .run())
}
