//! What answers where no operation does: the SPA's files, and problems that say whether the path or the method is wrong.

use std::{collections::BTreeMap, fs, path::Path};

use actix_files::{Files, NamedFile, UriSegmentError};
use actix_web::{
    Error, HttpRequest, HttpResponse,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse, fn_service},
    guard::{GuardContext, fn_guard},
    http::{Method, header::ContentType},
    middleware::{Compress, Next, from_fn},
    web::{self, Data, ServiceConfig},
};

use super::{
    problem::{Problem, ProblemCode},
    routes::Entry,
};

/// The SPA's assets carry a hash of their content in their names.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The documented paths with the methods that each takes.
pub struct Fallback {
    methods: BTreeMap<String, Vec<&'static str>>,
}

impl Fallback {
    pub fn new(entries: &[Entry]) -> Self {
        let mut methods = BTreeMap::<String, Vec<&'static str>>::new();
        for Entry { path, method, .. } in entries {
            methods.entry(path.clone()).or_default().push(method);
        }
        for methods in methods.values_mut().filter(|methods| methods.contains(&"GET")) {
            methods.push("HEAD");
        }
        methods.values_mut().for_each(|methods| methods.sort_unstable());
        Self { methods }
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

/// Whatever can be read can be asked after (RFC 9110, section 9.3.2): a HEAD is answered like a GET, and the framework, which
/// remembers what was asked, leaves the body away.
pub async fn answer_head<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    next.call(request).await
}

/// 405 where the path takes other methods, 404 where it is none.
pub async fn not_found(request: HttpRequest, fallback: Data<Fallback>) -> Result<HttpResponse, Problem> {
    Err(match fallback.methods_of(request.path()) {
        Some(methods) => Problem::method_not_allowed(methods.join(", ")),
        None => Problem::new(ProblemCode::NotFound),
    })
}

/// The addresses that the SPA draws; with any other one its page says that there is nothing.
const DRAWN: [&str; 25] = [
    "/",
    "/account",
    "/activate",
    "/admin/audit",
    "/admin/policy",
    "/admin/users",
    "/admin/users/{id}",
    "/api-keys",
    "/branding",
    "/confirm-email",
    "/forgot-password",
    "/help",
    "/not-me",
    "/organizations",
    "/organizations/own",
    "/overview",
    "/reset-password",
    "/roles",
    "/security",
    "/set-up",
    "/sign-in",
    "/sign-in/sso",
    "/single-sign-on",
    "/webhooks",
    "/webhooks/{id}",
];

/// Serves the SPA's files from `folder`, and its page for every other address.
pub fn frontend(config: &mut ServiceConfig, folder: Option<&Path>) {
    let Some(folder) = folder else { return };
    let page = folder.join("index.html");
    let page = fn_service(move |request: ServiceRequest| {
        let page = page.clone();
        async move {
            let (request, _) = request.into_parts();
            let response = if names_a_file(request.path()) {
                HttpResponse::from_error(Problem::new(ProblemCode::NotFound))
            } else if is_drawn(request.path()) {
                NamedFile::open_async(page).await?.into_response(&request)
            } else {
                // No file to whoever asks: there is nothing of which a part could be had, or that could be known already.
                let page = web::block(|| fs::read(page)).await??;
                HttpResponse::NotFound().content_type(ContentType::html()).body(page)
            };
            Ok(ServiceResponse::new(request, response))
        }
    });
    let files = Files::new("/", folder).index_file("index.html").default_handler(page);
    let pages =
        web::scope("").guard(fn_guard(is_for_the_page)).wrap(Compress::default()).wrap(from_fn(find_nothing));
    config.service(pages.service(files));
}

/// A path that no file could have is no malformed request: there is nothing.
async fn find_nothing<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let answered = next.call(request).await?;
    let error = answered.response().error();
    if error.is_some_and(|error| error.as_error::<UriSegmentError>().is_some()) {
        return Err(Problem::new(ProblemCode::NotFound).into());
    }
    Ok(answered)
}

/// Everything that reads, but for the API and its files, however many slashes stand before them.
fn is_for_the_page(context: &GuardContext<'_>) -> bool {
    let head = context.head();
    let first = head.uri.path().trim_start_matches('/').split('/').next();
    let of_api = ["v1", ".well-known", "docs", "openapi.json", "healthz", "readyz"];
    head.method == Method::GET && first.is_none_or(|first| !of_api.contains(&first))
}

/// Below a person's security page there are pages for what is set up.
fn is_drawn(path: &str) -> bool {
    let path = path.strip_suffix('/').filter(|shorter| !shorter.is_empty()).unwrap_or(path);
    path.starts_with("/security/") || DRAWN.iter().any(|template| matches(template, path))
}

/// The SPA's own addresses have no dot in their last part: a missing script must not become a page.
fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_template_stands_for_one_segment_each() {
        assert!(matches("/v1/users/{id}", "/v1/users/7"));
        assert!(matches("/v1/users", "/v1/users"));
        for path in ["/v1/users", "/v1/users/", "/v1/users/7/x", "/v2/users/7"] {
            assert!(!matches("/v1/users/{id}", path), "{path}");
        }
    }

    #[test]
    fn the_addresses_are_those_of_the_spa() {
        let router = include_str!("../../frontend/src/app/router.tsx");
        let paths =
            router.lines().filter_map(|line| line.trim().strip_prefix("path: \"")?.strip_suffix("\","));
        let of_spa: BTreeSet<_> = paths.map(|path| path.replace("$id", "{id}")).collect();
        let drawn = of_spa.iter().filter(|path| !path.starts_with("/security/"));
        assert_eq!(drawn.map(String::as_str).collect::<Vec<_>>(), DRAWN);
        for path in ["/security/set-up", "/sign-in/", "/admin/users/7"] {
            assert!(is_drawn(path), "{path}");
        }
        for path in ["/metrics", "/wp-admin", "/admin", "/admin/users/7/x"] {
            assert!(!is_drawn(path), "{path}");
        }
    }
}
