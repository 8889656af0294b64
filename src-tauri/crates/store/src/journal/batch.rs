//! Entries in the order in which they are checked, with the notes beside them, many at a time.

use std::ops::{ControlFlow, Range};

use rusqlite::{Connection, Row};

use crate::error::StoreError;
use crate::journal::chain::WORKSPACE;

/// Some entries of one trail. Their bytes lie behind each other, so that a batch is filled again without a new
/// allocation.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    trail: String,
    bytes: Vec<u8>,
    rows: Vec<Place>,
}

#[derive(Clone, Debug)]
struct Place {
    seq: u64,
    bytes: Range<usize>,
    hash: Range<usize>,
    note: Option<[Range<usize>; 3]>,
}

/// An entry as the file has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept<'a> {
    pub seq: u64,
    pub bytes: &'a [u8],
    pub hash: &'a [u8],
    /// None where there is none or it was erased.
    pub note: Option<KeptNote<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct KeptNote<'a> {
    pub salt: &'a [u8],
    pub actor: &'a [u8],
    pub args: &'a [u8],
}

impl Batch {
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn trail(&self) -> &str {
        &self.trail
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = Kept<'_>> {
        let part = |range: &Range<usize>| &self.bytes[range.clone()];
        self.rows.iter().map(move |place| Kept {
            seq: place.seq,
            bytes: part(&place.bytes),
            hash: part(&place.hash),
            note: place.note.as_ref().map(|[salt, actor, args]| KeptNote {
                salt: part(salt),
                actor: part(actor),
                args: part(args),
            }),
        })
    }

    fn keep(&mut self, row: &Row<'_>, column: usize) -> Result<Range<usize>, StoreError> {
        let value = row.get_ref(column)?.as_bytes().map_err(rusqlite::Error::from)?;
        let start = self.bytes.len();
        self.bytes.extend_from_slice(value);
        Ok(start..self.bytes.len())
    }
}

/// Entries of a batch at most.
const MOST: usize = 1024;

/// Reads a trail from its first entry to its last. `room` gives an empty batch, or one that was checked; `full`
/// takes a filled one and breaks when no more is wanted.
pub(crate) fn read(
    connection: &Connection,
    trail: &str,
    room: &mut dyn FnMut() -> Batch,
    full: &mut dyn FnMut(Batch) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, StoreError> {
    let mut entries =
        connection.prepare_cached("SELECT seq, bytes, hash FROM entry WHERE trail = ?1 ORDER BY seq")?;
    // Both are read in their order, side by side: looking every note up would cost as much as all the rest.
    let mut notes =
        connection.prepare_cached("SELECT seq, salt, actor, args FROM note WHERE ?1 ORDER BY seq")?;
    let (mut entries, mut notes) = (entries.query([trail])?, notes.query([trail == WORKSPACE])?);
    let mut note = notes.next()?;
    let mut batch = emptied(room(), trail);
    while let Some(entry) = entries.next()? {
        let seq: u64 = entry.get(0)?;
        let bytes = batch.keep(entry, 1)?;
        let hash = batch.keep(entry, 2)?;
        while let Some(row) = note {
            if row.get::<_, u64>(0)? >= seq {
                break;
            }
            note = notes.next()?;
        }
        let beside = match note {
            Some(row) if row.get::<_, u64>(0)? == seq => {
                Some([batch.keep(row, 1)?, batch.keep(row, 2)?, batch.keep(row, 3)?])
            }
            _ => None,
        };
        batch.rows.push(Place { seq, bytes, hash, note: beside });
        if batch.rows.len() == MOST && full(std::mem::replace(&mut batch, emptied(room(), trail))).is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
    }
    if batch.rows.is_empty() { Ok(ControlFlow::Continue(())) } else { Ok(full(batch)) }
}

fn emptied(mut batch: Batch, trail: &str) -> Batch {
    batch.bytes.clear();
    batch.rows.clear();
    trail.clone_into(&mut batch.trail);
    batch
}
