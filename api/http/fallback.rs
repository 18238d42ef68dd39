//! What answers where no operation does: the SPA's files, and problems that say whether the path or the method is wrong.

use std::{collections::BTreeMap, path::Path};

use actix_files::{Files, NamedFile};
use actix_web::{
    HttpRequest, HttpResponse,
    dev::{ServiceRequest, ServiceResponse, fn_service},
    guard::{GuardContext, fn_guard},
    http::Method,
    middleware::Compress,
    web::{self, Data, ServiceConfig},
};
use utoipa::openapi::OpenApi;

use super::{
    openapi::operations_of,
    problem::{Problem, ProblemCode},
};

/// The SPA's assets carry a hash of their content in their names.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The documented paths with the methods that each takes.
pub struct Fallback {
    methods: BTreeMap<String, Vec<&'static str>>,
}

impl Fallback {
    pub fn new(document: &OpenApi) -> Self {
        let methods = document
            .paths
            .paths
            .iter()
            .map(|(path, item)| (path.clone(), operations_of(item).map(|(method, _)| method).collect()));
        Self { methods: methods.collect() }
    }

    /// The methods that a path takes, if it is one of the API's.
    fn methods_of(&self, path: &str) -> Option<&[&'static str]> {
        let found = self.methods.iter().find(|(template, _)| matches(template, path));
        found.map(|(_, methods)| methods.as_slice())
    }
}

/// Whether a path is one of those that a template like `/v1/users/{id}` stands for.
fn matches(template: &str, path: &str) -> bool {
    let (mut expected, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (expected.next(), given.next()) {
            (None, None) => return true,
            (Some(expected), Some(given)) if expected == given => {}
            (Some(expected), Some(given)) if expected.starts_with('{') && !given.is_empty() => {}
            _ => return false,
        }
    }
}

/// 405 where the path takes other methods, 404 where it is none.
pub async fn not_found(request: HttpRequest, fallback: Data<Fallback>) -> Result<HttpResponse, Problem> {
    Err(match fallback.methods_of(request.path()) {
        Some(methods) => Problem::method_not_allowed(methods.join(", ")),
        None => Problem::new(ProblemCode::NotFound),
    })
}

/// Serves the SPA's files from `folder`, and its page for every address that the SPA draws itself.
pub fn frontend(config: &mut ServiceConfig, folder: Option<&Path>) {
    let Some(folder) = folder else { return };
    let page = folder.join("index.html");
    let page = fn_service(move |request: ServiceRequest| {
        let page = page.clone();
        async move {
            let (request, _) = request.into_parts();
            let response = if names_a_file(request.path()) {
                HttpResponse::from_error(Problem::new(ProblemCode::NotFound))
            } else {
                NamedFile::open_async(page).await?.into_response(&request)
            };
            Ok(ServiceResponse::new(request, response))
        }
    });
    let files = Files::new("/", folder).index_file("index.html").default_handler(page);
    config.service(web::scope("").guard(fn_guard(is_for_the_page)).wrap(Compress::default()).service(files));
}

/// Everything that reads, but for the API and its files.
fn is_for_the_page(context: &GuardContext<'_>) -> bool {
    let head = context.head();
    let of_api = ["/v1/", "/.well-known/", "/docs/", "/openapi.json", "/healthz", "/readyz"];
    [Method::GET, Method::HEAD].contains(&head.method)
        && !of_api.iter().any(|prefix| head.uri.path().starts_with(prefix))
}

/// The SPA's own addresses have no dot in their last part: a missing script must not become a page.
fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_stands_for_one_segment_each() {
        assert!(matches("/v1/users/{id}", "/v1/users/7"));
        assert!(matches("/v1/users", "/v1/users"));
        for path in ["/v1/users", "/v1/users/", "/v1/users/7/x", "/v2/users/7"] {
            assert!(!matches("/v1/users/{id}", path), "{path}");
        }
    }
}
