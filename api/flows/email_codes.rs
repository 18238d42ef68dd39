//! Codes by mail at sign-in: turned on and off by the user, sent for a challenge, and judged. They stand for no factor.

use serde_json::json;

use super::{
    Operation,
    caller::Caller,
    challenge::hold_open,
    freezing::lock_unfrozen,
    outbox,
    recognition::second_factor_budget,
    second_factor::{Judgement, Proven, charge},
};
use crate::{
    crypto::{
        digest::{digest, digests},
        keyring::Purpose as KeyPurpose,
        opaque_token::{OpaqueToken, TokenKind},
    },
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        challenge::{Challenge, Method},
        decision::MailedCode,
        email_code::{self, EmailCode},
        id::ChallengeId,
        message::{Message, MessageKind},
        rejection::{FieldError, Rejection},
        throttle::Exhausted,
        user::User,
    },
    error::{Failure, Fault},
    store::{Tx, budgets, email_codes, policies, users},
};

/// What a user has of mailed codes.
#[derive(Clone, Copy)]
pub struct EmailVerification {
    /// Whether the address is proven to be theirs.
    pub verified: bool,
    pub enabled: bool,
    /// Whether the policy lets them turn it on.
    pub available: bool,
    /// Whether their password was set by a mailed link, after which a mailed code proves nothing more.
    pub password_by_mail: bool,
}

impl EmailVerification {
    pub(super) fn of(caller: &Caller, user: &User) -> Self {
        Self {
            verified: user.email_verified,
            enabled: user.email_codes,
            available: caller.policy.offers_mailed_codes(user),
            password_by_mail: user.password_by_mail,
        }
    }
}

/// Turns codes by mail on or off for the caller. Errors: they are an administrator, the policy has none, the address is not
/// proven to be theirs, or their password came by mail.
pub fn set_enabled(op: &Operation, caller: &Caller, enabled: bool) -> Result<EmailVerification, Failure> {
    op.write(|tx| {
        let user = lock_unfrozen(tx, caller.account())?;
        if enabled {
            admit(caller, &user)?;
        }
        if enabled != user.email_codes {
            users::set_email_codes(tx, caller.account(), enabled)?;
            let event = AuditEvent::in_session(&caller.session, Action::EmailVerificationChanged);
            op.record(tx, event.with(json!({"enabled": enabled})))?;
        }
        Ok(EmailVerification { enabled, ..EmailVerification::of(caller, &user) })
    })
}

fn admit(caller: &Caller, user: &User) -> Result<(), Rejection> {
    if user.is_administrator() {
        Err(Rejection::NotPermitted)
    } else if !caller.policy.offers_mailed_codes(user) {
        Err(Rejection::BlockedByPolicy)
    } else if !user.email_verified {
        Err(Rejection::EmailUnverified)
    } else if user.password_by_mail {
        Err(Rejection::PasswordByMail)
    } else {
        Ok(())
    }
}

/// A code that is on its way.
pub struct SentCode {
    /// The address, masked.
    pub sent_to: String,
    pub expires_at: Timestamp,
}

/// Mails a code for a challenge, in the place of any before. Errors: the challenge has ended or offers none, or too many
/// were mailed.
pub fn send(op: &Operation, challenge_id: &str) -> Result<SentCode, Failure> {
    let token = OpaqueToken::parse(TokenKind::Challenge, challenge_id).ok_or(Rejection::ChallengeExpired)?;
    let (organization, digests) = (token.organization_id, token.digests(op.keyring()));
    op.write(|tx| {
        let Some((user, challenge)) = hold_open(op, tx, organization, &digests)? else {
            return Err(Rejection::ChallengeExpired.into());
        };
        let policy = policies::find(tx, organization)?.policy;
        let asked = policy.mailed_code(&user) == MailedCode::Asked;
        if !asked || !challenge.methods.contains(&Method::Email) {
            let message = "This challenge takes no mailed code.";
            return Err(FieldError::new("method", "not_offered", message).into());
        }
        admit_sending(op, tx, &user, &challenge)?;
        Ok(send_in(op, tx, &user, &challenge)?)
    })
}

fn admit_sending(op: &Operation, tx: &mut Tx, user: &User, challenge: &Challenge) -> Result<(), Failure> {
    let next = outbox::next_allowed(op, tx, Account::of(user), MessageKind::LoginCode)?;
    let Some(retry_at) = next else { return Ok(()) };
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::EmailCodeSent);
    op.record(tx, event.failed().with(json!({"challenge": challenge.id, "throttled": true})))?;
    Err(Rejection::TooManyMails { retry_at }.into())
}

fn send_in(op: &Operation, tx: &mut Tx, user: &User, challenge: &Challenge) -> Result<SentCode, Fault> {
    let account = Account::of(user);
    let code = EmailCode::new(op.app.random.bytes());
    let parts = digest_parts(&account, &challenge.id, &code);
    let digest = digest(op.keyring(), KeyPurpose::EmailCode, &parts);
    let expires_at = (op.now + email_code::LIFETIME).min(challenge.expires_at);
    email_codes::put(tx, account, challenge.id, &digest, expires_at)?;
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::EmailCodeSent);
    let event = op.append(tx, &event.with(json!({"challenge": challenge.id})))?;
    let message = Message::LoginCode { expires_at };
    outbox::post(op, tx, user.organization_id, event, &user.into(), message, Some(code.expose()))?;
    Ok(SentCode { sent_to: email_code::masked(&user.email), expires_at })
}

/// Judges a mailed code, charged to the pool of all guessable factors.
pub(super) fn judge(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    challenge: ChallengeId,
    code: &EmailCode,
) -> Result<Judgement, Fault> {
    let parts = digest_parts(&account, &challenge, code);
    let digests = digests(op.keyring(), KeyPurpose::EmailCode, &parts);
    if !email_codes::matches(tx, account, challenge, &digests, op.now)? {
        return charge(op, tx, account);
    }
    let budget = second_factor_budget(op, tx, account)?;
    match budgets::record_success(tx, account, budget, op.now)? {
        Err(Exhausted { retry_at }) => Ok(Judgement::Withheld { retry_at }),
        Ok(()) if email_codes::consume(tx, account, challenge, &digests, op.now)? => {
            Ok(Judgement::Accepted(Proven::MailedCode))
        }
        Ok(()) => charge(op, tx, account),
    }
}

/// What the digest of a code covers: whose it is, for which challenge, and the code.
fn digest_parts<'a>(account: &'a Account, challenge: &'a ChallengeId, code: &'a EmailCode) -> [&'a [u8]; 4] {
    [
        account.organization_id.0.as_bytes(),
        account.user_id.0.as_bytes(),
        challenge.0.as_bytes(),
        code.expose().as_bytes(),
    ]
}
