//! A user's own trusted devices.

use actix_web::{HttpResponse, delete, get, web::Path};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    domain::id::DeviceId,
    flows::trusted_devices,
    http::{
        auth::{SignedIn, SteppedUp},
        problem::Problem,
    },
};

/// A browser in which a user is not asked for the second factor.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-7d2e-7b51-9c4d-3b62dae1e803", "userAgent": "Mozilla/5.0", "address": "203.0.113.9",
    "trustedAt": "2026-11-24T09:00:00Z", "lastUsedAt": "2026-11-25T09:05:00Z", "expiresAt": "2026-12-01T09:00:00Z",
    "current": true
}))]
struct TrustedDevice {
    id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    user_agent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    address: Option<String>,
    trusted_at: DateTime<Utc>,
    /// When it last spared its user the second factor.
    last_used_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    current: bool,
}

impl From<trusted_devices::ListedDevice> for TrustedDevice {
    fn from(listed: trusted_devices::ListedDevice) -> Self {
        let trusted_devices::ListedDevice { device, ends_at, current } = listed;
        Self {
            id: device.id.0,
            user_agent: device.client.user_agent,
            address: device.client.address.map(|address| address.to_string()),
            trusted_at: device.trusted_at,
            last_used_at: device.last_used_at,
            expires_at: ends_at,
            current,
        }
    }
}

/// The devices that a user trusts, the last used first.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"items": [{
    "id": "0199f3a1-7d2e-7b51-9c4d-3b62dae1e803", "userAgent": "Mozilla/5.0", "trustedAt": "2026-11-24T09:00:00Z",
    "lastUsedAt": "2026-11-25T09:05:00Z", "expiresAt": "2026-12-01T09:00:00Z", "current": false
}]}))]
struct TrustedDeviceList {
    items: Vec<TrustedDevice>,
}

/// Lists the caller's trusted devices
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    responses((status = 200, description = "Where the second factor is not asked for.", body = TrustedDeviceList))
)]
#[get("/v1/me/trusted-devices")]
pub async fn list_trusted_devices(caller: SignedIn) -> Result<HttpResponse, Problem> {
    let listed = caller.run(trusted_devices::list).await?;
    Ok(HttpResponse::Ok().json(TrustedDeviceList { items: listed.into_iter().map(Into::into).collect() }))
}

/// Trusts a device of the caller no more
///
/// The next sign-in there asks for the second factor, and a session that it has begun without one is asked for it.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(("id" = Uuid, Path, description = "Of the device.")),
    responses(
        (status = 204, description = "It is trusted no more."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
    )
)]
#[delete("/v1/me/trusted-devices/{id}")]
pub async fn revoke_trusted_device(caller: SteppedUp, id: Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = DeviceId(*id);
    caller.run(move |op, caller| trusted_devices::revoke(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
