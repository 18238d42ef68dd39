//! Bodies of JSON Lines, read while they arrive: never more of one than a piece and the lines that it ends.

use std::{
    future::{Ready, ready},
    time::Duration,
};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest, dev,
    http::header::CONTENT_LENGTH,
    rt::time::{Instant, timeout},
    web::Payload,
};
use futures_util::StreamExt;

use super::{
    body::refuse_encodings,
    problem::{Problem, ProblemCode},
};
use crate::import::lines::{Line, Lines};

pub const MEDIA_TYPE: &str = "application/x-ndjson";
/// In bytes.
const LARGEST: usize = 16 * 1024 * 1024;
/// So long a piece may take.
const PIECE_DEADLINE: Duration = Duration::from_secs(10);
/// And so long the whole, with what is done about it.
const DEADLINE: Duration = Duration::from_secs(600);

/// A body of JSON Lines. What is wrong with it is told when it is read, so that only those learn it who may send one.
pub struct JsonLines {
    admitted: Result<(), Problem>,
    payload: Payload,
    lines: Option<Lines>,
    received: usize,
    begun: Instant,
}

impl JsonLines {
    /// Some more lines, perhaps none yet; none at all at the end. Errors: 415 for another media type or an encoding, 413 over 16
    /// MiB, 408 when nothing comes for ten seconds.
    pub async fn next(&mut self) -> Result<Option<Vec<Line>>, Problem> {
        std::mem::replace(&mut self.admitted, Ok(()))?;
        let Some(lines) = &mut self.lines else { return Ok(None) };
        let left = DEADLINE.saturating_sub(self.begun.elapsed());
        let piece = timeout(left.min(PIECE_DEADLINE), self.payload.next()).await;
        match piece.map_err(|_| Problem::new(ProblemCode::RequestTimeout))? {
            Some(Ok(piece)) => {
                self.received += piece.len();
                if self.received > LARGEST {
                    return Err(too_large());
                }
                Ok(Some(lines.push(&piece)))
            }
            Some(Err(_)) => Err(Problem::new(ProblemCode::Malformed)),
            None => Ok(self.lines.take().map(|lines| lines.finish().into_iter().collect())),
        }
    }
}

impl FromRequest for JsonLines {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let payload = Payload::from_request(request, payload).into_inner();
        let payload = payload.map_err(|_| Problem::new(ProblemCode::Malformed));
        ready(payload.map(|payload| Self {
            admitted: admit(request),
            payload,
            lines: Some(Lines::default()),
            received: 0,
            begun: Instant::now(),
        }))
    }
}

fn admit(request: &HttpRequest) -> Result<(), Problem> {
    if !request.content_type().eq_ignore_ascii_case(MEDIA_TYPE) {
        let problem = Problem::new(ProblemCode::UnsupportedMediaType);
        return Err(
            problem.with_detail("This request takes application/x-ndjson: one JSON object in each line.")
        );
    }
    refuse_encodings(request)?;
    let announced = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: usize| length > LARGEST) { Err(too_large()) } else { Ok(()) }
}

fn too_large() -> Problem {
    let detail =
        "At most 16 MiB: send the file in parts. Whoever was imported stays, and is not imported twice.";
    Problem::new(ProblemCode::PayloadTooLarge).with_detail(detail)
}
