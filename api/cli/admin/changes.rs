//! `nightlatch admin users`: what is changed about one person, and the codes that come of it.

use clap::Args;
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    api::Api,
    users::{Named, id_of, path, words},
};
use crate::cli::{Failed, output};

#[derive(Args)]
pub struct PassOptions {
    #[command(flatten)]
    named: Named,
    /// Why, for the audit log
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// For how long it is good; 60 where nothing is said
    #[arg(long, value_name = "MINUTES")]
    minutes: Option<u16>,
}

#[derive(Args)]
pub struct ChangeOptions {
    #[command(flatten)]
    named: Named,
}

/// Resets somebody's second factor, and prints the code for their next sign-in, where the policy demands one.
pub fn reset(api: &Api, user: &str, order: &Value, json: bool) -> Result<(), Failed> {
    let path = path(&id_of(api, user)?, "/two-factor/reset")?;
    let told = "Read it to the person over the channel on which you made sure who they are.";
    print_code(&api.send(Method::POST, &path, order)?, told, json)
}

/// Issues a temporary pass, and prints it.
pub fn pass(api: &Api, options: &PassOptions, json: bool) -> Result<(), Failed> {
    let PassOptions { named, reason, minutes } = options;
    let mut order = json!({"reason": reason});
    if let Some(minutes) = minutes {
        order["minutes"] = json!(minutes);
    }
    let path = path(&id_of(api, &named.user)?, "/temporary-pass")?;
    let told = "It stands in for the second factor once, and leads to setting up a new authenticator.";
    print_code(&api.send(Method::POST, &path, &order)?, told, json)
}

/// A code goes to standard output and nowhere else; what to do with it, to whoever looks on.
fn print_code(answer: &Value, told: &str, json: bool) -> Result<(), Failed> {
    if json {
        return output::print(&answer.to_string());
    }
    match answer["code"].as_str() {
        Some(code) => {
            output::print(code)?;
            output::remark(&format!("{told} Good until {}.", words(&answer["expiresAt"])));
        }
        None => output::remark("Done. The policy asks for no code: they set up anew at their next sign-in."),
    }
    Ok(())
}

/// Suspends somebody, or restores them.
pub fn suspend(api: &Api, options: &ChangeOptions, suspended: bool, json: bool) -> Result<(), Failed> {
    let path = path(&id_of(api, &options.named.user)?, "")?;
    let user = api.send(Method::PATCH, &path, &json!({"suspended": suspended}))?;
    if json {
        return output::print(&user.to_string());
    }
    let state = if suspended { "is suspended" } else { "may sign in again" };
    output::print(&format!("{} {state}.", words(&user["email"])))
}
