//! Words on pages: what the service tells by a name has them in the English catalogue, and so in that of every language.

use serde_json::Value;

use super::{call::Exchange, database::Reader};

const FACTS: &str = include_str!("../../../frontend/locales/en/facts.ftl");
const GUIDE: &str = include_str!("../../../docs/single-sign-on.md");
const LIB: &str = include_str!("../../../frontend/locales/en/lib.ftl");
const POLICY: &str = include_str!("../../../frontend/locales/en/policy.ftl");
const PROBLEMS: &str = include_str!("../../../frontend/locales/en/problems.ftl");

/// What is wrong with fields that no page sends so.
const ONLY_PROGRAMS: [&str; 9] = [
    "invalid_base64url",
    "invalid_cursor",
    "not_in_export",
    "not_supported",
    "not_taken",
    "not_the_id",
    "one_choice",
    "one_of",
    "repeated",
];

/// Whatever is wrong with a field of a form or with a line of an import is told by a code that there are words for, and so is
/// one of several reasons for a refusal.
pub fn are_there_for_codes(exchanges: &[Exchange]) {
    for Exchange { answer, .. } in exchanges {
        let Ok(body) = serde_json::from_slice::<Value>(&answer.body) else { continue };
        let errors = body["errors"].as_array().into_iter().flatten();
        for code in errors.filter_map(|error| error["code"].as_str()) {
            let known = ONLY_PROGRAMS.contains(&code) || has(PROBLEMS, "field-problem", Some(code));
            assert!(known, "{}: {code} has no words in problems.ftl", answer.request);
        }
        if let (Some(code), Some(reason)) = (body["code"].as_str(), body["reason"].as_str()) {
            let known = has(PROBLEMS, code, Some(reason));
            assert!(known, "{}: {code} for {reason} has no words in problems.ftl", answer.request);
        }
    }
}

/// The facts of all events that the service wrote by their names, with the texts among their values. What an administrator
/// wrote as a reason, and what a provider said of itself, is told as it is.
const WRITTEN: &str = "WITH RECURSIVE facts (action, name, value) AS ( \
     SELECT action, fact.key, fact.value FROM audit_events, jsonb_each(detail) AS fact \
         WHERE proof IS NOT NULL \
     UNION SELECT action, fact.key, fact.value FROM facts, \
         jsonb_path_query(value, 'lax $[*] ? (@.type() == \"object\")') AS within, jsonb_each(within) AS fact) \
     SELECT DISTINCT name || '=' || coalesce(text #>> '{}', '') FROM facts \
     LEFT JOIN jsonb_path_query(value, 'lax $[*] ? (@.type() == \"string\")') AS text ON name <> 'reason' OR action \
         NOT IN ('two_factor.reset', 'temporary_pass.issued', 'user.deadline_set', 'sso_provider.tested')";

/// Each fact in the audit log has a name, and so has each of its values that is one of a closed list.
pub fn are_there_for_facts(rows: &Reader) {
    for fact in rows.column(WRITTEN) {
        let (name, value) = fact.split_once('=').expect("a name and a value");
        let named = has(FACTS, name, None) || has(POLICY, "setting", Some(name));
        assert!(named, "{name}, a fact of the audit log, has no words in facts.ftl");
        let spoken = value.is_empty() || !is_closed(name) || value_has_words(name, value);
        assert!(spoken, "{value}, a value of {name} in the audit log, has no words in facts.ftl");
    }
}

/// The guide says of each reason what to do.
pub fn are_there_for_refusals_after_a_provider(rows: &Reader) {
    let reasons = "SELECT DISTINCT detail ->> 'reason' FROM audit_events WHERE action = 'sso.refused'";
    for reason in rows.column(reasons) {
        let mut cells =
            GUIDE.lines().filter(|line| line.starts_with("| `")).map(|line| line.split(" | ").next());
        let listed = cells.any(|cell| cell.is_some_and(|cell| cell.contains(&format!("`{reason}`"))));
        assert!(listed, "{reason}, why a sign-in was refused, is not in the table of docs/single-sign-on.md");
    }
}

/// Methods, settings of the policy that are chosen, and whatever the catalogue lists: but the scopes of a provider are free.
fn is_closed(name: &str) -> bool {
    let listed = FACTS.split('\n').skip_while(|line| !line.starts_with(&format!("{name} ="))).nth(1);
    let listed = listed.is_some_and(|line| line.starts_with("    .")) && name != "scopes";
    let chosen = POLICY.contains(&format!("\n{}-", dashed(name))) && has(POLICY, "setting", Some(name));
    listed || chosen || is_method(name)
}

fn value_has_words(name: &str, value: &str) -> bool {
    has(FACTS, name, Some(value))
        || is_method(name) && has(LIB, "method", Some(value))
        || has(POLICY, &format!("{}-{value}", dashed(name)), None)
}

fn is_method(name: &str) -> bool {
    ["method", "factor", "allowedMethods"].contains(&name)
}

/// `afterGrace` is `after-grace`.
fn dashed(name: &str) -> String {
    name.chars().fold(String::new(), |dashed, letter| match letter {
        'A'..='Z' => dashed + "-" + &letter.to_lowercase().to_string(),
        _ => dashed + &letter.to_string(),
    })
}

/// Whether a catalogue has that message, or that attribute of it.
fn has(catalogue: &str, message: &str, attribute: Option<&str>) -> bool {
    let mut lines = catalogue.lines().skip_while(|line| !line.starts_with(&format!("{message} =")));
    let found = lines.next().is_some();
    let Some(attribute) = attribute else { return found };
    lines
        .take_while(|line| line.starts_with(' '))
        .any(|line| line.starts_with(&format!("    .{attribute} =")))
}
