//! Sign-in by a passkey alone: its authenticator verifies the user, so that it stands for the password as well.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Operation,
    passkey_ceremonies::{self, AskedSignature, prove},
    second_factor::Proven,
    sessions::SignedIn,
    sign_in::{self, Arrival},
};
use crate::{
    crypto::passkeys::{RequestState, decoys},
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        challenge::Method,
        id::{CeremonyId, INSTALLATION, UserId},
        passkey::{Assertion, CEREMONY_LIFETIME, Passkey, Refusal, UserHandle, UserVerification},
        policy::Policy,
        rejection::Rejection,
        session::{FirstStep, Proof, SecondStep},
        user::{EmailAddress, User},
    },
    error::{Failure, Fault},
    store::{
        Tx, login_directory,
        passkey_ceremonies::{self as ceremony_rows, Owner},
        passkeys, policies, recovery_codes, users,
    },
};

/// A question for a signature that signs in.
pub struct AskedSignIn {
    pub id: CeremonyId,
    pub asked: AskedSignature,
}

/// What is remembered of the question.
#[derive(Serialize, Deserialize)]
struct State {
    request: RequestState,
    /// Whose address was typed: a credential that its authenticator cannot find by itself comes without its user.
    expected: Option<UserHandle>,
}

/// Asks for a passkey of whoever has that address, or of anybody. Who has none, and who is not known at all, gets credentials
/// that nobody has. Errors: so many were asked at one address.
pub fn begin(op: &Operation, email: Option<&EmailAddress>) -> Result<AskedSignIn, Failure> {
    op.admit_stranger()?;
    let (expected, allowed) = match email {
        None => (None, Vec::new()),
        Some(email) => {
            let (account, held) = op.read(|rx| {
                let found = login_directory::find(rx, email)?;
                // Nobody's passkeys are looked for, too: the time does not tell who is known.
                let nobody = Account { organization_id: INSTALLATION, user_id: UserId(INSTALLATION.0) };
                let account = found.unwrap_or(nobody);
                Ok((account, passkeys::list(rx, account)?))
            })?;
            let decoys = decoys(op.keyring(), email.as_str());
            let known = !held.is_empty();
            let held = held.into_iter().map(|passkey| passkey.credential.descriptor.without_transports());
            let expected = known.then(|| passkey_ceremonies::handle_of(account));
            (expected, if known { held.collect() } else { decoys })
        }
    };
    let (options, request) = op.app.relying_party.ask_for_signature(allowed, UserVerification::Required)?;
    let state = serde_json::to_value(&State { request, expected }).map_err(Fault::internal)?;
    let (id, expires_at) = (op.new_id(), op.now + CEREMONY_LIFETIME);
    op.write(|tx| Ok(ceremony_rows::put(tx, Owner::SignIn(id), &state, expires_at)?))?;
    Ok(AskedSignIn { id, asked: AskedSignature { options, expires_at } })
}

/// Signs in by what was asked for. Errors: it is not that, or nobody whom the policy lets in by it; which of them is not told. So
/// many came from one address.
pub fn finish(op: &Operation, id: CeremonyId, answer: &Assertion, cookie: bool) -> Result<SignedIn, Failure> {
    // Wrong ones cost no hashing, and each leaves an event.
    op.admit_stranger()?;
    let opened = op.write(|tx| {
        let admitted = match admit(op, tx, id, answer)? {
            Ok(admitted) => admitted,
            Err(refused) => return refuse(op, tx, &refused),
        };
        let Admitted { user, policy, passkey } = admitted;
        let recovery_codes_left = recovery_codes::summary(tx, Account::of(&user))?.remaining;
        let detail = json!({"method": Method::Passkey, "passkey": passkey.id, "passwordless": true});
        let proof = Proof {
            first_step: FirstStep::Local,
            authenticated_at: op.now,
            second_step: SecondStep::Passwordless(op.now),
        };
        let (trusts_device, proven) = (false, Some(Proven::Passkey(passkey.id)));
        let arrival = Arrival { proof, cookie, trusts_device, proven, detail, recovery_codes_left };
        Ok(sign_in::complete(op, tx, user, &policy, arrival)?)
    })?;
    Ok(opened.issue(op)?)
}

struct Admitted {
    user: User,
    policy: Policy,
    passkey: Passkey,
}

/// Why nobody was let in, and whose account it is about, if it is known.
struct Refused {
    account: Option<Account>,
    refusal: Refusal,
}

fn admit(
    op: &Operation,
    tx: &mut Tx,
    id: CeremonyId,
    answer: &Assertion,
) -> Result<Result<Admitted, Refused>, Fault> {
    let unknown = |refusal| Ok(Err(Refused { account: None, refusal }));
    let Some(state) = ceremony_rows::take(tx, Owner::SignIn(id), op.now)? else {
        return unknown(Refusal::NoCeremony);
    };
    let State { request, expected } = serde_json::from_value(state).map_err(Fault::internal)?;
    let shown = answer.user_handle.as_deref().map(UserHandle::from_bytes);
    let handle = match (shown, expected) {
        (Some(shown), Some(expected)) if shown != Some(expected) => return unknown(Refusal::WrongUserHandle),
        (Some(Some(handle)), _) | (None, Some(handle)) => handle,
        (Some(None), _) | (None, None) => return unknown(Refusal::UnknownUser),
    };
    let account = Account { organization_id: handle.organization_id, user_id: handle.user_id };
    let Some(user) = users::lock(tx, account)? else { return unknown(Refusal::UnknownUser) };
    let refused = |refusal| Ok(Err(Refused { account: Some(account), refusal }));
    if user.suspended {
        return refused(Refusal::Suspended);
    }
    let policy = policies::find(tx, account.organization_id)?.policy;
    if !policy.allows_passkey_login() {
        return refused(Refusal::NotAllowed);
    }
    match prove(op, tx, account, &request, answer)? {
        Ok(passkey) => Ok(Ok(Admitted { user, policy, passkey })),
        Err(refusal) => refused(refusal),
    }
}

fn refuse<T>(op: &Operation, tx: &mut Tx, refused: &Refused) -> Result<T, Failure> {
    let Refused { account, refusal } = refused;
    let organization = account.map_or(INSTALLATION, |account| account.organization_id);
    let subject = account.map(|account| account.user_id);
    let event = AuditEvent::about_user(organization, subject, Action::LoginFailed).failed();
    op.record(tx, event.with(json!({"method": Method::Passkey, "reason": refusal})))?;
    Err(Rejection::LoginFailed.into())
}
