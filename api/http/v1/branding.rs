//! How an organization shows itself: its accent colour, its logo, and whom its users ask for help.

use actix_web::{HttpResponse, delete, get, http::header::ContentType, mime, put, web::Path};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    domain::{
        accent::Accent,
        branding::{self as domain, LogoMark},
        logo,
        rejection::FieldError,
    },
    flows::branding::{self, NamedBranding},
    http::{
        auth::{Can, PersonCanSteppedUp, PolicyRead, PolicyWrite},
        body::{Json, PngFile, Query},
        client::Anonymous,
        precondition::{self, IfMatch},
        problem::Problem,
    },
};

/// Where logos are shown, each under its digest.
pub const LOGOS: &str = "/v1/auth/logos/";

/// How an organization shows itself.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "slug": "example", "name": "Example", "accent": "#3c58b3",
    "logo": {
        "url": "/v1/auth/logos/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08?organization=example",
        "width": 256, "height": 64
    },
    "support": {"contact": "help@example.org", "note": "Monday to Friday"},
    "version": 3, "updatedAt": "2026-11-24T09:00:00Z"
}))]
struct Branding {
    /// Of the organization, as the address of its sign-in page names it.
    slug: String,
    /// Of the organization. It is changed with the organization itself.
    name: String,
    /// A colour, as `#rrggbb`: of which shades are made that can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    accent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    logo: Option<Logo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    support: Option<Support>,
    /// 0 before the first change.
    version: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    updated_at: Option<DateTime<Utc>>,
}

impl From<NamedBranding> for Branding {
    fn from(NamedBranding { slug, name, stored }: NamedBranding) -> Self {
        Self {
            name,
            accent: stored.branding.accent.map(Accent::hex),
            logo: stored.logo.as_ref().map(|logo| Logo::of(logo, &slug)),
            support: stored.branding.support.as_ref().map(Support::of),
            slug,
            version: stored.version,
            updated_at: stored.updated_at,
        }
    }
}

/// A picture of the organization.
#[derive(Serialize, ToSchema)]
pub struct Logo {
    /// Where it is shown to anybody, from this service on: another logo has another one.
    url: String,
    /// In pixels.
    width: u16,
    /// In pixels.
    height: u16,
}

impl Logo {
    pub fn of(mark: &LogoMark, slug: &str) -> Self {
        let LogoMark { digest, width, height } = mark;
        Self { url: format!("{LOGOS}{digest}?organization={slug}"), width: *width, height: *height }
    }
}

/// Whom users ask for help.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"contact": "help@example.org", "note": "Monday to Friday"}))]
pub struct Support {
    /// An email address, or a page whose address begins with `https://`.
    #[schema(min_length = 1, max_length = 500)]
    contact: String,
    /// What to know before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, min_length = 1, max_length = 120)]
    note: Option<String>,
}

impl Support {
    pub fn of(support: &domain::Support) -> Self {
        Self { contact: support.contact.as_str().to_owned(), note: support.note.clone() }
    }
}

fn respond(found: NamedBranding) -> HttpResponse {
    let version = found.stored.version;
    HttpResponse::Ok().insert_header(precondition::etag(version)).json(Branding::from(found))
}

/// Shows the organization's branding
///
/// Takes the permission `policy.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.read"]), ("apiKey" = ["policy.read"])),
    responses(
        (status = 200, description = "How the organization shows itself.", body = Branding, headers(("ETag" = String, description = "Its version."))),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/branding")]
pub async fn read_branding(caller: Can<PolicyRead>) -> Result<HttpResponse, Problem> {
    caller.run(branding::find).await.map(respond)
}

/// What an organization is to say of itself; what is left out, it says no more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"accent": "#3c58b3", "support": {"contact": "help@example.org", "note": "Monday to Friday"}}))]
struct ReplaceBrandingRequest {
    /// A colour, as `#rrggbb`. Any: where it could not be read, a lighter or darker shade of it is shown.
    #[schema(nullable = false, pattern = "^#[0-9A-Fa-f]{6}$")]
    accent: Option<String>,
    #[schema(nullable = false)]
    support: Option<Support>,
}

impl ReplaceBrandingRequest {
    fn branding(&self) -> Result<domain::Branding, FieldError> {
        let support = |support: &Support| domain::Support::parse(&support.contact, support.note.as_deref());
        Ok(domain::Branding {
            accent: self.accent.as_deref().map(Accent::parse).transpose()?,
            support: self.support.as_ref().map(support).transpose()?,
        })
    }
}

/// Replaces the organization's branding
///
/// Sign-in pages and mails show it from now on; the logo stays. Takes the permission `policy.write`, and a step-up of an editor
/// who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.write"])),
    params(("If-Match" = String, Header, description = "The `ETag` of the branding that is to be replaced, several of them, or `*` for whatever there is.")),
    request_body = ReplaceBrandingRequest,
    responses(
        (status = 200, description = "The new branding.", body = Branding, headers(("ETag" = String, description = "Its version."))),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 412, description = "`stale_version`: somebody has changed it meanwhile."),
        (status = 428, description = "`precondition_required`: no `If-Match`."),
    )
)]
#[put("/v1/branding")]
pub async fn replace_branding(
    caller: PersonCanSteppedUp<PolicyWrite>,
    Json(body): Json<ReplaceBrandingRequest>,
    IfMatch(expected): IfMatch,
) -> Result<HttpResponse, Problem> {
    let new = body.branding()?;
    caller.run(move |op, caller| branding::replace(op, caller, &expected, &new)).await.map(respond)
}

/// A PNG.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[allow(dead_code, reason = "describes a file")]
pub struct PngPicture(Vec<u8>);

/// Replaces the organization's logo
///
/// A PNG that does not move, of at most 64 KiB and 512 pixels in both directions. Takes the permission `policy.write`, and a
/// step-up of an editor who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.write"])),
    request_body(content = PngPicture, content_type = "image/png"),
    responses(
        (status = 200, description = "The new branding.", body = Branding, headers(("ETag" = String, description = "Its version."))),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 413, description = "`payload_too_large`: over 64 KiB."),
        (status = 415, description = "`unsupported_media_type`: not `image/png`, or packed."),
    )
)]
#[put("/v1/branding/logo")]
pub async fn replace_logo(
    caller: PersonCanSteppedUp<PolicyWrite>,
    PngFile(file): PngFile,
) -> Result<HttpResponse, Problem> {
    let replaced = caller.run(move |op, caller| {
        // Not before it is known who sends it: reading a picture is work.
        let logo = logo::Logo::parse(file.into())?;
        branding::replace_logo(op, caller, Some(&logo))
    });
    replaced.await.map(respond)
}

/// Removes the organization's logo
///
/// Takes the permission `policy.write`, and a step-up of an editor who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["policy.write"])),
    responses(
        (status = 200, description = "The branding without it.", body = Branding, headers(("ETag" = String, description = "Its version."))),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[delete("/v1/branding/logo")]
pub async fn remove_logo(caller: PersonCanSteppedUp<PolicyWrite>) -> Result<HttpResponse, Problem> {
    caller.run(|op, caller| branding::replace_logo(op, caller, None)).await.map(respond)
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct LogoQuery {
    /// The short name of the organization; the only one that there is, where it is left out.
    #[param(nullable = false)]
    organization: Option<String>,
}

/// Shows an organization's logo
///
/// To anybody, as `logo.url` names it: on the sign-in page. It never changes, so it may be kept for ever.
#[utoipa::path(
    tag = "Sign-in",
    params(("digest" = String, Path, description = "The SHA-256 of the file, in hexadecimal."), LogoQuery),
    responses(
        (status = 200, description = "The picture.", body = PngPicture, content_type = "image/png"),
        (status = 404, description = "`not_found`: no such organization, or it has no such logo."),
    )
)]
#[get("/v1/auth/logos/{digest}")]
pub async fn read_logo(
    client: Anonymous,
    digest: Path<String>,
    Query(query): Query<LogoQuery>,
) -> Result<HttpResponse, Problem> {
    let file = client.run(move |op| branding::logo(op, query.organization.as_deref(), &digest)).await?;
    Ok(HttpResponse::Ok().insert_header(ContentType(mime::IMAGE_PNG)).body(file))
}
