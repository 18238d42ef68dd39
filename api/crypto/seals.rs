//! The cryptography of the audit log's seals: digests of events, proofs of who wrote them, and seals that are made and checked.

use hmac::digest::Update;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header, jwk::JwkSet};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::{
    access_token::AccessTokens,
    digest::{digest, digests, under},
    keyring::{Keyring, Purpose},
};
use crate::{
    domain::{
        audit::RecordedEvent,
        id::{EventId, OrganizationId, SessionId, UserId},
        seal::{Digest, Head, hex},
    },
    error::Fault,
};

/// Media type of a checkpoint: it is taken for no other token.
pub const TYPE: &str = "nightlatch-audit-checkpoint+jwt";
/// Bytes of a proof: HMAC-SHA-256, cut to 128 bits (RFC 2104, section 5).
const PROOF_LENGTH: usize = 16;

/// What is told of an event.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    action: &'a str,
    actor_id: Option<UserId>,
    address: Option<&'a str>,
    detail: &'a Value,
    id: EventId,
    occurred_at: String,
    organization_id: OrganizationId,
    outcome: &'a str,
    request_id: Option<&'a str>,
    session_id: Option<SessionId>,
    subject_id: Option<UserId>,
    user_agent: Option<&'a str>,
}

/// SHA-256 of an event in its canonical JSON form (RFC 8785): `action`, `actorId`, `address`, `detail`, `id`, `occurredAt` (with six
/// decimals), `organizationId`, `outcome`, `requestId`, `sessionId`, `subjectId`, `userAgent`, each null where there is none.
pub fn event_digest(organization: OrganizationId, event: &RecordedEvent) -> Result<Digest, Fault> {
    let told = Told {
        organization_id: organization,
        id: event.id,
        occurred_at: event.occurred_at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        action: &event.action,
        outcome: &event.outcome,
        actor_id: event.actor,
        subject_id: event.subject,
        session_id: event.session,
        address: event.address.as_deref(),
        user_agent: event.user_agent.as_deref(),
        request_id: event.request_id.as_deref(),
        detail: &event.detail,
    };
    // The library sorts and buffers whatever it is given: twelve times the work for what is in its form already.
    let canonical = if is_canonical(&event.detail) {
        serde_json::to_vec(&told)
    } else {
        serde_json_canonicalizer::to_vec(&told)
    };
    Ok(Sha256::digest(canonical.map_err(Fault::internal)?).into())
}

/// Whether JSON is written in its canonical form as it stands: with its members in order (RFC 8785, section 3.2.3), and no number
/// but integers that a double has exactly (section 3.2.2.3). Strings have one form in both.
fn is_canonical(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => number.as_i64().is_some_and(|number| number.unsigned_abs() < 1 << 53),
        Value::Array(items) => items.iter().all(is_canonical),
        Value::Object(members) => {
            let in_order = members.keys().all(|name| name.is_ascii()) && members.keys().is_sorted();
            in_order && members.values().all(is_canonical)
        }
    }
}

/// What shows that an event of that digest was written with this ring.
pub fn prove(keyring: &Keyring, event: &Digest) -> Vec<u8> {
    let mut proof = digest(keyring, Purpose::AuditEvent, &[event]);
    proof.truncate(PROOF_LENGTH);
    proof
}

/// Whether some key of the ring made that proof.
pub fn is_proven(keyring: &Keyring, event: &Digest, proof: &[u8]) -> bool {
    let made = digests(keyring, Purpose::AuditEvent, &[event]);
    made.iter().any(|made| made[..PROOF_LENGTH].ct_eq(proof).into())
}

pub fn entries_digest(entries: &[u8]) -> Digest {
    Sha256::digest(entries).into()
}

/// The digest of a seal, which the next one takes in.
pub fn seal_digest(head: &Head) -> Digest {
    Sha256::new().chain(head.to_bytes()).finalize().into()
}

/// A seal's digest under the ring's active key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authentication {
    pub kid: String,
    pub mac: Vec<u8>,
}

pub fn authenticate(keyring: &Keyring, seal: &Digest) -> Authentication {
    let kid = keyring.active().kid.clone();
    Authentication { kid, mac: digest(keyring, Purpose::AuditSeal, &[seal]) }
}

/// Whether a seal of that digest was made with this ring; none where the ring no longer has the key.
pub fn is_authentic(keyring: &Keyring, seal: &Digest, shown: &Authentication) -> Option<bool> {
    let key = keyring.find(&shown.kid)?;
    let made = under(key, Purpose::AuditSeal, &[seal]);
    Some(made.ct_eq(&shown.mac).into())
}

/// What a checkpoint says: so many seals there were, and this was the digest of the last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Claims {
    iss: String,
    /// The organization.
    sub: Uuid,
    /// Seconds since 1970.
    iat: i64,
    seal: i64,
    /// Hexadecimal.
    digest: String,
}

/// A seal's digest, signed (RFC 7519), to be checked by anybody with the keys of `/.well-known/jwks.json`.
pub fn checkpoint(tokens: &AccessTokens, head: &Head, digest: &Digest) -> Result<String, Fault> {
    let claims = Claims {
        iss: tokens.issuer().to_owned(),
        sub: head.organization_id.0,
        iat: head.made_at.timestamp(),
        seal: head.number,
        digest: hex(digest),
    };
    tokens.sign_as(TYPE, &claims)
}

/// Public keys that checkpoints are checked with.
#[derive(Default)]
pub struct CheckpointKeys(Vec<(String, DecodingKey)>);

/// Whether a checkpoint is that of a seal.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checkpoint {
    Good,
    Bad,
    /// It says that the key of that name signed it, which is not at hand.
    KeyMissing(String),
}

impl CheckpointKeys {
    /// Errors: a key that is none of Ed25519.
    pub fn new(jwks: &JwkSet) -> Result<Self, Fault> {
        let mut keys = Self::default();
        keys.add(jwks)?;
        Ok(keys)
    }

    /// Adds those of another time. Errors: as of [`Self::new`].
    pub fn add(&mut self, jwks: &JwkSet) -> Result<(), Fault> {
        for jwk in &jwks.keys {
            let kid = jwk.common.key_id.clone().unwrap_or_default();
            self.0.push((kid, DecodingKey::from_jwk(jwk).map_err(Fault::internal)?));
        }
        Ok(())
    }

    /// Whether that is the signed checkpoint of a seal of that digest.
    pub fn check(&self, checkpoint: &str, head: &Head, digest: &Digest) -> Checkpoint {
        let header = decode_header(checkpoint).ok().filter(|header| header.typ.as_deref() == Some(TYPE));
        let Some(header) = header else { return Checkpoint::Bad };
        let kid = header.kid.unwrap_or_default();
        let Some((_, key)) = self.0.iter().find(|(known, _)| *known == kid) else {
            return Checkpoint::KeyMissing(kid);
        };
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_required_spec_claims(&["iss", "sub"]);
        validation.validate_exp = false;
        validation.validate_aud = false;
        let claims = decode::<Claims>(checkpoint, key, &validation).map(|token| token.claims);
        let is_of_seal = claims.is_ok_and(|claims| {
            claims.sub == head.organization_id.0
                && claims.iat == head.made_at.timestamp()
                && claims.seal == head.number
                && claims.digest == hex(digest)
        });
        if is_of_seal { Checkpoint::Good } else { Checkpoint::Bad }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::{collection, prelude::*};
    use serde_json::{Map, json};

    use super::*;
    use crate::random::SystemRandom;

    fn event() -> RecordedEvent {
        RecordedEvent {
            id: EventId(Uuid::from_u128(2)),
            occurred_at: DateTime::from_timestamp_micros(1_800_000_000_000_001).unwrap(),
            action: "login.succeeded".into(),
            outcome: "success".into(),
            actor: Some(UserId(Uuid::from_u128(3))),
            subject: None,
            session: None,
            address: Some("203.0.113.9".into()),
            user_agent: None,
            request_id: None,
            detail: json!({"b": 1, "a": {"d": [true, null], "c": "é"}}),
            proof: Vec::new(),
        }
    }

    const ORGANIZATION: OrganizationId = OrganizationId(Uuid::from_u128(1));

    /// Taken with `sha256sum` of the text that RFC 8785 asks for.
    #[test]
    fn the_digest_of_an_event_is_that_of_its_canonical_form() {
        let text = concat!(
            r#"{"action":"login.succeeded","actorId":"00000000-0000-0000-0000-000000000003","address":"203.0.113.9","#,
            r#""detail":{"a":{"c":"é","d":[true,null]},"b":1},"id":"00000000-0000-0000-0000-000000000002","#,
            r#""occurredAt":"2027-01-15T08:00:00.000001Z","organizationId":"00000000-0000-0000-0000-000000000001","#,
            r#""outcome":"success","requestId":null,"sessionId":null,"subjectId":null,"userAgent":null}"#
        );
        assert_eq!(event_digest(ORGANIZATION, &event()).unwrap(), <Digest>::from(Sha256::digest(text)));
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let numbers = prop_oneof![any::<i64>().prop_map(Value::from), any::<f64>().prop_map(Value::from)];
        let small = (-10_i64..1 << 54).prop_map(Value::from);
        let text = any::<String>().prop_map(Value::from);
        let leaves =
            prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from), numbers, small, text];
        leaves.prop_recursive(3, 24, 4, |inner| {
            let members = collection::btree_map("[a-cA-C]{1,2}|\\PC", inner.clone(), 0..4);
            let objects = members.prop_map(|members| members.into_iter().collect::<Map<_, _>>().into());
            prop_oneof![collection::vec(inner, 0..4).prop_map(Value::from), objects]
        })
    }

    proptest! {
        #[test]
        fn what_is_canonical_is_written_as_the_library_writes_it(json in any_json()) {
            prop_assume!(is_canonical(&json));
            let canonical = serde_json_canonicalizer::to_string(&json).unwrap();
            prop_assert_eq!(serde_json::to_string(&json).unwrap(), canonical);
        }
    }

    #[test]
    fn other_numbers_and_names_take_the_library() {
        for json in [
            json!(0.5),
            json!(-0.0),
            json!(1_u64 << 53),
            json!(u64::MAX),
            json!({"é": 1}),
            json!([{"a": 1e30}]),
        ] {
            assert!(!is_canonical(&json), "{json}");
        }
        assert!(is_canonical(&json!({"B": (1_u64 << 53) - 1, "a": [-7, {"\u{1f}": "\u{1f}\u{7f}é😀\""}]})));
    }

    #[test]
    fn a_proof_is_of_one_event_and_one_ring() {
        let ring = Keyring::generate(&SystemRandom);
        let digest = event_digest(ORGANIZATION, &event()).unwrap();
        let proof = prove(&ring, &digest);
        assert!(is_proven(&ring, &digest, &proof));
        let other =
            event_digest(ORGANIZATION, &RecordedEvent { outcome: "failure".into(), ..event() }).unwrap();
        assert!(!is_proven(&ring, &other, &proof));
        assert!(!is_proven(&Keyring::generate(&SystemRandom), &digest, &proof));
        assert!(!is_proven(&ring, &digest, &[]));
        assert!(!is_proven(&ring, &digest, &proof[..8]));
    }

    fn head() -> Head {
        Head {
            organization_id: ORGANIZATION,
            number: 1,
            made_at: event().occurred_at,
            gone_before: None,
            adopts: false,
            previous: [0; 32],
            span: (event().occurred_at, event().occurred_at),
            events: 0,
            entries_digest: entries_digest(&[]),
        }
    }

    #[test]
    fn a_checkpoint_is_of_one_seal() {
        let ring = Keyring::generate(&SystemRandom);
        let tokens = AccessTokens::new(&ring, "https://login.example.com".into()).unwrap();
        let keys = CheckpointKeys::new(tokens.jwks()).unwrap();
        let digest = seal_digest(&head());
        let signed = checkpoint(&tokens, &head(), &digest).unwrap();
        assert_eq!(keys.check(&signed, &head(), &digest), Checkpoint::Good);
        for other in [
            Head { number: 2, ..head() },
            Head { organization_id: OrganizationId(Uuid::from_u128(9)), ..head() },
            Head { made_at: head().made_at + chrono::TimeDelta::seconds(1), ..head() },
        ] {
            assert_eq!(keys.check(&signed, &other, &digest), Checkpoint::Bad);
            assert_ne!(seal_digest(&other), digest);
        }
        assert_eq!(keys.check(&signed, &head(), &[1; 32]), Checkpoint::Bad);
        assert_eq!(keys.check("a.b.c", &head(), &digest), Checkpoint::Bad);
        let stranger =
            AccessTokens::new(&Keyring::generate(&SystemRandom), tokens.issuer().to_owned()).unwrap();
        let elsewhere = checkpoint(&stranger, &head(), &digest).unwrap();
        let kid = stranger.jwks().keys[0].common.key_id.clone().unwrap();
        assert_eq!(keys.check(&elsewhere, &head(), &digest), Checkpoint::KeyMissing(kid));
    }

    #[test]
    fn a_seal_is_authentic_under_its_key() {
        let ring = Keyring::generate(&SystemRandom);
        let digest = seal_digest(&head());
        let shown = authenticate(&ring, &digest);
        assert_eq!(is_authentic(&ring, &digest, &shown), Some(true));
        assert_eq!(is_authentic(&ring, &[1; 32], &shown), Some(false));
        assert_eq!(is_authentic(&Keyring::generate(&SystemRandom), &digest, &shown), None);
    }

    /// FIPS 180-2, appendix B.1.
    #[test]
    fn entries_are_taken_in_by_sha_256() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex(&entries_digest(b"abc")), expected);
    }
}
