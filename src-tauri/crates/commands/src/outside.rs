//! What comes in from outside: the clock, randomness, and the operating system's keychain, clipboard and installer. A
//! test or a script that wants the same bytes twice hands in fixed ones.

use chrono::{DateTime, FixedOffset, Local};
use hefu_api::Failure;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use uuid::Uuid;

use crate::clipboard::{Clipboard, NoClipboard, SystemClipboard};
use crate::update::Release;

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
}

impl Outside {
    pub fn of_this_machine() -> Self {
        Self {
            clock: Clock::Machine,
            source: Source::Machine,
            keychain: Box::new(SystemKeychain),
            clipboard: Box::new(SystemClipboard),
            release: Release::of_this_copy(),
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
            Clock::Machine => Local::now().fixed_offset(),
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

    /// A new identity: version 7, so that records sort by when they were made.
    pub(crate) fn id(&mut self) -> Result<Uuid, Failure> {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        let random = self.bytes::<10>()?;
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}
