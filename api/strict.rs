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
        Flaw::Missing(name) => (Some(name), "required", "This field is missing."),
        // The path leads to the field already.
        Flaw::Unknown => (None, "unknown", "There is no such field."),
        Flaw::Twice(name) => (Some(name), "duplicate", "This field is given twice."),
        Flaw::Unfit => {
            (None, "invalid", "This is not of the expected kind; the OpenAPI document tells what is.")
        }
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
    Unfit,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value does not fit its type")
    }
}

impl std::error::Error for Flaw {}

impl Error for Flaw {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Unfit
    }

    fn invalid_type(_: Unexpected, _: &dyn Expected) -> Self {
        Self::Unfit
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

impl<'de> Deserializer<'de> for Json {
    type Error = Flaw;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Number(value) => value.deserialize_any(visitor).map_err(|_| Flaw::Unfit),
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
        match self {
            Self::Parameter(text) => visitor.visit_bool(text.parse().map_err(|_| Flaw::Unfit)?),
            value => value.deserialize_any(visitor),
        }
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Flaw> {
        match self {
            Self::Parameter(text) => visitor.visit_u16(text.parse().map_err(|_| Flaw::Unfit)?),
            value => value.deserialize_any(visitor),
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
            _ => Err(Flaw::Unfit),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Flaw> {
        match self {
            Self::Text(name) | Self::Parameter(name) => visitor.visit_enum(StringDeserializer::new(name)),
            _ => Err(Flaw::Unfit),
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
        i8 i16 i32 i64 u8 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        name: String,
        size: Option<u16>,
        #[serde(default)]
        tags: Vec<Tag>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    enum Tag {
        Red,
    }

    fn json(text: &str) -> Result<Sample, (String, &'static str)> {
        from_json(serde_json::from_str(text).unwrap()).map_err(|error| (error.field, error.code))
    }

    #[test]
    fn a_flaw_has_a_place() {
        let expected = Sample { name: "a".into(), size: None, tags: vec![Tag::Red] };
        assert_eq!(json(r#"{"name":"a","size":null,"tags":["Red"]}"#), Ok(expected));
        for (text, field, code) in [
            (r#"{"name":"a","sise":1}"#, "sise", "unknown"),
            ("{}", "name", "required"),
            (r#"{"name":"a","name":"b"}"#, "name", "duplicate"),
            (r#"{"name":1}"#, "name", "invalid"),
            (r#"{"name":"a","size":70000}"#, "size", "invalid"),
            (r#"{"name":"a","tags":["Red","Blue"]}"#, "tags[1]", "invalid"),
            (r#"["a"]"#, "", "invalid"),
        ] {
            assert_eq!(json(text), Err((field.to_owned(), code)), "{text}");
        }
    }

    #[test]
    fn a_query_is_read_alike() {
        let query = |text| from_query::<Sample>(text).map_err(|error| (error.field, error.code));
        assert_eq!(query("name=a&size=7"), Ok(Sample { name: "a".into(), size: Some(7), tags: vec![] }));
        assert_eq!(query("name=a&size=x"), Err(("size".into(), "invalid")));
        assert_eq!(query("name=a&more="), Err(("more".into(), "unknown")));
        assert_eq!(query("name=a&name=b"), Err(("name".into(), "duplicate")));
    }
}
