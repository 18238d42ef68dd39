//! Credentials and signatures of an authenticator, honest and not.

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::*;
use crate::random::SystemRandom;

const ORIGIN: &str = "https://login.example.org";
const CREDENTIAL: [u8; 16] = [5; 16];
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const HAS_CREDENTIAL: u8 = 0x40;

fn party() -> RelyingParty {
    RelyingParty::new(&Url::parse(ORIGIN).unwrap())
}

fn handle(user: u128) -> UserHandle {
    UserHandle { organization_id: Uuid::from_u128(1).into(), user_id: Uuid::from_u128(user).into() }
}

/// An authenticator with one credential, and the browser around it: what they say of themselves.
#[derive(Clone)]
struct Device {
    key: [u8; 32],
    flags: u8,
    counter: u32,
    rp_id: &'static str,
    /// In place of what an honest browser says.
    said: Value,
}

impl Device {
    fn new() -> Self {
        let said = json!({"origin": ORIGIN, "crossOrigin": false});
        Self { key: [7; 32], flags: PRESENT | VERIFIED, counter: 1, rp_id: "login.example.org", said }
    }

    fn saying(said: Value) -> Self {
        let mut device = Self::new();
        device.said.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
        device
    }

    /// WebAuthn, section 5.8.1.
    fn client_data(&self, kind: &str, challenge: &[u8]) -> Vec<u8> {
        let mut data = json!({"type": kind, "challenge": BASE64URL_NOPAD.encode(challenge)});
        data.as_object_mut().unwrap().extend(self.said.as_object().unwrap().clone());
        data.to_string().into_bytes()
    }

    /// WebAuthn, section 6.1.
    fn authenticator_data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.rp_id).to_vec();
        data.push(flags | self.flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// A credential on P-256 (RFC 9053, section 7.1.1) without attestation.
    fn create(&self, options: &CreationOptions) -> Attestation {
        let key = SigningKey::from_slice(&self.key).unwrap();
        let point = key.verifying_key().to_encoded_point(false);
        let (x, y) = (&**point.x().unwrap(), &**point.y().unwrap());
        let mut data = self.authenticator_data(HAS_CREDENTIAL);
        data.extend([[0; 16].as_slice(), &[0, 16], &CREDENTIAL].concat());
        data.extend([b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".as_slice(), x, b"\x22\x58\x20", y].concat());
        let length = u8::try_from(data.len()).unwrap();
        let object =
            [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(), &[length], &data].concat();
        Attestation {
            credential_id: CREDENTIAL.to_vec(),
            client_data: self.client_data("webauthn.create", &options.challenge),
            attestation_object: object,
            transports: vec!["usb".to_owned(), "pigeon".to_owned()],
        }
    }

    /// The same, where the authenticator attests itself (WebAuthn, section 8.2).
    fn create_attested(&self, options: &CreationOptions) -> Attestation {
        let plain = self.create(options);
        let data =
            &plain.attestation_object[b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58\xa0".len()..];
        let signed = [data, &Sha256::digest(&plain.client_data)].concat();
        let signature: Signature = SigningKey::from_slice(&self.key).unwrap().sign(&signed);
        let signature = signature.to_der();
        let length = |bytes: &[u8]| [u8::try_from(bytes.len()).unwrap()];
        let attestation_object = [
            b"\xa3\x63fmt\x66packed\x67attStmt\xa2\x63alg\x26\x63sig\x58".as_slice(),
            &length(signature.as_bytes()),
            signature.as_bytes(),
            b"\x68authData\x58",
            &length(data),
            data,
        ]
        .concat();
        Attestation { attestation_object, ..plain }
    }

    fn sign(&self, options: &RequestOptions) -> Assertion {
        let authenticator_data = self.authenticator_data(0);
        let client_data = self.client_data("webauthn.get", &options.challenge);
        let signed = [authenticator_data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature: Signature = SigningKey::from_slice(&self.key).unwrap().sign(&signed);
        Assertion {
            credential_id: CREDENTIAL.to_vec(),
            client_data,
            authenticator_data,
            signature: signature.to_der().as_bytes().to_vec(),
            user_handle: None,
        }
    }
}

fn registered(device: &Device) -> Result<Credential, Refusal> {
    let (options, state) = party().ask_for_credential(handle(2), Vec::new()).unwrap();
    party().check_credential(&state, &device.create(&options)).unwrap()
}

/// What is said of a signature by that device, of a credential that an honest one has registered.
fn proven(device: &Device) -> Result<Credential, Refusal> {
    proven_of(&Device::new(), device, UserVerification::Preferred)
}

fn proven_of(
    registering: &Device,
    device: &Device,
    verification: UserVerification,
) -> Result<Credential, Refusal> {
    let credential = registered(registering).unwrap();
    let (options, state) = party().ask_for_signature(Vec::new(), verification).unwrap();
    party().check_signature(&state, handle(2), &credential, &device.sign(&options)).unwrap()
}

#[test]
fn decoys_stay_and_look_like_credentials() {
    let keyring = Keyring::generate(&SystemRandom);
    let of = |email: &str| decoys(&keyring, email);
    assert_eq!(of("ada@example.org"), of("ada@example.org"));
    assert_ne!(of("ada@example.org"), of("bea@example.org"));
    for number in 0..200 {
        let decoys = of(&format!("user{number}@example.org"));
        assert!((1..=2).contains(&decoys.len()));
        assert!(decoys.iter().all(|decoy| DECOY_LENGTHS.contains(&decoy.id.len())));
    }
    let another = Keyring::generate(&SystemRandom);
    assert_ne!(decoys(&another, "ada@example.org"), of("ada@example.org"));
}

#[test]
fn a_new_credential_is_asked_for_and_kept() {
    let held = vec![Descriptor { id: vec![9; 16], transports: vec!["nfc".to_owned()] }];
    let (options, _) = party().ask_for_credential(handle(2), held.clone()).unwrap();
    assert_eq!(
        (options.rp_id.as_str(), options.handle, options.excluded),
        ("login.example.org", handle(2), held)
    );
    assert!(options.challenge.len() >= 16, "of 128 bit (WebAuthn, section 13.4.3)");
    assert_eq!(options.algorithms.first(), Some(&-7), "ES256");

    let kept = registered(&Device::new()).unwrap();
    let descriptor = Descriptor { id: CREDENTIAL.to_vec(), transports: vec!["usb".to_owned()] };
    assert_eq!((kept.descriptor, kept.counter, kept.synced), (descriptor, 1, false));
    assert_eq!(kept.record["attestation"], serde_json::to_value(ParsedAttestation::default()).unwrap());
    let copied = Device { flags: PRESENT | VERIFIED | BACKUP_ELIGIBLE | BACKED_UP, ..Device::new() };
    assert!(registered(&copied).unwrap().synced);
}

#[test]
fn a_credential_that_was_not_asked_for_is_refused() {
    for (device, expected) in [
        (Device::saying(json!({"type": "webauthn.get"})), Refusal::WrongType),
        (Device::saying(json!({"challenge": "AAAA"})), Refusal::WrongChallenge),
        (Device::saying(json!({"origin": "https://login.example.com"})), Refusal::WrongOrigin),
        (Device::saying(json!({"crossOrigin": true})), Refusal::WrongOrigin),
        (Device { rp_id: "example.org", ..Device::new() }, Refusal::WrongRelyingParty),
        (Device { flags: VERIFIED, ..Device::new() }, Refusal::UserNotPresent),
        (Device { flags: PRESENT | BACKED_UP, ..Device::new() }, Refusal::BackupStateInconsistent),
    ] {
        assert_eq!(registered(&device).err(), Some(expected), "{}", device.said);
    }
    let (options, state) = party().ask_for_credential(handle(2), Vec::new()).unwrap();
    let answer = Attestation { credential_id: vec![6; 16], ..Device::new().create(&options) };
    assert_eq!(party().check_credential(&state, &answer).unwrap().err(), Some(Refusal::Malformed));
}

#[test]
fn what_tells_one_device_from_another_is_not_kept() {
    let (options, state) = party().ask_for_credential(handle(2), Vec::new()).unwrap();
    let kept = party().check_credential(&state, &Device::new().create_attested(&options)).unwrap().unwrap();
    assert_eq!(kept.record["attestation"], serde_json::to_value(ParsedAttestation::default()).unwrap());
}

#[test]
fn a_credential_that_there_is_already_is_not_made_again() {
    let held = vec![Descriptor { id: CREDENTIAL.to_vec(), transports: Vec::new() }];
    let (options, state) = party().ask_for_credential(handle(2), held).unwrap();
    let answer = Device::new().create(&options);
    assert_eq!(party().check_credential(&state, &answer).unwrap().err(), Some(Refusal::AlreadyEnrolled));
}

#[test]
fn a_signature_is_held_against_what_was_kept_last() {
    let may_be_copied = Device { flags: PRESENT | VERIFIED | BACKUP_ELIGIBLE, counter: 5, ..Device::new() };
    let kept = Credential { counter: 9, ..registered(&may_be_copied).unwrap() };
    let sign = |device: &Device| {
        let (options, state) = party().ask_for_signature(Vec::new(), UserVerification::Required).unwrap();
        party().check_signature(&state, handle(2), &kept, &device.sign(&options)).unwrap()
    };
    let before = Device { counter: 9, ..may_be_copied.clone() };
    assert_eq!(sign(&before).err(), Some(Refusal::CounterNotRisen));
    let copied = Device { flags: may_be_copied.flags | BACKED_UP, counter: 10, ..may_be_copied };
    let proven = sign(&copied).unwrap();
    assert_eq!((proven.counter, kept.synced, proven.synced), (10, false, true));
}

#[test]
fn a_signature_is_asked_for_and_uses_up_the_counter() {
    let allowed = vec![Descriptor { id: CREDENTIAL.to_vec(), transports: Vec::new() }];
    let (options, _) = party().ask_for_signature(allowed.clone(), UserVerification::Required).unwrap();
    assert_eq!((options.rp_id.as_str(), options.allowed), ("login.example.org", allowed));
    assert_eq!(options.user_verification, UserVerification::Required);

    let next = Device { counter: 2, ..Device::new() };
    assert_eq!(proven(&next).unwrap().counter, 2);
    let without_pin = |device: Device| Device { flags: PRESENT, ..device };
    let by_it =
        |verification| proven_of(&without_pin(Device::new()), &without_pin(next.clone()), verification).err();
    assert_eq!(by_it(UserVerification::Required), Some(Refusal::UserNotVerified));
    assert_eq!(by_it(UserVerification::Preferred), None, "it follows a password");
}

#[test]
fn a_signature_that_was_not_asked_for_is_refused() {
    let next = |device: Device| Device { counter: 2, ..device };
    for (device, expected) in [
        (next(Device::saying(json!({"type": "webauthn.create"}))), Refusal::WrongType),
        (next(Device::saying(json!({"challenge": "AAAA"}))), Refusal::WrongChallenge),
        (next(Device::saying(json!({"origin": "https://login.example.com"}))), Refusal::WrongOrigin),
        (next(Device::saying(json!({"crossOrigin": true}))), Refusal::WrongOrigin),
        (next(Device { rp_id: "example.org", ..Device::new() }), Refusal::WrongRelyingParty),
        (next(Device { flags: VERIFIED, ..Device::new() }), Refusal::UserNotPresent),
        (next(Device { key: [8; 32], ..Device::new() }), Refusal::WrongSignature),
        (
            next(Device { flags: PRESENT | VERIFIED | BACKUP_ELIGIBLE, ..Device::new() }),
            Refusal::BackupStateInconsistent,
        ),
        (Device::new(), Refusal::CounterNotRisen),
    ] {
        let refused = proven(&device).err();
        assert_eq!(refused, Some(expected), "{} {:#x}", device.said, device.flags);
    }
}

#[test]
fn a_signature_is_of_the_user_and_the_credential_that_it_names() {
    let credential = registered(&Device::new()).unwrap();
    let (options, state) = party().ask_for_signature(Vec::new(), UserVerification::Required).unwrap();
    let signed = Device { counter: 2, ..Device::new() }.sign(&options);
    let check = |user: Option<u128>, id: u8| {
        let user_handle = user.map(|user| handle(user).to_bytes());
        let answer = Assertion { user_handle, credential_id: vec![id; 16], ..signed.clone() };
        party().check_signature(&state, handle(2), &credential, &answer).unwrap().err()
    };
    assert_eq!((check(None, 5), check(Some(2), 5)), (None, None));
    assert_eq!(check(Some(3), 5), Some(Refusal::WrongUserHandle));
    assert_eq!(check(None, 6), Some(Refusal::UnknownCredential));
}

/// Computed by Python's `hmac`: if they changed with a version, whoever has none would be known by it.
#[test]
fn decoys_stay_the_same_in_all_versions() {
    let secret = BASE64.encode(&(0..32).collect::<Vec<u8>>());
    let key = json!({"kid": "one", "state": "active", "secret": secret});
    let ring = Keyring::parse(&json!({"keys": [key], "signingKeys": [key]}).to_string()).unwrap();
    let of =
        |email| decoys(&ring, email).into_iter().map(|decoy| HEXLOWER.encode(&decoy.id)).collect::<Vec<_>>();
    let long = concat!(
        "474c5c011c40b3f48ccfeea5869c41e43d0b9f20c86317c71b74e1e14f5221f7",
        "2c93b2f70158c4bae6a2fba1717ef080869b6979e4be548ac9ef78a0f5a6541e"
    );
    assert_eq!(of("user22406@example.org"), ["6c95b836204e15be2a1f047c3ffc3b86", long]);
    let single = concat!(
        "bdd088e3a96bbfc367b43a1814de32f63efde465b530c7a21a5b1c0750538b24",
        "998296a1422486850d1bd171faf2993d610a0853ca59ccb139c1c0f23775cc50"
    );
    assert_eq!(of("user0@example.org"), [single]);
}

#[test]
fn two_of_three_strangers_seem_to_have_one_credential_and_the_others_two() {
    let keyring = Keyring::generate(&SystemRandom);
    let all: Vec<_> = (0..600).map(|number| decoys(&keyring, &format!("user{number}@example.org"))).collect();
    let single = all.iter().filter(|decoys| decoys.len() == 1).count();
    assert!((330..470).contains(&single), "{single} of 600, where 400 are due");
    let pairs = all.iter().filter(|decoys| decoys.len() == 2);
    assert!(pairs.clone().all(|pair| pair[0].id[..16] != pair[1].id[..16]));
    for length in DECOY_LENGTHS {
        let of_length = all.iter().flatten().filter(|decoy| decoy.id.len() == length).count();
        assert!(of_length > 100, "{of_length} of {length} bytes");
    }
    let distinct: std::collections::BTreeSet<_> = all.iter().flatten().map(|decoy| &decoy.id[..16]).collect();
    assert_eq!(distinct.len(), all.iter().flatten().count());
    assert!(
        all.iter()
            .flatten()
            .filter(|decoy| decoy.id.len() == 64)
            .all(|decoy| decoy.id[..32] != decoy.id[32..])
    );
}
