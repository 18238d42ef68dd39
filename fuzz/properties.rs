//! What holds of any bytes that somebody sends: nothing panics, what is taken has one spelling, and no complaint repeats a secret.
//! The fuzzer looks for bytes that break it; the tests look for a few seconds, too.

use nightlatch::{
    crypto::{
        api_key_secret::ApiKeySecret,
        keyring::Keyring,
        opaque_token::{OpaqueToken, TokenKind},
    },
    domain::{
        import::Source,
        link::LinkKind,
        recovery_code::RecoveryCode,
        totp::OneTimeCode,
        user::{DisplayName, EmailAddress, SearchText},
    },
    import::adapters,
};

/// Panics where it does not hold.
#[allow(dead_code, reason = "a target of the fuzzer needs no list")]
pub type Property = fn(&[u8]);

/// The properties, each with the name of its corpus.
#[allow(dead_code, reason = "a target of the fuzzer takes one of them")]
pub const PROPERTIES: [(&str, Property); 6] = [
    ("codes", codes),
    ("emails", emails),
    ("tokens", tokens),
    ("bodies", bodies),
    ("keyrings", keyrings),
    ("imports", imports),
];

/// A one-time code is exactly its digits; a recovery code is read forgivingly, and shown in one spelling.
pub fn codes(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    if let Ok(code) = OneTimeCode::parse(text) {
        assert_eq!(code.expose(), data);
        assert!(data.iter().all(u8::is_ascii_digit) && [6, 8].contains(&data.len()));
    }
    if let Ok(code) = RecoveryCode::parse(text) {
        let shown = code.reveal();
        let again = RecoveryCode::parse(&shown).expect("what is shown is taken");
        assert_eq!(again.reveal(), shown);
    }
}

/// An address that is taken is canonical: taken again, it is the same.
pub fn emails(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    if let Ok(address) = EmailAddress::parse(text) {
        let canonical = address.as_str();
        let again = EmailAddress::parse(canonical).expect("a canonical address is one");
        assert_eq!(again.as_str(), canonical);
        assert!(canonical.len() <= 254 && !canonical.chars().any(char::is_control));
    }
    if let Ok(name) = DisplayName::parse(text) {
        let again = DisplayName::parse(name.as_str()).expect("a name is one");
        assert_eq!(again.as_str(), name.as_str());
    }
    SearchText::parse(text).ok();
}

/// A token has one text: whatever else is taken for it would be a second one.
pub fn tokens(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let kinds = [
        TokenKind::Challenge,
        TokenKind::Refresh,
        TokenKind::Enrollment,
        TokenKind::Browser,
        TokenKind::Device,
        TokenKind::Departure,
        TokenKind::Traveller,
        TokenKind::Arrival,
        TokenKind::Connection,
    ];
    let mailed = LinkKind::ALL.iter().copied().map(TokenKind::Mailed);
    let taken: Vec<OpaqueToken> =
        kinds.into_iter().chain(mailed).filter_map(|kind| OpaqueToken::parse(kind, text)).collect();
    assert!(taken.len() <= 1, "one text is a token of two kinds");
    assert!(taken.iter().all(|token| token.reveal() == text));
    if let Some(key) = ApiKeySecret::parse(text) {
        assert_eq!(key.reveal().as_str(), text);
    }
}

/// Each line of a body gives one row, whatever is in it, and what is wrong with it is told without repeating it.
pub fn bodies(data: &[u8]) {
    let Ok(adapted) = adapters::read(Source::Nightlatch, &[data.to_vec()]) else { return };
    let lines = data.split(|byte| *byte == b'\n').count();
    assert!(adapted.rows.len() <= lines, "{} rows of {lines} lines", adapted.rows.len());
    for row in adapted.rows {
        if let Err((_, error)) = row.user {
            repeats_nothing(data, &error.message);
        }
    }
}

/// A key ring that is taken is written in a form that gives the same one.
pub fn keyrings(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    match Keyring::parse(text) {
        Ok(ring) => {
            let written = ring.to_json();
            let again = Keyring::parse(&written).expect("what is written is read");
            assert_eq!(*again.to_json(), *written);
            assert_eq!(again.active().kid, ring.active().kid);
        }
        Err(error) => repeats_nothing(data, &error.to_string()),
    }
}

/// Files of other systems.
pub fn imports(data: &[u8]) {
    for source in Source::ALL {
        // Two files, as of those that come as two.
        if let Ok(adapted) = adapters::read(*source, &[data.to_vec(), data.to_vec()]) {
            for row in adapted.rows {
                if let Err((_, error)) = row.user {
                    repeats_nothing(data, &error.message);
                }
            }
        }
    }
}

/// Sixteen letters in a row of what was sent would be a piece of a secret.
fn repeats_nothing(data: &[u8], told: &str) {
    let repeated = data.windows(16).find(|piece| {
        piece.iter().all(u8::is_ascii_alphanumeric)
            && told.as_bytes().windows(16).any(|words| words == *piece)
    });
    assert_eq!(repeated.map(String::from_utf8_lossy), None, "a complaint repeats what was sent");
}
