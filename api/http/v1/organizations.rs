//! Organizations, for superadmins.

use actix_web::{HttpResponse, get, patch, post, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    domain::{
        id::OrganizationId,
        organization::OrganizationName,
        user::{DisplayName, EmailAddress},
    },
    flows::{
        Operation,
        caller::Caller,
        organization_changes::{self, Created, Draft},
    },
    http::{
        auth::{OrganizationsRead, OrganizationsWrite, PersonCan, PersonCanSteppedUp},
        body::{Json, Query},
        paging::{self, Cursor},
        problem::Problem,
        reply::Reply,
    },
};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListOrganizationsQuery {
    /// How many at most; 50 where nothing is said.
    #[param(nullable = false, minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// The `nextCursor` of the part before.
    #[param(nullable = false)]
    cursor: Option<String>,
}

/// An organization, as superadmins see it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55", "slug": "example", "name": "Example",
    "createdAt": "2026-11-24T09:00:00Z", "users": 42
}))]
struct ListedOrganization {
    id: Uuid,
    /// The short name in addresses: it never changes.
    slug: String,
    name: String,
    created_at: DateTime<Utc>,
    /// How many users it has, suspended or not.
    users: i64,
}

impl From<organization_changes::ListedOrganization> for ListedOrganization {
    fn from(listed: organization_changes::ListedOrganization) -> Self {
        let organization_changes::ListedOrganization { id, slug, name, created_at, users } = listed;
        Self { id: id.0, slug, name, created_at, users }
    }
}

/// A part of the list of organizations, by short name.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "items": [{
        "id": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55", "slug": "example", "name": "Example",
        "createdAt": "2026-11-24T09:00:00Z", "users": 42
    }],
    "nextCursor": "ZXhhbXBsZQ"
}))]
struct OrganizationList {
    items: Vec<ListedOrganization>,
    /// Where the next part begins; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_cursor: Option<String>,
}

/// Lists all organizations of the installation
///
/// Takes the permission `organizations.read`, which only superadmins have.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["organizations.read"])),
    params(ListOrganizationsQuery),
    responses(
        (status = 200, description = "A part of the list.", body = OrganizationList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/organizations")]
pub async fn list_organizations(
    caller: PersonCan<OrganizationsRead>,
    Query(query): Query<ListOrganizationsQuery>,
) -> Result<HttpResponse, Problem> {
    let after: Option<String> = Cursor::decode(query.cursor.as_deref())?;
    let limit = paging::limit(query.limit)?;
    let page = caller.run(move |op, _| organization_changes::list(op, after.as_deref(), limit)).await?;
    Ok(HttpResponse::Ok().json(OrganizationList {
        items: page.organizations.into_iter().map(Into::into).collect(),
        next_cursor: page.next_after.map(|after| after.encode()),
    }))
}

/// What is to be created, and who administers it first.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({
    "name": "Example", "administratorEmail": "grace@example.org", "administratorName": "Grace Hopper"
}))]
struct CreateOrganizationRequest {
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    #[schema(format = IdnEmail, max_length = 254)]
    administrator_email: String,
    /// `Administrator` where nothing is said.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    administrator_name: Option<String>,
}

impl TryFrom<CreateOrganizationRequest> for Draft {
    type Error = Problem;

    fn try_from(request: CreateOrganizationRequest) -> Result<Self, Problem> {
        let CreateOrganizationRequest { name, administrator_email, administrator_name } = request;
        let administrator_email = EmailAddress::parse(&administrator_email);
        let administrator_name = DisplayName::parse(administrator_name.as_deref().unwrap_or("Administrator"));
        Ok(Self {
            name: OrganizationName::parse(&name)?,
            administrator_email: administrator_email.map_err(|error| error.at("administratorEmail"))?,
            administrator_name: administrator_name.map_err(|error| error.at("administratorName"))?,
        })
    }
}

/// A new organization with its first administrator.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "organization": {
        "id": "0199f3a1-5b7b-7c02-8d4e-1b1f0a9c7e55", "slug": "example", "name": "Example",
        "createdAt": "2026-11-24T09:00:00Z", "users": 1
    },
    "administrator": {"email": "grace@example.org", "password": "7H3K-9M2P-XWQ4-T8VN-C5RD"}
}))]
struct CreatedOrganization {
    organization: ListedOrganization,
    administrator: FirstAdministrator,
}

/// Who administers a new organization.
#[derive(Serialize, ToSchema)]
struct FirstAdministrator {
    #[schema(format = IdnEmail)]
    email: String,
    /// Shown once.
    password: String,
}

/// Creates an organization with its first administrator
///
/// The administrator gets a generated password. Takes the permission `organizations.write`, which only superadmins have,
/// and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["organizations.write"])),
    request_body = CreateOrganizationRequest,
    responses(
        (status = 201, description = "The new organization, and its administrator's password.", body = CreatedOrganization),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 409, description = "`email_taken`"),
    )
)]
#[post("/v1/organizations")]
pub async fn create_organization(
    caller: PersonCanSteppedUp<OrganizationsWrite>,
    Json(body): Json<CreateOrganizationRequest>,
) -> Result<HttpResponse, Problem> {
    let draft = Draft::try_from(body)?;
    let email = draft.administrator_email.as_str().to_owned();
    let permit = caller.client.app.passwords.permit().await?;
    let create = move |op: &Operation, caller: &Caller| {
        let Created { organization, password } = organization_changes::create(op, &permit, caller, &draft)?;
        let administrator = FirstAdministrator { email, password: password.as_str().to_owned() };
        let created = CreatedOrganization { organization: organization.into(), administrator };
        Ok(Reply::created(&created)?.with_secret())
    };
    caller.answer(create).await
}

/// Another name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Example & Daughters"}))]
struct RenameOrganizationRequest {
    #[schema(min_length = 1, max_length = 100)]
    name: String,
}

/// Gives an organization another name
///
/// The short name stays as it is. Takes the permission `organizations.write`, which only superadmins have, and a step-up
/// of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["organizations.write"])),
    params(("id" = Uuid, Path, description = "Of the organization.")),
    request_body = RenameOrganizationRequest,
    responses(
        (status = 200, description = "The organization under its new name.", body = ListedOrganization),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[patch("/v1/organizations/{id}")]
pub async fn rename_organization(
    caller: PersonCanSteppedUp<OrganizationsWrite>,
    id: Path<Uuid>,
    Json(body): Json<RenameOrganizationRequest>,
) -> Result<HttpResponse, Problem> {
    let (id, name) = (OrganizationId(*id), OrganizationName::parse(&body.name)?);
    let renamed = caller.run(move |op, caller| organization_changes::rename(op, caller, id, &name)).await?;
    Ok(HttpResponse::Ok().json(ListedOrganization::from(renamed)))
}
