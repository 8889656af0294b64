//! Figures of the Chinese side.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;

use super::figures::{Amount, Date, Figures, Found, NUMBER, Number, Reading, decimal, int, pattern};
use crate::money::Currency;

pub(super) fn figures(words: &str) -> Figures {
    let mut reading = Reading::new(words);
    cut_capitals(&mut reading);
    reading.cut_codes_and_iso_dates();
    cut_dates(&mut reading);
    cut_amounts(&mut reading);
    reading.cut_percentages_and_numbers();
    let numerals = number_words(reading.rest());
    let mut figures = reading.figures;
    figures.words = numerals;
    figures
}

/// `人民币叁佰贰拾肆万元整`: compared with the amounts in digits beside it, and its numerals with nothing else.
fn cut_capitals(reading: &mut Reading) {
    static CAPITALS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            "(?:人民币([零壹贰叁肆伍陆柒捌玖][零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分]*)",
            "|([壹贰叁肆伍陆柒捌玖][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*[元圆角分][零壹贰叁肆伍陆柒捌玖角分]*))整?"
        ))
    });
    reading.cut(&CAPITALS, |figures, captures, range| {
        let written = captures.get(1).or_else(|| captures.get(2))?.as_str();
        figures.capitals.push(Found { value: read_capitals(written)?, range });
        Some(())
    });
}

fn read_capitals(written: &str) -> Option<Decimal> {
    const DIGITS: &str = "零壹贰叁肆伍陆柒捌玖";
    let (mut total, mut section, mut digit, mut fen) = (0_u64, 0_u64, 0_u64, 0_u64);
    for c in written.chars() {
        match c {
            '拾' | '佰' | '仟' => {
                let unit = if c == '拾' {
                    10
                } else if c == '佰' {
                    100
                } else {
                    1_000
                };
                section = section.checked_add(std::mem::take(&mut digit).checked_mul(unit)?)?;
            }
            '万' | '亿' => {
                let below = if c == '亿' { std::mem::take(&mut total) } else { 0 };
                let unit = if c == '亿' { 100_000_000 } else { 10_000 };
                let counted = below + std::mem::take(&mut section) + std::mem::take(&mut digit);
                total = total.checked_add(counted.checked_mul(unit)?)?;
            }
            '元' | '圆' => {
                let yuan = std::mem::take(&mut total).checked_add(section + digit)?;
                (section, digit) = (0, 0);
                fen = fen.checked_add(yuan.checked_mul(100)?)?;
            }
            '角' => fen += std::mem::take(&mut digit) * 10,
            '分' => fen += std::mem::take(&mut digit),
            _ => digit = DIGITS.chars().position(|d| d == c)? as u64,
        }
    }
    Some(Decimal::from_i128_with_scale(fen.into(), 2))
}

fn cut_dates(reading: &mut Reading) {
    // One expression for all forms, so that a day after 至 takes month and year from the date before it.
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?:(?P<year>[0-9]{4})\s?年\s?)?(?P<month>[0-9]{1,2})\s?月(?:\s?(?P<first>[0-9]{1,2})(?:\s?[至到、和及–—~-]\s?(?P<last>[0-9]{1,2}))?\s?[日号])?",
            r"|[至到、和及–—~-]\s?(?P<figure>(?P<day>[0-9]{1,2})\s?日)",
            r"|(?P<only>[0-9]{4})\s?年",
        ))
    });
    let (mut year, mut month): (Option<i32>, Option<u32>) = (None, None);
    let mut end = 0;
    reading.cut(&DATE, |figures, captures, range| {
        let number = |name| captures.name(name).and_then(|m| int::<u32>(m.as_str()));
        let said = captures.name("year").or_else(|| captures.name("only"));
        if let Some(said) = said {
            year = Some(int(said.as_str())?);
        }
        if let Some(day) = number("day") {
            // "至14日" goes on from the date just before; elsewhere "14 日" is a number of days.
            let follows = captures.get(0)?.start() == end;
            let value = Date { year, month: month.filter(|_| follows)?, day };
            end = range.end;
            figures.dates.push(Found { value, range });
            return Some(());
        }
        end = range.end;
        match (number("month"), number("first")) {
            (Some(named), Some(first)) => {
                month = Some(named);
                for day in [Some(first), number("last")].into_iter().flatten() {
                    let value = Date { year, month: named, day };
                    figures.dates.push(Found { value, range: range.clone() });
                }
            }
            (Some(named), None) => {
                month = Some(named);
                figures.months.push(Found { value: (year, named), range });
            }
            _ => figures.years.push(Found { value: year?, range }),
        }
        Some(())
    });
}

fn cut_amounts(reading: &mut Reading) {
    static YUAN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?:人民币\s*)?([−-])?({NUMBER})\s*(万|亿)?\s*(新加坡元|新元|美元|港元|欧元|日元|英镑|泰铢|印尼盾|越南盾|林吉特|菲律宾比索|元)"
        ))
    });
    static CODED: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"(?:\b|[¥￥])([A-Z]{{3}})? ?([−-])?({NUMBER})\s*(万|亿)?")));
    static SCALED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"({NUMBER})\s*(万|亿)")));
    reading.cut(&YUAN, |figures, captures, range| {
        let currency = match &captures[4] {
            "新加坡元" | "新元" => "SGD",
            "美元" => "USD",
            "港元" => "HKD",
            "欧元" => "EUR",
            "日元" => "JPY",
            "英镑" => "GBP",
            "泰铢" => "THB",
            "印尼盾" => "IDR",
            "越南盾" => "VND",
            "林吉特" => "MYR",
            "菲律宾比索" => "PHP",
            _ => "CNY",
        };
        let value = decimal(&captures[2])? * scale(captures.get(3).map(|m| m.as_str()));
        let value = if captures.get(1).is_some() { -value } else { value };
        figures.amounts.push(Found { value: Amount { currency: currency.to_owned(), value }, range });
        Some(())
    });
    reading.cut(&CODED, |figures, captures, range| {
        let code = match captures.get(1).map(|m| m.as_str()) {
            Some("RMB") => "CNY",
            Some(code) => code,
            None if captures[0].starts_with(['¥', '￥']) => "CNY",
            None => return None,
        };
        code.parse::<Currency>().ok()?;
        let value = decimal(&captures[3])? * scale(captures.get(4).map(|m| m.as_str()));
        let value = if captures.get(2).is_some() { -value } else { value };
        figures.amounts.push(Found { value: Amount { currency: code.to_owned(), value }, range });
        Some(())
    });
    reading.cut(&SCALED, |figures, captures, range| {
        let value = decimal(&captures[1])? * scale(Some(&captures[2]));
        figures.numbers.push(Found { value: Number::Value { value, written: false }, range });
        Some(())
    });
}

fn scale(unit: Option<&str>) -> Decimal {
    Decimal::from(match unit {
        Some("万") => 10_000_u64,
        Some("亿") => 100_000_000,
        _ => 1,
    })
}

/// Every number that a numeral, or a run of numerals, may stand for.
fn number_words(words: &str) -> Vec<u64> {
    let mut numbers = Vec::new();
    let mut run = String::new();
    for c in words.chars().chain(['\0']) {
        if "零〇一二两三四五六七八九十百千".contains(c) {
            run.push(c);
            numbers.extend(numeral(c));
            continue;
        }
        if run.chars().count() > 1 {
            numbers.extend(read_run(&run));
        }
        run.clear();
        numbers.extend(match c {
            '无' => Some(0),
            '单' | '首' => Some(1),
            '双' | '半' => Some(2),
            _ => None,
        });
    }
    numbers
}

fn numeral(c: char) -> Option<u64> {
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        '百' => Some(100),
        '千' => Some(1_000),
        _ => "零一二三四五六七八九十".chars().position(|d| d == c).map(|n| n as u64),
    }
}

/// 二十四 is 24, 一百零三 is 103; a run without 十, 百 or 千 is read digit by digit.
fn read_run(run: &str) -> Option<u64> {
    let (mut total, mut digit) = (0_u64, None::<u64>);
    for c in run.chars() {
        match (c, numeral(c)?) {
            ('十' | '百' | '千', unit) => total += digit.take().unwrap_or(1) * unit,
            ('零' | '〇', _) if digit.is_none() => {}
            (_, value) => digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(value)?),
        }
    }
    total.checked_add(digit.unwrap_or(0))
}
