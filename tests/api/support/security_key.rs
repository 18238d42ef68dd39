//! A security key of our own with the browser around it: makes credentials and signs by WebAuthn's rules. Its credential can be
//! copied, and it counts, and says who was there, as a test wants it to.

use data_encoding::BASE64URL_NOPAD;
use nightlatch::random::{Random, SystemRandom};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{actor::text, app::PUBLIC_URL};

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
/// It may be copied to other devices; it is.
pub const BACKUP_ELIGIBLE: u8 = 0x08;
pub const BACKED_UP: u8 = 0x10;
const HAS_CREDENTIAL: u8 = 0x40;

/// One credential on a key. Its fields are what the next answer says.
#[derive(Clone)]
pub struct SecurityKey {
    pub key: SigningKey,
    pub credential_id: Vec<u8>,
    /// Of the user whom it was made for.
    pub handle: Vec<u8>,
    pub counter: u32,
    /// Whether it asks for a PIN or a finger.
    pub verifies_user: bool,
    pub user_present: bool,
    /// What it says of copies.
    pub backup: u8,
    /// Whether its user is told: keys that keep nothing do not know them.
    pub shows_user: bool,
}

impl SecurityKey {
    pub fn new() -> Self {
        let random: &dyn Random = &SystemRandom;
        Self {
            key: SigningKey::from_slice(&random.bytes::<32>()).expect("a private key"),
            credential_id: random.bytes::<32>().to_vec(),
            handle: Vec::new(),
            counter: 0,
            verifies_user: true,
            user_present: true,
            backup: 0,
            shows_user: true,
        }
    }

    /// One that asks for no PIN.
    pub fn without_verification() -> Self {
        Self { verifies_user: false, ..Self::new() }
    }

    /// What `navigator.credentials.create` gives for these options.
    pub fn create(&mut self, options: &Value) -> Value {
        self.handle = decoded(&options["user"]["id"]);
        let mut data = self.authenticator_data(&text(&options["rp"]["id"]), HAS_CREDENTIAL);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential_id.len()).expect("a short id").to_be_bytes());
        data.extend(&self.credential_id);
        data.extend(self.public_key());
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).expect("short data").to_be_bytes());
        object.extend(data);
        let client_data = client_data("webauthn.create", options);
        let response = json!({
            "clientDataJSON": encoded(&client_data), "attestationObject": encoded(&object),
            "transports": ["usb", "nfc"],
        });
        self.credential(response)
    }

    /// What `navigator.credentials.get` gives for these options.
    pub fn sign(&mut self, options: &Value) -> Value {
        self.counter += 1;
        self.sign_uncounted(options)
    }

    /// The same by an authenticator that counts no signatures.
    pub fn sign_uncounted(&self, options: &Value) -> Value {
        let data = self.authenticator_data(&text(&options["rpId"]), 0);
        let client_data = client_data("webauthn.get", options);
        let signed = [data.clone(), Sha256::digest(&client_data).to_vec()].concat();
        let signature: Signature = self.key.sign(&signed);
        let mut response = json!({
            "clientDataJSON": encoded(&client_data), "authenticatorData": encoded(&data),
            "signature": encoded(signature.to_der().as_bytes()),
        });
        if self.shows_user {
            response["userHandle"] = json!(encoded(&self.handle));
        }
        self.credential(response)
    }

    fn credential(&self, response: Value) -> Value {
        let id = encoded(&self.credential_id);
        json!({"id": id, "rawId": id, "type": "public-key", "response": response,
            "clientExtensionResults": {"credProps": {"rk": true}}, "authenticatorAttachment": "cross-platform"})
    }

    /// WebAuthn, section 6.1.
    fn authenticator_data(&self, rp_id: &str, flags: u8) -> Vec<u8> {
        let present = if self.user_present { USER_PRESENT } else { 0 };
        let verified = if self.verifies_user { USER_VERIFIED } else { 0 };
        let mut data = Sha256::digest(rp_id.as_bytes()).to_vec();
        data.push(flags | present | verified | self.backup);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// An EC2 key on P-256 for ES256 (RFC 9053, section 7.1.1).
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_encoded_point(false);
        let (x, y) = (point.x().expect("x"), point.y().expect("y"));
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".as_slice(), x, b"\x22\x58\x20".as_slice(), y].concat()
    }
}

fn client_data(kind: &str, options: &Value) -> Vec<u8> {
    json!({"type": kind, "challenge": options["challenge"], "origin": PUBLIC_URL, "crossOrigin": false})
        .to_string()
        .into_bytes()
}

pub fn encoded(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

#[track_caller]
pub fn decoded(value: &Value) -> Vec<u8> {
    BASE64URL_NOPAD.decode(text(value).as_bytes()).expect("base64url")
}
