//! What an error of the database means for whoever asked: that it is worth another try, or that there is a defect.
//!
//! PostgreSQL tells errors apart by SQLSTATE. Classes 53, 57 and 58 say that its machine lacks something, that somebody has
//! intervened, that the system under it fails; 55P03 that a lock was waited for too long; 40001 and 40P01 that it gave a
//! transaction up; 25006 that it has become a standby. All of that passes. Diesel 2.3 makes kinds of a few codes, and keeps the
//! others to itself: of an error of the kind `Unknown` it hands out nothing but the server's words. So those are read, here and
//! nowhere else. The server writes them in the language of `lc_messages`, which a role may set that is a superuser or was
//! granted that: then the session asks for English, and otherwise the service warns where it starts (`server::language`). What
//! is not recognized counts as a defect, unless a lock may have been waited for: that shows by the time.

use std::time::Duration;

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error};

use crate::error::Fault;

/// What took so long and failed has waited for a lock, and is better told to try again than tried again here.
pub(super) const LONG: Duration = Duration::from_secs(3);

/// By which the server begins to tell that it lacks something, or that somebody has intervened.
const BEGINNINGS: [&str; 6] = [
    // 53200
    "out of memory",
    "out of shared memory",
    // 53000
    "out of file descriptors",
    // 53400
    "temporary file size exceeds temp_file_limit",
    // 57014, and 55P03 with its second line
    "canceling statement due to",
    "could not obtain lock on",
];

/// In the words of its system, which come last: of classes 53 and 58, and where a file system was made read-only after a
/// failure.
const ENDS: [&str; 8] = [
    ": No space left on device",
    ": Disk quota exceeded",
    ": Cannot allocate memory",
    ": Too many open files",
    ": Input/output error",
    ": No such file or directory",
    ": File exists",
    ": Read-only file system",
];

/// Of 53100, also where the system wrote a part and said nothing.
const FULL: &str = "Check free disk space.";

/// By which the client library begins to tell that it has lost the connection. Diesel asks for its state, by which it is not lost
/// yet where the server left a last word behind: a statement that could not be sent is told of before the end is read. These are
/// in English, since nobody here chooses a locale.
const BROKEN_OFF: [&str; 6] = [
    "server closed the connection unexpectedly",
    "could not send data to server",
    "could not receive data from server",
    "SSL connection has been closed unexpectedly",
    "SSL SYSCALL error",
    "SSL error",
];

/// 40P01, for which diesel has no kind.
const DEADLOCK: &str = "deadlock detected";

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        if passes(&error) { Self::unavailable(error) } else { Self::internal(error) }
    }
}

fn passes(error: &Error) -> bool {
    match error {
        Error::DatabaseError(DatabaseErrorKind::Unknown, told) => {
            lacks(&**told) || told.message() == DEADLOCK || is_lost(error)
        }
        Error::DatabaseError(
            DatabaseErrorKind::SerializationFailure | DatabaseErrorKind::ReadOnlyTransaction,
            _,
        ) => true,
        error => is_lost(error),
    }
}

/// Whether it is for the server's surroundings that it did not do what it was asked.
fn lacks(told: &dyn DatabaseErrorInformation) -> bool {
    let message = told.message();
    BEGINNINGS.iter().any(|words| message.starts_with(words))
        || ENDS.iter().any(|words| message.ends_with(words))
        || told.hint() == Some(FULL)
}

/// Whether the connection has gone, and with it what the server would have said.
fn is_lost(error: &Error) -> bool {
    match error {
        Error::DatabaseError(DatabaseErrorKind::Unknown, told) => {
            BROKEN_OFF.iter().any(|words| told.message().starts_with(words))
        }
        error => matches!(
            error,
            Error::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _
            ) | Error::BrokenTransactionManager
                | Error::RollbackErrorOnCommit { .. }
        ),
    }
}

/// Whether the database gave the transaction up. Diesel has no kind for a deadlock, so every kind that it does not name counts:
/// a transaction that was rolled back may always be run again. What the database lacks it will not have a moment later.
pub(super) fn is_abort(fault: &Fault) -> bool {
    match fault.cause().downcast_ref() {
        Some(Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => true,
        Some(error @ Error::DatabaseError(DatabaseErrorKind::Unknown, told)) => {
            !lacks(&**told) && !is_lost(error)
        }
        Some(_) | None => false,
    }
}

/// What a fault means after that time.
pub(super) fn after(waited: Duration, fault: Fault) -> Fault {
    if waited >= LONG && is_abort(&fault) { Fault::unavailable(fault) } else { fault }
}

/// What a fault of the statement means that commits: without a connection nobody knows whether it did.
pub(super) fn of_commit(fault: impl Into<Fault>) -> Fault {
    let fault = fault.into();
    if fault.cause().downcast_ref().is_some_and(is_lost) { Fault::unsettled(fault) } else { fault }
}
