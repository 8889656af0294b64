//! Whether acts stand as the journal says: what can be taken back is decided by the act, and what was taken back by the
//! entries that did it.

use std::collections::HashMap;

use hefu_domain::journal::{Reversal, reversal_of};

use crate::journal::batch::KeptNote;

/// How every entry stands by its note, and by what was done to it since.
#[derive(Debug, Default)]
pub(crate) struct Standings {
    /// Entries by number: whether it is noted as undone.
    undone: Vec<bool>,
    /// What the entries that undo and redo have made of others, last.
    made: HashMap<u64, bool>,
}

impl Standings {
    /// Takes in the next entry; false when its note says what cannot be of such an act.
    pub(super) fn read(&mut self, seq: u64, act: &str, note: &KeptNote<'_>) -> bool {
        self.undone.push(note.standing == b"undone");
        if let "undone" | "redone" = act {
            let args: Option<serde_json::Value> = serde_json::from_slice(note.args).ok();
            let Some(of) = args.as_ref().and_then(|args| args["entry"].as_u64()).filter(|of| *of < seq)
            else {
                return false;
            };
            self.made.insert(of, act == "undone");
        }
        match reversal_of(act) {
            Some(Reversal::Final) => note.reversal == b"final" && note.standing == b"final",
            Some(Reversal::Undoable) => {
                note.reversal == b"undoable" && matches!(note.standing, b"done" | b"undone")
            }
            // Of an act that only a newer program knows it is not known.
            None => true,
        }
    }

    /// The first entry that does not stand as the journal says.
    pub(super) fn wrong(&self) -> Option<u64> {
        let made = |seq: u64| self.made.get(&seq).copied().unwrap_or(false);
        self.undone.iter().zip(1..).find(|(undone, seq)| **undone != made(*seq)).map(|(_, seq)| seq)
    }
}
