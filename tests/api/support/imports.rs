//! People of another system, and the import of them.

use reqwest::Body;
use serde_json::Value;

use super::{
    actor::{Actor, text},
    answer::Answer,
    app::TestApp,
    call::Call,
};

pub const PASSWORD: &str = "what they have always typed";
pub const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
pub const WEAK_SECRET: &str = "GEZDGNBVGY3TQOJQ";

/// A hash as another system makes it: of the lowest cost that is taken.
#[expect(clippy::disallowed_methods, reason = "another system draws its own salt")]
pub fn hashed(password: &str) -> String {
    bcrypt::hash(password, 8).unwrap()
}

pub fn lines(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

pub fn import_call(admin: &Actor, body: impl Into<Body>) -> Call {
    let call = admin.endpoint.call(reqwest::Method::POST, "/v1/users/import");
    admin.sign(call).header("content-type", "application/x-ndjson").body(body)
}

pub async fn import(admin: &Actor, rows: &[Value]) -> Value {
    import_call(admin, lines(rows)).send().await.ok()
}

pub async fn dry_run(admin: &Actor, rows: &[Value]) -> Answer {
    let call = admin.endpoint.call(reqwest::Method::POST, "/v1/users/import?dryRun=true");
    let call = admin.sign(call).header("content-type", "application/x-ndjson");
    call.body(lines(rows)).send().await
}

/// Line, field and code of each error.
pub fn errors(result: &Value) -> Vec<(u64, String, String)> {
    let error = |error: &Value| {
        let field = error["field"].as_str().unwrap_or_default().to_owned();
        (error["line"].as_u64().unwrap(), field, text(&error["code"]))
    };
    result["errors"].as_array().unwrap().iter().map(error).collect()
}

pub fn person(app: &TestApp, email: &str, password: &str) -> Actor {
    Actor::new(app.endpoint(), app.clock.clone(), email, password)
}
