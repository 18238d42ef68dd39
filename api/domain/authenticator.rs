//! Authenticators: the TOTP apps of a user, enrolled or pending.

use chrono::TimeDelta;
use url::form_urlencoded::byte_serialize;
use zeroize::Zeroizing;

use super::{
    Timestamp,
    id::AuthenticatorId,
    names::names,
    policy::Policy,
    rejection::FieldError,
    totp::{Parameters, TimeStep, TotpSecret},
    user::Factor,
};

/// So many authenticators a user may have.
pub const MOST: usize = 5;
/// A begun enrollment ends after so long.
pub const PENDING_LIFETIME: TimeDelta = TimeDelta::minutes(15);

/// So many characters of an organization's name go into a QR code, which otherwise could not hold every name.
const LONGEST_ISSUER: usize = 40;

/// The name that a user gives an authenticator, 1 to 50 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticatorName(String);

impl AuthenticatorName {
    /// Errors: empty after trimming, over 50 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        super::user::visible_text("name", text, 50).map(Self)
    }

    /// What an authenticator is called when its user does not say.
    pub fn default_name() -> Self {
        Self("Authenticator app".to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An enrolled authenticator, its secret still sealed.
#[derive(Clone, Debug)]
pub struct Authenticator {
    pub id: AuthenticatorId,
    pub name: String,
    pub parameters: Parameters,
    pub sealed_secret: Vec<u8>,
    pub confirmed_at: Timestamp,
    /// The newest step whose code was accepted; only newer ones are.
    pub last_step: TimeStep,
    pub last_used_at: Option<Timestamp>,
    /// Whether a code of it was ever accepted: of an imported one nobody knows before.
    pub proved: bool,
}

/// A begun enrollment: not a factor until a code confirms it.
#[derive(Clone, Debug)]
pub struct PendingEnrollment {
    pub id: AuthenticatorId,
    pub name: String,
    pub parameters: Parameters,
    pub sealed_secret: Vec<u8>,
    /// The authenticator whose place it takes.
    pub replaces: Option<AuthenticatorId>,
    pub expires_at: Timestamp,
}

names! {
    /// The state of a user's second factor. Expired still works: the user is asked to renew it.
    FactorState {
        NotEnabled = "notEnabled",
        Enabled = "enabled",
        Expired = "expired",
    }
}

impl FactorState {
    pub fn of(factor: Factor, policy: &Policy, now: Timestamp) -> Self {
        match factor.oldest_secret_at().and_then(|confirmed_at| policy.renew_by(confirmed_at)) {
            _ if !factor.is_enrolled() => Self::NotEnabled,
            Some(renew_by) if renew_by <= now => Self::Expired,
            Some(_) | None => Self::Enabled,
        }
    }
}

/// The provisioning URI that authenticator apps scan (Key URI Format): issuer and account are both in the label,
/// the issuer also as a parameter. Carries the secret.
pub fn provisioning_uri(
    issuer: &str,
    account: &str,
    secret: &TotpSecret,
    parameters: Parameters,
) -> Zeroizing<String> {
    let secret = secret.base32();
    let Parameters { algorithm, digits, period_seconds } = parameters;
    let issuer: String = issuer.chars().take(LONGEST_ISSUER).collect();
    let (issuer, account) = (percent_encoded(&issuer), percent_encoded(account));
    Zeroizing::new(format!(
        "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm={}&digits={digits}&period={period_seconds}",
        *secret,
        algorithm.name(),
    ))
}

/// RFC 3986 percent-encoding: apps show a form-encoded `+` as it stands.
fn percent_encoded(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_uri_names_issuer_and_account() {
        let secret = TotpSecret::new(vec![0; 20]).unwrap();
        let uri = provisioning_uri("Night & Day: Ltd", "ada@example.com", &secret, Parameters::STANDARD);
        assert_eq!(
            *uri,
            "otpauth://totp/Night%20%26%20Day%3A%20Ltd:ada%40example.com?secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
             &issuer=Night%20%26%20Day%3A%20Ltd&algorithm=SHA1&digits=6&period=30"
        );
    }

    #[test]
    fn e8_expired_at_the_day() {
        let enrolled = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let factor = Factor::Enrolled { since: enrolled, oldest_secret_at: Some(enrolled), passkey: false };
        let state = |days, policy: &Policy| FactorState::of(factor, policy, enrolled + TimeDelta::days(days));
        let policy = Policy::default();
        assert_eq!(state(179, &policy), FactorState::Enabled);
        assert_eq!(state(180, &policy), FactorState::Expired);
        assert_eq!(state(9_999, &Policy { secret_max_age_days: 0, ..policy }), FactorState::Enabled);
        assert_eq!(
            FactorState::of(Factor::NotEnrolled, &Policy::default(), enrolled),
            FactorState::NotEnabled
        );
    }

    #[test]
    fn a_name_is_short_and_visible() {
        assert_eq!(AuthenticatorName::parse(" Phone ").unwrap().as_str(), "Phone");
        assert_eq!(AuthenticatorName::default_name().as_str(), "Authenticator app");
        for wrong in ["", "a\nb", &"x".repeat(51)] {
            assert!(AuthenticatorName::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_long_issuer_is_cut_so_that_every_code_holds_it() {
        let secret = TotpSecret::new(vec![0; 20]).unwrap();
        let uri = provisioning_uri(&"夜".repeat(100), "ada@example.com", &secret, Parameters::STANDARD);
        assert!(uri.contains(&format!("issuer={}&", "%E5%A4%9C".repeat(40))), "{}", *uri);
    }
}
