//! "This was not me": the answer to a security notice.

use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::Secret;
use crate::{
    flows::freezing,
    http::{body::Json, client::Anonymous, problem::Problem},
};

/// The token of the link in a security notice.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "nlo_AZnzoVt7fAKNTh"}))]
struct ObjectionRequest {
    token: Secret,
}

/// Says of what a security notice tells that it was not its reader
///
/// The account is frozen: its factors, recovery codes, password, address and devices do not change until an administrator
/// lifts that. Whatever is open ends: sessions, challenges, recognized and trusted browsers, links to reset the password. The
/// administrators are told. Signing in with the factor that there is goes on. The link that tells an old address of a new one puts
/// the old one back as well, unless somebody else has it by then.
#[utoipa::path(
    tag = "Sign-in",
    request_body = ObjectionRequest,
    responses(
        (status = 204, description = "The account is frozen."),
        (status = 410, description = "`link_expired`: used, or past its time."),
    )
)]
#[post("/v1/auth/objection")]
pub async fn object_to_notice(
    client: Anonymous,
    Json(body): Json<ObjectionRequest>,
) -> Result<HttpResponse, Problem> {
    client.run(move |op| freezing::object(op, body.token.expose())).await?;
    Ok(HttpResponse::NoContent().finish())
}
