//! What this program was built from.

pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The commit that was built, where the build was told; see the Makefile.
pub const COMMIT: &str = match option_env!("BUILD_COMMIT") {
    Some(commit) => commit,
    None => "unknown",
};
