//! Files of imports: a line that is wrong harms no other, and a file may be sent again, in part or as often as one likes.

use serde_json::{Value, json};

use crate::{
    problems::exchange_bytes,
    support::{
        answer::Answer,
        app::TestApp,
        imports::{PASSWORD, SECRET, WEAK_SECRET, dry_run, errors, hashed, import, import_call, lines},
        race::race,
    },
};

#[tokio::test]
async fn a_line_that_is_wrong_harms_no_other_and_gives_nothing_away() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.user("taken", &["member"]).await;
    let cheap = hashed(PASSWORD).replacen("$08$", "$07$", 1);
    let dear = hashed(PASSWORD).replacen("$08$", "$31$", 1);
    let with = |field: &str, value: Value| {
        let mut row = json!({"email": "x@lock.example"});
        row[field] = value;
        row
    };
    let authenticator = |field: &str, value: Value| {
        let mut one = json!({"secret": SECRET});
        one[field] = value;
        with("authenticators", json!([{"secret": SECRET}, one]))
    };
    let codes = |codes: &[&str]| with("recoveryCodes", json!(codes));
    let cases = [
        (json!({"displayName": "Nobody"}), "email", "required"),
        (json!(["ada@lock.example"]), "", "invalid"),
        (with("email", json!("nobody")), "email", "invalid_email"),
        (with("password", json!(PASSWORD)), "password", "unknown"),
        (with("displayName", json!("")), "displayName", "required"),
        (with("roles", json!([])), "roles", "required"),
        (with("roles", json!(["member", "nonsense"])), "roles[1]", "unknown_role"),
        (with("language", json!("tlh")), "language", "invalid"),
        (with("externalId", json!("a\u{0}b")), "externalId", "invalid_characters"),
        (with("passwordHash", json!("$argon2id$v=19$secret")), "passwordHash", "invalid_hash"),
        (with("passwordHash", json!(cheap)), "passwordHash", "cheap_hash"),
        (with("passwordHash", json!(dear)), "passwordHash", "dear_hash"),
        (authenticator("secret", json!(WEAK_SECRET)), "authenticators[1].secret", "weak_secret"),
        (authenticator("secret", json!("not base 32!")), "authenticators[1].secret", "invalid_secret"),
        (authenticator("digits", json!(7)), "authenticators[1].digits", "unsupported"),
        (authenticator("periodSeconds", json!(90)), "authenticators[1].periodSeconds", "unsupported"),
        (authenticator("algorithm", json!("MD5")), "authenticators[1].algorithm", "invalid"),
        (authenticator("issuer", json!("Elsewhere")), "authenticators[1].issuer", "unknown"),
        (authenticator("secret", json!(SECRET.to_lowercase())), "authenticators[1].secret", "duplicate"),
        (with("authenticators", json!(vec![json!({"secret": SECRET}); 6])), "authenticators", "too_many"),
        (codes(&["short"]), "recoveryCodes[0]", "invalid_code"),
        (codes(&["1234-5678", "12345678"]), "recoveryCodes", "duplicate"),
        (
            with("hashedRecoveryCodes", json!({"hash": "bcrypt", "codes": []})),
            "hashedRecoveryCodes.hash",
            "invalid",
        ),
        (
            with("hashedRecoveryCodes", json!({"hash": "sha256", "codes": ["abc"]})),
            "hashedRecoveryCodes.codes[0]",
            "invalid_hash",
        ),
        (with("email", json!("taken@lock.example")), "email", "email_taken"),
    ];
    for (row, field, code) in &cases {
        let answer = import_call(&admin, lines(std::slice::from_ref(row))).send().await;
        let result = answer.ok();
        assert_eq!(errors(&result), [(1, (*field).to_owned(), (*code).to_owned())], "{row}");
        assert_eq!((&result["imported"], &result["failed"]), (&json!(0), &json!(1)), "{row}");
        for secret in [SECRET, WEAK_SECRET, "1234-5678", "argon2", &cheap, &dear, PASSWORD] {
            assert!(!answer.text().contains(secret), "{}", answer.text());
        }
    }

    let good = |name: &str| json!({"email": format!("{name}@lock.example"), "externalId": name}).to_string();
    let body = [
        good("ada"),
        "{".to_owned(),
        String::new(),
        good("bob"),
        good("ADA"),
        json!({"email": "eve@lock.example", "externalId": "bob"}).to_string(),
        format!("{{\"email\": \"{}\"}}", "x".repeat(70_000)),
        good("eve"),
    ];
    let result = import_call(&admin, body.join("\n")).send().await.ok();
    let expected = [
        (2, "", "malformed"),
        (5, "email", "duplicate"),
        (6, "externalId", "duplicate"),
        (7, "", "too_long"),
    ];
    assert_eq!(
        errors(&result),
        expected.map(|(line, field, code)| (line, field.to_owned(), code.to_owned()))
    );
    assert_eq!((&result["imported"], &result["failed"]), (&json!(3), &json!(4)));
    assert_eq!(result["errors"][1]["email"], "ada@lock.example");
}

#[tokio::test]
async fn a_file_that_is_sent_again_imports_nobody_twice() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let rows = |names: &[&str]| -> Vec<Value> {
        let row = |name: &&str| json!({"email": format!("{name}@lock.example"), "externalId": name});
        names.iter().map(row).collect()
    };
    import(&admin, &rows(&["ada", "bob"])).await;
    let before = app.database.dump();
    let again = import(&admin, &rows(&["ada", "bob"])).await;
    assert_eq!((&again["imported"], &again["existing"], &again["failed"]), (&json!(0), &json!(2), &json!(0)));
    assert_eq!(app.database.dump(), before);
    let more = import(&admin, &rows(&["ada", "bob", "carl"])).await;
    assert_eq!((&more["imported"], &more["existing"]), (&json!(1), &json!(2)));

    let another = json!({"email": "ada@lock.example", "externalId": "another"});
    assert_eq!(
        errors(&import(&admin, &[another]).await),
        [(1, "email".to_owned(), "email_taken".to_owned())]
    );
    let taken = json!({"email": "dora@lock.example", "externalId": "bob"});
    assert_eq!(errors(&import(&admin, &[taken]).await), [(1, "externalId".to_owned(), "taken".to_owned())]);
    let elsewhere = app.foreign_admin().await;
    let result = import(&elsewhere, &rows(&["ada", "eve"])).await;
    assert_eq!(errors(&result), [(1, "email".to_owned(), "email_taken".to_owned())]);
    assert_eq!(result["imported"], 1);
}

#[tokio::test]
async fn a_dry_run_tells_the_same_and_writes_nothing() {
    let app = TestApp::start();
    let admin = app.admin().await;
    import(&admin, &[json!({"email": "old@lock.example"})]).await;
    let rows = [
        json!({"email": "old@lock.example"}),
        json!({"email": "ada@lock.example", "authenticators": [{"secret": SECRET}]}),
        json!({"email": "bob@lock.example", "roles": ["nonsense"]}),
        json!({"email": "ada@lock.example"}),
    ];
    let before = app.database.dump();
    let mut told = dry_run(&admin, &rows).await.ok();
    assert_eq!(app.database.dump(), before);
    assert_eq!(told["dryRun"], true);
    told["dryRun"] = json!(false);
    assert_eq!(import(&admin, &rows).await, told);
    assert_eq!((&told["imported"], &told["existing"], &told["failed"]), (&json!(1), &json!(1), &json!(2)));
}

#[tokio::test]
async fn the_body_is_bounded_and_of_one_kind() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let call = admin.endpoint.call(reqwest::Method::POST, "/v1/users/import");
    let call = admin.sign(call).json(json!({"email": "ada@lock.example"}));
    call.send().await.problem(415, "unsupported_media_type");
    let path = "/v1/users/import?dry=true";
    admin.sign(admin.endpoint.call(reqwest::Method::POST, path)).send().await.invalid("dry");

    let empty = import_call(&admin, "").send().await.ok();
    assert_eq!((&empty["imported"], &empty["failed"]), (&json!(0), &json!(0)));
    let result = import_call(&admin, "\n{\"email\":\"ada@lock.example\"}").send().await.ok();
    assert_eq!(result["imported"], 1, "the last line needs no end");
}

/// The largest body that is taken.
const LARGEST: usize = 16 * 1024 * 1024;

#[tokio::test]
async fn i9_a_body_over_sixteen_mebibytes_is_too_large() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let sent = |length: &str, body: &str| {
        let request = format!(
            "POST /v1/users/import HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\n\
             content-type: application/x-ndjson\r\nconnection: close\r\n{length}\r\n\r\n{body}",
            admin.access
        );
        exchange_bytes(&app, request.as_bytes())
    };
    let person = |name: &str| format!("{{\"email\":\"{name}@lock.example\"}}\n");
    let (bob, padding) = (person("bob"), "\n".repeat(LARGEST));
    let announced = sent(&format!("content-length: {}", LARGEST + 1), "");
    let whole = format!("{:x}\r\n{bob}{padding}\r\n0\r\n\r\n", bob.len() + LARGEST);
    let streamed = sent("transfer-encoding: chunked", &whole);
    for answer in [announced, streamed] {
        assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
        assert!(answer.contains("\"payload_too_large\""), "{answer}");
    }
    let ada = person("ada");
    let largest = format!("{ada}{}", &padding[ada.len()..]);
    assert_eq!(import_call(&admin, largest).send().await.ok()["imported"], 1);
}

#[tokio::test]
async fn only_the_first_thousand_errors_are_listed() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let result = import_call(&admin, "{}\n".repeat(1_200)).send().await.ok();
    assert_eq!(result["failed"], 1_200);
    let listed = errors(&result);
    assert_eq!((listed.len(), listed[999].0), (1_000, 1_000));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_imports_at_once_one_imports_each_user() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let rows: Vec<Value> =
        (0..300).map(|number| json!({"email": format!("u{number}@lock.example")})).collect();
    let calls = [&admin; 2].map(|admin| import_call(admin, lines(&rows)));
    let answers: Vec<Value> = race(calls.into()).await.iter().map(Answer::ok).collect();
    let sum = |field: &str| answers.iter().map(|one| one[field].as_u64().unwrap()).sum::<u64>();
    assert_eq!((sum("imported"), sum("existing"), sum("failed")), (300, 300, 0));
}
