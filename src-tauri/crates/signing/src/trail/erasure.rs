//! The erasures in a trail's file: what they left beside the entries of which a person was erased.

use std::collections::BTreeMap;

use hefu_reading::limits::TRAIL_ERASURES;
use serde::Deserialize;

use super::note_digest;
use super::said::{ERASED, Said, beside};

/// What an erasure covers, as its arguments list it.
#[derive(Deserialize)]
struct Covers {
    #[serde(default)]
    label: String,
    covers: Vec<Covered>,
}

#[derive(Deserialize)]
struct Covered {
    entry: u64,
    note: String,
}

/// What an entry is to be like since people were erased of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cover {
    /// Digest of what the last erasure left.
    pub(super) note: String,
    /// What stands in the place of those who were erased.
    pub(super) labels: Vec<String>,
}

/// The entries that the erasures in the file cover, with what each left there. An erasure of which a
/// later one erased something is believed when it is as that one left it; any other that differs covers nothing.
pub(super) fn covered(lines: &[u8]) -> BTreeMap<u64, Cover> {
    let act = format!("\"act\":\"{ERASED}\"");
    let mut erasures = BTreeMap::new();
    let mut left = TRAIL_ERASURES;
    let mut lines = lines.split_inclusive(|byte| *byte == b'\n');
    while let (Some(entry), Some(note)) = (lines.next(), lines.next()) {
        if memchr::memmem::find(entry, act.as_bytes()).is_none() {
            continue;
        }
        if let (Ok(said), Some(beside)) = (serde_json::from_slice::<Said>(entry), beside(note))
            && said.is_erasure()
        {
            // More than any workspace erases is believed of nobody.
            let Some(rest) = left.checked_sub(note.len()) else { break };
            left = rest;
            erasures.insert(said.number(), (said.note, beside));
        }
    }
    let mut covered: BTreeMap<u64, Cover> = BTreeMap::new();
    for (number, (sealed, beside)) in erasures.into_iter().rev() {
        let held = covered.get(&number).map_or(&sealed, |cover| &cover.note);
        if note_digest(&beside).as_ref() != Some(held) {
            continue;
        }
        let Ok(Covers { label, covers }) = serde_json::from_value(beside.args) else { continue };
        // It can only cover what came before it; the latest that did has the last word.
        for Covered { entry, note } in covers.into_iter().filter(|covered| covered.entry < number) {
            let cover = covered.entry(entry).or_insert_with(|| Cover { note, labels: Vec::new() });
            if hefu_chain::is_label(&label) {
                cover.labels.push(label.clone());
            }
        }
    }
    covered
}
