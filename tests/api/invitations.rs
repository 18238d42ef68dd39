//! Invitations: users without a password, alone and many at once; sent again, and taken back.

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::{ADMIN_EMAIL, TestApp},
    call::Call,
    mailbox::token,
    race::{AT_ONCE, by_turns, race, two_replicas, with_status},
};

fn send_again(admin: &Actor, user: &Actor) -> Call {
    admin.post(&format!("/v1/users/{}/invitation", user.id), json!({}))
}

fn revoke(admin: &Actor, user: &Actor) -> Call {
    admin.delete(&format!("/v1/users/{}/invitation", user.id))
}

fn invite_all(admin: &Actor, emails: &[&str]) -> Call {
    admin.post("/v1/users/invitations", json!({"emails": emails, "roles": ["member"]}))
}

fn time(value: &Value) -> DateTime<Utc> {
    text(value).parse().expect("a time")
}

async fn emails(admin: &Actor, query: &str) -> Vec<String> {
    let page = admin.get(&format!("/v1/users?{query}")).send().await.ok();
    page["items"].as_array().expect("a list").iter().map(|user| text(&user["email"])).collect()
}

#[tokio::test]
async fn a5_an_invited_user_is_there_and_cannot_sign_in() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let body = json!({"email": "Grace.Hopper@lock.example", "roles": ["manager"], "language": "de"});
    let answer = admin.post("/v1/users", body).send().await;
    let invited = answer.created();
    assert_eq!(answer.header("location"), Some(format!("/v1/users/{}", text(&invited["id"])).as_str()));
    assert_eq!((&invited["displayName"], &invited["activated"]), (&json!("grace.hopper"), &json!(false)));
    let invitation = &invited["invitation"];
    assert_eq!(time(&invitation["sentAt"]), app.clock.now());
    assert_eq!(time(&invitation["expiresAt"]), app.clock.now() + TimeDelta::hours(72));
    let languages = app.database.column("SELECT language FROM users ORDER BY language");
    assert_eq!(languages, ["de", "en"]);

    let mail = app.mail_to("grace.hopper@lock.example").await.only();
    assert!(token(&mail, "activate").starts_with("nla_"));
    let somebody = |email: &str| json!({"email": email, "password": "some words or other"});
    let login = |body| app.endpoint().post("/v1/auth/login", body).send();
    let refused = login(somebody("grace.hopper@lock.example")).await;
    refused.problem(401, "login_failed");
    for other in [ADMIN_EMAIL, "nobody@lock.example"] {
        assert_eq!(login(somebody(other)).await.appearance(), refused.appearance(), "{other}");
    }
}

#[tokio::test]
async fn a5_beside_a_password_there_is_a_name() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let body =
        json!({"email": "ada@lock.example", "roles": ["member"], "password": "her very own secret words"});
    admin.post("/v1/users", body).send().await.invalid("displayName");
    let named = json!({"email": "ada@lock.example", "roles": ["member"], "displayName": "Ada"});
    assert_eq!(admin.post("/v1/users", named).send().await.created()["displayName"], "Ada");
    let unknown = json!({"email": "eve@lock.example", "roles": ["member"], "language": "tlh"});
    admin.post("/v1/users", unknown).send().await.invalid("language");
    assert!(app.mail_to("eve@lock.example").await.0.is_empty());
}

#[tokio::test]
async fn a5_those_who_have_not_activated_are_found() {
    let app = TestApp::start();
    let admin = app.admin().await;
    admin.create_user("ada", &["member"]).await;
    admin.invite("bob", &["member"]).await;
    let cleo = admin.invite("cleo", &["member", "manager"]).await;
    cleo.activate_call(&app.link_to(&cleo, "activate").await).send().await.ok();
    for (query, expected) in [
        ("activated=false", vec!["bob@lock.example"]),
        ("activated=false&role=member", vec!["bob@lock.example"]),
        ("activated=false&q=cleo", vec![]),
        ("activated=false&twoFactor=notEnabled", vec!["bob@lock.example"]),
        ("activated=true", vec!["ada@lock.example", "cleo@lock.example", ADMIN_EMAIL]),
        ("activated=true&role=manager", vec!["cleo@lock.example"]),
    ] {
        assert_eq!(emails(&admin, query).await, expected, "{query}");
        let counted = admin.get(&format!("/v1/users?{query}&count=true&limit=1")).send().await.ok();
        assert_eq!(counted["total"], expected.len(), "{query}");
    }
    admin.get("/v1/users?activated=perhaps").send().await.invalid("activated");
}

#[tokio::test]
async fn a5_of_many_a_bad_address_fails_alone() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let given = ["ada@lock.example", "nobody", ADMIN_EMAIL, " Ada@Lock.example ", "bob@lock.example"];
    let results = invite_all(&admin, &given).send().await.ok()["results"].clone();
    let told: Vec<_> = results
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            (text(&one["email"]), text(&one["status"]), one["code"].as_str().unwrap_or_default().to_owned())
        })
        .collect();
    let expected = [
        ("invited", ""),
        ("failed", "validation_failed"),
        ("failed", "email_taken"),
        ("failed", "email_taken"),
        ("invited", ""),
    ];
    let expected: Vec<_> = given
        .iter()
        .zip(expected)
        .map(|(email, (status, code))| ((*email).to_owned(), status.to_owned(), code.to_owned()))
        .collect();
    assert_eq!(told, expected);
    let ada = admin.get(&format!("/v1/users/{}", text(&results[0]["userId"]))).send().await.ok();
    assert_eq!((&ada["email"], &ada["displayName"]), (&json!("ada@lock.example"), &json!("ada")));
    assert!(results[1].get("userId").is_none());
    for invited in ["ada@lock.example", "bob@lock.example"] {
        app.mail_to(invited).await.only();
    }
}

#[tokio::test]
async fn a5_what_is_wrong_with_all_of_them_is_told_at_once() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let mut admin = superadmin.create_user("admin", &["admin"]).await;
    admin.sign_in().await;
    let before = app.database.dump();
    invite_all(&admin, &[]).send().await.invalid("emails");
    invite_all(&admin, &["a@lock.example"; 101]).send().await.invalid("emails");
    for (roles, status, code) in [
        (json!(["king"]), 422, "validation_failed"),
        (json!([]), 422, "validation_failed"),
        (json!(["superadmin"]), 403, "not_permitted"),
    ] {
        let body = json!({"emails": ["ada@lock.example"], "roles": roles});
        admin.post("/v1/users/invitations", body).send().await.problem(status, code);
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn a5_nobody_invites_above_themselves() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let mut admin = superadmin.create_user("admin", &["admin"]).await;
    admin.sign_in().await;
    let body = json!({"email": "root2@lock.example", "roles": ["superadmin"]});
    admin.post("/v1/users", body).send().await.problem(403, "not_permitted");
    let chief = superadmin.invite("chief", &["superadmin"]).await;
    send_again(&admin, &chief).send().await.problem(403, "not_permitted");
    revoke(&admin, &chief).send().await.problem(403, "not_permitted");
    let foreign = app.foreign_admin().await;
    send_again(&foreign, &chief).send().await.problem(404, "not_found");
    revoke(&foreign, &chief).send().await.problem(404, "not_found");
    revoke(&superadmin, &chief).send().await.no_content();
}

#[tokio::test]
async fn a5_an_invitation_that_was_sent_again_kills_the_one_before() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = admin.invite("ada", &["member"]).await;
    let first = app.link_to(&ada, "activate").await;
    app.clock.advance(TimeDelta::hours(60));
    let admin = app.admin().await;
    assert_eq!(send_again(&admin, &ada).send().await.expect(202), Value::Null);
    let second = app.link_to(&ada, "activate").await;
    assert_ne!(first, second);
    let invitation = admin.look_at(&ada).await["invitation"].clone();
    assert_eq!(time(&invitation["sentAt"]), app.clock.now());
    ada.activate_call(&first).send().await.problem(410, "link_expired");
    app.clock.advance(TimeDelta::hours(71));
    ada.activate_call(&second).send().await.ok();
    let admin = app.admin().await;
    send_again(&admin, &ada).send().await.problem(409, "already_activated");
    assert_eq!(admin.look_at(&ada).await.get("invitation"), None);
}

#[tokio::test]
async fn a5_invitations_are_sent_so_often_and_no_more() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    let ada = admin.invite("ada", &["member"]).await;
    for _ in 0..2 {
        send_again(&admin, &ada).send().await.expect(202);
    }
    let link = app.mail_to(&ada.email).await.0.pop().expect("three mails");
    let refused = send_again(&admin, &ada).send().await;
    refused.problem(429, "too_many_mails");
    assert_eq!(refused.header("retry-after"), Some("900"));
    assert!(app.mail_to(&ada.email).await.0.is_empty());
    // Seven more in a day, each when it is allowed.
    for _ in 0..7 {
        app.clock.advance(TimeDelta::minutes(15));
        admin.sign_in().await;
        send_again(&admin, &ada).send().await.expect(202);
    }
    app.clock.advance(TimeDelta::minutes(15));
    admin.sign_in().await;
    send_again(&admin, &ada).send().await.problem(429, "too_many_mails");
    let last = app.mail_to(&ada.email).await.0.pop().expect("seven mails");
    ada.activate_call(&token(&link, "activate")).send().await.problem(410, "link_expired");
    ada.activate_call(&token(&last, "activate")).send().await.ok();
}

#[tokio::test]
async fn a5_whoever_is_invited_no_longer_is_gone_altogether() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = admin.invite("ada", &["member", "manager"]).await;
    let link = app.link_to(&ada, "activate").await;
    let ben = admin.invite("ben", &["member"]).await;
    for user in [&ada, &ben] {
        revoke(&admin, user).send().await.no_content();
        revoke(&admin, user).send().await.problem(404, "not_found");
    }
    assert!(app.mail_to(&ben.email).await.0.is_empty(), "what was not sent is not");
    ada.activate_call(&link).send().await.problem(410, "link_expired");
    for table in ["users", "login_directory", "user_roles", "mailed_tokens", "outbox", "budgets"] {
        let left = format!("{table} WHERE user_id IN ('{}', '{}')", ada.id, ben.id);
        let left = if table == "users" { left.replace("user_id", "id") } else { left };
        assert_eq!(app.database.count(&left), 0, "{table}");
    }
    let again = admin.create_user("ada", &["member"]).await;
    again.login().await.ok();
    revoke(&admin, &again).send().await.problem(409, "already_activated");
}

#[tokio::test]
async fn a5_an_expired_invitation_is_still_to_be_seen() {
    let app = TestApp::start();
    let ada = app.admin().await.invite("ada", &["member"]).await;
    let link = app.link_to(&ada, "activate").await;
    app.clock.advance(TimeDelta::hours(72));
    app.clean_up().await;
    let admin = app.admin().await;
    let invitation = admin.look_at(&ada).await["invitation"].clone();
    assert_eq!(time(&invitation["expiresAt"]), app.clock.now());
    ada.activate_call(&link).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn a5_an_invited_administrator_is_none_yet() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let other = admin.invite("other", &["superadmin"]).await;
    admin.change_call(&admin, json!({"roles": ["member"]})).send().await.problem(409, "last_admin");
    let preview = admin.preview(admin.policy().await.0).await;
    assert!(preview["warnings"].to_string().contains("only_one_administrator"), "{preview}");
    other.activate_call(&app.link_to(&other, "activate").await).send().await.ok();
    admin.change(&admin, json!({"roles": ["member"]})).await;
}

#[tokio::test]
async fn a7_the_overview_leaves_the_invited_out() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    admin.create_user("bob", &["member"]).await;
    let overview = || async { admin.get("/v1/overview").send().await.ok() };
    let mut expected = overview().await;
    admin.invite("ada", &["member"]).await;
    assert_eq!(expected["enrollment"]["accounts"], 2);
    // Whoever is invited has taken the first step of the way, and is nowhere else.
    expected["enrollment"]["accounts"] = json!(3);
    assert_eq!(overview().await, expected);
    admin.require(json!({"everyone": true}), 7, json!({"newUsers": "grace"})).await;
    assert_eq!(overview().await["deadlinesAhead"][0]["users"], 1, "Bob's alone");
}

#[tokio::test]
async fn i2_of_fifty_invitations_of_one_address_one_is_sent() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let body = json!({"email": "ada@lock.example", "roles": ["member"]});
    let answers = race(by_turns(&admin, &replica, |admin, _| admin.post("/v1/users", body.clone()))).await;
    assert_eq!(with_status(&answers, 201), 1);
    assert_eq!(with_status(&answers, 409), AT_ONCE - 1);
    app.mail_to("ada@lock.example").await.only();
}

#[tokio::test]
async fn i2_an_invitation_is_followed_or_taken_back() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    for round in 0..10 {
        let ada = admin.invite(&format!("ada{round}"), &["member"]).await;
        let link = app.link_to(&ada, "activate").await;
        let answers = race(vec![ada.at(&replica).activate_call(&link), revoke(&admin, &ada)]).await;
        match answers[0].status.as_u16() {
            200 => drop(answers[1].problem(409, "already_activated")),
            410 => answers[1].no_content(),
            other => panic!("{other}: {}", answers[0].text()),
        }
    }
}

#[tokio::test]
async fn a5_nobody_is_invited_again_while_they_are_suspended() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = admin.invite("ada", &["member"]).await;
    app.mail_to(&ada.email).await.only();
    admin.change(&ada, json!({"suspended": true})).await;
    send_again(&admin, &ada).send().await.problem(409, "suspended_or_frozen");
    assert!(app.mail_to(&ada.email).await.0.is_empty());
    admin.change(&ada, json!({"suspended": false})).await;
    send_again(&admin, &ada).send().await.expect(202);
    let link = app.link_to(&ada, "activate").await;
    ada.activate_call(&link).send().await.ok();
}
