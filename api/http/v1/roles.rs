//! Roles, for administrators: the built-in ones, and the organization's own.

use std::{borrow::Cow, collections::BTreeSet};

use actix_web::{HttpResponse, delete, get, patch, post, web::Path};
use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};
use uuid::Uuid;

use crate::{
    domain::{
        id::RoleId,
        rejection::FieldError,
        role::{self, RoleDescription, permissions_of_own},
    },
    flows::roles::{self, RoleChanges, RoleDraft, RoleEntry},
    http::{
        auth::{Can, PersonCanSteppedUp, RolesWrite, UsersRead},
        body::Json,
        named,
        problem::Problem,
        reply::Reply,
    },
};

/// The name of a role, built-in or the organization's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoleName(String);

impl From<&role::RoleName> for RoleName {
    fn from(name: &role::RoleName) -> Self {
        Self(name.as_str().to_owned())
    }
}

impl PartialSchema for RoleName {
    fn schema() -> RefOr<Schema> {
        let text = ObjectBuilder::new().schema_type(Type::String).pattern(Some(role::RoleName::PATTERN));
        text.description(Some("The name of a role, built-in or the organization's own.")).build().into()
    }
}

impl ToSchema for RoleName {
    fn name() -> Cow<'static, str> {
        "RoleName".into()
    }
}

/// The roles that `roles` of a request names. Errors: no role can be called that.
pub fn named(roles: &[RoleName]) -> Result<Vec<role::RoleName>, FieldError> {
    let parse = |(index, name): (usize, &RoleName)| {
        role::RoleName::parse(&name.0).map_err(|_| role::unknown_role(index))
    };
    roles.iter().enumerate().map(parse).collect()
}

/// The role that the parameter `role` of a list names. Errors: no role can be called that.
pub fn filter(name: &str) -> Result<role::RoleName, FieldError> {
    role::RoleName::parse(name).map_err(|error| FieldError { field: "role".to_owned(), ..error })
}

/// A role and how many users have it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-7d2e-7b11-9c64-5e8a1f3b2d90", "name": "help-desk", "description": "Helps people who lost their phone.",
    "permissions": ["users.read", "users.reset2fa"], "builtIn": false, "users": 3
}))]
struct Role {
    /// Left out for a built-in role, which nobody changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    id: Option<Uuid>,
    name: RoleName,
    description: String,
    permissions: BTreeSet<named::Permission>,
    built_in: bool,
    /// Those suspended count as well.
    #[schema(minimum = 0)]
    users: i64,
}

impl From<RoleEntry> for Role {
    fn from(entry: RoleEntry) -> Self {
        let RoleEntry { id, name, description, permissions, users } = entry;
        Self {
            id: id.map(|id| id.0),
            name: RoleName::from(&name),
            description,
            permissions: permissions.into_iter().map(Into::into).collect(),
            built_in: id.is_none(),
            users,
        }
    }
}

/// The roles of an organization.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"items": [{
    "name": "member", "description": "Signs in, and looks after their own second factor.", "permissions": [],
    "builtIn": true, "users": 40
}]}))]
struct RoleList {
    /// The built-in ones first, then the organization's own by name.
    items: Vec<Role>,
}

/// Lists the roles
///
/// Takes the permission `users.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.read"]), ("apiKey" = ["users.read"])),
    responses(
        (status = 200, description = "All roles that a user can have here.", body = RoleList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/roles")]
pub async fn list_roles(caller: Can<UsersRead>) -> Result<HttpResponse, Problem> {
    let found = caller.run(roles::list).await?;
    Ok(HttpResponse::Ok().json(RoleList { items: found.into_iter().map(Into::into).collect() }))
}

/// What the role is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "help-desk", "description": "Helps people who lost their phone.",
    "permissions": ["users.read", "users.reset2fa"]
}))]
struct CreateRoleRequest {
    /// It stays as it is.
    name: RoleName,
    #[schema(max_length = 200)]
    description: String,
    /// None beyond the caller's own, and none of `organizations.read` and `organizations.write`.
    permissions: Vec<named::Permission>,
}

/// Creates a role of the organization's own
///
/// At most 100. Takes the permission `roles.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["roles.write"])),
    request_body = CreateRoleRequest,
    responses(
        (status = 201, description = "The new role.", body = Role),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for permissions beyond the caller's own; `enrollment_required`"),
        (status = 409, description = "`role_taken`"),
    )
)]
#[post("/v1/roles")]
pub async fn create_role(
    caller: PersonCanSteppedUp<RolesWrite>,
    Json(body): Json<CreateRoleRequest>,
) -> Result<HttpResponse, Problem> {
    let draft = RoleDraft {
        name: role::RoleName::parse(&body.name.0)?,
        description: RoleDescription::parse(&body.description)?,
        permissions: permissions(&body.permissions)?,
    };
    caller.answer(move |op, caller| Reply::created(&Role::from(roles::create(op, caller, draft)?))).await
}

/// What is to be changed; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"permissions": ["users.read"]}))]
struct UpdateRoleRequest {
    #[schema(nullable = false, max_length = 200)]
    description: Option<String>,
    /// None beyond the caller's own, and none of `organizations.read` and `organizations.write`.
    #[schema(nullable = false)]
    permissions: Option<Vec<named::Permission>>,
}

/// Changes a role of the organization's own
///
/// It acts at the next request of those who have it. Takes the permission `roles.write`, and a step-up of a caller who has
/// a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["roles.write"])),
    params(("id" = Uuid, Path, description = "Of the role.")),
    request_body = UpdateRoleRequest,
    responses(
        (status = 200, description = "The changed role.", body = Role),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a role that permits, or would permit, more than the caller may; `enrollment_required`"),
    )
)]
#[patch("/v1/roles/{id}")]
pub async fn update_role(
    caller: PersonCanSteppedUp<RolesWrite>,
    id: Path<Uuid>,
    Json(body): Json<UpdateRoleRequest>,
) -> Result<HttpResponse, Problem> {
    let description = body.description.as_deref().map(RoleDescription::parse).transpose()?;
    let permissions = body.permissions.as_deref().map(permissions).transpose()?;
    let (id, changes) = (RoleId(*id), RoleChanges { description, permissions });
    let role = caller.run(move |op, caller| roles::update(op, caller, id, &changes)).await?;
    Ok(HttpResponse::Ok().json(Role::from(role)))
}

/// Deletes a role of the organization's own
///
/// Takes the permission `roles.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["roles.write"])),
    params(("id" = Uuid, Path, description = "Of the role.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted`, also for a role that permits more than the caller may; `enrollment_required`"),
        (status = 409, description = "`role_in_use`: somebody has it."),
    )
)]
#[delete("/v1/roles/{id}")]
pub async fn delete_role(
    caller: PersonCanSteppedUp<RolesWrite>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = RoleId(*id);
    caller.run(move |op, caller| roles::delete(op, caller, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn permissions(given: &[named::Permission]) -> Result<BTreeSet<role::Permission>, FieldError> {
    let given: Vec<role::Permission> = given.iter().map(|permission| permission.0).collect();
    permissions_of_own(&given)
}
