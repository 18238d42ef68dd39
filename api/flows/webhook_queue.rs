//! The queues of webhooks: events are put into them as they are written, and sent by whichever worker takes them first.

use serde_json::json;

use super::{Operation, claiming::claim_in_turn, webhooks::told_of};
use crate::{
    crypto::{sealer::WebhookRow, webhook_secret::WebhookSecret},
    domain::{
        audit::{Action, AuditEvent},
        id::{OrganizationId, WebhookId},
        webhook::{Audience, DisabledBecause, Webhook},
        webhook_delivery::{DeliveryStatus, LEASE, next_attempt},
    },
    error::{Failure, Fault},
    store::{
        Tx,
        webhook_deliveries::{self, Attempted, Claimed, Key},
        webhooks::{self, SealedSecrets},
    },
    webhook::{Answer, Post, Unreached},
};

/// So many deliveries of one webhook a replica has under way at once: a slow receiver does not hold up the others.
const AT_ONCE: usize = 4;

/// A delivery to be sent, and what its sender has to name to say how that went.
pub struct Claim {
    pub webhook_id: WebhookId,
    pub post: Post,
    delivery: Claimed,
}

/// Takes at most that many deliveries that are due, for [`LEASE`]. `busy` names the webhook of each that is under way here.
pub fn claim(op: &Operation, most: usize, busy: &[WebhookId]) -> Result<Vec<Claim>, Failure> {
    let due = op.read(|rx| webhooks::due(rx, op.now))?;
    claim_in_turn(op, due, |(organization, webhook), taken| {
        let under_way = busy.iter().filter(|id| **id == webhook).count();
        match AT_ONCE.saturating_sub(under_way).min(most - taken) {
            0 => Ok(Vec::new()),
            room => op.write(|tx| claim_of(op, tx, organization, webhook, room)),
        }
    })
}

fn claim_of(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    id: WebhookId,
    most: usize,
) -> Result<Vec<Claim>, Failure> {
    let Some((webhook, secrets)) = webhooks::find_enabled(tx, organization, id, op.now)? else {
        return Ok(Vec::new());
    };
    let secrets = open(op, WebhookRow { organization_id: organization, id }, &secrets)?;
    let most = i64::try_from(most).map_err(Fault::internal)?;
    let claimed = webhook_deliveries::claim(tx, (organization, id), op.now, op.now + LEASE, most)?;
    Ok(claimed.into_iter().map(|delivery| signed(op, &webhook, &secrets, delivery)).collect())
}

/// The valid secrets, the current one first.
fn open(op: &Operation, row: WebhookRow, sealed: &SealedSecrets) -> Result<Vec<WebhookSecret>, Fault> {
    let sealed = [Some(&sealed.current), sealed.former.as_ref()].into_iter().flatten();
    sealed.map(|sealed| WebhookSecret::open(op.keyring(), row, sealed)).collect()
}

fn signed(op: &Operation, webhook: &Webhook, secrets: &[WebhookSecret], delivery: Claimed) -> Claim {
    let (id, timestamp) = (delivery.key.event_id.0.to_string(), op.now.timestamp());
    let signatures: Vec<_> =
        secrets.iter().map(|secret| secret.sign(&id, timestamp, &delivery.body)).collect();
    let post = Post {
        url: webhook.url.as_url().clone(),
        id,
        timestamp,
        signatures: signatures.join(" "),
        body: delivery.body.clone(),
    };
    Claim { webhook_id: webhook.id, post, delivery }
}

/// Says how an attempt went that took so many milliseconds: the delivery is over, or it is tried again after a pause.
pub fn settle(
    op: &Operation,
    claim: &Claim,
    answered: &Result<Answer, Unreached>,
    millis: i32,
) -> Result<(), Failure> {
    let key = claim.delivery.key;
    op.write(|tx| {
        let kept = match answered {
            Ok(Answer { status: 200..=299, .. }) => acknowledge(op, tx, key, &attempted(answered, millis))?,
            Ok(Answer { status: 410, .. }) => retire(op, tx, key, &attempted(answered, millis))?,
            Ok(_) | Err(_) => try_again(op, tx, claim, answered, millis)?,
        };
        if !kept {
            tracing::warn!(event = %key.event_id.0, "a delivery was taken over, repeated or deleted meanwhile");
        }
        Ok(())
    })
}

fn attempted(answered: &Result<Answer, Unreached>, millis: i32) -> Attempted<'_> {
    match answered {
        Ok(Answer { status, .. }) => Attempted { response_status: Some(*status), millis, error: None },
        Err(Unreached(why)) => Attempted { response_status: None, millis, error: Some(why) },
    }
}

fn acknowledge(op: &Operation, tx: &mut Tx, key: Key, attempted: &Attempted) -> Result<bool, Fault> {
    webhooks::note_delivered(tx, key.organization_id, key.webhook_id)?;
    webhook_deliveries::finish(tx, key, DeliveryStatus::Delivered, attempted, op.now)
}

/// The receiver is gone for good (RFC 9110, section 15.5.11).
fn retire(op: &Operation, tx: &mut Tx, key: Key, attempted: &Attempted) -> Result<bool, Fault> {
    let because = DisabledBecause::Gone;
    if webhooks::disable(tx, key.organization_id, key.webhook_id, because, op.now)? {
        warn(op, tx, key, Action::WebhookDisabled, json!({"reason": because}))?;
    }
    webhook_deliveries::finish(tx, key, DeliveryStatus::Failed, attempted, op.now)
}

fn try_again(
    op: &Operation,
    tx: &mut Tx,
    claim: &Claim,
    answered: &Result<Answer, Unreached>,
    millis: i32,
) -> Result<bool, Fault> {
    let (key, attempted) = (claim.delivery.key, attempted(answered, millis));
    let asked = match answered {
        Ok(Answer { status: 429 | 503, retry_after: Some(pause) }) => Some(pause.after(op.now)),
        Ok(_) | Err(_) => None,
    };
    let [jitter] = op.app.random.bytes();
    if let Some(at) = next_attempt(claim.delivery.due_since, op.now, asked, jitter) {
        return webhook_deliveries::postpone(tx, key, at, &attempted);
    }
    // Told once, until a delivery succeeds again: or two webhooks that tell of each other would never end.
    if webhooks::note_given_up(tx, key.organization_id, key.webhook_id, op.now)? {
        let detail = json!({"event": key.event_id, "attempts": key.attempts});
        warn(op, tx, key, Action::WebhookGivenUp, detail)?;
    }
    webhook_deliveries::finish(tx, key, DeliveryStatus::GivenUp, &attempted, op.now)
}

/// Writes that a webhook does not work.
fn warn(
    op: &Operation,
    tx: &mut Tx,
    key: Key,
    action: Action,
    mut detail: serde_json::Value,
) -> Result<(), Fault> {
    if let Some(webhook) = webhooks::find(tx, key.organization_id, key.webhook_id)? {
        detail["webhook"] = told_of(&webhook);
    }
    let event = AuditEvent::about_user(key.organization_id, None, action).failed().with(detail);
    op.record(tx, event.telling(Audience::SubscribedBut(key.webhook_id)))
}
