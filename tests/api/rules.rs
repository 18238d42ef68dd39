//! The list of rules: each has tests, and no test is named after one that is not listed.

use std::{collections::BTreeSet, fs, path::Path};

use crate::support::{named_tests::names_in, operator::repository, schema::committed};

/// The rules that tests in the sources of a folder are named after.
fn tested_in(folder: &Path, rules: &mut BTreeSet<String>) {
    for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            tested_in(&path, rules);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).expect("a source");
            let begun = names_in(&source).into_iter().filter_map(|name| name.split_once('_'));
            rules.extend(begun.map(|(rule, _)| rule.to_owned()).filter(|rule| is_rule(rule)));
        }
    }
}

/// A letter and a number.
fn is_rule(name: &str) -> bool {
    let number = name.strip_prefix(|first: char| first.is_ascii_lowercase());
    number.is_some_and(|number| number.parse::<u8>().is_ok())
}

#[test]
fn each_rule_has_tests_and_each_test_a_rule() {
    let guide = committed("docs/rules.md");
    let first_cells =
        guide.lines().filter_map(|line| Some(line.strip_prefix("| ")?.split_once(" |")?.0.to_lowercase()));
    let listed: BTreeSet<String> = first_cells.filter(|cell| is_rule(cell)).collect();
    let mut tested = BTreeSet::new();
    for folder in ["api", "tests/api"] {
        tested_in(&repository().join(folder), &mut tested);
    }
    assert_eq!(tested, listed);
}
