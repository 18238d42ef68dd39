//! `nightlatch bootstrap`: the organization and its first administrator.

use std::io;

use clap::Args;
use nightlatch::{
    config::{Configuration, Environment},
    flows::organizations::{self, Bootstrapped},
};
use serde_json::json;
use zeroize::Zeroizing;

use super::{Failed, output, serve};

#[derive(Args)]
pub struct Options {
    /// Name of the organization, as people read it
    #[arg(long, value_name = "NAME")]
    organization: String,
    /// Email address of the administrator
    #[arg(long, value_name = "ADDRESS")]
    email: String,
    /// Read the password from the first line of standard input, instead of generating one
    #[arg(long)]
    password_stdin: bool,
    /// Create one more organization; without this, an installation that has one is left alone
    #[arg(long)]
    additional: bool,
}

/// Creates both and prints their ids. Errors: settings, the database, or values that are refused.
pub fn run(environment: &Environment, options: &Options) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    let password = if options.password_stdin { Some(read_password()?) } else { None };
    let app = serve::beside(configuration)?;
    let password = password.as_deref().map(String::as_str);
    let made =
        organizations::bootstrap(&app, &options.organization, &options.email, password, options.additional);
    print(&made.map_err(Failed::because)?)
}

fn read_password() -> Result<Zeroizing<String>, Failed> {
    let mut line = Zeroizing::new(String::new());
    io::stdin().read_line(&mut line).map_err(Failed::because)?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(Failed::because("there is no password on standard input"));
    }
    Ok(Zeroizing::new(password.to_owned()))
}

fn print(made: &Bootstrapped) -> Result<(), Failed> {
    let mut line = json!({"organizationId": made.organization_id, "userId": made.user_id});
    if let Some(password) = &made.password {
        line["password"] = json!(**password);
    }
    output::print(&line.to_string())
}
