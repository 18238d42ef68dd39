//! Optimistic writes: what is seldom disturbed is decided without a transaction. Everything is read without a lock; everything
//! that is written waits, and goes in one statement, which asserts that the user who is held did not change meanwhile and that
//! every write finds its row. Otherwise nothing of it is written, and the same is decided anew in a transaction. That saves the
//! round trips of the transaction and of each lock, and nothing is locked while it is decided.

use std::cell::Cell;

use diesel::{
    QueryableByName,
    pg::Pg,
    query_builder::{AstPass, QueryFragment},
    result::QueryResult,
    sql_types::{Bool, Nullable, Text, Uuid as SqlUuid},
};

use super::{Aborted, Db, Rx, Tx, again_when_aborted, errors, later, push, transaction};
use crate::{
    domain::{
        account::Account,
        throttle::{BudgetKind, PASSWORD, RECOGNIZED_PASSWORD, RECOGNIZED_SECOND_FACTOR, SECOND_FACTOR},
    },
    error::Fault,
};

/// How what is written goes to the database.
#[derive(Default)]
pub(super) enum Manner {
    /// In a transaction, or by a statement that is one.
    #[default]
    AtOnce,
    /// All together at the end.
    Optimistic { held: Option<Held> },
}

/// What others have to leave alone until everything is written, or it is done anew.
pub(super) enum Held {
    /// A user, as they were read.
    User(Account, Version),
    /// A token that is good once: its use is among what is written.
    Token,
}

/// As what a user was read: it changes with every write of their row, which a change of their roles is too, and with every sign-in of
/// theirs.
#[derive(Clone, Debug, QueryableByName)]
pub(super) struct Version {
    #[diesel(sql_type = Text)]
    version: String,
    /// None, where they have no row for it.
    #[diesel(sql_type = Nullable<Text>)]
    sign_in_version: Option<String>,
    /// Whether a budget of theirs may have no room.
    #[diesel(sql_type = Bool)]
    may_be_throttled: bool,
}

impl Version {
    /// What it is read by, of users `u`: the transactions that wrote the rows, and the failures that are kept, past ones too.
    pub(super) const COLUMNS: &'static str = "u.xmin::text AS version, (SELECT l.xmin::text FROM last_sign_ins AS l \
         WHERE l.org_id = u.org_id AND l.user_id = u.id) AS sign_in_version, \
         EXISTS (SELECT FROM budgets AS b WHERE b.org_id = u.org_id AND b.user_id = u.id \
             AND (cardinality(b.failed_at) >= 9 OR b.consecutive_failures >= 100)) AS may_be_throttled";
}

/// With fewer failures every budget has room, also where a success takes a place.
const _: () = {
    let budgets = [PASSWORD, RECOGNIZED_PASSWORD, SECOND_FACTOR, RECOGNIZED_SECOND_FACTOR];
    assert!(budgets.len() == BudgetKind::ALL.len());
    let mut number = 0;
    while number < budgets.len() {
        assert!(budgets[number].failures > 9 && budgets[number].most_consecutive >= 100);
        number += 1;
    }
};

/// What an optimistic write turned out to do that only a transaction can.
#[derive(Debug, thiserror::Error)]
#[error("this needs a transaction")]
struct NeedsTransaction;

impl Db {
    /// Runs `run` without a transaction, and in one as [`Self::write`] does where somebody disturbed it, or it did what only a
    /// transaction can: lock, write at once, or read what it has written.
    pub fn write_optimistically<T>(&self, run: impl Fn(&mut Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        let is_first = Cell::new(true);
        again_when_aborted(&mut self.connection()?, |rx| {
            let done = if is_first.take() { without_transaction(rx, &run)? } else { None };
            done.map_or_else(|| transaction(rx, &run), Ok)
        })
    }
}

/// None: it needs a transaction.
fn without_transaction<T>(
    rx: &mut Rx,
    run: impl Fn(&mut Tx) -> Result<T, Fault>,
) -> Result<Option<T>, Aborted> {
    rx.work.forget();
    rx.work.manner = Manner::Optimistic { held: None };
    let value = run(&mut Tx(rx));
    rx.work.manner = Manner::AtOnce;
    let value = match value {
        Err(fault) if fault.cause().is::<NeedsTransaction>() => return Ok(None),
        value => value.map_err(Aborted::of)?,
    };
    later::assert(rx).map_err(|fault| Aborted::of(errors::of_commit(fault)))?;
    rx.work.note();
    Ok(Some(value))
}

/// Errors: this is no transaction.
pub(super) fn require_transaction(rx: &Rx) -> Result<(), Fault> {
    match rx.work.manner {
        Manner::AtOnce => Ok(()),
        Manner::Optimistic { .. } => Err(Fault::internal(NeedsTransaction)),
    }
}

/// Errors: nothing is held that what is about to wait may rest on.
pub(super) fn require_hold(tx: &Tx) -> Result<(), Fault> {
    match tx.work.manner {
        Manner::AtOnce | Manner::Optimistic { held: Some(_) } => Ok(()),
        Manner::Optimistic { held: None } => Err(Fault::internal(NeedsTransaction)),
    }
}

pub(super) fn is_optimistic(tx: &Tx) -> bool {
    matches!(tx.work.manner, Manner::Optimistic { .. })
}

/// Holds a user as they were read, in the place of a lock of their row: what waits is written only where they are still the same.
/// Errors: they may be throttled. Then a right answer takes the same way as a wrong one, or its time would tell it.
pub(super) fn hold(tx: &mut Tx, account: Account, version: &Version) -> Result<(), Fault> {
    if version.may_be_throttled {
        return Err(Fault::internal(NeedsTransaction));
    }
    tx.work.manner = Manner::Optimistic { held: Some(Held::User(account, version.clone())) };
    later::hold(tx, Unchanged { account, version: version.version.clone() })
}

/// Holds a token, whose use is what waits next.
pub(super) fn hold_token(tx: &mut Tx) {
    tx.work.manner = Manner::Optimistic { held: Some(Held::Token) };
}

/// As what the last sign-in of a user was read who is held; none, where their row is locked. Errors: they are not held, or have
/// no row for it.
pub(super) fn sign_in_held(tx: &Tx, account: Account) -> Result<Option<String>, Fault> {
    match &tx.work.manner {
        Manner::AtOnce => Ok(None),
        Manner::Optimistic {
            held: Some(Held::User(held, Version { sign_in_version: Some(version), .. })),
        } if *held == account => Ok(Some(version.clone())),
        Manner::Optimistic { .. } => Err(Fault::internal(NeedsTransaction)),
    }
}

/// The user's row, locked, if it is as it was read.
struct Unchanged {
    account: Account,
    version: String,
}

impl QueryFragment<Pg> for Unchanged {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        push!(
            out,
            "SELECT FROM users AS u WHERE u.org_id = " SqlUuid = &self.account.organization_id.0,
            " AND u.id = " SqlUuid = &self.account.user_id.0,
            " AND u.xmin::text = " Text = &self.version,
            " FOR UPDATE",
        );
        Ok(())
    }
}
