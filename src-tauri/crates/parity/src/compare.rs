//! The readings of both sides matched as multisets, and what is left over.

use std::ops::Range;

use crate::grammar::{names_lacking, read};
use crate::reading::{FigureKind, FigureWeight, Reading, Side, Tongue};
use crate::unit::is_number_of;
use crate::value::{Measure, Value};

/// Both sides, which readings were paired, and which were found at fault.
pub(crate) struct Matched {
    pub(crate) english: Side,
    pub(crate) chinese: Side,
    /// Indices of the readings of either side.
    pub(crate) pairs: Vec<(usize, usize)>,
    pub(crate) faults: Vec<Fault>,
}

/// A reading without a partner on either side, or one of each that contradict each other.
pub(crate) struct Fault {
    pub(crate) kind: FigureKind,
    pub(crate) english: Option<usize>,
    pub(crate) chinese: Option<usize>,
}

/// Kinds whose readings are loose, and at fault only against another of the same kind.
const CONTRADICTING: [FigureKind; 6] = [
    FigureKind::Ordinal,
    FigureKind::Weekday,
    FigureKind::Time,
    FigureKind::Currency,
    FigureKind::Duration,
    FigureKind::Name,
];

/// Of these a side that says one more than once contradicts one that says two.
const EQUAL: [FigureKind; 4] =
    [FigureKind::Weekday, FigureKind::Time, FigureKind::Currency, FigureKind::Name];

fn count(side: &Side, kind: FigureKind) -> usize {
    side.readings.iter().filter(|reading| reading.kind == kind && contradicts(reading)).count()
}

pub(crate) fn matched(english: &str, chinese: &str) -> Matched {
    let mut en = read(english, Tongue::English);
    let mut zh = read(chinese, Tongue::Chinese);
    settle_slashes(&mut en, &zh);
    settle_slashes(&mut zh, &en);
    names_lacking(&mut zh, &en);
    let mut open = Open {
        pairs: Vec::new(),
        english: vec![true; en.readings.len()],
        chinese: vec![true; zh.readings.len()],
    };
    for weights in 0..3_usize {
        for effort in 0..4_u8 {
            open.pair(&en, &zh, |a, b| {
                let loose = usize::from(a.weight == FigureWeight::Loose)
                    + usize::from(b.weight == FigureWeight::Loose);
                loose == weights && distance(a, b, &en, &zh).is_some_and(|distance| distance <= effort)
            });
        }
    }
    let faults = faults(&mut open, &en, &zh);
    Matched { english: en, chinese: zh, pairs: open.pairs, faults }
}

struct Open {
    pairs: Vec<(usize, usize)>,
    english: Vec<bool>,
    chinese: Vec<bool>,
}

impl Open {
    /// Pairs what `agree` accepts, in the order of the words.
    fn pair(&mut self, en: &Side, zh: &Side, agree: impl Fn(&Reading, &Reading) -> bool) {
        for (at, reading) in en.readings.iter().enumerate() {
            if !self.english[at] {
                continue;
            }
            let other = zh
                .readings
                .iter()
                .enumerate()
                .find(|(other, found)| self.chinese[*other] && agree(reading, found));
            if let Some((other, _)) = other {
                self.pairs.push((at, other));
                self.english[at] = false;
                self.chinese[other] = false;
            }
        }
    }
}

/// The least distance between anything that the one and the other can mean.
fn distance(a: &Reading, b: &Reading, en: &Side, zh: &Side) -> Option<u8> {
    if matches!((a.of, b.of), (Some(a), Some(b)) if a != b) {
        return None;
    }
    // A year is a set of its own, below; here it can only be a plain number.
    let of = |reading: &Reading| {
        reading.values.iter().filter(|value| !matches!(value, Value::Year(_))).cloned().collect::<Vec<_>>()
    };
    let (left, right) = (of(a), of(b));
    let pairs =
        left.iter().enumerate().flat_map(|(i, x)| right.iter().enumerate().map(move |(j, y)| (i + j, x, y)));
    let plain = pairs.filter_map(|(far, x, y)| {
        let far = u8::try_from(far.min(1)).unwrap_or(1);
        Some(x.distance(y)?.saturating_add(far).min(2))
    });
    let is_year = a.kind == FigureKind::Year || b.kind == FigureKind::Year;
    let plain = plain.min().map(|distance| if is_year { 3 } else { distance });
    plain.or_else(|| beside(a, b, zh)).or_else(|| beside(b, a, en))
}

/// What one side writes without a unit or apart, because its text names the unit, currency or label elsewhere.
fn beside(full: &Reading, bare: &Reading, side: &Side) -> Option<u8> {
    let Some(Value::Figure { value, measure: Measure::Bare }) = bare.values.first() else { return None };
    if bare.weight == FigureWeight::Loose {
        return None;
    }
    let text = || side.folded.iter().collect::<String>();
    let is_said = match full.values.first()? {
        Value::Money { value: amount, currencies } => {
            let named = side.readings.iter().any(|reading| match reading.values.first() {
                Some(Value::Currency(codes)) => codes.iter().any(|code| currencies.contains(code)),
                _ => false,
            });
            amount == value && named
        }
        quantity @ Value::Figure { .. } => is_number_of(quantity, *value, &text()),
        Value::Code(code) => {
            let label = bare.label.as_deref()?;
            let number = value.to_string();
            // `TLS 1.2`, and `P1` for priority 1.
            let initial = label.chars().next()?;
            *code == format!("{label}{number}") || *code == format!("{initial}{number}")
        }
        _ => false,
    };
    is_said.then_some(2)
}

/// `1/3` is a share where the other side has that share, a day where it has that day, and otherwise two numbers.
fn settle_slashes(side: &mut Side, other: &Side) {
    for at in (1..side.readings.len()).rev() {
        let (first, second) = (&side.readings[at - 1], &side.readings[at]);
        let is_slash = side.folded.get(first.range.end..second.range.start) == Some(&['/']);
        let (Some(Value::Figure { value: a, .. }), Some(Value::Figure { value: b, .. }), true) =
            (first.values.first(), second.values.first(), is_slash)
        else {
            continue;
        };
        let (Ok(x), Ok(y)) = (a.to_string().parse::<u32>(), b.to_string().parse::<u32>()) else { continue };
        let ratio = Value::Ratio { of: *a, in_all: *b };
        let date = |month, day| Value::Date { year: None, month, day };
        let found =
            [(FigureKind::Percentage, ratio), (FigureKind::Date, date(x, y)), (FigureKind::Date, date(y, x))]
                .into_iter()
                // "87.5 % (35/40)": the share is said already.
                .find(|(_, value)| says(other, value) && !says(side, value));
        if let (Some((kind, value)), false) = (found, y == 0) {
            let range = first.range.start..second.range.end;
            side.readings.splice(at - 1..=at, [Reading::new(kind, range, vec![value])]);
        }
    }
}

fn says(side: &Side, value: &Value) -> bool {
    let is_said = |reading: &Reading| reading.values.iter().any(|each| each.distance(value).is_some());
    side.readings.iter().any(is_said)
}

fn faults(open: &mut Open, en: &Side, zh: &Side) -> Vec<Fault> {
    let mut out = Vec::new();
    for (at, other) in &open.pairs {
        let bounds = (en.readings[*at].bound, zh.readings[*other].bound);
        if matches!(bounds, (Some(a), Some(b)) if a != b) {
            out.push(Fault { kind: FigureKind::Bound, english: Some(*at), chinese: Some(*other) });
        }
    }
    let mut left: Vec<usize> = Vec::new();
    let mut right: Vec<usize> = Vec::new();
    let firm = |reading: &Reading| reading.weight == FigureWeight::Firm && reading.kind != FigureKind::Year;
    left.extend((0..en.readings.len()).filter(|at| open.english[*at] && firm(&en.readings[*at])));
    right.extend((0..zh.readings.len()).filter(|at| open.chinese[*at] && firm(&zh.readings[*at])));
    for kind in CONTRADICTING {
        let loose = |side: &Side, open: &[bool]| -> Vec<usize> {
            let of = |at: &usize| {
                let reading = &side.readings[*at];
                open[*at]
                    && reading.kind == kind
                    && reading.weight == FigureWeight::Loose
                    && contradicts(reading)
            };
            (0..side.readings.len()).filter(of).collect()
        };
        let (a, b) = (loose(en, &open.english), loose(zh, &open.chinese));
        // As many on both sides, and they differ: none is said in other words.
        let alike = EQUAL.contains(&kind) && a.len() == b.len() && count(en, kind) == count(zh, kind);
        let (a, b) = if alike { (a, b) } else { (unsaid(a, en, zh), unsaid(b, zh, en)) };
        let many = a.len().min(b.len());
        left.extend(a.into_iter().take(many));
        right.extend(b.into_iter().take(many));
    }
    // Who names a zone names the right one, though the other side names it once only.
    left.extend(strange_zones(en, zh, &left));
    right.extend(strange_zones(zh, en, &right));
    let reported: (Vec<usize>, Vec<usize>) = (left.clone(), right.clone());
    left.extend(years(en, zh, &reported.0, &open.english));
    right.extend(years(zh, en, &reported.1, &open.chinese));
    zip(&mut out, left, right, en, zh);
    out.sort_by_key(|fault| (fault.kind, fault.english, fault.chinese));
    out
}

/// Zones that the other side, which names another, does not.
fn strange_zones(side: &Side, other: &Side, reported: &[usize]) -> Vec<usize> {
    let is_zone = |reading: &Reading| matches!(reading.values.first(), Some(Value::Zone(_)));
    let names_one = other.readings.iter().any(is_zone);
    let of = |at: &usize| names_one && is_zone(&side.readings[*at]) && !reported.contains(at);
    unsaid((0..side.readings.len()).filter(of).collect(), side, other)
}

/// A latin word that was found, 24/7 and noon contradict nothing.
fn contradicts(reading: &Reading) -> bool {
    !matches!(reading.values.first(), Some(Value::Name(_) | Value::Code(_) | Value::Time(_)))
}

/// What the other side does not say at all: a name said once more is no contradiction.
fn unsaid(indices: Vec<usize>, side: &Side, other: &Side) -> Vec<usize> {
    let said = |at: &usize| {
        let reading = &side.readings[*at];
        let same = |found: &Reading| {
            found.values.iter().any(|value| reading.values.iter().any(|each| each.distance(value).is_some()))
        };
        other.readings.iter().any(same)
    };
    indices.into_iter().filter(|at| !said(at)).collect()
}

/// The faults of one kind are told in pairs, in the order of the words.
fn zip(out: &mut Vec<Fault>, left: Vec<usize>, right: Vec<usize>, en: &Side, zh: &Side) {
    let mut right: Vec<Option<usize>> = right.into_iter().map(Some).collect();
    for at in left {
        let kind = en.readings[at].kind;
        let partner =
            right.iter_mut().find(|other| other.is_some_and(|other| zh.readings[other].kind == kind));
        out.push(Fault { kind, english: Some(at), chinese: partner.and_then(Option::take) });
    }
    out.extend(right.into_iter().flatten().map(|other| Fault {
        kind: zh.readings[other].kind,
        english: None,
        chinese: Some(other),
    }));
}

/// Every year that is written, alone or in a date or month.
fn stated(side: &Side) -> Vec<(i32, usize)> {
    let year = |value: &Value| match value {
        Value::Date { year, .. } | Value::Month { year, .. } => *year,
        Value::Year(year) | Value::FiscalYear(year) => Some(*year),
        _ => None,
    };
    let of = |(at, reading): (usize, &Reading)| Some((year(reading.values.first()?)?, at));
    side.readings.iter().enumerate().filter_map(of).collect()
}

/// Years that one side states and the other does not, each once: a year that holds for several dates may be written once
/// or with each of them. A date or month that is reported as a whole is not reported again for its year.
fn years(side: &Side, other: &Side, reported: &[usize], open: &[bool]) -> Vec<usize> {
    let known = stated(other);
    let mut lacking: Vec<(i32, usize)> = Vec::new();
    for (year, at) in stated(side) {
        let reading = &side.readings[at];
        let same_range = |at: &usize| overlaps(&side.readings[*at].range, &reading.range);
        let is_number = reading.kind == FigureKind::Year && !open[at];
        let is_new = known.iter().chain(&lacking).all(|(known, _)| *known != year);
        if is_new && !is_number && reading.kind != FigureKind::Period && !reported.iter().any(same_range) {
            lacking.push((year, at));
        }
    }
    lacking.into_iter().map(|(_, at)| at).collect()
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
