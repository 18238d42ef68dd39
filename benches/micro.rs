//! What a request spends most of its own time on, each alone: `cargo bench --bench micro`.

use std::{
    collections::{BTreeMap, BTreeSet},
    hint::black_box,
};

use chrono::{DateTime, TimeDelta, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use nightlatch::{
    crypto::{
        access_token::{AccessTokens, Claims},
        keyring::Keyring,
        sealer::{self, TotpRow},
    },
    domain::{
        decision::Holdings,
        id::{AuthenticatorId, OrganizationId, UserId},
        language::Language,
        policy::{Mode, Policy},
        role::RoleName,
        rollout::{Phase, Target},
        totp::{OneTimeCode, Parameters, TotpSecret, matching_step},
        user::{Factor, User},
    },
    random::{Random, SystemRandom},
};
use uuid::Uuid;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_900_000_030, 0).expect("a time within range")
}

fn row() -> TotpRow {
    TotpRow {
        organization_id: OrganizationId(Uuid::from_u128(1)),
        user_id: UserId(Uuid::from_u128(2)),
        authenticator_id: AuthenticatorId(Uuid::from_u128(3)),
        parameters: Parameters::STANDARD,
    }
}

fn secret() -> TotpSecret {
    TotpSecret::new(vec![7; TotpSecret::NEW_LENGTH]).expect("bytes enough")
}

/// Three steps of the window, whatever the code.
fn totp(criterion: &mut Criterion) {
    let (secret, code) = (secret(), OneTimeCode::parse("123456").expect("six digits"));
    criterion.bench_function("check a one-time code", |bencher| {
        bencher.iter(|| matching_step(black_box(&secret), Parameters::STANDARD, black_box(&code), now(), 1));
    });
}

fn sealing(criterion: &mut Criterion) {
    let (ring, secret) = (Keyring::generate(&SystemRandom), secret());
    let sealed = sealer::seal_totp(&ring, &SystemRandom, row(), &secret);
    criterion.bench_function("seal a secret", |bencher| {
        bencher.iter(|| sealer::seal_totp(&ring, &SystemRandom, row(), black_box(&secret)));
    });
    criterion.bench_function("open a secret", |bencher| {
        bencher.iter(|| sealer::open_totp(&ring, row(), black_box(&sealed)));
    });
}

fn tokens(criterion: &mut Criterion) {
    let ring = Keyring::generate(&SystemRandom);
    let tokens = AccessTokens::new(&ring, "https://login.example.org".into()).expect("keys of ours");
    let claims = claims(&tokens);
    let token = tokens.sign(&claims).expect("it is signed");
    criterion.bench_function("mint an access token", |bencher| {
        bencher.iter(|| tokens.sign(black_box(&claims)));
    });
    criterion.bench_function("read an access token", |bencher| {
        bencher.iter(|| tokens.check(black_box(&token), now()).expect("it is ours"));
    });
}

fn claims(tokens: &AccessTokens) -> Claims {
    let random: &dyn Random = &SystemRandom;
    let (issuer, issued_at) = (tokens.issuer().to_owned(), now().timestamp());
    Claims {
        iss: issuer.clone(),
        aud: issuer,
        sub: random.id(now()),
        org: random.id(now()),
        sid: random.id(now()),
        iat: issued_at,
        nbf: issued_at,
        exp: issued_at + 300,
        jti: random.id(now()),
        amr: vec!["pwd".into(), "otp".into()],
        acr: "aal2".into(),
        auth_time: issued_at,
        second_factor_time: Some(issued_at),
        roles: vec!["member".into()],
        scope: String::new(),
        epoch: 2,
    }
}

fn policy(criterion: &mut Criterion) {
    let member = RoleName::parse("member").expect("a role");
    let phases =
        vec![Phase { target: Target::Everyone, starts_at: now() - TimeDelta::days(7), grace_days: 30 }];
    let policy = Policy { mode: Mode::Required, phases, ..Policy::default() };
    let user = user(member);
    let holdings = Holdings { recovery_codes_left: 10, pass: false };
    criterion.bench_function("decide about a login", |bencher| {
        bencher.iter(|| policy.decide_first_step(black_box(&user), holdings, now()));
    });
}

fn user(role: RoleName) -> User {
    let enrolled = now() - TimeDelta::days(3);
    User {
        organization_id: OrganizationId(Uuid::from_u128(1)),
        id: UserId(Uuid::from_u128(2)),
        email: "ada@example.org".into(),
        display_name: "Ada Lovelace".into(),
        roles: BTreeMap::from([(role, enrolled)]),
        permissions: BTreeSet::new(),
        suspended: false,
        epoch: 2,
        factor: Factor::Enrolled { since: enrolled, oldest_secret_at: Some(enrolled), passkey: false },
        reset_pending: false,
        extended_to: None,
        created_at: enrolled,
        language: Language::default(),
        email_verified: true,
        email_codes: false,
        password_by_mail: false,
        frozen: false,
        activated: true,
        has_password: true,
        imported: false,
    }
}

criterion_group!(benches, totp, sealing, tokens, policy);
criterion_main!(benches);
