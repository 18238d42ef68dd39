//! What administrators do to users: look at them, change their roles, suspend and restore them, end their sessions.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims},
    app::TestApp,
    clock::TestClock,
    race::two_replicas,
};

/// The details of the events of an action about a user.
async fn details(admin: &Actor, action: &str, user: &Actor) -> Vec<Value> {
    let path = format!("/v1/audit-events?action={action}&subject={}", user.id);
    let events = admin.get(&path).send().await.ok();
    let events = events["items"].as_array().expect("a list");
    for event in events {
        assert_eq!((&event["actor"]["id"], &event["outcome"]), (&json!(admin.id), &json!("success")));
        assert_eq!(event["sessionId"], claims(&admin.access)["sid"]);
    }
    events.iter().map(|event| event["detail"].clone()).collect()
}

/// Asserts that this person holds nothing that opens anything.
async fn assert_out(user: &Actor) {
    assert!(!user.is_signed_in().await);
    user.refresh_call().send().await.problem(401, "session_expired");
}

// One user.

#[tokio::test]
async fn a1_a_user_is_shown_as_in_the_list() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let sue = app.user("sue", &["manager", "member"]).await;
    let admin = app.admin().await;
    admin.issue_pass(&ada).await;
    admin.reset(&bob).await;
    admin.change(&sue, json!({"suspended": true})).await;
    let page = admin.get("/v1/users").send().await.ok();
    let listed = page["items"].as_array().unwrap();
    assert_eq!(listed.len(), 4);
    for (user, of_list) in [&ada, &bob, &admin, &sue].into_iter().zip(listed) {
        assert_eq!(admin.look_at(user).await, *of_list);
    }
    let two_factor = |index: usize, field: &str| listed[index]["twoFactor"].get(field).cloned();
    assert_eq!(two_factor(0, "resetPending"), Some(json!(false)));
    assert!(two_factor(0, "temporaryPass").is_some());
    assert_eq!(two_factor(1, "resetPending"), Some(json!(true)));
    assert_eq!(two_factor(1, "methods"), Some(json!([])));
    assert_eq!(two_factor(2, "temporaryPass"), None);
    assert_eq!(listed[3]["suspended"], true);
}

#[tokio::test]
async fn who_is_not_there_is_not_found() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for id in [uuid::Uuid::nil().to_string(), "none".to_owned()] {
        let nobody = Actor { id, ..admin.clone() };
        for call in [
            admin.get(&format!("/v1/users/{}", nobody.id)),
            admin.change_call(&nobody, json!({"suspended": true})),
            admin.end_sessions_call(&nobody),
        ] {
            call.send().await.problem(404, "not_found");
        }
    }
}

#[tokio::test]
async fn a_manager_looks_and_does_not_touch() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let manager = app.admin().await.colleague("manager", "manager").await;
    assert_eq!(manager.look_at(&ada).await["email"], ada.email);
    for call in [
        manager.change_call(&ada, json!({"suspended": true})),
        manager.end_sessions_call(&ada),
        manager.reset_call(&ada),
        manager.pass_call(&ada, 60),
    ] {
        call.send().await.problem(403, "not_permitted");
    }
    assert!(ada.is_signed_in().await);
}

// Roles.

#[tokio::test]
async fn a5_roles_act_at_the_next_request_on_every_replica() {
    let (app, replica) = two_replicas();
    let (ada, admin) = (app.member("ada").await, app.admin().await);
    let both = [ada.clone(), ada.at(&replica)];
    for (roles, may_list) in [(json!(["manager", "member"]), true), (json!(["member"]), false)] {
        assert_eq!(admin.change(&ada, json!({"roles": roles})).await["roles"], roles);
        for ada in &both {
            assert_eq!(ada.may_list_users().await, may_list);
        }
    }
}

#[tokio::test]
async fn a5_a_change_of_roles_is_told_with_the_old_and_the_new() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    admin.change(&ada, json!({"roles": ["manager", "admin"]})).await;
    let told = details(&admin, "user.roles_changed", &ada).await;
    assert_eq!(told, [json!({"old": ["member"], "new": ["admin", "manager"]})]);
    for unchanged in [json!({"roles": ["manager", "admin"]}), json!({"suspended": false}), json!({})] {
        assert_eq!(admin.change(&ada, unchanged).await["roles"], json!(["admin", "manager"]));
    }
    assert_eq!(details(&admin, "user.roles_changed", &ada).await.len(), 1);
    assert_eq!(app.database.count("audit_events WHERE action = 'user.restored'"), 0);
}

#[tokio::test]
async fn a_role_is_kept_since_it_was_given() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = admin.create_user("ada", &["member", "manager"]).await;
    let held = |role: &str, minutes: i64| {
        let since = TestClock::start() + TimeDelta::minutes(minutes);
        let row = format!("user_id = '{}' AND role = '{role}' AND granted_at = '{since}'", ada.id);
        app.database.count(&format!("user_roles WHERE {row} AND left_at IS NULL")) == 1
    };
    for roles in [json!(["member"]), json!(["member", "manager"])] {
        app.clock.advance(TimeDelta::minutes(1));
        admin.change(&ada, json!({"roles": roles})).await;
        assert!(held("member", 0), "what stays is not given again");
        assert_eq!(held("manager", 2), roles == json!(["member", "manager"]));
    }
    let left = format!("user_roles WHERE user_id = '{}'", ada.id);
    assert_eq!(app.database.count(&left), 2, "no row goes, and none is added");
    admin.change(&ada, json!({"roles": ["member"]})).await;
    assert_eq!(app.database.count(&format!("{left} AND left_at IS NOT NULL")), 1);
}

#[tokio::test]
async fn a5_what_is_wrong_with_a_change_is_told_by_field() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    let before = app.database.dump();
    for (body, field) in [
        (json!({"roles": []}), "roles"),
        (json!({"roles": "admin"}), "roles"),
        (json!({"roles": ["member", "king"]}), "roles[1]"),
        (json!({"suspended": "yes"}), "suspended"),
        (json!({"email": "ada@elsewhere.example"}), "email"),
        (json!({"suspended": true, "password": "her next secret words"}), "password"),
    ] {
        admin.change_call(&ada, body).send().await.invalid(field);
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn a5_nobody_gives_or_touches_what_is_beyond_their_own_roles() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let admin = superadmin.colleague("admin", "admin").await;
    let ada = superadmin.create_user("ada", &["member"]).await;
    let before = app.database.dump();
    for call in [
        admin.change_call(&ada, json!({"roles": ["superadmin"]})),
        admin.change_call(&ada, json!({"roles": ["superadmin"], "suspended": true})),
        admin.change_call(&admin, json!({"roles": ["admin", "superadmin"]})),
        admin.change_call(&superadmin, json!({"roles": ["admin"]})),
        admin.change_call(&superadmin, json!({"suspended": true})),
        admin.end_sessions_call(&superadmin),
    ] {
        call.send().await.problem(403, "not_permitted");
    }
    assert_eq!(app.database.dump(), before);
    admin.change(&ada, json!({"roles": ["admin"]})).await;
    superadmin.change(&ada, json!({"roles": ["superadmin"]})).await;
    superadmin.end_sessions_call(&admin).send().await.no_content();
}

// Suspension.

#[tokio::test]
async fn i7_a_suspension_ends_whatever_was_open_on_every_replica() {
    let (app, replica) = two_replicas();
    let mut ada = app.enrolled_member("ada").await;
    let (elsewhere, challenges) = ada.open_everything().await;
    app.clock.next_step();
    let admin = app.admin().await;
    assert_eq!(admin.at(&replica).change(&ada, json!({"suspended": true})).await["suspended"], true);
    assert_eq!(details(&admin, "user.suspended", &ada).await.len(), 1);
    assert_eq!(app.database.count("recognized_browsers"), 0);

    let all_is_dead = async |ada: &Actor, elsewhere: &Actor| {
        for endpoint in [app.endpoint(), replica.clone()] {
            assert_out(&ada.at(&endpoint)).await;
            assert_out(&elsewhere.at(&endpoint)).await;
            for challenge in &challenges {
                let answer = ada.at(&endpoint).verify(challenge, &ada.phone().code()).send().await;
                answer.problem(410, "challenge_expired");
            }
        }
    };
    all_is_dead(&ada, &elsewhere).await;

    // And stays so when they come back, with the factor that they had.
    assert_eq!(admin.change(&ada, json!({"suspended": false})).await["suspended"], false);
    assert_eq!(details(&admin, "user.restored", &ada).await.len(), 1);
    all_is_dead(&ada, &elsewhere).await;
    ada.sign_in().await;
    assert!(ada.is_signed_in().await);
    assert_eq!(ada.two_factor().await["state"], "enabled");
}

#[tokio::test]
async fn i7_a_suspension_ends_a_permission_to_enroll() {
    let app = TestApp::start();
    let mut ada = app.user("ada", &["member"]).await;
    let admin = app.enrolled_admin().await;
    admin.change_policy(json!({"mode": "required"})).await;
    ada.access = ada.login().await.ok()["enrollmentToken"].as_str().unwrap().to_owned();
    let (id, phone) = ada.begin().await;
    for suspended in [true, false] {
        admin.change(&ada, json!({"suspended": suspended})).await;
        ada.confirm(&id, &phone.code()).send().await.problem(401, "unauthenticated");
        ada.post("/v1/me/authenticators", json!({})).send().await.problem(401, "unauthenticated");
    }
}

#[tokio::test]
async fn l4_the_sign_in_of_a_suspended_user_looks_like_any_that_failed() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.member("bob").await);
    let admin = app.admin().await;
    let wrong = json!({"email": ada.email, "password": "a wild guess"});
    let failed = ada.endpoint.post("/v1/auth/login", wrong).send().await;
    failed.problem(401, "login_failed");
    for user in [&ada, &bob] {
        admin.change(user, json!({"suspended": true})).await;
        assert_eq!(user.login().await.appearance(), failed.appearance());
        admin.change(user, json!({"suspended": false})).await;
        user.login().await.ok();
    }
}

#[tokio::test]
async fn a5_nobody_suspends_themselves() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let admin = superadmin.colleague("admin", "admin").await;
    for who in [&superadmin, &admin] {
        who.change_call(who, json!({"suspended": true})).send().await.problem(403, "not_permitted");
        assert!(who.is_signed_in().await);
    }
}

#[tokio::test]
async fn i3_a_suspension_and_new_roles_at_once_are_told_once_each() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    let both = json!({"suspended": true, "roles": ["manager"]});
    for _ in 0..2 {
        let changed = admin.change(&ada, both.clone()).await;
        assert_eq!((&changed["suspended"], &changed["roles"]), (&json!(true), &json!(["manager"])));
    }
    assert_eq!(details(&admin, "user.suspended", &ada).await.len(), 1);
    assert_eq!(details(&admin, "user.roles_changed", &ada).await.len(), 1);
}

// The last administrator.

#[tokio::test]
async fn the_last_administrator_stays_one() {
    let app = TestApp::start();
    let admin = app.admin().await;
    admin.create_user("ada", &["manager", "member"]).await;
    let before = app.database.dump();
    for roles in [json!(["member"]), json!(["manager", "member"])] {
        admin.change_call(&admin, json!({"roles": roles})).send().await.problem(409, "last_admin");
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn who_cannot_sign_in_is_no_administrator_that_is_left() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut other = admin.colleague("superadmin", "superadmin").await;
    let step_down = || admin.change_call(&admin, json!({"roles": ["member"]}));

    admin.change(&other, json!({"suspended": true})).await;
    step_down().send().await.problem(409, "last_admin");
    admin.change(&other, json!({"suspended": false})).await;

    let code = admin.reset(&other).await;
    step_down().send().await.problem(409, "last_admin");
    other.enter_by(&code).await;
    step_down().send().await.problem(409, "last_admin");
    other.enroll().await;
    step_down().send().await.ok();
    other.change_call(&other, json!({"roles": ["member"]})).send().await.problem(409, "last_admin");
}

#[tokio::test]
async fn an_administrator_elsewhere_is_none_that_is_left() {
    let app = TestApp::start();
    let (admin, _foreign) = (app.admin().await, app.foreign_admin().await);
    admin.change_call(&admin, json!({"roles": ["member"]})).send().await.problem(409, "last_admin");
}

/// Somebody whose own reset is pending administers while the mode is off, and must not reset the only other one.
#[tokio::test]
async fn a_reset_leaves_an_administrator_who_can_sign_in() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut other = admin.colleague("superadmin", "superadmin").await;
    admin.change_policy(json!({"mode": "off"})).await;
    admin.reset(&other).await;
    other.sign_in().await;
    let before = app.database.dump();
    other.reset_call(&admin).send().await.problem(409, "last_admin");
    other.change_call(&admin, json!({"suspended": true})).send().await.problem(409, "last_admin");
    other.change_call(&admin, json!({"roles": ["member"]})).send().await.problem(409, "last_admin");
    assert_eq!(app.database.dump(), before);
}

// Sessions.

#[tokio::test]
async fn i7_sessions_that_an_administrator_ends_are_dead_on_every_replica() {
    let (app, replica) = two_replicas();
    let mut ada = app.enrolled_member("ada").await;
    let mut elsewhere = ada.clone();
    elsewhere.sign_in().await;
    let bob = app.member("bob").await;
    let admin = app.admin().await;
    admin.at(&replica).end_sessions_call(&ada).send().await.no_content();
    for endpoint in [app.endpoint(), replica] {
        assert_out(&ada.at(&endpoint)).await;
        assert_out(&elsewhere.at(&endpoint)).await;
    }
    assert!(bob.is_signed_in().await && admin.is_signed_in().await);
    assert_eq!(details(&admin, "sessions.ended", &ada).await, [json!({"sessions": 2})]);
    ada.sign_in().await;
    assert_eq!(ada.two_factor().await["state"], "enabled", "the factor is the same");
}

#[tokio::test]
async fn a_session_that_is_over_is_not_ended_again() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    app.clock.advance(TimeDelta::minutes(60));
    ada.sign_in().await;
    let mut other = ada.clone();
    other.sign_in().await;
    ada.post("/v1/auth/logout", json!({})).send().await.no_content();
    let admin = app.admin().await;
    admin.end_sessions_call(&ada).send().await.no_content();
    assert_eq!(details(&admin, "sessions.ended", &ada).await, [json!({"sessions": 1})]);
    app.clock.advance(TimeDelta::minutes(1));
    ada.sign_in().await;
    assert!(ada.is_signed_in().await && !other.is_signed_in().await);
}
