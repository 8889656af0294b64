//! What comes in from outside: the clock, randomness, and the operating system's keychain, clipboard and installer. A
//! test or a script that wants the same bytes twice hands in fixed ones.

use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, Local};
use hefu_api::Failure;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use uuid::Uuid;

use crate::clipboard::{Clipboard, NoClipboard, SystemClipboard};
use crate::release::Release;

/// The operating system's keychain, or what stands in for it.
pub trait Keychain: Send {
    /// Whether it can be reached at all.
    fn is_reachable(&self) -> Reach;
    /// None when it holds nothing under this name.
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Failure>;
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), Failure>;
    /// Forgetting what was never held is no failure.
    fn forget(&self, name: &str) -> Result<(), Failure>;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Reachable,
    Absent,
}

/// For machines without a keychain and for tests: remembers nothing.
pub struct NoKeychain;

impl Keychain for NoKeychain {
    fn is_reachable(&self) -> Reach {
        Reach::Absent
    }
    fn get(&self, _: &str) -> Result<Option<Vec<u8>>, Failure> {
        Err(Failure::NoKeychain)
    }
    fn set(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
        Err(Failure::NoKeychain)
    }
    fn forget(&self, _: &str) -> Result<(), Failure> {
        Ok(())
    }
}

/// The keychain of this machine's operating system.
pub struct SystemKeychain;

const SERVICE: &str = "hefu";

impl SystemKeychain {
    fn entry(name: &str) -> Result<keyring::Entry, Failure> {
        keyring::Entry::new(SERVICE, name).map_err(|_| Failure::NoKeychain)
    }
}

impl Keychain for SystemKeychain {
    fn is_reachable(&self) -> Reach {
        match Self::entry("probe").map(|entry| entry.get_secret()) {
            Ok(Ok(_) | Err(keyring::Error::NoEntry)) => Reach::Reachable,
            _ => Reach::Absent,
        }
    }
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        match Self::entry(name)?.get_secret() {
            Ok(secret) => Ok(Some(secret)),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(_) => Err(Failure::NoKeychain),
        }
    }
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), Failure> {
        Self::entry(name)?.set_secret(secret).map_err(|_| Failure::NoKeychain)
    }
    fn forget(&self, name: &str) -> Result<(), Failure> {
        match Self::entry(name).map(|entry| entry.delete_credential()) {
            Ok(Ok(()) | Err(keyring::Error::NoEntry)) | Err(_) => Ok(()),
            Ok(Err(_)) => Err(Failure::NoKeychain),
        }
    }
}

enum Clock {
    /// This machine's, in its own zone.
    Machine,
    /// Always the same instant.
    Fixed(DateTime<FixedOffset>),
}

enum Source {
    /// The operating system's randomness.
    Machine,
    /// The same bytes for the same seed.
    Seeded(Box<ChaCha20Rng>),
}

/// Clock, randomness, keychain and clipboard of an engine, and the copy of the program it is in.
pub struct Outside {
    clock: Clock,
    source: Source,
    pub(crate) keychain: Box<dyn Keychain>,
    pub(crate) clipboard: Box<dyn Clipboard>,
    pub(crate) release: Release,
    /// The identity that was given last.
    last: Uuid,
}

impl Outside {
    pub fn of_this_machine() -> Self {
        Self {
            clock: Clock::Machine,
            source: Source::Machine,
            keychain: Box::new(SystemKeychain),
            clipboard: Box::new(SystemClipboard),
            release: Release::of_this_copy(),
            last: Uuid::nil(),
        }
    }

    /// For scripts and tests that want the same bytes twice. The keys made with it are as secret as `seed`.
    pub fn fixed(now: DateTime<FixedOffset>, seed: u64) -> Self {
        Self {
            clock: Clock::Fixed(now),
            source: Source::Seeded(Box::new(ChaCha20Rng::seed_from_u64(seed))),
            keychain: Box::new(NoKeychain),
            clipboard: Box::new(NoClipboard),
            release: Release::of_this_copy(),
            last: Uuid::nil(),
        }
    }

    pub fn with_keychain(self, keychain: Box<dyn Keychain>) -> Self {
        Self { keychain, ..self }
    }

    pub fn with_clipboard(self, clipboard: Box<dyn Clipboard>) -> Self {
        Self { clipboard, ..self }
    }

    pub fn with_release(self, release: Release) -> Self {
        Self { release, ..self }
    }

    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        match self.clock {
            // `Local::now` panics on a machine whose clock stands before 1970.
            Clock::Machine => DateTime::<Local>::from(SystemTime::now()).fixed_offset(),
            Clock::Fixed(now) => now,
        }
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Failure> {
        let mut bytes = [0; N];
        match &mut self.source {
            Source::Machine => getrandom::fill(&mut bytes)
                .map_err(|e| Failure::Internal { reason: format!("no randomness: {e}") })?,
            Source::Seeded(rng) => rng.fill_bytes(&mut bytes),
        }
        Ok(bytes)
    }

    /// A new identity: version 7 and greater than the one before, so that records sort by when they were made, those
    /// of one act and of one millisecond too.
    pub(crate) fn id(&mut self) -> Result<Uuid, Failure> {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        let random = self.bytes::<10>()?;
        let drawn = uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid();
        self.last = if drawn > self.last { drawn } else { after(self.last, &random) };
        Ok(self.last)
    }
}

/// An identity of version 7 a random step above another, as RFC 9562 (6.2, method 2) counts within a millisecond.
fn after(last: Uuid, random: &[u8; 10]) -> Uuid {
    // Of the 128 bits, six say version and variant; the others are one number of 122.
    const LOW: u128 = (1 << 62) - 1;
    const MIDDLE: u128 = (1 << 12) - 1;
    let bits = last.as_u128();
    let count = (bits >> 80) << 74 | ((bits >> 64) & MIDDLE) << 62 | bits & LOW;
    let step = u128::from(u32::from_be_bytes([random[0], random[1], random[2], random[3]])) + 1;
    let next = count + step;
    let low = (((next >> 62) & MIDDLE) << 64 | next & LOW).to_be_bytes();
    let mut rest = [0; 10];
    rest.copy_from_slice(&low[6..]);
    uuid::Builder::from_unix_timestamp_millis((next >> 74) as u64, &rest).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_of_one_millisecond_sort_by_when_they_were_made() {
        let now = "2026-09-28T09:00:00+08:00".parse().unwrap();
        let mut outside = Outside::fixed(now, 7);
        let ids: Vec<Uuid> = (0..2_000).map(|_| outside.id().unwrap()).collect();
        assert!(ids.is_sorted_by(|a, b| a < b));
        for id in ids {
            assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
        }
    }

    #[test]
    fn what_does_not_fit_into_a_millisecond_counts_as_the_next() {
        let full = Uuid::parse_str("00000000-0001-7fff-bfff-ffffffffffff").unwrap();
        let next = after(full, &[0; 10]);
        assert_eq!(next.to_string(), "00000000-0002-7000-8000-000000000000");
        let carried = after(Uuid::parse_str("00000000-0001-7000-bfff-ffffffffffff").unwrap(), &[0; 10]);
        assert_eq!(carried.to_string(), "00000000-0001-7001-8000-000000000000");
    }
}
