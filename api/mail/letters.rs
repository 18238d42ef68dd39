//! The words of messages.

use url::Url;

use super::Email;
use crate::domain::{
    id::MailId,
    link::LinkKind,
    message::{Letter, Message},
};

/// What a mail is written from.
pub struct Draft<'a> {
    pub id: MailId,
    pub to: &'a str,
    pub letter: &'a Letter,
    /// The name of the recipient's organization.
    pub organization: &'a str,
    /// Where the SPA is.
    pub public_url: &'a Url,
    /// The code that the message brings, or the token of its link.
    pub secret: Option<&'a str>,
    /// The token of the link "this was not me".
    pub objection: Option<&'a str>,
}

/// Writes a mail.
pub fn compose(draft: &Draft) -> Email {
    let Draft { letter, .. } = draft;
    let subject = letter.message.kind().name().to_owned();
    let mut lines = vec![format!("{}: {subject}", draft.organization)];
    lines.extend(link_kind(&letter.message).zip(draft.secret).map(|(kind, token)| link(draft, kind, token)));
    if let (Message::LoginCode { .. }, Some(code)) = (&letter.message, draft.secret) {
        lines.push(code.to_owned());
    }
    lines.extend(draft.objection.map(|token| link(draft, LinkKind::Objection, token)));
    let text = lines.join("\n\n");
    Email {
        id: draft.id,
        to: draft.to.to_owned(),
        display_name: letter.display_name.clone(),
        subject,
        html: format!("<pre>{text}</pre>"),
        text,
        written_at: letter.occurred_at,
    }
}

fn link_kind(message: &Message) -> Option<LinkKind> {
    match message {
        Message::Invitation { .. } => Some(LinkKind::Activation),
        Message::PasswordReset { .. } => Some(LinkKind::PasswordReset),
        Message::EmailConfirmation { .. } => Some(LinkKind::EmailConfirmation),
        _ => None,
    }
}

/// The token stands behind the `#`: no server and no log on the way sees it.
fn link(draft: &Draft, kind: LinkKind, token: &str) -> String {
    let mut url = draft.public_url.clone();
    url.set_path(kind.page());
    url.set_fragment(Some(&format!("token={token}")));
    url.into()
}
