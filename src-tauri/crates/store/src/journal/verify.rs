//! Checking the chains against each other, against the notes beside them, and against a head from outside.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::journal::chain::{Head, Link, WORKSPACE, note_digest};
use crate::journal::erased;
use crate::open::Store;
use crate::writer::hex;

/// What a check of the journal found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub entries: u64,
    pub trails: u32,
    /// Entries of which a person was erased, each covered by the entry of an erasure.
    pub erased: u64,
    pub verdict: Verdict,
}

/// The chains are whole, or the first entry that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Whole,
    /// The bytes, their hash or the note beside them are not what they were.
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
    /// All fits, but the head from outside is not in the chains: a tail was cut or all was rewritten.
    HeadMissing {
        head: Head,
    },
}

impl Store {
    /// Checks every chain; `given` is a head from a backup or a signed document. `progress` is told the number
    /// of entries done.
    pub fn verify_journal(
        &self,
        given: Option<&Head>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Verified, StoreError> {
        let covered = erased::covered(&self.connection)?;
        let mut check =
            Check { last: BTreeMap::new(), recorded: BTreeMap::new(), covered, entries: 0, erased: 0 };
        let broken = check.run(self, progress)?;
        let verdict = match (broken, given) {
            (Some(broken), _) => broken,
            (None, Some(head)) if !self.has(head)? => Verdict::HeadMissing { head: head.clone() },
            (None, _) => Verdict::Whole,
        };
        let trails = check.last.len() as u32;
        Ok(Verified { entries: check.entries, trails, erased: check.erased, verdict })
    }

    pub(crate) fn has(&self, head: &Head) -> Result<bool, StoreError> {
        let hash: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT hash FROM entry WHERE trail = ?1 AND seq = ?2")?
            .query_row((&head.trail, head.seq), |row| row.get(0))
            .optional()?;
        Ok(hash.is_some_and(|hash| hex(&hash) == head.hash))
    }
}

struct Check {
    /// Last sequence number and hash seen, a trail.
    last: BTreeMap<String, (u64, String)>,
    /// Last head of a trail that the workspace chain has recorded.
    recorded: BTreeMap<String, Head>,
    /// Digest of what stands beside an entry since a person was erased of it.
    covered: BTreeMap<u64, String>,
    entries: u64,
    erased: u64,
}

impl Check {
    fn run(&mut self, store: &Store, progress: &mut dyn FnMut(u64)) -> Result<Option<Verdict>, StoreError> {
        let mut statement = store.connection.prepare(
            "SELECT e.trail, e.seq, e.bytes, e.hash, n.salt, n.actor, n.args, n.act FROM entry e
             LEFT JOIN note n ON e.trail = 'workspace' AND n.seq = e.seq
             ORDER BY e.trail <> 'workspace', e.trail, e.seq",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let trail: String = row.get(0)?;
            let seq: u64 = row.get(1)?;
            let bytes: Vec<u8> = row.get(2)?;
            let hash: Vec<u8> = row.get(3)?;
            let computed = Sha256::digest(&bytes);
            let Ok(link) = serde_json::from_slice::<Link>(&bytes) else {
                return Ok(Some(Verdict::Changed { trail, seq }));
            };
            if computed.as_slice() != hash {
                return Ok(Some(Verdict::Changed { trail, seq }));
            }
            if link.trail != trail || link.seq != seq {
                return Ok(Some(Verdict::OutOfPlace { trail, seq }));
            }
            let (before, prev) = self.last.get(&trail).cloned().unwrap_or_default();
            if seq != before + 1 {
                return Ok(Some(Verdict::Missing { trail, seq: before + 1 }));
            }
            if link.prev != prev {
                return Ok(Some(Verdict::OutOfPlace { trail, seq }));
            }
            if trail == WORKSPACE {
                let Some(salt) = row.get::<_, Option<Vec<u8>>>(4)? else {
                    return Ok(Some(Verdict::Changed { trail, seq }));
                };
                let actor: String = row.get(5)?;
                let args: Value = serde_json::from_str(&row.get::<_, String>(6)?)?;
                // Once erased, an entry has to be as the erasure left it, and no longer as it was written.
                let covered = self.covered.get(&seq);
                self.erased += u64::from(covered.is_some());
                let sealed = covered.unwrap_or(&link.note);
                if note_digest(&salt, &actor, &args)? != *sealed || row.get::<_, String>(7)? != link.act {
                    return Ok(Some(Verdict::Changed { trail, seq }));
                }
            }
            for head in link.heads {
                self.recorded.insert(head.trail.clone(), head);
            }
            self.last.insert(trail, (seq, hex(&hash)));
            self.entries += 1;
            if self.entries.is_multiple_of(4096) {
                progress(self.entries);
            }
        }
        progress(self.entries);
        Ok(self.disagreement())
    }

    /// The first trail whose end is not the head that the workspace chain recorded last.
    fn disagreement(&self) -> Option<Verdict> {
        for (trail, head) in &self.recorded {
            match self.last.get(trail) {
                Some((seq, hash)) if *seq == head.seq && *hash == head.hash => {}
                Some((seq, _)) if *seq < head.seq => {
                    return Some(Verdict::Missing { trail: trail.clone(), seq: seq + 1 });
                }
                None => return Some(Verdict::Missing { trail: trail.clone(), seq: 1 }),
                Some((seq, _)) => {
                    return Some(Verdict::NotInWorkspaceChain { trail: trail.clone(), seq: *seq });
                }
            }
        }
        let unknown =
            self.last.iter().find(|(trail, _)| *trail != WORKSPACE && !self.recorded.contains_key(*trail));
        unknown.map(|(trail, (seq, _))| Verdict::NotInWorkspaceChain { trail: trail.clone(), seq: *seq })
    }
}
