//! What an actor does as an administrator: users, resets, the policy.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use super::{
    actor::{Actor, text},
    call::Call,
};

impl Actor {
    /// Creates a user, who is signed out.
    pub async fn create_user(&self, name: &str, roles: &[&str]) -> Self {
        let (email, password) = (format!("{name}@lock.example"), format!("{name}'s very own secret words"));
        let body = json!({"email": email, "displayName": name, "roles": roles, "password": password});
        let created = self.post("/v1/users", body).send().await.created();
        let user = Self::new(self.endpoint.clone(), Arc::clone(&self.clock), &email, &password);
        Self { id: text(&created["id"]), ..user }
    }

    /// Creates somebody with that role, who is signed in.
    pub async fn colleague(&self, name: &str, role: &str) -> Self {
        let mut colleague = self.create_user(name, &[role]).await;
        colleague.sign_in().await;
        colleague
    }

    /// Whether the list of users is theirs to read.
    pub async fn may_list_users(&self) -> bool {
        let answer = self.get("/v1/users").send().await;
        if answer.status != 200 {
            answer.problem(403, "not_permitted");
        }
        answer.status == 200
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

    pub fn disconnect_call(&self, user: &Self) -> Call {
        self.delete(&format!("/v1/users/{}/sso-identities", user.id))
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
