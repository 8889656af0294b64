//! The outline at the side of a viewer, nested as the headings are.

use lopdf::{Dictionary, Document, Object, ObjectId, text_string};

use crate::layout::flow::Anchor;
use crate::layout::page::Page;

/// Adds the outline; none when nothing is marked.
pub(super) fn add(
    document: &mut Document,
    anchors: &[Anchor],
    pages: &[Page],
    page_ids: &[ObjectId],
) -> Option<ObjectId> {
    if anchors.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = anchors.iter().map(|_| document.new_object_id()).collect();
    let level = |at: usize| anchors[at].bookmark.level;
    let parent = |at: usize| (0..at).rev().find(|before| level(*before) < level(at));
    let children =
        |of: Option<usize>| (0..anchors.len()).filter(|at| parent(*at) == of).collect::<Vec<usize>>();
    for (at, anchor) in anchors.iter().enumerate() {
        let mut item = Dictionary::new();
        item.set("Title", text_string(&anchor.bookmark.title));
        item.set("Parent", parent(at).map_or(root, |parent| ids[parent]));
        let siblings = children(parent(at));
        let place = siblings.iter().position(|sibling| *sibling == at).unwrap_or(0);
        if place > 0 {
            item.set("Prev", ids[siblings[place - 1]]);
        }
        if let Some(next) = siblings.get(place + 1) {
            item.set("Next", ids[*next]);
        }
        let own = children(Some(at));
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            item.set("First", ids[*first]);
            item.set("Last", ids[*last]);
            item.set("Count", Object::Integer(-count(own.len())));
        }
        let top = pages.get(anchor.page).map_or(0.0, |page| page.height) - anchor.y + 6.0;
        if let Some(page) = page_ids.get(anchor.page) {
            let target = vec![
                Object::Reference(*page),
                Object::Name("XYZ".into()),
                Object::Null,
                Object::Real(top.round()),
                Object::Null,
            ];
            item.set("Dest", target);
        }
        document.set_object(ids[at], item);
    }
    let top = children(None);
    let mut outline = Dictionary::new();
    outline.set("Type", "Outlines");
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        outline.set("First", ids[*first]);
        outline.set("Last", ids[*last]);
    }
    outline.set("Count", Object::Integer(count(top.len())));
    document.set_object(root, outline);
    Some(root)
}

fn count(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
