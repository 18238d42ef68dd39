//! Connections as the pool lends them: alive, without a question each time.

use std::time::{Duration, Instant};

use diesel::{
    Connection, PgConnection,
    connection::TransactionManager,
    r2d2::{ConnectionManager, Pool, PooledConnection},
};

use crate::error::Fault;

pub(super) type Lent = PooledConnection<ConnectionManager<PgConnection>>;

/// A connection that was alive is not asked again for so long: less than a server takes to start anew. Asked each time, every
/// statement that comes alone would cost two round trips.
const ALIVE_FOR: Duration = Duration::from_millis(100);

/// When a connection was last seen to be alive.
struct SeenAlive(Instant);

/// A connection that is alive, as `asked` finds out where it is not known. Errors: there is none within the time that one is waited for.
pub(super) fn lend(
    pool: &Pool<ConnectionManager<PgConnection>>,
    asked: impl Fn(&mut PgConnection) -> bool,
) -> Result<Lent, Fault> {
    let begun = Instant::now();
    loop {
        let left = pool.connection_timeout().saturating_sub(begun.elapsed());
        let mut connection = pool.get_timeout(left).map_err(Fault::unavailable)?;
        if was_seen(&connection) {
            return Ok(connection);
        }
        if asked(&mut connection) {
            PooledConnection::extensions_mut(&mut connection).insert(SeenAlive(Instant::now()));
            return Ok(connection);
        }
        discard(connection);
    }
}

fn was_seen(connection: &Lent) -> bool {
    let seen = PooledConnection::extensions(connection).get::<SeenAlive>();
    seen.is_some_and(|seen| seen.0.elapsed() < ALIVE_FOR)
}

/// Has a connection asked before it is lent again: something went wrong on it.
pub(super) fn doubt(connection: &mut Lent) {
    PooledConnection::extensions_mut(connection).remove::<SeenAlive>();
}

/// The pool throws away what comes back in the middle of something.
fn discard(mut connection: Lent) {
    type Manager = <PgConnection as Connection>::TransactionManager;
    <Manager as TransactionManager<PgConnection>>::transaction_manager_status_mut(&mut *connection)
        .set_in_error();
}
