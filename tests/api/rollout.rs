//! The recommended roll-out, day by day: what everybody is told, and who may do what meanwhile.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    standings::{Standing, agreed, filtered, time},
};

/// An organization that begins the recommended roll-out.
struct Rollout {
    app: TestApp,
    admin: Actor,
    begin: DateTime<Utc>,
}

impl Rollout {
    /// People are made before it begins.
    async fn start(people: &[(&str, &str)]) -> (Self, Vec<Actor>) {
        let app = TestApp::start();
        let mut admin = app.enrolled_admin().await;
        let mut made = Vec::new();
        for (name, role) in people {
            made.push(admin.create_user(name, &[role]).await);
        }
        admin.step_up().await;
        let policy = admin.choose_preset("recommendedRollout").await;
        let begin = time(&policy["phases"][0]["startsAt"]).expect("a start");
        (Self { app, admin, begin }, made)
    }

    fn day(&self, day: i64) -> DateTime<Utc> {
        self.begin + TimeDelta::days(day)
    }

    /// Some seconds after that day's beginning, with the administrator signed in anew.
    async fn go_to(&mut self, day: i64) {
        self.app.clock.set(self.day(day));
        self.admin.sign_in().await;
    }
}

/// Name and the day of the deadline, of somebody who does not enroll.
fn expected(role: &str, day: i64) -> (&'static str, Option<i64>) {
    match role {
        "superadmin" => ("ready", None),
        "admin" => ("mustEnroll", Some(0)),
        "manager" if day < 7 => ("notice", None),
        "manager" => (if day < 14 { "notice" } else { "mustEnroll" }, Some(14)),
        _ if day < 14 => ("notice", None),
        _ => (if day < 21 { "notice" } else { "mustEnroll" }, Some(21)),
    }
}

#[tokio::test]
async fn o2_three_weeks_in_which_everything_tells_the_same() {
    let (mut rollout, mut people) =
        Rollout::start(&[("boss", "admin"), ("max", "manager"), ("mia", "member"), ("sue", "member")]).await;
    rollout.admin.change(&people[3], json!({"suspended": true})).await;
    people.push(rollout.admin.clone());
    for day in 0..=22 {
        rollout.go_to(day).await;
        let told = agreed(&rollout.admin, &people).await;
        for (person, role) in people.iter().zip(["admin", "manager", "member", "member", "superadmin"]) {
            let (name, deadline) = expected(role, day);
            let deadline = deadline.map(|day| rollout.day(day));
            let expected = Standing { name: name.to_owned(), deadline };
            assert_eq!(told[&person.email], expected, "{role} on day {day}");
        }
    }
}

#[tokio::test]
async fn who_enrolls_is_ready_and_has_no_deadline_any_more() {
    let (mut rollout, mut people) = Rollout::start(&[("boss", "admin"), ("max", "manager")]).await;
    rollout.go_to(1).await;
    let boss = &mut people[0];
    boss.access = text(&boss.login().await.ok()["enrollmentToken"]);
    boss.enroll().await;
    boss.get("/v1/users").send().await.ok();
    rollout.go_to(10).await;
    let max = &mut people[1];
    max.sign_in().await;
    max.enroll().await;
    max.get("/v1/users").send().await.ok();
    for day in [11, 22] {
        rollout.go_to(day).await;
        let mut everybody = people.clone();
        everybody.push(rollout.admin.clone());
        for standing in agreed(&rollout.admin, &everybody).await.into_values() {
            assert_eq!(standing, Standing { name: "ready".to_owned(), deadline: None }, "day {day}");
        }
    }
}

#[tokio::test]
async fn administration_never_gets_grace() {
    let (mut rollout, people) = Rollout::start(&[("max", "manager")]).await;
    let mut max = people[0].clone();
    rollout.go_to(6).await;
    max.sign_in().await;
    for path in ["/v1/users", "/v1/policy"] {
        max.get(path).send().await.ok();
    }
    rollout.go_to(7).await;
    max.sign_in().await;
    for path in ["/v1/users", "/v1/policy", "/v1/policy/presets", "/v1/roles"] {
        max.get(path).send().await.problem(403, "enrollment_required");
    }
    for path in ["/v1/me", "/v1/me/sessions", "/v1/me/activity", "/v1/me/two-factor"] {
        max.get(path).send().await.ok();
    }
    max.patch("/v1/me", json!({"displayName": "Max in grace"})).send().await.ok();
    rollout.go_to(14).await;
    max.access = text(&max.login().await.ok()["enrollmentToken"]);
    max.get("/v1/users").send().await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn an_administrator_in_grace_uses_their_own_routes_alone() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let mut boss = admin.create_user("boss", &["admin"]).await;
    admin.choose_preset("phasedBlocking").await;
    boss.sign_in().await;
    for call in [
        boss.get("/v1/users"),
        boss.get("/v1/audit-events"),
        boss.change_call(&boss, json!({"roles": ["admin"]})),
        boss.reset_call(&admin),
    ] {
        call.send().await.problem(403, "enrollment_required");
    }
    boss.get("/v1/me/sessions").send().await.ok();
    boss.enroll().await;
    boss.get("/v1/users").send().await.ok();
}

/// What the user themself sees, in grace.
#[tokio::test]
async fn o3_the_notice_names_the_deadline_and_the_phase_says_why() {
    let (mut rollout, people) = Rollout::start(&[("mia", "member")]).await;
    let mut mia = people[0].clone();
    rollout.go_to(13).await;
    mia.sign_in().await;
    let effective = mia.two_factor().await["effectivePolicy"].clone();
    let everyone = json!({"everyone": true, "startsAt": rollout.day(14), "graceDays": 7});
    let coming = json!({"standing": "notice", "rule": "notYet", "phase": everyone, "next": "reminder",
        "nextAt": rollout.day(14), "deadline": rollout.day(21)});
    assert_eq!(effective, coming);
    let ahead = json!([{"code": "set_up_two_factor", "severity": "info", "link": "/security#authenticators",
        "deadline": rollout.day(21)}]);
    assert_eq!(mia.get("/v1/me").send().await.ok()["notices"], ahead);

    rollout.go_to(14).await;
    mia.sign_in().await;
    let notices = mia.get("/v1/me").send().await.ok()["notices"].clone();
    let expected = json!([{"code": "set_up_two_factor", "severity": "warning", "link": "/security#authenticators",
        "deadline": rollout.day(21)}]);
    assert_eq!(notices, expected);
    let state = mia.two_factor().await;
    assert_eq!((&state["required"], &state["deadline"]), (&json!(true), &json!(rollout.day(21))));
    let in_grace = json!({"standing": "notice", "rule": "phase", "phase": everyone, "deadline": rollout.day(21),
        "next": "enrollAtLogin", "nextAt": rollout.day(21)});
    assert_eq!(state["effectivePolicy"], in_grace);
    assert_eq!(rollout.admin.effective_policy(&mia).await, in_grace);

    rollout.go_to(21).await;
    let overdue: Value = rollout.admin.effective_policy(&mia).await;
    assert_eq!((&overdue["standing"], overdue.get("nextAt")), (&json!("mustEnroll"), None));
    assert_eq!(filtered(&rollout.admin, "overdue").await, BTreeSet::from([mia.email.clone()]));
}

/// A look ahead is what the day then brings.
#[tokio::test]
async fn o7_a_preview_of_a_later_day_comes_true() {
    let people = [("boss", "admin"), ("max", "manager"), ("mia", "member")];
    let (mut rollout, _) = Rollout::start(&people).await;
    let (policy, _) = rollout.admin.policy().await;
    let mut foretold = Vec::new();
    for day in [0, 6, 7, 14, 21] {
        // The next sign-in takes half a minute.
        let at = rollout.day(day) + TimeDelta::seconds(30);
        let ahead = rollout.admin.post("/v1/policy/preview", json!({"policy": policy, "at": at}));
        foretold.push((day, ahead.send().await.ok()));
    }
    for (day, foretold) in foretold {
        rollout.go_to(day).await;
        let come = rollout.admin.preview(policy.clone()).await;
        for told in ["at", "counts", "byRole", "users", "lockedOutAdmins"] {
            assert_eq!(come[told], foretold[told], "{told} on day {day}");
        }
    }
}
