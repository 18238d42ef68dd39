//! The domain's closed lists of names as schemas of the OpenAPI document.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

use crate::domain;

/// Declares a wire type for each list, with exactly its names.
macro_rules! named {
    ($($(#[$doc:meta])* $name:ident = $list:path;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $list);

        impl From<$list> for $name {
            fn from(value: $list) -> Self {
                Self(value)
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let names = <$list>::ALL.iter().map(|value| value.name());
                ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).build().into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )+};
}

named! {
    /// A way to answer a challenge.
    Method = domain::challenge::Method;
    /// Whether the second factor is asked for.
    Mode = domain::policy::Mode;
    /// The state of a user's second factor.
    FactorState = domain::authenticator::FactorState;
    /// What is asked of users who were created after a phase had begun.
    NewUsers = domain::rollout::NewUsers;
    /// What a login is told after the deadline.
    AfterGrace = domain::rollout::AfterGrace;
    /// How a login asks for the second factor.
    LoginStyle = domain::policy::LoginStyle;
    /// What is asked of users who sign in by a provider.
    SingleSignOn = domain::policy::SingleSignOn;
    /// What a login does with somebody who knows their password.
    Standing = domain::decision::Standing;
    /// Why a service's code was not taken.
    Reason = domain::verification::Reason;
    /// What an API key may be used for.
    Scope = domain::api_key::Scope;
    /// The rule of the policy that decides about a user.
    Rule = domain::effective_policy::Rule;
    /// What comes next for a user.
    Next = domain::effective_policy::Next;
    /// A policy to start from.
    Preset = domain::preset::Preset;
    /// Something to know before a policy is saved.
    WarningCode = domain::preview::WarningCode;
    /// What a list of users is filtered by.
    UserState = domain::user::UserState;
    /// What a list of users is sorted by.
    UserOrder = domain::user::UserOrder;
    /// How a user can sign in.
    LoginMethod = domain::user::LoginMethod;
    /// Who resets administrators.
    AdminReset = domain::policy::AdminReset;
    /// What a login after a reset has to show before it may enroll.
    ResetProof = domain::policy::ResetProof;
    /// How an administrator made sure who it is that asks.
    IdentityCheck = domain::pass::IdentityCheck;
    /// What an operation asks of its caller.
    Permission = domain::role::Permission;
    /// The hash under an authenticator's codes.
    Algorithm = domain::totp::Algorithm;
    /// A language, by its tag (RFC 5646).
    Language = domain::language::Language;
    /// What happened.
    Action = domain::audit::Action;
    /// Why a webhook is told nothing.
    DisabledBecause = domain::webhook::DisabledBecause;
    /// How a delivery stands.
    DeliveryStatus = domain::webhook_delivery::DeliveryStatus;
    /// How a user was authenticated (RFC 8176).
    Amr = domain::session::Amr;
}
