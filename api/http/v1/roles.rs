//! Roles.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

use crate::domain::{rejection::FieldError, role};

/// The name of a role, built-in or the organization's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoleName(String);

impl From<&role::RoleName> for RoleName {
    fn from(name: &role::RoleName) -> Self {
        Self(name.as_str().to_owned())
    }
}

impl PartialSchema for RoleName {
    fn schema() -> RefOr<Schema> {
        let text = ObjectBuilder::new().schema_type(Type::String).pattern(Some(role::RoleName::PATTERN));
        text.description(Some("The name of a role, built-in or the organization's own.")).build().into()
    }
}

impl ToSchema for RoleName {
    fn name() -> Cow<'static, str> {
        "RoleName".into()
    }
}

/// The roles that `roles` of a request names. Errors: no role can be called that.
pub fn named(roles: &[RoleName]) -> Result<Vec<role::RoleName>, FieldError> {
    let parse = |(index, name): (usize, &RoleName)| {
        role::RoleName::parse(&name.0).map_err(|_| role::unknown_role(index))
    };
    roles.iter().enumerate().map(parse).collect()
}
