//! One thing done to many users: each for itself, with what came of it.

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    administration::phase,
    app::TestApp,
};

fn reset(whom: Value) -> Value {
    with(json!({"action": "reset", "identityCheck": "video", "reason": "The phones are lost"}), whom)
}

fn extend(app: &TestApp, whom: Value) -> Value {
    let deadline = in_days(app, 30);
    with(json!({"action": "extendDeadline", "deadline": deadline, "reason": "On leave"}), whom)
}

fn in_days(app: &TestApp, days: i64) -> Value {
    json!(app.clock.now() + TimeDelta::days(days))
}

fn with(mut body: Value, more: Value) -> Value {
    for (field, value) in more.as_object().expect("an object") {
        body[field] = value.clone();
    }
    body
}

async fn bulk(admin: &Actor, body: Value) -> Value {
    admin.post("/v1/users/bulk", body).send().await.ok()
}

fn statuses(answer: &Value) -> Vec<(String, Value)> {
    let results = answer["results"].as_array().expect("results");
    results.iter().map(|result| (text(&result["status"]), result["code"].clone())).collect()
}

#[tokio::test]
async fn a6_each_is_reset_or_refused_for_itself() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let admin = app.enrolled_admin().await;
    let nobody = "01ba60d3-0000-7000-8000-000000000000";
    let answer = bulk(&admin, reset(json!({"ids": [ada.id, admin.id, nobody]}))).await;
    let results = answer["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    let of = |id: &str| results.iter().find(|result| result["id"] == id).expect("a result").clone();
    assert_eq!(of(&ada.id)["status"], "done");
    assert_eq!(of(&ada.id)["email"], ada.email);
    assert_eq!(of(&admin.id)["code"], "cannot_reset_self");
    assert_eq!((&of(nobody)["code"], &of(nobody)["email"]), (&json!("not_found"), &Value::Null));
    assert_eq!(app.database.count("audit_events WHERE action = 'two_factor.reset'"), 1);

    let code = text(&of(&ada.id)["resetCode"]);
    assert!(!ada.is_signed_in().await);
    ada.enter_by(&code).await;
    ada.enroll().await;
}

#[tokio::test]
async fn a6_a_filter_goes_through_all_of_them_part_by_part() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for number in 0..52 {
        admin.create_user(&format!("member{number:02}"), &["member"]).await;
    }
    admin.create_user("manager", &["manager"]).await;
    let filter = json!({"filter": {"role": "member", "twoFactor": "notEnabled"}});
    let first = bulk(&admin, extend(&app, filter.clone())).await;
    assert_eq!(statuses(&first), vec![("done".to_owned(), Value::Null); 50]);
    let rest = bulk(&admin, extend(&app, with(filter, json!({"cursor": first["nextCursor"]})))).await;
    assert_eq!(statuses(&rest), vec![("done".to_owned(), Value::Null); 2]);
    assert_eq!(rest["nextCursor"], Value::Null);
    assert_eq!(app.database.count("users WHERE extended_to IS NOT NULL"), 52);
    assert_eq!(app.database.count("audit_events WHERE action = 'user.deadline_set'"), 52);
}

#[tokio::test]
async fn a6_more_time_is_never_less() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let mut people = Vec::new();
    for name in ["ada", "bob", "cleo"] {
        people.push(admin.create_user(name, &["member"]).await);
    }
    let [ada, bob, cleo] = [&people[0], &people[1], &people[2]];
    app.clock.next_step();
    let begin = admin.require(json!({"everyone": true}), 20, json!({})).await;
    let month = begin + TimeDelta::days(30);
    admin.set_deadline(bob, month).await;
    admin.set_deadline(cleo, begin + TimeDelta::days(2)).await;
    let until = async |whom: Value, at: DateTime<Utc>| {
        let order = json!({"action": "extendDeadline", "deadline": at, "reason": "The office is closed."});
        statuses(&bulk(&admin, with(order, whom)).await)
    };
    let done = || ("done".to_owned(), Value::Null);
    let refused = || ("refused".to_owned(), json!("later_deadline"));
    let deadline = async |user: &Actor| admin.look_at(user).await["twoFactor"]["deadline"].clone();
    let told = until(json!({"filter": {"twoFactor": "inGrace"}}), begin + TimeDelta::days(14)).await;
    assert_eq!(told, [refused(), refused(), done()]);
    assert_eq!(deadline(ada).await, json!(begin + TimeDelta::days(20)));
    assert_eq!(deadline(bob).await, json!(month));
    assert_eq!(deadline(cleo).await, json!(begin + TimeDelta::days(14)));
    assert_eq!(until(json!({"ids": [bob.id]}), month).await, [done()], "the same day is no less");
    // What an administrator gave is kept while nobody is asked for a factor.
    admin.change_policy(json!({"mode": "optional"})).await;
    assert_eq!(until(json!({"ids": [bob.id]}), begin + TimeDelta::days(29)).await, [refused()]);
    assert_eq!(until(json!({"ids": [bob.id]}), begin + TimeDelta::days(31)).await, [done()]);
    assert_eq!(app.database.count("audit_events WHERE action = 'user.deadline_set'"), 5);
}

#[tokio::test]
async fn a6_more_time_is_not_less_than_what_is_to_come() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    let begin = admin.deadline_in(10);
    admin
        .change_policy(json!({"mode": "required", "phases": [phase(json!({"everyone": true}), begin, 10)]}))
        .await;
    for (days, told) in [(5, "refused"), (15, "refused"), (21, "done")] {
        let order =
            json!({"action": "extendDeadline", "deadline": admin.deadline_in(days), "reason": "Away"});
        let [(status, _)] = &statuses(&bulk(&admin, with(order, json!({"ids": [ada.id]}))).await)[..] else {
            panic!("one user")
        };
        assert_eq!(status, told, "{days}");
    }
}

#[tokio::test]
async fn a6_it_takes_what_the_action_takes() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let id = &admin.id;
    let whom = json!({"ids": [id]});
    let past = in_days(&app, -1);
    for (body, field) in [
        (json!({"action": "reset", "ids": [id], "reason": "Lost"}), "identityCheck"),
        (with(reset(whom.clone()), json!({"deadline": past})), "deadline"),
        (json!({"action": "extendDeadline", "ids": [id], "reason": "Away"}), "deadline"),
        (with(extend(&app, whom.clone()), json!({"deadline": past})), "deadline"),
        (with(extend(&app, whom.clone()), json!({"ticket": "HD-1"})), "ticket"),
        (with(extend(&app, whom.clone()), json!({"identityCheck": "call"})), "identityCheck"),
        (with(extend(&app, whom.clone()), json!({"action": "sing"})), "action"),
        (json!({"action": "remind", "ids": [id], "reason": "Because"}), "reason"),
        (json!({"action": "remind", "ids": [id], "deadline": past}), "deadline"),
        (json!({"action": "reset", "ids": [id], "identityCheck": "call"}), "reason"),
        (with(extend(&app, whom.clone()), json!({"reason": " "})), "reason"),
        (with(extend(&app, whom.clone()), json!({"filter": {}})), "ids"),
        (with(extend(&app, whom.clone()), json!({"cursor": "YQ"})), "ids"),
        (extend(&app, json!({"ids": []})), "ids"),
        (extend(&app, json!({})), "ids"),
        (extend(&app, json!({"filter": {"role": "No such"}})), "filter.role"),
        (extend(&app, json!({"filter": {"q": " "}})), "filter.q"),
    ] {
        admin.post("/v1/users/bulk", body).send().await.invalid(field);
    }
    assert_eq!(app.database.count("users WHERE extended_to IS NOT NULL"), 0);
}

#[tokio::test]
async fn a6_the_action_takes_its_permission() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut manager = admin.create_user("mona", &["manager"]).await;
    manager.sign_in().await;
    let whom = json!({"ids": [admin.id]});
    for body in [reset(whom.clone()), extend(&app, whom)] {
        manager.post("/v1/users/bulk", body).send().await.problem(403, "not_permitted");
    }
}
