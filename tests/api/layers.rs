//! The architecture: who imports whom, and who spells which library.

use std::{fs, path::Path};

/// A layer, the modules of this crate that it may name, and the words that it may not spell.
struct Layer {
    folder: &'static str,
    modules: &'static [&'static str],
    forbidden: &'static [&'static str],
}

const LIBRARIES: [&str; 3] = ["diesel", "actix", "utoipa"];
/// An `Instant` measures how long something took, and says nothing about the time.
const CLOCKS: [&str; 5] = ["Utc::now", "Local::now", "SystemTime", "getrandom", "rand::"];

const LAYERS: [Layer; 11] = [
    Layer {
        folder: "domain",
        modules: &["domain"],
        forbidden: &[
            "diesel",
            "actix",
            "utoipa",
            "tokio",
            "Utc::now",
            "SystemTime",
            "Instant",
            "getrandom",
            "env::",
        ],
    },
    Layer { folder: "crypto", modules: &["domain", "error", "random"], forbidden: &LIBRARIES },
    Layer {
        folder: "store",
        modules: &["domain", "error", "metrics", "crypto::passwords::HashedPassword"],
        forbidden: &["actix", "utoipa"],
    },
    Layer { folder: "metrics", modules: &["domain", "version"], forbidden: &LIBRARIES },
    Layer { folder: "traces", modules: &["domain", "outbound", "random"], forbidden: &LIBRARIES },
    Layer { folder: "mail", modules: &["domain"], forbidden: &LIBRARIES },
    Layer { folder: "oidc", modules: &["domain", "outbound"], forbidden: &LIBRARIES },
    Layer { folder: "webhook", modules: &["domain", "outbound"], forbidden: &LIBRARIES },
    Layer {
        folder: "flows",
        modules: &["app", "crypto", "domain", "error", "mail", "metrics", "oidc", "store", "webhook"],
        forbidden: &LIBRARIES,
    },
    Layer { folder: "import", modules: &["domain", "strict"], forbidden: &["diesel", "actix"] },
    Layer {
        folder: "http",
        modules: &[
            "app", "config", "domain", "error", "flows", "import", "metrics", "oidc", "strict", "traces",
        ],
        forbidden: &["diesel"],
    },
];

/// The files of a folder with their code: without comments and without their tests, which come last.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            found.push((path.display().to_string(), lines.collect::<Vec<_>>().join("\n")));
        }
    }
    found
}

fn api() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("api")
}

/// The paths under `crate::` that a source names, with the groups of its `use` declarations written out.
fn named(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for part in code.split("crate::").skip(1) {
        match part.strip_prefix('{') {
            Some(group) => paths.extend(members(group)),
            None => paths.extend(expanded(part)),
        }
    }
    paths
}

/// One path, or several where it ends in a group.
fn expanded(text: &str) -> Vec<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(text.len());
    let path = text[..end].trim_end_matches("::");
    match text[end..].strip_prefix('{').filter(|_| text[..end].ends_with("::")) {
        Some(group) => members(group).iter().map(|member| format!("{path}::{member}")).collect(),
        None => vec![path.to_owned()],
    }
}

/// The members of a group up to the brace that closes it.
fn members(group: &str) -> Vec<String> {
    let (mut depth, mut starts, mut end) = (0, vec![0], group.len());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                end = at;
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => starts.push(at + 1),
            _ => {}
        }
    }
    starts
        .iter()
        .map(|start| group[*start..end].trim_start())
        .filter(|text| !text.is_empty())
        .flat_map(expanded)
        .collect()
}

#[test]
fn each_layer_names_only_what_lies_under_it() {
    for Layer { folder, modules, forbidden } in LAYERS {
        for (file, code) in sources(&api().join(folder)) {
            for path in named(&code) {
                let within = |module: &str| path == module || path.starts_with(&format!("{module}::"));
                let own = path == folder || path.starts_with(&format!("{folder}::"));
                assert!(own || modules.iter().any(|module| within(module)), "{file} names crate::{path}");
            }
            for word in forbidden {
                assert!(!code.contains(word), "{file} spells {word}");
            }
        }
    }
}

#[test]
fn only_the_store_spells_the_database() {
    for (file, code) in sources(&api()) {
        let outside = !file.contains("/store/");
        assert!(!(outside && code.contains("diesel")), "{file} spells diesel");
    }
}

#[test]
fn only_two_files_read_time_and_randomness() {
    for (file, code) in sources(&api()) {
        let exempt = file.ends_with("api/clock.rs") || file.ends_with("api/random.rs");
        for word in CLOCKS {
            assert!(exempt || !code.contains(word), "{file} spells {word}");
        }
    }
}

#[test]
fn every_module_says_what_it_owns() {
    for folder in ["api", "tests/api"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for (file, _) in sources(&folder) {
            let text = fs::read_to_string(&file).expect("a source file");
            assert!(text.starts_with("//! "), "{file}");
        }
    }
}

#[test]
fn groups_of_imports_are_read_to_their_end() {
    let code = "use crate::{app::App, domain::{id::UserId, user::{User, Factor}}, error::Fault};\nlet x = crate::flows::login::log_in(&op);";
    let expected = [
        "app::App",
        "domain::id::UserId",
        "domain::user::User",
        "domain::user::Factor",
        "error::Fault",
        "flows::login::log_in",
    ];
    assert_eq!(named(code), expected);
}
