//! `nightlatch admin users`: what is changed about somebody, and the codes that come of it.

use std::collections::BTreeMap;

use clap::{ArgGroup, Args, builder::PossibleValuesParser};
use nightlatch::domain::pass::IdentityCheck;
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    api::Api,
    table::table,
    users::{Filter, Named, bar, id_of, path, words},
};
use crate::cli::{Failed, output};

/// So many users can be named in one request.
const MOST_NAMED: usize = 200;

#[derive(Args)]
pub struct ResetOptions {
    #[command(flatten)]
    named: Named,
    /// How you made sure who it is that asks
    #[arg(long, value_name = "HOW", value_parser = PossibleValuesParser::new(IdentityCheck::ALL.iter().map(|check| check.name())))]
    identity_check: String,
    /// Why, for the audit log
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Number of the request in your help desk
    #[arg(long, value_name = "TEXT")]
    ticket: Option<String>,
}

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
#[command(group = ArgGroup::new("whom").required(true).multiple(true))]
pub struct RemindOptions {
    /// Their email addresses or ids, at most 200
    #[arg(value_name = "USER", group = "whom", num_args = 1..=MOST_NAMED)]
    users: Vec<String>,
    /// Everybody without a second factor whom the filters match; everybody, where there is none
    #[arg(long, group = "whom", conflicts_with = "users")]
    all: bool,
    #[command(flatten)]
    filter: Filter,
}

#[derive(Args)]
pub struct ChangeOptions {
    #[command(flatten)]
    named: Named,
}

/// Resets somebody's second factor, and prints the code for their next sign-in, where the policy demands one.
pub fn reset(api: &Api, options: &ResetOptions, json: bool) -> Result<(), Failed> {
    let ResetOptions { named, identity_check, reason, ticket } = options;
    let mut order = json!({"identityCheck": identity_check, "reason": reason});
    if let Some(ticket) = ticket {
        order["ticket"] = json!(ticket);
    }
    let path = path(&id_of(api, &named.user)?, "/two-factor/reset")?;
    let told = "Read it to the person over the channel on which you made sure who they are.";
    print_code(&api.send(Method::POST, &path, &order)?, told, json)
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

/// Reminds those that are named, or all that a filter matches. Errors: somebody who was named is refused.
pub fn remind(api: &Api, options: &RemindOptions, json: bool) -> Result<(), Failed> {
    let RemindOptions { users, filter, .. } = options;
    if users.is_empty() {
        remind_matching(api, filter, json)
    } else if filter.is_empty() {
        remind_named(api, users, json)
    } else {
        Err(Failed::Misused("either users, or filters with --all".to_owned()))
    }
}

fn remind_named(api: &Api, users: &[String], json: bool) -> Result<(), Failed> {
    let ids = users.iter().map(|user| id_of(api, user)).collect::<Result<Vec<_>, _>>()?;
    let answer = api.send(Method::POST, "/v1/users/bulk", &json!({"action": "remind", "ids": ids}))?;
    let refused = tell(results(&answer), json)?;
    if refused == 0 {
        Ok(())
    } else {
        Err(Failed::because(format!("{refused} of {} were refused", ids.len())))
    }
}

fn remind_matching(api: &Api, filter: &Filter, json: bool) -> Result<(), Failed> {
    let mut query = filter.query();
    query.extend([("limit", "1".to_owned()), ("count", "true".to_owned())]);
    let progress = bar(api.get("/v1/users", &query)?["total"].as_u64());
    let mut order = json!({"action": "remind", "filter": filter.told()});
    let mut outcomes = BTreeMap::new();
    loop {
        let answer = api.send(Method::POST, "/v1/users/bulk", &order)?;
        let results = results(&answer);
        progress.inc(results.len() as u64);
        if json {
            tell(results, true)?;
        }
        for result in results {
            *outcomes.entry(outcome(result)).or_insert(0) += 1;
        }
        let Some(next) = answer["nextCursor"].as_str() else { break };
        order["cursor"] = json!(next);
    }
    progress.finish_and_clear();
    if json { Ok(()) } else { output::print(&summary(&outcomes)) }
}

/// `done`, or why it was refused.
fn outcome(result: &Value) -> String {
    let told = if result["code"].is_null() { &result["status"] } else { &result["code"] };
    words(told)
}

fn summary(outcomes: &BTreeMap<String, usize>) -> String {
    let told: Vec<String> = outcomes.iter().map(|(outcome, count)| format!("{count} {outcome}")).collect();
    if told.is_empty() { "Nobody.".to_owned() } else { told.join(", ") }
}

fn results(answer: &Value) -> &[Value] {
    answer["results"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Prints what became of each; gives how many were refused.
fn tell(results: &[Value], json: bool) -> Result<usize, Failed> {
    if json {
        results.iter().try_for_each(|result| output::print(&result.to_string()))?;
    } else {
        let row = |result: &Value| {
            let who = if result["email"].is_null() { &result["id"] } else { &result["email"] };
            [words(who), words(&result["status"]), words(&result["code"])]
        };
        output::print(&table(["user", "status", "code"], results.iter().map(row)))?;
    }
    Ok(results.iter().filter(|result| result["status"] == "refused").count())
}
