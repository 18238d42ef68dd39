//! `nightlatch admin users`: who there is, and how each signs in.

use clap::{Args, Subcommand, builder::PossibleValuesParser};
use indicatif::{ProgressBar, ProgressStyle};
use nightlatch::domain::user::{UserOrder, UserState};
use serde_json::Value;

use super::{
    api::{Api, Query},
    bulk::{self, DeadlineOptions, RemindOptions, ResetOptions},
    changes::{self, ChangeOptions, PassOptions},
};
use crate::cli::{Failed, output, table::table};

/// So many a request; the most that the service gives.
const PART: usize = 200;

#[derive(Subcommand)]
pub enum Command {
    /// List users, all that the filters match
    List(ListOptions),
    /// Show one user
    Show(Named),
    /// Reset second factors, having made sure who it is that asks
    ///
    /// Prints the code that somebody has to show at their next sign-in, once. Takes the scope users.reset2fa, and users.read
    /// for more than one person.
    Reset(ResetOptions),
    /// Give users more time to set up a second factor
    ///
    /// Whoever has until later already keeps that. Takes the scopes users.read and users.write.
    ExtendDeadline(DeadlineOptions),
    /// Issue a temporary pass, for a phone that is out of reach
    ///
    /// Prints it once. Takes the scope users.reset2fa.
    Pass(PassOptions),
    /// Remind users by mail who have not set up a second factor
    ///
    /// Takes the scopes users.read and users.write.
    Remind(RemindOptions),
    /// Suspend somebody: they are signed out everywhere, and cannot sign in
    Suspend(ChangeOptions),
    /// Let somebody sign in again who was suspended
    Restore(ChangeOptions),
}

#[derive(Args)]
pub struct Named {
    /// Their email address, or their id
    #[arg(value_name = "USER")]
    pub user: String,
}

#[derive(Args)]
pub struct ListOptions {
    #[command(flatten)]
    filter: Filter,
    /// What they are sorted by, after a minus the other way round; by email where nothing is said
    #[arg(long, value_name = "ORDER", allow_hyphen_values = true,
        value_parser = PossibleValuesParser::new(UserOrder::ALL.iter().map(|order| order.name())))]
    sort: Option<String>,
}

#[derive(Args, Default)]
pub struct Filter {
    /// Only users whose second factor is in this state
    #[arg(long, value_name = "STATE", value_parser = PossibleValuesParser::new(UserState::ALL.iter().map(|state| state.name())))]
    two_factor: Option<String>,
    /// Only users who have this role
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Only users who have, or have not, activated their account
    #[arg(long, value_name = "true|false")]
    activated: Option<bool>,
    /// Only users who are, or are not, suspended
    #[arg(long, value_name = "true|false")]
    suspended: Option<bool>,
    /// Only users with this in their address or name
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        self.query().is_empty()
    }

    /// As a query has it.
    pub fn query(&self) -> Query<'static> {
        let Self { two_factor, role, activated, suspended, search } = self;
        let given = [
            ("twoFactor", two_factor.clone()),
            ("role", role.clone()),
            ("activated", activated.map(|activated| activated.to_string())),
            ("suspended", suspended.map(|suspended| suspended.to_string())),
            ("q", search.clone()),
        ];
        given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

pub fn run(api: &Api, command: Command, json: bool) -> Result<(), Failed> {
    match command {
        Command::List(options) => list(api, &options, json),
        Command::Show(Named { user }) => show(&find(api, &user)?, json),
        Command::Reset(options) => bulk::reset(api, &options, json),
        Command::ExtendDeadline(options) => bulk::extend_deadline(api, &options, json),
        Command::Pass(options) => changes::pass(api, &options, json),
        Command::Remind(options) => bulk::remind(api, &options, json),
        Command::Suspend(options) => changes::suspend(api, &options, true, json),
        Command::Restore(options) => changes::suspend(api, &options, false, json),
    }
}

fn list(api: &Api, options: &ListOptions, json: bool) -> Result<(), Failed> {
    let mut query = options.filter.query();
    query.extend(options.sort.clone().map(|order| ("sort", order)));
    let mut shown = Vec::new();
    each(api, query, |user| {
        if json {
            return output::print(&user.to_string());
        }
        shown.push(row(user));
        Ok(())
    })?;
    match (json, shown.is_empty()) {
        (true, _) => Ok(()),
        (false, true) => output::print("Nobody."),
        (false, false) => {
            output::print(&table(["email", "name", "roles", "2fa", "deadline", "last sign-in", "id"], shown))
        }
    }
}

/// Goes through all users that a query finds, part by part.
pub fn each(
    api: &Api,
    mut query: Query,
    mut see: impl FnMut(&Value) -> Result<(), Failed>,
) -> Result<(), Failed> {
    query.extend([("limit", PART.to_string()), ("count", "true".to_owned())]);
    let mut progress = None;
    loop {
        let part = api.get("/v1/users", &query)?;
        let progress = progress.get_or_insert_with(|| bar(part["total"].as_u64()));
        for user in part["items"].as_array().into_iter().flatten() {
            progress.suspend(|| see(user))?;
            progress.inc(1);
        }
        // They are counted once.
        query.retain(|(name, _)| !["cursor", "count"].contains(name));
        let Some(next) = part["nextCursor"].as_str() else { break };
        query.push(("cursor", next.to_owned()));
    }
    if let Some(progress) = progress {
        progress.finish_and_clear();
    }
    Ok(())
}

/// How far something is, for whoever looks at a terminal.
pub fn bar(total: Option<u64>) -> ProgressBar {
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {eta}");
    ProgressBar::new(total.unwrap_or_default())
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn row(user: &Value) -> [String; 7] {
    let two_factor = &user["twoFactor"];
    [
        words(&user["email"]),
        words(&user["displayName"]),
        words(&user["roles"]),
        state(user),
        words(&two_factor["deadline"]),
        words(&user["lastSignInAt"]),
        words(&user["id"]),
    ]
}

fn state(user: &Value) -> String {
    if user["suspended"] == true {
        return "suspended".to_owned();
    }
    if user["frozen"] == true {
        return "frozen".to_owned();
    }
    if user["activated"] == false {
        return "invited".to_owned();
    }
    words(&user["twoFactor"]["state"])
}

fn show(user: &Value, json: bool) -> Result<(), Failed> {
    if json {
        return output::print(&user.to_string());
    }
    let two_factor = &user["twoFactor"];
    let codes = &two_factor["recoveryCodes"];
    let facts = [
        ("Email", words(&user["email"])),
        ("Name", words(&user["displayName"])),
        ("Id", words(&user["id"])),
        ("Roles", words(&user["roles"])),
        ("State", state(user)),
        ("Standing", words(&two_factor["standing"])),
        ("Methods", words(&two_factor["methods"])),
        ("Enrolled", words(&two_factor["enrolledAt"])),
        ("Recovery codes", format!("{} of {}", codes["remaining"], codes["total"])),
        ("Deadline", words(&two_factor["deadline"])),
        ("Created", words(&user["createdAt"])),
        ("Last sign-in", words(&user["lastSignInAt"])),
    ];
    let told = facts.iter().filter(|(_, value)| !value.is_empty());
    output::print(&told.map(|(name, value)| format!("{name:<16}{value}")).collect::<Vec<_>>().join("\n"))
}

/// A value as people read it: a list with commas, nothing where there is none.
pub fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(words).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// The user of that address or id. Errors: there is nobody like that.
pub fn find(api: &Api, user: &str) -> Result<Value, Failed> {
    if !user.contains('@') {
        return api.get(&path(user, "")?, &Query::new());
    }
    let found = api.get("/v1/users", &vec![("email", user.to_owned())])?;
    let user = found["items"].get(0).cloned().ok_or_else(|| format!("there is no user {user}"));
    user.map_err(Failed::because)
}

/// The id of that user: asked for only where an address is given.
pub fn id_of(api: &Api, user: &str) -> Result<String, Failed> {
    if user.contains('@') { Ok(words(&find(api, user)?["id"])) } else { Ok(user.to_owned()) }
}

/// A path of that user. Errors: no id, which could lead elsewhere.
pub fn path(id: &str, rest: &str) -> Result<String, Failed> {
    let id: uuid::Uuid =
        id.parse().map_err(|_| Failed::Misused(format!("{id} is neither an email address nor an id")))?;
    Ok(format!("/v1/users/{id}{rest}"))
}
