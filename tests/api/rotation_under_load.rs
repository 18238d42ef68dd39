//! Every key is changed while people and services go on using two processes, and none of their requests fails.

use std::{
    cell::{Cell, RefCell},
    process::{Command, Output},
    sync::Arc,
};

use chrono::TimeDelta;
use futures_util::future::join;
use nightlatch::clock::{Clock, SystemClock};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, jwt_part, text},
    call::{Endpoint, Journal},
    clock::TestClock,
    mail_server::{MailServer, until},
    operator::{ADMIN, Operator, Service as Process, printed},
    receiver::Receiver,
    service::Service,
};

/// So many rounds everybody makes between two steps.
const ROUNDS: usize = 4;
const NEW: &str = "an entirely new set of words";

/// An installation of two processes that mail and tell webhooks.
struct Stage {
    operator: Operator,
    processes: [Process; 2],
    journal: Journal,
    clock: Arc<TestClock>,
    mail: MailServer,
    receiver: Receiver,
}

impl Stage {
    fn start() -> Self {
        let (operator, mail, receiver) = (Operator::installed(), MailServer::start(), Receiver::start());
        let (journal, clock) = (Journal::default(), Arc::new(TestClock::new()));
        clock.set(SystemClock.now());
        let serve = || {
            let mut serve = operator.command(&["serve"]);
            serve.env("NIGHTLATCH_MAIL", format!("smtp://127.0.0.1:{}", mail.port));
            serve.env("NIGHTLATCH_MAIL_FROM", "no-reply@lock.example");
            serve.env("NIGHTLATCH_WEBHOOK_PRIVATE_TARGETS", "1").env("NIGHTLATCH_DATABASE_POOL", "6");
            Process::start(serve)
        };
        let processes = [serve(), serve()];
        Self { operator, processes, journal, clock, mail, receiver }
    }

    /// One process and the other, by turns.
    fn at(&self, round: usize) -> Endpoint {
        self.processes[round % 2].endpoint(&self.journal)
    }

    async fn admin(&self) -> Actor {
        let mut admin = Actor::new(self.at(0), Arc::clone(&self.clock), ADMIN, self.operator.password());
        admin.sign_in().await;
        admin
    }

    /// With the code of this moment, so that there is time to use the phone's next one.
    async fn enrolled(&self, admin: &Actor, name: &str) -> Actor {
        let mut member = admin.create_user(name, &["member"]).await;
        member.sign_in().await;
        self.clock.set(SystemClock.now() - TimeDelta::seconds(30));
        member.enroll().await;
        member
    }

    /// The token of the link that was mailed to somebody for a new password.
    async fn link_to(&self, email: &str) -> String {
        let sent = || self.mail.received().into_iter().find(|mail| reset_token(mail, email).is_some());
        until("the link arrives", || sent().is_some()).await;
        reset_token(&sent().expect("it has arrived"), email).expect("a link")
    }

    /// Waits until both processes use the keys of the file, and know no others.
    async fn until_both_have_the_file(&self) {
        let kids = |state| ["sealing", "signing"].map(|sort| self.operator.kids(sort, state)).concat();
        let active = kids("active");
        let count = [kids("standby"), kids("retired")].concat().len() + active.len();
        let readers = format!(
            "keyring_readers WHERE active = '{{{}}}' AND cardinality(kids) = {count}",
            active.join(",")
        );
        until("both have the new ring", || self.operator.database.count(&readers) == 2).await;
    }
}

fn reset_token(mail: &Value, email: &str) -> Option<String> {
    let (_, after) = mail["text"].as_str()?.split_once("/reset-password#token=")?;
    let token = after.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next()?;
    (mail["to"] == json!([email])).then(|| token.to_owned())
}

/// What goes on all the time: each of the works again and again, counted, until it is told to stop.
#[derive(Default)]
struct Load {
    over: Cell<bool>,
    rounds: RefCell<Vec<usize>>,
}

impl Load {
    async fn keep(&self, mut once: impl AsyncFnMut(usize)) {
        let worker = self.rounds.borrow().len();
        self.rounds.borrow_mut().push(0);
        while !self.over.get() {
            let round = self.rounds.borrow()[worker];
            once(round).await;
            self.rounds.borrow_mut()[worker] += 1;
        }
    }

    /// Waits until everybody has made some rounds more.
    async fn go_on(&self) {
        let goal: Vec<usize> = self.rounds.borrow().iter().map(|rounds| rounds + ROUNDS).collect();
        let reached = || self.rounds.borrow().iter().zip(&goal).all(|(rounds, goal)| rounds >= goal);
        until("everybody has gone on", reached).await;
    }
}

/// A command, beside which everything goes on.
async fn run(mut command: Command) -> Output {
    tokio::task::spawn_blocking(move || command.output().expect("the program starts")).await.expect("it ends")
}

/// Those who come once between two steps.
struct Guests {
    ada: Actor,
    links: Vec<Actor>,
}

impl Guests {
    /// Signs in by a recovery code, and sets a password by the link that was mailed before the step.
    async fn come(&self, stage: &Stage, step: usize) {
        let ada = self.ada.at(&stage.at(step));
        let challenge = ada.challenge().await;
        let there = ada.at(&stage.at(step + 1));
        there.verify_recovery_code(&challenge, &ada.recovery_codes[step]).send().await.ok();
        if step > 0 {
            let token = stage.link_to(&self.links[step - 1].email).await;
            let body = json!({"token": token, "password": NEW});
            stage.at(step).post("/v1/auth/password/reset", body).send().await.no_content();
        }
        let body = json!({"email": self.links[step].email});
        stage.at(step).post("/v1/auth/password/forgot", body).send().await.expect(202);
    }
}

#[tokio::test]
async fn every_key_is_changed_under_load_without_a_failed_request() {
    let stage = Stage::start();
    let admin = stage.admin().await;
    let hook = admin.hook(&stage.receiver, &["login.succeeded"]).await;
    let door = Service::of(&admin, &["verify"]).await;
    let pat = admin.create_user("pat", &["member"]).await;
    let mut rita = admin.create_user("rita", &["member"]).await;
    rita.sign_in().await;
    let mut sleeper = admin.create_user("sleeper", &["member"]).await;
    sleeper.sign_in().await;
    let late = admin.create_user("late", &["member"]).await;
    let ada = stage.enrolled(&admin, "ada").await;
    let bea = stage.enrolled(&admin, "bea").await;
    let vic = stage.enrolled(&admin, "vic").await;
    let mut links = Vec::new();
    for number in 0..8 {
        links.push(admin.create_user(&format!("guest{number}"), &["member"]).await);
    }
    let mut cy = admin.create_user("cy", &["member"]).await;
    cy.sign_in().await;
    let (pending, phone) = cy.begin().await;
    let challenge = bea.challenge().await;
    let old = ["sealing", "signing"].map(|sort| stage.operator.kid(sort, "active"));
    let guests = Guests { ada, links };

    let load = Load::default();
    let signs_in = load.keep(async |round| {
        let mut pat = pat.at(&stage.at(round));
        pat.sign_in().await;
        assert!(pat.at(&stage.at(round + 1)).is_signed_in().await);
    });
    let refreshes = {
        let rita = RefCell::new(rita);
        let (load, stage) = (&load, &stage);
        async move {
            load.keep(async |round| {
                let mut now = rita.borrow().at(&stage.at(round));
                now.refresh().await;
                assert!(now.at(&stage.at(round + 1)).is_signed_in().await);
                rita.replace(now);
            })
            .await;
        }
    };
    let asks = load.keep(async |round| {
        let asked = door.at(&stage.at(round)).verify(&vic, &vic.phone().wrong_code()).await;
        assert_eq!(asked, json!({"valid": false}));
    });
    let reads = load.keep(async |round| {
        stage.at(round).get("/.well-known/jwks.json").send().await.ok();
        stage.at(round).call(Method::GET, "/readyz").send().await.ok();
    });
    let rotation = async {
        load.go_on().await;
        guests.come(&stage, 0).await;
        for (step, command) in ["add", "rotate", "rewrap"].iter().enumerate() {
            printed(run(stage.operator.command(&["keys", command])).await);
            load.go_on().await;
            guests.come(&stage, step + 1).await;
        }
        stage.until_both_have_the_file().await;
        assert!(sleeper.is_signed_in().await, "by a token of the retired key");
        bea.verify_recovery_code(&challenge, &bea.recovery_codes[0]).send().await.ok();
        stage.clock.set(SystemClock.now());
        cy.confirm(&pending, &phone.code()).send().await.ok();
        // What was begun with the old key is kept under the new one.
        printed(run(stage.operator.command(&["keys", "rewrap"])).await);
        let waiting = "outbox WHERE finished_at IS NULL";
        until("the mail is sent", || stage.operator.database.count(waiting) == 0).await;

        stage.operator.let_retirement_pass();
        for (step, kid) in old.iter().enumerate() {
            printed(run(stage.operator.command(&["keys", "drop", kid])).await);
            stage.until_both_have_the_file().await;
            load.go_on().await;
            guests.come(&stage, step + 4).await;
        }
        stage.receiver.take();
        load.go_on().await;
        load.over.set(true);
    };
    join(join(join(signs_in, refreshes), join(asks, reads)), rotation).await;

    // What is older than the keys is as good as ever.
    sleeper.endpoint = stage.at(1);
    sleeper.refresh().await;
    assert!(!old.contains(&text(&jwt_part(&sleeper.access, 0)["kid"])));
    late.at(&stage.at(0)).login().await.ok();
    let fresh =
        "users WHERE email = 'late@lock.example' AND password_kid = (SELECT kid FROM keyring_canaries)";
    until("the password moves on", || stage.operator.database.count(fresh) == 1).await;
    for (round, mut user) in [guests.ada.clone(), bea.clone()].into_iter().enumerate() {
        stage.clock.set(SystemClock.now());
        user.endpoint = stage.at(round);
        user.sign_in().await;
    }
    let valid = door.at(&stage.at(1)).verify(&bea, &bea.recovery_codes[1]).await;
    assert_eq!(valid["valid"], true);
    until("the webhook is told", || !stage.receiver.received().is_empty()).await;
    assert!(stage.receiver.take().iter().all(|told| told.is_verified_by(&hook.secret)));

    let journal = stage.journal.lock().unwrap();
    let failed: Vec<_> = journal.iter().filter(|exchange| exchange.answer.status.as_u16() >= 400).collect();
    assert!(failed.is_empty(), "{failed:?}");
    let rounds = load.rounds.borrow();
    assert!(rounds.len() == 4 && rounds.iter().all(|rounds| *rounds > 7 * ROUNDS), "{rounds:?}");
}
