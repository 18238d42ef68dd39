//! Conditions on a few values, each a parameter of its own: with a list for a parameter the database cannot know how many there
//! are, and makes a new plan each time.

use diesel::{
    expression::{AppearsOnTable, Expression, ValidGrouping, is_aggregate},
    pg::Pg,
    query_builder::{AstPass, QueryFragment, QueryId},
    result::QueryResult,
    serialize::ToSql,
    sql_types::{Bool, HasSqlType},
};

/// Whether the column is one of the values: of a digest there is one, or one for each key since.
#[derive(Clone)]
pub(super) struct IsOneOf<C, V>(pub C, pub Vec<V>);

impl<C, V> Expression for IsOneOf<C, V> {
    type SqlType = Bool;
}

impl<C: AppearsOnTable<T>, V, T> AppearsOnTable<T> for IsOneOf<C, V> {}

impl<C, V, G> ValidGrouping<G> for IsOneOf<C, V> {
    type IsAggregate = is_aggregate::No;
}

impl<C, V> QueryId for IsOneOf<C, V> {
    type QueryId = ();
    // Told apart by their text.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C, V> QueryFragment<Pg> for IsOneOf<C, V>
where
    C: Expression + QueryFragment<Pg>,
    V: ToSql<C::SqlType, Pg>,
    Pg: HasSqlType<C::SqlType>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self(column, values) = self;
        column.walk_ast(out.reborrow())?;
        push_in::<C::SqlType, _>(&mut out, values)
    }
}

/// ` IN (…)`; nothing is one of no values.
pub(super) fn push_in<'b, T, V>(out: &mut AstPass<'_, 'b, Pg>, values: &'b [V]) -> QueryResult<()>
where
    V: ToSql<T, Pg>,
    Pg: HasSqlType<T>,
{
    if values.is_empty() {
        out.push_sql(" IN (NULL)");
        return Ok(());
    }
    for (number, value) in values.iter().enumerate() {
        out.push_sql(if number == 0 { " IN (" } else { ", " });
        out.push_bind_param::<T, _>(value)?;
    }
    out.push_sql(")");
    Ok(())
}
