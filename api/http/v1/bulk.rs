//! One thing done to many users.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{roles::RoleName, users};
use crate::{
    domain::{
        Timestamp,
        id::UserId,
        pass::{Reason, Ticket},
        rejection::FieldError,
    },
    flows::{
        Operation,
        administrators::Administrator,
        bulk::{self, BulkAction, BulkResult, MOST_NAMED, Whom},
        deadlines::NewDeadline,
        resets::ResetOrder,
    },
    http::{
        auth::{CanSteppedUp, UsersRead},
        body::Json,
        named,
        paging::{Cursor, within_database},
        problem::{Problem, ProblemCode},
        reply::Reply,
    },
};

/// What is to be done to many users.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
enum BulkActionName {
    Reset,
    ExtendDeadline,
    Remind,
}

/// Which users: those of whom all of this is true.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"twoFactor": "inGrace", "role": "manager"}))]
struct UserFilter {
    #[schema(nullable = false)]
    two_factor: Option<named::UserState>,
    #[schema(nullable = false, value_type = Option<RoleName>)]
    role: Option<String>,
    #[schema(nullable = false)]
    activated: Option<bool>,
    #[schema(nullable = false)]
    suspended: Option<bool>,
    #[schema(nullable = false)]
    login_method: Option<named::LoginMethod>,
    /// In their address or name, in either case; one or two letters only where one of them begins.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    q: Option<String>,
}

/// What is to be done, to whom, and why.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "action": "extendDeadline", "filter": {"twoFactor": "inGrace"}, "deadline": "2026-12-22T09:00:00Z",
    "reason": "The office is closed until then."
}))]
struct BulkRequest {
    #[schema(inline)]
    action: BulkActionName,
    /// Either these, or a filter.
    #[schema(nullable = false, min_items = 1, max_items = 200)]
    ids: Option<BTreeSet<Uuid>>,
    #[schema(nullable = false)]
    filter: Option<UserFilter>,
    /// With a filter: the `nextCursor` of the call before.
    #[schema(nullable = false)]
    cursor: Option<String>,
    /// With `reset` and `extendDeadline`.
    #[schema(nullable = false, min_length = 1, max_length = 500)]
    reason: Option<String>,
    /// With `reset`.
    #[schema(nullable = false)]
    identity_check: Option<named::IdentityCheck>,
    /// With `reset`.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    ticket: Option<String>,
    /// With `extendDeadline`: in the future, at most 366 days ahead. It takes the place of earlier ones.
    #[schema(nullable = false)]
    deadline: Option<DateTime<Utc>>,
}

impl BulkRequest {
    /// Errors: neither ids nor a filter, both, or too many of them.
    fn whom(&self) -> Result<Whom, FieldError> {
        match (&self.ids, &self.filter) {
            (Some(ids), None) if self.cursor.is_none() => {
                if ids.is_empty() || ids.len() > MOST_NAMED {
                    let message = format!("From 1 to {MOST_NAMED}.");
                    return Err(FieldError::new("ids", "out_of_range", message));
                }
                Ok(Whom::Named(ids.iter().copied().map(UserId).collect()))
            }
            (None, Some(UserFilter { two_factor, role, activated, suspended, login_method, q })) => {
                let (role, q) = (role.as_deref(), q.as_deref());
                let account = (*activated, *suspended);
                let filter = users::filter(*two_factor, role, account, *login_method, q);
                let filter = filter.map_err(|error| error.within("filter"))?;
                Ok(Whom::Filtered { filter, after: Cursor::decode(self.cursor.as_deref())? })
            }
            (Some(_) | None, Some(_) | None) => {
                let message = "Either ids, or a filter with or without a cursor.";
                Err(FieldError::new("ids", "one_choice", message))
            }
        }
    }

    /// Errors: what the action takes is missing, or what it does not take is there.
    fn action(&self) -> Result<BulkAction, FieldError> {
        let reason = || Reason::parse(required("reason", self.reason.as_ref())?);
        let Self { identity_check, ticket, deadline, .. } = self;
        match self.action {
            BulkActionName::Reset => {
                refuse("deadline", deadline.is_some())?;
                let ticket = ticket.as_deref().map(Ticket::parse).transpose()?;
                let identity_check = required("identityCheck", identity_check.as_ref())?.0;
                Ok(BulkAction::Reset(ResetOrder { identity_check, reason: reason()?, ticket }))
            }
            BulkActionName::ExtendDeadline => {
                refuse("identityCheck", identity_check.is_some())?;
                refuse("ticket", ticket.is_some())?;
                let at = within_database(*required("deadline", deadline.as_ref())?)
                    .ok_or_else(|| FieldError::new("deadline", "out_of_range", "From 1970 to 9999."))?;
                Ok(BulkAction::ExtendDeadline(NewDeadline { at, only_later: true, reason: reason()? }))
            }
            BulkActionName::Remind => {
                refuse("reason", self.reason.is_some())?;
                refuse("identityCheck", identity_check.is_some())?;
                refuse("ticket", ticket.is_some())?;
                refuse("deadline", deadline.is_some())?;
                Ok(BulkAction::Remind)
            }
        }
    }
}

fn required<'a, T>(field: &str, value: Option<&'a T>) -> Result<&'a T, FieldError> {
    value.ok_or_else(|| FieldError::new(field, "required", "This action takes it."))
}

fn refuse(field: &str, given: bool) -> Result<(), FieldError> {
    if given { Err(FieldError::new(field, "not_taken", "This action does not take it.")) } else { Ok(()) }
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
enum BulkStatus {
    Done,
    Refused,
}

/// What came of it for one user.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct BulkItem {
    id: Uuid,
    /// Left out for somebody whom there is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = IdnEmail)]
    email: Option<String>,
    #[schema(inline)]
    status: BulkStatus,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    code: Option<ProblemCode>,
    /// With `reset`, where the policy demands one: to be read out to the person, and shown once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    reset_code: Option<String>,
    /// Of the reset code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    expires_at: Option<DateTime<Utc>>,
}

impl BulkItem {
    fn of(result: BulkResult, now: Timestamp) -> Self {
        let BulkResult { id, email, outcome } = result;
        let (status, code, issued) = match outcome {
            Ok(issued) => (BulkStatus::Done, None, issued),
            Err(failure) => (BulkStatus::Refused, Some(Problem::of_failure(failure, now).code), None),
        };
        let (reset_code, expires_at) = issued.map(|pass| (pass.code.reveal(), pass.expires_at)).unzip();
        Self { id: id.0, email, status, code, reset_code, expires_at }
    }
}

/// What came of it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "results": [
        {"id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "email": "ada@example.org", "status": "done"},
        {"id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c12", "status": "refused", "code": "not_found"}
    ]
}))]
struct BulkAnswer {
    /// One for each user, in the order in which it was done. Where the service breaks, it ends with that user.
    results: Vec<BulkItem>,
    /// With a filter: where the next call goes on; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_cursor: Option<String>,
}

/// Resets, reminds, or gives more time to, many users
///
/// Each is done, or refused, for itself. `extendDeadline` takes no time away: whoever has until later already keeps that, and is
/// refused with `later_deadline`. A filter gets through 50 users a call: go on with `nextCursor` until there is none.
/// Takes the permission `users.read`, and `users.reset2fa` or `users.write` for the action; and a step-up of a caller who has
/// a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.read"]), ("apiKey" = ["users.read"])),
    request_body = BulkRequest,
    responses(
        (status = 200, description = "What came of it for each.", body = BulkAnswer),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[post("/v1/users/bulk")]
pub async fn change_users(
    caller: CanSteppedUp<UsersRead>,
    Json(body): Json<BulkRequest>,
) -> Result<HttpResponse, Problem> {
    let whom = body.whom()?;
    let action = body.action()?;
    let run = move |op: &Operation, caller: &Administrator| {
        let outcome = bulk::run(op, caller, &whom, &action)?;
        let results: Vec<_> =
            outcome.results.into_iter().map(|result| BulkItem::of(result, op.now)).collect();
        let has_codes = results.iter().any(|item| item.reset_code.is_some());
        let next_cursor = outcome.next_after.map(|after| after.encode());
        let reply = Reply::ok(&BulkAnswer { results, next_cursor })?;
        Ok(if has_codes { reply.with_secret() } else { reply })
    };
    caller.answer(run).await
}
