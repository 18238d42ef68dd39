//! The reference of all settings, as a document.

use super::{CLIENT_SETTINGS, SETTINGS, Setting};

const BEGINNING: &str = "\
# Settings

<!-- Written by `make generate` from api/config. -->

Environment variables. Each may also be given as `NAME_FILE`, the name of a file that holds the value: the better way for what is
secret, such as a URL with a password. What is wrong is told all at once, at the start, and so is a name that begins with
`NIGHTLATCH_` and is none of these.

## The service

`serve`, `bootstrap`, `import`, `export`, `audit` and `post-restore` take all of them, `migrate` the database and the log, `keys init` the
key ring, `health` the address, and `dev` the log alone.
";

const CLIENTS: &str = "
## Commands that ask a service

`admin` and `conformance` work over the API of a service that runs, on this machine or elsewhere.
";

/// In Markdown; docs/operations/configuration.md is this.
pub fn reference() -> String {
    format!("{BEGINNING}{}{CLIENTS}{}", table(&SETTINGS), table(&CLIENT_SETTINGS))
}

fn table(settings: &[Setting]) -> String {
    let row =
        |Setting { name, default, meaning }: &Setting| format!("| `{name}` | {default} | {meaning} |\n");
    let rows: String = settings.iter().map(row).collect();
    format!("\n| Name | Default | Meaning |\n|---|---|---|\n{rows}")
}
