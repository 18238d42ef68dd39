//! The end of a sign-in: its session begins, or what was proven leads to an enrollment first.

use serde_json::Value;

use super::{
    Operation,
    login::DemandedEnrollment,
    sessions::{self, Opened},
    trusted_devices,
};
use crate::{
    crypto::opaque_token::{OpaqueToken, TokenKind},
    domain::{
        audit::{Action, AuditEvent},
        policy::Policy,
        session::{ENROLLMENT_GRANT_LIFETIME, Proof},
        user::User,
    },
    error::Fault,
    store::{
        Tx,
        enrollment_grants::{self, EnrollmentGrant},
    },
};

/// Where a sign-in has come to.
pub(super) enum Arrived {
    SignedIn(Box<Opened>),
    EnrollmentDemanded(DemandedEnrollment),
}

/// Begins the session of a user who has proven all that is asked; `detail` says by what, for the audit log.
pub(super) fn complete(
    op: &Operation,
    tx: &mut Tx,
    user: User,
    policy: &Policy,
    arrival: Arrival,
) -> Result<Arrived, Fault> {
    let Arrival { proof, cookie, trusts_device, detail } = arrival;
    let mut opened = sessions::begin(op, tx, user, policy, proof, cookie)?;
    let event = AuditEvent::in_session(opened.session(), Action::LoginSucceeded);
    op.record(tx, event.with(detail))?;
    if trusts_device {
        opened.device_token = trusted_devices::trust(op, tx, opened.session(), policy)?;
    }
    Ok(Arrived::SignedIn(Box::new(opened)))
}

/// How somebody comes in.
pub(super) struct Arrival {
    pub proof: Proof,
    /// Whether the refresh token goes into a cookie.
    pub cookie: bool,
    /// Whether the second factor is not to be asked for in this browser for some days.
    pub trusts_device: bool,
    pub detail: Value,
}

/// Gives the permission to enroll to somebody who has proven all that they can; `detail` says by what, for the audit log.
pub(super) fn demand_enrollment(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    policy: &Policy,
    cookie: bool,
    detail: Value,
) -> Result<Arrived, Fault> {
    let token = OpaqueToken::new(TokenKind::Enrollment, user.organization_id, &*op.app.random);
    let grant = EnrollmentGrant {
        id: op.new_id(),
        user_id: user.id,
        epoch: user.epoch,
        cookie,
        authenticated_at: op.now,
        expires_at: op.now + ENROLLMENT_GRANT_LIFETIME,
    };
    enrollment_grants::insert(tx, user.organization_id, &grant, &token.digest(&op.app.keyring))?;
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::LoginEnrollmentDemanded);
    op.record(tx, event.with(detail))?;
    let deadline = policy.deadline(user, op.now).and_then(|deadline| deadline.at);
    let demanded = DemandedEnrollment { token: token.reveal(), deadline, expires_at: grant.expires_at };
    Ok(Arrived::EnrollmentDemanded(demanded))
}
