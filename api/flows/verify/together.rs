//! Questions that came with one key at the same time: found in one statement, and written in another.

use std::{collections::HashSet, num::NonZero, time::Duration};

use tracing::Span;

use super::{
    Answer, Opened, Question, ask,
    inquiry::{Event, Inquiry, Judged, Told, commit, pool},
    open,
};
use crate::{
    domain::{api_key::Scope, id::UserId},
    error::{Failure, Fault},
    flows::{
        Operation,
        api_keys::{Service, admit_in_passing},
        log_api_key,
        together::{Asked, Settled, Together, again, may_be_of_one},
    },
    metrics::Metrics,
    store::{
        Tx,
        verdicts::{self, Effect, EffectKind, Writing, Written},
    },
};

/// Those that can go together.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Alike {
    /// Each shows the same API key.
    shown: String,
    by_id: bool,
}

impl Question {
    /// Those that it can go with, asked by who shows that key.
    pub fn alike(&self, shown: String) -> Alike {
        Alike { shown, by_id: self.whom.is_id() }
    }
}

/// Each is a use of the key.
impl Together for Question {
    type Group = Alike;
    type Answer = Answer;

    const LINGER: Duration = Duration::from_micros(500);

    fn ask_together(alike: &Alike, asked: &[Asked<Self>]) -> Vec<Settled<Answer>> {
        let whom: Vec<_> = asked.iter().map(|asked| &asked.question.whom).collect();
        let Some(first) = asked.first() else { return Vec::new() };
        match open(first.op, &alike.shown, &whom, None) {
            Ok(opened) => settle(&opened, asked, |op| admit(op, &opened.service)),
            Err(failure) => Settled::all(asked, &failure),
        }
    }

    fn ask_alone(&self, op: &Operation, alike: &Alike, counted: bool) -> Result<Answer, Failure> {
        ask(op, &alike.shown, self, None, (!counted).then_some(NonZero::<u32>::MIN))
    }

    fn note_group(metrics: &Metrics, size: usize) {
        metrics.groups.verdicts.note(size);
    }
}

/// The same of the questions of one call, whose uses of the key were counted.
pub(super) fn settle_counted(opened: &Opened, asked: &[Asked<Question>]) -> Vec<Settled<Answer>> {
    settle(opened, asked, |_| Some(Ok(())))
}

fn settle(
    opened: &Opened,
    asked: &[Asked<Question>],
    admit: impl Fn(&Operation) -> Option<Result<(), Failure>>,
) -> Vec<Settled<Answer>> {
    let Opened { service, users, has_webhooks, .. } = opened;
    let mut settled: Vec<_> = asked.iter().map(|_| Settled::ALONE).collect();
    let mut due = Vec::new();
    let mut about = HashSet::new();
    for (number, Asked { op, question, span }) in asked.iter().enumerate() {
        let _entered = span.enter();
        let user = users.of(&question.whom);
        // What is said of somebody follows from what was said of them before.
        if user.is_some_and(|user| !about.insert(user.id)) {
            continue;
        }
        let inquiry = Inquiry::new(op, service, question, *has_webhooks, None);
        let (verification, effect) = match inquiry.judged(user) {
            Ok(Judged::Plain(verification, effect)) => (verification, effect),
            Ok(Judged::Closer(_)) => continue,
            Err(fault) => {
                settled[number] = Settled::Told(Err(fault.into()));
                continue;
            }
        };
        let Some(admitted) = admit(op) else { continue };
        let told = inquiry.told(verification);
        let begun = admitted
            .and_then(|()| Ok(Due::new(number, span, inquiry, user.map(|user| user.id), told, effect)?));
        match begun {
            Ok(begun) => due.push(begun),
            Err(failure) => settled[number] = Settled::Told(Err(failure)),
        }
    }
    for kind in EffectKind::ALL {
        let (these, others): (Vec<_>, Vec<_>) = due.into_iter().partition(|due| due.effect.kind() == kind);
        due = others;
        if !these.is_empty() {
            for (number, one) in write(opened, these) {
                settled[number] = one;
            }
        }
    }
    settled
}

/// Counts a use of the key. None: that is to be done alone.
fn admit(op: &Operation, service: &Service) -> Option<Result<(), Failure>> {
    log_api_key(service.key.organization_id, service.key.id);
    if let Err(rejection) = service.require(Scope::Verify) {
        return Some(Err(rejection.into()));
    }
    admit_in_passing(op, service).map(|admitted| admitted.map_err(Failure::from))
}

/// A verdict that is to be written.
struct Due<'a> {
    number: usize,
    span: &'a Span,
    inquiry: Inquiry<'a>,
    told: Told,
    effect: Effect,
    event: Event,
}

impl<'a> Due<'a> {
    fn new(
        number: usize,
        span: &'a Span,
        inquiry: Inquiry<'a>,
        user: Option<UserId>,
        told: Told,
        effect: Effect,
    ) -> Result<Self, Fault> {
        let event = Event::of(&inquiry, user, &told)?;
        Ok(Self { number, span, inquiry, told, effect, event })
    }

    fn writing(&self) -> Writing<'_> {
        Writing { effect: self.effect, event: &self.event.recorded, now: self.inquiry.op.now }
    }

    /// What is told of it, now that it is written.
    fn answer(self) -> Result<Answer, Failure> {
        let _entered = self.span.enter();
        self.inquiry.watch(self.effect)?;
        self.inquiry.render(self.told)
    }
}

/// Writes those of one kind; gives what became of them, by their numbers.
fn write(opened: &Opened, due: Vec<Due>) -> Vec<(usize, Settled<Answer>)> {
    let Some(op) = due.first().map(|due| due.inquiry.op) else { return Vec::new() };
    let writings: Vec<_> = due.iter().map(Due::writing).collect();
    let write = |tx: &mut Tx| verdicts::write_unheld(tx, pool(&opened.service), &writings);
    let done = |written: &Vec<Option<Written>>| {
        let done = due.iter().zip(written).filter(|(_, written)| **written == Some(Written::Done));
        done.map(|(due, _)| &due.event).collect()
    };
    let written = commit(op, opened.has_webhooks, write, done);
    let became = |due: Due, written: Option<Written>| match written {
        Some(Written::Done) => Settled::Told(due.answer()),
        Some(Written::Exhausted | Written::Lost) | None => Settled::Alone { counted: true },
    };
    match written {
        Ok(written) => {
            due.into_iter().zip(written).map(|(due, written)| (due.number, became(due, written))).collect()
        }
        Err(Failure::Broken(fault)) if may_be_of_one(&fault, due.len()) => {
            due.into_iter().map(|due| (due.number, Settled::Alone { counted: true })).collect()
        }
        // Asked again, they might find their codes used up, and would wait as long once more.
        Err(failure) => {
            due.into_iter().map(|due| (due.number, Settled::Told(Err(again(&failure))))).collect()
        }
    }
}
