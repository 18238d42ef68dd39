//! How long sessions live, and what they prove.

use uuid::Uuid;

use super::*;
use crate::domain::{role::BuiltInRole, user::Factor};

fn user(role: BuiltInRole) -> User {
    let user = User::example(Factor::NotEnrolled);
    User { roles: [(role.into(), user.created_at)].into(), permissions: role.permissions(), ..user }
}

fn start() -> Timestamp {
    chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

fn session(user: &User, second_step: SecondStep) -> Session {
    let proof = Proof { first_step: FirstStep::Local, authenticated_at: start(), second_step };
    Session::begin(SessionId(Uuid::nil()), user, proof, false, Client::default(), start())
}

#[test]
fn administrators_have_shorter_sessions() {
    let member = session(&user(BuiltInRole::Member), SecondStep::None);
    assert!(member.is_live(1, start() + TimeDelta::minutes(59)));
    assert!(!member.is_live(1, start() + TimeDelta::minutes(60)));
    assert!(
        !session(&user(BuiltInRole::Admin), SecondStep::None).is_live(1, start() + TimeDelta::minutes(15))
    );
}

#[test]
fn another_epoch_is_dead() {
    assert!(!session(&user(BuiltInRole::Member), SecondStep::None).is_live(2, start()));
}

#[test]
fn s3_a_second_factor_ages() {
    let fresh = session(&user(BuiltInRole::Member), SecondStep::Factor(Method::Totp, start()));
    let policy = Policy::default();
    assert!(fresh.is_stepped_up(&policy, start() + TimeDelta::minutes(5)));
    assert!(!fresh.is_stepped_up(&policy, start() + TimeDelta::seconds(301)));
    assert!(!session(&user(BuiltInRole::Member), SecondStep::None).is_stepped_up(&policy, start()));
}

#[test]
fn e10_a_mailed_code_is_no_second_factor() {
    let mailed = session(&user(BuiltInRole::Member), SecondStep::MailedCode);
    assert_eq!(mailed.amr, BTreeSet::from([Amr::Password, Amr::Email]));
    assert_eq!(mailed.assurance(), Assurance::OneFactor);
    assert!(!mailed.is_stepped_up(&Policy::default(), start()));
}

#[test]
fn elevation_keeps_the_absolute_end() {
    let (later, user) = (start() + TimeDelta::minutes(30), user(BuiltInRole::Member));
    let before = session(&user, SecondStep::None);
    let id = SessionId(Uuid::max());
    let after = before.elevate(id, &user, Some(Method::Totp), Client::default(), later);
    assert_eq!(after.absolute_expires_at, before.absolute_expires_at);
    assert_eq!(after.assurance(), Assurance::TwoFactors);
    assert_eq!(after.id, id);
}

#[test]
fn lifetimes_are_those_of_the_role() {
    let minutes = |role| {
        let Lifetimes { idle, absolute } = Lifetimes::of(&user(role));
        (idle.num_minutes(), absolute.num_minutes())
    };
    assert_eq!(minutes(BuiltInRole::Member), (60, 24 * 60));
    assert_eq!(minutes(BuiltInRole::Admin), (15, 12 * 60));
}

#[test]
fn a_session_ends_at_the_first_of_its_ends() {
    let begun = session(&user(BuiltInRole::Member), SecondStep::None);
    assert_eq!(begun.expires_at(), start() + TimeDelta::minutes(60));
    let idle_expires_at = start() + TimeDelta::days(2);
    let used = Session { idle_expires_at, ..begun };
    assert_eq!(used.expires_at(), start() + TimeDelta::hours(24));
    let alive = |seconds| used.is_live(1, used.absolute_expires_at + TimeDelta::seconds(seconds));
    assert_eq!([-1, 0, 1].map(alive), [true, false, false]);
}

#[test]
fn a_session_says_how_it_was_proven() {
    let provider = FirstStep::Provider(Uuid::from_u128(1).into());
    let (at, code) = (Some(start()), SecondStep::Factor(Method::Totp, start()));
    use Amr::{Email, MultiFactor, OneTimeCode, Password, ProofOfPossession, SingleSignOn, TrustedDevice};
    for (first_step, second_step, amr, factor_at, completes) in [
        (FirstStep::Local, SecondStep::None, vec![Password], None, false),
        (FirstStep::Local, code, vec![Password, OneTimeCode, MultiFactor], at, true),
        (FirstStep::Local, SecondStep::Passwordless(start()), vec![ProofOfPossession, MultiFactor], at, true),
        (FirstStep::Local, SecondStep::MailedCode, vec![Password, Email], None, false),
        (FirstStep::Local, SecondStep::TrustedDevice, vec![Password, TrustedDevice], None, true),
        (provider, SecondStep::None, vec![SingleSignOn], None, false),
        (provider, SecondStep::Provider, vec![SingleSignOn, MultiFactor], None, true),
    ] {
        let proof = Proof { first_step, authenticated_at: start(), second_step };
        let member = user(BuiltInRole::Member);
        let begun = Session::begin(Uuid::nil().into(), &member, proof, true, Client::default(), start());
        assert_eq!(begun.amr, amr.into_iter().collect(), "{second_step:?}");
        assert_eq!(
            (begun.second_factor_at, second_step.completes()),
            (factor_at, completes),
            "{second_step:?}"
        );
        assert_eq!(begun.rests_on_device(), matches!(second_step, SecondStep::TrustedDevice));
    }
}

#[test]
fn each_method_has_a_name_of_its_own() {
    let names: Vec<_> = Method::ALL.iter().map(|method| Amr::from(*method).name()).collect();
    assert_eq!(names, ["otp", "pop", "email", "rc", "tap"]);
}

#[test]
fn the_word_of_a_provider_is_no_factor_of_ours() {
    let vouched = session(&user(BuiltInRole::Member), SecondStep::Provider);
    assert_eq!(vouched.assurance(), Assurance::OneFactor);
    assert_eq!(vouched.claimed_assurance(), Assurance::TwoFactors);
    let plain = session(&user(BuiltInRole::Member), SecondStep::None);
    assert_eq!(plain.claimed_assurance(), Assurance::OneFactor);
}

#[test]
fn a_first_step_is_by_a_provider_or_the_password() {
    let id = Some(Uuid::from_u128(1).into());
    assert_eq!((FirstStep::from(id).provider(), FirstStep::from(None)), (id, FirstStep::Local));
    assert_eq!(FirstStep::Local.provider(), None);
}

#[test]
fn a_trusted_device_does_not_count_beside_a_factor() {
    let user = user(BuiltInRole::Member);
    let spared = session(&user, SecondStep::TrustedDevice);
    let later = start() + TimeDelta::minutes(1);
    let elevate = |factor| spared.elevate(Uuid::max().into(), &user, factor, Client::default(), later);
    assert!(elevate(None).rests_on_device());
    let client = Client { user_agent: Some("Firefox".to_owned()), ..Client::default() };
    let elsewhere = spared.elevate(Uuid::max().into(), &user, None, client.clone(), later);
    assert_eq!(elsewhere.client, client);
    let proven = elevate(Some(Method::Passkey));
    assert!(!proven.rests_on_device());
    assert_eq!(proven.second_factor_at, Some(later));
    assert!(proven.amr.is_superset(&[Amr::Password, Amr::ProofOfPossession, Amr::MultiFactor].into()));
    assert_eq!((proven.last_seen_at, proven.created_at), (later, start()));
    assert_eq!(proven.idle_expires_at, later + TimeDelta::minutes(60));
    let of_next_epoch = User { epoch: 2, ..user };
    let after = spared.elevate(Uuid::max().into(), &of_next_epoch, None, Client::default(), later);
    assert!(after.is_live(2, later) && !after.is_live(1, later));
}
