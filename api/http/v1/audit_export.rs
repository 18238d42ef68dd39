//! Exports of the audit log: as JSON Lines or CSV, streamed, so that memory does not grow with their length.

use actix_web::{
    Error, HttpRequest, HttpResponse,
    http::header::{Accept, ContentDisposition, DispositionParam, DispositionType, Header},
    web::Bytes,
};
use chrono::SecondsFormat;
use csv::{Terminator, WriterBuilder};
use futures_util::stream::try_unfold;

use super::activity::{self, Event, Person};
use crate::{
    domain::{Timestamp, audit::ExportFormat},
    error::{Failure, Fault},
    flows::{
        Operation,
        audit::{self, EventFilter, EventPage, Export},
    },
    http::{
        auth::{AuditRead, Can},
        client::Anonymous,
        problem::Problem,
    },
};

const JSON_LINES: &str = "application/x-ndjson";
const CSV: &str = "text/csv";
const COLUMNS: [&str; 13] = [
    "id",
    "occurredAt",
    "action",
    "outcome",
    "actorId",
    "actorEmail",
    "subjectId",
    "subjectEmail",
    "sessionId",
    "address",
    "userAgent",
    "requestId",
    "detail",
];

/// What is to be written, where the client would rather have an export than the list.
pub fn wanted(request: &HttpRequest) -> Option<ExportFormat> {
    let ranked = Accept::parse(request).ok()?.ranked();
    let known = ranked.iter().find_map(|kind| match kind.essence_str() {
        JSON_LINES => Some(Some(ExportFormat::JsonLines)),
        CSV => Some(Some(ExportFormat::Csv)),
        "application/json" | "application/*" | "*/*" => Some(None),
        _ => None,
    });
    known.flatten()
}

/// Answers with all that the filter matches. Errors: before the first byte they are told; after it, the transfer breaks
/// off, so that no part passes for the whole.
pub async fn export(
    caller: Can<AuditRead>,
    filter: EventFilter,
    format: ExportFormat,
) -> Result<HttpResponse, Problem> {
    let client = caller.client().clone();
    let begun = caller.run(move |op, caller| {
        let whole = audit::begin_export(op, caller, &filter, format)?;
        let title = match format {
            ExportFormat::JsonLines => Vec::new(),
            ExportFormat::Csv => rows([COLUMNS.map(str::to_owned)])?,
        };
        let (text, left) = part(whole, op, format)?;
        Ok(([title, text].concat(), left, op.now))
    });
    let (head, left, now) = begun.await?;
    let stream = try_unfold(State { client, format, head: Some(head), left }, State::next);
    let (media_type, ending) = match format {
        ExportFormat::JsonLines => (JSON_LINES, "jsonl"),
        ExportFormat::Csv => ("text/csv; charset=utf-8; header=present", "csv"),
    };
    Ok(HttpResponse::Ok().content_type(media_type).insert_header(attachment(now, ending)).streaming(stream))
}

/// How far an export is. The next part is read when the client has taken the one before.
struct State {
    client: Anonymous,
    format: ExportFormat,
    /// What was read before the answer began.
    head: Option<Vec<u8>>,
    left: Option<Export>,
}

impl State {
    async fn next(mut self) -> Result<Option<(Bytes, Self)>, Error> {
        if let Some(head) = self.head.take() {
            return Ok(Some((head.into(), self)));
        }
        let Some(left) = self.left.take() else { return Ok(None) };
        let format = self.format;
        let (text, left) = self.client.clone().run(move |op| part(left, op, format)).await?;
        self.left = left;
        Ok(Some((text.into(), self)))
    }
}

fn part(left: Export, op: &Operation, format: ExportFormat) -> Result<(Vec<u8>, Option<Export>), Failure> {
    let (page, left) = left.part(op)?;
    let text = match format {
        ExportFormat::JsonLines => json_lines(page),
        ExportFormat::Csv => rows(activity::events(page).map(cells)),
    };
    Ok((text?, left))
}

fn json_lines(page: EventPage) -> Result<Vec<u8>, Fault> {
    let mut text = Vec::new();
    for event in activity::events(page) {
        serde_json::to_writer(&mut text, &event).map_err(Fault::internal)?;
        text.push(b'\n');
    }
    Ok(text)
}

/// RFC 4180.
fn rows(rows: impl IntoIterator<Item = [String; COLUMNS.len()]>) -> Result<Vec<u8>, Fault> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    rows.into_iter().try_for_each(|cells| writer.write_record(&cells)).map_err(Fault::internal)?;
    writer.into_inner().map_err(|error| Fault::internal(error.to_string()))
}

fn cells(event: Event) -> [String; COLUMNS.len()] {
    let party = |person: Option<Person>| match person {
        Some(Person { id, email }) => (id.to_string(), email.unwrap_or_default()),
        None => Default::default(),
    };
    let (actor, subject) = (party(event.actor), party(event.subject));
    let cells = [
        event.id.to_string(),
        event.occurred_at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        event.action,
        event.outcome,
        actor.0,
        actor.1,
        subject.0,
        subject.1,
        event.session_id.map(|id| id.to_string()).unwrap_or_default(),
        event.address.unwrap_or_default(),
        event.user_agent.unwrap_or_default(),
        event.request_id.unwrap_or_default(),
        event.detail.to_string(),
    ];
    cells.map(inert)
}

/// What a spreadsheet would take for a formula is text with an apostrophe before it: what a client calls itself is its own
/// invention.
fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

fn attachment(now: Timestamp, ending: &str) -> ContentDisposition {
    let name = format!("audit-events-{}.{ending}", now.format("%Y%m%dT%H%M%SZ"));
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name)],
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn an_export_is_what_the_client_would_rather_have() {
        let wanted =
            |accept: &str| wanted(&TestRequest::get().insert_header(("accept", accept)).to_http_request());
        assert_eq!(wanted("application/x-ndjson"), Some(ExportFormat::JsonLines));
        assert_eq!(wanted("text/csv; header=present, */*;q=0.1"), Some(ExportFormat::Csv));
        for list in ["application/json", "*/*", "text/csv;q=0.5, application/json", "text/html", ""] {
            assert_eq!(wanted(list), None, "{list:?}");
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"] {
            assert_eq!(inert(formula.to_owned()), format!("'{formula}"));
        }
        assert_eq!(inert("a=1".to_owned()), "a=1");
    }
}
