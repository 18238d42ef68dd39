//! An installation as it runs in production: the built program as a process, over a database of its own.

use std::sync::Arc;

use chrono::TimeDelta;
use nightlatch::clock::{Clock, SystemClock};
use serde_json::json;

use super::{
    actor::Actor,
    app::{ADMIN_EMAIL, ADMIN_PASSWORD},
    call::Journal,
    clock::TestClock,
    database::Database,
    process::Process,
};

/// A database, and a process with these settings while it is not killed.
pub struct Installation {
    pub database: Database,
    journal: Journal,
    /// What phones show the time by.
    clock: Arc<TestClock>,
    settings: Vec<(String, String)>,
    process: Option<Process>,
}

impl Installation {
    pub fn start_with(settings: &[(&str, &str)]) -> Self {
        let (journal, clock) = (Journal::default(), Arc::new(TestClock::new()));
        clock.set(SystemClock.now());
        let settings =
            settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let database = Database::bootstrapped();
        let mut installation = Self { database, journal, clock, settings, process: None };
        installation.start();
        installation
    }

    /// Once more, after it was killed.
    pub fn start(&mut self) {
        let settings: Vec<_> =
            self.settings.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.process = Some(Process::serve_with(&self.database, &settings));
    }

    pub fn kill(&mut self) {
        self.process.take().expect("it runs").kill();
    }

    /// Lets somebody change their password, and kills the process as soon as that is answered.
    pub async fn die_after_a_change(&mut self, actor: &Actor, new: &str) -> Actor {
        let mut actor = self.here(actor);
        let body = json!({"current": actor.password, "new": new});
        let changed = actor.post("/v1/me/password", body).send().await.ok();
        self.kill();
        actor.adopt(&changed);
        new.clone_into(&mut actor.password);
        actor
    }

    /// Somebody in front of the process that runs now.
    pub fn here(&self, actor: &Actor) -> Actor {
        actor.at(&self.process.as_ref().expect("it runs").endpoint(&self.journal))
    }

    /// The administrator, signed in.
    pub async fn admin(&self) -> Actor {
        let endpoint = self.process.as_ref().expect("it runs").endpoint(&self.journal);
        let mut admin = Actor::new(endpoint, Arc::clone(&self.clock), ADMIN_EMAIL, ADMIN_PASSWORD);
        admin.sign_in().await;
        admin
    }

    /// A new member, signed in.
    pub async fn member(&self, name: &str) -> Actor {
        let mut member = self.admin().await.create_user(name, &["member"]).await;
        member.sign_in().await;
        member
    }

    /// A new member who enrolls, of which they are told by mail. There is time to use the phone's next code.
    pub async fn enrolled_member(&self, name: &str) -> Actor {
        let mut member = self.member(name).await;
        self.enroll(&mut member).await;
        member
    }

    /// With the code of this moment.
    pub async fn enroll(&self, member: &mut Actor) {
        self.clock.set(SystemClock.now() - TimeDelta::seconds(30));
        member.enroll().await;
    }
}
