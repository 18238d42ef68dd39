//! Letters in plain text.

use super::content::{Content, Link};

/// Paragraphs with an empty line between them; a code or a link stands alone on its line.
pub fn render(content: &Content) -> String {
    let mut parts = vec![content.organization.clone(), content.subject.clone(), content.greeting.clone()];
    parts.extend(content.paragraphs.iter().cloned());
    parts.extend(content.code.map(str::to_owned));
    let facts: Vec<&str> = content.facts.iter().map(|fact| fact.line.as_str()).collect();
    if !facts.is_empty() {
        parts.push(facts.join("\n"));
    }
    parts.extend(content.action.as_ref().map(link));
    parts.extend(content.notes.iter().cloned());
    if let Some(objection) = &content.objection {
        parts.extend([objection.question.clone(), objection.answer.clone(), link(&objection.link)]);
    }
    // What stands below two hyphens is a signature to mail programs (RFC 3676, section 4.3).
    let footer = [std::slice::from_ref(&content.footer), &content.support[..]].concat().join("\n");
    format!("{}\n\n-- \n{footer}\n", parts.join("\n\n"))
}

fn link(link: &Link) -> String {
    format!("{}\n{}", link.label, link.url)
}
