//! What people do with passkeys.

use serde_json::{Value, json};

use super::{
    actor::{Actor, codes, text},
    answer::Answer,
    app::TestApp,
    call::{Call, Endpoint},
    security_key::SecurityKey,
    soft_authenticator::SoftAuthenticator,
};

impl Actor {
    /// What a new passkey is asked to be.
    pub async fn creation_options(&self) -> Value {
        self.post("/v1/me/passkeys/options", json!({})).send().await.ok()["publicKey"].clone()
    }

    pub fn enroll_passkey_call(&self, credential: &Value) -> Call {
        self.post("/v1/me/passkeys", json!({"name": "Key ring", "credential": credential}))
    }

    /// Enrolls a passkey and keeps what the answer gives; gives its id.
    pub async fn enroll_passkey(&mut self, key: &mut SecurityKey) -> String {
        let credential = key.create(&self.creation_options().await);
        self.enroll_credential(&credential).await
    }

    /// The same with what an authenticator has made.
    pub async fn enroll_credential(&mut self, credential: &Value) -> String {
        let enrolled = self.enroll_passkey_call(credential).send().await.created();
        self.adopt(&enrolled);
        if !enrolled["recoveryCodes"].is_null() {
            self.recovery_codes = codes(&enrolled["recoveryCodes"]);
        }
        text(&enrolled["passkey"]["id"])
    }

    /// What a passkey is asked to sign as the answer to a challenge.
    pub async fn assertion_options(&self, challenge: &str) -> Value {
        let path = format!("/v1/auth/challenges/{challenge}/passkey");
        self.endpoint.post(&path, json!({})).send().await.ok()["publicKey"].clone()
    }

    pub fn verify_passkey(&self, challenge: &str, assertion: &Value) -> Call {
        let path = format!("/v1/auth/challenges/{challenge}/verify");
        self.endpoint.post(&path, json!({"method": "passkey", "assertion": assertion}))
    }

    /// Answers a challenge with the key.
    pub async fn answer_with(&self, challenge: &str, key: &mut SecurityKey) -> Answer {
        let options = self.assertion_options(challenge).await;
        self.verify_passkey(challenge, &key.sign(&options)).send().await
    }

    /// Signs in by password and key.
    pub async fn sign_in_with(&mut self, key: &mut SecurityKey) {
        let challenge = self.challenge().await;
        let verified = self.answer_with(&challenge, key).await.ok();
        self.adopt(&verified);
    }

    /// Proves the key afresh inside the session.
    pub async fn step_up_with(&mut self, key: &mut SecurityKey) {
        let challenge = self.step_up_challenge().await;
        let verified = self.answer_with(&challenge, key).await.ok();
        self.adopt(&verified);
    }

    /// What the key signs for something inside the session.
    pub async fn proof_of(&self, key: &mut SecurityKey) -> Value {
        let asked = self.post("/v1/me/passkeys/assertion-options", json!({})).send().await.ok();
        key.sign(&asked["publicKey"])
    }

    pub fn remove_passkey_call(&self, id: &str) -> Call {
        self.delete(&format!("/v1/me/passkeys/{id}"))
    }
}

/// A question for a passkey that signs in: its id, and what is to be signed.
pub async fn ask_to_sign_in(endpoint: &Endpoint, email: Option<&str>) -> (String, Value) {
    let body = email.map_or_else(|| json!({}), |email| json!({"email": email}));
    let asked = endpoint.post("/v1/auth/passkey/options", body).send().await.ok();
    (text(&asked["ceremonyId"]), asked["publicKey"].clone())
}

pub fn passkey_login_call(endpoint: &Endpoint, ceremony: &str, assertion: &Value) -> Call {
    endpoint.post("/v1/auth/passkey/login", json!({"ceremonyId": ceremony, "assertion": assertion}))
}

/// Signs in by the key alone, without a word about who it is.
pub async fn log_in_by(endpoint: &Endpoint, key: &mut SecurityKey) -> Answer {
    let (ceremony, options) = ask_to_sign_in(endpoint, None).await;
    passkey_login_call(endpoint, &ceremony, &key.sign(&options)).send().await
}

impl TestApp {
    /// A new member with a passkey and no authenticator, signed in by it.
    pub async fn passkey_member(&self, name: &str) -> (Actor, SecurityKey) {
        let (mut member, mut key) = (self.member(name).await, SecurityKey::new());
        member.enroll_passkey(&mut key).await;
        (member, key)
    }

    /// The same with the soft authenticator of others.
    pub async fn soft_member(&self, name: &str) -> (Actor, SoftAuthenticator) {
        let (mut member, mut authenticator) = (self.member(name).await, SoftAuthenticator::new());
        let credential = authenticator.create(&member.creation_options().await);
        member.enroll_credential(&credential).await;
        (member, authenticator)
    }

    /// An administrator who has an authenticator, signed in anew.
    pub async fn admin_by(&self, admin: &Actor) -> Actor {
        let mut admin = admin.clone();
        admin.sign_in().await;
        admin
    }

    /// The administrator lets people sign in by passkeys alone.
    pub async fn allow_passkey_login(&self) {
        let admin = self.admin().await;
        admin.change_policy(json!({"passkeyLogin": true})).await;
    }

    /// The reasons for which answers were refused, by name.
    pub fn refusals(&self, action: &str) -> Vec<String> {
        self.database.column(&format!(
            "SELECT detail ->> 'reason' FROM audit_events WHERE action = '{action}' AND detail ? 'reason' ORDER BY 1"
        ))
    }
}
