//! What a spreadsheet shows of a cell: the number that is stored, in the form that the cell's number format gives it.
//!
//! A format code is read into sections, the section is chosen by the value, and the value is set in it. Where the form
//! depends on what the file does not say (a calendar, the machine's currency), there is none: nothing is guessed.

mod code;
mod date;
mod number;

use code::{Code, Token};

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Words(String),
    /// A day, a time or a duration; a day that the machine's settings would order is written `2026-09-30`.
    Moment(String),
}

/// A format that a cell is shown in, read once for all cells that have it.
#[derive(Clone, Debug)]
pub(crate) struct Format {
    /// None where what it shows cannot be known.
    code: Option<Code>,
}

impl Format {
    /// By the code that the file states.
    pub(crate) fn new(code: &str) -> Self {
        Self { code: Code::read(code) }
    }

    /// By its number, from 0 to 163: those that every spreadsheet knows and no file spells out.
    pub(crate) fn known(id: u32) -> Self {
        code::known(id).map_or(Self { code: None }, Self::new)
    }

    /// What is shown of a number; `starts_1904` says from which day days are counted. None when that cannot be known.
    pub(crate) fn number(&self, value: f64, starts_1904: bool) -> Option<Shown> {
        let code = self.code.as_ref()?;
        let (section, is_negated) = code.section_for(value);
        if section.is_unknown || !value.is_finite() {
            return None;
        }
        if section.is_moment() {
            return date::shown(section, value, starts_1904).map(Shown::Moment);
        }
        let text = number::shown(section, value.abs())?;
        let shows_figures = text.chars().any(|c| c.is_ascii_digit() && c != '0');
        let sign = if is_negated && shows_figures { "-" } else { "" };
        Some(Shown::Words(format!("{sign}{text}")))
    }

    /// What is shown of words.
    pub(crate) fn text(&self, words: &str) -> String {
        let section = self.code.as_ref().and_then(|code| code.text_section());
        let Some(section) = section else {
            return words.to_owned();
        };
        section.tokens.iter().fold(String::new(), |mut text, token| {
            match token {
                Token::Text => text.push_str(words),
                Token::Literal(literal) => text.push_str(literal),
                _ => {}
            }
            text
        })
    }
}

#[cfg(test)]
mod tests;
