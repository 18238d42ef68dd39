//! Previews: what a policy would do, and what somebody should know before they save it.

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    administration::phase,
    app::TestApp,
};

/// The policy in force, with these fields changed.
async fn draft(admin: &Actor, changes: Value) -> Value {
    let (mut policy, _) = admin.policy().await;
    for (field, value) in changes.as_object().expect("an object") {
        policy[field] = value.clone();
    }
    policy
}

/// The warnings about a change, each as its code and the role that it is about.
async fn warnings(admin: &Actor, changes: Value) -> Vec<(String, Value)> {
    let preview = admin.preview(draft(admin, changes).await).await;
    let told = preview["warnings"].as_array().expect("a list").iter();
    told.map(|warning| (text(&warning["code"]), warning["role"].clone())).collect()
}

fn of(role: &str) -> Value {
    json!({"role": role})
}

/// An organization with two administrators who have a factor, and a member who has not.
async fn covered() -> (TestApp, Actor, Actor) {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let mut boss = admin.create_user("boss", &["admin"]).await;
    boss.sign_in().await;
    boss.enroll().await;
    let ada = admin.create_user("ada", &["member"]).await;
    app.clock.next_step();
    (app, admin, ada)
}

#[tokio::test]
async fn o7_each_warning_is_given_where_there_is_reason() {
    let (app, admin, _) = covered().await;
    let (now, day) = (app.clock.now(), TimeDelta::days(1));
    let everyone = |starts_at, grace_days| phase(json!({"everyone": true}), starts_at, grace_days);
    let required = |phases: Vec<Value>| json!({"mode": "required", "phases": phases});
    let nobody = Value::Null;
    for (changes, expected) in [
        (json!({"mode": "off"}), vec![]),
        (json!({"mode": "optional"}), vec![]),
        (required(vec![]), vec![]),
        (required(vec![everyone(now, 30)]), vec![]),
        (required(vec![everyone(now, 31)]), vec![("grace_over_30_days", nobody.clone())]),
        (
            required(vec![everyone(now, 7), phase(of("admin"), now, 90), phase(of("manager"), now, 31)]),
            vec![("grace_over_30_days", json!("admin")), ("grace_over_30_days", json!("manager"))],
        ),
        (required(vec![everyone(now - day * 7, 7)]), vec![("deadline_in_the_past", nobody.clone())]),
        (required(vec![everyone(now - day * 6, 7)]), vec![]),
        (required(vec![everyone(now - day * 7, 0)]), vec![]),
        (required(vec![phase(of("member"), now, 7)]), vec![("not_everyone_is_covered", nobody.clone())]),
        (required(vec![phase(of("manager"), now, 7)]), vec![("nobody_is_covered", nobody.clone())]),
        (json!({"mode": "optional", "phases": [phase(of("manager"), now, 90)]}), vec![]),
    ] {
        let told = warnings(&admin, changes.clone()).await;
        let expected: Vec<_> = expected.into_iter().map(|(code, role)| (code.to_owned(), role)).collect();
        assert_eq!(told, expected, "{changes}");
    }
}

#[tokio::test]
async fn o7_it_warns_of_an_only_administrator_and_of_those_locked_out() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let names = |told: Vec<(String, Value)>| told.into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(names(warnings(&admin, json!({})).await), ["only_one_administrator"]);
    let boss = admin.create_user("boss", &["admin"]).await;
    admin.create_user("mia", &["member"]).await;
    assert_eq!(warnings(&admin, json!({})).await, []);
    let blocking = json!({"mode": "required", "afterGrace": "block"});
    assert_eq!(names(warnings(&admin, blocking.clone()).await), ["administrators_locked_out"]);
    let preview = admin.preview(draft(&admin, blocking.clone()).await).await;
    assert_eq!(
        preview["counts"],
        json!({"ready": 1, "notice": 0, "mustEnroll": 0, "blocked": 2, "exempt": 0})
    );
    let locked_out = preview["lockedOutAdmins"].as_array().unwrap();
    assert_eq!(locked_out.iter().map(|one| &one["id"]).collect::<Vec<_>>(), [&json!(boss.id)]);
    admin.change(&boss, json!({"suspended": true})).await;
    assert_eq!(
        names(warnings(&admin, blocking).await),
        ["only_one_administrator"],
        "who is suspended is out"
    );
}

#[tokio::test]
async fn o7_it_warns_that_earlier_deadlines_stay() {
    let (app, admin, ada) = covered().await;
    let begin = admin.require(json!({"everyone": true}), 7, json!({})).await;
    assert_eq!(warnings(&admin, json!({})).await, [], "what goes on as it is");
    app.clock.next_step();
    let later = phase(json!({"everyone": true}), app.clock.now(), 20);
    let changes = json!({"phases": [later]});
    let expected = [("earlier_deadlines_stay".to_owned(), Value::Null)];
    assert_eq!(warnings(&admin, changes.clone()).await, expected);
    let preview = admin.preview(draft(&admin, changes.clone()).await).await;
    assert_eq!(preview["users"][0]["id"], json!(ada.id));
    assert_eq!(preview["users"][0]["deadline"], json!(begin + TimeDelta::days(7)));
    admin.change_policy(changes).await;
    assert_eq!(admin.preview(admin.policy().await.0).await["users"], preview["users"], "as foretold");
    let sooner = phase(json!({"everyone": true}), begin, 3);
    assert_eq!(warnings(&admin, json!({"phases": [sooner]})).await, []);
}

#[tokio::test]
async fn o7_a_preview_changes_nothing_and_takes_the_right_to_change() {
    let (app, admin, _) = covered().await;
    let before = (app.database.count("audit_events"), admin.policy().await);
    let policy = admin.preset("phasedBlocking").await;
    admin.preview(policy.clone()).await;
    for at in ["2031-01-01T00:00:00Z", "2020-01-01T00:00:00Z"] {
        let body = json!({"policy": policy, "at": at});
        assert_eq!(admin.post("/v1/policy/preview", body).send().await.ok()["at"], at);
    }
    assert_eq!((app.database.count("audit_events"), admin.policy().await), before);
    let mut max = admin.create_user("max", &["manager"]).await;
    max.sign_in().await;
    max.post("/v1/policy/preview", json!({"policy": policy})).send().await.problem(403, "not_permitted");
    for at in ["1969-12-31T23:59:59Z", "soon"] {
        let body = json!({"policy": policy, "at": at});
        admin.post("/v1/policy/preview", body).send().await.invalid("at");
    }
}

#[tokio::test]
async fn a_phase_is_for_a_role_that_there_is_or_for_everyone() {
    let (app, admin, _) = covered().await;
    let (now, tag) = (app.clock.now(), admin.policy().await.1);
    let known = phase(of("member"), now, 7);
    let both = phase(json!({"everyone": true, "role": "member"}), now, 7);
    let mut neither = known.clone();
    neither.as_object_mut().unwrap().remove("role");
    for (phases, field, code) in [
        (json!([phase(of("night-watch"), now, 7), known]), "phases[0].role", "unknown_role"),
        (json!([known, phase(of("night-watch"), now, 7)]), "phases[1].role", "unknown_role"),
        (json!([both]), "phases[0]", "one_target"),
        (json!([neither]), "phases[0]", "one_target"),
        (json!([phase(json!({"everyone": false}), now, 7)]), "phases[0]", "one_target"),
        (json!([known, phase(of("member"), now, 8)]), "phases[1]", "duplicate_target"),
        (json!([phase(of("member"), now, 91)]), "phases[0].graceDays", "out_of_range"),
    ] {
        let policy = draft(&admin, json!({"mode": "required", "phases": phases})).await;
        let put = admin.put_policy_call(policy.clone(), &tag).send().await;
        let previewed = admin.post("/v1/policy/preview", json!({"policy": policy})).send().await;
        let in_preview = format!("policy.{field}");
        for (answer, field) in [(put, field), (previewed, in_preview.as_str())] {
            assert_eq!(answer.invalid(field)["errors"][0]["code"], code);
        }
    }
    assert_eq!(admin.policy().await.1, tag);
}

#[tokio::test]
async fn o7_a_preview_says_where_in_the_request_an_error_is() {
    let (_app, admin, _) = covered().await;
    for (changes, field) in [
        (json!({"mode": "sometimes"}), "policy.mode"),
        (json!({"skewSteps": 9}), "policy.skewSteps"),
        (json!({"recoveryCodeCount": 1}), "policy.recoveryCodeCount"),
        (json!({"allowedMethods": ["totp", "carrierPigeon"]}), "policy.allowedMethods[1]"),
        (json!({"temporaryPass": {"enabled": true, "maxMinutes": 1}}), "policy.temporaryPass.maxMinutes"),
        (json!({"passkeyOnly": ["night-watch"]}), "policy.passkeyOnly[0]"),
    ] {
        let policy = draft(&admin, changes).await;
        admin.post("/v1/policy/preview", json!({"policy": policy})).send().await.invalid(field);
    }
}

#[tokio::test]
async fn a_role_that_a_phase_names_is_not_deleted() {
    let (app, admin, _) = covered().await;
    let role = json!({"name": "night-watch", "description": "Looks after the doors.", "permissions": []});
    let created = admin.post("/v1/roles", role).send().await.created();
    let path = format!("/v1/roles/{}", text(&created["id"]));
    let named = phase(of("night-watch"), app.clock.now(), 7);
    for mode in ["required", "optional", "off"] {
        admin.change_policy(json!({"mode": mode, "phases": [named]})).await;
        admin.delete(&path).send().await.problem(409, "role_in_use");
    }
    admin.change_policy(json!({"phases": []})).await;
    admin.delete(&path).send().await.no_content();
    let again = draft(&admin, json!({"phases": [named]})).await;
    let tag = admin.policy().await.1;
    admin.put_policy_call(again, &tag).send().await.invalid("phases[0].role");
}
