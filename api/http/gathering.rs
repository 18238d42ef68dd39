//! What services ask at the same time goes to the database together: while some questions are under way there, others gather.

use std::{
    collections::HashMap,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use actix_web::{rt::task::spawn_blocking, web::Data};
use tokio::sync::oneshot;
use tracing::Span;

use crate::{
    app::App,
    domain::{Timestamp, audit::Origin, verification::Whom},
    error::Failure,
    flows::{
        Operation,
        verify::{Answer, Asked, MOST_TOGETHER, Question, verify, verify_together},
    },
};

/// So often at once they are under way of one service: while the database commits some, others are judged.
const AT_ONCE: usize = 2;

/// The questions that wait.
pub struct Gathering {
    app: Data<App>,
    groups: Mutex<HashMap<Group, Queue>>,
}

/// Those that can go together.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Group {
    /// Each shows the same API key.
    shown: String,
    by_id: bool,
}

#[derive(Default)]
struct Queue {
    waiting: Vec<Asking>,
    under_way: usize,
}

/// An answer with the time that it was made.
pub type Answered = (Result<Answer, Failure>, Timestamp);

/// A question that waits for its answer.
struct Asking {
    question: Question,
    origin: Origin,
    span: Span,
    answer: oneshot::Sender<Answered>,
}

impl Gathering {
    pub fn new(app: Data<App>) -> Self {
        Self { app, groups: Mutex::default() }
    }

    /// Lets a question go with the next ones. Whoever stops to listen before it goes has not asked.
    pub fn ask(
        self: Arc<Self>,
        shown: String,
        question: Question,
        origin: Origin,
    ) -> oneshot::Receiver<Answered> {
        let (answer, answered) = oneshot::channel();
        let group = Group { shown, by_id: matches!(question.whom, Whom::Id(_)) };
        let asking = Asking { question, origin, span: Span::current(), answer };
        let begins = {
            let mut groups = self.groups();
            let queue = groups.entry(group.clone()).or_default();
            queue.waiting.push(asking);
            let begins = queue.under_way < AT_ONCE;
            queue.under_way += usize::from(begins);
            begins
        };
        if begins {
            spawn_blocking(move || self.work(&group));
        }
        answered
    }

    fn work(self: &Arc<Self>, group: &Group) {
        while let Some(asking) = self.next(group) {
            // Who panics has told so, and leaves nobody waiting: their channels are closed.
            let _told = catch_unwind(AssertUnwindSafe(|| self.answer(&group.shown, asking)));
        }
    }

    /// Those that go next; none, where it is for others to go on.
    fn next(&self, group: &Group) -> Option<Vec<Asking>> {
        let mut groups = self.groups();
        let queue = groups.get_mut(group)?;
        queue.waiting.retain(|asking| !asking.answer.is_closed());
        if queue.waiting.is_empty() {
            queue.under_way -= 1;
            if queue.under_way == 0 {
                groups.remove(group);
            }
            return None;
        }
        let later = queue.waiting.split_off(queue.waiting.len().min(MOST_TOGETHER));
        Some(mem::replace(&mut queue.waiting, later))
    }

    fn answer(self: &Arc<Self>, shown: &str, asking: Vec<Asking>) {
        let ops: Vec<_> = asking.iter().map(|asking| Operation::begin(&self.app, &asking.origin)).collect();
        let asked = asking.iter().zip(&ops).map(|(asking, op)| Asked {
            op,
            question: &asking.question,
            span: &asking.span,
        });
        let answers = verify_together(shown, &asked.collect::<Vec<_>>());
        let times: Vec<_> = ops.iter().map(|op| op.now).collect();
        drop(ops);
        for ((asking, now), answer) in asking.into_iter().zip(times).zip(answers) {
            match answer {
                // Nobody may listen any more.
                Some(answer) => drop(asking.answer.send((answer, now))),
                None => self.ask_alone(shown.to_owned(), asking),
            }
        }
    }

    /// It may wait for others, and for as long as they take.
    fn ask_alone(self: &Arc<Self>, shown: String, asking: Asking) {
        let app = self.app.clone();
        spawn_blocking(move || {
            let Asking { question, origin, span, answer } = asking;
            let _entered = span.entered();
            let op = Operation::begin(&app, &origin);
            let answered = verify(&op, &shown, &question, None);
            drop(answer.send((answered, op.now)));
        });
    }

    fn groups(&self) -> MutexGuard<'_, HashMap<Group, Queue>> {
        self.groups.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
