//! Keyset paging: how long a part of a list is, and where the next one begins.

use data_encoding::BASE64URL_NOPAD;

use crate::domain::{
    Timestamp,
    id::{EventId, UserId},
    rejection::FieldError,
    user::{Place, SortKey, UserOrder},
};

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

/// Behind this place in the list of users, which means nothing in another order.
impl Cursor for (UserOrder, Place) {
    fn write(&self) -> String {
        let (order, place) = (self.0.name(), &self.1);
        match place {
            Place::Email(email) => format!("{order}:{email}"),
            Place::Name(name, id) => format!("{order}:{}:{name}", id.0),
            Place::LastSignIn(None, id) => format!("{order}:{}:", id.0),
            Place::LastSignIn(Some(at), id) | Place::Created(at, id) => {
                format!("{order}:{}:{}", id.0, at.timestamp_micros())
            }
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (order, place) = text.split_once(':')?;
        let order = UserOrder::from_name(order)?;
        if order.key() == SortKey::Email {
            return Some((order, Place::Email(String::read(place)?)));
        }
        let (id, value) = place.split_once(':')?;
        let id = UserId(id.parse().ok()?);
        let place = match order.key() {
            SortKey::Email | SortKey::Name => Place::Name(String::read(value)?, id),
            SortKey::LastSignIn if value.is_empty() => Place::LastSignIn(None, id),
            SortKey::LastSignIn => Place::LastSignIn(Some(moment(value)?), id),
            SortKey::Created => Place::Created(moment(value)?, id),
        };
        Some((order, place))
    }
}

/// Before this event.
impl Cursor for (Timestamp, EventId) {
    fn write(&self) -> String {
        format!("{}.{}", self.0.timestamp_micros(), self.1.0)
    }

    fn read(text: &str) -> Option<Self> {
        let (micros, id) = text.split_once('.')?;
        Some((moment(micros)?, EventId(id.parse().ok()?)))
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

fn moment(micros: &str) -> Option<Timestamp> {
    within_database(Timestamp::from_timestamp_micros(micros.parse().ok()?)?)
}

/// The time, if Postgres can keep it and people can mean it: from 1970 to 9999.
pub fn within_database(at: Timestamp) -> Option<Timestamp> {
    use chrono::Datelike;
    (1970..=9999).contains(&at.year()).then_some(at)
}
