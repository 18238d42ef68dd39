//! Table `outbox`: mail that waits for being sent, and for some days what became of it.

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Nullable, Timestamptz},
};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::{Rx, Tx, later, schema::outbox};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        delivery::Outcome,
        id::{EventId, MailId, OrganizationId, UserId},
        message::{Letter, MessageKind},
    },
    error::Fault,
};

/// So much of a server's answer is kept.
const LONGEST_ERROR: usize = 500;

/// A mail that is about to wait.
pub struct NewMail {
    pub organization_id: OrganizationId,
    pub id: MailId,
    pub event_id: EventId,
    pub user_id: UserId,
    pub recipient: String,
    pub letter: Letter,
    pub sealed_secrets: Option<Vec<u8>>,
}

/// Puts a mail into the outbox, due at once.
pub fn insert(tx: &mut Tx, mail: NewMail, now: Timestamp) -> Result<(), Fault> {
    let message = &mail.letter.message;
    let values = (
        outbox::org_id.eq(mail.organization_id.0),
        outbox::id.eq(mail.id.0),
        outbox::event_id.eq(mail.event_id.0),
        outbox::user_id.eq(mail.user_id.0),
        outbox::recipient.eq(mail.recipient),
        outbox::kind.eq(message.kind().name()),
        outbox::content.eq(serde_json::to_value(&mail.letter).map_err(Fault::internal)?),
        outbox::sealed_secrets.eq(mail.sealed_secrets),
        outbox::created_at.eq(now),
        outbox::expires_at.eq(message.expires_at(now)),
        outbox::attempts.eq(0),
        outbox::next_attempt_at.eq(now),
    );
    later::write_one(tx, "mail", diesel::insert_into(outbox::table).values(values))
}

/// The organizations that have mail to send.
pub fn organizations_due(rx: &mut Rx, now: Timestamp) -> Result<Vec<OrganizationId>, Fault> {
    let due = outbox::table.filter(outbox::finished_at.is_null()).filter(outbox::next_attempt_at.le(now));
    let ids: Vec<Uuid> = due.select(outbox::org_id).distinct().load(rx.connection()?)?;
    Ok(ids.into_iter().map(OrganizationId).collect())
}

/// What waits for being sent.
#[derive(QueryableByName)]
pub struct Backlog {
    #[diesel(sql_type = BigInt)]
    pub waiting: i64,
    /// So much of it is due.
    #[diesel(sql_type = BigInt)]
    pub due: i64,
    /// Since when the oldest of it waits.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub since: Option<Timestamp>,
}

/// The mail that waits: reads nothing that was sent.
pub fn backlog(rx: &mut Rx, now: Timestamp) -> Result<Backlog, Fault> {
    let statement = "SELECT count(*) AS waiting, count(*) FILTER (WHERE next_attempt_at <= $1) AS due, \
                     min(created_at) AS since FROM outbox WHERE finished_at IS NULL";
    Ok(sql_query(statement).bind::<Timestamptz, _>(now).get_result(rx.connection()?)?)
}

/// A mail in the hands of one worker.
#[derive(Debug)]
pub struct ClaimedMail {
    pub id: MailId,
    pub user_id: UserId,
    pub recipient: String,
    letter: Value,
    pub sealed_secrets: Option<Vec<u8>>,
    pub expires_at: Timestamp,
    /// How often it was tried, this time included: tells this claim from a later one.
    pub attempts: i32,
}

impl ClaimedMail {
    /// Errors: nothing that this version of the program has written.
    pub fn letter(&self) -> Result<Letter, Fault> {
        Letter::deserialize(&self.letter).map_err(Fault::internal)
    }
}

type ClaimedRow = (Uuid, Uuid, String, Value, Option<Vec<u8>>, Timestamp, i32);

/// Takes mail that is due, for as long as until `lease`; what another worker takes at this moment is left to it.
pub fn claim(
    tx: &mut Tx,
    organization: OrganizationId,
    now: Timestamp,
    lease: Timestamp,
    most: i64,
) -> Result<Vec<ClaimedMail>, Fault> {
    let due: Vec<Uuid> = outbox::table
        .filter(outbox::org_id.eq(organization.0))
        .filter(outbox::finished_at.is_null())
        .filter(outbox::next_attempt_at.le(now))
        .order(outbox::next_attempt_at)
        .limit(most)
        .select(outbox::id)
        .for_update()
        .skip_locked()
        .load(tx.connection()?)?;
    let claimed = outbox::table.filter(outbox::org_id.eq(organization.0)).filter(outbox::id.eq_any(due));
    let rows: Vec<ClaimedRow> = diesel::update(claimed)
        .set((outbox::attempts.eq(outbox::attempts + 1), outbox::next_attempt_at.eq(lease)))
        .returning((
            outbox::id,
            outbox::user_id,
            outbox::recipient,
            outbox::content,
            outbox::sealed_secrets,
            outbox::expires_at,
            outbox::attempts,
        ))
        .get_results(tx.connection()?)?;
    Ok(rows.into_iter().map(claimed_mail).collect())
}

fn claimed_mail(row: ClaimedRow) -> ClaimedMail {
    let (id, user_id, recipient, letter, sealed_secrets, expires_at, attempts) = row;
    let (id, user_id) = (id.into(), user_id.into());
    ClaimedMail { id, user_id, recipient, letter, sealed_secrets, expires_at, attempts }
}

/// Ends a claimed mail and wipes its secrets; false when another worker has taken it over.
pub fn finish(
    tx: &mut Tx,
    organization: OrganizationId,
    claim: (MailId, i32),
    outcome: Outcome,
    error: Option<&str>,
    now: Timestamp,
) -> Result<bool, Fault> {
    let values = (
        outbox::finished_at.eq(now),
        outbox::outcome.eq(outcome.name()),
        outbox::sealed_secrets.eq(None::<Vec<u8>>),
        outbox::last_error.eq(error.map(shortened)),
    );
    Ok(diesel::update(claimed(organization, claim)).set(values).execute(tx.connection()?)? == 1)
}

/// Gives a claimed mail back, to be tried again at that time; false when another worker has taken it over.
pub fn postpone(
    tx: &mut Tx,
    organization: OrganizationId,
    claim: (MailId, i32),
    until: Timestamp,
    error: &str,
) -> Result<bool, Fault> {
    let values = (outbox::next_attempt_at.eq(until), outbox::last_error.eq(shortened(error)));
    Ok(diesel::update(claimed(organization, claim)).set(values).execute(tx.connection()?)? == 1)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn claimed(organization: OrganizationId, claim: (MailId, i32)) -> _ {
    let (organization, id): (Uuid, Uuid) = (organization.0, claim.0.0);
    let attempts: i32 = claim.1;
    outbox::table
        .filter(outbox::org_id.eq(organization))
        .filter(outbox::id.eq(id))
        .filter(outbox::attempts.eq(attempts))
        .filter(outbox::finished_at.is_null())
}

fn shortened(error: &str) -> String {
    error.chars().filter(|character| !character.is_control()).take(LONGEST_ERROR).collect()
}

/// When a user was to get messages of a kind after that time, the last first.
pub fn sent_since(
    rx: &mut Rx,
    account: Account,
    kind: MessageKind,
    since: Timestamp,
) -> Result<Vec<Timestamp>, Fault> {
    let sent = outbox::table
        .filter(outbox::org_id.eq(account.organization_id.0))
        .filter(outbox::user_id.eq(account.user_id.0))
        .filter(outbox::kind.eq(kind.name()))
        .filter(outbox::created_at.gt(since));
    Ok(sent.order(outbox::created_at.desc()).select(outbox::created_at).load(rx.connection()?)?)
}
