//! Mail: how messages are worded, and by what they leave.

pub mod folder;
mod letters;
mod transport;

pub use letters::{Draft, compose, preview};
pub use lettre::{message::Mailbox as Sender, transport::smtp::Error as MailServerError};
pub use transport::{Mailbox, Mailer, Transport, Undelivered};

use crate::domain::{Timestamp, id::MailId};

/// A mail as it leaves: the same words in plain text and in HTML.
#[derive(Clone, Debug)]
pub struct Email {
    /// Gives the `Message-ID`, which stays the same however often the mail is sent.
    pub id: MailId,
    pub to: String,
    pub display_name: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub written_at: Timestamp,
}
