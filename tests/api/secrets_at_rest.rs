//! What is secret is neither in the database nor in the log, and what is sealed opens on its own row only.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use data_encoding::{BASE32_NOPAD, BASE64, BASE64URL_NOPAD, HEXLOWER};
use nightlatch::background;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, codes, text},
    app::{ADMIN_PASSWORD, TestApp},
    database::{Database, KEYRING},
    log,
    receiver::Receiver,
    webhooks::Hook,
};

/// Secrets that were seen, with the forms in which they could lie around.
#[derive(Default)]
struct Secrets(Vec<(&'static str, String)>);

impl Secrets {
    fn add(&mut self, what: &'static str, secret: &str) {
        assert!(secret.len() >= 6, "{what}: too short to be looked for");
        self.0.push((what, secret.to_owned()));
    }

    fn add_bytes(&mut self, what: &'static str, bytes: &[u8]) {
        for form in [HEXLOWER.encode(bytes), BASE32_NOPAD.encode(bytes), BASE64.encode(bytes)] {
            self.add(what, &form);
        }
        // As PostgreSQL's and Rust's lists of numbers.
        self.add(what, &format!("{bytes:?}"));
    }

    /// A code in groups, as people read it.
    fn add_spoken_code(&mut self, what: &'static str, code: &str) {
        self.add(what, code);
        self.add(what, &code.replace('-', ""));
        self.add(what, &code.to_lowercase());
    }

    fn add_recovery_code(&mut self, code: &str) {
        self.add_spoken_code("a recovery code", code);
    }

    /// The token, and the secret within it without its organization.
    fn add_token(&mut self, what: &'static str, token: &str) {
        self.add(what, token);
        let encoded = token.split_once('_').expect("a prefix").1;
        let bytes = BASE64URL_NOPAD.decode(encoded.as_bytes()).expect("base64url");
        self.add_bytes(what, &bytes[16..]);
    }

    /// The secrets of the actor's session.
    fn add_session(&mut self, actor: &Actor) {
        self.add("an access token", &actor.access);
        self.add("a signature", actor.access.rsplit_once('.').expect("a JWT").1);
        self.add_token("a refresh token", &actor.refresh_token);
    }

    /// All at once: the log is of all tests so far.
    fn found_in(&self, text: &str) -> BTreeSet<&'static str> {
        let secrets = self.0.iter().map(|(_, secret)| secret);
        let search =
            AhoCorasick::builder().ascii_case_insensitive(true).build(secrets).expect("a few secrets");
        search.find_overlapping_iter(text).map(|found| self.0[found.pattern()].0).collect()
    }
}

/// A whole story; gives what was secret in it and the codes that were typed.
async fn story(app: &TestApp) -> (Secrets, Vec<String>) {
    let (mut secrets, mut typed) = (Secrets::default(), Vec::new());
    let admin = app.admin().await;
    secrets.add("a password", ADMIN_PASSWORD);
    secrets.add_session(&admin);

    let mut ada = admin.create_user("ada", &["member"]).await;
    secrets.add("a password", &ada.password);
    let guess = "a guess that is wrong but close";
    secrets.add("a password", guess);
    let wrong = json!({"email": ada.email, "password": guess});
    ada.endpoint.post("/v1/auth/login", wrong).send().await.problem(401, "login_failed");
    ada.sign_in().await;
    secrets.add_session(&ada);

    let begun = ada.post("/v1/me/authenticators", json!({})).send().await.created();
    let phone = ada.scan(&begun);
    secrets.add("a setup key", &text(&begun["secret"]));
    secrets.add_bytes("a setup key", &phone.secret);
    let (id, code) = (text(&begun["id"]), phone.next_code());
    typed.extend([phone.wrong_code(), code.clone()]);
    ada.confirm(&id, &phone.wrong_code()).send().await.problem(422, "enrollment_code_rejected");
    let confirmed = ada.confirm(&id, &code).send().await.ok();
    ada.adopt(&confirmed);
    secrets.add_session(&ada);
    ada.recovery_codes = codes(&confirmed["recoveryCodes"]);
    ada.recovery_codes.iter().for_each(|code| secrets.add_recovery_code(code));
    (ada.phone, ada.authenticator) = (Some(phone), id);

    let challenge = ada.challenge().await;
    secrets.add_token("a challenge", &challenge);
    let guesses = [ada.phone().wrong_code(), ada.phone().next_code()];
    typed.extend(guesses.clone());
    ada.verify(&challenge, &guesses[0]).send().await.problem(401, "code_rejected");
    let verified = ada.verify(&challenge, &guesses[1]).send().await.ok();
    ada.adopt(&verified);
    secrets.add_session(&ada);
    ada.refresh().await;
    secrets.add_session(&ada);
    with_cookies(&ada, &mut secrets).await;

    let code = ada.phone().next_code();
    typed.push(code.clone());
    let fresh = ada.post("/v1/me/recovery-codes/regenerate", json!({"code": code})).send().await.ok();
    codes(&fresh["recoveryCodes"]).iter().for_each(|code| secrets.add_recovery_code(code));
    let new = "an entirely new set of words";
    secrets.add("a password", new);
    let changed = ada.post("/v1/me/password", json!({"current": ada.password, "new": new})).send().await.ok();
    ada.adopt(&changed);
    secrets.add_session(&ada);
    let code = ada.phone().next_code();
    typed.push(code.clone());
    ada.disable_call(new, &code).send().await.no_content();

    by_mail(app, &mut typed).await;
    followed_links(app, &mut secrets).await;
    told_by_webhook(app, &mut secrets).await;
    helped_out(app, &mut secrets).await;
    demanded_enrollment(app, &mut secrets).await;
    (secrets, typed)
}

/// Signs in by a recovery code in a browser, whose cookies are secrets, too.
async fn with_cookies(ada: &Actor, secrets: &mut Secrets) {
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let challenge = text(&login["challengeId"]);
    let verified = ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await;
    for cookie in [verified.set_cookie(), verified.browser_cookie()] {
        let (pair, _) = cookie.expect("a cookie");
        secrets.add_token("a cookie", pair.split_once('=').expect("a value").1);
    }
}

/// Signs in by a code that was mailed, and lets one more wait in the outbox.
async fn by_mail(app: &TestApp, typed: &mut Vec<String>) {
    let mia = app.mailed_member("mia").await;
    let challenge = mia.challenge().await;
    let code = mia.mailed_code(app, &challenge).await;
    mia.verify_mailed_code(&challenge, "00000000").send().await.problem(401, "code_rejected");
    mia.verify_mailed_code(&challenge, &code).send().await.ok();
    typed.extend([code, "00000000".to_owned()]);
}

/// Activates an account by a mailed link; that of somebody else waits in the outbox.
async fn followed_links(app: &TestApp, secrets: &mut Secrets) {
    let admin = app.admin().await;
    let ivy = admin.invite("ivy", &["member"]).await;
    let link = app.link_to(&ivy, "activate").await;
    secrets.add_token("a link", &link);
    secrets.add("a password", &ivy.password);
    ivy.activate_call(&link).send().await.ok();
    ivy.endpoint.post("/v1/auth/password/forgot", json!({"email": ivy.email})).send().await.expect(202);
    let link = app.link_to(&ivy, "reset-password").await;
    secrets.add_token("a link", &link);
    let new = "words that ivy has thought of since";
    secrets.add("a password", new);
    let reset = json!({"token": link, "password": new});
    ivy.endpoint.post("/v1/auth/password/reset", reset).send().await.no_content();
    admin.invite("waiting", &["member"]).await;
}

/// Makes a webhook, rotates its secret, and lets a delivery wait.
async fn told_by_webhook(app: &TestApp, secrets: &mut Secrets) {
    let admin = app.admin().await;
    let hook = Hook::of(&admin.hook_call("http://127.0.0.1:1/", &["webhook.*"]).send().await.created());
    let rotate = format!("{}/rotate-secret", hook.path);
    let rotated = Hook::of(&admin.post(&rotate, json!({})).send().await.ok());
    for secret in [hook.secret, rotated.secret] {
        secrets.add_bytes("a webhook's secret", &BASE64.decode(&secret.as_bytes()[6..]).expect("base64"));
    }
    app.deliver().await;
}

/// Comes in by a reset code and by a temporary pass, which are typed as an authenticator's code before.
async fn helped_out(app: &TestApp, secrets: &mut Secrets) {
    let mut carl = app.enrolled_member("carl").await;
    let admin = app.admin().await;
    for lost in [true, false] {
        let (what, code) = if lost {
            ("a reset code", admin.reset(&carl).await)
        } else {
            ("a temporary pass", admin.issue_pass(&carl).await)
        };
        secrets.add_spoken_code(what, &code);
        let challenge = carl.challenge().await;
        carl.verify(&challenge, &code).send().await.problem(422, "validation_failed");
        carl.enter_by(&code).await;
        secrets.add_token("an enrollment token", &carl.access);
        let (id, phone) = carl.begin().await;
        secrets.add_bytes("a setup key", &phone.secret);
        carl.confirm(&id, &phone.next_code()).send().await.ok();
    }
}

async fn demanded_enrollment(app: &TestApp, secrets: &mut Secrets) {
    let mut bob = app.user("bob", &["member"]).await;
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    bob.access = text(&bob.login().await.ok()["enrollmentToken"]);
    secrets.add_token("an enrollment token", &bob.access);
    let (_, phone) = bob.begin().await;
    secrets.add_bytes("a setup key", &phone.secret);
}

#[tokio::test]
async fn no_secret_of_a_story_is_in_the_database_or_the_log() {
    let collector = Receiver::start();
    let app = TestApp::start_with(|settings| {
        settings.otlp_endpoint = Some(collector.collector());
        settings.metrics_bind = Some(([127, 0, 0, 1], 0).into());
    });
    let (secrets, typed) = story(&app).await;
    let (dump, log) = (app.database.dump(), log::recorded());
    assert!(log.contains("/v1/auth/login"), "requests are logged");
    assert_eq!(secrets.found_in(&dump), BTreeSet::new(), "in the database");
    assert_eq!(secrets.found_in(&log), BTreeSet::new(), "in the log");
    background::export(&app.service()).await;
    let spans: Vec<String> = collector.take().iter().map(|batch| batch.json().to_string()).collect();
    let shown = spans.concat() + &app.scrape().await.0;
    assert!(shown.contains("POST /v1/auth/login"), "requests are traced");
    assert_eq!(secrets.found_in(&shown), BTreeSet::new(), "in traces and figures");
    // Six digits may be part of a number by chance, but not a word of their own.
    for code in typed {
        for text in [&dump, &log] {
            let quoted =
                [format!("\"{code}\""), format!("'{code}'"), format!("code={code}"), format!("code: {code}")];
            assert!(!quoted.iter().any(|form| text.contains(form)), "a code");
        }
    }
}

#[tokio::test]
async fn the_search_finds_what_is_there() {
    let mut secrets = Secrets::default();
    secrets.add_token("a token", &format!("nlc_{}", BASE64URL_NOPAD.encode(&[7; 48])));
    secrets.add_recovery_code("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01");
    for found in
        [HEXLOWER.encode(&[7; 32]), HEXLOWER.encode(&[7; 32]).to_uppercase(), format!("{:?}", [7; 32])]
    {
        assert_eq!(secrets.found_in(&format!("x{found}y")), BTreeSet::from(["a token"]));
    }
    assert_eq!(secrets.found_in("abcd-efgh-jkmn-pqrs-tvwx-yz01"), BTreeSet::from(["a recovery code"]));
    assert_eq!(secrets.found_in("ABCDEFGHJKMNPQRSTVWXYZ01"), BTreeSet::from(["a recovery code"]));
    assert_eq!(secrets.found_in("nothing"), BTreeSet::new());
}

#[test]
fn no_key_of_the_ring_is_in_the_database() {
    let database = Database::bootstrapped();
    let ring: Value = serde_json::from_str(&KEYRING.to_json()).unwrap();
    let mut secrets = Secrets::default();
    for sort in ["keys", "signingKeys"] {
        let secret = text(&ring[sort][0]["secret"]);
        secrets.add_bytes("a key", &BASE64.decode(secret.as_bytes()).unwrap());
    }
    assert_eq!(secrets.found_in(&database.dump()), BTreeSet::new());
}

#[tokio::test]
async fn a_disabled_factor_leaves_no_sealed_secret_behind() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let sealed = app.database.column("SELECT encode(sealed_secret, 'hex') FROM authenticators");
    assert!(app.database.dump().contains(&sealed[0]));
    ada.disable_call(&ada.password, &ada.phone().next_code()).send().await.no_content();
    assert!(!app.database.dump().contains(&sealed[0]));
}

#[tokio::test]
async fn a_secret_copied_onto_another_user_does_not_open() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    app.database.execute(&format!(
        "UPDATE authenticators SET sealed_secret = (SELECT sealed_secret FROM authenticators WHERE user_id = '{}') \
         WHERE user_id = '{}'",
        ada.id, bob.id
    ));
    let sessions = app.database.count("sessions");
    let challenge = bob.challenge().await;
    for code in [ada.phone().next_code(), bob.phone().code()] {
        bob.verify(&challenge, &code).send().await.problem(500, "internal");
    }
    assert_eq!(app.forgive(500), 2);
    assert_eq!(app.database.count("sessions"), sessions);
    ada.login().await.ok();
}

#[tokio::test]
async fn a_digest_copied_onto_another_user_opens_nothing() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    app.database.execute(&format!(
        "UPDATE recovery_codes AS b SET digest = a.digest FROM recovery_codes AS a \
         WHERE a.user_id = '{}' AND b.user_id = '{}' AND a.number = b.number",
        ada.id, bob.id
    ));
    let challenge = bob.challenge().await;
    bob.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.problem(401, "code_rejected");
}

#[tokio::test]
async fn a_pass_copied_onto_another_user_opens_nothing() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let (hers, his) = (admin.reset(&ada).await, admin.reset(&bob).await);
    app.database.execute(&format!(
        "UPDATE passes SET digest = (SELECT digest FROM passes WHERE user_id = '{}') WHERE user_id = '{}'",
        ada.id, bob.id
    ));
    let challenge = bob.challenge().await;
    for code in [&hers, &his] {
        bob.verify_pass(&challenge, code).send().await.problem(401, "code_rejected");
    }
    let challenge = ada.challenge().await;
    ada.verify_pass(&challenge, &hers).send().await.ok();
}

#[tokio::test]
async fn a_password_hash_copied_onto_another_database_does_not_open() {
    let app = TestApp::start();
    let hash = app.database.column("SELECT password_hash FROM users").remove(0);
    assert!(hash.starts_with("$2b$"), "{hash}");
    assert!(!bcrypt::verify(ADMIN_PASSWORD, &hash).unwrap(), "the pepper is missing");
}
