//! Webhooks, for administrators: where the organization is told of its audit events.

use actix_web::{HttpResponse, delete, get, patch, post, web::Path};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::webhook_deliveries::Delivery;
use crate::{
    domain::{
        id::WebhookId,
        rejection::FieldError,
        webhook::{self, WebhookName, WebhookUrl, patterns},
    },
    flows::{
        Operation,
        caller::Caller,
        webhooks::{self, WebhookChanges, WebhookDraft, WebhookEntry},
    },
    http::{
        auth::{PersonCan, PersonCanSteppedUp, WebhooksWrite},
        body::Json,
        named,
        problem::Problem,
        reply::Reply,
    },
};

/// So long the former secret signs as well, in hours.
const USUAL_OVERLAP: u16 = 24;
const LONGEST_OVERLAP: u16 = 168;

/// A webhook.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "Security channel", "url": "https://hooks.example.org/nightlatch",
    "events": ["authenticator.*", "two_factor.reset"], "enabled": true, "createdAt": "2026-11-24T09:00:00Z",
    "createdBy": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11"
}))]
struct Webhook {
    id: Uuid,
    name: String,
    url: String,
    /// Of which events it is told: `login.succeeded`, `login.*`, or `*`.
    events: Vec<String>,
    enabled: bool,
    /// Where it is not enabled: somebody paused it, or its receiver answered 410 Gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    disabled_because: Option<named::DisabledBecause>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    disabled_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    /// A user, perhaps of another organization.
    created_by: Uuid,
    /// Until then each delivery is signed with the secret before the last rotation as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    former_secret_until: Option<DateTime<Utc>>,
    /// The newest one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    last_delivery: Option<Delivery>,
}

impl From<webhook::Webhook> for Webhook {
    fn from(webhook: webhook::Webhook) -> Self {
        Self {
            id: webhook.id.0,
            name: webhook.name.as_str().to_owned(),
            url: webhook.url.as_str().to_owned(),
            events: webhook.events.iter().map(|pattern| pattern.as_str().to_owned()).collect(),
            enabled: webhook.disabled.is_none(),
            disabled_because: webhook.disabled.map(|disabled| disabled.because.into()),
            disabled_at: webhook.disabled.map(|disabled| disabled.at),
            created_at: webhook.created_at,
            created_by: webhook.created_by.0,
            former_secret_until: webhook.former_secret_until,
            last_delivery: None,
        }
    }
}

impl From<WebhookEntry> for Webhook {
    fn from(entry: WebhookEntry) -> Self {
        Self { last_delivery: entry.last_delivery.map(Into::into), ..entry.webhook.into() }
    }
}

/// A webhook with its secret, which is shown this once.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "webhook": {
        "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "Security channel",
        "url": "https://hooks.example.org/nightlatch", "events": ["*"], "enabled": true,
        "createdAt": "2026-11-24T09:00:00Z", "createdBy": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11"
    },
    "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazEmsWvGzDo="
}))]
struct WebhookWithSecret {
    webhook: Webhook,
    /// What the receiver verifies deliveries with; later nobody can read it.
    #[schema(pattern = "^whsec_[A-Za-z0-9+/]+=*$")]
    secret: String,
}

impl From<webhooks::WithSecret> for WebhookWithSecret {
    fn from(made: webhooks::WithSecret) -> Self {
        Self { webhook: made.webhook.into(), secret: made.secret.to_string() }
    }
}

/// The webhooks of an organization.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"items": [{
    "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "Security channel", "url": "https://hooks.example.org/nightlatch",
    "events": ["*"], "enabled": true, "createdAt": "2026-11-24T09:00:00Z",
    "createdBy": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11"
}]}))]
struct WebhookList {
    /// The oldest first.
    items: Vec<Webhook>,
}

/// Lists the webhooks
///
/// Takes the permission `webhooks.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    responses(
        (status = 200, description = "All webhooks, each with its newest delivery.", body = WebhookList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/webhooks")]
pub async fn list_webhooks(caller: PersonCan<WebhooksWrite>) -> Result<HttpResponse, Problem> {
    let found = caller.run(webhooks::list).await?;
    Ok(HttpResponse::Ok().json(WebhookList { items: found.into_iter().map(Into::into).collect() }))
}

/// What the webhook is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Security channel", "url": "https://hooks.example.org/nightlatch",
    "events": ["authenticator.*", "two_factor.reset"]
}))]
struct CreateWebhookRequest {
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// By `https` and on the public Internet, without a user name and a password.
    #[schema(max_length = 2000)]
    url: String,
    /// Names of events, as the enum of `action` of `GET /v1/audit-events` lists them: `login.succeeded`. Kinds of them: `login.*`. Or `*` for
    /// all, those of later versions too.
    #[schema(min_items = 1)]
    events: Vec<String>,
    /// True where nothing is said.
    #[schema(nullable = false)]
    enabled: Option<bool>,
}

/// Creates a webhook
///
/// From now on it is told of each event by a POST, signed after Standard Webhooks, and repeated for three days until the
/// receiver answers 2xx. At most 20 in an organization. Takes the permission `webhooks.write`, and a step-up of a caller who
/// has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    request_body = CreateWebhookRequest,
    responses(
        (status = 201, description = "The new webhook.", body = WebhookWithSecret),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[post("/v1/webhooks")]
pub async fn create_webhook(
    caller: PersonCanSteppedUp<WebhooksWrite>,
    Json(body): Json<CreateWebhookRequest>,
) -> Result<HttpResponse, Problem> {
    let draft = WebhookDraft {
        name: WebhookName::parse(&body.name)?,
        url: WebhookUrl::parse(&body.url, caller.client.app.settings.webhook_private_targets)?,
        events: patterns(&body.events)?,
        enabled: body.enabled.unwrap_or(true),
    };
    let create = move |op: &Operation, caller: &Caller| {
        let created = webhooks::create(op, caller, draft)?;
        Ok(Reply::created(&WebhookWithSecret::from(created))?.with_secret())
    };
    caller.answer(create).await
}

/// Reads a webhook
///
/// Takes the permission `webhooks.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    params(("id" = Uuid, Path, description = "Of the webhook.")),
    responses(
        (status = 200, description = "The webhook with its newest delivery.", body = Webhook),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/webhooks/{id}")]
pub async fn read_webhook(caller: PersonCan<WebhooksWrite>, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = WebhookId(*id);
    let found = caller.run(move |op, caller| webhooks::find(op, caller, id)).await?;
    Ok(HttpResponse::Ok().json(Webhook::from(found)))
}

/// What is to be changed; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"enabled": false}))]
struct UpdateWebhookRequest {
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    name: Option<String>,
    /// By `https` and on the public Internet, without a user name and a password.
    #[schema(nullable = false, max_length = 2000)]
    url: Option<String>,
    /// Names of events, as the enum of `action` of `GET /v1/audit-events` lists them: `login.succeeded`. Kinds of them: `login.*`. Or `*` for
    /// all, those of later versions too.
    #[schema(nullable = false, min_items = 1)]
    events: Option<Vec<String>>,
    /// False pauses it: nothing is sent, what waits is kept, and events from then on are not told.
    #[schema(nullable = false)]
    enabled: Option<bool>,
}

/// Changes a webhook
///
/// Takes the permission `webhooks.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    params(("id" = Uuid, Path, description = "Of the webhook.")),
    request_body = UpdateWebhookRequest,
    responses(
        (status = 200, description = "The changed webhook.", body = Webhook),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[patch("/v1/webhooks/{id}")]
pub async fn update_webhook(
    caller: PersonCanSteppedUp<WebhooksWrite>,
    id: Path<Uuid>,
    Json(body): Json<UpdateWebhookRequest>,
) -> Result<HttpResponse, Problem> {
    let private_targets = caller.client.app.settings.webhook_private_targets;
    let url = body.url.map(|url| WebhookUrl::parse(&url, private_targets)).transpose()?;
    let changes = WebhookChanges {
        name: body.name.as_deref().map(WebhookName::parse).transpose()?,
        url,
        events: body.events.as_deref().map(patterns).transpose()?,
        enabled: body.enabled,
    };
    let id = WebhookId(*id);
    let changed = caller.run(move |op, caller| webhooks::update(op, caller, id, &changes)).await?;
    Ok(HttpResponse::Ok().json(Webhook::from(changed)))
}

/// Deletes a webhook
///
/// Its deliveries go with it, those that wait as well. Takes the permission `webhooks.write`, and a step-up of a caller who
/// has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    params(("id" = Uuid, Path, description = "Of the webhook.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[delete("/v1/webhooks/{id}")]
pub async fn delete_webhook(
    caller: PersonCanSteppedUp<WebhooksWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = WebhookId(*id);
    caller.run(move |op, caller| webhooks::delete(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How the secret is to be changed.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"overlapHours": 24}))]
struct RotateWebhookSecretRequest {
    /// So long the secret that it had signs as well; 24 where nothing is said.
    #[schema(nullable = false, minimum = 0, maximum = 168)]
    overlap_hours: Option<u16>,
}

/// Gives a webhook a new secret
///
/// For the time of the overlap each delivery has two signatures, of which receivers need one. A secret that a rotation before
/// has left over ends now. Takes the permission `webhooks.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    params(("id" = Uuid, Path, description = "Of the webhook.")),
    request_body = RotateWebhookSecretRequest,
    responses(
        (status = 200, description = "The webhook with its new secret.", body = WebhookWithSecret),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[post("/v1/webhooks/{id}/rotate-secret")]
pub async fn rotate_webhook_secret(
    caller: PersonCanSteppedUp<WebhooksWrite>,
    id: Path<Uuid>,
    Json(body): Json<RotateWebhookSecretRequest>,
) -> Result<HttpResponse, Problem> {
    let (id, overlap) = (WebhookId(*id), overlap(body.overlap_hours)?);
    let rotate = move |op: &Operation, caller: &Caller| {
        let rotated = webhooks::rotate_secret(op, caller, id, overlap)?;
        Ok(Reply::ok(&WebhookWithSecret::from(rotated))?.with_secret())
    };
    caller.answer(rotate).await
}

fn overlap(asked: Option<u16>) -> Result<TimeDelta, FieldError> {
    let hours = asked.unwrap_or(USUAL_OVERLAP);
    if hours <= LONGEST_OVERLAP {
        Ok(TimeDelta::hours(hours.into()))
    } else {
        let message = format!("From 0 to {LONGEST_OVERLAP}.");
        Err(FieldError::new("overlapHours", "out_of_range", message))
    }
}
