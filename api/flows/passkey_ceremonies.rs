//! What authenticators are asked to sign, and the verdict about what they answer: each question is good for one answer, right
//! or wrong.

use serde_json::json;

use super::{
    Operation,
    caller::Caller,
    challenge::hold_open,
    freezing::lock_unfrozen,
    outbox::next_allowed,
    second_factor::{Judgement, Proven},
};
use crate::{
    crypto::{
        opaque_token::{OpaqueToken, TokenKind},
        passkeys::RequestState,
    },
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        challenge::Method,
        message::{Message, MessageKind},
        passkey::{
            Assertion, CEREMONY_LIFETIME, Descriptor, Passkey, Refusal, RequestOptions, UserHandle,
            UserVerification,
        },
        rejection::{FieldError, Rejection},
        throttle::SECOND_FACTOR,
    },
    error::{Failure, Fault},
    store::{
        Tx, budgets,
        passkey_ceremonies::{self, Owner},
        passkeys, users,
    },
};

/// A question for a signature.
pub struct AskedSignature {
    pub options: RequestOptions,
    pub expires_at: Timestamp,
}

/// Asks for a passkey as the answer to a challenge, in the place of any such question before. Errors: the challenge has ended,
/// or takes none.
pub fn begin_for_challenge(op: &Operation, challenge_id: &str) -> Result<AskedSignature, Failure> {
    let token = OpaqueToken::parse(TokenKind::Challenge, challenge_id).ok_or(Rejection::ChallengeExpired)?;
    let (organization, digests) = (token.organization_id, token.digests(op.keyring()));
    op.write(|tx| {
        let Some((user, challenge)) = hold_open(op, tx, organization, &digests)? else {
            return Err(Rejection::ChallengeExpired.into());
        };
        if !challenge.methods.contains(&Method::Passkey) {
            let message = "This challenge takes no passkey.";
            return Err(FieldError::new("method", "not_offered", message).into());
        }
        let account = Account::of(&user);
        Ok(ask_holder(op, tx, account, Owner::Challenge(account, challenge.id))?)
    })
}

/// Asks for a passkey inside the caller's session. Errors: they have none, or the account is frozen.
pub fn begin_in_session(op: &Operation, caller: &Caller) -> Result<AskedSignature, Failure> {
    let account = caller.account();
    op.write(|tx| {
        let user = lock_unfrozen(tx, account)?;
        if !user.factor.kinds().contains(&Method::Passkey) {
            return Err(Rejection::EnrollFirst.into());
        }
        Ok(ask_holder(op, tx, account, Owner::Session(account, caller.session.id))?)
    })
}

fn ask_holder(op: &Operation, tx: &mut Tx, account: Account, owner: Owner) -> Result<AskedSignature, Fault> {
    let held = passkeys::list(tx, account)?;
    let allowed = held.into_iter().map(|passkey| passkey.credential.descriptor).collect();
    ask(op, tx, owner, allowed, UserVerification::Preferred)
}

/// Begins a ceremony.
pub(super) fn ask(
    op: &Operation,
    tx: &mut Tx,
    owner: Owner,
    allowed: Vec<Descriptor>,
    user_verification: UserVerification,
) -> Result<AskedSignature, Fault> {
    let (options, state) = op.app.relying_party.ask_for_signature(allowed, user_verification)?;
    let state = serde_json::to_value(&state).map_err(Fault::internal)?;
    let expires_at = op.now + CEREMONY_LIFETIME;
    passkey_ceremonies::put(tx, owner, &state, expires_at)?;
    Ok(AskedSignature { options, expires_at })
}

/// The state of a ceremony, which is used up by it.
pub(super) fn take(op: &Operation, tx: &mut Tx, owner: Owner) -> Result<Option<RequestState>, Fault> {
    let state = passkey_ceremonies::take(tx, owner, op.now)?;
    state.map(|state| serde_json::from_value(state).map_err(Fault::internal)).transpose()
}

/// Judges a signature that follows a password, or a session. Nobody guesses one, so none is withheld, and a right one opens the
/// pool of those that can be guessed.
pub(super) fn judge(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    owner: Owner,
    answer: &Assertion,
) -> Result<Judgement, Fault> {
    let Some(state) = take(op, tx, owner)? else { return Ok(Judgement::Refused(Refusal::NoCeremony)) };
    Ok(match prove(op, tx, account, &state, answer)? {
        Ok(passkey) => Judgement::Accepted(Proven::Passkey(passkey.id)),
        Err(refusal) => Judgement::Refused(refusal),
    })
}

/// The user's passkey that has signed what was asked for, its counter used up. The user's row is locked.
pub(super) fn prove(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    state: &RequestState,
    answer: &Assertion,
) -> Result<Result<Passkey, Refusal>, Fault> {
    let Some(passkey) = passkeys::find(tx, account, &answer.credential_id)? else {
        return Ok(Err(Refusal::UnknownCredential));
    };
    let handle = handle_of(account);
    let checked = op.app.relying_party.check_signature(state, handle, &passkey.credential, answer)?;
    let used_up = match checked {
        Ok(signed) if passkeys::use_up(tx, account, passkey.id, &signed, op.now)? => Ok(()),
        Ok(_) => Err(Refusal::CounterNotRisen),
        Err(refusal) => Err(refusal),
    };
    match used_up {
        Ok(()) => {
            budgets::reopen(tx, account, &SECOND_FACTOR)?;
            Ok(Ok(passkey))
        }
        Err(refusal) => {
            if refusal == Refusal::CounterNotRisen {
                suspect_clone(op, tx, account, &passkey)?;
            }
            Ok(Err(refusal))
        }
    }
}

/// Somebody has signed with a counter that is used up: perhaps with a copy of the key. Its owner is told, not each time of many.
fn suspect_clone(op: &Operation, tx: &mut Tx, account: Account, passkey: &Passkey) -> Result<(), Fault> {
    let user = users::find(tx, account)?.ok_or_else(|| Fault::internal("a passkey without its user"))?;
    let action = Action::PasskeyCloneSuspected;
    let event = AuditEvent::about_user(account.organization_id, Some(account.user_id), action);
    let event = event.failed().with(json!({"passkey": passkey.id, "name": passkey.name}));
    let is_told = next_allowed(op, tx, account, MessageKind::PasskeyCopied)?.is_none();
    let message = is_told.then(|| Message::PasskeyCopied { passkey: passkey.name.as_str().to_owned() });
    op.tell(tx, event, &user, message)
}

pub(super) fn handle_of(account: Account) -> UserHandle {
    UserHandle { organization_id: account.organization_id, user_id: account.user_id }
}
