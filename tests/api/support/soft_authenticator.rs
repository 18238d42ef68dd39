//! The soft authenticator of webauthn-authenticator-rs with a browser around it. It knows nothing of this project and signs
//! whatever it is handed; what the browser hands it is what a test wants.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use webauthn_authenticator_rs::{AuthenticatorBackendHashedClientData, softpasskey::SoftPasskey};

use super::app::PUBLIC_URL;

const TIMEOUT: u32 = 1_000;

/// What a browser hands to its authenticator.
pub struct Handed {
    /// What the browser says of itself and of the page that asks (WebAuthn, section 5.8.1).
    pub client_data: Value,
    /// What is asked of the authenticator.
    pub options: Value,
}

impl Handed {
    fn honestly(kind: &str, options: &Value) -> Self {
        let client_data = json!({
            "type": kind, "challenge": options["challenge"], "origin": PUBLIC_URL, "crossOrigin": false,
        });
        Self { client_data, options: options.clone() }
    }

    fn client_data(&self) -> Vec<u8> {
        self.client_data.to_string().into_bytes()
    }

    fn options<T: DeserializeOwned>(&self) -> T {
        serde_json::from_value(self.options.clone()).expect("WebAuthn's JSON")
    }
}

/// A soft authenticator with one credential. Whether it verifies its user is asked of it, and it counts its signatures.
pub struct SoftAuthenticator {
    device: SoftPasskey,
    /// Of the credential that was made last.
    id: Value,
}

impl SoftAuthenticator {
    pub fn new() -> Self {
        Self { device: SoftPasskey::new(true), id: Value::Null }
    }

    /// What `navigator.credentials.create` gives for these options.
    pub fn create(&mut self, options: &Value) -> Value {
        self.create_handed(options, |_| {})
    }

    /// The same, when the browser does not hand on what it should.
    pub fn create_handed(&mut self, options: &Value, change: impl FnOnce(&mut Handed)) -> Value {
        let mut handed = Handed::honestly("webauthn.create", options);
        change(&mut handed);
        let client_data = handed.client_data();
        let hash = Sha256::digest(&client_data).to_vec();
        let mut made = self.device.perform_register(hash, handed.options(), TIMEOUT).expect("a credential");
        made.response.client_data_json = client_data;
        let credential = said(made);
        self.id = credential["id"].clone();
        credential
    }

    /// What `navigator.credentials.get` gives for these options.
    pub fn sign(&mut self, options: &Value) -> Value {
        self.sign_handed(options, |_| {})
    }

    /// The same, when the browser does not hand on what it should.
    pub fn sign_handed(&mut self, options: &Value, change: impl FnOnce(&mut Handed)) -> Value {
        let mut handed = Handed::honestly("webauthn.get", options);
        // It signs by what it is told of alone, and with what was meant for others, too.
        handed.options["allowCredentials"] = json!([{"type": "public-key", "id": self.id}]);
        change(&mut handed);
        let client_data = handed.client_data();
        let hash = Sha256::digest(&client_data).to_vec();
        let mut signed = self.device.perform_auth(hash, handed.options(), TIMEOUT).expect("a signature");
        signed.response.client_data_json = client_data;
        said(signed)
    }
}

/// What the authenticator says, as browsers send it: without what is not there.
fn said(answer: impl Serialize) -> Value {
    let mut answer = serde_json::to_value(answer).expect("JSON");
    let response = answer["response"].as_object_mut().expect("a response");
    response.retain(|_, value| !value.is_null());
    answer
}
