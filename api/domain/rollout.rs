//! The roll-out of a required second factor: whom its phases concern, and by when they have to have one.

use std::collections::BTreeSet;

use chrono::{Datelike, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Timestamp, names::names, rejection::FieldError, role::RoleName, user::User};

/// So many phases a policy may have.
pub const MOST_PHASES: usize = 20;
/// So many days a grace period may last.
pub const LONGEST_GRACE_DAYS: u16 = 90;
/// A year has four digits (RFC 3339, section 5.6).
const LAST_YEAR: i32 = 9_999;

names! {
    /// What is asked of users who were created after a phase had begun.
    NewUsers {
        AtActivation = "atActivation",
        FirstLogin = "firstLogin",
        Grace = "grace",
    }
}

names! {
    /// What a login is told once the deadline has passed.
    AfterGrace {
        EnrollAtLogin = "enrollAtLogin",
        Block = "block",
    }
}

/// Whom a phase concerns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Target {
    Everyone,
    Role(RoleName),
}

impl Target {
    /// When the user came into its scope, if they are in it.
    fn entered(&self, user: &User) -> Option<Timestamp> {
        match self {
            Self::Everyone => Some(user.created_at),
            Self::Role(role) => user.roles.get(role).copied(),
        }
    }
}

/// One step of a roll-out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Phase {
    pub target: Target,
    pub starts_at: Timestamp,
    pub grace_days: u16,
}

impl Phase {
    pub fn grace(&self) -> TimeDelta {
        TimeDelta::days(self.grace_days.into())
    }

    /// The deadline of those who were in its scope when it began.
    pub fn deadline(&self) -> Timestamp {
        self.starts_at + self.grace()
    }

    pub fn has_begun(&self, now: Timestamp) -> bool {
        self.starts_at <= now
    }
}

/// A phase that had begun when another policy took its place. The deadlines that it gave stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PastPhase {
    pub phase: Phase,
    pub new_users: NewUsers,
    pub until: Timestamp,
}

/// By when a user has to have a factor, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// None where no time was ever given: at once.
    pub at: Option<Timestamp>,
    pub basis: Basis,
}

/// What gave a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The policy requires a factor of everybody, without phases.
    AtOnce,
    Phase(Phase),
    /// The user was created after the phase had begun, and gets no grace.
    NewUser(Phase),
    /// An administrator has set it.
    Extended,
}

impl Deadline {
    pub fn has_passed(&self, now: Timestamp) -> bool {
        self.at.is_none_or(|at| at <= now)
    }

    /// Somebody who never had the time to enroll is led through it, and not shut out.
    pub fn may_block(&self) -> bool {
        match self.basis {
            Basis::NewUser(_) => false,
            Basis::AtOnce | Basis::Phase(_) | Basis::Extended => true,
        }
    }
}

/// The earliest deadline that a roll-out has given a user by now; none while no phase that has begun concerns them.
///
/// A phase counts from the time when the user came into its scope. What an earlier policy gave for the same target stays,
/// so that nobody gains time by a change to and fro: only `extended_to` moves it, of each phase that had begun for the user before
/// that. What comes later is asked anew.
pub fn deadline(
    phases: &[Phase],
    past: &[PastPhase],
    new_users: NewUsers,
    user: &User,
    now: Timestamp,
) -> Option<Deadline> {
    let begun = phases.iter().filter(|phase| phase.has_begun(now));
    let due = begun.clone().filter_map(|phase| due(phase, new_users, user, None));
    let stays = past.iter().filter(|past| begun.clone().any(|phase| phase.target == past.phase.target));
    let was_due = stays.filter_map(|past| due_by(past, user));
    due.chain(was_due).min_by_key(|deadline| (deadline.at, deadline.may_block()))
}

fn due_by(past: &PastPhase, user: &User) -> Option<Deadline> {
    due(&past.phase, past.new_users, user, Some(past.until))
}

fn due(phase: &Phase, new_users: NewUsers, user: &User, until: Option<Timestamp>) -> Option<Deadline> {
    let entered = phase.target.entered(user).filter(|entered| until.is_none_or(|until| *entered < until))?;
    let new = entered == user.created_at && entered >= phase.starts_at;
    let begun = entered.max(phase.starts_at);
    let (at, basis) = match (user.extended_to, new_users) {
        (Some(at), _) if at > begun => (at, Basis::Extended),
        (_, NewUsers::AtActivation | NewUsers::FirstLogin) if new => (entered, Basis::NewUser(phase.clone())),
        (_, NewUsers::AtActivation | NewUsers::FirstLogin | NewUsers::Grace) => {
            (begun + phase.grace(), Basis::Phase(phase.clone()))
        }
    };
    Some(Deadline { at: Some(at), basis })
}

/// Of the phases still to begin that concern the user, the next and the last one.
pub fn coming<'a>(phases: &'a [Phase], user: &User, now: Timestamp) -> Option<(&'a Phase, &'a Phase)> {
    let coming = phases.iter().filter(|phase| !phase.has_begun(now) && phase.target.entered(user).is_some());
    coming.clone().min_by_key(|phase| phase.starts_at).zip(coming.max_by_key(|phase| phase.starts_at))
}

/// Whether somebody who had a role in that time got a deadline by it: given the role again, they keep that.
pub fn gave_deadline(
    phases: &[Phase],
    past: &[PastPhase],
    role: &RoleName,
    from: Timestamp,
    until: Timestamp,
) -> bool {
    let concerns = |phase: &Phase| matches!(&phase.target, Target::Role(target) if target == role);
    phases.iter().any(|phase| concerns(phase) && phase.starts_at < until)
        || past.iter().any(|past| concerns(&past.phase) && past.phase.starts_at < until && from < past.until)
}

/// Adds a phase that ends now. Those that gave nobody an earlier deadline are forgotten.
pub(super) fn add_past(past: &mut Vec<PastPhase>, phase: &Phase, new_users: NewUsers, now: Timestamp) {
    past.retain(|old| {
        let same = old.phase.target == phase.target && old.new_users == new_users;
        let later = old.phase.starts_at >= phase.starts_at && old.phase.grace_days >= phase.grace_days;
        !(same && later)
    });
    past.push(PastPhase { phase: phase.clone(), new_users, until: now });
}

/// Errors: too many phases, two for one target, a grace period that is too long, or a deadline that RFC 3339 cannot tell.
pub(super) fn validate(phases: &[Phase]) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if phases.len() > MOST_PHASES {
        errors.push(FieldError::new("phases", "too_many", format!("At most {MOST_PHASES} phases.")));
    }
    let mut targets = BTreeSet::new();
    for (index, phase) in phases.iter().enumerate() {
        if !targets.insert(&phase.target) {
            let message = "There is a phase for these already.";
            errors.push(FieldError::new(format!("phases[{index}]"), "duplicate_target", message));
        }
        if phase.grace_days > LONGEST_GRACE_DAYS {
            let message = format!("From 0 to {LONGEST_GRACE_DAYS}.");
            errors.push(FieldError::new(format!("phases[{index}].graceDays"), "out_of_range", message));
        }
        if phase.deadline().year() > LAST_YEAR {
            let message = format!("With the days of grace, no later than the year {LAST_YEAR}.");
            errors.push(FieldError::new(format!("phases[{index}].startsAt"), "out_of_range", message));
        }
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{role::BuiltInRole, user::Factor};

    /// Days after the user was created.
    fn at(day: i64) -> Timestamp {
        chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::days(day)
    }

    fn phase(target: Target, day: i64, grace_days: u16) -> Phase {
        Phase { target, starts_at: at(day), grace_days }
    }

    fn everyone(day: i64, grace_days: u16) -> Phase {
        phase(Target::Everyone, day, grace_days)
    }

    fn manager() -> RoleName {
        BuiltInRole::Manager.into()
    }

    fn user() -> User {
        User::example(Factor::NotEnrolled)
    }

    fn due_at(phases: &[Phase], past: &[PastPhase], user: &User, day: i64) -> Option<Timestamp> {
        deadline(phases, past, NewUsers::Grace, user, at(day)).and_then(|deadline| deadline.at)
    }

    #[test]
    fn o2_the_earliest_of_the_phases_that_have_begun() {
        let phases = [everyone(10, 20), phase(Target::Role(manager()), 12, 7)];
        let mut user = user();
        assert_eq!(due_at(&phases, &[], &user, 9), None, "not begun");
        assert_eq!(due_at(&phases, &[], &user, 12), Some(at(30)), "not a manager");
        user.roles.insert(manager(), at(1));
        assert_eq!(due_at(&phases, &[], &user, 11), Some(at(30)), "the other one has not begun");
        assert_eq!(due_at(&phases, &[], &user, 12), Some(at(19)));
    }

    #[test]
    fn the_time_counts_from_coming_into_scope() {
        let phases = [phase(Target::Role(manager()), 10, 7)];
        let mut user = user();
        user.roles.insert(manager(), at(15));
        assert_eq!(due_at(&phases, &[], &user, 20), Some(at(22)));
    }

    #[test]
    fn o4_new_users_get_no_grace_but_where_they_do() {
        let phases = [everyone(-1, 7)];
        let decide = |new_users| deadline(&phases, &[], new_users, &user(), at(3)).unwrap();
        for new_users in [NewUsers::AtActivation, NewUsers::FirstLogin] {
            let decided = decide(new_users);
            assert_eq!(decided.at, Some(at(0)));
            assert!(decided.has_passed(at(3)) && !decided.may_block());
        }
        let decided = decide(NewUsers::Grace);
        assert_eq!(decided.at, Some(at(7)));
        assert!(!decided.has_passed(at(3)) && decided.may_block());
    }

    #[test]
    fn earlier_deadlines_stay_for_the_same_target() {
        let mut past = Vec::new();
        add_past(&mut past, &everyone(1, 7), NewUsers::Grace, at(5));
        assert_eq!(due_at(&[everyone(20, 7)], &past, &user(), 6), None, "the new phase has not begun");
        assert_eq!(due_at(&[everyone(20, 7)], &past, &user(), 20), Some(at(8)));
        assert_eq!(due_at(&[phase(Target::Role(manager()), 20, 7)], &past, &user(), 20), None);
        for day in [5, 6] {
            let later = User { created_at: at(day), ..user() };
            assert_eq!(due_at(&[everyone(20, 7)], &past, &later, 20), Some(at(27)), "came after that phase");
        }
    }

    #[test]
    fn only_an_administrator_gives_more_time() {
        let extended = User { extended_to: Some(at(60)), ..user() };
        assert_eq!(due_at(&[everyone(1, 7)], &[], &extended, 50), Some(at(60)));
        assert_eq!(due_at(&[everyone(55, 7)], &[], &extended, 50), None, "nothing is required yet");
        assert_eq!(due_at(&[everyone(59, 7)], &[], &extended, 65), Some(at(60)));
        for day in [60, 61] {
            assert_eq!(due_at(&[everyone(day, 7)], &[], &extended, 65), Some(at(day + 7)), "begun after it");
        }
        let both = [everyone(1, 7), everyone(70, 7)];
        assert_eq!(due_at(&both, &[], &extended, 75), Some(at(60)), "the earlier one still counts");
    }

    #[test]
    fn a_role_that_gave_a_deadline_is_joined_again_with_it() {
        let phases = [phase(Target::Role(manager()), 10, 7)];
        let gave = |from, until| gave_deadline(&phases, &[], &manager(), at(from), at(until));
        assert!(!gave(1, 10), "left before it began");
        assert!(gave(1, 11));
        let past = [PastPhase { phase: phases[0].clone(), new_users: NewUsers::Grace, until: at(20) }];
        assert!(gave_deadline(&[], &past, &manager(), at(19), at(30)));
        assert!(!gave_deadline(&[], &past, &manager(), at(20), at(30)), "joined after its end");
    }

    #[test]
    fn what_gives_no_earlier_deadline_is_forgotten() {
        let mut past = Vec::new();
        for (day, grace_days) in [(5, 7), (5, 7), (4, 3), (1, 9)] {
            add_past(&mut past, &everyone(day, grace_days), NewUsers::Grace, at(30));
        }
        let kept: Vec<_> = past.iter().map(|past| past.phase.clone()).collect();
        assert_eq!(kept, [everyone(4, 3), everyone(1, 9)]);
    }

    #[test]
    fn the_next_phase_is_the_first_that_concerns_the_user() {
        let phases = [everyone(30, 7), phase(Target::Role(manager()), 20, 7), everyone(5, 7)];
        let mut user = user();
        let next = |user: &User, day| coming(&phases, user, at(day)).map(|(next, _)| next.starts_at);
        assert_eq!(
            [4, 5, 29, 30].map(|day| next(&user, day)),
            [Some(at(5)), Some(at(30)), Some(at(30)), None]
        );
        user.roles.insert(manager(), at(1));
        assert_eq!(next(&user, 5), Some(at(20)));
    }

    #[test]
    fn a_rollout_is_short_and_clear() {
        let errors = |phases: &[Phase]| -> Vec<_> {
            validate(phases).into_iter().map(|error| (error.field, error.code)).collect()
        };
        let role = |number: usize| Target::Role(RoleName::parse(&format!("role-{number}")).unwrap());
        let many: Vec<_> = (0..=MOST_PHASES).map(|number| phase(role(number), 1, 90)).collect();
        assert_eq!(errors(&many[1..]), []);
        assert_eq!(errors(&many), [("phases".to_owned(), "too_many")]);
        let wrong = [everyone(1, 7), everyone(2, 91)];
        let told = |field: &str, code| (field.to_owned(), code);
        let expected = [told("phases[1]", "duplicate_target"), told("phases[1].graceDays", "out_of_range")];
        assert_eq!(errors(&wrong), expected);
    }

    #[test]
    fn what_another_phase_gave_is_not_forgotten() {
        let kept = |day, grace_days, target: Target, new_users| {
            let mut past = Vec::new();
            add_past(&mut past, &phase(target, day, grace_days), new_users, at(30));
            add_past(&mut past, &everyone(5, 7), NewUsers::Grace, at(30));
            past.len() == 2
        };
        let grace = NewUsers::Grace;
        assert!(!kept(5, 7, Target::Everyone, grace) && !kept(6, 8, Target::Everyone, grace));
        assert!(kept(4, 7, Target::Everyone, grace) && kept(5, 6, Target::Everyone, grace));
        assert!(kept(5, 7, Target::Role(manager()), grace));
        assert!(kept(5, 7, Target::Everyone, NewUsers::FirstLogin));
    }

    #[test]
    fn only_a_role_that_a_phase_is_for_gave_a_deadline() {
        let all = [everyone(1, 7)];
        let past = [PastPhase { phase: everyone(1, 7), new_users: NewUsers::Grace, until: at(20) }];
        assert!(!gave_deadline(&all, &past, &manager(), at(0), at(30)));
        let past = [PastPhase { phase: phase(Target::Role(manager()), 10, 7), ..past[0].clone() }];
        assert!(!gave_deadline(&[], &past, &manager(), at(0), at(10)), "left before it began");
        assert!(gave_deadline(&[], &past, &manager(), at(0), at(11)));
    }

    #[test]
    fn a_deadline_has_passed_at_its_time() {
        let deadline = |at| Deadline { at, basis: Basis::Extended };
        assert_eq!([4, 5, 6].map(|day| deadline(Some(at(5))).has_passed(at(day))), [false, true, true]);
        assert!(deadline(None).has_passed(at(0)), "at once");
        assert_eq!(everyone(5, 7).deadline(), at(12));
    }
}
