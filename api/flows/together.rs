//! Questions that can go to the database together: what one of them is, and what may become of it.

use std::{hash::Hash, time::Duration};

use tracing::Span;

use super::Operation;
use crate::{
    error::{Failure, Fault},
    metrics::Metrics,
};

/// So many go together at most: each number of them is a statement of its own, which every connection keeps.
pub const MOST_TOGETHER: usize = 8;

/// A question that can go with others.
pub trait Together: Sized + Send + 'static {
    /// Those of one can go together.
    type Group: Clone + Eq + Hash + Send + 'static;
    type Answer: Send + 'static;

    /// So long at most a group waits for more questions. It is worth its while where a round trip to the database takes longer than
    /// clients need to ask again.
    const LINGER: Duration;

    /// Answers what takes no closer look of up to [`MOST_TOGETHER`] questions, in their order.
    fn ask_together(group: &Self::Group, asked: &[Asked<Self>]) -> Vec<Settled<Self::Answer>>;

    /// Answers one that did not go with others, as [`Settled::Alone`] says.
    fn ask_alone(&self, op: &Operation, group: &Self::Group, counted: bool) -> Result<Self::Answer, Failure>;

    /// Counts that so many went together.
    fn note_group(metrics: &Metrics, size: usize);
}

/// One of them, with the operation that is its own.
pub struct Asked<'a, Question> {
    pub op: &'a Operation<'a>,
    pub question: &'a Question,
    /// Of its request.
    pub span: &'a Span,
}

/// What became of one of them.
pub enum Settled<Answer> {
    Told(Result<Answer, Failure>),
    /// It takes a closer look, or waits for somebody who holds what it needs: it is to be asked alone, so that nobody else waits
    /// with it. Nothing was told of it.
    Alone {
        /// Whether it was counted, where uses are.
        counted: bool,
    },
}

impl<Answer> Settled<Answer> {
    pub(super) const ALONE: Self = Self::Alone { counted: false };

    /// The same for each of them.
    pub(super) fn all<Question>(asked: &[Asked<Question>], failure: &Failure) -> Vec<Self> {
        asked.iter().map(|_| Self::Told(Err(again(failure)))).collect()
    }

    /// Where the service broke: of one there may be what it breaks at, for which the others are not to suffer.
    pub(super) fn broken<Question>(asked: &[Asked<Question>], fault: Fault) -> Vec<Self> {
        if may_be_of_one(&fault, asked.len()) {
            return asked.iter().map(|_| Self::ALONE).collect();
        }
        Self::all(asked, &fault.into())
    }
}

/// Whether a fault of so many may be that of one alone.
pub(super) fn may_be_of_one(fault: &Fault, asked: usize) -> bool {
    let may_be = asked > 1 && matches!(fault, Fault::Internal(_));
    if may_be {
        tracing::warn!("what cannot be asked together: {fault}");
    }
    may_be
}

/// As many are told of.
pub(super) fn again(failure: &Failure) -> Failure {
    match failure {
        Failure::Rejected(rejection) => rejection.clone().into(),
        Failure::Broken(fault) => fault.again().into(),
    }
}
