//! The table of OWASP ASVS 5.0: no requirement is left out, every test that it names exists, and its arithmetic is the program's.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use chrono::TimeDelta;
use nightlatch::domain::{authenticator, policy::Policy, throttle::SECOND_FACTOR};

use crate::support::{named_tests::names_in, schema::committed};

/// Chapter, section and number.
type Requirement = [u32; 3];

/// How many requirements a chapter has: at level 2, and in chapters 6, 7, 9 and 11 at level 3.
const CHAPTERS: [(u32, usize); 17] = [
    (1, 27),
    (2, 11),
    (3, 19),
    (4, 10),
    (5, 9),
    (6, 47),
    (7, 19),
    (8, 7),
    (9, 7),
    (10, 29),
    (11, 24),
    (12, 9),
    (13, 13),
    (14, 9),
    (15, 13),
    (16, 16),
    (17, 7),
];

/// The cells of each row of the tables.
fn rows() -> Vec<Vec<String>> {
    let document = committed("docs/asvs.md");
    let rows = document.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let rows = rows.filter(|row| row.starts_with(|first: char| first.is_ascii_digit()));
    rows.map(|row| row.split(" | ").map(str::to_owned).collect()).collect()
}

/// What a first cell stands for, such as `1.2.3, 1.3.4–6`.
fn requirements(cell: &str) -> Vec<Requirement> {
    let parts = cell.split(", ").map(|part| part.split_once('–').unwrap_or((part, "")));
    let ranges = parts.flat_map(|(first, last)| {
        let numbers: Vec<u32> = first.split('.').map(|number| number.parse().expect(cell)).collect();
        let [chapter, section, from] = numbers[..] else { panic!("{cell} is no requirement") };
        (from..=last.parse().unwrap_or(from)).map(move |number| [chapter, section, number])
    });
    ranges.collect()
}

/// What a third cell says of its requirements.
fn verdict(cell: &str) -> &'static str {
    let verdicts = [
        ("not met", "**Not met"),
        ("in part", "**In part"),
        ("yours", "**Yours"),
        ("none here", "**None here"),
    ];
    verdicts.into_iter().find(|(_, mark)| cell.contains(mark)).map_or("Met", |(verdict, _)| verdict)
}

/// The tests that a last cell names: none where it says `review`.
fn tests(cell: &str) -> Vec<&str> {
    if cell == "review" {
        return Vec::new();
    }
    let names = cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`'));
    names.unwrap_or_else(|| panic!("{cell} names no tests")).split("`, `").collect()
}

/// Whether there is a test: `module::name` in Rust, `file: name` in the browser.
fn exists(test: &str) -> bool {
    if let Some((file, name)) = test.split_once(": ") {
        let folder = if file.starts_with("journeys/") { "tests/e2e" } else { "frontend" };
        return committed(&format!("{folder}/{file}")).contains(&format!("test(\"{name}\""));
    }
    let (module, name) = test.rsplit_once("::").expect("a module");
    sources(module).iter().any(|source| names_in(source).contains(name))
}

/// Where the tests of a module may be: in this suite, or beside the code.
fn sources(module: &str) -> Vec<String> {
    let module = module.replace("::", "/");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = [
        format!("tests/api/{module}.rs"),
        format!("api/{module}.rs"),
        format!("api/{module}/mod.rs"),
        format!("api/{module}/tests.rs"),
    ];
    places.iter().filter_map(|place| fs::read_to_string(root.join(place)).ok()).collect()
}

#[test]
fn every_requirement_stands_in_the_table_once() {
    let listed: Vec<Requirement> = rows().iter().flat_map(|row| requirements(&row[0])).collect();
    let distinct: BTreeSet<&Requirement> = listed.iter().collect();
    assert_eq!(distinct.len(), listed.len(), "each stands once");
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for [chapter, ..] in listed {
        *counts.entry(chapter).or_default() += 1;
    }
    assert_eq!(counts, BTreeMap::from(CHAPTERS));
}

#[test]
fn the_sum_is_that_of_the_rows() {
    let mut sums: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows() {
        *sums.entry(verdict(&row[2])).or_default() += requirements(&row[0]).len();
    }
    let sums = ["Met", "in part", "not met", "yours", "none here"].map(|verdict| {
        let sum: usize = sums.get(verdict).copied().unwrap_or_default();
        format!("{verdict}: {sum}")
    });
    let line = format!("\n{}.\n", sums.join(" · "));
    assert!(committed("docs/asvs.md").contains(&line), "{line}");
}

#[test]
fn every_test_that_the_table_names_exists() {
    for row in rows() {
        assert_eq!(row.len(), 4, "{row:?}");
        for test in tests(&row[3]) {
            assert!(exists(test), "{}: {test} is no test", row[0]);
        }
    }
}

#[test]
fn a_test_that_there_is_not_would_be_missed() {
    for test in [
        "asvs::no_such_test",
        "no_such_module::every_test_that_the_table_names_exists",
        "journeys/sign-in.test.mjs: it works twice",
    ] {
        assert!(!exists(test), "{test}");
    }
}

#[test]
fn the_chances_of_a_guesser_are_calculated_from_the_throttle() {
    assert_eq!(SECOND_FACTOR.window, TimeDelta::days(1));
    let each_day = SECOND_FACTOR.failures;
    let guesses = [each_day, SECOND_FACTOR.most_consecutive, 30 * each_day];
    let policy = Policy::default();
    let steps = 2 * i32::from(policy.skew_steps) + 1;
    let most = i32::try_from(authenticator::MOST).expect("a small number");
    let document = committed("docs/security.md");
    for (whose, right, digits) in [
        ("one authenticator", steps, 6),
        ("five authenticators, the most", most * steps, 6),
        ("one, tolerance 0", 1, 6),
        ("one, 8 digits", steps, 8),
    ] {
        let row = document.lines().find_map(|line| line.strip_prefix(&format!("| {whose} | ")));
        let cells = row.expect(whose).trim_end_matches(" |").split(" | ");
        for (cell, guesses) in cells.zip(guesses) {
            let told: f64 = cell.trim_end_matches(" %").parse().expect(cell);
            let missed = (1.0 - f64::from(right) / 10_f64.powi(digits)).powi(guesses);
            let chance = 100.0 * (1.0 - missed);
            assert!((told / chance - 1.0).abs() < 0.01, "{whose}, {guesses} guesses: {chance} %, not {cell}");
        }
    }
}
