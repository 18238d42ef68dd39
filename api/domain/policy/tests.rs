//! The ranges of a policy, and what follows from it.

use super::*;

#[test]
fn changed_members_are_named() {
    let old = Policy { past_phases: Vec::new(), ..Policy::default() };
    let new = Policy { mode: Mode::Required, digits: 8, ..old.clone() };
    assert_eq!(new.members_changed_from(&old).unwrap(), ["digits", "mode"]);
    assert_eq!(old.members_changed_from(&old).unwrap(), [""; 0]);
}

#[test]
fn ranges_are_checked_together() {
    assert!(Policy::default().validate().is_ok());
    let wrong = Policy {
        mode: Mode::Optional,
        allowed_methods: BTreeSet::new(),
        recovery_code_count: 5,
        secret_max_age_days: 3_651,
        skew_steps: 2,
        step_up_max_age_minutes: 0,
        temporary_pass: TemporaryPassRules { enabled: true, max_minutes: 9 },
        ..Policy::default()
    };
    let fields: Vec<String> = wrong.validate().unwrap_err().into_iter().map(|error| error.field).collect();
    let expected = [
        "recoveryCodeCount",
        "secretMaxAgeDays",
        "skewSteps",
        "stepUpMaxAgeMinutes",
        "temporaryPass.maxMinutes",
        "allowedMethods",
    ];
    assert_eq!(fields, expected);
}

#[test]
fn a_range_holds_its_ends() {
    let fields = |policy: Policy| -> Vec<String> {
        let errors = policy.validate().err().unwrap_or_default();
        errors.into_iter().map(|error| error.field).collect()
    };
    let pass = |max_minutes| TemporaryPassRules { enabled: true, max_minutes };
    let least = Policy {
        recovery_code_count: 6,
        secret_max_age_days: 0,
        skew_steps: 0,
        trusted_device_days: 0,
        step_up_max_age_minutes: 1,
        temporary_pass: pass(10),
        digits: 6,
        ..Policy::default()
    };
    let most = Policy {
        recovery_code_count: 16,
        secret_max_age_days: 3_650,
        skew_steps: 1,
        trusted_device_days: 30,
        step_up_max_age_minutes: 60,
        temporary_pass: pass(1_440),
        digits: 8,
        ..Policy::default()
    };
    assert_eq!((fields(least), fields(most)), (vec![], vec![]));
    let beyond = Policy {
        recovery_code_count: 17,
        trusted_device_days: 31,
        step_up_max_age_minutes: 61,
        temporary_pass: pass(1_441),
        digits: 7,
        ..Policy::default()
    };
    let expected = [
        "recoveryCodeCount",
        "trustedDeviceDays",
        "stepUpMaxAgeMinutes",
        "temporaryPass.maxMinutes",
        "digits",
    ];
    assert_eq!(fields(beyond), expected);
}

#[test]
fn a_policy_takes_a_factor_that_can_be_enrolled_and_what_it_demands() {
    let errors = |methods: &[Method], passkey_login, passkey_only: &[RoleName]| -> Vec<_> {
        let policy = Policy {
            allowed_methods: methods.iter().copied().collect(),
            passkey_login,
            passkey_only: passkey_only.iter().cloned().collect(),
            ..Policy::default()
        };
        policy
            .validate()
            .err()
            .unwrap_or_default()
            .into_iter()
            .map(|error| (error.field, error.code))
            .collect()
    };
    let told = |field: &str, code| (field.to_owned(), code);
    let admin = [RoleName::parse("admin").unwrap()];
    assert_eq!(errors(&[Method::Totp], false, &[]), []);
    assert_eq!(errors(&[Method::Passkey], true, &admin), []);
    assert_eq!(errors(&[Method::RecoveryCode], false, &[]), [told("allowedMethods", "factor_missing")]);
    assert_eq!(
        errors(&[Method::Totp, Method::TemporaryPass], false, &[]),
        [told("allowedMethods", "not_a_factor")]
    );
    let not_allowed = "passkeys_not_allowed";
    assert_eq!(errors(&[Method::Totp], true, &[]), [told("passkeyLogin", not_allowed)]);
    assert_eq!(errors(&[Method::Totp], false, &admin), [told("passkeyOnly", not_allowed)]);
}

#[test]
fn a_role_is_named_by_a_phase_or_a_demand() {
    let [admin, manager, member] = ["admin", "manager", "member"].map(|name| RoleName::parse(name).unwrap());
    let phase =
        Phase { target: Target::Role(manager.clone()), starts_at: Timestamp::default(), grace_days: 0 };
    let policy = Policy { passkey_only: [admin.clone()].into(), phases: vec![phase], ..Policy::default() };
    assert_eq!([admin, manager, member].map(|role| policy.names_role(&role)), [true, true, false]);
}

#[test]
fn what_a_policy_allows_follows_from_its_members() {
    let of = |methods: &[Method]| Policy {
        allowed_methods: methods.iter().copied().collect(),
        ..Policy::default()
    };
    let (totp, passkey) = (of(&[Method::Totp]), of(&[Method::Passkey]));
    let both = of(&[Method::Totp, Method::Passkey, Method::RecoveryCode]);
    assert_eq!([&totp, &passkey, &both].map(|policy| policy.takes_both()), [false, false, true]);
    assert_eq!([&totp, &passkey, &both].map(|policy| policy.allows_passkeys()), [false, true, true]);
    assert_eq!([&totp, &passkey, &both].map(|policy| policy.allows_recovery_codes()), [false, false, true]);

    let on = Policy { passkey_login: true, ..passkey };
    assert!(on.allows_passkey_login());
    assert!(!Policy { mode: Mode::Off, ..on.clone() }.allows_passkey_login());
    assert!(!Policy { passkey_login: false, ..on.clone() }.allows_passkey_login());
    assert!(!Policy { allowed_methods: totp.allowed_methods, ..on }.allows_passkey_login());

    let passes = |enabled| {
        let temporary_pass = TemporaryPassRules { enabled, max_minutes: 60 };
        Policy { temporary_pass, ..Policy::default() }.accepted_passes()
    };
    assert_eq!((passes(true), passes(false)), (PassKind::ALL, &[PassKind::Reset][..]));
    let new = Policy { digits: 8, algorithm: Algorithm::Sha256, ..Policy::default() }.totp_parameters();
    assert_eq!(new, Parameters { algorithm: Algorithm::Sha256, digits: 8, period_seconds: 30 });
}

#[test]
fn ages_are_counted_in_days_and_zero_is_never() {
    let now = Timestamp::default();
    let days = |days| Policy { secret_max_age_days: days, trusted_device_days: 7, ..Policy::default() };
    assert_eq!(days(90).renew_by(now), Some(now + TimeDelta::days(90)));
    assert_eq!(days(90).secrets_expired_before(now), Some(now - TimeDelta::days(90)));
    assert_eq!((days(0).renew_by(now), days(0).secrets_expired_before(now)), (None, None));
    assert_eq!(days(0).device_trust(), Some(TimeDelta::days(7)));
    assert_eq!(Policy::default().device_trust(), None);
    assert_eq!(Policy::default().step_up_max_age(), TimeDelta::minutes(5));
}

#[test]
fn a_phase_that_has_begun_is_past_unless_it_goes_on() {
    let now = Timestamp::default() + TimeDelta::days(5);
    let phase = |day| Phase {
        target: Target::Everyone,
        starts_at: Timestamp::default() + TimeDelta::days(day),
        grace_days: 7,
    };
    let policy = Policy { mode: Mode::Required, phases: vec![phase(5), phase(6)], ..Policy::default() };
    let past = |next: &Policy| {
        let past = policy.past_phases_before(next, now);
        past.into_iter().map(|past| (past.phase, past.new_users, past.until)).collect::<Vec<_>>()
    };
    let ended = [(phase(5), NewUsers::FirstLogin, now)];
    assert_eq!(past(&policy), []);
    assert_eq!(past(&Policy { phases: vec![phase(6)], ..policy.clone() }), ended);
    assert_eq!(past(&Policy { mode: Mode::Optional, ..policy.clone() }), ended);
    assert_eq!(past(&Policy { new_users: NewUsers::Grace, ..policy.clone() }), ended);
    let optional = Policy { mode: Mode::Optional, ..policy.clone() };
    assert_eq!(optional.past_phases_before(&policy, now), [], "it was not in force");
}
