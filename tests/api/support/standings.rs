//! What the policy does to people, as each part of the service tells it: the login, the list, the preview.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use super::{
    actor::{Actor, text},
    answer::Answer,
    security_key::SecurityKey,
};

/// What a login does with somebody, and by when they have to have a factor where they have none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub name: String,
    pub deadline: Option<DateTime<Utc>>,
}

impl Standing {
    /// Of anything with `standing` and perhaps `deadline`; one that is only announced holds nobody to anything yet.
    pub fn read(told: &Value) -> Self {
        let in_force = time(&told["deadline"]).filter(|_| told["rule"] != "notYet");
        Self { name: text(&told["standing"]), deadline: in_force }
    }
}

/// A time that may be left out.
pub fn time(value: &Value) -> Option<DateTime<Utc>> {
    value.as_str().map(|time| time.parse().expect("a time"))
}

/// The standing that a login's answer shows, and the deadline where it tells one.
#[track_caller]
pub fn of_login(answer: &Answer) -> Standing {
    if answer.status == 403 {
        answer.problem(403, "blocked_by_policy");
        return Standing { name: "blocked".to_owned(), deadline: None };
    }
    let login = answer.ok();
    let (name, deadline) = match login["status"].as_str() {
        Some("enrollment") => ("mustEnroll", time(&login["deadline"])),
        Some("challenge") if login["methods"][0] == "totp" => ("ready", None),
        Some("challenge") => ("mustEnroll", None),
        _ => {
            let notices = login["notices"].as_array().expect("notices");
            let told = notices.iter().find(|notice| notice["code"] == "set_up_two_factor");
            // One that is only announced holds nobody to anything yet.
            let in_force =
                |notice: &Value| time(&notice["deadline"]).filter(|_| notice["severity"] == "warning");
            told.map_or(("exempt", None), |notice| ("notice", in_force(notice)))
        }
    };
    Standing { name: name.to_owned(), deadline }
}

/// Asserts that everything tells the same of everybody, and gives it by address. `people` are all the users there are; the
/// administrator is signed in, and the clock stands still.
pub async fn agreed(admin: &Actor, people: &[Actor]) -> BTreeMap<String, Standing> {
    let listed = listed(admin, "").await;
    let addresses: BTreeSet<&String> = people.iter().map(|person| &person.email).collect();
    assert_eq!(listed.keys().collect::<BTreeSet<_>>(), addresses, "everybody is compared");
    the_preview_agrees(admin, &listed).await;
    the_filters_agree(admin, &listed).await;
    for person in people {
        let user = &listed[&person.email];
        let in_list = Standing::read(&user["twoFactor"]);
        let path = format!("/v1/users/{}/effective-policy", text(&user["id"]));
        let effective = admin.get(&path).send().await.ok();
        assert_eq!(Standing::read(&effective), in_list, "{}: {effective}", person.email);
        let login = person.login().await;
        if !can_sign_in(user) {
            login.problem(401, "login_failed");
            continue;
        }
        let asked = login.json()["methods"][0].clone();
        if asked == "totp" && ["notice", "mustEnroll"].contains(&in_list.name.as_str()) {
            // What follows the code is not asked: the clock would have to move on.
            assert!(person.phone.is_some(), "{}: {user}", person.email);
            continue;
        }
        let by_login = match &person.key {
            Some(key) if asked == "passkey" => of_answer(person, key, &login).await,
            _ => of_login(&login),
        };
        assert_eq!(by_login.name, in_list.name, "{}: {}, but {user}", person.email, login.text());
        if by_login.name == "notice" || login.json()["status"] == "enrollment" {
            assert_eq!(by_login.deadline, in_list.deadline, "{}: {}", person.email, login.text());
        }
    }
    listed.iter().map(|(email, user)| (email.clone(), Standing::read(&user["twoFactor"]))).collect()
}

/// The standing that shows once somebody has answered with their key.
async fn of_answer(person: &Actor, key: &SecurityKey, login: &Answer) -> Standing {
    let challenge = text(&login.ok()["challengeId"]);
    let options = person.assertion_options(&challenge).await;
    let answer = person.verify_passkey(&challenge, &key.sign_uncounted(&options)).send().await.ok();
    if answer["status"] == "enrollment" {
        return Standing { name: "mustEnroll".to_owned(), deadline: time(&answer["deadline"]) };
    }
    let notices = answer["notices"].as_array().expect("notices");
    let told = notices.iter().find(|notice| notice["code"] == "set_up_other_factor");
    let (name, deadline) = told.map_or(("ready", None), |notice| ("notice", time(&notice["deadline"])));
    Standing { name: name.to_owned(), deadline }
}

fn can_sign_in(user: &Value) -> bool {
    user["suspended"] == false && user["activated"] == true
}

/// The users of a list by address.
async fn listed(admin: &Actor, filter: &str) -> BTreeMap<String, Value> {
    let list = admin.get(&format!("/v1/users?limit=200{filter}")).send().await.ok();
    let items = list["items"].as_array().expect("a list");
    items.iter().map(|user| (text(&user["email"]), user.clone())).collect()
}

/// The addresses of those in a list.
pub async fn filtered(admin: &Actor, state: &str) -> BTreeSet<String> {
    listed(admin, &format!("&twoFactor={state}")).await.into_keys().collect()
}

async fn the_filters_agree(admin: &Actor, listed: &BTreeMap<String, Value>) {
    let now = admin.clock.now();
    let those = |rule: &dyn Fn(&Standing) -> bool| -> BTreeSet<String> {
        let found = listed.iter().filter(|(_, user)| rule(&Standing::read(&user["twoFactor"])));
        found.map(|(email, _)| email.clone()).collect()
    };
    let in_grace = those(&|standing| standing.name == "notice" && standing.deadline.is_some());
    assert_eq!(filtered(admin, "inGrace").await, in_grace, "inGrace");
    let blocked = those(&|standing| standing.name == "blocked");
    assert_eq!(filtered(admin, "blocked").await, blocked, "blocked");
    let overdue = filtered(admin, "overdue").await;
    let passed = those(&|standing| standing.deadline.is_some_and(|at| at <= now));
    assert!(overdue.is_superset(&passed) && overdue.is_superset(&blocked), "{overdue:?}, not {passed:?}");
    // Where everybody is required at once there is no time to tell.
    let untimed = those(&|standing| standing.deadline.is_none() && standing.name != "ready");
    assert!(overdue.iter().all(|email| passed.contains(email) || untimed.contains(email)), "{overdue:?}");
}

async fn the_preview_agrees(admin: &Actor, listed: &BTreeMap<String, Value>) {
    let (policy, _) = admin.policy().await;
    let preview = admin.preview(policy).await;
    let can_sign_in: Vec<&Value> = listed.values().filter(|user| can_sign_in(user)).collect();
    assert_eq!(preview["counts"], counts(&can_sign_in));

    let mut by_role: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for user in &can_sign_in {
        for role in user["roles"].as_array().expect("roles") {
            by_role.entry(text(role)).or_default().push(user);
        }
    }
    let by_role: Vec<Value> =
        by_role.iter().map(|(role, users)| json!({"role": role, "counts": counts(users)})).collect();
    assert_eq!(preview["byRole"], json!(by_role));

    let mut affected = Vec::new();
    for name in ["blocked", "mustEnroll", "notice"] {
        let with = can_sign_in.iter().filter(|user| user["twoFactor"]["standing"] == name);
        affected.extend(with.map(|user| (text(&user["email"]), Standing::read(&user["twoFactor"]))));
    }
    let told = preview["users"].as_array().expect("users").iter();
    let told: Vec<_> = told.map(|user| (text(&user["email"]), Standing::read(user))).collect();
    assert_eq!(told, affected, "{preview}");

    let is_administrator = |user: &Value| {
        let roles = user["roles"].as_array().expect("roles");
        roles.contains(&json!("admin")) || roles.contains(&json!("superadmin"))
    };
    let locked_out = can_sign_in
        .iter()
        .filter(|user| user["twoFactor"]["standing"] == "blocked" && is_administrator(user))
        .map(|user| text(&user["email"]));
    let told = preview["lockedOutAdmins"].as_array().expect("administrators").iter();
    assert_eq!(told.map(|user| text(&user["email"])).collect::<Vec<_>>(), locked_out.collect::<Vec<_>>());
}

fn counts(users: &[&Value]) -> Value {
    let with = |name: &str| users.iter().filter(|user| user["twoFactor"]["standing"] == name).count();
    json!({"ready": with("ready"), "notice": with("notice"), "mustEnroll": with("mustEnroll"),
        "blocked": with("blocked"), "exempt": with("exempt")})
}
