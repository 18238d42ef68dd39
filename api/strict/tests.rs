//! What strict reading says of flaws.

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
    Green,
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

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct Kinds {
    #[serde(default)]
    at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(default)]
    id: Option<uuid::Uuid>,
    #[serde(default)]
    size: u16,
    #[serde(default)]
    sure: bool,
    #[serde(default)]
    name: String,
    #[serde(default)]
    tag: Option<Tag>,
    #[serde(default)]
    tags: Vec<Tag>,
    #[serde(default)]
    part: Option<Sample>,
}

#[test]
fn what_is_expected_is_said_and_what_was_given_is_not() {
    for (field, given, expected) in [
        ("at", r#""2026-12-24""#, "A time, as 2026-12-22T09:00:00Z."),
        ("at", "1", "A time, as 2026-12-22T09:00:00Z."),
        ("id", r#""ada""#, "An id, as 0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11."),
        ("size", "70000", "A smaller whole number."),
        ("size", r#""7""#, "A whole number."),
        ("size", "-1", "A whole number, not below 0."),
        ("size", "1.5", "A whole number."),
        ("sure", r#""yes""#, "Either true or false."),
        ("name", "1", "A text."),
        ("name", r#"["a"]"#, "A text."),
        ("tag", r#""Blue""#, "One of: Red, Green."),
        ("tag", "1", "One of: Red, Green."),
        ("tags[1]", r#"["Red", "Blue"]"#, "One of: Red, Green."),
        ("tags", r#""Red""#, "A list."),
        ("part", "1", "An object."),
        ("part.size", r#"{"name":"a","size":[]}"#, "A whole number."),
    ] {
        let name = field.split(['[', '.']).next().unwrap();
        let json = serde_json::from_str(&format!(r#"{{"{name}":{given}}}"#)).unwrap();
        let error = from_json::<Kinds>(json).unwrap_err();
        assert_eq!((error.field.as_str(), error.message.as_str()), (field, expected), "{given}");
    }
    let query = |text| from_query::<Kinds>(text).unwrap_err().message;
    assert_eq!(query("sure=yes"), "Either true or false.");
    assert_eq!(query("size=70000"), "A smaller whole number.");
    assert_eq!(query("at=now"), "A time, as 2026-12-22T09:00:00Z.");
    assert_eq!(query("tag=Blue"), "One of: Red, Green.");
}

#[test]
fn a_query_is_read_alike() {
    let query = |text| from_query::<Sample>(text).map_err(|error| (error.field, error.code));
    assert_eq!(query("name=a&size=7"), Ok(Sample { name: "a".into(), size: Some(7), tags: vec![] }));
    assert_eq!(query("name=a&size=x"), Err(("size".into(), "invalid")));
    assert_eq!(query("name=a&more="), Err(("more".into(), "unknown")));
    assert_eq!(query("name=a&name=b"), Err(("name".into(), "duplicate")));
}
