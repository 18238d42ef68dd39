//! Forged access tokens: each one signed by the service's own key unless it says otherwise, so that nothing but the altered
//! part can refuse it.

use data_encoding::{BASE64, BASE64URL_NOPAD};
use jsonwebtoken::{Algorithm, EncodingKey, crypto};
use nightlatch::clock::Clock;
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, jwt_part, text},
    app::TestApp,
    database::KEYRING,
};

/// PKCS #8 around the 32 bytes of an Ed25519 seed (RFC 8410, section 7).
const PKCS8_PREFIX: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// The order of the group that Ed25519 signs in (RFC 8032, section 5.1), the lowest byte first.
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// The key that the service signs with.
fn own_key() -> EncodingKey {
    let ring: Value = serde_json::from_str(&KEYRING.to_json()).expect("JSON");
    let seed = BASE64.decode(text(&ring["signingKeys"][0]["secret"]).as_bytes()).expect("base64");
    EncodingKey::from_ed_der(&[&PKCS8_PREFIX[..], &seed].concat())
}

/// What is signed of a token.
fn message(header: &str, claims: &str) -> String {
    [header, claims].map(|part| BASE64URL_NOPAD.encode(part.as_bytes())).join(".")
}

fn signed_with(algorithm: Algorithm, key: &EncodingKey, header: &str, claims: &str) -> String {
    let message = message(header, claims);
    let signature = crypto::sign(message.as_bytes(), key, algorithm).expect("a signature");
    format!("{message}.{signature}")
}

/// A token of these parts, signed as the service signs.
fn signed(header: &Value, claims: &Value) -> String {
    signed_with(Algorithm::EdDSA, &own_key(), &header.to_string(), &claims.to_string())
}

fn with(value: &Value, field: &str, new: Value) -> Value {
    let mut changed = value.clone();
    changed[field] = new;
    changed
}

fn without(value: &Value, field: &str) -> Value {
    let mut changed = value.clone();
    changed.as_object_mut().expect("an object").remove(field).expect("it was there");
    changed
}

/// Asserts that none of the tokens opens anything or changes anything, whatever they are shown for.
async fn assert_worthless(app: &TestApp, ada: &Actor, tokens: Vec<(String, String)>) {
    let before = app.database.dump();
    for (what, token) in tokens {
        for call in [
            ada.endpoint.get("/v1/me"),
            ada.endpoint.get("/v1/users"),
            ada.endpoint.post("/v1/me/authenticators", json!({})),
            ada.endpoint.post("/v1/auth/logout", json!({})),
        ] {
            let answer = call.bearer(&token).send().await;
            assert_eq!(answer.status, 401, "{what}: {}", answer.text());
            answer.problem(401, "unauthenticated");
        }
    }
    assert_eq!(app.database.dump(), before);
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a_token_of_another_header_is_none() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let (header, claims) = (jwt_part(&ada.access, 0), claims(&ada.access));
    let control = signed(&header, &claims);
    ada.endpoint.get("/v1/me").bearer(&control).send().await.ok();

    let mut forged = Vec::new();
    for (field, values) in [
        (
            "alg",
            vec![
                json!("none"),
                json!("None"),
                json!("HS256"),
                json!("ES256"),
                json!("RS256"),
                json!(null),
                json!(""),
            ],
        ),
        (
            "kid",
            vec![
                json!(null),
                json!(""),
                json!("unknown"),
                json!("../../../../dev/null"),
                json!("/proc/self/environ"),
                json!("' OR '1'='1"),
                json!(7),
                json!([header["kid"]]),
            ],
        ),
        (
            "typ",
            vec![
                json!(null),
                json!("JWT"),
                json!("AT+JWT"),
                json!("nightlatch-receipt+jwt"),
                json!("application/at+jwt"),
            ],
        ),
    ] {
        forged.push((format!("without {field}"), signed(&without(&header, field), &claims)));
        for value in values {
            forged.push((format!("{field} {value}"), signed(&with(&header, field, value), &claims)));
        }
    }
    let twice = header.to_string().replacen('{', "{\"alg\":\"none\",", 1);
    forged.push((
        "alg twice".to_owned(),
        signed_with(Algorithm::EdDSA, &own_key(), &twice, &claims.to_string()),
    ));
    assert_worthless(&app, &ada, forged).await;
}

#[tokio::test]
async fn a_token_of_another_key_or_algorithm_is_none() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let (header, claims) = (jwt_part(&ada.access, 0), claims(&ada.access));
    let jwks = ada.endpoint.get("/.well-known/jwks.json").send().await.ok();
    let public = text(&jwks["keys"][0]["x"]);
    let public_bytes = BASE64URL_NOPAD.decode(public.as_bytes()).expect("base64url");
    let pem =
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", BASE64.encode(&public_bytes));

    let mut forged = Vec::new();
    let symmetric = with(&header, "alg", json!("HS256")).to_string();
    for secret in
        [&public_bytes[..], public.as_bytes(), pem.as_bytes(), jwks["keys"][0].to_string().as_bytes(), b""]
    {
        let key = EncodingKey::from_secret(secret);
        forged
            .push(("HS256".to_owned(), signed_with(Algorithm::HS256, &key, &symmetric, &claims.to_string())));
    }
    let elliptic = message(&with(&header, "alg", json!("ES256")).to_string(), &claims.to_string());
    let curve = SigningKey::from_slice(&[7; 32]).expect("a key");
    let signature: Signature = curve.sign(elliptic.as_bytes());
    forged
        .push(("ES256".to_owned(), format!("{elliptic}.{}", BASE64URL_NOPAD.encode(&signature.to_bytes()))));
    let stranger = EncodingKey::from_ed_der(&[&PKCS8_PREFIX[..], &[7; 32]].concat());
    let told = [
        header.clone(),
        with(&header, "jwk", jwks["keys"][0].clone()),
        with(&header, "jku", json!("https://evil.example/jwks.json")),
        with(&header, "x5u", json!("https://evil.example/key.pem")),
    ];
    for header in told {
        let token = signed_with(Algorithm::EdDSA, &stranger, &header.to_string(), &claims.to_string());
        forged.push(("a stranger's key".to_owned(), token));
    }
    assert_worthless(&app, &ada, forged).await;
}

#[tokio::test]
async fn a_token_that_lacks_a_claim_or_has_another_is_none() {
    let app = TestApp::start();
    let (ada, bob, foreign) = (app.member("ada").await, app.member("bob").await, app.foreign_admin().await);
    let (header, own) = (jwt_part(&ada.access, 0), claims(&ada.access));
    let (bobs, theirs) = (claims(&bob.access), claims(&foreign.access));
    let now = app.clock.now().timestamp();

    let mut forged = Vec::new();
    let mut forge = |what: String, claims: Value| forged.push((what, signed(&header, &claims)));
    for claim in
        ["iss", "aud", "sub", "org", "sid", "iat", "nbf", "exp", "jti", "amr", "acr", "auth_time", "epoch"]
    {
        forge(format!("without {claim}"), without(&own, claim));
        for wrong in
            [json!(null), json!(true), json!({}), json!([own[claim]]), json!(""), json!(1.5), json!("1")]
        {
            // What is a list or a text by rights.
            let fits = wrong.is_string() && claim == "acr";
            if !fits {
                forge(format!("{claim} {wrong}"), with(&own, claim, wrong));
            }
        }
    }
    for (claim, value) in [
        ("iss", json!("https://login.lock.example.evil.example")),
        ("iss", json!("https://login.lock.example/")),
        ("aud", json!("https://elsewhere.example")),
        ("sub", bobs["sub"].clone()),
        ("sub", theirs["sub"].clone()),
        ("sid", bobs["sid"].clone()),
        ("sid", theirs["sid"].clone()),
        ("sid", json!(uuid::Uuid::nil())),
        ("org", theirs["org"].clone()),
        ("epoch", json!(own["epoch"].as_i64().expect("a number") - 1)),
        ("epoch", json!(own["epoch"].as_i64().expect("a number") + 1)),
        ("exp", json!(now - 6)),
        ("exp", json!(0)),
        ("exp", json!(-1)),
        ("nbf", json!(now + 6)),
        ("iat", json!(now + 6)),
    ] {
        forge(format!("{claim} {value}"), with(&own, claim, value));
    }
    assert_worthless(&app, &ada, forged).await;
}

/// The same signature in another form: as many bytes added as the order of the group.
fn malleated(signature: &str) -> String {
    let mut bytes = BASE64URL_NOPAD.decode(signature.as_bytes()).expect("base64url");
    let mut carry = 0;
    for (byte, order) in bytes[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = (sum & 0xff) as u8;
        carry = sum >> 8;
    }
    BASE64URL_NOPAD.encode(&bytes)
}

#[tokio::test]
async fn a_token_that_was_cut_or_lengthened_is_none() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let parts: Vec<&str> = ada.access.split('.').collect();
    let [header, claims, signature] = parts[..] else { panic!("three parts") };
    let flipped = if signature.starts_with('A') { "B" } else { "A" };
    let forged = [
        ("no signature", format!("{header}.{claims}.")),
        ("no third part", format!("{header}.{claims}")),
        ("half a signature", format!("{header}.{claims}.{}", &signature[..signature.len() / 2])),
        ("a signature cut by a byte", format!("{header}.{claims}.{}", &signature[..signature.len() - 2])),
        ("another first byte", format!("{header}.{claims}.{flipped}{}", &signature[1..])),
        ("zeros", format!("{header}.{claims}.{}", BASE64URL_NOPAD.encode(&[0; 64]))),
        ("the signature in another form", format!("{header}.{claims}.{}", malleated(signature))),
        ("padding", format!("{}==", ada.access)),
        ("a fourth part", format!("{}.{signature}", ada.access)),
        ("five parts, as of what is encrypted", format!("{header}.{header}.{header}.{claims}.{signature}")),
        ("an empty part in front", format!(".{}", ada.access)),
        ("the parts exchanged", format!("{claims}.{header}.{signature}")),
        ("a space inside", format!("{header}. {claims}.{signature}")),
        ("twice", format!("{0} {0}", ada.access)),
        ("two in a list", format!("{0},{0}", ada.access)),
        ("nothing", String::new()),
        ("dots", "..".to_owned()),
    ];
    let forged = forged.map(|(what, token)| (what.to_owned(), token)).into();
    assert_worthless(&app, &ada, forged).await;
}
