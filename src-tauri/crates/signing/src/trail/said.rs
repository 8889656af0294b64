//! The two lines of an entry, as they are read.

use serde::Deserialize;

use super::{Beside, NOTE, Second};

/// The chain in which erasures stand.
pub(super) const WORKSPACE: &str = "workspace";
pub(super) const ERASED: &str = "person_erased";

/// An entry as it says itself.
#[derive(Deserialize)]
pub(super) struct Said {
    pub(super) trail: String,
    pub(super) seq: u64,
    /// RFC 3339.
    pub(super) at: String,
    pub(super) prev: String,
    pub(super) act: String,
    pub(super) note: String,
    /// Of an entry of the second form.
    #[serde(default)]
    pub(super) note_root: Option<String>,
    /// Its number in the workspace chain; zero in that chain itself.
    pub(super) workspace: u64,
}

impl Said {
    /// Its number in the workspace chain.
    pub(super) fn number(&self) -> u64 {
        if self.trail == WORKSPACE { self.seq } else { self.workspace }
    }

    /// An erasure of a person, which stands in the workspace chain alone.
    pub(super) fn is_erasure(&self) -> bool {
        self.trail == WORKSPACE && self.act == ERASED
    }
}

/// What stands beside it; none when the line is not written as it must be.
pub(super) fn beside(line: &[u8]) -> Option<Beside> {
    let whole = line.starts_with(NOTE) && line.ends_with(b"\n");
    whole.then(|| serde_json::from_slice::<Second>(line).ok()).flatten().map(|second| second.note)
}
