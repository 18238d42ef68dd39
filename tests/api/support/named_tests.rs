//! The tests that there are, as their sources call them.

use std::collections::BTreeSet;

/// The names of the tests in a Rust source.
pub fn names_in(source: &str) -> BTreeSet<&str> {
    let marked = ["#[test]", "#[tokio::test"].into_iter().flat_map(|mark| source.split(mark).skip(1));
    marked.filter_map(|test| Some(test.split_once("fn ")?.1.split_once('(')?.0)).collect()
}
