//! Table `passkey_ceremonies`: what authenticators were asked, each question good for one answer.

use diesel::{prelude::*, upsert::excluded};
use serde_json::Value;
use uuid::Uuid;

use super::{Tx, execute_one, schema::passkey_ceremonies};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::{CeremonyId, ChallengeId, INSTALLATION, OrganizationId, SessionId, UserId},
        passkey::CeremonyPurpose,
    },
    error::Fault,
};

/// Whose ceremony it is: each has one at most.
#[derive(Clone, Copy, Debug)]
pub enum Owner {
    /// Somebody who enrolls.
    Enroller(Account),
    /// A challenge of somebody.
    Challenge(Account, ChallengeId),
    /// A session of somebody in which something has to be proven.
    Session(Account, SessionId),
    /// A sign-in by nobody yet.
    SignIn(CeremonyId),
}

impl Owner {
    fn purpose(self) -> CeremonyPurpose {
        match self {
            Self::Enroller(_) => CeremonyPurpose::Enrollment,
            Self::Challenge(..) => CeremonyPurpose::Challenge,
            Self::Session(..) => CeremonyPurpose::Proof,
            Self::SignIn(_) => CeremonyPurpose::SignIn,
        }
    }

    fn id(self) -> Uuid {
        match self {
            Self::Enroller(account) => account.user_id.0,
            Self::Challenge(_, id) => id.0,
            Self::Session(_, id) => id.0,
            Self::SignIn(id) => id.0,
        }
    }

    fn organization_id(self) -> OrganizationId {
        self.account().map_or(INSTALLATION, |account| account.organization_id)
    }

    fn user_id(self) -> Option<UserId> {
        self.account().map(|account| account.user_id)
    }

    fn account(self) -> Option<Account> {
        match self {
            Self::Enroller(account) | Self::Challenge(account, _) | Self::Session(account, _) => {
                Some(account)
            }
            Self::SignIn(_) => None,
        }
    }
}

/// Begins a ceremony in the place of any before.
pub fn put(tx: &mut Tx, owner: Owner, state: &Value, expires_at: Timestamp) -> Result<(), Fault> {
    let values = (
        passkey_ceremonies::org_id.eq(owner.organization_id().0),
        passkey_ceremonies::purpose.eq(owner.purpose().name()),
        passkey_ceremonies::owner_id.eq(owner.id()),
        passkey_ceremonies::user_id.eq(owner.user_id().map(|id| id.0)),
        passkey_ceremonies::state.eq(state),
        passkey_ceremonies::expires_at.eq(expires_at),
    );
    let statement = diesel::insert_into(passkey_ceremonies::table)
        .values(values)
        .on_conflict((passkey_ceremonies::org_id, passkey_ceremonies::purpose, passkey_ceremonies::owner_id))
        .do_update()
        .set((
            passkey_ceremonies::state.eq(excluded(passkey_ceremonies::state)),
            passkey_ceremonies::expires_at.eq(excluded(passkey_ceremonies::expires_at)),
        ));
    execute_one(tx, "ceremony", statement)
}

/// Uses a ceremony up, whatever the answer is worth: its state, unless it was used before or its time is over.
pub fn take(tx: &mut Tx, owner: Owner, now: Timestamp) -> Result<Option<Value>, Fault> {
    let target = passkey_ceremonies::table
        .find((owner.organization_id().0, owner.purpose().name(), owner.id()))
        .filter(passkey_ceremonies::user_id.is_not_distinct_from(owner.user_id().map(|id| id.0)));
    let taken = diesel::delete(target).returning((passkey_ceremonies::state, passkey_ceremonies::expires_at));
    let taken: Option<(Value, Timestamp)> = taken.get_result(tx.connection()?).optional()?;
    Ok(taken.filter(|(_, expires_at)| now < *expires_at).map(|(state, _)| state))
}

/// Ends whatever ceremonies of a user are open; gives their number.
pub fn delete_all(tx: &mut Tx, account: Account) -> Result<usize, Fault> {
    let target = passkey_ceremonies::table
        .filter(passkey_ceremonies::org_id.eq(account.organization_id.0))
        .filter(passkey_ceremonies::user_id.eq(account.user_id.0));
    Ok(diesel::delete(target).execute(tx.connection()?)?)
}
