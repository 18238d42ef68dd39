//! Where the policy may block, an organization keeps an administrator with a factor, who can let the others in.

use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    administration::phase,
    app::TestApp,
    call::Call,
    race::{race, two_replicas, with_status},
    security_key::SecurityKey,
};

/// A policy that shuts out whoever has no factor, a month from now: until then nothing is required.
fn blocks_in_a_month(actor: &Actor) -> Value {
    let month = phase(json!({"everyone": true}), actor.deadline_in(30), 0);
    json!({"mode": "required", "afterGrace": "block", "phases": [month]})
}

/// Two superadmins under such a policy, of whom the first alone has a factor.
async fn one_of_two_protected() -> (TestApp, Actor, Actor) {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    let mut other = root.create_user("other", &["superadmin"]).await;
    other.sign_in().await;
    root.change_policy(blocks_in_a_month(&root)).await;
    (app, root, other)
}

#[tokio::test]
async fn a_policy_that_blocks_needs_an_administrator_with_a_factor() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    let role = json!({"name": "editor", "description": "Edits the policy.", "permissions": ["policy.read", "policy.write"]});
    admin.post("/v1/roles", role).send().await.created();
    let mut editor = admin.create_user("eddy", &["editor"]).await;
    editor.sign_in().await;
    editor.enroll().await;
    let (mut policy, tag) = editor.policy().await;
    for phases in [json!([]), blocks_in_a_month(&editor)["phases"].clone()] {
        policy["mode"] = json!("required");
        policy["afterGrace"] = json!("block");
        policy["phases"] = phases;
        editor.put_policy_call(policy.clone(), &tag).send().await.problem(409, "last_admin");
    }
    assert_eq!(editor.policy().await.1, tag);
    for harmless in [json!({"mode": "optional"}), json!({"mode": "required", "afterGrace": "enrollAtLogin"})]
    {
        editor.change_policy(harmless).await;
    }
    let login = admin.login().await.ok();
    admin.access = text(&login["enrollmentToken"]);
    admin.enroll().await;
    editor.change_policy(json!({"afterGrace": "block", "phases": []})).await;
    assert!(admin.is_signed_in().await);
}

#[tokio::test]
async fn only_administrators_with_a_factor_count_where_it_may_block() {
    let (_app, root, mut other) = one_of_two_protected().await;
    let ends = |other: &Actor| -> Vec<Call> {
        vec![
            other.change_call(&root, json!({"roles": ["member"]})),
            other.change_call(&root, json!({"suspended": true})),
            other.reset_call(&root),
            root.change_call(&root, json!({"roles": ["member"]})),
        ]
    };
    for call in ends(&other) {
        call.send().await.problem(409, "last_admin");
    }
    // Who has none is not needed.
    root.change(&other, json!({"suspended": true})).await;
    root.change(&other, json!({"suspended": false})).await;
    other.sign_in().await;
    other.enroll().await;
    let reset = other.reset_call(&root);
    reset.send().await.ok();
    // Waiting for a code is no factor either.
    let other_again = other.clone();
    other.change_call(&other_again, json!({"roles": ["member"]})).send().await.problem(409, "last_admin");
}

#[tokio::test]
async fn an_administrator_without_a_factor_counts_where_nobody_is_blocked() {
    for changes in [json!({"afterGrace": "enrollAtLogin"}), json!({"mode": "optional"})] {
        let (_app, root, other) = one_of_two_protected().await;
        root.change_policy(changes).await;
        other.change(&root, json!({"suspended": true})).await;
    }
}

#[tokio::test]
async fn the_last_factor_of_an_administrator_stays_where_it_may_block() {
    let (_app, root, mut other) = one_of_two_protected().await;
    let disable = |actor: &Actor| actor.disable_call(&actor.password, &actor.phone().next_code());
    disable(&root).send().await.problem(409, "last_admin");
    assert_eq!(root.two_factor().await["state"], "enabled");
    other.enroll().await;
    disable(&root).send().await.no_content();
    disable(&other).send().await.problem(409, "last_admin");
}

/// Requires passkeys of managers, whenever a phase begins.
fn passkeys_for_managers(actor: &Actor) -> Value {
    let mut changes = blocks_in_a_month(actor);
    changes["passkeyOnly"] = json!(["manager"]);
    changes
}

#[tokio::test]
async fn a_role_that_takes_another_factor_is_refused_like_one_that_is_taken_away() {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    root.change_policy(passkeys_for_managers(&root)).await;
    let roles = json!({"roles": ["superadmin", "manager"]});
    root.change_call(&root, roles.clone()).send().await.problem(409, "last_admin");
    // Another one who is relied on makes room for it, though no other superadmin does.
    let mut other = root.colleague("other", "admin").await;
    other.enroll().await;
    root.change_call(&root, roles.clone()).send().await.problem(409, "last_superadmin");
    let mut third = root.colleague("third", "superadmin").await;
    third.enroll().await;
    root.change(&root, roles).await;
}

#[tokio::test]
async fn a_factor_that_a_later_phase_takes_stays() {
    let app = TestApp::start();
    let mut root = app.enrolled_admin().await;
    let mut key = SecurityKey::new();
    let passkey = root.enroll_passkey(&mut key).await;
    let mut changes = blocks_in_a_month(&root);
    changes["passkeyOnly"] = json!(["superadmin"]);
    root.change_policy(changes).await;
    root.delete(&format!("/v1/me/passkeys/{passkey}")).send().await.problem(409, "last_admin");
    let authenticator = format!("/v1/me/authenticators/{}", root.authenticator);
    root.delete(&authenticator).send().await.ok();
}

#[tokio::test]
async fn a_frozen_administrator_without_a_factor_does_not_count_where_one_is_required() {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    let other = root.colleague("other", "superadmin").await;
    app.database.execute("UPDATE users SET frozen_at = created_at WHERE email LIKE 'other@%'");
    let leaves = || root.change_call(&root, json!({"roles": ["member"]}));
    root.change_policy(json!({"mode": "required", "phases": [], "afterGrace": "enrollAtLogin"})).await;
    leaves().send().await.problem(409, "last_admin");
    root.change_policy(json!({"mode": "optional"})).await;
    leaves().send().await.ok();
    app.database.execute("UPDATE users SET frozen_at = NULL");
    drop(other);
}

/// Fifty rounds in which the only two administrators with a factor give theirs up at once.
#[tokio::test]
async fn o6_of_the_last_two_factors_of_administrators_one_stays_where_it_may_block() {
    let (app, replica) = two_replicas();
    let root = app.enrolled_admin().await;
    let mut other = root.create_user("other", &["superadmin"]).await;
    other.sign_in().await;
    other.enroll().await;
    root.change_policy(blocks_in_a_month(&root)).await;
    let mut pair = [root, other];
    for round in 0..50 {
        let calls = pair.iter().enumerate().map(|(number, actor)| {
            let actor = if number == 0 { actor.clone() } else { actor.at(&replica) };
            actor.disable_call(&actor.password, &actor.phone().next_code())
        });
        let answers = race(calls.collect()).await;
        assert_eq!((with_status(&answers, 204), with_status(&answers, 409)), (1, 1), "round {round}");
        assert_eq!(app.database.count("users WHERE oldest_secret_at IS NOT NULL"), 1, "round {round}");
        let disabled = answers.iter().position(|answer| answer.status == 204).expect("one was disabled");
        pair[disabled].refresh().await;
        pair[disabled].enroll().await;
        let kept = &mut pair[1 - disabled];
        kept.refresh().await;
        kept.step_up().await;
    }
}

/// Fifty rounds in which an editor requires a factor of everybody and gives their own up at once.
#[tokio::test]
async fn o5_nobody_requires_a_factor_and_has_none() {
    let (app, replica) = two_replicas();
    let mut admin = app.enrolled_admin().await;
    for round in 0..50 {
        let (mut policy, tag) = admin.policy().await;
        policy["mode"] = json!("required");
        let required = admin.put_policy_call(policy, &tag);
        let given_up = admin.at(&replica).disable_call(&admin.password, &admin.phone().next_code());
        let answers = race(vec![required, given_up]).await;
        let [required, given_up] = [&answers[0], &answers[1]];
        assert!(
            !(required.status == 200 && given_up.status == 204),
            "round {round}: {} and {}",
            required.text(),
            given_up.text()
        );
        if given_up.status == 204 {
            admin.refresh().await;
            admin.enroll().await;
        } else {
            admin.change_policy(json!({"mode": "optional"})).await;
            admin.step_up().await;
        }
    }
}

/// Fifty rounds in which a superadmin without a factor ends the office of the only one with one, who lets the policy block.
#[tokio::test]
async fn a_policy_that_blocks_and_the_end_of_the_last_who_could_help_do_not_meet() {
    let (app, replica) = two_replicas();
    let mut root = app.enrolled_admin().await;
    let mut other = root.create_user("other", &["superadmin"]).await;
    other.sign_in().await;
    let able = "users AS u WHERE oldest_secret_at IS NOT NULL AND suspended_at IS NULL AND EXISTS (SELECT FROM \
                user_roles AS r WHERE r.user_id = u.id AND r.left_at IS NULL AND r.role = 'superadmin')";
    for round in 0..50 {
        let (mut policy, tag) = root.policy().await;
        for (field, value) in blocks_in_a_month(&root).as_object().expect("an object") {
            policy[field] = value.clone();
        }
        let there = other.at(&replica);
        let ended = match round % 3 {
            0 => there.change_call(&root, json!({"roles": ["member"]})),
            1 => there.change_call(&root, json!({"suspended": true})),
            _ => there.reset_call(&root),
        };
        let answers = race(vec![root.put_policy_call(policy, &tag), ended]).await;
        let [blocks, ended] = [&answers[0], &answers[1]];
        assert_eq!(blocks.status == 200, ended.status != 200, "{} and {}", blocks.text(), ended.text());
        assert!(ended.status != 200 || app.database.count(able) == 0);

        if blocks.status == 200 {
            root.change_policy(json!({"mode": "optional"})).await;
            continue;
        }
        other.change(&root, json!({"roles": ["superadmin"], "suspended": false})).await;
        if round % 3 == 2 {
            root.enter_by(&text(&ended.ok()["code"])).await;
            root.enroll().await;
        } else {
            root.sign_in().await;
        }
    }
}
