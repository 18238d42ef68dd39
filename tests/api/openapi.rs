//! The OpenAPI document: committed as it is served, complete, and shown from local files.

use std::{collections::BTreeSet, io};

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::support::{
    answer::Answer,
    app::TestApp,
    schema::{self, Operation, committed, document, operations},
};

/// Every code that a problem of this release can have.
const CODES: &[&str] = &[
    "account_frozen",
    "already_activated",
    "authenticator_limit",
    "blocked_by_policy",
    "cannot_reset_self",
    "challenge_expired",
    "code_rejected",
    "cross_origin",
    "email_taken",
    "email_unverified",
    "enroll_first",
    "enrollment_code_rejected",
    "enrollment_required",
    "idempotency_conflict",
    "identity_taken",
    "internal",
    "last_admin",
    "last_factor",
    "last_login_method",
    "last_superadmin",
    "later_deadline",
    "link_expired",
    "login_failed",
    "malformed",
    "method_not_allowed",
    "missing_scope",
    "no_password",
    "not_found",
    "not_permitted",
    "not_ready",
    "nothing_to_remind",
    "nothing_to_reset",
    "overloaded",
    "passkey_limit",
    "passkey_rejected",
    "password_by_mail",
    "payload_too_large",
    "precondition_required",
    "provider_taken",
    "provider_unreachable",
    "rate_limited",
    "request_timeout",
    "required_by_policy",
    "role_in_use",
    "role_taken",
    "session_expired",
    "sso_expired",
    "sso_not_connected",
    "sso_refused",
    "stale_version",
    "step_up_required",
    "suspended_or_frozen",
    "too_many_attempts",
    "too_many_mails",
    "too_many_sign_ins",
    "unauthenticated",
    "unsupported_media_type",
    "validation_failed",
    "webhook_disabled",
];

#[test]
fn the_committed_document_is_the_programs() {
    let generated =
        serde_json::to_string_pretty(&nightlatch::http::openapi::document()).expect("JSON") + "\n";
    let same = committed("openapi/openapi.json") == generated;
    assert!(same, "openapi/openapi.json is stale: run `make generate`");
}

#[tokio::test]
async fn the_service_serves_the_committed_document() {
    let app = TestApp::start();
    let answer = app.endpoint().get("/openapi.json").send().await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.ok(), *document());
}

#[tokio::test]
async fn the_document_is_sent_packed_and_only_where_it_is_news() {
    let app = TestApp::start();
    let ask = || app.endpoint().get("/openapi.json");
    let plain = ask().send().await;
    assert_eq!(plain.header("content-encoding"), None);
    let packed = ask().header("accept-encoding", "gzip").send().await;
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert!(packed.header("vary").is_some_and(|vary| vary.eq_ignore_ascii_case("accept-encoding")));
    assert!(packed.body.len() * 5 < plain.body.len(), "{} of {}", packed.body.len(), plain.body.len());
    assert_eq!(unpacked(&packed), plain.text());
    let tag = plain.header("etag").expect("a tag");
    assert!(tag.starts_with("W/"), "packed and plain are other bytes of the same: {tag}");
    assert_eq!(packed.header("etag"), Some(tag));
    for seen in [tag.to_owned(), format!("\"other\", {tag}"), "*".to_owned()] {
        let known = ask().header("accept-encoding", "gzip").header("if-none-match", &seen).send().await;
        known.expect(304);
        assert_eq!((known.header("etag"), known.body.len()), (Some(tag), 0), "{seen}");
    }
    let news = ask().header("if-none-match", "\"other\"").send().await;
    assert_eq!(news.ok(), *document());
}

#[test]
fn the_frontend_has_types_of_it() {
    let types = committed("frontend/src/api/schema.ts");
    for operation in operations() {
        let id = operation.described["operationId"].as_str().expect("an id");
        assert!(
            types.contains(id),
            "frontend/src/api/schema.ts is stale, it has no {id}: run `make generate`"
        );
    }
}

#[test]
fn it_says_what_it_is() {
    let document = document();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    for field in ["title", "version", "description"] {
        assert!(document["info"][field].as_str().is_some_and(|text| !text.is_empty()), "info.{field}");
    }
    assert_eq!(document["info"]["license"]["identifier"], "Apache-2.0");
}

#[test]
fn the_documented_paths_are_those_of_the_contract() {
    let documented: BTreeSet<String> = operations().iter().map(Operation::name).collect();
    let contract = [
        "DELETE /v1/api-keys/{id}",
        "DELETE /v1/branding/logo",
        "DELETE /v1/me/authenticators/{id}",
        "DELETE /v1/me/passkeys/{id}",
        "DELETE /v1/me/sessions/{id}",
        "DELETE /v1/me/trusted-devices/{id}",
        "DELETE /v1/roles/{id}",
        "DELETE /v1/users/{id}/invitation",
        "DELETE /v1/users/{id}/sessions",
        "DELETE /v1/users/{id}/sso-identities",
        "DELETE /v1/me/sso-identities/{id}",
        "GET /v1/auth/sso/{provider}/callback",
        "GET /v1/auth/sso/{provider}/logout",
        "GET /v1/auth/sso/{provider}/start",
        "POST /v1/auth/sso/complete",
        "GET /v1/me/sso-identities",
        "POST /v1/me/sso-identities",
        "POST /v1/me/sso-identities/start",
        "DELETE /v1/sso-providers/{id}",
        "GET /v1/sso-providers",
        "PATCH /v1/sso-providers/{id}",
        "POST /v1/sso-providers",
        "POST /v1/sso-providers/{id}/test",
        "DELETE /v1/webhooks/{id}",
        "GET /.well-known/jwks.json",
        "GET /healthz",
        "GET /readyz",
        "GET /v1/api-keys",
        "GET /v1/audit-events",
        "GET /v1/audit-events/seals",
        "GET /v1/audit-events/verify",
        "GET /v1/auth/config",
        "GET /v1/auth/logos/{digest}",
        "GET /v1/branding",
        "GET /v1/me",
        "GET /v1/me/activity",
        "GET /v1/me/recovery-codes",
        "GET /v1/me/session",
        "GET /v1/me/sessions",
        "GET /v1/me/trusted-devices",
        "GET /v1/me/two-factor",
        "GET /v1/organizations",
        "GET /v1/overview",
        "GET /v1/policy",
        "GET /v1/policy/presets",
        "GET /v1/roles",
        "GET /v1/users",
        "GET /v1/users/{id}",
        "GET /v1/users/{id}/effective-policy",
        "GET /v1/webhooks",
        "GET /v1/webhooks/{id}",
        "GET /v1/webhooks/{id}/deliveries",
        "PATCH /v1/me",
        "PATCH /v1/me/authenticators/{id}",
        "PATCH /v1/me/passkeys/{id}",
        "PATCH /v1/organizations/{id}",
        "PATCH /v1/roles/{id}",
        "PATCH /v1/users/{id}",
        "POST /v1/api-keys",
        "POST /v1/api-keys/{id}/rotate",
        "PATCH /v1/webhooks/{id}",
        "POST /v1/auth/activate",
        "POST /v1/auth/challenges/{challengeId}/email",
        "POST /v1/auth/challenges/{challengeId}/passkey",
        "POST /v1/auth/challenges/{challengeId}/verify",
        "POST /v1/auth/email/confirm",
        "POST /v1/auth/invitation",
        "POST /v1/auth/login",
        "POST /v1/auth/logout",
        "POST /v1/auth/objection",
        "POST /v1/auth/passkey/login",
        "POST /v1/auth/passkey/options",
        "POST /v1/auth/password/forgot",
        "POST /v1/auth/password/reset",
        "POST /v1/auth/refresh",
        "POST /v1/auth/step-up",
        "POST /v1/me/authenticators",
        "POST /v1/me/authenticators/{id}/confirm",
        "POST /v1/me/authenticators/{id}/replace",
        "POST /v1/me/email",
        "POST /v1/me/email/verify",
        "POST /v1/me/passkeys",
        "POST /v1/me/passkeys/assertion-options",
        "POST /v1/me/passkeys/options",
        "POST /v1/me/password",
        "POST /v1/me/recovery-codes/regenerate",
        "POST /v1/me/two-factor/disable",
        "POST /v1/organizations",
        "POST /v1/policy/preview",
        "POST /v1/roles",
        "POST /v1/users",
        "POST /v1/users/bulk",
        "POST /v1/users/import",
        "POST /v1/users/invitations",
        "POST /v1/users/{id}/invitation",
        "POST /v1/users/{id}/password-reset",
        "POST /v1/users/{id}/temporary-pass",
        "POST /v1/users/{id}/two-factor/reset",
        "GET /v1/verify/{userId}",
        "POST /v1/verify",
        "POST /v1/verify/batch",
        "POST /v1/webhooks",
        "POST /v1/webhooks/{id}/deliveries/{deliveryId}/redeliver",
        "POST /v1/webhooks/{id}/rotate-secret",
        "POST /v1/webhooks/{id}/test",
        "PUT /v1/branding",
        "PUT /v1/branding/logo",
        "PUT /v1/me/email-verification",
        "PUT /v1/policy",
        "PUT /v1/users/{id}/deadline",
    ];
    assert_eq!(documented, contract.map(str::to_owned).into());
}

#[test]
fn every_operation_has_a_summary_and_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    for operation in operations() {
        let (name, described) = (operation.name(), operation.described);
        let summary = described["summary"].as_str().unwrap_or_default();
        assert!(!summary.is_empty() && !summary.contains('\n'), "{name}: {summary:?}");
        assert!(described["tags"].as_array().is_some_and(|tags| !tags.is_empty()), "{name}: no tag");
        let id = described["operationId"].as_str().unwrap_or_default();
        let words: Vec<&str> = id.split('_').collect();
        let plain = words.iter().all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase()));
        assert!(words.len() >= 2 && plain, "{name}: {id:?} is not <verb>_<resource>");
        assert!(names.insert(id.to_owned()), "{id} twice");
    }
}

#[test]
fn every_body_has_an_example_that_its_schema_allows() {
    for operation in operations() {
        let (name, described) = (operation.name(), operation.described);
        let base = format!("/paths/{}/{}", schema::escaped(operation.path), operation.method.to_lowercase());
        if let Some(example) = operation.request_example() {
            let at = format!("{base}/requestBody/content/{}/schema", schema::escaped("application/json"));
            schema::conforms(&at, &example).unwrap_or_else(|why| panic!("{name}: {why}"));
        }
        for (status, response) in described["responses"].as_object().expect("responses") {
            let json = response["content"].get("application/json").filter(|_| status.starts_with('2'));
            let Some(content) = json else { continue };
            let example =
                schema::example(content).unwrap_or_else(|| panic!("{name}: no example of {status}"));
            let at =
                format!("{base}/responses/{status}/content/{}/schema", schema::escaped("application/json"));
            schema::conforms(&at, &example).unwrap_or_else(|why| panic!("{name}: {why}"));
        }
    }
}

#[test]
fn every_operation_says_how_it_fails() {
    for operation in operations() {
        let mut expected = vec![500, 503];
        if operation.described.get("requestBody").is_some() {
            expected.extend([400, 408, 413, 415, 422]);
        }
        if operation.described["security"].as_array().is_some_and(|needed| !needed.is_empty()) {
            expected.push(401);
        }
        if operation.path == "/healthz" {
            expected.clear();
        }
        for status in expected {
            let (_, response) = operation
                .response(status)
                .unwrap_or_else(|| panic!("{}: {status} is missing", operation.name()));
            assert!(
                response["content"].get("application/problem+json").is_some(),
                "{}: {status}",
                operation.name()
            );
        }
        for (status, response) in operation.described["responses"].as_object().expect("responses") {
            let told = response["description"].as_str().or(response["$ref"].as_str()).unwrap_or_default();
            assert!(!told.is_empty(), "{}: {status} has no description", operation.name());
        }
    }
}

#[test]
fn problem_codes_are_a_closed_list() {
    let problem = &document()["components"]["schemas"]["Problem"];
    let code = &problem["properties"]["code"];
    let code = code["$ref"].as_str().map_or(code, |at| document().pointer(&at[1..]).expect("it is there"));
    let mut documented: Vec<&str> =
        code["enum"].as_array().expect("a closed list").iter().filter_map(Value::as_str).collect();
    documented.sort_unstable();
    assert_eq!(documented, CODES);
}

#[test]
fn objects_are_closed_where_they_are_read() {
    for operation in operations() {
        let Some(content) = operation.described["requestBody"]["content"].get("application/json") else {
            continue;
        };
        let at = content["schema"]["$ref"]
            .as_str()
            .unwrap_or_else(|| panic!("{}: no named schema", operation.name()));
        let schema = document().pointer(&at[1..]).expect("it is there");
        assert_eq!(schema["additionalProperties"], json!(false), "{}: {at}", operation.name());
    }
}

// The page that shows it.

/// The values of these attributes in a page.
fn linked(page: &str) -> Vec<String> {
    let of = |attribute: &str| {
        let opening = format!("{attribute}=\"");
        let values = page.split(&opening).skip(1).filter_map(|rest| rest.split('"').next());
        values.map(str::to_owned).collect::<Vec<_>>()
    };
    [of("src"), of("href")].concat()
}

/// What a browser reads: the page and its files are kept compressed.
fn unpacked(answer: &Answer) -> String {
    match answer.header("content-encoding") {
        Some("gzip") => io::read_to_string(GzDecoder::new(&*answer.body)).expect("a text"),
        _ => answer.text(),
    }
}

#[tokio::test]
async fn the_page_loads_only_local_files_and_asks_nobody_else() {
    let app = TestApp::start();
    let mut path = "/docs".to_owned();
    let page = loop {
        let answer = app.endpoint().get(&path).send().await;
        let Some(next) = answer.header("location") else { break answer };
        assert!(next.starts_with('/'), "{next}");
        path = next.to_owned();
    };
    assert_eq!(page.status, 200);
    assert!(page.header("content-type").is_some_and(|text| text.starts_with("text/html")));
    let mut scripts = String::new();
    for link in linked(&unpacked(&page)) {
        assert!(!link.contains("//") && !link.starts_with("data:"), "{link} is not local");
        let at =
            if link.starts_with('/') { link } else { format!("/docs/{}", link.trim_start_matches("./")) };
        let file = app.endpoint().get(&at).send().await;
        assert_eq!(file.status, 200, "{at}");
        if at.ends_with(".js") {
            scripts.push_str(&unpacked(&file));
        }
    }
    assert!(scripts.contains("/openapi.json"), "{scripts}");
    assert!(scripts.replace(' ', "").contains("\"validatorUrl\":\"none\""), "{scripts}");
}
