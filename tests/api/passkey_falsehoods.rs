//! What authenticators and browsers may say that is not so: all of it is refused, changes nothing, is told to the log, and uses the
//! question up. The soft authenticator of others says it; a key of our own says what that one cannot.

use serde_json::{Value, json};

use crate::support::{
    actor::Actor,
    app::TestApp,
    call::Call,
    passkeys::{ask_to_sign_in, log_in_by, passkey_login_call},
    security_key::{BACKED_UP, BACKUP_ELIGIBLE, SecurityKey, encoded},
    soft_authenticator::{Handed, SoftAuthenticator},
};

/// Where passkeys are shown, and how a false one is refused there.
struct Surface {
    status: u16,
    code: &'static str,
    event: &'static str,
}

const ENROLLMENT: Surface = Surface { status: 422, code: "passkey_rejected", event: "passkey.rejected" };
const CHALLENGE: Surface = Surface { status: 401, code: "code_rejected", event: "code.rejected" };
const SIGN_IN: Surface = Surface { status: 401, code: "login_failed", event: "login.failed" };

impl Surface {
    /// Asserts that nothing comes of a call but one line in the log.
    async fn refuses(&self, app: &TestApp, call: Call, reason: &str, lie: &str) -> Value {
        let (before, mut told) = (standing(app), app.refusals(self.event));
        let answer = call.send().await;
        assert_eq!(answer.status, self.status, "{lie}: {}", answer.text());
        told.push(reason.to_owned());
        told.sort();
        assert_eq!(app.refusals(self.event), told, "{lie}");
        assert_eq!(standing(app), before, "{lie}");
        answer.problem(self.status, self.code)
    }
}

/// All that a passkey can change.
fn standing(app: &TestApp) -> Vec<String> {
    app.database.column(
        "SELECT concat_ws(' ', id, counter, last_used_at) FROM passkeys \
         UNION ALL SELECT concat_ws(' ', id, epoch, factor_enrolled_at) FROM users \
         UNION ALL SELECT concat_ws(' ', id, ended_at) FROM sessions ORDER BY 1",
    )
}

type Lie = (&'static str, fn(&mut Handed), &'static str);

/// What is false, how it comes about, and how it is told in the log.
const LIES: [Lie; 8] = [
    ("another site", |browser| says_origin(browser, "https://login.lock.example.evil.test"), "wrongOrigin"),
    ("a subdomain", |browser| says_origin(browser, "https://evil.login.lock.example"), "wrongOrigin"),
    ("another port", |browser| says_origin(browser, "https://login.lock.example:8443"), "wrongOrigin"),
    ("without TLS", |browser| says_origin(browser, "http://login.lock.example"), "wrongOrigin"),
    ("in a frame of another site", |browser| browser.client_data["crossOrigin"] = json!(true), "wrongOrigin"),
    ("the domain above", |browser| asks_for_site(browser, "lock.example"), "wrongRelyingParty"),
    ("another site's id", |browser| asks_for_site(browser, "evil.test"), "wrongRelyingParty"),
    (
        "another challenge",
        |browser| browser.client_data["challenge"] = json!(encoded(&[7; 32])),
        "wrongChallenge",
    ),
];

fn says_origin(browser: &mut Handed, origin: &str) {
    browser.client_data["origin"] = json!(origin);
}

/// In the place of both questions.
fn asks_for_site(browser: &mut Handed, id: &str) {
    browser.options["rp"]["id"] = json!(id);
    browser.options["rpId"] = json!(id);
}

const OF_A_SIGNATURE: Lie =
    ("a signature's type", |browser| browser.client_data["type"] = json!("webauthn.get"), "wrongType");
const OF_AN_ENROLLMENT: Lie =
    ("an enrollment's type", |browser| browser.client_data["type"] = json!("webauthn.create"), "wrongType");

#[tokio::test]
async fn no_lie_enrolls_a_passkey() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    for (lie, tell, reason) in LIES.into_iter().chain([OF_A_SIGNATURE]) {
        let (options, mut authenticator) = (ada.creation_options().await, SoftAuthenticator::new());
        let credential = authenticator.create_handed(&options, tell);
        ENROLLMENT.refuses(&app, ada.enroll_passkey_call(&credential), reason, lie).await;
        let honest = authenticator.create(&options);
        ENROLLMENT.refuses(&app, ada.enroll_passkey_call(&honest), "noCeremony", lie).await;
    }
}

#[tokio::test]
async fn no_lie_answers_a_challenge() {
    let app = TestApp::start();
    let (ada, mut authenticator) = app.soft_member("ada").await;
    for (lie, tell, reason) in LIES.into_iter().chain([OF_AN_ENROLLMENT]) {
        let challenge = ada.challenge().await;
        let options = ada.assertion_options(&challenge).await;
        let answer = |assertion: &Value| ada.verify_passkey(&challenge, assertion);
        let signed = authenticator.sign_handed(&options, tell);
        let refused = CHALLENGE.refuses(&app, answer(&signed), reason, lie).await;
        assert_eq!(refused["attemptsRemaining"], 4, "{lie}");
        let honest = authenticator.sign(&options);
        let refused = CHALLENGE.refuses(&app, answer(&honest), "noCeremony", lie).await;
        assert_eq!(refused["attemptsRemaining"], 3, "{lie}");
    }
}

#[tokio::test]
async fn no_lie_signs_in_alone() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let (ada, mut authenticator) = app.soft_member("ada").await;
    let endpoint = app.endpoint();
    let unverified: Lie = (
        "nobody verified",
        |browser| browser.options["userVerification"] = json!("preferred"),
        "userNotVerified",
    );
    for (lie, tell, reason) in LIES.into_iter().chain([OF_AN_ENROLLMENT, unverified]) {
        let (ceremony, options) = ask_to_sign_in(&endpoint, Some(&ada.email)).await;
        let answer = |assertion: &Value| passkey_login_call(&endpoint, &ceremony, assertion);
        let signed = authenticator.sign_handed(&options, tell);
        SIGN_IN.refuses(&app, answer(&signed), reason, lie).await;
        let honest = authenticator.sign(&options);
        SIGN_IN.refuses(&app, answer(&honest), "noCeremony", lie).await;
    }
}

#[tokio::test]
async fn an_answer_that_was_right_is_right_once() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let (mut ada, mut authenticator) = (app.member("ada").await, SoftAuthenticator::new());
    let credential = authenticator.create(&ada.creation_options().await);
    ada.enroll_credential(&credential).await;
    ENROLLMENT.refuses(&app, ada.enroll_passkey_call(&credential), "noCeremony", "enrolled").await;

    let challenge = ada.challenge().await;
    let signed = authenticator.sign(&ada.assertion_options(&challenge).await);
    ada.verify_passkey(&challenge, &signed).send().await.ok();
    ada.verify_passkey(&challenge, &signed).send().await.problem(410, "challenge_expired");
    let next = ada.challenge().await;
    CHALLENGE.refuses(&app, ada.verify_passkey(&next, &signed), "noCeremony", "nothing asked").await;
    ada.assertion_options(&next).await;
    CHALLENGE.refuses(&app, ada.verify_passkey(&next, &signed), "wrongChallenge", "asked anew").await;

    let asked = ada.post("/v1/me/passkeys/assertion-options", json!({})).send().await.ok();
    let proof = json!({"assertion": authenticator.sign(&asked["publicKey"])});
    let regenerate = || ada.post("/v1/me/recovery-codes/regenerate", proof.clone());
    regenerate().send().await.ok();
    CHALLENGE.refuses(&app, regenerate(), "noCeremony", "in a session").await;

    let (ceremony, options) = ask_to_sign_in(&app.endpoint(), Some(&ada.email)).await;
    let signed = authenticator.sign(&options);
    let sign_in = || passkey_login_call(&ada.endpoint, &ceremony, &signed);
    sign_in().send().await.ok();
    SIGN_IN.refuses(&app, sign_in(), "noCeremony", "signed in").await;
}

#[tokio::test]
async fn a_question_is_answered_by_whom_it_was_asked_of() {
    let app = TestApp::start();
    let (ada, mut hers) = app.soft_member("ada").await;
    let (bob, _) = app.soft_member("bob").await;
    let (asked_of_ada, _) = (ada.creation_options().await, bob.creation_options().await);
    let credential = SoftAuthenticator::new().create(&asked_of_ada);
    ENROLLMENT.refuses(&app, bob.enroll_passkey_call(&credential), "wrongChallenge", "enrolls").await;

    let (of_ada, of_bob) = (ada.challenge().await, bob.challenge().await);
    let (asked_of_ada, asked_of_bob) =
        (ada.assertion_options(&of_ada).await, bob.assertion_options(&of_bob).await);
    let signed = hers.sign(&asked_of_ada);
    CHALLENGE.refuses(&app, bob.verify_passkey(&of_bob, &signed), "unknownCredential", "his question").await;
    let signed_for_bob = hers.sign(&asked_of_bob);
    CHALLENGE.refuses(&app, ada.verify_passkey(&of_ada, &signed_for_bob), "wrongChallenge", "his").await;

    // Neither does one question's answer do for another, nor a question inside the session for one at sign-in.
    let (first, second) = (ada.challenge().await, ada.challenge().await);
    let (asked_first, _) = (ada.assertion_options(&first).await, ada.assertion_options(&second).await);
    let signed = hers.sign(&asked_first);
    CHALLENGE.refuses(&app, ada.verify_passkey(&second, &signed), "wrongChallenge", "the first one's").await;
    let asked = ada.post("/v1/me/passkeys/assertion-options", json!({})).send().await.ok();
    let signed = hers.sign(&asked["publicKey"]);
    CHALLENGE.refuses(&app, ada.verify_passkey(&first, &signed), "wrongChallenge", "the session's").await;
}

#[tokio::test]
async fn nobody_answers_as_another() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let (ada, mut hers) = app.soft_member("ada").await;
    let (bob, mut his) = app.soft_member("bob").await;
    let (endpoint, of_bob) = (app.endpoint(), json!(encoded(&handle_of(&app, &bob))));

    let challenge = ada.challenge().await;
    let mut signed = hers.sign(&ada.assertion_options(&challenge).await);
    signed["response"]["userHandle"] = of_bob.clone();
    CHALLENGE.refuses(&app, ada.verify_passkey(&challenge, &signed), "wrongUserHandle", "his handle").await;
    let mut forged = his.sign(&ada.assertion_options(&challenge).await);
    for id in ["id", "rawId"] {
        forged[id] = signed[id].clone();
    }
    CHALLENGE.refuses(&app, ada.verify_passkey(&challenge, &forged), "wrongSignature", "his signature").await;

    let (ceremony, options) = ask_to_sign_in(&endpoint, Some(&ada.email)).await;
    let mut signed = hers.sign(&options);
    signed["response"]["userHandle"] = of_bob.clone();
    let call = passkey_login_call(&endpoint, &ceremony, &signed);
    SIGN_IN.refuses(&app, call, "wrongUserHandle", "beside her address").await;
    // Another's handle leads to another's credentials, among which this one is not.
    let (ceremony, options) = ask_to_sign_in(&endpoint, None).await;
    let mut signed = hers.sign(&options);
    signed["response"]["userHandle"] = of_bob;
    let call = passkey_login_call(&endpoint, &ceremony, &signed);
    SIGN_IN.refuses(&app, call, "unknownCredential", "beside no address").await;
    for nobody in [json!(encoded(&[7; 32])), json!(encoded(b"ada")), json!("")] {
        let (ceremony, options) = ask_to_sign_in(&endpoint, None).await;
        let mut signed = hers.sign(&options);
        signed["response"]["userHandle"] = nobody;
        let call = passkey_login_call(&endpoint, &ceremony, &signed);
        SIGN_IN.refuses(&app, call, "unknownUser", "nobody's handle").await;
    }
}

fn handle_of(app: &TestApp, user: &Actor) -> Vec<u8> {
    let organization = app.database.column(&format!("SELECT org_id FROM users WHERE id = '{}'", user.id));
    let bytes = |id: &str| uuid::Uuid::parse_str(id).expect("an id").into_bytes();
    [bytes(&organization[0]), bytes(&user.id)].concat()
}

#[tokio::test]
async fn a_counter_that_does_not_rise_is_refused_and_raises_an_alarm() {
    let app = TestApp::start();
    let (ada, mut authenticator) = app.soft_member("ada").await;
    let (first, second) = (ada.challenge().await, ada.challenge().await);
    let older = authenticator.sign(&ada.assertion_options(&first).await);
    let newer = authenticator.sign(&ada.assertion_options(&second).await);
    ada.verify_passkey(&second, &newer).send().await.ok();
    CHALLENGE.refuses(&app, ada.verify_passkey(&first, &older), "counterNotRisen", "lower").await;
    assert_eq!(app.database.count("audit_events WHERE action = 'passkey.clone_suspected'"), 1);

    let (mut bob, mut key) = app.passkey_member("bob").await;
    let mut copy = key.clone();
    key.counter = 41;
    bob.sign_in_with(&mut key).await;
    for (counter, lie) in [(41, "one less than the same"), (42, "the same"), (0, "none")] {
        copy.counter = counter;
        let challenge = bob.challenge().await;
        let signed = copy.sign_uncounted(&bob.assertion_options(&challenge).await);
        CHALLENGE.refuses(&app, bob.verify_passkey(&challenge, &signed), "counterNotRisen", lie).await;
    }
    assert_eq!(app.database.count("audit_events WHERE action = 'passkey.clone_suspected'"), 4);
    // Its owner is told, not each time of many.
    for counter in [1, 2, 3] {
        copy.counter = counter;
        let challenge = bob.challenge().await;
        let signed = copy.sign_uncounted(&bob.assertion_options(&challenge).await);
        CHALLENGE.refuses(&app, bob.verify_passkey(&challenge, &signed), "counterNotRisen", "older").await;
    }
    let told = app.mail_to(&bob.email).await.0;
    let told: Vec<_> =
        told.iter().filter(|mail| mail.subject == "A passkey of yours may have been copied").collect();
    assert_eq!(told.len(), 3, "in a quarter of an hour");
    assert!(
        told[0].text.contains("/not-me#token=") && told[0].text.contains("/security"),
        "{}",
        told[0].text
    );
    bob.sign_in_with(&mut key).await;
}

#[tokio::test]
async fn an_authenticator_that_counts_nothing_works_on() {
    let app = TestApp::start();
    let (ada, key) = app.passkey_member("ada").await;
    for _ in 0..2 {
        let challenge = ada.challenge().await;
        let options = ada.assertion_options(&challenge).await;
        ada.verify_passkey(&challenge, &key.sign_uncounted(&options)).send().await.ok();
    }
}

#[tokio::test]
async fn an_authenticator_that_asked_for_a_pin_goes_on_asking() {
    let app = TestApp::start();
    let (mut ada, mut authenticator) = (app.member("ada").await, SoftAuthenticator::new());
    let verifying = |browser: &mut Handed| {
        browser.options["userVerification"] = json!("required");
        browser.options["authenticatorSelection"]["userVerification"] = json!("required");
    };
    let credential = authenticator.create_handed(&ada.creation_options().await, verifying);
    ada.enroll_credential(&credential).await;
    let challenge = ada.challenge().await;
    let signed = authenticator.sign(&ada.assertion_options(&challenge).await);
    CHALLENGE.refuses(&app, ada.verify_passkey(&challenge, &signed), "userNotVerified", "no PIN").await;
    let signed = authenticator.sign_handed(&ada.assertion_options(&challenge).await, verifying);
    ada.verify_passkey(&challenge, &signed).send().await.ok();
}

#[tokio::test]
async fn a_key_that_nobody_touched_is_refused() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let (ada, key) = app.passkey_member("ada").await;
    let untouched = |key: SecurityKey| SecurityKey { user_present: false, ..key };
    let credential = untouched(SecurityKey::new()).create(&ada.creation_options().await);
    ENROLLMENT.refuses(&app, ada.enroll_passkey_call(&credential), "userNotPresent", "enrolls").await;
    let (challenge, mut key) = (ada.challenge().await, untouched(key));
    let signed = key.sign(&ada.assertion_options(&challenge).await);
    CHALLENGE.refuses(&app, ada.verify_passkey(&challenge, &signed), "userNotPresent", "answers").await;
    log_in_by(&app.endpoint(), &mut key).await.problem(401, "login_failed");
    assert_eq!(app.refusals("login.failed"), ["userNotPresent"]);
}

#[tokio::test]
async fn a_key_that_was_never_to_be_copied_is_refused_as_a_copy() {
    let app = TestApp::start();
    let (ada, key) = app.passkey_member("ada").await;
    for (backup, lie) in [(BACKED_UP, "copied"), (BACKUP_ELIGIBLE, "may be copied by now")] {
        let mut copy = SecurityKey { backup, ..key.clone() };
        let challenge = ada.challenge().await;
        let signed = copy.sign(&ada.assertion_options(&challenge).await);
        let call = ada.verify_passkey(&challenge, &signed);
        CHALLENGE.refuses(&app, call, "backupStateInconsistent", lie).await;
    }
}

#[tokio::test]
async fn a_credential_that_somebody_has_is_not_enrolled_again() {
    let app = TestApp::start();
    let (ada, key) = app.passkey_member("ada").await;
    let bob = app.member("bob").await;
    for actor in [&ada, &bob] {
        let mut copy = SecurityKey { counter: 0, ..key.clone() };
        let credential = copy.create(&actor.creation_options().await);
        ENROLLMENT.refuses(&app, actor.enroll_passkey_call(&credential), "alreadyEnrolled", "a copy").await;
    }
}
