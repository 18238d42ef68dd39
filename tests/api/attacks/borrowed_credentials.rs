//! Credentials that are good for one thing, shown for every other.

use serde_json::json;

use crate::support::{
    actor::{Actor, claims, text},
    app::{PUBLIC_URL, TestApp},
    call::Call,
    demands::{closed, request},
    mailbox,
    service::Service,
    webhooks::Hook,
};

/// Credentials by what they are.
type Borrowed = Vec<(&'static str, String)>;

/// One of each kind of opaque token, all of them good, each for its own operation.
async fn opaque_tokens(app: &TestApp) -> (Actor, Borrowed) {
    let admin = app.admin().await;
    admin.change_policy(json!({"trustedDeviceDays": 7})).await;
    let ivy = admin.invite("ivy", &["member"]).await;
    let mut ada = app.enrolled_member("ada").await;
    let notice = app.mail_to(&ada.email).await.0.pop().expect("a notice");
    let mut bob = app.enrolled_member("bob").await;
    let pass = admin.issue_pass(&bob).await;
    bob.enter_by(&pass).await;
    ada.post("/v1/me/email/verify", json!({})).send().await.expect(202);
    let confirmation = app.link_to(&ada, "confirm-email").await;
    ada.endpoint.post("/v1/auth/password/forgot", json!({"email": ada.email})).send().await.expect(202);
    let mut tokens = vec![
        ("an invitation", app.link_to(&ivy, "activate").await),
        ("an objection", mailbox::token(&notice, "not-me")),
        ("a confirmation of an address", confirmation),
        ("a reset of a password", app.link_to(&ada, "reset-password").await),
        ("a permission to enroll", bob.access),
    ];
    tokens.extend(cookies(&mut ada).await);
    tokens.push(("a refresh token", ada.refresh_token.clone()));
    tokens.push(("a challenge", ada.challenge().await));
    tokens.push(("a step-up", ada.step_up_challenge().await));
    (ada, tokens)
}

/// What a browser holds that was signed in and is trusted; the actor goes on without one.
async fn cookies(ada: &mut Actor) -> Borrowed {
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let path = format!("/v1/auth/challenges/{}/verify", text(&login["challengeId"]));
    let body = json!({"method": "totp", "code": ada.phone().next_code(), "trustDevice": true});
    let verified = ada.endpoint.post(&path, body).send().await;
    verified.ok();
    let held = [
        ("the cookie of a session", verified.set_cookie()),
        ("the cookie of a recognized browser", verified.browser_cookie()),
        ("the cookie of a trusted device", verified.device_cookie()),
    ];
    ada.sign_in().await;
    held.map(|(what, cookie)| (what, cookie.unwrap_or_else(|| panic!("{what} is missing")).0)).into()
}

/// The token in what may be a cookie.
fn bare(token: &str) -> &str {
    token.split_once('=').map_or(token, |(_, value)| value)
}

/// What else somebody could have read or copied.
async fn other_secrets(app: &TestApp, ada: &Actor) -> Borrowed {
    let admin = app.admin().await;
    let door = Service::new(app, &admin, &["verify"]).await;
    let asked = json!({"userId": ada.id, "code": ada.phone().next_code(), "nonce": "a-nonce-of-the-door"});
    let receipt = text(&door.post("/v1/verify", asked).send().await.ok()["receipt"]);
    let hook = Hook::of(&admin.hook_call("https://hooks.example.org/", &["role.*"]).send().await.created());
    let (reset, pass) = {
        let (carl, dora) = (app.enrolled_member("carl").await, app.enrolled_member("dora").await);
        (admin.reset(&carl).await, admin.issue_pass(&dora).await)
    };
    let jwks = app.endpoint().get("/.well-known/jwks.json").send().await.ok();
    vec![
        ("a receipt", receipt),
        ("a webhook's secret", hook.secret),
        ("a reset code", reset),
        ("a temporary pass", pass),
        ("a password", ada.password.clone()),
        ("a one-time code", ada.phone().next_code()),
        ("a recovery code", ada.recovery_codes[0].clone()),
        ("a set-up key", data_encoding::BASE32_NOPAD.encode(&ada.phone().secret)),
        ("a public key", text(&jwks["keys"][0]["x"])),
        ("a user's id", ada.id.clone()),
        ("a session's id", text(&claims(&ada.access)["sid"])),
        ("an API key without its secret", door.key.rsplit_once('_').expect("parts").0.to_owned()),
        ("another kind's API key", door.key.replacen("nlk_", "nlc_", 1)),
    ]
}

#[tokio::test]
async fn no_operation_takes_what_is_good_for_another() {
    let app = TestApp::start();
    let (ada, mut borrowed) = opaque_tokens(&app).await;
    borrowed.extend(other_secrets(&app, &ada).await);
    // It is good for enrolling, and what it is not good for is shown elsewhere.
    borrowed.retain(|(what, _)| *what != "a permission to enroll");
    assert!(borrowed.len() >= 22, "{}", borrowed.len());
    let before = app.database.dump();
    for operation in closed() {
        for (what, token) in &borrowed {
            let answer = request(&operation, &ada).bearer(bare(token)).send().await;
            assert_eq!(answer.status, 401, "{} with {what}: {}", operation.name(), answer.text());
            answer.problem(401, "unauthenticated");
        }
    }
    assert_eq!(app.database.dump(), before);
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn no_service_operation_takes_a_session() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.enrolled_member("ada").await);
    let before = app.database.dump();
    for operation in closed().iter().filter(|one| one.path.starts_with("/v1/verify")) {
        for access in [&admin.access, &ada.access] {
            request(operation, &ada).bearer(access).send().await.problem(401, "unauthenticated");
        }
    }
    assert_eq!(app.database.dump(), before);
}

/// A cookie rides along with whatever a page sends: it stands for no access token anywhere.
#[tokio::test]
async fn no_operation_takes_a_cookie_for_a_session() {
    let app = TestApp::start();
    let (ada, borrowed) = opaque_tokens(&app).await;
    let cookies: Vec<&str> =
        borrowed.iter().filter(|(what, _)| what.contains("cookie")).map(|(_, pair)| pair.as_str()).collect();
    let before = app.database.dump();
    for operation in closed() {
        let call =
            request(&operation, &ada).header("cookie", &cookies.join("; ")).header("origin", PUBLIC_URL);
        call.send().await.problem(401, "unauthenticated");
    }
    assert_eq!(app.database.dump(), before);
}

/// What each token is good for: the operation, what it takes, and how it refuses.
const USES: [(&str, &str, u16, &str); 10] = [
    ("a challenge", "/v1/auth/challenges/{}/verify", 410, "challenge_expired"),
    ("a challenge", "/v1/auth/challenges/{}/email", 410, "challenge_expired"),
    ("a challenge", "/v1/auth/challenges/{}/passkey", 410, "challenge_expired"),
    ("a refresh token", "/v1/auth/refresh", 401, "session_expired"),
    ("an invitation", "/v1/auth/activate", 410, "link_expired"),
    ("an invitation", "/v1/auth/invitation", 410, "link_expired"),
    ("a confirmation of an address", "/v1/auth/email/confirm", 410, "link_expired"),
    ("a reset of a password", "/v1/auth/password/reset", 410, "link_expired"),
    ("an objection", "/v1/auth/objection", 410, "link_expired"),
    ("what a provider hands back", "/v1/auth/sso/complete", 410, "sso_expired"),
];

fn use_call(app: &TestApp, path: &str, token: &str) -> Call {
    const PASSWORD: &str = "words that nobody has put together";
    let body = match path.rsplit('/').next() {
        Some("verify") => json!({"method": "totp", "code": "123456"}),
        Some("email" | "passkey") => json!({}),
        Some("refresh") => json!({"refreshToken": token}),
        Some("activate") => json!({"token": token, "password": PASSWORD, "displayName": "Eve"}),
        Some("reset") => json!({"token": token, "password": PASSWORD}),
        _ => json!({"token": token}),
    };
    app.endpoint().post(&path.replace("{}", token), body)
}

/// Each token as it is, and called what the operation takes: under the prefix of its kind.
#[tokio::test]
async fn no_token_is_good_where_another_is_asked_for() {
    let app = TestApp::start();
    let (ada, tokens) = opaque_tokens(&app).await;
    let before = app.database.dump();
    let mut refused = 0;
    for (good, path, status, code) in USES {
        let prefix = tokens.iter().find(|(what, _)| *what == good).map_or("nlv_", |(_, token)| &token[..4]);
        for (what, token) in &tokens {
            let token = bare(token);
            let renamed = format!("{prefix}{}", &token[4..]);
            let same_kind = token.starts_with(prefix);
            for shown in if same_kind { vec![] } else { vec![token.to_owned(), renamed] } {
                let answer = use_call(&app, path, &shown).send().await;
                assert_eq!(answer.status.as_u16(), status, "{path} with {what}: {}", answer.text());
                answer.problem(status, code);
                refused += 1;
            }
        }
    }
    assert!(refused >= 180, "{refused}");
    assert_eq!(app.database.dump(), before);
    assert!(ada.is_signed_in().await);
}
