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
    Recovery(TypedRecoveryCode),
    /// Digits, of which another system may have made a recovery code.
    Either(OneTimeCode, TypedRecoveryCode),
}

/// What a code is taken for.
pub enum Meant<'a> {
    OneTime(&'a OneTimeCode),
    Recovery(&'a TypedRecoveryCode),
}

impl GivenCode {
    /// Errors: neither 6 or 8 digits nor of the form of any recovery code.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let message = "Six or eight digits, or a recovery code.";
        match (OneTimeCode::parse(text).ok(), TypedRecoveryCode::parse(text).ok()) {
            (Some(one_time), Some(recovery)) => Ok(Self::Either(one_time, recovery)),
            (Some(one_time), None) => Ok(Self::OneTime(one_time)),
            (None, Some(recovery)) => Ok(Self::Recovery(recovery)),
            (None, None) => Err(FieldError::new("code", "invalid_code", message)),
        }
    }

    /// What it is of somebody whose authenticators show so many digits: as many as in the code are one of theirs.
    pub fn meant(&self, mut shown: impl Iterator<Item = u8>) -> Meant<'_> {
        match self {
            Self::OneTime(code) => Meant::OneTime(code),
            Self::Recovery(code) => Meant::Recovery(code),
            Self::Either(code, recovery) => {
                if shown.any(|digits| usize::from(digits) == code.expose().len()) {
                    Meant::OneTime(code)
                } else {
                    Meant::Recovery(recovery)
                }
            }
        }
    }

    /// Whether nobody's authenticator shows such a code.
    pub fn is_recovery_code(&self) -> bool {
        matches!(self, Self::Recovery(_))
    }

    /// What it is: one of ours however it was typed, and any other as it was.
    pub fn expose(&self) -> &[u8] {
        match self {
            Self::OneTime(code) | Self::Either(code, _) => code.expose(),
            Self::Recovery(code) => code.expose(),
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
        for recovery in ["7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F", "W7H2-9KQX", "1234 5678"] {
            assert!(matches!(GivenCode::parse(recovery), Ok(GivenCode::Recovery(_))), "{recovery}");
        }
        for wrong in ["", "12345", "123 456", "١٢٣٤٥٦", "W7H2-9KQ", "1234567", "W7H2_9KQX"] {
            assert!(GivenCode::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn eight_digits_are_an_authenticators_where_one_shows_as_many() {
        let is_one_time = |text: &str, shown: &[u8]| {
            matches!(GivenCode::parse(text).unwrap().meant(shown.iter().copied()), Meant::OneTime(_))
        };
        assert!(is_one_time("12345678", &[6, 8]));
        assert!(!is_one_time("12345678", &[6]) && !is_one_time("12345678", &[]));
        assert!(is_one_time("123456", &[8]) && is_one_time("123456", &[]));
        assert!(!is_one_time("1234-5678", &[8]));
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
        assert_eq!(code(" W7h2-9KQX"), b"W7h2-9KQX");
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
