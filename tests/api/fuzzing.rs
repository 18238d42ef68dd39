//! A few seconds of what the fuzzer does for hours: inputs that are known, changed at random, against what holds of all.

use std::{
    fs,
    time::{Duration, Instant},
};

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
    test_runner::{Config, TestRunner},
};

use crate::support::operator::repository;

#[path = "../../fuzz/properties.rs"]
mod properties;

/// So long each property is tried.
const TRIED: Duration = Duration::from_secs(10);

/// One change of an input.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index, usize),
    Repeat(Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (any::<Index>(), piece()).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (any::<Index>(), 1..32_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (any::<Index>(), 1..64_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

/// Bytes, or what parsers stumble over.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let awkward = [
        "\0", "\"", "\\u0000", "\u{202e}", "\u{0301}", "\u{ff41}", "İ", "ß", "-1", "1e999", "[[[[[[[[", "@",
        "%00", "=",
    ];
    prop_oneof![vec(any::<u8>(), 1..16), select(awkward.map(|text| text.as_bytes().to_vec()).to_vec())]
}

fn apply(mut input: Vec<u8>, changes: Vec<Change>) -> Vec<u8> {
    for change in changes {
        let length = input.len() + 1;
        match change {
            Change::Set(at, byte) => {
                let at = at.index(length);
                if let Some(changed) = input.get_mut(at) {
                    *changed = byte;
                }
            }
            Change::Insert(at, bytes) => {
                let at = at.index(length);
                input.splice(at..at, bytes);
            }
            Change::Remove(at, length_removed) => {
                let at = at.index(length);
                input.drain(at..(at + length_removed).min(input.len()));
            }
            Change::Repeat(at, length_repeated) => {
                let at = at.index(length);
                let repeated = input[at..(at + length_repeated).min(input.len())].to_vec();
                input.splice(at..at, repeated);
            }
        }
    }
    input
}

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = repository().join("fuzz/corpus").join(name);
    let files = fs::read_dir(folder).expect("a corpus").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    files.into_iter().map(|path| fs::read(path).expect("a seed")).collect()
}

/// What fails is made small and shown.
fn holds(name: &str) {
    let (_, property) = properties::PROPERTIES.iter().find(|(known, _)| *known == name).expect("a property");
    let inputs =
        (select(corpus(name)), vec(change(), 0..12)).prop_map(|(seed, changes)| apply(seed, changes));
    let begun = Instant::now();
    while begun.elapsed() < TRIED {
        let mut runner =
            TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
        runner
            .run(&inputs, |input| {
                property(&input);
                Ok(())
            })
            .unwrap_or_else(|failure| panic!("{name}: {failure}"));
    }
}

#[test]
fn codes_hold() {
    holds("codes");
}

#[test]
fn emails_hold() {
    holds("emails");
}

#[test]
fn tokens_hold() {
    holds("tokens");
}

#[test]
fn bodies_hold() {
    holds("bodies");
}

#[test]
fn keyrings_hold() {
    holds("keyrings");
}

#[test]
fn imports_hold() {
    holds("imports");
}

#[test]
fn every_property_has_a_target_of_the_fuzzer() {
    for (name, _) in properties::PROPERTIES {
        let target =
            fs::read_to_string(repository().join(format!("fuzz/fuzz_targets/{name}.rs"))).expect("a target");
        assert!(target.contains(&format!("properties::{name}(data)")), "{name}");
    }
}
