//! New passwords: what is refused because it would be guessed, wherever one is set.

use std::time::{Duration, Instant};

use nightlatch::domain::{
    password::NewPassword,
    policy::{Mode, Policy},
};
use serde_json::json;

use crate::support::app::{ORGANIZATION, TestApp};

fn parse(text: &str) -> Result<(), &'static str> {
    let policy = Policy { mode: Mode::Required, ..Policy::default() };
    let known = ["ada.lovelace@lock.example", "Ada King", "Lock & Key, Ltd."];
    NewPassword::parse("password", text, &policy, &known).map(drop).map_err(|error| error.code)
}

#[test]
fn common_passwords_are_refused() {
    let lines = include_str!("common_passwords.txt").lines();
    let common: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
    assert!(common.len() >= 3_000);
    let let_in: Vec<_> = common.iter().filter(|password| parse(password) != Err("too_common")).collect();
    assert!(let_in.is_empty(), "{let_in:?}");
}

#[test]
fn what_is_made_of_them_is_refused() {
    for password in [
        "Password1",
        "P@ssw0rd",
        "passwordpassword",
        "qwertyuiopasdfghjkl",
        "password12345678",
        "20112011",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "lovelace1",
        "AdaLovelace",
    ] {
        assert_eq!(parse(password), Err("too_common"), "{password}");
    }
    assert_eq!(parse("Ada King"), Err("too_obvious"));
}

#[test]
fn phrases_and_random_words_are_let_in() {
    for password in [
        "correct horse battery staple",
        "an entirely new set of words",
        "夜の鍵を静かに回す猫",
        "vK9#tq2!",
        "7H3K-9M2P-XWQ4-T8VN-C5RD",
        "8 chars!",
    ] {
        assert_eq!(parse(password), Ok(()), "{password}");
    }
}

/// Whatever is typed, it takes less than a hash does.
#[test]
fn i9_long_passwords_are_judged_in_no_time() {
    for password in ["1qaz2wsx".repeat(128), "x".repeat(1_024), "aB3$".repeat(256), "夜鍵".repeat(170)] {
        let begun = Instant::now();
        assert_eq!(parse(&password), Err("too_common"));
        assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    }
}

#[tokio::test]
async fn an_initial_password_is_made_of_none_of_them_either() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for password in ["eve@lock.example", "Evelyn Berezin EB", ORGANIZATION] {
        let draft = json!({
            "email": "eve@lock.example", "displayName": "Evelyn Berezin EB", "roles": ["member"], "password": password,
        });
        admin.post("/v1/users", draft).send().await.invalid("password");
    }
}

#[tokio::test]
async fn common_passwords_are_refused_wherever_one_is_set() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.member("ada").await);
    let common = "passwordpassword";
    let eve =
        json!({"email": "eve@lock.example", "displayName": "Eve", "roles": ["member"], "password": common});
    admin.post("/v1/users", eve).send().await.invalid("password");
    ada.post("/v1/me/password", json!({"current": ada.password, "new": common})).send().await.invalid("new");
    let ivy = admin.invite("ivy", &["member"]).await;
    let activation =
        json!({"token": app.link_to(&ivy, "activate").await, "displayName": "Ivy", "password": common});
    ivy.endpoint.post("/v1/auth/activate", activation).send().await.invalid("password");
    ada.endpoint.post("/v1/auth/password/forgot", json!({"email": ada.email})).send().await.expect(202);
    let reset = json!({"token": app.link_to(&ada, "reset-password").await, "password": common});
    ada.endpoint.post("/v1/auth/password/reset", reset).send().await.invalid("password");
}
