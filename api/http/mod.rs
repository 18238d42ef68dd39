//! The edge: parses a request into the domain's types, calls one flow, renders the answer.

mod auth;
mod body;
mod client;
mod cookie;
mod fallback;
mod gate;
mod named;
pub mod openapi;
mod operations;
mod paging;
mod problem;
mod routes;
mod strict;
mod v1;

use std::{io, net::TcpListener, sync::Arc, time::Duration};

use actix_web::{
    App as Service, HttpServer,
    dev::Server,
    middleware::from_fn,
    web::{Data, PathConfig, redirect},
};
use utoipa_actix_web::AppExt;

use crate::{app::App, domain::rejection::Rejection, flows};
use fallback::{Fallback, frontend};
use problem::Problem;

/// So long requests in progress have to end after a stop was asked for, in seconds.
const DRAIN_SECONDS: u64 = 8;
/// So long a client has to send its headers.
const HEADERS_DEADLINE: Duration = Duration::from_secs(5);
const KEEP_ALIVE: Duration = Duration::from_secs(75);
const HOUSEKEEPING_INTERVAL: Duration = Duration::from_secs(600);

/// Serves the API, and the SPA where a folder is set, until the server is stopped by its handle; signals are the
/// caller's. Errors: the listener cannot be used.
pub fn server(app: Arc<App>, listener: TcpListener) -> io::Result<Server> {
    let app = Data::from(app);
    let housekeeper = app.clone();
    let server = HttpServer::new(move || {
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
            .service(redirect("/docs", "/docs/"))
            .service(openapi::swagger_ui(document))
            .configure(|config| frontend(config, app.settings.frontend_dir.as_deref()))
            .default_service(actix_web::web::to(fallback::not_found))
            .wrap(from_fn(gate::gate))
    })
    .listen(listener)?
    .client_request_timeout(HEADERS_DEADLINE)
    .keep_alive(KEEP_ALIVE)
    .shutdown_timeout(DRAIN_SECONDS)
    .disable_signals()
    .run();
    actix_web::rt::spawn(keep_house(housekeeper));
    Ok(server)
}

/// Ends with the runtime that it was started on.
async fn keep_house(app: Data<App>) {
    let mut ticks = actix_web::rt::time::interval(HOUSEKEEPING_INTERVAL);
    // The first tick comes at once: a start is busy enough.
    ticks.tick().await;
    loop {
        ticks.tick().await;
        let client = client::Anonymous::internal(&app);
        match client.run(flows::housekeeping::sweep).await {
            Ok(rows) => tracing::debug!(rows, "housekeeping is done"),
            Err(problem) => tracing::warn!("housekeeping failed: {problem}"),
        }
    }
}
