//! The overview: users by state, role and method, how far they have come, adoption day by day, and failures by their time.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    security_key::SecurityKey,
};

async fn overview(admin: &Actor) -> Value {
    admin.get("/v1/overview").send().await.ok()
}

/// The entries of a series by their day, which follow each other up to `today`.
fn by_day(series: &Value, today: NaiveDate) -> HashMap<NaiveDate, Value> {
    let entries = series.as_array().expect("a list");
    let dated = |entry: &Value| (text(&entry["date"]).parse().expect("a date"), entry.clone());
    let dated: Vec<(NaiveDate, Value)> = entries.iter().map(dated).collect();
    for (before, (date, _)) in (0..).zip(dated.iter().rev()) {
        assert_eq!(*date, today - Days::new(before), "one entry for each day up to today");
    }
    dated.into_iter().collect()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

async fn fail_to_log_in(user: &Actor) {
    let wrong = json!({"email": user.email, "password": "a wild guess"});
    user.endpoint.post("/v1/auth/login", wrong).send().await.problem(401, "login_failed");
}

/// Signs in with these recovery codes, one after the other.
async fn use_up(user: &Actor, codes: &[String]) {
    for code in codes {
        let challenge = user.challenge().await;
        user.verify_recovery_code(&challenge, code).send().await.ok();
    }
}

#[tokio::test]
async fn a7_users_are_counted_by_state_role_and_method() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let before = overview(&admin).await;
    let users = json!({"total": 1, "enabled": 0, "expired": 0, "notEnabled": 1, "suspended": 0});
    assert_eq!(before["users"], users);
    assert_eq!(before["byRole"], json!([{"role": "superadmin", "total": 1, "protected": 0}]));
    let none = json!([
        {"method": "totp", "users": 0},
        {"method": "passkey", "users": 0},
        {"method": "recoveryCode", "users": 0},
    ]);
    assert_eq!(before["byMethod"], none);

    app.enrolled_member("ada").await;
    app.user("bob", &["manager", "member"]).await;
    let mut carl = app.user("carl", &["manager", "member"]).await;
    carl.sign_in().await;
    carl.enroll().await;
    let after = overview(&admin).await;
    let users = json!({"total": 4, "enabled": 2, "expired": 0, "notEnabled": 2, "suspended": 0});
    assert_eq!(after["users"], users);
    let roles = json!([
        {"role": "manager", "total": 2, "protected": 1},
        {"role": "member", "total": 3, "protected": 2},
        {"role": "superadmin", "total": 1, "protected": 0},
    ]);
    assert_eq!(after["byRole"], roles);
    let methods = json!([
        {"method": "totp", "users": 2},
        {"method": "passkey", "users": 0},
        {"method": "recoveryCode", "users": 2},
    ]);
    assert_eq!(after["byMethod"], methods);

    admin.change(&carl, json!({"roles": ["member"]})).await;
    let manager = json!({"role": "manager", "total": 1, "protected": 0});
    assert_eq!(overview(&admin).await["byRole"][0], manager, "not who had the role once");
}

#[tokio::test]
async fn a7_whoever_has_a_recovery_code_left_is_counted() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let with_codes = async || overview(&admin).await["byMethod"][2].clone();
    use_up(&ada, &ada.recovery_codes[..1]).await;
    use_up(&bob, &bob.recovery_codes[1..]).await;
    assert_eq!(with_codes().await, json!({"method": "recoveryCode", "users": 2}));
    use_up(&ada, &ada.recovery_codes[1..]).await;
    assert_eq!(with_codes().await, json!({"method": "recoveryCode", "users": 1}));
    use_up(&bob, &bob.recovery_codes[..1]).await;
    assert_eq!(with_codes().await, json!({"method": "recoveryCode", "users": 0}));
}

#[tokio::test]
async fn a7_suspended_users_are_counted_as_such_and_nowhere_else() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let before = overview(&admin).await;
    for user in [app.enrolled_member("ada").await, app.user("bob", &["manager"]).await] {
        admin.change(&user, json!({"suspended": true})).await;
    }
    let mut after = overview(&admin).await;
    assert_eq!(after["users"]["suspended"], 2);
    after["users"]["suspended"] = json!(0);
    assert_eq!(after, before);
}

#[tokio::test]
async fn a7_a_list_has_those_whom_a_number_counts() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.enrolled_member("ada").await;
    admin.invite("ivy", &["member"]).await;
    let gone = [app.enrolled_member("bob").await, admin.invite("ian", &["member"]).await];
    for user in &gone {
        admin.change(user, json!({"suspended": true})).await;
    }
    let told = overview(&admin).await;
    let (users, way) = (&told["users"], &told["enrollment"]);
    let invited = way["accounts"].as_i64().unwrap() - way["activated"].as_i64().unwrap();
    for (query, number) in [
        ("activated=true&suspended=false", &users["total"]),
        ("activated=true&suspended=false&twoFactor=enabled", &users["enabled"]),
        ("activated=true&suspended=false&twoFactor=notEnabled", &users["notEnabled"]),
        ("activated=false&suspended=false", &json!(invited)),
        ("suspended=true", &users["suspended"]),
    ] {
        let listed = admin.get(&format!("/v1/users?{query}&count=true&limit=1")).send().await.ok();
        assert_eq!(&listed["total"], number, "{query}");
    }
}

#[tokio::test]
async fn a7_an_expired_authenticator_still_protects() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    app.enrolled_member("ada").await;
    admin.change_policy(json!({"secretMaxAgeDays": 30})).await;
    app.clock.advance(TimeDelta::days(30));
    admin.sign_in().await;
    let expired = overview(&admin).await;
    let users = json!({"total": 2, "enabled": 0, "expired": 1, "notEnabled": 1, "suspended": 0});
    assert_eq!(expired["users"], users);
    assert_eq!(expired["byRole"][0], json!({"role": "member", "total": 1, "protected": 1}));
    assert_eq!(expired["byMethod"][0], json!({"method": "totp", "users": 1}));
    admin.change_policy(json!({"secretMaxAgeDays": 0})).await;
    assert_eq!(overview(&admin).await["users"]["enabled"], 1);
}

#[tokio::test]
async fn a7_adoption_is_told_at_the_end_of_each_day() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    // An enrollment moves the clock on by half a minute.
    app.clock.set(at("2030-03-18T23:59:20Z"));
    app.enrolled_member("ada").await;
    app.clock.set(at("2030-03-18T23:59:30Z"));
    app.enrolled_member("bob").await;
    app.clock.set(at("2030-03-21T12:00:00Z"));
    let carl = app.enrolled_member("carl").await;
    let series = async |admin: &Actor| {
        let adoption = overview(admin).await["adoption"].clone();
        assert_eq!(adoption.as_array().expect("a list").len(), 90);
        by_day(&adoption, app.clock.now().date_naive())
    };
    let protected = |series: &HashMap<NaiveDate, Value>, date: &str| series[&day(date)]["protected"].clone();
    admin.sign_in().await;
    let first = series(&admin).await;
    let told = ["2030-03-17", "2030-03-18", "2030-03-19", "2030-03-20", "2030-03-21"];
    assert_eq!(told.map(|date| protected(&first, date)), [0, 1, 2, 2, 3].map(Value::from));

    // So long that the first of the 90 days is the third of these.
    app.clock.set(at("2030-06-16T00:00:00Z"));
    admin.sign_in().await;
    let later = series(&admin).await;
    let told = ["2030-03-19", "2030-03-20", "2030-03-21", "2030-06-16"];
    assert_eq!(told.map(|date| protected(&later, date)), [2, 2, 3, 3].map(Value::from));
    admin.reset(&carl).await;
    assert_eq!(protected(&series(&admin).await, "2030-03-21"), 2, "who of today's users was protected");
}

#[tokio::test]
async fn a7_failures_are_told_day_by_day() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    let ada = app.enrolled_member("ada").await;
    app.clock.set(at("2030-03-18T23:59:59Z"));
    fail_to_log_in(&ada).await;
    fail_to_log_in(&ada).await;
    app.clock.set(at("2030-03-19T00:00:00Z"));
    fail_to_log_in(&ada).await;
    ada.fail_a_challenge().await.problem(401, "code_rejected");
    let foreign = app.foreign_admin().await;
    fail_to_log_in(&foreign).await;
    let nobody = Actor { email: "nobody@lock.example".to_owned(), ..ada.clone() };
    fail_to_log_in(&nobody).await;
    let series = async |admin: &Actor| {
        let failures = overview(admin).await["failures"].clone();
        assert_eq!(failures.as_array().expect("a list").len(), 30);
        by_day(&failures, app.clock.now().date_naive())
    };
    admin.sign_in().await;
    let now = series(&admin).await;
    for (date, login, code) in [("2030-03-17", 0, 0), ("2030-03-18", 2, 0), ("2030-03-19", 1, 1)] {
        assert_eq!(now[&day(date)], json!({"date": date, "login": login, "code": code}));
    }

    // So long that the second of these days is the first of the 30.
    app.clock.set(at("2030-04-17T12:00:00Z"));
    admin.sign_in().await;
    let told: Vec<Value> = series(&admin).await.into_values().filter(|entry| entry["login"] != 0).collect();
    assert_eq!(told, [json!({"date": "2030-03-19", "login": 1, "code": 1})]);
}

#[tokio::test]
async fn a7_failures_are_told_by_quarters_of_hours() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    let ada = app.enrolled_member("ada").await;
    for time in ["2030-03-18T08:44:59Z", "2030-03-18T08:45:00Z", "2030-03-18T08:59:59Z"] {
        app.clock.set(at(time));
        fail_to_log_in(&ada).await;
    }
    app.clock.set(at("2030-03-18T09:00:00Z"));
    ada.fail_a_challenge().await.problem(401, "code_rejected");
    let told = async |admin: &Actor| overview(admin).await["failuresByQuarterHour"].clone();
    admin.sign_in().await;
    let all = [
        json!({"begin": "2030-03-18T08:30:00Z", "login": 1, "code": 0}),
        json!({"begin": "2030-03-18T08:45:00Z", "login": 2, "code": 0}),
        json!({"begin": "2030-03-18T09:00:00Z", "login": 0, "code": 1}),
    ];
    assert_eq!(told(&admin).await, json!(all));

    // Four weeks are as often each day of the week: what has begun before is left out as a whole.
    app.clock.set(at("2030-04-15T08:40:00Z"));
    admin.sign_in().await;
    assert_eq!(told(&admin).await, json!(all[1..]));
    assert_eq!(overview(&admin).await["failures"][2], json!({"date": "2030-03-19", "login": 0, "code": 0}));
    assert_eq!(overview(&admin).await["failures"][1], json!({"date": "2030-03-18", "login": 3, "code": 1}));
}

#[tokio::test]
async fn a7_it_is_told_how_far_everybody_has_come() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    let told = async |admin: &Actor| {
        let enrollment = overview(admin).await["enrollment"].clone();
        ["accounts", "activated", "asked", "enrolled", "used"]
            .map(|stage| enrollment[stage].as_i64().expect("a number"))
    };
    let mut bob = app.member("bob").await;
    let mona = app.user("mona", &["manager"]).await;
    let gone = app.enrolled_member("gone").await;
    admin.change(&gone, json!({"suspended": true})).await;
    admin.invite("ivy", &["member"]).await;
    assert_eq!(told(&admin).await, [4, 3, 0, 0, 0], "nobody has to have one");
    admin.enroll().await;
    assert_eq!(told(&admin).await, [4, 3, 1, 1, 0], "the code that confirms an enrollment is no use of it");

    admin.require(json!({"role": "manager"}), 7, json!({})).await;
    assert_eq!(told(&admin).await, [4, 3, 2, 1, 0]);
    app.clock.advance(TimeDelta::days(8));
    admin.sign_in().await;
    assert_eq!(told(&admin).await, [4, 3, 2, 1, 1], "who is overdue is still asked");

    bob.sign_in().await;
    let mut key = SecurityKey::new();
    bob.enroll_passkey(&mut key).await;
    assert_eq!(told(&admin).await, [4, 3, 3, 2, 1], "who has one is among those who are asked");
    bob.sign_in_with(&mut key).await;
    assert_eq!(told(&admin).await, [4, 3, 3, 2, 2]);
    admin.reset(&bob).await;
    assert_eq!(told(&admin).await, [4, 3, 2, 1, 1]);
    admin.change(&mona, json!({"suspended": true})).await;
    assert_eq!(told(&admin).await, [3, 2, 1, 1, 1]);
}

#[tokio::test]
async fn a7_an_organization_sees_only_itself() {
    let app = TestApp::start();
    let foreign = app.foreign_admin().await;
    let before = overview(&foreign).await;
    let ada = app.enrolled_member("ada").await;
    fail_to_log_in(&ada).await;
    assert_eq!(overview(&foreign).await, before);
}

#[tokio::test]
async fn a7_deadlines_ahead_are_told_by_their_day() {
    let app = TestApp::start();
    let admin = app.admin().await;
    assert_eq!(overview(&admin).await["deadlinesAhead"], json!([]), "nothing is required");
    for name in ["ada", "bob"] {
        admin.create_user(name, &["member"]).await;
    }
    admin.create_user("mona", &["member", "manager"]).await;
    let gone = admin.create_user("gone", &["member"]).await;
    admin.change(&gone, json!({"suspended": true})).await;

    let mut admin = admin;
    admin.enroll().await;
    let start = app.clock.now();
    let today = start.date_naive();
    admin
        .change_policy(json!({"mode": "required", "phases": [
            {"role": "manager", "startsAt": start, "graceDays": 3},
            {"everyone": true, "startsAt": start + TimeDelta::days(20), "graceDays": 10},
        ]}))
        .await;
    let told = overview(&admin).await;
    let ahead =
        json!([{"date": today + Days::new(3), "users": 1}, {"date": today + Days::new(30), "users": 2}]);
    assert_eq!((&told["deadlinesAhead"], &told["overdue"]), (&ahead, &json!(0)));

    app.clock.advance(TimeDelta::days(3));
    admin.sign_in().await;
    let told = overview(&admin).await;
    let ahead = json!([{"date": today + Days::new(30), "users": 2}]);
    assert_eq!((&told["deadlinesAhead"], &told["overdue"]), (&ahead, &json!(1)));
}
