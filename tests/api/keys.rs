//! `nightlatch keys`: new keys take over step by step, beside services that run, and nothing that is in use gets lost.

use std::{
    fs,
    io::{BufRead, BufReader},
    process::Stdio,
    sync::Arc,
};

use diesel::{Connection, PgConnection, connection::SimpleConnection};
use nightlatch::{
    clock::{Clock, SystemClock},
    crypto::keyring::Keyring,
    random::SystemRandom,
};
use serde_json::{Value, json};

use crate::{
    moving::{OWN_CODE, PASSWORD, SECRET, age_keys, left_behind, signs_in},
    support::{
        actor::{Actor, jwt_part},
        app::client,
        call::{Endpoint, Journal},
        clock::TestClock,
        database::Database,
        mail_server::until,
        operator::{ADMIN, Operator, Service, blocks_to_run, printed, refused, repository},
        webhooks::Hook,
    },
};

fn serve(operator: &Operator) -> (Service, Endpoint) {
    let service = Service::start(operator.command(&["serve"]));
    let endpoint = service.endpoint(&Journal::default());
    (service, endpoint)
}

fn admin(operator: &Operator, endpoint: &Endpoint) -> Actor {
    let clock = TestClock::new();
    clock.set(SystemClock.now());
    Actor::new(endpoint.clone(), Arc::new(clock), ADMIN, operator.password())
}

async fn published(endpoint: &Endpoint) -> Vec<String> {
    let jwks = endpoint.get("/.well-known/jwks.json").send().await.ok();
    let keys = jwks["keys"].as_array().expect("keys");
    keys.iter().map(|key| key["kid"].as_str().expect("a name").to_owned()).collect()
}

/// Waits until the service seals and signs with the active keys of the file, and knows no others than the file's.
async fn until_it_has_the_file(operator: &Operator) {
    let active = [operator.kid("sealing", "active"), operator.kid("signing", "active")];
    let count = ["sealing", "signing"]
        .iter()
        .flat_map(|sort| ["standby", "active", "retired"].map(|state| operator.kids(sort, state).len()))
        .sum::<usize>();
    let readers =
        format!("keyring_readers WHERE active = '{{{}}}' AND cardinality(kids) = {count}", active.join(","));
    until("the new ring is taken", || operator.database.count(&readers) == 1).await;
}

#[tokio::test]
async fn new_keys_take_over_one_step_after_the_other() {
    let operator = Operator::installed();
    let (service, endpoint) = serve(&operator);
    let mut early = admin(&operator, &endpoint);
    early.sign_in().await;
    let old = [operator.kid("sealing", "active"), operator.kid("signing", "active")];

    printed(operator.keys(&["add"]));
    let new = [operator.kid("sealing", "standby"), operator.kid("signing", "standby")];
    service.signal("HUP");
    until_it_has_the_file(&operator).await;
    assert_eq!(
        published(&endpoint).await,
        [old[1].clone(), new[1].clone()],
        "before anything is signed with it"
    );
    let mut user = admin(&operator, &endpoint);
    user.sign_in().await;
    assert_eq!(jwt_part(&user.access, 0)["kid"], old[1]);

    let told = printed(operator.keys(&["rotate"]));
    assert_eq!(told, format!("sealing key {} is active\nsigning key {} is active\n", new[0], new[1]));
    until_it_has_the_file(&operator).await;
    assert!(early.is_signed_in().await, "by a token of the retired key");
    assert_eq!(published(&endpoint).await, [old[1].clone(), new[1].clone()]);
    early.refresh().await;
    assert_eq!(jwt_part(&early.access, 0)["kid"], new[1]);
    for kid in &old {
        let told = refused(operator.keys(&["drop", kid]), 1);
        assert!(told.contains("was in use until"), "{told}");
    }

    assert_eq!(printed(operator.keys(&["rewrap"])), "nothing to seal anew\n");
    operator.let_retirement_pass();
    for kid in &old {
        assert_eq!(printed(operator.keys(&["drop", kid])), format!("key {kid} is dropped\n"));
    }
    until_it_has_the_file(&operator).await;
    assert_eq!(published(&endpoint).await, [new[1].clone()]);
    early.refresh().await;
    user.sign_in().await;
    assert_eq!(operator.database.column("SELECT kid FROM keyring_canaries"), [new[0].clone()]);
    assert_eq!(operator.key_status()["formerKeys"], json!([old[0]]));
    let told = "SELECT action FROM audit_events WHERE org_id = '00000000-0000-0000-0000-000000000000' \
                AND action LIKE 'keyring.%' ORDER BY id";
    let dropped = "keyring.key_dropped".to_owned();
    assert_eq!(operator.database.column(told), ["keyring.rotated".to_owned(), dropped.clone(), dropped]);

    assert!(service.stop("TERM").success());
    let (_service, endpoint) = serve(&operator);
    admin(&operator, &endpoint).sign_in().await;
}

#[test]
fn wrong_uses_change_nothing() {
    let operator = Operator::new(Database::empty());
    assert!(refused(operator.keys(&["add"]), 1).contains("cannot write the key ring"), "there is none");
    let operator = Operator::installed();
    let before = fs::read(operator.keyring()).unwrap();
    assert!(refused(operator.keys(&["rotate"]), 1).contains("nightlatch keys add"));
    for (sort, other) in [("sealing", "signing"), ("signing", "sealing")] {
        let told = refused(operator.keys(&["drop", &operator.kid(sort, "active")]), 1);
        assert!(told.contains("is active"), "{told}");
        assert!(operator.kids(other, "standby").is_empty());
    }
    assert!(refused(operator.keys(&["drop", "nonsense"]), 1).contains("no key nonsense"));
    for wrong in [&["add", "--sort", "both"][..], &["drop"], &["drop", "a", "b"], &["rewrap", "all"]] {
        assert_eq!(operator.keys(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(fs::read(operator.keyring()).unwrap(), before);

    printed(operator.keys(&["add", "--sort", "signing"]));
    assert!(operator.kids("sealing", "standby").is_empty());
    assert!(refused(operator.keys(&["add"]), 1).contains("on standby already"));
    assert!(operator.kids("sealing", "standby").is_empty(), "neither");
    assert!(refused(operator.keys(&["rotate"]), 1).contains("no sealing key on standby"));
    printed(operator.keys(&["rotate", "--sort", "signing"]));
    printed(operator.keys(&["add"]));
    let unused = operator.kid("sealing", "standby");
    printed(operator.keys(&["drop", &unused]));
    assert!(operator.kids("sealing", "standby").is_empty(), "nothing was made with it");
}

#[tokio::test]
async fn a_key_in_use_is_not_dropped() {
    let operator = Operator::installed();
    let (service, endpoint) = serve(&operator);
    let mut admin = admin(&operator, &endpoint);
    admin.sign_in().await;
    let (pending, phone) = admin.begin().await;
    printed(operator.keys(&["add"]));
    printed(operator.keys(&["rotate"]));
    until_it_has_the_file(&operator).await;
    operator.let_retirement_pass();
    let old = operator.kid("sealing", "retired");
    let needed = || {
        let status = operator.key_status();
        let key = status["keys"].as_array().unwrap().iter().find(|key| key["kid"] == old);
        key.expect("it is there")["neededBy"].clone()
    };
    let ring = fs::read(operator.keyring()).unwrap();
    let refused_for = |why: &str| {
        let told = refused(operator.keys(&["drop", &old]), 1);
        assert!(told.contains(why), "{told}");
        assert_eq!(fs::read(operator.keyring()).unwrap(), ring);
    };
    assert_eq!(needed(), json!({"enrollments": 1}));
    refused_for("1 enrollments under way (confirmed or expired within 15 minutes)");
    admin.confirm(&pending, &phone.code()).send().await.ok();
    assert_eq!(needed(), json!({"authenticators": 1}));
    refused_for("1 secrets of authenticators (`nightlatch keys rewrap` seals them anew)");

    assert_eq!(printed(operator.keys(&["rewrap"])), "1 secrets of authenticators sealed anew\n");
    assert_eq!(needed(), json!({}));
    let kept = operator.database.column("SELECT kid FROM digest_keys");
    assert_eq!(kept, std::slice::from_ref(&old));
    operator.database.execute("DELETE FROM digest_keys");
    refused_for("still needed by digests");
    printed(operator.keys(&["rewrap"]));
    let elsewhere =
        format!("INSERT INTO keyring_readers VALUES (gen_random_uuid(), '{{{old}}}', '{{{old}}}', now())");
    operator.database.execute(&elsewhere);
    refused_for("still in use by 1 processes");
    operator.database.execute("DELETE FROM keyring_readers");
    printed(operator.keys(&["drop", &old]));
    assert!(service.stop("TERM").success());
}

#[tokio::test]
async fn a_webhook_that_was_deleted_keeps_no_key() {
    let operator = Operator::installed();
    let (service, endpoint) = serve(&operator);
    let mut admin = admin(&operator, &endpoint);
    admin.sign_in().await;
    let hook = Hook::of(&admin.hook_call("https://receiver.example/", &["*"]).send().await.created());
    admin.delete(&hook.path).send().await.no_content();
    assert_eq!(operator.database.count("webhooks"), 1, "until its deliveries are forgotten");
    assert_eq!(operator.key_status()["keys"][0]["neededBy"], json!({}));
    printed(operator.keys(&["add", "--sort", "sealing"]));
    printed(operator.keys(&["rotate", "--sort", "sealing"]));
    until_it_has_the_file(&operator).await;
    assert_eq!(printed(operator.keys(&["rewrap"])), "nothing to seal anew\n");
    operator.let_retirement_pass();
    let old = operator.kid("sealing", "retired");
    assert_eq!(printed(operator.keys(&["drop", &old])), format!("key {old} is dropped\n"));
    assert!(service.stop("TERM").success());
}

#[tokio::test]
async fn new_keys_wait_for_every_process() {
    let operator = Operator::installed();
    let behind =
        "INSERT INTO keyring_readers VALUES (gen_random_uuid(), '{old}', '{old}', now() + interval '1 hour')";
    operator.database.execute(behind);
    printed(operator.keys(&["add"]));
    let mut rotate = operator.command(&["keys", "rotate"]);
    let mut rotate = rotate.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let told = BufReader::new(rotate.stderr.take().unwrap()).lines().map_while(Result::ok);
    told.into_iter().find(|line| line.contains("waiting for 1 processes")).expect("it says so");
    assert_eq!(operator.kids("sealing", "standby").len(), 1);
    operator.database.execute("UPDATE keyring_readers SET seen_at = now() - interval '1 minute'");
    assert!(rotate.wait().unwrap().success());
    assert_eq!(operator.retired().len(), 2);
}

#[tokio::test]
async fn a_ring_that_does_not_belong_is_refused_and_the_old_one_stays() {
    let operator = Operator::installed();
    let mut serve = operator.command(&["serve"]);
    serve.stderr(Stdio::piped());
    let mut process = serve.spawn().unwrap();
    let log = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
    let mut log = log.map(|line| serde_json::from_str::<Value>(&line).unwrap_or_default());
    let mut told = |message: &str| {
        log.by_ref().find(|line| line["message"].as_str().is_some_and(|text| text.contains(message))).unwrap()
    };
    let bind = told("ready")["bind"].as_str().unwrap().to_owned();
    let ready = || async {
        let url = format!("http://{bind}/readyz");
        client().get(url).send().await.unwrap().status()
    };
    let own = fs::read_to_string(operator.keyring()).unwrap();
    operator.put_ring(&Keyring::generate(&SystemRandom).to_json());
    let refused = told("was refused")["message"].to_string();
    assert!(refused.contains("which this database uses"), "{refused}");
    assert_eq!(ready().await, 200);

    operator.put_ring(&own);
    printed(operator.keys(&["add", "--sort", "signing"]));
    printed(operator.keys(&["rotate", "--sort", "signing"]));
    told("the key ring was taken anew");
    assert_eq!(ready().await, 200);
    process.kill().unwrap();
    process.wait().unwrap();
}

const IMPORTED: usize = 450;

#[tokio::test]
async fn a_rewrap_that_was_killed_goes_on_where_it_was() {
    let operator = Operator::installed();
    let lines: Vec<String> = (0..IMPORTED).map(person).collect();
    let file = operator.home.path().join("users.jsonl");
    fs::write(&file, lines.join("\n")).unwrap();
    let import = ["import", "--from", "nightlatch", &file.display().to_string()];
    printed(operator.command(&import).output().unwrap());
    assert_eq!(operator.database.count("keyring_readers"), 0, "it has taken its leave");
    printed(operator.keys(&["add"]));
    printed(operator.keys(&["rotate"]));

    let mut blocker = PgConnection::establish(&operator.database.plain_url()).unwrap();
    let last = "SELECT FROM authenticators ORDER BY org_id DESC, user_id DESC, id DESC LIMIT 1 FOR UPDATE";
    blocker.batch_execute(&format!("BEGIN; {last}")).unwrap();
    let mut rewrap = operator.command(&["keys", "rewrap"]).stderr(Stdio::null()).spawn().unwrap();
    let waits = "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    until("it comes to the last", || operator.database.count(waits) == 1).await;
    rewrap.kill().unwrap();
    rewrap.wait().unwrap();
    assert_eq!(operator.database.count("keyring_readers"), 1, "its key stays for a while");
    blocker.batch_execute("ROLLBACK").unwrap();
    until("its transaction is over", || operator.database.count(waits) == 0).await;

    let old = operator.kid("sealing", "retired");
    let needed = || operator.key_status()["keys"][0]["neededBy"]["authenticators"].as_u64();
    let left = needed().expect("not all");
    assert!(left > 0 && left < IMPORTED as u64, "{left} are left");
    assert_eq!(
        printed(operator.keys(&["rewrap"])),
        format!("{left} secrets of authenticators sealed anew\n")
    );
    assert_eq!(needed(), None);
    let told = "SELECT action FROM audit_events WHERE action LIKE 'keyring.rewrap%' ORDER BY id";
    let begun = "keyring.rewrap_begun".to_owned();
    assert_eq!(operator.database.column(told), [begun.clone(), begun, "keyring.rewrapped".to_owned()]);

    operator.let_retirement_pass();
    printed(operator.keys(&["drop", &old]));
    let exported = operator.home.path().join("users.age");
    let passphrase = operator.home.path().join("passphrase");
    fs::write(&passphrase, "only we two know this\n").unwrap();
    let [exported, passphrase] = [exported, passphrase].map(|path| path.display().to_string());
    let export = ["export", "--to", &exported, "--passphrase-file", &passphrase];
    let told: Value = serde_json::from_str(&printed(operator.command(&export).output().unwrap())).unwrap();
    assert_eq!(told["users"], IMPORTED + 1, "every secret opens");
}

fn person(number: usize) -> String {
    let authenticator = json!({
        "name": "Phone", "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        "algorithm": "SHA1", "digits": 6, "periodSeconds": 30
    });
    json!({"email": format!("user{number}@example.org"), "authenticators": [authenticator]}).to_string()
}

#[tokio::test]
async fn people_who_have_moved_keep_what_they_have_when_the_keys_change() {
    let (here, there) = (left_behind().await, Operator::installed());
    let (recipient, identity) = age_keys(&there);
    let file = here.home.path().join("users.age").display().to_string();
    printed(here.command(&["export", "--to", &file, "--recipient", &recipient]).output().unwrap());
    let import = there.command(&["import", "--from", "nightlatch", &file, "--identity", &identity]).output();
    assert_eq!(import.unwrap().status.code(), Some(1), "the administrator is there already");
    there.renew_keys();
    assert_eq!(there.database.count("users WHERE password_pepper IS NOT NULL"), 1);
    there.renew_keys();

    let service = Service::start(there.command(&["serve"]));
    signs_in(&there, &service, "ada@example.org", PASSWORD, ("SHA256", 8, 60), SECRET).await;
    for code in [OWN_CODE, "w7h29kqx"] {
        let login = service.sign_in("ada@example.org", PASSWORD).await;
        let path = format!("/v1/auth/challenges/{}/verify", login["challengeId"].as_str().unwrap());
        let answer = json!({"method": "recoveryCode", "code": code});
        assert_eq!(service.post(&path, answer).await.0, 200, "{code}");
    }
}

#[tokio::test]
async fn the_guide_to_the_keys_works_as_written() {
    let operator = Operator::installed();
    let (service, endpoint) = serve(&operator);
    let guide = fs::read_to_string(repository().join("docs/operations/keys.md")).unwrap();
    let blocks = blocks_to_run(&guide);
    let [backup, add, rotate, rewrap, drop, one] = &blocks[..] else {
        panic!("six examples, not {blocks:?}")
    };
    for block in [backup, add, rotate, rewrap] {
        printed(operator.shell(block).output().unwrap());
    }
    until_it_has_the_file(&operator).await;
    operator.let_retirement_pass();
    printed(operator.shell(drop).output().unwrap());
    assert!(operator.retired().is_empty());
    printed(operator.shell(one).output().unwrap());
    assert_eq!(operator.kids("signing", "retired").len(), 1);
    assert!(operator.kids("sealing", "retired").is_empty());
    admin(&operator, &endpoint).sign_in().await;
    assert!(service.stop("TERM").success());
}
