//! What a figure says once its manner of writing is taken away, and when two say the same.

use std::fmt;

use rust_decimal::Decimal;

/// What a number counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Nothing is said.
    Bare,
    /// Things: `5 servers`, `5台`.
    Count,
    /// A place in a row: `third`, `第三`.
    Ordinal,
    /// `3倍`, `threefold`.
    Multiple,
    /// A quantity in the base unit of this dimension.
    In(&'static str),
}

/// A figure in its normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Figure {
        value: Decimal,
        measure: Measure,
    },
    /// A share: percentage, fraction, 折, 成.
    Ratio {
        of: Decimal,
        in_all: Decimal,
    },
    /// Percentage points.
    Points(Decimal),
    Money {
        value: Decimal,
        /// The codes it can be in: a sign such as `$` is that of several.
        currencies: &'static [&'static str],
    },
    Date {
        year: Option<i32>,
        month: u32,
        day: u32,
    },
    Month {
        year: Option<i32>,
        month: u32,
    },
    Year(i32),
    FiscalYear(i32),
    Quarter(u32),
    Half(u32),
    /// From Monday, 1.
    Weekday(u32),
    /// Seconds from midnight.
    Time(u32),
    Clause {
        /// What such a part can be called, as bits.
        part: u8,
        path: Vec<String>,
    },
    /// An identifier without its spaces and hyphens.
    Code(String),
    /// A Latin word in lower case.
    Name(String),
    /// A place or product with a name of its own in each language: its English name.
    Known(&'static str),
    /// Minutes before or behind universal time.
    Zone(i32),
    /// A currency that is named without an amount.
    Currency(&'static [&'static str]),
}

impl Value {
    pub(crate) fn number(value: Decimal, measure: Measure) -> Self {
        Self::Figure { value, measure }
    }

    /// How far apart two manners of saying it are; nothing when they say different things.
    pub(crate) fn distance(&self, other: &Self) -> Option<u8> {
        let same = |is: bool| is.then_some(0);
        match (self, other) {
            (Self::Figure { value: a, measure: m }, Self::Figure { value: b, measure: n }) => {
                near(*a, *m, *b, *n)
            }
            (Self::Ratio { of: a, in_all: b }, Self::Ratio { of: c, in_all: d }) => {
                same(a.checked_mul(*d)? == c.checked_mul(*b)?)
            }
            (Self::Money { value: a, currencies: x }, Self::Money { value: b, currencies: y }) => {
                let shared = x.iter().any(|code| y.contains(code));
                (a == b && shared).then_some(u8::from(x != y))
            }
            (Self::Currency(x), Self::Currency(y)) => same(x.iter().any(|code| y.contains(code))),
            (Self::Date { year: y, month: m, day: d }, Self::Date { year: other_year, month: n, day: e }) => {
                years_agree(*y, *other_year).filter(|_| (m, d) == (n, e))
            }
            (Self::Month { year: y, month: m }, Self::Month { year: other_year, month: n }) => {
                years_agree(*y, *other_year).filter(|_| m == n)
            }
            (Self::Clause { part: p, path: a }, Self::Clause { part: q, path: b }) => {
                same(p & q != 0 && a == b)
            }
            (Self::Clause { path, .. }, Self::Figure { value, measure })
            | (Self::Figure { value, measure }, Self::Clause { path, .. }) => {
                let may = matches!(measure, Measure::Bare | Measure::Ordinal | Measure::Count);
                (may && path.join(".") == value.to_string()).then_some(2)
            }
            // `9.30` is half past nine where the other side says so.
            (Self::Time(at), Self::Figure { value, measure: Measure::Bare })
            | (Self::Figure { value, measure: Measure::Bare }, Self::Time(at)) => {
                let clock = format!("{}.{:02}", at / 3600, at / 60 % 60);
                (value.to_string() == clock).then_some(2)
            }
            (Self::Clause { path, .. }, Self::Code(code)) | (Self::Code(code), Self::Clause { path, .. }) => {
                (path.join(".") == *code).then_some(1)
            }
            _ => same(self == other),
        }
    }
}

/// Two numbers: of things, in a row or of neither they may say the same; of a measure only in that measure.
fn near(a: Decimal, m: Measure, b: Decimal, n: Measure) -> Option<u8> {
    use Measure::{Bare, Count, Multiple, Ordinal};
    if a != b {
        return None;
    }
    let unlike = a.scale() > 0 && b.scale() > 0 && a.scale() != b.scale();
    match (m, n) {
        // Clause 8.1 is not clause 8.10.
        (Bare | Ordinal, Bare | Ordinal) if unlike => None,
        _ if m == n => Some(0),
        (Bare, Count | Ordinal) | (Count | Ordinal, Bare) => Some(1),
        (Bare, Multiple) | (Multiple, Bare) => Some(2),
        _ => None,
    }
}

fn years_agree(one: Option<i32>, other: Option<i32>) -> Option<u8> {
    match (one, other) {
        (Some(one), Some(other)) => (one == other).then_some(0),
        (None, None) => Some(0),
        // The year stands elsewhere in the text, or is reported as missing by itself.
        _ => Some(1),
    }
}

/// The normal form in ASCII: `1800 second`, `2026-09-30`, `CNY 100`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = |year: &Option<i32>| year.map_or_else(|| "????".to_owned(), |year| format!("{year:04}"));
        match self {
            Self::Figure { value, measure } => match measure {
                Measure::Bare => write!(f, "{value}"),
                Measure::Count => write!(f, "{} things", value.normalize()),
                Measure::Ordinal => write!(f, "no. {value}"),
                Measure::Multiple => write!(f, "{} times", value.normalize()),
                Measure::In(dimension) => write!(f, "{} {dimension}", value.normalize()),
            },
            Self::Ratio { of, in_all } if *in_all == Decimal::ONE_HUNDRED => {
                write!(f, "{} %", of.normalize())
            }
            Self::Ratio { of, in_all } => write!(f, "{}/{}", of.normalize(), in_all.normalize()),
            Self::Points(value) => write!(f, "{} percentage points", value.normalize()),
            Self::Money { value, currencies } => write!(f, "{} {}", currencies.join("|"), value.normalize()),
            Self::Date { year: y, month, day } => write!(f, "{}-{month:02}-{day:02}", year(y)),
            Self::Month { year: y, month } => write!(f, "{}-{month:02}", year(y)),
            Self::Year(year) => write!(f, "year {year}"),
            Self::FiscalYear(year) => write!(f, "FY{year}"),
            Self::Quarter(quarter) => write!(f, "Q{quarter}"),
            Self::Half(half) => write!(f, "H{half}"),
            Self::Weekday(day) => write!(f, "weekday {day}"),
            Self::Time(at) => write!(f, "{:02}:{:02}:{:02}", at / 3600, at / 60 % 60, at % 60),
            Self::Clause { path, .. } => write!(f, "clause {}", path.join(".")),
            Self::Code(text) | Self::Name(text) => f.write_str(text),
            Self::Known(text) => f.write_str(text),
            Self::Zone(minutes) => write!(f, "UTC{:+}:{:02}", minutes / 60, minutes.abs() % 60),
            Self::Currency(codes) => f.write_str(&codes.join("|")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str, measure: Measure) -> Value {
        Value::number(text.parse().unwrap(), measure)
    }

    #[test]
    fn numbers_agree_by_what_they_count() {
        use Measure::{Bare, Count, In, Ordinal};
        for (a, b, distance) in [
            (n("5", Bare), n("5", Count), Some(1)),
            (n("5", Count), n("5", Count), Some(0)),
            (n("5", Count), n("5", Ordinal), None),
            (n("5", In("second")), n("5", Count), None),
            (n("5", In("second")), n("5", In("day")), None),
            (n("3.1", Bare), n("3.10", Bare), None),
            (n("3.1", In("second")), n("3.10", In("second")), Some(0)),
            (n("3", Bare), n("4", Bare), None),
        ] {
            assert_eq!(a.distance(&b), distance, "{a:?} {b:?}");
            assert_eq!(b.distance(&a), distance);
        }
    }

    #[test]
    fn shares_are_compared_exactly() {
        let third = Value::Ratio { of: 1.into(), in_all: 3.into() };
        let half = Value::Ratio { of: 50.into(), in_all: 100.into() };
        assert_eq!(third.distance(&Value::Ratio { of: 2.into(), in_all: 6.into() }), Some(0));
        assert_eq!(half.distance(&Value::Ratio { of: 1.into(), in_all: 2.into() }), Some(0));
        assert_eq!(third.distance(&half), None);
    }
}
