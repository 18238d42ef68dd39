//! What is asked at the same time goes to the database together: while some questions are under way there, others gather.

use std::{
    collections::{HashMap, VecDeque},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use actix_web::{HttpRequest, web::Data};
use tokio::{runtime::Handle, sync::oneshot};
use tracing::Span;

use super::{client::Anonymous, problem::Problem};
use crate::{
    app::App,
    domain::Timestamp,
    error::{Failure, Fault},
    flows::together::{Asked, MOST_TOGETHER, Settled, Together},
};

/// So often at once they are under way of one group: while the database is at some, others are made ready.
const AT_ONCE: usize = 2;

/// So long a question waits to be taken, as for a connection: then there is time left for it to wait for a lock, and to be told.
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// The questions of a kind that wait.
pub struct Gathering<Q: Together> {
    app: Data<App>,
    /// Outlives the workers, each of which may ask for those of the others.
    runtime: Handle,
    groups: Mutex<HashMap<Q::Group, Queue<Q>>>,
}

struct Queue<Q: Together> {
    waiting: VecDeque<Asking<Q>>,
    under_way: usize,
    /// How many went in each of the last groups.
    went: [usize; AT_ONCE],
    /// As many wait as a group waits for.
    joined: Arc<Condvar>,
}

impl<Q: Together> Default for Queue<Q> {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), under_way: 0, went: [0; AT_ONCE], joined: Arc::default() }
    }
}

impl<Q: Together> Queue<Q> {
    /// Whether fewer wait than an even share of those who lately asked at the same time. Whoever was just answered is about to ask
    /// again: otherwise the first one would go alone, with all others behind it.
    fn is_short(&self) -> bool {
        !Q::LINGER.is_zero() && self.waiting.len() < self.went.iter().sum::<usize>() / AT_ONCE
    }

    fn note(&mut self, went: usize) {
        self.went.rotate_left(1);
        self.went[AT_ONCE - 1] = went;
    }
}

/// An answer with the time that it was made.
pub type Answered<Q> = (Result<<Q as Together>::Answer, Failure>, Timestamp);

/// A question that waits for its answer.
struct Asking<Q: Together> {
    question: Q,
    client: Anonymous,
    span: Span,
    since: Instant,
    answer: oneshot::Sender<Answered<Q>>,
    claim: Arc<Claim>,
}

/// Who has a question: whoever comes first, the one who takes it to the database, or the one who gives up waiting.
#[derive(Default)]
pub struct Claim(AtomicBool);

impl Claim {
    /// Whether it is one's own from now on.
    pub fn take(&self) -> bool {
        !self.0.swap(true, Ordering::SeqCst)
    }
}

impl<Q: Together> Gathering<Q> {
    /// What it takes to the database goes by threads of the runtime in which this is called.
    pub fn new(app: Data<App>) -> Self {
        Self { app, runtime: Handle::current(), groups: Mutex::default() }
    }

    /// The one of the server that a request came to.
    pub fn of(request: &HttpRequest) -> Result<Data<Self>, Problem> {
        let gathering = request.app_data::<Data<Self>>().cloned();
        gathering.ok_or_else(|| Fault::internal("a server that gathers nothing").into())
    }

    /// Lets a question go with the next ones of its group, unless its claim is taken before.
    pub fn ask(
        self: Arc<Self>,
        group: Q::Group,
        question: Q,
        client: Anonymous,
        claim: Arc<Claim>,
    ) -> oneshot::Receiver<Answered<Q>> {
        let (answer, answered) = oneshot::channel();
        let (span, since) = (Span::current(), Instant::now());
        let asking = Asking { question, client, span, since, answer, claim };
        let begins = {
            let mut groups = self.groups();
            let queue = groups.entry(group.clone()).or_default();
            queue.waiting.push_back(asking);
            let begins = queue.under_way < AT_ONCE;
            queue.under_way += usize::from(begins);
            if !queue.is_short() {
                queue.joined.notify_one();
            }
            begins
        };
        if begins {
            let runtime = self.runtime.clone();
            let turn = Turn { gathering: self, group, over: false };
            runtime.spawn_blocking(move || turn.work());
        }
        answered
    }

    fn answer(&self, group: &Q::Group, asking: Vec<Asking<Q>>) {
        let ops: Vec<_> = asking.iter().map(|asking| asking.client.operation()).collect();
        let asked = asking.iter().zip(&ops).map(|(asking, op)| Asked {
            op,
            question: &asking.question,
            span: &asking.span,
        });
        let settled = Q::ask_together(group, &asked.collect::<Vec<_>>());
        let times: Vec<_> = ops.iter().map(|op| op.now).collect();
        drop(ops);
        for ((asking, now), settled) in asking.into_iter().zip(times).zip(settled) {
            match settled {
                // Nobody may listen any more.
                Settled::Told(answer) => drop(asking.answer.send((answer, now))),
                Settled::Alone { counted } => self.ask_alone(group.clone(), asking, counted),
            }
        }
    }

    /// It may wait for others, and for as long as they take.
    fn ask_alone(&self, group: Q::Group, asking: Asking<Q>, counted: bool) {
        self.runtime.spawn_blocking(move || {
            let Asking { question, client, span, answer, .. } = asking;
            let _entered = span.entered();
            let op = client.operation();
            let answered = question.ask_alone(&op, &group, counted);
            drop(answer.send((answered, op.now)));
        });
    }

    fn groups(&self) -> MutexGuard<'_, HashMap<Q::Group, Queue<Q>>> {
        self.groups.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One of those who take a group's questions to the database.
struct Turn<Q: Together> {
    gathering: Arc<Gathering<Q>>,
    group: Q::Group,
    over: bool,
}

impl<Q: Together> Turn<Q> {
    fn work(mut self) {
        while let Some(asking) = self.next() {
            // Who panics has told so, and leaves nobody waiting: their channels are closed.
            let _told = catch_unwind(AssertUnwindSafe(|| self.gathering.answer(&self.group, asking)));
        }
    }

    /// Those that go next; none, where it is for others to go on.
    fn next(&mut self) -> Option<Vec<Asking<Q>>> {
        let mut groups = self.gathering.groups();
        let joined = groups.get(&self.group)?.joined.clone();
        let short = |groups: &mut HashMap<_, _>| groups.get(&self.group).is_some_and(Queue::is_short);
        (groups, _) =
            joined.wait_timeout_while(groups, Q::LINGER, short).unwrap_or_else(PoisonError::into_inner);
        let queue = groups.get_mut(&self.group)?;
        let mut taken = Vec::new();
        while taken.len() < MOST_TOGETHER
            && let Some(asking) = queue.waiting.pop_front()
        {
            if asking.answer.is_closed() || !asking.claim.take() {
                continue;
            }
            if asking.since.elapsed() < LONGEST_WAIT {
                taken.push(asking);
            } else {
                let fault = Fault::unavailable("the questions before took too long");
                drop(asking.answer.send((Err(fault.into()), self.gathering.app.clock.now())));
            }
        }
        queue.note(taken.len());
        if taken.is_empty() {
            self.over = true;
            end(&mut groups, &self.group);
            return None;
        }
        Q::note_group(&self.gathering.app.metrics, taken.len());
        Some(taken)
    }
}

impl<Q: Together> Drop for Turn<Q> {
    /// One that never came to work has to be missed by nobody.
    fn drop(&mut self) {
        if !self.over {
            end(&mut self.gathering.groups(), &self.group);
        }
    }
}

fn end<Q: Together>(groups: &mut HashMap<Q::Group, Queue<Q>>, group: &Q::Group) {
    let Some(queue) = groups.get_mut(group) else { return };
    queue.under_way -= 1;
    if queue.under_way == 0 {
        groups.remove(group);
    }
}
