//! Branding: how an organization shows itself where its users sign in, and to whom it is told.

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use nightlatch::clock::Clock;
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{
    actor::{Actor, claims, text},
    answer::Answer,
    app::{ORGANIZATION, TestApp},
    call::Call,
    pictures::png,
    race::{race, with_status},
};

const PATH: &str = "/v1/branding";
const LOGO: &str = "/v1/branding/logo";

fn whole() -> Value {
    json!({"accent": "#3C58b3", "support": {"contact": "Help@Lock.example", "note": "Monday to Friday"}})
}

fn put_call(admin: &Actor, version: i64, branding: Value) -> Call {
    admin.put(PATH, branding).header("if-match", &format!("\"{version}\""))
}

fn logo_call(admin: &Actor, media_type: &str, file: impl Into<reqwest::Body>) -> Call {
    admin.sign(admin.endpoint.call(Method::PUT, LOGO)).header("content-type", media_type).body(file)
}

async fn config(app: &TestApp, query: &str) -> Value {
    app.endpoint().get(&format!("/v1/auth/config{query}")).send().await.ok()
}

/// What the log tells of changes of the branding, the newest first.
async fn told(admin: &Actor) -> Vec<Value> {
    let events = admin.get("/v1/audit-events?action=branding.changed").send().await.ok();
    events["items"].as_array().expect("a list").clone()
}

fn digest(file: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(file))
}

#[tokio::test]
async fn an_organization_says_how_it_shows_itself() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let untouched = admin.get(PATH).send().await;
    assert_eq!(
        (untouched.ok(), untouched.header("etag")),
        (json!({"slug": "lock-key-ltd", "name": ORGANIZATION, "version": 0}), Some("\"0\""))
    );

    let replaced = put_call(&admin, 0, whole()).send().await;
    let support = json!({"contact": "help@lock.example", "note": "Monday to Friday"});
    let expected = json!({
        "slug": "lock-key-ltd", "name": ORGANIZATION, "accent": "#3c58b3", "support": support, "version": 1, "updatedAt": app.clock.now(),
    });
    assert_eq!((replaced.ok(), replaced.header("etag")), (expected.clone(), Some("\"1\"")));
    assert_eq!(admin.get(PATH).send().await.ok(), expected);
    let shown = json!({"name": ORGANIZATION, "accent": "#3c58b3", "support": support});
    assert_eq!(config(&app, "").await["branding"], shown);

    let page = json!({"support": {"contact": "https://help.lock.example/2fa"}});
    put_call(&admin, 1, page.clone()).send().await.ok();
    let shown = json!({"name": ORGANIZATION, "support": page["support"]});
    assert_eq!(config(&app, "").await["branding"], shown, "what is left out is gone");
    put_call(&admin, 2, json!({})).send().await.ok();
    assert_eq!(config(&app, "").await.get("branding"), None);
}

#[tokio::test]
async fn what_nobody_could_use_is_refused() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let support = |contact: &str, note: &str| json!({"support": {"contact": contact, "note": note}});
    let before = app.database.dump();
    for (branding, field) in [
        (json!({"accent": "blue"}), "accent"),
        (json!({"accent": "#fff"}), "accent"),
        (json!({"accent": "#3c58b3;}"}), "accent"),
        (json!({"accent": 1}), "accent"),
        (json!({"name": "Another"}), "name"),
        (json!({"support": {}}), "support.contact"),
        (support("help", "Note"), "support.contact"),
        (support("http://help.lock.example", "Note"), "support.contact"),
        (support("javascript:alert(1)", "Note"), "support.contact"),
        (support("https://ada:secret@help.lock.example", "Note"), "support.contact"),
        (support("help@lock.example", ""), "support.note"),
        (support("help@lock.example", &"x".repeat(121)), "support.note"),
    ] {
        put_call(&admin, 0, branding).send().await.invalid(field);
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn a_change_says_which_version_it_has_seen() {
    let app = TestApp::start();
    let admin = app.admin().await;
    admin.put(PATH, whole()).send().await.problem(428, "precondition_required");
    for stale in ["\"1\"", "\"-1\"", "0", "", "1, 2", "\"1\", *", "W/\"1\"", "\"1-gzip\"", "\"\""] {
        admin.put(PATH, whole()).header("if-match", stale).send().await.problem(412, "stale_version");
    }
    let answers = race((0..6).map(|_| put_call(&admin, 0, whole())).collect()).await;
    assert_eq!((with_status(&answers, 200), with_status(&answers, 412)), (1, 5));
    logo_call(&admin, "image/png", png(2, 2)).send().await.ok();
    put_call(&admin, 1, json!({})).send().await.problem(412, "stale_version");
    put_call(&admin, 2, json!({})).send().await.ok();
    // As nginx, Apache and Caddy hand the tag on of what they compress.
    for (version, tag) in (3..).zip(["W/\"3\"", "\"4-gzip\"", "W/\"5-br\""]) {
        assert_eq!(admin.get(PATH).send().await.ok()["version"], json!(version));
        admin.put(PATH, whole()).header("if-match", tag).send().await.ok();
    }
}

#[tokio::test]
async fn a_change_may_expect_one_of_several_versions_or_any() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (version, tags) in [(1, "*"), (2, "\"7\", \"1\""), (3, "\"other\",W/\"2\" , \"9\""), (4, " * ")] {
        let answer = admin.put(PATH, whole()).header("if-match", tags).send().await.ok();
        assert_eq!(answer["version"], version, "{tags}");
    }
    admin.put(PATH, whole()).header("if-match", "\"1\", \"2\"").send().await.problem(412, "stale_version");
    let (policy, tag) = admin.policy().await;
    for tags in ["*".to_owned(), format!("\"0\", {}", tag.replace('1', "2"))] {
        admin.put_policy_call(policy.clone(), &tags).send().await.ok();
    }
    admin.put_policy_call(policy, "\"1\", \"2\"").send().await.problem(412, "stale_version");
}

#[tokio::test]
async fn a_mail_shows_the_logo_of_the_moment_it_is_sent() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (ada, grace) = (app.member("ada").await, app.member("grace").await);
    let mailed = async |user: &Actor| {
        let asked = app.endpoint().post("/v1/auth/password/forgot", json!({"email": user.email}));
        asked.send().await.expect(202);
        app.mail_to(&user.email).await.only()
    };
    assert_eq!(mailed(&ada).await.logo, None);
    let file = png(320, 80);
    logo_call(&admin, "image/png", file.clone()).send().await.ok();
    let email = mailed(&grace).await;
    assert!(email.html.contains(r#"src="cid:logo" alt="" width="160" height="40""#), "{}", email.html);
    assert_eq!(email.logo, Some(file));
}

#[tokio::test]
async fn a_logo_is_shown_to_whoever_signs_in() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let file = png(320, 80);
    let branding = logo_call(&admin, "image/png", file.clone()).send().await.ok();
    let url = format!("/v1/auth/logos/{}?organization=lock-key-ltd", digest(&file));
    let logo = json!({"url": url, "width": 320, "height": 80});
    assert_eq!((&branding["logo"], &branding["version"]), (&logo, &json!(1)));
    assert_eq!(config(&app, "").await["branding"], json!({"name": ORGANIZATION, "logo": logo}));

    let shown = app.anonymous("GET", &url).send().await;
    shown.expect(200);
    assert_eq!(shown.body, file);
    for (name, value) in [
        ("content-type", "image/png"),
        ("cache-control", "public, max-age=31536000, immutable"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; sandbox; frame-ancestors 'none'"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(shown.header(name), Some(value));
    }

    logo_call(&admin, "image/png", file).send().await.ok();
    put_call(&admin, 1, whole()).send().await.ok();
    assert_eq!(
        config(&app, "").await["branding"]["logo"],
        logo,
        "the same file is no change, and words leave it alone"
    );
    let other = logo_call(&admin, "image/png", png(1, 1)).send().await.ok();
    app.anonymous("GET", &url).send().await.problem(404, "not_found");
    app.anonymous("GET", &text(&other["logo"]["url"])).send().await.expect(200);
    let removed = admin.delete(LOGO).send().await;
    assert_eq!((removed.ok().get("logo"), removed.header("etag")), (None, Some("\"4\"")));
    app.anonymous("GET", &text(&other["logo"]["url"])).send().await.problem(404, "not_found");
    admin.delete(LOGO).send().await.ok();
    assert_eq!(admin.get(PATH).send().await.header("etag"), Some("\"4\""), "there was none any more");
}

#[tokio::test]
async fn a_file_that_is_no_picture_changes_nothing() {
    let app = TestApp::start();
    let admin = app.admin().await;
    logo_call(&admin, "image/png", png(2, 2)).send().await.ok();
    let before = app.database.dump();
    let whole = png(8, 8);
    let code = |answer: Answer| text(&answer.invalid("logo")["errors"][0]["code"]);
    for (file, expected) in [
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".to_vec(), "invalid_png"),
        (Vec::new(), "invalid_png"),
        (whole[..whole.len() - 1].to_vec(), "invalid_png"),
        ([&whole[..], b"<script>alert(1)</script>"].concat(), "invalid_png"),
        (png(513, 1), "too_many_pixels"),
        (png(1, 513), "too_many_pixels"),
    ] {
        assert_eq!(code(logo_call(&admin, "image/png", file).send().await), expected);
    }
    for media_type in ["image/svg+xml", "image/jpeg", "application/json", "text/html", "image/png, image/png"]
    {
        let answer = logo_call(&admin, media_type, png(2, 2)).send().await;
        answer.problem(415, "unsupported_media_type");
    }
    let large = logo_call(&admin, "image/png", vec![0; 64 * 1024 + 1]).send().await;
    large.problem(413, "payload_too_large");
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn nobody_learns_of_another_organization() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    let [ours, theirs] = [png(4, 4), png(5, 5)];
    let our_url = text(&logo_call(&admin, "image/png", ours).send().await.ok()["logo"]["url"]);
    logo_call(&foreign, "image/png", theirs.clone()).send().await.ok();
    put_call(&foreign, 1, json!({"accent": "#ff0000"})).send().await.ok();
    assert_eq!(config(&app, "").await.get("branding"), None, "there are several, and none is named");
    assert_eq!(config(&app, "?organization=elsewhere").await["branding"]["accent"], "#ff0000");
    assert_eq!(config(&app, "?organization=lock-key-ltd").await["branding"].get("accent"), None);

    let their_digest = digest(&theirs);
    for path in [
        format!("/v1/auth/logos/{their_digest}"),
        format!("/v1/auth/logos/{their_digest}?organization=lock-key-ltd"),
        format!("/v1/auth/logos/{their_digest}?organization=nowhere"),
        format!("/v1/auth/logos/{their_digest}?organization=%00"),
        format!("/v1/auth/logos/{}?organization=elsewhere", their_digest.to_uppercase()),
        "/v1/auth/logos/%22?organization=elsewhere".to_owned(),
        "/v1/auth/logos/%00?organization=elsewhere".to_owned(),
        our_url.replace("lock-key-ltd", "elsewhere"),
    ] {
        let unknown = app.anonymous("GET", &path).send().await;
        unknown.problem(404, "not_found");
        assert_eq!(unknown.header("cache-control"), Some("no-store"), "{path}");
    }
    app.anonymous("GET", &format!("{our_url}&x=1")).send().await.invalid("x");
}

#[tokio::test]
async fn n2_each_change_is_told_with_the_old_and_the_new() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    let here = text(&claims(&foreign.access)["org"]);
    let there = admin.acting_in(&here);
    put_call(&there, 0, whole()).send().await.ok();
    app.clock.advance(TimeDelta::seconds(1));
    let file = png(3, 2);
    logo_call(&there, "image/png", file.clone()).send().await.ok();
    logo_call(&there, "image/png", file.clone()).send().await.ok();
    app.clock.advance(TimeDelta::seconds(1));
    there.delete(LOGO).send().await.ok();

    let events = told(&foreign).await;
    let support = json!({"contact": "help@lock.example", "note": "Monday to Friday"});
    let logo = json!({"digest": digest(&file), "width": 3, "height": 2});
    let states = [
        json!({"accent": null, "support": null, "logo": null}),
        json!({"accent": "#3c58b3", "support": support, "logo": null}),
        json!({"accent": "#3c58b3", "support": support, "logo": logo}),
        json!({"accent": "#3c58b3", "support": support, "logo": null}),
    ];
    assert_eq!(events.len(), 3);
    for (event, (version, states)) in events.iter().rev().zip((1..).zip(states.windows(2))) {
        let from = text(&claims(&admin.access)["org"]);
        let detail = json!({"version": version, "old": states[0], "new": states[1], "actingFrom": from});
        assert_eq!(event["detail"], detail);
    }
    assert_eq!(told(&admin).await, [json!(null); 0], "nothing has changed at home");
}
