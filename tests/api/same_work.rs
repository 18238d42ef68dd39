//! What is answered alike is done alike, right or wrong: by the same statements, and with the same left over. Else their time, or
//! what is left, would tell a right guess to somebody who has no more of them.

use serde_json::json;

use crate::support::{
    actor::Actor,
    answer::Answer,
    app::TestApp,
    call::Call,
    statements::{self, Statement},
};

const ADDRESS: &str = "203.0.113.7";

fn start() -> TestApp {
    statements::listen();
    TestApp::start()
}

/// From that address.
fn guess(ada: &Actor, password: &str) -> Call {
    let body = json!({"email": ada.email, "password": password});
    ada.endpoint.post("/v1/auth/login", body).forwarded_for(ADDRESS)
}

/// What it was answered, what it asked of the database, and what was charged to the address.
async fn work(app: &TestApp, call: Call) -> (Answer, Vec<String>, usize) {
    let before = charged(app);
    let (answer, statements) = statements::during(&app.database, call.send()).await;
    (answer, statements.iter().map(Statement::to_string).collect(), charged(app) - before)
}

fn charged(app: &TestApp) -> usize {
    let failures = app.database.column("SELECT coalesce(sum(failures), 0)::text FROM address_failures");
    failures[0].parse().expect("a number")
}

/// Right and wrong passwords are refused alike.
async fn assert_tells_nothing(app: &TestApp, ada: &Actor) {
    let (wrong, asked, charged) = work(app, guess(ada, "a wild guess")).await;
    wrong.problem(401, "login_failed");
    let (right, asked_too, charged_too) = work(app, guess(ada, &ada.password)).await;
    assert_eq!(right.appearance(), wrong.appearance());
    assert_eq!(asked_too, asked);
    assert_eq!(charged_too, charged);
}

#[tokio::test]
async fn i5_a_password_over_the_accounts_limit() {
    let app = start();
    let ada = app.user("ada", &["member"]).await;
    for _ in 0..20 {
        guess(&ada, "a wild guess").send().await.problem(401, "login_failed");
    }
    assert_tells_nothing(&app, &ada).await;
}

#[tokio::test]
async fn i5_a_password_over_the_addresss_limit() {
    let app = start();
    let ada = app.user("ada", &["member"]).await;
    for number in 0..100 {
        let body = json!({"email": format!("nobody{number}@lock.example"), "password": "a wild guess"});
        let guess = app.endpoint().post("/v1/auth/login", body).forwarded_for(ADDRESS);
        guess.send().await.problem(401, "login_failed");
    }
    assert_tells_nothing(&app, &ada).await;
}

#[tokio::test]
async fn i5_a_password_of_somebody_suspended() {
    let app = start();
    let ada = app.admin().await.create_user("ada", &["member"]).await;
    app.admin().await.change(&ada, json!({"suspended": true})).await;
    assert_tells_nothing(&app, &ada).await;
}

#[tokio::test]
async fn i5_a_password_over_the_limit_of_a_session() {
    let app = start();
    let ada = app.member("ada").await;
    for _ in 0..20 {
        guess(&ada, "a wild guess").send().await.problem(401, "login_failed");
    }
    let change = |password: &str| {
        ada.post("/v1/me/password", json!({"current": password, "new": "her next secret words"}))
    };
    let email =
        |password: &str| ada.post("/v1/me/email", json!({"email": "new@lock.example", "password": password}));
    for ask in [&change as &dyn Fn(&str) -> Call, &email] {
        let (wrong, asked, _) = work(&app, ask("a wild guess")).await;
        wrong.problem(401, "login_failed");
        let (right, asked_too, _) = work(&app, ask(&ada.password)).await;
        assert_eq!(right.appearance(), wrong.appearance());
        assert_eq!(asked_too, asked);
    }
}

#[tokio::test]
async fn i5_a_code_over_the_limit() {
    let app = start();
    let ada = app.enrolled_member("ada").await;
    for _ in 0..10 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
    }
    let challenge = ada.challenge().await;
    let form = |code: &str| {
        let body = json!({"email": ada.email, "password": ada.password, "code": code});
        ada.endpoint.post("/v1/auth/login", body).forwarded_for(ADDRESS)
    };
    let verify = |code: &str| ada.verify(&challenge, code);
    let admin = app.admin().await;
    for (ask, style, status) in
        [(&verify as &dyn Fn(&str) -> Call, "twoStep", 429), (&form, "singleForm", 401)]
    {
        admin.change_policy(json!({"loginStyle": style})).await;
        let (wrong, asked, charged) = work(&app, ask(&ada.phone().wrong_code())).await;
        assert_eq!(wrong.status, status);
        let (right, asked_too, charged_too) = work(&app, ask(&ada.phone().code_off_by(30))).await;
        assert_eq!(right.appearance(), wrong.appearance());
        assert_eq!((asked_too, charged_too), (asked, charged));
    }
}
