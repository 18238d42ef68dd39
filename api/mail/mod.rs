//! Mail: how messages are worded, and by what they leave.

pub mod folder;
mod letters;
mod transport;

pub use letters::{Draft, Letterhead, Logo, compose, preview};
pub use lettre::{message::Mailbox as Sender, transport::smtp::Error as MailServerError};
pub use transport::{Mailbox, Mailer, Transport, Undelivered};

use data_encoding::BASE64;

use crate::domain::{Timestamp, id::MailId};

/// What a logo is called within its mail (RFC 2392).
pub const LOGO: &str = "logo";

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
    /// A PNG that the HTML shows as [`LOGO`]. It travels with the mail: nothing is loaded, and nobody learns who reads it.
    pub logo: Option<Vec<u8>>,
    pub written_at: Timestamp,
}

/// The HTML of a mail as a page that stands alone: what travels with the mail is in it.
fn with_logo(html: String, logo: Option<&[u8]>) -> String {
    let Some(logo) = logo else { return html };
    html.replace(&format!("cid:{LOGO}"), &format!("data:image/png;base64,{}", BASE64.encode(logo)))
}
