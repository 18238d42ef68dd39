//! The verdict about a second factor, the same on every surface: charged or consumed before it is told.

use serde_json::{Value, json};

use super::{
    Operation, caller::Caller, email_codes, passes, passkey_ceremonies, recognition::second_factor_budget,
    recovery,
};
use crate::{
    crypto::sealer::{self, TotpRow},
    domain::{
        Timestamp,
        account::Account,
        authenticator::Authenticator,
        challenge::{Answer, FactorProof, Method},
        id::{AuthenticatorId, ChallengeId, PasskeyId},
        passkey::Refusal,
        policy::Policy,
        recovery_code::TypedRecoveryCode,
        throttle::{Admission, Exhausted, SECOND_FACTOR},
        totp::{self, OneTimeCode, TimeStep},
    },
    error::Fault,
    store::{
        Tx, authenticators,
        budgets::{self, Pool},
        means::Means,
        passkey_ceremonies::Owner,
        recovery_codes,
        step_consumption::{self, Consumption},
        trusted_devices,
        verdicts::Written,
    },
};

/// What is said about an answer, once the transaction that found it is committed.
#[must_use]
pub(super) enum Judgement {
    /// Right, and used up.
    Accepted(Proven),
    /// Wrong, and charged where it can be guessed: so many more may be, and so many were in a row.
    Rejected { remaining: Option<u32>, in_a_row: u32 },
    /// Of a passkey, which nobody guesses: not what was asked for.
    Refused(Refusal),
    /// Neither right nor wrong before this time.
    Withheld { retry_at: Timestamp },
}

impl Judgement {
    /// Wrong, and of a kind that cannot be guessed.
    pub(super) fn not_guessed() -> Self {
        Self::Rejected { remaining: None, in_a_row: 0 }
    }
}

/// Which credential was used up.
pub(super) enum Proven {
    Authenticator(AuthenticatorId),
    Passkey(PasskeyId),
    RecoveryCode { number: i16 },
    Pass,
    MailedCode,
}

impl Proven {
    /// How many are left of what the user had, now that this is used up.
    pub(super) fn recovery_codes_left(&self, means: &Means) -> i64 {
        means.recovery_codes_left - i64::from(matches!(self, Self::RecoveryCode { .. }))
    }

    /// Which credential it was, for the audit log.
    pub(super) fn detail(&self, method: Method) -> Value {
        match self {
            Self::Authenticator(id) => json!({"method": method, "authenticator": id}),
            Self::Passkey(id) => json!({"method": method, "passkey": id}),
            Self::RecoveryCode { number } => json!({"method": method, "number": number}),
            Self::Pass | Self::MailedCode => json!({"method": method}),
        }
    }
}

/// Judges an answer, to a challenge or in a form without one. The user's row is locked, so no other request uses the same credential up in between.
pub(super) fn judge(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    means: &Means,
    challenge: Option<ChallengeId>,
    answer: &Answer,
) -> Result<Judgement, Fault> {
    match (answer, challenge) {
        (Answer::Totp(code), _) => judge_code(op, tx, account, &means.policy, &means.authenticators, code),
        (Answer::Passkey(signed), Some(challenge)) => {
            passkey_ceremonies::judge(op, tx, account, Owner::Challenge(account, challenge), signed)
        }
        (Answer::Passkey(_), None) => Ok(Judgement::Refused(Refusal::NoCeremony)),
        (Answer::Email(code), Some(challenge)) => email_codes::judge(op, tx, account, challenge, code),
        (Answer::Email(_), None) => charge(op, tx, account),
        (Answer::RecoveryCode(code), _) => judge_recovery_code(op, tx, account, code),
        (Answer::TemporaryPass(code), _) => passes::judge(op, tx, account, &means.policy, code),
    }
}

/// Judges what is given inside the caller's session.
pub(super) fn judge_in_session(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    proof: &FactorProof,
) -> Result<Judgement, Fault> {
    let account = caller.account();
    match proof {
        FactorProof::Code(code) => {
            let authenticators = authenticators::list(tx, account)?;
            judge_code(op, tx, account, &caller.policy, &authenticators, code)
        }
        FactorProof::Passkey(signed) => {
            passkey_ceremonies::judge(op, tx, account, Owner::Session(account, caller.session.id), signed)
        }
    }
}

fn judge_code(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    policy: &Policy,
    authenticators: &[Authenticator],
    code: &OneTimeCode,
) -> Result<Judgement, Fault> {
    let Match::Fresh(id, step) = find_match(op, account, authenticators, policy, code)? else {
        return charge(op, tx, account);
    };
    let budget = second_factor_budget(op, tx, account)?;
    let consumption = Consumption { user: account.user_id, authenticator: id, step };
    let pool = Pool { organization_id: account.organization_id, budget };
    match step_consumption::consume(tx, pool, consumption, op.now)? {
        Written::Done => Ok(Judgement::Accepted(Proven::Authenticator(id))),
        Written::Exhausted => {
            Ok(Judgement::Withheld { retry_at: budgets::retry_at(tx, account, budget, op.now)? })
        }
        Written::Lost => charge(op, tx, account),
    }
}

/// Charges a wrong answer to the pool of all guessable factors.
pub(super) fn charge(op: &Operation, tx: &mut Tx, account: Account) -> Result<Judgement, Fault> {
    let budget = second_factor_budget(op, tx, account)?;
    Ok(match budgets::charge(tx, account, budget, op.now)? {
        Admission::Admitted { remaining, in_a_row } => {
            Judgement::Rejected { remaining: Some(remaining), in_a_row }
        }
        Admission::Exhausted { retry_at } => Judgement::Withheld { retry_at },
    })
}

/// What a code is among a user's authenticators.
pub(super) enum Match {
    /// One's, of a step that is not used up.
    Fresh(AuthenticatorId, TimeStep),
    /// One's, of a step that is used up.
    UsedUp,
    None,
}

/// Looks for the authenticator and the step that a code belongs to. Every authenticator is asked, so the time does not tell
/// which one matched, and so that a code is good once though two should have the same secret.
pub(super) fn find_match(
    op: &Operation,
    account: Account,
    authenticators: &[Authenticator],
    policy: &Policy,
    code: &OneTimeCode,
) -> Result<Match, Fault> {
    let mut found = Match::None;
    for authenticator in authenticators {
        let row = row_of(account, authenticator);
        let secret = sealer::open_totp(op.keyring(), row, &authenticator.sealed_secret)?;
        let skew = policy.skew_steps.into();
        match totp::matching_step(&secret, authenticator.parameters, code, op.now, skew) {
            Some(step) if step <= authenticator.last_step => found = Match::UsedUp,
            Some(step) if !matches!(found, Match::UsedUp) => found = Match::Fresh(authenticator.id, step),
            Some(_) | None => {}
        }
    }
    Ok(found)
}

fn row_of(account: Account, authenticator: &Authenticator) -> TotpRow {
    TotpRow {
        organization_id: account.organization_id,
        user_id: account.user_id,
        authenticator_id: authenticator.id,
        parameters: authenticator.parameters,
    }
}

/// 120 random bits are not guessed: a recovery code of ours is never withheld, and a right one opens the pool again. Tries at
/// another system's are charged like those at an authenticator's.
pub(super) fn judge_recovery_code(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    code: &TypedRecoveryCode,
) -> Result<Judgement, Fault> {
    let digests = recovery::candidates(op, tx, &account, code)?;
    if code.ours().is_none() {
        if !recovery_codes::has_open(tx, account, &digests)? {
            return charge(op, tx, account);
        }
        let budget = second_factor_budget(op, tx, account)?;
        if let Err(Exhausted { retry_at }) = budgets::record_success(tx, account, budget, op.now)? {
            return Ok(Judgement::Withheld { retry_at });
        }
    }
    let Some(number) = recovery_codes::consume(tx, account, &digests, op.now)? else {
        return Ok(Judgement::not_guessed());
    };
    // Whoever needs one may have lost the device that is trusted.
    trusted_devices::delete_all(tx, account)?;
    budgets::reopen(tx, account, &SECOND_FACTOR)?;
    Ok(Judgement::Accepted(Proven::RecoveryCode { number }))
}
