//! Figures of the English side.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;

use super::figures::{Amount, Date, Figures, Found, NUMBER, Number, Reading, decimal, int, pattern};
use crate::money::Currency;

const MONTH: &str = r"(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b";

pub(super) fn figures(words: &str) -> Figures {
    let mut reading = Reading::new(words);
    reading.cut_codes_and_iso_dates();
    cut_dates(&mut reading);
    cut_months(&mut reading);
    cut_amounts(&mut reading);
    reading.cut_percentages_and_numbers();
    let mut figures = reading.figures;
    figures.words = number_words(words);
    figures
}

fn cut_dates(reading: &mut Reading) {
    static SHARED_MONTH: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"\b([0-9]{{1,2}})(?: and | to | or |\s?[–—-]\s?)([0-9]{{1,2}}) {MONTH}(?: ([0-9]{{4}}))?"
        ))
    });
    static SHARED_YEAR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"\b([0-9]{{1,2}}) {MONTH}(?: and | to | or |\s?[–—-]\s?)([0-9]{{1,2}}) {MONTH}(?: ([0-9]{{4}}))?"
        ))
    });
    static DAY: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"\b([0-9]{{1,2}})(?:st|nd|rd|th)? {MONTH}(?: ([0-9]{{4}}))?")));
    static MONTH_FIRST: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"\b{MONTH} ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}})")));
    reading.cut(&SHARED_MONTH, |figures, captures, range| {
        let (year, month) = (captures.get(4).and_then(|y| int(y.as_str())), month(&captures[3])?);
        for day in [int(&captures[1])?, int(&captures[2])?] {
            figures.dates.push(Found { value: Date { year, month, day }, range: range.clone() });
        }
        Some(())
    });
    reading.cut(&SHARED_YEAR, |figures, captures, range| {
        let year = captures.get(5).and_then(|y| int(y.as_str()));
        for (day, name) in [(1, 2), (3, 4)] {
            let value = Date { year, month: month(&captures[name])?, day: int(&captures[day])? };
            figures.dates.push(Found { value, range: range.clone() });
        }
        Some(())
    });
    reading.cut(&DAY, |figures, captures, range| {
        let year = captures.get(3).and_then(|y| int(y.as_str()));
        let value = Date { year, month: month(&captures[2])?, day: int(&captures[1])? };
        figures.dates.push(Found { value, range });
        Some(())
    });
    reading.cut(&MONTH_FIRST, |figures, captures, range| {
        let value =
            Date { year: Some(int(&captures[3])?), month: month(&captures[1])?, day: int(&captures[2])? };
        figures.dates.push(Found { value, range });
        Some(())
    });
}

fn cut_months(reading: &mut Reading) {
    static TWO: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"\b{MONTH} (?:and|to|or) {MONTH} ([0-9]{{4}})")));
    static ONE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"\b{MONTH} ([0-9]{{4}})")));
    // "May" and the short forms are words or names as well: alone they are not taken.
    static ALONE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"\b(January|February|March|April|June|July|August|September|October|November|December)\b")
    });
    reading.cut(&TWO, |figures, captures, range| {
        let year = Some(int(&captures[3])?);
        for name in [1, 2] {
            figures.months.push(Found { value: (year, month(&captures[name])?), range: range.clone() });
        }
        Some(())
    });
    reading.cut(&ONE, |figures, captures, range| {
        figures.months.push(Found { value: (Some(int(&captures[2])?), month(&captures[1])?), range });
        Some(())
    });
    reading.cut(&ALONE, |figures, captures, range| {
        figures.months.push(Found { value: (None, month(&captures[1])?), range });
        Some(())
    });
}

fn cut_amounts(reading: &mut Reading) {
    static CODED: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"\b([A-Z]{{3}}) ?([−-])?({NUMBER})(?: (million|billion)\b)?")));
    static SYMBOL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(r"([−-])?(S\$|US\$|HK\$|¥|€|£|฿|Rp) ?({NUMBER})(?: (million|billion)\b)?"))
    });
    static SCALED: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"({NUMBER}) (thousand|million|billion)\b")));
    reading.cut(&CODED, |figures, captures, range| {
        let code = if &captures[1] == "RMB" { "CNY" } else { &captures[1] };
        code.parse::<Currency>().ok()?;
        let value = decimal(&captures[3])? * scale(captures.get(4).map(|m| m.as_str()));
        let value = if captures.get(2).is_some() { -value } else { value };
        figures.amounts.push(Found { value: Amount { currency: code.to_owned(), value }, range });
        Some(())
    });
    reading.cut(&SYMBOL, |figures, captures, range| {
        let currency = match &captures[2] {
            "S$" => "SGD",
            "US$" => "USD",
            "HK$" => "HKD",
            "¥" => "CNY",
            "€" => "EUR",
            "£" => "GBP",
            "฿" => "THB",
            _ => "IDR",
        };
        let value = decimal(&captures[3])? * scale(captures.get(4).map(|m| m.as_str()));
        let value = if captures.get(1).is_some() { -value } else { value };
        figures.amounts.push(Found { value: Amount { currency: currency.to_owned(), value }, range });
        Some(())
    });
    reading.cut(&SCALED, |figures, captures, range| {
        let value = decimal(&captures[1])? * scale(Some(&captures[2]));
        figures.numbers.push(Found { value: Number::Value { value, written: false }, range });
        Some(())
    });
}

fn scale(word: Option<&str>) -> Decimal {
    Decimal::from(match word {
        Some("thousand") => 1_000_u64,
        Some("million") => 1_000_000,
        Some("billion") => 1_000_000_000,
        _ => 1,
    })
}

fn month(name: &str) -> Option<u32> {
    const SHORT: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    SHORT.iter().position(|short| name.starts_with(short)).and_then(|place| u32::try_from(place + 1).ok())
}

/// Every number that a word or a hyphenated pair of words may stand for.
fn number_words(words: &str) -> Vec<u64> {
    let lower = words.to_lowercase();
    let mut tens = None;
    let mut numbers = Vec::new();
    for word in lower.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        let value = number_word(word);
        if let (Some(tens), Some(ones @ 1..=9)) = (tens, value) {
            numbers.push(tens + ones);
        }
        numbers.extend(value);
        tens = value.filter(|value| *value >= 20 && *value < 100);
    }
    numbers
}

fn number_word(word: &str) -> Option<u64> {
    Some(match word {
        "none" | "no" | "zero" | "without" => 0,
        "one" | "once" | "first" | "a" | "an" | "single" | "each" => 1,
        "two" | "twice" | "second" | "both" | "half" => 2,
        "three" | "third" => 3,
        "four" | "fourth" => 4,
        "five" | "fifth" => 5,
        "six" | "sixth" => 6,
        "seven" | "seventh" => 7,
        "eight" | "eighth" => 8,
        "nine" | "ninth" => 9,
        "ten" | "tenth" => 10,
        "eleven" | "eleventh" => 11,
        "twelve" | "twelfth" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        "hundred" => 100,
        "thousand" => 1_000,
        _ => return None,
    })
}
