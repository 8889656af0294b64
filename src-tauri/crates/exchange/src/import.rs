//! Requirements and criteria from a table: headings recognised in both languages, every fault named.

use std::collections::HashMap;

use hefu_domain::scope::{Method, Priority};
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::table::{Row, Table, column_address};

mod headings;
mod words;

/// Characters that one text may have.
const MAX_TEXT: usize = 10_000;
/// Characters that a number may have.
const MAX_NUMBER: usize = 40;

/// A column of the source and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Column<F> {
    /// `A`, `B`, ….
    pub address: String,
    pub heading: String,
    /// None when the column is not used.
    pub field: Option<F>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequirementField {
    Number,
    TitleEn,
    TitleZh,
    Priority,
    Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CriterionField {
    /// Number, title, or both: `3`, `Platform availability`, `3 平台可用性`.
    Chapter,
    ChapterEn,
    ChapterZh,
    Number,
    TextEn,
    TextZh,
    Method,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RequirementRow {
    /// Row in the source, from 1, the heading counted.
    pub row: u32,
    pub number: String,
    pub title: Words,
    /// Must where the source says nothing.
    pub priority: Priority,
    pub source: String,
}

/// The chapter a criterion stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Chapter {
    /// From 1; taken from the criterion's number (`3.4` stands in 3) where no column names it.
    pub position: u32,
    /// Blank where no column names it.
    pub title: Words,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CriterionRow {
    /// Row in the source, from 1, the heading counted.
    pub row: u32,
    pub chapter: Chapter,
    pub number: String,
    pub text: Words,
    /// Inspection where the source says nothing.
    pub method: Method,
}

/// What is wrong at one place of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fault {
    /// Row in the source, from 1; that of the heading when a column is missing.
    pub row: u32,
    /// `A`, `B`, …; empty when the whole row, or a column that is not there, is meant.
    pub column: String,
    pub problem: Problem,
    /// What stands there, or which field is missing; shortened when long.
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// No heading says which column holds what every row needs.
    MissingColumn,
    /// A number, or the text in both languages, is not written.
    Blank,
    /// The number stands in an earlier row as well.
    Duplicate,
    /// Not a priority, method or chapter that is known.
    UnknownWord,
    TooLong,
    /// The chapter has another title in an earlier row.
    Contradiction,
}

/// What an import would do, before it does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview<R, F> {
    pub columns: Vec<Column<F>>,
    /// The rows without a fault, in their order.
    pub rows: Vec<R>,
    pub faults: Vec<Fault>,
}

impl<R, F> Preview<R, F> {
    /// All rows, or all faults.
    ///
    /// # Errors
    /// When anything is wrong anywhere.
    pub fn accept(self) -> Result<Vec<R>, Vec<Fault>> {
        if self.faults.is_empty() { Ok(self.rows) } else { Err(self.faults) }
    }
}

/// Reads a table of requirements: number and a title in at least one language are needed.
pub fn requirements(table: &Table) -> Preview<RequirementRow, RequirementField> {
    use RequirementField::{Number, Priority, Source, TitleEn, TitleZh};
    let mut reading = Reading::new(table, headings::requirement);
    reading.need(Number, "number");
    reading.need_one(&[TitleEn, TitleZh], "title");
    let mut rows = Vec::new();
    for row in &table.rows {
        let before = reading.faults.len();
        let number = reading.number(row, Number);
        let title = Words { en: reading.text(row, TitleEn), zh: reading.text(row, TitleZh) };
        reading.need_words(row, &title, &[TitleEn, TitleZh]);
        let priority =
            reading.word(row, Priority, words::priority).unwrap_or(hefu_domain::scope::Priority::Must);
        let source = reading.text(row, Source);
        if reading.faults.len() == before {
            rows.push(RequirementRow { row: row.number, number, title, priority, source });
        }
    }
    reading.done(rows)
}

/// Reads a table of acceptance criteria: number and a text in at least one language are needed.
pub fn criteria(table: &Table) -> Preview<CriterionRow, CriterionField> {
    use CriterionField::{ChapterEn, ChapterZh, Method, Number, TextEn, TextZh};
    let mut reading = Reading::new(table, headings::criterion);
    reading.need(Number, "number");
    reading.need_one(&[TextEn, TextZh], "text");
    let mut titles: HashMap<u32, Words> = HashMap::new();
    let mut rows = Vec::new();
    for row in &table.rows {
        let before = reading.faults.len();
        let number = reading.number(row, Number);
        let text = Words { en: reading.text(row, TextEn), zh: reading.text(row, TextZh) };
        reading.need_words(row, &text, &[TextEn, TextZh]);
        let method =
            reading.word(row, Method, words::method).unwrap_or(hefu_domain::scope::Method::Inspection);
        let mut chapter = reading.chapter(row, &number);
        for (field, side) in [(ChapterEn, 0), (ChapterZh, 1)] {
            let title = reading.text(row, field);
            let own = if side == 0 { &mut chapter.title.en } else { &mut chapter.title.zh };
            if !title.is_empty() {
                *own = title;
            }
        }
        reading.same_title(row, &chapter, &mut titles);
        if reading.faults.len() == before {
            rows.push(CriterionRow { row: row.number, chapter, number, text, method });
        }
    }
    for row in &mut rows {
        if let Some(title) = titles.get(&row.chapter.position) {
            row.chapter.title = title.clone();
        }
    }
    reading.done(rows)
}

/// A table under import: which column holds which field, and what was found wrong.
struct Reading<F> {
    columns: Vec<Column<F>>,
    heading: u32,
    /// The first row of each number.
    numbers: HashMap<String, u32>,
    faults: Vec<Fault>,
}

impl<F: Copy + PartialEq> Reading<F> {
    fn new(table: &Table, recognise: fn(&str) -> Option<F>) -> Self {
        let mut columns: Vec<Column<F>> = Vec::new();
        for (place, heading) in table.heading.cells.iter().enumerate() {
            // A second column for the same field stays unused, and the preview shows it.
            let field = recognise(heading).filter(|field| columns.iter().all(|c| c.field != Some(*field)));
            columns.push(Column { address: column_address(place), heading: heading.clone(), field });
        }
        Self { columns, heading: table.heading.number, numbers: HashMap::new(), faults: Vec::new() }
    }

    fn done<R>(self, rows: Vec<R>) -> Preview<R, F> {
        Preview { columns: self.columns, rows, faults: self.faults }
    }

    fn place(&self, field: F) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    fn cell<'r>(&self, row: &'r Row, field: F) -> &'r str {
        self.place(field).map_or("", |place| row.cell(place))
    }

    fn need(&mut self, field: F, name: &str) {
        self.need_one(&[field], name);
    }

    fn need_one(&mut self, fields: &[F], name: &str) {
        if fields.iter().all(|field| self.place(*field).is_none()) {
            self.faults.push(Fault {
                row: self.heading,
                column: String::new(),
                problem: Problem::MissingColumn,
                value: name.to_owned(),
            });
        }
    }

    fn fault(&mut self, row: &Row, field: F, problem: Problem) {
        let column = self.place(field).map(column_address).unwrap_or_default();
        let value = self.cell(row, field).chars().take(80).collect();
        self.faults.push(Fault { row: row.number, column, problem, value });
    }

    fn number(&mut self, row: &Row, field: F) -> String {
        let number = self.cell(row, field).to_owned();
        if self.place(field).is_none() {
            return number;
        }
        if number.is_empty() {
            self.fault(row, field, Problem::Blank);
        } else if number.chars().count() > MAX_NUMBER {
            self.fault(row, field, Problem::TooLong);
        } else if *self.numbers.entry(number.to_lowercase()).or_insert(row.number) != row.number {
            self.fault(row, field, Problem::Duplicate);
        }
        number
    }

    fn text(&mut self, row: &Row, field: F) -> String {
        let text = self.cell(row, field);
        if text.chars().count() > MAX_TEXT {
            self.fault(row, field, Problem::TooLong);
        }
        text.to_owned()
    }

    /// At least one side is written; said once, at the first column there is.
    fn need_words(&mut self, row: &Row, words: &Words, fields: &[F]) {
        let written = fields.iter().copied().find(|field| self.place(*field).is_some());
        if let Some(field) = written.filter(|_| words.en.is_empty() && words.zh.is_empty()) {
            self.fault(row, field, Problem::Blank);
        }
    }

    /// None for a blank cell, and for an unknown word, which is a fault.
    fn word<T>(&mut self, row: &Row, field: F, known: fn(&str) -> Option<T>) -> Option<T> {
        let word = self.cell(row, field);
        if word.is_empty() {
            return None;
        }
        let found = known(word);
        if found.is_none() {
            self.fault(row, field, Problem::UnknownWord);
        }
        found
    }
}

impl Reading<CriterionField> {
    /// The chapter named in its column, else the one the criterion's number begins with.
    fn chapter(&mut self, row: &Row, number: &str) -> Chapter {
        let (named, title) = words::chapter(self.cell(row, CriterionField::Chapter));
        let leading = || number.split_once('.').and_then(|(chapter, _)| chapter.parse().ok());
        let position = named.or_else(leading).filter(|position| *position > 0);
        if position.is_none() && !number.is_empty() {
            let named = self.place(CriterionField::Chapter).is_some();
            let field = if named { CriterionField::Chapter } else { CriterionField::Number };
            self.fault(row, field, Problem::UnknownWord);
        }
        Chapter { position: position.unwrap_or_default(), title }
    }

    /// A chapter is titled once; a row that titles it otherwise contradicts.
    fn same_title(&mut self, row: &Row, chapter: &Chapter, titles: &mut HashMap<u32, Words>) {
        let known = titles.entry(chapter.position).or_default();
        let mut differs = false;
        for (known, named) in [(&mut known.en, &chapter.title.en), (&mut known.zh, &chapter.title.zh)] {
            if known.is_empty() {
                known.clone_from(named);
            } else if !named.is_empty() && known != named {
                differs = true;
            }
        }
        if differs {
            let fields = [CriterionField::Chapter, CriterionField::ChapterEn, CriterionField::ChapterZh];
            let field = fields.into_iter().find(|field| self.place(*field).is_some());
            self.fault(row, field.unwrap_or(CriterionField::Chapter), Problem::Contradiction);
        }
    }
}

#[cfg(test)]
mod tests;
