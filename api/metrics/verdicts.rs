//! Verdicts: what services were told that asked whether a code is somebody's own.

use prometheus_client::{
    metrics::{counter::Counter, family::Family},
    registry::Registry,
};

use super::Labels;
use crate::domain::verification::{Reason, Verification};

#[derive(Debug)]
pub struct Verdicts {
    valid: Counter,
    invalid: Counter,
    limited: Counter,
}

impl Verdicts {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let family: Family<Labels<1>, Counter> = Family::default();
        registry.register("verify_answers", "What services were told of codes", family.clone());
        let of = |result: &'static str| family.get_or_create_owned(&[("result", result.into())]);
        Self { valid: of("valid"), invalid: of("invalid"), limited: of("limited") }
    }

    pub fn note(&self, verification: &Verification) {
        match verification {
            Verification::Valid { .. } => self.valid.inc(),
            Verification::Invalid { reason: Reason::Locked, .. } => self.limited.inc(),
            Verification::Invalid { .. } => self.invalid.inc(),
        };
    }
}
