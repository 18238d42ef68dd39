//! Users, as administrators see and create them.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::{ADMIN_EMAIL, TestApp},
    call::Call,
    clock::TestClock,
};

const PASSWORD: &str = "some words that nobody guesses";

fn draft(email: &str) -> Value {
    json!({"email": email, "displayName": "Ada", "roles": ["member"], "password": PASSWORD})
}

fn create(admin: &Actor, body: Value) -> Call {
    admin.post("/v1/users", body)
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

async fn emails(admin: &Actor, query: &str) -> Vec<String> {
    let page = admin.get(&format!("/v1/users?{query}")).send().await.ok();
    page["items"].as_array().expect("a list").iter().map(|user| text(&user["email"])).collect()
}

#[tokio::test]
async fn a_name_that_nobody_can_see_is_none() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    for name in ["\u{200b}", "\u{2060}\u{200d}", "\u{3164}", "\u{ad}"] {
        admin.patch("/v1/me", json!({"displayName": name})).send().await.invalid("displayName");
        let path = format!("/v1/me/authenticators/{}", admin.authenticator);
        admin.patch(&path, json!({"name": name})).send().await.invalid("name");
    }
    let answer = admin.patch("/v1/me", json!({"displayName": "Ada 👩\u{200d}💻"})).send().await.ok();
    assert_eq!(answer["user"]["displayName"], "Ada 👩\u{200d}💻");
}

#[tokio::test]
async fn a_created_user_is_answered_with_its_place_and_signs_in() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let answer =
        create(&admin, with(draft("ada@lock.example"), "roles", json!(["manager", "member"]))).send().await;
    let created = answer.created();
    let id = text(&created["id"]);
    assert_eq!(answer.header("location"), Some(format!("/v1/users/{id}").as_str()));
    let start = serde_json::to_value(TestClock::start()).unwrap();
    let expected = json!({"id": id, "email": "ada@lock.example", "displayName": "Ada", "roles": ["manager", "member"],
        "suspended": false, "frozen": false, "imported": false, "activated": true, "emailVerified": false, "createdAt": start,
        "lastSignInAt": null, "loginMethods": ["password"],
        "twoFactor": {"state": "notEnabled", "methods": [], "recoveryCodes": {"total": 0, "remaining": 0},
            "standing": "notice", "unproved": false, "resetPending": false}});
    assert_eq!(created, expected);
    assert!(!answer.text().contains(PASSWORD));
    let mut ada = Actor::new(app.endpoint(), app.clock.clone(), "ada@lock.example", PASSWORD);
    ada.sign_in().await;
    assert_eq!(ada.id, id);
    let event = &admin.get(&format!("/v1/audit-events?subject={id}&action=user.created")).send().await.ok()["items"]
        [0];
    assert_eq!((&event["actor"]["id"], &event["subject"]["id"]), (&json!(admin.id), &json!(id)));
}

#[tokio::test]
async fn what_is_wrong_with_a_draft_is_told_by_field() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (field, value) in [
        ("email", json!("")),
        ("email", json!("ada")),
        ("email", json!("Ada <ada@lock.example>")),
        ("email", json!(format!("{}@lock.example", "x".repeat(250)))),
        ("displayName", json!(" ")),
        ("displayName", json!("x".repeat(101))),
        ("roles", json!([])),
        ("password", json!("fourteen chars")),
        ("password", json!("ADA@LOCK.example")),
        ("password", json!("x".repeat(1_025))),
    ] {
        create(&admin, with(draft("ada@lock.example"), field, value)).send().await.invalid(field);
    }
    let unknown = with(draft("ada@lock.example"), "id", json!(uuid::Uuid::nil()));
    create(&admin, unknown).send().await.invalid("id");
    assert_eq!(app.database.count("users"), 1);
}

#[tokio::test]
async fn an_address_belongs_to_one_account_in_the_whole_installation() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    create(&admin, draft("ada@lock.example")).send().await.created();
    for who in [&admin, &foreign] {
        for spelling in ["ada@lock.example", "ADA@lock.example", " ada@LOCK.EXAMPLE "] {
            create(who, draft(spelling)).send().await.problem(409, "email_taken");
        }
    }
    create(&foreign, draft(ADMIN_EMAIL)).send().await.problem(409, "email_taken");
    assert_eq!(app.database.count("users WHERE email = 'ada@lock.example'"), 1);
}

#[tokio::test]
async fn names_and_addresses_of_any_script_are_kept() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (email, name) in [
        ("zoë@exämple.example", "Zoë"),
        ("用户@例え.example", "夜の鍵"),
        ("o'hara+2fa@lock.example", "O'Hara \"; DROP TABLE users; --"),
    ] {
        let created = create(&admin, with(draft(email), "displayName", json!(name))).send().await.created();
        assert_eq!((&created["email"], &created["displayName"]), (&json!(email), &json!(name)));
        let login = json!({"email": email, "password": PASSWORD});
        app.endpoint().post("/v1/auth/login", login).send().await.ok();
    }
}

#[tokio::test]
async fn nobody_gives_a_role_beyond_their_own() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let mut admin = superadmin.create_user("admin", &["admin"]).await;
    admin.sign_in().await;
    for (email, role) in [("one@lock.example", "admin"), ("two@lock.example", "manager")] {
        create(&admin, with(draft(email), "roles", json!([role]))).send().await.created();
    }
    for roles in [json!(["superadmin"]), json!(["member", "superadmin"])] {
        let refused = create(&admin, with(draft("three@lock.example"), "roles", roles.clone())).send().await;
        refused.problem(403, "not_permitted");
    }
    create(&superadmin, with(draft("three@lock.example"), "roles", json!(["superadmin"])))
        .send()
        .await
        .created();
}

#[tokio::test]
async fn a_role_that_there_is_not_is_told_by_its_place() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    let before = app.database.dump();
    for (roles, places) in [
        (json!(["king"]), vec!["roles[0]"]),
        (json!(["member", "king", "manager", "queen"]), vec!["roles[1]", "roles[3]"]),
        (json!(["member", "King of Kings"]), vec!["roles[1]"]),
    ] {
        for call in [
            create(&admin, with(draft("bob@lock.example"), "roles", roles.clone())),
            admin.change_call(&ada, json!({"roles": roles})),
        ] {
            let problem = call.send().await.problem(422, "validation_failed");
            let errors = problem["errors"].as_array().expect("errors");
            let fields: Vec<_> = errors.iter().map(|error| &error["field"]).collect();
            assert_eq!(fields, places);
            assert!(errors.iter().all(|error| error["code"] == "unknown_role"), "{problem}");
        }
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn s3_creating_a_user_takes_a_fresh_second_factor() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    app.clock.advance(TimeDelta::seconds(301));
    admin.refresh().await;
    create(&admin, draft("ada@lock.example")).send().await.problem(401, "step_up_required");
    assert_eq!(app.database.count("users"), 1);
    admin.step_up().await;
    create(&admin, draft("ada@lock.example")).send().await.created();
}

#[tokio::test]
async fn a1_the_list_shows_the_state_of_each_second_factor() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    app.user("bob", &["manager"]).await;
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    let admin = app.admin().await;
    let answer = admin.get("/v1/users").send().await;
    let page = answer.ok();
    let (first, second) = (&page["items"][0], &page["items"][1]);
    assert_eq!((&first["email"], &first["twoFactor"]["state"]), (&json!(ada.email), &json!("enabled")));
    assert_eq!(first["twoFactor"]["methods"], json!(["totp", "recoveryCode"]));
    assert!(first["twoFactor"]["enrolledAt"].is_string());
    let codes = &first["twoFactor"]["recoveryCodes"];
    assert_eq!((&codes["total"], &codes["remaining"]), (&json!(10), &json!(9)));
    assert!(codes["generatedAt"].is_string());
    assert_eq!(
        (&second["roles"], &second["twoFactor"]["state"]),
        (&json!(["manager"]), &json!("notEnabled"))
    );
    assert_eq!(second["twoFactor"].get("enrolledAt"), None);
    for secret in ["secret", "digest", "passwordHash", "$2b$"] {
        assert!(!answer.text().contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn a1_the_list_is_filtered_by_that_state() {
    let app = TestApp::start();
    app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::days(180));
    app.enrolled_member("bob").await;
    let admin = app.admin().await;
    for (state, expected) in [
        ("expired", vec!["ada@lock.example"]),
        ("enabled", vec!["bob@lock.example"]),
        ("notEnabled", vec![ADMIN_EMAIL]),
    ] {
        assert_eq!(emails(&admin, &format!("twoFactor={state}")).await, expected, "{state}");
        let page = admin.get(&format!("/v1/users?twoFactor={state}&count=true")).send().await.ok();
        assert_eq!((&page["total"], &page["items"][0]["twoFactor"]["state"]), (&json!(1), &json!(state)));
    }
    admin.change_policy(json!({"secretMaxAgeDays": 0})).await;
    assert_eq!(emails(&admin, "twoFactor=enabled").await, ["ada@lock.example", "bob@lock.example"]);
    assert_eq!(emails(&admin, "twoFactor=expired").await, [""; 0]);
}

#[tokio::test]
async fn a1_the_list_is_filtered_by_role() {
    let app = TestApp::start();
    let admin = app.admin().await;
    admin
        .post("/v1/roles", json!({"name": "help-desk", "description": "", "permissions": []}))
        .send()
        .await
        .created();
    for (name, roles) in
        [("ada", vec!["member", "help-desk"]), ("bob", vec!["member"]), ("cleo", vec!["help-desk"])]
    {
        admin.create_user(name, &roles).await;
    }
    let dora = admin.create_user("dora", &["member", "help-desk"]).await;
    admin.change(&dora, json!({"roles": ["member"]})).await;
    for (role, expected) in [
        ("help-desk", vec!["ada@lock.example", "cleo@lock.example"]),
        ("member", vec!["ada@lock.example", "bob@lock.example", "dora@lock.example"]),
        ("superadmin", vec![ADMIN_EMAIL]),
        ("nobody-has-it", vec![]),
    ] {
        assert_eq!(emails(&admin, &format!("role={role}")).await, expected, "{role}");
        let counted = admin.get(&format!("/v1/users?role={role}&count=true&limit=1")).send().await.ok();
        assert_eq!(counted["total"], expected.len(), "{role}");
    }
    assert_eq!(emails(&admin, "role=member&twoFactor=enabled").await, [""; 0]);
    admin.get("/v1/users?role=Help%20desk").send().await.invalid("role");
}

#[tokio::test]
async fn a1_the_list_is_searched_by_address_and_name() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (email, name) in [
        ("ada.lovelace@lock.example", "Ada King"),
        ("grace_hopper@lock.example", "Grace Hopper"),
        ("zoe@lock.example", "Zoë 100% O'Hara"),
        ("w.long@lock.example", "Wu C:\\Long"),
    ] {
        create(&admin, with(draft(email), "displayName", json!(name))).send().await.created();
    }
    let (ada, grace, zoe, wu) =
        ("ada.lovelace@lock.example", "grace_hopper@lock.example", "zoe@lock.example", "w.long@lock.example");
    for (q, expected) in [
        ("lovelace", vec![ada]),
        ("KING", vec![ada]),
        ("ace", vec![ada, grace]),
        ("zoë", vec![zoe]),
        ("ZOË", vec![zoe]),
        ("  king ", vec![ada]),
        ("g", vec![grace]),
        ("A", vec![ada, ADMIN_EMAIL]),
        ("ki", vec![ada]),
        ("HO", vec![grace]),
        ("zo", vec![zoe]),
        ("oe", vec![]),
        ("xq", vec![]),
        ("nobody", vec![]),
        ("%", vec![zoe]),
        ("100%", vec![zoe]),
        ("100_", vec![]),
        ("100%25hara", vec![]),
        ("grace_hop", vec![grace]),
        ("lovelace_lock", vec![]),
        ("_", vec![grace]),
        ("\\", vec![wu]),
        ("c:\\long", vec![wu]),
        ("o'hara", vec![zoe]),
        ("example ada", vec![ada]),
        ("' OR true --", vec![]),
    ] {
        let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", q).finish();
        assert_eq!(emails(&admin, &query).await, expected, "{q}");
        let page = admin.get(&format!("/v1/users?{query}&count=true&limit=1")).send().await.ok();
        assert_eq!(page["total"], expected.len(), "{q}");
    }
    for wrong in ["", "%20", "a%00b", &"x".repeat(101)] {
        admin.get(&format!("/v1/users?q={wrong}")).send().await.invalid("q");
    }
}

#[tokio::test]
async fn a_search_goes_on_page_by_page_and_stays_in_its_organization() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    for number in 0..5 {
        create(&admin, draft(&format!("ada{number}@lock.example"))).send().await.created();
        create(&admin, draft(&format!("bob{number}@lock.example"))).send().await.created();
    }
    create(&foreign, draft("ada@elsewhere.example")).send().await.created();
    for q in ["ada", "ad"] {
        let query = format!("q={q}{}", if q == "ada" { "" } else { "&role=member" });
        let (mut seen, mut path) = (Vec::new(), format!("/v1/users?{query}&limit=3"));
        loop {
            let page = admin.get(&path).send().await.ok();
            seen.extend(page["items"].as_array().unwrap().iter().map(|user| text(&user["email"])));
            let Some(cursor) = page["nextCursor"].as_str() else { break };
            path = format!("/v1/users?{query}&limit=3&cursor={cursor}");
        }
        let of = |name: &str| (0..5).map(|number| format!("{name}{number}@lock.example")).collect::<Vec<_>>();
        assert_eq!(seen, [of("ada"), of("bob")].concat(), "{q}");
    }
    assert_eq!(emails(&foreign, "q=ada").await, ["ada@elsewhere.example"]);
}

#[tokio::test]
async fn a_search_that_very_many_match_is_listed_by_address() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.database.execute(
        "INSERT INTO users (org_id, id, email, display_name, password_hash, password_kid, password_changed_at, \
             epoch, created_at, language, email_codes, password_by_mail) SELECT org_id, md5(n::text)::uuid, 'crowd' || 100000 + n || '@lock.example', 'Crowd', \
             '', '', created_at, 1, created_at, 'en', false, false FROM users, generate_series(0, 50000) AS n; ANALYZE users",
    );
    for q in ["crowd", "cr"] {
        let first = admin.get(&format!("/v1/users?q={q}&limit=2")).send().await.ok();
        let found: Vec<_> =
            first["items"].as_array().unwrap().iter().map(|user| text(&user["email"])).collect();
        assert_eq!(found, ["crowd100000@lock.example", "crowd100001@lock.example"]);
        let after = format!("/v1/users?q={q}&limit=2&cursor={}", text(&first["nextCursor"]));
        let second = admin.get(&after).send().await.ok();
        assert_eq!(second["items"][1]["email"], "crowd100003@lock.example");
    }
    app.database.execute("DELETE FROM users WHERE display_name = 'Crowd'");
}

/// A search for an address finds longer ones as well, and those may stand before it.
#[tokio::test]
async fn a1_somebody_is_found_by_their_whole_address() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for email in
        ["anna.grace@lock.example", "grace@lock.example", "grace@lock.example.org", "zoë@exämple.example"]
    {
        create(&admin, draft(email)).send().await.created();
    }
    assert_eq!(emails(&admin, "q=grace@lock.example").await.len(), 3);
    for (email, expected) in [
        ("grace@lock.example", vec!["grace@lock.example"]),
        ("%20GRACE@Lock.Example", vec!["grace@lock.example"]),
        ("zo%C3%AB@xn--exmple-cua.example", vec!["zoë@exämple.example"]),
        ("race@lock.example", vec![]),
        ("gr_ce@lock.example", vec![]),
        ("grace%25@lock.example", vec![]),
    ] {
        assert_eq!(emails(&admin, &format!("email={email}")).await, expected, "{email}");
        for sort in ["-email", "-name", "lastSignInAt", "-lastSignInAt", "createdAt"] {
            assert_eq!(emails(&admin, &format!("email={email}&sort={sort}")).await, expected, "{sort}");
        }
        let counted = admin.get(&format!("/v1/users?email={email}&count=true")).send().await.ok();
        assert_eq!(counted["total"], expected.len());
    }
    assert_eq!(emails(&admin, "email=grace@lock.example&role=manager").await, [""; 0]);
    assert_eq!(emails(&admin, "email=grace@lock.example&twoFactor=notEnabled").await, ["grace@lock.example"]);
    let foreign = app.foreign_admin().await;
    assert_eq!(emails(&foreign, "email=grace@lock.example").await, [""; 0]);
    for wrong in ["", "grace", "Grace%20%3Cgrace@lock.example%3E", "a@b@", "%00@lock.example"] {
        admin.get(&format!("/v1/users?email={wrong}")).send().await.invalid("email");
    }
}

#[tokio::test]
async fn the_list_is_read_page_by_page_while_it_changes() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for number in 0..7 {
        create(&admin, draft(&format!("user{number}@lock.example"))).send().await.created();
    }
    let (mut seen, mut path) = (Vec::new(), "/v1/users?limit=3&count=true".to_owned());
    loop {
        let page = admin.get(&path).send().await.ok();
        let items = page["items"].as_array().unwrap();
        assert!((1..=3).contains(&items.len()));
        seen.extend(items.iter().map(|user| text(&user["email"])));
        if seen.len() == 3 {
            assert_eq!(page["total"], 8);
            create(&admin, draft("about@lock.example")).send().await.created();
        }
        let Some(cursor) = page["nextCursor"].as_str() else { break };
        path = format!("/v1/users?limit=3&cursor={cursor}");
    }
    let mut expected: Vec<String> = (0..7).map(|number| format!("user{number}@lock.example")).collect();
    expected.insert(0, ADMIN_EMAIL.to_owned());
    assert_eq!(seen, expected, "each once and in order; who came in front is on no later page");
    assert_eq!(admin.get("/v1/users").send().await.ok().get("total"), None);
}

#[tokio::test]
async fn a_page_that_is_exactly_full_is_the_last() {
    let app = TestApp::start();
    let admin = app.admin().await;
    create(&admin, draft("ada@lock.example")).send().await.created();
    let page = admin.get("/v1/users?limit=2").send().await.ok();
    assert_eq!((page["items"].as_array().unwrap().len(), page.get("nextCursor")), (2, None));
}
