//! Moving here: what other systems write when somebody leaves them, imported at the command line, and signed in with.

use std::{fs, path::PathBuf};

use data_encoding::BASE32_NOPAD;
use nightlatch::clock::{Clock, SystemClock};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{
    operator::{Operator, Service, blocks_to_run, printed, refused, repository},
    phone::oathtool,
};

/// Of everybody in the samples whose hash is taken.
pub const PASSWORD: &str = "correct horse battery staple";

fn sample(name: &str) -> String {
    repository().join("tests/api/samples").join(name).display().to_string()
}

/// Imports samples; gives the exit code and the summary.
fn import(operator: &Operator, system: &str, files: &[&str], more: &[&str]) -> (Option<i32>, Value) {
    let files: Vec<String> = files.iter().map(|name| sample(name)).collect();
    let mut arguments = vec!["import", "--from", system, "--json"];
    arguments.extend(files.iter().map(String::as_str).chain(more.iter().copied()));
    let mut command = operator.command(&arguments);
    // As dear as the hashes in the samples.
    let output = command.env("NIGHTLATCH_BCRYPT_COST", "10").output().unwrap();
    let summary = String::from_utf8(output.stdout.clone()).unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    (output.status.code(), serde_json::from_str(&summary).unwrap_or_else(|_| panic!("{summary}{told}")))
}

/// Counts of a summary: imported, with a factor, without a password, failed.
fn counts(summary: &Value) -> [u64; 4] {
    ["imported", "withFactor", "withoutPassword", "failed"].map(|name| summary[name].as_u64().unwrap())
}

/// The secret that a sample was made with.
fn secret(name: &str) -> String {
    BASE32_NOPAD.encode(&Sha256::digest(format!("nightlatch sample {name}"))[..20])
}

/// Lets somebody with a password of the samples, or with one that is given to them, sign in by a code.
pub async fn signs_in(
    operator: &Operator,
    service: &Service,
    email: &str,
    password: &str,
    authenticator: (&str, usize, usize),
    secret: &str,
) {
    let login = service.sign_in(email, password).await;
    assert_eq!(login["needs2FA"], true, "{email}: {login}");
    let code = oathtool(secret, authenticator, SystemClock.now());
    let path = format!("/v1/auth/challenges/{}/verify", login["challengeId"].as_str().unwrap());
    let (status, verified) = service.post(&path, json!({"method": "totp", "code": code})).await;
    assert_eq!(status, 200, "{email}: {verified}");
    let proved = format!(
        "authenticators AS a JOIN users AS u ON u.id = a.user_id WHERE u.email = '{email}' AND a.proved"
    );
    assert_eq!(operator.database.count(&proved), 1, "{email}");
}

/// Lets people without a password sign in by the authenticators that the samples gave them.
async fn all_sign_in(operator: &Operator, people: &[(&str, (&str, usize, usize), &str)]) {
    let service = Service::start(operator.command(&["serve"]));
    for (email, authenticator, name) in people {
        gives_password(operator, email);
        signs_in(operator, &service, email, operator.password(), *authenticator, &secret(name)).await;
    }
}

/// As if they had followed the mail for forgotten passwords: takes over the administrator's.
fn gives_password(operator: &Operator, email: &str) {
    operator.database.execute(&format!(
        "UPDATE users AS u SET password_hash = a.password_hash, password_kid = a.password_kid, \
         password_changed_at = a.password_changed_at FROM users AS a WHERE a.email = '{}' AND u.email = '{email}'",
        crate::support::operator::ADMIN
    ));
}

#[tokio::test]
async fn otpauth_uris_bring_authenticators() {
    let operator = Operator::installed();
    let (code, summary) = import(&operator, "otpauth", &["otpauth.txt"], &[]);
    assert_eq!((code, counts(&summary)), (Some(1), [2, 2, 2, 1]), "{summary}");
    assert_eq!(summary["notTakenOver"], json!({"factors": 1}));
    let error = &summary["errors"][0];
    assert_eq!(
        (&error["line"], &error["email"], &error["code"]),
        (&json!(6), &json!("old@example.org"), &json!("weak_secret"))
    );
    all_sign_in(
        &operator,
        &[
            ("ada@example.org", ("SHA256", 8, 60), "otpauth ada 2"),
            ("grace@example.org", ("SHA1", 6, 30), "otpauth grace"),
        ],
    )
    .await;
}

#[tokio::test]
async fn google_authenticators_transfer_is_read() {
    let operator = Operator::installed();
    let (code, summary) = import(&operator, "google-migration", &["google-migration.txt"], &[]);
    assert_eq!((code, counts(&summary)), (Some(0), [2, 2, 2, 0]), "{summary}");
    assert_eq!(summary["notTakenOver"], json!({"factors": 1}));
    all_sign_in(
        &operator,
        &[
            ("ada@example.org", ("SHA1", 6, 30), "google ada"),
            ("grace@example.org", ("SHA256", 8, 30), "google grace"),
        ],
    )
    .await;
}

#[tokio::test]
async fn users_of_auth0_keep_passwords_and_authenticators() {
    let operator = Operator::installed();
    let (code, summary) = import(&operator, "auth0", &["auth0.ndjson"], &[]);
    assert_eq!((code, counts(&summary)), (Some(0), [3, 2, 1, 0]), "{summary}");
    assert_eq!(summary["notTakenOver"], json!({"factors": 1, "passwords": 1}));
    let users = operator.database.column(
        "SELECT concat_ws(' ', display_name, external_id, email_verified_at IS NOT NULL, suspended_at IS NOT NULL) \
         FROM users WHERE imported_at IS NOT NULL ORDER BY email",
    );
    let expected = [
        "Ada Lovelace auth0|5f7c8ec7c33c6c004bbafe82 t f",
        "alan f t",
        "grace auth0|60425da93519d90068f82966 f f",
    ];
    assert_eq!(users, expected);
    let service = Service::start(operator.command(&["serve"]));
    let authenticator = ("SHA1", 6, 30);
    signs_in(&operator, &service, "ada@example.org", PASSWORD, authenticator, &secret("auth0 ada")).await;
    assert_eq!(service.sign_in("grace@example.org", PASSWORD).await["status"], "signedIn");
}

#[tokio::test]
async fn users_of_keycloak_keep_authenticators_and_bcrypt_passwords() {
    let operator = Operator::installed();
    let (code, summary) = import(&operator, "keycloak", &["keycloak.json"], &[]);
    assert_eq!((code, counts(&summary)), (Some(0), [3, 2, 2, 0]), "{summary}");
    let lost = json!({"passwords": 2, "recoveryCodes": 1, "factors": 1, "serviceAccounts": 1});
    assert_eq!(summary["notTakenOver"], lost);
    let suspended = "users WHERE email = 'grace@example.org' AND suspended_at IS NOT NULL";
    assert_eq!(operator.database.count(suspended), 1, "disabled there");
    operator.database.execute("UPDATE users SET suspended_at = NULL");
    gives_password(&operator, "ada@example.org");
    let service = Service::start(operator.command(&["serve"]));
    let (ada, grace) =
        (BASE32_NOPAD.encode(b"Zr8Qk3nTw5Yh2LmXv9Bc"), BASE32_NOPAD.encode(b"Hq4Ns7Pd1Ru6Tf0Wj8Ey"));
    signs_in(&operator, &service, "ada@example.org", operator.password(), ("SHA1", 6, 30), &ada).await;
    signs_in(&operator, &service, "grace@example.org", PASSWORD, ("SHA256", 8, 60), &grace).await;
}

#[tokio::test]
async fn tokens_of_privacyidea_find_their_owners() {
    let operator = Operator::installed();
    let (code, summary) = import(&operator, "privacyidea", &["privacyidea.csv"], &[]);
    assert_eq!((code, counts(&summary)), (Some(1), [2, 2, 2, 1]), "{summary}");
    assert_eq!(summary["notTakenOver"], json!({"factors": 1}));
    assert_eq!(summary["errors"][0]["line"], 6);
    all_sign_in(
        &operator,
        &[
            ("ada@example.org", ("SHA256", 8, 60), "pi ada 2"),
            ("grace@example.org", ("SHA1", 6, 60), "pi grace"),
        ],
    )
    .await;
}

#[test]
fn tokens_of_privacyidea_need_no_header() {
    let seed = "31".repeat(20);
    let files = [
        format!("TOTP1, {seed}, totp, 6, 30, ada@example.org\n"),
        format!("grace@example.org, TOTP2, {seed}, totp, 6, 30\n"),
    ];
    use nightlatch::{domain::import::Source, import::adapters::read};
    let adapted = read(Source::Privacyidea, &files.map(String::into_bytes)).unwrap();
    let emails: Vec<_> =
        adapted.rows.iter().map(|row| row.user.as_ref().ok().unwrap().email.as_str()).collect();
    assert_eq!(emails, ["ada@example.org", "grace@example.org"]);
}

#[tokio::test]
async fn users_of_authelia_come_from_both_files() {
    let operator = Operator::installed();
    let files = ["authelia-totp.yml", "authelia-users.yml"];
    let (code, summary) = import(&operator, "authelia", &files, &[]);
    assert_eq!((code, counts(&summary)), (Some(1), [2, 2, 1, 1]), "{summary}");
    assert_eq!(summary["notTakenOver"], json!({"passwords": 1}));
    operator.database.execute("UPDATE users SET suspended_at = NULL");
    gives_password(&operator, "ada@example.org");
    let service = Service::start(operator.command(&["serve"]));
    let own = operator.password();
    signs_in(&operator, &service, "ada@example.org", own, ("SHA1", 6, 30), &secret("authelia ada")).await;
    let authenticator = ("SHA512", 8, 60);
    signs_in(&operator, &service, "grace@example.org", PASSWORD, authenticator, &secret("authelia grace"))
        .await;
}

#[test]
fn an_import_may_be_tried_and_repeated() {
    let operator = Operator::installed();
    let before = operator.database.dump();
    let (code, summary) = import(&operator, "nightlatch", &["nightlatch.jsonl"], &["--dry-run"]);
    assert_eq!((code, counts(&summary), &summary["dryRun"]), (Some(0), [2, 1, 1, 0], &json!(true)));
    assert_eq!(operator.database.dump(), before);
    import(&operator, "nightlatch", &["nightlatch.jsonl"], &[]);
    let (code, again) = import(&operator, "nightlatch", &["nightlatch.jsonl"], &[]);
    assert_eq!((code, counts(&again), &again["existing"]), (Some(0), [0, 0, 0, 0], &json!(2)));
    let told = "audit_events WHERE action = 'user.imported' AND actor_id IS NULL";
    assert_eq!(operator.database.count(told), 2);

    let mut plain = operator.command(&["import", "--from", "nightlatch", &sample("nightlatch.jsonl")]);
    let told = printed(plain.env("NIGHTLATCH_BCRYPT_COST", "10").output().unwrap());
    assert_eq!(
        told,
        "0 users imported: 0 with a second factor, 0 without a password\n2 were there already, 0 failed\n"
    );
}

#[test]
fn an_import_that_breaks_off_is_told_from_one_in_part() {
    let operator = Operator::installed();
    let run =
        |arguments: &[&str]| operator.command(&[&["import", "--from"], arguments].concat()).output().unwrap();
    let absent = PathBuf::from(operator.home.path()).join("absent").display().to_string();
    assert!(refused(run(&["auth0", &absent]), 2).contains("absent"));
    assert!(refused(run(&["keycloak", &sample("otpauth.txt")]), 2).contains("format"));
    assert!(refused(run(&["authelia", &sample("otpauth.txt")]), 2).contains("format"));
    let unknown = run(&["nightlatch", "--organization", "nobody", &sample("nightlatch.jsonl")]);
    assert!(refused(unknown, 2).contains("short name"));

    let superadmin = operator.home.path().join("users.jsonl");
    fs::write(&superadmin, "{\"email\":\"ada@example.org\",\"roles\":[\"superadmin\"]}\n").unwrap();
    let output = run(&["nightlatch", &superadmin.display().to_string()]);
    assert!(
        String::from_utf8_lossy(&output.stdout)
            .contains("line 1 (ada@example.org): roles: These permit more")
    );
    assert!(refused(output, 1).contains("1 users were not imported"));
}

#[test]
fn the_guide_works_as_written() {
    let guide = fs::read_to_string(repository().join("docs/move-here.md")).unwrap();
    let blocks = blocks_to_run(&guide);
    assert_eq!(blocks.len(), 9);
    let mut exported = None;
    for block in blocks {
        let operator = Operator::installed();
        for entry in fs::read_dir(repository().join("tests/api/samples")).unwrap() {
            let file = entry.unwrap();
            fs::copy(file.path(), operator.home.path().join(file.file_name())).unwrap();
        }
        fs::write(operator.home.path().join("passphrase.txt"), "only we two know this\n").unwrap();
        let file = operator.home.path().join("users.age");
        if block.starts_with("nightlatch export") {
            operator.database.execute(
                "UPDATE login_directory SET email = 'me@example.org'; UPDATE users SET email = 'me@example.org'; \
                 UPDATE user_roles SET role = 'admin'",
            );
            printed(operator.shell(block).output().unwrap());
            exported = Some(fs::read(file).unwrap());
            continue;
        }
        exported.iter().for_each(|exported| fs::write(&file, exported).unwrap());
        // Some of the samples have lines that are not right.
        let script = block.replace('\n', " || [ $? -eq 1 ]\n") + " || [ $? -eq 1 ]";
        printed(operator.shell(&script).env("NIGHTLATCH_BCRYPT_COST", "10").output().unwrap());
        assert!(operator.database.count("users WHERE imported_at IS NOT NULL") >= 1, "{block}");
    }
}

// From one installation to another.

pub const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
pub const OWN_CODE: &str = "7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F";

/// An installation with somebody who has a password under its own key, an authenticator and recovery codes of both forms.
pub async fn left_behind() -> Operator {
    let operator = Operator::installed();
    let ada = json!({
        "email": "ada@example.org", "displayName": "Ada Lovelace", "language": "de", "externalId": "a|1",
        "passwordHash": hashed(PASSWORD), "recoveryCodes": [OWN_CODE, "W7H2-9KQX"],
        "authenticators": [{"name": "Phone", "secret": SECRET, "algorithm": "SHA256", "digits": 8, "periodSeconds": 60}]
    });
    let grace = json!({"email": "grace@example.org", "passwordHash": hashed(PASSWORD), "suspended": true});
    let file = operator.home.path().join("users.jsonl");
    fs::write(&file, format!("{ada}\n{grace}\n")).unwrap();
    printed(
        operator.command(&["import", "--from", "nightlatch", &file.display().to_string()]).output().unwrap(),
    );
    let service = Service::start(operator.command(&["serve"]));
    signs_in(&operator, &service, "ada@example.org", PASSWORD, ("SHA256", 8, 60), SECRET).await;
    operator
}

#[expect(clippy::disallowed_methods, reason = "another system draws its own salt")]
fn hashed(password: &str) -> String {
    bcrypt::hash(password, 8).unwrap()
}

/// A key pair of age: the public key, and a file with the identity.
pub fn age_keys(operator: &Operator) -> (String, String) {
    use secrecy::ExposeSecret;
    let identity = age::x25519::Identity::generate();
    let file = operator.home.path().join("identity.txt");
    let text = format!("# public key: {}\n{}\n", identity.to_public(), identity.to_string().expose_secret());
    fs::write(&file, text).unwrap();
    (identity.to_public().to_string(), file.display().to_string())
}

#[tokio::test]
async fn people_move_to_another_installation_with_all_that_they_have() {
    let (here, there) = (left_behind().await, Operator::installed());
    // Whoever takes the file somewhere else takes no freeze and no reset off.
    here.database.execute(
        "UPDATE users SET frozen_at = created_at, reset_at = created_at, email_codes = true, email_verified_at = created_at \
         WHERE imported_at IS NOT NULL AND email <> 'ada@example.org'",
    );
    let (recipient, identity) = age_keys(&there);
    let file = here.home.path().join("users.age");
    let path = file.display().to_string();
    let export = || here.command(&["export", "--to", &path, "--recipient", &recipient]).output().unwrap();
    let told: Value = serde_json::from_str(&printed(export())).unwrap();
    assert_eq!(told["users"], 3);
    let sealed = fs::read(&file).unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("ada@example.org"), "encrypted");
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(refused(export(), 1).contains("already"), "nothing is overwritten");
    assert_eq!(
        here.database.count("audit_events WHERE action = 'users.exported' AND detail ->> 'users' = '3'"),
        1
    );

    let import = |more: &[&str]| {
        there
            .command(&[&["import", "--from", "nightlatch", "--json", &path], more].concat())
            .output()
            .unwrap()
    };
    assert!(refused(import(&[]), 2).contains("--identity"));
    let output = import(&["--identity", &identity]);
    let summary: Value = serde_json::from_slice(&output.stdout).unwrap();
    // The administrator has their address there already.
    assert_eq!(counts(&summary), [2, 1, 0, 1], "{summary}");
    assert_eq!(summary["errors"][0]["code"], "email_taken");

    let service = Service::start(there.command(&["serve"]));
    signs_in(&there, &service, "ada@example.org", PASSWORD, ("SHA256", 8, 60), SECRET).await;
    let own_key =
        "users WHERE email = 'ada@example.org' AND password_kid IS NOT NULL AND password_pepper IS NULL";
    assert_eq!(there.database.count(own_key), 1, "the hash is made anew");
    for code in [OWN_CODE, "w7h29kqx"] {
        for status in [200, 401] {
            let login = service.sign_in("ada@example.org", PASSWORD).await;
            let path = format!("/v1/auth/challenges/{}/verify", login["challengeId"].as_str().unwrap());
            if login["methods"].as_array().unwrap().contains(&json!("recoveryCode")) {
                let answer = json!({"method": "recoveryCode", "code": code});
                assert_eq!(service.post(&path, answer).await.0, status, "{code}");
            }
        }
    }
    let same = "SELECT concat_ws('|', display_name, language, external_id, suspended_at IS NOT NULL, \
                frozen_at IS NOT NULL, reset_at IS NOT NULL, email_codes) FROM users WHERE imported_at IS NOT NULL ORDER BY email";
    assert_eq!(there.database.column(same), here.database.column(same));
}

#[test]
fn an_export_may_be_opened_by_a_passphrase() {
    let (here, there) = (Operator::installed(), Operator::installed());
    here.database.execute(
        "UPDATE login_directory SET email = 'me@example.org'; UPDATE users SET email = 'me@example.org'; \
                           UPDATE user_roles SET role = 'admin'",
    );
    let (file, passphrase) = (here.home.path().join("users.age"), here.home.path().join("passphrase"));
    fs::write(&passphrase, "only the two of us know this\n").unwrap();
    let (file, passphrase) = (file.display().to_string(), passphrase.display().to_string());
    printed(here.command(&["export", "--to", &file, "--passphrase-file", &passphrase]).output().unwrap());
    let import = ["import", "--from", "nightlatch", &file, "--passphrase-file", &passphrase];
    printed(there.command(&import).output().unwrap());
    assert_eq!(
        there.database.count("users WHERE email = 'me@example.org' AND password_pepper IS NOT NULL"),
        1
    );
}
