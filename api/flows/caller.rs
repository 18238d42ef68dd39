//! Who makes a request, and what the policy lets them do.

use std::{sync::Arc, time::Duration};

use super::{
    Operation, log_user,
    together::{Asked, Settled, Together},
    trusted_devices,
};
use crate::{
    app::App,
    crypto::access_token::Claims,
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        decision::SessionDecision,
        id::{OrganizationId, SessionId},
        policy::Policy,
        rejection::Rejection,
        session::Session,
        user::User,
    },
    error::Failure,
    metrics::Metrics,
    store::callers,
};

/// Who makes a request: the holder of a live session.
#[derive(Clone, Debug)]
pub struct Caller {
    pub user: User,
    pub session: Session,
    /// Of the caller's own organization, in force at this request: what is asked of the caller themself.
    pub policy: Policy,
    elsewhere: Option<Elsewhere>,
    /// Whether the session rests on a trusted device, from which the request comes.
    device_trusted: bool,
}

/// Another organization in which a caller acts, with its policy in force at this request.
#[derive(Clone, Debug)]
struct Elsewhere {
    organization_id: OrganizationId,
    policy: Policy,
}

impl Caller {
    /// One who acts in their own organization.
    pub(super) fn new(user: User, session: Session, policy: Policy) -> Self {
        Self { user, session, policy, elsewhere: None, device_trusted: false }
    }

    /// The same caller, acting in another organization.
    pub(super) fn acting_in(self, organization_id: OrganizationId, policy: Policy) -> Self {
        Self { elsewhere: Some(Elsewhere { organization_id, policy }), ..self }
    }

    /// The caller's own account, wherever they act.
    pub fn account(&self) -> Account {
        Account::of(&self.user)
    }

    pub fn acts_elsewhere(&self) -> bool {
        self.elsewhere.is_some()
    }

    /// The organization in which the caller acts: mostly their own.
    pub fn organization_id(&self) -> OrganizationId {
        self.elsewhere.as_ref().map_or(self.user.organization_id, |elsewhere| elsewhere.organization_id)
    }

    /// The policy of the organization in which the caller acts: what it says of its users.
    pub fn rules(&self) -> &Policy {
        self.elsewhere.as_ref().map_or(&self.policy, |elsewhere| &elsewhere.policy)
    }

    /// Something that the caller does in the organization in which they act.
    pub(super) fn event(&self, action: Action) -> AuditEvent {
        AuditEvent::in_session(&self.session, action).within(self.organization_id())
    }

    /// Errors: the policy asks for an enrollment or a second factor before anything else, or blocks the user.
    pub fn require_full(&self, now: Timestamp) -> Result<(), Rejection> {
        self.admit(self.decision(now))
    }

    /// The same for what a trusted device does not open.
    pub fn require_proven(&self, now: Timestamp) -> Result<(), Rejection> {
        self.admit(self.decide(false, now))
    }

    pub(super) fn decision(&self, now: Timestamp) -> SessionDecision {
        self.decide(self.device_trusted, now)
    }

    fn decide(&self, device_trusted: bool, now: Timestamp) -> SessionDecision {
        if self.policy.is_content_with_provider(&self.session) {
            return SessionDecision::Full;
        }
        self.policy.decide_session(&self.user, &self.session, device_trusted, now)
    }

    fn admit(&self, decision: SessionDecision) -> Result<(), Rejection> {
        match decision {
            SessionDecision::Full => Ok(()),
            SessionDecision::EnrollFirst => Err(Rejection::EnrollmentRequired),
            SessionDecision::StepUpFirst => Err(self.step_up_required()),
            SessionDecision::Blocked => Err(Rejection::BlockedPastDeadline),
        }
    }

    /// Errors: the caller has a permission that the second factor guards, is required to have one, and has not got it.
    /// There is no grace for administration.
    pub fn require_factor_if_required(&self, now: Timestamp) -> Result<(), Rejection> {
        let lacks = !self.user.factor.is_enrolled()
            && self.policy.requires_factor(&self.user, now)
            && !self.policy.is_content_with_provider(&self.session);
        if lacks { Err(Rejection::EnrollmentRequired) } else { Ok(()) }
    }

    /// Errors: the caller has a factor, and did not prove it lately.
    pub fn require_step_up(&self, now: Timestamp) -> Result<(), Rejection> {
        let proven = !self.user.factor.is_enrolled() || self.session.is_stepped_up(&self.policy, now);
        if proven { Ok(()) } else { Err(self.step_up_required()) }
    }

    fn step_up_required(&self) -> Rejection {
        Rejection::StepUpRequired { max_age_seconds: self.policy.step_up_max_age().num_seconds() }
    }
}

/// What an access token says that is ours and in its time; whether its session lives is for the database to say.
#[derive(Clone)]
pub struct Claimed(Arc<Claims>);

impl Claimed {
    /// Errors: the token is not ours, or out of its time.
    pub fn read(app: &App, access_token: &str) -> Result<Self, Rejection> {
        let claims = app.keys().access_tokens.check(access_token, app.clock.now());
        claims.map(Self).ok_or(Rejection::Unauthenticated)
    }

    pub fn organization_id(&self) -> OrganizationId {
        OrganizationId(self.0.org)
    }

    fn session_id(&self) -> SessionId {
        SessionId(self.0.sid)
    }

    /// Errors: the token, its session, epoch or user is no more.
    fn admit(&self, caller: Caller, now: Timestamp) -> Result<Caller, Rejection> {
        let Caller { user, session, .. } = &caller;
        let stands = self.0.is_in_time(now)
            && self.0.sub == user.id.0
            && self.0.epoch == user.epoch
            && session.is_live(user.epoch, now)
            && !user.suspended;
        if !stands {
            return Err(Rejection::Unauthenticated);
        }
        log_user(user.organization_id, user.id);
        Ok(caller)
    }
}

/// The holder of an access token. Errors: the token, its session, epoch or user is no more.
pub fn authenticate(op: &Operation, claimed: &Claimed) -> Result<Caller, Failure> {
    let found = op.read(|rx| {
        let found = callers::find(rx, claimed.organization_id(), claimed.session_id())?;
        let Some((session, user, policy)) = found else { return Ok(None) };
        let device_trusted = session.rests_on_device()
            && trusted_devices::find(op, rx, Account::of(&user), &policy)?.is_some();
        Ok(Some(Caller { device_trusted, ..Caller::new(user, session, policy) }))
    })?;
    let caller = found.ok_or(Rejection::Unauthenticated)?;
    Ok(claimed.admit(caller, op.now)?)
}

/// Who only wants to know whether they are signed in goes with others of their organization.
impl Together for Claimed {
    type Group = OrganizationId;
    type Answer = Caller;

    const LINGER: Duration = Duration::ZERO;

    fn ask_together(organization: &OrganizationId, asked: &[Asked<Self>]) -> Vec<Settled<Caller>> {
        let Some(first) = asked.first() else { return Vec::new() };
        let sessions: Vec<_> = asked.iter().map(|asked| asked.question.session_id()).collect();
        let found = match first.op.read(|rx| callers::find_all(rx, *organization, &sessions)) {
            Ok(found) => found,
            Err(fault) => return Settled::broken(asked, fault),
        };
        let settled = asked.iter().map(|Asked { op, question, span }| {
            let _entered = span.enter();
            let found = found.iter().find(|(session, ..)| session.id == question.session_id());
            let Some((session, user, policy)) = found.cloned() else {
                return Settled::Told(Err(Rejection::Unauthenticated.into()));
            };
            // Its device is to be found as well.
            if session.rests_on_device() {
                return Settled::ALONE;
            }
            Settled::Told(question.admit(Caller::new(user, session, policy), op.now).map_err(Failure::from))
        });
        settled.collect()
    }

    fn ask_alone(&self, op: &Operation, _: &OrganizationId, _: bool) -> Result<Caller, Failure> {
        authenticate(op, self)
    }

    fn note_group(metrics: &Metrics, size: usize) {
        metrics.groups.session_checks.note(size);
    }
}
