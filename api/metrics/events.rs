//! Events: what was written to the audit log and committed, by what happened. Sign-ins and refusals are counted by this.

use std::collections::HashMap;

use prometheus_client::{
    metrics::{counter::Counter, family::Family},
    registry::Registry,
};

use super::Labels;
use crate::domain::audit::Action;

#[derive(Debug)]
pub struct Events(HashMap<&'static str, Counter>);

impl Events {
    /// With a series for every action from the start, so that the first event of a kind is seen as a rise.
    pub(super) fn new(registry: &mut Registry) -> Self {
        let family: Family<Labels<1>, Counter> = Family::default();
        registry.register(
            "audit_events",
            "Events that this process has written to the audit log",
            family.clone(),
        );
        let series = Action::ALL.iter().map(|action| {
            let name = action.name();
            (name, family.get_or_create_owned(&[("action", name.into())]))
        });
        Self(series.collect())
    }

    /// What counts the events of an action; none for one that is not ours.
    pub fn of(&self, action: &str) -> Option<&Counter> {
        self.0.get(action)
    }
}
