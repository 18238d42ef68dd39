//! Preconditions: which versions of something a change may take the place of.

/// What whoever changes something says that they have seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpectedVersion {
    /// Whatever there is.
    Any,
    OneOf(Vec<i64>),
}

impl ExpectedVersion {
    pub fn admits(&self, version: i64) -> bool {
        match self {
            Self::Any => true,
            Self::OneOf(versions) => versions.contains(&version),
        }
    }
}
