//! What every entry is held against: its own bytes and hash, its place, the entry before it, the note beside it,
//! and the heads of the trails that the workspace chain has recorded.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::journal::batch::{Batch, Kept, KeptNote};
use crate::journal::chain::{WORKSPACE, note_digest};
use crate::journal::verify::Verdict;

/// An entry as it says itself: the fields that are compared, without a copy of their bytes.
#[derive(Deserialize)]
struct Said<'a> {
    #[serde(borrow)]
    trail: Cow<'a, str>,
    seq: u64,
    #[serde(borrow)]
    prev: Cow<'a, str>,
    #[serde(borrow)]
    act: Cow<'a, str>,
    #[serde(borrow)]
    note: Cow<'a, str>,
    #[serde(borrow)]
    heads: Vec<SaidHead<'a>>,
}

#[derive(Deserialize)]
struct SaidHead<'a> {
    #[serde(borrow)]
    trail: Cow<'a, str>,
    seq: u64,
    #[serde(borrow)]
    hash: Cow<'a, str>,
}

/// The end of a trail: as far as was checked, or as the workspace chain recorded it.
#[derive(Debug, Default)]
struct End {
    seq: u64,
    /// In hexadecimal; empty before the first entry.
    hash: String,
}

#[derive(Debug, Default)]
pub(crate) struct Check {
    seen: BTreeMap<String, End>,
    recorded: BTreeMap<String, End>,
    /// Digest of what stands beside an entry since a person was erased of it.
    covered: BTreeMap<u64, String>,
    entries: u64,
    erased: u64,
    /// What a note's digest is made of.
    scratch: Vec<u8>,
}

impl Check {
    /// `covered`: the entries that erasures name, with the digest of what each of them left.
    pub(crate) fn new(covered: BTreeMap<u64, String>) -> Self {
        Self { covered, ..Self::default() }
    }

    /// Entries of which a person was erased.
    pub(crate) fn erased(&self) -> u64 {
        self.erased
    }

    pub(crate) fn entries(&self) -> u64 {
        self.entries
    }

    pub(crate) fn trails(&self) -> u32 {
        self.seen.len() as u32
    }

    /// Entries that follow those checked before; the first that does not fit.
    pub(crate) fn batch(&mut self, batch: &Batch) -> Result<Option<Verdict>, StoreError> {
        let trail = batch.trail();
        let mut end = self.seen.remove(trail).unwrap_or_default();
        let mut broken = None;
        for kept in batch.entries() {
            broken = self.entry(trail, &kept, &mut end)?;
            if broken.is_some() {
                break;
            }
        }
        self.seen.insert(trail.to_owned(), end);
        Ok(broken)
    }

    fn entry(&mut self, trail: &str, kept: &Kept<'_>, end: &mut End) -> Result<Option<Verdict>, StoreError> {
        let seq = kept.seq;
        let named = || trail.to_owned();
        let said = match serde_json::from_slice::<Said<'_>>(kept.bytes) {
            Ok(said) if Sha256::digest(kept.bytes).as_slice() == kept.hash => said,
            _ => return Ok(Some(Verdict::Changed { trail: named(), seq })),
        };
        if said.trail != trail || said.seq != seq {
            return Ok(Some(Verdict::OutOfPlace { trail: named(), seq }));
        }
        if seq != end.seq + 1 {
            return Ok(Some(Verdict::Missing { trail: named(), seq: end.seq + 1 }));
        }
        if said.prev != end.hash {
            return Ok(Some(Verdict::OutOfPlace { trail: named(), seq }));
        }
        if trail == WORKSPACE {
            let Some(note) = &kept.note else {
                return Ok(Some(Verdict::Changed { trail: named(), seq }));
            };
            // Once erased, an entry has to be as the erasure left it, and no longer as it was written.
            let covered = self.covered.get(&seq).cloned();
            self.erased += u64::from(covered.is_some());
            let sealed = covered.as_deref().unwrap_or(&said.note);
            if note.act != said.act.as_bytes() || !self.is_noted(note, sealed)? {
                return Ok(Some(Verdict::Changed { trail: named(), seq }));
            }
        }
        for head in &said.heads {
            let recorded = match self.recorded.get_mut(head.trail.as_ref()) {
                Some(recorded) => recorded,
                None => self.recorded.entry(head.trail.clone().into_owned()).or_default(),
            };
            recorded.seq = head.seq;
            head.hash.as_ref().clone_into(&mut recorded.hash);
        }
        end.seq = seq;
        write_hex(kept.hash, &mut end.hash);
        self.entries += 1;
        Ok(None)
    }

    /// Whether the note is the one that was digested. Arguments are kept as they were digested, except those of
    /// files that an older program wrote: these are brought to that form first.
    fn is_noted(&mut self, note: &KeptNote<'_>, digest: &str) -> Result<bool, StoreError> {
        let (Ok(actor), Ok(args)) = (std::str::from_utf8(note.actor), std::str::from_utf8(note.args)) else {
            return Ok(false);
        };
        self.scratch.clear();
        self.scratch.push(b'[');
        serde_json::to_writer(&mut self.scratch, actor)?;
        self.scratch.push(b',');
        self.scratch.extend_from_slice(args.as_bytes());
        self.scratch.push(b']');
        let as_kept = Sha256::new().chain_update(note.salt).chain_update(&self.scratch).finalize();
        if is_hex_of(digest, &as_kept) {
            return Ok(true);
        }
        let args: Value = serde_json::from_str(args)?;
        Ok(note_digest(note.salt, actor, &args)? == digest)
    }

    /// The first trail whose end is not the head that the workspace chain recorded last.
    pub(crate) fn disagreement(&self) -> Option<Verdict> {
        for (trail, head) in &self.recorded {
            match self.seen.get(trail) {
                Some(end) if end.seq == head.seq && end.hash == head.hash => {}
                Some(end) if end.seq < head.seq => {
                    return Some(Verdict::Missing { trail: trail.clone(), seq: end.seq + 1 });
                }
                None => return Some(Verdict::Missing { trail: trail.clone(), seq: 1 }),
                Some(end) => {
                    return Some(Verdict::NotInWorkspaceChain { trail: trail.clone(), seq: end.seq });
                }
            }
        }
        let unknown =
            self.seen.iter().find(|(trail, _)| *trail != WORKSPACE && !self.recorded.contains_key(*trail));
        unknown.map(|(trail, end)| Verdict::NotInWorkspaceChain { trail: trail.clone(), seq: end.seq })
    }
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

fn hex_digits(bytes: &[u8]) -> impl Iterator<Item = u8> {
    bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
}

fn write_hex(bytes: &[u8], text: &mut String) {
    text.clear();
    text.extend(hex_digits(bytes).map(char::from));
}

fn is_hex_of(text: &str, bytes: &[u8]) -> bool {
    text.len() == bytes.len() * 2 && text.bytes().eq(hex_digits(bytes))
}
