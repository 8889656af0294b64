//! The erasures in a trail's file: what they left beside the entries of which a person was erased.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::note_digest;
use super::said::{ERASED, Said, beside};

/// What an erasure covers, as its arguments list it.
#[derive(Deserialize)]
struct Covers {
    covers: Vec<Covered>,
}

#[derive(Deserialize)]
struct Covered {
    entry: u64,
    note: String,
}

/// The entries that the erasures in the file cover, with the digest of what each left there. An erasure of which a
/// later one erased something is believed when it is as that one left it; any other that differs covers nothing.
pub(super) fn covered(lines: &[u8]) -> BTreeMap<u64, String> {
    let act = format!("\"act\":\"{ERASED}\"");
    let mut erasures = BTreeMap::new();
    let mut lines = lines.split_inclusive(|byte| *byte == b'\n');
    while let (Some(entry), Some(note)) = (lines.next(), lines.next()) {
        if memchr::memmem::find(entry, act.as_bytes()).is_none() {
            continue;
        }
        if let (Ok(said), Some(beside)) = (serde_json::from_slice::<Said>(entry), beside(note))
            && said.is_erasure()
        {
            erasures.insert(said.number(), (said.note, beside));
        }
    }
    let mut covered: BTreeMap<u64, String> = BTreeMap::new();
    for (number, (sealed, beside)) in erasures.into_iter().rev() {
        if note_digest(&beside).as_ref() != Some(covered.get(&number).unwrap_or(&sealed)) {
            continue;
        }
        let Ok(Covers { covers }) = serde_json::from_value(beside.args) else { continue };
        // It can only cover what came before it; the latest that did has the last word.
        for Covered { entry, note } in covers.into_iter().filter(|covered| covered.entry < number) {
            covered.entry(entry).or_insert(note);
        }
    }
    covered
}
