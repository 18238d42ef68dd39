//! Keyset paging: how long a part of a list is, and where the next one begins.

use data_encoding::BASE64URL_NOPAD;

use crate::domain::{Timestamp, id::EventId, rejection::FieldError};

const USUAL: u16 = 50;
pub const MOST: u16 = 200;

/// How many entries are wanted. Errors: not from 1 to 200.
pub fn limit(asked: Option<u16>) -> Result<usize, FieldError> {
    let limit = asked.unwrap_or(USUAL);
    if (1..=MOST).contains(&limit) {
        Ok(limit.into())
    } else {
        Err(FieldError::new("limit", "out_of_range", format!("From 1 to {MOST}.")))
    }
}

/// Where a list goes on, as its clients carry it: opaque to them.
pub trait Cursor: Sized {
    fn write(&self) -> String;
    fn read(text: &str) -> Option<Self>;

    fn encode(&self) -> String {
        BASE64URL_NOPAD.encode(self.write().as_bytes())
    }

    /// Errors: not a cursor of such a list.
    fn decode(text: Option<&str>) -> Result<Option<Self>, FieldError> {
        let Some(text) = text else { return Ok(None) };
        let read =
            BASE64URL_NOPAD.decode(text.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let cursor = read.and_then(|text| Self::read(&text));
        cursor
            .map(Some)
            .ok_or_else(|| FieldError::new("cursor", "invalid_cursor", "This is no cursor of this list."))
    }
}

/// After this address.
impl Cursor for String {
    fn write(&self) -> String {
        self.clone()
    }

    fn read(text: &str) -> Option<Self> {
        (!text.chars().any(char::is_control)).then(|| text.to_owned())
    }
}

/// Before this event.
impl Cursor for (Timestamp, EventId) {
    fn write(&self) -> String {
        format!("{}.{}", self.0.timestamp_micros(), self.1.0)
    }

    fn read(text: &str) -> Option<Self> {
        let (micros, id) = text.split_once('.')?;
        let at = Timestamp::from_timestamp_micros(micros.parse().ok()?)?;
        Some((within_database(at)?, EventId(id.parse().ok()?)))
    }
}

/// Before this event, where the id alone tells the order.
impl Cursor for EventId {
    fn write(&self) -> String {
        self.0.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

/// The time, if Postgres can keep it and people can mean it: from 1970 to 9999.
pub fn within_database(at: Timestamp) -> Option<Timestamp> {
    use chrono::Datelike;
    (1970..=9999).contains(&at.year()).then_some(at)
}
