//! A sign-in at a provider: the address that a browser is sent to, and what becomes of the code that it brings back.

use std::sync::Arc;

use chrono::TimeDelta;
use openidconnect::{
    AuthType, AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret,
    CsrfToken, EndUserName, LocalizedClaim, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, RequestTokenError, Scope, SignatureVerificationError, SubjectIdentifier, TokenResponse,
    UserInfoError,
    core::{
        CoreClient, CoreClientAuthMethod, CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier,
        CoreJwsSigningAlgorithm as Alg, CoreResponseType, CoreUserInfoClaims,
    },
    http::StatusCode,
};
use url::Url;

use super::{Client, Metadata, Providers, Request, Response, Secrets, Untrusted};
use crate::domain::{
    Timestamp,
    single_sign_on::{Assertion, proves_two_factors},
    user::{DisplayName, EmailAddress},
};

/// What an ID token may be signed by: a key that the provider alone has. Never `none`, and never a secret that we have too.
const ALGORITHMS: [Alg; 9] = [
    Alg::RsaSsaPkcs1V15Sha256,
    Alg::RsaSsaPkcs1V15Sha384,
    Alg::RsaSsaPkcs1V15Sha512,
    Alg::RsaSsaPssSha256,
    Alg::RsaSsaPssSha384,
    Alg::RsaSsaPssSha512,
    Alg::EcdsaP256Sha256,
    Alg::EcdsaP384Sha384,
    Alg::EdDsa,
];
/// An ID token was made for this sign-in, so not long ago; clocks differ by a minute.
const OLDEST: TimeDelta = TimeDelta::minutes(10);
const CLOCKS_DIFFER_BY: TimeDelta = TimeDelta::minutes(1);
/// A subject has at most 255 characters (OpenID Connect Core, section 2).
const LONGEST_SUBJECT: usize = 255;

macro_rules! client {
    ($metadata:expr, $client:expr) => {{
        let Client { id, secret, redirect } = $client;
        CoreClient::from_provider_metadata(
            $metadata.document.clone(),
            ClientId::new(id.clone()),
            Some(ClientSecret::new(secret.to_string())),
        )
        .set_redirect_uri(RedirectUrl::from_url(redirect.clone()))
        .set_auth_type(auth_type($metadata))
    }};
}

impl Metadata {
    /// Where to send the browser.
    pub fn authorize(&self, request: &Request) -> Url {
        let Request { client, scopes, state, secrets } = request;
        let (state, nonce) = (CsrfToken::new(state.clone()), Nonce::new(secrets.nonce.clone()));
        let verifier = PkceCodeVerifier::new(secrets.verifier.clone());
        let oidc = client!(self, client);
        let asked = oidc.authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            move || state,
            move || nonce,
        );
        // The library asks for `openid` by itself.
        let others = scopes.iter().filter(|scope| *scope != "openid").cloned().map(Scope::new);
        let asked = asked.add_scopes(others);
        asked.set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier)).url().0
    }
}

impl Providers {
    /// Exchanges a code for an ID token, and gives whom that names. Errors: the provider does not answer, takes the code for none
    /// of its own, or gives a token that is not to be believed.
    pub async fn redeem(
        &self,
        metadata: Arc<Metadata>,
        response: Response<'_>,
        now: Timestamp,
    ) -> Result<Assertion, Untrusted> {
        let Response { client, code, secrets } = response;
        let oidc = client!(&*metadata, client);
        let exchange = oidc
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| Untrusted::Unreachable("it names no token endpoint".to_owned()))?
            .set_pkce_verifier(PkceCodeVerifier::new(secrets.verifier.clone()));
        let transport = &self.transport;
        // The library would tell an error of its own for each answer, and keep no status.
        let ask_for_token = |request| async move {
            let answer = transport.send(request).await?;
            if answer.status() == StatusCode::OK { Ok(answer) } else { Err(Untrusted::answered(&answer)) }
        };
        let answer = exchange.request_async(&ask_for_token).await.map_err(|error| match error {
            RequestTokenError::Request(why) => why,
            RequestTokenError::ServerResponse(_)
            | RequestTokenError::Parse(..)
            | RequestTokenError::Other(_) => Untrusted::refused("tokenUnreadable"),
        })?;
        let token = answer.id_token().ok_or(Untrusted::refused("tokenMissing"))?;
        let verification = Verification { client, secrets, now };
        let assertion = self.believe(&metadata, &verification, token).await?;
        if assertion.email.is_some() {
            return Ok(assertion);
        }
        // Where there is an access token, some tell addresses for it alone (OpenID Connect Core, section 5.4).
        let subject = SubjectIdentifier::new(assertion.subject.clone());
        let Ok(asked) = oidc.user_info(answer.access_token().clone(), Some(subject)) else {
            return Ok(assertion);
        };
        let send = |request| transport.send(request);
        let told: CoreUserInfoClaims = asked.request_async(&send).await.map_err(|error| match error {
            UserInfoError::Request(why) => why.into(),
            UserInfoError::Response(status, ..) if status.is_server_error() => {
                Untrusted::Failed { error: None }
            }
            _ => Untrusted::refused("userInfoRefused"),
        })?;
        Ok(Assertion {
            email: told.email().and_then(|email| EmailAddress::parse(email).ok()),
            email_verified: told.email_verified() == Some(true),
            display_name: assertion.display_name.or_else(|| told.name().and_then(display_name)),
            ..assertion
        })
    }

    async fn believe(
        &self,
        metadata: &Metadata,
        verification: &Verification<'_>,
        token: &CoreIdToken,
    ) -> Result<Assertion, Untrusted> {
        match verification.verify(metadata, token) {
            // Keys change; nobody else's change helps.
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => {
                let fresh = self.with_fresh_keys(metadata, verification.now).await?;
                let fresh = fresh.ok_or(Untrusted::refused("keyUnknown"))?;
                verification.verify(&fresh, token).map_err(|error| refused(&error))
            }
            verified => verified.map_err(|error| refused(&error)),
        }
    }
}

/// What an ID token is held against.
struct Verification<'a> {
    client: &'a Client,
    secrets: &'a Secrets,
    now: Timestamp,
}

impl Verification<'_> {
    /// OpenID Connect Core, section 3.1.3.7.
    fn verify(&self, metadata: &Metadata, token: &CoreIdToken) -> Result<Assertion, ClaimsVerificationError> {
        let now = self.now;
        let verifier = CoreIdTokenVerifier::new_public_client(
            ClientId::new(self.client.id.clone()),
            metadata.document.issuer().clone(),
            metadata.document.jwks().clone(),
        )
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || now)
        .set_issue_time_verifier_fn(move |at| {
            let recent = now - OLDEST <= at && at <= now + CLOCKS_DIFFER_BY;
            recent.then_some(()).ok_or_else(|| "not issued just now".to_owned())
        });
        let claims = token.claims(&verifier, &Nonce::new(self.secrets.nonce.clone()))?;
        if claims.authorized_party().is_some_and(|party| **party != *self.client.id) {
            return Err(ClaimsVerificationError::InvalidAudience("issued to another client".to_owned()));
        }
        let subject = claims.subject().as_str();
        if subject.is_empty() || subject.chars().count() > LONGEST_SUBJECT || subject.contains('\0') {
            return Err(ClaimsVerificationError::InvalidSubject("of a strange length".to_owned()));
        }
        Ok(assertion(claims))
    }
}

fn assertion(claims: &CoreIdTokenClaims) -> Assertion {
    let methods = claims.auth_method_refs().into_iter().flatten().map(|method| method.as_str());
    let context = claims.auth_context_ref().map(|context| context.as_str());
    Assertion {
        issuer: claims.issuer().as_str().to_owned(),
        subject: claims.subject().as_str().to_owned(),
        email: claims.email().and_then(|email| EmailAddress::parse(email).ok()),
        email_verified: claims.email_verified() == Some(true),
        display_name: claims.name().and_then(display_name),
        two_factors: proves_two_factors(methods, context),
    }
}

fn display_name(name: &LocalizedClaim<EndUserName>) -> Option<DisplayName> {
    let named = name.get(None).or_else(|| name.iter().next().map(|(_, name)| name));
    named.and_then(|name| DisplayName::parse(name).ok())
}

fn auth_type(metadata: &Metadata) -> AuthType {
    // Where nothing is said, it is the header (OpenID Connect Discovery, section 3).
    let methods = metadata.document.token_endpoint_auth_methods_supported();
    let in_header = methods.is_none_or(|methods| methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
    if in_header { AuthType::BasicAuth } else { AuthType::RequestBody }
}

/// For the audit log; the library's own words repeat what stands in the token.
fn refused(error: &ClaimsVerificationError) -> Untrusted {
    use ClaimsVerificationError as Claims;
    use SignatureVerificationError as Signature;

    Untrusted::refused(match error {
        Claims::Expired(_) => "tokenExpired",
        Claims::InvalidAudience(_) => "wrongAudience",
        Claims::InvalidIssuer(_) => "wrongIssuer",
        Claims::InvalidNonce(_) => "wrongNonce",
        Claims::InvalidSubject(_) => "wrongSubject",
        Claims::SignatureVerification(Signature::NoMatchingKey) => "keyUnknown",
        Claims::SignatureVerification(
            Signature::DisallowedAlg(_) | Signature::NoSignature | Signature::UnsupportedAlg(_),
        ) => "wrongAlgorithm",
        Claims::SignatureVerification(_) => "wrongSignature",
        _ => "tokenInvalid",
    })
}
