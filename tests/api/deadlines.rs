//! Deadlines: never renewed, whatever is changed to and fro; only an administrator moves one.

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    administration::phase,
    app::TestApp,
    standings::time,
};

fn everyone() -> Value {
    json!({"everyone": true})
}

fn managers() -> Value {
    json!({"role": "manager"})
}

/// Everyone has seven days from now on; gives a member without a factor, and when it began.
async fn week_for_everyone() -> (TestApp, Actor, Actor, DateTime<Utc>) {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    app.clock.next_step();
    let begin = admin.require(everyone(), 7, json!({})).await;
    (app, admin, ada, begin)
}

/// Goes on so many days, with the administrator signed in anew.
async fn wait(app: &TestApp, admin: &mut Actor, days: i64) {
    app.clock.advance(TimeDelta::days(days));
    admin.sign_in().await;
    // A session from while nobody was asked has not proven the factor.
    admin.step_up().await;
}

async fn deadline(admin: &Actor, user: &Actor) -> Option<DateTime<Utc>> {
    time(&admin.look_at(user).await["twoFactor"]["deadline"])
}

#[tokio::test]
async fn o2_turning_it_off_and_on_gives_no_time() {
    let (app, mut admin, ada, begin) = week_for_everyone().await;
    let week = Some(begin + TimeDelta::days(7));
    for mode in ["off", "optional"] {
        wait(&app, &mut admin, 2).await;
        admin.change_policy(json!({"mode": mode})).await;
        assert_eq!(deadline(&admin, &ada).await, None);
        wait(&app, &mut admin, 1).await;
        let restarted = phase(everyone(), app.clock.now(), 7);
        admin.change_policy(json!({"mode": "required", "phases": [restarted]})).await;
        assert_eq!(deadline(&admin, &ada).await, week, "after {mode}");
    }
    wait(&app, &mut admin, 1).await;
    assert_eq!(ada.login().await.ok()["status"], "enrollment");
}

#[tokio::test]
async fn o2_a_later_start_suspends_a_deadline_and_gives_no_new_one() {
    let (app, mut admin, ada, begin) = week_for_everyone().await;
    wait(&app, &mut admin, 1).await;
    let later = begin + TimeDelta::days(10);
    admin.change_policy(json!({"phases": [phase(everyone(), later, 7)]})).await;
    let effective = admin.effective_policy(&ada).await;
    assert_eq!((&effective["rule"], &effective["nextAt"]), (&json!("notYet"), &json!(later)));
    wait(&app, &mut admin, 9).await;
    assert_eq!(deadline(&admin, &ada).await, Some(begin + TimeDelta::days(7)));
    assert_eq!(ada.login().await.ok()["status"], "enrollment");
}

#[tokio::test]
async fn o2_more_grace_gives_nothing_and_less_takes() {
    let (app, mut admin, ada, begin) = week_for_everyone().await;
    wait(&app, &mut admin, 1).await;
    for (grace_days, expected) in [(30, 7), (7, 7), (5, 5), (60, 5)] {
        admin.change_policy(json!({"phases": [phase(everyone(), begin, grace_days)]})).await;
        assert_eq!(
            deadline(&admin, &ada).await,
            Some(begin + TimeDelta::days(expected)),
            "{grace_days} days"
        );
    }
    for new_users in ["grace", "atActivation", "firstLogin"] {
        admin.change_policy(json!({"newUsers": new_users})).await;
        assert_eq!(deadline(&admin, &ada).await, Some(begin + TimeDelta::days(5)), "{new_users}");
    }
    admin.change_policy(json!({"phases": [phase(managers(), begin, 0)]})).await;
    assert_eq!(deadline(&admin, &ada).await, None);
    admin.change_policy(json!({"phases": [phase(everyone(), app.clock.now(), 7)]})).await;
    assert_eq!(deadline(&admin, &ada).await, Some(begin + TimeDelta::days(5)), "the phase is back");
}

#[tokio::test]
async fn o2_leaving_a_role_and_joining_it_again_gives_no_time() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    let max = admin.create_user("max", &["manager"]).await;
    app.clock.next_step();
    let begin = admin.require(managers(), 7, json!({})).await;
    let week = Some(begin + TimeDelta::days(7));
    assert_eq!(deadline(&admin, &max).await, week);
    for _ in 0..2 {
        wait(&app, &mut admin, 1).await;
        admin.change(&max, json!({"roles": ["member"]})).await;
        assert_eq!(deadline(&admin, &max).await, None);
        wait(&app, &mut admin, 1).await;
        admin.change(&max, json!({"roles": ["manager"]})).await;
        assert_eq!(deadline(&admin, &max).await, week);
    }
    // Nor while it is off meanwhile.
    admin.change(&max, json!({"roles": ["member"]})).await;
    admin.change_policy(json!({"mode": "off"})).await;
    wait(&app, &mut admin, 1).await;
    admin.change(&max, json!({"roles": ["member", "manager"]})).await;
    admin.change_policy(json!({"mode": "required"})).await;
    assert_eq!(deadline(&admin, &max).await, week);
}

#[tokio::test]
async fn who_comes_into_a_role_has_its_grace_from_then_on() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    app.clock.next_step();
    admin.require(managers(), 7, json!({"afterGrace": "block"})).await;
    wait(&app, &mut admin, 20).await;
    admin.change(&ada, json!({"roles": ["member", "manager"]})).await;
    assert_eq!(deadline(&admin, &ada).await, Some(admin.deadline_in(7)));
    assert_eq!(admin.effective_policy(&ada).await["rule"], "phase");
}

#[tokio::test]
async fn o2_the_strictest_of_several_phases_wins() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    let ada = admin.create_user("ada", &["member", "manager"]).await;
    app.clock.next_step();
    let begin = app.clock.now();
    let later = begin + TimeDelta::days(1);
    let phases = [
        phase(everyone(), begin, 20),
        phase(managers(), later, 3),
        phase(json!({"role": "admin"}), begin, 0),
    ];
    admin.change_policy(json!({"mode": "required", "phases": phases})).await;
    assert_eq!(deadline(&admin, &ada).await, Some(begin + TimeDelta::days(20)), "the other has not begun");
    wait(&app, &mut admin, 1).await;
    assert_eq!(deadline(&admin, &ada).await, Some(begin + TimeDelta::days(4)));
    assert_eq!(admin.effective_policy(&ada).await["phase"], phases[1]);
    admin.change(&ada, json!({"roles": ["member"]})).await;
    assert_eq!(deadline(&admin, &ada).await, Some(begin + TimeDelta::days(20)));
    admin.change(&ada, json!({"roles": ["admin"]})).await;
    assert_eq!(deadline(&admin, &ada).await, Some(app.clock.now()), "no grace for administrators");
}

#[tokio::test]
async fn a_deadline_from_before_a_phase_says_nothing_of_it() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    admin.set_deadline(&ada, admin.deadline_in(10)).await;
    let begin = admin.deadline_in(20);
    let phases = [phase(everyone(), begin, 7)];
    let rules = json!({"mode": "required", "afterGrace": "block", "phases": phases});
    admin.change_policy(rules).await;
    wait(&app, &mut admin, 21).await;
    assert_eq!(deadline(&admin, &ada).await, Some(begin + TimeDelta::days(7)));
    assert_eq!(admin.effective_policy(&ada).await["rule"], "phase");
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
    admin.set_deadline(&ada, admin.deadline_in(1)).await;
    assert_eq!(deadline(&admin, &ada).await, Some(admin.deadline_in(1)));
    wait(&app, &mut admin, 2).await;
    ada.login().await.problem(403, "blocked_by_policy");
}

#[tokio::test]
async fn o2_neither_a_reset_nor_a_suspension_gives_time() {
    let (app, mut admin, mut ada, begin) = week_for_everyone().await;
    let week = Some(begin + TimeDelta::days(7));
    ada.sign_in().await;
    ada.enroll().await;
    assert_eq!(deadline(&admin, &ada).await, None);
    wait(&app, &mut admin, 3).await;
    admin.reset(&ada).await;
    assert_eq!(deadline(&admin, &ada).await, week);
    assert_eq!(admin.effective_policy(&ada).await["standing"], "mustEnroll", "the code comes first");
    admin.change_policy(json!({"resetProof": "none"})).await;
    admin.reset_call(&ada).send().await.ok();
    assert_eq!(deadline(&admin, &ada).await, week);
    assert_eq!(ada.login().await.ok()["notices"][0]["deadline"], json!(begin + TimeDelta::days(7)));
    for suspended in [true, false] {
        admin.change(&ada, json!({"suspended": suspended})).await;
        assert_eq!(deadline(&admin, &ada).await, week);
    }
    wait(&app, &mut admin, 4).await;
    assert_eq!(ada.login().await.ok()["status"], "enrollment");
}

// New users.

#[tokio::test]
async fn o4_who_comes_later_enrolls_at_the_first_login_or_has_grace() {
    for (new_users, grace) in [("atActivation", false), ("firstLogin", false), ("grace", true)] {
        let app = TestApp::start();
        let mut admin = app.enrolled_admin().await;
        admin.require(everyone(), 7, json!({"newUsers": new_users, "afterGrace": "block"})).await;
        wait(&app, &mut admin, 30).await;
        let mut late = admin.create_user("late", &["member"]).await;
        let created = app.clock.now();
        let effective = admin.effective_policy(&late).await;
        if grace {
            let week = created + TimeDelta::days(7);
            assert_eq!(deadline(&admin, &late).await, Some(week));
            assert_eq!((&effective["rule"], &effective["standing"]), (&json!("phase"), &json!("notice")));
            app.clock.set(week);
            late.login().await.problem(403, "blocked_by_policy");
        } else {
            assert_eq!(deadline(&admin, &late).await, Some(created));
            let told = (&effective["rule"], &effective["standing"], &effective["next"]);
            assert_eq!(
                told,
                (&json!("newUser"), &json!("mustEnroll"), &json!("enrollAtLogin")),
                "{new_users}"
            );
            // Not blocked, however long they wait with it.
            app.clock.advance(TimeDelta::days(100));
            let login = late.login().await.ok();
            assert_eq!((&login["status"], &login["deadline"]), (&json!("enrollment"), &json!(created)));
            late.access = text(&login["enrollmentToken"]);
            late.enroll().await;
        }
    }
}

// An administrator moves one.

#[tokio::test]
async fn o3_a_deadline_of_their_own_takes_the_place_of_every_other() {
    let (app, mut admin, ada, begin) = week_for_everyone().await;
    for days in [20, 2] {
        let own = begin + TimeDelta::days(days);
        let user = admin.set_deadline(&ada, own).await;
        assert_eq!(time(&user["twoFactor"]["deadline"]), Some(own), "later or earlier");
        assert_eq!(admin.effective_policy(&ada).await["rule"], "extended");
    }
    let own = begin + TimeDelta::days(40);
    admin.set_deadline(&ada, own).await;
    admin.change_policy(json!({"phases": [phase(everyone(), begin, 3)]})).await;
    assert_eq!(deadline(&admin, &ada).await, Some(own), "whatever the policy becomes");
    admin.change_policy(json!({"phases": []})).await;
    assert_eq!(deadline(&admin, &ada).await, Some(own));
    wait(&app, &mut admin, 39).await;
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
    wait(&app, &mut admin, 1).await;
    assert_eq!(ada.login().await.ok()["status"], "enrollment");
}

#[tokio::test]
async fn n2_a_moved_deadline_is_told_with_old_new_and_why() {
    let (app, admin, ada, begin) = week_for_everyone().await;
    let (week, month) = (begin + TimeDelta::days(7), begin + TimeDelta::days(30));
    admin.set_deadline(&ada, month).await;
    app.clock.next_step();
    admin.set_deadline(&ada, week).await;
    app.clock.next_step();
    admin.change_policy(json!({"mode": "optional"})).await;
    admin.set_deadline(&ada, month).await;
    let events = admin.get("/v1/audit-events?action=user.deadline_set").send().await.ok();
    let told: Vec<&Value> =
        events["items"].as_array().unwrap().iter().rev().map(|event| &event["detail"]).collect();
    let why = "On leave until then";
    let expected = [
        json!({"old": week, "new": month, "reason": why}),
        json!({"old": month, "new": week, "reason": why}),
        json!({"old": null, "new": month, "reason": why}),
    ];
    assert_eq!(told, expected.iter().collect::<Vec<_>>());
    let event = &events["items"][0];
    assert_eq!((&event["actor"]["id"], &event["subject"]["id"]), (&json!(admin.id), &json!(ada.id)));
    assert_eq!(app.database.count("audit_events WHERE action = 'user.deadline_set'"), 3);
}

#[tokio::test]
async fn a_deadline_is_within_a_year_and_has_a_reason() {
    let (app, admin, ada, _) = week_for_everyone().await;
    let now = app.clock.now();
    let year = now + TimeDelta::days(366);
    for wrong in [now, now - TimeDelta::days(1), year + TimeDelta::seconds(1)] {
        admin.deadline_call(&ada, wrong).send().await.invalid("deadline");
    }
    admin.set_deadline(&ada, now + TimeDelta::seconds(1)).await;
    admin.set_deadline(&ada, year).await;
    let path = format!("/v1/users/{}/deadline", ada.id);
    for (body, field) in [
        (json!({"deadline": year}), "reason"),
        (json!({"deadline": year, "reason": " "}), "reason"),
        (json!({"deadline": year, "reason": "x".repeat(501)}), "reason"),
        (json!({"reason": "On leave"}), "deadline"),
        (json!({"deadline": "tomorrow", "reason": "On leave"}), "deadline"),
        (json!({"deadline": "9999-12-31T23:59:59Z", "reason": "On leave"}), "deadline"),
        (json!({"deadline": year, "reason": "On leave", "extra": 1}), "extra"),
    ] {
        admin.put(&path, body).send().await.invalid(field);
    }
    assert_eq!(deadline(&admin, &ada).await, Some(year));
}

#[tokio::test]
async fn o3_nobody_moves_the_deadline_of_who_is_above_or_elsewhere() {
    let (app, mut root, ada, _) = week_for_everyone().await;
    let at = root.deadline_in(1);
    let mut people = Vec::new();
    for (name, role) in [("boss", "admin"), ("max", "manager")] {
        let mut person = root.create_user(name, &[role]).await;
        person.access = text(&person.login().await.ok()["enrollmentToken"]);
        person.enroll().await;
        people.push(person);
    }
    let [boss, max] = [&people[0], &people[1]];
    boss.deadline_call(&root, at).send().await.problem(403, "not_permitted");
    boss.set_deadline(&ada, at).await;
    boss.set_deadline(max, at).await;
    for other in [max, &ada] {
        max.deadline_call(other, at).send().await.problem(403, "not_permitted");
    }
    let mut nobody = ada.clone();
    nobody.id = "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11".to_owned();
    boss.deadline_call(&nobody, at).send().await.problem(404, "not_found");
    let foreign = app.foreign_admin().await;
    foreign.deadline_call(&ada, at).send().await.problem(404, "not_found");
    foreign.get(&format!("/v1/users/{}/effective-policy", ada.id)).send().await.problem(404, "not_found");

    app.clock.advance(TimeDelta::minutes(6));
    root.refresh().await;
    root.deadline_call(&ada, at).send().await.problem(401, "step_up_required");
}
