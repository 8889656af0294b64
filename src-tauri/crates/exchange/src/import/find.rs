//! Where the table stands in a sheet: its heading in one row or two, and what each column holds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::table::{Grid, Kind, Row, Spread, column_address};

use super::Choices;
use super::fields::{Field, Target};
use super::headings::{Strength, recognise};

/// Rows of the beginning among which a heading is looked for.
const LOOKED_AT: usize = 100;

/// A column of the source and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportColumn")]
pub struct Column {
    /// The sheet it is of: its place in the list, from 0.
    pub sheet: u32,
    /// `A`, `B`, ….
    pub address: String,
    /// Blank where words stand below no heading; that of two rows with a blank between.
    pub heading: String,
    /// None when the column is not read.
    pub field: Option<Field>,
    /// What its heading says as well as another column's, which was taken instead: a person decides.
    pub also: Option<Field>,
    /// Rows in which it has words, the heading not counted.
    pub filled: u32,
    pub is_hidden: bool,
}

impl Column {
    /// Whether words stand in it that nothing is made of.
    pub fn is_lost(&self) -> bool {
        self.field.is_none() && self.filled > 0
    }
}

/// A table found in a sheet.
pub(super) struct Found<'g> {
    pub(super) columns: Vec<Column>,
    /// Rows of the heading, as the source counts them; one or two.
    pub(super) heading: Vec<u32>,
    /// The rows below.
    pub(super) rows: &'g [Row],
    heading_rows: &'g [Row],
}

impl Found<'_> {
    pub(super) fn place(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// Whether it has what every row of the target needs.
    pub(super) fn is_table(&self, target: Target) -> bool {
        self.place(Field::Number).is_some() && target.words().iter().any(|field| self.place(*field).is_some())
    }

    /// Whether a row says the heading again, as it does at the top of every page.
    pub(super) fn is_heading(&self, row: &Row) -> bool {
        let read = self.columns.iter().enumerate().filter(|(_, column)| column.field.is_some());
        let mut told = read.map(|(place, _)| place).peekable();
        told.peek().is_some()
            && told
                .all(|place| self.heading_rows.iter().any(|heading| heading.cell(place) == row.cell(place)))
    }
}

/// Finds the table of a sheet.
pub(super) fn find<'g>(grid: &'g Grid, sheet: u32, target: Target, choices: &Choices) -> Option<Found<'g>> {
    let (from, height) = match choices.heading {
        Some(number) => (grid.rows.iter().position(|row| row.number >= number)?, 1),
        None => heading(grid, target)?,
    };
    let heading_rows = &grid.rows[from..from + height];
    let rows = &grid.rows[from + height..];
    let mut columns: Vec<Column> = Vec::new();
    let mut strengths: Vec<Option<(Field, Strength)>> = Vec::new();
    for place in 0..grid.width() {
        let filled =
            rows.iter().filter(|row| row.at(place).is_some_and(|cell| !cell.words.is_empty())).count();
        let is_hidden = grid.hidden_columns.contains(&place);
        strengths.push(meaning(heading_rows, place, target).filter(|_| choices.hidden || !is_hidden));
        columns.push(Column {
            sheet,
            address: column_address(place),
            heading: said(heading_rows, place),
            field: None,
            also: None,
            filled: u32::try_from(filled).unwrap_or(u32::MAX),
            is_hidden,
        });
    }
    choose(&mut columns, &strengths, target, choices);
    let heading = heading_rows.iter().map(|row| row.number).collect();
    Some(Found { columns, heading, rows, heading_rows })
}

/// Gives each field to the column that a person chose for it, else to the one whose heading is most particular, of
/// several as good the first.
fn choose(
    columns: &mut [Column],
    strengths: &[Option<(Field, Strength)>],
    target: Target,
    choices: &Choices,
) {
    let by_hand = |column: &Column| {
        choices.columns.iter().find(|choice| choice.column.eq_ignore_ascii_case(&column.address))
    };
    for field in target.fields() {
        let hand = columns
            .iter()
            .position(|column| by_hand(column).is_some_and(|choice| choice.field == Some(*field)));
        if let Some(place) = hand {
            columns[place].field = Some(*field);
            continue;
        }
        let offered = (0..columns.len()).filter(|place| by_hand(&columns[*place]).is_none());
        let offered: Vec<(usize, Strength)> = offered
            .filter_map(|place| match strengths[place] {
                Some((said, strength)) if said == *field => Some((place, strength)),
                _ => None,
            })
            .collect();
        let Some(best) = offered.iter().map(|(_, strength)| *strength).max() else { continue };
        let mut as_good = offered.iter().filter(|(_, strength)| *strength == best).map(|(place, _)| *place);
        if let Some(first) = as_good.next() {
            columns[first].field = Some(*field);
        }
        for other in as_good {
            columns[other].also = Some(*field);
        }
    }
}

/// What the heading says of a column: the two rows of it together, else the lower, else the upper.
fn meaning(heading: &[Row], place: usize, target: Target) -> Option<(Field, Strength)> {
    let whole = said(heading, place);
    let parts = heading.iter().rev().map(|row| row.cell(place).to_owned());
    std::iter::once(whole)
        .chain(parts)
        .filter(|words| !words.is_empty())
        .find_map(|words| recognise(target, &words))
}

fn said(heading: &[Row], place: usize) -> String {
    let mut parts: Vec<&str> =
        heading.iter().map(|row| row.cell(place)).filter(|words| !words.is_empty()).collect();
    parts.dedup();
    parts.join(" ")
}

/// The first row of the heading, by its place, and how many rows it has: where most fields are named.
fn heading(grid: &Grid, target: Target) -> Option<(usize, usize)> {
    let fields = |rows: &[Row]| {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut named: Vec<Field> =
            (0..width).filter_map(|place| meaning(rows, place, target)).map(|(f, _)| f).collect();
        named.sort_unstable();
        named.dedup();
        named.len()
    };
    let mut best = (0, 0, 1);
    for from in 0..grid.rows.len().min(LOOKED_AT) {
        let one = fields(&grid.rows[from..=from]);
        if one > best.0 {
            best = (one, from, 1);
        }
        if let Some(two) = grid.rows.get(from..from + 2).filter(|rows| are_one(&rows[0], &rows[1])) {
            let both = fields(two);
            // What the two say together must be more than the better of them says.
            if both > best.0 && both > one && both > fields(&two[1..]) {
                best = (both, from, 2);
            }
        }
    }
    if best.0 >= 2 {
        return Some((best.1, best.2));
    }
    let filled = |row: &Row| {
        row.cells.iter().filter(|cell| !cell.words.is_empty() && cell.spread == Spread::Own).count()
    };
    let first = grid.rows.iter().position(|row| filled(row) >= 2).unwrap_or(0);
    (!grid.rows.is_empty()).then_some((if best.0 == 1 { best.1 } else { first }, 1))
}

/// Whether two rows follow each other and may be one heading: the upper leaves room for the lower, or spans it.
fn are_one(upper: &Row, lower: &Row) -> bool {
    let spans = upper.cells.iter().chain(&lower.cells).any(|cell| cell.spread != Spread::Own);
    let has_room =
        (0..lower.cells.len()).any(|place| upper.cell(place).is_empty() && !lower.cell(place).is_empty());
    let is_plain =
        lower.cells.iter().all(|cell| cell.kind == Kind::Words && cell.words.chars().count() <= 40);
    lower.number == upper.number + 1 && is_plain && (spans || has_room)
}
