//! What a second step is decided by, in one statement: the policy, and what the user can answer with beside passkeys.

use diesel::{dsl::exists, prelude::*};

use super::{
    Rx, authenticators, passes, policies,
    recovery_codes::{self, good},
    schema::{authenticators as a, policies as p},
};
use crate::{
    domain::{
        Timestamp, account::Account, authenticator::Authenticator, decision::Holdings, pass::PassKind,
        policy::Policy,
    },
    error::Fault,
};

/// A user's means to prove that it is them.
pub struct Means {
    pub policy: Policy,
    /// The oldest first.
    pub authenticators: Vec<Authenticator>,
    pub recovery_codes_left: i64,
    /// Whether there are recovery codes of another system's form.
    pub guessable_codes: bool,
    /// Of the pass that is not used and in its time.
    pub pass: Option<PassKind>,
}

type Row = (policies::Row, Option<authenticators::Row>, Option<i64>, bool, Option<String>);

pub fn find(rx: &mut Rx, account: Account, now: Timestamp) -> Result<Means, Fault> {
    let codes = || recovery_codes::of(account);
    let rows: Vec<Row> = p::table
        .left_join(a::table.on(a::org_id.eq(p::org_id).and(a::user_id.eq(account.user_id.0))))
        .filter(p::org_id.eq(account.organization_id.0))
        .order((a::confirmed_at, a::id))
        .select((
            policies::Row::as_select(),
            Option::<authenticators::Row>::as_select(),
            codes().filter(good()).count().single_value(),
            exists(codes().filter(recovery_codes::is_guessable())),
            passes::open_kind(account, now),
        ))
        .load(rx.connection_aside())?;
    let mut authenticators = Vec::new();
    let mut first = None;
    for (policy, authenticator, left, guessable_codes, pass) in rows {
        authenticators.extend(authenticator.map(Authenticator::try_from).transpose()?);
        first.get_or_insert((policy, left, guessable_codes, pass));
    }
    let (policy, left, guessable_codes, pass) =
        first.ok_or_else(|| Fault::internal("an organization without a policy"))?;
    Ok(Means {
        policy: policy.parse()?,
        authenticators,
        recovery_codes_left: left.unwrap_or(0),
        guessable_codes,
        pass: pass.as_deref().map(passes::kind).transpose()?,
    })
}

impl Means {
    pub fn holdings(&self) -> Holdings {
        Holdings {
            recovery_codes_left: self.recovery_codes_left,
            pass: self.pass.is_some_and(|kind| self.policy.accepted_passes().contains(&kind)),
        }
    }
}
