//! What the gate takes from one side, and the parts of reading that both languages share.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use rust_decimal::Decimal;

/// A figure and where it stands, in bytes of the side's words.
#[derive(Clone, Debug)]
pub(super) struct Found<T> {
    pub(super) value: T,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
}

/// ISO 4217 code and value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) currency: String,
    pub(super) value: Decimal,
}

impl Amount {
    pub(super) fn is_yuan(&self, value: Decimal) -> bool {
        self.currency == "CNY" && self.value == value
    }
}

#[derive(Clone, Debug)]
pub(super) enum Number {
    Value {
        value: Decimal,
        /// As it is written, unless a unit such as 万 multiplied it.
        written: bool,
    },
    /// With two dots or more: `1.2.3`.
    Dotted(String),
}

impl Number {
    /// Equal, and where both have decimals, equally many: clause 8.1 is not clause 8.10.
    pub(super) fn same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Value { value: a, written: x }, Self::Value { value: b, written: y }) => {
                let both_with_decimals = *x && *y && a.scale() > 0 && b.scale() > 0;
                a == b && (!both_with_decimals || a.scale() == b.scale())
            }
            (Self::Dotted(a), Self::Dotted(b)) => a == b,
            _ => false,
        }
    }

    pub(super) fn is_whole(&self, word: u64) -> bool {
        matches!(self, Self::Value { value, .. } if *value == Decimal::from(word))
    }
}

#[derive(Debug, Default)]
pub(super) struct Figures {
    pub(super) dates: Vec<Found<Date>>,
    /// Year, when it is given, and month.
    pub(super) months: Vec<Found<(Option<i32>, u32)>>,
    pub(super) years: Vec<Found<i32>>,
    pub(super) codes: Vec<Found<String>>,
    pub(super) percentages: Vec<Found<Decimal>>,
    pub(super) amounts: Vec<Found<Amount>>,
    pub(super) numbers: Vec<Found<Number>>,
    pub(super) capitals: Vec<Found<Decimal>>,
    /// Numbers written in words.
    pub(super) words: Vec<u64>,
}

/// Words under reading: what was taken is blanked, byte for byte, so that later readers pass over it and
/// ranges stay true.
pub(super) struct Reading {
    rest: String,
    pub(super) figures: Figures,
}

impl Reading {
    pub(super) fn new(words: &str) -> Self {
        Self { rest: words.to_owned(), figures: Figures::default() }
    }

    /// Hands every match of `pattern` to `take` and blanks it; a match that `take` declines stays.
    pub(super) fn cut(
        &mut self,
        pattern: &Regex,
        mut take: impl FnMut(&mut Figures, &Captures<'_>, Range<usize>) -> Option<()>,
    ) {
        let text = std::mem::take(&mut self.rest);
        let mut rest = text.clone();
        for captures in pattern.captures_iter(&text) {
            let range = captures.name("figure").or_else(|| captures.get(0)).map(|m| m.range());
            let Some(range) = range else { continue };
            if take(&mut self.figures, &captures, range.clone()).is_some() {
                rest.replace_range(range.clone(), &"\0".repeat(range.len()));
            }
        }
        self.rest = rest;
    }

    pub(super) fn rest(&self) -> &str {
        &self.rest
    }

    /// `D-09`, `HCHG-IT-2026-031`, then `2026-05-09`.
    pub(super) fn cut_codes_and_iso_dates(&mut self) {
        static CODE: LazyLock<Regex> =
            LazyLock::new(|| pattern(r"(?-u:\b)[A-Z]{1,6}(?:-[A-Z]+)*-?[0-9][0-9A-Z]*(?:-[0-9]+)*"));
        static ISO: LazyLock<Regex> =
            LazyLock::new(|| pattern(r"(?-u:\b)([0-9]{4})-([0-9]{2})-([0-9]{2})(?-u:\b)"));
        self.cut(&CODE, |figures, captures, range| {
            figures.codes.push(Found { value: captures[0].to_owned(), range });
            Some(())
        });
        self.cut(&ISO, |figures, captures, range| {
            let value =
                Date { year: Some(int(&captures[1])?), month: int(&captures[2])?, day: int(&captures[3])? };
            figures.dates.push(Found { value, range });
            Some(())
        });
    }

    /// `30 %`, `30%`, `30 per cent`, `百分之 30`; years; every other number.
    pub(super) fn cut_percentages_and_numbers(&mut self) {
        static PERCENT: LazyLock<Regex> = LazyLock::new(|| {
            pattern(&format!(
                r"(?P<sign>[−-])?(?P<n>{NUMBER})\s*(?:%|％|per ?cent\b)|百分之\s*(?P<sign2>[−-])?(?P<n2>{NUMBER})"
            ))
        });
        static PLAIN: LazyLock<Regex> =
            LazyLock::new(|| pattern(r"(?P<sign>[−-])?(?P<n>[0-9０-９][0-9０-９,]*(?:[.．][0-9０-９]+)*)"));
        self.cut(&PERCENT, |figures, captures, range| {
            let number = captures.name("n").or_else(|| captures.name("n2"))?.as_str();
            let negative = captures.name("sign").or_else(|| captures.name("sign2")).is_some();
            let value = decimal(number)?;
            figures.percentages.push(Found { value: if negative { -value } else { value }, range });
            Some(())
        });
        let text = self.rest.clone();
        self.cut(&PLAIN, |figures, captures, range| {
            let written = captures["n"].trim_end_matches(',');
            let start = captures.name("n")?.start();
            let digits = start..start + written.len();
            // A hyphen between two figures is a dash, not a minus.
            let before = text[..range.start].chars().next_back();
            let negative = captures.name("sign").is_some()
                && before.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '\0');
            let range = if negative { range.start..digits.end } else { digits };
            let narrow = narrow(written);
            if narrow.matches('.').count() > 1 {
                figures.numbers.push(Found { value: Number::Dotted(narrow), range });
            } else if let (false, Some(value)) = (negative, year(&narrow)) {
                figures.years.push(Found { value, range });
            } else {
                let value = decimal(&narrow)?;
                let value = Number::Value { value: if negative { -value } else { value }, written: true };
                figures.numbers.push(Found { value, range });
            }
            Some(())
        });
    }
}

/// A number with thousands separators and decimals.
pub(super) const NUMBER: &str = r"[0-9０-９][0-9０-９,]*(?:[.．][0-9０-９]+)?";

/// Compiles a pattern of this module.
pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns are constants, each run by a test")
}

pub(super) fn int<T: std::str::FromStr>(digits: &str) -> Option<T> {
    narrow(digits).parse().ok()
}

pub(super) fn decimal(written: &str) -> Option<Decimal> {
    Decimal::from_str_exact(&narrow(written).replace(',', "")).ok()
}

fn year(digits: &str) -> Option<i32> {
    let year: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1900..2100).contains(&year).then_some(year)
}

/// Full-width digits as ASCII.
fn narrow(written: &str) -> String {
    let ascii = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '．' => '.',
        _ => c,
    };
    written.chars().map(ascii).collect()
}
