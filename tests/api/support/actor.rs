//! The people who use the service, each with what they know and hold.

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    answer::Answer,
    app::TestApp,
    call::{Call, Endpoint},
    clock::TestClock,
    mailbox,
    phone::Phone,
    security_key::SecurityKey,
};

/// A user with their password, tokens, phone and printed recovery codes.
#[derive(Clone)]
pub struct Actor {
    pub endpoint: Endpoint,
    pub clock: Arc<TestClock>,
    pub email: String,
    pub password: String,
    /// Known after the first sign-in.
    pub id: String,
    pub access: String,
    pub refresh_token: String,
    pub phone: Option<Phone>,
    /// Id of the authenticator on that phone.
    pub authenticator: String,
    pub recovery_codes: Vec<String>,
    /// The security key that is their passkey.
    pub key: Option<SecurityKey>,
    /// The organization that they name in their requests, if any.
    pub acting_in: Option<String>,
}

impl Actor {
    pub fn new(endpoint: Endpoint, clock: Arc<TestClock>, email: &str, password: &str) -> Self {
        Self {
            endpoint,
            clock,
            email: email.to_owned(),
            password: password.to_owned(),
            id: String::new(),
            access: String::new(),
            refresh_token: String::new(),
            phone: None,
            authenticator: String::new(),
            recovery_codes: Vec::new(),
            key: None,
            acting_in: None,
        }
    }

    /// The same person in front of another server.
    pub fn at(&self, endpoint: &Endpoint) -> Self {
        Self { endpoint: endpoint.clone(), ..self.clone() }
    }

    /// The same person, who acts in that organization.
    pub fn acting_in(&self, organization: &str) -> Self {
        Self { acting_in: Some(organization.to_owned()), ..self.clone() }
    }

    pub fn phone(&self) -> &Phone {
        self.phone.as_ref().expect("this actor has a phone")
    }

    // Requests in the actor's session.

    pub fn get(&self, path: &str) -> Call {
        self.sign(self.endpoint.get(path))
    }

    pub fn delete(&self, path: &str) -> Call {
        self.sign(self.endpoint.call(Method::DELETE, path))
    }

    pub fn post(&self, path: &str, body: Value) -> Call {
        self.sign(self.endpoint.post(path, body))
    }

    pub fn put(&self, path: &str, body: Value) -> Call {
        self.sign(self.endpoint.call(Method::PUT, path).json(body))
    }

    pub fn patch(&self, path: &str, body: Value) -> Call {
        self.sign(self.endpoint.call(Method::PATCH, path).json(body))
    }

    /// A call in the actor's session and in the organization in which they act.
    pub fn sign(&self, call: Call) -> Call {
        let call = call.bearer(&self.access);
        match &self.acting_in {
            Some(organization) => call.header("nightlatch-organization", organization),
            None => call,
        }
    }

    // Sign-in.

    pub async fn login(&self) -> Answer {
        self.login_call().send().await
    }

    pub fn login_call(&self) -> Call {
        self.endpoint.post("/v1/auth/login", json!({"email": self.email, "password": self.password}))
    }

    /// Signs in, with the phone's next code where one is asked for.
    pub async fn sign_in(&mut self) {
        let login = self.login().await.ok();
        if login["status"] == "signedIn" {
            return self.adopt(&login);
        }
        let challenge = text(&login["challengeId"]);
        let code = self.phone().next_code();
        let verified = self.verify(&challenge, &code).send().await.ok();
        self.adopt(&verified);
    }

    /// Opens a challenge by password; gives its id.
    pub async fn challenge(&self) -> String {
        text(&self.login().await.ok()["challengeId"])
    }

    /// Opens so many challenges.
    pub async fn challenges(&self, count: usize) -> Vec<String> {
        let mut opened = Vec::with_capacity(count);
        for _ in 0..count {
            opened.push(self.challenge().await);
        }
        opened
    }

    pub fn verify(&self, challenge: &str, code: &str) -> Call {
        self.answer(challenge, "totp", code)
    }

    pub fn verify_recovery_code(&self, challenge: &str, code: &str) -> Call {
        self.answer(challenge, "recoveryCode", code)
    }

    pub fn send_code_call(&self, challenge: &str) -> Call {
        self.endpoint.post(&format!("/v1/auth/challenges/{challenge}/email"), json!({}))
    }

    /// Lets a code be mailed for a challenge, and reads it.
    pub async fn mailed_code(&self, app: &TestApp, challenge: &str) -> String {
        app.mail_to(&self.email).await;
        self.send_code_call(challenge).send().await.expect(202);
        mailbox::code(&app.mail_to(&self.email).await.only())
    }

    pub fn verify_mailed_code(&self, challenge: &str, code: &str) -> Call {
        self.answer(challenge, "email", code)
    }

    /// Signs in by password and mailed code.
    pub async fn sign_in_by_mail(&mut self, app: &TestApp) {
        let challenge = self.challenge().await;
        let code = self.mailed_code(app, &challenge).await;
        let verified = self.verify_mailed_code(&challenge, &code).send().await.ok();
        self.adopt(&verified);
    }

    pub fn email_codes_call(&self, enabled: bool) -> Call {
        self.put("/v1/me/email-verification", json!({"enabled": enabled}))
    }

    /// With a temporary pass or a reset code.
    pub fn verify_pass(&self, challenge: &str, code: &str) -> Call {
        self.answer(challenge, "temporaryPass", code)
    }

    pub fn answer(&self, challenge: &str, method: &str, code: &str) -> Call {
        let path = format!("/v1/auth/challenges/{challenge}/verify");
        self.endpoint.post(&path, json!({"method": method, "code": code}))
    }

    /// Answers a fresh challenge with a wrong code.
    pub async fn fail_a_challenge(&self) -> Answer {
        let challenge = self.challenge().await;
        self.verify(&challenge, &self.phone().wrong_code()).send().await
    }

    /// Answers a fresh challenge with a temporary pass or a reset code: the bearer is the permission to enroll.
    pub async fn enter_by(&mut self, code: &str) {
        let challenge = self.challenge().await;
        let entered = self.verify_pass(&challenge, code).send().await.ok();
        self.access = text(&entered["enrollmentToken"]);
    }

    /// Takes over the tokens of an answer with a `session`.
    pub fn adopt(&mut self, answer: &Value) {
        let session = &answer["session"];
        self.access = text(&session["accessToken"]);
        self.refresh_token = session["refreshToken"].as_str().unwrap_or_default().to_owned();
        self.id = text(&session["user"]["id"]);
    }

    /// Signs in completely in a browser of its own; gives the cookie that it is recognized by.
    pub async fn sign_in_browser(&self) -> String {
        let body = json!({"email": self.email, "password": self.password, "cookie": true});
        let mut answer = self.endpoint.post("/v1/auth/login", body).send().await;
        if let Some(phone) = &self.phone {
            assert_eq!(answer.browser_cookie(), None, "not after a password alone");
            let challenge = text(&answer.ok()["challengeId"]);
            answer = self.verify(&challenge, &phone.next_code()).send().await;
        }
        answer.ok();
        answer.browser_cookie().expect("a recognized browser").0
    }

    /// Opens all that can be open before a factor is proved again: a session elsewhere, a recognized browser, the own
    /// session, and two challenges. Gives the person elsewhere and the challenges, of a login and of a step-up.
    pub async fn open_everything(&mut self) -> (Self, [String; 2]) {
        let mut elsewhere = self.clone();
        elsewhere.sign_in().await;
        self.sign_in_browser().await;
        self.sign_in().await;
        let challenges = [self.challenge().await, self.step_up_challenge().await];
        (elsewhere, challenges)
    }

    pub fn refresh_call(&self) -> Call {
        self.endpoint.post("/v1/auth/refresh", json!({"refreshToken": self.refresh_token}))
    }

    pub async fn refresh(&mut self) {
        let refreshed = self.refresh_call().send().await.ok();
        self.adopt(&refreshed);
    }

    /// Proves the second factor afresh inside the session.
    pub async fn step_up(&mut self) {
        let challenge = self.step_up_challenge().await;
        let code = self.phone().next_code();
        let verified = self.verify(&challenge, &code).send().await.ok();
        self.adopt(&verified);
    }

    pub async fn step_up_challenge(&self) -> String {
        text(&self.post("/v1/auth/step-up", json!({})).send().await.ok()["challengeId"])
    }

    /// Whether the access token is good for anything.
    pub async fn is_signed_in(&self) -> bool {
        let answer = self.get("/v1/me").send().await;
        if answer.status != 200 {
            answer.problem(401, "unauthenticated");
        }
        answer.status == 200
    }

    // The second factor.

    /// Begins an enrollment; gives its id and the phone that scanned it.
    pub async fn begin(&self) -> (String, Phone) {
        let begun = self.post("/v1/me/authenticators", json!({})).send().await.created();
        (text(&begun["id"]), self.scan(&begun))
    }

    pub fn scan(&self, begun: &Value) -> Phone {
        Phone::scan(begun["otpauthUri"].as_str().expect("a URI"), Arc::clone(&self.clock))
    }

    pub fn confirm(&self, id: &str, code: &str) -> Call {
        self.post(&format!("/v1/me/authenticators/{id}/confirm"), json!({"code": code}))
    }

    /// Enrolls an authenticator with the phone's next code and keeps what the answer gives.
    pub async fn enroll(&mut self) {
        let (id, phone) = self.begin().await;
        let confirmed = self.confirm(&id, &phone.next_code()).send().await.ok();
        self.adopt(&confirmed);
        if !confirmed["recoveryCodes"].is_null() {
            self.recovery_codes = codes(&confirmed["recoveryCodes"]);
        }
        (self.phone, self.authenticator) = (Some(phone), id);
    }

    /// Enrolls one more authenticator; gives its id and its phone.
    pub async fn add_authenticator(&mut self, name: &str) -> (String, Phone) {
        let begun = self.post("/v1/me/authenticators", json!({"name": name})).send().await.created();
        let (id, phone) = (text(&begun["id"]), self.scan(&begun));
        let confirmed = self.confirm(&id, &phone.next_code()).send().await.ok();
        self.adopt(&confirmed);
        (id, phone)
    }

    pub fn remove_call(&self, authenticator: &str) -> Call {
        self.delete(&format!("/v1/me/authenticators/{authenticator}"))
    }

    pub async fn two_factor(&self) -> Value {
        self.get("/v1/me/two-factor").send().await.ok()
    }

    pub fn disable_call(&self, password: &str, code: &str) -> Call {
        self.post("/v1/me/two-factor/disable", json!({"password": password, "code": code}))
    }
}

/// The string in a JSON value.
#[track_caller]
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a string, not {value}")).to_owned()
}

/// The codes of a numbered list.
#[track_caller]
pub fn codes(list: &Value) -> Vec<String> {
    let items = list.as_array().unwrap_or_else(|| panic!("a list, not {list}"));
    for (index, item) in items.iter().enumerate() {
        assert_eq!(item["number"], index + 1, "numbered from one");
    }
    items.iter().map(|item| text(&item["code"])).collect()
}

/// The claims of an access token, unchecked: the service checks them.
#[track_caller]
pub fn claims(token: &str) -> Value {
    jwt_part(token, 1)
}

/// The header (0) or the claims (1) of a JWT.
#[track_caller]
pub fn jwt_part(token: &str, index: usize) -> Value {
    let part = token.split('.').nth(index).expect("a JWT");
    let json = BASE64URL_NOPAD.decode(part.as_bytes()).expect("base64url without padding");
    serde_json::from_slice(&json).expect("JSON")
}
