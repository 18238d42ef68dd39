//! Trusted devices: browsers in which a sign-in skips the challenge. They stand for no factor, and never for a step-up.

use serde_json::json;

use super::{Operation, caller::Caller, freezing::lock_unfrozen};
use crate::{
    crypto::opaque_token::{OpaqueToken, TokenKind},
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        id::DeviceId,
        policy::Policy,
        rejection::Rejection,
        session::Session,
        trusted_device::{MOST, TrustedDevice},
    },
    error::{Failure, Fault},
    store::{Rx, Tx, trusted_devices},
};

/// What a browser is trusted by from now on.
pub struct DeviceToken {
    pub token: String,
    pub expires_at: Timestamp,
}

/// The device that the request comes from, if it is one that its user trusts.
pub(super) fn find(
    op: &Operation,
    rx: &mut Rx,
    account: Account,
    policy: &Policy,
) -> Result<Option<TrustedDevice>, Fault> {
    let token = op.device.as_ref().filter(|token| token.organization_id == account.organization_id);
    let Some(token) = token else { return Ok(None) };
    let found = trusted_devices::find(rx, account, &token.digests(op.keyring()))?;
    Ok(found.filter(|device| device.is_trusted(policy, op.now)))
}

/// Trusts the browser of a session that has just begun by a second factor, where the policy lets users do so. The user's row
/// is locked.
pub(super) fn trust(
    op: &Operation,
    tx: &mut Tx,
    session: &Session,
    policy: &Policy,
) -> Result<Option<DeviceToken>, Fault> {
    let Some(trust) = policy.device_trust() else { return Ok(None) };
    let account = Account { organization_id: session.organization_id, user_id: session.user_id };
    let token = OpaqueToken::new(TokenKind::Device, session.organization_id, &*op.app.random);
    let device = TrustedDevice {
        id: op.new_id(),
        client: op.origin.client.clone(),
        trusted_at: op.now,
        last_used_at: op.now,
        expires_at: op.now + trust,
    };
    trusted_devices::trim(tx, account, MOST - 1)?;
    trusted_devices::insert(tx, account, &device, token.digest(op.keyring()))?;
    let event = AuditEvent::in_session(session, Action::DeviceTrusted);
    op.record(tx, event.with(json!({"device": device.id, "until": device.expires_at})))?;
    Ok(Some(DeviceToken { token: token.reveal(), expires_at: device.expires_at }))
}

/// A trusted device as its user sees it.
pub struct ListedDevice {
    pub device: TrustedDevice,
    pub ends_at: Timestamp,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// The devices that the caller trusts, the last used first.
pub fn list(op: &Operation, caller: &Caller) -> Result<Vec<ListedDevice>, Failure> {
    let (account, policy) = (caller.account(), &caller.policy);
    Ok(op.read(|rx| {
        let current = find(op, rx, account, policy)?.map(|device| device.id);
        let trusted = trusted_devices::list(rx, account)?.into_iter();
        let trusted = trusted.filter(|device| device.is_trusted(policy, op.now));
        Ok(trusted
            .map(|device| ListedDevice {
                ends_at: device.ends_at(policy),
                current: Some(device.id) == current,
                device,
            })
            .collect())
    })?)
}

/// Trusts a device of the caller no more. Errors: there is no such device.
pub fn revoke(op: &Operation, caller: &Caller, id: DeviceId) -> Result<(), Failure> {
    op.write(|tx| {
        lock_unfrozen(tx, caller.account())?;
        if !trusted_devices::delete(tx, caller.account(), id)? {
            return Err(Rejection::NotFound.into());
        }
        let event = AuditEvent::in_session(&caller.session, Action::DeviceRevoked);
        op.record(tx, event.with(json!({"device": id})))?;
        Ok(())
    })
}
