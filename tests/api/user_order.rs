//! The list of users in each of its orders: whole, part by part, and narrowed down.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
};

/// In the order of people. Two of each key are alike, or none is known.
const NAMES: [&str; 7] = ["anna", "Anna", "Annabel", "Elena", "Émile", "Zoe", "Zoe"];

/// An organization of people with these names: they came two at a time, and half of them never signed in.
async fn organization() -> (TestApp, Actor) {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (number, place) in [4, 1, 6, 0, 5, 2, 3].into_iter().enumerate() {
        let email = format!("{}.{number}@lock.example", ["kim", "bo", "uma"][number % 3]);
        let password = "some words that nobody guesses";
        let body =
            json!({"email": email, "displayName": NAMES[place], "roles": ["member"], "password": password});
        admin.post("/v1/users", body).send().await.created();
        let mut user = Actor::new(app.endpoint(), app.clock.clone(), &email, password);
        if number % 2 == 0 {
            user.sign_in().await;
        }
        if number % 4 == 1 {
            app.clock.advance(TimeDelta::minutes(1));
        }
    }
    (app, admin)
}

async fn list(admin: &Actor, query: &str) -> Vec<Value> {
    let page = admin.get(&format!("/v1/users?limit=200&{query}")).send().await.ok();
    assert_eq!(page.get("nextCursor"), None);
    page["items"].as_array().expect("a list").clone()
}

async fn pages(admin: &Actor, query: &str, limit: usize) -> Vec<Value> {
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = admin.get(&format!("/v1/users?limit={limit}&{query}{cursor}")).send().await.ok();
        found.extend(page["items"].as_array().expect("a list").clone());
        let Some(next) = page["nextCursor"].as_str() else { return found };
        assert_eq!(found.len() % limit, 0);
        cursor = format!("&cursor={next}");
    }
}

/// What a user is sorted by, and who they are where others have the same.
fn key(sort: &str, user: &Value) -> (String, String) {
    let key = match sort {
        "name" => {
            let place = NAMES.iter().position(|name| user["displayName"] == *name);
            place.map_or_else(|| text(&user["displayName"]), |place| place.to_string())
        }
        // Nothing comes before what is empty.
        _ => user[sort].as_str().unwrap_or_default().to_owned(),
    };
    (key, text(&user["id"]))
}

const SORTS: [&str; 4] = ["email", "name", "lastSignInAt", "createdAt"];

#[tokio::test]
async fn each_order_is_the_same_in_parts_and_the_other_way_round() {
    let (_app, admin) = organization().await;
    assert_eq!(list(&admin, "").await, list(&admin, "sort=email").await);
    for sort in SORTS {
        let found = list(&admin, &format!("sort={sort}")).await;
        // Of the administrator's name nothing is to be said here.
        let keys: Vec<_> = found.iter().filter(|user| user["email"] != "root@lock.example").collect();
        let keys: Vec<_> = keys.into_iter().map(|user| key(sort, user)).collect();
        assert_eq!(found.len(), NAMES.len() + 1);
        assert!(keys.is_sorted(), "{sort}: {keys:?}");
        let reversed: Vec<Value> = found.iter().rev().cloned().collect();
        for limit in [1, 2, 3, 8] {
            assert_eq!(pages(&admin, &format!("sort={sort}"), limit).await, found, "{sort}");
            assert_eq!(pages(&admin, &format!("sort=-{sort}"), limit).await, reversed, "-{sort}");
        }
    }
}

#[tokio::test]
async fn who_never_signed_in_stands_where_the_longest_ago_does() {
    let (_app, admin) = organization().await;
    let known =
        |users: Vec<Value>| users.iter().map(|user| !user["lastSignInAt"].is_null()).collect::<Vec<_>>();
    let never = [vec![false; 3], vec![true; 5]].concat();
    assert_eq!(known(list(&admin, "sort=lastSignInAt").await), never);
    assert_eq!(
        known(pages(&admin, "sort=-lastSignInAt", 2).await),
        never.into_iter().rev().collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn a_filter_leaves_the_order_as_it_is() {
    let (_app, admin) = organization().await;
    for filter in [
        "q=an",
        "q=zoe",
        "q=.",
        "role=member",
        "role=superadmin",
        "twoFactor=notEnabled",
        "twoFactor=enabled",
        "twoFactor=expired",
        "twoFactor=inGrace",
        "activated=true",
        "activated=false",
        "suspended=true",
        "suspended=false",
        "loginMethod=password",
        "loginMethod=singleSignOn",
        "role=member&q=anna&activated=true",
    ] {
        let members = list(&admin, filter).await;
        for sort in SORTS.iter().flat_map(|sort| [(*sort).to_owned(), format!("-{sort}")]) {
            let mut expected = list(&admin, &format!("sort={sort}")).await;
            expected.retain(|user| members.contains(user));
            assert_eq!(expected.len(), members.len());
            assert_eq!(pages(&admin, &format!("{filter}&sort={sort}"), 2).await, expected, "{filter} {sort}");
        }
    }
    let counted = admin.get("/v1/users?q=anna&sort=-name&limit=1&count=true").send().await.ok();
    assert_eq!((&counted["total"], &counted["items"][0]["displayName"]), (&json!(3), &json!("Annabel")));
}

#[tokio::test]
async fn a_cursor_is_one_of_its_order() {
    let (_app, admin) = organization().await;
    let sorts: Vec<String> = SORTS.iter().flat_map(|sort| [(*sort).to_owned(), format!("-{sort}")]).collect();
    for sort in &sorts {
        let first = admin.get(&format!("/v1/users?limit=1&sort={sort}")).send().await.ok();
        let cursor = text(&first["nextCursor"]);
        for other in &sorts {
            let answer = admin.get(&format!("/v1/users?limit=1&sort={other}&cursor={cursor}")).send().await;
            if other == sort {
                answer.ok();
            } else {
                answer.invalid("cursor");
            }
        }
    }
    let id = uuid::Uuid::nil();
    for text in [
        "email".to_owned(),
        "email:a\u{0}".to_owned(),
        format!("name:{id}"),
        "name:x:Ada".to_owned(),
        format!("name:{id}:A\u{0}"),
        format!("createdAt:{id}:"),
        format!("createdAt:{id}:soon"),
        format!("createdAt:{id}:{}", i64::MAX),
        format!("lastSignInAt:{id}:-1"),
        "colour:red".to_owned(),
    ] {
        let (sort, _) = text.split_once(':').unwrap_or(("email", ""));
        let sort = if sort == "colour" { "email" } else { sort };
        let cursor = data_encoding::BASE64URL_NOPAD.encode(text.as_bytes());
        admin.get(&format!("/v1/users?sort={sort}&cursor={cursor}")).send().await.invalid("cursor");
    }
}

#[tokio::test]
async fn a_page_goes_on_while_people_sign_in() {
    let (app, admin) = organization().await;
    let first = admin.get("/v1/users?sort=-createdAt&limit=3").send().await.ok();
    let last = admin.get("/v1/users?sort=-lastSignInAt&limit=3").send().await.ok();
    app.clock.advance(TimeDelta::minutes(1));
    app.administrator().sign_in().await;
    let rest = |sort: &str, page: &Value| {
        admin.get(&format!("/v1/users?sort={sort}&cursor={}", text(&page["nextCursor"])))
    };
    let emails = |page: &Value| -> Vec<String> {
        page["items"].as_array().expect("a list").iter().map(|user| text(&user["email"])).collect()
    };
    let created = rest("-createdAt", &first).send().await.ok();
    assert_eq!(emails(&first).len() + emails(&created).len(), NAMES.len() + 1);
    // Whoever signs in moves to the front, and is on no later page.
    let seen = [emails(&last), emails(&rest("-lastSignInAt", &last).send().await.ok())].concat();
    let twice = seen.iter().filter(|email| seen.iter().filter(|other| other == email).count() > 1);
    assert_eq!(twice.count(), 0, "{seen:?}");
}
