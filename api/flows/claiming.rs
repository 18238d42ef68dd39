//! Workers' claims: what is due of many is taken so that nobody waits for ever behind the others.

use super::Operation;
use crate::error::Failure;

/// Takes what is due of each, another one first each time, until one of them fails. `take` is told how much was taken before.
/// Errors: nothing was taken, and the first one failed.
pub(super) fn claim_in_turn<Due, Claim>(
    op: &Operation,
    mut due: Vec<Due>,
    take: impl Fn(Due, usize) -> Result<Vec<Claim>, Failure>,
) -> Result<Vec<Claim>, Failure> {
    let first = u32::from_le_bytes(op.app.random.bytes()) as usize % due.len().max(1);
    due.rotate_left(first);
    let mut claims = Vec::new();
    for due in due {
        match take(due, claims.len()) {
            Ok(taken) => claims.extend(taken),
            Err(failure) if claims.is_empty() => return Err(failure),
            // What was taken is to be sent; the rest comes at the next time.
            Err(_) => break,
        }
    }
    Ok(claims)
}
