//! Each preset's whole story, from the policy that is chosen to what its people meet. The recommended roll-out has its own.

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, codes, text},
    app::TestApp,
};

/// An organization with that preset: a superadmin with a factor, and those people without one.
async fn with_preset(id: &str, people: &[(&str, &str)]) -> (TestApp, Actor, Vec<Actor>) {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let mut made = Vec::new();
    for (name, role) in people {
        made.push(admin.create_user(name, &[role]).await);
    }
    app.clock.next_step();
    admin.choose_preset(id).await;
    (app, admin, made)
}

/// Follows a login that leads to the set-up; gives what the confirmation shows.
async fn set_up_at_login(actor: &mut Actor) -> Value {
    let login = actor.login().await.ok();
    assert_eq!(login["status"], "enrollment", "{login}");
    actor.access = text(&login["enrollmentToken"]);
    let (id, phone) = actor.begin().await;
    let confirmed = actor.confirm(&id, &phone.next_code()).send().await.ok();
    actor.adopt(&confirmed);
    actor.phone = Some(phone);
    confirmed
}

/// Signs in without being asked for a factor, and sets one up.
async fn set_up_inside(actor: &mut Actor) {
    let login = actor.login().await.ok();
    assert_eq!(login["status"], "signedIn", "{login}");
    assert_eq!(login["notices"][0]["code"], "set_up_two_factor");
    actor.adopt(&login);
    actor.enroll().await;
}

#[tokio::test]
async fn every_preset_is_saved_as_it_is_offered() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let presets = admin.get("/v1/policy/presets").send().await.ok();
    let ids: Vec<String> = presets["items"].as_array().unwrap().iter().map(|one| text(&one["id"])).collect();
    let expected = [
        "recommendedRollout",
        "guidedAdministrators",
        "optionalShort",
        "phasedBlocking",
        "singleForm",
        "supervised",
    ];
    assert_eq!(ids, expected);
    for id in ids {
        let chosen = admin.choose_preset(&id).await;
        assert_eq!(admin.policy().await.0, chosen, "{id}");
    }
}

#[tokio::test]
async fn presets_are_for_who_reads_the_policy() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (name, role, status) in [("max", "manager", 200), ("mia", "member", 403)] {
        let mut person = admin.create_user(name, &[role]).await;
        person.sign_in().await;
        person.get("/v1/policy/presets").send().await.expect(status);
    }
}

#[tokio::test]
async fn guided_administrators_set_up_at_login_and_reset_each_other() {
    let people = [("boss", "admin"), ("deputy", "admin"), ("max", "manager"), ("mia", "member")];
    let (_app, root, mut people) = with_preset("guidedAdministrators", &people).await;
    for person in &people[2..] {
        let login = person.login().await.ok();
        let notice = &login["notices"][0];
        assert_eq!((&login["status"], notice.get("deadline")), (&json!("signedIn"), None), "{login}");
        let effective = root.effective_policy(person).await;
        let told = (&effective["standing"], &effective["rule"], &effective["next"]);
        assert_eq!(told, (&json!("notice"), &json!("notConcerned"), &json!("nothing")));
    }
    for person in &mut people[..2] {
        assert_eq!(root.effective_policy(person).await["standing"], "mustEnroll");
        let confirmed = set_up_at_login(person).await;
        assert_eq!(codes(&confirmed["recoveryCodes"]).len(), 10);
        person.get("/v1/users").send().await.ok();
    }
    let [boss, deputy] = [&people[0], &people[1]];
    boss.reset_call(boss).send().await.problem(409, "cannot_reset_self");
    let code = boss.reset(deputy).await;
    let mut deputy = deputy.clone();
    deputy.enter_by(&code).await;
    deputy.enroll().await;
    deputy.get("/v1/users").send().await.ok();
    deputy
        .disable_call(&deputy.password, &deputy.phone().next_code())
        .send()
        .await
        .problem(409, "required_by_policy");
}

#[tokio::test]
async fn optional_short_gives_six_codes_and_renews_after_180_days() {
    let (app, mut admin, mut people) =
        with_preset("optionalShort", &[("ada", "member"), ("bob", "member")]).await;
    let mut bob = people.remove(1);
    bob.sign_in().await;
    let ada = &mut people[0];
    ada.sign_in().await;
    app.verify_address(ada);
    ada.email_codes_call(true).send().await.ok();
    let login = ada.login().await.ok();
    assert_eq!((&login["methods"], &login["preferred"]), (&json!(["email"]), &json!("email")));
    ada.sign_in_by_mail(&app).await;
    assert_eq!(ada.get("/v1/me").send().await.ok()["notices"][0]["code"], "set_up_two_factor");
    ada.enroll().await;
    assert_eq!(ada.recovery_codes.len(), 6);
    assert_eq!(ada.login().await.ok()["methods"], json!(["totp", "recoveryCode"]), "superseded");
    assert_eq!(
        ada.two_factor().await["email"],
        json!({"verified": true, "enabled": true, "available": true, "passwordByMail": false})
    );
    let enrolled = app.clock.now();
    let due = enrolled + TimeDelta::days(180);
    assert_eq!(ada.two_factor().await["authenticators"][0]["renewBy"], json!(due));

    app.clock.set(due - TimeDelta::seconds(31));
    ada.sign_in().await;
    assert_eq!(ada.get("/v1/me").send().await.ok()["notices"], json!([]));
    app.clock.set(due);
    ada.sign_in().await;
    let notice = ada.get("/v1/me").send().await.ok()["notices"][0].clone();
    assert_eq!((&notice["code"], &notice["dueAt"]), (&json!("renew_authenticator"), &json!(due)));
    assert_eq!(ada.two_factor().await["state"], "expired");
    admin.sign_in().await;
    let expired = admin.get("/v1/users?twoFactor=expired").send().await.ok();
    let expired: Vec<_> = expired["items"].as_array().unwrap().iter().map(|user| &user["email"]).collect();
    assert_eq!(expired, [&json!(ada.email), &json!(admin.email)], "it still works");
    ada.disable_call(&ada.password, &ada.phone().next_code()).send().await.no_content();
    assert_eq!(ada.login().await.ok()["methods"], json!(["email"]), "it is back");
    app.mail_to(&ada.email).await;
    ada.sign_in_by_mail(&app).await;
    ada.email_codes_call(false).send().await.ok();
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
}

#[tokio::test]
async fn phased_blocking_blocks_one_group_after_the_other() {
    let people = [("boss", "admin"), ("max", "manager"), ("mia", "member")];
    let (app, mut root, people) = with_preset("phasedBlocking", &people).await;
    let begin = app.clock.now();
    for day in 0..=21 {
        app.clock.set(begin + TimeDelta::days(day));
        for (person, (starts, blocked)) in people.iter().zip([(0, 7), (7, 14), (14, 21)]) {
            let login = person.login().await;
            if day >= blocked {
                login.problem(403, "blocked_by_policy");
                continue;
            }
            let notice = login.ok()["notices"][0].clone();
            let severity = if day < starts { "info" } else { "warning" };
            let expected = (&json!(severity), &json!(begin + TimeDelta::days(blocked)));
            assert_eq!((&notice["severity"], &notice["deadline"]), expected, "{} on day {day}", person.email);
        }
    }
    root.sign_in().await;
    let blocked = root.get("/v1/users?twoFactor=blocked&count=true").send().await.ok();
    assert_eq!(blocked["total"], 3);

    // Who comes now has seven days from now on, and ten recovery codes.
    let mut late = root.create_user("late", &["member"]).await;
    let login = late.login().await.ok();
    assert_eq!(login["notices"][0]["deadline"], json!(root.deadline_in(7)));
    set_up_inside(&mut late).await;
    assert_eq!(late.recovery_codes.len(), 10);
    let mut mia = people[2].clone();
    let pass = root.issue_pass(&mia).await;
    mia.enter_by(&pass).await;
    mia.enroll().await;
    assert_eq!(mia.login().await.ok()["status"], "challenge");
}

#[tokio::test]
async fn single_form_asks_for_all_at_once_and_forces_nobody() {
    let (app, admin, mut people) = with_preset("singleForm", &[("ada", "member"), ("bob", "member")]).await;
    let config = app.anonymous("GET", "/v1/auth/config").send().await.ok();
    assert_eq!(config["loginStyle"], "singleForm");
    set_up_inside(&mut people[0]).await;
    let form = |actor: &Actor, code: &str| {
        let body = json!({"email": actor.email, "password": actor.password, "code": code});
        actor.endpoint.post("/v1/auth/login", body)
    };
    let [ada, bob] = [&people[0], &people[1]];
    app.clock.advance(TimeDelta::days(4_000));
    form(ada, "").send().await.problem(401, "login_failed");
    let login = form(ada, &ada.phone().next_code()).send().await.ok();
    assert_eq!(
        (&login["status"], &login["notices"]),
        (&json!("signedIn"), &json!([])),
        "never to be renewed"
    );
    let login = form(bob, "").send().await.ok();
    assert_eq!(login["status"], "signedIn");
    assert_eq!(login["notices"][0].get("deadline"), None);
    let root = form(&admin, &admin.phone().next_code()).send().await.ok();
    let mut root_again = admin.clone();
    root_again.adopt(&root);
    assert_eq!(root_again.effective_policy(bob).await["rule"], "optional");
}

#[tokio::test]
async fn supervised_disables_by_both_factors_and_leaves_administrators_to_superadmins() {
    let people = [("boss", "admin"), ("deputy", "admin"), ("ada", "member")];
    let (app, mut root, mut people) = with_preset("supervised", &people).await;
    for person in &mut people {
        set_up_inside(person).await;
        assert_eq!(person.recovery_codes.len(), 10);
    }
    let [boss, deputy, ada] = [people[0].clone(), people[1].clone(), people[2].clone()];
    let code = ada.phone().next_code();
    ada.disable_call("not her password", &code).send().await.problem(401, "code_rejected");
    ada.disable_call(&ada.password, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
    assert_eq!(ada.two_factor().await["state"], "enabled");
    ada.disable_call(&ada.password, &ada.phone().next_code()).send().await.no_content();
    assert_eq!(ada.login().await.ok()["status"], "signedIn");

    boss.reset_call(&deputy).send().await.problem(403, "not_permitted");
    boss.pass_call(&deputy, 60).send().await.problem(403, "not_permitted");
    boss.reset(&ada).await;
    root.sign_in().await;
    let code = root.reset(&deputy).await;
    let mut deputy = deputy;
    deputy.enter_by(&code).await;
    deputy.enroll().await;
    assert!(deputy.is_signed_in().await);
    app.clock.advance(TimeDelta::days(4_000));
    deputy.sign_in().await;
    assert_eq!(deputy.get("/v1/me").send().await.ok()["notices"], json!([]), "never to be renewed");
}
