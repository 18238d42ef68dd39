//! The environment variables of Nightlatch, the files that they may name, and the list of what is wrong with them.

use std::{collections::BTreeMap, env, error::Error, ffi::OsString, fmt, fs};

use zeroize::Zeroizing;

use super::{CLIENT_SETTINGS, SETTINGS};

const PREFIX: &str = "NIGHTLATCH_";
const FILE_SUFFIX: &str = "_FILE";

/// The variables that begin with `NIGHTLATCH_`.
pub struct Environment(BTreeMap<String, OsString>);

impl Environment {
    /// Those of this process: the only place that reads them.
    #[expect(clippy::disallowed_methods, reason = "this is the place that the ban leads to")]
    pub fn of_process() -> Self {
        env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect()
    }

    /// The same, with what the command line says in place of a variable; of a value and its file, only one is left.
    pub fn with(mut self, name: &str, value: Option<OsString>) -> Self {
        let Some(value) = value else { return self };
        let of_value = name.strip_suffix(FILE_SUFFIX).unwrap_or(name);
        for other in [of_value.to_owned(), format!("{of_value}{FILE_SUFFIX}")] {
            self.0.remove(&other);
        }
        self.0.insert(name.to_owned(), value);
        self
    }
}

impl FromIterator<(String, OsString)> for Environment {
    fn from_iter<I: IntoIterator<Item = (String, OsString)>>(variables: I) -> Self {
        Self(variables.into_iter().filter(|(name, _)| name.starts_with(PREFIX)).collect())
    }
}

/// What is wrong with the settings, a line for each fault. Never repeats a value, which may be a secret.
#[derive(Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<String>);

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0.join("\n"))
    }
}

impl Error for Faults {}

/// Reads values and gathers what is wrong with them.
pub(super) struct Reader<'a> {
    environment: &'a Environment,
    faults: Vec<String>,
}

impl<'a> Reader<'a> {
    /// Begins with the names that no setting has.
    pub fn new(environment: &'a Environment) -> Self {
        let unknown =
            environment.0.iter().filter(|(name, value)| !is_known(name) && !is_service_link(name, value));
        let faults = unknown.map(|(name, _)| format!("{name}: there is no such setting")).collect();
        Self { environment, faults }
    }

    /// The value, or `default()` where none is set. None: a fault was noted.
    pub fn or<T>(
        &mut self,
        name: &str,
        default: impl FnOnce() -> T,
        parse: impl FnOnce(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        match self.text(name)? {
            Some(text) => parse(&text).map_err(|why| self.note(name, why)).ok(),
            None => Some(default()),
        }
    }

    /// The value, which has to be set. None: a fault was noted.
    pub fn required<T>(
        &mut self,
        name: &str,
        parse: impl FnOnce(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        let value = self.or(name, || None, |text| parse(text).map(Some))?;
        if value.is_none() {
            self.note(name, "is required");
        }
        value
    }

    /// The whole, or all faults.
    pub fn finish<T>(self, assemble: impl FnOnce() -> Option<T>) -> Result<T, Faults> {
        match assemble() {
            Some(whole) if self.faults.is_empty() => Ok(whole),
            _ => Err(Faults(self.faults)),
        }
    }

    /// An empty value counts as none. The outer option is empty when a fault was noted.
    fn text(&mut self, name: &str) -> Option<Option<Zeroizing<String>>> {
        let file_name = format!("{name}{FILE_SUFFIX}");
        let file = self.environment.0.get(&file_name);
        let text = match (self.environment.0.get(name), file) {
            (Some(_), Some(_)) => Err(format!("is set twice, also by {file_name}")),
            (Some(value), None) => value.to_str().map(str::to_owned).ok_or("is not UTF-8".to_owned()),
            (None, Some(path)) => fs::read_to_string(path)
                .map_err(|error| format!("the file that {file_name} names cannot be read: {error}")),
            (None, None) => Ok(String::new()),
        };
        let text = Zeroizing::new(text.map_err(|why| self.note(name, &why)).ok()?);
        let value = text.strip_suffix('\n').map_or(&**text, |line| line.strip_suffix('\r').unwrap_or(line));
        Some((!value.is_empty()).then(|| Zeroizing::new(value.to_owned())))
    }

    fn note(&mut self, name: &str, why: &str) {
        self.faults.push(format!("{name}: {why}"));
    }
}

fn is_known(name: &str) -> bool {
    let of_value = name.strip_suffix(FILE_SUFFIX).unwrap_or(name);
    SETTINGS.iter().chain(&CLIENT_SETTINGS).any(|setting| setting.name == of_value)
}

/// Kubernetes tells each container where the services are, and one of those may be called `nightlatch`:
/// `NIGHTLATCH_SERVICE_HOST`, `NIGHTLATCH_PORT`, `NIGHTLATCH_PORT_8080_TCP_ADDR`.
fn is_service_link(name: &str, value: &OsString) -> bool {
    let protocol = ["_TCP", "_UDP", "_SCTP"].iter().any(|protocol| name.contains(protocol));
    let url = value.to_str().is_some_and(|value| value.contains("://"));
    name.contains("_SERVICE_HOST")
        || name.contains("_SERVICE_PORT")
        || (name.contains("_PORT_") && protocol)
        || (name.ends_with("_PORT") && url)
}
