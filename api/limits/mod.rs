//! How often somebody may do something, counted in memory and by each process on its own.

mod addresses;
mod keys;

use std::{fmt, sync::Arc};

pub use addresses::AddressLimits;
use governor::{clock::Clock as Measure, nanos::Nanos};
pub use keys::KeyLimits;

use crate::clock::Clock;

/// The service's clock, as the library reads one.
#[derive(Clone)]
struct Measured(Arc<dyn Clock>);

impl fmt::Debug for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Measured")
    }
}

impl Measure for Measured {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        let since_1970 = self.0.now().timestamp_nanos_opt().and_then(|nanos| u64::try_from(nanos).ok());
        Nanos::new(since_1970.unwrap_or_default())
    }
}
