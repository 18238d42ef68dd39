//! Recovery codes: made in sets, shown once, kept as digests.

use serde_json::{Value, json};

use super::{
    Operation,
    caller::Caller,
    freezing::lock_unfrozen,
    second_factor::{Judgement, judge_in_session},
    sign_in_notices,
};

pub use crate::store::recovery_codes::Listed;
use crate::{
    crypto::{
        digest::{digest, digest_with, digests, sha256},
        keyring::Purpose,
        sealer,
    },
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        challenge::{FactorProof, MOST_FAILURES, Method},
        import::RecoveryOrigin,
        message::Message,
        policy::Policy,
        recovery_code::{FEW_LEFT, ImportedRecoveryCode, RecoveryCode, TypedRecoveryCode},
        rejection::Rejection,
    },
    error::{Failure, Fault},
    store::{Rx, Tx, recovery_codes, users},
};

pub use crate::store::recovery_codes::Summary;

/// The codes of a new set in the order of their numbers, which begin at 1: shown once.
pub type NewSet = Vec<RecoveryCode>;

/// A set without its codes.
pub struct ListedSet {
    pub generated_at: Option<Timestamp>,
    pub codes: Vec<Listed>,
    pub remaining: usize,
    /// Few are left, so a fresh set is offered.
    pub suggest_new: bool,
}

/// Puts a fresh set in the place of the user's old one, where the policy allows recovery codes.
pub(super) fn generate(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    policy: &Policy,
) -> Result<Option<NewSet>, Fault> {
    if !policy.allows_recovery_codes() {
        return Ok(None);
    }
    let codes: NewSet =
        (0..policy.recovery_code_count).map(|_| RecoveryCode::new(op.app.random.bytes())).collect();
    let digests = codes
        .iter()
        .map(|code| digest(op.keyring(), Purpose::Recovery, &digest_parts(&account, code)))
        .collect();
    recovery_codes::replace_set(tx, account, digests, op.now)?;
    users::forget_recovery_origin(tx, account)?;
    Ok(Some(codes))
}

/// What the digest of a code covers: whose it is, and the code.
pub(super) fn digest_parts<'a>(account: &'a Account, code: &'a RecoveryCode) -> [&'a [u8]; 3] {
    [account.organization_id.0.as_bytes(), account.user_id.0.as_bytes(), code.expose()]
}

/// What is stored of a code that another system made: once it is here, it says nothing without the key.
pub(super) fn imported_digest(op: &Operation, account: &Account, code: &ImportedRecoveryCode) -> Vec<u8> {
    let keyring = op.keyring();
    match code {
        ImportedRecoveryCode::Ours(code) => digest(keyring, Purpose::Recovery, &digest_parts(account, code)),
        ImportedRecoveryCode::Text(text) => {
            digest(keyring, Purpose::Recovery, &foreign_parts(account, TEXT, text.as_bytes()))
        }
        ImportedRecoveryCode::Sha256(hash) => {
            digest(keyring, Purpose::Recovery, &foreign_parts(account, SHA256, hash))
        }
        ImportedRecoveryCode::Elsewhere { digest: made, .. } => {
            digest(keyring, Purpose::Recovery, &foreign_parts(account, ORIGIN, made))
        }
    }
}

/// Whether a typed code was one of a user's set, and is used up.
pub(super) fn was_used(
    op: &Operation,
    rx: &mut Rx,
    account: Account,
    code: &TypedRecoveryCode,
) -> Result<bool, Fault> {
    let digests = candidates(op, rx, &account, code)?;
    recovery_codes::has_used(rx, account, &digests)
}

/// Under which digests a typed code may be stored, whoever made it.
pub(super) fn candidates(
    op: &Operation,
    rx: &mut Rx,
    account: &Account,
    code: &TypedRecoveryCode,
) -> Result<Vec<Vec<u8>>, Fault> {
    let keyring = op.keyring();
    let mut found = Vec::new();
    each_form(account, code, |parts| found.extend(digests(keyring, Purpose::Recovery, parts)));
    let row = (account.organization_id, account.user_id);
    if let Some(sealed) = users::recovery_origin(rx, *account)? {
        let RecoveryOrigin { organization_id, user_id, keys } = sealer::open_origin(keyring, row, &sealed)?;
        let there = Account { organization_id, user_id };
        for key in &keys {
            each_form(&there, code, |parts| {
                let digest = digest_with(key, parts);
                found.extend(digests(keyring, Purpose::Recovery, &foreign_parts(account, ORIGIN, &digest)));
            });
        }
    }
    Ok(found)
}

/// What digests of a code cover in each of the forms that it may have.
fn each_form(account: &Account, code: &TypedRecoveryCode, mut found: impl FnMut(&[&[u8]])) {
    found(&foreign_parts(account, TEXT, code.canonical().as_bytes()));
    if let Some(code) = code.ours() {
        found(&digest_parts(account, code));
    }
    for spelling in code.spellings() {
        found(&foreign_parts(account, SHA256, &sha256(spelling.as_bytes())));
    }
}

const TEXT: &[u8] = b"text";
const SHA256: &[u8] = b"sha256";
const ORIGIN: &[u8] = b"origin";

fn foreign_parts<'a>(account: &'a Account, form: &'static [u8], value: &'a [u8]) -> [&'a [u8]; 4] {
    [account.organization_id.0.as_bytes(), account.user_id.0.as_bytes(), form, value]
}

/// Replaces the caller's set, for a current code of an authenticator or a passkey. Errors: no factor, a wrong code, too many of them,
/// or a policy without recovery codes.
pub fn regenerate(op: &Operation, caller: &Caller, proof: &FactorProof) -> Result<NewSet, Failure> {
    let account = caller.account();
    op.write(|tx| {
        let user = lock_unfrozen(tx, account)?;
        if !user.factor.is_enrolled() {
            return Err(Rejection::EnrollFirst.into());
        }
        if !caller.policy.allows_recovery_codes() {
            return Err(Rejection::BlockedByPolicy.into());
        }
        let judgement = judge_in_session(op, tx, caller, proof)?;
        let detail = detail_of(&judgement);
        refuse_in_session(op, tx, caller, &judgement, detail)?;
        let codes = generate(op, tx, account, &caller.policy)?.ok_or(Rejection::BlockedByPolicy)?;
        let event = AuditEvent::in_session(&caller.session, Action::RecoveryCodesRegenerated);
        let message = Message::RecoveryCodesRegenerated { count: codes.len() };
        op.announce(tx, event.with(json!({"codes": codes.len()})), &user, message)?;
        Ok(codes)
    })
}

/// Why a passkey was refused, for the audit log; nothing of what can be guessed.
pub(super) fn detail_of(judgement: &Judgement) -> Value {
    match judgement {
        Judgement::Refused(refusal) => json!({"method": Method::Passkey, "reason": refusal}),
        Judgement::Accepted(_) | Judgement::Rejected { .. } | Judgement::Withheld { .. } => json!({}),
    }
}

/// The rejection and the audit event of a code that was not accepted inside a session.
pub(super) fn refuse_in_session(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    judgement: &Judgement,
    detail: Value,
) -> Result<(), Failure> {
    let (action, rejection) = match judgement {
        Judgement::Accepted(_) => return Ok(()),
        // Nothing is counted down: a signature is not guessed.
        Judgement::Refused(_) => {
            (Action::CodeRejected, Rejection::CodeRejected { attempts_remaining: MOST_FAILURES })
        }
        Judgement::Rejected { remaining, .. } => {
            (Action::CodeRejected, Rejection::CodeRejected { attempts_remaining: remaining.unwrap_or(0) })
        }
        Judgement::Withheld { retry_at } => {
            (Action::CodeThrottled, Rejection::TooManyAttempts { retry_at: *retry_at })
        }
    };
    let event = AuditEvent::in_session(&caller.session, action).with(detail);
    sign_in_notices::record_refusal(op, tx, event, &caller.user, judgement)?;
    Err(rejection.into())
}

/// The caller's set: which numbers are used, and when they were.
pub fn list(op: &Operation, caller: &Caller) -> Result<ListedSet, Failure> {
    let codes = op.read(|rx| recovery_codes::list(rx, caller.account()))?;
    let remaining = codes.iter().filter(|code| code.is_open()).count();
    let few = i64::try_from(remaining).is_ok_and(|remaining| remaining <= FEW_LEFT);
    Ok(ListedSet {
        generated_at: codes.first().map(|code| code.generated_at),
        suggest_new: few && !codes.is_empty(),
        remaining,
        codes,
    })
}
