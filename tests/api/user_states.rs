//! The list's filters by state: under any roll-out they find those of whom the list itself says so.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    administration::phase,
    app::TestApp,
    clock::TestClock,
};

/// Users without and with a factor, by days since they came, since they manage, and to an administrator's deadline.
fn add_users(app: &TestApp) {
    let start = TestClock::start().to_rfc3339();
    app.database.execute(&format!(
        "CREATE TEMPORARY TABLE made AS SELECT o.id AS org_id, gen_random_uuid() AS id, c, m, x, f, \
             timestamptz '{start}' + c * interval '1 day' AS came \
         FROM organizations AS o, unnest(ARRAY[-60, -20, -3]) AS c, unnest(ARRAY[NULL, -60, -3]) AS m, \
             unnest(ARRAY[NULL, -1, 10]) AS x, unnest(ARRAY[NULL, -30, -400]) AS f; \
         INSERT INTO users (org_id, id, email, display_name, password_hash, password_kid, password_changed_at, epoch, \
             factor_enrolled_at, oldest_secret_at, extended_to, created_at, language, email_codes, password_by_mail) \
         SELECT org_id, id, id || '@lock.example', 'Made', '', '', came, 1, timestamptz '{start}' + f * interval '1 day', \
             timestamptz '{start}' + f * interval '1 day', timestamptz '{start}' + x * interval '1 day', came, 'en', false, false FROM made; \
         INSERT INTO user_roles (org_id, user_id, role, granted_at) SELECT org_id, id, 'member', came FROM made; \
         INSERT INTO user_roles (org_id, user_id, role, granted_at) \
         SELECT org_id, id, 'manager', greatest(came, timestamptz '{start}' + m * interval '1 day') FROM made WHERE m IS NOT NULL"
    ));
}

fn rollouts() -> Vec<Value> {
    let at = |day| TestClock::start() + TimeDelta::days(day);
    let everyone = |day, grace_days| phase(json!({"everyone": true}), at(day), grace_days);
    let managers = |day, grace_days| phase(json!({"role": "manager"}), at(day), grace_days);
    vec![
        json!([]),
        json!([everyone(5, 7)]),
        json!([everyone(-7, 30)]),
        json!([managers(-20, 7)]),
        json!([managers(-7, 30)]),
        json!([everyone(-7, 30), managers(-20, 7)]),
        json!([everyone(-50, 10), managers(-10, 20)]),
        json!([everyone(-1, 60)]),
    ]
}

#[tokio::test]
async fn o2_filters_agree_with_what_is_listed() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    add_users(&app);
    let mut found = BTreeSet::new();
    admin.change_policy(json!({"mode": "optional"})).await;
    assert_agreement(&admin, &mut found).await;
    for (new_users, after_grace) in [("grace", "enrollAtLogin"), ("firstLogin", "block")] {
        for phases in rollouts() {
            let changes = json!({"mode": "required", "newUsers": new_users, "afterGrace": after_grace, "phases": phases});
            admin.change_policy(changes).await;
            assert_agreement(&admin, &mut found).await;
        }
    }
    assert_eq!(found.len(), STATES.len(), "each was found somewhere: {found:?}");
    // No event tells of them.
    app.database.execute(
        "DELETE FROM user_roles USING users AS u WHERE u.id = user_id AND u.display_name = 'Made'; \
         DELETE FROM users WHERE display_name = 'Made'",
    );
}

const STATES: [&str; 6] = ["enabled", "notEnabled", "expired", "inGrace", "overdue", "blocked"];

async fn assert_agreement(admin: &Actor, found: &mut BTreeSet<&'static str>) {
    let users = admin.get("/v1/users?limit=200").send().await.ok();
    let users = users["items"].as_array().expect("a list");
    for state in STATES {
        for (also, role) in [("", None), ("&role=manager", Some("manager"))] {
            let path = format!("/v1/users?limit=200&count=true&twoFactor={state}{also}");
            let answer = admin.get(&path).send().await.ok();
            let listed = answer["items"].as_array().expect("a list");
            let has_role = |user: &&Value| {
                role.is_none_or(|role| user["roles"].as_array().unwrap().contains(&json!(role)))
            };
            let expected = users.iter().filter(|user| is_in(state, &user["twoFactor"])).filter(has_role);
            assert_eq!(ids(listed), ids(expected), "{path} under {}", admin.policy().await.0);
            assert_eq!(answer["total"], json!(listed.len()), "{path}");
            found.extend((!listed.is_empty()).then_some(state));
        }
    }
}

fn is_in(state: &str, two_factor: &Value) -> bool {
    let standing = text(&two_factor["standing"]);
    match state {
        "inGrace" => standing == "notice" && two_factor["deadline"].is_string(),
        "overdue" => standing == "mustEnroll" || standing == "blocked",
        "blocked" => standing == "blocked",
        state => two_factor["state"] == state,
    }
}

fn ids<'a>(users: impl IntoIterator<Item = &'a Value>) -> Vec<String> {
    users.into_iter().map(|user| text(&user["id"])).collect()
}

#[tokio::test]
async fn a5_suspended_users_are_found() {
    let app = TestApp::start();
    let admin = app.admin().await;
    admin.create_user("ada", &["member"]).await;
    let bob = app.enrolled_member("bob").await;
    let cleo = admin.invite("cleo", &["manager"]).await;
    for user in [&bob, &cleo] {
        admin.change(user, json!({"suspended": true})).await;
    }
    for (query, expected) in [
        ("suspended=true", vec![&bob.email, &cleo.email]),
        ("suspended=true&activated=true", vec![&bob.email]),
        ("suspended=true&role=manager", vec![&cleo.email]),
        ("suspended=true&twoFactor=enabled", vec![&bob.email]),
        ("suspended=true&q=ada", vec![]),
        ("suspended=false&activated=false", vec![]),
        ("suspended=false&role=manager", vec![]),
        ("suspended=false&q=bob", vec![]),
    ] {
        let found = admin.get(&format!("/v1/users?{query}&count=true")).send().await.ok();
        let users = found["items"].as_array().expect("a list");
        let emails: Vec<String> = users.iter().map(|user| text(&user["email"])).collect();
        assert_eq!((emails.iter().collect(), &found["total"]), (expected, &json!(emails.len())), "{query}");
    }
    let others = admin.get("/v1/users?suspended=false").send().await.ok();
    assert!(others["items"].as_array().unwrap().iter().all(|user| user["suspended"] == false));
    assert_eq!(others["items"].as_array().unwrap().len(), 2);
    admin.get("/v1/users?suspended=perhaps").send().await.invalid("suspended");

    let remind = json!({"action": "remind", "filter": {"suspended": true}});
    let outcomes = admin.post("/v1/users/bulk", remind).send().await.ok();
    let ids: Vec<&Value> = outcomes["results"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, [&json!(bob.id), &json!(cleo.id)]);
}
