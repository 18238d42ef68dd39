//! The import of users from another system, for administrators.

use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    domain::import::{Outcome, RowError},
    flows::{
        Operation,
        administrators::LastingAdministrator,
        imports::{BATCH, Import, Importer},
    },
    http::{
        auth::{CanSteppedUp, UsersWrite},
        body::Query,
        client::Anonymous,
        ndjson::JsonLines,
        problem::Problem,
    },
    import::{
        lines::Line,
        row::{self, ImportRow},
    },
};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ImportUsersQuery {
    /// Whether the lines are judged only, and nothing is written.
    #[serde(default)]
    #[param(required = false)]
    dry_run: bool,
}

/// What became of the lines.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "dryRun": false, "imported": 997, "existing": 0, "failed": 1, "withFactor": 800, "withoutPassword": 12,
    "errors": [{
        "line": 17, "email": "grace@example.org", "field": "authenticators[0].secret", "code": "weak_secret",
        "message": "A secret has at least 128 bit; this one could be guessed, so the user enrolls anew."
    }]
}))]
struct ImportResult {
    dry_run: bool,
    /// In a dry run, how many would be.
    imported: u64,
    /// How many were imported before: they stay as they are, so a file that was sent in part is sent again.
    existing: u64,
    failed: u64,
    /// How many of those imported have an authenticator.
    with_factor: u64,
    /// How many of those imported have to choose a password by the mail for forgotten ones.
    without_password: u64,
    /// The first thousand.
    errors: Vec<ImportError>,
}

/// What is wrong with a line. Secrets, hashes and codes are never repeated.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ImportError {
    /// From 1 on.
    #[schema(minimum = 1)]
    line: u64,
    /// Where it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    email: Option<String>,
    /// Left out for the line as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    field: Option<String>,
    /// Stable and machine-readable.
    code: &'static str,
    /// A sentence for people.
    message: String,
}

impl From<RowError> for ImportError {
    fn from(error: RowError) -> Self {
        let RowError { line, email, error } = error;
        let field = Some(error.field).filter(|field| !field.is_empty());
        Self { line, email, field, code: error.code, message: error.message }
    }
}

impl ImportResult {
    fn of(import: Import) -> Self {
        let dry_run = import.dry_run;
        let Outcome { imported, existing, failed, with_factor, without_password, errors } = import.outcome;
        let errors = errors.into_iter().map(Into::into).collect();
        Self { dry_run, imported, existing, failed, with_factor, without_password, errors }
    }
}

/// Imports users of another system
///
/// The body is JSON Lines of at most 16 MiB: a user in each line, of at most 64 KiB, with their bcrypt hash, authenticators
/// and recovery codes, so that nobody has to enroll again. Each line stands for itself: what is wrong with one does not
/// keep the others. It is written while it arrives; whoever was imported before is skipped. So it takes no `Idempotency-Key`:
/// where no answer came, send it again as it is. Roles that permit more than an administrator's are refused. Nobody gets a mail. Takes the permission `users.write`, and a step-up of a caller who has a factor.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["users.write"]), ("apiKey" = ["users.write"])),
    params(ImportUsersQuery),
    request_body(content = ImportRow, content_type = "application/x-ndjson", description = "A user in each line."),
    responses(
        (status = 200, description = "What became of the lines.", body = ImportResult),
        (status = 401, description = "`unauthenticated` or `step_up_required`"),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
        (status = 408, description = "`request_timeout`: nothing came for ten seconds."),
        (status = 413, description = "`payload_too_large`: over 16 MiB."),
        (status = 415, description = "`unsupported_media_type`: not `application/x-ndjson`, or packed."),
    )
)]
#[post("/v1/users/import")]
pub async fn import_users(
    caller: CanSteppedUp<UsersWrite>,
    Query(query): Query<ImportUsersQuery>,
    mut body: JsonLines,
) -> Result<HttpResponse, Problem> {
    let client = caller.client().clone();
    let administrator = caller.run(|_, administrator| Ok(LastingAdministrator::of(administrator))).await?;
    let mut import = Import::new(query.dry_run);
    let mut waiting = Vec::new();
    while let Some(lines) = body.next().await? {
        waiting.extend(lines);
        while waiting.len() >= BATCH {
            let rest = waiting.split_off(BATCH);
            let batch = std::mem::replace(&mut waiting, rest);
            import = take(client.clone(), administrator.clone(), import, batch).await?;
        }
    }
    let import = take(client, administrator, import, waiting).await?;
    Ok(HttpResponse::Ok().json(ImportResult::of(import)))
}

/// Takes some lines in, where it may block. The administrator is asked for anew with each of them, in its transaction.
async fn take(
    client: Anonymous,
    administrator: LastingAdministrator,
    mut import: Import,
    lines: Vec<Line>,
) -> Result<Import, Problem> {
    let taken = move |op: &Operation| {
        import.take(
            op,
            Importer::Administrator(administrator.borrow()),
            lines.iter().map(row::read).collect(),
        )?;
        Ok(import)
    };
    client.run(taken).await
}
