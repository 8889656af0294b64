//! What every entry is held against: its own bytes and hash, its place, the entry before it, the note and the images
//! beside it, what erasures may have taken of them, and the heads of the trails that the workspace chain has recorded.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};
use hefu_chain::{Changes, Left, Places, RAISED, WORKSPACE, note_digest, note_root, opened, seeded};
use hefu_domain::erasure::label;
use hefu_domain::id::PersonId;
use hefu_domain::text::Text;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::journal::batch::{Batch, Kept, KeptImage, KeptNote};
use crate::journal::erased::{Cover, Erasures};
use crate::journal::newest::Newest;
use crate::journal::raise::Root;
use crate::journal::standing::Standings;
use crate::journal::verdict::{LeftText, Verdict, Verified, WentBack};

/// An entry as it says itself: the fields that are compared, without a copy of their bytes.
#[derive(Deserialize)]
struct Said<'a> {
    v: u32,
    #[serde(borrow)]
    trail: Cow<'a, str>,
    seq: u64,
    #[serde(borrow)]
    prev: Cow<'a, str>,
    #[serde(borrow)]
    at: Cow<'a, str>,
    #[serde(borrow)]
    act: Cow<'a, str>,
    #[serde(borrow, default)]
    project: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    note: Cow<'a, str>,
    #[serde(borrow)]
    changes: Cow<'a, str>,
    #[serde(borrow, default)]
    note_root: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    changes_root: Option<Cow<'a, str>>,
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
    /// Whether entries of the second form have begun.
    is_second: bool,
}

/// Clocks are corrected by that much without anybody's doing.
const CORRECTED: TimeDelta = TimeDelta::minutes(hefu_chain::CLOCK_TOLERANCE_MINUTES);

#[derive(Debug, Default)]
pub(crate) struct Check {
    seen: BTreeMap<String, End>,
    recorded: BTreeMap<String, End>,
    erasures: Erasures,
    /// All entries of the first form, text by text, where that is to be known.
    root: Option<Root>,
    entries: u64,
    erased: u64,
    /// What stands in the places of texts that were erased.
    left: Vec<LeftText>,
    /// When the entry of the workspace chain before was made.
    last_at: Option<DateTime<FixedOffset>>,
    went_back: Vec<WentBack>,
    standings: Standings,
    newest: Newest,
    /// What a note's digest is made of.
    scratch: Vec<u8>,
}

impl Check {
    pub(crate) fn new(erasures: Erasures) -> Self {
        let root = erasures.need_the_root().then(Root::default);
        Self { erasures, root, ..Self::default() }
    }

    /// What was found beside whether all is whole: entries, trails, erasures and clocks.
    pub(crate) fn found(&mut self, verdict: Verdict) -> Verified {
        Verified {
            entries: self.entries,
            trails: self.seen.len() as u32,
            erased: self.erased,
            left: std::mem::take(&mut self.left),
            went_back: std::mem::take(&mut self.went_back),
            verdict,
        }
    }

    /// The newest image of every row.
    pub(crate) fn newest(&self) -> &Newest {
        &self.newest
    }

    /// The order of a chain is sure; its dates are what the computer's clock said.
    fn dated(&mut self, seq: u64, at: &str) {
        let Ok(at) = DateTime::parse_from_rfc3339(at) else { return };
        if let Some(before) = self.last_at.replace(at)
            && before - at > CORRECTED
        {
            self.went_back.push(WentBack { seq, at, before });
        }
    }

    /// Entries that follow those checked before; the first that does not fit.
    pub(crate) fn batch(&mut self, batch: &Batch) -> Result<Option<Verdict>, StoreError> {
        let trail = batch.trail();
        let mut end = self.seen.remove(trail).unwrap_or_default();
        let mut broken = None;
        for (kept, images) in batch.entries() {
            broken = self.entry(trail, &kept, images, &mut end)?;
            if broken.is_some() {
                break;
            }
        }
        self.seen.insert(trail.to_owned(), end);
        let stray = || batch.stray().map(|seq| Verdict::Missing { trail: trail.to_owned(), seq });
        Ok(broken.or_else(stray))
    }

    fn entry<'a>(
        &mut self,
        trail: &str,
        kept: &Kept<'a>,
        images: impl Iterator<Item = KeptImage<'a>>,
        end: &mut End,
    ) -> Result<Option<Verdict>, StoreError> {
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
        if said.prev != end.hash || !is_in_turn(&said, end, trail) {
            return Ok(Some(Verdict::OutOfPlace { trail: named(), seq }));
        }
        if trail == WORKSPACE {
            self.dated(seq, &said.at);
            let Some(note) = &kept.note else {
                return Ok(Some(Verdict::Changed { trail: named(), seq }));
            };
            if !self.is_beside(&said, note, images)? {
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
        end.is_second = said.v > 1;
        write_hex(kept.hash, &mut end.hash);
        self.entries += 1;
        Ok(None)
    }

    /// Whether the note and the images are those of the entry, or are as an erasure may have left them.
    fn is_beside<'a>(
        &mut self,
        said: &Said<'_>,
        note: &KeptNote<'a>,
        images: impl Iterator<Item = KeptImage<'a>>,
    ) -> Result<bool, StoreError> {
        let is_plain = note.act == said.act.as_bytes()
            && note.id == said.id.as_deref().unwrap_or_default().as_bytes()
            && note.project == said.project.as_deref().unwrap_or_default().as_bytes();
        let Some(act) = std::str::from_utf8(note.act).ok().filter(|_| is_plain) else { return Ok(false) };
        if !self.standings.read(said.seq, act, note) {
            return Ok(false);
        }
        let cover = self.erasures.covered.get(&said.seq).cloned();
        self.erased += u64::from(cover.is_some());
        let mut digest = Changes::new(note.salt);
        // Of an entry that is gone through text by text its images are needed once more.
        let is_first = said.v == 1 && self.root.is_some();
        let mut again = (is_first || cover.is_some()).then(Vec::new);
        for image in images {
            let Some(row) = TextImage::of(&image) else { return Ok(false) };
            digest.add(row.table, row.id, row.sides[0], row.sides[1])?;
            if !self.newest.see(row.table, row.id, said.seq, row.sides[1].is_some()) {
                return Ok(false);
            }
            if let Some(again) = &mut again {
                again.push(row);
            }
        }
        let changes = digest.digest();
        // Once erased, an entry has to be as the erasure left it, and no longer as it was written.
        let (sealed_note, sealed_changes) = match &cover {
            Some(cover) => (cover.note.as_str(), cover.changes.as_str()),
            None => (said.note.as_ref(), said.changes.as_ref()),
        };
        if !self.is_noted(note, sealed_note, said.v)? || !is_hex_of(sealed_changes, &changes) {
            return Ok(false);
        }
        match again {
            Some(rows) => self.is_redacted(said, note, &rows, cover.as_ref()),
            None => Ok(true),
        }
    }

    /// Whether nothing but texts in which an erased person stood differs from what was sealed.
    fn is_redacted(
        &mut self,
        said: &Said<'_>,
        note: &KeptNote<'_>,
        rows: &[TextImage<'_>],
        cover: Option<&Cover>,
    ) -> Result<bool, StoreError> {
        let redaction = cover.and_then(|cover| cover.redaction.as_ref());
        if redaction.is_none() && self.root.is_none() {
            return Ok(true);
        }
        let mut left = Vec::new();
        let (note_root, changes_root) = match redaction {
            Some(redaction) => roots(note, rows, &mut opened(redaction, &mut left))?,
            None => roots(note, rows, &mut seeded(note.salt))?,
        };
        let labels = cover.map(|cover| cover.labels.as_slice()).unwrap_or_default();
        if !left.iter().all(|left| may_be_left(left, labels)) {
            return Ok(false);
        }
        self.left.extend(left.into_iter().map(|left| LeftText {
            seq: said.seq,
            place: left.place,
            text: left.text,
        }));
        match (said.note_root.as_deref(), said.changes_root.as_deref(), &mut self.root) {
            (Some(note), Some(changes), _) => {
                Ok(is_hex_of(note, &note_root) && is_hex_of(changes, &changes_root))
            }
            (None, None, Some(root)) if said.v == 1 => {
                root.add(said.seq, &note_root, &changes_root);
                Ok(true)
            }
            _ => Ok(redaction.is_none()),
        }
    }

    /// Whether the note is the one that was digested. Arguments are kept as they were digested, except those of
    /// entries of the first form that an older program wrote: these are brought to that form first.
    fn is_noted(&mut self, note: &KeptNote<'_>, digest: &str, form: u32) -> Result<bool, StoreError> {
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
        if form > 1 || is_hex_of(digest, &as_kept) {
            return Ok(is_hex_of(digest, &as_kept));
        }
        let args: Value = serde_json::from_str(args)?;
        Ok(note_digest(note.salt, actor, &args)? == digest)
    }

    /// What is wrong once all entries were seen.
    pub(crate) fn at_the_end(&mut self) -> Option<Verdict> {
        let disagreement = self.disagreement();
        let misplaced = || {
            let seq = self.standings.wrong()?;
            Some(Verdict::Changed { trail: WORKSPACE.to_owned(), seq })
        };
        let found = disagreement.or_else(misplaced);
        let root = self.root.take().map(Root::said);
        let forged = || {
            let raised = self.erasures.raised.as_ref()?;
            let first = self
                .erasures
                .covered
                .iter()
                .find(|(entry, cover)| **entry < raised.seq && cover.redaction.is_some());
            let seq = *first?.0;
            (root? != raised.root).then(|| Verdict::Changed { trail: WORKSPACE.to_owned(), seq })
        };
        found.or_else(forged)
    }

    /// The first trail whose end is not the head that the workspace chain recorded last.
    fn disagreement(&self) -> Option<Verdict> {
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

/// Whether the two forms stand in their order: the second begins with the first entry of a trail, or, in the workspace
/// chain, with the one by which a file was brought to it.
fn is_in_turn(said: &Said<'_>, end: &End, trail: &str) -> bool {
    let raises = said.act == RAISED;
    match said.v {
        1 => !end.is_second && !raises,
        2 if trail != WORKSPACE => !raises,
        2 => raises == (!end.is_second && end.seq > 0),
        _ => false,
    }
}

/// An image whose words can be read.
#[derive(Clone, Copy)]
struct TextImage<'a> {
    table: &'a str,
    id: &'a str,
    sides: [Option<&'a str>; 2],
}

impl<'a> TextImage<'a> {
    fn of(image: &KeptImage<'a>) -> Option<Self> {
        let text = |bytes| std::str::from_utf8(bytes).ok();
        let mut sides = [None, None];
        for (side, bytes) in sides.iter_mut().zip(image.sides) {
            if let Some(bytes) = bytes {
                *side = Some(text(bytes)?);
            }
        }
        Some(Self { table: text(image.table)?, id: text(image.id)?, sides })
    }
}

/// The digests of a note and its images, text by text.
fn roots(
    note: &KeptNote<'_>,
    rows: &[TextImage<'_>],
    places: &mut Places<'_>,
) -> Result<(hefu_chain::Digest, hefu_chain::Digest), StoreError> {
    let actor = String::from_utf8_lossy(note.actor);
    let args: Value = serde_json::from_slice(note.args)?;
    let note = note_root(&actor, &args, places)?;
    let rows = rows.iter().map(|row| (row.table, row.id, row.sides));
    Ok((note, Changes::root(rows, places)?))
}

/// Whether an erasure may have left this in the place of a text: what the person is called now stands in it, or it is
/// empty and was of her own row.
fn may_be_left(left: &Left, labels: &[String]) -> bool {
    let text = left.text.as_deref().unwrap_or_default();
    if labels.iter().any(|label| text.contains(label.as_str())) {
        return true;
    }
    let own = left.place.strip_prefix("image/person/").and_then(|rest| rest.split('/').next());
    let own = own.and_then(|id| id.parse().ok()).map(|id| label(PersonId(id)));
    let is_blank =
        text.is_empty() || serde_json::from_str::<Text>(text).is_ok_and(|text| text == Text::default());
    is_blank && own.is_some_and(|own| labels.contains(&own))
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
