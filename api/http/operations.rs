//! What operators and other services ask: health, readiness, and the keys to check access tokens with.

use actix_web::{HttpResponse, get, web::Data};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    client::Anonymous,
    problem::{Problem, ProblemCode},
};
use crate::{
    app::App,
    flows::health::{self, Readiness},
};

/// The process lives.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"status": "ok"}))]
struct Health {
    status: &'static str,
}

/// Everything that the service needs is there.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "status": "ready", "checks": {"database": "ok", "schema": "ok", "keyring": "ok", "clock": "ok"}
}))]
struct Ready {
    status: &'static str,
    checks: Checks,
}

/// What was asked and found in order.
#[derive(Serialize, ToSchema)]
struct Checks {
    database: &'static str,
    schema: &'static str,
    keyring: &'static str,
    clock: &'static str,
}

impl Ready {
    /// Only said when every check passes; the first that does not is told in a problem.
    fn new() -> Self {
        Self { status: "ready", checks: Checks { database: "ok", schema: "ok", keyring: "ok", clock: "ok" } }
    }
}

/// Says that the process lives
///
/// Asks nothing else: a restart would not bring a database back.
#[utoipa::path(tag = "Operations", responses((status = 200, description = "It lives.", body = Health)))]
#[get("/healthz")]
pub async fn check_health() -> HttpResponse {
    HttpResponse::Ok().json(Health { status: "ok" })
}

/// Says whether the service can do its work
///
/// The database answers and has all that was answered for, its schema and key ring are this program's, and its clock agrees with
/// ours.
#[utoipa::path(
    tag = "Operations",
    responses(
        (status = 200, description = "It is ready.", body = Ready),
        (status = 503, description = "`not_ready`; the detail says what is missing."),
    )
)]
#[get("/readyz")]
pub async fn check_readiness(client: Anonymous) -> Result<HttpResponse, Problem> {
    let missing = match client.run(|op| Ok(health::check(op))).await? {
        Readiness::Ready => return Ok(HttpResponse::Ok().json(Ready::new())),
        Readiness::DatabaseAway => "The database does not answer.",
        Readiness::DatabaseBehind => {
            "The database is behind what was answered for, as after a restore; nightlatch post-restore settles that."
        }
        Readiness::SchemaDiffers => "The database's schema is not this program's.",
        Readiness::KeyringDiffers => "The key ring is not the one that the database uses.",
        Readiness::ClocksDiffer => "The database's clock differs from this machine's by more than 5 seconds.",
    };
    Err(Problem::new(ProblemCode::NotReady).with_detail(missing))
}

/// A public key (RFC 7517, RFC 8037).
#[derive(ToSchema)]
#[allow(dead_code, reason = "describes what the JWT library writes")]
struct SigningKey {
    kty: String,
    crv: String,
    x: String,
    kid: String,
    alg: String,
    #[schema(rename = "use")]
    r#use: String,
}

/// The keys that access tokens are signed with.
#[derive(ToSchema)]
#[allow(dead_code, reason = "describes what the JWT library writes")]
#[schema(example = json!({"keys": [{
    "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": "6f1c0d2b9a8e4357",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
}]}))]
struct SigningKeys {
    keys: Vec<SigningKey>,
}

/// Lists the public keys of access tokens
///
/// With them other services check access tokens by themselves. That a session has ended they learn when the token
/// expires, five minutes later at most.
#[utoipa::path(tag = "Operations", responses((status = 200, description = "The key set.", body = SigningKeys)))]
#[get("/.well-known/jwks.json")]
pub async fn list_signing_keys(app: Data<App>) -> HttpResponse {
    HttpResponse::Ok().json(app.keys().access_tokens.jwks())
}
