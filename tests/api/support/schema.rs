//! The committed OpenAPI document, as the judge of answers.

use std::{
    collections::HashMap,
    fs,
    path::PathBuf,
    sync::{Arc, LazyLock, Mutex},
};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

use super::call::Exchange;

const URI: &str = "urn:nightlatch:openapi";
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&committed("openapi/openapi.json")).expect("the document is JSON"));

static REGISTRY: LazyLock<Registry<'static>> = LazyLock::new(|| {
    let registry = Registry::new().draft(Draft::Draft202012).add(URI, &*DOCUMENT);
    registry.and_then(|registry| registry.prepare()).expect("the document's schemas refer to each other")
});

static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// The text of a file of the repository.
pub fn committed(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The document as it is committed.
pub fn document() -> &'static Value {
    &DOCUMENT
}

/// One operation of the document.
#[derive(Clone)]
pub struct Operation {
    /// In capitals.
    pub method: String,
    /// With parameters in braces.
    pub path: &'static str,
    pub described: &'static Value,
}

impl Operation {
    /// As `GET /v1/me`.
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// An example of the JSON body that it takes, if it takes one.
    pub fn request_example(&self) -> Option<Value> {
        let content = self.described["requestBody"]["content"].get("application/json")?;
        Some(example(content).unwrap_or_else(|| panic!("{}: no example of its body", self.name())))
    }

    /// Whether it takes a body of that media type.
    pub fn takes(&self, media_type: &str) -> bool {
        self.described["requestBody"]["content"].get(media_type).is_some()
    }

    /// The response documented for a status: by its number, its class or as the default.
    pub fn response(&self, status: u16) -> Option<(String, &'static Value)> {
        let responses = self.described["responses"].as_object()?;
        let keys = [status.to_string(), format!("{}XX", status / 100), "default".to_owned()];
        let key = keys.into_iter().find(|key| responses.contains_key(key))?;
        let response = &responses[&key];
        let Some(reference) = response["$ref"].as_str() else {
            let at = format!("/paths/{}/{}/responses/{key}", escaped(self.path), self.method.to_lowercase());
            return Some((at, response));
        };
        let at = reference.strip_prefix('#').expect("a reference into the document");
        Some((at.to_owned(), DOCUMENT.pointer(at).expect("what is referred to is there")))
    }
}

/// The example of a body: its own, or that of its schema.
pub fn example(content: &'static Value) -> Option<Value> {
    let named = content["examples"].as_object().and_then(|examples| examples.values().next());
    let of_schema = || {
        let at = content["schema"]["$ref"].as_str()?.strip_prefix('#')?;
        let schema = DOCUMENT.pointer(at)?;
        schema.get("example").or_else(|| schema["examples"].get(0))
    };
    content.get("example").or_else(|| named?.get("value")).or_else(of_schema).cloned()
}

/// All operations of the document.
pub fn operations() -> Vec<Operation> {
    let paths = DOCUMENT["paths"].as_object().expect("paths");
    let of_path = |(path, item): (&'static String, &'static Value)| {
        let methods = item.as_object().expect("a path's methods").iter();
        let methods = methods.filter(|(method, _)| METHODS.contains(&method.as_str()));
        methods.map(move |(method, described)| Operation { method: method.to_uppercase(), path, described })
    };
    paths.iter().flat_map(of_path).collect()
}

/// The operation that a request meant; a literal path goes before one with parameters.
fn find(method: &str, path: &str) -> Option<Operation> {
    let path = path.split('?').next().unwrap_or(path);
    let matching = operations().into_iter().filter(|one| one.method == method && matches(one.path, path));
    matching.min_by_key(|one| one.path.matches('{').count())
}

fn matches(template: &str, path: &str) -> bool {
    let (mut expected, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (expected.next(), given.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if one == other || one.starts_with('{') && !other.is_empty() => {}
            _ => return false,
        }
    }
}

/// Whether the document describes an exchange: the answer's status, media type and body, and the request's body where
/// it was taken. Under `/v1` what is not in the document is refused.
pub fn check(exchange: &Exchange) -> Result<(), String> {
    let answer = &exchange.answer;
    let status = answer.status.as_u16();
    let Some(operation) = find(exchange.method.as_str(), &exchange.path) else {
        let refused = [404, 405].contains(&status) || !exchange.path.starts_with("/v1/");
        return if refused { Ok(()) } else { Err(format!("{status}, and the operation is not documented")) };
    };
    if let (true, Some(sent)) = (answer.status.is_success(), &exchange.sent) {
        check_request(&operation, sent)?;
    }
    let (at, response) = operation.response(status).ok_or_else(|| format!("{status} is not documented"))?;
    let media_type = answer.header("content-type").map(|text| text.split(';').next().unwrap_or(text).trim());
    match (media_type, response["content"].as_object()) {
        (None, None) => Ok(()),
        (Some(media_type), Some(content)) if content.contains_key(media_type) => {
            let at = format!("{at}/content/{}/schema", escaped(media_type));
            match media_type {
                // The schema is that of each line.
                "application/x-ndjson" => answer.lines().iter().try_for_each(|line| conforms(&at, line)),
                _ if media_type.ends_with("json") => conforms(&at, &answer.json()),
                _ => Ok(()),
            }
        }
        (given, _) => Err(format!("{status} with the media type {given:?} is not documented")),
    }
}

fn check_request(operation: &Operation, sent: &Value) -> Result<(), String> {
    if operation.described.get("requestBody").is_none() {
        return if *sent == json!({}) {
            Ok(())
        } else {
            Err(format!("took a body that is not documented: {sent}"))
        };
    }
    let at = format!("/paths/{}/{}/requestBody", escaped(operation.path), operation.method.to_lowercase());
    conforms(&format!("{at}/content/{}/schema", escaped("application/json")), sent)
}

/// Whether a value is as the schema at that place of the document says.
pub fn conforms(at: &str, value: &Value) -> Result<(), String> {
    let validator =
        Arc::clone(VALIDATORS.lock().unwrap().entry(at.to_owned()).or_insert_with(|| compile(at)));
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{error} (at `{}`)", error.instance_path()))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(format!("not as {at} says: {}", errors.join("; "))) }
}

fn compile(at: &str) -> Arc<Validator> {
    let schema = json!({"$ref": format!("{URI}#{}", at.replace('{', "%7B").replace('}', "%7D"))});
    let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    Arc::new(options.with_registry(&REGISTRY).build(&schema).unwrap_or_else(|error| panic!("{at}: {error}")))
}

/// A key as a step of a JSON pointer (RFC 6901, section 3).
pub fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
