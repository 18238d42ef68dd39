//! How the keys of a ring change: a new one stands by, takes over, and the one before it retires until it is dropped.

use chrono::TimeDelta;

use super::keyring::{Key, KeyState, Keyring, Sort};
use crate::{domain::Timestamp, random::Random};

/// So long a retired key stays: longer than a token that it signed, an enrollment or a sign-in at a provider that it sealed, and
/// whatever a process had begun with it.
pub const RETIREMENT: TimeDelta = TimeDelta::minutes(15);

/// Why a key is not changed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyChangeError {
    #[error("there is a {} key on standby already, {kid}: `nightlatch keys rotate` puts it to use", .sort.name())]
    Added { sort: Sort, kid: String },
    #[error("there is no {} key on standby: `nightlatch keys add` makes one", .0.name())]
    NoneOnStandby(Sort),
    #[error("the key ring has no key {0}")]
    Unknown(String),
    #[error("key {0} is active: `nightlatch keys rotate` puts another in its place")]
    Active(String),
    #[error("key {kid} was in use until {since}: it can be dropped from {from} on", since = told(*.since), from = told(*.since + RETIREMENT))]
    JustRetired { kid: String, since: Timestamp },
}

fn told(time: Timestamp) -> String {
    time.format("%F %T UTC").to_string()
}

impl Keyring {
    /// The key that takes over next.
    pub fn standby(&self, sort: Sort) -> Option<&Key> {
        self.of(sort).iter().find(|key| key.state == KeyState::Standby)
    }

    /// Makes a key that stands by; gives its name. Errors: one does already.
    pub fn add(&mut self, sort: Sort, random: &dyn Random) -> Result<String, KeyChangeError> {
        if let Some(key) = self.standby(sort) {
            return Err(KeyChangeError::Added { sort, kid: key.kid.clone() });
        }
        let key = Key::generate(KeyState::Standby, random);
        let kid = key.kid.clone();
        self.of_mut(sort).push(key);
        Ok(kid)
    }

    /// Puts the key that stands by to use, and retires the active one. Errors: none stands by.
    pub fn rotate(&mut self, sort: Sort, now: Timestamp) -> Result<(), KeyChangeError> {
        if self.standby(sort).is_none() {
            return Err(KeyChangeError::NoneOnStandby(sort));
        }
        for key in self.of_mut(sort) {
            key.state = match key.state {
                KeyState::Standby => KeyState::Active,
                KeyState::Active => KeyState::Retired { since: Some(now) },
                retired @ KeyState::Retired { .. } => retired,
            };
        }
        Ok(())
    }

    /// The sort of a key that may be dropped as far as its ring can tell. Errors: unknown, active, or retired just now.
    pub fn droppable(&self, kid: &str, now: Timestamp) -> Result<Sort, KeyChangeError> {
        let find = |sort: Sort| Some((sort, self.of(sort).iter().find(|key| key.kid == kid)?));
        let found = Sort::ALL.into_iter().find_map(find);
        let (sort, key) = found.ok_or_else(|| KeyChangeError::Unknown(kid.to_owned()))?;
        match key.state {
            KeyState::Active => Err(KeyChangeError::Active(kid.to_owned())),
            KeyState::Retired { since: Some(since) } if now < since + RETIREMENT => {
                Err(KeyChangeError::JustRetired { kid: kid.to_owned(), since })
            }
            KeyState::Retired { .. } | KeyState::Standby => Ok(sort),
        }
    }

    /// Takes a key off the ring. Errors: as [`Self::droppable`].
    pub fn drop_key(&mut self, kid: &str, now: Timestamp) -> Result<(), KeyChangeError> {
        let sort = self.droppable(kid, now)?;
        self.of_mut(sort).retain(|key| key.kid != kid);
        Ok(())
    }

    fn of_mut(&mut self, sort: Sort) -> &mut Vec<Key> {
        match sort {
            Sort::Sealing => &mut self.keys,
            Sort::Signing => &mut self.signing_keys,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    fn now() -> Timestamp {
        chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    #[test]
    fn a_key_stands_by_takes_over_retires_and_goes() {
        for sort in Sort::ALL {
            let mut ring = Keyring::generate(&SystemRandom);
            let old = ring.of(sort)[0].kid.clone();
            assert_eq!(ring.rotate(sort, now()), Err(KeyChangeError::NoneOnStandby(sort)));
            let new = ring.add(sort, &SystemRandom).unwrap();
            assert!(matches!(ring.add(sort, &SystemRandom), Err(KeyChangeError::Added { .. })));
            assert_eq!(ring.drop_key(&old, now()), Err(KeyChangeError::Active(old.clone())));
            ring.rotate(sort, now()).unwrap();
            let active = |key: &&Key| key.state == KeyState::Active;
            assert_eq!(ring.of(sort).iter().find(active).unwrap().kid, new);

            let read = &mut Keyring::parse(&ring.to_json()).unwrap();
            let almost = now() + RETIREMENT - TimeDelta::seconds(1);
            assert!(matches!(read.drop_key(&old, almost), Err(KeyChangeError::JustRetired { .. })));
            read.drop_key(&old, now() + RETIREMENT).unwrap();
            assert_eq!(read.of(sort).len(), 1);
            assert_eq!(read.drop_key(&old, now()), Err(KeyChangeError::Unknown(old)));
        }
    }

    #[test]
    fn a_key_that_never_took_over_goes_at_once() {
        let mut ring = Keyring::generate(&SystemRandom);
        let kid = ring.add(Sort::Signing, &SystemRandom).unwrap();
        ring.drop_key(&kid, now()).unwrap();
        assert!(ring.standby(Sort::Signing).is_none());
    }

    #[test]
    fn a_key_that_retired_by_hand_goes_at_once() {
        let mut ring = Keyring::generate(&SystemRandom);
        let new = ring.add(Sort::Sealing, &SystemRandom).unwrap();
        let old = ring.active().kid.clone();
        assert_eq!(ring.standby(Sort::Sealing).map(|key| &key.kid), Some(&new));
        ring.rotate(Sort::Sealing, now()).unwrap();
        ring.keys[0].state = KeyState::Retired { since: None };
        assert_eq!(ring.droppable(&old, now()), Ok(Sort::Sealing));
        assert_eq!(ring.droppable(&new, now()), Err(KeyChangeError::Active(new)));
        assert!(ring.add(Sort::Sealing, &SystemRandom).is_ok());
    }

    #[test]
    fn a_retired_key_stays_as_it_was_when_the_next_one_retires() {
        let mut ring = Keyring::generate(&SystemRandom);
        for minute in [0, 1] {
            ring.add(Sort::Sealing, &SystemRandom).unwrap();
            ring.rotate(Sort::Sealing, now() + TimeDelta::minutes(minute)).unwrap();
        }
        let since = |minute| KeyState::Retired { since: Some(now() + TimeDelta::minutes(minute)) };
        let states: Vec<_> = ring.keys().iter().map(|key| key.state).collect();
        assert_eq!(states, [since(0), since(1), KeyState::Active]);
    }

    #[test]
    fn who_drops_a_key_too_soon_is_told_from_when_they_may() {
        let told = KeyChangeError::JustRetired { kid: "a1".into(), since: now() }.to_string();
        assert!(
            told.contains("2027-01-15 08:00:00 UTC") && told.contains("2027-01-15 08:15:00 UTC"),
            "{told}"
        );
    }
}
