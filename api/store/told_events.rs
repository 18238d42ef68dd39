//! Events with the deliveries that tell webhooks of them.

use diesel::{
    pg::Pg,
    query_builder::{AstPass, QueryFragment},
    result::QueryResult,
};

use super::{Tx, audit_events, later, webhook_deliveries};
use crate::{
    domain::{audit::RecordedEvent, id::OrganizationId, webhook_delivery::Telling},
    error::Fault,
};

/// Writes an event in the transaction of the change or decision that it tells of, and puts it into the queues of the webhooks
/// that it is for.
pub fn append(
    tx: &mut Tx,
    organization: OrganizationId,
    event: RecordedEvent,
    telling: Telling,
) -> Result<(), Fault> {
    audit_events::mark(tx, organization, &event);
    later::write_one(tx, "audit event", Once(audit_events::NewRow::new(organization, event)))?;
    webhook_deliveries::enqueue(tx, organization, telling)
}

struct Once(audit_events::NewRow);

impl QueryFragment<Pg> for Once {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.push(&mut out)?;
        out.push_sql("(SELECT) AS once");
        Ok(())
    }
}
