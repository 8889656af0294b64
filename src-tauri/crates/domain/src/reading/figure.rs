//! A figure as a person types it: an amount, a share or a count.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::folded;
use crate::money::Currency;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "of")]
pub enum Figure {
    /// In the main unit of the currency, not negative.
    Amount { currency: Currency },
    /// From 0 to 100.
    Percent,
    /// A whole number up to 999.
    Count,
}

/// How the reader writes large numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// `1,234.50`
    #[default]
    Comma,
    /// `1 234.50`
    Space,
}

/// What was typed, as a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum FigureReading {
    Figure {
        value: Decimal,
    },
    /// It can be any of these.
    Several {
        values: Vec<Decimal>,
    },
    Unread {
        why: NoFigure,
    },
}

/// Why it is no such figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum NoFigure {
    Unreadable,
    /// More decimals than the currency, or a count, has.
    TooPrecise {
        decimals: u32,
    },
    /// A sign of another currency than the one that is chosen.
    OtherCurrency,
    /// Below or above what can be entered.
    OutOfRange,
}

type Read<T> = Result<T, NoFigure>;

impl FigureReading {
    /// Reads `1,234.50`, `1 234.50`, `￥1,234.50`, `86万`, `8.6m`, `30%`, `10 天` and their like.
    pub fn of(typed: &str, figure: Figure, grouping: Grouping) -> Self {
        match read(typed, figure, grouping) {
            Ok(Found { sure: Some(value), .. }) => Self::Figure { value },
            Ok(Found { values, .. }) => Self::Several { values },
            Err(why) => Self::Unread { why },
        }
    }
}

/// What it is, or else everything that it could be.
struct Found {
    sure: Option<Decimal>,
    values: Vec<Decimal>,
}

fn read(typed: &str, figure: Figure, grouping: Grouping) -> Read<Found> {
    let typed = folded(typed).ok_or(NoFigure::Unreadable)?;
    let (typed, scale) = match figure {
        Figure::Amount { currency } => scaled(&without_currency(&typed, currency)?),
        Figure::Percent => (without_percent(&typed), Decimal::ONE),
        Figure::Count => (without_unit(&typed), Decimal::ONE),
    };
    if let Some(rest) = typed.strip_prefix('-') {
        let is_number = !candidates(rest.trim(), grouping)?.is_empty();
        return Err(if is_number { NoFigure::OutOfRange } else { NoFigure::Unreadable });
    }
    let typed = typed.strip_prefix('+').unwrap_or(&typed).trim().to_owned();
    let mut sure = None;
    let mut values = Vec::new();
    let mut trouble = NoFigure::Unreadable;
    for (value, is_sure) in candidates(&typed, grouping)? {
        match fitting(value, scale, figure) {
            Ok(value) if is_sure => sure = Some(value),
            Ok(value) => values.push(value),
            // The surest comes first.
            Err(why) if trouble == NoFigure::Unreadable => trouble = why,
            Err(_) => {}
        }
    }
    if sure.is_none() && values.is_empty() { Err(trouble) } else { Ok(Found { sure, values }) }
}

/// The figure itself where it is one that can be entered.
fn fitting(value: Decimal, scale: Decimal, figure: Figure) -> Read<Decimal> {
    let value = value.checked_mul(scale).ok_or(NoFigure::OutOfRange)?.normalize();
    let (decimals, most) = match figure {
        Figure::Amount { currency } => (currency.minor_units(), Decimal::from(999_999_999_999_999_i64)),
        Figure::Percent => (10, Decimal::ONE_HUNDRED),
        Figure::Count => (0, Decimal::from(999)),
    };
    if value.scale() > decimals {
        return Err(NoFigure::TooPrecise { decimals });
    }
    if value.trunc() > most || (value > most && figure == Figure::Percent) {
        return Err(NoFigure::OutOfRange);
    }
    Ok(value)
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of figures are tested")
}

/// Every number that the digits and their separators can be, the surest first, and whether it can be nothing else.
fn candidates(typed: &str, grouping: Grouping) -> Read<Vec<(Decimal, bool)>> {
    static PARTS: LazyLock<Regex> = LazyLock::new(|| pattern("^[0-9]+(?:[ ,.'][0-9]+)*$"));
    static GROUPS: LazyLock<Regex> = LazyLock::new(|| pattern("^[0-9]{1,3}(?:[ ,.'][0-9]{3})+$"));
    if !PARTS.is_match(typed) {
        return Err(NoFigure::Unreadable);
    }
    let signs: Vec<char> = typed.chars().filter(|each| !each.is_ascii_digit()).collect();
    let Some(last) = signs.last().copied() else { return Ok(vec![(decimal(typed, "")?, true)]) };
    let same = signs.iter().all(|sign| *sign == last);
    let groups = || GROUPS.is_match(typed) && same;
    let (whole, after) = typed.rsplit_once(last).unwrap_or((typed, ""));
    if matches!(last, ' ' | '\'') || (same && signs.len() > 1) {
        return if groups() { Ok(vec![(decimal(typed, "")?, true)]) } else { Err(NoFigure::Unreadable) };
    }
    let before = &signs[..signs.len() - 1];
    if !before.is_empty() {
        // Two kinds of signs: the last one stands before the decimals.
        let alike = before.iter().all(|sign| *sign == before[0]) && before[0] != last;
        return if alike && GROUPS.is_match(whole) {
            Ok(vec![(decimal(whole, after)?, true)])
        } else {
            Err(NoFigure::Unreadable)
        };
    }
    let grouped = (groups() && !whole.starts_with('0')).then(|| decimal(typed, "")).transpose()?;
    let pointed = decimal(whole, after)?;
    Ok(match (last, grouping, grouped) {
        ('.', _, None) | (_, Grouping::Space, None) => vec![(pointed, true)],
        ('.', _, Some(grouped)) => vec![(pointed, true), (grouped, false)],
        (_, Grouping::Comma, Some(grouped)) => vec![(grouped, true)],
        (_, Grouping::Space, Some(grouped)) => vec![(grouped, false), (pointed, false)],
        // A comma before decimals, from a hand that groups by commas, may be a slip.
        (_, Grouping::Comma, None) => vec![(pointed, false)],
    })
}

fn decimal(whole: &str, after: &str) -> Read<Decimal> {
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let text = if after.is_empty() { digits } else { format!("{digits}.{after}") };
    Decimal::from_str_exact(&text).map_err(|_| NoFigure::OutOfRange)
}

/// The longest signs first; a sign that several currencies share fits each of them.
const SIGNS: [(&str, &[&str]); 47] = [
    ("新加坡元", &["SGD"]),
    ("人民币", &["CNY"]),
    ("林吉特", &["MYR"]),
    ("印尼盾", &["IDR"]),
    ("越南盾", &["VND"]),
    ("rmb", &["CNY"]),
    ("cny", &["CNY"]),
    ("cn¥", &["CNY"]),
    ("usd", &["USD"]),
    ("us$", &["USD"]),
    ("sgd", &["SGD"]),
    ("hkd", &["HKD"]),
    ("hk$", &["HKD"]),
    ("myr", &["MYR"]),
    ("idr", &["IDR"]),
    ("thb", &["THB"]),
    ("vnd", &["VND"]),
    ("php", &["PHP"]),
    ("eur", &["EUR"]),
    ("美元", &["USD"]),
    ("美金", &["USD"]),
    ("新元", &["SGD"]),
    ("新币", &["SGD"]),
    ("坡币", &["SGD"]),
    ("港元", &["HKD"]),
    ("港币", &["HKD"]),
    ("令吉", &["MYR"]),
    ("马币", &["MYR"]),
    ("泰铢", &["THB"]),
    ("越盾", &["VND"]),
    ("比索", &["PHP"]),
    ("欧元", &["EUR"]),
    ("s$", &["SGD"]),
    ("rm", &["MYR"]),
    ("rp", &["IDR"]),
    ("¥", &["CNY", "JPY"]),
    ("$", &["USD", "SGD", "HKD"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    ("฿", &["THB"]),
    ("₫", &["VND"]),
    ("đ", &["VND"]),
    ("₱", &["PHP"]),
    ("元整", &["CNY", "HKD", "SGD"]),
    ("圆整", &["CNY"]),
    ("元", &["CNY", "HKD", "SGD"]),
    ("圆", &["CNY"]),
];

/// What is left without signs of the currency at either end.
fn without_currency(typed: &str, currency: Currency) -> Read<String> {
    let mut left = typed.trim();
    loop {
        let found = SIGNS.iter().find_map(|(sign, of)| {
            let rest = left.strip_prefix(sign).or_else(|| left.strip_suffix(sign))?;
            Some((rest.trim(), of))
        });
        let Some((rest, of)) = found else { return Ok(left.to_owned()) };
        if !of.contains(&currency.code()) {
            return Err(NoFigure::OtherCurrency);
        }
        left = rest;
    }
}

/// What is left without `万`, `m` and their like, and by how much these multiply.
fn scaled(typed: &str) -> (String, Decimal) {
    const SCALES: [(&str, i64); 17] = [
        ("thousand", 1_000),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
        ("mio", 1_000_000),
        ("mn", 1_000_000),
        ("bn", 1_000_000_000),
        ("k", 1_000),
        ("m", 1_000_000),
        ("百万", 1_000_000),
        ("千万", 10_000_000),
        ("百亿", 10_000_000_000),
        ("十亿", 1_000_000_000),
        ("亿", 100_000_000),
        ("十万", 100_000),
        ("万", 10_000),
        ("千", 1_000),
        ("百", 100),
    ];
    let found = SCALES.iter().find_map(|(word, by)| Some((typed.strip_suffix(word)?, *by)));
    match found {
        Some((rest, by)) if rest.ends_with(|each: char| each.is_ascii_digit() || each == ' ') => {
            (rest.trim().to_owned(), Decimal::from(by))
        }
        _ => (typed.to_owned(), Decimal::ONE),
    }
}

fn without_percent(typed: &str) -> String {
    let ends = ["%", "percent", "per cent", "pct"];
    let rest = ends.iter().find_map(|end| typed.strip_suffix(end));
    rest.or_else(|| typed.strip_prefix("百分之")).unwrap_or(typed).trim().to_owned()
}

fn without_unit(typed: &str) -> String {
    static UNIT: LazyLock<Regex> =
        LazyLock::new(|| pattern("^(.*?) ?(?:d|days?|天|日|wd|working days?|business days?|个?工作日)$"));
    UNIT.captures(typed)
        .map_or(typed, |found| found.get(1).map_or("", |rest| rest.as_str()))
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests;
