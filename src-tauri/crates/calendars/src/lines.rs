//! What the forms of a notice yield, line by line, before it is put together.

use chrono::NaiveDate;
use hefu_domain::calendar::ExceptionKind;
use regex::Regex;

use crate::{LineFault, NoticeProblem};

/// Days of one kind that stand at a place of the text.
pub(crate) struct Found {
    pub line: u32,
    pub text: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub kind: ExceptionKind,
    pub name: String,
}

/// What a form yields before it is put together.
#[derive(Default)]
pub(crate) struct Lines {
    /// The year that the text itself names.
    pub year: Option<i32>,
    pub found: Vec<Found>,
    pub faults: Vec<LineFault>,
}

impl Lines {
    pub(crate) fn fault(&mut self, line: u32, text: &str, problem: NoticeProblem) {
        self.faults.push(LineFault { line, text: text.trim().to_owned(), problem });
    }
}

/// A pattern of this crate.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of this crate are tested")
}
