//! Somebody administers all organizations at all times: the first organization keeps a superadmin who can sign in.

use std::sync::Arc;

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, text},
    app::TestApp,
    race::{only_winner, race, two_replicas},
};

/// Superadmins who are not suspended.
const SUPERADMINS: &str = "users AS u WHERE suspended_at IS NULL AND EXISTS (SELECT FROM user_roles AS r \
                           WHERE r.org_id = u.org_id AND r.user_id = u.id AND r.left_at IS NULL AND r.role = 'superadmin')";

fn organization(actor: &Actor) -> String {
    text(&claims(&actor.access)["org"])
}

fn only_admin() -> Value {
    json!({"roles": ["admin"]})
}

/// A superadmin of a younger organization, and one of the first.
async fn two_organizations(app: &TestApp) -> (Actor, Actor) {
    app.clock.advance(TimeDelta::seconds(1));
    (app.admin().await, app.foreign_admin().await)
}

#[tokio::test]
async fn the_last_superadmin_stays_one() {
    let app = TestApp::start();
    let root = app.admin().await;
    root.colleague("admin", "admin").await;
    let before = app.database.dump();
    for roles in [json!(["admin"]), json!(["member"]), json!(["admin", "manager"])] {
        root.change_call(&root, json!({"roles": roles})).send().await.problem(409, "last_superadmin");
    }
    assert_eq!(app.database.dump(), before);

    let other = root.colleague("other", "superadmin").await;
    root.change(&root, json!({"roles": ["admin", "superadmin"]})).await;
    root.change(&root, only_admin()).await;
    other.change_call(&other, only_admin()).send().await.problem(409, "last_superadmin");
    root.change_call(&other, only_admin()).send().await.problem(403, "not_permitted");
}

#[tokio::test]
async fn who_cannot_sign_in_is_no_superadmin_that_is_left() {
    let app = TestApp::start();
    let root = app.admin().await;
    root.colleague("admin", "admin").await;
    let mut other = root.colleague("other", "superadmin").await;
    let step_down = || root.change_call(&root, only_admin());

    root.change(&other, json!({"suspended": true})).await;
    step_down().send().await.problem(409, "last_superadmin");
    root.change(&other, json!({"suspended": false})).await;

    let code = root.reset(&other).await;
    step_down().send().await.problem(409, "last_superadmin");
    other.enter_by(&code).await;
    other.enroll().await;
    step_down().send().await.ok();
}

#[tokio::test]
async fn the_first_organization_keeps_a_superadmin() {
    let app = TestApp::start();
    let (root, sue) = two_organizations(&app).await;
    let (there, home) = (sue.acting_in(&organization(&root)), root.acting_in(&organization(&sue)));
    root.colleague("admin", "admin").await;
    home.create_user("bob", &["admin"]).await;
    for call in [
        root.change_call(&root, only_admin()),
        there.change_call(&root, only_admin()),
        there.change_call(&root, json!({"suspended": true})),
    ] {
        call.send().await.problem(409, "last_superadmin");
    }
    // All others may do without.
    home.change(&sue, json!({"suspended": true})).await;
    home.change(&sue, json!({"suspended": false})).await;
    home.change(&sue, only_admin()).await;
    assert_eq!(app.database.count(SUPERADMINS), 1);
}

#[tokio::test]
async fn of_another_organization_the_last_stays_while_the_first_has_none_who_can_sign_in() {
    let app = TestApp::start();
    let (mut root, sue) = two_organizations(&app).await;
    let there = sue.acting_in(&organization(&root));
    root.colleague("admin", "admin").await;
    sue.create_user("bob", &["admin"]).await;
    let code = there.reset(&root).await;
    sue.change_call(&sue, only_admin()).send().await.problem(409, "last_superadmin");
    root.enter_by(&code).await;
    root.enroll().await;
    sue.change(&sue, only_admin()).await;
}

/// With a clock that was behind, a new organization has the look of the first.
#[tokio::test]
async fn an_organization_that_seems_to_be_the_first_takes_nobody_from_the_others() {
    let app = TestApp::start();
    let root = app.admin().await;
    root.colleague("admin", "admin").await;
    app.clock.advance(TimeDelta::seconds(-1));
    let body = json!({"name": "Elsewhere", "administratorEmail": "grace@elsewhere.example"});
    let created = root.post("/v1/organizations", body).send().await.created();
    app.clock.advance(TimeDelta::seconds(1));
    root.change_call(&root, only_admin()).send().await.problem(409, "last_superadmin");

    let [email, password] = ["email", "password"].map(|field| text(&created["administrator"][field]));
    let mut grace = Actor::new(app.endpoint(), Arc::clone(&app.clock), &email, &password);
    grace.sign_in().await;
    root.acting_in(&organization(&grace)).change(&grace, json!({"roles": ["superadmin"]})).await;
    root.change(&root, only_admin()).await;
    assert_eq!(app.database.count(SUPERADMINS), 1);
}

/// Fifty rounds in which the last two superadmins end each other's office, or both their own.
#[tokio::test]
async fn of_the_last_two_superadmins_one_stays() {
    let (app, replica) = two_replicas();
    let mut one = app.admin().await;
    let mut other = one.colleague("other", "superadmin").await;
    for round in 0..50 {
        let there = other.at(&replica);
        let own = round % 2 == 1;
        let (first, second) = if own { (&one, &other) } else { (&other, &one) };
        let calls = vec![one.change_call(first, only_admin()), there.change_call(second, only_admin())];
        let answers = race(calls).await;
        only_winner(&answers, &[403, 409]);
        assert_eq!(app.database.count(SUPERADMINS), 1, "round {round}");

        let first_stays = (answers[0].status == 200) != own;
        let (stays, back) = if first_stays { (one, other) } else { (other, one) };
        stays.change(&back, json!({"roles": ["superadmin"]})).await;
        (one, other) = (stays, back);
    }
}

/// Fifty rounds in which the only superadmins of two organizations end each other's office.
#[tokio::test]
async fn of_the_last_two_superadmins_in_two_organizations_one_stays() {
    let (app, replica) = two_replicas();
    let (root, sue) = two_organizations(&app).await;
    let (there, home) =
        (sue.at(&replica).acting_in(&organization(&root)), root.acting_in(&organization(&sue)));
    root.colleague("admin", "admin").await;
    home.create_user("bob", &["admin"]).await;
    for round in 0..50 {
        let ends = if round % 2 == 0 { only_admin() } else { json!({"suspended": true}) };
        let answers = race(vec![home.change_call(&sue, only_admin()), there.change_call(&root, ends)]).await;
        only_winner(&answers, &[403, 404, 409]);
        answers[0].ok();
        assert_eq!(app.database.count(SUPERADMINS), 1, "round {round}");
        home.change(&sue, json!({"roles": ["superadmin"]})).await;
    }
}
