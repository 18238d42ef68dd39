//! Pages that are served from another origin than the API: they may use it, links lead to them, and no other page has anything of it.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    answer::Answer,
    app::{PUBLIC_URL, TestApp},
    call::Call,
    pictures::png,
    provider::Provider,
    schema::document,
    soft_authenticator::SoftAuthenticator,
    sso::{Browser, token},
};

const PAGES: &str = "https://pages.lock.example";
const PORTAL: &str = "https://portal.lock.example";
const OTHERS: [&str; 9] = [
    "https://evil.example",
    "null",
    "https://pages.lock.example.evil.example",
    "https://sub.pages.lock.example",
    "https://lock.example",
    "http://pages.lock.example",
    "https://pages.lock.example:8443",
    "https://pages.lock.example/",
    "file://",
];

fn start() -> TestApp {
    TestApp::start_with(|settings| {
        settings.pages = Some(PAGES.parse().unwrap());
        settings.allowed_origins = vec![PORTAL.parse().unwrap()];
    })
}

/// As a page of that origin on the same site asks.
fn from(origin: &str, call: Call) -> Call {
    call.header("origin", origin).header("sec-fetch-site", "same-site")
}

fn preflight(app: &TestApp, origin: &str, method: &str, headers: &str) -> Call {
    let call = app.anonymous("OPTIONS", "/v1/me").header("origin", origin);
    call.header("access-control-request-method", method).header("access-control-request-headers", headers)
}

fn list(answer: &Answer, name: &str) -> BTreeSet<String> {
    let header = answer.header(name).unwrap_or_default();
    header.split(',').map(|item| item.trim().to_ascii_lowercase()).collect()
}

fn described() -> impl Iterator<Item = &'static Value> {
    let paths = document()["paths"].as_object().expect("paths").values();
    paths.flat_map(|path| path.as_object().expect("operations").values())
}

/// The headers that operations take.
fn documented_questions() -> BTreeSet<String> {
    let shared = document()["components"]["parameters"].as_object().expect("parameters").values();
    let own = described().flat_map(|operation| operation["parameters"].as_array().into_iter().flatten());
    let headers = shared.chain(own).filter(|parameter| parameter["in"] == "header");
    headers.map(|header| text(&header["name"]).to_ascii_lowercase()).collect()
}

/// The headers that operations answer with.
fn documented_answers() -> BTreeSet<String> {
    let answers =
        described().flat_map(|operation| operation["responses"].as_object().expect("answers").values());
    let headers = answers.flat_map(|answer| answer["headers"].as_object().into_iter().flatten());
    headers.map(|(name, _)| name.to_ascii_lowercase()).collect()
}

/// That pages of this origin may read it, with cookies, and that a cache keeps it from others.
#[track_caller]
fn assert_open(answer: &Answer, origin: &str) {
    let told = &answer.request;
    assert_eq!(answer.header("access-control-allow-origin"), Some(origin), "{told}");
    assert_eq!(answer.header("access-control-allow-credentials"), Some("true"), "{told}");
    assert!(list(answer, "vary").contains("origin"), "{told}");
}

/// That no page of another origin may read it, and that a cache keeps it from those that may.
#[track_caller]
fn assert_closed(answer: &Answer, origin: &str) {
    let told = &answer.request;
    assert_eq!(answer.header("access-control-allow-origin"), None, "{told} for {origin}");
    assert!(answer.headers.get_all("set-cookie").iter().next().is_none(), "{told} for {origin}");
}

#[tokio::test]
async fn a_preflight_is_for_the_origins_of_the_settings_alone() {
    let app = start();
    for origin in [PAGES, PORTAL] {
        let sent = "authorization, content-type, if-match, nightlatch-organization";
        let answer = preflight(&app, origin, "PATCH", sent).send().await;
        answer.expect(200);
        assert_open(&answer, origin);
        let methods = ["delete", "get", "patch", "post", "put"].map(str::to_owned);
        assert_eq!(list(&answer, "access-control-allow-methods"), methods.into());
        let headers = list(&answer, "access-control-allow-headers");
        assert!(sent.split(", ").all(|name| headers.contains(name)), "{headers:?}");
        assert!(documented_questions().is_subset(&headers), "{headers:?}");
        assert!(!headers.contains("*") && !headers.contains("cookie"), "{headers:?}");
        assert_eq!(answer.header("access-control-max-age"), Some("7200"));
    }
    for origin in OTHERS {
        let answer = preflight(&app, origin, "POST", "content-type").send().await;
        answer.problem(403, "cross_origin");
        assert_closed(&answer, origin);
    }
    for (method, headers) in [("TRACE", "content-type"), ("POST", "x-forwarded-for"), ("POST", "cookie")] {
        let answer = preflight(&app, PAGES, method, headers).send().await;
        answer.problem(403, "cross_origin");
        assert_closed(&answer, PAGES);
    }
}

#[tokio::test]
async fn every_answer_is_read_by_their_pages_and_by_no_other() {
    let app = start();
    let ada = app.member("ada").await;
    let calls = || {
        [
            (200, ada.get("/v1/me")),
            (401, app.endpoint().get("/v1/me")),
            (
                401,
                ada.endpoint.post("/v1/auth/login", json!({"email": ada.email, "password": "wrong it is"})),
            ),
            (404, ada.get("/v1/nothing")),
            (405, ada.delete("/v1/me")),
            (415, ada.sign(ada.endpoint.call(Method::POST, "/v1/me/password")).body("{")),
            (422, ada.post("/v1/me/password", json!({}))),
        ]
    };
    for origin in [PAGES, PORTAL] {
        for (status, call) in calls() {
            let answer = from(origin, call).send().await;
            answer.expect(status);
            assert_open(&answer, origin);
            let read = list(&answer, "access-control-expose-headers");
            assert!(documented_answers().is_subset(&read), "{read:?}");
            assert!(read.contains("content-disposition") && !read.contains("set-cookie"), "{read:?}");
        }
    }
    for origin in OTHERS {
        let answer = ada.get("/v1/me").header("origin", origin).send().await;
        answer.ok();
        assert_closed(&answer, origin);
        assert!(list(&answer, "vary").contains("origin"));
    }
    // The service's own pages ask as before.
    app.endpoint().get("/v1/auth/config").header("origin", PUBLIC_URL).send().await.ok();
    ada.post("/v1/auth/logout", json!({})).header("origin", PUBLIC_URL).send().await.no_content();
}

/// Where a handler panics, nobody is left to say which origins may read what comes of it.
#[tokio::test]
async fn an_answer_to_what_broke_is_read_by_their_pages_and_by_no_other() {
    let app = start();
    let ada = app.member("ada").await;
    let broken = async |call: Call| {
        app.clock.break_once();
        // An id of ours would be made by the clock.
        let answer = call.header("x-request-id", "broken").send().await;
        answer.problem(500, "internal");
        answer
    };
    for origin in [PAGES, PORTAL] {
        let answer = broken(from(origin, ada.get("/v1/me"))).await;
        assert_open(&answer, origin);
        assert!(list(&answer, "access-control-expose-headers").contains("x-request-id"));
    }
    for origin in OTHERS {
        let answer = broken(ada.get("/v1/me").header("origin", origin)).await;
        assert_closed(&answer, origin);
        assert!(list(&answer, "vary").contains("origin"));
    }
    assert_eq!(app.forgive(500), 2 + OTHERS.len());
}

/// A browser that has signed in at a page of that origin.
async fn signed_in(ada: &mut Actor, origin: &str) -> String {
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = from(origin, ada.endpoint.post("/v1/auth/login", body)).send().await;
    assert_open(&login, origin);
    ada.adopt(&login.ok());
    let (cookie, attributes) = login.set_cookie().expect("a cookie");
    for needed in ["HttpOnly", "Path=/", "SameSite=Strict", "Secure"] {
        assert!(attributes.contains(&needed.to_owned()), "{attributes:?}");
    }
    assert!(cookie.starts_with("__Host-") && attributes.iter().all(|one| !one.starts_with("Domain")));
    cookie
}

fn refresh(ada: &Actor, cookie: &str) -> Call {
    ada.endpoint.post("/v1/auth/refresh", json!({})).header("cookie", cookie)
}

#[tokio::test]
async fn their_pages_sign_in_and_stay_signed_in() {
    let app = start();
    let mut ada = app.user("ada", &["member"]).await;
    for origin in [PAGES, PORTAL] {
        let cookie = signed_in(&mut ada, origin).await;
        let refreshed = from(origin, refresh(&ada, &cookie)).send().await;
        assert_open(&refreshed, origin);
        ada.adopt(&refreshed.ok());
        let logout = from(origin, ada.post("/v1/auth/logout", json!({}))).send().await;
        logout.no_content();
        assert_open(&logout, origin);
    }
    // Where a proxy serves the API below the pages' origin as well, browsers see one origin.
    let call = ada.endpoint.post("/v1/auth/login", json!({"email": ada.email, "password": ada.password}));
    call.header("origin", PAGES).header("sec-fetch-site", "same-origin").send().await.ok();
}

#[tokio::test]
async fn no_page_of_another_origin_uses_their_session() {
    let app = start();
    let mut ada = app.user("ada", &["member"]).await;
    let cookie = signed_in(&mut ada, PAGES).await;
    let before = app.database.dump();
    let refused = async |call: Call, origin: &str| {
        let answer = call.send().await;
        assert_closed(&answer, origin);
        answer.problem(403, "cross_origin")
    };
    for origin in OTHERS {
        for site in ["same-site", "cross-site", "same-origin", "none"] {
            let page = |call: Call| call.header("origin", origin).header("sec-fetch-site", site);
            refused(page(refresh(&ada, &cookie)), origin).await;
            refused(page(ada.patch("/v1/me", json!({"displayName": "Eve"}))), origin).await;
            refused(page(ada.delete("/v1/me/sessions/others")), origin).await;
        }
    }
    // Of one site alone, which holds other pages as well.
    refused(refresh(&ada, &cookie).header("sec-fetch-site", "same-site"), "").await;
    refused(from(PUBLIC_URL, refresh(&ada, &cookie)), PUBLIC_URL).await;
    assert_eq!(app.database.dump(), before);
    from(PAGES, refresh(&ada, &cookie)).send().await.ok();
}

/// Whoever serves the pages on another site learns why nobody can sign in there.
#[tokio::test]
async fn a_page_that_browsers_hold_for_another_site_is_told_so() {
    let app = start();
    let ada = app.user("ada", &["member"]).await;
    let before = app.database.dump();
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).header("origin", PAGES);
    let answer = login.header("sec-fetch-site", "cross-site").send().await;
    let problem = answer.problem(403, "cross_origin");
    assert!(text(&problem["detail"]).contains("on another site"), "{problem}");
    assert_open(&answer, PAGES);
    assert_eq!(answer.set_cookie(), None);
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn passkeys_belong_to_the_pages() {
    let app = start();
    let ada = app.member("ada").await;
    for origin in [PUBLIC_URL, PORTAL, "https://evil.example"] {
        let (options, mut authenticator) = (ada.creation_options().await, SoftAuthenticator::new());
        assert_eq!(options["rp"]["id"], "pages.lock.example");
        let made =
            authenticator.create_handed(&options, |browser| browser.client_data["origin"] = json!(origin));
        ada.enroll_passkey_call(&made).send().await.problem(422, "passkey_rejected");
    }
    assert_eq!(app.refusals("passkey.rejected"), ["wrongOrigin"; 3]);
    let (options, mut authenticator) = (ada.creation_options().await, SoftAuthenticator::new());
    let made = authenticator.create_handed(&options, |browser| browser.client_data["origin"] = json!(PAGES));
    ada.enroll_passkey_call(&made).send().await.created();
}

#[tokio::test]
async fn mailed_links_lead_to_the_pages() {
    let app = start();
    let ada = app.user("ada", &["member"]).await;
    let asked = app.endpoint().post("/v1/auth/password/forgot", json!({"email": ada.email})).send().await;
    asked.expect(202);
    let mail = app.mail_to(&ada.email).await.only();
    assert!(mail.text.contains(&format!("{PAGES}/reset-password#token=")), "{}", mail.text);
    assert!(!mail.text.contains(PUBLIC_URL) && !mail.html.contains(PUBLIC_URL), "{}", mail.text);
}

#[tokio::test]
async fn a_provider_leads_by_the_service_to_the_pages() {
    let app = start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    let connection = admin.connect(&provider, json!({})).await;
    let shown = admin.get("/v1/sso-providers").send().await.ok();
    assert_eq!(
        shown["items"][0]["callbackUrl"],
        format!("{PUBLIC_URL}/v1/auth/sso/{}/callback", connection.id)
    );

    let ada = app.member("ada").await;
    let (browser, location) = Browser::leave_to_connect(&ada, &connection).await;
    let back = browser.come_back(&connection, &provider.consent(&location, json!({"sub": "ada"}))).await;
    assert_eq!(back.header("location"), Some(format!("{PAGES}/account#sign-in-methods").as_str()));

    let (browser, location) = Browser::leave(&app, &connection).await;
    let back = browser.come_back(&connection, &provider.consent(&location, json!({"sub": "ada"}))).await;
    assert!(back.header("location").is_some_and(|to| to.starts_with(&format!("{PAGES}/sign-in/sso#token="))));
    let completed = from(PAGES, browser.complete_call(&token(&back))).send().await;
    assert_eq!(completed.ok()["session"]["user"]["email"], ada.email);

    let logout = format!("/v1/auth/sso/{}/logout", connection.id);
    let leave = async |site: &str, shown: &str| {
        let call = app.endpoint().get(&logout).header("sec-fetch-site", site);
        call.header("sec-fetch-dest", shown).send().await
    };
    let away = leave("same-site", "document").await;
    away.expect(302);
    assert!(
        away.header("location").is_some_and(|to| to.ends_with("=https%3A%2F%2Fpages.lock.example%2Fsign-in"))
    );
    for (site, shown) in [("cross-site", "document"), ("same-site", "image"), ("same-site", "iframe")] {
        let kept = leave(site, shown).await;
        let location = kept.header("location");
        assert_eq!(
            (kept.status.as_u16(), location),
            (303, Some(format!("{PAGES}/sign-in").as_str())),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn logos_are_shown_on_the_site_and_nothing_else_is() {
    let app = start();
    let mut admin = app.admin().await;
    admin.enroll().await;
    let put = admin.sign(admin.endpoint.call(Method::PUT, "/v1/branding/logo"));
    let branding = put.header("content-type", "image/png").body(png(2, 2)).send().await.ok();
    let policy = async |path: &str| {
        let answer = app.endpoint().get(path).header("sec-fetch-site", "same-site").send().await;
        answer.header("cross-origin-resource-policy").map(str::to_owned)
    };
    assert_eq!(policy(&text(&branding["logo"]["url"])).await.as_deref(), Some("same-site"));
    for path in ["/v1/auth/config", "/v1/me", "/healthz", "/.well-known/jwks.json"] {
        assert_eq!(policy(path).await.as_deref(), Some("same-origin"), "{path}");
    }
}
