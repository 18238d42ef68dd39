//! Keyset paging: one more than asked for is read, which tells whether there is a next part.

use std::error::Error;

use crate::error::Fault;

/// So many are read for a part of `limit`.
pub(super) fn to_read<N>(limit: usize) -> Result<N, Fault>
where
    N: TryFrom<usize, Error: Error + Send + Sync + 'static>,
{
    N::try_from(limit + 1).map_err(Fault::internal)
}

/// The part of what was read, and the place behind which the next one begins: that of its last entry; none at the end.
pub(super) fn part<T, Place>(
    mut found: Vec<T>,
    limit: usize,
    place: impl FnOnce(&T) -> Place,
) -> (Vec<T>, Option<Place>) {
    let is_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| is_more).map(place);
    (found, next)
}
