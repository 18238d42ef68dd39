//! The OpenAPI document: what the route table says, completed with what is true of every operation.

use std::sync::LazyLock;

use actix_web::{
    App as Service, HttpResponse,
    http::header::{ContentType, ETag, EntityTag, IfNoneMatch},
    middleware::Compress,
    web::{self, Bytes, Header, ServiceConfig, redirect},
};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use utoipa::{
    OpenApi,
    openapi::{
        Content, HeaderBuilder, KnownFormat, ObjectBuilder, OpenApi as Document, PathItem, Ref, RefOr,
        Response, ResponseBuilder, SchemaFormat, Type,
        path::{Operation, Parameter, ParameterBuilder, ParameterIn},
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};
use utoipa_actix_web::AppExt;
use utoipa_swagger_ui::{Config, SwaggerUi};

use super::{
    auth::ORGANIZATION,
    idempotency,
    problem::{MEDIA_TYPE, Problem, ProblemDetails},
    routes::routes,
};
use crate::error::Fault;

/// Where the header is described that names the organization to act in.
const ACTING_IN: &str = "#/components/parameters/ActingIn";
/// What the header may lead to.
const CONFLICT: &str = "`idempotency_conflict`: the key came before with another request, or the answer to it held a secret, which is shown once.";
/// What a browser is answered that shows a page of somebody else's.
const CROSS_ORIGIN: &str = "`cross_origin`: a page of another site asks.";
/// Where the header is described of a request that may be sent again.
const REPEAT: &str = "#/components/parameters/IdempotencyKey";
/// May be sent again as they are, without a key: an import leaves alone whoever is there, and a preview writes nothing.
const REPEATABLE: [&str; 2] = ["/v1/users/import", "/v1/policy/preview"];

/// The operations of a path, each with its method.
pub fn operations_of(path: &PathItem) -> impl Iterator<Item = (&'static str, &Operation)> {
    let operations = [
        ("DELETE", &path.delete),
        ("GET", &path.get),
        ("PATCH", &path.patch),
        ("POST", &path.post),
        ("PUT", &path.put),
    ];
    operations.into_iter().filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Nightlatch",
        description = "Self-hosted two-factor authentication. Every answer that is no success is \
            `application/problem+json` (RFC 9457), told apart by its `code`; but what is no HTTP (400), has a head of more than 128 KiB or \
            96 headers (431), or a head that takes more than five seconds (408), is refused without a body.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/", description = "This installation.")),
    components(schemas(ProblemDetails)),
    tags(
        (name = "Sign-in", description = "From a password to a session, by way of a second factor."),
        (name = "Me", description = "A user's own account, second factor and sessions."),
        (name = "Administration", description = "Policy, users, roles and the audit log of an organization; for superadmins, all organizations."),
        (name = "Services", description = "For other services, with an API key."),
        (name = "Operations", description = "For operators and other services."),
    )
)]
struct Base;

/// The whole document, as it is committed and served.
pub fn document() -> Document {
    let described =
        Service::new().into_utoipa_app().openapi(Base::openapi()).configure(|table| routes(table));
    completed(described.split_for_parts().1)
}

/// Where the document is.
const DOCUMENT: &str = "/openapi.json";

/// Where it is shown as a page.
pub(super) const REFERENCE: &str = "/docs";

/// The document as JSON, and the page that shows it.
pub(super) fn reference(config: &mut ServiceConfig) {
    config.service(web::resource(DOCUMENT).wrap(Compress::default()).get(read_document));
    // A validator would be asked over the internet.
    let page = Config::new([DOCUMENT]).validator_url("none").persist_authorization(false);
    config
        .service(redirect(REFERENCE, format!("{REFERENCE}/")))
        .service(SwaggerUi::new(format!("{REFERENCE}/{{_:.*}}")).config(page));
}

/// The document as it is sent.
#[derive(Clone)]
struct Made {
    json: Bytes,
    /// Weak: it is sent in several encodings.
    tag: EntityTag,
}

/// It is large, and made when it is first asked for.
async fn read_document(seen: Option<Header<IfNoneMatch>>) -> Result<HttpResponse, Problem> {
    static MADE: LazyLock<Result<Made, String>> = LazyLock::new(make);
    let made = web::block(|| MADE.clone()).await.map_err(Fault::internal)?;
    let Made { json, tag } = made.map_err(Fault::internal)?;
    let is_news = match seen {
        None => true,
        Some(Header(IfNoneMatch::Any)) => false,
        Some(Header(IfNoneMatch::Items(tags))) => !tags.iter().any(|seen| seen.weak_eq(&tag)),
    };
    let mut response = if is_news { HttpResponse::Ok() } else { HttpResponse::NotModified() };
    response.insert_header(ETag(tag));
    Ok(if is_news { response.content_type(ContentType::json()).body(json) } else { response.finish() })
}

fn make() -> Result<Made, String> {
    let json = document().to_json().map_err(|error| error.to_string())?;
    let tag = EntityTag::new_weak(HEXLOWER.encode(&Sha256::digest(&json)[..16]));
    Ok(Made { json: json.into(), tag })
}

/// Adds the credentials, and to each operation what any such operation may answer.
fn completed(mut document: Document) -> Document {
    let components = document.components.get_or_insert_default();
    for (name, format, description) in [
        ("session", "JWT", "The access token of a session."),
        ("apiKey", "opaque", "The API key of a service or a script: good for what its scopes say."),
        ("enrollment", "opaque", "The token of a sign-in that demands an enrollment: good for that alone."),
    ] {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format(format)
            .description(Some(description));
        components.add_security_scheme(name, SecurityScheme::Http(scheme.build()));
    }
    components.parameters.insert("ActingIn".to_owned(), organization().into());
    components.parameters.insert("IdempotencyKey".to_owned(), idempotency::parameter().into());
    for (path, item) in &mut document.paths.paths {
        if let Some(operation) = &mut item.post {
            let repeats = ["Administration", "Services"].iter().any(|tag| is_of(operation, tag))
                && !REPEATABLE.contains(&path.as_str());
            operation
                .parameters
                .get_or_insert_default()
                .extend(repeats.then(|| RefOr::Ref(Ref::new(REPEAT))));
        }
        for (operation, writes) in operations(item) {
            complete(path, operation, writes);
        }
    }
    document
}

/// Each with whether it may change something.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (&mut Operation, bool)> {
    let reading = item.get.iter_mut().map(|operation| (operation, false));
    let writing = [&mut item.put, &mut item.post, &mut item.patch, &mut item.delete].into_iter().flatten();
    reading.chain(writing.map(|operation| (operation, true)))
}

fn complete(path: &str, operation: &mut Operation, writes: bool) {
    let acts_elsewhere = is_of(operation, "Administration") && !path.starts_with("/v1/organizations");
    if acts_elsewhere {
        operation.parameters.get_or_insert_default().push(RefOr::Ref(Ref::new(ACTING_IN)));
    }
    let admits_keys = admits_keys(operation);
    let is_repeat =
        |parameter: &RefOr<Parameter>| matches!(parameter, RefOr::Ref(to) if to.ref_location == REPEAT);
    let repeats = operation.parameters.iter().flatten().any(is_repeat);
    let mut expect = |status: &str, description: &str| {
        let responses = &mut operation.responses.responses;
        responses
            .entry(status.to_owned())
            .or_insert_with(|| RefOr::T(ResponseBuilder::new().description(description).build()));
    };
    // Said for every operation, so that none is open by oversight.
    let restricted = !operation.security.get_or_insert_default().is_empty();
    let has_body = operation.request_body.is_some();
    if admits_keys {
        expect("429", "`rate_limited`: the API key is used too often.");
    }
    if restricted {
        expect("401", "`unauthenticated`: no valid access token.");
        expect("403", "`enrollment_required`: the organization demands a second factor first.");
    }
    if writes {
        expect("403", CROSS_ORIGIN);
    }
    if path.contains('{') || acts_elsewhere {
        expect("404", "`not_found`");
    }
    if has_body {
        expect("400", "`malformed`: not JSON.");
        expect("408", "`request_timeout`");
        expect("413", "`payload_too_large`: over 16 KiB.");
        expect("415", "`unsupported_media_type`: not `application/json`, or packed.");
    }
    if repeats {
        expect("409", CONFLICT);
    }
    if has_body || operation.parameters.as_ref().is_some_and(|parameters| !parameters.is_empty()) {
        expect("422", "`validation_failed`: `errors` says what is wrong with which field.");
    }
    expect("500", "`internal`");
    expect("503", "`overloaded`: try again after `Retry-After`.");
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response {
            if admits_keys && status == "403" {
                response.description += "; of an API key `missing_scope`";
            }
            if writes && status == "403" && !response.description.contains("`cross_origin`") {
                response.description = format!("{}; {CROSS_ORIGIN}", response.description);
            }
            if repeats && status == "409" && response.description != CONFLICT {
                response.description = format!("{}; {CONFLICT}", response.description);
            }
            describe(status, response);
        }
    }
}

fn admits_keys(operation: &Operation) -> bool {
    let alternatives = operation.security.iter().flatten().map(serde_json::to_value);
    alternatives.flatten().any(|credential| credential.get("apiKey").is_some())
}

fn is_of(operation: &Operation, name: &str) -> bool {
    operation.tags.as_ref().is_some_and(|tags| tags.iter().any(|tag| tag == name))
}

/// The header of what superadmins may do in other organizations than their own.
fn organization() -> Parameter {
    let id = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
    ParameterBuilder::new()
        .name(ORGANIZATION)
        .parameter_in(ParameterIn::Header)
        .description(Some(
            "The organization to act in: the caller's own where nothing is said. Another one takes the permission \
             `organizations.write`; to whoever lacks it there is no other.",
        ))
        .schema(Some(id))
        .build()
}

/// Every refusal is a problem, and every answer has the request's id.
fn describe(status: &str, response: &mut Response) {
    let mut header = |name: &str, description: &str, kind: Type| {
        let schema = ObjectBuilder::new().schema_type(kind).build();
        let header = HeaderBuilder::new().schema(Some(schema)).description(Some(description)).build();
        response.headers.insert(name.to_owned(), header.into());
    };
    header("x-request-id", "The request's id: yours, or one of ours.", Type::String);
    if ["429", "503"].contains(&status) {
        header("Retry-After", "In seconds.", Type::Integer);
    }
    if status == "401" {
        header("WWW-Authenticate", "`Bearer`; for a step-up as RFC 9470 has it.", Type::String);
    }
    if status.starts_with(['4', '5']) {
        let schema = Ref::from_schema_name("Problem");
        response.content.insert(MEDIA_TYPE.to_owned(), Content::new(Some(schema)).into());
    }
}
