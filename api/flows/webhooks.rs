//! Webhooks: where an organization is told of its audit events, and what became of that.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{Operation, administrators::permitted_user, caller::Caller, paging};
use crate::{
    crypto::{sealer::WebhookRow, webhook_secret::WebhookSecret},
    domain::{
        audit::Action,
        id::{EventId, OrganizationId, WebhookId},
        rejection::{FieldError, Rejection},
        role::Permission,
        webhook::{Audience, Disabled, DisabledBecause, EventPattern, Webhook, WebhookName, WebhookUrl},
        webhook_delivery::Delivery,
    },
    error::{Failure, Fault},
    store::{Tx, organizations, webhook_deliveries, webhooks},
};

pub use crate::store::webhook_deliveries::Filter as DeliveryFilter;

/// So many webhooks an organization has at most.
const MOST: i64 = 20;

/// A webhook with the newest of its deliveries.
pub struct WebhookEntry {
    pub webhook: Webhook,
    pub last_delivery: Option<Delivery>,
}

/// A webhook with the secret that is shown this once.
pub struct WithSecret {
    pub webhook: Webhook,
    pub secret: Zeroizing<String>,
}

/// The webhooks of the organization in which the caller acts, the oldest first.
pub fn list(op: &Operation, caller: &Caller) -> Result<Vec<WebhookEntry>, Failure> {
    let organization = caller.organization_id();
    let (found, mut latest) =
        op.read(|rx| Ok((webhooks::list(rx, organization)?, webhook_deliveries::latest(rx, organization)?)))?;
    let entry = |webhook: Webhook| WebhookEntry { last_delivery: latest.remove(&webhook.id), webhook };
    Ok(found.into_iter().map(entry).collect())
}

/// One of them. Errors: there is none.
pub fn find(op: &Operation, caller: &Caller, id: WebhookId) -> Result<WebhookEntry, Failure> {
    let organization = caller.organization_id();
    let (found, last) = op.read(|rx| {
        let last = webhook_deliveries::newest(rx, (organization, id))?;
        Ok((webhooks::find(rx, organization, id)?, last))
    })?;
    let webhook = found.ok_or(Rejection::NotFound)?;
    Ok(WebhookEntry { webhook, last_delivery: last })
}

/// What a webhook is to be.
pub struct WebhookDraft {
    pub name: WebhookName,
    pub url: WebhookUrl,
    pub events: BTreeSet<EventPattern>,
    pub enabled: bool,
}

/// Creates a webhook. Errors: too many.
pub fn create(op: &Operation, caller: &Caller, draft: WebhookDraft) -> Result<WithSecret, Failure> {
    let organization = caller.organization_id();
    let WebhookDraft { name, url, events, enabled } = draft;
    let webhook = Webhook {
        id: op.new_id(),
        name,
        url,
        events,
        disabled: (!enabled).then_some(Disabled { at: op.now, because: DisabledBecause::Paused }),
        created_at: op.now,
        created_by: caller.user.id,
        former_secret_until: None,
    };
    let secret = WebhookSecret::generate(&*op.app.random);
    op.write(|tx| {
        admit(tx, caller)?;
        if webhooks::count(tx, organization)? >= MOST {
            let message = format!("An organization has at most {MOST} webhooks.");
            return Err(FieldError::new("", "too_many_webhooks", message).into());
        }
        webhooks::insert(tx, organization, &webhook, &seal(op, organization, webhook.id, &secret))?;
        let detail = json!({"webhook": told_of(&webhook), "new": settings(&webhook)});
        op.record(tx, caller.event(Action::WebhookCreated).with(detail))?;
        Ok(())
    })?;
    Ok(WithSecret { webhook, secret: secret.reveal() })
}

/// What is to be changed about a webhook; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct WebhookChanges {
    pub name: Option<WebhookName>,
    pub url: Option<WebhookUrl>,
    pub events: Option<BTreeSet<EventPattern>>,
    pub enabled: Option<bool>,
}

/// Changes a webhook. One that is enabled again is told what had been waiting. Errors: there is none.
pub fn update(
    op: &Operation,
    caller: &Caller,
    id: WebhookId,
    changes: &WebhookChanges,
) -> Result<WebhookEntry, Failure> {
    let organization = caller.organization_id();
    op.write(|tx| {
        let old = lock(tx, caller, id)?;
        let new = changed(op, &old, changes.clone());
        if new != old {
            webhooks::update(tx, organization, &new)?;
            let mut detail = json!({"webhook": told_of(&new), "old": settings(&old), "new": settings(&new)});
            if new.url != old.url {
                detail["urlChanged"] = json!(true);
            }
            op.record(tx, caller.event(Action::WebhookUpdated).with(detail))?;
        }
        let last_delivery = webhook_deliveries::newest(tx, (organization, id))?;
        Ok(WebhookEntry { webhook: new, last_delivery })
    })
}

fn changed(op: &Operation, old: &Webhook, changes: WebhookChanges) -> Webhook {
    let WebhookChanges { name, url, events, enabled } = changes;
    let disabled = match enabled {
        Some(true) => None,
        Some(false) => {
            Some(old.disabled.unwrap_or(Disabled { at: op.now, because: DisabledBecause::Paused }))
        }
        None => old.disabled,
    };
    Webhook {
        name: name.unwrap_or_else(|| old.name.clone()),
        url: url.unwrap_or_else(|| old.url.clone()),
        events: events.unwrap_or_else(|| old.events.clone()),
        disabled,
        ..old.clone()
    }
}

/// Deletes a webhook with its deliveries. Errors: there is none.
pub fn delete(op: &Operation, caller: &Caller, id: WebhookId) -> Result<(), Failure> {
    op.write(|tx| {
        let webhook = lock(tx, caller, id)?;
        webhooks::delete(tx, caller.organization_id(), id, op.now)?;
        let detail = json!({"webhook": told_of(&webhook), "old": settings(&webhook)});
        op.record(tx, caller.event(Action::WebhookDeleted).with(detail))?;
        Ok(())
    })
}

/// Gives a webhook a new secret; the one that it had signs as well for so long. Errors: there is none.
pub fn rotate_secret(
    op: &Operation,
    caller: &Caller,
    id: WebhookId,
    overlap: TimeDelta,
) -> Result<WithSecret, Failure> {
    let organization = caller.organization_id();
    let (secret, until) = (WebhookSecret::generate(&*op.app.random), op.now + overlap);
    let webhook = op.write(|tx| {
        let webhook = lock(tx, caller, id)?;
        webhooks::rotate(tx, organization, id, &seal(op, organization, id, &secret), until)?;
        let detail = json!({"webhook": told_of(&webhook), "formerSecretUntil": until});
        op.record(tx, caller.event(Action::WebhookSecretRotated).with(detail))?;
        Ok(Webhook { former_secret_until: Some(until), ..webhook })
    })?;
    Ok(WithSecret { webhook, secret: secret.reveal() })
}

/// Tells a webhook of an event of its own, whatever it is told of. Errors: there is none, or it is disabled.
pub fn test(op: &Operation, caller: &Caller, id: WebhookId) -> Result<Delivery, Failure> {
    let key = (caller.organization_id(), id);
    op.write(|tx| {
        let webhook = lock_enabled(tx, caller, id)?;
        let event = caller.event(Action::WebhookTest).with(json!({"webhook": told_of(&webhook)}));
        let event = op.append(tx, &event.telling(Audience::SubscribedAnd(id)))?;
        let made = webhook_deliveries::lock(tx, key, event)?;
        Ok(made.ok_or_else(|| Fault::internal("a test that nobody is told of"))?)
    })
}

/// A part of a webhook's deliveries, newest first.
pub struct DeliveryPage {
    pub deliveries: Vec<Delivery>,
    /// The last delivery of this part, where there are older ones.
    pub next_before: Option<EventId>,
}

/// The deliveries of a webhook. Errors: there is none.
pub fn list_deliveries(
    op: &Operation,
    caller: &Caller,
    id: WebhookId,
    filter: DeliveryFilter,
    limit: usize,
) -> Result<DeliveryPage, Failure> {
    let organization = caller.organization_id();
    let to_read = paging::to_read(limit)?;
    let (webhook, found) = op.read(|rx| {
        let deliveries = webhook_deliveries::list(rx, (organization, id), filter, to_read)?;
        Ok((webhooks::find(rx, organization, id)?, deliveries))
    })?;
    webhook.ok_or(Rejection::NotFound)?;
    let (deliveries, next_before) = paging::part(found, limit, |last| last.id);
    Ok(DeliveryPage { deliveries, next_before })
}

/// Sends a delivery once more, as often as it takes. Errors: there is none, or its webhook is disabled.
pub fn redeliver(
    op: &Operation,
    caller: &Caller,
    id: WebhookId,
    delivery: EventId,
) -> Result<Delivery, Failure> {
    let key = (caller.organization_id(), id);
    op.write(|tx| {
        let webhook = lock_enabled(tx, caller, id)?;
        if webhook_deliveries::lock(tx, key, delivery)?.is_none() {
            return Err(Rejection::NotFound.into());
        }
        webhook_deliveries::requeue(tx, key, delivery, op.now)?;
        let detail = json!({"webhook": told_of(&webhook), "event": delivery});
        op.record(tx, caller.event(Action::WebhookRedelivered).with(detail))?;
        let queued = webhook_deliveries::lock(tx, key, delivery)?;
        queued.ok_or(Rejection::NotFound.into())
    })
}

/// Whether the caller may change webhooks. The organization is locked, so that they are changed one after the other. A
/// rejection: the caller has lost the session or the permission in between.
fn admit(tx: &mut Tx, caller: &Caller) -> Result<(), Failure> {
    organizations::lock(tx, caller.organization_id())?;
    permitted_user(tx, caller, Permission::WebhooksWrite).map(drop)
}

/// A webhook that the caller may change. A rejection: there is none.
fn lock(tx: &mut Tx, caller: &Caller, id: WebhookId) -> Result<Webhook, Failure> {
    admit(tx, caller)?;
    webhooks::lock(tx, caller.organization_id(), id)?.ok_or(Rejection::NotFound.into())
}

fn lock_enabled(tx: &mut Tx, caller: &Caller, id: WebhookId) -> Result<Webhook, Failure> {
    let webhook = lock(tx, caller, id)?;
    if webhook.disabled.is_none() { Ok(webhook) } else { Err(Rejection::WebhookDisabled.into()) }
}

fn seal(op: &Operation, organization_id: OrganizationId, id: WebhookId, secret: &WebhookSecret) -> Vec<u8> {
    secret.seal(op.keyring(), &*op.app.random, WebhookRow { organization_id, id })
}

/// A webhook as events name it.
pub(super) fn told_of(webhook: &Webhook) -> Value {
    json!({"id": webhook.id, "name": webhook.name})
}

/// What events tell of its settings: not the whole URL, whose path may be secret.
fn settings(webhook: &Webhook) -> Value {
    let because = webhook.disabled.map(|disabled| disabled.because);
    let mut settings = json!({
        "name": webhook.name, "origin": webhook.url.origin(), "events": webhook.events, "enabled": because.is_none(),
    });
    if let Some(because) = because {
        settings["disabledBecause"] = json!(because);
    }
    settings
}
