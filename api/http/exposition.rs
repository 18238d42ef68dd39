//! The exposition: the metrics, on a port of their own, which is not for the public.

use std::{io, net::TcpListener, sync::Arc};

use actix_web::{
    App as Service, HttpResponse, HttpServer,
    dev::Server,
    http::header::CONTENT_TYPE,
    web::{Data, get},
};

use crate::{app::App, flows::figures};

const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Serves `GET /metrics`, and nothing else. Errors: the listener cannot be used.
pub fn server(app: Arc<App>, listener: TcpListener) -> io::Result<Server> {
    let app = Data::from(app);
    let service = move || Service::new().app_data(app.clone()).route("/metrics", get().to(show_metrics));
    Ok(HttpServer::new(service).workers(1).listen(listener)?.disable_signals().run())
}

async fn show_metrics(app: Data<App>) -> HttpResponse {
    HttpResponse::Ok().insert_header((CONTENT_TYPE, OPEN_METRICS)).body(figures::render(&app))
}
