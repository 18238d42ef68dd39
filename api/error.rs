//! Failures of an operation: refused by a rule, or broken.

use std::error::Error;

use crate::domain::rejection::{FieldError, Rejection};

/// Something that should not happen, opaque to callers: logged once, answered as 500 or 503.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A dependency is away or the service is full: worth trying again.
    #[error("unavailable: {0}")]
    Unavailable(#[source] Box<dyn Error + Send + Sync>),
    /// A dependency has not said whether it did what was asked: worth trying again for whoever looks first.
    #[error("unsettled: {0}")]
    Unsettled(#[source] Box<dyn Error + Send + Sync>),
    /// A defect, or data that should not be.
    #[error("internal fault: {0}")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

impl Fault {
    pub fn internal(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    pub fn unavailable(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unavailable(cause.into())
    }

    pub fn unsettled(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unsettled(cause.into())
    }

    /// The same, as more than one is told of it.
    #[must_use]
    pub fn again(&self) -> Self {
        let cause = self.cause().to_string();
        match self {
            Self::Unavailable(_) => Self::unavailable(cause),
            Self::Unsettled(_) => Self::unsettled(cause),
            Self::Internal(_) => Self::internal(cause),
        }
    }

    pub fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        let (Self::Unavailable(cause) | Self::Unsettled(cause) | Self::Internal(cause)) = self;
        &**cause
    }
}

/// Why an operation gave nothing.
#[derive(Debug)]
pub enum Failure {
    Rejected(Rejection),
    Broken(Fault),
}

impl Failure {
    /// Tells a rejection, which is an answer, from what broke.
    pub fn apart<T>(outcome: Result<T, Self>) -> Result<Result<T, Rejection>, Fault> {
        match outcome {
            Ok(value) => Ok(Ok(value)),
            Err(Self::Rejected(rejection)) => Ok(Err(rejection)),
            Err(Self::Broken(fault)) => Err(fault),
        }
    }
}

impl From<Rejection> for Failure {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

impl From<FieldError> for Failure {
    fn from(error: FieldError) -> Self {
        Self::Rejected(error.into())
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Broken(fault)
    }
}
