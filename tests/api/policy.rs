//! The organization's policy: read and replaced with care, in force at the next request.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    race::{only_winner, race},
};

#[tokio::test]
async fn o1_a_new_organization_has_the_default_policy() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let answer = admin.get("/v1/policy").send().await;
    let policy = answer.ok();
    assert_eq!(answer.header("etag"), Some("\"1\""));
    assert_eq!(policy["version"], 1);
    assert!(policy["updatedAt"].is_string());
    let expected = json!({"mode": "optional", "phases": [], "newUsers": "firstLogin", "afterGrace": "enrollAtLogin",
        "loginStyle": "twoStep", "sso": "exempt", "allowedMethods": ["totp", "passkey", "email", "recoveryCode"], "passkeyLogin": false, "passkeyOnly": [],
        "recoveryCodeCount": 10,
        "secretMaxAgeDays": 180, "skewSteps": 1, "trustedDeviceDays": 0, "stepUpMaxAgeMinutes": 5, "adminReset": "peer",
        "resetProof": "code", "temporaryPass": {"enabled": true, "maxMinutes": 1440}, "digits": 6, "algorithm": "SHA1"});
    assert_eq!(admin.policy().await.0, expected);
}

#[tokio::test]
async fn a_change_takes_the_version_that_it_was_made_from() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (mut policy, tag) = admin.policy().await;
    policy["recoveryCodeCount"] = json!(12);
    admin.put("/v1/policy", policy.clone()).send().await.problem(428, "precondition_required");
    for stale in ["\"0\"", "\"2\"", "\"nonsense\"", "W/\"2\"", "1", ""] {
        admin.put_policy_call(policy.clone(), stale).send().await.problem(412, "stale_version");
    }
    assert_eq!(admin.policy().await.0["recoveryCodeCount"], 10);

    app.clock.advance(TimeDelta::minutes(1));
    let answer = admin.put_policy_call(policy.clone(), &tag).send().await;
    let changed = answer.ok();
    assert_eq!((&changed["version"], answer.header("etag")), (&json!(2), Some("\"2\"")));
    assert_eq!(changed["recoveryCodeCount"], 12);
    assert_eq!(admin.policy().await, (policy.clone(), "\"2\"".to_owned()));
    admin.put_policy_call(policy, &tag).send().await.problem(412, "stale_version");
}

#[tokio::test]
async fn of_changes_at_once_one_wins() {
    let mut app = TestApp::start();
    let replica = app.add_replica(|_| {});
    let admin = app.admin().await;
    let (policy, tag) = admin.policy().await;
    let both = [admin.clone(), admin.at(&replica)];
    let calls = (0..50).map(|number| {
        let mut changed = policy.clone();
        changed["secretMaxAgeDays"] = json!(100 + number);
        both[number % 2].put_policy_call(changed, &tag)
    });
    let winner = only_winner(&race(calls.collect()).await, &[412]).ok();
    let (in_force, tag) = admin.policy().await;
    assert_eq!((&in_force["secretMaxAgeDays"], tag.as_str()), (&winner["secretMaxAgeDays"], "\"2\""));
    assert_eq!(app.database.count("audit_events WHERE action = 'policy.changed'"), 1);
}

#[tokio::test]
async fn values_out_of_range_are_told_together() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (mut wrong, tag) = admin.policy().await;
    for (field, value) in [
        ("phases", json!([{"everyone": true, "startsAt": "2030-04-01T00:00:00Z", "graceDays": 91}])),
        ("allowedMethods", json!([])),
        ("recoveryCodeCount", json!(5)),
        ("secretMaxAgeDays", json!(3_651)),
        ("skewSteps", json!(2)),
        ("trustedDeviceDays", json!(31)),
        ("stepUpMaxAgeMinutes", json!(0)),
        ("temporaryPass", json!({"enabled": true, "maxMinutes": 9})),
        ("digits", json!(7)),
    ] {
        wrong[field] = value;
    }
    let problem = admin.put_policy_call(wrong, &tag).send().await.problem(422, "validation_failed");
    let mut fields: Vec<String> =
        problem["errors"].as_array().unwrap().iter().map(|error| text(&error["field"])).collect();
    fields.sort();
    let expected = [
        "allowedMethods",
        "digits",
        "phases[0].graceDays",
        "recoveryCodeCount",
        "secretMaxAgeDays",
        "skewSteps",
        "stepUpMaxAgeMinutes",
        "temporaryPass.maxMinutes",
        "trustedDeviceDays",
    ];
    assert_eq!(fields, expected);
    assert_eq!(admin.policy().await.1, tag);
}

#[tokio::test]
async fn a_phase_ends_in_a_year_of_four_digits() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (policy, tag) = admin.policy().await;
    let with = |start: &str, days: u16| {
        let mut changed = policy.clone();
        changed["phases"] = json!([{"everyone": true, "startsAt": start, "graceDays": days}]);
        admin.put_policy_call(changed, &tag)
    };
    for (start, days) in
        [("9999-12-31T23:59:59Z", 1), ("9999-12-31T23:59:59-01:00", 0), ("9999-10-03T00:00:00Z", 90)]
    {
        with(start, days).send().await.invalid("phases[0].startsAt");
    }
    let kept = with("9999-10-02T00:00:00Z", 90).send().await.ok();
    assert_eq!(kept["phases"][0]["startsAt"], "9999-10-02T00:00:00Z");
}

#[tokio::test]
async fn every_range_has_both_its_ends() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (field, inside, outside) in [
        ("recoveryCodeCount", [6, 16], [5, 17]),
        ("secretMaxAgeDays", [0, 3_650], [-1, 3_651]),
        ("skewSteps", [0, 1], [-1, 2]),
        ("stepUpMaxAgeMinutes", [1, 60], [0, 61]),
    ] {
        for value in inside {
            admin.change_policy(json!({field: value})).await;
        }
        for value in outside {
            let (mut policy, tag) = admin.policy().await;
            policy[field] = json!(value);
            admin.put_policy_call(policy, &tag).send().await.invalid(field);
        }
    }
}

#[tokio::test]
async fn a4_a_pass_is_allowed_from_ten_minutes_to_a_day() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (minutes, allowed) in [(9, false), (10, true), (1_440, true), (1_441, false)] {
        let (mut policy, tag) = admin.policy().await;
        policy["temporaryPass"] = json!({"enabled": false, "maxMinutes": minutes});
        let answer = admin.put_policy_call(policy, &tag).send().await;
        if allowed {
            assert_eq!(answer.ok()["temporaryPass"], json!({"enabled": false, "maxMinutes": minutes}));
        } else {
            answer.invalid("temporaryPass.maxMinutes");
        }
    }
}

#[tokio::test]
async fn a4_a_pass_is_no_method_that_a_policy_allows() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (mut policy, tag) = admin.policy().await;
    policy["allowedMethods"] = json!(["totp", "temporaryPass"]);
    let problem = admin.put_policy_call(policy, &tag).send().await.problem(422, "validation_failed");
    assert!(text(&problem["errors"][0]["field"]).starts_with("allowedMethods"), "{problem}");
    assert_eq!(admin.policy().await.1, tag);
}

#[tokio::test]
async fn a_document_is_complete_and_nothing_else() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (policy, tag) = admin.policy().await;
    for field in policy.as_object().unwrap().keys() {
        let mut incomplete = policy.clone();
        incomplete.as_object_mut().unwrap().remove(field);
        admin.put_policy_call(incomplete, &tag).send().await.invalid(field);
    }
    for (field, value) in [
        ("mode", json!("sometimes")),
        ("skewSteps", json!("1")),
        ("adminReset", json!("anybody")),
        ("resetProof", json!("promise")),
        ("temporaryPass", json!(true)),
        ("extra", json!(true)),
    ] {
        let mut wrong = policy.clone();
        wrong[field] = value;
        admin.put_policy_call(wrong, &tag).send().await.invalid(field);
    }
    for (value, field) in [
        (json!({"enabled": true}), "temporaryPass.maxMinutes"),
        (json!({"maxMinutes": 60}), "temporaryPass.enabled"),
        (json!({"enabled": true, "maxMinutes": 60, "extra": 1}), "temporaryPass.extra"),
    ] {
        let mut wrong = policy.clone();
        wrong["temporaryPass"] = value;
        admin.put_policy_call(wrong, &tag).send().await.invalid(field);
    }
    let mut wrong = policy.clone();
    wrong["allowedMethods"] = json!(["totp", "smoke signal"]);
    admin.put_policy_call(wrong, &tag).send().await.invalid("allowedMethods[1]");
}

#[tokio::test]
async fn o8_a_change_is_told_with_the_old_and_the_new_values() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (old, _) = admin.policy().await;
    admin.change_policy(json!({"mode": "off", "skewSteps": 0})).await;
    let (new, _) = admin.policy().await;
    let events = admin.get("/v1/audit-events?action=policy.changed").send().await.ok();
    let event = &events["items"][0];
    assert_eq!(event["actor"]["id"], json!(admin.id));
    assert_eq!((&event["detail"]["old"], &event["detail"]["new"]), (&old, &new));
}

#[tokio::test]
async fn o8_an_editor_with_a_factor_steps_up() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    admin.change_policy(json!({"skewSteps": 0})).await;
    app.clock.advance(TimeDelta::seconds(301));
    admin.refresh().await;
    let (policy, tag) = admin.policy().await;
    admin.put_policy_call(policy, &tag).send().await.problem(401, "step_up_required");
    admin.step_up().await;
    admin.change_policy(json!({"skewSteps": 1})).await;
}

#[tokio::test]
async fn o5_only_who_has_a_factor_requires_one() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    let (mut policy, tag) = admin.policy().await;
    policy["mode"] = json!("required");
    admin.put_policy_call(policy, &tag).send().await.problem(409, "enroll_first");
    assert_eq!(admin.policy().await.1, tag);
    admin.enroll().await;
    admin.change_policy(json!({"mode": "required"})).await;
}

#[tokio::test]
async fn o1_while_it_is_off_nobody_is_asked_and_enrollments_stay() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    admin.change_policy(json!({"mode": "off"})).await;
    let login = ada.login().await.ok();
    assert_eq!((&login["status"], &login["notices"]), (&json!("signedIn"), &json!([])));
    ada.adopt(&login);
    let state = ada.two_factor().await;
    assert_eq!((&state["state"], &state["required"]), (&json!("enabled"), &json!(false)));
    let bob = app.member("bob").await;
    assert_eq!(bob.get("/v1/me").send().await.ok()["notices"], json!([]));

    admin.change_policy(json!({"mode": "optional"})).await;
    assert_eq!(ada.login().await.ok()["status"], "challenge");
    ada.sign_in().await;
}

#[tokio::test]
async fn a_session_from_before_the_requirement_may_only_enroll() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    for call in [
        ada.get("/v1/me/sessions"),
        ada.get("/v1/me/activity"),
        ada.get("/v1/me/recovery-codes"),
        ada.patch("/v1/me", json!({"displayName": "Ada L."})),
        ada.post("/v1/me/password", json!({"current": ada.password, "new": "her next secret words"})),
    ] {
        call.send().await.problem(403, "enrollment_required");
    }
    let state = ada.two_factor().await;
    assert_eq!((&state["state"], &state["required"]), (&json!("notEnabled"), &json!(true)));
    ada.refresh().await;
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
    ada.get("/v1/me/sessions").send().await.ok();
}

#[tokio::test]
async fn an_administrator_without_a_factor_does_nothing_while_one_is_required() {
    let app = TestApp::start();
    let mut other = app.user("other", &["admin"]).await;
    other.sign_in().await;
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    for path in ["/v1/policy", "/v1/users", "/v1/audit-events"] {
        other.get(path).send().await.problem(403, "enrollment_required");
    }
}

/// A session that began while nobody was asked, of a user who has a factor.
async fn unproven(app: &TestApp, mode: &str) -> Actor {
    let mut ada = app.enrolled_member("ada").await;
    let admin = app.enrolled_admin().await;
    admin.change_policy(json!({"mode": "off"})).await;
    ada.sign_in().await;
    admin.change_policy(json!({"mode": mode})).await;
    ada
}

#[tokio::test]
async fn o1_a_session_from_while_it_was_off_proves_the_factor_before_all_else() {
    for mode in ["optional", "required"] {
        let app = TestApp::start();
        let mut ada = unproven(&app, mode).await;
        for path in ["/v1/me/sessions", "/v1/me/activity"] {
            ada.get(path).send().await.problem(401, "step_up_required");
        }
        ada.step_up().await;
        ada.get("/v1/me/sessions").send().await.ok();
    }
}

#[tokio::test]
async fn i7_a_change_acts_on_every_replica_at_the_next_request() {
    let mut app = TestApp::start();
    let replica = app.add_replica(|_| {});
    let ada = app.member("ada").await.at(&replica);
    ada.get("/v1/me/sessions").send().await.ok();
    let mut admin = app.enrolled_admin().await;
    admin.change_policy(json!({"mode": "required"})).await;
    ada.get("/v1/me/sessions").send().await.problem(403, "enrollment_required");
    assert_eq!(ada.login().await.ok()["status"], "enrollment");
    admin = admin.at(&replica);
    admin.change_policy(json!({"mode": "optional"})).await;
    ada.get("/v1/me/sessions").send().await.ok();
}

#[tokio::test]
async fn o8_a_change_is_mailed_to_every_administrator() {
    let app = TestApp::start();
    let admin = app.admin().await;
    admin.create_user("second", &["admin", "member"]).await;
    let gone = admin.create_user("gone", &["admin"]).await;
    admin.change(&gone, json!({"suspended": true})).await;
    let coming = admin.invite("coming", &["admin"]).await;
    app.mail_to(&coming.email).await.only();
    admin.create_user("manager", &["manager"]).await;
    admin.change_policy(json!({"recoveryCodeCount": 12, "trustedDeviceDays": 7})).await;
    let told = app.database.column(
        "SELECT recipient || ' ' || (content #>> '{message,changed}') FROM outbox WHERE kind = 'policyChanged' ORDER BY 1",
    );
    let changed = r#"["recoveryCodeCount", "trustedDeviceDays"]"#;
    assert_eq!(told, [format!("{} {changed}", admin.email), format!("second@lock.example {changed}")]);
    assert_eq!(app.database.count("outbox WHERE kind = 'policyChanged'"), 2);
    admin.change_policy(json!({})).await;
    assert_eq!(app.database.count("outbox WHERE kind = 'policyChanged'"), 2, "nothing has changed");
}
