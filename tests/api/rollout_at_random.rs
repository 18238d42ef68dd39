//! Organizations and policies at random: at every moment login, list, preview and effective policy tell the same.

use chrono::TimeDelta;
use nightlatch::{clock::Clock, mail::Email};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{select, subsequence},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, text},
    administration::phase,
    app::TestApp,
    mailbox::token,
    security_key::SecurityKey,
    standings::{Standing, agreed, of_login, time},
};

/// So many organizations, each with so many things that happen to it, and a look at everybody after so many of them.
const ORGANIZATIONS: u32 = 6;
const EVENTS: usize = 12;
const BETWEEN: usize = 3;
const ROLES: [&str; 3] = ["admin", "manager", "member"];

/// What happens. Users are meant by a number, modulo how many there are.
#[derive(Clone, Debug)]
enum Event {
    HoursPass(i64),
    Policy(Draft),
    DeadlineSet(usize, i64),
    Reset(usize),
    PassIssued(usize),
    RolesChanged(usize, Vec<&'static str>),
    Suspended(usize, bool),
    /// And whether by a passkey.
    Enrolled(usize, bool),
    Created(Vec<&'static str>),
    Invited(Vec<&'static str>),
    Activated(usize),
}

#[derive(Clone, Debug)]
struct Draft {
    mode: &'static str,
    /// Role or everyone, hours from now until it starts, and days of grace.
    phases: Vec<(&'static str, i64, i64)>,
    new_users: &'static str,
    after_grace: &'static str,
    passes: bool,
    reset_proof: &'static str,
    /// Roles that need a passkey; none: passkeys are not taken.
    passkey_only: Option<Vec<&'static str>>,
}

impl Draft {
    fn changes(&self, admin: &Actor) -> Value {
        let phases = self.phases.iter().map(|(target, hours, grace_days)| {
            let target =
                if *target == "everyone" { json!({"everyone": true}) } else { json!({"role": target}) };
            phase(target, admin.clock.now() + TimeDelta::hours(*hours), *grace_days)
        });
        let (taken, passkey_only) = match &self.passkey_only {
            Some(roles) => (json!(["totp", "passkey", "recoveryCode"]), roles.clone()),
            None => (json!(["totp", "recoveryCode"]), Vec::new()),
        };
        json!({"allowedMethods": taken, "passkeyOnly": passkey_only, "mode": self.mode, "phases": phases.collect::<Vec<_>>(), "newUsers": self.new_users,
            "afterGrace": self.after_grace, "resetProof": self.reset_proof,
            "temporaryPass": {"enabled": self.passes, "maxMinutes": 1_440}})
    }
}

fn roles() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(ROLES.to_vec(), 1..=3)
}

fn draft() -> impl Strategy<Value = Draft> {
    let targets = subsequence(vec!["everyone", "superadmin", "admin", "manager", "member"], 0..=4);
    let times = vec((-200_i64..200, prop_oneof![Just(0_i64), 0_i64..12]), 5);
    let modes = prop_oneof![1 => Just("off"), 1 => Just("optional"), 6 => Just("required")];
    let rules = (
        select(vec!["atActivation", "firstLogin", "grace"]),
        select(vec!["enrollAtLogin", "block"]),
        prop::bool::weighted(0.7),
        select(vec!["code", "none"]),
        // The administrator who decides has an authenticator alone.
        prop::option::weighted(0.8, subsequence(ROLES.to_vec(), 0..=2)),
    );
    (modes, targets, times, rules).prop_map(|(mode, targets, times, rules)| {
        let (new_users, after_grace, passes, reset_proof, passkey_only) = rules;
        let phases = targets.into_iter().zip(times).map(|(target, (hours, days))| (target, hours, days));
        Draft { mode, phases: phases.collect(), new_users, after_grace, passes, reset_proof, passkey_only }
    })
}

fn event() -> impl Strategy<Value = Event> {
    let user = 0_usize..100;
    prop_oneof![
        4 => (1_i64..150).prop_map(Event::HoursPass),
        5 => draft().prop_map(Event::Policy),
        2 => (user.clone(), 1_i64..400).prop_map(|(user, hours)| Event::DeadlineSet(user, hours)),
        2 => user.clone().prop_map(Event::Reset),
        2 => user.clone().prop_map(Event::PassIssued),
        3 => (user.clone(), roles()).prop_map(|(user, roles)| Event::RolesChanged(user, roles)),
        1 => (user.clone(), any::<bool>()).prop_map(|(user, suspended)| Event::Suspended(user, suspended)),
        4 => (user.clone(), any::<bool>()).prop_map(|(user, passkey)| Event::Enrolled(user, passkey)),
        1 => roles().prop_map(Event::Created),
        1 => roles().prop_map(Event::Invited),
        3 => user.prop_map(Event::Activated),
    ]
}

/// An organization while things happen to it.
struct Organization {
    app: TestApp,
    admin: Actor,
    /// All but the administrator.
    people: Vec<Actor>,
}

impl Organization {
    async fn start(people: Vec<Vec<&'static str>>) -> Self {
        let app = TestApp::start();
        let admin = app.enrolled_admin().await;
        let mut organization = Self { app, admin, people: Vec::new() };
        for roles in people {
            // One of three is invited.
            if organization.people.len() % 3 == 1 {
                organization.invite(&roles).await;
            } else {
                organization.create(&roles).await;
            }
        }
        organization
    }

    fn next_name(&self) -> String {
        format!("person{:02}", self.people.len())
    }

    async fn create(&mut self, roles: &[&str]) {
        let person = self.admin.create_user(&self.next_name(), roles).await;
        self.people.push(person);
    }

    async fn invite(&mut self, roles: &[&str]) {
        let person = self.admin.invite(&self.next_name(), roles).await;
        self.people.push(person);
    }

    /// Follows somebody's invitation, if they have one that is good: it leads to what is foretold of them.
    async fn activate(&self, person: &Actor) {
        let Some(mail) = self.app.mail_to(&person.email).await.0.into_iter().find(is_invitation) else {
            return;
        };
        let user = self.admin.look_at(person).await;
        let activated = person.activate_call(&token(&mail, "activate")).send().await;
        if activated.status == 410 {
            let until = time(&user["invitation"]["expiresAt"]).expect("an invitation");
            assert!(until <= self.app.clock.now() || user["suspended"] == true, "{user}");
        } else {
            assert_eq!(of_login(&activated).name, Standing::read(&user["twoFactor"]).name, "{user}");
        }
    }

    fn person(&self, number: usize) -> &Actor {
        &self.people[number % self.people.len()]
    }

    /// Lets something happen, half a minute or more after what happened before; the administrator is signed in anew.
    async fn happens(&mut self, event: &Event) {
        self.admin.sign_in().await;
        if claims(&self.admin.access)["acr"] == "aal1" {
            // While it is off, nobody is asked.
            self.admin.step_up().await;
        }
        let admin = &self.admin;
        match event {
            Event::HoursPass(hours) => {
                self.app.clock.advance(TimeDelta::hours(*hours));
                self.admin.sign_in().await;
            }
            Event::Policy(draft) => admin.change_policy(draft.changes(admin)).await,
            Event::DeadlineSet(user, hours) => {
                let at = admin.clock.now() + TimeDelta::hours(*hours);
                admin.set_deadline(self.person(*user), at).await;
            }
            Event::Reset(user) => {
                let person = self.person(*user);
                let reset = admin.reset_call(person).send().await;
                if admin.look_at(person).await["activated"] == false {
                    reset.problem(409, "nothing_to_reset");
                } else {
                    reset.ok();
                    let number = *user % self.people.len();
                    (self.people[number].phone, self.people[number].key) = (None, None);
                }
            }
            Event::PassIssued(user) => {
                let issued = admin.pass_call(self.person(*user), 1_440).send().await;
                if issued.status != 201 {
                    issued.problem(403, "blocked_by_policy");
                }
            }
            Event::RolesChanged(user, roles) => {
                admin.change(self.person(*user), json!({"roles": roles})).await;
            }
            Event::Suspended(user, suspended) => {
                admin.change(self.person(*user), json!({"suspended": suspended})).await;
            }
            Event::Enrolled(user, passkey) => {
                let number = *user % self.people.len();
                enroll_if_let(&mut self.people[number], *passkey).await;
            }
            Event::Created(roles) => self.create(roles).await,
            Event::Invited(roles) => self.invite(roles).await,
            Event::Activated(user) => self.activate(self.person(*user)).await,
        }
    }

    async fn agrees(&self) {
        let mut everybody = self.people.clone();
        everybody.push(self.admin.clone());
        agreed(&self.admin, &everybody).await;
    }
}

fn is_invitation(email: &Email) -> bool {
    email.text.contains("/activate#token=")
}

/// Sets up a factor, where a password alone is let in for it.
async fn enroll_if_let(person: &mut Actor, passkey: bool) {
    let login = person.login().await.json();
    person.access = match login["status"].as_str() {
        _ if person.phone.is_some() || person.key.is_some() => return,
        Some("signedIn") => text(&login["session"]["accessToken"]),
        Some("enrollment") => text(&login["enrollmentToken"]),
        _ => return,
    };
    let path = if passkey { "/v1/me/passkeys/options" } else { "/v1/me/authenticators" };
    let begun = person.post(path, json!({})).send().await;
    if begun.status == 200 {
        let mut key = SecurityKey::new();
        let credential = key.create(&begun.ok()["publicKey"]);
        person.enroll_passkey_call(&credential).send().await.created();
        person.key = Some(key);
    } else if begun.status == 201 {
        let begun = begun.created();
        let phone = person.scan(&begun);
        person.confirm(&text(&begun["id"]), &phone.code()).send().await.ok();
        person.phone = Some(phone);
    } else {
        begun.problem(403, "blocked_by_policy");
    }
}

#[test]
fn o7_what_is_foretold_is_what_happens() {
    let config =
        Config { cases: ORGANIZATIONS, max_shrink_iters: 60, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, b"the same organizations each time");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (people, events) = (vec(roles(), 5..=11), vec(event(), EVENTS));
    let ran = TestRunner::new_with_rng(config, rng).run(&(people, events), |(people, events)| {
        runtime.block_on(async {
            let mut organization = Organization::start(people).await;
            for events in events.chunks(BETWEEN) {
                for event in events {
                    organization.happens(event).await;
                }
                organization.agrees().await;
            }
        });
        Ok(())
    });
    ran.unwrap_or_else(|failed| panic!("{failed}"));
}
