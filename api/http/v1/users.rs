//! Users, for administrators.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, get, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    RecoveryCodeCount, Secret,
    roles::{self, RoleName},
};
use crate::{
    domain::{
        rejection::FieldError,
        user::{DisplayName, EmailAddress, Factor, Place, SearchText, UserOrder},
    },
    error::Failure,
    flows::{
        Operation,
        administrators::Administrator,
        invitations,
        users::{self, Draft, Filter, Page, UserEntry},
    },
    http::{
        auth::{Can, CanSteppedUp, UsersRead, UsersWrite},
        body::{Json, Query},
        named,
        paging::{self, Cursor},
        problem::Problem,
        reply::Reply,
    },
};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ListUsersQuery {
    /// Only users whose second factor is in this state.
    #[param(inline, nullable = false)]
    two_factor: Option<named::UserState>,
    /// Only users who have this role.
    #[param(nullable = false, value_type = Option<RoleName>)]
    role: Option<String>,
    /// Only users who have, or have not, activated their account.
    #[param(nullable = false)]
    activated: Option<bool>,
    /// Only users who are, or are not, suspended.
    #[param(nullable = false)]
    suspended: Option<bool>,
    /// Only users who can sign in so.
    #[param(inline, nullable = false)]
    login_method: Option<named::LoginMethod>,
    /// Only the user of exactly this address: one, or nobody.
    #[param(nullable = false, format = IdnEmail, max_length = 254)]
    email: Option<String>,
    /// Only users with this in their address or name, in either case; one or two letters only where one of them begins.
    #[param(nullable = false, min_length = 1, max_length = 100)]
    q: Option<String>,
    /// What they are sorted by, after a minus the other way round; `email` where nothing is said. Letters of either case stand side
    /// by side. Whoever never signed in comes first in `lastSignInAt`, and last in `-lastSignInAt`.
    #[param(inline, nullable = false)]
    sort: Option<named::UserOrder>,
    /// How many at most; 50 where nothing is said.
    #[param(nullable = false, minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// The `nextCursor` of the part before, in the same order.
    #[param(nullable = false)]
    cursor: Option<String>,
    /// Whether the users of all parts are counted.
    #[serde(default)]
    #[param(required = false)]
    count: bool,
}

/// A user, as administrators see them: never a code or a secret.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11",
    "email": "ada@example.org",
    "displayName": "Ada Lovelace",
    "roles": ["member"],
    "suspended": false,
    "frozen": false,
    "activated": true,
    "imported": false,
    "emailVerified": true,
    "createdAt": "2026-11-24T09:00:00Z",
    "lastSignInAt": "2026-11-26T08:30:00Z",
    "loginMethods": ["passwordAndFactor"],
    "twoFactor": {
        "state": "enabled", "methods": ["totp", "recoveryCode"], "enrolledAt": "2026-11-24T09:10:00Z",
        "recoveryCodes": {"generatedAt": "2026-11-24T09:10:00Z", "total": 10, "remaining": 10},
        "standing": "ready", "unproved": false, "resetPending": false
    }
}))]
pub struct ListedUser {
    id: Uuid,
    #[schema(format = IdnEmail)]
    email: String,
    display_name: String,
    roles: BTreeSet<RoleName>,
    suspended: bool,
    /// Whether they have a password, or came from a provider of single sign-on; whoever was invited has none at first, and cannot
    /// sign in.
    activated: bool,
    /// Whether they came from another system. Without a password they choose one by the mail for forgotten ones.
    imported: bool,
    /// Of somebody who has not activated their account.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    invitation: Option<Invitation>,
    /// Whether they have proven that the address is theirs.
    email_verified: bool,
    /// The user has said of something that it was not them: nothing about the account changes until somebody lifts that.
    frozen: bool,
    created_at: DateTime<Utc>,
    /// When they last signed in completely, by whatever way; a session that is prolonged or steps up is no sign-in. `null` where they
    /// never did, or did so before this was noted and their sessions are forgotten.
    #[schema(required = true)]
    last_sign_in_at: Option<DateTime<Utc>>,
    /// The id that they had in the system that they were imported from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    external_id: Option<String>,
    /// How they can sign in.
    login_methods: BTreeSet<named::LoginMethod>,
    two_factor: TwoFactorStatus,
}

/// The last invitation of somebody who has not followed it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Invitation {
    sent_at: DateTime<Utc>,
    /// Its link is good until then.
    expires_at: DateTime<Utc>,
}

impl From<users::Invitation> for Invitation {
    fn from(invitation: users::Invitation) -> Self {
        let users::Invitation { sent_at, expires_at } = invitation;
        Self { sent_at, expires_at }
    }
}

/// The second factor of a user in a list.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct TwoFactorStatus {
    state: named::FactorState,
    methods: BTreeSet<named::Method>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    enrolled_at: Option<DateTime<Utc>>,
    recovery_codes: RecoveryCodeCount,
    /// What a login does with the user now.
    standing: named::Standing,
    /// By when a factor has to be set up, where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    deadline: Option<DateTime<Utc>>,
    /// Whether an authenticator was imported, and no code of it was accepted yet. It counts as a factor.
    unproved: bool,
    /// The factor was reset, and the user has not enrolled again.
    reset_pending: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    temporary_pass: Option<OpenPass>,
}

/// A temporary pass or reset code that was not used yet.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct OpenPass {
    expires_at: DateTime<Utc>,
}

impl From<UserEntry> for ListedUser {
    fn from(entry: UserEntry) -> Self {
        let UserEntry { listed, state, methods, standing, login_methods, deadline, invitation } = entry;
        let user = listed.user;
        let enrolled_at = match user.factor {
            Factor::Enrolled { since, .. } => Some(since),
            Factor::NotEnrolled => None,
        };
        Self {
            id: user.id.0,
            email: user.email,
            display_name: user.display_name,
            roles: user.roles.keys().map(Into::into).collect(),
            suspended: user.suspended,
            activated: user.activated,
            imported: user.imported,
            invitation: invitation.map(Into::into),
            email_verified: user.email_verified,
            frozen: user.frozen,
            created_at: user.created_at,
            last_sign_in_at: listed.last_sign_in_at,
            external_id: listed.external_id,
            login_methods: login_methods.into_iter().map(Into::into).collect(),
            two_factor: TwoFactorStatus {
                state: state.into(),
                methods: methods.into_iter().map(Into::into).collect(),
                enrolled_at,
                recovery_codes: listed.recovery_codes.into(),
                standing: standing.into(),
                deadline,
                unproved: listed.unproved,
                reset_pending: user.reset_pending,
                temporary_pass: listed.pass_expires_at.map(|expires_at| OpenPass { expires_at }),
            },
        }
    }
}

/// A part of the list of users.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "items": [{
        "id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "email": "ada@example.org", "displayName": "Ada Lovelace",
        "roles": ["member"], "suspended": false, "frozen": false, "activated": false, "imported": false,
        "invitation": {"sentAt": "2026-11-24T09:00:00Z", "expiresAt": "2026-11-27T09:00:00Z"},
        "emailVerified": false, "createdAt": "2026-11-24T09:00:00Z", "lastSignInAt": null, "loginMethods": [],
        "twoFactor": {"state": "notEnabled", "methods": [], "recoveryCodes": {"total": 0, "remaining": 0},
        "standing": "notice", "unproved": false, "resetPending": false}
    }],
    "nextCursor": "ZW1haWw6YWRhQGV4YW1wbGUub3Jn",
    "total": 42
}))]
struct UserList {
    items: Vec<ListedUser>,
    /// Where the next part begins; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_cursor: Option<String>,
    /// Of all parts, where `count` asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    total: Option<i64>,
}

/// What a list is narrowed down to. Errors: a name that no role has, nothing to search for or too much.
pub fn filter(
    state: Option<named::UserState>,
    role: Option<&str>,
    (activated, suspended): (Option<bool>, Option<bool>),
    login_method: Option<named::LoginMethod>,
    search: Option<&str>,
) -> Result<Filter, FieldError> {
    Ok(Filter {
        state: state.map(|state| state.0),
        role: role.map(roles::filter).transpose()?,
        activated,
        suspended,
        login_method: login_method.map(|method| method.0),
        email: None,
        search: search.map(SearchText::parse).transpose()?,
    })
}

/// Lists the organization's users
///
/// Takes the permission `users.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.read"]), ("apiKey" = ["users.read"])),
    params(ListUsersQuery),
    responses(
        (status = 200, description = "A part of the list.", body = UserList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/users")]
pub async fn list_users(
    caller: Can<UsersRead>,
    Query(query): Query<ListUsersQuery>,
) -> Result<HttpResponse, Problem> {
    let ListUsersQuery { two_factor, role, activated, suspended, login_method, email, q, .. } = &query;
    let account = (*activated, *suspended);
    let order = query.sort.map(|order| order.0).unwrap_or(UserOrder::Email);
    let page = Page {
        filter: Filter {
            email: email.as_deref().map(EmailAddress::parse).transpose()?,
            ..filter(*two_factor, role.as_deref(), account, *login_method, q.as_deref())?
        },
        order,
        after: behind(order, query.cursor.as_deref())?,
        limit: paging::limit(query.limit)?,
        count: query.count,
    };
    let found = caller.run(move |op, caller| users::list(op, caller, &page)).await?;
    Ok(HttpResponse::Ok().json(UserList {
        items: found.entries.into_iter().map(Into::into).collect(),
        next_cursor: found.next_after.map(|place| (order, place).encode()),
        total: found.total,
    }))
}

/// Where the list goes on. Errors: no cursor of that order.
fn behind(order: UserOrder, cursor: Option<&str>) -> Result<Option<Place>, FieldError> {
    match Cursor::decode(cursor)? {
        None => Ok(None),
        Some((of, place)) if of == order => Ok(Some(place)),
        Some(_) => Err(FieldError::new("cursor", "invalid_cursor", "This is a cursor of another order.")),
    }
}

/// Who is to be created.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "email": "grace@example.org", "displayName": "Grace Hopper", "roles": ["member"],
    "password": "an initial pass phrase"
}))]
struct CreateUserRequest {
    #[schema(format = IdnEmail, max_length = 254)]
    email: String,
    /// Has to be there beside a password. Somebody who is invited is called by what stands before the `@` otherwise, until they
    /// say their name.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    display_name: Option<String>,
    /// At least one, and none that permits more than the caller's own.
    #[schema(min_items = 1)]
    roles: Vec<RoleName>,
    /// At least 15 characters, or 8 where the organization requires a second factor of everybody at once. Without one the user
    /// is invited by mail.
    #[schema(nullable = false)]
    password: Option<Secret>,
    /// Of what is mailed to them; `en` where nothing is said.
    #[schema(nullable = false)]
    language: Option<named::Language>,
}

impl CreateUserRequest {
    /// Errors: what is not valid; no name beside a password.
    fn draft(&self) -> Result<Draft, FieldError> {
        let email = EmailAddress::parse(&self.email)?;
        let display_name = match &self.display_name {
            Some(name) => DisplayName::parse(name)?,
            None if self.password.is_none() => DisplayName::of_address(&email),
            None => return Err(FieldError::new("displayName", "required", "Please fill this in.")),
        };
        let language = self.language.map(|language| language.0).unwrap_or_default();
        Ok(Draft { email, display_name, roles: roles::named(&self.roles)?, language })
    }
}

/// Creates a user with an initial password, or invites them
///
/// Without a password the user gets a mail with a link, good for 72 hours, by which they set one themselves; before that they
/// cannot sign in. Takes the permission `users.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    request_body = CreateUserRequest,
    responses(
        (status = 201, description = "The new user.", body = ListedUser, headers(("Location" = String, description = "Its address."))),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for roles beyond the caller's own; `enrollment_required`"),
        (status = 409, description = "`email_taken`"),
    )
)]
#[post("/v1/users")]
pub async fn create_user(
    mut caller: CanSteppedUp<UsersWrite>,
    Json(body): Json<CreateUserRequest>,
) -> Result<HttpResponse, Problem> {
    let draft = body.draft()?;
    match body.password {
        None => caller.answer(move |op, caller| new_user(invitations::invite(op, caller, &draft)?)).await,
        Some(password) => {
            let permit = caller.permit().await?;
            let create = move |op: &Operation, administrator: &Administrator| {
                new_user(users::create(op, &permit, administrator, &draft, password.expose())?)
            };
            caller.answer(create).await
        }
    }
}

fn new_user(created: UserEntry) -> Result<Reply, Failure> {
    let created = ListedUser::from(created);
    Ok(Reply::created(&created)?.at(format!("/v1/users/{}", created.id)))
}
