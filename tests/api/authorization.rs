//! Who may do what: every documented operation with every credential that is too weak for it.

use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::support::{
    actor::{Actor, claims, jwt_part, text},
    app::TestApp,
    demands::{ADMINISTRATIVE, ENROLLING, OPEN, STEPPED_UP, closed, request},
    schema::{self, Operation},
    service::Service,
};

#[test]
fn the_document_says_which_operations_are_open() {
    let is_open = |operation: &Operation| {
        let requirements = operation.described["security"].as_array();
        requirements.is_none_or(|list| {
            list.is_empty() || list.iter().any(|one| one.as_object().is_some_and(|one| one.is_empty()))
        })
    };
    let mut open: Vec<String> =
        schema::operations().iter().filter(|one| is_open(one)).map(Operation::name).collect();
    open.sort();
    assert_eq!(open, OPEN);
    for listed in ENROLLING.iter().chain(STEPPED_UP).chain(ADMINISTRATIVE.iter().map(|(name, _)| name)) {
        assert!(closed().iter().any(|one| one.name() == *listed), "{listed} is not documented");
    }
}

/// What is said depends on the form of what was shown and on the operation, and never on whether it is good.
#[tokio::test]
async fn whoever_shows_another_kind_of_credential_is_told_which_is_taken() {
    let app = TestApp::start();
    let (ada, admin) = (app.enrolled_member("ada").await, app.admin().await);
    let [good, ended] =
        [Service::new(&app, &admin, &["verify"]).await, Service::new(&app, &admin, &["verify"]).await];
    admin.delete(&format!("/v1/api-keys/{}", ended.id)).send().await.no_content();
    let keys =
        [good.key.clone(), ended.key.clone(), good.key[..good.key.len() - 1].to_owned(), "nlk_".to_owned()];
    for (method, path) in [
        ("GET", "/v1/me"),
        ("GET", "/v1/me/session"),
        ("POST", "/v1/me/authenticators"),
        ("POST", "/v1/api-keys"),
        ("POST", "/v1/organizations"),
    ] {
        for key in &keys {
            let told = app.anonymous(method, path).bearer(key).send().await.problem(401, "unauthenticated");
            assert_eq!(told["detail"], "This takes a session's access token.", "{method} {path} {key}");
        }
    }
    let question = json!({"userId": ada.id, "code": "123456"});
    let tokens = [admin.access.as_str(), "nonsense", &ended.key, &keys[2], "nlk_"];
    for token in tokens {
        for call in [
            app.endpoint().post("/v1/verify", question.clone()),
            app.endpoint().post("/v1/verify", json!({"userId": ada.id, "code": ada.recovery_codes[0]})),
            app.endpoint().post("/v1/verify/batch", json!({"items": [question]})),
            app.endpoint().get(&format!("/v1/verify/{}", ada.id)),
        ] {
            let told = call.bearer(token).send().await.problem(401, "unauthenticated");
            let is_key = token.starts_with("nlk_");
            let expected = if is_key {
                "This API key is not valid, or not from this network."
            } else {
                "This takes an API key."
            };
            assert_eq!(told["detail"], expected, "{token}");
        }
    }
    let nothing = app.endpoint().post("/v1/verify", question).send().await;
    assert_eq!(nothing.problem(401, "unauthenticated")["detail"], "This takes an API key.");
    for token in ["nonsense", &ended.key] {
        let told = app.endpoint().get("/v1/users").bearer(token).send().await;
        assert_eq!(told.problem(401, "unauthenticated").get("detail"), None, "it takes both");
    }
}

/// Tokens that are none, of another kind, or dead, by their names.
async fn weak_tokens(app: &TestApp) -> (Actor, Vec<(&'static str, String)>) {
    let mut ada = app.member("ada").await;
    let old_epoch = ada.access.clone();
    ada.enroll().await;
    let mut ended = ada.clone();
    ended.sign_in().await;
    ended.post("/v1/auth/logout", json!({})).send().await.no_content();
    let challenge = ada.challenge().await;
    let step_up = ada.step_up_challenge().await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let verified = ada.verify(&text(&login["challengeId"]), &ada.phone().next_code()).send().await;
    let browser = verified.browser_cookie().expect("a cookie").0;
    let tokens = vec![
        ("nonsense", "nonsense".to_owned()),
        ("a challenge", challenge),
        ("a step-up challenge", step_up),
        ("a refresh token", ada.refresh_token.clone()),
        ("a browser's token", browser.split_once('=').expect("a value").1.to_owned()),
        ("a token of an older epoch", old_epoch),
        ("a token of an ended session", ended.access),
        ("a password", ada.password.clone()),
    ];
    (ada, tokens)
}

#[tokio::test]
async fn no_operation_takes_a_credential_that_is_none() {
    let app = TestApp::start();
    let (ada, tokens) = weak_tokens(&app).await;
    let before = app.database.dump();
    for operation in closed() {
        let bare = request(&operation, &ada).send().await;
        bare.problem(401, "unauthenticated");
        let basic = request(&operation, &ada).header("authorization", &format!("Basic {}", ada.access));
        basic.send().await.problem(401, "unauthenticated");
        for (name, token) in &tokens {
            let answer = request(&operation, &ada).bearer(token).send().await;
            assert_eq!(answer.status, 401, "{} with {name}: {}", operation.name(), answer.text());
            answer.problem(401, "unauthenticated");
        }
    }
    assert_eq!(app.database.dump(), before);
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn no_operation_takes_an_expired_token() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::seconds(306));
    let before = app.database.dump();
    for operation in closed() {
        request(&operation, &ada).bearer(&ada.access).send().await.problem(401, "unauthenticated");
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn an_enrollment_token_only_enrolls() {
    let app = TestApp::start();
    let bob = app.enrolled_member("bob").await;
    let ada = app.user("ada", &["member"]).await;
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    let token = text(&ada.login().await.ok()["enrollmentToken"]);
    let before = app.database.dump();
    for operation in closed() {
        if !ENROLLING.contains(&operation.name().as_str()) {
            request(&operation, &bob).bearer(&token).send().await.problem(401, "unauthenticated");
        }
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn an_administrative_operation_takes_its_permission() {
    let app = TestApp::start();
    let mut members = Vec::new();
    for role in ["member", "manager", "admin"] {
        let mut user = app.user(role, &[role]).await;
        user.sign_in().await;
        let me = user.get("/v1/me").send().await.ok();
        members.push((user, me["user"]["permissions"].clone()));
    }
    let before = app.database.dump();
    let mut refused = 0;
    for operation in closed() {
        let needed = ADMINISTRATIVE.iter().find(|(name, _)| *name == operation.name());
        let Some((_, permission)) = needed else { continue };
        for (user, permissions) in &members {
            if !permissions.as_array().expect("a list").contains(&json!(permission)) {
                let answer = request(&operation, user).bearer(&user.access).send().await;
                answer.problem(403, "not_permitted");
                refused += 1;
            }
        }
    }
    assert_eq!(
        refused,
        53 + 44 + 3,
        "a member lacks all of them, a manager all but reading, an admin those beyond"
    );
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn s3_a_sensitive_operation_takes_a_fresh_second_factor() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    app.clock.advance(TimeDelta::seconds(301));
    admin.refresh().await;
    let before = app.database.dump();
    for operation in closed() {
        if STEPPED_UP.contains(&operation.name().as_str()) {
            request(&operation, &admin).bearer(&admin.access).send().await.problem(401, "step_up_required");
        }
    }
    assert_eq!(app.database.dump(), before);
}

// Other organizations.

#[tokio::test]
async fn an_organization_sees_only_its_own_users_and_events() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.enrolled_member("ada").await);
    let foreign = app.foreign_admin().await;
    let users = foreign.get("/v1/users?count=true").send().await.ok();
    assert_eq!((&users["total"], &users["items"][0]["email"]), (&json!(1), &json!(foreign.email)));
    assert_eq!(admin.get("/v1/users?count=true").send().await.ok()["total"], 2);

    let events = foreign.get("/v1/audit-events").send().await.text();
    for theirs in [&ada.id, &ada.email, &admin.id, &admin.email] {
        assert!(!events.contains(theirs.as_str()), "{theirs} in {events}");
    }
    for filter in ["actor", "subject"] {
        let events = foreign.get(&format!("/v1/audit-events?{filter}={}", ada.id)).send().await.ok();
        assert_eq!(events["items"], json!([]));
    }
}

#[tokio::test]
async fn an_organization_touches_only_what_is_its_own() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let foreign = app.foreign_admin().await;
    let (authenticator, session) = (&ada.authenticator, text(&claims(&ada.access)["sid"]));
    let before = app.database.dump();
    for call in [
        foreign.patch(&format!("/v1/me/authenticators/{authenticator}"), json!({"name": "Mine"})),
        foreign.delete(&format!("/v1/me/authenticators/{authenticator}")),
        foreign.post(&format!("/v1/me/authenticators/{authenticator}/replace"), json!({})),
        foreign.post(&format!("/v1/me/authenticators/{authenticator}/confirm"), json!({"code": "123456"})),
        foreign.delete(&format!("/v1/me/sessions/{session}")),
        foreign.get(&format!("/v1/users/{}", ada.id)),
        foreign.change_call(&ada, json!({"suspended": true})),
        foreign.change_call(&ada, json!({"roles": ["admin"]})),
        foreign.end_sessions_call(&ada),
        foreign.reset_call(&ada),
        foreign.pass_call(&ada, 60),
    ] {
        call.send().await.problem(404, "not_found");
    }
    assert_eq!(app.database.dump(), before);

    foreign.change_policy(json!({"recoveryCodeCount": 6})).await;
    assert_eq!(app.admin().await.policy().await.0["recoveryCodeCount"], 10);
    assert!(ada.is_signed_in().await);
}

// Forged tokens.

/// A JWT of that header and those claims, signed with HMAC under `key`.
fn hmac_signed(header: &Value, claims: &Value, key: &[u8]) -> String {
    let [header, claims] = [header, claims].map(|part| BASE64URL_NOPAD.encode(part.to_string().as_bytes()));
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes any key");
    mac.update(format!("{header}.{claims}").as_bytes());
    format!("{header}.{claims}.{}", BASE64URL_NOPAD.encode(&mac.finalize().into_bytes()))
}

fn with(value: &Value, changes: Value) -> Value {
    let mut changed = value.clone();
    for (field, new) in changes.as_object().expect("an object") {
        changed[field] = new.clone();
    }
    changed
}

/// `token` with another header or other claims under its own signature.
fn altered(token: &str, index: usize, changes: Value) -> String {
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    parts[index] = BASE64URL_NOPAD.encode(with(&jwt_part(token, index), changes).to_string().as_bytes());
    parts.join(".")
}

#[tokio::test]
async fn a_forged_access_token_is_none() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.member("ada").await);
    let jwks = app.endpoint().get("/.well-known/jwks.json").send().await.ok();
    let public = text(&jwks["keys"][0]["x"]);
    let public_bytes = BASE64URL_NOPAD.decode(public.as_bytes()).unwrap();
    let (header, claims) = (jwt_part(&ada.access, 0), claims(&ada.access));
    let symmetric = with(&header, json!({"alg": "HS256"}));
    let (signed, signature) = ada.access.rsplit_once('.').unwrap();
    let admins_signature = admin.access.rsplit_once('.').unwrap().1;
    let forged = [
        (
            "no algorithm",
            format!("{}.", altered(&ada.access, 0, json!({"alg": "none"})).rsplit_once('.').unwrap().0),
        ),
        ("no algorithm, signed", altered(&ada.access, 0, json!({"alg": "none"}))),
        ("HMAC under the public key", hmac_signed(&symmetric, &claims, &public_bytes)),
        ("HMAC under the public key's text", hmac_signed(&symmetric, &claims, public.as_bytes())),
        ("HMAC under nothing", hmac_signed(&symmetric, &claims, b"")),
        ("another key's name", altered(&ada.access, 0, json!({"kid": "another"}))),
        ("a key of its own", altered(&ada.access, 0, json!({"jwk": jwks["keys"][0]}))),
        ("no key's name", altered(&ada.access, 0, json!({"kid": null}))),
        ("another type", altered(&ada.access, 0, json!({"typ": "JWT"}))),
        ("another user", altered(&ada.access, 1, json!({"sub": admin.id}))),
        ("more permissions", altered(&ada.access, 1, json!({"scope": "users.write"}))),
        ("a longer life", altered(&ada.access, 1, json!({"exp": i64::MAX}))),
        ("another's signature", format!("{signed}.{admins_signature}")),
        ("no signature", format!("{signed}.")),
        ("two parts", signed.to_owned()),
        ("four parts", format!("{}.{signature}", ada.access)),
    ];
    for (name, token) in forged {
        let answer = ada.endpoint.get("/v1/me").bearer(&token).send().await;
        assert_eq!(answer.status, 401, "{name}: {}", answer.text());
        answer.problem(401, "unauthenticated");
    }
    let in_address = ada.endpoint.get(&format!("/v1/me?access_token={}", ada.access)).send().await;
    in_address.problem(401, "unauthenticated");
    assert!(ada.is_signed_in().await);
}
