//! The parity gate: figures taken from both sides of a bilingual text must be the same figures. It compares what
//! is written in digits: dates, amounts, percentages, numbers, codes and clause numbers; number words only
//! excuse a digit on the other side ("two zones" for 双可用区, "7 天" for "seven-day").

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Language, Text};

mod english;
mod figures;
mod han;
mod parties;

pub use parties::{PartyNames, compare_parties};

use figures::{Date, Figures, Found};

/// What kind of figure differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    Date,
    Month,
    Year,
    /// `D-09`, `HCHG-IT-2026-031`.
    Code,
    Percentage,
    /// An amount of money with its currency.
    Amount,
    /// Any other number, clause and section numbers among them.
    Number,
    /// An amount in capitals 大写 that no amount in digits beside it equals.
    Capitals,
    /// The name of an organisation or person.
    Party,
}

/// Where a figure stands on one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Bytes of the side's words: from the first to behind the last.
    pub start: usize,
    pub end: usize,
    /// The words that stand there.
    pub words: String,
}

/// Two figures that should be the same, or one that has no partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ParityFinding {
    pub kind: FigureKind,
    pub en: Option<Place>,
    pub zh: Option<Place>,
}

/// Whether words name something that is so of one project only: a day, an amount of money, a code, a sum in
/// capitals.
pub fn has_particulars(words: &str, language: Language) -> bool {
    let found = match language {
        Language::En => english::figures(words),
        Language::Zh => han::figures(words),
    };
    !(found.dates.is_empty()
        && found.months.is_empty()
        && found.codes.is_empty()
        && found.amounts.is_empty()
        && found.capitals.is_empty())
}

/// Everything that differs between the figures of two sides, in the order of the kinds and then of the words.
/// A side without words is no finding of this gate: that it is missing is said by its state.
pub fn compare(en: &str, zh: &str) -> Vec<ParityFinding> {
    if en.trim().is_empty() || zh.trim().is_empty() {
        return Vec::new();
    }
    let mut left = english::figures(en);
    let mut right = han::figures(zh);
    settle(&mut left, &right);
    settle(&mut right, &left);
    let mut findings = Vec::new();
    let mut report = |kind, a: Vec<Range<usize>>, b: Vec<Range<usize>>| {
        let (mut a, mut b) = (a.into_iter(), b.into_iter());
        loop {
            let (from, to) = (a.next(), b.next());
            if from.is_none() && to.is_none() {
                break;
            }
            findings.push(ParityFinding {
                kind,
                en: from.map(|r| place(en, r)),
                zh: to.map(|r| place(zh, r)),
            });
        }
    };
    report(FigureKind::Date, dates(&left, &right), dates(&right, &left));
    report(FigureKind::Month, months(&left, &right), months(&right, &left));
    report(FigureKind::Year, years(&left, &right), years(&right, &left));
    let (a, b) = unmatched(&left.codes, &right.codes, |a, b| a == b);
    report(FigureKind::Code, ranges(a), ranges(b));
    let (a, b) = unmatched(&left.percentages, &right.percentages, |a, b| a == b);
    report(FigureKind::Percentage, ranges(a), ranges(b));
    let (a, b) = unmatched(&left.amounts, &right.amounts, |a, b| a == b);
    report(FigureKind::Amount, ranges(a), ranges(b));
    let (a, b) = unmatched(&left.numbers, &right.numbers, |a, b| a.same_as(b));
    report(FigureKind::Number, unexcused(a, &right.words), unexcused(b, &left.words));
    let alone = |found: &&Found<_>| !right.amounts.iter().any(|amount| amount.value.is_yuan(found.value));
    let capitals = right.capitals.iter().filter(alone).map(|found| found.range.clone()).collect();
    report(FigureKind::Capitals, Vec::new(), capitals);
    findings
}

/// [`compare`] and [`compare_parties`] over a bilingual text.
pub fn check(text: &Text, parties: &[PartyNames]) -> Vec<ParityFinding> {
    let mut findings = compare(&text.en.words, &text.zh.words);
    findings.extend(compare_parties(&text.en.words, &text.zh.words, parties));
    findings
}

impl ParityFinding {
    pub fn place(&self, language: Language) -> Option<&Place> {
        match language {
            Language::En => self.en.as_ref(),
            Language::Zh => self.zh.as_ref(),
        }
    }
}

fn place(words: &str, range: Range<usize>) -> Place {
    Place { start: range.start, end: range.end, words: words[range].to_owned() }
}

fn ranges<T>(found: Vec<&Found<T>>) -> Vec<Range<usize>> {
    found.into_iter().map(|found| found.range.clone()).collect()
}

/// Dates of one side that the other lacks. A date without a year goes with one that has any.
fn dates(side: &Figures, other: &Figures) -> Vec<Range<usize>> {
    let known = |date: &Date| {
        other.dates.iter().any(|found| {
            let years = date.year.zip(found.value.year);
            (found.value.month, found.value.day) == (date.month, date.day)
                && years.is_none_or(|(a, b)| a == b)
        })
    };
    let lacking = |found: &&Found<Date>| !known(&found.value);
    side.dates.iter().filter(lacking).map(|found| found.range.clone()).collect()
}

/// Months named without a day that the other side names neither so nor in a date.
fn months(side: &Figures, other: &Figures) -> Vec<Range<usize>> {
    let known = |month: u32| {
        other.months.iter().any(|found| found.value.1 == month)
            || other.dates.iter().any(|found| found.value.month == month)
    };
    side.months.iter().filter(|found| !known(found.value.1)).map(|found| found.range.clone()).collect()
}

/// Years that the other side does not name, alone or in a date. A date that differs anyway is not reported
/// a second time for its year.
fn years(side: &Figures, other: &Figures) -> Vec<Range<usize>> {
    let known = stated(other);
    let reported = dates(side, other);
    let mut lacking: Vec<(i32, Range<usize>)> = Vec::new();
    for (year, range) in stated(side) {
        let new = known.iter().chain(&lacking).all(|(known, _)| *known != year);
        if new && !reported.contains(&range) {
            lacking.push((year, range));
        }
    }
    lacking.into_iter().map(|(_, range)| range).collect()
}

/// Four digits alone may be a year or a number: they are a number where the other side has that number and not
/// that year ("2000 users" for 2,000 名用户).
fn settle(side: &mut Figures, other: &Figures) {
    let years: Vec<i32> = stated(other).into_iter().map(|(year, _)| year).collect();
    let number =
        |year: i32| other.numbers.iter().any(|found| found.value.is_whole(year.unsigned_abs().into()));
    let (numbers, kept) = std::mem::take(&mut side.years)
        .into_iter()
        .partition(|found: &Found<i32>| !years.contains(&found.value) && number(found.value));
    side.years = kept;
    side.numbers.extend(numbers.into_iter().map(|found| Found {
        value: figures::Number::Value { value: found.value.into(), written: true },
        range: found.range,
    }));
}

/// Every year that is written, alone or in a date or month.
fn stated(figures: &Figures) -> Vec<(i32, Range<usize>)> {
    let dates = figures.dates.iter().filter_map(|f| Some((f.value.year?, f.range.clone())));
    let months = figures.months.iter().filter_map(|f| Some((f.value.0?, f.range.clone())));
    dates.chain(months).chain(figures.years.iter().map(|f| (f.value, f.range.clone()))).collect()
}

/// What remains of both lists when equals have been paired off.
fn unmatched<'a, T>(
    left: &'a [Found<T>],
    right: &'a [Found<T>],
    same: impl Fn(&T, &T) -> bool,
) -> (Vec<&'a Found<T>>, Vec<&'a Found<T>>) {
    let mut open: Vec<&Found<T>> = right.iter().collect();
    let mut alone = Vec::new();
    for found in left {
        match open.iter().position(|other| same(&found.value, &other.value)) {
            Some(place) => {
                open.remove(place);
            }
            None => alone.push(found),
        }
    }
    (alone, open)
}

/// Numbers that no number word of the other side stands for; each word excuses one.
fn unexcused(numbers: Vec<&Found<figures::Number>>, words: &[u64]) -> Vec<Range<usize>> {
    let mut words = words.to_vec();
    let mut out = Vec::new();
    for number in numbers {
        match words.iter().position(|word| number.value.is_whole(*word)) {
            Some(place) => {
                words.swap_remove(place);
            }
            None => out.push(number.range.clone()),
        }
    }
    out
}

#[cfg(test)]
mod tests;
