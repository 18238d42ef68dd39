//! The text of an API key, `nlk_<id>_<secret>`: the id carries the organization, the secret 256 random bits.

use data_encoding::{BASE32_NOPAD, Encoding, Specification};
use std::sync::LazyLock;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    digest::{digest, digests},
    keyring::{Keyring, Purpose},
};
use crate::{
    domain::id::{ApiKeyId, OrganizationId},
    random::Random,
};

const PREFIX: &str = "nlk_";

/// Base32 (RFC 4648, section 6) in lower case, without padding: a double click takes the whole key.
static LOWER_CASE: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification: Specification = BASE32_NOPAD.specification();
    specification.symbols = specification.symbols.to_ascii_lowercase();
    specification.encoding().expect("it has 32 symbols")
});

/// A key as its holder has it. Wiped when dropped.
pub struct ApiKeySecret {
    pub organization_id: OrganizationId,
    pub id: ApiKeyId,
    secret: Zeroizing<[u8; 32]>,
}

impl ApiKeySecret {
    pub fn new(organization_id: OrganizationId, id: ApiKeyId, random: &dyn Random) -> Self {
        Self { organization_id, id, secret: Zeroizing::new(random.bytes()) }
    }

    /// Whether a bearer's text is meant as an API key.
    pub fn is_meant(text: &str) -> bool {
        text.starts_with(PREFIX)
    }

    /// The key of that text; none unless it has exactly the form of one.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, secret) = text.strip_prefix(PREFIX)?.split_once('_')?;
        let id = LOWER_CASE.decode(id.as_bytes()).ok()?;
        let (organization, id) = id.split_first_chunk::<16>()?;
        let secret = Zeroizing::new(LOWER_CASE.decode(secret.as_bytes()).ok()?);
        Some(Self {
            organization_id: Uuid::from_bytes(*organization).into(),
            id: Uuid::from_slice(id).ok()?.into(),
            secret: Zeroizing::new(<[u8; 32]>::try_from(&secret[..]).ok()?),
        })
    }

    /// The text that its holder gets.
    pub fn reveal(&self) -> Zeroizing<String> {
        let secret = Zeroizing::new(LOWER_CASE.encode(&self.secret[..]));
        Zeroizing::new(format!("{}_{}", visible_part(self.organization_id, self.id), *secret))
    }

    /// What is stored of a new key.
    pub fn digest(&self, keyring: &Keyring) -> Vec<u8> {
        digest(keyring, Purpose::ApiKey, &self.parts())
    }

    /// Under what a key may be stored: one digest for each key of the ring.
    pub fn digests(&self, keyring: &Keyring) -> Vec<Vec<u8>> {
        digests(keyring, Purpose::ApiKey, &self.parts())
    }

    fn parts(&self) -> [&[u8]; 3] {
        [self.organization_id.0.as_bytes(), self.id.0.as_bytes(), &self.secret[..]]
    }
}

/// What of a key's text is no secret: by that its holder recognizes it.
pub fn visible_part(organization_id: OrganizationId, id: ApiKeyId) -> String {
    let id = [&organization_id.0.as_bytes()[..], id.0.as_bytes()].concat();
    format!("{PREFIX}{}", LOWER_CASE.encode(&id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn a_key_is_read_as_it_was_shown() {
        let ring = Keyring::generate(&SystemRandom);
        let (organization, id) = (OrganizationId(Uuid::from_u128(7)), ApiKeyId(Uuid::from_u128(9)));
        let key = ApiKeySecret::new(organization, id, &SystemRandom);
        let text = key.reveal();
        let read = ApiKeySecret::parse(&text).unwrap();
        assert_eq!((read.organization_id, read.id), (organization, id));
        assert_eq!(read.digest(&ring), key.digest(&ring));
        assert!(text.starts_with(&visible_part(organization, id)));
        let shortened = &text[..text.len() - 1];
        for wrong in ["", "nlk_", "nlk__", "nlk_a_b", shortened, &text.to_uppercase(), &format!("{}a", *text)]
        {
            assert!(ApiKeySecret::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_key_is_recognized_by_its_beginning() {
        let [organization, other] = [7, 8].map(|number| OrganizationId(Uuid::from_u128(number)));
        let id = ApiKeyId(Uuid::from_u128(9));
        let key = ApiKeySecret::new(organization, id, &SystemRandom);
        assert!(ApiKeySecret::is_meant(&key.reveal()) && !ApiKeySecret::is_meant("eyJhbGciOiJFZERTQSJ9"));
        assert_ne!(visible_part(organization, id), visible_part(other, id));
        assert_ne!(visible_part(organization, id), visible_part(organization, ApiKeyId(Uuid::from_u128(10))));
    }

    #[test]
    fn what_is_stored_tells_organization_id_and_secret() {
        let ring = Keyring::generate(&SystemRandom);
        let [organization, other] = [7, 8].map(|number| OrganizationId(Uuid::from_u128(number)));
        let id = ApiKeyId(Uuid::from_u128(9));
        let key = ApiKeySecret::new(organization, id, &SystemRandom);
        assert_eq!(key.digests(&ring), [key.digest(&ring)]);
        let secret = || key.secret.clone();
        for other in [
            ApiKeySecret { organization_id: other, id, secret: secret() },
            ApiKeySecret { organization_id: organization, id: ApiKeyId(Uuid::nil()), secret: secret() },
            ApiKeySecret::new(organization, id, &SystemRandom),
        ] {
            assert_ne!(other.digest(&ring), key.digest(&ring));
        }
    }
}
