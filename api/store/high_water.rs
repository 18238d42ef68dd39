//! The high-water mark: the last events that this process knows to be committed. A database that has one of them no longer was
//! restored from an older backup, or lost its last moments in a failover, or had its log cut.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use diesel::{
    PgConnection, QueryableByName, RunQueryDsl,
    result::QueryResult,
    sql_query,
    sql_types::{Array, BigInt, Bool, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::restorations;
use crate::domain::{Timestamp, id::OrganizationId, seal::Position};

/// So many are kept: commits that overtake each other are all among them.
const KEPT: usize = 64;

/// An event of an organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub organization_id: OrganizationId,
    pub position: Position,
}

/// What a process does about a database that is behind, beside not using it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// It answers for what it has told: it notes the loss in the database, so that no other process answers either.
    Answering,
    /// It works beside those that answer, maybe with marks of another database: it tells nobody.
    Beside,
}

/// What was committed last, and whether the database has lost it.
#[derive(Debug, Default)]
pub struct HighWater {
    marks: Mutex<VecDeque<Mark>>,
    /// None while nothing is looked after.
    watch: OnceLock<Watch>,
    lost: AtomicBool,
    /// Held while the marks are kept.
    keeping: Mutex<()>,
}

impl HighWater {
    /// From now on a database that is behind these marks or later ones is not used.
    pub fn guard(&self, marks: Vec<Mark>, watch: Watch) {
        self.note(marks);
        self.watch.get_or_init(|| watch);
    }

    pub(super) fn is_guarded(&self) -> bool {
        self.watch.get().is_some()
    }

    /// Notes what was committed.
    pub fn note(&self, committed: impl IntoIterator<Item = Mark>) {
        let mut marks = self.locked();
        for mark in committed {
            if marks.len() == KEPT {
                marks.pop_front();
            }
            marks.push_back(mark);
        }
    }

    /// Lets the marks be kept, one time after the other, so that the last ones stay.
    pub fn keep<T>(&self, save: impl FnOnce(&[Mark]) -> T) -> T {
        let _turn = self.keeping.lock().unwrap_or_else(PoisonError::into_inner);
        save(&self.marks())
    }

    pub fn marks(&self) -> Vec<Mark> {
        self.locked().iter().copied().collect()
    }

    /// Whether the database was found behind: then nothing is answered.
    pub fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Acquire)
    }

    /// Looks whether something that was committed is not there, here or by what another process has found, and keeps that in
    /// mind.
    pub(super) fn is_behind(&self, connection: &mut PgConnection) -> QueryResult<bool> {
        let is_behind = match self.watch.get() {
            Some(watch) => is_behind(connection, &self.marks(), *watch)?,
            None => false,
        };
        self.lost.store(is_behind, Ordering::Release);
        Ok(is_behind)
    }

    fn locked(&self) -> MutexGuard<'_, VecDeque<Mark>> {
        self.marks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = BigInt)]
    missing: i64,
    #[diesel(sql_type = Bool)]
    open: bool,
}

/// What happened before a loss was settled is forgiven, and what was dropped because it was old. What any process has found
/// concerns all.
const QUERY: &str = "WITH gone AS MATERIALIZED (SELECT m.org_id, m.occurred_at \
         FROM unnest($1, $2, $3) AS m (org_id, occurred_at, id) \
         WHERE m.occurred_at > coalesce((SELECT max(settled_at) FROM restorations), '-infinity') \
         AND NOT EXISTS (SELECT FROM audit_events AS e \
             WHERE e.org_id = m.org_id AND e.occurred_at = m.occurred_at AND e.id = m.id)) \
     SELECT count(*) FILTER (WHERE g.occurred_at >= coalesce( \
             (SELECT max(s.gone_before) FROM audit_seals AS s WHERE s.org_id = g.org_id), '-infinity')) AS missing, \
         EXISTS (SELECT FROM restorations WHERE settled_at IS NULL) AS open FROM gone AS g";

fn is_behind(connection: &mut PgConnection, marks: &[Mark], watch: Watch) -> QueryResult<bool> {
    let organizations: Vec<Uuid> = marks.iter().map(|mark| mark.organization_id.0).collect();
    let times: Vec<Timestamp> = marks.iter().map(|mark| mark.position.occurred_at).collect();
    let ids: Vec<Uuid> = marks.iter().map(|mark| mark.position.id.0).collect();
    let Found { missing, open } = sql_query(QUERY)
        .bind::<Array<SqlUuid>, _>(organizations)
        .bind::<Array<Timestamptz>, _>(times)
        .bind::<Array<SqlUuid>, _>(ids)
        .get_result(connection)?;
    if let Some(mark) = marks.last().filter(|_| missing > 0 && watch == Watch::Answering) {
        tracing::error!(missing, "the database no longer has what this process has answered for");
        restorations::note(connection, mark.position)?;
    }
    Ok(missing > 0 || open)
}
