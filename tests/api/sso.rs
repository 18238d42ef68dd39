//! Single sign-on: what the policy asks for after a provider has vouched for somebody.

use chrono::TimeDelta;
use nightlatch::flows::{Operation, reminders};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, text},
    app::TestApp,
    provider::Provider,
    sso::{Browser, Connection, reasons},
};

/// A member with an account at a provider.
async fn linked(app: &TestApp, enrolled: bool) -> (Actor, Provider, Connection) {
    let provider = Provider::start(&app.clock);
    let connection = app.admin().await.connect(&provider, json!({})).await;
    let ada = if enrolled { app.enrolled_member("ada").await } else { app.member("ada").await };
    ada.link(&provider, &connection, saying(&[])).await;
    (ada, provider, connection)
}

fn saying(amr: &[&str]) -> Value {
    json!({"sub": "ada", "amr": amr})
}

/// The same user, in a session that began at the provider.
fn adopted(ada: &Actor, login: &Value) -> Actor {
    let mut ada = ada.clone();
    ada.adopt(login);
    ada
}

fn amr(actor: &Actor) -> Value {
    claims(&actor.access)["amr"].clone()
}

#[tokio::test]
async fn l8_exempt_asks_for_nothing_more() {
    let app = TestApp::start();
    let (ada, provider, connection) = linked(&app, true).await;
    let admin = app.admin().await;
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, saying(&[])).await;
    let by_provider = adopted(&ada, &completed.ok());
    assert_eq!((amr(&by_provider), &claims(&by_provider.access)["acr"]), (json!(["sso"]), &json!("aal1")));
    let me = by_provider.get("/v1/me").send().await.ok();
    assert_eq!(me["signedInBy"]["name"], "Example SSO");
    assert_eq!(me["loginMethods"], json!(["passwordAndFactor", "singleSignOn"]));
    // Settings take the factor that there is.
    let renamed = by_provider.patch("/v1/me", json!({"displayName": "A"})).send().await;
    renamed.problem(401, "step_up_required");

    // A policy that asks for more acts at the next request.
    admin.change_policy(json!({"sso": "required"})).await;
    by_provider.get("/v1/me/sessions").send().await.problem(401, "step_up_required");
    admin.change_policy(json!({"sso": "exempt"})).await;
    by_provider.get("/v1/me/sessions").send().await.ok();
}

#[tokio::test]
async fn l8_exempt_spares_the_set_up_as_well() {
    let app = TestApp::start();
    let (ada, provider, connection) = linked(&app, false).await;
    let mut admin = app.admin().await;
    admin.enroll().await;
    admin.change_policy(json!({"mode": "required"})).await;
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, saying(&[])).await;
    let login = completed.ok();
    assert_eq!(login["notices"], json!([]), "nobody is going to ask for it");
    adopted(&ada, &login).get("/v1/me/sessions").send().await.ok();
    assert_eq!(ada.login().await.ok()["status"], "enrollment", "a password is not enough");
}

#[tokio::test]
async fn l8_a_trusted_provider_that_asked_for_two_factors_is_believed() {
    let app = TestApp::start();
    let (ada, provider, connection) = linked(&app, true).await;
    app.admin().await.change_policy(json!({"sso": "trustProvider"})).await;
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, saying(&["pwd", "otp"])).await;
    let trusted = adopted(&ada, &completed.ok());
    assert_eq!((amr(&trusted), &claims(&trusted.access)["acr"]), (json!(["sso", "mfa"]), &json!("aal2")));
    trusted.get("/v1/me/sessions").send().await.ok();
    // It stands for the sign-in alone.
    trusted.patch("/v1/me", json!({"displayName": "A"})).send().await.problem(401, "step_up_required");

    for weak in [&["pwd"][..], &["pwd", "sms"], &[]] {
        let (_, completed) = Browser::sign_in(&app, &connection, &provider, saying(weak)).await;
        assert_eq!(completed.ok()["status"], "challenge", "{weak:?}");
    }
    app.admin().await.change_policy(json!({"sso": "required"})).await;
    trusted.get("/v1/me/sessions").send().await.problem(401, "step_up_required");
}

#[tokio::test]
async fn l8_required_asks_for_our_factor() {
    let app = TestApp::start();
    let (ada, provider, connection) = linked(&app, true).await;
    app.admin().await.change_policy(json!({"sso": "required"})).await;
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, saying(&["mfa"])).await;
    let challenge = completed.ok();
    assert_eq!((&challenge["status"], &challenge["preferred"]), (&json!("challenge"), &json!("totp")));
    let code = ada.phone().next_code();
    let verified = ada.verify(&text(&challenge["challengeId"]), &code).send().await.ok();
    let both = adopted(&ada, &verified);
    assert_eq!(amr(&both), json!(["otp", "sso", "mfa"]));
    both.patch("/v1/me", json!({"displayName": "A"})).send().await.ok();
}

#[tokio::test]
async fn l8_required_asks_to_enroll_as_after_a_password() {
    let app = TestApp::start();
    let (ada, provider, connection) = linked(&app, false).await;
    let mut admin = app.admin().await;
    admin.enroll().await;
    admin.change_policy(json!({"mode": "required", "sso": "required"})).await;
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, saying(&[])).await;
    let demanded = completed.ok();
    assert_eq!(demanded["status"], "enrollment");
    let mut ada = Actor { access: text(&demanded["enrollmentToken"]), ..ada };
    ada.enroll().await;
    assert_eq!(amr(&ada), json!(["otp", "sso", "mfa"]));
}

#[tokio::test]
async fn l8_required_asks_in_a_second_step_where_there_is_no_form() {
    let app = TestApp::start();
    let (_, provider, connection) = linked(&app, true).await;
    app.admin().await.change_policy(json!({"sso": "required", "loginStyle": "singleForm"})).await;
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, saying(&[])).await;
    assert_eq!(completed.ok()["status"], "challenge");
}

#[tokio::test]
async fn who_may_not_sign_in_does_not_by_a_provider_either() {
    let app = TestApp::start();
    let (ada, provider, connection) = linked(&app, false).await;
    let admin = app.admin().await;
    let sign_in = async || Browser::sign_in(&app, &connection, &provider, saying(&[])).await.1;
    admin.change(&ada, json!({"suspended": true})).await;
    sign_in().await.problem(403, "sso_refused");
    admin.change(&ada, json!({"suspended": false})).await;
    app.database.execute("UPDATE users SET frozen_at = created_at WHERE email LIKE 'ada@%'");
    sign_in().await.problem(403, "account_frozen");
    app.database.execute("UPDATE users SET frozen_at = NULL");
    sign_in().await.ok();
    assert_eq!(reasons(&app), ["accountFrozen", "suspended"]);
}

#[tokio::test]
async fn who_is_created_by_a_provider_has_no_password() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    let settings = json!({"createsUsers": true, "defaultRole": "manager", "emailDomains": ["lock.example"]});
    let connection = admin.connect(&provider, settings).await;
    let claims = |sub: &str, email: &str, verified: bool| json!({"sub": sub, "email": email, "email_verified": verified, "amr": ["pwd"]});
    let sign_in = async |claims: Value| Browser::sign_in(&app, &connection, &provider, claims).await.1;
    sign_in(claims("1", "eve@elsewhere.example", true)).await.problem(403, "sso_not_connected");
    sign_in(claims("2", "grace@lock.example", false)).await.problem(403, "sso_not_connected");
    sign_in(json!({"sub": "3"})).await.problem(403, "sso_not_connected");
    assert_eq!(reasons(&app), ["emailUnverified", "emailUnverified", "unknownUser"]);

    let login = sign_in(claims("4", "Grace@lock.example", true)).await.ok();
    let user = &login["session"]["user"];
    assert_eq!((&user["email"], &user["roles"]), (&json!("grace@lock.example"), &json!(["manager"])));
    let mut grace = Actor {
        email: text(&user["email"]),
        password: "any pass phrase at all".into(),
        ..app.administrator()
    };
    grace.adopt(&login);
    let listed = admin.look_at(&grace).await;
    assert_eq!((&listed["activated"], &listed["loginMethods"]), (&json!(true), &json!(["singleSignOn"])));

    grace.login().await.problem(401, "login_failed");
    let changed = json!({"current": "any pass phrase at all", "new": "another pass phrase of theirs"});
    grace.post("/v1/me/password", changed).send().await.problem(409, "no_password");
    let moved = json!({"email": "g@lock.example", "password": "any pass phrase at all"});
    grace.post("/v1/me/email", moved).send().await.problem(409, "no_password");
    grace.enroll().await;
    assert_eq!(grace.two_factor().await["canDisable"], false, "it takes a password");
    let off = json!({"password": "any pass phrase at all", "code": grace.phone().next_code()});
    grace.post("/v1/me/two-factor/disable", off).send().await.problem(409, "no_password");
    // Nor does a mail give them one, which would outlive the account at the provider.
    app.mail_to(&grace.email).await;
    app.endpoint().post("/v1/auth/password/forgot", json!({"email": grace.email})).send().await.expect(202);
    assert!(app.mail_to(&grace.email).await.0.is_empty());

    let identity = text(&grace.get("/v1/me/sso-identities").send().await.ok()["items"][0]["id"]);
    let path = format!("/v1/me/sso-identities/{identity}");
    grace.delete(&path).send().await.problem(409, "last_login_method");
    // The same account is the same user, whatever its address is by now.
    let again = sign_in(claims("4", "hopper@elsewhere.example", false)).await.ok();
    assert_eq!(again["session"]["user"]["id"], login["session"]["user"]["id"]);
}

#[tokio::test]
async fn who_came_by_a_provider_that_is_gone_gets_a_password_from_an_administrator() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    let settings = json!({"createsUsers": true, "emailDomains": ["lock.example"]});
    let connection = admin.connect(&provider, settings.clone()).await;
    let claims = json!({"sub": "1", "email": "grace@lock.example", "email_verified": true});
    let login = Browser::sign_in(&app, &connection, &provider, claims.clone()).await.1.ok();
    let id = text(&login["session"]["user"]["id"]);
    let send = || admin.post(&format!("/v1/users/{id}/password-reset"), json!({}));
    send().send().await.problem(409, "nothing_to_reset");

    admin.delete(&format!("/v1/sso-providers/{}", connection.id)).send().await.no_content();
    let grace = Actor { email: "grace@lock.example".to_owned(), id: id.clone(), ..app.administrator() };
    app.mail_to(&grace.email).await;
    app.endpoint().post("/v1/auth/password/forgot", json!({"email": grace.email})).send().await.expect(202);
    assert!(app.mail_to(&grace.email).await.0.is_empty(), "that takes an administrator's word");
    send().send().await.expect(202);
    let token = app.link_to(&grace, "reset-password").await;
    let password = json!({"token": token, "password": grace.password});
    app.endpoint().post("/v1/auth/password/reset", password).send().await.no_content();
    assert_eq!(grace.login().await.ok()["status"], "signedIn");
    // With it she connects the next one.
    let again = admin.connect(&provider, settings).await;
    let needed = Browser::sign_in(&app, &again, &provider, claims).await.1.ok();
    assert_eq!(needed["status"], "connectionNeeded");
}

#[tokio::test]
async fn an_administrator_without_a_password_is_told_as_the_others_are() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let (admin, ada) = (app.admin().await, app.enrolled_member("ada").await);
    let connection =
        admin.connect(&provider, json!({"createsUsers": true, "emailDomains": ["lock.example"]})).await;
    let claims = json!({"sub": "1", "email": "grace@lock.example", "email_verified": true});
    let login = Browser::sign_in(&app, &connection, &provider, claims).await.1.ok();
    let grace = Actor { email: text(&login["session"]["user"]["email"]), ..app.administrator() };
    let grace = Actor { id: text(&login["session"]["user"]["id"]), ..grace };
    admin.change(&grace, json!({"roles": ["admin"]})).await;

    admin.change_policy(json!({"recoveryCodeCount": 12})).await;
    let token = app.link_to(&ada, "not-me").await;
    app.endpoint().post("/v1/auth/objection", json!({"token": token})).send().await.no_content();
    for kind in ["policyChanged", "accountFrozen"] {
        let told = format!("SELECT recipient FROM outbox WHERE kind = '{kind}' ORDER BY 1");
        assert_eq!(app.database.column(&told), [&*grace.email, &*admin.email], "{kind}");
    }
    // To let others in she does not count: she comes by somebody else's word.
    admin.change_call(&admin, json!({"roles": ["member"]})).send().await.problem(409, "last_admin");
}

#[tokio::test]
async fn a7_whoever_signs_in_at_a_provider_alone_is_counted_where_something_is_asked_of_them() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.enrolled_admin().await;
    let connection = admin.connect(&provider, json!({"createsUsers": true})).await;
    let grace = json!({"sub": "1", "email": "grace@lock.example", "email_verified": true});
    Browser::sign_in(&app, &connection, &provider, grace).await.1.ok();
    let users = admin.get("/v1/overview").send().await.ok()["users"].clone();
    assert_eq!((&users["total"], &users["enabled"], &users["notEnabled"]), (&json!(2), &json!(1), &json!(1)));

    let (mut policy, _) = admin.policy().await;
    policy["mode"] = json!("required");
    for (sso, affected) in [("exempt", 0), ("trustProvider", 1), ("required", 1)] {
        policy["sso"] = json!(sso);
        let preview = admin.preview(policy.clone()).await;
        assert_eq!(preview["counts"]["mustEnroll"], affected, "{sso}: {preview}");
    }
    admin.require(json!({"everyone": true}), 7, json!({"newUsers": "grace", "sso": "required"})).await;
    let origin = Default::default();
    let reminded = reminders::send_due(&Operation::begin(&app.service(), &origin)).expect("it is written");
    assert_eq!(reminded, 1, "she is reminded");
}

#[tokio::test]
async fn a_list_of_users_tells_how_they_sign_in() {
    let app = TestApp::start();
    let (ada, _provider, _connection) = linked(&app, true).await;
    app.member("bob").await;
    let admin = app.admin().await;
    let found = async |method: &str| {
        let page = admin.get(&format!("/v1/users?loginMethod={method}&count=true")).send().await.ok();
        let emails: Vec<String> =
            page["items"].as_array().expect("a list").iter().map(|user| text(&user["email"])).collect();
        assert_eq!(page["total"], emails.len());
        emails
    };
    assert_eq!(found("singleSignOn").await, [ada.email.as_str()]);
    assert_eq!(found("passwordAndFactor").await, [ada.email.as_str()]);
    assert_eq!(found("password").await, ["bob@lock.example", admin.email.as_str()]);
}

#[tokio::test]
async fn a_browser_may_sign_out_at_the_provider_as_well() {
    let app = TestApp::start();
    let (_, provider, connection) = linked(&app, false).await;
    let path = format!("/v1/auth/sso/{}/logout", connection.id);
    let answer = app.endpoint().get(&path).send().await;
    answer.expect(302);
    let location = answer.header("location").expect("a location");
    assert!(
        location.starts_with(&format!("{}/logout?client_id=nightlatch&post_logout", provider.issuer)),
        "{location}"
    );
    let foreign = app.endpoint().get(&path).header("sec-fetch-site", "cross-site").send().await;
    assert_eq!((foreign.status.as_u16(), foreign.header("location")), (303, Some("/sign-in")));
    provider.describe(json!({"end_session_endpoint": null}));
    app.clock.advance(TimeDelta::hours(1));
    let nowhere = app.endpoint().get(&path).send().await;
    assert_eq!((nowhere.status.as_u16(), nowhere.header("location")), (303, Some("/sign-in")));
}
