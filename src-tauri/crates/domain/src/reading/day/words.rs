//! The words in a day: months, days of the week, today, and Chinese numerals.

use std::sync::LazyLock;

use chrono::Weekday;
use regex::Regex;

use super::{NoDay, pattern};

/// What is left without a day of the week at either end, and that day.
pub(super) fn without_weekday(typed: &str) -> (String, Option<Weekday>) {
    const NAMES: &str = "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday";
    const HAN: &str = "(?:星期|礼拜|周)([一二三四五六日天])";
    static FIRST: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^(?:({NAMES})\\b[.,]*|{HAN}) *")));
    static LAST: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!("[ ,(]*(?:\\b({NAMES})\\.?|{HAN})\\)?$")));
    for place in [&FIRST, &LAST] {
        let Some(found) = place.captures(typed) else { continue };
        let name = found.get(1).or_else(|| found.get(2)).map(|name| name.as_str()).unwrap_or_default();
        let left = place.replace(typed, "").trim().to_owned();
        // By itself it is no day, and two weeks have one each.
        if left.chars().any(|each| each.is_ascii_digit() || numeral(each).is_some()) {
            return (left, weekday(name));
        }
    }
    (typed.to_owned(), None)
}

fn weekday(name: &str) -> Option<Weekday> {
    const HAN: [(&str, Weekday); 8] = [
        ("一", Weekday::Mon),
        ("二", Weekday::Tue),
        ("三", Weekday::Wed),
        ("四", Weekday::Thu),
        ("五", Weekday::Fri),
        ("六", Weekday::Sat),
        ("日", Weekday::Sun),
        ("天", Weekday::Sun),
    ];
    let han = HAN.iter().find(|(word, _)| *word == name).map(|(_, day)| *day);
    han.or_else(|| name.get(..3)?.parse().ok())
}

/// Days from today.
pub(super) fn from_today(typed: &str) -> Option<i64> {
    Some(match typed {
        "today" | "now" | "今天" | "今日" | "当天" => 0,
        "tomorrow" | "明天" | "明日" => 1,
        "the day after tomorrow" | "day after tomorrow" | "后天" => 2,
        "大后天" => 3,
        "yesterday" | "昨天" | "昨日" => -1,
        "the day before yesterday" | "day before yesterday" | "前天" => -2,
        _ => return None,
    })
}

/// Years from this one.
pub(super) fn year(word: &str) -> Option<i32> {
    Some(match word {
        "今年" | "本年" => 0,
        "明年" => 1,
        "后年" => 2,
        "去年" => -1,
        "前年" => -2,
        _ => return None,
    })
}

fn numeral(each: char) -> Option<u32> {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match each {
        '〇' => Some(0),
        '两' => Some(2),
        _ => (0..10).zip(DIGITS).find(|(_, digit)| *digit == each).map(|(value, _)| value),
    }
}

/// `二〇二六年三月十六日` as `2026年3月16日`.
pub(super) fn with_digits(typed: &str) -> String {
    const TENS: [(char, u32); 3] = [('十', 1), ('廿', 2), ('卅', 3)];
    let tens = |each: char| TENS.iter().find(|(ten, _)| *ten == each).map(|(_, value)| *value);
    let mut out = String::new();
    let mut run: Vec<char> = Vec::new();
    let flush = |run: &mut Vec<char>, out: &mut String| {
        let digit = |each: Option<&char>| each.and_then(|each| numeral(*each));
        match run.iter().position(|each| tens(*each).is_some()) {
            Some(at) => {
                let ten = tens(run[at]).unwrap_or(1) * digit(run[..at].last()).unwrap_or(1);
                out.push_str(&(ten * 10 + digit(run.get(at + 1)).unwrap_or(0)).to_string());
            }
            None => out.extend(run.iter().filter_map(|each| char::from_digit(numeral(*each)?, 10))),
        }
        run.clear();
    };
    for each in typed.chars() {
        if numeral(each).is_some() || tens(each).is_some() {
            run.push(each);
        } else {
            flush(&mut run, &mut out);
            out.push(each);
        }
    }
    flush(&mut run, &mut out);
    out
}

/// Month, day and, where there is one, year of `16 mar 2026`, `march 16th, 2026`, `2026 mar 16`.
pub(super) fn named_month(typed: &str) -> Result<(u32, u32, Option<u32>), NoDay> {
    static ORDINAL: LazyLock<Regex> = LazyLock::new(|| pattern("([0-9])(?:st|nd|rd|th)\\b"));
    static PART: LazyLock<Regex> = LazyLock::new(|| pattern("[0-9]+|[a-z]+|[^ 0-9a-z,./-]+"));
    let plain = ORDINAL.replace_all(typed, "$1");
    let parts: Vec<&str> = PART
        .find_iter(&plain)
        .map(|part| part.as_str())
        .filter(|part| !["of", "the"].contains(part))
        .collect();
    let value = |part: &str| part.parse::<u32>().map_err(|_| NoDay::Unreadable);
    let long = |part: &str| part.len() == 4 && value(part).is_ok();
    let month_of = |at: usize| parts.get(at).and_then(|part| month(part));
    match (&parts[..], month_of(0), month_of(1)) {
        ([_, only], Some(_), _) if long(only) => Err(NoDay::MonthOnly),
        ([only, _], _, Some(_)) if long(only) => Err(NoDay::MonthOnly),
        ([_], Some(_), _) => Err(NoDay::MonthOnly),
        ([_, day], Some(month), _) | ([day, _], _, Some(month)) => Ok((month, value(day)?, None)),
        ([first, _, day], _, Some(month)) if long(first) => Ok((month, value(day)?, Some(value(first)?))),
        ([_, day, year], Some(month), _) | ([day, _, year], _, Some(month)) => {
            let (day, given) = (value(day)?, value(year)?);
            if long(year) { Ok((month, day, Some(given))) } else { Err(NoDay::ShortYear) }
        }
        _ => Err(NoDay::Unreadable),
    }
}

fn month(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = NAMES.iter().position(|each| *each == name || (name.len() == 3 && each.starts_with(name)));
    let place = if name == "sept" { Some(8) } else { place };
    u32::try_from(place? + 1).ok()
}
