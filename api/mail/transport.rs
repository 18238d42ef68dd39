//! Transports: a mail server, a folder, the log, or a list in memory.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Attachment, Mailbox as Named, MultiPart, SinglePart, header},
    transport::smtp,
};
use secrecy::{ExposeSecret, SecretString};

use super::{Email, LOGO, folder};

/// So long a mail server may take for each of its answers.
const ANSWER_DEADLINE: Duration = Duration::from_secs(75);

/// By what mail leaves, as it is configured.
#[derive(Clone, Debug)]
pub enum Transport {
    /// `smtp://` or `smtps://`, with user name and password where the server asks for them.
    Smtp(SecretString),
    /// A folder, with a file for each mail.
    Folder(PathBuf),
    /// Nothing leaves; the log tells what would have.
    Log,
}

/// What takes mail.
pub enum Mailer {
    /// A connection for each mail: lettre's pool can be neither made nor dropped outside of a runtime, as commands do.
    Smtp {
        server: AsyncSmtpTransport<Tokio1Executor>,
        from: Named,
    },
    Folder {
        folder: PathBuf,
        from: Named,
    },
    Log,
    Memory(Mailbox),
}

/// Mail that was sent within a program.
pub type Mailbox = Arc<Mutex<Vec<Email>>>;

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// Nobody will ever take it.
    pub for_good: bool,
    /// For operators; holds nothing of the mail.
    pub why: String,
}

impl Undelivered {
    /// It is worth trying again.
    pub fn now(why: impl ToString) -> Self {
        Self { for_good: false, why: why.to_string() }
    }

    fn for_good(why: impl ToString) -> Self {
        Self { for_good: true, why: why.to_string() }
    }
}

impl From<smtp::Error> for Undelivered {
    fn from(error: smtp::Error) -> Self {
        // What the server says of us (RFC 4954, section 4) may be mended; what it says of the mail is its last word.
        let of_us = error.status().is_some_and(|code| matches!(u16::from(code), 500..=504 | 530 | 534..=538));
        Self { for_good: error.is_permanent() && !of_us, why: error.to_string() }
    }
}

impl Mailer {
    /// Errors: a URL that leads to no mail server.
    pub fn new(transport: &Transport, from: &Named) -> Result<Self, smtp::Error> {
        Ok(match transport {
            Transport::Smtp(url) => {
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret())?;
                Self::Smtp { server: server.timeout(Some(ANSWER_DEADLINE)).build(), from: from.clone() }
            }
            Transport::Folder(folder) => Self::Folder { folder: folder.clone(), from: from.clone() },
            Transport::Log => Self::Log,
        })
    }

    /// Hands a mail over. Errors: it was not taken, now or for good.
    pub async fn send(&self, email: &Email) -> Result<(), Undelivered> {
        match self {
            Self::Smtp { server, from } => Ok(server.send(message(email, from)?).await.map(drop)?),
            Self::Folder { folder, from } => {
                folder::keep(folder, email.id, &message(email, from)?.formatted()).map_err(Undelivered::now)
            }
            Self::Log => {
                tracing::info!(mail = %email.id.0, subject = email.subject, "mail is not configured: not sent");
                Ok(())
            }
            Self::Memory(mailbox) => {
                mailbox.lock().unwrap_or_else(PoisonError::into_inner).push(email.clone());
                Ok(())
            }
        }
    }
}

/// The mail in the format of RFC 5322, marked as written by a program (RFC 3834, section 5).
fn message(email: &Email, from: &Named) -> Result<Message, Undelivered> {
    let to = recipient(&email.to)?;
    // The library panics at a line end in a name.
    let name = email.display_name.replace(char::is_control, " ");
    let to = Named::new(Some(name), to);
    let id = format!("<{}@{}>", email.id.0, from.email.domain());
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(&email.subject)
        .message_id(Some(id))
        .date(email.written_at.into())
        .header(AutoSubmitted)
        .multipart(body(email)?)
        .map_err(Undelivered::for_good)
}

/// Plain text and HTML, of which readers show one (RFC 2046, 5.1.4); the HTML with what it shows (RFC 2387).
fn body(email: &Email) -> Result<MultiPart, Undelivered> {
    let Some(logo) = &email.logo else {
        return Ok(MultiPart::alternative_plain_html(email.text.clone(), email.html.clone()));
    };
    let png = header::ContentType::parse("image/png").map_err(Undelivered::for_good)?;
    let logo = Attachment::new_inline(LOGO.to_owned()).body(logo.clone(), png);
    let html = MultiPart::related().singlepart(SinglePart::html(email.html.clone())).singlepart(logo);
    Ok(MultiPart::alternative().singlepart(SinglePart::plain(email.text.clone())).multipart(html))
}

/// An address whose domain every mail server reads (RFC 5891): only a mailbox in another script needs more of them.
fn recipient(address: &str) -> Result<Address, Undelivered> {
    let (mailbox, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let domain = idna::domain_to_ascii(domain).map_err(Undelivered::for_good)?;
    Address::new(mailbox, domain).map_err(Undelivered::for_good)
}

#[derive(Clone)]
struct AutoSubmitted;

impl header::Header for AutoSubmitted {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use mail_parser::MimeHeaders;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{Timestamp, id::MailId};

    fn email(display_name: &str, subject: &str) -> Email {
        Email {
            id: MailId(Uuid::nil()),
            to: "ada@example.org".to_owned(),
            display_name: display_name.to_owned(),
            subject: subject.to_owned(),
            text: "text".to_owned(),
            html: "<p>html</p>".to_owned(),
            logo: None,
            written_at: Timestamp::default(),
        }
    }

    fn formatted(email: &Email) -> String {
        let from = "Nightlatch <no-reply@example.org>".parse().unwrap();
        String::from_utf8(message(email, &from).unwrap().formatted()).unwrap()
    }

    #[test]
    fn what_somebody_typed_adds_no_header_and_no_recipient() {
        let typed = [
            "Ada \"the\" \\\" <all@example.org>, \"",
            "Ada\r\nBcc: all@example.org",
            "\u{202E}\u{5E2}\u{5D3}\u{5D4}, Levi; (x)",
            "=?utf-8?b?QmNjOiBhbGw=?=",
        ];
        let names =
            ["From", "To", "Subject", "Message-ID", "Date", "Auto-Submitted", "MIME-Version", "Content-Type"];
        for text in typed {
            let mail = formatted(&email(text, text));
            let (head, _) = mail.split_once("\r\n\r\n").unwrap();
            let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
            let found: Vec<&str> = lines.filter_map(|line| Some(line.split_once(':')?.0)).collect();
            assert_eq!(found, names, "{head}");
            assert!(head.is_ascii() && !head.replace("\r\n", "").contains(['\r', '\n']), "{head:?}");
            let read: Named = unfolded(head, "To").parse().unwrap();
            assert_eq!(read.email.to_string(), "ada@example.org");
        }
    }

    #[test]
    fn a_logo_stands_beside_the_html_that_shows_it() {
        let branded = Email { logo: Some(vec![0x89, b'P', b'N', b'G']), ..email("Ada", "Hello") };
        let text = formatted(&branded);
        let mail = mail_parser::MessageParser::default().parse(&text).unwrap();
        let (plain, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
        assert_eq!((plain.trim_end(), html.trim_end()), ("text", "<p>html</p>"));
        let logo = mail.parts.iter().find(|part| part.content_id() == Some(LOGO)).unwrap();
        assert_eq!((logo.contents(), logo.content_type().unwrap().subtype()), (&b"\x89PNG"[..], Some("png")));
    }

    #[test]
    fn a_domain_is_written_as_mail_servers_read_it() {
        let written = |address: &str| recipient(address).map(|address| address.to_string());
        assert_eq!(written("ada@ex\u{e4}mple.example").unwrap(), "ada@xn--exmple-cua.example");
        assert_eq!(written("ada@example.org").unwrap(), "ada@example.org");
        assert!(written("ada").is_err());
    }

    fn unfolded(head: &str, name: &str) -> String {
        let (_, value) = head.split_once(&format!("{name}: ")).unwrap();
        let end = value.match_indices("\r\n").find(|(at, _)| !value[at + 2..].starts_with([' ', '\t']));
        value[..end.map_or(value.len(), |(at, _)| at)].replace("\r\n", "")
    }
}
