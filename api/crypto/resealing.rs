//! Sealing anew: the same secret of the same row, under the active key.

use zeroize::Zeroizing;

use super::{
    keyring::{Keyring, Purpose},
    sealer::{ProviderRow, TotpRow, WebhookRow, both, open, seal},
};
use crate::{
    domain::id::{OrganizationId, UserId},
    random::Random,
};

/// What a sealed value that is kept belongs to.
#[derive(Clone, Debug)]
pub enum Belonging {
    Totp(TotpRow),
    Webhook(WebhookRow),
    ClientSecret(ProviderRow),
    /// The hash that an imported pepper stands beside.
    Pepper(String),
    Origin(OrganizationId, UserId),
}

impl Belonging {
    fn purpose(&self) -> Purpose {
        match self {
            Self::Totp(_) => Purpose::Totp,
            Self::Webhook(_) => Purpose::Webhook,
            Self::ClientSecret(_) => Purpose::SingleSignOn,
            Self::Pepper(_) => Purpose::ImportedPepper,
            Self::Origin(..) => Purpose::RecoveryOrigin,
        }
    }

    fn associated_data(&self) -> Vec<u8> {
        match self {
            Self::Totp(row) => row.associated_data(),
            Self::Webhook(row) => row.associated_data().to_vec(),
            Self::ClientSecret(row) => both(row.organization_id, row.id.0).to_vec(),
            Self::Pepper(hash) => hash.as_bytes().to_vec(),
            Self::Origin(organization, user) => both(*organization, user.0).to_vec(),
        }
    }
}

/// The same secret under the active key; none when it does not open: another row's, another ring's, or damaged.
pub fn reseal(
    keyring: &Keyring,
    random: &dyn Random,
    belonging: &Belonging,
    sealed: &[u8],
) -> Option<Vec<u8>> {
    let (purpose, associated) = (belonging.purpose(), belonging.associated_data());
    let plain = Zeroizing::new(open(keyring, purpose, sealed, &associated)?);
    Some(seal(keyring.active(), purpose, random, &plain, &associated))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        crypto::{
            key_rotation::RETIREMENT,
            keyring::Sort,
            sealer::{
                open_client_secret, open_origin, open_pepper, open_totp, open_webhook, seal_client_secret,
                seal_origin, seal_pepper, seal_totp, seal_webhook,
            },
        },
        domain::{
            id::AuthenticatorId,
            import::RecoveryOrigin,
            totp::{Parameters, TotpSecret},
        },
        random::SystemRandom,
    };

    fn row() -> TotpRow {
        TotpRow {
            organization_id: OrganizationId(Uuid::from_u128(1)),
            user_id: UserId(Uuid::from_u128(2)),
            authenticator_id: AuthenticatorId(Uuid::from_u128(3)),
            parameters: Parameters::STANDARD,
        }
    }

    #[test]
    fn what_is_sealed_anew_opens_where_it_did_and_under_the_active_key() {
        let mut ring = Keyring::generate(&SystemRandom);
        let sealed = seal_totp(&ring, &SystemRandom, row(), &TotpSecret::new(vec![9; 20]).unwrap());
        let old = ring.active().kid.clone();
        ring.add(Sort::Sealing, &SystemRandom).unwrap();
        ring.rotate(Sort::Sealing, chrono::DateTime::UNIX_EPOCH).unwrap();
        let anew = reseal(&ring, &SystemRandom, &Belonging::Totp(row()), &sealed).unwrap();
        ring.drop_key(&old, chrono::DateTime::UNIX_EPOCH + RETIREMENT).unwrap();
        assert_eq!(open_totp(&ring, row(), &anew).unwrap().expose(), [9; 20]);
        assert!(open_totp(&ring, row(), &sealed).is_err());
        let elsewhere = TotpRow { user_id: UserId(Uuid::from_u128(9)), ..row() };
        assert!(reseal(&ring, &SystemRandom, &Belonging::Totp(elsewhere), &anew).is_none());
    }

    #[test]
    fn everything_that_is_kept_is_sealed_anew_on_its_own_row() {
        let ring = Keyring::generate(&SystemRandom);
        let (organization, id) = (OrganizationId(Uuid::from_u128(1)), Uuid::from_u128(2));
        let webhook = WebhookRow { organization_id: organization, id: id.into() };
        let provider = ProviderRow { organization_id: organization, id: id.into() };
        let random = &SystemRandom;
        let secret = seal_webhook(&ring, random, webhook, b"known to both");
        let anew = reseal(&ring, random, &Belonging::Webhook(webhook), &secret).unwrap();
        assert_eq!(**open_webhook(&ring, webhook, &anew).unwrap(), *b"known to both");

        let secret = seal_client_secret(&ring, random, provider, "known to both");
        let anew = reseal(&ring, random, &Belonging::ClientSecret(provider), &secret).unwrap();
        assert_eq!(*open_client_secret(&ring, provider, &anew).unwrap(), "known to both");

        let pepper = seal_pepper(&ring, random, "hash", &[7; 32]);
        let anew = reseal(&ring, random, &Belonging::Pepper("hash".into()), &pepper).unwrap();
        assert_eq!(*open_pepper(&ring, "hash", &anew).unwrap(), [7; 32]);
        assert!(reseal(&ring, random, &Belonging::Pepper("other".into()), &pepper).is_none());

        let user = (organization, UserId(id));
        let keys = vec![Zeroizing::new([1; 32])];
        let origin = RecoveryOrigin { organization_id: organization, user_id: UserId(id), keys };
        let sealed = seal_origin(&ring, random, user, &origin);
        let anew = reseal(&ring, random, &Belonging::Origin(user.0, user.1), &sealed).unwrap();
        assert_eq!(open_origin(&ring, user, &anew).unwrap().keys, origin.keys);
        assert!(reseal(&ring, random, &Belonging::Origin(user.0, UserId(Uuid::nil())), &sealed).is_none());
    }
}
