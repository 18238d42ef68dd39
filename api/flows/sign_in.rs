//! The end of a sign-in: its session begins, or what was proven leads to an enrollment first.

use serde_json::{Value, json};

use super::{
    Operation,
    login::DemandedEnrollment,
    second_factor::Proven,
    sessions::{self, Opened},
    sign_in_notices, trusted_devices,
};
use crate::{
    crypto::opaque_token::{OpaqueToken, TokenKind},
    domain::{
        acceptance::Lack,
        audit::{Action, AuditEvent},
        challenge::{Answer, Challenge},
        decision::Blocked,
        message::{Message, Recipient},
        policy::Policy,
        rejection::Rejection,
        session::{ENROLLMENT_GRANT_LIFETIME, FirstStep, Proof, SecondStep},
        user::User,
    },
    error::{Failure, Fault},
    store::{
        Tx,
        enrollment_grants::{self, EnrollmentGrant},
        means::Means,
    },
};

/// How a sign-in began.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub first_step: FirstStep,
    /// What stood in the form beside the password; looked at where the policy asks on a single form.
    pub answer: Option<&'a Answer>,
    /// Whether the refresh token goes into a cookie.
    pub cookie: bool,
}

impl Entry<'_> {
    /// Of the sign-in that a challenge is the second step of.
    pub(super) fn of(challenge: &Challenge) -> Self {
        Self { first_step: challenge.first_step(), answer: None, cookie: challenge.cookie }
    }

    /// What was proven where that came next, at once.
    pub(super) fn proof(self, op: &Operation, second_step: SecondStep) -> Proof {
        Proof { first_step: self.first_step, authenticated_at: op.now, second_step }
    }
}

/// Where a sign-in has come to.
pub(super) enum Arrived {
    SignedIn(Box<Opened>),
    EnrollmentDemanded(DemandedEnrollment),
}

/// Begins the session of a user who has proven all that is asked, and tells them of what they may not know.
pub(super) fn complete(
    op: &Operation,
    tx: &mut Tx,
    user: User,
    policy: &Policy,
    arrival: Arrival,
) -> Result<Box<Opened>, Fault> {
    let Arrival { proof, cookie, trusts_device, proven, mut detail, recovery_codes_left: left } = arrival;
    name_provider(&mut detail, proof.first_step);
    let recipient = Recipient::from(&user);
    let message = match sign_in_notices::of_recovery_code(proven.as_ref(), left)? {
        // It names the device, too.
        Some(message) => Some(message),
        None => {
            let recognizable = cookie && sessions::is_complete(&user, proof);
            sign_in_notices::of_place(op, tx, &user, recognizable)?
        }
    };
    let frozen = user.frozen;
    let mut opened = sessions::begin(op, tx, user, policy, proof, cookie, left)?;
    let event = AuditEvent::in_session(opened.session(), Action::LoginSucceeded);
    op.tell(tx, event.with(detail), recipient, message)?;
    if trusts_device && !frozen {
        opened.device_token = trusted_devices::trust(op, tx, opened.session(), policy)?;
    }
    Ok(Box::new(opened))
}

/// Goes on after a factor that may not be one that the policy takes: it stands for who sets up the next. A rejection: by now
/// they are refused, or the account is frozen and nothing is set up.
pub(super) fn go_on_after_factor(
    op: &Operation,
    tx: &mut Tx,
    user: User,
    policy: &Policy,
    arrival: Arrival,
) -> Result<Arrived, Failure> {
    let why = match policy.lack(&user, op.now) {
        Lack::None | Lack::Tolerated => {
            return Ok(Arrived::SignedIn(complete(op, tx, user, policy, arrival)?));
        }
        Lack::Enroll { .. } if !user.frozen => {
            let Arrival { proof, cookie, detail, proven, recovery_codes_left: left, .. } = arrival;
            let message = sign_in_notices::of_recovery_code(proven.as_ref(), left)?;
            let entry = Entry { first_step: proof.first_step, answer: None, cookie };
            return Ok(demand_enrollment(op, tx, &user, policy, Demand { entry, detail, message })?);
        }
        Lack::Enroll { .. } => Blocked::Frozen,
        Lack::Refused => Blocked::PastDeadline,
    };
    block(op, tx, &user, why, arrival.detail)
}

/// Writes that a sign-in was blocked, and by what was proven before, as `detail`. Errors: so it was.
pub(super) fn block<T>(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    why: Blocked,
    mut detail: Value,
) -> Result<T, Failure> {
    match why {
        Blocked::PastDeadline => {}
        Blocked::Frozen => detail["reason"] = json!("accountFrozen"),
        Blocked::PasswordByMail => detail["reason"] = json!("passwordByMail"),
    }
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::LoginBlocked);
    op.record(tx, event.failed().with(detail))?;
    Err(Rejection::from(why).into())
}

/// Says in the audit log where the first step was taken.
fn name_provider(detail: &mut Value, first_step: FirstStep) {
    if let Some(id) = first_step.provider() {
        detail["provider"] = json!({"id": id});
    }
}

/// How somebody comes in.
pub(super) struct Arrival {
    pub proof: Proof,
    /// Whether the refresh token goes into a cookie.
    pub cookie: bool,
    /// Whether the second factor is not to be asked for in this browser for some days.
    pub trusts_device: bool,
    /// What was used up for it.
    pub proven: Option<Proven>,
    /// By what they came in, for the audit log.
    pub detail: Value,
    /// After that.
    pub recovery_codes_left: i64,
}

impl Arrival {
    /// Without a second factor of ours; `detail` says what came after the first step.
    pub(super) fn by_first_step(proof: Proof, cookie: bool, detail: Value, means: &Means) -> Self {
        let recovery_codes_left = means.recovery_codes_left;
        Self { proof, cookie, trusts_device: false, proven: None, detail, recovery_codes_left }
    }
}

/// How somebody comes to an enrollment.
pub(super) struct Demand<'a> {
    entry: Entry<'a>,
    /// By what they came, for the audit log.
    detail: Value,
    /// What they are told of it.
    message: Option<Message>,
}

impl<'a> Demand<'a> {
    pub(super) fn new(entry: Entry<'a>, detail: Value) -> Self {
        Self { entry, detail, message: None }
    }
}

/// Gives the permission to enroll to somebody who has proven all that they can.
pub(super) fn demand_enrollment(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    policy: &Policy,
    demand: Demand,
) -> Result<Arrived, Fault> {
    let Demand { entry, mut detail, message } = demand;
    name_provider(&mut detail, entry.first_step);
    let token = OpaqueToken::new(TokenKind::Enrollment, user.organization_id, &*op.app.random);
    let grant = EnrollmentGrant {
        id: op.new_id(),
        user_id: user.id,
        epoch: user.epoch,
        first_step: entry.first_step,
        cookie: entry.cookie,
        authenticated_at: op.now,
        expires_at: op.now + ENROLLMENT_GRANT_LIFETIME,
    };
    enrollment_grants::insert(tx, user.organization_id, &grant, &token.digest(op.keyring()))?;
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::LoginEnrollmentDemanded);
    op.tell(tx, event.with(detail), user, message)?;
    let deadline = policy.deadline(user, op.now).and_then(|deadline| deadline.at);
    let (token, offers) = (token.reveal(), policy.offered(user, op.now));
    let demanded = DemandedEnrollment { token, offers, deadline, expires_at: grant.expires_at };
    Ok(Arrived::EnrollmentDemanded(demanded))
}
