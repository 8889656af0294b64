//! The rows of one table after another: what each cell says, and what is wrong with it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_domain::text::Words;

use crate::table::{Cell, Kind, Row, Spread, column_address};

use super::fields::{Field, Target};
use super::find::Found;
use super::{
    Chapter, Choices, Fault, LeftOut, LeftOutWhy, Part, Preview, Problem, ReadRow, Tidied, letters, rows,
    words,
};

/// Characters that one text may have.
const MAX_TEXT: usize = 10_000;
/// Characters that a number may have.
const MAX_NUMBER: usize = 40;
/// Characters of what is told of a cell.
const MAX_TOLD: usize = 80;
/// What a spreadsheet shows in place of a result, when it is copied as words.
const ERRORS: [&str; 10] = [
    "#N/A",
    "#REF!",
    "#NAME?",
    "#VALUE!",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
];

/// Tables under import, and what was found in them so far.
pub(super) struct Reading<'c> {
    target: Target,
    choices: &'c Choices,
    sheet: u32,
    /// The first row of each number, by sheet and row.
    numbers: BTreeMap<String, (u32, u32)>,
    chapters: BTreeMap<u32, Words>,
    requirements: BTreeMap<String, Words>,
    deliverables: BTreeMap<String, Words>,
    /// The chapter that the last group row headed.
    group: Option<Chapter>,
    rows: Vec<ReadRow>,
    left_out: Vec<LeftOut>,
    tidied: Vec<Tidied>,
    faults: Vec<Fault>,
    chapterless: Vec<Fault>,
}

fn has_title(chapter: &Chapter) -> bool {
    !chapter.title.en.is_empty() || !chapter.title.zh.is_empty()
}

fn told(words: &str) -> String {
    words.chars().take(MAX_TOLD).collect()
}

impl<'c> Reading<'c> {
    pub(super) fn new(target: Target, choices: &'c Choices) -> Self {
        Self {
            target,
            choices,
            sheet: 0,
            numbers: BTreeMap::new(),
            chapters: BTreeMap::new(),
            requirements: BTreeMap::new(),
            deliverables: BTreeMap::new(),
            group: None,
            rows: Vec::new(),
            left_out: Vec::new(),
            tidied: Vec::new(),
            faults: Vec::new(),
            chapterless: Vec::new(),
        }
    }

    pub(super) fn into_preview(self, mut preview: Preview) -> Preview {
        preview.rows = self.rows;
        // A title that a later row of the chapter says is that of all its rows.
        for row in &mut preview.rows {
            if let Some(chapter) = &mut row.chapter
                && let Some(title) = self.chapters.get(&chapter.position).filter(|_| chapter.position > 0)
            {
                chapter.title = title.clone();
            }
        }
        preview.left_out = self.left_out;
        preview.tidied = self.tidied;
        preview.faults = self.faults;
        preview.chapterless = self.chapterless;
        preview
    }

    /// Reads the rows of a table.
    pub(super) fn table(&mut self, sheet: u32, found: &Found<'_>) {
        self.sheet = sheet;
        self.group = None;
        self.need(found, &[Field::Number], "number");
        let noun = if matches!(self.target, Target::Criteria | Target::Case) { "text" } else { "title" };
        self.need(found, &self.target.words(), noun);
        for row in found.rows {
            if let Some(why) = self.why_left_out(found, row) {
                let first = rows::own_words(row).first().map(|(_, words)| told(words)).unwrap_or_default();
                if why == LeftOutWhy::Group {
                    self.group = Some(words::chapter(&first));
                }
                self.left_out.push(LeftOut { sheet, row: row.number, why, words: first });
                continue;
            }
            let before = self.faults.len();
            let read = self.row(found, row);
            if self.faults.len() == before {
                self.rows.push(read);
            }
        }
    }

    fn why_left_out(&self, found: &Found<'_>, row: &Row) -> Option<LeftOutWhy> {
        if row.is_hidden && !self.choices.hidden {
            return Some(LeftOutWhy::Hidden);
        }
        if found.is_heading(row) {
            return Some(LeftOutWhy::Heading);
        }
        let number = found.place(Field::Number);
        let holds = |field: Field| {
            let cell = found.place(field).and_then(|place| row.at(place));
            cell.is_some_and(|cell| {
                cell.kind != Kind::Words || !cell.words.is_empty() && cell.spread != Spread::Across
            })
        };
        let has_words = self.target.words().into_iter().any(holds);
        if let Some(why) = rows::left_out(row, number, has_words) {
            return Some(why);
        }
        let has_all_columns =
            number.is_some() && self.target.words().iter().any(|field| found.place(*field).is_some());
        (has_all_columns && !has_words && !holds(Field::Number)).then_some(LeftOutWhy::Nothing)
    }

    fn row(&mut self, found: &Found<'_>, row: &Row) -> ReadRow {
        let mut at = At { reading: self, found, row };
        let number = at.number();
        let [en, zh] = at.reading.target.words();
        let words = Words { en: at.text(en), zh: at.text(zh) };
        at.need_words(&words, &[en, zh]);
        let mut read = ReadRow {
            sheet: at.reading.sheet,
            row: row.number,
            is_hidden: row.is_hidden,
            words,
            priority: at.word(Field::Priority, words::priority),
            source: at.text(Field::Source),
            due: at.day(Field::Due),
            handed_over: at.day(Field::HandedOver),
            method: at.word(Field::Method, words::method),
            ..ReadRow::default()
        };
        if matches!(at.reading.target, Target::Criteria | Target::Case) {
            read.chapter = at.chapter(&number);
        }
        if at.reading.target == Target::Case {
            read.requirement = at.part([Field::Requirement, Field::RequirementEn, Field::RequirementZh]);
            read.deliverable = at.part([Field::Deliverable, Field::DeliverableEn, Field::DeliverableZh]);
        }
        if at.reading.choices.empties {
            let blank = |field: &&Field| found.place(**field).is_some_and(|place| row.cell(place).is_empty());
            read.emptied = at.reading.target.fields().iter().filter(blank).copied().collect();
        }
        read.number = number;
        read
    }

    fn need(&mut self, found: &Found<'_>, fields: &[Field], name: &str) {
        if fields.iter().all(|field| found.place(*field).is_none()) {
            self.faults.push(Fault {
                sheet: self.sheet,
                row: found.heading.last().copied().unwrap_or(1),
                column: String::new(),
                problem: Problem::MissingColumn,
                value: name.to_owned(),
            });
        }
    }

    /// A chapter, requirement or deliverable is titled once; true when a row titles it otherwise.
    fn contradicts(known: &mut Words, named: &Words) -> bool {
        let mut differs = false;
        for (known, named) in [(&mut known.en, &named.en), (&mut known.zh, &named.zh)] {
            if known.is_empty() {
                known.clone_from(named);
            } else if !named.is_empty() && known != named {
                differs = true;
            }
        }
        differs
    }
}

/// One row under reading.
struct At<'r, 'c, 'f> {
    reading: &'r mut Reading<'c>,
    found: &'f Found<'f>,
    row: &'f Row,
}

impl At<'_, '_, '_> {
    fn fault(&mut self, field: Field, problem: Problem) {
        let fault = self.told(field, problem);
        self.reading.faults.push(fault);
    }

    fn told(&self, field: Field, problem: Problem) -> Fault {
        let place = self.found.place(field);
        let value = place.map(|place| told(self.row.cell(place))).unwrap_or_default();
        let column = place.map(column_address).unwrap_or_default();
        Fault { sheet: self.reading.sheet, row: self.row.number, column, problem, value }
    }

    /// The cell of a field, when it holds words that can be taken; what else it holds is a fault.
    fn cell(&mut self, field: Field) -> Option<&Cell> {
        let cell = self.found.place(field).and_then(|place| self.row.at(place))?;
        let is_overflow = cell.words.len() >= 3 && cell.words.bytes().all(|byte| byte == b'#');
        let problem = match cell.kind {
            Kind::Failed => Problem::SpreadsheetError,
            Kind::Unsaved => Problem::Unsaved,
            Kind::Unknowable => Problem::UnknownForm,
            _ if ERRORS.contains(&cell.words.as_str()) => Problem::SpreadsheetError,
            _ if is_overflow => Problem::UnknownForm,
            Kind::Moment if matches!(field, Field::Number | Field::Requirement | Field::Deliverable) => {
                Problem::Moment
            }
            Kind::Words | Kind::Moment => return Some(cell).filter(|cell| cell.spread != Spread::Across),
        };
        self.fault(field, problem);
        None
    }

    fn words_of(&mut self, field: Field) -> Option<String> {
        let before = self.reading.faults.len();
        let words = self.cell(field).map(|cell| cell.words.clone());
        // A faulty cell says nothing more; a blank one is blank.
        (self.reading.faults.len() == before).then(|| words.unwrap_or_default())
    }

    fn number(&mut self) -> String {
        let field = Field::Number;
        let Some(place) = self.found.place(field) else { return String::new() };
        let before = self.reading.faults.len();
        let typed = self.cell(field).filter(|cell| cell.spread == Spread::Own).map(|cell| cell.words.clone());
        if self.reading.faults.len() > before {
            return String::new();
        }
        let typed = typed.unwrap_or_default();
        let number = letters::number(&typed);
        let here = (self.reading.sheet, self.row.number);
        if number.is_empty() {
            self.fault(field, Problem::Blank);
        } else if number.chars().count() > MAX_NUMBER {
            self.fault(field, Problem::TooLong);
        } else if *self.reading.numbers.entry(letters::key(&number)).or_insert(here) != here {
            self.fault(field, Problem::Duplicate);
        }
        if number != typed && !number.is_empty() {
            let (sheet, row, column) = (here.0, here.1, column_address(place));
            self.reading.tidied.push(Tidied { sheet, row, column, value: told(&number) });
        }
        number
    }

    fn text(&mut self, field: Field) -> String {
        let text = self.words_of(field).unwrap_or_default();
        if text.chars().count() > MAX_TEXT {
            self.fault(field, Problem::TooLong);
        }
        text
    }

    /// At least one side is written; said once, at the first column there is, and not where a fault says why.
    fn need_words(&mut self, words: &Words, fields: &[Field]) {
        let row = self.row;
        let has_fault = fields.iter().any(|field| {
            let column = self.found.place(*field).map(column_address);
            self.reading
                .faults
                .iter()
                .rev()
                .take(4)
                .any(|f| f.row == row.number && Some(&f.column) == column.as_ref())
        });
        let written = fields.iter().copied().find(|field| self.found.place(*field).is_some());
        if let Some(field) = written.filter(|_| words.en.is_empty() && words.zh.is_empty() && !has_fault) {
            self.fault(field, Problem::Blank);
        }
    }

    /// None for a blank cell, and for an unknown word, which is a fault.
    fn word<T>(&mut self, field: Field, known: fn(&str) -> Option<T>) -> Option<T> {
        let word = self.words_of(field)?;
        if word.is_empty() {
            return None;
        }
        let chosen = self
            .reading
            .choices
            .words
            .iter()
            .find(|choice| letters::plain(&choice.word) == letters::plain(&word));
        let found = chosen.map_or_else(|| known(&word), |choice| known(&choice.means));
        if found.is_none() {
            self.fault(field, Problem::UnknownWord);
        }
        found
    }

    fn day(&mut self, field: Field) -> Option<NaiveDate> {
        self.word(field, words::day)
    }

    /// The chapter named in its column, else the one that the criterion's number begins with, else the one that the
    /// rows above it head, else the one that was chosen; None when nothing says it.
    fn chapter(&mut self, number: &str) -> Option<Chapter> {
        let mut chapter = words::chapter(&self.text(Field::Chapter));
        for (field, is_english) in [(Field::ChapterEn, true), (Field::ChapterZh, false)] {
            let title = self.text(field);
            if !title.is_empty() {
                *(if is_english { &mut chapter.title.en } else { &mut chapter.title.zh }) = title;
            }
        }
        chapter.is_told = chapter.position > 0 || has_title(&chapter);
        if chapter.position == 0 {
            chapter = self.implied(chapter, number);
        }
        if chapter.position == 0 && !has_title(&chapter) {
            if !number.is_empty() {
                let named = self.found.place(Field::Chapter).is_some();
                let fault =
                    self.told(if named { Field::Chapter } else { Field::Number }, Problem::UnknownWord);
                self.reading.chapterless.push(fault);
            }
            return None;
        }
        if chapter.position > 0 {
            let known = self.reading.chapters.entry(chapter.position).or_default();
            if Reading::contradicts(known, &chapter.title) {
                let fields = [Field::Chapter, Field::ChapterEn, Field::ChapterZh];
                let field = fields.into_iter().find(|field| self.found.place(*field).is_some());
                self.fault(field.unwrap_or(Field::Chapter), Problem::Contradiction);
            }
        }
        Some(chapter)
    }

    /// The chapter of a criterion beside which no number of one stands.
    fn implied(&self, chapter: Chapter, number: &str) -> Chapter {
        let leading = number.split_once(['.', '-']).and_then(|(first, _)| words::count(first));
        let group = self.reading.group.clone().filter(|group| group.position > 0 || has_title(group));
        let group = group.map(|group| Chapter { is_told: true, ..group });
        let chosen = self.reading.choices.chapter.as_deref().map(words::chapter);
        match (leading, group, chosen) {
            _ if has_title(&chapter) => Chapter { position: leading.unwrap_or(0), ..chapter },
            (Some(position), Some(group), _) if [0, position].contains(&group.position) => {
                Chapter { position, ..group }
            }
            (Some(position), ..) => Chapter { position, ..chapter },
            (None, Some(group), _) => group,
            (None, None, Some(chosen)) => chosen,
            (None, None, None) => chapter,
        }
    }

    /// The requirement or deliverable beside a criterion, by number and title in either language.
    fn part(&mut self, fields: [Field; 3]) -> Option<Part> {
        let [number, en, zh] = fields;
        let part = Part {
            number: letters::number(&self.words_of(number).unwrap_or_default()),
            title: Words { en: self.text(en), zh: self.text(zh) },
        };
        if part == Part::default() {
            return None;
        }
        if part.number.chars().count() > MAX_NUMBER {
            self.fault(number, Problem::TooLong);
        }
        if !part.number.is_empty() {
            let is_requirement = number == Field::Requirement;
            let all =
                if is_requirement { &mut self.reading.requirements } else { &mut self.reading.deliverables };
            let known = all.entry(letters::key(&part.number)).or_default();
            if Reading::contradicts(known, &part.title) {
                self.fault(number, Problem::Contradiction);
            }
        }
        Some(part)
    }
}
