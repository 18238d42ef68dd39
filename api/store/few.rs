//! Conditions on a few values, each a parameter of its own: with a list for a parameter the database cannot know how many there
//! are, and makes a new plan each time.

use diesel::{
    expression::{AppearsOnTable, Expression, ValidGrouping, is_aggregate},
    pg::Pg,
    query_builder::{AstPass, QueryFragment, QueryId},
    result::QueryResult,
    sql_types::{Binary, Bool},
};

/// Whether the column is one of the digests; there is one, or one for each key since.
pub(super) struct IsOneOf<C>(pub C, pub Vec<Vec<u8>>);

impl<C> Expression for IsOneOf<C> {
    type SqlType = Bool;
}

impl<C: AppearsOnTable<T>, T> AppearsOnTable<T> for IsOneOf<C> {}

impl<C, G> ValidGrouping<G> for IsOneOf<C> {
    type IsAggregate = is_aggregate::No;
}

impl<C> QueryId for IsOneOf<C> {
    type QueryId = ();
    // Told apart by their text.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C: QueryFragment<Pg>> QueryFragment<Pg> for IsOneOf<C> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self(column, digests) = self;
        column.walk_ast(out.reborrow())?;
        push_in(&mut out, digests)
    }
}

/// ` IN (…)`.
pub(super) fn push_in<'b>(out: &mut AstPass<'_, 'b, Pg>, digests: &'b [Vec<u8>]) -> QueryResult<()> {
    for (number, digest) in digests.iter().enumerate() {
        out.push_sql(if number == 0 { " IN (" } else { ", " });
        out.push_bind_param::<Binary, _>(digest)?;
    }
    out.push_sql(")");
    Ok(())
}
