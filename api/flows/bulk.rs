//! One thing done to many users, each in a transaction of its own, or all in that of a request that may be sent again.

use super::{
    Operation,
    administrators::Administrator,
    deadlines::{self, NewDeadline},
    paging,
    passes::IssuedPass,
    reminders,
    resets::{self, ResetOrder},
};
use crate::{
    domain::{
        Timestamp,
        id::UserId,
        rejection::FieldError,
        role::Permission,
        user::{Place, UserOrder},
    },
    error::{Failure, Fault},
    store::{
        user_list::{self, Filter, Listing},
        users,
    },
};

/// So many users a call may name.
pub const MOST_NAMED: usize = 200;
/// So many users a call gets through that says which ones by a filter.
const MOST_FILTERED: usize = 50;

/// What is done to each.
pub enum BulkAction {
    Reset(ResetOrder),
    ExtendDeadline(NewDeadline),
    Remind,
}

impl BulkAction {
    fn permission(&self) -> Permission {
        match self {
            Self::Reset(_) => Permission::UsersReset2fa,
            Self::ExtendDeadline(_) | Self::Remind => Permission::UsersWrite,
        }
    }

    /// Errors: what nobody could be given.
    fn check(&self, now: Timestamp) -> Result<(), FieldError> {
        match self {
            Self::Reset(_) | Self::Remind => Ok(()),
            Self::ExtendDeadline(deadline) => deadline.check(now),
        }
    }

    fn run(
        &self,
        op: &Operation,
        administrator: &Administrator,
        id: UserId,
    ) -> Result<Option<IssuedPass>, Failure> {
        match self {
            Self::Reset(order) => resets::reset(op, administrator, id, order),
            Self::ExtendDeadline(deadline) => deadlines::set(op, administrator, id, deadline).map(|_| None),
            Self::Remind => reminders::remind(op, administrator, id).map(|()| None),
        }
    }
}

/// To whom it is done.
pub enum Whom {
    Named(Vec<UserId>),
    /// Those of whom this is true, from `after` that address on.
    Filtered {
        filter: Filter,
        after: Option<String>,
    },
}

/// What came of it for one user.
pub struct BulkResult {
    pub id: UserId,
    /// None for somebody whom there is not.
    pub email: Option<String>,
    /// With the code that a reset has issued.
    pub outcome: Result<Option<IssuedPass>, Failure>,
}

/// What came of it.
pub struct BulkOutcome {
    pub results: Vec<BulkResult>,
    /// The address after which the next call goes on; none at the end.
    pub next_after: Option<String>,
}

/// Does it to one user after the other. Who was refused, and why, stands in the results; where the service breaks, it ends
/// with that user, so that no code of those before is lost. Errors: the caller has not got the permission, or the deadline is out of range.
pub fn run(
    op: &Operation,
    administrator: &Administrator,
    whom: &Whom,
    action: &BulkAction,
) -> Result<BulkOutcome, Failure> {
    administrator.require(action.permission())?;
    action.check(op.now)?;
    let Chosen { users, mut next_after } = choose(op, administrator, whom)?;
    let mut results = Vec::with_capacity(users.len());
    for (id, email) in users {
        let outcome = action.run(op, administrator, id);
        let broken = matches!(outcome, Err(Failure::Broken(_)));
        if broken && matches!(whom, Whom::Filtered { .. }) {
            next_after.clone_from(&email);
        }
        results.push(BulkResult { id, email, outcome });
        if broken {
            break;
        }
    }
    Ok(BulkOutcome { results, next_after })
}

/// The users of one call, with their addresses.
struct Chosen {
    users: Vec<(UserId, Option<String>)>,
    next_after: Option<String>,
}

fn choose(op: &Operation, administrator: &Administrator, whom: &Whom) -> Result<Chosen, Fault> {
    let organization_id = administrator.organization_id();
    match whom {
        Whom::Named(ids) => {
            let emails = op.read(|rx| users::emails(rx, organization_id, ids))?;
            let email = |id: UserId| emails.iter().find(|(of, _)| *of == id).map(|(_, email)| email.clone());
            Ok(Chosen { users: ids.iter().map(|id| (*id, email(*id))).collect(), next_after: None })
        }
        Whom::Filtered { filter, after } => {
            let (policy, order) = (administrator.rules(), UserOrder::Email);
            let listing = Listing { organization_id, filter, policy, now: op.now, order };
            let after = after.clone().map(Place::Email);
            let to_read = paging::to_read(MOST_FILTERED)?;
            let found = op.read(|rx| user_list::list(rx, &listing, after.as_ref(), to_read))?;
            let (listed, next_after) = paging::part(found, MOST_FILTERED, |last| last.user.email.clone());
            let users = listed.into_iter().map(|listed| (listed.user.id, Some(listed.user.email)));
            Ok(Chosen { users: users.collect(), next_after })
        }
    }
}
