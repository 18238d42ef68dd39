//! Recovery codes: in sets, each good once in place of any other method.

pub use super::spoken_code::RecoveryCode;

/// When so many or fewer are left, the user is offered a fresh set.
pub const FEW_LEFT: i64 = 3;
