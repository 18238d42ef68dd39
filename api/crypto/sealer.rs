//! Sealing: secrets at rest under XChaCha20-Poly1305, bound to the row that they belong to.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};

use uuid::Uuid;
use zeroize::Zeroizing;

use super::keyring::{Key, Keyring, Purpose};
use crate::{
    domain::{
        id::{AuthenticatorId, MailId, OrganizationId, ProviderId, UserId, WebhookId},
        import::RecoveryOrigin,
        totp::{Parameters, TotpSecret},
    },
    error::Fault,
    random::Random,
};

const VERSION: u8 = 1;
const NONCE_LENGTH: usize = 24;
const CANARY: &[u8] = b"nightlatch canary";

/// The row that a TOTP secret belongs to: copied onto another, it does not open.
#[derive(Clone, Copy, Debug)]
pub struct TotpRow {
    pub organization_id: OrganizationId,
    pub user_id: UserId,
    pub authenticator_id: AuthenticatorId,
    pub parameters: Parameters,
}

impl TotpRow {
    pub(super) fn associated_data(self) -> Vec<u8> {
        let Parameters { algorithm, digits, period_seconds } = self.parameters;
        let mut data = Vec::with_capacity(64);
        for id in [self.organization_id.0, self.user_id.0, self.authenticator_id.0] {
            data.extend_from_slice(id.as_bytes());
        }
        data.push(digits);
        data.extend_from_slice(&period_seconds.to_be_bytes());
        data.extend_from_slice(algorithm.name().as_bytes());
        data
    }
}

/// The mail that secrets belong to.
#[derive(Clone, Copy, Debug)]
pub struct MailRow {
    pub organization_id: OrganizationId,
    pub id: MailId,
}

impl MailRow {
    fn associated_data(self) -> [u8; 32] {
        both(self.organization_id, self.id.0)
    }
}

/// The webhook that a secret belongs to.
#[derive(Clone, Copy, Debug)]
pub struct WebhookRow {
    pub organization_id: OrganizationId,
    pub id: WebhookId,
}

impl WebhookRow {
    pub(super) fn associated_data(self) -> [u8; 32] {
        both(self.organization_id, self.id.0)
    }
}

/// The provider of single sign-on that a client's secret belongs to.
#[derive(Clone, Copy, Debug)]
pub struct ProviderRow {
    pub organization_id: OrganizationId,
    pub id: ProviderId,
}

pub(super) fn both(organization: OrganizationId, id: Uuid) -> [u8; 32] {
    let mut data = [0; 32];
    data[..16].copy_from_slice(organization.0.as_bytes());
    data[16..].copy_from_slice(id.as_bytes());
    data
}

/// A TOTP secret as it is stored: `version | length of kid | kid | nonce | ciphertext`.
pub fn seal_totp(keyring: &Keyring, random: &dyn Random, row: TotpRow, secret: &TotpSecret) -> Vec<u8> {
    seal(keyring.active(), Purpose::Totp, random, secret.expose(), &row.associated_data())
}

/// Opens what [`seal_totp`] made. Errors: another row's, another ring's, or damaged.
pub fn open_totp(keyring: &Keyring, row: TotpRow, sealed: &[u8]) -> Result<TotpSecret, Fault> {
    open(keyring, Purpose::Totp, sealed, &row.associated_data()).and_then(TotpSecret::new).ok_or_else(|| {
        Fault::internal(format!("the secret of authenticator {} does not open", row.authenticator_id.0))
    })
}

/// The codes and links of a mail as they wait for being sent.
pub fn seal_mail(keyring: &Keyring, random: &dyn Random, row: MailRow, secrets: &[u8]) -> Vec<u8> {
    seal(keyring.active(), Purpose::Mail, random, secrets, &row.associated_data())
}

/// Opens what [`seal_mail`] made. Errors: another mail's, another ring's, or damaged.
pub fn open_mail(keyring: &Keyring, row: MailRow, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let opened = open(keyring, Purpose::Mail, sealed, &row.associated_data());
    let opened = opened.ok_or_else(|| Fault::internal(format!("mail {} does not open", row.id.0)))?;
    Ok(Zeroizing::new(opened))
}

/// The secret of a webhook as it is stored.
pub(super) fn seal_webhook(
    keyring: &Keyring,
    random: &dyn Random,
    row: WebhookRow,
    secret: &[u8],
) -> Vec<u8> {
    seal(keyring.active(), Purpose::Webhook, random, secret, &row.associated_data())
}

/// Opens what [`seal_webhook`] made. Errors: another webhook's, another ring's, or damaged.
pub(super) fn open_webhook(
    keyring: &Keyring,
    row: WebhookRow,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let opened = open(keyring, Purpose::Webhook, sealed, &row.associated_data());
    let told = || Fault::internal(format!("the secret of webhook {} does not open", row.id.0));
    opened.map(Zeroizing::new).ok_or_else(told)
}

/// The secret of a client at a provider as it is stored.
pub fn seal_client_secret(keyring: &Keyring, random: &dyn Random, row: ProviderRow, secret: &str) -> Vec<u8> {
    let associated = both(row.organization_id, row.id.0);
    seal(keyring.active(), Purpose::SingleSignOn, random, secret.as_bytes(), &associated)
}

/// Opens what [`seal_client_secret`] made. Errors: another provider's, another ring's, or damaged.
pub fn open_client_secret(
    keyring: &Keyring,
    row: ProviderRow,
    sealed: &[u8],
) -> Result<Zeroizing<String>, Fault> {
    let opened = open(keyring, Purpose::SingleSignOn, sealed, &both(row.organization_id, row.id.0));
    let secret = opened.and_then(|opened| String::from_utf8(opened).ok()).map(Zeroizing::new);
    secret.ok_or_else(|| Fault::internal(format!("the secret of provider {} does not open", row.id.0)))
}

/// What a sign-in at a provider is proven by when it comes back, as it waits under the digest of its `state`.
pub fn seal_departure(
    keyring: &Keyring,
    random: &dyn Random,
    (row, digest): (ProviderRow, &[u8]),
    secrets: &[u8; 64],
) -> Vec<u8> {
    let associated = [&both(row.organization_id, row.id.0), digest].concat();
    seal(keyring.active(), Purpose::SingleSignOn, random, secrets, &associated)
}

/// Opens what [`seal_departure`] made. Errors: another sign-in's, another ring's, or damaged.
pub fn open_departure(
    keyring: &Keyring,
    (row, digest): (ProviderRow, &[u8]),
    sealed: &[u8],
) -> Result<Zeroizing<[u8; 64]>, Fault> {
    let associated = [&both(row.organization_id, row.id.0), digest].concat();
    let opened = open(keyring, Purpose::SingleSignOn, sealed, &associated).map(Zeroizing::new);
    let secrets = opened.and_then(|opened| <[u8; 64]>::try_from(opened.as_slice()).ok());
    secrets.map(Zeroizing::new).ok_or_else(|| Fault::internal("a sign-in at a provider does not open"))
}

/// Another installation's pepper, as it is kept beside the hash that it belongs to.
pub fn seal_pepper(keyring: &Keyring, random: &dyn Random, hash: &str, pepper: &[u8; 32]) -> Vec<u8> {
    seal(keyring.active(), Purpose::ImportedPepper, random, pepper, hash.as_bytes())
}

/// Opens what [`seal_pepper`] made. Errors: another hash's, another ring's, or damaged.
pub fn open_pepper(keyring: &Keyring, hash: &str, sealed: &[u8]) -> Result<Zeroizing<[u8; 32]>, Fault> {
    let opened = open(keyring, Purpose::ImportedPepper, sealed, hash.as_bytes()).map(Zeroizing::new);
    let pepper = opened.and_then(|opened| <[u8; 32]>::try_from(opened.as_slice()).ok());
    pepper.map(Zeroizing::new).ok_or_else(|| Fault::internal("an imported pepper does not open"))
}

/// Where a user's recovery codes come from, as it is kept on their row.
pub fn seal_origin(
    keyring: &Keyring,
    random: &dyn Random,
    (organization, user): (OrganizationId, UserId),
    origin: &RecoveryOrigin,
) -> Vec<u8> {
    let mut plain = Zeroizing::new(Vec::with_capacity(96));
    plain.extend_from_slice(origin.organization_id.0.as_bytes());
    plain.extend_from_slice(origin.user_id.0.as_bytes());
    origin.keys.iter().for_each(|key| plain.extend_from_slice(&key[..]));
    seal(keyring.active(), Purpose::RecoveryOrigin, random, &plain, &both(organization, user.0))
}

/// Opens what [`seal_origin`] made. Errors: another user's, another ring's, or damaged.
pub fn open_origin(
    keyring: &Keyring,
    (organization, user): (OrganizationId, UserId),
    sealed: &[u8],
) -> Result<RecoveryOrigin, Fault> {
    let broken = || Fault::internal(format!("the origin of user {} does not open", user.0));
    let opened =
        open(keyring, Purpose::RecoveryOrigin, sealed, &both(organization, user.0)).ok_or_else(broken)?;
    let opened = Zeroizing::new(opened);
    let (organization, rest) = opened.split_first_chunk::<16>().ok_or_else(broken)?;
    let (user, keys) = rest.split_first_chunk::<16>().ok_or_else(broken)?;
    let keys = keys.chunks_exact(32).filter_map(|key| <[u8; 32]>::try_from(key).ok());
    Ok(RecoveryOrigin {
        organization_id: OrganizationId(Uuid::from_bytes(*organization)),
        user_id: UserId(Uuid::from_bytes(*user)),
        keys: keys.map(Zeroizing::new).collect(),
    })
}

/// What stays of the key of that name, as it is stored.
pub(super) fn seal_digest_keys(keyring: &Keyring, random: &dyn Random, kid: &str, keys: &[u8]) -> Vec<u8> {
    seal(keyring.active(), Purpose::DigestKeys, random, keys, kid.as_bytes())
}

/// Opens what [`seal_digest_keys`] made. Errors: another key's, another ring's, or damaged.
pub(super) fn open_digest_keys(
    keyring: &Keyring,
    kid: &str,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let opened = open(keyring, Purpose::DigestKeys, sealed, kid.as_bytes()).map(Zeroizing::new);
    opened.ok_or_else(|| Fault::internal(format!("the digest keys of key {kid} do not open")))
}

/// A known text sealed under `key`, to prove later that the ring is the same.
pub fn seal_canary(key: &Key, random: &dyn Random) -> Vec<u8> {
    seal(key, Purpose::Canary, random, CANARY, key.kid.as_bytes())
}

/// Whether the ring opens the canary of that key.
pub fn opens_canary(keyring: &Keyring, kid: &str, sealed: &[u8]) -> bool {
    open(keyring, Purpose::Canary, sealed, kid.as_bytes()).is_some_and(|text| text == CANARY)
}

/// Seals under that key, and names it.
pub(super) fn seal(
    key: &Key,
    purpose: Purpose,
    random: &dyn Random,
    plain: &[u8],
    associated: &[u8],
) -> Vec<u8> {
    let nonce: [u8; NONCE_LENGTH] = random.bytes();
    let ciphertext = cipher(key, purpose)
        .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: associated })
        .expect("a short text is within the cipher's limit");
    let length = u8::try_from(key.kid.len()).expect("a ring's key names are at most 32 bytes");
    [&[VERSION, length], key.kid.as_bytes(), &nonce, &ciphertext].concat()
}

/// Opens with the key that is named in it.
pub(super) fn open(keyring: &Keyring, purpose: Purpose, sealed: &[u8], associated: &[u8]) -> Option<Vec<u8>> {
    let (&[version, length], rest) = sealed.split_first_chunk()?;
    let (kid, rest) = rest.split_at_checked(length.into())?;
    let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_LENGTH>()?;
    let key = keyring.find(str::from_utf8(kid).ok()?).filter(|_| version == VERSION)?;
    cipher(key, purpose).decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: associated }).ok()
}

fn cipher(key: &Key, purpose: Purpose) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&*key.derive(purpose)).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    fn row() -> TotpRow {
        TotpRow {
            organization_id: OrganizationId(Uuid::from_u128(1)),
            user_id: UserId(Uuid::from_u128(2)),
            authenticator_id: AuthenticatorId(Uuid::from_u128(3)),
            parameters: Parameters::STANDARD,
        }
    }

    #[test]
    fn what_a_provider_is_shown_opens_for_that_provider_and_sign_in_alone() {
        let ring = Keyring::generate(&SystemRandom);
        let row = |id| ProviderRow {
            organization_id: OrganizationId(Uuid::from_u128(1)),
            id: ProviderId(Uuid::from_u128(id)),
        };
        let sealed = seal_client_secret(&ring, &SystemRandom, row(2), "known to both");
        assert_eq!(*open_client_secret(&ring, row(2), &sealed).unwrap(), "known to both");
        assert!(open_client_secret(&ring, row(3), &sealed).is_err());

        let sealed = seal_departure(&ring, &SystemRandom, (row(2), b"state"), &[7; 64]);
        assert_eq!(*open_departure(&ring, (row(2), b"state"), &sealed).unwrap(), [7; 64]);
        for (row, digest) in [(row(3), &b"state"[..]), (row(2), b"other")] {
            assert!(open_departure(&ring, (row, digest), &sealed).is_err());
        }
    }

    #[test]
    fn a_secret_opens_only_on_its_own_row_and_ring() {
        let ring = Keyring::generate(&SystemRandom);
        let secret = TotpSecret::new(vec![9; 20]).unwrap();
        let sealed = seal_totp(&ring, &SystemRandom, row(), &secret);
        assert_eq!(open_totp(&ring, row(), &sealed).unwrap().expose(), secret.expose());

        let other = Uuid::from_u128(9);
        let elsewhere = [
            TotpRow { organization_id: OrganizationId(other), ..row() },
            TotpRow { user_id: UserId(other), ..row() },
            TotpRow { authenticator_id: AuthenticatorId(other), ..row() },
            TotpRow { parameters: Parameters { digits: 8, ..Parameters::STANDARD }, ..row() },
            TotpRow { parameters: Parameters { period_seconds: 60, ..Parameters::STANDARD }, ..row() },
        ];
        for row in elsewhere {
            assert!(open_totp(&ring, row, &sealed).is_err(), "{row:?}");
        }
        assert!(open_totp(&Keyring::generate(&SystemRandom), row(), &sealed).is_err());
    }

    #[test]
    fn the_secrets_of_a_mail_open_only_on_its_own_row() {
        let ring = Keyring::generate(&SystemRandom);
        let mail = |organization, id| MailRow {
            organization_id: OrganizationId(Uuid::from_u128(organization)),
            id: MailId(Uuid::from_u128(id)),
        };
        let sealed = seal_mail(&ring, &SystemRandom, mail(1, 2), b"12345678");
        assert_eq!(**open_mail(&ring, mail(1, 2), &sealed).unwrap(), *b"12345678");
        assert!(
            open_mail(&ring, mail(1, 3), &sealed).is_err() && open_mail(&ring, mail(2, 2), &sealed).is_err()
        );
    }

    #[test]
    fn what_comes_from_elsewhere_opens_only_where_it_belongs() {
        let ring = Keyring::generate(&SystemRandom);
        let sealed = seal_pepper(&ring, &SystemRandom, "hash", &[7; 32]);
        assert_eq!(*open_pepper(&ring, "hash", &sealed).unwrap(), [7; 32]);
        assert!(open_pepper(&ring, "other", &sealed).is_err());
        let row = |user| (OrganizationId(Uuid::from_u128(1)), UserId(Uuid::from_u128(user)));
        let (organization_id, user_id) = row(9);
        let keys = vec![Zeroizing::new([1; 32]), Zeroizing::new([2; 32])];
        let origin = RecoveryOrigin { organization_id, user_id, keys };
        let sealed = seal_origin(&ring, &SystemRandom, row(2), &origin);
        let opened = open_origin(&ring, row(2), &sealed).unwrap();
        assert_eq!((opened.user_id, &opened.keys), (user_id, &origin.keys));
        assert!(open_origin(&ring, row(3), &sealed).is_err());
    }

    #[test]
    fn every_damaged_byte_is_noticed() {
        let ring = Keyring::generate(&SystemRandom);
        let sealed = seal_totp(&ring, &SystemRandom, row(), &TotpSecret::new(vec![9; 20]).unwrap());
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 1;
            assert!(open_totp(&ring, row(), &damaged).is_err(), "byte {at}");
            assert!(open_totp(&ring, row(), &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_canary_knows_its_ring() {
        let ring = Keyring::generate(&SystemRandom);
        let sealed = seal_canary(ring.active(), &SystemRandom);
        assert!(opens_canary(&ring, &ring.active().kid, &sealed));
        assert!(!opens_canary(&Keyring::generate(&SystemRandom), &ring.active().kid, &sealed));
    }
}
