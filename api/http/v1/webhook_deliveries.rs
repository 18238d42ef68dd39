//! Deliveries of webhooks, for administrators: what was sent, what waits, and what is sent once more.

use actix_web::{HttpResponse, get, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    domain::{
        id::{EventId, WebhookId},
        webhook_delivery::{self, DeliveryStatus},
    },
    flows::{
        Operation,
        caller::Caller,
        webhooks::{self, DeliveryFilter, DeliveryPage},
    },
    http::{
        auth::{PersonCan, WebhooksWrite},
        body::Query,
        named,
        paging::{self, Cursor},
        problem::Problem,
        reply::Reply,
    },
};

/// What became of telling a webhook of an event.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WebhookDelivery, example = json!({
    "id": "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914", "event": "login.succeeded", "status": "queued", "attempts": 2,
    "createdAt": "2026-11-24T09:00:00Z", "lastAttemptAt": "2026-11-24T09:00:05Z",
    "nextAttemptAt": "2026-11-24T09:05:10Z", "responseStatus": 500, "responseMillis": 120
}))]
pub struct Delivery {
    /// Of the audit event, and the header `webhook-id` of each attempt.
    id: Uuid,
    /// What happened, as `subject.participle`.
    event: String,
    status: named::DeliveryStatus,
    #[schema(minimum = 0)]
    attempts: i32,
    created_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    last_attempt_at: Option<DateTime<Utc>>,
    /// With `queued`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_attempt_at: Option<DateTime<Utc>>,
    /// When it was acknowledged, refused or given up.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    finished_at: Option<DateTime<Utc>>,
    /// The HTTP status of the last answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    response_status: Option<i16>,
    /// So long the last attempt took.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    response_millis: Option<i32>,
    /// Why the last attempt got no answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    error: Option<String>,
}

impl From<webhook_delivery::Delivery> for Delivery {
    fn from(delivery: webhook_delivery::Delivery) -> Self {
        let waits = delivery.status == DeliveryStatus::Queued;
        Self {
            id: delivery.id.0,
            event: delivery.action,
            status: delivery.status.into(),
            attempts: delivery.attempts,
            created_at: delivery.created_at,
            last_attempt_at: delivery.last_attempt_at,
            next_attempt_at: waits.then_some(delivery.next_attempt_at),
            finished_at: delivery.finished_at,
            response_status: delivery.response_status,
            response_millis: delivery.response_millis,
            error: delivery.last_error,
        }
    }
}

/// A part of a webhook's deliveries, newest first.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WebhookDeliveryList, example = json!({
    "items": [{
        "id": "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914", "event": "login.succeeded", "status": "delivered", "attempts": 1,
        "createdAt": "2026-11-24T09:00:00Z", "lastAttemptAt": "2026-11-24T09:00:00Z",
        "finishedAt": "2026-11-24T09:00:01Z", "responseStatus": 204, "responseMillis": 80
    }],
    "nextCursor": "MDE5OWYzYTEtOGUzZi03YzYyLThkNWUtNGM3M2ViZjJmOTE0"
}))]
struct DeliveryList {
    items: Vec<Delivery>,
    /// Where the next part begins; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_cursor: Option<String>,
}

impl From<DeliveryPage> for DeliveryList {
    fn from(page: DeliveryPage) -> Self {
        let next_cursor = page.next_before.map(|before| before.encode());
        Self { items: page.deliveries.into_iter().map(Into::into).collect(), next_cursor }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct DeliveryQuery {
    /// Only those that stand like this.
    #[param(nullable = false, inline)]
    status: Option<named::DeliveryStatus>,
    /// How many at most; 50 where nothing is said.
    #[param(nullable = false, minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// The `nextCursor` of the part before.
    #[param(nullable = false)]
    cursor: Option<String>,
}

/// Lists the deliveries of a webhook
///
/// Those that have ended are kept for 30 days. Takes the permission `webhooks.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    params(("id" = Uuid, Path, description = "Of the webhook."), DeliveryQuery),
    responses(
        (status = 200, description = "A part of the deliveries, newest first.", body = DeliveryList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/webhooks/{id}/deliveries")]
pub async fn list_webhook_deliveries(
    caller: PersonCan<WebhooksWrite>,
    id: Path<Uuid>,
    Query(query): Query<DeliveryQuery>,
) -> Result<HttpResponse, Problem> {
    let (id, limit) = (WebhookId(*id), paging::limit(query.limit)?);
    let (status, before) = (query.status.map(|status| status.0), Cursor::decode(query.cursor.as_deref())?);
    let filter = DeliveryFilter { status, before };
    let page = caller.run(move |op, caller| webhooks::list_deliveries(op, caller, id, filter, limit)).await?;
    Ok(HttpResponse::Ok().json(DeliveryList::from(page)))
}

/// Tells a webhook of a test
///
/// The event `webhook.test` goes the way of all others, also to a webhook that is told of other events only. Whoever else is told of
/// `*`, `webhook.*` or `webhook.test` is told of this one as well. Takes the permission `webhooks.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    params(("id" = Uuid, Path, description = "Of the webhook.")),
    responses(
        (status = 202, description = "The delivery, which is on its way.", body = Delivery),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 409, description = "`webhook_disabled`"),
    )
)]
#[post("/v1/webhooks/{id}/test")]
pub async fn test_webhook(caller: PersonCan<WebhooksWrite>, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = WebhookId(*id);
    caller.answer(move |op, caller| Reply::accepted(&Delivery::from(webhooks::test(op, caller, id)?))).await
}

/// Sends a delivery once more
///
/// At once, and for three days until it is acknowledged, under the same `webhook-id` and with the same body. Takes the
/// permission `webhooks.write`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["webhooks.write"])),
    params(
        ("id" = Uuid, Path, description = "Of the webhook."),
        ("deliveryId" = Uuid, Path, description = "Of the delivery."),
    ),
    responses(
        (status = 202, description = "The delivery, which is on its way.", body = Delivery),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 409, description = "`webhook_disabled`"),
    )
)]
#[post("/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver")]
pub async fn redeliver_webhook(
    caller: PersonCan<WebhooksWrite>,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (webhook, delivery) = path.into_inner();
    let (webhook, delivery) = (WebhookId(webhook), EventId(delivery));
    let redeliver = move |op: &Operation, caller: &Caller| {
        Reply::accepted(&Delivery::from(webhooks::redeliver(op, caller, webhook, delivery)?))
    };
    caller.answer(redeliver).await
}
