//! Challenges: the second step of a sign-in, or a step-up inside a session.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::{
    Timestamp,
    email_code::EmailCode,
    id::{ChallengeId, SessionId, UserId},
    names::names,
    pass::PassCode,
    passkey::Assertion,
    recovery_code::TypedRecoveryCode,
    rejection::FieldError,
    session::FirstStep,
    totp::OneTimeCode,
};

/// A challenge ends after so long.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(5);
/// And after so many wrong answers.
pub const MOST_FAILURES: u32 = 5;

names! {
    /// A way to answer a challenge.
    Method {
        Totp = "totp",
        Passkey = "passkey",
        Email = "email",
        RecoveryCode = "recoveryCode",
        TemporaryPass = "temporaryPass",
    }
}

impl Method {
    /// Whether it proves a factor that is enrolled, and not what stands in its place.
    pub fn is_factor(self) -> bool {
        match self {
            Self::Totp | Self::Passkey => true,
            Self::Email | Self::RecoveryCode | Self::TemporaryPass => false,
        }
    }
}

/// What was given as an answer.
pub enum Answer {
    Totp(OneTimeCode),
    Passkey(Assertion),
    Email(EmailCode),
    RecoveryCode(TypedRecoveryCode),
    TemporaryPass(PassCode),
}

impl Answer {
    /// Errors: a code that does not have the method's form; a passkey has none.
    pub fn parse(method: Method, code: &str) -> Result<Self, FieldError> {
        match method {
            Method::Totp => OneTimeCode::parse(code).map(Self::Totp),
            Method::Passkey => Err(FieldError::new("assertion", "required", "A passkey signs an assertion.")),
            Method::Email => EmailCode::parse(code).map(Self::Email),
            Method::RecoveryCode => TypedRecoveryCode::parse(code).map(Self::RecoveryCode),
            Method::TemporaryPass => PassCode::parse(code).map(Self::TemporaryPass),
        }
    }

    /// The answer of whatever method has codes of this form: what a single form takes beside the password, where no code
    /// was mailed yet. Recovery codes of another system look like anything, so they are not taken. Errors: no method has.
    pub fn parse_any(code: &str) -> Result<Self, FieldError> {
        let mut held = Method::ALL.iter().filter(|method| **method != Method::Email);
        let parsed = held.find_map(|method| Self::parse(*method, code).ok().filter(Self::has_our_form));
        let message = "Six or eight digits, a recovery code, or a code from your administrator.";
        parsed.ok_or_else(|| FieldError::new("code", "invalid_code", message))
    }

    /// Whether it has the form of codes that are made here.
    pub fn has_our_form(&self) -> bool {
        match self {
            Self::RecoveryCode(code) => code.ours().is_some(),
            Self::Totp(_) | Self::Passkey(_) | Self::Email(_) | Self::TemporaryPass(_) => true,
        }
    }

    pub fn method(&self) -> Method {
        match self {
            Self::Totp(_) => Method::Totp,
            Self::Passkey(_) => Method::Passkey,
            Self::Email(_) => Method::Email,
            Self::RecoveryCode(_) => Method::RecoveryCode,
            Self::TemporaryPass(_) => Method::TemporaryPass,
        }
    }
}

/// What proves inside a session that it is the owner who acts.
pub enum FactorProof {
    Code(OneTimeCode),
    Passkey(Assertion),
}

/// What a challenge is the second step of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    SignIn(FirstStep),
    StepUp(SessionId),
}

/// A challenge as it stands when somebody answers it.
#[derive(Clone, Debug)]
pub struct Challenge {
    pub id: ChallengeId,
    pub user_id: UserId,
    pub purpose: Purpose,
    pub methods: BTreeSet<Method>,
    /// Whether the refresh token goes into a cookie.
    pub cookie: bool,
    pub failures: u32,
    pub expires_at: Timestamp,
    pub finished: bool,
}

/// What may be done with a challenge at a moment.
#[must_use]
#[derive(Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// Answered already, or past its time.
    Expired,
    /// Its tries are used up.
    Exhausted,
}

impl Challenge {
    /// When the first step before it was taken, or the step-up began.
    pub fn issued_at(&self) -> Timestamp {
        self.expires_at - LIFETIME
    }

    /// What the sign-in began with.
    pub fn first_step(&self) -> FirstStep {
        match self.purpose {
            Purpose::SignIn(first_step) => first_step,
            // Its session says so.
            Purpose::StepUp(_) => FirstStep::Local,
        }
    }

    pub fn standing(&self, now: Timestamp) -> Standing {
        if self.finished || now >= self.expires_at {
            Standing::Expired
        } else if self.failures >= MOST_FAILURES {
            Standing::Exhausted
        } else {
            Standing::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn start() -> Timestamp {
        chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    /// One try before its end.
    fn open() -> Challenge {
        Challenge {
            id: ChallengeId(Uuid::nil()),
            user_id: UserId(Uuid::nil()),
            purpose: Purpose::SignIn(FirstStep::Local),
            methods: BTreeSet::from([Method::Totp]),
            cookie: false,
            failures: MOST_FAILURES - 1,
            expires_at: start() + LIFETIME,
            finished: false,
        }
    }

    #[test]
    fn a_challenge_ends_by_time_answer_or_failures() {
        assert_eq!(open().standing(start()), Standing::Open);
        assert_eq!(open().standing(start() + LIFETIME), Standing::Expired);
        assert_eq!(Challenge { finished: true, ..open() }.standing(start()), Standing::Expired);
        assert_eq!(Challenge { failures: MOST_FAILURES, ..open() }.standing(start()), Standing::Exhausted);
    }

    #[test]
    fn answers_are_read_by_the_form_of_their_method() {
        let recovery = "7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F";
        for (method, right, wrong) in [
            (Method::Totp, "123456", "1234567"),
            (Method::Email, "12345678", "123456"),
            (Method::RecoveryCode, recovery, "7H3K"),
            (Method::TemporaryPass, "7H3K-9M2P-XWQ4-T8VN", recovery),
        ] {
            assert_eq!(Answer::parse(method, right).ok().map(|answer| answer.method()), Some(method));
            assert!(Answer::parse(method, wrong).is_err(), "{method:?}");
        }
        assert_eq!(Answer::parse(Method::Passkey, "123456").err().unwrap().code, "required");
    }

    #[test]
    fn a_single_form_tells_codes_apart_by_their_form() {
        let method = |code: &str| Answer::parse_any(code).ok().map(|answer| answer.method());
        assert_eq!(method("123456"), Some(Method::Totp));
        assert_eq!(method("12345678"), Some(Method::Totp), "no code was mailed yet");
        assert_eq!(method("7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F"), Some(Method::RecoveryCode));
        assert_eq!(method("7H3K-9M2P-XWQ4-T8VN"), Some(Method::TemporaryPass));
        assert_eq!(method("abcd-efgh-12"), None, "of another system");
        assert!(!Answer::parse(Method::RecoveryCode, "abcd-efgh-12").unwrap().has_our_form());
    }

    #[test]
    fn only_what_is_enrolled_is_a_factor() {
        let factors: Vec<_> = Method::ALL.iter().filter(|method| method.is_factor()).collect();
        assert_eq!(factors, [&Method::Totp, &Method::Passkey]);
    }

    #[test]
    fn a_challenge_remembers_its_first_step() {
        let provider = FirstStep::Provider(Uuid::from_u128(1).into());
        let signing_in = Challenge { purpose: Purpose::SignIn(provider), ..open() };
        assert_eq!(signing_in.first_step(), provider);
        let stepping_up = Challenge { purpose: Purpose::StepUp(SessionId(Uuid::nil())), ..signing_in };
        assert_eq!(stepping_up.first_step(), FirstStep::Local);
        assert_eq!(open().issued_at(), start());
    }
}
