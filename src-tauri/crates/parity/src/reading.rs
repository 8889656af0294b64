//! One side of a text under reading: what was taken, and what is left for the next reader.

use std::ops::Range;

use regex::{Captures, Regex};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fold::fold;
use crate::value::Value;

/// The language of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    Chinese,
}

/// What kind of figure or name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    Date,
    Month,
    Year,
    /// A quarter, a half of a year or a fiscal year.
    Period,
    Weekday,
    /// A time of day, or the zone it is told in.
    Time,
    /// A part of a contract, law or document by its number: `Article 12(3)`, `第十二条第三款`.
    Clause,
    /// An identifier, version, address or telephone number: `D-09`, `TLS1.2`.
    Code,
    /// A percentage, a fraction, 折 or 成.
    Percentage,
    /// An amount of money with its currency.
    Amount,
    /// A currency that is named without an amount.
    Currency,
    /// A length of time, or how often something is.
    Duration,
    /// A quantity in another unit: `100 GB`, `20米`.
    Quantity,
    /// `third`, `第三`.
    Ordinal,
    /// Any other number.
    Number,
    /// Both sides bound the same figure, one from below and one from above: `at least 3`, `不超过 3`.
    Bound,
    /// An amount in capitals 大写 or in words that no amount in digits beside it equals.
    Capitals,
    /// A name that stands in both languages the same, or a place or product that has one in each.
    Name,
    /// The name of an organisation or person of the record.
    Party,
}

/// Whether the other side must have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureWeight {
    /// The other side must say it.
    Firm,
    /// It may stand for one of the other side (`a`, `both`, `每`, `双`); alone it is no fault.
    Loose,
}

/// Whether the figure is the least or the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    AtLeast,
    AtMost,
}

/// A figure that was read on one side.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// Characters of the side.
    pub(crate) range: Range<usize>,
    pub(crate) kind: FigureKind,
    /// Everything it can mean, the likeliest first.
    pub(crate) values: Vec<Value>,
    pub(crate) weight: FigureWeight,
    pub(crate) bound: Option<Bound>,
    /// The Latin word just before a number: `TLS` of `TLS 1.2`.
    pub(crate) label: Option<String>,
    /// The unit that is numbered: `week 26`, `第26周`.
    pub(crate) of: Option<&'static str>,
    /// Written in words or capitals.
    pub(crate) is_spelled: bool,
}

impl Reading {
    pub(crate) fn new(kind: FigureKind, range: Range<usize>, values: Vec<Value>) -> Self {
        Self {
            range,
            kind,
            values,
            weight: FigureWeight::Firm,
            bound: None,
            label: None,
            of: None,
            is_spelled: false,
        }
    }

    pub(crate) fn loose(self) -> Self {
        Self { weight: FigureWeight::Loose, ..self }
    }

    pub(crate) fn weighed(self, weight: FigureWeight) -> Self {
        Self { weight, ..self }
    }
}

/// A number as it stands in the text, before it is known what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// What else the digits can be: `1.000` in the manner of Jakarta.
    pub(crate) otherwise: Option<Decimal>,
    pub(crate) manner: Manner,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Digits,
    /// An English word, or several Chinese numerals.
    Words,
    /// One Chinese numeral, which is often part of another word.
    Numeral,
    /// 壹贰叁
    Capitals,
    /// `third`, `twenty-first`, `3rd`
    Ordinal,
}

/// Stands for a number in the text under reading, the first of the characters it is written with.
const NUMBER: char = '\u{F0000}';
/// The other characters of a number.
pub(crate) const REST: char = '\u{2}';
/// A character of something that was taken.
pub(crate) const TAKEN: char = '\u{1}';

/// A number that stands in the text, for patterns.
pub(crate) const N: &str = "[\u{F0000}-\u{FFFFD}]\u{2}*";

/// Compiles a pattern of this crate.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(&text.replace("<N>", N)).expect("the patterns are constants, each run by a test")
}

/// Patterns as statics, each compiled when it is first used. `<N>` stands for a number.
macro_rules! patterns {
    ($($name:ident = $text:expr;)*) => {
        $(static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| $crate::reading::pattern(&$text));)*
    };
}
pub(crate) use patterns;

/// One side: its characters with what was taken blanked out, and the readings.
pub(crate) struct Side {
    pub(crate) tongue: Tongue,
    /// As folded, for looking around a reading.
    pub(crate) folded: Vec<char>,
    /// What is left.
    chars: Vec<char>,
    /// Bytes of the words at which the characters begin.
    places: Vec<usize>,
    numbers: Vec<Number>,
    pub(crate) readings: Vec<Reading>,
}

/// What a pattern found.
pub(crate) struct Found<'a> {
    captures: &'a Captures<'a>,
    /// Characters at the bytes of the searched text.
    starts: &'a [usize],
    numbers: &'a [Number],
}

impl Found<'_> {
    pub(crate) fn text(&self, group: &str) -> Option<&str> {
        self.captures.name(group).map(|found| found.as_str())
    }

    pub(crate) fn text_of_all(&self) -> String {
        self.captures.get(0).map(|found| found.as_str().to_owned()).unwrap_or_default()
    }

    pub(crate) fn range(&self, group: &str) -> Option<Range<usize>> {
        self.captures.name(group).map(|found| self.chars(found.range()))
    }

    /// The characters that are taken: the group `f` where there is one.
    pub(crate) fn whole(&self) -> Range<usize> {
        let found = self.captures.name("f").or_else(|| self.captures.get(0));
        found.map_or(0..0, |found| self.chars(found.range()))
    }

    /// The numbers within a group, in their order.
    pub(crate) fn numbers(&self, group: &str) -> Vec<Number> {
        let text = self.text(group).unwrap_or_default();
        text.chars().filter_map(|c| number_of(c, self.numbers)).cloned().collect()
    }

    pub(crate) fn number(&self, group: &str) -> Option<Number> {
        self.numbers(group).into_iter().next()
    }

    fn chars(&self, bytes: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.starts.partition_point(|start| *start < byte);
        at(bytes.start)..at(bytes.end)
    }
}

fn number_of(c: char, numbers: &[Number]) -> Option<&Number> {
    numbers.get((c as usize).checked_sub(NUMBER as usize)?)
}

/// Where the search goes on: behind what is taken, so that what stands behind it can stand before the next.
fn past(captures: &Captures<'_>, text: &str) -> usize {
    let Some(whole) = captures.get(0) else { return text.len() + 1 };
    let end = captures.name("f").map_or(whole.end(), |taken| taken.end());
    if end > whole.start() {
        return end;
    }
    let next = text.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    end + next
}

impl Side {
    pub(crate) fn new(words: &str, tongue: Tongue) -> Self {
        let (folded, places) = fold(words);
        let chars = folded.clone();
        Self { tongue, folded, chars, places, numbers: Vec::new(), readings: Vec::new() }
    }

    /// Bytes of the words.
    pub(crate) fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let at = |place: usize| self.places.get(place).copied().unwrap_or_default();
        at(range.start)..at(range.end)
    }

    pub(crate) fn text(&self) -> String {
        self.chars.iter().collect()
    }

    pub(crate) fn left(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    pub(crate) fn number_at(&self, at: usize) -> Option<&Number> {
        number_of(self.left(at)?, &self.numbers)
    }

    /// Puts a number where its characters stood.
    pub(crate) fn put_number(&mut self, range: Range<usize>, number: Number) {
        let Some(mark) =
            u32::try_from(self.numbers.len()).ok().and_then(|next| char::from_u32(NUMBER as u32 + next))
        else {
            return;
        };
        self.numbers.push(number);
        self.blank(range.clone(), REST);
        if let Some(first) = self.chars.get_mut(range.start) {
            *first = mark;
        }
    }

    pub(crate) fn blank(&mut self, range: Range<usize>, with: char) {
        if let Some(taken) = self.chars.get_mut(range) {
            taken.fill(with);
        }
    }

    /// Hands every match of `pattern` to `take` and blanks it; a match that `take` declines stays.
    pub(crate) fn cut(&mut self, pattern: &Regex, mut take: impl FnMut(&Found<'_>) -> Option<Vec<Reading>>) {
        let text = self.text();
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut blanks = Vec::new();
        let mut from = 0;
        while let Some(captures) =
            Some(from).filter(|from| *from <= text.len()).and_then(|from| pattern.captures_at(&text, from))
        {
            from = past(&captures, &text);
            let found = Found { captures: &captures, starts: &starts, numbers: &self.numbers };
            if let Some(readings) = take(&found) {
                blanks.push(found.whole());
                self.readings.extend(readings);
            }
        }
        for range in blanks {
            self.blank(range, TAKEN);
        }
    }

    /// As [`Side::cut`], but what was found is a number yet without a meaning.
    pub(crate) fn cut_numbers(
        &mut self,
        pattern: &Regex,
        mut read: impl FnMut(&Found<'_>) -> Option<Number>,
    ) {
        let text = self.text();
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut found_numbers = Vec::new();
        let mut from = 0;
        while let Some(captures) =
            Some(from).filter(|from| *from <= text.len()).and_then(|from| pattern.captures_at(&text, from))
        {
            from = past(&captures, &text);
            let found = Found { captures: &captures, starts: &starts, numbers: &self.numbers };
            if let Some(number) = read(&found) {
                found_numbers.push((found.whole(), number));
            }
        }
        for (range, number) in found_numbers {
            self.put_number(range, number);
        }
    }

    /// The folded text of some characters before a place, in lower case.
    pub(crate) fn before(&self, at: usize, many: usize) -> String {
        let from = at.saturating_sub(many);
        self.folded.get(from..at).unwrap_or_default().iter().collect::<String>().to_lowercase()
    }

    /// The folded text of some characters from a place on, in lower case.
    pub(crate) fn after(&self, at: usize, many: usize) -> String {
        let to = (at + many).min(self.folded.len());
        self.folded.get(at..to).unwrap_or_default().iter().collect::<String>().to_lowercase()
    }
}

/// A whole number of digits or of Chinese numerals, as it stands in dates and clauses: `9`, `十二`, `二零二六`.
pub(crate) fn small(written: &str) -> Option<u32> {
    if let Ok(value) = written.parse() {
        return Some(value);
    }
    u32::try_from(crate::numeral::whole(written)?).ok()
}

/// Digits or numerals of a small number, for patterns.
pub(crate) const SMALL: &str = "(?:[0-9]{1,3}|[零一二三四五六七八九十百廿卅]{1,5})";

/// Patterns that name a part of another one.
pub(crate) fn with(text: &str, parts: &[(&str, &str)]) -> String {
    parts.iter().fold(text.to_owned(), |text, (name, part)| text.replace(name, part))
}
