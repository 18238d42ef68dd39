//! Traffic: every request belongs to one operation of the document, or to none, and is counted and timed there.

use std::{collections::HashMap, time::Duration};

use actix_web::HttpRequest;

use super::routes::Entry;
use crate::metrics::{Requests, Traffic};

/// The operations, by their ids, which are the names that the framework has for their routes.
pub struct Operations {
    known: HashMap<String, Operation>,
    /// Stands for the page and its files, and for what is not there.
    other: Operation,
}

/// What is said of a request in the log, in metrics and in traces.
pub struct Operation {
    pub id: String,
    method: &'static str,
    /// As `/v1/users/{id}`; never the path itself: the one of a challenge is a credential.
    pub route: String,
    traffic: Traffic,
}

impl Operations {
    pub fn new(entries: &[Entry], requests: &Requests) -> Self {
        let operations =
            entries.iter().map(|entry| Operation::new(requests, &entry.id, entry.method, &entry.path));
        Self {
            known: operations.map(|operation| (operation.id.clone(), operation)).collect(),
            other: Operation::new(requests, "other", "", ""),
        }
    }

    /// The operation that a request was for; one that got no further is nobody's.
    pub fn find(&self, request: Option<&HttpRequest>) -> &Operation {
        let found = request.and_then(|request| {
            let operation = self.known.get(request.match_name()?)?;
            // The framework names a route of the same path where none takes the method.
            (operation.method == request.method().as_str()).then_some(operation)
        });
        found.unwrap_or(&self.other)
    }
}

impl Operation {
    fn new(requests: &Requests, id: &str, method: &'static str, route: &str) -> Self {
        let traffic = requests.of(id, method, route);
        Self { id: id.to_owned(), method, route: route.to_owned(), traffic }
    }

    pub fn note(&self, status: u16, took: Duration) {
        self.traffic.note(status, took);
    }
}
