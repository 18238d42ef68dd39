//! Stand-ins: users who are made to be attacked, with all that they know and hold.

use std::{thread, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use nightlatch::{
    clock::{Clock, SystemClock},
    domain::{password::Password, recovery_code::RecoveryCode},
    random::{Random, SystemRandom},
};
use serde_json::{Value, json};
use totp_lite::{Sha1, totp_custom};

use super::target::{Call, Obstacle, Reply, Target};

/// The seconds in a step of an authenticator (RFC 6238).
const PERIOD: i64 = 30;
/// So many seconds of a step some requests take, at an unhurried service.
const ROOM: i64 = 12;
/// The first sign-in makes the hash anew, at the installation's own cost.
const LOWEST_COST: u32 = 8;

/// The time by the service's clock, as authenticators count it.
pub struct Steps {
    ahead: TimeDelta,
    /// By so many steps a code may be off.
    pub skew: i64,
}

impl Steps {
    /// Asks the service for its time and, where the key may read it, its policy.
    pub fn of(target: &Target) -> Result<Self, Obstacle> {
        let config = target.send(&Call::get("/v1/auth/config"))?;
        let told: DateTime<Utc> = config.text("/serverTime")?.parse().map_err(|_| config.unexpected())?;
        let ahead = told - SystemClock.now();
        let policy = target.administer(Call::get("/v1/policy"))?;
        Ok(Self { ahead, skew: policy.body["skewSteps"].as_i64().unwrap_or(1) })
    }

    fn now(&self) -> i64 {
        (SystemClock.now() + self.ahead).timestamp()
    }

    /// The step of this moment.
    pub fn current(&self) -> i64 {
        self.now().div_euclid(PERIOD)
    }

    /// The same, waited for until it lasts long enough for some requests.
    pub fn lasting(&self) -> i64 {
        let within = self.now().rem_euclid(PERIOD);
        if !(1..PERIOD - ROOM).contains(&within) {
            let wait = (PERIOD + 1 - within) % PERIOD;
            thread::sleep(Duration::from_secs(wait.unsigned_abs()));
        }
        self.current()
    }

    /// Whether it is that step still.
    pub fn is_at(&self, step: i64) -> bool {
        self.current() == step
    }
}

/// A user whom nobody else knows.
pub struct StandIn {
    id: String,
    pub email: String,
    password: String,
    secret: [u8; 20],
    pub recovery_codes: Vec<String>,
}

/// Makes them, each with so many recovery codes. Errors: the key may not, or the service does not take them.
pub fn make<const COUNT: usize>(target: &Target, codes: usize) -> Result<[StandIn; COUNT], Obstacle> {
    // Before there is anybody who could not be found and suspended again.
    let looked = target.administer(Call::get("/v1/users?limit=1"))?;
    if looked.status != 200 {
        return Err(refused("users cannot be looked at", &looked));
    }
    let random: &dyn Random = &SystemRandom;
    let run = HEXLOWER.encode(&random.bytes::<6>());
    let mut people: [StandIn; COUNT] = std::array::from_fn(|number| StandIn::draw(&run, number, codes));
    let rows = people.iter().map(StandIn::row).collect::<Result<Vec<_>, _>>()?;
    let lines: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let imported = target.administer(Call::post("/v1/users/import", &Value::Null).lines(lines))?;
    if imported.body["imported"] != COUNT {
        return Err(refused("no users could be made", &imported));
    }
    let found = target.administer(Call::get(format!("/v1/users?limit={COUNT}&q=conformance-{run}")))?;
    let listed = found.body["items"].as_array().map(Vec::as_slice).unwrap_or_default();
    for who in &mut people {
        let id = listed.iter().find(|user| user["email"] == who.email).and_then(|user| user["id"].as_str());
        id.ok_or_else(|| refused("the users that were made are not found", &found))?.clone_into(&mut who.id);
    }
    Ok(people)
}

fn refused(what: &str, reply: &Reply) -> Obstacle {
    let scope = reply.body["requiredScope"].as_str();
    let scope = scope.map(|scope| format!("; the key would need the scope {scope}")).unwrap_or_default();
    Obstacle(format!("{what}: {}{scope}", reply.unexpected().0))
}

impl StandIn {
    fn draw(run: &str, number: usize, codes: usize) -> Self {
        let random: &dyn Random = &SystemRandom;
        Self {
            id: String::new(),
            email: format!("conformance-{run}-{number}@conformance.invalid"),
            password: Password::generate(random.bytes()).expose().to_owned(),
            secret: random.bytes(),
            recovery_codes: (0..codes).map(|_| RecoveryCode::new(random.bytes()).reveal()).collect(),
        }
    }

    fn row(&self) -> Result<Value, Obstacle> {
        let random: &dyn Random = &SystemRandom;
        let hash = bcrypt::hash_with_salt(&self.password, LOWEST_COST, random.bytes());
        let hash = hash.map_err(|error| Obstacle(error.to_string()))?;
        Ok(json!({
            "email": self.email,
            "displayName": "Conformance check",
            "passwordHash": hash.format_for_version(bcrypt::Version::TwoB),
            "authenticators": [{"name": "Conformance check", "secret": BASE32_NOPAD.encode(&self.secret)}],
            "recoveryCodes": self.recovery_codes,
        }))
    }

    /// What their authenticator shows in that step.
    pub fn code(&self, step: i64) -> String {
        totp_custom::<Sha1>(PERIOD.unsigned_abs(), 6, &self.secret, (step * PERIOD).unsigned_abs())
    }

    /// Their password, or a wrong one, at a sign-in.
    pub fn login_call(&self, right: bool) -> Call {
        let password = if right { &self.password } else { "a password that is nobody's" };
        login_call(&self.email, password)
    }

    /// Signs in by the password; gives the challenge. Errors: it is answered otherwise, or takes no answer by that method.
    pub fn challenge(&self, target: &Target, method: &str) -> Result<String, Obstacle> {
        let login = target.send(&self.login_call(true))?;
        let id = login.text("/challengeId").map_err(|Obstacle(why)| {
            Obstacle(format!(
                "a right password led to no second step: {why}; a policy with a single form asks otherwise"
            ))
        })?;
        let methods = login.body["methods"].as_array().map(Vec::as_slice).unwrap_or_default();
        if methods.iter().any(|offered| offered == method) {
            Ok(id)
        } else {
            Err(Obstacle(format!("the policy offers no sign-in by {method}")))
        }
    }

    /// Whether they are suspended from now on.
    pub fn suspend(&self, target: &Target) -> bool {
        let call = Call::patch(format!("/v1/users/{}", self.id), &json!({"suspended": true}));
        target.administer(call).is_ok_and(|reply| reply.status == 200)
    }
}

/// A sign-in by a password.
pub fn login_call(email: &str, password: &str) -> Call {
    Call::post("/v1/auth/login", &json!({"email": email, "password": password}))
}

/// An answer to a challenge.
pub fn answer_call(challenge: &str, method: &str, code: &str) -> Call {
    let path = format!("/v1/auth/challenges/{challenge}/verify");
    Call::post(path, &json!({"method": method, "code": code}))
}
