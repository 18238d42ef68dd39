//! Mail over SMTP, by the built program to a server that misbehaves as servers do.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    installation::Installation,
    mail_server::{MailServer, free_port, until},
};

const SENDER: &str = "Night \"&\" Day <no-reply@lock.example>";
/// Mail that waits after a failure, or in the hands of a process that was killed, is due now.
const NO_PAUSE: &str = "UPDATE outbox SET next_attempt_at = now() WHERE finished_at IS NULL";
const ROUNDS: usize = 20;

/// An installation whose process mails to that address.
fn mailing_to(url: &str) -> Installation {
    Installation::start_with(&[("NIGHTLATCH_MAIL", url), ("NIGHTLATCH_MAIL_FROM", SENDER)])
}

impl Installation {
    /// Waits until so many tries of mail have ended without success.
    async fn failures(&self, count: usize) -> String {
        let failed = "outbox WHERE finished_at IS NULL AND last_error IS NOT NULL";
        until("a try fails", || self.database.count(failed) >= count).await;
        self.database.column("SELECT string_agg(last_error, ' ') FROM outbox").remove(0)
    }

    async fn ended(&self, outcome: &str) {
        let others = format!("outbox WHERE outcome IS DISTINCT FROM '{outcome}'");
        until(outcome, || self.database.count(&others) == 0).await;
    }

    fn is_given_up(&self) -> usize {
        self.database.count("audit_events WHERE action = 'mail.given_up'")
    }
}

fn url_of(server: &MailServer) -> String {
    format!("smtp://127.0.0.1:{}", server.port)
}

fn header<'a>(mail: &'a Value, name: &str) -> &'a str {
    mail["headers"][name].as_str().unwrap_or_else(|| panic!("no {name} in {}", mail["headers"]))
}

#[tokio::test]
async fn n3_a_mail_arrives_with_its_headers_and_in_two_forms() {
    let server = MailServer::start();
    let installation = mailing_to(&url_of(&server));
    let mut nina = installation.member("nina").await;
    let name = "Nína \"von\" <all@example.org>, \u{5D0}";
    installation
        .database
        .execute(&format!("UPDATE users SET display_name = '{name}' WHERE id = '{}'", nina.id));
    installation.enroll(&mut nina).await;

    let [mail] = &server.receive(1).await[..] else { panic!("one mail") };
    let kept = installation.database.column("SELECT id::text FROM outbox");
    assert_eq!(mail["to"], json!([nina.email]));
    assert_eq!(header(mail, "message-id"), format!("<{}@lock.example>", kept[0]));
    assert_eq!(header(mail, "subject"), "Your second factor is on");
    assert_eq!(header(mail, "auto-submitted"), "auto-generated");
    assert!(header(mail, "from").ends_with("<no-reply@lock.example>"), "{mail}");
    assert!(
        header(mail, "to").ends_with(&format!("<{}>", nina.email)) && header(mail, "to").contains("Nína"),
        "{mail}"
    );
    assert!(header(mail, "date").ends_with("+0000"), "{mail}");
    assert_eq!(mail["type"], "multipart/alternative");
    assert_eq!(mail["parts"], json!(["text/plain", "text/html"]));
    // What is not seen keeps mail programs from making a link of it.
    let shown = name.replace("@example.", "@\u{2060}example.\u{2060}");
    assert!(text(&mail["text"]).contains(&format!("Hello \u{2068}{shown}\u{2069},")), "{mail}");
    assert!(text(&mail["html"]).contains("&#60;all@\u{2060}example.\u{2060}org&#62;"), "{mail}");
}

#[tokio::test]
async fn n3_a_refusal_for_now_is_tried_again() {
    let server = MailServer::start();
    server.behave("rcpt 451");
    let installation = mailing_to(&url_of(&server));
    installation.enrolled_member("nina").await;
    assert!(installation.failures(1).await.contains("451"));
    assert!(server.received().is_empty());

    server.behave("normal");
    installation.database.execute(NO_PAUSE);
    installation.ended("sent").await;
    assert_eq!(server.received().len(), 1);
    assert_eq!(installation.is_given_up(), 0);
}

#[tokio::test]
async fn n3_a_refusal_for_good_is_given_up() {
    let server = MailServer::start();
    server.behave("rcpt 550");
    let installation = mailing_to(&url_of(&server));
    installation.enrolled_member("nina").await;
    installation.ended("refused").await;
    assert_eq!(installation.is_given_up(), 1);
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn n3_wrong_credentials_are_no_fault_of_the_mail() {
    let server = MailServer::start();
    server.behave("auth 535");
    let installation = mailing_to(&format!("smtp://us:s3cret@127.0.0.1:{}", server.port));
    installation.enrolled_member("nina").await;
    let told = installation.failures(1).await;
    assert!(told.contains("535") && !told.contains("s3cret"), "{told}");

    server.behave("normal");
    installation.database.execute(NO_PAUSE);
    installation.ended("sent").await;
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn n3_a_server_that_is_down_gets_its_mail_later() {
    let port = free_port();
    let installation = mailing_to(&format!("smtp://127.0.0.1:{port}"));
    installation.enrolled_member("nina").await;
    installation.failures(1).await;

    let server = MailServer::start_at(port);
    installation.database.execute(NO_PAUSE);
    installation.ended("sent").await;
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn n3_a_server_without_tls_gets_nothing_where_tls_is_required() {
    let server = MailServer::start();
    let installation = mailing_to(&format!("{}?tls=required", url_of(&server)));
    installation.enrolled_member("nina").await;
    installation.failures(1).await;
    assert!(server.received().is_empty());
    assert_eq!(installation.is_given_up(), 0);
}

#[tokio::test]
async fn n3_a_mail_whose_answer_is_lost_comes_at_most_twice() {
    let server = MailServer::start();
    server.behave("drop");
    let installation = mailing_to(&url_of(&server));
    installation.enrolled_member("nina").await;
    installation.failures(1).await;

    server.behave("normal");
    installation.database.execute(NO_PAUSE);
    installation.ended("sent").await;
    let [first, again] = &server.received()[..] else { panic!("two, not {:?}", server.received()) };
    assert_eq!(header(first, "message-id"), header(again, "message-id"));
    assert_eq!(first["text"], again["text"]);
    assert_eq!(header(first, "date"), header(again, "date"));
}

/// Sign-ins by code while a server greets nobody, beside as many while it does.
#[tokio::test]
async fn n3_a_slow_server_slows_no_sign_in_and_no_other_mail() {
    let server = MailServer::start();
    let installation = mailing_to(&url_of(&server));
    let mut ann = installation.enrolled_member("ann").await;
    server.receive(1).await;
    let usual = sign_in_time(&mut ann).await;

    server.behave("tarpit 3");
    for name in ["bob", "cy", "dee", "eve"] {
        installation.enrolled_member(name).await;
    }
    let mut fay = installation.enrolled_member("fay").await;
    let during = sign_in_time(&mut fay).await;
    until("others arrive", || server.received().len() >= 3).await;
    let waiting = "outbox WHERE finished_at IS NULL";
    until("only what the server holds up waits", || installation.database.count(waiting) <= 3).await;
    assert!(installation.database.count(waiting) > 0, "it still holds something up");
    assert!(during < usual * 3 + Duration::from_secs(1), "{during:?}, usually {usual:?}");
}

/// How long one takes.
async fn sign_in_time(actor: &mut Actor) -> Duration {
    let begun = Instant::now();
    actor.sign_in().await;
    begun.elapsed()
}

#[tokio::test]
async fn n3_no_mail_is_lost_in_twenty_crashes() {
    let server = MailServer::start();
    let mut installation = mailing_to(&url_of(&server));
    let mut ada = installation.member("ada").await;
    for round in 0..ROUNDS {
        ada = installation.die_after_a_change(&ada, &format!("the secret words of round {round}")).await;
        // The lease of the dead.
        installation.database.execute(NO_PAUSE);
        installation.start();
        installation.ended("sent").await;
    }
    let changes = installation.database.column("SELECT id::text FROM outbox WHERE kind = 'passwordChanged'");
    assert_eq!(changes.len(), ROUNDS);
    let arrived = by_id(&server.received());
    assert_eq!(arrived.len(), installation.database.count("outbox"), "everything, and nothing else");
    for id in changes {
        let times = arrived.get(&format!("<{id}@lock.example>")).copied().unwrap_or_default();
        assert!(matches!(times, 1 | 2), "{id} came {times} times");
    }
}

#[tokio::test]
async fn n3_a_disabled_factor_is_told_though_the_process_died() {
    let server = MailServer::start();
    let mut installation = mailing_to(&url_of(&server));
    let ada = installation.enrolled_member("ada").await;
    let code = ada.phone().next_code();
    ada.disable_call(&ada.password, &code).send().await.no_content();
    installation.kill();
    installation.database.execute(NO_PAUSE);
    installation.start();
    installation.ended("sent").await;
    let told = server.received().iter().any(|mail| header(mail, "subject") == "Your second factor is off");
    assert!(told, "{:?}", by_id(&server.received()));
}

/// How often each mail has arrived.
fn by_id(mails: &[Value]) -> BTreeMap<String, usize> {
    let mut times = BTreeMap::new();
    for mail in mails {
        *times.entry(header(mail, "message-id").to_owned()).or_default() += 1;
    }
    times
}
