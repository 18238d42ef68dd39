//! How often somebody may guess: codes and passwords by account, passwords by address.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{
    actor::Actor,
    answer::Answer,
    app::{ADMIN_EMAIL, ADMIN_PASSWORD, TestApp},
    call::Call,
    provider::Provider,
    security_key::SecurityKey,
    sso,
};

const DAY: u64 = 86_400;

#[track_caller]
fn assert_throttled(answer: &Answer, seconds: u64) {
    let problem = answer.problem(429, "too_many_attempts");
    assert_eq!(problem["retryAfter"], seconds);
    assert_eq!(answer.header("retry-after"), Some(seconds.to_string().as_str()));
    assert_eq!(problem.get("attemptsRemaining"), None, "{problem}");
}

/// Ten wrong codes, five to a challenge.
async fn use_up_codes(actor: &Actor) {
    let wrong = actor.phone().wrong_codes(5);
    for _ in 0..2 {
        let challenge = actor.challenge().await;
        for code in &wrong {
            actor.verify(&challenge, code).send().await.problem(401, "code_rejected");
        }
    }
}

#[tokio::test]
async fn ten_wrong_codes_close_the_second_factor_for_a_day() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    use_up_codes(&ada).await;

    let challenge = ada.challenge().await;
    let right = ada.verify(&challenge, &ada.phone().code_off_by(30)).send().await;
    assert_throttled(&right, DAY);
    let wrong = ada.verify(&challenge, &ada.phone().wrong_code()).send().await;
    assert_eq!(right.appearance(), wrong.appearance());

    app.clock.advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
    let challenge = ada.challenge().await;
    assert_throttled(&ada.verify(&challenge, &ada.phone().code()).send().await, 1);
    app.clock.advance(TimeDelta::seconds(1));
    ada.verify(&challenge, &ada.phone().code()).send().await.ok();
}

#[tokio::test]
async fn the_window_rolls_with_each_failure() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    for _ in 0..10 {
        app.clock.advance(TimeDelta::hours(1));
        ada.fail_a_challenge().await.problem(401, "code_rejected");
    }
    assert_throttled(&ada.fail_a_challenge().await, DAY - 9 * 3_600);
    app.clock.advance(TimeDelta::hours(15));
    ada.fail_a_challenge().await.problem(401, "code_rejected");
    assert_throttled(&ada.fail_a_challenge().await, 3_600);
}

#[tokio::test]
async fn all_surfaces_share_one_pool() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let wrong = ada.phone().wrong_code();
    let regenerate = |code: &str| ada.post("/v1/me/recovery-codes/regenerate", json!({"code": code}));
    let step_up = ada.step_up_challenge().await;
    for _ in 0..3 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
        ada.verify(&step_up, &wrong).send().await.problem(401, "code_rejected");
    }
    for _ in 0..2 {
        ada.disable_call(&ada.password, &wrong).send().await.problem(401, "code_rejected");
        regenerate(&wrong).send().await.problem(401, "code_rejected");
    }

    let (sign_in, right) = (ada.challenge().await, ada.phone().code_off_by(30));
    let calls = || {
        let answered = [&sign_in, &step_up].map(|challenge| ada.verify(challenge, &right));
        answered.into_iter().chain([ada.disable_call(&ada.password, &right), regenerate(&right)])
    };
    for call in calls() {
        assert_throttled(&call.send().await, DAY);
    }
    assert_eq!(ada.two_factor().await["state"], "enabled");
}

#[tokio::test]
async fn a_success_does_not_refill_the_pool() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    for _ in 0..9 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
    }
    ada.sign_in().await;
    app.clock.advance(TimeDelta::minutes(1));
    ada.fail_a_challenge().await.problem(401, "code_rejected");
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &ada.phone().next_code()).send().await.problem(429, "too_many_attempts");
}

#[tokio::test]
async fn an_exhausted_pool_survives_restart_and_holds_on_every_replica() {
    let mut app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    use_up_codes(&ada).await;
    let challenge = ada.challenge().await;
    let replica = app.add_replica(|_| {});
    assert_throttled(&ada.at(&replica).verify(&challenge, &ada.phone().code_off_by(30)).send().await, DAY);
    app.restart_with(|_| {});
    let ada = ada.at(&app.endpoint());
    assert_throttled(&ada.verify(&challenge, &ada.phone().code_off_by(30)).send().await, DAY);
}

#[tokio::test]
async fn an_exhausted_pool_is_one_users() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let mut bob = app.enrolled_member("bob").await;
    use_up_codes(&ada).await;
    bob.sign_in().await;
}

#[tokio::test]
async fn recovery_codes_are_never_locked() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    use_up_codes(&ada).await;
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &ada.phone().code_off_by(30)).send().await.problem(429, "too_many_attempts");
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
}

#[tokio::test]
async fn a_hundred_failures_in_a_row_close_the_pool_until_a_recovery_code_opens_it() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    for _ in 0..10 {
        use_up_codes(&ada).await;
        app.clock.advance(TimeDelta::hours(24));
    }
    app.clock.advance(TimeDelta::days(30));
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &ada.phone().code()).send().await.problem(429, "too_many_attempts");

    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &ada.phone().next_code()).send().await.ok();
}

#[tokio::test]
async fn a_right_code_begins_the_row_anew() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    for days in 0..11 {
        for _ in 0..9 {
            ada.fail_a_challenge().await.problem(401, "code_rejected");
        }
        if days == 5 {
            ada.sign_in().await;
        }
        app.clock.advance(TimeDelta::hours(24));
    }
    ada.sign_in().await;
}

// Passwords.

fn wrong_password(app: &TestApp, email: &str) -> Call {
    app.endpoint().post("/v1/auth/login", json!({"email": email, "password": "a wild guess"}))
}

async fn fail(call: Call) -> Answer {
    let answer = call.send().await;
    answer.problem(401, "login_failed");
    answer
}

#[tokio::test]
async fn twenty_wrong_passwords_close_an_account_for_an_hour_without_saying_so() {
    let mut app = TestApp::start();
    let ada = app.user("ada", &["member"]).await;
    let mut failed = None;
    for spelling in ["ada@lock.example", "ADA@lock.example", " Ada@Lock.Example", "ada@lock.EXAMPLE "] {
        for _ in 0..5 {
            failed = Some(fail(wrong_password(&app, spelling)).await);
        }
    }
    let right = fail(ada.login_call()).await;
    assert_eq!(right.appearance(), failed.unwrap().appearance());

    app.restart_with(|_| {});
    let ada = ada.at(&app.endpoint());
    app.clock.advance(TimeDelta::minutes(59));
    fail(ada.login_call()).await;
    app.clock.advance(TimeDelta::minutes(1));
    ada.login().await.ok();
}

#[tokio::test]
async fn nobody_is_locked_by_what_is_typed_for_somebody_else() {
    let app = TestApp::start();
    let ada = app.user("ada", &["member"]).await;
    let budgets = app.database.count("budgets");
    for number in 0..40 {
        fail(wrong_password(&app, "nobody@lock.example").forwarded_for(&format!("203.0.113.{number}"))).await;
    }
    ada.login().await.ok();
    assert_eq!(app.database.count("budgets"), budgets);
}

#[tokio::test]
async fn the_password_of_a_session_shares_the_budget_of_the_sign_in() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let change = |current: &str| {
        ada.post("/v1/me/password", json!({"current": current, "new": "her next secret words"}))
    };
    for _ in 0..10 {
        fail(wrong_password(&app, &ada.email)).await;
        fail(change("a wild guess")).await;
    }
    fail(change(&ada.password)).await;
    fail(ada.login_call()).await;
    assert!(ada.is_signed_in().await, "the session goes on");
}

async fn use_up_address(app: &TestApp, address: impl Fn(usize) -> String) {
    for number in 0..100 {
        let email = format!("nobody{number}@lock.example");
        fail(wrong_password(app, &email).forwarded_for(&address(number))).await;
    }
}

#[tokio::test]
async fn a_hundred_wrong_passwords_close_an_address_for_the_hour() {
    let app = TestApp::start();
    let admin = app.administrator();
    use_up_address(&app, |_| "203.0.113.7".to_owned()).await;
    fail(admin.login_call().forwarded_for("203.0.113.7")).await;
    admin.login_call().forwarded_for("203.0.113.8").send().await.ok();
    admin.login().await.ok();
    app.clock.advance(TimeDelta::hours(1));
    admin.login_call().forwarded_for("203.0.113.7").send().await.ok();
}

#[tokio::test]
async fn ipv6_is_counted_by_its_network() {
    let app = TestApp::start();
    let admin = app.administrator();
    use_up_address(&app, |number| format!("2001:db8:1:2::{number:x}")).await;
    fail(admin.login_call().forwarded_for("2001:db8:1:2:ffff::1")).await;
    admin.login_call().forwarded_for("2001:db8:1:3::1").send().await.ok();
}

#[tokio::test]
async fn i9_strangers_at_one_address_leave_so_many_rows_and_no_more() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let connection = app.admin().await.connect(&provider, json!({})).await;
    let endpoint = app.endpoint();
    let ask = |address: &str| endpoint.post("/v1/auth/passkey/options", json!({})).forwarded_for(address);
    let leave = |address: &str| endpoint.get(&connection.start()).forwarded_for(address);
    for _ in 0..60 {
        ask("203.0.113.7").send().await.ok();
        leave("203.0.113.7").send().await.expect(302);
    }
    let refused = ask("203.0.113.7").send().await;
    assert_eq!(refused.problem(429, "too_many_sign_ins")["retryAfter"], 1);
    sso::refused(&leave("203.0.113.7").send().await, "too_many_sign_ins");
    let nobody = json!({"ceremonyId": uuid::Uuid::nil(), "assertion": SecurityKey::new().sign(&json!({"rpId": "", "challenge": ""}))});
    let guess = endpoint.post("/v1/auth/passkey/login", nobody).forwarded_for("203.0.113.7");
    guess.send().await.problem(429, "too_many_sign_ins");
    let rows = ["passkey_ceremonies", "sso_departures"].map(|table| app.database.count(table));
    assert_eq!((rows, app.refusals("login.failed").len()), ([60, 60], 0));

    ask("203.0.113.8").send().await.ok();
    app.clock.advance(TimeDelta::milliseconds(100));
    ask("203.0.113.7").send().await.ok();
}

#[tokio::test]
async fn a_sign_in_that_failed_by_its_address_costs_the_account_nothing() {
    let app = TestApp::start();
    let admin = app.administrator();
    use_up_address(&app, |_| "203.0.113.7".to_owned()).await;
    for _ in 0..20 {
        fail(admin.login_call().forwarded_for("203.0.113.7")).await;
    }
    admin.login().await.ok();
}

#[tokio::test]
async fn only_a_configured_proxy_says_who_calls() {
    let app = TestApp::start_with(|settings| settings.trusted_proxies = Vec::new());
    use_up_address(&app, |number| format!("203.0.113.{number}")).await;
    let body = json!({"email": ADMIN_EMAIL, "password": ADMIN_PASSWORD});
    fail(app.endpoint().post("/v1/auth/login", body).forwarded_for("198.51.100.9")).await;
}

#[tokio::test]
async fn of_several_forwarded_addresses_the_proxys_own_counts() {
    let app = TestApp::start();
    let mut admin = app.administrator();
    for forwarded in
        ["203.0.113.7, 198.51.100.9", "203.0.113.7, 198.51.100.9, 127.0.0.1", "nonsense, 198.51.100.9"]
    {
        let signed_in = admin.login_call().forwarded_for(forwarded).send().await.ok();
        admin.adopt(&signed_in);
        let sessions = admin.get("/v1/me/sessions").send().await.ok();
        let current = sessions["items"].as_array().unwrap().iter().find(|session| session["current"] == true);
        assert_eq!(current.unwrap()["address"], "198.51.100.9", "{forwarded}");
    }
}
