//! Where in the document some bytes of the file lie.

use std::ops::Range;

use crate::pdf::issued;
use crate::pdf::load::load;
use crate::report::{Place, Span};
use crate::verify::number;
use crate::verify::parts::{Part, Parts};
use crate::verify::revisions::Split;

/// The revision, object and page where these bytes lie. The file was changed, so that it may be readable only to a
/// lenient reader, or to none.
pub(super) fn place(pdf: &[u8], split: &Split, bytes: Range<usize>) -> Place {
    let revision = split.revisions.iter().take_while(|revision| revision.start < bytes.end).count();
    let span = Span { from: bytes.start, to: bytes.end };
    let mut place = Place { revision: number(revision), bytes: Some(span), ..Place::default() };
    let end = split.revisions.last().map_or(pdf.len(), |last| last.end);
    let (document, offsets) = match (revision, issued::read(&pdf[..split.base])) {
        (0, Ok(state)) => (state.document, state.offsets),
        _ => {
            let Some(document) = load(&pdf[..end]) else { return place };
            let offsets = listed(&document);
            (document, offsets)
        }
    };
    let first = offsets.partition_point(|(offset, _)| *offset <= bytes.start).saturating_sub(1);
    let within = offsets.iter().skip(first).take_while(|(offset, _)| *offset < bytes.end);
    let objects: Vec<u32> = within.map(|(_, id)| *id).collect();
    let parts = Parts::of(&document);
    let page = |id: &u32| match parts.part((*id, 0)) {
        Some(Part::Page(page) | Part::PageContent(page) | Part::Annotation(page)) => Some(*page),
        _ => None,
    };
    let mut pages: Vec<Option<u32>> = objects.iter().map(page).collect();
    pages.dedup();
    if let [id] = objects[..] {
        place.object = Some(id);
    }
    if let [page] = pages[..] {
        place.page = page;
    }
    place
}

/// Where a lenient reader found objects, in the order of the file.
fn listed(document: &lopdf::Document) -> Vec<(usize, u32)> {
    let mut offsets = Vec::new();
    for (id, entry) in &document.reference_table.entries {
        if let lopdf::xref::XrefEntry::Normal { offset, .. } = entry {
            offsets.push((usize::try_from(*offset).unwrap_or(usize::MAX), *id));
        }
    }
    offsets.sort_unstable();
    offsets
}
