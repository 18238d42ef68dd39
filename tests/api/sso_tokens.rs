//! Single sign-on: of all that a provider can say, only the truth is believed, once and in the browser that asked.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::text,
    app::TestApp,
    provider::{CLIENT_ID, CLIENT_SECRET, Provider, Saying, Signature, asked},
    race::{AT_ONCE, race},
    sso::{Browser, Connection, reasons, refused, token, told},
};

/// The service with a provider that creates users.
async fn connected() -> (TestApp, Provider, Connection) {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let connection = app.admin().await.connect(&provider, json!({"createsUsers": true})).await;
    (app, provider, connection)
}

fn grace() -> Value {
    json!({"sub": "grace", "email": "grace@lock.example", "email_verified": true, "name": "Grace Hopper"})
}

fn with(more: Value) -> Value {
    let mut claims = grace();
    for (name, value) in more.as_object().expect("claims") {
        claims[name] = value.clone();
    }
    claims
}

#[tokio::test]
async fn an_honest_token_signs_in() {
    let (app, provider, connection) = connected().await;
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, grace()).await;
    let session = &completed.ok()["session"];
    assert_eq!(
        (&session["user"]["email"], &session["user"]["displayName"]),
        (&json!("grace@lock.example"), &json!("Grace Hopper"))
    );
    assert_eq!(reasons(&app), [""; 0]);
}

#[tokio::test]
async fn no_lie_is_believed() {
    let (app, provider, connection) = connected().await;
    let now = app.clock_now().timestamp();
    let signed = |signature| Saying { claims: grace(), signature };
    let lies: Vec<(&str, Saying)> = vec![
        ("wrongNonce", with(json!({"nonce": "another"})).into()),
        ("wrongNonce", with(json!({"nonce": null})).into()),
        ("wrongAudience", with(json!({"aud": "somebody-else"})).into()),
        ("wrongAudience", with(json!({"aud": [CLIENT_ID, "somebody-else"]})).into()),
        ("wrongAudience", with(json!({"azp": "somebody-else"})).into()),
        ("wrongIssuer", with(json!({"iss": "https://login.example.org"})).into()),
        ("wrongIssuer", with(json!({"iss": format!("{}/", provider.issuer)})).into()),
        ("tokenExpired", with(json!({"exp": now})).into()),
        ("tokenExpired", with(json!({"iat": now - 3600})).into()),
        ("tokenExpired", with(json!({"iat": now + 120})).into()),
        ("wrongSubject", with(json!({"sub": ""})).into()),
        ("wrongSubject", with(json!({"sub": "x".repeat(256)})).into()),
        ("tokenUnreadable", with(json!({"exp": null})).into()),
        ("tokenUnreadable", with(json!({"sub": null})).into()),
        ("wrongAlgorithm", signed(Signature::None)),
        ("wrongAlgorithm", signed(Signature::Shared(provider.public_key()))),
        ("wrongAlgorithm", signed(Signature::Shared(CLIENT_SECRET.into()))),
        ("wrongSignature", signed(Signature::Forged)),
    ];
    let mut expected: Vec<&str> = lies.iter().map(|(reason, _)| *reason).collect();
    expected.sort_unstable();
    for (_, lie) in lies {
        let (browser, location) = Browser::leave(&app, &connection).await;
        refused(&browser.come_back(&connection, &provider.consent(&location, lie)).await, "sso_refused");
    }
    assert_eq!(reasons(&app), expected);
    assert_eq!(app.database.count("users"), 1);
}

#[tokio::test]
async fn a_new_key_is_believed_once_it_is_published() {
    let (app, provider, connection) = connected().await;
    Browser::sign_in(&app, &connection, &provider, grace()).await.1.ok();
    app.clock.advance(TimeDelta::minutes(2));
    provider.rotate(false);
    let (browser, location) = Browser::leave(&app, &connection).await;
    refused(&browser.come_back(&connection, &provider.consent(&location, grace())).await, "sso_refused");
    assert_eq!(provider.keys_asked(), 2, "once for the unknown key");
    let (browser, location) = Browser::leave(&app, &connection).await;
    refused(&browser.come_back(&connection, &provider.consent(&location, grace())).await, "sso_refused");
    assert_eq!(provider.keys_asked(), 2, "and not again within a minute");
    assert_eq!(reasons(&app), ["keyUnknown", "keyUnknown"]);

    app.clock.advance(TimeDelta::minutes(2));
    provider.rotate(true);
    Browser::sign_in(&app, &connection, &provider, grace()).await.1.ok();
}

#[tokio::test]
async fn a_browser_comes_back_once_in_time_and_as_the_same() {
    let (app, provider, connection) = connected().await;
    let (browser, location) = Browser::leave(&app, &connection).await;
    let query = provider.consent(&location, grace());
    browser.complete_call(&token(&browser.come_back(&connection, &query).await)).send().await.ok();
    refused(&browser.come_back(&connection, &query).await, "sso_expired");

    let (browser, location) = Browser::leave(&app, &connection).await;
    let (stranger, _) = Browser::leave(&app, &connection).await;
    let query = provider.consent(&location, grace());
    refused(&stranger.come_back(&connection, &query).await, "sso_expired");
    // Used up by that.
    refused(&browser.come_back(&connection, &query).await, "sso_expired");

    let (browser, location) = Browser::leave(&app, &connection).await;
    app.clock.advance(TimeDelta::minutes(10));
    refused(&browser.come_back(&connection, &provider.consent(&location, grace())).await, "sso_expired");
    for query in ["", "state=nls_AAAA&code=x", "code=x"] {
        refused(&browser.come_back(&connection, query).await, "sso_expired");
    }
    assert_eq!(reasons(&app), ["expired", "otherBrowser"]);
}

#[tokio::test]
async fn what_a_browser_came_back_with_is_good_once_there_and_soon() {
    let (app, provider, connection) = connected().await;
    let arrive = async || {
        let (browser, location) = Browser::leave(&app, &connection).await;
        let back = browser.come_back(&connection, &provider.consent(&location, grace())).await;
        (browser, token(&back))
    };
    let (browser, token) = arrive().await;
    browser.complete_call(&token).send().await.ok();
    browser.complete_call(&token).send().await.problem(410, "sso_expired");

    let (browser, token) = arrive().await;
    let (stranger, _) = Browser::leave(&app, &connection).await;
    stranger.complete_call(&token).send().await.problem(410, "sso_expired");
    browser.complete_call(&token).send().await.problem(410, "sso_expired");

    let (browser, token) = arrive().await;
    app.clock.advance(TimeDelta::minutes(2));
    browser.complete_call(&token).send().await.problem(410, "sso_expired");
    assert_eq!(reasons(&app), ["expired", "otherBrowser"]);
}

#[tokio::test]
async fn i2_of_fifty_who_come_back_at_once_one_goes_on() {
    let (app, provider, connection) = connected().await;
    let (browser, location) = Browser::leave(&app, &connection).await;
    let query = provider.consent(&location, grace());
    let calls = (0..AT_ONCE).map(|_| browser.come_back_call(&connection, &query)).collect();
    let answers = race(calls).await;
    let arrived: Vec<_> = answers
        .iter()
        .filter_map(|answer| {
            answer.header("location")?.split_once("#token=").map(|(_, token)| token.to_owned())
        })
        .collect();
    assert_eq!(arrived.len(), 1);

    let calls = (0..AT_ONCE).map(|_| browser.complete_call(&arrived[0])).collect();
    let signed_in = race(calls).await.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(signed_in, 1);
}

#[tokio::test]
async fn somebody_new_who_signs_in_several_times_at_once_is_one_user() {
    let (app, provider, connection) = connected().await;
    let mut calls = Vec::new();
    for _ in 0..8 {
        let (browser, location) = Browser::leave(&app, &connection).await;
        let back = browser.come_back(&connection, &provider.consent(&location, grace())).await;
        calls.push(browser.complete_call(&token(&back)));
    }
    let mut users: Vec<String> =
        race(calls).await.iter().map(|answer| text(&answer.ok()["session"]["user"]["id"])).collect();
    users.dedup();
    assert_eq!((users.len(), app.database.count("sso_identities")), (1, 1));
}

#[tokio::test]
async fn an_answer_names_who_gives_it() {
    let (app, provider, connection) = connected().await;
    provider.describe(json!({"authorization_response_iss_parameter_supported": true}));
    let query = async |more: &str| {
        let (browser, location) = Browser::leave(&app, &connection).await;
        let query = provider.consent(&location, grace());
        browser.come_back(&connection, &format!("{query}{more}")).await
    };
    refused(&query("").await, "sso_refused");
    refused(&query("&iss=https://login.example.org").await, "sso_refused");
    token(&query(&format!("&iss={}", provider.issuer)).await);
    assert_eq!(reasons(&app), ["wrongIssuer", "wrongIssuer"]);
}

#[tokio::test]
async fn of_two_providers_none_answers_for_the_other() {
    let (app, provider, connection) = connected().await;
    let evil = Provider::start(&app.clock);
    let other = app.admin().await.connect(&evil, json!({"name": "Another"})).await;
    let (browser, location) = Browser::leave(&app, &connection).await;
    refused(&browser.come_back(&other, &provider.consent(&location, grace())).await, "sso_expired");
    assert_eq!(reasons(&app), ["wrongProvider"]);
}

#[tokio::test]
async fn somebody_who_declines_is_told_so() {
    let (app, _provider, connection) = connected().await;
    let (browser, location) = Browser::leave(&app, &connection).await;
    let state = asked(&location)["state"].clone();
    let back = browser.come_back(&connection, &format!("error=access_denied&state={state}")).await;
    refused(&back, "declined");
    assert_eq!(told(&app), ["declined: access_denied"]);
}

#[tokio::test]
async fn whose_fault_it_is_that_a_provider_sends_a_browser_back_is_told() {
    let (app, _provider, connection) = connected().await;
    for (error, page) in [
        ("login_required", "declined"),
        ("server_error", "provider_unreachable"),
        ("temporarily_unavailable", "provider_unreachable"),
        ("invalid_scope", "sso_refused"),
        ("unauthorized_client", "sso_refused"),
        ("%3Cb%3Eour+own+words", "declined"),
    ] {
        let (browser, location) = Browser::leave(&app, &connection).await;
        let state = asked(&location)["state"].clone();
        refused(&browser.come_back(&connection, &format!("error={error}&state={state}")).await, page);
    }
    let expected = [
        "clientRefused: unauthorized_client",
        "declined",
        "declined: login_required",
        "providerFailed: server_error",
        "providerFailed: temporarily_unavailable",
        "requestRefused: invalid_scope",
    ];
    assert_eq!(told(&app), expected);
}

#[tokio::test]
async fn whose_fault_it_is_that_a_provider_gives_no_token_is_told() {
    let (app, provider, connection) = connected().await;
    let answers = [
        (500, "", "provider_unreachable", "providerFailed"),
        (502, "<html>Bad Gateway</html>", "provider_unreachable", "providerFailed"),
        (
            503,
            r#"{"error":"temporarily_unavailable"}"#,
            "provider_unreachable",
            "providerFailed: temporarily_unavailable",
        ),
        (400, r#"{"error":"server_error"}"#, "provider_unreachable", "providerFailed: server_error"),
        (429, "", "provider_unreachable", "providerFailed"),
        (
            401,
            r#"{"error":"invalid_client","error_description":"a secret"}"#,
            "sso_refused",
            "clientRefused: invalid_client",
        ),
        (401, "", "sso_refused", "clientRefused"),
        (400, r#"{"error":"unauthorized_client"}"#, "sso_refused", "clientRefused: unauthorized_client"),
        (400, r#"{"error":"invalid_grant"}"#, "sso_refused", "codeRefused: invalid_grant"),
        (400, r#"{"error":"invalid_request"}"#, "sso_refused", "requestRefused: invalid_request"),
        (400, r#"{"error":"our own words"}"#, "sso_refused", "codeRefused"),
        (400, "", "sso_refused", "codeRefused"),
        (302, "", "sso_refused", "tokenUnreadable"),
        (200, "{}", "sso_refused", "tokenUnreadable"),
    ];
    for (status, body, page, _) in answers {
        provider.answer_codes_with(status, body);
        let (browser, location) = Browser::leave(&app, &connection).await;
        refused(&browser.come_back(&connection, &provider.consent(&location, grace())).await, page);
    }
    let mut expected = answers.map(|(.., reason)| reason);
    expected.sort_unstable();
    assert_eq!(told(&app), expected);
}

#[tokio::test]
async fn whose_fault_it_is_that_a_provider_tells_no_address_is_told() {
    let (app, provider, connection) = connected().await;
    for (path, page) in [("broken", "provider_unreachable"), ("nothing", "sso_refused")] {
        provider.describe(json!({"userinfo_endpoint": format!("{}/{path}", provider.issuer)}));
        app.clock.advance(TimeDelta::hours(1));
        let (browser, location) = Browser::leave(&app, &connection).await;
        let query = provider.consent(&location, json!({"sub": "grace"}));
        refused(&browser.come_back(&connection, &query).await, page);
    }
    assert_eq!(told(&app), ["providerFailed", "userInfoRefused"]);
}

#[tokio::test]
async fn a_token_endpoint_that_is_not_there_is_no_refusal() {
    let (app, provider, connection) = connected().await;
    provider.describe(json!({"token_endpoint": "http://127.0.0.1:1/token"}));
    let (browser, location) = Browser::leave(&app, &connection).await;
    let back = browser.come_back(&connection, &provider.consent(&location, grace())).await;
    refused(&back, "provider_unreachable");
    assert_eq!(reasons(&app), ["unreachable"]);
    assert!(told(&app)[0].starts_with("unreachable: "), "{:?}", told(&app));
}

#[tokio::test]
async fn a_provider_that_is_away_is_said_to_be_and_left_alone_for_a_while() {
    let (app, provider, connection) = connected().await;
    provider.describe(json!({"issuer": "https://login.example.org"}));
    let start = async || app.endpoint().get(&connection.start()).send().await;
    refused(&start().await, "provider_unreachable");
    provider.describe(json!({}));
    refused(&start().await, "provider_unreachable");
    app.clock.advance(TimeDelta::seconds(10));
    start().await.expect(302);
    let unknown = app.endpoint().get("/v1/auth/sso/0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90/start").send().await;
    refused(&unknown, "not_found");
}

#[tokio::test]
async fn only_a_page_of_ours_is_returned_to() {
    let (app, provider, connection) = connected().await;
    let returned = async |return_to: &str| {
        let start = format!("{}?returnTo={return_to}", connection.start());
        let left = app.endpoint().get(&start).send().await;
        let location = left.header("location").expect("a location").to_owned();
        let cookie = left.traveller_cookie().expect("a cookie").0;
        let query = provider.consent(&location, grace());
        let back = app.endpoint().get(&connection.callback(&query)).header("cookie", &cookie).send().await;
        back.header("location").expect("a location").split('#').next().map(str::to_owned)
    };
    assert_eq!(
        returned("/admin/users%3Fq=a").await.as_deref(),
        Some("/sign-in/sso?next=%2Fadmin%2Fusers%3Fq%3Da")
    );
    for elsewhere in ["https://example.org", "//example.org", "/%5Cexample.org", "security"] {
        assert_eq!(returned(elsewhere).await.as_deref(), Some("/sign-in/sso"), "{elsewhere}");
    }
}
