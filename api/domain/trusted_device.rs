//! Trusted devices: browsers in which a user is not asked for the second factor for some days.

use super::{Timestamp, id::DeviceId, policy::Policy, session::Client};

/// So many devices of a user are trusted; the oldest gives way.
pub const MOST: i64 = 10;

/// A browser that its user trusts.
#[derive(Clone, Debug)]
pub struct TrustedDevice {
    pub id: DeviceId,
    pub client: Client,
    pub trusted_at: Timestamp,
    pub last_used_at: Timestamp,
    /// By the policy at the time when it was trusted.
    pub expires_at: Timestamp,
}

impl TrustedDevice {
    /// When it ends by a policy, which may have become stricter since.
    pub fn ends_at(&self, policy: &Policy) -> Timestamp {
        let counts = policy.devices_trusted_since.is_none_or(|since| since <= self.trusted_at);
        let trust = policy.device_trust().filter(|_| counts);
        let allowed = trust.map_or(self.trusted_at, |trust| self.trusted_at + trust);
        self.expires_at.min(allowed)
    }

    pub fn is_trusted(&self, policy: &Policy, now: Timestamp) -> bool {
        now < self.ends_at(policy)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;

    fn trusted_for_a_week() -> TrustedDevice {
        let start = Timestamp::default();
        TrustedDevice {
            id: DeviceId(Uuid::nil()),
            client: Client::default(),
            trusted_at: start,
            last_used_at: start,
            expires_at: start + TimeDelta::days(7),
        }
    }

    #[test]
    fn l7_a_stricter_policy_ends_it_and_a_laxer_one_does_not_prolong_it() {
        let device = trusted_for_a_week();
        for (days, ends) in [(0, 0), (3, 3), (7, 7), (30, 7)] {
            let policy = Policy { trusted_device_days: days, ..Policy::default() };
            assert_eq!(device.ends_at(&policy), device.trusted_at + TimeDelta::days(ends), "{days}");
        }
        assert!(!device.is_trusted(&Policy::default(), device.trusted_at), "off by default");
    }

    #[test]
    fn l7_trust_that_began_anew_is_of_those_who_trust_anew() {
        let device = trusted_for_a_week();
        let seconds = |seconds| device.trusted_at + TimeDelta::seconds(seconds);
        for (since, trusted) in [(-1, true), (0, true), (1, false)] {
            let devices_trusted_since = Some(seconds(since));
            let policy = Policy { trusted_device_days: 7, devices_trusted_since, ..Policy::default() };
            assert_eq!(device.is_trusted(&policy, seconds(2)), trusted, "{since}");
        }
    }

    #[test]
    fn trust_ends_at_its_time() {
        let device = trusted_for_a_week();
        let policy = Policy { trusted_device_days: 7, ..Policy::default() };
        let trusted = |seconds| device.is_trusted(&policy, device.expires_at + TimeDelta::seconds(seconds));
        assert_eq!([-1, 0, 1].map(trusted), [true, false, false]);
    }
}
