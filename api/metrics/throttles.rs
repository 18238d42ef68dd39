//! Throttles: what each limit has let pass, and what it has not.

use prometheus_client::{
    metrics::{counter::Counter, family::Family},
    registry::Registry,
};

use super::Labels;
use crate::domain::throttle::BudgetKind;

#[derive(Debug)]
pub struct Throttles {
    budgets: Vec<Decisions>,
    /// Passwords from one network address.
    pub addresses: Decisions,
    /// What strangers leave behind from one network address.
    pub strangers: Decisions,
    pub api_keys: Decisions,
    /// Mails of one kind to one person.
    pub mails: Decisions,
}

/// The decisions of one limit.
#[derive(Debug)]
pub struct Decisions {
    allowed: Counter,
    limited: Counter,
}

impl Throttles {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let family: Family<Labels<2>, Counter> = Family::default();
        registry.register("throttle_decisions", "What each limit has decided", family.clone());
        let of = |limit: &'static str| {
            let counter = |decision: &'static str| {
                family.get_or_create_owned(&[("limit", limit.into()), ("decision", decision.into())])
            };
            Decisions { allowed: counter("allowed"), limited: counter("limited") }
        };
        Self {
            budgets: BudgetKind::ALL.iter().map(|kind| of(kind.name())).collect(),
            addresses: of("address"),
            strangers: of("stranger"),
            api_keys: of("apiKey"),
            mails: of("mail"),
        }
    }

    /// Those of a budget of each user's.
    pub fn budget(&self, kind: BudgetKind) -> &Decisions {
        &self.budgets[kind as usize]
    }
}

impl Decisions {
    /// What counts a decision.
    pub fn of(&self, allowed: bool) -> &Counter {
        if allowed { &self.allowed } else { &self.limited }
    }

    pub fn note(&self, allowed: bool) {
        self.of(allowed).inc();
    }
}
