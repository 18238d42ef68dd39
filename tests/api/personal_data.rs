//! Personal data: the guide, which gives a copy of it and deletes it, runs as it stands, and leaves what it says and nothing else.

use std::fs;

use serde_json::{Value, json};

use crate::support::{
    actor::text,
    app::TestApp,
    audit_log::{Shell, check, seal},
    operator::{blocks_to_run, repository},
    provider::Provider,
    schema::committed,
};

const ADDRESS: &str = "grace@lock.example";
const NAME: &str = "Grace Brewster Hopper";

/// Everybody's rows that say whose they are, by table.
const OWNED: &str = "SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid WHERE relkind IN ('r', 'p') \
    AND relnamespace = 'public'::regnamespace AND attname = 'user_id' ORDER BY relname";

#[tokio::test(flavor = "multi_thread")]
async fn the_guide_gives_a_copy_and_deletes_as_written() {
    let mut app = TestApp::start();
    let admin = app.admin().await;
    admin.change_policy(json!({"trustedDeviceDays": 7})).await;
    let provider = Provider::start(&app.clock);
    let connection = admin.connect(&provider, json!({})).await;
    let (mut grace, _) = app.soft_member("grace").await;
    assert_eq!(grace.email, ADDRESS);
    grace.patch("/v1/me", json!({"displayName": NAME})).send().await.ok();
    grace.link(&provider, &connection, json!({"sub": "grace", "email": ADDRESS})).await;
    grace.enroll().await;
    let login = json!({"email": grace.email, "password": grace.password, "cookie": true});
    let login = grace.endpoint.post("/v1/auth/login", login).send().await.ok();
    let path = format!("/v1/auth/challenges/{}/verify", text(&login["challengeId"]));
    let answer = json!({"method": "totp", "code": grace.phone().next_code(), "trustDevice": true});
    grace.adopt(&grace.endpoint.post(&path, answer).send().await.ok());
    grace.post("/v1/me/email/verify", json!({})).send().await.expect(202);
    admin.change(&grace, json!({"roles": ["admin"]})).await;
    let role = json!({"name": "helpers", "description": "Help", "permissions": ["users.read"]});
    grace.post("/v1/roles", role).header("idempotency-key", "once").send().await.created();
    assert_eq!(app.database.count(&format!("idempotency_keys WHERE owner_id = '{}'", grace.id)), 1);
    // No key reaches somebody who may do more.
    admin.change(&grace, json!({"roles": ["member"]})).await;
    let scopes = json!(["users.read", "users.write", "audit.read"]);
    let key =
        admin.post("/v1/api-keys", json!({"name": "Requests", "scopes": scopes})).send().await.created();
    assert!(seal(&app) > 0);
    let backup = app.database.back_up();

    let guide = fs::read_to_string(repository().join("docs/operations/personal-data.md")).unwrap();
    let guide = guide.replace("grace@example.org", ADDRESS);
    let [own, requested, delete] = blocks_to_run(&guide)[..] else { panic!("three examples") };
    let shell = Shell::open(&app);
    let owner = app.database.plain_url();
    let (base, key) = (app.endpoint().base, text(&key["key"]));
    let settings = [
        ("NIGHTLATCH_URL", base.as_str()),
        ("NIGHTLATCH_API_KEY", &key),
        ("TOKEN", &grace.access),
        ("OWNER_URL", &owner),
    ];
    let example = |script: &str| tokio::task::block_in_place(|| shell.example(script, &settings));

    // The guide's part of the activity holds all of it: a page is made as small as can be.
    let own = own.replace("limit=200", "limit=1");
    let activity = example(&format!("{own}\njq --raw-output .action activity.jsonl"));
    assert!(activity.lines().count() > 3 && activity.contains("passkey.enrolled"), "{activity}");
    let copy: Value = serde_json::from_str(&example("cat own.json")).unwrap();
    assert_eq!(
        (&copy["me"]["user"]["email"], &copy["me"]["user"]["displayName"]),
        (&json!(ADDRESS), &json!(NAME))
    );
    assert_eq!(copy["me/two-factor"]["passkeys"].as_array().map(Vec::len), Some(1));
    assert!(copy["me/sessions"]["items"][0]["address"].is_string(), "{copy}");
    assert_eq!(copy["me/trusted-devices"]["items"].as_array().map(Vec::len), Some(1), "{copy}");
    let copy = example(&format!("{requested}\ncat person.json events.jsonl"));
    assert!(copy.contains(ADDRESS) && copy.contains(r#""action":"passkey.enrolled""#), "{copy}");

    // Who is not suspended stays, and whoever it was is told.
    example(&format!("ln --symbolic '{}' deploy", repository().join("deploy").display()));
    let [_, forget] = delete.lines().collect::<Vec<_>>()[..] else { panic!("{delete}") };
    for (address, why) in [
        (ADDRESS.to_uppercase(), "this person is not suspended"),
        ("grace@lock.exmaple".to_owned(), "nobody has this address or id"),
    ] {
        let told = example(&format!("! {} 2>&1", forget.replace(ADDRESS, &address)));
        assert!(told.contains(why) && told.lines().count() == 1, "{told}");
    }
    assert_eq!(app.database.count(&format!("users WHERE email = '{ADDRESS}'")), 1);

    assert!(app.database.dump().contains(NAME));
    example(delete);
    let tables = app.database.column(OWNED);
    assert!(tables.len() >= 20, "{tables:?}");
    for table in &tables {
        assert_eq!(app.database.count(&format!("{table} WHERE user_id = '{}'", grace.id)), 0, "{table}");
    }
    let left = app.database.dump();
    assert!(
        !left.contains(ADDRESS) && !left.contains(NAME),
        "they are in {:?}",
        lines_with(&left, &[ADDRESS, NAME])
    );
    assert!(!grace.is_signed_in().await);
    grace.login().await.problem(401, "login_failed");
    let events = admin.get(&format!("/v1/audit-events?subject={}", grace.id)).send().await.ok();
    assert_eq!(events["items"][0]["action"], "user.suspended", "{events}");
    assert_eq!(check(&admin).await.0, Vec::<Value>::new(), "the log is whole");
    assert_eq!(app.database.count(&format!("idempotency_keys WHERE owner_id = '{}'", grace.id)), 0);
    // Their address is free again.
    admin.create_user("grace", &["member"]).await.sign_in().await;

    // What the invariants judge is as it was before; of what came since there are answers.
    assert_eq!(app.forgive(401), 2);
    app.stop();
    app.database.restore(&backup);
}

fn lines_with<'a>(dump: &'a str, texts: &[&str]) -> Vec<&'a str> {
    dump.lines().filter(|line| texts.iter().any(|text| line.contains(text))).collect()
}

/// A table that comes later has a row in the guide as well.
#[test]
fn the_guide_names_every_table_of_a_person() {
    let (guide, schema) = (committed("docs/operations/personal-data.md"), committed("api/store/schema.rs"));
    let tables =
        schema.split("diesel::table! {").skip(1).filter(|table| table.contains("        user_id -> "));
    let names = tables.map(|table| table.split('(').next().unwrap().trim());
    let mut missing: Vec<&str> = names.filter(|name| !guide.contains(&format!("`{name}`"))).collect();
    missing.sort_unstable();
    // What is there for ten days at most, and ends with what it is for.
    let brief = [
        "email_codes",
        "enrollment_grants",
        "passkey_ceremonies",
        "pending_enrollments",
        "reminders",
        "sso_departures",
    ];
    assert_eq!(missing, brief);
}
