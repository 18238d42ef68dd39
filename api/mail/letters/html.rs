//! Letters in HTML. Everything that they show is escaped, and in them: they load nothing but the logo that travels with them.

use askama::Template;

use super::content::Content;

/// Codes are shown in groups of so many digits.
const GROUP: usize = 4;

#[derive(Template)]
#[template(path = "letter.html", config = "api/mail/askama.toml")]
struct Letter<'a> {
    content: &'a Content<'a>,
    /// What a list of mails shows beside the subject.
    preheader: &'a str,
    code: Vec<&'a str>,
}

pub fn render(content: &Content) -> String {
    let preheader = content.paragraphs.first().map(String::as_str).unwrap_or_default();
    let code = content.code.map(groups).unwrap_or_default();
    Letter { content, preheader, code }.render().unwrap_or_else(|fault| {
        tracing::error!("a letter has no HTML: {fault}");
        String::new()
    })
}

fn groups(code: &str) -> Vec<&str> {
    match code.split_at_checked(GROUP) {
        Some((first, rest)) => vec![first, rest],
        None => vec![code],
    }
}
