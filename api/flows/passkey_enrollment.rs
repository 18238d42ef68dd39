//! Enrollment of passkeys: an authenticator is asked for a credential, and what it makes becomes a factor.

use serde_json::json;

use super::{
    Operation,
    enrollment::{Enroller, claim, first_codes, go_on},
    freezing::lock_unfrozen,
    passkey_ceremonies::handle_of,
    recovery::NewSet,
    sessions::{Opened, SignedIn},
};
use crate::{
    crypto::passkeys::CreationState,
    domain::{
        Timestamp,
        audit::Action,
        challenge::Method,
        message::{FactorChange, FactorKind, Message},
        passkey::{
            self, Attestation, CEREMONY_LIFETIME, CreationOptions, Credential, Passkey, PasskeyName, Refusal,
        },
        rejection::Rejection,
        user::User,
    },
    error::{Failure, Fault},
    store::{
        Tx, organizations, passes,
        passkey_ceremonies::{self, Owner},
        passkeys,
    },
};

/// A question for a new credential.
pub struct AskedCredential {
    pub options: CreationOptions,
    /// Of the organization.
    pub organization_name: String,
    pub email: String,
    pub display_name: String,
    pub expires_at: Timestamp,
}

/// Asks for one more passkey, in the place of any such question before. Errors: the user has as many as anybody may have, or
/// needs a step-up; or the policy has no passkeys.
pub fn begin(op: &Operation, enroller: &Enroller) -> Result<AskedCredential, Failure> {
    enroller.require_step_up(op.now)?;
    enroller.require_admission(Method::Passkey, op.now)?;
    let account = enroller.account();
    op.write(|tx| {
        let user = lock_unfrozen(tx, account)?;
        let held = passkeys::list(tx, account)?;
        if held.len() >= passkey::MOST {
            return Err(Rejection::PasskeyLimit.into());
        }
        let held = held.into_iter().map(|passkey| passkey.credential.descriptor).collect();
        let (options, state) = op.app.relying_party.ask_for_credential(handle_of(account), held)?;
        let state = serde_json::to_value(&state).map_err(Fault::internal)?;
        let expires_at = op.now + CEREMONY_LIFETIME;
        passkey_ceremonies::put(tx, Owner::Enroller(account), &state, expires_at)?;
        op.record(tx, enroller.event(Action::EnrollmentBegun).with(json!({"factor": Method::Passkey})))?;
        let organization_name = organizations::name(tx, account.organization_id)?;
        let User { email, display_name, .. } = user;
        Ok(AskedCredential { options, organization_name, email, display_name, expires_at })
    })
}

/// A passkey that has just become a factor.
pub struct EnrolledPasskey {
    pub passkey: Passkey,
    /// With the first factor: shown once.
    pub recovery_codes: Option<NewSet>,
    pub signed_in: SignedIn,
}

/// Makes the credential that was asked for a factor. The user's other sessions end; the caller's goes on under fresh tokens, or
/// begins. Errors: nothing was asked, or it is not that; the user is blocked by now.
pub fn enroll(
    op: &Operation,
    enroller: &Enroller,
    name: &PasskeyName,
    answer: &Attestation,
) -> Result<EnrolledPasskey, Failure> {
    enroller.require_admission(Method::Passkey, op.now)?;
    let (opened, recovery_codes, passkey) = op.write(|tx| enroll_in(op, tx, enroller, name, answer))?;
    Ok(EnrolledPasskey { passkey, recovery_codes, signed_in: opened.issue(op)? })
}

fn enroll_in(
    op: &Operation,
    tx: &mut Tx,
    enroller: &Enroller,
    name: &PasskeyName,
    answer: &Attestation,
) -> Result<(Opened, Option<NewSet>, Passkey), Failure> {
    let account = enroller.account();
    let user = lock_unfrozen(tx, account)?;
    if user.epoch != enroller.user().epoch || user.suspended {
        return Err(Rejection::Unauthenticated.into());
    }
    let credential = match check(op, tx, enroller, answer)? {
        Ok(credential) => credential,
        Err(refusal) => return refuse(op, tx, enroller, refusal),
    };
    if passkeys::list(tx, account)?.len() >= passkey::MOST {
        return Err(Rejection::PasskeyLimit.into());
    }
    let (name, last_used_at) = (name.as_str().to_owned(), None);
    let passkey = Passkey { id: op.new_id(), name, credential, enrolled_at: op.now, last_used_at };
    if !passkeys::insert(tx, account, &passkey)? {
        return refuse(op, tx, enroller, Refusal::AlreadyEnrolled);
    }
    if !claim(op, tx, enroller)? {
        passkeys::delete(tx, account, passkey.id)?;
        return Err(Rejection::Unauthenticated.into());
    }
    passes::close_all(tx, account, op.now)?;
    let codes = first_codes(op, tx, enroller, &user)?;
    let detail = json!({"passkey": passkey.id, "recoveryCodes": codes.as_ref().map(Vec::len)});
    let event = enroller.event(Action::PasskeyEnrolled).with(detail);
    op.announce(tx, event, &user, told(&user, &passkey))?;
    let opened = go_on(op, tx, enroller, Method::Passkey)?;
    Ok((opened, codes, passkey))
}

/// Uses the question up, whatever the answer is worth.
fn check(
    op: &Operation,
    tx: &mut Tx,
    enroller: &Enroller,
    answer: &Attestation,
) -> Result<Result<Credential, Refusal>, Fault> {
    let Some(state) = passkey_ceremonies::take(tx, Owner::Enroller(enroller.account()), op.now)? else {
        return Ok(Err(Refusal::NoCeremony));
    };
    let state: CreationState = serde_json::from_value(state).map_err(Fault::internal)?;
    op.app.relying_party.check_credential(&state, answer)
}

fn refuse<T>(op: &Operation, tx: &mut Tx, enroller: &Enroller, refusal: Refusal) -> Result<T, Failure> {
    let event = enroller.event(Action::PasskeyRejected).failed();
    op.record(tx, event.with(json!({"reason": refusal})))?;
    Err(Rejection::PasskeyRejected { refusal }.into())
}

fn told(user: &User, passkey: &Passkey) -> Message {
    let (authenticator, factor) = (passkey.name.clone(), FactorKind::Passkey);
    if user.factor.is_enrolled() {
        Message::FactorModified { authenticator, factor, change: FactorChange::Added }
    } else {
        Message::FactorEnabled { authenticator, factor }
    }
}
