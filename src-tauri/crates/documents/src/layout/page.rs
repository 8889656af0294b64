//! A page as a list of things to draw, each marked with what it means.

use std::sync::Arc;

use super::lines::Run;
use super::style::Colour;
use super::tree::{Kid, NodeId, Tree};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dash {
    Solid,
    Dashed,
}

/// Pixels, three bytes each (sRGB), row by row from the top.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) rgb: Vec<u8>,
}

#[derive(Clone, Debug)]
pub(crate) enum Item {
    Run {
        x: f32,
        baseline: f32,
        run: Run,
    },
    /// A run turned counter-clockwise about its start, in degrees.
    Turned {
        x: f32,
        baseline: f32,
        degrees: f32,
        run: Run,
    },
    Rule {
        from: [f32; 2],
        to: [f32; 2],
        width: f32,
        colour: Colour,
    },
    Fill {
        rect: Rect,
        colour: Colour,
    },
    Outline {
        rect: Rect,
        width: f32,
        colour: Colour,
        dash: Dash,
    },
    Picture {
        rect: Rect,
        picture: Arc<Picture>,
    },
    /// A line with round ends through the points.
    Stroke {
        points: Vec<[f32; 2]>,
        width: f32,
        colour: Colour,
    },
}

/// What a group of marks is to someone who does not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Rules, fills and repeated heads.
    Layout,
    Header,
    Footer,
    Watermark,
    /// Content of a node: its number on the page.
    Content {
        node: NodeId,
        number: u32,
    },
}

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) mark: Mark,
    pub(crate) items: Vec<Item>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldKind {
    Signature,
    Record,
}

#[derive(Clone, Debug)]
pub(crate) struct PlacedField {
    pub(crate) name: String,
    /// What a screen reader says of it.
    pub(crate) tip: String,
    pub(crate) kind: FieldKind,
    pub(crate) rect: Rect,
    pub(crate) node: NodeId,
}

#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) groups: Vec<Group>,
    /// The node of each marked content, by its number.
    pub(crate) marks: Vec<NodeId>,
    pub(crate) fields: Vec<PlacedField>,
}

impl Page {
    pub(crate) fn new(width: f32, height: f32) -> Self {
        Self { width, height, groups: Vec::new(), marks: Vec::new(), fields: Vec::new() }
    }

    /// The page with nothing but what may show between two heights, from the top; its marks mean nothing.
    pub(crate) fn part(&self, from: f32, to: f32) -> Self {
        let shows = |item: &&Item| match item {
            // Twice its size is more than any letter rises above or falls below its line.
            Item::Run { baseline, run, .. } => baseline + run.size > from && baseline - 2.0 * run.size < to,
            _ => true,
        };
        let groups = self.groups.iter().map(|group| Group {
            mark: group.mark,
            items: group.items.iter().filter(shows).cloned().collect(),
        });
        Self { groups: groups.collect(), ..Self::new(self.width, self.height) }
    }

    /// Draws something without meaning of its own.
    pub(crate) fn decorate(&mut self, mark: Mark, item: Item) {
        match self.groups.last_mut() {
            Some(group) if group.mark == mark => group.items.push(item),
            _ => self.groups.push(Group { mark, items: vec![item] }),
        }
    }

    /// Draws beneath everything else.
    pub(crate) fn underlay(&mut self, mark: Mark, items: Vec<Item>) {
        self.groups.insert(0, Group { mark, items });
    }

    /// Draws content of `node`; `index` is this page's place in the document, from 0.
    pub(crate) fn put(&mut self, tree: &mut Tree, index: usize, node: NodeId, item: Item) {
        if let Some(group) = self.groups.last_mut()
            && let Mark::Content { node: last, .. } = group.mark
            && last == node
        {
            group.items.push(item);
            return;
        }
        let number = u32::try_from(self.marks.len()).unwrap_or(u32::MAX);
        self.marks.push(node);
        tree.node_mut(node).kids.push(Kid::Mark { page: index, mark: number });
        self.groups.push(Group { mark: Mark::Content { node, number }, items: vec![item] });
    }
}
