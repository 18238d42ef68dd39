//! Questions that came with one key at the same time: found in one statement, and written in another.

use std::collections::HashSet;

use tracing::Span;

use super::{
    Answer, Opened, Question,
    inquiry::{Inquiry, Judged, Told, pool},
    open,
};
use crate::{
    domain::{
        api_key::Scope,
        audit::{AuditEvent, RecordedEvent},
        id::UserId,
        webhook_delivery::Telling,
    },
    error::{Failure, Fault},
    flows::{
        Operation,
        api_keys::{Service, admit_in_passing},
        log_api_key,
    },
    store::{
        Tx,
        verdicts::{self, Effect, EffectKind, Writing, Written},
        webhook_deliveries,
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

/// What became of each of them. None: nothing was done about that question, which is to be asked alone. So nobody waits for a
/// lock that somebody else's question waits for.
pub type Answers = Vec<Option<Result<Answer, Failure>>>;

/// Answers what takes no closer look of up to [`MOST_TOGETHER`] questions, each of which is a use of the key.
pub fn verify_together(shown: &str, asked: &[Asked]) -> Answers {
    let whom: Vec<_> = asked.iter().map(|asked| &asked.question.whom).collect();
    let opened = asked.first().map(|first| open(first.op, shown, &whom, None));
    match opened {
        Some(Ok(opened)) => settle(&opened, asked, |op| admit(op, &opened.service)),
        // Where that fails, each is told why when it is asked alone.
        Some(Err(_)) | None => asked.iter().map(|_| None).collect(),
    }
}

/// The same of the questions of one call, of which is known already that it may be made.
pub(super) fn settle_admitted(opened: &Opened, asked: &[Asked]) -> Answers {
    settle(opened, asked, |_| Some(Ok(())))
}

fn settle(
    opened: &Opened,
    asked: &[Asked],
    admit: impl Fn(&Operation) -> Option<Result<(), Failure>>,
) -> Answers {
    let Opened { service, users, has_webhooks, .. } = opened;
    let mut answers: Answers = asked.iter().map(|_| None).collect();
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
        let judged = match admit(op) {
            Some(Ok(())) => inquiry.judged(user).map_err(Failure::from),
            Some(Err(failure)) => Err(failure),
            None => continue,
        };
        let begun = judged.and_then(|judged| match judged {
            Judged::Plain(verification, effect) => {
                let told = inquiry.told(verification);
                Ok(Some(Due::new(number, span, inquiry, user.map(|user| user.id), told, effect)?))
            }
            Judged::Closer(_) => Ok(None),
        });
        match begun {
            Ok(begun) => due.extend(begun),
            Err(failure) => answers[number] = Some(Err(failure)),
        }
    }
    for kind in EffectKind::ALL {
        let (these, others): (Vec<_>, Vec<_>) = due.into_iter().partition(|due| due.effect.kind() == kind);
        due = others;
        if !these.is_empty() {
            for (number, answer) in write(opened, these) {
                answers[number] = answer;
            }
        }
    }
    answers
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
    event: AuditEvent,
    recorded: RecordedEvent,
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
        let event = inquiry.event(user, &told, None);
        let recorded = inquiry.op.proven(told.id, &event)?;
        Ok(Self { number, span, inquiry, told, effect, event, recorded })
    }

    fn writing(&self) -> Writing<'_> {
        Writing { effect: self.effect, event: &self.recorded, now: self.inquiry.op.now }
    }

    /// What is told of it, now that it is written.
    fn answer(self) -> Result<Answer, Failure> {
        let _entered = self.span.enter();
        self.inquiry.watch(self.effect)?;
        self.inquiry.render(self.told)
    }
}

/// Writes those of one kind; gives their answers, by their numbers. None: it was not written.
fn write(opened: &Opened, due: Vec<Due>) -> Vec<(usize, Option<Result<Answer, Failure>>)> {
    let Some(op) = due.first().map(|due| due.inquiry.op) else { return Vec::new() };
    let writings: Vec<_> = due.iter().map(Due::writing).collect();
    let write = |tx: &mut Tx| verdicts::write_unheld(tx, pool(&opened.service), &writings);
    let written = if opened.has_webhooks {
        op.write(|tx| {
            let written = write(tx)?;
            for (due, written) in due.iter().zip(&written) {
                if *written == Some(Written::Done) {
                    let telling = Telling::of(&due.event, &due.recorded);
                    webhook_deliveries::enqueue(tx, due.event.organization_id, telling)?;
                }
            }
            Ok(Ok(written))
        })
    } else {
        op.read(|rx| rx.alone(write)).map_err(Failure::from)
    };
    match written {
        Ok(written) => {
            let told = |(due, written): (Due, _)| {
                (due.number, (written == Some(Written::Done)).then(|| due.answer()))
            };
            due.into_iter().zip(written).map(told).collect()
        }
        // Nobody knows whether it was written: to ask again would find the codes used up.
        Err(Failure::Broken(Fault::Unsettled(cause))) => {
            let unsettled = |due: Due| (due.number, Some(Err(Fault::unsettled(cause.to_string()).into())));
            due.into_iter().map(unsettled).collect()
        }
        Err(_) => Vec::new(),
    }
}
