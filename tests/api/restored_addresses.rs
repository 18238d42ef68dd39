//! A changed address is put back by whoever has the mailbox of the old one and says that it was not them.

use serde_json::json;

use crate::support::{
    actor::Actor,
    answer::Answer,
    app::{ADMIN_EMAIL, TestApp},
    call::Call,
    mailbox::token,
    race::{AT_ONCE, by_turns, race, two_replicas, with_status},
};

const CHANGED: &str = "Your email address was changed";

fn object(actor: &Actor, token: &str) -> Call {
    actor.endpoint.post("/v1/auth/objection", json!({"token": token}))
}

/// Moves somebody to another address, as whoever has their session and password does; gives the links by which the old address and
/// the new one say that it was not them.
async fn move_to(app: &TestApp, actor: &mut Actor, email: &str) -> (String, String) {
    let asked = json!({"email": email, "password": actor.password});
    actor.post("/v1/me/email", asked).send().await.expect(202);
    app.mail_to(&actor.email).await;
    let link = token(&app.mail_to(email).await.only(), "confirm-email");
    actor.endpoint.post("/v1/auth/email/confirm", json!({"token": link})).send().await.no_content();
    let (old, new) = (app.mail_to(&actor.email).await.only(), app.mail_to(email).await.only());
    assert_eq!((old.subject.as_str(), new.subject.as_str()), (CHANGED, CHANGED));
    assert!(old.text.contains("gives your account the old address back"), "{}", old.text);
    assert!(!new.text.contains("the old address back"), "{}", new.text);
    email.clone_into(&mut actor.email);
    (token(&old, "not-me"), token(&new, "not-me"))
}

async fn sign_in_at(actor: &Actor, email: &str) -> Answer {
    Actor { email: email.to_owned(), ..actor.clone() }.login().await
}

async fn address(app: &TestApp, actor: &Actor) -> String {
    app.admin().await.look_at(actor).await["email"].as_str().expect("an address").to_owned()
}

#[tokio::test]
async fn the_old_address_takes_the_account_back() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let own = ada.email.clone();
    let (hers, _) = move_to(&app, &mut ada, "taken@lock.example").await;
    assert!(hers.starts_with("nlw_"), "{hers}");
    object(&ada, &hers).send().await.no_content();

    assert_eq!(address(&app, &ada).await, own);
    assert_eq!(app.admin().await.look_at(&ada).await["frozen"], true);
    assert!(!ada.is_signed_in().await);
    sign_in_at(&ada, &own).await.ok();
    sign_in_at(&ada, "taken@lock.example").await.problem(401, "login_failed");
    for email in [own.as_str(), "taken@lock.example"] {
        let told = app.mail_to(email).await.0;
        let told = told.iter().find(|mail| mail.subject == "Your email address was put back");
        let told = told.unwrap_or_else(|| panic!("{email} is told"));
        assert!(told.text.contains(&own) && !told.text.contains("/not-me"), "{}", told.text);
    }
    app.mail_to(ADMIN_EMAIL).await.only();
    object(&ada, &hers).send().await.problem(410, "link_expired");

    // What the administrator mails reaches her.
    let admin = app.admin().await;
    admin.post(&format!("/v1/users/{}/password-reset", ada.id), json!({})).send().await.expect(202);
    ada.email = own;
    app.link_to(&ada, "reset-password").await;
}

#[tokio::test]
async fn so_does_the_link_that_told_of_the_request() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let asked = json!({"email": "taken@lock.example", "password": ada.password});
    ada.post("/v1/me/email", asked).send().await.expect(202);
    let hers = token(&app.mail_to(&ada.email).await.only(), "not-me");
    let link = token(&app.mail_to("taken@lock.example").await.only(), "confirm-email");
    ada.endpoint.post("/v1/auth/email/confirm", json!({"token": link})).send().await.no_content();
    object(&ada, &hers).send().await.no_content();
    assert_eq!(address(&app, &ada).await, ada.email);
}

#[tokio::test]
async fn an_objection_of_the_new_address_leaves_it() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let (_, new) = move_to(&app, &mut ada, "ada@lovelace.example").await;
    object(&ada, &new).send().await.no_content();
    assert_eq!(address(&app, &ada).await, "ada@lovelace.example");
    assert_eq!(app.admin().await.look_at(&ada).await["frozen"], true);
}

/// Whoever had the account later never takes it from whoever had it before, in whichever order they say that it was not them.
#[tokio::test]
async fn of_several_changes_the_first_owner_has_the_last_word() {
    for takers_come_first in [true, false] {
        let app = TestApp::start();
        let mut ada = app.member("ada").await;
        let own = ada.email.clone();
        let (hers, _) = move_to(&app, &mut ada, "taken@lock.example").await;
        app.clock.advance(chrono::TimeDelta::minutes(1));
        let (takers, _) = move_to(&app, &mut ada, "further@lock.example").await;
        if takers_come_first {
            object(&ada, &takers).send().await.no_content();
            assert_eq!(address(&app, &ada).await, "taken@lock.example");
            object(&ada, &hers).send().await.no_content();
        } else {
            object(&ada, &hers).send().await.no_content();
            object(&ada, &takers).send().await.problem(410, "link_expired");
        }
        assert_eq!(address(&app, &ada).await, own);
    }
}

#[tokio::test]
async fn an_address_that_somebody_else_has_by_then_stays_theirs() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let (hers, _) = move_to(&app, &mut ada, "ada@lovelace.example").await;
    app.admin().await.create_user("ada", &["member"]).await;
    object(&ada, &hers).send().await.no_content();
    assert_eq!(address(&app, &ada).await, "ada@lovelace.example");
    assert_eq!(app.admin().await.look_at(&ada).await["frozen"], true);
    let told = app.database.column(
        "SELECT detail ->> 'reason' FROM audit_events WHERE action = 'email.restored' AND outcome = 'failure'",
    );
    assert_eq!(told, ["emailTaken"]);
}

/// Otherwise they could never leave a mailbox that somebody else reads.
#[tokio::test]
async fn whoever_has_settled_it_with_an_administrator_keeps_the_next_address() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let own = ada.email.clone();
    let (thiefs, _) = move_to(&app, &mut ada, "new@lock.example").await;
    object(&ada, &thiefs).send().await.no_content();
    assert_eq!(address(&app, &ada).await, own);
    app.admin().await.change(&ada, json!({"frozen": false})).await;

    app.clock.advance(chrono::TimeDelta::days(9));
    ada.email = own;
    ada.sign_in().await;
    let (thiefs, _) = move_to(&app, &mut ada, "new@lock.example").await;
    app.clock.advance(chrono::TimeDelta::days(9));
    object(&ada, &thiefs).send().await.no_content();
    assert_eq!(address(&app, &ada).await, "new@lock.example");
    assert_eq!(app.admin().await.look_at(&ada).await["frozen"], true);
    let told = app.database.column(
        "SELECT coalesce(detail ->> 'reason', outcome) FROM audit_events WHERE action = 'email.restored' ORDER BY id",
    );
    assert_eq!(told, ["success", "recentlyUnfrozen"]);
}

#[tokio::test]
async fn i2_fifty_objections_put_an_address_back_once() {
    let (app, replica) = two_replicas();
    let mut ada = app.member("ada").await;
    let (hers, _) = move_to(&app, &mut ada, "taken@lock.example").await;
    let answers = race(by_turns(&ada, &replica, |ada, _| object(ada, &hers))).await;
    assert_eq!((with_status(&answers, 204), with_status(&answers, 410)), (1, AT_ONCE - 1));
    assert_eq!(app.database.count("audit_events WHERE action = 'email.restored'"), 1);
    assert_eq!(app.database.count("login_directory"), 2);
}

#[tokio::test]
async fn a_link_works_for_ten_days() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let (hers, _) = move_to(&app, &mut ada, "taken@lock.example").await;
    app.clock.advance(chrono::TimeDelta::days(10));
    object(&ada, &hers).send().await.problem(410, "link_expired");
    assert_eq!(address(&app, &ada).await, "taken@lock.example");
}
