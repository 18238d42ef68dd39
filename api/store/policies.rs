//! Table `policies`: one document per organization, versioned, with what has to be known of those before it.

use diesel::{dsl::sql, prelude::*, sql_types::Bool};

use super::{Rx, Tx, document::Document, execute_one, schema::policies};
use crate::{
    domain::{
        Timestamp,
        id::OrganizationId,
        policy::{Policy, StoredPolicy},
    },
    error::Fault,
};

pub fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    policy: &Policy,
    now: Timestamp,
) -> Result<(), Fault> {
    let values = (
        policies::org_id.eq(organization.0),
        policies::version.eq(1),
        policies::document.eq(serde_json::to_value(policy).map_err(Fault::internal)?),
        policies::past_phases.eq(serde_json::to_value(&policy.past_phases).map_err(Fault::internal)?),
        policies::updated_at.eq(now),
    );
    execute_one(tx, "policy", diesel::insert_into(policies::table).values(values))
}

pub fn find(rx: &mut Rx, organization: OrganizationId) -> Result<StoredPolicy, Fault> {
    let columns = (policies::version, policies::updated_at, Row::as_select());
    let (version, updated_at, row): (i64, Timestamp, Row) =
        policies::table.find(organization.0).select(columns).first(rx.connection()?)?;
    Ok(StoredPolicy { policy: row.parse()?, version, updated_at })
}

#[derive(Queryable, Selectable, QueryableByName)]
#[diesel(table_name = policies)]
pub(super) struct Row {
    document: Document,
    past_phases: Document,
    devices_trusted_since: Option<Timestamp>,
}

impl Row {
    /// The columns of policies `p`.
    pub const COLUMNS: &str = "p.document, p.past_phases, p.devices_trusted_since";

    /// Errors: nothing that the program has written.
    pub fn parse(&self) -> Result<Policy, Fault> {
        let Self { document, past_phases, devices_trusted_since } = self;
        Ok(Policy {
            past_phases: past_phases.read()?,
            devices_trusted_since: *devices_trusted_since,
            ..document.read()?
        })
    }
}

/// Whether any organization takes password and code in one form.
pub fn any_in_single_form(rx: &mut Rx) -> Result<bool, Fault> {
    // In the words of its index.
    let single = policies::table.filter(sql::<Bool>(r#"document @> '{"loginStyle": "singleForm"}'"#));
    Ok(diesel::select(diesel::dsl::exists(single.select(policies::org_id))).get_result(rx.connection()?)?)
}

/// Puts a new document in the place of that version; none when another version is in force by now.
pub fn update(
    tx: &mut Tx,
    organization: OrganizationId,
    expected_version: i64,
    policy: &Policy,
    now: Timestamp,
) -> Result<Option<StoredPolicy>, Fault> {
    let document = serde_json::to_value(policy).map_err(Fault::internal)?;
    let past_phases = serde_json::to_value(&policy.past_phases).map_err(Fault::internal)?;
    let target = policies::table.find(organization.0).filter(policies::version.eq(expected_version));
    let values = (
        policies::version.eq(expected_version + 1),
        policies::document.eq(document),
        policies::past_phases.eq(past_phases),
        policies::devices_trusted_since.eq(policy.devices_trusted_since),
        policies::updated_at.eq(now),
    );
    let version: Option<i64> = diesel::update(target)
        .set(values)
        .returning(policies::version)
        .get_result(tx.connection()?)
        .optional()?;
    Ok(version.map(|version| StoredPolicy { policy: policy.clone(), version, updated_at: now }))
}
