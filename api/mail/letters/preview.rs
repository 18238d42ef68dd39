//! Previews: every mail with example data, as files to look at.

use askama::Template;
use url::Url;
use uuid::Uuid;

use super::{
    Draft, compose,
    examples::{Example, examples},
};
use crate::{
    domain::{branding::Branding, id::MailId, language::Language},
    mail::Email,
};

const TO: &str = "ada@example.org";
const ORGANIZATION: &str = "Analytical Engines Ltd";
const PUBLIC_URL: &str = "https://login.example.org";

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
pub fn preview(languages: &[Language]) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut listed = Vec::new();
    for language in languages {
        let mut entries = Vec::new();
        for example in examples(*language) {
            let Email { subject, text, html, .. } = written(&example);
            let path = format!("{}/{}", language.name(), example.name);
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
pub fn written(example: &Example) -> Email {
    compose(&Draft {
        id: MailId(Uuid::nil()),
        to: TO,
        letter: &example.letter,
        organization: ORGANIZATION,
        branding: &Branding::default(),
        logo: None,
        public_url: &Url::parse(PUBLIC_URL).expect("it is a URL"),
        secret: example.secret,
        objection: example.objection,
    })
}
