//! The secret of a webhook, and what it signs (Standard Webhooks, version 1).

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{
    keyring::Keyring,
    sealer::{self, WebhookRow},
};
use crate::{error::Fault, random::Random};

const PREFIX: &str = "whsec_";

/// 32 secret bytes that the service and a receiver share. Wiped when dropped.
pub struct WebhookSecret(Zeroizing<[u8; 32]>);

impl WebhookSecret {
    pub fn generate(random: &dyn Random) -> Self {
        Self(Zeroizing::new(random.bytes()))
    }

    /// As receivers are told it: `whsec_` and base64.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{PREFIX}{}", BASE64.encode(&self.0[..])))
    }

    /// As it is stored.
    pub fn seal(&self, keyring: &Keyring, random: &dyn Random, row: WebhookRow) -> Vec<u8> {
        sealer::seal_webhook(keyring, random, row, &self.0[..])
    }

    /// Opens what [`Self::seal`] made. Errors: another webhook's, another ring's, or damaged.
    pub fn open(keyring: &Keyring, row: WebhookRow, sealed: &[u8]) -> Result<Self, Fault> {
        let opened = sealer::open_webhook(keyring, row, sealed)?;
        let secret = <[u8; 32]>::try_from(&opened[..]).map_err(Fault::internal)?;
        Ok(Self(Zeroizing::new(secret)))
    }

    /// The signature of a message: `v1,` and the base64 of HMAC-SHA-256 over its id, the time of the attempt in Unix seconds, and
    /// its body.
    pub fn sign(&self, id: &str, timestamp: i64, body: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0[..]).expect("HMAC takes a key of any length");
        mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
        format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        domain::id::{OrganizationId, WebhookId},
        random::SystemRandom,
    };

    /// The example of the specification.
    #[test]
    fn a_message_is_signed_as_the_specification_says() {
        let bytes = BASE64.decode(b"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let mut mac = Hmac::<Sha256>::new_from_slice(&bytes).unwrap();
        mac.update(b"msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}");
        let expected = format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()));
        assert_eq!(expected, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

        let secret = WebhookSecret(Zeroizing::new([7; 32]));
        let mut mac = Hmac::<Sha256>::new_from_slice(&[7; 32]).unwrap();
        mac.update(b"id.1.{}");
        assert_eq!(secret.sign("id", 1, "{}"), format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes())));
    }

    #[test]
    fn a_secret_opens_only_on_its_own_row() {
        let ring = Keyring::generate(&SystemRandom);
        let row = |id| WebhookRow {
            organization_id: OrganizationId(Uuid::from_u128(1)),
            id: WebhookId(Uuid::from_u128(id)),
        };
        let secret = WebhookSecret::generate(&SystemRandom);
        let sealed = secret.seal(&ring, &SystemRandom, row(2));
        let opened = WebhookSecret::open(&ring, row(2), &sealed).unwrap();
        assert_eq!(*opened.reveal(), *secret.reveal());
        assert!(secret.reveal().starts_with(PREFIX) && secret.reveal().len() == 50);
        assert!(WebhookSecret::open(&ring, row(3), &sealed).is_err());
    }

    /// Computed by Python's `hmac`.
    #[test]
    fn a_signature_is_over_id_time_and_body() {
        let secret = WebhookSecret(Zeroizing::new([7; 32]));
        let expected = "v1,3y1jRDEuC3uATnTTD8TGSmFUG3bGbPIWBc5U+gPY/xo=";
        assert_eq!(secret.sign("msg_1", 1_800_000_000, r#"{"a":1}"#), expected);
        assert_eq!(*secret.reveal(), format!("whsec_{}", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc="));
    }
}
