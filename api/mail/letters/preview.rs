//! Previews: every mail with example data, as files to look at.

use askama::Template;
use url::Url;
use uuid::Uuid;

use super::{
    Draft, Logo, compose,
    examples::{Example, examples},
};
use crate::{
    domain::{branding::Branding, id::MailId, language::Language},
    mail::{Email, with_logo},
};

const TO: &str = "ada@example.org";
const PAGES_URL: &str = "https://login.example.org";

/// In whose name and look the mails are written.
pub struct Letterhead {
    pub organization: String,
    pub branding: Branding,
    pub logo: Option<Logo>,
}

impl Default for Letterhead {
    fn default() -> Self {
        Self { organization: "Analytical Engines Ltd".to_owned(), branding: Branding::default(), logo: None }
    }
}

#[derive(Template)]
#[template(path = "preview.html", config = "api/mail/askama.toml")]
struct Index {
    languages: Vec<(&'static str, Vec<Entry>)>,
}

struct Entry {
    name: String,
    /// Without its ending.
    path: String,
    subject: String,
}

/// The files of a preview, each with its path: an index, and every mail in plain text and in HTML.
pub fn preview(languages: &[Language], letterhead: &Letterhead) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut listed = Vec::new();
    for language in languages {
        let mut entries = Vec::new();
        for example in examples(*language) {
            let Email { subject, text, html, logo, .. } = written(&example, letterhead);
            let path = format!("{}/{}", language.name(), example.name);
            let html = with_logo(html, logo.as_deref());
            files.extend([(format!("{path}.html"), html), (format!("{path}.txt"), text)]);
            entries.push(Entry { name: example.name, path, subject });
        }
        listed.push((language.name(), entries));
    }
    let index = Index { languages: listed }.render();
    files.push(("index.html".to_owned(), index.unwrap_or_else(|fault| fault.to_string())));
    files
}

/// An example as it is mailed.
pub fn written(example: &Example, letterhead: &Letterhead) -> Email {
    compose(&Draft {
        id: MailId(Uuid::nil()),
        to: TO,
        letter: &example.letter,
        organization: &letterhead.organization,
        slug: None,
        branding: &letterhead.branding,
        logo: letterhead.logo.as_ref(),
        pages_url: &Url::parse(PAGES_URL).expect("it is a URL"),
        secret: example.secret,
        objection: example.objection,
    })
}
