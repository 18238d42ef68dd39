//! What an installation takes, as deploy/capacity says it: the guide shows what it prints, from row sizes that the guide tells.

use std::process::{Command, Output};

use crate::support::{
    operator::{printed, repository},
    schema::committed,
};

const GUIDE: &str = "docs/operations/capacity.md";

fn capacity(arguments: &str) -> Output {
    let mut command = Command::new("python3");
    command.arg("deploy/capacity").args(arguments.split_whitespace());
    command.current_dir(repository()).output().unwrap()
}

/// The number that a line begins with after its name, without its unit.
fn figure(arguments: &str, name: &str) -> f64 {
    let told = printed(capacity(arguments));
    let line =
        told.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name}: {told}"));
    line.split_whitespace().next().unwrap().replace(',', "").parse().unwrap()
}

#[test]
fn the_guide_shows_what_it_prints() {
    let guide = committed(GUIDE);
    let mut examples = 0;
    for example in guide.split("```sh\ndeploy/capacity ").skip(1) {
        let (arguments, rest) = example.split_once("\n```\n```text\n").unwrap();
        assert_eq!(printed(capacity(arguments)), rest.split_once("```").unwrap().0, "{arguments}");
        examples += 1;
    }
    assert_eq!(examples, 4);
}

#[test]
fn it_counts_with_the_row_sizes_of_the_guide() {
    let guide = committed(GUIDE);
    let rows = guide.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells: Vec<Vec<&str>> =
        rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect();
    let bytes = |row: &Vec<&str>| row[1].parse::<f64>().unwrap();
    let of_user: f64 = cells.iter().filter_map(|row| Some(bytes(row) * row[2].parse::<f64>().ok()?)).sum();
    let of = |table: &str| bytes(cells.iter().find(|row| row[0] == table).unwrap());

    let users = figure("--users 1000000000 --logins 0 --verifies 0", "Storage: users");
    assert!((users - of_user * 1.5 / 1e3).abs() < 0.01, "TB: {users}, of {of_user} bytes each");
    let month = printed(capacity("--users 0 --logins 0 --verifies 1000 --mean 1 --keep-months 1"));
    let audit = of("audit_events") * 1000.0 * 30.4375 * 86400.0 / 1e12;
    assert!(month.contains(&format!("({audit:.2} TB a month)")), "{audit}: {month}");
    let sessions = figure("--users 0 --logins 1000 --verifies 0 --refreshes 0 --mean 1", "Storage: sessions");
    let kept = (of("sessions") + of("refresh_tokens")) * 1.5 * 1000.0 * 30.0 * 86400.0 / 1e12;
    assert!((sessions - kept).abs() < 0.01, "TB: {sessions}, {kept}");
}

#[test]
fn cores_grow_with_sign_ins_and_storage_with_retention() {
    let load = |logins: u32, months: u32| {
        format!("--users 1000 --logins {logins} --verifies 0 --keep-months {months}")
    };
    assert_eq!(figure(&load(10_000, 1), "Cores for passwords"), (3100.0_f64 / 0.7).ceil());
    assert_eq!(figure(&load(20_000, 1), "Cores for passwords"), (6200.0_f64 / 0.7).ceil());
    assert_eq!(figure(&load(0, 1), "Replicas"), 2.0);
    let [year, two] = [12, 24].map(|months| figure(&load(100, months), "Storage: audit log"));
    assert!((two / year - 2.0).abs() < 0.01, "{year} and {two} TB");
    assert_eq!(figure(&load(1, 24), "Partitions of the audit log"), 38.0);
}

#[test]
fn figures_that_cannot_be_are_refused() {
    for arguments in [
        "--users -1 --logins 1 --verifies 1",
        "--users 1 --logins 1 --verifies 1 --mean 2",
        "--users 1 --logins 1 --verifies 1 --cores-of-replica 0",
        "--logins 1 --verifies 1",
    ] {
        assert_eq!(capacity(arguments).status.code(), Some(2), "{arguments}");
    }
}
