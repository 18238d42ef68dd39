//! Reads JSON and query strings into types, and says which field is to blame where they do not fit. The value is never
//! repeated: it may be a secret.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeOwned, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
        value::{MapDeserializer, SeqDeserializer, StringDeserializer},
    },
    forward_to_deserialize_any,
};

use crate::domain::rejection::FieldError;

/// The value of a JSON text that was read as such. Errors: the first field that does not fit.
pub fn from_json<T: DeserializeOwned>(json: Json) -> Result<T, FieldError> {
    serde_path_to_error::deserialize(json).map_err(blame)
}

/// The value of a query string. Errors: the first parameter that does not fit.
pub fn from_query<T: DeserializeOwned>(query: &str) -> Result<T, FieldError> {
    let pairs = url::form_urlencoded::parse(query.as_bytes());
    let pairs = pairs.map(|(name, value)| (name.into_owned(), Json::Parameter(value.into_owned())));
    serde_path_to_error::deserialize(MapDeserializer::new(pairs)).map_err(blame)
}

fn blame(error: serde_path_to_error::Error<Flaw>) -> FieldError {
    let path = error.path().to_string();
    let path = if path == "." { String::new() } else { path };
    let (name, code, message) = match error.into_inner() {
        Flaw::Missing(name) => (Some(name), "required", "This field is missing.".to_owned()),
        // The path leads to the field already.
        Flaw::Unknown => (None, "unknown", "There is no such field.".to_owned()),
        Flaw::Twice(name) => (Some(name), "duplicate", "This field is given twice.".to_owned()),
        Flaw::Unfit(expected) => (None, "invalid", expected.in_words()),
    };
    let field = match name {
        Some(name) if path.is_empty() => name.to_owned(),
        Some(name) => format!("{path}.{name}"),
        None => path,
    };
    FieldError::new(field, code, message)
}

/// How a value does not fit its type.
#[derive(Debug)]
pub enum Flaw {
    Missing(&'static str),
    Unknown,
    Twice(&'static str),
    Unfit(Expectation),
}

impl Flaw {
    /// The same of a value that had to be of this kind, where nothing closer is known.
    fn of(self, expected: impl FnOnce() -> Expectation) -> Self {
        match self {
            Self::Unfit(Expectation::Nothing) => Self::Unfit(expected()),
            flaw => flaw,
        }
    }
}

/// What a value has to be: said by its type, and never by the value.
#[derive(Debug)]
pub enum Expectation {
    /// Nobody has said it.
    Nothing,
    Names(&'static [&'static str]),
    Kind(&'static str),
    /// In the words of the type's own reader.
    Told(String),
}

impl Expectation {
    /// What the reader of a type expects.
    fn of(reader: &dyn Expected) -> Self {
        Self::Told(reader.to_string())
    }

    fn in_words(&self) -> String {
        match self {
            Self::Nothing => {
                "This is not of the expected kind; the OpenAPI document tells what is.".to_owned()
            }
            Self::Names(names) => format!("One of: {}.", names.join(", ")),
            Self::Kind(kind) => format!("{kind}."),
            Self::Told(told) => {
                let known = IN_WORDS.iter().find(|(expected, _)| expected == told);
                known.map_or_else(|| format!("This has to be {told}."), |(_, words)| (*words).to_owned())
            }
        }
    }
}

/// What readers that are not ours expect, as people say it.
const IN_WORDS: [(&str, &str); 3] = [
    ("an RFC 3339 formatted date and time string", "A time, as 2026-12-22T09:00:00Z."),
    ("a formatted UUID string", "An id, as 0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11."),
    ("a string", "A text."),
];
const TRUTH: Expectation = Expectation::Kind("Either true or false");
const LIST: Expectation = Expectation::Kind("A list");
const OBJECT: Expectation = Expectation::Kind("An object");

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value does not fit its type")
    }
}

impl std::error::Error for Flaw {}

impl Error for Flaw {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Unfit(Expectation::Nothing)
    }

    fn invalid_type(_: Unexpected, _: &dyn Expected) -> Self {
        Self::Unfit(Expectation::Nothing)
    }

    fn unknown_variant(_: &str, names: &'static [&'static str]) -> Self {
        Self::Unfit(Expectation::Names(names))
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::Unknown
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::Twice(field)
    }
}

/// A JSON value in which a name may stand twice, so that it can be refused.
#[derive(Debug)]
pub enum Json {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
    /// Of a query string: a text, whatever it means.
    Parameter(String),
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(serde_json::Number::from_f64(value).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Json::Object(object))
    }
}

impl IntoDeserializer<'_, Flaw> for Json {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl Json {
    /// What had to be in its place, where a number from `least` to `most` was read: the machine's range, which is not the field's.
    fn whole_number(&self, least: i128, most: i128) -> &'static str {
        let given = match self {
            Self::Number(number) => number.as_i128(),
            Self::Parameter(text) => text.parse().ok(),
            _ => None,
        };
        match given {
            Some(given) if given < least && least == 0 => "A whole number, not below 0",
            Some(given) if given < least => "A larger whole number",
            Some(given) if given > most => "A smaller whole number",
            _ => "A whole number",
        }
    }
}

/// Whole numbers, which a query string has as text.
macro_rules! integers {
    ($($read:ident $visit:ident $type:ty,)+) => {$(
        fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
            let kind = self.whole_number(<$type>::MIN.into(), <$type>::MAX.into());
            let expected = || Expectation::Kind(kind);
            let read = match self {
                Self::Parameter(text) => match text.parse() {
                    Ok(value) => visitor.$visit(value),
                    Err(_) => Err(Flaw::Unfit(expected())),
                },
                value => value.deserialize_any(visitor),
            };
            read.map_err(|flaw| flaw.of(expected))
        }
    )+};
}

impl<'de> Deserializer<'de> for Json {
    type Error = Flaw;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Number(value) => {
                value.deserialize_any(visitor).map_err(|_| Flaw::Unfit(Expectation::Nothing))
            }
            Self::Text(value) | Self::Parameter(value) => visitor.visit_string(value),
            Self::List(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Self::Object(entries) => visitor.visit_map(MapDeserializer::new(entries.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
        match self {
            Self::Null => visitor.visit_none(),
            value => visitor.visit_some(value),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
        let read = match self {
            Self::Parameter(text) => match text.parse() {
                Ok(value) => visitor.visit_bool(value),
                Err(_) => Err(Flaw::Unfit(TRUTH)),
            },
            value => value.deserialize_any(visitor),
        };
        read.map_err(|flaw| flaw.of(|| TRUTH))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
        let expected = Expectation::of(&visitor);
        self.deserialize_any(visitor).map_err(|flaw| flaw.of(|| expected))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
        self.deserialize_str(visitor)
    }

    integers! {
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32,
        deserialize_i64 visit_i64 i64, deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64,
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
        match self {
            Self::List(_) => self.deserialize_any(visitor),
            _ => Err(Flaw::Unfit(LIST)),
        }
    }

    /// An object only: a list would be taken for the fields in their order.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Flaw> {
        match self {
            Self::Object(_) => self.deserialize_any(visitor),
            _ => Err(Flaw::Unfit(OBJECT)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Flaw> {
        match self {
            Self::Text(name) | Self::Parameter(name) => visitor.visit_enum(StringDeserializer::new(name)),
            _ => Err(Flaw::Unfit(Expectation::Names(names))),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Flaw> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct map identifier ignored_any
    }
}

#[cfg(test)]
mod tests;
