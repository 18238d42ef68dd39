//! The people who use the service, each with what they know and hold.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use nightlatch::clock::Clock;
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    answer::Answer,
    call::{Call, Endpoint},
    clock::TestClock,
    phone::Phone,
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
        self.recovery_codes = codes(&confirmed["recoveryCodes"]);
        (self.phone, self.authenticator) = (Some(phone), id);
    }

    pub async fn two_factor(&self) -> Value {
        self.get("/v1/me/two-factor").send().await.ok()
    }

    pub fn disable_call(&self, password: &str, code: &str) -> Call {
        self.post("/v1/me/two-factor/disable", json!({"password": password, "code": code}))
    }

    // Administration.

    /// Creates a user, who is signed out.
    pub async fn create_user(&self, name: &str, roles: &[&str]) -> Self {
        let (email, password) = (format!("{name}@lock.example"), format!("{name}'s very own secret words"));
        let body = json!({"email": email, "displayName": name, "roles": roles, "password": password});
        let created = self.post("/v1/users", body).send().await.created();
        let user = Self::new(self.endpoint.clone(), Arc::clone(&self.clock), &email, &password);
        Self { id: text(&created["id"]), ..user }
    }

    /// Invites a user, who has not got the password yet that they are going to choose.
    pub async fn invite(&self, name: &str, roles: &[&str]) -> Self {
        let (email, password) = (format!("{name}@lock.example"), format!("{name}'s very own secret words"));
        let invited = self.post("/v1/users", json!({"email": email, "roles": roles})).send().await.created();
        let user = Self::new(self.endpoint.clone(), Arc::clone(&self.clock), &email, &password);
        Self { id: text(&invited["id"]), ..user }
    }

    /// Follows an invitation.
    pub fn activate_call(&self, token: &str) -> Call {
        let body = json!({"token": token, "password": self.password, "displayName": "Their Own Name"});
        self.endpoint.post("/v1/auth/activate", body)
    }

    /// A user as administrators see one.
    pub async fn look_at(&self, user: &Self) -> Value {
        self.get(&format!("/v1/users/{}", user.id)).send().await.ok()
    }

    pub fn change_call(&self, user: &Self, changes: Value) -> Call {
        self.patch(&format!("/v1/users/{}", user.id), changes)
    }

    /// Changes a user's roles or suspension.
    pub async fn change(&self, user: &Self, changes: Value) -> Value {
        self.change_call(user, changes).send().await.ok()
    }

    pub fn end_sessions_call(&self, user: &Self) -> Call {
        self.delete(&format!("/v1/users/{}/sessions", user.id))
    }

    pub fn reset_call(&self, user: &Self) -> Call {
        let path = format!("/v1/users/{}/two-factor/reset", user.id);
        self.post(&path, json!({"identityCheck": "call", "reason": "The phone is lost"}))
    }

    /// Resets a user's second factor; gives the code that is read out to them.
    pub async fn reset(&self, user: &Self) -> String {
        text(&self.reset_call(user).send().await.ok()["code"])
    }

    pub fn pass_call(&self, user: &Self, minutes: u32) -> Call {
        let path = format!("/v1/users/{}/temporary-pass", user.id);
        self.post(&path, json!({"minutes": minutes, "reason": "The phone is at home"}))
    }

    /// Issues a temporary pass for an hour.
    pub async fn issue_pass(&self, user: &Self) -> String {
        text(&self.pass_call(user, 60).send().await.created()["code"])
    }

    /// The policy document without what the service adds, and its entity tag.
    pub async fn policy(&self) -> (Value, String) {
        let answer = self.get("/v1/policy").send().await;
        let mut policy = answer.ok();
        let fields = policy.as_object_mut().expect("a document");
        fields.remove("version");
        fields.remove("updatedAt");
        (policy, answer.header("etag").expect("an entity tag").to_owned())
    }

    /// What a policy would do now.
    pub async fn preview(&self, policy: Value) -> Value {
        self.post("/v1/policy/preview", json!({"policy": policy})).send().await.ok()
    }

    /// The policy of a preset, which begins now.
    pub async fn preset(&self, id: &str) -> Value {
        let presets = self.get("/v1/policy/presets").send().await.ok();
        let found = presets["items"].as_array().expect("a list").iter().find(|preset| preset["id"] == id);
        found.expect("a preset of that name")["policy"].clone()
    }

    /// Puts a preset in the place of the policy; gives its policy.
    pub async fn choose_preset(&self, id: &str) -> Value {
        let (policy, tag) = (self.preset(id).await, self.policy().await.1);
        self.put_policy_call(policy.clone(), &tag).send().await.ok();
        policy
    }

    pub async fn effective_policy(&self, user: &Self) -> Value {
        self.get(&format!("/v1/users/{}/effective-policy", user.id)).send().await.ok()
    }

    /// Requires a factor from now on, of whom this phase concerns and with so much grace; gives when it begins.
    pub async fn require(&self, target: Value, grace_days: i64, rules: Value) -> DateTime<Utc> {
        let starts_at = self.clock.now();
        let mut changes = json!({"mode": "required", "phases": [phase(target, starts_at, grace_days)]});
        for (field, value) in rules.as_object().expect("an object") {
            changes[field] = value.clone();
        }
        self.change_policy(changes).await;
        starts_at
    }

    /// So many days from now.
    pub fn deadline_in(&self, days: i64) -> DateTime<Utc> {
        self.clock.now() + TimeDelta::days(days)
    }

    pub fn deadline_call(&self, user: &Self, deadline: DateTime<Utc>) -> Call {
        let body = json!({"deadline": deadline, "reason": "On leave until then"});
        self.put(&format!("/v1/users/{}/deadline", user.id), body)
    }

    /// Gives a user time until then.
    pub async fn set_deadline(&self, user: &Self, deadline: DateTime<Utc>) -> Value {
        self.deadline_call(user, deadline).send().await.ok()
    }

    pub fn put_policy_call(&self, policy: Value, tag: &str) -> Call {
        self.put("/v1/policy", policy).header("if-match", tag)
    }

    /// Changes these fields of the policy.
    pub async fn change_policy(&self, changes: Value) {
        let (mut policy, tag) = self.policy().await;
        for (field, value) in changes.as_object().expect("an object") {
            policy[field] = value.clone();
        }
        self.put_policy_call(policy, &tag).send().await.ok();
    }
}

/// A phase for `{"everyone": true}` or `{"role": …}`.
pub fn phase(target: Value, starts_at: DateTime<Utc>, grace_days: i64) -> Value {
    let mut phase = target;
    phase["startsAt"] = json!(starts_at);
    phase["graceDays"] = json!(grace_days);
    phase
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
