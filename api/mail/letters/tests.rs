//! Every language has the words that are asked for and no others, and nothing that somebody typed gets out of its place.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast;
use uuid::Uuid;

use super::{
    catalogue::source,
    examples::{Example, examples},
    outline::Outline,
    preview::{Letterhead, written},
    *,
};
use crate::domain::{
    accent::Accent,
    branding::Support,
    challenge, email_code,
    language::Language,
    message::{Message, MessageKind},
    policy::Policy,
};

/// Messages that stand within values, with their variables.
const WITHIN: [(&str, &[&str]); 5] = [
    ("moment", &["day", "month", "time", "year"]),
    ("browser", &["browser", "system"]),
    ("fact", &["label", "value"]),
    ("setting", &["setting"]),
    ("separator", &[]),
];
const SHARED: [&str; 3] = ["greeting", "footer", "support"];
const OBJECTION: [&str; 3] = ["objection.question", "objection.answer", "objection.action"];

type Variables = BTreeSet<String>;

/// What a key's words may name.
fn asked() -> BTreeMap<String, Variables> {
    let mut asked = BTreeMap::from_iter(
        WITHIN
            .map(|(key, variables)| (key.to_owned(), variables.iter().map(|name| (*name).into()).collect())),
    );
    for example in examples(Language::English) {
        with_draft(&example, |draft| {
            let outline = outline(draft);
            let given: Variables = outline.values.iter().map(|(name, _)| (*name).to_owned()).collect();
            for key in keys(&outline) {
                // What is given in one case only may not be named.
                asked
                    .entry(key)
                    .and_modify(|known: &mut Variables| known.retain(|name| given.contains(name)))
                    .or_insert(given.clone());
            }
        });
    }
    asked
}

fn keys(outline: &Outline) -> Vec<String> {
    let own = |attribute: &&str| format!("{}.{attribute}", outline.name);
    let mut keys: Vec<String> =
        ["subject", "text"].iter().chain(&outline.paragraphs).chain(&outline.notes).map(own).collect();
    keys.extend(outline.link.iter().map(|_| own(&"action")));
    keys.extend(outline.facts.iter().map(|(label, _)| (*label).to_owned()));
    keys.extend(SHARED.map(str::to_owned));
    keys.extend(outline.objection.iter().flat_map(|_| OBJECTION.map(str::to_owned)));
    keys
}

fn branded() -> Branding {
    let support = Support::parse("help@example.org", Some("Monday to Friday")).unwrap();
    Branding { accent: Some(Accent::parse("#ffff00").unwrap()), support: Some(support) }
}

fn with_draft<T>(example: &Example, use_it: impl FnOnce(&Draft) -> T) -> T {
    use_it(&Draft {
        id: MailId(Uuid::nil()),
        to: "ada@example.org",
        letter: &example.letter,
        organization: "Example",
        slug: None,
        branding: &branded(),
        logo: None,
        pages_url: &Url::parse("https://login.example.org").unwrap(),
        secret: example.secret,
        objection: example.objection,
    })
}

/// What stands in a language's file, and the variables that it names.
fn written_down(language: Language) -> BTreeMap<String, Variables> {
    let resource = FluentResource::try_new(source(language).to_owned()).expect("it is Fluent");
    let mut found = BTreeMap::new();
    for entry in resource.entries() {
        let ast::Entry::Message(message) = entry else {
            assert!(matches!(entry, ast::Entry::ResourceComment(_)), "{entry:?}");
            continue;
        };
        let own = message.value.iter().map(|pattern| (message.id.name.to_owned(), pattern));
        let attributes = message
            .attributes
            .iter()
            .map(|attribute| (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value));
        for (key, pattern) in own.chain(attributes) {
            let mut variables = Variables::new();
            collect(pattern, &mut variables);
            assert!(
                found.insert(key.clone(), variables).is_none(),
                "{key} stands twice in {}",
                language.name()
            );
        }
    }
    found
}

fn collect(pattern: &ast::Pattern<&str>, variables: &mut Variables) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            ast::Expression::Inline(inline) => inline,
            ast::Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| collect(&variant.value, variables));
                selector
            }
        };
        match inline {
            ast::InlineExpression::VariableReference { id } => drop(variables.insert(id.name.to_owned())),
            ast::InlineExpression::StringLiteral { .. } => {}
            other => panic!("no catalogue needs {other:?}"),
        }
    }
}

#[test]
fn every_language_has_the_words_that_are_asked_for_and_no_others() {
    let asked = asked();
    for language in Language::ALL {
        let found: BTreeSet<String> = written_down(*language).into_keys().collect();
        let expected: BTreeSet<String> = asked.keys().cloned().collect();
        let missing: Vec<_> = expected.difference(&found).collect();
        let unused: Vec<_> = found.difference(&expected).collect();
        assert!(missing.is_empty() && unused.is_empty(), "{}: {missing:?}, {unused:?}", language.name());
    }
}

#[test]
fn words_name_what_there_is_and_all_languages_the_same() {
    let (asked, english) = (asked(), written_down(Language::English));
    for language in Language::ALL {
        for (key, variables) in written_down(*language) {
            assert!(variables.is_subset(&asked[&key]), "{}: {key} names {variables:?}", language.name());
            assert_eq!(variables, english[&key], "{}: {key}", language.name());
        }
    }
}

#[test]
fn all_examples_are_worded_without_a_fault() {
    let kinds: BTreeSet<MessageKind> =
        examples(Language::English).iter().map(|example| example.letter.message.kind()).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), MessageKind::ALL);
    for language in Language::ALL {
        let words = Words::of(*language);
        for example in examples(*language) {
            with_draft(&example, |draft| {
                let outline = outline(draft);
                let values = words.values(&outline.values);
                for key in keys(&outline) {
                    let said = words.find(&key, &values).unwrap_or_else(|fault| panic!("{fault}"));
                    assert!(
                        !said.contains('\n') && said.trim() == said && !said.is_empty(),
                        "{key}: {said:?}"
                    );
                }
            });
        }
    }
}

#[test]
fn every_language_names_every_member_of_the_policy() {
    let policy = serde_json::to_value(Policy::default()).unwrap();
    for language in Language::ALL {
        let words = Words::of(*language);
        for name in policy.as_object().unwrap().keys() {
            let told = words.tell(&outline::Value::Settings(vec![name.clone()]));
            assert_ne!(&told, name, "{}", language.name());
        }
    }
}

/// What somebody sees who reads the HTML.
fn seen(html: &str) -> String {
    let body = html.split_once("<body").unwrap().1;
    let mut text = String::new();
    for part in body.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap();
        if tag.starts_with('p') || tag.starts_with('t') || tag.starts_with('h') || tag.starts_with('d') {
            text.push(' ');
        }
        text.push_str(after);
    }
    let entities = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    let text = entities.iter().fold(text, |text, (entity, character)| text.replace(entity, character));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn plain_text_and_html_say_the_same() {
    for language in Language::ALL {
        for example in examples(*language) {
            let email = written(&example, &Letterhead::default());
            let (seen, name) = (seen(&email.html), example.name);
            let mut places = 0;
            for line in email.text.lines().filter(|line| !line.is_empty() && *line != "-- ") {
                let line = line.replace('\u{A0}', " ");
                if line.starts_with("https://") {
                    assert!(email.html.contains(&format!("href=\"{line}\"")), "{name}: {line}");
                    continue;
                }
                // A fact stands in two cells.
                let told = line.replace('：', " ").replace(" : ", " ").replace(": ", " ");
                let shown = seen.contains(&line) || seen.contains(told.trim());
                assert!(shown, "{}, {name}: {line} in {seen}", language.name());
                places += 1;
            }
            assert!(places > 4 && email.text.contains(&email.subject), "{name}: {}", email.text);
        }
    }
}

#[test]
fn a_code_stands_alone_and_a_link_on_its_line() {
    for language in Language::ALL {
        for example in examples(*language) {
            let email = written(&example, &Letterhead::default());
            let is_code = |word: &&str| word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit());
            let codes: Vec<&str> = email.text.split_whitespace().filter(is_code).collect();
            let sent = matches!(example.letter.message, Message::LoginCode { .. })
                .then_some(example.secret)
                .flatten();
            assert_eq!(codes, Vec::from_iter(sent));
            assert!(!email.subject.contains(|c: char| c.is_ascii_digit()), "{}", email.subject);
            let links =
                email.text.lines().filter(|line| line.starts_with("https://") && line.contains("#token=nl_"));
            let expected = usize::from(example.objection.is_some())
                + usize::from(example.secret.is_some() && sent.is_none());
            assert_eq!(links.count(), expected, "{}", email.text);
        }
    }
}

#[test]
fn an_example_lasts_no_longer_than_what_is_mailed() {
    let codes = examples(Language::English).into_iter().filter_map(|example| match example.letter.message {
        Message::LoginCode { expires_at } => Some(expires_at - example.letter.occurred_at),
        _ => None,
    });
    assert_eq!(codes.collect::<Vec<_>>(), [email_code::LIFETIME.min(challenge::LIFETIME)]);
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    for example in examples(Language::English) {
        let html = written(&example, &Letterhead::default()).html;
        for part in ["<script", "<img", "<link", "<form", "src=", "url(", "@import", "javascript:", "onload"]
        {
            assert!(!html.contains(part), "{part} in {html}");
        }
    }
}

#[test]
fn a_logo_travels_with_the_mail() {
    let example = examples(Language::English).pop().unwrap();
    let mark = LogoMark { digest: String::new(), width: 320, height: 80 };
    let logo = Logo { mark, file: vec![1, 2, 3] };
    let email = with_draft(&example, |draft| compose(&Draft { logo: Some(&logo), ..*draft }));
    assert!(email.html.contains(r#"<img src="cid:logo" alt="" width="160" height="40""#), "{}", email.html);
    assert_eq!((email.html.matches("src=").count(), email.logo), (1, Some(logo.file)));
}

#[test]
fn what_somebody_typed_stays_in_its_place() {
    let typed = "\"><b>Eve</b> & \u{202E}<script>\r\nBcc: all@example.org";
    let mut example = examples(Language::English).pop().unwrap();
    example.letter.message =
        Message::Invitation { inviter: typed.to_owned(), expires_at: example.letter.occurred_at };
    example.letter.display_name = "\u{5E2}\u{5D3}\u{5D4} Levi".to_owned();
    let email = with_draft(&example, |draft| compose(&Draft { organization: typed, ..*draft }));
    assert!(!email.html.contains("<b>") && !email.html.contains("<script"), "{}", email.html);
    let tamed = "\"><b>Eve</b> & <script>  Bcc: all@\u{2060}example.\u{2060}org";
    assert_eq!(email.subject, format!("{tamed} invites you to {tamed}"));
    assert!(email.text.contains("Hello \u{2068}\u{5E2}\u{5D3}\u{5D4} Levi\u{2069},"), "{}", email.text);
    assert!(!email.text.contains('\u{202E}'));
}

#[test]
fn times_are_told_as_each_language_does() {
    let example = examples(Language::English).pop().unwrap();
    let told = |language| {
        let told = Words::of(language).tell(&outline::Value::Moment(example.letter.occurred_at));
        told.replace('\u{A0}', " ")
    };
    assert_eq!(
        Language::ALL.iter().map(|language| told(*language)).collect::<Vec<_>>(),
        [
            "25 November 2026, 14:05 UTC",
            "25. November 2026, 14:05 Uhr UTC",
            "25 novembre 2026 à 14:05 UTC",
            "25 de noviembre de 2026, 14:05 UTC",
            "2026年11月25日 14:05（UTC）",
            "2026年11月25日 14:05（UTC）",
        ]
    );
}

#[test]
fn few_recovery_codes_are_told_by_their_number() {
    let all: Vec<(String, String)> = examples(Language::English)
        .iter()
        .filter(|example| example.name.starts_with("recoveryCodeUsed"))
        .map(|example| (example.name.clone(), written(example, &Letterhead::default()).text))
        .collect();
    let tells =
        |name: &str, words: &str| all.iter().any(|(example, text)| example == name && text.contains(words));
    assert!(tells("recoveryCodeUsed", "You have 7 recovery codes left."));
    assert!(tells("recoveryCodeUsedOne", "You have one recovery code left."));
    assert!(tells("recoveryCodeUsedLast", "You have no recovery code left."));
    assert!(!tells("recoveryCodeUsed", "Make new"));
    assert!(tells("recoveryCodeUsedFew", "https://login.example.org/security/recovery-codes/new"));
}

#[test]
fn an_organization_is_known_by_its_colour_and_says_whom_to_ask() {
    let contact = "help@example.org";
    for language in Language::ALL {
        for example in examples(*language) {
            let branded = with_draft(&example, compose);
            assert!(
                branded.text.contains(contact) && branded.text.ends_with("Monday to Friday\n"),
                "{}",
                branded.text
            );
            assert!(
                seen(&branded.html).contains(contact) && branded.html.contains("background-color:#ffff00")
            );
            assert!(!branded.html.contains("color:#ffffff;font-weight:600"), "white on yellow");
            let plain = written(&example, &Letterhead::default());
            assert!(!plain.text.contains(contact) && !plain.html.contains("#ffff00"));
        }
    }
}
