//! One function for each operation: it decides by the domain's rules, writes what follows in one transaction with the
//! audit event that tells of it, and hands out nothing before that is committed.

pub mod acting;
pub mod activation;
pub mod administrators;
pub mod alarms;
pub mod api_keys;
pub mod audit;
pub mod audit_retention;
pub mod audit_seals;
pub mod audit_verification;
pub mod authenticators;
pub mod branding;
pub mod bulk;
pub mod caller;
pub mod challenge;
mod claiming;
pub mod deadlines;
pub mod email;
pub mod email_codes;
pub mod enrollment;
pub mod exports;
pub mod figures;
pub mod forgotten_password;
pub mod freezing;
pub mod health;
pub mod housekeeping;
pub mod idempotency;
pub mod imports;
pub mod invitations;
pub mod key_rotation;
mod last_administrator;
pub mod login;
pub mod mailbox;
mod mailed_links;
pub mod organization_changes;
pub mod organizations;
pub mod outbox;
pub mod overview;
mod paging;
pub mod passes;
pub mod passkey_ceremonies;
pub mod passkey_enrollment;
pub mod passkey_login;
pub mod passkeys;
pub mod password;
pub mod policies;
pub mod previews;
pub mod profile;
mod recognition;
pub mod recovery;
pub mod reminders;
pub mod resets;
pub mod restoration;
pub mod roles;
mod second_factor;
pub mod sessions;
mod sign_in;
mod sign_in_notices;
mod single_form;
pub mod sso;
pub mod sso_identities;
pub mod sso_providers;
pub mod sso_sign_in;
pub mod step_up;
pub mod together;
pub mod trusted_devices;
pub mod two_factor;
mod unsealed_events;
pub mod user_changes;
pub mod users;
pub mod verify;
pub mod webhook_queue;
pub mod webhooks;

use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

use tracing::field::display;
use uuid::Uuid;

use crate::{
    app::{App, Keys},
    crypto::{
        access_token::AccessTokens,
        keyring::Keyring,
        opaque_token::{OpaqueToken, TokenKind},
        seals,
    },
    domain::{
        Timestamp,
        audit::{AuditEvent, Origin, RecordedEvent},
        id::{self, ApiKeyId, EventId, OrganizationId, UserId},
        message::{Message, Recipient},
        rejection::Rejection,
        webhook_delivery::Telling,
    },
    error::{Failure, Fault},
    store::{Rx, Tx, audit_events, told_events, webhook_deliveries, webhooks as webhook_rows},
};
use idempotency::Course;

pub use crate::crypto::passwords::HashingPermit;

/// Tells the log of the request which user asks, and in which organization: ids alone.
fn log_user(organization: OrganizationId, user: UserId) {
    log_who(organization, "user", user.0);
}

/// The same of an API key.
fn log_api_key(organization: OrganizationId, key: ApiKeyId) {
    log_who(organization, "api_key", key.0);
}

fn log_who(organization: OrganizationId, who: &'static str, id: Uuid) {
    let request = tracing::Span::current();
    request.record("organization", display(organization.0)).record(who, display(id));
}

/// One operation of the service: at one time, from one place.
pub struct Operation<'a> {
    pub app: &'a App,
    pub origin: &'a Origin,
    pub now: Timestamp,
    /// As they were when it began.
    keys: Arc<Keys>,
    /// What the client's browser shows to be recognized by.
    browser: Option<OpaqueToken>,
    /// What it shows to be trusted.
    device: Option<OpaqueToken>,
    /// How its transactions go together.
    course: RefCell<Course>,
    /// Whether a transaction has put mail into the outbox.
    mailed: Cell<bool>,
    /// So many events were written: they share their time, and their ids keep their order.
    recorded: Cell<u16>,
}

impl<'a> Operation<'a> {
    pub fn begin(app: &'a App, origin: &'a Origin) -> Self {
        Self {
            app,
            origin,
            now: app.clock.now(),
            keys: app.keys(),
            browser: None,
            device: None,
            course: RefCell::default(),
            mailed: Cell::default(),
            recorded: Cell::default(),
        }
    }

    /// The same, asked for by a browser that shows the one to be recognized, the other to be trusted.
    pub fn in_browser(self, browser: Option<&str>, device: Option<&str>) -> Self {
        let parse = |kind, token: Option<&str>| token.and_then(|token| OpaqueToken::parse(kind, token));
        let (browser, device) = (parse(TokenKind::Browser, browser), parse(TokenKind::Device, device));
        Self { browser, device, ..self }
    }

    /// Counts a row that is about to be left by somebody who has proven nothing. Errors: there were so many from their address.
    fn admit_stranger(&self) -> Result<(), Rejection> {
        let Some(address) = self.origin.client.address else { return Ok(()) };
        let admitted = self.app.address_limits.admit(address);
        self.app.metrics.throttles.strangers.note(admitted.is_ok());
        admitted.map_err(|retry_at| Rejection::TooManySignIns { retry_at })
    }

    fn keyring(&self) -> &Keyring {
        &self.keys.ring
    }

    fn access_tokens(&self) -> &AccessTokens {
        &self.keys.access_tokens
    }

    fn read<T>(&self, run: impl FnOnce(&mut Rx) -> Result<T, Fault>) -> Result<T, Fault> {
        idempotency::read(self, run)
    }

    /// The same of what may be rejected.
    fn read_or_reject<T>(&self, run: impl FnOnce(&mut Rx) -> Result<T, Failure>) -> Result<T, Failure> {
        Ok(self.read(|rx| Failure::apart(run(rx)))??)
    }

    /// Runs a transaction, or a piece of the one in which a repeatable request is carried out. A fault undoes it; a rejection is
    /// committed like a value, with all that was charged and recorded before it.
    fn write<T>(&self, run: impl Fn(&mut Tx) -> Result<T, Failure>) -> Result<T, Failure> {
        idempotency::write(self, run)
    }

    /// The same for what is seldom disturbed: see [`crate::store::Db::write_optimistically`].
    fn write_optimistically<T>(&self, run: impl Fn(&mut Tx) -> Result<T, Failure>) -> Result<T, Failure> {
        idempotency::write_optimistically(self, run)
    }

    /// Wakes whoever waits for what was committed.
    fn wake(&self) {
        if self.mailed.take() {
            self.app.mail_waits.notify_one();
        }
    }

    /// Writes the audit event of a change or decision, in its transaction.
    fn record(&self, tx: &mut Tx, event: AuditEvent) -> Result<(), Fault> {
        self.append(tx, &event).map(drop)
    }

    /// Writes an audit event and the message that tells somebody of it, in their transaction.
    fn announce(
        &self,
        tx: &mut Tx,
        event: AuditEvent,
        to: impl Into<Recipient>,
        message: Message,
    ) -> Result<(), Fault> {
        let id = self.append(tx, &event)?;
        outbox::post(self, tx, event.organization_id, id, &to.into(), message, None)
    }

    /// Writes an audit event, and the message that tells somebody of it where there is one.
    fn tell(
        &self,
        tx: &mut Tx,
        event: AuditEvent,
        to: impl Into<Recipient>,
        message: Option<Message>,
    ) -> Result<(), Fault> {
        match message {
            Some(message) => self.announce(tx, event, to, message),
            None => self.record(tx, event),
        }
    }

    /// Writes the audit events of many changes, in their transaction.
    fn record_all(&self, tx: &mut Tx, events: Vec<AuditEvent>) -> Result<(), Fault> {
        let Some(organization) = events.first().map(|event| event.organization_id) else { return Ok(()) };
        let recorded: Vec<RecordedEvent> =
            events.iter().map(|event| self.proven(self.next_event_id(), event)).collect::<Result<_, _>>()?;
        audit_events::append_all(tx, organization, &recorded)?;
        if webhook_rows::any_enabled(tx, organization)? {
            for (event, recorded) in events.iter().zip(&recorded) {
                webhook_deliveries::enqueue(tx, organization, Telling::of(event, recorded))?;
            }
        }
        Ok(())
    }

    fn append(&self, tx: &mut Tx, event: &AuditEvent) -> Result<EventId, Fault> {
        self.append_as(tx, self.next_event_id(), event)
    }

    fn append_as(&self, tx: &mut Tx, id: EventId, event: &AuditEvent) -> Result<EventId, Fault> {
        let recorded = self.proven(id, event)?;
        let telling = Telling::of(event, &recorded);
        told_events::append(tx, event.organization_id, recorded, telling)?;
        Ok(id)
    }

    /// The event as it is written.
    fn proven(&self, id: EventId, event: &AuditEvent) -> Result<RecordedEvent, Fault> {
        let recorded = event.recorded(id, self.now, self.origin);
        let digest = seals::event_digest(event.organization_id, &recorded)?;
        Ok(recorded.proven(seals::prove(self.keyring(), &digest)))
    }

    fn next_event_id(&self) -> EventId {
        let number = self.recorded.get();
        self.recorded.set(number.wrapping_add(1));
        id::uuid_v7_in_order(self.now, number, self.app.random.bytes()).into()
    }

    fn new_id<Id: From<Uuid>>(&self) -> Id {
        self.app.random.id(self.now)
    }
}
