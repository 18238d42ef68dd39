//! Whom the rule of [`super::standings`] can concern: what follows from it and an index knows, so that a few are not looked
//! for among everybody.

use super::standings::{Statement, Term};
use crate::domain::{
    Timestamp,
    id::OrganizationId,
    policy::{Mode, Policy},
    rollout::{NewUsers, Target},
};

/// Users without a factor that counts whose deadlines may be on one side of a time.
pub(super) struct Candidates<'a> {
    pub organization_id: OrganizationId,
    pub policy: &'a Policy,
    pub at: Timestamp,
}

impl Candidates<'_> {
    /// A selection of ids that has everybody whose deadline is ahead; none where that can be anybody.
    pub(super) fn ahead(&self, statement: &mut Statement) -> Option<String> {
        let terms = self.terms();
        let common = terms.iter().filter(|term| term.phase.target == Target::Everyone);
        if terms.is_empty() || common.clone().any(|term| self.has_passed(term)) {
            // What everybody's deadline was is over for all but those who came later.
            let since = common.filter(|term| self.has_passed(term)).map(|term| self.since(term)).max();
            let mut selected = vec![self.users(statement, "extended_to >", self.at)];
            selected.extend(since.map(|since| self.users(statement, "created_at >=", since)));
            selected.extend(self.holders_of_what_is_not_taken(statement));
            return Some(union(&selected));
        }
        let held = terms.iter().map(|term| self.holders(statement, &term.phase.target));
        held.collect::<Option<Vec<_>>>().map(|selected| union(&selected))
    }

    /// A selection of ids that has everybody whose deadline has passed; none where that can be anybody.
    pub(super) fn passed(&self, statement: &mut Statement) -> Option<String> {
        if self.policy.mode == Mode::Required && self.policy.phases.is_empty() {
            return None;
        }
        let mut selected = vec![self.users(statement, "extended_to <=", self.at)];
        selected.extend(self.holders_of_what_is_not_taken(statement));
        for term in self.terms() {
            if self.has_passed(&term) {
                selected.push(self.holders(statement, &term.phase.target)?);
            } else if term.new_users != NewUsers::Grace {
                selected.push(self.users(statement, "created_at >=", term.phase.starts_at));
            }
        }
        Some(union(&selected))
    }

    fn terms(&self) -> Vec<Term<'_>> {
        let begun = self.policy.phases.iter().filter(|phase| phase.has_begun(self.at));
        let begun = begun.filter(|_| self.policy.mode == Mode::Required);
        begun.flat_map(|phase| Term::of(self.policy, phase)).collect()
    }

    /// Whether the deadline has passed of those who were in its scope when the phase began.
    fn has_passed(&self, term: &Term) -> bool {
        term.phase.deadline() <= self.at
    }

    /// Whoever came into its scope before has no time left.
    fn since(&self, term: &Term) -> Timestamp {
        let grace = self.at - term.phase.grace();
        term.until.map_or(grace, |until| until.min(grace))
    }

    /// Everybody who may have a factor, and none that the policy takes: the indexes for those without one do not know them.
    fn holders_of_what_is_not_taken(&self, statement: &mut Statement) -> Option<String> {
        let policy = self.policy;
        if policy.takes_both() {
            let targets = policy.passkey_only.iter().map(|role| Target::Role(role.clone()));
            let holders: Vec<String> =
                targets.filter_map(|target| self.holders(statement, &target)).collect();
            return (!holders.is_empty()).then(|| union(&holders));
        }
        let alone = match policy.allows_passkeys() {
            true => "oldest_secret_at IS NOT NULL AND passkey_enrolled_at IS NULL",
            false => "passkey_enrolled_at IS NOT NULL AND oldest_secret_at IS NULL",
        };
        let organization = statement.id(self.organization_id.0);
        Some(format!("SELECT id FROM users WHERE org_id = {organization} AND {alone}"))
    }

    fn users(&self, statement: &mut Statement, compared: &str, at: Timestamp) -> String {
        let (organization, at) = (statement.id(self.organization_id.0), statement.time(at));
        format!(
            "SELECT id FROM users WHERE org_id = {organization} AND factor_enrolled_at IS NULL AND {compared} {at}"
        )
    }

    fn holders(&self, statement: &mut Statement, target: &Target) -> Option<String> {
        let Target::Role(role) = target else { return None };
        let (organization, role) = (statement.id(self.organization_id.0), statement.text(role.as_str()));
        Some(format!(
            "SELECT user_id FROM user_roles WHERE org_id = {organization} AND role = {role} AND left_at IS NULL"
        ))
    }
}

fn union(selected: &[String]) -> String {
    selected.join(" UNION ALL ")
}
