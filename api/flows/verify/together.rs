//! Questions that came with one key at the same time: found in one statement, and written in another.

use std::collections::HashSet;

use tracing::Span;

use super::{
    Answer, Opened, Question,
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
    },
    store::{
        Tx,
        verdicts::{self, Effect, EffectKind, Writing, Written},
    },
};

/// One of them, with the operation that is its own.
pub struct Asked<'a> {
    pub op: &'a Operation<'a>,
    pub question: &'a Question,
    /// Of its request.
    pub span: &'a Span,
}

/// So many go together at most: each number of them is a statement of its own, which every connection keeps.
pub const MOST_TOGETHER: usize = 8;

/// What became of one of them.
pub enum Settled {
    Told(Result<Answer, Failure>),
    /// It takes a closer look, or waits for somebody who holds what it needs: it is to be asked alone, so that nobody else waits
    /// with it. Nothing was told of it.
    Alone {
        /// Whether its use of the key was counted.
        counted: bool,
    },
}

const ALONE: Settled = Settled::Alone { counted: false };

/// Answers what takes no closer look of up to [`MOST_TOGETHER`] questions, each of which is a use of the key.
pub fn verify_together(shown: &str, asked: &[Asked]) -> Vec<Settled> {
    let whom: Vec<_> = asked.iter().map(|asked| &asked.question.whom).collect();
    let Some(first) = asked.first() else { return Vec::new() };
    match open(first.op, shown, &whom, None) {
        Ok(opened) => settle(&opened, asked, |op| admit(op, &opened.service)),
        Err(failure) => asked.iter().map(|_| Settled::Told(Err(again(&failure)))).collect(),
    }
}

/// The same of the questions of one call, whose uses of the key were counted.
pub(super) fn settle_counted(opened: &Opened, asked: &[Asked]) -> Vec<Settled> {
    settle(opened, asked, |_| Some(Ok(())))
}

/// As many are told of.
fn again(failure: &Failure) -> Failure {
    match failure {
        Failure::Rejected(rejection) => rejection.clone().into(),
        Failure::Broken(fault) => fault.again().into(),
    }
}

fn settle(
    opened: &Opened,
    asked: &[Asked],
    admit: impl Fn(&Operation) -> Option<Result<(), Failure>>,
) -> Vec<Settled> {
    let Opened { service, users, has_webhooks, .. } = opened;
    let mut settled: Vec<_> = asked.iter().map(|_| ALONE).collect();
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
fn write(opened: &Opened, due: Vec<Due>) -> Vec<(usize, Settled)> {
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
        // Of one there may be what cannot be written: the others are not to suffer for it.
        Err(Failure::Broken(fault @ Fault::Internal(_))) if due.len() > 1 => {
            tracing::warn!("verdicts that cannot be written together: {fault}");
            due.into_iter().map(|due| (due.number, Settled::Alone { counted: true })).collect()
        }
        // Asked again, they might find their codes used up, and would wait as long once more.
        Err(failure) => {
            due.into_iter().map(|due| (due.number, Settled::Told(Err(again(&failure))))).collect()
        }
    }
}
