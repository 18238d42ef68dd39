//! The mailbox of a development service: what was mailed, to read in the browser.

use actix_web::{
    HttpResponse,
    http::header::{ContentType, HeaderValue},
    web::{self, Path, ServiceConfig},
};
use uuid::Uuid;

use super::{client::Anonymous, problem::Problem};
use crate::{config::Settings, flows::mailbox};

/// Where it is.
pub const PATH: &str = "/dev/mail";

/// Serves the mail that the service keeps, where it is one that only its developer reaches.
pub fn mailbox(config: &mut ServiceConfig, settings: &Settings) {
    if settings.shown_mailbox().is_some() {
        config.route(PATH, web::get().to(list)).route("/dev/mail/{id}", web::get().to(show));
    }
}

/// The cookie that tells the SPA of the mailbox before anything is drawn: so nothing jumps, and no other service is asked.
pub fn told() -> HeaderValue {
    HeaderValue::from_static("nightlatch-mailbox=/dev/mail; Path=/; SameSite=Strict")
}

async fn list(client: Anonymous) -> Result<HttpResponse, Problem> {
    client.run(mailbox::list).await.map(html)
}

async fn show(client: Anonymous, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    client.run(move |op| mailbox::show(op, *id)).await.map(html)
}

fn html(page: String) -> HttpResponse {
    HttpResponse::Ok().content_type(ContentType::html()).body(page)
}
