//! Letters: what a message says, in its reader's language, the same in plain text and in HTML.

mod browser;
mod catalogue;
mod content;
mod examples;
mod html;
mod outline;
mod plain;
mod preview;

use url::Url;

use self::{catalogue::Words, content::Content, outline::outline};
use super::Email;
use crate::domain::{
    branding::{Branding, LogoMark},
    id::MailId,
    link::LinkKind,
    message::Letter,
};

pub use preview::{Letterhead, preview};

/// What a mail is written from.
pub struct Draft<'a> {
    pub id: MailId,
    pub to: &'a str,
    pub letter: &'a Letter,
    /// The name of the recipient's organization.
    pub organization: &'a str,
    /// Its short name, where there are several: so the SPA knows whose pages to show.
    pub slug: Option<&'a str>,
    pub branding: &'a Branding,
    pub logo: Option<&'a Logo>,
    /// Where the SPA is.
    pub pages_url: &'a Url,
    /// The code that the message brings, or the token of its link.
    pub secret: Option<&'a str>,
    /// The token of the link "this was not me".
    pub objection: Option<&'a str>,
}

/// The organization's logo, with its file.
pub struct Logo {
    pub mark: LogoMark,
    pub file: Vec<u8>,
}

impl Draft<'_> {
    /// The token stands behind the `#`: no server and no log on the way sees it.
    fn link(&self, kind: LinkKind, token: &str) -> String {
        let mut url = self.address(kind.page());
        url.set_fragment(Some(&format!("token={token}")));
        url.into()
    }

    /// The address of a page of the SPA.
    fn page(&self, path: &str) -> String {
        self.address(path).into()
    }

    fn address(&self, path: &str) -> Url {
        let mut url = self.pages_url.clone();
        url.set_path(path);
        if let Some(slug) = self.slug {
            url.query_pairs_mut().append_pair("organization", slug);
        }
        url
    }

    /// The SPA's host, as people read it.
    fn site(&self) -> &str {
        self.pages_url.host_str().unwrap_or_default()
    }
}

/// Writes a mail.
pub fn compose(draft: &Draft) -> Email {
    let outline = outline(draft);
    let content = Content::new(&outline, &Words::of(draft.letter.language));
    Email {
        id: draft.id,
        to: draft.to.to_owned(),
        display_name: draft.letter.display_name.clone(),
        text: plain::render(&content),
        html: html::render(&content),
        logo: draft.logo.map(|logo| logo.file.clone()),
        subject: content.subject,
        written_at: draft.letter.occurred_at,
    }
}

#[cfg(test)]
mod tests;
