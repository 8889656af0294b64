//! What a check of the journal finds.

use chrono::{DateTime, FixedOffset};

use crate::journal::chain::Head;

/// What a check of the journal found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub entries: u64,
    pub trails: u32,
    /// Entries of which a person was erased, each covered by the entry of an erasure.
    pub erased: u64,
    /// What stands in the places of texts that erasures took, by entry.
    pub left: Vec<LeftText>,
    /// Where the clock was put back: no fault of the chain, whose order does not rest on it.
    pub went_back: Vec<WentBack>,
    pub verdict: Verdict,
}

/// What an erasure left in the place of a text of an entry; none where it emptied it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftText {
    /// In the workspace chain.
    pub seq: u64,
    pub place: String,
    pub text: Option<String>,
}

/// What is wrong with a row of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// It is not as the journal left it.
    Changed,
    /// The journal left it there, and it is gone.
    Missing,
    /// No entry of the journal made it.
    Added,
}

/// An entry of the workspace chain that is dated before the one it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WentBack {
    pub seq: u64,
    pub at: DateTime<FixedOffset>,
    /// The moment of the entry it follows.
    pub before: DateTime<FixedOffset>,
}

/// The chains are whole, or the first entry that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Whole,
    /// The bytes, their hash, the note or the images beside them are not what they were.
    Changed {
        trail: String,
        seq: u64,
    },
    /// An entry that should stand here is gone.
    Missing {
        trail: String,
        seq: u64,
    },
    /// An entry stands where it does not belong.
    OutOfPlace {
        trail: String,
        seq: u64,
    },
    /// The workspace chain does not know this entry of a trail, or knows a later one than there is.
    NotInWorkspaceChain {
        trail: String,
        seq: u64,
    },
    /// The chains fit; a row of the record is not what they say.
    Row {
        table: String,
        id: String,
        how: RowFault,
    },
    /// All fits, but the head from outside is not in the chains: a tail was cut or all was rewritten.
    HeadMissing {
        head: Head,
    },
}
