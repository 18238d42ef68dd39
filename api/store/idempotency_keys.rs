//! Table `idempotency_keys`: requests that may be sent again, with what was answered.

use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error},
};
use serde_json::Value;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::idempotency_keys};
use crate::{
    domain::{
        Timestamp,
        id::OrganizationId,
        idempotency::{IdempotencyKey, KEPT},
    },
    error::Fault,
};

/// A request that may be sent again.
#[derive(Clone, Debug)]
pub struct Repeatable {
    pub organization_id: OrganizationId,
    /// The user or the API key that sends it.
    pub owner: Uuid,
    pub key: IdempotencyKey,
    /// Of what it asks for.
    pub request_digest: Vec<u8>,
}

/// One that was sent before.
#[derive(Clone, Debug, Queryable)]
pub struct Known {
    pub request_digest: Vec<u8>,
    /// None for one with a secret.
    pub answer: Option<Value>,
    pub created_at: Timestamp,
}

impl Known {
    /// Whether its time is over, so that its key calls another request.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.created_at <= now - KEPT
    }
}

pub fn find(rx: &mut Rx, request: &Repeatable, now: Timestamp) -> Result<Option<Known>, Fault> {
    let columns = (idempotency_keys::request_digest, idempotency_keys::answer, idempotency_keys::created_at);
    let found = row(request).filter(idempotency_keys::created_at.gt(now - KEPT));
    Ok(found.select(columns).first(rx.connection()?).optional()?)
}

/// Notes a request in the transaction that carries it out; false where it was sent before. Waits for one that is being
/// carried out.
pub fn insert(tx: &mut Tx, request: &Repeatable, now: Timestamp) -> Result<bool, Fault> {
    forget_expired(tx, request, now)?;
    let values = (
        idempotency_keys::org_id.eq(request.organization_id.0),
        idempotency_keys::owner_id.eq(request.owner),
        idempotency_keys::key.eq(request.key.as_str()),
        idempotency_keys::request_digest.eq(&request.request_digest),
        idempotency_keys::created_at.eq(now),
    );
    let made = diesel::insert_into(idempotency_keys::table).values(values).on_conflict_do_nothing();
    Ok(made.execute(tx.connection()?)? == 1)
}

/// Whether a write failed because its request was noted by another one meanwhile. It has done nothing.
pub fn is_repeat(fault: &Fault) -> bool {
    match fault.cause().downcast_ref() {
        Some(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, violation)) => {
            violation.constraint_name().is_some_and(|name| name.starts_with("idempotency_keys"))
        }
        Some(_) | None => false,
    }
}

/// Forgets one whose time is over.
pub fn forget_expired(tx: &mut Tx, request: &Repeatable, now: Timestamp) -> Result<(), Fault> {
    let expired = row(request).filter(idempotency_keys::created_at.le(now - KEPT));
    diesel::delete(expired).execute(tx.connection()?)?;
    Ok(())
}

/// Keeps what was answered.
pub fn keep_answer(tx: &mut Tx, request: &Repeatable, answer: &Value) -> Result<(), Fault> {
    let statement = diesel::update(row(request)).set(idempotency_keys::answer.eq(answer));
    execute_one(tx, "idempotency key", statement)
}

/// Forgets one whose answer says nothing for good.
pub fn delete(tx: &mut Tx, request: &Repeatable) -> Result<(), Fault> {
    execute_one(tx, "idempotency key", diesel::delete(row(request)))
}

type OneRow<'a> = diesel::dsl::Find<idempotency_keys::table, (Uuid, Uuid, &'a str)>;

fn row(request: &Repeatable) -> OneRow<'_> {
    idempotency_keys::table.find((request.organization_id.0, request.owner, request.key.as_str()))
}
