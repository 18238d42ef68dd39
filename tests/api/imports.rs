//! Imports: people who come from another system sign in with what they had there.

use chrono::TimeDelta;
use nightlatch::{
    clock::Clock,
    crypto::sealer::{TotpRow, seal_totp},
    domain::totp::{Parameters, TotpSecret},
    random::SystemRandom,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    database::KEYRING,
    imports::{PASSWORD, SECRET, dry_run, errors, hashed, import, import_call, person},
    phone::oathtool,
    service::Service,
    standings,
};

#[tokio::test]
async fn a6_an_imported_user_signs_in_with_what_they_had() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let row = json!({
        "email": "Ada@Lock.example", "displayName": "Ada", "passwordHash": hashed(PASSWORD), "externalId": "a|1",
        "emailVerified": true, "language": "de", "authenticators": [{"name": "Phone", "secret": SECRET}]
    });
    let result = import(&admin, &[row]).await;
    let expected = json!({"dryRun": false, "imported": 1, "existing": 0, "failed": 0, "withFactor": 1,
        "withoutPassword": 0, "errors": []});
    assert_eq!(result, expected);

    let mut ada = person(&app, "ada@lock.example", PASSWORD);
    let listed = admin.get("/v1/users?q=ada").send().await.ok()["items"][0].clone();
    assert_eq!(listed["externalId"], "a|1");
    assert_eq!((&listed["activated"], &listed["emailVerified"]), (&json!(true), &json!(true)));
    assert_eq!(
        (&listed["twoFactor"]["state"], &listed["twoFactor"]["unproved"]),
        (&json!("enabled"), &json!(true))
    );
    standings::agreed(&admin, &[app.administrator(), ada.clone()]).await;

    ada.login_call().send().await.ok();
    assert_eq!(app.database.count("users WHERE password_kid IS NULL"), 0, "the hash is made anew");
    let challenge = ada.challenge().await;
    let code = oathtool(SECRET, ("SHA1", 6, 30), app.clock.now());
    let verified = ada.verify(&challenge, &code).send().await.ok();
    ada.adopt(&verified);
    let authenticator = ada.two_factor().await["authenticators"][0].clone();
    assert_eq!((&authenticator["name"], &authenticator["proved"]), (&json!("Phone"), &json!(true)));
    assert_eq!(admin.look_at(&ada).await["twoFactor"]["unproved"], false);
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.problem(401, "code_rejected");

    assert!(!app.database.dump().contains(SECRET), "it is sealed");
    let wrong = person(&app, "ada@lock.example", "what they have never typed");
    wrong.login().await.problem(401, "login_failed");
    assert_eq!(app.database.count("outbox WHERE kind NOT IN ('newDevice', 'signInFromNewPlace')"), 0);
}

#[tokio::test]
async fn an_unproved_authenticator_is_shown_as_such() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let second = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    let row = json!({"email": "ada@lock.example", "passwordHash": hashed(PASSWORD),
        "authenticators": [{"name": "One", "secret": SECRET}, {"name": "Two", "secret": second}]});
    import(&admin, &[row]).await;
    let mut ada = person(&app, "ada@lock.example", PASSWORD);
    let challenge = ada.challenge().await;
    let verified =
        ada.verify(&challenge, &oathtool(second, ("SHA1", 6, 30), app.clock.now())).send().await.ok();
    ada.adopt(&verified);
    let two_factor = ada.two_factor().await;
    let mut proved: Vec<_> = two_factor["authenticators"].as_array().unwrap().iter().collect();
    proved.sort_by_key(|one| text(&one["name"]));
    assert_eq!(proved.iter().map(|one| &one["proved"]).collect::<Vec<_>>(), [&json!(false), &json!(true)]);
    assert_eq!(admin.look_at(&ada).await["twoFactor"]["unproved"], true);
}

#[tokio::test]
async fn a_code_that_a_service_verifies_proves_its_authenticator() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let row = json!({"email": "ada@lock.example", "authenticators": [{"name": "Phone", "secret": SECRET}]});
    import(&admin, &[row]).await;
    let door = Service::new(&app, &admin, &["verify"]).await;
    let unproved = || admin.get("/v1/users?q=ada").send();
    assert_eq!(unproved().await.ok()["items"][0]["twoFactor"]["unproved"], true);
    let code = oathtool(SECRET, ("SHA1", 6, 30), app.clock.now());
    let asked = json!({"email": "ada@lock.example", "code": code});
    assert_eq!(door.post("/v1/verify", asked).send().await.ok()["valid"], true);
    assert_eq!(unproved().await.ok()["items"][0]["twoFactor"]["unproved"], false);
}

#[tokio::test]
async fn authenticators_of_other_periods_hashes_and_lengths_work() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let long = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";
    for (index, (algorithm, digits, period)) in
        [("SHA1", 6, 60), ("SHA256", 8, 30), ("SHA512", 6, 15), ("SHA1", 8, 60)].into_iter().enumerate()
    {
        let email = format!("user{index}@lock.example");
        let authenticator = json!({"secret": long.to_lowercase(), "algorithm": algorithm, "digits": digits,
            "periodSeconds": period});
        let row =
            json!({"email": email, "passwordHash": hashed(PASSWORD), "authenticators": [authenticator]});
        assert_eq!(import(&admin, &[row]).await["withFactor"], 1);
        let user = person(&app, &email, PASSWORD);
        let code = |offset: i64| {
            let at = app.clock.now() + TimeDelta::seconds(offset);
            oathtool(long, (algorithm, digits, period), at)
        };
        let challenge = user.challenge().await;
        user.verify(&challenge, &code(-2 * period as i64)).send().await.problem(401, "code_rejected");
        user.verify(&challenge, &code(0)).send().await.ok();
        let challenge = user.challenge().await;
        user.verify(&challenge, &code(0)).send().await.problem(401, "code_rejected");
    }
}

#[tokio::test]
async fn i1_a_code_of_two_authenticators_with_one_secret_is_good_once() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let row = json!({"email": "ada@lock.example", "passwordHash": hashed(PASSWORD), "authenticators": [{"secret": SECRET}]});
    import(&admin, &[row]).await;
    let ids = "SELECT org_id || ' ' || user_id || ' ' || id FROM authenticators";
    let ids: Vec<Uuid> =
        app.database.column(ids)[0].split(' ').map(|id| id.parse().expect("an id")).collect();
    let twin = TotpRow {
        organization_id: ids[0].into(),
        user_id: ids[1].into(),
        authenticator_id: Uuid::from_u128(1).into(),
        parameters: Parameters::STANDARD,
    };
    let secret = TotpSecret::import("secret", SECRET).expect("a secret");
    let sealed = data_encoding::HEXLOWER.encode(&seal_totp(&KEYRING, &SystemRandom, twin, &secret));
    app.database.execute(&format!(
        "INSERT INTO authenticators SELECT org_id, user_id, '{}', name, algorithm, digits, period_seconds, '\\x{sealed}', \
         confirmed_at, last_step, last_used_at, proved FROM authenticators",
        Uuid::from_u128(1)
    ));
    let ada = person(&app, "ada@lock.example", PASSWORD);
    let code = oathtool(SECRET, ("SHA1", 6, 30), app.clock.now());
    ada.verify(&ada.challenge().await, &code).send().await.ok();
    ada.verify(&ada.challenge().await, &code).send().await.problem(401, "code_rejected");
    // Nobody enrolled it.
    app.database.execute(&format!("DELETE FROM authenticators WHERE id = '{}'", Uuid::from_u128(1)));
}

#[tokio::test]
async fn recovery_codes_of_other_systems_are_good_once() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ours = "7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F";
    let base = |email: &str| json!({"email": email, "passwordHash": hashed(PASSWORD), "authenticators": [{"secret": SECRET}]});
    let mut plain = base("plain@lock.example");
    plain["recoveryCodes"] = json!([ours, "12345678", "W7H2-9KQX"]);
    let mut hashes = base("hashes@lock.example");
    let hash = data_encoding::HEXLOWER.encode(&sha256("w7h2-9kqx"));
    let other = data_encoding::BASE64.encode(&sha256("87654321"));
    hashes["hashedRecoveryCodes"] = json!({"hash": "sha256", "codes": [hash, other]});
    assert_eq!(import(&admin, &[plain, hashes]).await["imported"], 2);

    for (email, codes) in [
        ("plain@lock.example", &["1234 5678", "w7h29kqx", ours][..]),
        ("hashes@lock.example", &["W7H2-9KQX", "8765-4321"][..]),
    ] {
        let mut user = person(&app, email, PASSWORD);
        for (index, code) in codes.iter().enumerate() {
            let challenge = user.challenge().await;
            for used in &codes[..index] {
                user.verify_recovery_code(&challenge, used).send().await.problem(401, "code_rejected");
            }
            let verified = user.verify_recovery_code(&challenge, code).send().await.ok();
            user.adopt(&verified);
        }
        assert_eq!(user.two_factor().await["recoveryCodes"]["remaining"], 0);
    }
    let dump = app.database.dump();
    assert!(!dump.contains(&hash) && !dump.contains("87654321"), "they say nothing without the key");
}

fn sha256(text: &str) -> [u8; 32] {
    use sha2::Digest;
    sha2::Sha256::digest(text.as_bytes()).into()
}

#[tokio::test]
async fn guesses_at_another_systems_recovery_codes_are_charged() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let row = json!({"email": "ada@lock.example", "passwordHash": hashed(PASSWORD), "recoveryCodes": ["12345678"],
        "authenticators": [{"secret": SECRET}]});
    import(&admin, &[row]).await;
    let ada = person(&app, "ada@lock.example", PASSWORD);
    for left in (0..10).rev() {
        let challenge = ada.challenge().await;
        let rejected = ada.verify_recovery_code(&challenge, &format!("{left:08}")).send().await;
        let rejected = rejected.problem(401, "code_rejected");
        assert_eq!(rejected["attemptsRemaining"], left.min(4));
    }
    let challenge = ada.challenge().await;
    for code in ["00000000", "12345678"] {
        ada.verify_recovery_code(&challenge, code).send().await.problem(429, "too_many_attempts");
    }
    app.clock.advance(TimeDelta::hours(25));
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, "12345678").send().await.ok();
}

#[tokio::test]
async fn nobody_imports_a_permission_that_they_do_not_hold() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let role = json!({"name": "onboarding", "description": "", "permissions": ["users.read", "users.write"]});
    admin.post("/v1/roles", role).send().await.created();
    let mut helper = app.user("helper", &["onboarding"]).await;
    helper.sign_in().await;
    let row = |name: &str, roles: &[&str]| json!({"email": format!("{name}@lock.example"), "roles": roles});
    let rows = [row("a", &["member", "onboarding"]), row("b", &["member", "admin"]), row("c", &["manager"])];
    let result = import(&helper, &rows).await;
    let refused = |line| (line, "roles".to_owned(), "not_permitted".to_owned());
    assert_eq!(errors(&result), [refused(2), refused(3)]);
    assert_eq!(import(&admin, &rows[1..]).await["imported"], 2);

    let mut member = app.user("member", &["member"]).await;
    member.sign_in().await;
    import_call(&member, "x".repeat(1_000)).send().await.problem(403, "not_permitted");
    import_call(&member, "x").header("content-type", "text/csv").send().await.problem(403, "not_permitted");
}

/// Whoever reaches beyond an organization is made by name, by somebody who does.
#[tokio::test]
async fn nobody_imports_a_superadministrator() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let row = |name: &str, roles: &[&str]| json!({"email": format!("{name}@lock.example"), "roles": roles});
    let rows = [row("a", &["superadmin"]), row("b", &["admin"]), row("c", &["member", "superadmin"])];
    let refused = |line| (line, "roles".to_owned(), "not_permitted".to_owned());
    let result = dry_run(&superadmin, &rows).await.ok();
    assert_eq!((errors(&result), &result["imported"]), (vec![refused(1), refused(3)], &json!(1)));
    let result = import(&superadmin, &rows).await;
    assert_eq!((errors(&result), &result["imported"]), (vec![refused(1), refused(3)], &json!(1)));
}

#[tokio::test]
async fn somebody_without_a_password_chooses_one_by_mail() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let row = json!({"email": "ada@lock.example", "authenticators": [{"secret": SECRET}]});
    assert_eq!(import(&admin, &[row]).await["withoutPassword"], 1);
    let mut ada = person(&app, "ada@lock.example", "words that ada has chosen since");
    ada.login().await.problem(401, "login_failed");
    standings::agreed(&admin, &[app.administrator(), ada.clone()]).await;

    ada.endpoint.post("/v1/auth/password/forgot", json!({"email": ada.email})).send().await.expect(202);
    let token = app.link_to(&ada, "reset-password").await;
    let reset = json!({"token": token, "password": ada.password});
    ada.endpoint.post("/v1/auth/password/reset", reset).send().await.no_content();
    let challenge = ada.challenge().await;
    let code = oathtool(SECRET, ("SHA1", 6, 30), app.clock.now());
    let verified = ada.verify(&challenge, &code).send().await.ok();
    ada.adopt(&verified);
    standings::agreed(&admin, &[app.administrator(), ada.clone()]).await;
}

#[tokio::test]
async fn somebody_without_a_password_may_be_invited_or_taken_back() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let row = |name: &str| {
        json!({"email": format!("{name}@lock.example"), "authenticators": [{"secret": SECRET}],
            "recoveryCodes": ["12345678"]})
    };
    import(&admin, &[row("ada"), row("bob")]).await;
    let listed = admin.get("/v1/users?activated=false").send().await.ok();
    let found = |index: usize, password: &str| {
        let listed = &listed["items"][index];
        Actor { id: text(&listed["id"]), ..person(&app, &text(&listed["email"]), password) }
    };
    let (ada, bob) = (found(0, "words that ada has chosen since"), found(1, ""));
    admin.post(&format!("/v1/users/{}/invitation", ada.id), json!({})).send().await.expect(202);
    let token = app.link_to(&ada, "activate").await;
    assert_eq!(ada.activate_call(&token).send().await.ok()["status"], "challenge");

    admin.delete(&format!("/v1/users/{}/invitation", bob.id)).send().await.no_content();
    assert_eq!(import(&admin, &[row("bob")]).await["imported"], 1, "the address is free again");
}

#[tokio::test]
async fn an_imported_user_may_be_suspended() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let row = json!({"email": "ada@lock.example", "passwordHash": hashed(PASSWORD), "suspended": true});
    import(&admin, &[row]).await;
    let ada = person(&app, "ada@lock.example", PASSWORD);
    ada.login().await.problem(401, "login_failed");
    let listed = admin.get("/v1/users?q=ada").send().await.ok()["items"][0].clone();
    let ada = Actor { id: text(&listed["id"]), ..ada };
    admin.change(&ada, json!({"suspended": false})).await;
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
}

#[tokio::test]
async fn a6_two_thousand_users_are_imported_and_sign_in() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let hash = hashed(PASSWORD);
    let secret = |number: usize| {
        data_encoding::BASE32_NOPAD.encode(format!("a secret of user {number:07}").as_bytes())
    };
    let row = |number: usize| {
        json!({"email": format!("user{number}@lock.example"), "passwordHash": hash,
            "authenticators": [{"secret": secret(number)}], "recoveryCodes": [format!("code{number:08}")]})
    };
    let rows: Vec<Value> = (0..2_000).map(row).collect();
    let result = import(&admin, &rows).await;
    assert_eq!((&result["imported"], &result["withFactor"]), (&json!(2_000), &json!(2_000)));
    for number in [0, 249, 250, 999, 1_999] {
        let user = person(&app, &format!("user{number}@lock.example"), PASSWORD);
        let challenge = user.challenge().await;
        let code = oathtool(&secret(number), ("SHA1", 6, 30), app.clock.now());
        user.verify(&challenge, &code).send().await.ok();
    }
    let overview = admin.get("/v1/overview").send().await.ok();
    assert_eq!(overview["users"]["enabled"], 2_000, "{overview}");
}
