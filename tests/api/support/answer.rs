//! Answers of the service, and what every one of them must be.

use reqwest::{StatusCode, header::HeaderMap};
use serde_json::Value;

#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    /// Method and path, for the message of a failed assertion.
    pub request: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("headers are ASCII"))
    }

    pub fn request_id(&self) -> &str {
        self.header("x-request-id").unwrap_or_else(|| panic!("{}: no x-request-id", self.request))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Null where the body is not JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// The values of JSON Lines.
    #[track_caller]
    pub fn lines(&self) -> Vec<Value> {
        let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}"));
        self.text().lines().map(read).collect()
    }

    #[track_caller]
    pub fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.request, self.text());
        self.json()
    }

    #[track_caller]
    pub fn ok(&self) -> Value {
        self.expect(200)
    }

    #[track_caller]
    pub fn created(&self) -> Value {
        self.expect(201)
    }

    #[track_caller]
    pub fn no_content(&self) {
        self.expect(204);
        assert!(self.body.is_empty(), "{}: 204 with a body", self.request);
    }

    /// Asserts problem details (RFC 9457) of that status and code, and gives them.
    #[track_caller]
    pub fn problem(&self, status: u16, code: &str) -> Value {
        let problem = self.expect(status);
        let told = &self.request;
        assert_eq!(problem["code"], code, "{told}: {problem}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{told}");
        assert_eq!(problem["type"], format!("https://nightlatch.dev/problems/{code}"), "{told}");
        assert_eq!(problem["status"], status, "{told}");
        assert_eq!(problem["instance"], self.request_id(), "{told}");
        assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()), "{told}: {problem}");
        problem
    }

    /// Asserts 422 about exactly that field.
    #[track_caller]
    pub fn invalid(&self, field: &str) -> Value {
        let problem = self.problem(422, "validation_failed");
        let fields: Vec<_> =
            problem["errors"].as_array().expect("errors").iter().map(|e| e["field"].clone()).collect();
        assert_eq!(fields, [field], "{}: {problem}", self.request);
        problem
    }

    /// What a caller can tell apart: status, body without the request's id, and headers without that and the date.
    pub fn appearance(&self) -> (u16, String, Vec<String>) {
        let body = self.text().replace(self.request_id(), "ID");
        let headers =
            self.headers.iter().filter(|(name, _)| !["x-request-id", "date"].contains(&name.as_str()));
        let mut headers: Vec<String> = headers.map(|header| format!("{header:?}")).collect();
        // Actix sends them in the order of a hash map with a random seed.
        headers.sort();
        (self.status.as_u16(), body, headers)
    }

    /// `name=value` of the session's cookie that this answer sets, and its attributes.
    pub fn set_cookie(&self) -> Option<(String, Vec<String>)> {
        self.cookies().into_iter().find(|(pair, _)| {
            !["-browser=", "-device=", "-traveller="].iter().any(|name| pair.contains(name))
        })
    }

    /// `name=value` of the cookie that this answer sets to recognize the browser by, and its attributes.
    pub fn browser_cookie(&self) -> Option<(String, Vec<String>)> {
        self.cookies().into_iter().find(|(pair, _)| pair.contains("-browser="))
    }

    /// `name=value` of the cookie that this answer sets to trust the browser by, and its attributes.
    pub fn device_cookie(&self) -> Option<(String, Vec<String>)> {
        self.cookies().into_iter().find(|(pair, _)| pair.contains("-device="))
    }

    /// `name=value` of the cookie that this answer sets for a browser to come back with, and its attributes.
    pub fn traveller_cookie(&self) -> Option<(String, Vec<String>)> {
        self.cookies().into_iter().find(|(pair, _)| pair.contains("-traveller="))
    }

    fn cookies(&self) -> Vec<(String, Vec<String>)> {
        let set = self.headers.get_all("set-cookie").iter();
        set.map(|text| {
            let mut parts = text.to_str().expect("cookies are ASCII").split("; ").map(str::to_owned);
            let pair = parts.next().expect("a cookie has a name");
            let mut attributes: Vec<String> = parts.collect();
            attributes.sort();
            (pair, attributes)
        })
        .collect()
    }
}
