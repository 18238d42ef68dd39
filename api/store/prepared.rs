//! Statements that every connection prepares once: else each is parsed and planned before it runs, which is a round trip more.

use diesel::{
    PgConnection, RunQueryDsl,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    result::QueryResult,
    sql_types::Integer,
};

use super::Tx;
use crate::error::Fault;

/// A statement that gives rows, of few texts, which are kept whatever their library says: it keeps no updates, whose columns it
/// takes to vary, and no text that was given to it.
pub(super) struct Prepared<S>(pub S);

impl<S> QueryId for Prepared<S> {
    type QueryId = ();
    // Told apart by their text.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<S: Query> Query for Prepared<S> {
    type SqlType = S::SqlType;
}

impl<S> RunQueryDsl<PgConnection> for Prepared<S> {}

impl<S: QueryFragment<Pg>> QueryFragment<Pg> for Prepared<S> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(out)
    }

    // The library does not promise to keep this method; without it nothing compiles here.
    fn is_safe_to_cache_prepared(&self, _: &Pg) -> QueryResult<bool> {
        Ok(true)
    }
}

/// Runs a statement that writes, of few texts, prepared as well; gives the number of its rows.
pub(super) fn execute(tx: &mut Tx, statement: impl QueryFragment<Pg>) -> Result<usize, Fault> {
    let rows: Vec<i32> = Prepared(Counted(statement)).load(tx.connection()?)?;
    Ok(rows.len())
}

/// A statement that writes, with a row for each that it has written: of one that gives none, the library asks a reference, which
/// does not know that it is to be kept.
struct Counted<S>(S);

impl<S> Query for Counted<S> {
    type SqlType = Integer;
}

impl<S: QueryFragment<Pg>> QueryFragment<Pg> for Counted<S> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(" RETURNING 1");
        Ok(())
    }
}

/// Writes SQL with its values in their places, for statements that no builder has. They are prepared once, like those of the
/// builder, which text given to `sql_query` is not.
macro_rules! push {
    ($out:ident, $($text:literal $($kind:ty = $value:expr)?),+ $(,)?) => {{
        $($out.push_sql($text); $($out.push_bind_param::<$kind, _>($value)?;)?)+
    }};
}
pub(super) use push;
