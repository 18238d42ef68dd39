//! Verify, for services: whether a code is a user's own.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, get, post, web::Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Secret;
use crate::{
    domain::{
        Timestamp,
        authenticator::FactorState,
        challenge::Method,
        id::UserId,
        rejection::FieldError,
        user::EmailAddress,
        verification::{GivenCode, Nonce, Purpose, Verification, Whom},
    },
    flows::{
        Operation,
        verify::{self, Answer, Question},
    },
    http::{
        auth::{ServiceKey, Verify},
        body::Json,
        idempotency::SentKey,
        named,
        problem::Problem,
    },
};

/// So many questions a call may ask.
const MOST_QUESTIONS: usize = 100;

/// Whether a code is a user's own.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"email": "ada@example.org", "code": "492039", "purpose": "Open the safe", "nonce": "n-0S6_WzA2Mj"}))]
struct VerificationRequest {
    /// Either this, or the address.
    #[schema(nullable = false)]
    user_id: Option<Uuid>,
    #[schema(nullable = false, max_length = 254)]
    email: Option<String>,
    /// The 6 or 8 digits of an authenticator, or a recovery code.
    code: Secret,
    /// What it is for, in your words: for the audit log, and for the receipt.
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    purpose: Option<String>,
    /// Asks for a receipt, which names it: letters, digits, hyphens, dots, underscores and tildes.
    #[schema(nullable = false, min_length = 8, max_length = 128)]
    nonce: Option<String>,
}

impl VerificationRequest {
    /// Errors: neither or both of id and address, or what is malformed.
    fn question(&self) -> Result<Question, FieldError> {
        let whom = match (self.user_id, &self.email) {
            (Some(id), None) => Whom::Id(UserId(id)),
            (None, Some(email)) => Whom::Email(EmailAddress::parse(email)?),
            (Some(_), Some(_)) | (None, None) => {
                return Err(FieldError::new("userId", "one_of", "Either this or email."));
            }
        };
        Ok(Question {
            whom,
            code: GivenCode::parse(self.code.expose())?,
            purpose: self.purpose.as_deref().map(Purpose::parse).transpose()?,
            nonce: self.nonce.as_deref().map(Nonce::parse).transpose()?,
        })
    }
}

/// What was found. Whatever is wrong with a code, the answer is the same, unless the key has the scope `verify.explain`.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "valid": true, "userId": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "method": "totp",
    "authenticatorId": "0199f3a1-6c1d-7a40-8f3b-2a51c9e0d7f2",
    "receipt": "eyJ0eXAiOiJuaWdodGxhdGNoLXJlY2VpcHQrand0IiwiYWxnIjoiRWREU0EifQ.e30.c2ln"
}))]
struct VerificationAnswer {
    /// Whether the code was the user's own, and had not been used. It is used up now.
    valid: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    user_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    method: Option<named::Method>,
    /// Whose code it was; left out for a recovery code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    authenticator_id: Option<Uuid>,
    /// With a nonce: a JWT of five minutes, to be checked with the keys of `/.well-known/jwks.json`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    receipt: Option<String>,
    /// With the scope `verify.explain`: why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    reason: Option<named::Reason>,
    /// With the reason `locked`: in so many seconds there is a verdict again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 1)]
    retry_after: Option<i64>,
}

impl VerificationAnswer {
    fn at(answer: Answer, now: Timestamp) -> Self {
        let Answer { verification, explained, receipt } = answer;
        let refused = Self {
            valid: false,
            user_id: None,
            method: None,
            authenticator_id: None,
            receipt: None,
            reason: None,
            retry_after: None,
        };
        match verification {
            Verification::Valid { user, method, authenticator } => Self {
                valid: true,
                user_id: Some(user.0),
                method: Some(method.into()),
                authenticator_id: authenticator.map(|id| id.0),
                receipt,
                ..refused
            },
            Verification::Invalid { reason, retry_at } if explained => Self {
                reason: Some(reason.into()),
                retry_after: retry_at.map(|at| (at - now).num_seconds().max(1)),
                ..refused
            },
            Verification::Invalid { .. } => refused,
        }
    }
}

/// Checks a code of a user
///
/// The same code is taken once, here and at sign-in, and wrong ones count together. A wrong code is no error: the call
/// answers 200 with `valid: false`. Sent again with its `Idempotency-Key`, a request gets the same answer, and nothing is used
/// up twice.
#[utoipa::path(
    tag = "Services",
    security(("apiKey" = ["verify"])),
    request_body = VerificationRequest,
    responses(
        (status = 200, description = "What was found.", body = VerificationAnswer),
    )
)]
#[post("/v1/verify")]
pub async fn verify_code(
    service: ServiceKey<Verify>,
    sent: SentKey,
    Json(body): Json<VerificationRequest>,
) -> Result<HttpResponse, Problem> {
    let question = body.question()?;
    let answer = if sent.key().is_none() && !question.code.is_recovery_code() {
        let (answer, now) = service.ask(question).await?;
        VerificationAnswer::at(answer, now)
    } else {
        let flow = move |op: &Operation, key: &str| {
            let answer = verify::verify(op, key, &question, sent.key())?;
            Ok(VerificationAnswer::at(answer, op.now))
        };
        service.show(flow).await?
    };
    Ok(HttpResponse::Ok().json(answer))
}

/// Questions: those about one user are answered one after the other.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"items": [{"userId": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "code": "492039"}]}))]
struct VerificationBatchRequest {
    #[schema(min_items = 1, max_items = 100)]
    items: Vec<VerificationRequest>,
}

/// What was found of each.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"items": [{"valid": false}]}))]
struct VerificationBatch {
    /// In the order of the questions.
    items: Vec<VerificationAnswer>,
}

/// Checks codes of up to 100 users
///
/// Each as by `POST /v1/verify`, and each counts as a use of the key. Where one is malformed, none is looked at. Where the
/// service breaks in between, send it again with the same `Idempotency-Key`: those that were answered get the same answer.
#[utoipa::path(
    tag = "Services",
    security(("apiKey" = ["verify"])),
    request_body = VerificationBatchRequest,
    responses(
        (status = 200, description = "What was found.", body = VerificationBatch),
    )
)]
#[post("/v1/verify/batch")]
pub async fn verify_codes(
    service: ServiceKey<Verify>,
    sent: SentKey,
    Json(body): Json<VerificationBatchRequest>,
) -> Result<HttpResponse, Problem> {
    let questions = body.questions()?;
    let flow = move |op: &Operation, key: &str| {
        let answers = verify::verify_all(op, key, &questions, sent.key())?;
        let items = answers.into_iter().map(|answer| VerificationAnswer::at(answer, op.now)).collect();
        Ok(VerificationBatch { items })
    };
    Ok(HttpResponse::Ok().json(service.show(flow).await?))
}

impl VerificationBatchRequest {
    fn questions(&self) -> Result<Vec<Question>, FieldError> {
        if !(1..=MOST_QUESTIONS).contains(&self.items.len()) {
            let message = format!("From 1 to {MOST_QUESTIONS}.");
            return Err(FieldError::new("items", "out_of_range", message));
        }
        let parse = |(index, item): (usize, &VerificationRequest)| {
            item.question().map_err(|error| {
                let field = format!("items[{index}].{}", error.field);
                error.at(&field)
            })
        };
        self.items.iter().enumerate().map(parse).collect()
    }
}

/// What a user can prove themself with.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "userId": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "state": "enabled", "methods": ["totp", "recoveryCode"]
}))]
struct VerificationMethods {
    user_id: Uuid,
    state: named::FactorState,
    /// None where they have no authenticator, or are suspended.
    methods: BTreeSet<named::Method>,
}

/// Says what a user can prove themself with
#[utoipa::path(
    tag = "Services",
    security(("apiKey" = ["verify"])),
    params(("userId" = Uuid, Path, description = "Of the user.")),
    responses((status = 200, description = "What they have.", body = VerificationMethods))
)]
#[get("/v1/verify/{userId}")]
pub async fn read_verify_methods(
    service: ServiceKey<Verify>,
    user_id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let id = UserId(*user_id);
    let (state, methods): (FactorState, BTreeSet<Method>) =
        service.run(move |op, service| verify::methods(op, service, id)).await?;
    let methods = methods.into_iter().map(Into::into).collect();
    Ok(HttpResponse::Ok().json(VerificationMethods { user_id: id.0, state: state.into(), methods }))
}
