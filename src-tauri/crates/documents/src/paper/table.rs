//! Tables of papers: a number, a text in the languages of the edition with the joint between, and
//! columns at the right.

use hefu_domain::document::Edition;

use super::sheet::Sheet;
use super::typography::{BAND, JOINT, RULE};
use crate::layout::row::{Align, Before, Cell, Content, Keep, Paragraph, Row, RuleBelow};
use crate::layout::tree::Role;

/// Columns at the right of the text: width and alignment.
pub(crate) type Extra = (f32, Align);

/// Where the columns of a table stand.
pub(crate) struct Grid {
    /// Left edge and width.
    pub(crate) number: [f32; 2],
    /// One a language.
    pub(crate) texts: Vec<[f32; 2]>,
    pub(crate) extras: Vec<[f32; 2]>,
    pub(crate) joint: Option<f32>,
    /// Left and right end.
    extent: [f32; 2],
}

const GAP: f32 = 11.0;

impl Grid {
    pub(crate) fn new(sheet: &Sheet, edition: Edition, number: f32, extras: &[Extra]) -> Self {
        let taken: f32 = extras.iter().map(|(width, _)| width + GAP).sum();
        let (from, to) = (sheet.left + number, sheet.right - taken);
        let (texts, joint) = match edition {
            Edition::SideBySide => {
                let joint = from + (to - from) * 0.53;
                (vec![[from, joint - from - GAP], [joint + GAP, to - joint - GAP]], Some(joint))
            }
            Edition::En | Edition::Zh => (vec![[from, to - from]], None),
        };
        let mut x = to;
        let extras = extras
            .iter()
            .map(|(width, _)| {
                x += GAP;
                let left = x;
                x += width;
                [left, *width]
            })
            .collect();
        let number = [sheet.left, number - 8.0];
        Self { number, texts, extras, joint, extent: sheet.extent() }
    }
}

/// What stands in one row: the number, the text by language, the columns at the right.
pub(crate) struct Values {
    pub(crate) number: Vec<Paragraph>,
    pub(crate) texts: Vec<Vec<Paragraph>>,
    pub(crate) extras: Vec<Vec<Paragraph>>,
}

pub(crate) fn head(grid: &Grid, values: Values) -> Row {
    let cells = cells(grid, values, Role::ColumnHead, Role::ColumnHead);
    Row { keep: Keep::WithNext, pad: [6.0, 5.0], ..row(grid, cells) }
}

pub(crate) fn line(grid: &Grid, values: Values) -> Row {
    row(grid, cells(grid, values, Role::RowHead, Role::Data))
}

/// A row that heads those below it, in each language.
pub(crate) fn band(grid: &Grid, titles: Vec<Paragraph>) -> Row {
    let [left, right] = grid.extent;
    let columns = 1 + grid.texts.len() + grid.extras.len();
    let last = titles.len().saturating_sub(1);
    let starts: Vec<f32> = grid.texts.iter().map(|text| text[0]).collect();
    let cells = titles
        .into_iter()
        .enumerate()
        .map(|(index, paragraph)| {
            let x = if index == 0 { left + 6.0 } else { starts[index] };
            let end = if index == last { right } else { grid.joint.unwrap_or(right) - GAP };
            // The first spans number and text, the last all that is left.
            let first = if index == 0 { 2 } else { 1 };
            let span = if index == last { columns - (if last == 0 { 0 } else { 2 }) } else { first };
            Cell {
                x,
                width: end - x,
                role: Some(Role::RowHead),
                columns: u8::try_from(span).unwrap_or(1),
                contents: vec![Content::Paragraph(paragraph)],
            }
        })
        .collect();
    Row { background: Some(BAND), keep: Keep::WithNext, pad: [5.0, 5.0], ..row(grid, cells) }
}

fn row(grid: &Grid, cells: Vec<Cell>) -> Row {
    Row {
        role: Some(Role::TableRow),
        cells,
        before: Before::Gap(0.0),
        pad: [6.0, 6.4],
        below: Some(RuleBelow { width: 0.5, colour: RULE }),
        background: None,
        joints: grid.joint.map(|x| (x, JOINT)).into_iter().collect(),
        extent: grid.extent,
        keep: Keep::Free,
        bookmark: None,
    }
}

fn cells(grid: &Grid, values: Values, number: Role, other: Role) -> Vec<Cell> {
    let first = [(grid.number, values.number, number)];
    let texts = grid.texts.iter().zip(values.texts).map(|(place, paragraphs)| (*place, paragraphs, other));
    let extras = grid.extras.iter().zip(values.extras).map(|(place, paragraphs)| (*place, paragraphs, other));
    first
        .into_iter()
        .chain(texts)
        .chain(extras)
        .map(|([x, width], paragraphs, role)| cell(x, width, role, paragraphs))
        .collect()
}

/// A single paragraph belongs to the cell itself; several are paragraphs within it.
pub(crate) fn cell(x: f32, width: f32, role: Role, mut paragraphs: Vec<Paragraph>) -> Cell {
    if let [only] = &mut paragraphs[..] {
        only.role = None;
    }
    let contents = paragraphs.into_iter().map(Content::Paragraph).collect();
    Cell { x, width, role: Some(role), columns: 1, contents }
}

/// Marks the paragraphs as aligned at the right.
pub(crate) fn right(mut paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    for paragraph in &mut paragraphs {
        paragraph.align = Align::Right;
    }
    paragraphs
}
