//! Codes that are mailed at sign-in: what they look like, for how long they are good, and how many are mailed.

use chrono::TimeDelta;
use zeroize::Zeroizing;

use super::{Timestamp, rejection::FieldError};

/// A code is good for so long, and never longer than its challenge.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// So many are mailed to a user within so long.
pub const SENDING_LIMITS: [(usize, TimeDelta); 2] = [(3, TimeDelta::minutes(15)), (10, TimeDelta::days(1))];

const DIGITS: usize = 8;
const CODES: u64 = 100_000_000;

/// Exactly eight digits. Wiped when dropped.
pub struct EmailCode(Zeroizing<String>);

impl EmailCode {
    /// 64 random bits leave no code likelier than another by more than one in a hundred thousand million.
    pub fn new(random: [u8; 8]) -> Self {
        Self(Zeroizing::new(format!("{:0DIGITS$}", u64::from_be_bytes(random) % CODES)))
    }

    /// Errors: anything but exactly eight ASCII digits.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        if text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(Zeroizing::new(text.to_owned())))
        } else {
            Err(FieldError::new("code", "invalid_code", "A mailed code has exactly 8 digits."))
        }
    }

    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// When the next code may be mailed, where that is not now; `sent` are the times of the codes before, the newest first.
pub fn next_sending_at(sent: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    let free = SENDING_LIMITS.iter().filter_map(|(most, within)| Some(*sent.get(most - 1)? + *within));
    free.filter(|at| *at > now).max()
}

/// An address as somebody recognizes their own, and nobody learns another's.
pub fn masked(email: &str) -> String {
    let (mailbox, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", mailbox.chars().next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_eight_digits() {
        for random in [[0; 8], [7; 8], [255; 8]] {
            let code = EmailCode::new(random);
            assert_eq!(EmailCode::parse(code.expose()).unwrap().expose(), code.expose());
        }
        for wrong in ["", "123456", "123456789", "1234567a", "١٢٣٤٥٦٧٨", " 1234567"] {
            assert!(EmailCode::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn three_are_sent_in_a_quarter_of_an_hour_and_ten_a_day() {
        let now = Timestamp::default() + TimeDelta::days(400);
        let sent = |minutes: &[i64]| -> Vec<_> {
            minutes.iter().map(|minutes| now - TimeDelta::minutes(*minutes)).collect()
        };
        assert_eq!(next_sending_at(&sent(&[]), now), None);
        assert_eq!(next_sending_at(&sent(&[1, 2]), now), None);
        assert_eq!(next_sending_at(&sent(&[1, 2, 14]), now), Some(now + TimeDelta::minutes(1)));
        assert_eq!(next_sending_at(&sent(&[1, 2, 15]), now), None);
        let ten = [20, 40, 60, 80, 100, 120, 140, 160, 180, 200];
        assert_eq!(next_sending_at(&sent(&ten), now), Some(now + TimeDelta::minutes(1_240)));
    }

    #[test]
    fn a_masked_address_keeps_its_first_letter_and_domain() {
        assert_eq!(masked("ada@example.org"), "a…@example.org");
    }
}
