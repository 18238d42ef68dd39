//! Events with the deliveries that tell webhooks of them, written in one statement.

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    result::QueryResult,
};

use super::{Tx, audit_events, webhook_deliveries::Queueing};
use crate::{
    domain::{audit::RecordedEvent, id::OrganizationId, webhook_delivery::Telling},
    error::Fault,
};

/// Writes an event in the transaction of the change or decision that it tells of, and puts it into the queues of the webhooks
/// that it is for; gives their number.
pub fn append(
    tx: &mut Tx,
    organization: OrganizationId,
    event: &RecordedEvent,
    telling: &Telling,
) -> Result<usize, Fault> {
    let statement = Append {
        event: audit_events::NewRow::new(organization, event),
        queueing: Queueing::new(organization, telling),
    };
    let queued = statement.execute(&mut tx.0.0)?;
    audit_events::mark(tx, organization, event);
    Ok(queued)
}

struct Append<'a> {
    event: audit_events::NewRow<'a>,
    queueing: Queueing<'a>,
}

impl QueryId for Append<'_> {
    type QueryId = ();
    // Told apart by their text.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl RunQueryDsl<PgConnection> for Append<'_> {}

impl QueryFragment<Pg> for Append<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH told AS (");
        self.event.push(&mut out)?;
        out.push_sql("(SELECT) AS once) ");
        self.queueing.push(&mut out)
    }
}
