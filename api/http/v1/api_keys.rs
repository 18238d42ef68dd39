//! API keys, for administrators.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, delete, get, post, web::Path};
use chrono::{DateTime, TimeDelta, Utc};
use ipnet::IpNet;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    domain::{
        api_key::{self, ApiKeyName, MOST_CALLS_PER_MINUTE, MOST_NETWORKS, USUAL_CALLS_PER_MINUTE},
        id::ApiKeyId,
        rejection::FieldError,
    },
    flows::{
        Operation,
        api_keys::{self, IssuedKey, KeyDraft},
        caller::Caller,
    },
    http::{
        auth::{KeysWrite, PersonCan, PersonCanSteppedUp},
        body::Json,
        named::Scope,
        paging::within_database,
        problem::Problem,
        reply::Reply,
    },
};

/// What a service or a script shows in place of a session, without its secret.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914", "name": "Door control", "begins": "nlk_agm7hijllr6af7cncypq7dtr5e",
    "scopes": ["verify"], "networks": ["203.0.113.0/24"], "callsPerMinute": 6000,
    "createdBy": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "createdAt": "2026-11-24T09:00:00Z",
    "expiresAt": "2027-11-24T09:00:00Z", "lastUsedAt": "2026-11-24T10:00:00Z"
}))]
struct ApiKey {
    id: Uuid,
    name: String,
    /// How its text begins: by that it is recognized.
    begins: String,
    scopes: BTreeSet<Scope>,
    /// From where it may be used; from anywhere where the list is empty.
    networks: Vec<String>,
    /// How often it may be used, for each process of the service.
    calls_per_minute: u32,
    /// The user who made it.
    created_by: Uuid,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    /// When it got its present secret, where that is not its first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    rotated_at: Option<DateTime<Utc>>,
    /// Until when the secret from before is good, or was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    previous_until: Option<DateTime<Utc>>,
    /// To the minute; left out where it was never used.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    last_used_at: Option<DateTime<Utc>>,
    /// When so many wrong codes came with it that somebody may be guessing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    alarmed_at: Option<DateTime<Utc>>,
}

impl From<api_key::ApiKey> for ApiKey {
    fn from(key: api_key::ApiKey) -> Self {
        Self {
            id: key.id.0,
            name: key.name.as_str().to_owned(),
            begins: api_keys::visible_part(&key),
            scopes: key.scopes.iter().map(|scope| Scope(*scope)).collect(),
            networks: key.networks.iter().map(ToString::to_string).collect(),
            calls_per_minute: key.calls_per_minute,
            created_by: key.created_by.0,
            created_at: key.created_at,
            expires_at: key.expires_at,
            rotated_at: key.rotated_at,
            previous_until: key.previous_until,
            last_used_at: key.last_used_at,
            alarmed_at: key.alarmed_at,
        }
    }
}

/// The keys of an organization.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"items": []}))]
struct ApiKeyList {
    /// The newest first.
    items: Vec<ApiKey>,
}

/// Lists the API keys
///
/// Takes the permission `keys.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["keys.write"])),
    responses(
        (status = 200, description = "All keys that were not revoked.", body = ApiKeyList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/api-keys")]
pub async fn list_api_keys(caller: PersonCan<KeysWrite>) -> Result<HttpResponse, Problem> {
    let found = caller.run(api_keys::list).await?;
    Ok(HttpResponse::Ok().json(ApiKeyList { items: found.into_iter().map(Into::into).collect() }))
}

/// What the key is to be.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"name": "Door control", "scopes": ["verify"], "networks": ["203.0.113.0/24"]}))]
struct CreateApiKeyRequest {
    #[schema(min_length = 1, max_length = 50)]
    name: String,
    /// None beyond what the caller is permitted.
    #[schema(min_items = 1)]
    scopes: BTreeSet<Scope>,
    /// Networks as `203.0.113.0/24`, or single addresses; from anywhere where nothing is said.
    #[serde(default)]
    #[schema(max_items = 20)]
    networks: Vec<String>,
    /// How often it may be used, for each process of the service; 6,000 where nothing is said.
    #[schema(nullable = false, minimum = 1, maximum = 600_000)]
    calls_per_minute: Option<u32>,
    /// At most 730 days ahead; in 365 days where nothing is said.
    #[schema(nullable = false)]
    expires_at: Option<DateTime<Utc>>,
}

/// A key with its text.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "apiKey": {
        "id": "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914", "name": "Door control",
        "begins": "nlk_agm7hijllr6af7cncypq7dtr5e", "scopes": ["verify"], "networks": [], "callsPerMinute": 6000,
        "createdBy": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "createdAt": "2026-11-24T09:00:00Z",
        "expiresAt": "2027-11-24T09:00:00Z"
    },
    "key": "nlk_agm7hijllr6af7cncypq7dtr5e_mfrggzdfmztwq2lknnwg23tp"
}))]
struct IssuedApiKey {
    api_key: ApiKey,
    /// Shown this once.
    #[schema(value_type = String)]
    key: Zeroizing<String>,
}

impl From<IssuedKey> for IssuedApiKey {
    fn from(issued: IssuedKey) -> Self {
        Self { api_key: issued.key.into(), key: issued.text }
    }
}

/// Makes an API key
///
/// Its text is shown this once. At most 100. Takes the permission `keys.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["keys.write"])),
    request_body = CreateApiKeyRequest,
    responses(
        (status = 201, description = "The new key.", body = IssuedApiKey),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for scopes beyond what the caller is permitted; `enrollment_required`"),
    )
)]
#[post("/v1/api-keys")]
pub async fn create_api_key(
    caller: PersonCanSteppedUp<KeysWrite>,
    Json(body): Json<CreateApiKeyRequest>,
) -> Result<HttpResponse, Problem> {
    let draft = body.draft()?;
    let create = move |op: &Operation, caller: &Caller| {
        let issued = api_keys::create(op, caller, &draft)?;
        Ok(Reply::created(&IssuedApiKey::from(issued))?.with_secret())
    };
    caller.answer(create).await
}

impl CreateApiKeyRequest {
    fn draft(&self) -> Result<KeyDraft, FieldError> {
        if self.scopes.is_empty() {
            return Err(FieldError::new("scopes", "required", "At least one scope."));
        }
        let calls_per_minute = self.calls_per_minute.unwrap_or(USUAL_CALLS_PER_MINUTE);
        if !(1..=MOST_CALLS_PER_MINUTE).contains(&calls_per_minute) {
            let message = format!("From 1 to {MOST_CALLS_PER_MINUTE}.");
            return Err(FieldError::new("callsPerMinute", "out_of_range", message));
        }
        let out_of_range =
            || FieldError::new("expiresAt", "out_of_range", "From the year 1970 to the year 9999.");
        Ok(KeyDraft {
            name: ApiKeyName::parse(&self.name)?,
            scopes: self.scopes.iter().map(|scope| scope.0).collect(),
            networks: networks(&self.networks)?,
            calls_per_minute,
            expires_at: self.expires_at.map(|at| within_database(at).ok_or_else(out_of_range)).transpose()?,
        })
    }
}

fn networks(given: &[String]) -> Result<Vec<IpNet>, FieldError> {
    if given.len() > MOST_NETWORKS {
        return Err(FieldError::new("networks", "too_many", format!("At most {MOST_NETWORKS} networks.")));
    }
    let parse = |(index, text): (usize, &String)| {
        let address = || text.parse().ok().map(|address: std::net::IpAddr| IpNet::from(address));
        text.parse().ok().or_else(address).map(|network: IpNet| network.trunc()).ok_or_else(|| {
            let message = "A network as 203.0.113.0/24 or 2001:db8::/32, or an address.";
            FieldError::new(format!("networks[{index}]"), "invalid", message)
        })
    };
    given.iter().enumerate().map(parse).collect()
}

/// How the key is to be rotated.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"overlapMinutes": 60}))]
struct RotateApiKeyRequest {
    /// So long the secret from before stays good: at most 10,080 minutes (7 days), 1,440 where nothing is said.
    #[schema(nullable = false, minimum = 0, maximum = 10_080)]
    overlap_minutes: Option<u16>,
}

/// Gives an API key another secret
///
/// The one before stays good for a while, so that no call fails while the new one is brought to where it is used. Takes the
/// permission `keys.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["keys.write"])),
    params(("id" = Uuid, Path, description = "Of the key.")),
    request_body = RotateApiKeyRequest,
    responses(
        (status = 200, description = "The key with its new text.", body = IssuedApiKey),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a key that may do more than the caller; `enrollment_required`"),
    )
)]
#[post("/v1/api-keys/{id}/rotate")]
pub async fn rotate_api_key(
    caller: PersonCanSteppedUp<KeysWrite>,
    id: Path<Uuid>,
    Json(body): Json<RotateApiKeyRequest>,
) -> Result<HttpResponse, Problem> {
    let (id, overlap) =
        (ApiKeyId(*id), body.overlap_minutes.map(|minutes| TimeDelta::minutes(minutes.into())));
    let rotate = move |op: &Operation, caller: &Caller| {
        let issued = api_keys::rotate(op, caller, id, overlap)?;
        Ok(Reply::ok(&IssuedApiKey::from(issued))?.with_secret())
    };
    caller.answer(rotate).await
}

/// Revokes an API key
///
/// It is refused from the next request on, everywhere. Takes the permission `keys.write`, and a step-up of a caller who has
/// a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["keys.write"])),
    params(("id" = Uuid, Path, description = "Of the key.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a key that may do more than the caller; `enrollment_required`"),
    )
)]
#[delete("/v1/api-keys/{id}")]
pub async fn revoke_api_key(
    caller: PersonCanSteppedUp<KeysWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = ApiKeyId(*id);
    caller.run(move |op, caller| api_keys::revoke(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
