//! Who calls an operation, and what that asks of them: visible in the handler's signature.

use std::{
    future::{Ready, ready},
    marker::PhantomData,
};

use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, http::header};

use super::{
    client::Anonymous,
    gathering::Gathering,
    idempotency,
    problem::{Problem, ProblemCode},
    reply::Reply,
    requirements::{Fresh, Full, Live, Permission, Permitted, Requirement},
};
use crate::{
    domain::{
        Timestamp,
        api_key::Scope,
        id::OrganizationId,
        rejection::{FieldError, Rejection},
    },
    error::Failure,
    flows::{
        HashingPermit, Operation, acting,
        administrators::Administrator,
        api_keys::{self, Service},
        caller::{self, Caller, Claimed},
        enrollment::{self, Enroller},
        idempotency::KeyedRequest,
        verify::{Answer, Question},
    },
};

pub use super::requirements::{
    AuditRead, KeysWrite, OrganizationsRead, OrganizationsWrite, PolicyRead, PolicyWrite, RolesWrite,
    SsoWrite, UsersRead, UsersReset2fa, UsersWrite, WebhooksWrite,
};

/// The header that names the organization to act in.
pub const ORGANIZATION: &str = "Nightlatch-Organization";

/// The holder of an access token, of whom `R` has to be true. Asked in the same hop as the flow.
pub struct Authorized<R> {
    pub client: Anonymous,
    request: HttpRequest,
    claimed: Claimed,
    /// Where the caller wants to act.
    organization: Option<OrganizationId>,
    requirement: PhantomData<R>,
}

pub type Holder = Authorized<Live>;
pub type SignedIn = Authorized<Full>;
pub type SteppedUp = Authorized<Fresh>;
/// A person with a permission, for what no script does.
pub type PersonCan<P> = Authorized<Permitted<P>>;
pub type PersonCanSteppedUp<P> = Authorized<(Permitted<P>, Fresh)>;
/// A person with a permission, or a script whose key has the scope of the same name.
pub type Can<P> = Administering<P, Permitted<P>>;
/// The same, with the second factor of a person proven lately where there is one.
pub type CanSteppedUp<P> = Administering<P, (Permitted<P>, Fresh)>;

impl<R: Requirement> Authorized<R> {
    /// Runs a flow for the caller.
    pub async fn run<T: Send + 'static>(
        self,
        flow: impl FnOnce(&Operation, &Caller) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let Self { client, claimed, organization, .. } = self;
        client.run(move |op| flow(op, &authorize::<R>(op, &claimed, organization)?)).await
    }

    /// Runs a flow that makes something, once where the request may be sent again, and gives its answer.
    pub async fn answer(
        self,
        flow: impl FnOnce(&Operation, &Caller) -> Result<Reply, Failure> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let Self { client, request, claimed, organization, .. } = self;
        let authorized = move |op: &Operation, keyed: Option<&KeyedRequest>| {
            let caller = authorize::<R>(op, &claimed, organization)?;
            idempotency::once(op, (caller.organization_id(), caller.user.id.0), keyed, || flow(op, &caller))
        };
        idempotency::answer(&request, client, authorized).await
    }

    /// Runs a flow that only reads, before the one that does what is asked for.
    pub async fn look<T: Send + 'static>(
        &self,
        flow: impl FnOnce(&Operation, &Caller) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let (claimed, organization) = (self.claimed.clone(), self.organization);
        let authorized = move |op: &Operation| flow(op, &authorize::<R>(op, &claimed, organization)?);
        self.client.clone().run(authorized).await
    }
}

impl SignedIn {
    /// Finds out who asks, together with others, where nothing else is asked.
    pub async fn authenticate(self) -> Result<Caller, Problem> {
        let Self { client, request, claimed, .. } = self;
        let (caller, now) = client.ask(Gathering::of(&request)?, claimed.organization_id(), claimed).await?;
        Full::check(&caller, now)?;
        Ok(caller)
    }
}

/// The holder of an access token, of whom `R` is true.
fn authorize<R: Requirement>(
    op: &Operation,
    claimed: &Claimed,
    organization: Option<OrganizationId>,
) -> Result<Caller, Failure> {
    let mut caller = caller::authenticate(op, claimed)?;
    if let Some(organization) = organization {
        caller = acting::enter(op, caller, organization)?;
    }
    R::check(&caller, op.now)?;
    Ok(caller)
}

/// The holder of an access token, of whom `R` has to be true, or of an API key with the scope named as `P`.
pub struct Administering<P, R> {
    client: Anonymous,
    request: HttpRequest,
    shown: Shown<P, R>,
}

impl<P: Permission, R: Requirement> Administering<P, R> {
    pub fn client(&self) -> &Anonymous {
        &self.client
    }

    /// Waits for a core to hash on.
    pub async fn permit(&mut self) -> Result<HashingPermit, Problem> {
        self.client.permit().await
    }

    /// Runs a flow for whoever administers.
    pub async fn run<T: Send + 'static>(
        self,
        flow: impl FnOnce(&Operation, &Administrator) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let Self { client, shown, .. } = self;
        client.run(move |op| shown.authorize(op, |administrator| flow(op, administrator))).await
    }

    /// Runs a flow that makes something, once where the request may be sent again, and gives its answer.
    pub async fn answer(
        self,
        flow: impl FnOnce(&Operation, &Administrator) -> Result<Reply, Failure> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let Self { client, request, shown } = self;
        let authorized = move |op: &Operation, keyed: Option<&KeyedRequest>| {
            shown.authorize(op, |administrator| {
                let owner = (administrator.organization_id(), administrator.id());
                idempotency::once(op, owner, keyed, || flow(op, administrator))
            })
        };
        idempotency::answer(&request, client, authorized).await
    }
}

/// What somebody shows to administer.
struct Shown<P, R> {
    bearer: Bearer,
    /// Where they want to act.
    organization: Option<OrganizationId>,
    requirement: PhantomData<fn(P, R)>,
}

enum Bearer {
    AccessToken(Claimed),
    ApiKey(String),
}

impl<P: Permission, R: Requirement> Shown<P, R> {
    fn authorize<T>(
        &self,
        op: &Operation,
        flow: impl FnOnce(&Administrator) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match &self.bearer {
            Bearer::AccessToken(claimed) => {
                flow(&Administrator::Person(&authorize::<R>(op, claimed, self.organization)?))
            }
            Bearer::ApiKey(key) => {
                let service = api_keys::authenticate(op, key)?;
                if self.organization.is_some_and(|named| named != service.key.organization_id) {
                    return Err(Rejection::NotFound.into());
                }
                let administrator = Administrator::Script(&service);
                administrator.require(P::PERMISSION)?;
                flow(&administrator)
            }
        }
    }
}

impl<P: Permission, R: Requirement> FromRequest for Administering<P, R> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let shown = |bearer, organization| Shown { bearer, organization, requirement: PhantomData };
        match bearer(request) {
            Ok(key) if api_keys::is_meant(&key) => ready(Anonymous::of(request).and_then(|client| {
                let shown = shown(Bearer::ApiKey(key), organization(request)?);
                Ok(Self { client, request: request.clone(), shown })
            })),
            _ => ready(Authorized::<R>::from_request(request, payload).into_inner().map(|person| {
                let Authorized { client, request, claimed, organization, .. } = person;
                Self { client, request, shown: shown(Bearer::AccessToken(claimed), organization) }
            })),
        }
    }
}

impl<R: Requirement> FromRequest for Authorized<R> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    /// Turns away at once whoever has no token of ours; the session behind it is for the flow's transaction to find.
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Anonymous::of(request).and_then(|client| {
            let claimed = Claimed::read(&client.app, &of_a_person(bearer(request)?)?)?;
            let organization = if R::acts_elsewhere() { organization(request)? } else { None };
            Ok(Self { client, request: request.clone(), claimed, organization, requirement: PhantomData })
        }))
    }
}

/// A scope as a type.
pub trait ServiceScope: 'static {
    const SCOPE: Scope;
}

/// Checking codes.
pub struct Verify;

impl ServiceScope for Verify {
    const SCOPE: Scope = Scope::Verify;
}

/// The holder of an API key that was made for `S`.
pub struct ServiceKey<S> {
    client: Anonymous,
    request: HttpRequest,
    key: String,
    scope: PhantomData<S>,
}

impl<S: ServiceScope> ServiceKey<S> {
    /// Runs a flow for the service.
    pub async fn run<T: Send + 'static>(
        self,
        flow: impl FnOnce(&Operation, &Service) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let authorized = |op: &Operation, key: &str| {
            let service = api_keys::authenticate(op, key)?;
            service.require(S::SCOPE)?;
            flow(op, &service)
        };
        self.show(authorized).await
    }

    /// Runs a flow that looks at the key by itself, together with all else that it asks.
    pub async fn show<T: Send + 'static>(
        self,
        flow: impl FnOnce(&Operation, &str) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let Self { client, key, .. } = self;
        client.run(move |op| flow(op, &key)).await.map_err(of_a_bad_key)
    }
}

impl ServiceKey<Verify> {
    /// Asks a question, together with others. Gives the time of the answer with it.
    pub async fn ask(self, question: Question) -> Result<(Answer, Timestamp), Problem> {
        let Self { client, request, key, .. } = self;
        client.ask(Gathering::of(&request)?, question.alike(key), question).await.map_err(of_a_bad_key)
    }
}

impl<S: ServiceScope> FromRequest for ServiceKey<S> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Anonymous::of(request).and_then(|client| {
            let key = bearer(request).map_err(keys_only)?;
            if !api_keys::is_meant(&key) {
                return Err(keys_only(Rejection::Unauthenticated.into()));
            }
            Ok(Self { client, request: request.clone(), key, scope: PhantomData })
        }))
    }
}

/// The holder of an access token or of an enrollment token.
pub struct Enrolling {
    pub client: Anonymous,
    token: String,
}

impl Enrolling {
    /// Runs a flow for the one who enrolls.
    pub async fn run<T: Send + 'static>(
        self,
        flow: impl FnOnce(&Operation, &Enroller) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let token = self.token;
        let authorized = move |op: &Operation| flow(op, &enrollment::authenticate(op, &token)?);
        self.client.run(authorized).await
    }
}

impl FromRequest for Enrolling {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            Anonymous::of(request)
                .and_then(|client| Ok(Self { client, token: of_a_person(bearer(request)?)? })),
        )
    }
}

/// The organization in which the caller wants to act, where the request names one. Errors: what it names is no id.
fn organization(request: &HttpRequest) -> Result<Option<OrganizationId>, FieldError> {
    let mut named = request.headers().get_all(ORGANIZATION);
    let (Some(value), None) = (named.next(), named.next()) else {
        return if request.headers().contains_key(ORGANIZATION) { Err(no_id()) } else { Ok(None) };
    };
    let id = value.to_str().ok().and_then(|text| text.parse().ok());
    id.map(|id| Some(OrganizationId(id))).ok_or_else(no_id)
}

fn no_id() -> FieldError {
    FieldError::new(ORGANIZATION, "invalid", "This is no id of an organization.")
}

/// A token where a person is asked for. Errors: it has the form of an API key, good or not.
fn of_a_person(token: String) -> Result<String, Problem> {
    if api_keys::is_meant(&token) {
        let problem = Problem::new(ProblemCode::Unauthenticated);
        return Err(problem.with_detail("This takes a session's access token."));
    }
    Ok(token)
}

/// The same problem where nothing but an API key is taken, and something else or nothing was shown.
fn keys_only(problem: Problem) -> Problem {
    explained(problem, "This takes an API key.")
}

/// The same problem of a key that was shown: the same is said whether it never was, has ended, or comes from elsewhere.
fn of_a_bad_key(problem: Problem) -> Problem {
    explained(problem, "This API key is not valid, or not from this network.")
}

fn explained(problem: Problem, detail: &'static str) -> Problem {
    match problem.code {
        ProblemCode::Unauthenticated => problem.with_detail(detail),
        _ => problem,
    }
}

/// RFC 6750, section 2.1; the scheme's name is read in either case (RFC 9110, section 11.1).
fn bearer(request: &HttpRequest) -> Result<String, Problem> {
    let value = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = value
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    token.map(|(_, token)| token.trim().to_owned()).ok_or_else(|| Rejection::Unauthenticated.into())
}
