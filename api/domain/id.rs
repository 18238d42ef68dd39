//! Identifiers: UUIDv7 values (RFC 9562, section 5.7), a type for each thing that has one.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Timestamp;

/// A UUIDv7 of `now` and ten random bytes.
pub fn uuid_v7(now: Timestamp, random: [u8; 10]) -> Uuid {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// The same, where `number` orders what has the same `now` (RFC 9562, section 6.2, method 1); of twelve bits.
pub fn uuid_v7_in_order(now: Timestamp, number: u16, mut random: [u8; 10]) -> Uuid {
    random[..2].copy_from_slice(&(number & 0x0fff).to_be_bytes());
    uuid_v7(now, random)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// An organization (tenant). The nil id stands for the installation itself.
    OrganizationId;
    /// A user of one organization.
    UserId;
    /// A trusted device of a user.
    DeviceId;
    /// A role of an organization's own.
    RoleId;
    /// A session: what one browser or client holds after a login.
    SessionId;
    /// A challenge: the second step of one login, or a step-up.
    ChallengeId;
    /// One enrolled, or pending, authenticator app.
    AuthenticatorId;
    /// One passkey, enrolled.
    PasskeyId;
    /// What an authenticator was asked for a sign-in.
    CeremonyId;
    /// One permission to enroll at login.
    GrantId;
    /// One audit event.
    EventId;
    /// A key of a service or a script.
    ApiKeyId;
    /// A webhook of an organization.
    WebhookId;
    /// A provider of single sign-on that an organization has connected.
    ProviderId;
    /// A user's account at a provider, connected with the user.
    IdentityId;
    /// One mail, with the same `Message-ID` however often it is sent.
    MailId;
}

/// Owner of decisions about accounts that do not exist.
pub const INSTALLATION: OrganizationId = OrganizationId(Uuid::nil());

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    /// RFC 9562, appendix A.6.
    const RANDOM: [u8; 10] = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];

    fn time() -> Timestamp {
        DateTime::from_timestamp_millis(1_645_557_742_000).unwrap()
    }

    #[test]
    fn an_id_is_that_of_the_standards_example() {
        assert_eq!(uuid_v7(time(), RANDOM).to_string(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    #[test]
    fn ids_of_one_time_are_ordered_by_their_number() {
        let id = |number| uuid_v7_in_order(time(), number, RANDOM);
        assert_eq!(id(0x0abc).to_string(), "017f22e2-79b0-7abc-98c4-dc0c0c07398f");
        assert_eq!(id(0xfabc), id(0x0abc), "twelve bits of it");
        assert!([0, 1, 255, 256, 4_095].map(id).is_sorted_by(|one, next| one < next));
    }
}
