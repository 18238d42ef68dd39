//! One person's address, password or code in spellings that a computer may read in several ways.

use serde_json::json;

use crate::support::{
    actor::{Actor, text},
    answer::Answer,
    app::TestApp,
    imports::{errors, hashed, import, person},
    service::Service,
};

const PASSWORD: &str = "some words that nobody guesses";

async fn create(admin: &Actor, email: &str) -> Answer {
    let body = json!({"email": email, "displayName": "Eve", "roles": ["member"], "password": PASSWORD});
    admin.post("/v1/users", body).send().await
}

async fn forget(app: &TestApp, email: &str) -> Answer {
    app.endpoint().post("/v1/auth/password/forgot", json!({"email": email})).send().await
}

/// Spellings of one mailbox: the case of letters, composed and decomposed, and its domain as people or as machines have it.
const ONE_MAILBOX: &[&str] = &[
    "zo\u{eb}@ex\u{e4}mple.example",
    "zoe\u{308}@exa\u{308}mple.example",
    "ZO\u{cb}@EX\u{c4}MPLE.EXAMPLE",
    "ZOE\u{308}@EXA\u{308}MPLE.example",
    "zo\u{eb}@xn--exmple-cua.example",
    "zo\u{eb}@XN--EXMPLE-CUA.example",
    "zo\u{eb}@\u{ff45}x\u{e4}mple\u{ff0e}example",
    "zo\u{eb}@ex\u{e4}\u{ad}mple\u{3002}example",
    " \u{a0}zo\u{eb}@ex\u{e4}mple.example\u{2003}",
];

#[tokio::test]
async fn a_mailbox_is_one_account_however_it_is_spelled() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    let created = create(&admin, ONE_MAILBOX[1]).await.created();
    assert_eq!(created["email"], ONE_MAILBOX[0]);
    let before = app.database.count("users");
    for spelling in ONE_MAILBOX {
        for who in [&admin, &foreign] {
            create(who, spelling).await.problem(409, "email_taken");
        }
        let login = person(&app, spelling, PASSWORD).login().await.ok();
        assert_eq!(login["session"]["user"]["id"], created["id"], "{spelling:?}");
        let row = json!({"email": spelling, "displayName": "Eve", "passwordHash": hashed("another password of theirs")});
        assert_eq!(import(&admin, &[row]).await["imported"], 0, "{spelling:?}");
    }
    assert_eq!(app.database.count("users"), before);
}

/// What only pretends to be `ada@lock.example`, or would be the same mailbox in a form that nobody needs.
const PRETENDERS: &[&str] = &[
    "ad\u{ff41}@lock.example",
    "\u{1d41a}da@lock.example",
    "\u{24d0}da@lock.example",
    "\u{aa}da@lock.example",
    "ad\u{200b}a@lock.example",
    "ad\u{200d}a@lock.example",
    "ad\u{ad}a@lock.example",
    "\u{feff}ada@lock.example",
    "\u{202e}ada@lock.example",
    "ada\u{2066}@lock.example",
    "\"ada\"@lock.example",
    "\"a\\da\"@lock.example",
    "ada\u{ff20}lock.example",
    "ada@lock.example.",
    "ada@.lock.example",
    "ada.@lock.example",
    ".ada@lock.example",
    "a..da@lock.example",
    "ada@lock..example",
    "ada @lock.example",
    "ada@ lock.example",
    "ada@[127.0.0.1]",
    "ada@lock.example\0",
    "ada\0@lock.example",
    "ada@lock.example\r\nBcc: eve@evil.example",
    "ada@lock.example,eve@evil.example",
    "ada@lock.example;eve@evil.example",
    "eve@evil.example<ada@lock.example>",
    "ada@lock.example@evil.example",
    "ada%lock.example@",
];

#[tokio::test]
async fn what_pretends_to_be_an_address_is_none() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.member("ada").await);
    app.mail_to(&ada.email).await;
    let before = app.database.dump();
    for spelling in PRETENDERS {
        create(&admin, spelling).await.invalid("email");
        person(&app, spelling, &ada.password).login().await.invalid("email");
        forget(&app, spelling).await.invalid("email");
        let changed = ada.post("/v1/me/email", json!({"email": spelling, "password": ada.password}));
        changed.send().await.invalid("email");
    }
    assert_eq!(app.database.dump(), before);
    assert!(app.mail_to(&ada.email).await.0.is_empty());
    let rows: Vec<_> = PRETENDERS.iter().map(|email| json!({"email": email, "displayName": "Eve"})).collect();
    let imported = import(&admin, &rows).await;
    assert_eq!(imported["failed"], PRETENDERS.len());
    assert!(errors(&imported).iter().all(|(_, field, _)| field == "email"));
    assert_eq!(app.database.count("users"), 2);
}

/// Letters of other scripts that look like those of `ida@kick.example` are letters of their own: another mailbox, to
/// which nothing of hers is mailed and in whose name nobody gets in.
const LOOKALIKES: &[&str] = &[
    "\u{131}da@kick.example",
    "\u{456}da@kick.example",
    "id\u{430}@kick.example",
    "\u{399}da@kick.example",
    "ida@\u{3ba}ick.example",
    "ida@k\u{131}ck.example",
    "ida+x@kick.example",
    "i.da@kick.example",
    "ida@kick.example.evil.example",
];

#[tokio::test]
async fn a_lookalike_is_somebody_else() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let victim = text(&create(&admin, "ida@kick.example").await.created()["id"]);
    for email in LOOKALIKES {
        person(&app, email, PASSWORD).login().await.problem(401, "login_failed");
        forget(&app, email).await.expect(202);
        assert!(app.mail_to("ida@kick.example").await.0.is_empty(), "{email}");
        let created = create(&admin, email).await.created();
        assert_ne!(created["id"], json!(victim));
        let login = person(&app, email, PASSWORD).login().await.ok();
        assert_eq!(login["session"]["user"]["id"], created["id"]);
    }
    // A capital of Turkish is no letter alone when it is small, and the Kelvin sign is a K by its definition.
    create(&admin, "\u{130}da@kick.example").await.invalid("email");
    let kelvin = person(&app, "ida@\u{212a}ick.example", PASSWORD).login().await.ok();
    assert_eq!(kelvin["session"]["user"]["id"], json!(victim));
}

/// bcrypt reads no more than 72 bytes, and none after a zero.
#[tokio::test]
async fn a_password_counts_to_its_last_byte() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let beginning = "correct horse battery staple and eleven more words that fill up all bytes".to_owned();
    assert!(beginning.len() > 72);
    let right = format!("{beginning} a");
    let body =
        json!({"email": "ada@lock.example", "displayName": "Ada", "roles": ["member"], "password": right});
    admin.post("/v1/users", body).send().await.created();
    for wrong in [
        beginning.clone(),
        beginning[..72].to_owned(),
        format!("{beginning} b"),
        format!("{right} "),
        format!("{right}\0"),
        format!("\0{right}"),
        format!("{right}\0{right}"),
        right.to_uppercase(),
    ] {
        person(&app, "ada@lock.example", &wrong).login().await.problem(401, "login_failed");
    }
    person(&app, "ada@lock.example", &right).login().await.ok();
}

/// The same of a hash that another system has made without any precaution.
#[tokio::test]
async fn an_imported_password_counts_to_its_last_byte() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (long, short) = ("x".repeat(72), "what they have always typed");
    let row = |email: &str, password: &str| json!({"email": email, "displayName": "Ada", "passwordHash": hashed(password)});
    import(&admin, &[row("long@lock.example", &long), row("short@lock.example", short)]).await;
    for (email, wrong) in [
        ("long@lock.example", format!("{long}and more")),
        ("long@lock.example", format!("{long}\0")),
        ("short@lock.example", format!("{short}\0")),
        ("short@lock.example", format!("{short}\0{short}")),
        ("short@lock.example", format!("{short}\0x")),
    ] {
        person(&app, email, &wrong).login().await.problem(401, "login_failed");
    }
    for (email, right) in [("long@lock.example", long.as_str()), ("short@lock.example", short)] {
        person(&app, email, right).login().await.ok();
    }
}

/// The digits of a code as Arabic, Bengali, Thai, fullwidth and mathematical ones.
fn in_other_digits(code: &str) -> Vec<String> {
    let zeros = [0x660, 0x6f0, 0x9e6, 0xe50, 0xff10, 0x1d7ce];
    let digit =
        |zero: u32, c: char| char::from_u32(zero + c.to_digit(10).expect("a digit")).expect("a character");
    zeros.map(|zero| code.chars().map(|c| digit(zero, c)).collect()).into()
}

#[tokio::test]
async fn a_code_is_of_ascii_digits_everywhere() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let door = Service::new(&app, &admin, &["verify"]).await;
    let mut ada = app.enrolled_member("ada").await;
    door.verify(&ada, &ada.phone().next_code()).await;
    let (pending, phone) = ada.begin().await;
    let challenge = ada.challenge().await;
    let codes = [ada.phone().next_code(), phone.code()];
    let before = app.database.dump();
    let bad = codes.iter().flat_map(|code| {
        in_other_digits(code).into_iter().chain([
            format!(" {code}"),
            format!("{code}\n"),
            format!("{} {}", &code[..3], &code[3..]),
            format!("+{}", &code[1..]),
            format!("-{}", &code[1..]),
            format!("{}.0", &code[..4]),
            format!("0x{}", &code[2..]),
        ])
    });
    for wrong in bad {
        for call in [
            ada.verify(&challenge, &wrong),
            ada.confirm(&pending, &wrong),
            ada.disable_call(&ada.password, &wrong),
            ada.post("/v1/me/recovery-codes/regenerate", json!({"code": wrong})),
            door.verify_call(&ada, &wrong),
        ] {
            call.send().await.invalid("code");
        }
    }
    assert_eq!(app.database.dump(), before, "and none of them has cost a try");
    let confirmed = ada.confirm(&pending, &phone.code()).send().await.ok();
    ada.adopt(&confirmed);
}
