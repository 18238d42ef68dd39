//! What each documented operation asks of its caller, and a request that only lacks that.

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::json;

use super::{
    actor::{Actor, claims, text},
    call::Call,
    pictures,
    schema::{self, Operation},
};

/// What anybody may call.
pub const OPEN: &[&str] = &[
    "GET /.well-known/jwks.json",
    "GET /healthz",
    "GET /readyz",
    "GET /v1/auth/config",
    "GET /v1/auth/logos/{digest}",
    "GET /v1/auth/sso/{provider}/callback",
    "GET /v1/auth/sso/{provider}/logout",
    "GET /v1/auth/sso/{provider}/start",
    "POST /v1/auth/activate",
    "POST /v1/auth/challenges/{challengeId}/email",
    "POST /v1/auth/challenges/{challengeId}/passkey",
    "POST /v1/auth/challenges/{challengeId}/verify",
    "POST /v1/auth/email/confirm",
    "POST /v1/auth/invitation",
    "POST /v1/auth/login",
    "POST /v1/auth/objection",
    "POST /v1/auth/passkey/login",
    "POST /v1/auth/passkey/options",
    "POST /v1/auth/password/forgot",
    "POST /v1/auth/password/reset",
    "POST /v1/auth/refresh",
    "POST /v1/auth/sso/complete",
];

/// What an enrollment token is good for.
pub const ENROLLING: [&str; 4] = [
    "POST /v1/me/authenticators",
    "POST /v1/me/authenticators/{id}/confirm",
    "POST /v1/me/passkeys",
    "POST /v1/me/passkeys/options",
];

/// What takes a permission.
pub const ADMINISTRATIVE: &[(&str, &str)] = &[
    ("DELETE /v1/api-keys/{id}", "keys.write"),
    ("GET /v1/api-keys", "keys.write"),
    ("POST /v1/api-keys", "keys.write"),
    ("POST /v1/api-keys/{id}/rotate", "keys.write"),
    ("GET /v1/audit-events", "audit.read"),
    ("GET /v1/audit-events/seals", "audit.read"),
    ("GET /v1/audit-events/verify", "audit.read"),
    ("DELETE /v1/branding/logo", "policy.write"),
    ("GET /v1/branding", "policy.read"),
    ("PUT /v1/branding", "policy.write"),
    ("PUT /v1/branding/logo", "policy.write"),
    ("GET /v1/organizations", "organizations.read"),
    ("PATCH /v1/organizations/{id}", "organizations.write"),
    ("POST /v1/organizations", "organizations.write"),
    ("GET /v1/overview", "users.read"),
    ("GET /v1/policy", "policy.read"),
    ("GET /v1/policy/presets", "policy.read"),
    ("POST /v1/policy/preview", "policy.write"),
    ("PUT /v1/policy", "policy.write"),
    ("DELETE /v1/roles/{id}", "roles.write"),
    ("GET /v1/roles", "users.read"),
    ("PATCH /v1/roles/{id}", "roles.write"),
    ("POST /v1/roles", "roles.write"),
    ("DELETE /v1/sso-providers/{id}", "sso.write"),
    ("GET /v1/sso-providers", "sso.write"),
    ("PATCH /v1/sso-providers/{id}", "sso.write"),
    ("POST /v1/sso-providers", "sso.write"),
    ("POST /v1/sso-providers/{id}/test", "sso.write"),
    ("GET /v1/users", "users.read"),
    ("GET /v1/users/{id}", "users.read"),
    ("GET /v1/users/{id}/effective-policy", "users.read"),
    ("POST /v1/users/bulk", "users.read"),
    ("POST /v1/users/{id}/temporary-pass", "users.reset2fa"),
    ("POST /v1/users/{id}/two-factor/reset", "users.reset2fa"),
    ("DELETE /v1/users/{id}/invitation", "users.write"),
    ("DELETE /v1/users/{id}/sessions", "users.write"),
    ("DELETE /v1/users/{id}/sso-identities", "users.write"),
    ("PATCH /v1/users/{id}", "users.write"),
    ("POST /v1/users", "users.write"),
    ("POST /v1/users/import", "users.write"),
    ("POST /v1/users/invitations", "users.write"),
    ("POST /v1/users/{id}/invitation", "users.write"),
    ("POST /v1/users/{id}/password-reset", "users.write"),
    ("PUT /v1/users/{id}/deadline", "users.write"),
    ("DELETE /v1/webhooks/{id}", "webhooks.write"),
    ("GET /v1/webhooks", "webhooks.write"),
    ("GET /v1/webhooks/{id}", "webhooks.write"),
    ("GET /v1/webhooks/{id}/deliveries", "webhooks.write"),
    ("PATCH /v1/webhooks/{id}", "webhooks.write"),
    ("POST /v1/webhooks", "webhooks.write"),
    ("POST /v1/webhooks/{id}/deliveries/{deliveryId}/redeliver", "webhooks.write"),
    ("POST /v1/webhooks/{id}/rotate-secret", "webhooks.write"),
    ("POST /v1/webhooks/{id}/test", "webhooks.write"),
];

/// What takes a fresh second factor of whoever has one.
pub const STEPPED_UP: &[&str] = &[
    "DELETE /v1/api-keys/{id}",
    "POST /v1/api-keys",
    "POST /v1/api-keys/{id}/rotate",
    "DELETE /v1/branding/logo",
    "DELETE /v1/me/authenticators/{id}",
    "DELETE /v1/me/passkeys/{id}",
    "DELETE /v1/me/trusted-devices/{id}",
    "DELETE /v1/me/sso-identities/{id}",
    "POST /v1/me/sso-identities",
    "POST /v1/me/sso-identities/start",
    "DELETE /v1/sso-providers/{id}",
    "PATCH /v1/sso-providers/{id}",
    "POST /v1/sso-providers",
    "POST /v1/users/bulk",
    "PUT /v1/users/{id}/deadline",
    "DELETE /v1/roles/{id}",
    "DELETE /v1/users/{id}/invitation",
    "DELETE /v1/users/{id}/sessions",
    "DELETE /v1/users/{id}/sso-identities",
    "PATCH /v1/me",
    "PATCH /v1/organizations/{id}",
    "PATCH /v1/roles/{id}",
    "PATCH /v1/users/{id}",
    "POST /v1/me/authenticators",
    "POST /v1/me/authenticators/{id}/replace",
    "POST /v1/me/email",
    "POST /v1/me/passkeys/options",
    "POST /v1/me/password",
    "POST /v1/organizations",
    "POST /v1/roles",
    "POST /v1/users",
    "POST /v1/users/import",
    "POST /v1/users/invitations",
    "POST /v1/users/{id}/invitation",
    "POST /v1/users/{id}/password-reset",
    "POST /v1/users/{id}/temporary-pass",
    "POST /v1/users/{id}/two-factor/reset",
    "PUT /v1/branding",
    "PUT /v1/branding/logo",
    "PUT /v1/me/email-verification",
    "PUT /v1/policy",
    "DELETE /v1/webhooks/{id}",
    "PATCH /v1/webhooks/{id}",
    "POST /v1/webhooks",
    "POST /v1/webhooks/{id}/rotate-secret",
];

pub fn closed() -> Vec<Operation> {
    schema::operations().into_iter().filter(|one| !OPEN.contains(&one.name().as_str())).collect()
}

/// A valid request for an operation, with the actor's own id, authenticator or session in its path. Whether there is such
/// a role or webhook, only somebody learns who may ask.
pub fn request(operation: &Operation, actor: &Actor) -> Call {
    let listed = ["/users/", "/roles/", "/api-keys/", "/webhooks/", "/sso-providers/"];
    let id = if listed.iter().any(|resource| operation.path.contains(resource)) {
        actor.id.clone()
    } else if operation.path.contains("/organizations/") {
        text(&claims(&actor.access)["org"])
    } else if operation.path.contains("/sessions/") {
        text(&claims(&actor.access)["sid"])
    } else {
        actor.authenticator.clone()
    };
    let path =
        operation.path.replace("{id}", &id).replace("{userId}", &actor.id).replace("{deliveryId}", &id);
    assert!(!path.contains('{'), "{path}: a parameter that this test does not know");
    let call =
        actor.endpoint.call(operation.method.parse().expect("a method"), &path).header("if-match", "\"1\"");
    if operation.takes("image/png") {
        return call.header("content-type", "image/png").body(pictures::png(2, 1));
    }
    let Some(mut body) = operation.request_example() else { return call };
    if let Some(deadline) = body.get_mut("deadline") {
        *deadline = json!(actor.clock.now() + TimeDelta::days(30));
    }
    call.json(body)
}
