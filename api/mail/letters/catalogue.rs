//! The catalogue: all words of all letters, in each language a file of Project Fluent.

use std::sync::LazyLock;

use chrono::{Datelike, Timelike};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::{browser::Browser, outline::Value};
use crate::domain::{Timestamp, language::Language};

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| (*language, bundle(*language))).collect());

/// The file of a language.
pub fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../locales/en.ftl"),
        Language::German => include_str!("../locales/de.ftl"),
        Language::French => include_str!("../locales/fr.ftl"),
        Language::Spanish => include_str!("../locales/es.ftl"),
        Language::Chinese => include_str!("../locales/zh-Hans.ftl"),
        Language::Japanese => include_str!("../locales/ja.ftl"),
    }
}

fn bundle(language: Language) -> Bundle {
    let resource = FluentResource::try_new(source(language).to_owned());
    let resource = resource.unwrap_or_else(|(_, faults)| panic!("{}.ftl: {faults:?}", language.name()));
    let tag = language.name().parse().expect("a language has a tag of RFC 5646");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // `Words::text` isolates what needs it; marks around every number would show in some mail programs.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).unwrap_or_else(|faults| panic!("{}.ftl: {faults:?}", language.name()));
    bundle
}

/// The words of one language.
pub struct Words {
    pub language: Language,
    bundle: &'static Bundle,
}

impl Words {
    pub fn of(language: Language) -> Self {
        let found = BUNDLES.iter().find(|(candidate, _)| *candidate == language);
        let (language, bundle) = found.expect("every language has a bundle");
        Self { language: *language, bundle }
    }

    /// The words under a key, `message` or `message.attribute`. A test sees to it that none is missing.
    pub fn say(&self, key: &str, values: &FluentArgs) -> String {
        self.find(key, values).unwrap_or_else(|fault| {
            tracing::error!(language = self.language.name(), "words are missing: {fault}");
            String::new()
        })
    }

    pub fn find(&self, key: &str, values: &FluentArgs) -> Result<String, String> {
        let (name, attribute) =
            key.split_once('.').map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        let message = self.bundle.get_message(name);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let pattern = pattern.ok_or_else(|| format!("there is no {key}"))?;
        let mut faults = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(values), &mut faults).into_owned();
        if faults.is_empty() { Ok(words) } else { Err(format!("{key}: {faults:?}")) }
    }

    /// Values as the patterns take them.
    pub fn values(&self, values: &[(&'static str, Value)]) -> FluentArgs<'static> {
        values.iter().map(|(name, value)| (*name, self.value(value))).collect()
    }

    /// What a value reads like.
    pub fn tell(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => isolated(text),
            Value::Name(name) => isolated(&unlinked(name)),
            Value::Number(number) => number.to_string(),
            Value::Moment(at) => self.moment(*at),
            Value::Browser(Browser::Named(name)) => name.clone(),
            Value::Browser(Browser::On { browser, system }) => {
                let values = FluentArgs::from_iter([("browser", *browser), ("system", *system)]);
                self.say("browser", &values)
            }
            Value::Settings(names) => {
                let told = names
                    .iter()
                    .map(|name| self.say("setting", &FluentArgs::from_iter([("setting", name.as_str())])));
                told.collect::<Vec<_>>().join(&self.say("separator", &FluentArgs::new()))
            }
        }
    }

    fn value(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Number(number) => (*number).into(),
            other => self.tell(other).into(),
        }
    }

    fn moment(&self, at: Timestamp) -> String {
        let mut values = FluentArgs::new();
        values.set("year", at.year().to_string());
        values.set("month", at.month());
        values.set("day", at.day());
        values.set("time", format!("{:02}:{:02}", at.hour(), at.minute()));
        self.say("moment", &values)
    }
}

/// A name so that no mail program makes a link of it: a letter of ours would lead to wherever somebody says. What is put in
/// between is not seen (UAX #14, WJ).
fn unlinked(name: &str) -> String {
    let mut told = String::with_capacity(name.len());
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        told.push(c);
        if ".:@".contains(c) && rest.peek().is_some_and(|next| !next.is_whitespace()) {
            told.push('\u{2060}');
        }
    }
    told
}

/// Somebody's text on one line, and so that its direction of writing ends with it (UAX #9, section 2.4).
fn isolated(text: &str) -> String {
    let steers = |c: &char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let kept = text.chars().filter(|c| !steers(c));
    let line: String = kept.map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().any(is_right_to_left) { format!("\u{2068}{line}\u{2069}") } else { line }
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{200F}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}
