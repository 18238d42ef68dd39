//! Receipts of verify: what they are bound to, and how whoever is shown one checks it.

use jsonwebtoken::{
    Algorithm, DecodingKey, Validation, decode, decode_header,
    jwk::{Jwk, JwkSet},
};
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::{
    support::{
        actor::{claims, text},
        app::TestApp,
        service::Service,
    },
    verify::{REFUSED, stage},
};

#[path = "guides/receipt.rs"]
mod receipt_guide;
use receipt_guide::check;

/// The header and the claims of a receipt, checked as its reader does it.
async fn read_receipt(app: &TestApp, receipt: &str, key: &str) -> (jsonwebtoken::Header, Value) {
    let jwks = app.endpoint().get("/.well-known/jwks.json").send().await.ok();
    let jwk: Jwk = serde_json::from_value(jwks["keys"][0].clone()).expect("a key");
    let header = decode_header(receipt).expect("a header");
    assert_eq!(header.kid, jwk.common.key_id);
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_audience(&[key]);
    validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "iat"]);
    validation.validate_exp = false;
    let read = decode::<Value>(receipt, &DecodingKey::from_jwk(&jwk).expect("a key"), &validation);
    (header, read.expect("a good signature").claims)
}

#[tokio::test]
async fn a_receipt_is_bound_to_key_user_purpose_nonce_and_time() {
    let (app, door, ada) = stage().await;
    let code = ada.phone().next_code();
    let nonce = "n-0S6_WzA2Mj";
    let body = json!({"userId": ada.id, "code": code, "purpose": "Open the safe", "nonce": nonce});
    let receipt = text(&door.post("/v1/verify", body).send().await.ok()["receipt"]);
    let (header, claims) = read_receipt(&app, &receipt, &door.id).await;
    assert_eq!(header.typ.as_deref(), Some("nightlatch-receipt+jwt"));
    let now = app.clock.now().timestamp();
    let organization = ada.get("/v1/me").send().await.ok()["user"]["organizationId"].clone();
    let bound = json!({
        "aud": door.id, "sub": ada.id, "org": organization, "purpose": "Open the safe", "nonce": nonce,
        "amr": ["otp"], "iat": now, "exp": now + 300,
    });
    for (name, value) in bound.as_object().expect("an object") {
        assert_eq!(&claims[name], value, "{name}");
    }
    let event = app.admin().await.get("/v1/audit-events?action=verify.succeeded").send().await.ok();
    assert_eq!(claims["jti"], event["items"][0]["id"], "it names its event");
    app.endpoint().get("/v1/me").bearer(&receipt).send().await.problem(401, "unauthenticated");

    let without = door.verify(&ada, &ada.phone().next_code()).await;
    assert_eq!(without.get("receipt"), None);
    let wrong = json!({"userId": ada.id, "code": ada.phone().wrong_code(), "nonce": nonce});
    assert_eq!(door.post("/v1/verify", wrong).send().await.text(), REFUSED);
}

#[tokio::test]
async fn the_guides_program_checks_a_receipt() {
    let shown = include_str!("guides/receipt.rs").split_once("\n\n").expect("its first line").1;
    assert!(include_str!("../../docs/verify.md").contains(shown), "docs/verify.md shows another program");

    let app = TestApp::start();
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    let ada = app.enrolled_member("ada").await;
    let nonce = "n-0S6_WzA2Mj";
    let body =
        json!({"userId": ada.id, "code": ada.recovery_codes[0], "purpose": "Open the safe", "nonce": nonce});
    let receipt = text(&door.post("/v1/verify", body).send().await.ok()["receipt"]);
    let keys = app.endpoint().get("/.well-known/jwks.json").send().await.ok();
    let keys: JwkSet = serde_json::from_value(keys).expect("a key set");
    let issuer = text(&claims(&receipt)["iss"]);
    let read = check(&receipt, &keys, &issuer, &door.id, nonce).expect("a good receipt");
    assert_eq!((read.sub, read.purpose.as_deref()), (ada.id.clone(), Some("Open the safe")));
    assert_eq!((read.jti, read.nonce.as_str()), (text(&claims(&receipt)["jti"]), nonce));
    for (issuer, key, nonce) in [
        ("https://else.example", &*door.id, nonce),
        (&*issuer, &*ada.id, nonce),
        (&*issuer, &*door.id, "another-nonce"),
    ] {
        assert!(check(&receipt, &keys, issuer, key, nonce).is_none(), "{issuer} {key} {nonce}");
    }
    assert!(check(&ada.access, &keys, &issuer, &issuer, nonce).is_none(), "an access token is no receipt");
}
