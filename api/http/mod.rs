//! The edge: parses a request into the domain's types, calls one flow, renders the answer.

mod auth;
mod body;
mod client;
mod cookie;
mod exposition;
mod fallback;
mod gate;
mod mailbox;
mod named;
mod ndjson;
pub mod openapi;
mod operations;
mod origins;
mod paging;
mod precondition;
mod problem;
mod repeat;
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
    web::{Data, PathConfig, redirect},
};
use utoipa_actix_web::AppExt;

use crate::{app::App, domain::rejection::Rejection};
pub use exposition::server as metrics_server;
use fallback::{Fallback, frontend};
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
    let elsewhere = app.settings.other_origins().next().is_some();
    Ok(HttpServer::new(move || {
        let (service, document) = Service::new()
            .into_utoipa_app()
            .openapi(openapi::base())
            .app_data(app.clone())
            .app_data(PathConfig::default().error_handler(|_, _| Problem::from(Rejection::NotFound).into()))
            .configure(routes::routes)
            .split_for_parts();
        let document = openapi::completed(document);
        service
            .app_data(Data::new(Fallback::new(&document)))
            .app_data(Data::new(Operations::new(&document, &app.metrics.requests)))
            .service(redirect("/docs", "/docs/"))
            .service(openapi::swagger_ui(document))
            .configure(|config| mailbox::mailbox(config, &app.settings))
            .configure(|config| frontend(config, app.settings.frontend_dir.as_deref()))
            .default_service(actix_web::web::to(fallback::not_found))
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
