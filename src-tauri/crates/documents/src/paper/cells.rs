//! What stands in the cells of a paper's tables: heads, numbers, dates, facts.

use chrono::NaiveDate;
use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::composer::Composer;
use super::table::{self, Grid, Values, right};
use super::text::key;
use super::typography::{GREY, SLATE};
use super::words::{self, Phrase, tongue};
use crate::layout::row::{Align, Paragraph, Row};

impl Composer<'_> {
    /// The head of a table: number, text, and the columns at the right.
    pub(crate) fn head(&self, grid: &Grid, number: Phrase, text: Phrase, extras: &[(Phrase, Align)]) -> Row {
        let style = self.style.head;
        let numbers = vec![self.text(self.main(), number(tongue(self.main())), style, String::new())];
        let values = Values {
            number: numbers,
            texts: self.per_language(|language| text(tongue(language)), style),
            extras: extras
                .iter()
                .map(|(phrase, align)| {
                    let label = vec![self.label(*phrase, style)];
                    if *align == Align::Right { right(label) } else { label }
                })
                .collect(),
        };
        table::head(grid, values)
    }

    pub(crate) fn dates(&self, date: Option<NaiveDate>, place: &str) -> Vec<Paragraph> {
        let style = self.style.small.colour(SLATE);
        let words = |language| match date {
            Some(date) => words::date(language, date),
            None => messages::document_paper_none(tongue(language)),
        };
        self.stacked(words, style, place)
    }

    pub(crate) fn number(&self, number: &str, place: &str) -> Vec<Paragraph> {
        self.plain(number, self.style.body.colour(GREY), place)
    }

    /// A row of a label and a text in each language.
    pub(crate) fn fact(&self, grid: &Grid, label: Phrase, texts: Vec<Paragraph>) -> Row {
        let values = Values {
            number: vec![self.label(label, self.style.label)],
            texts: texts.into_iter().map(|text| vec![text]).collect(),
            extras: Vec::new(),
        };
        table::line(grid, values)
    }

    /// One paragraph a language of words made here.
    pub(crate) fn same(&self, words: impl Fn(Language) -> String, place: &str) -> Vec<Paragraph> {
        let one = |language: &Language| {
            self.text(*language, words(*language), self.style.body, format!("{place}/{}", key(*language)))
        };
        self.languages().iter().map(one).collect()
    }

    /// Short things one after the other: `D-01, D-02`.
    pub(crate) fn list(&self, items: &[String]) -> String {
        items.join(&messages::document_paper_list_separator(tongue(self.main())))
    }
}

/// One paragraph a column.
pub(crate) fn split(paragraphs: Vec<Paragraph>) -> Vec<Vec<Paragraph>> {
    paragraphs.into_iter().map(|paragraph| vec![paragraph]).collect()
}
