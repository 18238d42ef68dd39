//! Opaque bearer tokens: 256 random bits that carry their organization; only a keyed digest is stored.

use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    digest::{digest, digests},
    keyring::{Keyring, Purpose},
};
use crate::{
    domain::{id::OrganizationId, link::LinkKind},
    random::Random,
};

/// What a token is good for, told by its prefix; it is good for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Challenge,
    Refresh,
    Enrollment,
    Browser,
    /// In a mailed link.
    Mailed(LinkKind),
    /// Of a browser that is not asked for the second factor.
    Device,
    /// What a provider of single sign-on hands back (`state`).
    Departure,
    /// Of a browser that has begun a sign-in at a provider.
    Traveller,
    /// Goes on with a sign-in that a provider has vouched for.
    Arrival,
    /// Connects an account of ours with the one that a provider has vouched for.
    Connection,
}

impl TokenKind {
    fn prefix(self) -> &'static str {
        match self {
            Self::Challenge => "nlc_",
            Self::Refresh => "nlr_",
            Self::Enrollment => "nle_",
            Self::Browser => "nlb_",
            Self::Mailed(LinkKind::Activation) => "nla_",
            Self::Mailed(LinkKind::PasswordReset) => "nlp_",
            Self::Mailed(LinkKind::EmailConfirmation) => "nlm_",
            Self::Mailed(LinkKind::Objection) => "nlo_",
            Self::Mailed(LinkKind::AddressObjection) => "nlw_",
            Self::Device => "nld_",
            Self::Departure => "nls_",
            Self::Traveller => "nlt_",
            Self::Arrival => "nlv_",
            Self::Connection => "nlx_",
        }
    }
}

/// A token as its holder has it. Wiped when dropped.
pub struct OpaqueToken {
    kind: TokenKind,
    pub organization_id: OrganizationId,
    secret: Zeroizing<[u8; 32]>,
}

impl OpaqueToken {
    pub fn new(kind: TokenKind, organization_id: OrganizationId, random: &dyn Random) -> Self {
        Self { kind, organization_id, secret: Zeroizing::new(random.bytes()) }
    }

    /// The token of that text; none unless it has exactly the form of its kind.
    pub fn parse(kind: TokenKind, text: &str) -> Option<Self> {
        let encoded = text.strip_prefix(kind.prefix())?;
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(encoded.as_bytes()).ok()?);
        let (organization, secret) = bytes.split_first_chunk::<16>()?;
        let secret = Zeroizing::new(<[u8; 32]>::try_from(secret).ok()?);
        Some(Self { kind, organization_id: OrganizationId(Uuid::from_bytes(*organization)), secret })
    }

    /// The text that its holder gets.
    pub fn reveal(&self) -> String {
        let bytes = Zeroizing::new([&self.organization_id.0.as_bytes()[..], &self.secret[..]].concat());
        format!("{}{}", self.kind.prefix(), BASE64URL_NOPAD.encode(&bytes))
    }

    /// What is stored of a new token.
    pub fn digest(&self, keyring: &Keyring) -> Vec<u8> {
        digest(keyring, Purpose::Token, &self.parts())
    }

    /// Under what a token may be stored: one digest for each key of the ring.
    pub fn digests(&self, keyring: &Keyring) -> Vec<Vec<u8>> {
        digests(keyring, Purpose::Token, &self.parts())
    }

    fn parts(&self) -> [&[u8]; 3] {
        [self.kind.prefix().as_bytes(), self.organization_id.0.as_bytes(), &self.secret[..]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn a_token_is_good_for_its_kind_only() {
        let ring = Keyring::generate(&SystemRandom);
        let token = OpaqueToken::new(TokenKind::Challenge, OrganizationId(Uuid::from_u128(7)), &SystemRandom);
        let read = OpaqueToken::parse(TokenKind::Challenge, &token.reveal()).unwrap();
        assert_eq!(read.digest(&ring), token.digest(&ring));
        assert_eq!(read.organization_id, token.organization_id);
        assert!(OpaqueToken::parse(TokenKind::Refresh, &token.reveal()).is_none());
        for wrong in ["", "nlc_", "nlc_AAAA", &format!("{}A", token.reveal())] {
            assert!(OpaqueToken::parse(TokenKind::Challenge, wrong).is_none(), "{wrong:?}");
        }
    }

    const KINDS: [TokenKind; 14] = [
        TokenKind::Challenge,
        TokenKind::Refresh,
        TokenKind::Enrollment,
        TokenKind::Browser,
        TokenKind::Mailed(LinkKind::Activation),
        TokenKind::Mailed(LinkKind::PasswordReset),
        TokenKind::Mailed(LinkKind::EmailConfirmation),
        TokenKind::Mailed(LinkKind::Objection),
        TokenKind::Mailed(LinkKind::AddressObjection),
        TokenKind::Device,
        TokenKind::Departure,
        TokenKind::Traveller,
        TokenKind::Arrival,
        TokenKind::Connection,
    ];

    #[test]
    fn a_text_is_a_token_of_one_kind() {
        for kind in KINDS {
            let token = OpaqueToken::new(kind, OrganizationId(Uuid::from_u128(7)), &SystemRandom);
            let taken = KINDS.iter().filter(|other| OpaqueToken::parse(**other, &token.reveal()).is_some());
            assert_eq!(taken.collect::<Vec<_>>(), [&kind]);
        }
    }

    #[test]
    fn what_is_stored_tells_kind_organization_and_secret() {
        let ring = Keyring::generate(&SystemRandom);
        let [here, elsewhere] = [7, 8].map(|number| OrganizationId(Uuid::from_u128(number)));
        let token = OpaqueToken::new(TokenKind::Device, here, &SystemRandom);
        assert_eq!(token.digests(&ring), [token.digest(&ring)]);
        let other_secret = OpaqueToken::new(TokenKind::Device, here, &SystemRandom);
        let other_kind =
            OpaqueToken { kind: TokenKind::Browser, organization_id: here, secret: token.secret.clone() };
        let other_place =
            OpaqueToken { kind: token.kind, organization_id: elsewhere, secret: token.secret.clone() };
        for other in [other_secret, other_kind, other_place] {
            assert_ne!(other.digest(&ring), token.digest(&ring));
        }
    }
}
