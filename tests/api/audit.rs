//! The audit log: each thing that happens is told once, with who, whom, when and from where, and never a secret.

use std::collections::HashSet;

use chrono::TimeDelta;
use nightlatch::{clock::Clock, domain::audit::Action};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, codes, text},
    app::{ADMIN_EMAIL, TestApp},
    audit_log::seal,
};

/// Reads what was added to the log since the last look, over all organizations.
#[derive(Default)]
struct Reader {
    seen: HashSet<String>,
}

impl Reader {
    fn news(&mut self, app: &TestApp) -> Vec<String> {
        let rows =
            app.database.column("SELECT id || ' ' || action FROM audit_events ORDER BY occurred_at, id");
        let mut news: Vec<String> = rows
            .into_iter()
            .filter_map(|row| row.split_once(' ').map(|(id, action)| (id.to_owned(), action.to_owned())))
            .filter(|(id, _)| self.seen.insert(id.clone()))
            .map(|(_, action)| action)
            .collect();
        news.sort();
        news
    }
}

#[tokio::test]
async fn i3_every_step_of_a_story_is_told_once() {
    let app = TestApp::start();
    let (admin, mut reader) = (app.admin().await, Reader::default());
    reader.news(&app);

    let mut ada = admin.create_user("ada", &["member"]).await;
    assert_eq!(reader.news(&app), ["user.created"]);
    let wrong = json!({"email": ada.email, "password": "a wild guess"});
    ada.endpoint.post("/v1/auth/login", wrong).send().await.problem(401, "login_failed");
    assert_eq!(reader.news(&app), ["login.failed"]);
    ada.sign_in().await;
    assert_eq!(reader.news(&app), ["login.succeeded"]);
    ada.refresh().await;
    assert_eq!(reader.news(&app), ["session.refreshed"]);
    ada.patch("/v1/me", json!({"displayName": "Ada L."})).send().await.ok();
    assert_eq!(reader.news(&app), ["user.updated"]);

    let (id, phone) = ada.begin().await;
    assert_eq!(reader.news(&app), ["enrollment.begun"]);
    ada.confirm(&id, &phone.wrong_code()).send().await.problem(422, "enrollment_code_rejected");
    assert_eq!(reader.news(&app), ["enrollment.code_rejected"]);
    let confirmed = ada.confirm(&id, &phone.next_code()).send().await.ok();
    ada.adopt(&confirmed);
    ada.recovery_codes = codes(&confirmed["recoveryCodes"]);
    (ada.phone, ada.authenticator) = (Some(phone), id);
    assert_eq!(reader.news(&app), ["authenticator.enrolled"]);
    ada.patch(&format!("/v1/me/authenticators/{}", ada.authenticator), json!({"name": "Phone"}))
        .send()
        .await
        .ok();
    assert_eq!(reader.news(&app), ["authenticator.renamed"]);

    let challenge = ada.challenge().await;
    assert_eq!(reader.news(&app), ["login.challenged"]);
    ada.verify(&challenge, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
    assert_eq!(reader.news(&app), ["code.rejected"]);
    ada.verify(&challenge, "12345").send().await.invalid("code");
    assert_eq!(reader.news(&app), [""; 0], "no verdict, no event");
    ada.verify(&challenge, &ada.phone().next_code()).send().await.ok();
    assert_eq!(reader.news(&app), ["login.succeeded"]);
    ada.verify(&challenge, &ada.phone().next_code()).send().await.problem(410, "challenge_expired");
    assert_eq!(reader.news(&app), [""; 0]);

    ada.step_up().await;
    assert_eq!(reader.news(&app), ["step_up.challenged", "step_up.succeeded"]);
    let regenerate = json!({"code": ada.phone().next_code()});
    ada.post("/v1/me/recovery-codes/regenerate", regenerate).send().await.ok();
    assert_eq!(reader.news(&app), ["recovery_codes.regenerated"]);
    let path = format!("/v1/me/authenticators/{}", ada.authenticator);
    let begun = ada.post(&format!("{path}/replace"), json!({})).send().await.created();
    let phone = ada.scan(&begun);
    let confirmed = ada.confirm(&text(&begun["id"]), &phone.next_code()).send().await.ok();
    ada.adopt(&confirmed);
    (ada.phone, ada.authenticator) = (Some(phone), text(&begun["id"]));
    assert_eq!(reader.news(&app), ["authenticator.replaced", "enrollment.begun"]);

    let password = |current: &str| json!({"current": current, "new": "an entirely new set of words"});
    ada.post("/v1/me/password", password("a wild guess")).send().await.problem(401, "login_failed");
    assert_eq!(reader.news(&app), ["password.change_refused"]);
    let changed = ada.post("/v1/me/password", password(&ada.password)).send().await.ok();
    ada.adopt(&changed);
    ada.password = "an entirely new set of words".to_owned();
    assert_eq!(reader.news(&app), ["password.changed"]);

    ada.disable_call(&ada.password, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
    assert_eq!(reader.news(&app), ["code.rejected"]);
    ada.disable_call(&ada.password, &ada.phone().next_code()).send().await.no_content();
    assert_eq!(reader.news(&app), ["two_factor.disabled"]);
    let reused = ada.refresh_call();
    ada.refresh().await;
    assert_eq!(reader.news(&app), ["session.refreshed"]);
    reused.send().await.problem(401, "session_expired");
    assert_eq!(reader.news(&app), ["session.token_reused"]);

    ada.sign_in().await;
    ada.enroll().await;
    let (tablet, _) = ada.add_authenticator("Tablet").await;
    reader.news(&app);
    let removed = ada.remove_call(&tablet).send().await.ok();
    ada.adopt(&removed);
    assert_eq!(reader.news(&app), ["authenticator.removed"]);
    ada.post("/v1/auth/logout", json!({})).send().await.no_content();
    assert_eq!(reader.news(&app), ["session.ended"]);
    admin.change_policy(json!({"skewSteps": 0})).await;
    assert_eq!(reader.news(&app), ["policy.changed"]);
    admin.get("/v1/audit-events").send().await.ok();
    assert_eq!(reader.news(&app), [""; 0], "reading is no change");
}

#[tokio::test]
async fn i3_every_step_of_an_administration_is_told_once() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let (admin, mut reader) = (app.admin().await, Reader::default());
    reader.news(&app);

    admin.look_at(&ada).await;
    assert_eq!(reader.news(&app), [""; 0], "reading is no change");
    admin.change(&ada, json!({"roles": ["manager"]})).await;
    assert_eq!(reader.news(&app), ["user.roles_changed"]);
    admin.change(&ada, json!({"roles": ["manager"], "suspended": true})).await;
    assert_eq!(reader.news(&app), ["user.suspended"]);
    ada.login().await.problem(401, "login_failed");
    assert_eq!(reader.news(&app), ["login.failed"]);
    admin.change(&ada, json!({"suspended": false})).await;
    assert_eq!(reader.news(&app), ["user.restored"]);
    ada.sign_in().await;
    reader.news(&app);
    admin.end_sessions_call(&ada).send().await.no_content();
    assert_eq!(reader.news(&app), ["sessions.ended"]);
    for call in [
        admin.change_call(&ada, json!({"roles": []})),
        admin.change_call(&admin, json!({"suspended": true})),
        admin.change_call(&admin, json!({"roles": ["member"]})),
        admin.reset_call(&admin),
        admin.pass_call(&ada, 1),
    ] {
        assert!(call.send().await.status.is_client_error());
    }
    assert_eq!(reader.news(&app), [""; 0], "nothing was done");

    let pass = admin.issue_pass(&ada).await;
    assert_eq!(reader.news(&app), ["temporary_pass.issued"]);
    let challenge = ada.challenge().await;
    ada.verify_pass(&challenge, "0000-0000-0000-0000").send().await.problem(401, "code_rejected");
    assert_eq!(reader.news(&app), ["code.rejected", "login.challenged"]);
    ada.verify_pass(&challenge, &pass).send().await.ok();
    assert_eq!(reader.news(&app), ["login.enrollment_demanded"]);
    let code = admin.reset(&ada).await;
    assert_eq!(reader.news(&app), ["two_factor.reset"]);
    ada.enter_by(&code).await;
    assert_eq!(reader.news(&app), ["login.challenged", "login.enrollment_demanded"]);
    ada.enroll().await;
    assert_eq!(reader.news(&app), ["authenticator.enrolled", "enrollment.begun", "login.succeeded"]);
}

#[tokio::test]
async fn n2_an_event_says_who_whom_when_and_from_where() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = app.user("ada", &["member"]).await;
    app.clock.advance(TimeDelta::minutes(2));
    let call = ada.login_call().forwarded_for("2001:db8::7").header("user-agent", "Her browser");
    let answer = call.header("x-request-id", "trace-me-1").send().await;
    let signed_in = answer.ok();
    let mut ada = ada;
    ada.adopt(&signed_in);

    let events = admin.get(&format!("/v1/audit-events?actor={}", ada.id)).send().await.ok();
    let event = &events["items"][0];
    assert_eq!((&event["action"], &event["outcome"]), (&json!("login.succeeded"), &json!("success")));
    for person in [&event["actor"], &event["subject"]] {
        assert_eq!(*person, json!({"id": ada.id, "email": ada.email}));
    }
    assert_eq!(event["occurredAt"], serde_json::to_value(app.clock.now()).unwrap());
    assert_eq!((&event["address"], &event["userAgent"]), (&json!("2001:db8::7"), &json!("Her browser")));
    assert_eq!((&event["requestId"], answer.request_id()), (&json!("trace-me-1"), "trace-me-1"));
    assert_eq!(event["sessionId"], crate::support::actor::claims(&ada.access)["sid"]);
}

#[tokio::test]
async fn n2_a_refused_sign_in_has_its_account_as_subject_and_no_actor() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.user("ada", &["member"]).await);
    let wrong = json!({"email": ada.email, "password": "a wild guess"});
    app.endpoint().post("/v1/auth/login", wrong).send().await.problem(401, "login_failed");
    let events = admin.get("/v1/audit-events?action=login.failed").send().await.ok();
    let event = &events["items"][0];
    assert_eq!((&event["outcome"], &event["subject"]["id"]), (&json!("failure"), &json!(ada.id)));
    assert_eq!(event.get("actor"), None);
}

#[tokio::test]
async fn what_is_typed_for_nobody_is_the_installations_and_never_the_text() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let typed = json!({"email": "oops.my-password@lock.example", "password": "a wild guess"});
    app.endpoint().post("/v1/auth/login", typed).send().await.problem(401, "login_failed");
    let failures =
        "audit_events WHERE action = 'login.failed' AND org_id = '00000000-0000-0000-0000-000000000000'";
    assert_eq!(app.database.count(failures), 1);
    assert_eq!(admin.get("/v1/audit-events?action=login.failed").send().await.ok()["items"], json!([]));
    let dump = app.database.dump();
    assert!(!dump.contains("oops.my-password") && !dump.contains("wild guess"));
}

// Reading.

fn ids(page: &Value) -> Vec<String> {
    page["items"].as_array().expect("a list").iter().map(|event| text(&event["id"])).collect()
}

fn actions(events: &[Value]) -> Vec<String> {
    events.iter().map(|event| text(&event["action"])).collect()
}

/// All that a query finds, part by part; each but the last is full.
async fn pages(admin: &Actor, query: &str) -> Vec<Value> {
    let (mut events, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = admin.get(&format!("/v1/audit-events?{query}{cursor}")).send().await.ok();
        let items = page["items"].as_array().expect("a list");
        events.extend(items.clone());
        let Some(next) = page["nextCursor"].as_str() else { return events };
        assert_eq!(items.len(), 3, "{query}");
        cursor = format!("&cursor={next}");
    }
}

/// Three sign-ins by each of two users, a minute apart from the second on.
async fn busy(app: &TestApp) -> (Actor, Actor, Actor) {
    let admin = app.admin().await;
    let mut ada = admin.create_user("ada", &["member"]).await;
    let mut bob = admin.create_user("bob", &["member"]).await;
    for _ in 0..3 {
        app.clock.advance(TimeDelta::minutes(1));
        ada.sign_in().await;
        bob.sign_in().await;
    }
    (admin, ada, bob)
}

#[tokio::test]
async fn n2_events_are_filtered_by_person_action_and_time() {
    let app = TestApp::start();
    let (admin, ada, bob) = busy(&app).await;
    let list = async |query: &str| admin.get(&format!("/v1/audit-events?{query}")).send().await.ok();
    let of_actor = list(&format!("actor={}", ada.id)).await;
    assert_eq!(of_actor["items"].as_array().unwrap().len(), 3);
    assert!(of_actor["items"].as_array().unwrap().iter().all(|event| event["actor"]["id"] == json!(ada.id)));
    assert_eq!(ids(&list(&format!("subject={}", bob.id)).await).len(), 4, "created, and three sign-ins");
    assert_eq!(ids(&list(&format!("subject={}&action=user.created", bob.id)).await).len(), 1);
    assert_eq!(ids(&list("action=user.created").await).len(), 3);

    let at = |minutes: i64| {
        let time = crate::support::clock::TestClock::start() + TimeDelta::minutes(minutes);
        time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    };
    assert_eq!(
        ids(&list(&format!("action=login.succeeded&from={}", at(2))).await).len(),
        4,
        "from that time on"
    );
    let between = format!("action=login.succeeded&from={}&to={}", at(1), at(3));
    assert_eq!(ids(&list(&between).await).len(), 4, "and before that time");
    assert_eq!(list(&format!("from={}", at(9))).await["items"], json!([]));
    assert_eq!(list(&format!("actor={}", uuid::Uuid::nil())).await["items"], json!([]));
}

#[tokio::test]
async fn n2_routine_is_left_out_where_that_is_asked_for() {
    let app = TestApp::start();
    let (admin, mut ada, _) = busy(&app).await;
    let without = "limit=3&routine=false";
    let before = pages(&admin, without).await;
    for _ in 0..4 {
        app.clock.advance(TimeDelta::seconds(20));
        ada.refresh().await;
    }
    seal(&app);
    let everything = actions(&pages(&admin, "limit=3").await);
    assert_eq!(actions(&pages(&admin, "limit=3&routine=true").await), everything);
    assert_eq!(everything[0], "audit.checkpointed");
    assert_eq!(everything[1..5], ["session.refreshed"; 4]);
    assert_eq!(pages(&admin, without).await, before, "a part is full, however much lies between");

    assert_eq!(actions(&pages(&admin, "action=session.refreshed").await).len(), 4);
    assert_eq!(pages(&admin, "action=session.refreshed&routine=false").await, [json!(null); 0]);
    for wrong in ["routine", "routine=", "routine=no", "routine=0", "routine=false&routine=true"] {
        admin.get(&format!("/v1/audit-events?{wrong}")).send().await.invalid("routine");
    }
}

#[tokio::test]
async fn the_document_names_what_is_routine() {
    let app = TestApp::start();
    let document = app.endpoint().get("/openapi.json").send().await.ok();
    let parameters = document["paths"]["/v1/audit-events"]["get"]["parameters"].as_array().unwrap().clone();
    let routine = parameters.iter().find(|parameter| parameter["name"] == "routine").expect("the filter");
    let told = text(&routine["description"]);
    let named: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
    assert_eq!(named, Action::ROUTINE.map(Action::name));
}

#[tokio::test]
async fn n2_events_are_read_page_by_page_newest_first() {
    let app = TestApp::start();
    let (admin, ..) = busy(&app).await;
    let whole = admin.get("/v1/audit-events?limit=100").send().await.ok();
    let times: Vec<String> =
        whole["items"].as_array().unwrap().iter().map(|event| text(&event["occurredAt"])).collect();
    assert!(times.is_sorted_by(|newer, older| newer >= older), "{times:?}");
    assert_eq!(whole.get("nextCursor"), None);
    let (mut seen, mut path) = (Vec::new(), "/v1/audit-events?limit=4".to_owned());
    loop {
        let page = admin.get(&path).send().await.ok();
        seen.extend(ids(&page));
        let Some(cursor) = page["nextCursor"].as_str() else { break };
        path = format!("/v1/audit-events?limit=4&cursor={cursor}");
    }
    assert_eq!(seen, ids(&whole));
    let distinct: HashSet<&String> = seen.iter().collect();
    assert_eq!(distinct.len(), seen.len());
}

#[tokio::test]
async fn a_cursor_keeps_its_place_while_events_come_in() {
    let app = TestApp::start();
    let (admin, mut ada, _) = busy(&app).await;
    let first = admin.get("/v1/audit-events?limit=3").send().await.ok();
    app.clock.advance(TimeDelta::minutes(1));
    ada.sign_in().await;
    let path = format!("/v1/audit-events?limit=3&cursor={}", text(&first["nextCursor"]));
    let second = ids(&admin.get(&path).send().await.ok());
    assert!(ids(&first).iter().all(|id| !second.contains(id)));
    let whole = ids(&admin.get("/v1/audit-events?limit=100").send().await.ok());
    assert_eq!(whole[1..7], [ids(&first), second].concat());
}

#[tokio::test]
async fn own_activity_shows_nothing_of_others() {
    let app = TestApp::start();
    let (_, ada, bob) = busy(&app).await;
    let answer = ada.get("/v1/me/activity").send().await;
    let page = answer.ok();
    for event in page["items"].as_array().unwrap() {
        assert!([&event["actor"]["id"], &event["subject"]["id"]].contains(&&json!(ada.id)), "{event}");
        let is_own = event["actor"].is_null() || event["actor"]["id"] == ada.id;
        for place in ["address", "requestId"] {
            assert_eq!(event.get(place).is_some(), is_own, "{place} of {event}");
        }
        for place in ["sessionId", "userAgent"] {
            assert!(is_own || event.get(place).is_none(), "{place} of {event}");
        }
    }
    assert!(!answer.text().contains(&bob.id) && !answer.text().contains(&bob.email));
    assert!(answer.text().contains(ADMIN_EMAIL), "who created the account");
}
