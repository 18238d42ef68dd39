//! The content of a letter: its words, before they become plain text or HTML.

use fluent_bundle::FluentArgs;

use super::{
    catalogue::Words,
    outline::{Outline, Value},
};
use crate::domain::{accent::Accent, branding::Support, language::Language};

/// In pixels.
const LOGO_ROOM: (u16, u16) = (160, 40);

pub struct Content<'a> {
    pub language: Language,
    pub organization: String,
    pub subject: String,
    pub greeting: String,
    pub paragraphs: Vec<String>,
    pub code: Option<&'a str>,
    pub facts: Vec<Fact>,
    pub action: Option<Link<'a>>,
    pub notes: Vec<String>,
    pub objection: Option<Objection<'a>>,
    pub footer: String,
    /// Whom to ask for help, and what to know before.
    pub support: Vec<String>,
    pub accent: Option<Accent>,
    /// Width and height of the logo, in pixels.
    pub logo: Option<(u16, u16)>,
}

pub struct Fact {
    pub label: String,
    pub value: String,
    /// Both on one line.
    pub line: String,
}

pub struct Link<'a> {
    pub label: String,
    pub url: &'a str,
}

/// What to do if it was somebody else.
pub struct Objection<'a> {
    pub question: String,
    pub answer: String,
    pub link: Link<'a>,
}

impl<'a> Content<'a> {
    pub fn new(outline: &'a Outline<'a>, words: &Words) -> Self {
        let branding = outline.draft.branding;
        let values = words.values(&outline.values);
        let shared = |key: &str| words.say(key, &values);
        let own = |attribute: &str| words.say(&format!("{}.{attribute}", outline.name), &values);
        let all = |attributes: &[&str]| attributes.iter().map(|attribute| own(attribute)).collect();
        Self {
            language: words.language,
            organization: words.tell(&Value::Name(outline.draft.organization.to_owned())),
            subject: own("subject"),
            greeting: shared("greeting"),
            paragraphs: all(&[&["text"], &outline.paragraphs[..]].concat()),
            code: outline.code,
            facts: outline.facts.iter().map(|(label, value)| Fact::new(label, value, words)).collect(),
            action: outline.link.as_deref().map(|url| Link { label: own("action"), url }),
            notes: all(&outline.notes),
            objection: outline.objection.as_deref().map(|url| Objection {
                question: shared("objection.question"),
                answer: shared("objection.answer"),
                link: Link { label: shared("objection.action"), url },
            }),
            footer: shared("footer"),
            support: branding
                .support
                .iter()
                .flat_map(|support| support_lines(support, &shared, words))
                .collect(),
            accent: branding.accent,
            logo: outline.draft.logo.map(|logo| logo.mark.fitted(LOGO_ROOM)),
        }
    }
}

fn support_lines(support: &Support, say: &impl Fn(&str) -> String, words: &Words) -> Vec<String> {
    let note = support.note.iter().map(|note| words.tell(&Value::Name(note.clone())));
    std::iter::once(say("support")).chain(note).collect()
}

impl Fact {
    fn new(label: &str, value: &Value, words: &Words) -> Self {
        let (label, value) = (words.say(label, &FluentArgs::new()), words.tell(value));
        let values = FluentArgs::from_iter([("label", label.as_str()), ("value", value.as_str())]);
        Self { line: words.say("fact", &values), label, value }
    }
}
