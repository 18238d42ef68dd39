//! How often each API key is used, and how often it is wrong.

use std::{
    collections::HashMap,
    num::NonZero,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::TimeDelta;
use governor::{
    Quota, RateLimiter,
    clock::Clock as Measure,
    middleware::NoOpMiddleware,
    nanos::Nanos,
    state::{InMemoryState, NotKeyed},
};

use super::Measured;
use crate::{
    clock::Clock,
    domain::{
        Timestamp,
        api_key::{ApiKey, WRONG_CODES_PER_MINUTE},
        id::ApiKeyId,
    },
};

/// The generic cell rate algorithm (ITU-T I.371), by key. Bounded by the keys that there are: only a key that was proven
/// gets this far.
pub struct KeyLimits {
    clock: Measured,
    keys: Mutex<HashMap<ApiKeyId, Arc<Limits>>>,
}

struct Limits {
    calls: Limiter,
    wrong_codes: Limiter,
}

type Limiter = RateLimiter<NotKeyed, InMemoryState, Measured, NoOpMiddleware<Nanos>>;

impl KeyLimits {
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock: Measured(clock), keys: Mutex::default() }
    }

    /// Counts so many uses of a key. Errors: when it may be used again.
    pub fn admit(&self, key: &ApiKey, calls: NonZero<u32>) -> Result<(), Timestamp> {
        match self.of(key).calls.check_n(calls) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(refused)) => {
                let wait = TimeDelta::from_std(refused.wait_time_from(self.clock.now()));
                Err(self.clock.0.now() + wait.unwrap_or(TimeDelta::MAX))
            }
            // More at once than the key may ever be used.
            Err(_) => Err(self.clock.0.now() + TimeDelta::minutes(1)),
        }
    }

    /// Counts a wrong code that came with a key; false where there were so many that somebody may be guessing.
    pub fn note_wrong_code(&self, key: &ApiKey) -> bool {
        self.of(key).wrong_codes.check().is_ok()
    }

    fn of(&self, key: &ApiKey) -> Arc<Limits> {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let limits = keys.entry(key.id).or_insert_with(|| {
            let limiter = |per_minute: u32| {
                let most = NonZero::new(per_minute).unwrap_or(NonZero::<u32>::MIN);
                Limiter::direct_with_clock(Quota::per_minute(most), self.clock.clone())
            };
            Arc::new(Limits {
                calls: limiter(key.calls_per_minute),
                wrong_codes: limiter(WRONG_CODES_PER_MINUTE),
            })
        });
        Arc::clone(limits)
    }
}
