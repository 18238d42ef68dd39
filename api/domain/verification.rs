//! Verifications: a service asks whether a code is a user's own.

use serde::{Deserialize, Serialize};

use super::{
    Timestamp,
    challenge::Method,
    id::{AuthenticatorId, UserId},
    names::names,
    recovery_code::TypedRecoveryCode,
    rejection::FieldError,
    totp::OneTimeCode,
    user::{EmailAddress, visible_text},
};

names! {
    /// Why a code was not taken: a replayed one was taken before, locked is who had too many wrong ones, and not enrolled is
    /// also whom there is not.
    Reason {
        WrongCode = "wrongCode",
        Replayed = "replayed",
        NotEnrolled = "notEnrolled",
        Locked = "locked",
        Suspended = "suspended",
    }
}

/// Of whom a code should be.
#[derive(Clone, Debug)]
pub enum Whom {
    Id(UserId),
    Email(EmailAddress),
}

impl Whom {
    pub fn is_id(&self) -> bool {
        matches!(self, Self::Id(_))
    }
}

/// What a service was given by a user.
pub enum GivenCode {
    OneTime(OneTimeCode),
    /// One of ours: those of other systems look like anything.
    Recovery(TypedRecoveryCode),
}

impl GivenCode {
    /// Errors: neither 6 or 8 digits nor a recovery code.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let one_time = OneTimeCode::parse(text).map(Self::OneTime);
        let recovery = || TypedRecoveryCode::parse(text).ok().filter(|code| code.ours().is_some());
        let parsed = one_time.ok().or_else(|| recovery().map(Self::Recovery));
        let message = "Six or eight digits, or a recovery code.";
        parsed.ok_or_else(|| FieldError::new("code", "invalid_code", message))
    }

    /// What it is, however it was typed.
    pub fn expose(&self) -> &[u8] {
        match self {
            Self::OneTime(code) => code.expose(),
            Self::Recovery(code) => code.ours().map_or(&[], |code| code.expose()),
        }
    }
}

/// What a verification is for, in the service's own words: 1 to 100 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Purpose(String);

impl Purpose {
    /// Errors: empty, over 100 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("purpose", text, 100).map(Self)
    }
}

/// By which a service recognizes the receipt that it has asked for: 8 to 128 characters that need no escaping in a URL
/// (RFC 3986, section 2.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Nonce(String);

impl Nonce {
    /// Errors: too short, too long, or other characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if (8..=128).contains(&text.len()) && text.bytes().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            let message = "8 to 128 letters, digits, hyphens, dots, underscores and tildes.";
            Err(FieldError::new("nonce", "invalid", message))
        }
    }
}

/// What was found about a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verification {
    /// It was right, and is used up.
    #[serde(rename_all = "camelCase")]
    Valid {
        user: UserId,
        method: Method,
        /// Whose code it was; none for a recovery code.
        authenticator: Option<AuthenticatorId>,
    },
    #[serde(rename_all = "camelCase")]
    Invalid {
        reason: Reason,
        /// When there is a verdict again, where there were too many wrong codes.
        retry_at: Option<Timestamp>,
    },
}

impl Verification {
    pub fn invalid(reason: Reason) -> Self {
        Self::Invalid { reason, retry_at: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_an_authenticators_or_a_recovery_code() {
        assert!(matches!(GivenCode::parse("123456"), Ok(GivenCode::OneTime(_))));
        assert!(matches!(GivenCode::parse("7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F"), Ok(GivenCode::Recovery(_))));
        for wrong in ["", "12345", "123 456", "١٢٣٤٥٦", "7H3K-9M2P"] {
            assert!(GivenCode::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_nonce_is_long_enough_and_plain() {
        for right in ["12345678", "a-b.c_d~e", &"x".repeat(128)] {
            assert!(Nonce::parse(right).is_ok(), "{right}");
        }
        for wrong in ["1234567", "with space", "quote\"here", "ünïcodes", &"x".repeat(129)] {
            assert!(Nonce::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_code_is_the_same_however_it_was_typed() {
        let code = |text: &str| GivenCode::parse(text).unwrap().expose().to_vec();
        assert_eq!(code("123456"), b"123456");
        let recovery = code("7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F");
        assert_eq!(recovery.len(), 15);
        assert_eq!(code("7h3k 9m2p xwq4 t8vn 5rcd jb6f"), recovery);
        assert_ne!(code("7H3K-9M2P-XWQ4-T8VN-5RCD-JB6G"), recovery);
    }

    #[test]
    fn a_purpose_is_short_and_visible() {
        assert_eq!(serde_json::to_value(Purpose::parse(" pay out ").unwrap()).unwrap(), "pay out");
        for wrong in ["", "a\nb", &"x".repeat(101)] {
            assert!(Purpose::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_refusal_says_why_and_not_for_how_long() {
        let told = serde_json::to_value(Verification::invalid(Reason::Replayed)).unwrap();
        assert_eq!(told, serde_json::json!({"invalid": {"reason": "replayed", "retryAt": null}}));
    }
}
