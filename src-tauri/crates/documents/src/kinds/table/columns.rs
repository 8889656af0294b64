//! Where the columns of a table stand, and its rows in them: a column of running text takes a place for each language.

use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::{Cell, Column, Holds, Table};
use crate::layout::row::{Before, Keep, Paragraph, Row, RuleBelow};
use crate::layout::tree::Role;
use crate::paper::Composer;
use crate::paper::table::{cell, right};
use crate::paper::text::key;
use crate::paper::typography::{JOINT, RULE, SLATE};
use crate::paper::words::tongue;

/// Between two columns, and between two languages of one.
const GAP: f32 = 11.0;
const BESIDE: f32 = 20.0;

/// A place in a row: a column, or one language of it.
struct Place {
    column: usize,
    /// None where the column takes one place whatever the languages.
    language: Option<Language>,
    x: f32,
    width: f32,
}

/// The head and the rows of a table.
pub(super) fn rows(paper: &Composer<'_>, table: &Table) -> (Row, Vec<Row>) {
    let places = places(paper, &table.columns);
    let joints = joints(&places);
    let head = places.iter().map(|place| {
        let paragraphs = head(paper, &table.columns[place.column], place.language);
        cell(place.x, place.width, Role::ColumnHead, paragraphs)
    });
    let head = Row { keep: Keep::WithNext, pad: [6.0, 5.0], ..row(paper, head.collect(), &joints) };
    let lines = table.rows.iter().zip(1..).map(|(line, number)| {
        let cells = places.iter().zip(0..).map(|(place, at): (_, u32)| {
            let role = if at == 0 { Role::RowHead } else { Role::Data };
            let named = format!("rows/{number}/{}", place.column + 1);
            let column = &table.columns[place.column];
            let paragraphs =
                line.get(place.column).map(|cell| set(paper, column, cell, place.language, &named));
            cell(place.x, place.width, role, paragraphs.unwrap_or_default())
        });
        Row { pad: [4.6, 5.0], ..row(paper, cells.collect(), &joints) }
    });
    (head, lines.collect())
}

/// The width of the sheet by the columns' weights, less the gaps between.
fn places(paper: &Composer<'_>, columns: &[Column]) -> Vec<Place> {
    let languages: Vec<Option<Language>> = paper.languages().iter().copied().map(Some).collect();
    let of = |column: &Column| match column.holds {
        Holds::Text => languages.clone(),
        Holds::Short | Holds::Figures => vec![None],
    };
    let slots: Vec<(usize, Option<Language>, f32)> = columns
        .iter()
        .enumerate()
        .flat_map(|(at, column)| {
            let own = of(column);
            let weight = f32::from(column.width.max(1)) / f32::from(u8::try_from(own.len()).unwrap_or(1));
            own.into_iter().map(move |language| (at, language, weight))
        })
        .collect();
    let total: f32 = slots.iter().map(|(_, _, weight)| weight).sum();
    let after = |before: usize, column: usize| if before == column { BESIDE } else { GAP };
    let pairs = slots.iter().zip(slots.iter().skip(1));
    let gaps: f32 = pairs.map(|((before, ..), (column, ..))| after(*before, *column)).sum();
    let unit = (paper.sheet.text_width() - gaps) / total;
    let mut places: Vec<Place> = Vec::with_capacity(slots.len());
    for (column, language, weight) in slots {
        let x = match places.last() {
            Some(last) => last.x + last.width + after(last.column, column),
            None => paper.sheet.left,
        };
        places.push(Place { column, language, x, width: weight * unit });
    }
    places
}

/// Between the languages of each column.
fn joints(places: &[Place]) -> Vec<f32> {
    let pairs = places.iter().zip(places.iter().skip(1));
    pairs.filter(|(a, b)| a.column == b.column).map(|(_, b)| b.x - BESIDE / 2.0).collect()
}

fn row(paper: &Composer<'_>, cells: Vec<crate::layout::row::Cell>, joints: &[f32]) -> Row {
    Row {
        role: Some(Role::TableRow),
        before: Before::Gap(0.0),
        below: Some(RuleBelow { width: 0.5, colour: RULE }),
        joints: joints.iter().map(|x| (*x, JOINT)).collect(),
        ..Row::plain(cells, paper.sheet.extent())
    }
}

fn head(paper: &Composer<'_>, column: &Column, language: Option<Language>) -> Vec<Paragraph> {
    let say = |language| match language {
        Language::En => column.head.en.clone(),
        Language::Zh => column.head.zh.clone(),
    };
    let style = paper.style.head;
    let set = match language {
        Some(language) => vec![paper.text(language, say(language), style, "columns".into())],
        None => vec![paper.label_of(say, style)],
    };
    aligned(column, set)
}

fn set(
    paper: &Composer<'_>,
    column: &Column,
    cell: &Cell,
    language: Option<Language>,
    place: &str,
) -> Vec<Paragraph> {
    let say = |language| match cell {
        Cell::Plain(words) => words.clone(),
        Cell::List(items) if items.is_empty() => messages::document_paper_none(tongue(language)),
        Cell::List(items) => paper.list(items),
        Cell::Said(words) => match language {
            Language::En => words.en.clone(),
            Language::Zh => words.zh.clone(),
        },
        Cell::Text(text) => paper.words(text, language),
    };
    let small = paper.style.small.colour(SLATE);
    let set = match language {
        Some(language) => {
            let place = format!("{place}/{}", key(language));
            vec![paper.text(language, say(language), paper.style.body, place)]
        }
        None => match column.holds {
            Holds::Figures => paper.stacked(say, paper.style.body.tabular(), place),
            Holds::Short | Holds::Text => paper.stacked(say, small, place),
        },
    };
    aligned(column, set)
}

fn aligned(column: &Column, paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    match column.holds {
        Holds::Figures => right(paragraphs),
        Holds::Short | Holds::Text => paragraphs,
    }
}
