//! Groups: how many questions go to the database together.

use prometheus_client::{metrics::histogram::Histogram, registry::Registry};

#[derive(Debug)]
pub struct Groups {
    /// Of one service.
    pub verdicts: Sizes,
    /// Of one organization.
    pub session_checks: Sizes,
}

/// Of the groups of one kind.
#[derive(Debug)]
pub struct Sizes(Histogram);

impl Groups {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let mut sizes = |name: &str, of: &str| {
            let histogram = Histogram::new([1.0, 2.0, 4.0, 8.0]);
            registry.register(name, format!("{of} that went to the database together"), histogram.clone());
            Sizes(histogram)
        };
        Self {
            verdicts: sizes("verify_group_size", "Questions of one service"),
            session_checks: sizes("session_check_group_size", "Session checks of one organization"),
        }
    }
}

impl Sizes {
    pub fn note(&self, size: usize) {
        self.0.observe(size as f64);
    }
}
