//! `nightlatch admin users`: one thing done to several people, each by a request of its own.

use std::collections::BTreeMap;

use clap::{ArgGroup, Args, builder::PossibleValuesParser};
use nightlatch::domain::pass::IdentityCheck;
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    api::Api,
    changes,
    users::{Filter, bar, each, id_of, words},
};
use crate::cli::{Failed, output};

/// To whom it is done.
#[derive(Args)]
#[command(group = ArgGroup::new("whom").required(true).multiple(true))]
pub struct Whom {
    /// Their email addresses or ids
    #[arg(value_name = "USER", group = "whom", num_args = 1..)]
    users: Vec<String>,
    /// Everybody whom the filters match; everybody, where there is none
    #[arg(long, group = "whom", conflicts_with = "users")]
    all: bool,
    #[command(flatten)]
    filter: Filter,
}

impl Whom {
    /// Errors: somebody whom there is not.
    fn ids(&self, api: &Api) -> Result<Vec<String>, Failed> {
        if self.users.is_empty() {
            let mut ids = Vec::new();
            each(api, self.filter.query(), |user| {
                ids.push(words(&user["id"]));
                Ok(())
            })?;
            return Ok(ids);
        }
        if !self.filter.is_empty() {
            return Err(Failed::Misused("either users, or filters with --all".to_owned()));
        }
        self.users.iter().map(|user| id_of(api, user)).collect()
    }
}

#[derive(Args)]
pub struct ResetOptions {
    #[command(flatten)]
    whom: Whom,
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
pub struct DeadlineOptions {
    #[command(flatten)]
    whom: Whom,
    /// By when they have to have a second factor, as 2026-12-22T09:00:00Z
    #[arg(long, value_name = "TIME")]
    deadline: String,
    /// Why, for the audit log
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

#[derive(Args)]
pub struct RemindOptions {
    #[command(flatten)]
    whom: Whom,
}

/// Resets second factors, and prints the codes for the next sign-ins, where the policy demands them. Of one person who was
/// named, nothing else is printed.
pub fn reset(api: &Api, options: &ResetOptions, json: bool) -> Result<(), Failed> {
    let ResetOptions { whom, identity_check, reason, ticket } = options;
    let mut order = json!({"identityCheck": identity_check, "reason": reason});
    if let Some(ticket) = ticket {
        order["ticket"] = json!(ticket);
    }
    if let ([user], true) = (whom.users.as_slice(), whom.filter.is_empty()) {
        return changes::reset(api, user, &order, json);
    }
    order["action"] = json!("reset");
    run(api, whom, order, json)
}

/// Gives people another deadline for setting up a second factor.
pub fn extend_deadline(api: &Api, options: &DeadlineOptions, json: bool) -> Result<(), Failed> {
    let DeadlineOptions { whom, deadline, reason } = options;
    run(api, whom, json!({"action": "extendDeadline", "deadline": deadline, "reason": reason}), json)
}

/// Reminds people by mail.
pub fn remind(api: &Api, options: &RemindOptions, json: bool) -> Result<(), Failed> {
    run(api, &options.whom, json!({"action": "remind"}), json)
}

/// Does it to one after the other, and prints at once what became of it, so that no code is lost where it ends early. Errors:
/// somebody who was named is refused.
fn run(api: &Api, whom: &Whom, mut order: Value, json: bool) -> Result<(), Failed> {
    let ids = whom.ids(api)?;
    let progress = bar(u64::try_from(ids.len()).ok());
    let mut outcomes = BTreeMap::new();
    for id in &ids {
        order["ids"] = json!([id]);
        let answer = api.send(Method::POST, "/v1/users/bulk", &order)?;
        let result = &answer["results"][0];
        progress.suspend(|| output::print(&if json { result.to_string() } else { line(result) }))?;
        *outcomes.entry(outcome(result)?).or_insert(0_usize) += 1;
        progress.inc(1);
    }
    progress.finish_and_clear();
    if ids.is_empty() && !json {
        return output::print("Nobody.");
    }
    let told: Vec<String> = outcomes.iter().map(|(outcome, count)| format!("{count} {outcome}")).collect();
    output::remark(&told.join(", "));
    let refused = ids.len() - outcomes.get("done").copied().unwrap_or_default();
    match refused {
        0 => Ok(()),
        // Whom a filter matches may have come to it by another way meanwhile.
        _ if whom.all => Ok(()),
        _ => Err(Failed::because(format!("{refused} of {} were refused", ids.len()))),
    }
}

/// Who it was, what became of it, and the code that came of it.
fn line(result: &Value) -> String {
    let who = if result["email"].is_null() { &result["id"] } else { &result["email"] };
    let what = if result["code"].is_null() { &result["status"] } else { &result["code"] };
    format!("{}  {}  {}", words(who), words(what), words(&result["resetCode"])).trim_end().to_owned()
}

/// `done`, or why it was refused. Errors: the service broke.
fn outcome(result: &Value) -> Result<String, Failed> {
    match result["code"].as_str() {
        None => Ok(words(&result["status"])),
        Some(code @ ("internal" | "overloaded")) => {
            Err(Failed::Away(format!("the service broke at {}: {code}", words(&result["id"]))))
        }
        Some(code) => Ok(code.to_owned()),
    }
}
