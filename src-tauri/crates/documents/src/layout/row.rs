//! What is set: rows of cells of paragraphs. A paragraph of running text is a row of one cell, a pair in two
//! languages a row of two, a table many rows under a repeated head.

use hefu_domain::text::Language;

use super::glyphs::Span;
use super::lines::{Fill, Line};
use super::page::FieldKind;
use super::shape::Shaper;
use super::style::{Colour, Style};
use super::tree::{NodeId, Role};
use crate::error::DocumentError;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    pub(crate) spans: Vec<Span>,
    pub(crate) language: Language,
    /// None: its text belongs to the cell or row itself.
    pub(crate) role: Option<Role>,
    /// Where its text comes from, for errors.
    pub(crate) place: String,
    pub(crate) align: Align,
    pub(crate) fill: Fill,
    /// Space above it within its cell, in points.
    pub(crate) gap: f32,
}

#[derive(Clone, Debug)]
pub(crate) struct FieldBox {
    pub(crate) name: String,
    pub(crate) tip: String,
    pub(crate) kind: FieldKind,
    pub(crate) height: f32,
    pub(crate) gap: f32,
    /// Width in points and colour of the line around it.
    pub(crate) outline: (f32, Colour),
}

#[derive(Clone, Debug)]
pub(crate) enum Content {
    Paragraph(Paragraph),
    Field(FieldBox),
}

#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// From the left edge of the page.
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) role: Option<Role>,
    pub(crate) columns: u8,
    pub(crate) contents: Vec<Content>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct RuleBelow {
    pub(crate) width: f32,
    pub(crate) colour: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    Free,
    /// Stands on one page.
    Whole,
    /// Stands on the page of the row after it.
    WithNext,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Before {
    /// Points; nothing at the top of a page.
    Gap(f32),
    NewPage,
}

#[derive(Clone, Debug)]
pub(crate) struct Bookmark {
    /// 1 for sections, 2 for what is within them.
    pub(crate) level: u8,
    pub(crate) title: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) role: Option<Role>,
    pub(crate) cells: Vec<Cell>,
    pub(crate) before: Before,
    pub(crate) pad: [f32; 2],
    pub(crate) below: Option<RuleBelow>,
    pub(crate) background: Option<Colour>,
    /// Where vertical lines run through the row, from the left edge of the page.
    pub(crate) joints: Vec<(f32, Colour)>,
    /// Left and right end of rule and background.
    pub(crate) extent: [f32; 2],
    pub(crate) keep: Keep,
    pub(crate) bookmark: Option<Bookmark>,
}

impl Row {
    /// A row of text without rule, ground or joint.
    pub(crate) fn plain(cells: Vec<Cell>, extent: [f32; 2]) -> Self {
        Self {
            role: None,
            cells,
            before: Before::Gap(0.0),
            pad: [3.2, 3.2],
            below: None,
            background: None,
            joints: Vec::new(),
            extent,
            keep: Keep::Free,
            bookmark: None,
        }
    }
}

/// A paragraph's line or a field at its place in a cell, measured from the top of the cell's first line.
#[derive(Debug)]
pub(crate) struct SetLine {
    pub(crate) thing: Thing,
    /// Index of the content in its cell.
    pub(crate) content: usize,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

#[derive(Debug)]
pub(crate) enum Thing {
    Line { line: Line, shift: f32, rise: f32 },
    Field,
}

#[derive(Debug)]
pub(crate) struct SetCell {
    pub(crate) lines: Vec<SetLine>,
    /// Nodes of its contents, once they have been placed.
    pub(crate) nodes: Vec<Option<NodeId>>,
    pub(crate) node: Option<NodeId>,
}

/// A row whose text is in lines.
#[derive(Debug)]
pub(crate) struct SetRow {
    pub(crate) cells: Vec<SetCell>,
    /// Without padding.
    pub(crate) height: f32,
}

/// Sets the paragraphs of a row.
pub(crate) fn set(row: &Row, shaper: &mut Shaper<'_>) -> Result<SetRow, DocumentError> {
    let cells: Vec<SetCell> =
        row.cells.iter().map(|cell| set_cell(cell, shaper)).collect::<Result<_, _>>()?;
    let height =
        cells.iter().filter_map(|cell| cell.lines.last()).map(|line| line.bottom).fold(0.0, f32::max);
    Ok(SetRow { cells, height })
}

fn set_cell(cell: &Cell, shaper: &mut Shaper<'_>) -> Result<SetCell, DocumentError> {
    let mut lines = Vec::new();
    let mut y = 0.0;
    for (content, each) in cell.contents.iter().enumerate() {
        match each {
            Content::Paragraph(paragraph) => {
                y += paragraph.gap;
                y = set_paragraph(paragraph, content, cell.width, y, shaper, &mut lines)?;
            }
            Content::Field(field) => {
                y += field.gap;
                lines.push(SetLine { thing: Thing::Field, content, top: y, bottom: y + field.height });
                y += field.height;
            }
        }
    }
    let nodes = vec![None; cell.contents.len()];
    Ok(SetCell { lines, nodes, node: None })
}

fn set_paragraph(
    paragraph: &Paragraph,
    content: usize,
    measure: f32,
    top: f32,
    shaper: &mut Shaper<'_>,
    lines: &mut Vec<SetLine>,
) -> Result<f32, DocumentError> {
    let Some(style) = paragraph.spans.first().map(|span| span.style) else { return Ok(top) };
    let composed = shaper.lines(&paragraph.spans, measure, paragraph.fill, &paragraph.place)?;
    let pitch = pitch(&style, paragraph.language);
    let below = style.size * 0.34;
    let mut baseline = top + style.rise;
    let mut bottom = top;
    for line in composed.iter().cloned() {
        let shift = match paragraph.align {
            Align::Left => 0.0,
            Align::Right => measure - line.width,
        };
        bottom = baseline + below;
        lines.push(SetLine {
            thing: Thing::Line { line, shift, rise: style.rise },
            content,
            top: baseline - style.rise,
            bottom,
        });
        baseline += pitch;
    }
    Ok(bottom)
}

pub(crate) fn pitch(style: &Style, language: Language) -> f32 {
    match language {
        Language::En => style.pitch[0],
        Language::Zh => style.pitch[1],
    }
}
