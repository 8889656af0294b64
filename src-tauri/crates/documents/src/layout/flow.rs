//! Filling pages with rows.

use std::ops::ControlFlow;

use hefu_domain::text::Language;

use super::page::{Dash, Item, Mark, Page, PlacedField, Rect};
use super::row::{Before, Bookmark, Cell, Content, FieldBox, Keep, Row, SetRow, Thing, set};
use super::shape::Shaper;
use super::tree::{Kid, NodeId, Role, Tree};
use crate::error::DocumentError;

/// Where text may stand on a page, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

/// Whether a row stands in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Alone,
    /// The head of the table of this index.
    Head(usize),
    Within(usize),
}

/// A row with where it belongs.
struct Entry {
    row: Row,
    parent: NodeId,
    place: Place,
}

/// All rows of a document in order, and the heads of its tables as later pages repeat them.
#[derive(Default)]
pub(crate) struct RowList {
    entries: Vec<Entry>,
    heads: Vec<Row>,
}

impl RowList {
    pub(crate) fn row(&mut self, parent: NodeId, row: Row) {
        self.entries.push(Entry { row, parent, place: Place::Alone });
    }

    /// A table under one head that every page repeats.
    pub(crate) fn table(&mut self, parent: NodeId, head: Row, rows: Vec<Row>) {
        let table = self.heads.len();
        self.heads.push(Row { before: Before::Gap(0.0), bookmark: None, ..head.clone() });
        self.entries.push(Entry { row: head, parent, place: Place::Head(table) });
        self.entries.extend(rows.into_iter().map(|row| Entry { row, parent, place: Place::Within(table) }));
    }
}

/// Where the outline leads.
#[derive(Clone, Debug)]
pub(crate) struct Anchor {
    pub(crate) bookmark: Bookmark,
    /// From 0.
    pub(crate) page: usize,
    /// From the top of the page.
    pub(crate) y: f32,
}

pub(crate) struct Flow<'t, 's, 'f> {
    pub(crate) tree: &'t mut Tree,
    pub(crate) shaper: &'s mut Shaper<'f>,
    pub(crate) frame: Frame,
    pub(crate) pages: Vec<Page>,
    pub(crate) anchors: Vec<Anchor>,
    /// The node of each table that has begun.
    tables: Vec<Option<NodeId>>,
    y: f32,
    fresh: bool,
}

/// A row of this share of a page or less is not divided.
const WHOLE: f32 = 0.28;

impl<'t, 's, 'f> Flow<'t, 's, 'f> {
    /// Continues after `pages`, on a new page.
    pub(crate) fn new(
        tree: &'t mut Tree,
        shaper: &'s mut Shaper<'f>,
        frame: Frame,
        pages: Vec<Page>,
    ) -> Self {
        Self {
            tree,
            shaper,
            frame,
            pages,
            anchors: Vec::new(),
            tables: Vec::new(),
            y: frame.bottom,
            fresh: false,
        }
    }

    /// Places every row; `step` hears how many of how many are placed.
    pub(crate) fn run(
        &mut self,
        script: &RowList,
        step: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<(), DocumentError> {
        let mut ahead: Vec<Option<SetRow>> = Vec::with_capacity(script.entries.len());
        ahead.resize_with(script.entries.len(), || None);
        self.page();
        for at in 0..script.entries.len() {
            if step(at, script.entries.len()).is_break() {
                return Err(DocumentError::Cancelled);
            }
            let entry = &script.entries[at];
            let mut row = match ahead[at].take() {
                Some(row) => row,
                None => set(&entry.row, self.shaper)?,
            };
            let gap = match entry.row.before {
                Before::NewPage => {
                    if !self.fresh {
                        self.page();
                    }
                    0.0
                }
                Before::Gap(gap) => gap,
            };
            let mut need = (if self.fresh { 0.0 } else { gap }) + self.first_part(&entry.row, &row);
            if entry.row.keep == Keep::WithNext {
                need = gap + height(&entry.row, &row) + self.company(script, at + 1, &mut ahead)?;
            }
            if need > self.room() && !self.fresh {
                self.turn(script, entry)?;
            } else if !self.fresh {
                self.y += gap;
            }
            self.place(script, entry, &mut row)?;
        }
        Ok(())
    }

    fn room(&self) -> f32 {
        self.frame.bottom - self.y
    }

    fn page(&mut self) {
        self.pages.push(Page::new(self.frame.width, self.frame.height));
        self.y = self.frame.top;
        self.fresh = true;
    }

    /// A new page, with the head of the table that goes on.
    fn turn(&mut self, script: &RowList, entry: &Entry) -> Result<(), DocumentError> {
        self.page();
        if let Place::Within(table) = entry.place {
            let head = &script.heads[table];
            let row = set(head, self.shaper)?;
            let top = self.y;
            self.decorations(head, top, top + height(head, &row));
            for (cell, lines) in head.cells.iter().zip(&row.cells) {
                for line in &lines.lines {
                    let Thing::Line { line: text, shift, rise } = &line.thing else { continue };
                    let baseline = top + head.pad[0] + line.top + rise;
                    for run in &text.runs {
                        let item = Item::Run { x: cell.x + shift + run.x, baseline, run: run.clone() };
                        self.last().decorate(Mark::Layout, item);
                    }
                }
            }
            self.y = top + height(head, &row);
        }
        Ok(())
    }

    fn last(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.page();
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// What must be on this page of the rows from `at` on for the row before them to stand here.
    fn company(
        &mut self,
        script: &RowList,
        mut at: usize,
        ahead: &mut [Option<SetRow>],
    ) -> Result<f32, DocumentError> {
        let mut need = 0.0;
        while let Some(entry) = script.entries.get(at) {
            let Before::Gap(gap) = entry.row.before else { break };
            let row = match ahead[at].take() {
                Some(row) => row,
                None => set(&entry.row, self.shaper)?,
            };
            let more = entry.row.keep == Keep::WithNext;
            need += gap + if more { height(&entry.row, &row) } else { self.first_part(&entry.row, &row) };
            ahead[at] = Some(row);
            at += 1;
            if !more {
                break;
            }
        }
        Ok(need)
    }

    /// The least height that may stand on a page before the row is divided.
    fn first_part(&self, row: &Row, set: &SetRow) -> f32 {
        let whole = height(row, set);
        if row.keep == Keep::Whole || whole <= (self.frame.bottom - self.frame.top) * WHOLE {
            return whole;
        }
        let first =
            set.cells.iter().filter_map(|cell| cell.lines.get(2.min(cell.lines.len().saturating_sub(1))));
        row.pad[0] + row.pad[1] + first.map(|line| line.bottom).fold(0.0, f32::max)
    }

    fn place(&mut self, script: &RowList, entry: &Entry, set: &mut SetRow) -> Result<(), DocumentError> {
        let row = &entry.row;
        if let Some(bookmark) = &row.bookmark {
            let page = self.pages.len().saturating_sub(1);
            self.anchors.push(Anchor { bookmark: bookmark.clone(), page, y: self.y });
        }
        let parent = self.home(entry);
        let parent = match row.role {
            Some(role) => self.tree.add(parent, role, None),
            None => parent,
        };
        for (cell, lines) in row.cells.iter().zip(&mut set.cells) {
            let node = cell.role.map(|role| {
                let node =
                    self.tree.add(parent, role, language_of(cell).filter(|own| *own != self.tree.language));
                self.tree.node_mut(node).columns = cell.columns;
                node
            });
            lines.node = node;
        }
        let mut from: Vec<usize> = vec![0; row.cells.len()];
        loop {
            let room = self.room() - row.pad[0] - row.pad[1];
            let to: Vec<usize> =
                set.cells.iter().zip(&from).map(|(cell, from)| take(cell, *from, room)).collect();
            if from == to && set.cells.iter().zip(&from).any(|(cell, from)| *from < cell.lines.len()) {
                if self.fresh {
                    return Err(DocumentError::TooTall { place: place_of(row) });
                }
                self.turn(script, entry)?;
                continue;
            }
            self.part(row, set, parent, &from, &to);
            from = to;
            if set.cells.iter().zip(&from).all(|(cell, from)| *from >= cell.lines.len()) {
                return Ok(());
            }
            self.turn(script, entry)?;
        }
    }

    /// Draws the lines `from..to` of each cell.
    fn part(&mut self, row: &Row, set: &mut SetRow, parent: NodeId, from: &[usize], to: &[usize]) {
        let top = self.y + row.pad[0];
        let mut bottom = top;
        for ((cell, from), to) in set.cells.iter().zip(from).zip(to) {
            if let (Some(first), Some(last)) = (cell.lines.get(*from), cell.lines[..*to].last())
                && to > from
            {
                bottom = f32::max(bottom, top + last.bottom - first.top);
            }
        }
        let end = bottom + row.pad[1];
        self.decorations(row, self.y, end);
        for (index, cell) in row.cells.iter().enumerate() {
            let lines = &mut set.cells[index];
            let parent = lines.node.unwrap_or(parent);
            let Some(origin) = lines.lines.get(from[index]).map(|line| line.top) else { continue };
            for at in from[index]..to[index] {
                let line = &lines.lines[at];
                let y = top + line.top - origin;
                match (&line.thing, &cell.contents[line.content]) {
                    (Thing::Line { line: text, shift, rise }, Content::Paragraph(paragraph)) => {
                        let node = match (paragraph.role, lines.nodes[line.content]) {
                            (None, _) => parent,
                            (Some(_), Some(node)) => node,
                            (Some(role), None) => {
                                let node = self.tree.add(parent, role, Some(paragraph.language));
                                lines.nodes[line.content] = Some(node);
                                node
                            }
                        };
                        for run in &text.runs {
                            let node = self.tree.speaking(node, run.language);
                            let item =
                                Item::Run { x: cell.x + shift + run.x, baseline: y + rise, run: run.clone() };
                            self.put(node, item);
                        }
                    }
                    (Thing::Field, Content::Field(field)) => {
                        let rect = Rect { x: cell.x, y, width: cell.width, height: field.height };
                        self.field(field, rect, parent);
                    }
                    _ => {}
                }
            }
        }
        self.y = end;
        self.fresh = false;
    }

    /// Puts a field that is filled later, with its outline.
    fn field(&mut self, field: &FieldBox, rect: Rect, parent: NodeId) {
        let node = self.tree.add(parent, Role::Form, None);
        let (width, colour) = field.outline;
        let outline = Item::Outline { rect, width, colour, dash: Dash::Solid };
        self.last().decorate(Mark::Layout, outline);
        let page = self.pages.len().saturating_sub(1);
        let number = self.last().fields.len();
        self.tree.node_mut(node).kids.push(Kid::Field { page, field: number });
        self.last().fields.push(PlacedField {
            name: field.name.clone(),
            tip: field.tip.clone(),
            kind: field.kind,
            rect,
            node,
        });
    }

    /// The node a row belongs to; a table's begins with its first row.
    fn home(&mut self, entry: &Entry) -> NodeId {
        let (Place::Head(table) | Place::Within(table)) = entry.place else { return entry.parent };
        if self.tables.len() <= table {
            self.tables.resize(table + 1, None);
        }
        match self.tables[table] {
            Some(node) => node,
            None => {
                let node = self.tree.add(entry.parent, Role::Table, None);
                self.tables[table] = Some(node);
                node
            }
        }
    }

    fn put(&mut self, node: NodeId, item: Item) {
        let index = self.pages.len().saturating_sub(1);
        if let Some(page) = self.pages.last_mut() {
            page.put(self.tree, index, node, item);
        }
    }

    fn decorations(&mut self, row: &Row, top: f32, end: f32) {
        let [left, right] = row.extent;
        let page = self.last();
        if let Some(colour) = row.background {
            let rect = Rect { x: left, y: top, width: right - left, height: end - top };
            page.decorate(Mark::Layout, Item::Fill { rect, colour });
        }
        for &(x, colour) in &row.joints {
            page.decorate(Mark::Layout, Item::Rule { from: [x, top], to: [x, end], width: 0.6, colour });
        }
        if let Some(rule) = row.below {
            page.decorate(
                Mark::Layout,
                Item::Rule { from: [left, end], to: [right, end], width: rule.width, colour: rule.colour },
            );
        }
    }
}

fn height(row: &Row, set: &SetRow) -> f32 {
    row.pad[0] + set.height + row.pad[1]
}

/// How far the lines of a cell go in `room`; never leaving one line alone on the next page.
fn take(cell: &super::row::SetCell, from: usize, room: f32) -> usize {
    let Some(first) = cell.lines.get(from) else { return from };
    let fits = cell.lines[from..].iter().take_while(|line| line.bottom - first.top <= room + 0.01).count();
    let to = from + fits;
    if to + 1 == cell.lines.len() && fits >= 3 { to - 1 } else { to }
}

fn place_of(row: &Row) -> String {
    let paragraph = row.cells.iter().flat_map(|cell| &cell.contents).find_map(|content| match content {
        Content::Paragraph(paragraph) => Some(paragraph.place.clone()),
        Content::Field(_) => None,
    });
    paragraph.unwrap_or_default()
}

/// The one language of a cell's paragraphs; none when they differ.
fn language_of(cell: &Cell) -> Option<Language> {
    let mut languages = cell.contents.iter().filter_map(|content| match content {
        Content::Paragraph(paragraph) => Some(paragraph.language),
        Content::Field(_) => None,
    });
    let first = languages.next()?;
    languages.all(|language| language == first).then_some(first)
}
