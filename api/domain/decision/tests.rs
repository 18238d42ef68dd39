//! What the policy decides, by tables of users and times.

use chrono::TimeDelta;
use uuid::Uuid;

use super::*;
use crate::domain::{
    role::BuiltInRole,
    rollout::{Phase, Target},
    session::{Client, FirstStep, Proof, SecondStep},
};

fn at(day: i64) -> Timestamp {
    chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::days(day)
}

fn enrolled() -> User {
    User::example(Factor::Enrolled { since: at(0), oldest_secret_at: Some(at(0)), passkey: false })
}

fn without() -> User {
    User::example(Factor::NotEnrolled)
}

fn policy(mode: Mode) -> Policy {
    Policy { mode, ..Policy::default() }
}

const HOLDINGS: Holdings = Holdings { recovery_codes_left: 10, pass: false };

#[test]
fn o1_login_by_mode_and_factor() {
    let challenge = LoginDecision::Challenge { methods: [Method::Totp, Method::RecoveryCode].into() };
    let table = [
        (Mode::Off, without(), LoginDecision::SignIn),
        (Mode::Off, enrolled(), LoginDecision::SignIn),
        (Mode::Optional, without(), LoginDecision::SignIn),
        (Mode::Optional, enrolled(), challenge.clone()),
        (Mode::Required, without(), LoginDecision::Enroll { deadline: None }),
        (Mode::Required, enrolled(), challenge),
    ];
    for (mode, user, expected) in table {
        assert_eq!(policy(mode).decide_login(&user, HOLDINGS, at(0)), expected, "{mode:?} {user:?}");
    }
}

#[test]
fn o3_before_and_after_the_deadline() {
    let phase = Phase { target: Target::Everyone, starts_at: at(1), grace_days: 7 };
    let guided = Policy { phases: vec![phase], ..policy(Mode::Required) };
    let blocking = Policy { after_grace: AfterGrace::Block, ..guided.clone() };
    let decide = |policy: &Policy, day| policy.decide_login(&without(), HOLDINGS, at(day));
    for policy in [&guided, &blocking] {
        assert_eq!(decide(policy, 0), LoginDecision::SignIn, "not begun");
        assert_eq!(decide(policy, 7), LoginDecision::SignIn, "grace");
    }
    assert_eq!(decide(&guided, 8), LoginDecision::Enroll { deadline: Some(at(8)) });
    assert_eq!(decide(&blocking, 8), LoginDecision::Block(Blocked::PastDeadline));
    let pass = LoginDecision::Challenge { methods: [Method::TemporaryPass].into() };
    let holdings = Holdings { pass: true, ..HOLDINGS };
    assert_eq!(blocking.decide_login(&without(), holdings, at(8)), pass);
    let extended = User { extended_to: Some(at(20)), ..without() };
    assert_eq!(blocking.decide_login(&extended, HOLDINGS, at(19)), LoginDecision::SignIn);
    assert_eq!(
        blocking.decide_login(&extended, HOLDINGS, at(20)),
        LoginDecision::Block(Blocked::PastDeadline)
    );
}

#[test]
fn a2_after_a_reset_the_code_comes_first() {
    let pending = User { reset_pending: true, ..without() };
    let code = LoginDecision::Challenge { methods: BTreeSet::from([Method::TemporaryPass]) };
    let decide = |mode| policy(mode).decide_login(&pending, HOLDINGS, at(0));
    assert_eq!(decide(Mode::Off), LoginDecision::SignIn);
    assert_eq!(decide(Mode::Optional), code);
    assert_eq!(decide(Mode::Required), code);
}

#[test]
fn a4_a_pass_stands_beside_the_factor() {
    let holdings = Holdings { pass: true, ..HOLDINGS };
    let methods = [Method::Totp, Method::RecoveryCode, Method::TemporaryPass].into();
    let decided = policy(Mode::Optional).decide_login(&enrolled(), holdings, at(0));
    assert_eq!(decided, LoginDecision::Challenge { methods });
}

#[test]
fn e10_a_mailed_code_comes_before_the_rest() {
    let on = User { email_codes: true, email_verified: true, ..without() };
    let step =
        |user: &User, mode, pass| policy(mode).decide_first_step(user, Holdings { pass, ..HOLDINGS }, at(0));
    let challenge =
        |methods: &[Method]| LoginDecision::Challenge { methods: methods.iter().copied().collect() };
    for mode in [Mode::Optional, Mode::Required] {
        assert_eq!(step(&on, mode, false), challenge(&[Method::Email]));
        assert_eq!(step(&on, mode, true), challenge(&[Method::Email, Method::TemporaryPass]));
        let by_mail = User { password_by_mail: true, ..on.clone() };
        assert_eq!(step(&by_mail, mode, false), LoginDecision::Block(Blocked::PasswordByMail));
        assert_eq!(step(&by_mail, mode, true), challenge(&[Method::TemporaryPass]));
    }
    assert_eq!(step(&on, Mode::Off, false), LoginDecision::SignIn);
    let pending = User { reset_pending: true, ..on.clone() };
    assert_eq!(step(&pending, Mode::Optional, false), challenge(&[Method::TemporaryPass]));
    let unproven = User { email_verified: false, ..on.clone() };
    assert_eq!(step(&unproven, Mode::Optional, false), LoginDecision::SignIn);
    let superseded = User { factor: enrolled().factor, ..on };
    let expected = challenge(&[Method::Totp, Method::RecoveryCode]);
    assert_eq!(step(&superseded, Mode::Optional, false), expected);
}

#[test]
fn a_frozen_account_is_led_to_no_enrollment() {
    let holdings = Holdings { pass: true, ..HOLDINGS };
    let step =
        |user: User, mode| policy(mode).decide_first_step(&User { frozen: true, ..user }, holdings, at(0));
    let frozen = LoginDecision::Block(Blocked::Frozen);
    let methods = BTreeSet::from([Method::Totp, Method::RecoveryCode]);
    assert_eq!(step(enrolled(), Mode::Required), LoginDecision::Challenge { methods });
    assert_eq!(step(without(), Mode::Required), frozen);
    assert_eq!(step(without(), Mode::Optional), LoginDecision::SignIn);
    assert_eq!(step(User { reset_pending: true, ..without() }, Mode::Optional), frozen);
}

#[test]
fn a_method_that_cannot_succeed_is_not_offered() {
    assert_eq!(policy(Mode::Optional).methods(&enrolled(), 0, at(0)), BTreeSet::from([Method::Totp]));
    let only_totp = Policy { allowed_methods: [Method::Totp].into(), ..Policy::default() };
    assert_eq!(only_totp.methods(&enrolled(), 10, at(0)), BTreeSet::from([Method::Totp]));
}

#[test]
fn whether_somebody_may_be_refused() {
    let may_block = |mode, after_grace| Policy { after_grace, ..policy(mode) }.may_block();
    assert!(may_block(Mode::Required, AfterGrace::Block));
    assert!(!may_block(Mode::Required, AfterGrace::EnrollAtLogin));
    assert!(!may_block(Mode::Optional, AfterGrace::Block));
    let begun = Phase { target: Target::Everyone, starts_at: at(-9), grace_days: 7 };
    let newcomer = Deadline { at: Some(at(0)), basis: Basis::NewUser(begun.clone()) };
    let due = Deadline { at: Some(at(0)), basis: Basis::Phase(begun) };
    let blocking = Policy { after_grace: AfterGrace::Block, ..policy(Mode::Required) };
    assert!(blocking.blocks(&due) && !blocking.blocks(&newcomer), "who never had the time is led through it");
    assert!(!policy(Mode::Required).blocks(&due));
}

#[test]
fn a_deadline_follows_from_mode_phases_and_extension() {
    let extended = User { extended_to: Some(at(9)), ..without() };
    let deadline = |mode, user: &User| policy(mode).deadline(user, at(0));
    assert_eq!(deadline(Mode::Off, &extended), None);
    assert_eq!(deadline(Mode::Optional, &extended), None);
    let at_once = Deadline { at: None, basis: Basis::AtOnce };
    assert_eq!(deadline(Mode::Required, &without()), Some(at_once));
    let moved = Deadline { at: Some(at(9)), basis: Basis::Extended };
    assert_eq!(deadline(Mode::Required, &extended), Some(moved));
    let modes = [Mode::Off, Mode::Optional, Mode::Required];
    assert_eq!(modes.map(|mode| policy(mode).requires_factor(&without(), at(0))), [false, false, true]);
}

#[test]
fn a_role_gave_deadlines_while_its_phase_was_in_force() {
    let role = RoleName::parse("manager").unwrap();
    let phase = Phase { target: Target::Role(role.clone()), starts_at: at(1), grace_days: 7 };
    let rolling_out = Policy { phases: vec![phase], ..policy(Mode::Required) };
    assert!(rolling_out.gave_deadline(&role, at(0), at(2)));
    assert!(!rolling_out.gave_deadline(&role, at(0), at(1)));
    assert!(!Policy { mode: Mode::Optional, ..rolling_out }.gave_deadline(&role, at(0), at(2)));
}

#[test]
fn mailed_codes_are_offered_to_whom_they_prove_something() {
    let administrator = User { roles: [(BuiltInRole::Admin.into(), at(0))].into(), ..without() };
    let unlisted = Policy { allowed_methods: [Method::Totp].into(), ..Policy::default() };
    assert!(policy(Mode::Optional).offers_mailed_codes(&without()));
    assert!(policy(Mode::Required).offers_mailed_codes(&without()));
    assert!(!policy(Mode::Off).offers_mailed_codes(&without()));
    assert!(!policy(Mode::Optional).offers_mailed_codes(&administrator));
    assert!(!unlisted.offers_mailed_codes(&without()));
    let off = User { email_codes: false, email_verified: true, ..without() };
    assert_eq!(policy(Mode::Optional).mailed_code(&off), MailedCode::NotAsked);
}

#[test]
fn a_frozen_account_proves_its_factor_and_sets_up_no_other() {
    let frozen = User { frozen: true, ..enrolled() };
    let passkeys = Policy { allowed_methods: [Method::Passkey].into(), ..policy(Mode::Required) };
    let step = |policy: &Policy, user: &User| policy.decide_first_step(user, HOLDINGS, at(0));
    assert_eq!(step(&passkeys, &frozen), LoginDecision::Block(Blocked::Frozen), "it would lead to a passkey");
    assert_eq!(step(&passkeys, &enrolled()), LoginDecision::Challenge { methods: [Method::Totp].into() });
    let optional = Policy { mode: Mode::Optional, ..passkeys };
    assert_eq!(step(&optional, &frozen), LoginDecision::Challenge { methods: [Method::Totp].into() });
}

#[test]
fn a_standing_says_in_a_word_what_a_login_does() {
    let phase = Phase { target: Target::Everyone, starts_at: at(1), grace_days: 7 };
    let guided = Policy { phases: vec![phase], ..policy(Mode::Required) };
    let blocking = Policy { after_grace: AfterGrace::Block, ..guided.clone() };
    let reset = User { reset_pending: true, ..without() };
    for (policy, user, day, expected) in [
        (policy(Mode::Off), without(), 0, Standing::Exempt),
        (policy(Mode::Off), enrolled(), 0, Standing::Exempt),
        (policy(Mode::Optional), without(), 0, Standing::Notice),
        (policy(Mode::Optional), reset, 0, Standing::MustEnroll),
        (policy(Mode::Required), without(), 0, Standing::MustEnroll),
        (policy(Mode::Required), enrolled(), 0, Standing::Ready),
        (guided.clone(), without(), 7, Standing::Notice),
        (guided, without(), 8, Standing::MustEnroll),
        (blocking.clone(), without(), 8, Standing::Blocked),
        (blocking, enrolled(), 8, Standing::Ready),
    ] {
        assert_eq!(policy.standing(&user, HOLDINGS, at(day)), expected, "{:?} {user:?}", policy.mode);
    }
}

#[test]
fn a_policy_that_was_raised_acts_on_sessions_at_once() {
    let decide = |policy: &Policy, user: &User, second_step, device_trusted, day| {
        let proof = Proof { first_step: FirstStep::Local, authenticated_at: at(day), second_step };
        let session = Session::begin(Uuid::nil().into(), user, proof, false, Client::default(), at(day));
        policy.decide_session(user, &session, device_trusted, at(day))
    };
    let phase = Phase { target: Target::Everyone, starts_at: at(1), grace_days: 7 };
    let guided = Policy { phases: vec![phase], ..policy(Mode::Required) };
    let blocking = Policy { after_grace: AfterGrace::Block, ..guided.clone() };
    let (none, factor) = (SecondStep::None, SecondStep::Factor(Method::Totp, at(0)));
    for (policy, user, second_step, device_trusted, day, expected) in [
        (policy(Mode::Off), enrolled(), none, false, 0, SessionDecision::Full),
        (policy(Mode::Optional), enrolled(), none, false, 0, SessionDecision::StepUpFirst),
        (policy(Mode::Optional), enrolled(), none, true, 0, SessionDecision::Full),
        (policy(Mode::Optional), enrolled(), factor, false, 0, SessionDecision::Full),
        (policy(Mode::Optional), without(), none, false, 0, SessionDecision::Full),
        (policy(Mode::Required), without(), none, false, 0, SessionDecision::EnrollFirst),
        (guided.clone(), without(), none, false, 7, SessionDecision::Full),
        (guided, without(), none, false, 8, SessionDecision::EnrollFirst),
        (blocking, without(), none, false, 8, SessionDecision::Blocked),
    ] {
        let decided = decide(&policy, &user, second_step, device_trusted, day);
        assert_eq!(decided, expected, "{:?} {second_step:?} {device_trusted} {day}", policy.mode);
    }
}
