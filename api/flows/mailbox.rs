//! The mailbox of a development service: the pages on which its developer reads what was mailed.

use uuid::Uuid;

use super::Operation;
use crate::{
    domain::{id::MailId, rejection::Rejection},
    error::{Failure, Fault},
    mail::folder,
};

/// The page that lists what was mailed. Errors: the service shows no mail.
pub fn list(op: &Operation) -> Result<String, Failure> {
    let folder = op.app.settings.shown_mailbox().ok_or(Rejection::NotFound)?;
    Ok(folder::index(folder).map_err(Fault::internal)?)
}

/// The page that a mail is. Errors: no such mail was kept, or the service shows none.
pub fn show(op: &Operation, id: Uuid) -> Result<String, Failure> {
    let folder = op.app.settings.shown_mailbox().ok_or(Rejection::NotFound)?;
    let page = folder::page(folder, MailId(id)).map_err(Fault::internal)?;
    Ok(page.ok_or(Rejection::NotFound)?)
}
