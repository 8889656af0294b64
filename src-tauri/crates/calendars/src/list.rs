//! A list of days, one or one span a line, in English or Chinese: `6 to 8 February 2027  Sat to Mon  Chinese New Year`.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use hefu_domain::calendar::ExceptionKind;
use regex::{Captures, Regex};
use unicode_normalization::UnicodeNormalization;

use crate::NoticeProblem;
use crate::lines::{Found, Lines, pattern};

/// In full or as it is usually shortened; no word that only begins so.
const MONTH: &str = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";
/// What makes two days the ends of a span, or has two days follow each other.
const JOINS: &str = r"\s*(-|—|–|~|&|,|\bto\b|\band\b|\buntil\b|至|到|和|、)\s*";

/// 6 - 8 February 2027: the first figure takes month and year of the second.
static FIRST_SHORT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?{JOINS}(\d{{1,2}})(?:st|nd|rd|th)?\s+({MONTH})(,?\s+\d{{4}})?"
    ))
});
/// February 6 - 8, 2027.
static LAST_SHORT: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b({MONTH})\s+(\d{{1,2}}){JOINS}(\d{{1,2}})\b(,?\s+\d{{4}})?")));
/// Each form of a day, by the names of its groups.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?ix)
        \b(?<iy>\d{{4}})[-/.](?<im>\d{{1,2}})[-/.](?<id>\d{{1,2}})\b
        | (?:(?<cy>\d{{4}})年)?(?<cm>\d{{1,2}})月(?<cd>\d{{1,2}})日
        | \b(?<ed>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<em>{MONTH})(?:,?\s+(?<ey>\d{{4}})\b)?
        | \b(?<am>{MONTH})\s+(?<ad>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?<ay>\d{{4}})\b)?
        "
    ))
});
static AMBIGUOUS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"));
static JOIN: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)^(?:\s*\([^)]*\))?{JOINS}$")));
static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,3}day|s|r|rs|\.)?\b|(?:周|星期)([一二三四五六日天])",
    )
});
/// Names that have a day of the week in them.
static NAMED_AFTER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(good|easter|black|holy|maundy|whit|palm|ash)\s*$"));
static WORKS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bmake-?\s?up\b|\bwork(?:ing)? ?day\b|上班|补班"));
static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b((?:19|20)\d\d)\b"));
/// The number of a line in a list.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*\(?\d{1,2}[.)、]\s+"));
/// What heads a table's columns and says nothing of a day.
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:\s|[|,;:*-]|public|holidays?|dates?|days?|names?|of|the|week|year|in|for|日期|星期|名称|节日|节假日|公共|假期|法定|年|\d{4})*$",
    )
});

pub(crate) fn read(text: &str, asked: Option<i32>) -> Lines {
    let mut lines = Lines::default();
    let mut year = asked;
    for (number, line) in (1..).zip(text.lines()) {
        let plain: String = line.nfkc().collect();
        let plain = NUMBERED.replace(&plain, "");
        let plain = FIRST_SHORT.replace_all(&plain, "$1 $4$5 $2 $3 $4$5");
        let plain = LAST_SHORT.replace_all(&plain, "$1 $2$5 $3 $1 $4$5");
        let days: Vec<Captures<'_>> = DAY.captures_iter(&plain).collect();
        if days.is_empty() {
            if let Some(typed) = AMBIGUOUS.find(&plain) {
                lines.fault(number, line, NoticeProblem::Ambiguous { typed: typed.as_str().to_owned() });
            } else if let Some(said) = YEAR.captures(&plain) {
                year = asked.or_else(|| said[1].parse().ok());
                lines.year = lines.year.or_else(|| said[1].parse().ok());
            } else if !HEADING.is_match(&plain) {
                lines.fault(number, line, NoticeProblem::NotRead);
            }
            continue;
        }
        match read_line(&plain, &days, year) {
            Ok((spans, name)) => {
                let kind = if WORKS.is_match(&plain) { ExceptionKind::Work } else { ExceptionKind::Off };
                lines.found.extend(spans.into_iter().map(|(from, to)| Found {
                    line: number,
                    text: line.to_owned(),
                    from,
                    to,
                    kind,
                    name: name.clone(),
                }));
            }
            Err(problem) => lines.fault(number, line, problem),
        }
    }
    lines
}

type Span = (NaiveDate, NaiveDate);

fn read_line(
    plain: &str,
    days: &[Captures<'_>],
    year: Option<i32>,
) -> Result<(Vec<Span>, String), NoticeProblem> {
    // A day that names no year takes that of the last one that does: 28 January to 3 February 2027.
    let said = days.iter().rev().find_map(year_of).or(year);
    let mut spans: Vec<Span> = Vec::new();
    let mut end = 0;
    let mut rest = String::new();
    for day in days {
        let Some(place) = day.get(0) else { continue };
        let between = plain.get(end..place.start()).unwrap_or_default();
        let date = date(day, said)?;
        let joined = JOIN.captures(between).map(|join| Join::of(&join[1]));
        match (spans.last_mut(), joined) {
            (Some(span), Some(Join::Until)) if span.0 == span.1 => span.1 = date,
            (Some(span), Some(Join::And)) if span.1.succ_opt() == Some(date) => span.1 = date,
            (_, joined) => {
                if joined.is_none() {
                    rest.push_str(between);
                    rest.push(' ');
                }
                spans.push((date, date));
            }
        }
        end = place.end();
    }
    rest.push_str(plain.get(end..).unwrap_or_default());
    let (name, weekdays) = without_weekdays(&rest);
    if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
        let ends = [(first.0, weekdays.first()), (last.1, weekdays.get(1))];
        for (day, said) in ends.into_iter().filter_map(|(day, said)| Some((day, said?))) {
            if day.weekday().num_days_from_monday() != said.0 {
                return Err(NoticeProblem::WrongWeekday { day, said: said.1.clone() });
            }
        }
    }
    Ok((spans, name))
}

/// How two days are joined.
enum Join {
    /// They are the ends of a span.
    Until,
    /// Each is meant; the days between are not.
    And,
}

impl Join {
    fn of(word: &str) -> Self {
        match word.to_lowercase().as_str() {
            "&" | "," | "and" | "和" | "、" => Self::And,
            _ => Self::Until,
        }
    }
}

fn year_of(day: &Captures<'_>) -> Option<i32> {
    ["iy", "cy", "ey", "ay"].iter().find_map(|group| day.name(group)?.as_str().parse().ok())
}

fn date(day: &Captures<'_>, year: Option<i32>) -> Result<NaiveDate, NoticeProblem> {
    let year = year_of(day).or(year).ok_or(NoticeProblem::NoYear)?;
    let number =
        |groups: [&str; 2]| groups.iter().find_map(|group| day.name(group)?.as_str().parse::<u32>().ok());
    let month = number(["im", "cm"])
        .or_else(|| ["em", "am"].iter().find_map(|group| month(day.name(group)?.as_str())));
    let of_month = number(["id", "cd"]).or_else(|| number(["ed", "ad"]));
    let typed = day.get(0).map_or_else(String::new, |all| all.as_str().trim().to_owned());
    let date = NaiveDate::from_ymd_opt(year, month.unwrap_or(0), of_month.unwrap_or(0));
    date.ok_or(NoticeProblem::NotADay { typed })
}

fn month(name: &str) -> Option<u32> {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = name.to_lowercase();
    (1..).zip(months).find(|(_, month)| name.starts_with(month)).map(|(number, _)| number)
}

/// The name that is left of a line, and the days of the week that stood in it, from Monday as 0.
fn without_weekdays(rest: &str) -> (String, Vec<(u32, String)>) {
    let mut name = String::new();
    let mut weekdays = Vec::new();
    let mut end = 0;
    for found in WEEKDAY.captures_iter(rest) {
        let Some(place) = found.get(0) else { continue };
        let before = rest.get(end..place.start()).unwrap_or_default();
        name.push_str(before);
        end = place.end();
        if NAMED_AFTER.is_match(before) {
            name.push_str(place.as_str());
            continue;
        }
        weekdays.extend(weekday(&found).map(|number| (number, place.as_str().to_owned())));
    }
    name.push_str(rest.get(end..).unwrap_or_default());
    (tidy(&name), weekdays)
}

fn weekday(found: &Captures<'_>) -> Option<u32> {
    let place = match (found.get(1), found.get(2)) {
        (Some(english), _) => {
            let short = english.as_str().to_lowercase();
            ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().position(|each| *each == short)
        }
        (None, Some(chinese)) => {
            "一二三四五六日天".chars().position(|each| chinese.as_str().starts_with(each)).map(|n| n.min(6))
        }
        (None, None) => None,
    };
    place.and_then(|place| u32::try_from(place).ok())
}

/// Without the marks of lists and tables, and without what joined days that were taken out.
fn tidy(name: &str) -> String {
    let is_mark = |letter: char| letter.is_whitespace() || "|,;:*•-–—()[]/&.".contains(letter);
    let name = name.split('\t').map(str::trim).collect::<Vec<_>>().join(" ");
    let mut name = name.trim_matches(is_mark);
    // What is done on the day is no part of its name.
    for word in ["补班", "上班", "放假"] {
        name = name.strip_suffix(word).unwrap_or(name).trim_matches(is_mark);
    }
    for word in ["to ", "and ", "on "] {
        name = name.strip_prefix(word).unwrap_or(name).trim_matches(is_mark);
    }
    let words: Vec<&str> = name.split_whitespace().filter(|word| !word.chars().all(is_mark)).collect();
    words.join(" ")
}
