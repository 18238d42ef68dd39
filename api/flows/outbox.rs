//! The outbox: messages are written with the change that they tell of, and sent by whichever worker takes them first.

use serde::{Deserialize, Serialize};
use serde_json::json;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{Operation, claiming::claim_in_turn};
use crate::{
    crypto::{
        opaque_token::{OpaqueToken, TokenKind},
        sealer::{self, MailRow},
    },
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        branding::{Branding, LogoMark, StoredBranding},
        delivery::{self, LEASE, LONGEST_COUNTED, Outcome, pause_after},
        id::{EventId, MailId, OrganizationId, UserId},
        link::LinkKind,
        message::{Letter, Message, MessageKind, Recipient},
    },
    error::{Failure, Fault},
    mail::{Draft, Email, Logo, Undelivered, compose},
    store::{
        Rx, Tx, branding,
        mailed_tokens::{self, MailedLink},
        organizations,
        outbox::{self, ClaimedMail, NewMail},
    },
};

/// What a mail brings and nobody else may see.
#[derive(Default, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
struct Secrets {
    /// A code, or the token of a link.
    secret: Option<String>,
    objection: Option<String>,
}

/// Puts a message about an event into the outbox, in the event's transaction. A security notice brings the link by which
/// its reader says that it was not them.
pub(super) fn post(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    event: EventId,
    to: &Recipient,
    message: Message,
    secret: Option<&str>,
) -> Result<(), Fault> {
    let objection = message.objection(&to.email);
    let objection = objection.map(|kind| issue_link(op, tx, organization, kind, to)).transpose()?;
    let secrets =
        Secrets { secret: secret.map(str::to_owned), objection: objection.as_ref().map(OpaqueToken::reveal) };
    insert(op, tx, organization, event, to, message, &secrets)?;
    op.mailed.set(true);
    Ok(())
}

fn insert(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    event: EventId,
    to: &Recipient,
    message: Message,
    secrets: &Secrets,
) -> Result<MailId, Fault> {
    let id = op.new_id();
    let letter = Letter {
        message,
        display_name: to.display_name.clone(),
        language: to.language,
        occurred_at: op.now,
        client: op.origin.client.clone(),
    };
    let mail = NewMail {
        organization_id: organization,
        id,
        event_id: event,
        user_id: to.user_id,
        recipient: to.email.clone(),
        letter,
        sealed_secrets: seal(op, organization, id, secrets)?,
    };
    outbox::insert(tx, mail, op.now)?;
    Ok(id)
}

/// Writes an audit event and the mail that brings the link for it, in their transaction; gives the event's id. `message` is told
/// until when the link is good.
pub(super) fn post_link(
    op: &Operation,
    tx: &mut Tx,
    event: &AuditEvent,
    kind: LinkKind,
    to: &Recipient,
    message: impl Fn(Timestamp) -> Message,
) -> Result<EventId, Fault> {
    let id = op.append(tx, event)?;
    let token = Zeroizing::new(issue_link(op, tx, event.organization_id, kind, to)?.reveal());
    let message = message(op.now + kind.lifetime());
    post(op, tx, event.organization_id, id, to, message, Some(&token))?;
    Ok(id)
}

/// Writes an audit event with a mail that nobody gets: it counts like one that was sent. Gives the event's id.
pub(super) fn withhold(
    op: &Operation,
    tx: &mut Tx,
    event: &AuditEvent,
    to: &Recipient,
    message: Message,
) -> Result<EventId, Fault> {
    let event_id = op.append(tx, event)?;
    let id = insert(op, tx, event.organization_id, event_id, to, message, &Secrets::default())?;
    if outbox::finish(tx, event.organization_id, (id, 0), Outcome::Withheld, None, op.now)? {
        Ok(event_id)
    } else {
        Err(Fault::internal("a mail of this transaction was sent"))
    }
}

/// When a user may get one more message of a kind; none: now. The user's row is locked.
pub(super) fn next_allowed(
    op: &Operation,
    rx: &mut Rx,
    account: Account,
    kind: MessageKind,
) -> Result<Option<Timestamp>, Fault> {
    let sent = outbox::sent_since(rx, account, kind, op.now - LONGEST_COUNTED)?;
    let next = delivery::next_allowed(&sent, op.now);
    op.app.metrics.throttles.mails.note(next.is_none());
    Ok(next)
}

/// Makes the token of a link that is mailed to that address.
fn issue_link(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    kind: LinkKind,
    to: &Recipient,
) -> Result<OpaqueToken, Fault> {
    let token = OpaqueToken::new(TokenKind::Mailed(kind), organization, &*op.app.random);
    let expires_at = op.now + kind.lifetime();
    let link = MailedLink { user_id: to.user_id, email: to.email.clone(), expires_at };
    mailed_tokens::insert(tx, organization, kind, token.digest(op.keyring()), link)?;
    Ok(token)
}

fn seal(
    op: &Operation,
    organization_id: OrganizationId,
    id: MailId,
    secrets: &Secrets,
) -> Result<Option<Vec<u8>>, Fault> {
    if secrets.secret.is_none() && secrets.objection.is_none() {
        return Ok(None);
    }
    let plain = Zeroizing::new(serde_json::to_vec(secrets).map_err(Fault::internal)?);
    let row = MailRow { organization_id, id };
    Ok(Some(sealer::seal_mail(op.keyring(), &*op.app.random, row, &plain)))
}

/// A mail to be sent, and what its sender has to name to say how that went.
#[derive(Debug)]
pub struct Claim {
    organization_id: OrganizationId,
    user_id: UserId,
    attempts: i32,
    pub email: Email,
}

/// Takes at most that many mails that are due, for [`LEASE`]. Those past their time are given up.
pub fn claim(op: &Operation, most: usize) -> Result<Vec<Claim>, Failure> {
    let due = op.read(|rx| outbox::organizations_due(rx, op.now))?;
    claim_in_turn(op, due, |organization, taken| match most - taken {
        0 => Ok(Vec::new()),
        room => op.write(|tx| claim_of(op, tx, organization, room)),
    })
}

fn claim_of(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    most: usize,
) -> Result<Vec<Claim>, Failure> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let claimed = outbox::claim(tx, organization, op.now, op.now + LEASE, most)?;
    let look = look(tx, organization)?;
    let mut claims = Vec::new();
    for mail in claimed {
        let claim = (mail.id, mail.attempts);
        if mail.expires_at <= op.now {
            give_up(op, tx, organization, claim, mail.user_id, Outcome::Expired, "past its time")?;
            continue;
        }
        match write(op, organization, &look, &mail) {
            Ok(claim) => claims.push(claim),
            // A newer version of the program, or one with another key, may be able to.
            Err(fault) => {
                tracing::error!(mail = %mail.id.0, "a mail cannot be written: {fault}");
                outbox::postpone(tx, organization, claim, next_attempt(op, mail.attempts), "unreadable")?;
            }
        }
    }
    Ok(claims)
}

/// How an organization's mails look.
struct Look {
    name: String,
    /// Where there are several.
    slug: Option<String>,
    branding: Branding,
    logo: Option<Logo>,
}

fn look(rx: &mut Rx, organization: OrganizationId) -> Result<Look, Fault> {
    let found = organizations::find(rx, organization)?;
    let (name, slug) = found.map(|found| (found.name, found.slug)).unzip();
    let is_only = organizations::find_only(rx)?.is_some();
    let StoredBranding { branding, logo, .. } = branding::find(rx, organization)?;
    let file = |mark: LogoMark| {
        let file = branding::find_logo(rx, organization, &mark.digest)?;
        Ok::<_, Fault>(file.map(|file| Logo { mark, file }))
    };
    Ok(Look {
        name: name.unwrap_or_default(),
        slug: slug.filter(|_| !is_only),
        branding,
        logo: logo.map(file).transpose()?.flatten(),
    })
}

fn write(
    op: &Operation,
    organization_id: OrganizationId,
    look: &Look,
    mail: &ClaimedMail,
) -> Result<Claim, Fault> {
    let secrets: Secrets = match &mail.sealed_secrets {
        Some(sealed) => {
            let row = MailRow { organization_id, id: mail.id };
            let plain = sealer::open_mail(op.keyring(), row, sealed)?;
            serde_json::from_slice(&plain).map_err(Fault::internal)?
        }
        None => Secrets::default(),
    };
    let email = compose(&Draft {
        id: mail.id,
        to: &mail.recipient,
        letter: &mail.letter()?,
        organization: &look.name,
        slug: look.slug.as_deref(),
        branding: &look.branding,
        logo: look.logo.as_ref(),
        pages_url: op.app.settings.pages_url(),
        secret: secrets.secret.as_deref(),
        objection: secrets.objection.as_deref(),
    });
    Ok(Claim { organization_id, user_id: mail.user_id, attempts: mail.attempts, email })
}

/// Says how sending a mail went: it is over, or it is tried again after a pause.
pub fn settle(op: &Operation, claim: &Claim, sent: &Result<(), Undelivered>) -> Result<(), Failure> {
    let (organization, claimed) = (claim.organization_id, (claim.email.id, claim.attempts));
    op.write(|tx| {
        let kept = match sent {
            Ok(()) => outbox::finish(tx, organization, claimed, Outcome::Sent, None, op.now)?,
            Err(Undelivered { for_good: true, why }) => {
                give_up(op, tx, organization, claimed, claim.user_id, Outcome::Refused, why)?
            }
            Err(Undelivered { for_good: false, why }) => {
                outbox::postpone(tx, organization, claimed, next_attempt(op, claim.attempts), why)?
            }
        };
        if !kept {
            tracing::warn!(mail = %claim.email.id.0, "a mail took so long that another worker took it over");
        }
        Ok(())
    })
}

fn next_attempt(op: &Operation, attempts: i32) -> Timestamp {
    let [jitter] = op.app.random.bytes();
    op.now + pause_after(attempts, jitter)
}

fn give_up(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    claim: (MailId, i32),
    user: UserId,
    outcome: Outcome,
    why: &str,
) -> Result<bool, Fault> {
    let kept = outbox::finish(tx, organization, claim, outcome, Some(why), op.now)?;
    if kept {
        let event = AuditEvent::about_user(organization, Some(user), Action::MailGivenUp).failed();
        op.record(tx, event.with(json!({"mail": claim.0, "reason": outcome, "attempts": claim.1})))?;
    }
    Ok(kept)
}
