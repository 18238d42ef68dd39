//! Sealing anew what is under retired keys, beside a service that runs.

use serde_json::json;
use uuid::Uuid;

use super::{Uses, leave, record, say};
use crate::{
    app::App,
    crypto::{
        digest_keys::DigestKeys,
        keyring::{Key, KeyState},
        resealing::{Belonging, reseal},
        sealer::{ProviderRow, TotpRow, WebhookRow},
    },
    domain::{
        audit::{Action, Origin},
        key_use::{End, KeyUse},
    },
    error::{Failure, Fault},
    flows::{Operation, audit_seals},
    store::{
        digest_keys,
        sealed_values::{self, Row, SealedValue},
    },
};

/// So many values are sealed anew in one transaction.
const BATCH: i64 = 200;

/// What is under other keys than the active one, and is sealed anew.
pub fn outdated(op: &Operation) -> Result<Uses, Fault> {
    let active = &op.keyring().active().kid;
    op.read(|rx| {
        let mut found = Uses::new();
        for kind in rewrapped() {
            let counts = sealed_values::count(rx, kind, op.now)?;
            let total = counts.iter().filter(|count| count.kid != *active).map(|count| count.total).sum();
            found.insert(kind, total);
        }
        found.retain(|_, total| *total > 0);
        Ok(found)
    })
}

fn rewrapped() -> impl Iterator<Item = KeyUse> {
    // Digest keys are few, and written as a whole.
    KeyUse::ALL.iter().copied().filter(|kind| kind.end() == End::Rewrap && *kind != KeyUse::DigestKeys)
}

/// What became of a rewrap.
#[derive(Debug, Default)]
pub struct Rewrapped {
    pub sealed: Uses,
    /// Values that do not open, and stay as they are.
    pub damaged: i64,
}

/// Seals everything anew that is under other keys, a few values at a time, each as long as nobody has changed it meanwhile: beside a
/// service that runs, and again after it was broken off, from where it was. `told` learns of each batch. What stays of retired keys
/// is kept first.
pub fn rewrap(app: &App, mut told: impl FnMut(u64)) -> Result<Rewrapped, Failure> {
    let origin = Origin::default();
    let op = &Operation::begin(app, &origin);
    keep_digest_keys(op)?;
    audit_seals::seal_all(op)?;
    let mut done = Rewrapped::default();
    let planned = outdated(op)?;
    if planned.is_empty() {
        return Ok(done);
    }
    let process: Uuid = op.new_id();
    let detail = |uses: &Uses| json!({"key": op.keyring().active().kid, "values": uses});
    record(op, Action::KeyringRewrapBegun, detail(&planned))?;
    for kind in planned.into_keys() {
        let mut after = Row::default();
        while let Some(batch) = seal_batch(&Operation::begin(app, &origin), process, kind, after)? {
            after = batch.last;
            *done.sealed.entry(kind).or_default() += batch.replaced;
            done.damaged += batch.damaged;
            told(batch.values);
        }
    }
    record(op, Action::KeyringRewrapped, detail(&done.sealed))?;
    leave(op, process)?;
    Ok(done)
}

/// Values that were looked at together.
struct Batch {
    values: u64,
    last: Row,
    replaced: i64,
    damaged: i64,
}

/// The next of a kind; none after the last.
fn seal_batch(op: &Operation, process: Uuid, kind: KeyUse, after: Row) -> Result<Option<Batch>, Failure> {
    // While this goes on nobody may drop the key that it seals with.
    say(op, process)?;
    let active = &op.keyring().active().kid;
    let values = op.read(|rx| sealed_values::list_outdated(rx, kind, after, active, BATCH))?;
    let Some(last) = values.last().map(|value| value.row) else { return Ok(None) };
    let sealed = seal_anew(op, kind, &values);
    let damaged = i64::try_from(values.len() - sealed.len()).map_err(Fault::internal)?;
    let replaced = op.write(|tx| Ok(sealed_values::replace(tx, kind, &sealed)?))?;
    Ok(Some(Batch { values: values.len() as u64, last, replaced, damaged }))
}

/// Of retired keys, since each of them may leave the ring, and of those that have left it.
fn keep_digest_keys(op: &Operation) -> Result<(), Failure> {
    let ring = op.keyring();
    let stored = op.read(digest_keys::list)?;
    let gone = stored.iter().filter(|(kid, _)| ring.find(kid).is_none());
    let mut kept: Vec<DigestKeys> =
        gone.map(|(kid, sealed)| DigestKeys::open(ring, kid, sealed)).collect::<Result<_, _>>()?;
    let retired = |key: &&Key| matches!(key.state, KeyState::Retired { .. });
    kept.extend(ring.keys().iter().filter(retired).map(DigestKeys::of));
    let sealed: Vec<(&str, Vec<u8>)> =
        kept.iter().map(|keys| (keys.kid(), keys.seal(ring, &*op.app.random))).collect();
    op.write(|tx| {
        for (kid, sealed) in &sealed {
            digest_keys::keep(tx, kid, sealed)?;
        }
        Ok(())
    })
}

fn seal_anew(op: &Operation, kind: KeyUse, values: &[SealedValue]) -> Vec<(Row, Vec<u8>, Vec<u8>)> {
    let anew = |value: &SealedValue| {
        let belonging = belonging(kind, value)?;
        let anew = reseal(op.keyring(), &*op.app.random, &belonging, &value.sealed);
        if anew.is_none() {
            tracing::error!(row = ?value.row, "one of the {} does not open", kind.words());
        }
        Some((value.row, value.sealed.clone(), anew?))
    };
    values.iter().filter_map(anew).collect()
}

fn belonging(kind: KeyUse, value: &SealedValue) -> Option<Belonging> {
    let (organization, owner, id) = value.row;
    let organization_id = organization.into();
    match kind {
        KeyUse::Authenticators => Some(Belonging::Totp(TotpRow {
            organization_id,
            user_id: owner.into(),
            authenticator_id: id.into(),
            parameters: value.parameters?,
        })),
        KeyUse::WebhookSecrets | KeyUse::FormerWebhookSecrets => {
            Some(Belonging::Webhook(WebhookRow { organization_id, id: id.into() }))
        }
        KeyUse::ClientSecrets => {
            Some(Belonging::ClientSecret(ProviderRow { organization_id, id: id.into() }))
        }
        KeyUse::ImportedPeppers => value.hash.clone().map(Belonging::Pepper),
        KeyUse::RecoveryOrigins => Some(Belonging::Origin(organization_id, id.into())),
        KeyUse::DigestKeys
        | KeyUse::Enrollments
        | KeyUse::Departures
        | KeyUse::Mails
        | KeyUse::AuditHeads => None,
    }
}
