//! Entries in the order in which they are checked, with the notes and images beside them, many at a time.

use std::cmp::Ordering;
use std::ops::{ControlFlow, Range};

use rusqlite::types::ValueRef;
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
    images: Vec<ImagePlace>,
    /// An image of which there is no entry.
    stray: Option<u64>,
}

#[derive(Clone, Debug)]
struct Place {
    seq: u64,
    bytes: Range<usize>,
    hash: Range<usize>,
    note: Option<[Range<usize>; 8]>,
    images: Range<usize>,
}

/// An image's table, identity and sides; a side that is none is marked so.
#[derive(Clone, Debug)]
struct ImagePlace {
    table: Range<usize>,
    id: Range<usize>,
    sides: [Option<Range<usize>>; 2],
}

/// An entry as the file has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept<'a> {
    pub seq: u64,
    pub bytes: &'a [u8],
    pub hash: &'a [u8],
    /// Beside every entry of the workspace chain; beside no other.
    pub note: Option<KeptNote<'a>>,
}

/// A row that an act changed, before and after.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeptImage<'a> {
    pub table: &'a [u8],
    pub id: &'a [u8],
    pub sides: [Option<&'a [u8]>; 2],
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct KeptNote<'a> {
    pub salt: &'a [u8],
    pub actor: &'a [u8],
    pub args: &'a [u8],
    pub act: &'a [u8],
    /// Empty where there is none.
    pub project: &'a [u8],
    pub reversal: &'a [u8],
    pub standing: &'a [u8],
    /// The act's own identity; empty of an entry of the first form.
    pub id: &'a [u8],
}

impl Batch {
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn trail(&self) -> &str {
        &self.trail
    }

    /// The number that an image names of which there is no entry.
    pub(crate) fn stray(&self) -> Option<u64> {
        self.stray
    }

    /// Every entry with the rows that it changed.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (Kept<'_>, impl Iterator<Item = KeptImage<'_>>)> {
        let part = |range: &Range<usize>| &self.bytes[range.clone()];
        self.rows.iter().map(move |place| {
            let kept = Kept {
                seq: place.seq,
                bytes: part(&place.bytes),
                hash: part(&place.hash),
                note: place.note.as_ref().map(|[salt, actor, args, act, project, reversal, standing, id]| {
                    KeptNote {
                        salt: part(salt),
                        actor: part(actor),
                        args: part(args),
                        act: part(act),
                        project: part(project),
                        reversal: part(reversal),
                        standing: part(standing),
                        id: part(id),
                    }
                }),
            };
            let images = self.images[place.images.clone()].iter().map(move |image| KeptImage {
                table: part(&image.table),
                id: part(&image.id),
                sides: image.sides.each_ref().map(|side| side.as_ref().map(part)),
            });
            (kept, images)
        })
    }

    fn keep(&mut self, row: &Row<'_>, column: usize) -> Result<Range<usize>, StoreError> {
        let value =
            row.get_ref(column)?.as_bytes_or_null().map_err(rusqlite::Error::from)?.unwrap_or_default();
        let start = self.bytes.len();
        self.bytes.extend_from_slice(value);
        Ok(start..self.bytes.len())
    }

    fn keep_note(&mut self, row: &Row<'_>) -> Result<[Range<usize>; 8], StoreError> {
        let mut parts = [const { 0..0 }; 8];
        for (at, part) in parts.iter_mut().enumerate() {
            *part = self.keep(row, at + 1)?;
        }
        Ok(parts)
    }

    fn keep_image(&mut self, row: &Row<'_>) -> Result<(), StoreError> {
        let (table, id) = (self.keep(row, 1)?, self.keep(row, 2)?);
        let mut sides = [None, None];
        for (at, side) in sides.iter_mut().enumerate() {
            if row.get_ref(3 + at)? != ValueRef::Null {
                *side = Some(self.keep(row, 3 + at)?);
            }
        }
        self.images.push(ImagePlace { table, id, sides });
        Ok(())
    }
}

/// Entries of a batch at most, and bytes: an import's images are many.
const MOST: (usize, usize) = (1024, 1 << 20);

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
    // All are read in their order, side by side: looking every note up would cost as much as all the rest.
    let mut notes = connection.prepare_cached(
        "SELECT seq, salt, actor, args, act, project, reversal, standing, id FROM note WHERE ?1 ORDER BY seq",
    )?;
    let mut images = connection
        .prepare_cached("SELECT seq, tbl, id, before, after FROM image WHERE ?1 ORDER BY seq, tbl, id")?;
    let is_workspace = trail == WORKSPACE;
    let (mut entries, mut notes) = (entries.query([trail])?, notes.query([is_workspace])?);
    let mut images = images.query([is_workspace])?;
    let (mut note, mut image) = (notes.next()?, images.next()?);
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
            Some(row) if row.get::<_, u64>(0)? == seq => Some(batch.keep_note(row)?),
            _ => None,
        };
        let first = batch.images.len();
        while let Some(row) = image {
            match row.get::<_, u64>(0)?.cmp(&seq) {
                Ordering::Less => _ = batch.stray.get_or_insert(row.get(0)?),
                Ordering::Equal => batch.keep_image(row)?,
                Ordering::Greater => break,
            }
            image = images.next()?;
        }
        let images = first..batch.images.len();
        batch.rows.push(Place { seq, bytes, hash, note: beside, images });
        let is_full = batch.rows.len() == MOST.0 || batch.bytes.len() > MOST.1;
        if is_full && full(std::mem::replace(&mut batch, emptied(room(), trail))).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    if let Some(row) = image {
        batch.stray.get_or_insert(row.get(0)?);
    }
    if batch.rows.is_empty() && batch.stray.is_none() {
        return Ok(ControlFlow::Continue(()));
    }
    Ok(full(batch))
}

fn emptied(mut batch: Batch, trail: &str) -> Batch {
    batch.bytes.clear();
    batch.rows.clear();
    batch.images.clear();
    batch.stray = None;
    trail.clone_into(&mut batch.trail);
    batch
}
