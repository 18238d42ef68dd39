//! How often somebody at one address may leave a row behind who has proven nothing.

use std::{net::IpAddr, sync::Arc};

use chrono::TimeDelta;
use governor::{
    Quota, RateLimiter, clock::Clock as Measure, middleware::NoOpMiddleware, nanos::Nanos,
    state::keyed::HashMapStateStore,
};

use super::Measured;
use crate::{
    clock::Clock,
    domain::{
        Timestamp,
        throttle::{STRANGERS_AT_ONCE, STRANGERS_PER_MINUTE, address_key},
    },
};

/// Of more addresses, those are forgotten that were quiet by now.
const MOST_KEPT: usize = 10_000;

/// The generic cell rate algorithm (ITU-T I.371), by address.
pub struct AddressLimits {
    clock: Measured,
    addresses: RateLimiter<String, HashMapStateStore<String>, Measured, NoOpMiddleware<Nanos>>,
}

impl AddressLimits {
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        let clock = Measured(clock);
        let quota = Quota::per_minute(STRANGERS_PER_MINUTE).allow_burst(STRANGERS_AT_ONCE);
        Self { addresses: RateLimiter::hashmap_with_clock(quota, clock.clone()), clock }
    }

    /// Counts one row. Errors: when the next may be left.
    pub fn admit(&self, address: IpAddr) -> Result<(), Timestamp> {
        if self.addresses.len() > MOST_KEPT {
            self.addresses.retain_recent();
        }
        self.addresses.check_key(&address_key(address)).map_err(|refused| {
            let wait = TimeDelta::from_std(refused.wait_time_from(self.clock.now()));
            self.clock.0.now() + wait.unwrap_or(TimeDelta::MAX)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::{net::Ipv4Addr, sync::Mutex};

    use super::*;

    struct Stopped(Mutex<Timestamp>);

    impl Clock for Stopped {
        fn now(&self) -> Timestamp {
            *self.0.lock().unwrap()
        }
    }

    #[test]
    fn of_very_many_addresses_the_quiet_ones_are_forgotten() {
        let clock = Arc::new(Stopped(Mutex::new(Timestamp::UNIX_EPOCH + TimeDelta::days(20_000))));
        let limits = AddressLimits::new(Arc::clone(&clock) as Arc<dyn Clock>);
        let admit = |number: u32| limits.admit(Ipv4Addr::from_bits(number).into());
        for number in 0..=u32::try_from(MOST_KEPT).unwrap() {
            admit(number).unwrap();
        }
        *clock.0.lock().unwrap() += TimeDelta::seconds(1);
        admit(u32::MAX).unwrap();
        assert!(limits.addresses.len() <= 2, "{}", limits.addresses.len());
    }
}
