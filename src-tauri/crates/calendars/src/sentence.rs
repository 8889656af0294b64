//! The sentences in which the State Council's General Office announces the days off of a year.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use hefu_domain::calendar::ExceptionKind;
use regex::{Captures, Regex};
use unicode_normalization::UnicodeNormalization;

use crate::NoticeProblem;
use crate::lines::{Found, Lines, pattern};

/// 一、元旦： or 1.元旦: at the beginning of a line.
static ITEM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:[一二三四五六七八九十]+、|\d{1,2}[.、])?\s*([^:。,\d]{1,20}):(.*)$"));
/// 2026年部分节假日安排, 2027年元旦、春节.
static YEAR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"((?:19|20)\d\d)年(?:部分|全年|法定)?(?:节假日|节日|元旦|放假)"));
/// 2022年12月31日(周六)至2023年1月2日(周一), and any part of it.
static SPAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\(([^)]*)\))?(?:(?:至|到|-|—|–|~)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?)?",
    )
});
static COUNT: LazyLock<Regex> = LazyLock::new(|| pattern(r"共\s*(\d{1,3})\s*天"));
static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:周|星期)([一二三四五六日天])"));
/// A line that says nothing but a day: the date of the paper.
static DATE_OF_PAPER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[^,。:放班休]{0,20}\d{4}年\d{1,2}月\d{1,2}日\s*$"));

pub(crate) fn read(text: &str, asked: Option<i32>) -> Lines {
    let mut lines = Lines::default();
    let plain: String = text.nfkc().collect();
    lines.year = YEAR.captures(&plain).and_then(|found| found.get(1)?.as_str().parse().ok());
    let Some(year) = lines.year.or(asked) else {
        lines.fault(0, "", NoticeProblem::NoYear);
        return lines;
    };
    let mut name = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        let plain: String = line.nfkc().collect();
        if DATE_OF_PAPER.is_match(&plain) {
            continue;
        }
        let mut rest = plain.as_str();
        if let Some(item) = ITEM.captures(&plain) {
            name = item[1].trim().to_owned();
            rest = item.get(2).map_or("", |rest| rest.as_str());
        }
        for sentence in rest.split(['。', ';']) {
            read_sentence(&mut lines, number, sentence, year, &name);
        }
    }
    lines
}

/// One sentence: days, and what is made of them.
fn read_sentence(lines: &mut Lines, line: u32, sentence: &str, year: i32, name: &str) {
    let spans: Vec<Captures<'_>> = SPAN.captures_iter(sentence).collect();
    if spans.is_empty() {
        return;
    }
    // Advice to employers (鼓励…休息) makes no day off, and a sentence that says both is taken for neither.
    let kind = match (sentence.contains("放假"), sentence.contains("上班"), sentence.contains("鼓励")) {
        (true, false, false) => ExceptionKind::Off,
        (false, true, false) => ExceptionKind::Work,
        _ => {
            lines.fault(line, sentence, NoticeProblem::NotRead);
            return;
        }
    };
    let read: Result<Vec<(NaiveDate, NaiveDate)>, NoticeProblem> =
        spans.iter().map(|span| read_span(span, year)).collect();
    let days = match read.and_then(|days| counted(sentence, &days).map(|()| days)) {
        Ok(days) => days,
        Err(problem) => {
            lines.fault(line, sentence, problem);
            return;
        }
    };
    lines.found.extend(days.into_iter().map(|(from, to)| Found {
        line,
        text: sentence.to_owned(),
        from,
        to,
        kind,
        name: name.to_owned(),
    }));
}

/// Holds 共 N 天 against the days.
fn counted(sentence: &str, days: &[(NaiveDate, NaiveDate)]) -> Result<(), NoticeProblem> {
    let Some(said) = COUNT.captures(sentence).and_then(|found| found[1].parse::<u32>().ok()) else {
        return Ok(());
    };
    let counted: i64 = days.iter().map(|(from, to)| (*to - *from).num_days() + 1).sum();
    let counted = u32::try_from(counted).unwrap_or(0);
    if said == counted { Ok(()) } else { Err(NoticeProblem::WrongCount { said, counted }) }
}

fn read_span(span: &Captures<'_>, year: i32) -> Result<(NaiveDate, NaiveDate), NoticeProblem> {
    let number = |group: usize| span.get(group).and_then(|part| part.as_str().parse::<u32>().ok());
    let year_of = |group: usize| span.get(group).and_then(|part| part.as_str().parse::<i32>().ok());
    let typed = || span.get(0).map_or_else(String::new, |all| all.as_str().to_owned());
    let date = |year: i32, month: Option<u32>, day: Option<u32>| {
        let date = NaiveDate::from_ymd_opt(year, month.unwrap_or(0), day.unwrap_or(0));
        date.ok_or_else(|| NoticeProblem::NotADay { typed: typed() })
    };
    let mut from = date(year_of(1).unwrap_or(year), number(2), number(3))?;
    let to = match number(7) {
        None => from,
        Some(day) => date(year_of(5).unwrap_or(year), number(6).or(number(2)), Some(day))?,
    };
    // 12月31日至1月2日 begins in the year before.
    if from > to && year_of(1).is_none() && from.month() == 12 && to.month() == 1 {
        from = date(year - 1, number(2), number(3))?;
    }
    let weekday = |group: usize| span.get(group).map(|part| part.as_str().to_owned());
    for (day, said) in [(from, weekday(4)), (to, weekday(8))] {
        if let Some(said) = said {
            check_weekday(day, &said)?;
        }
    }
    Ok((from, to))
}

/// Holds 周四 or 星期四 against the day; other words in the brackets say nothing of it.
fn check_weekday(day: NaiveDate, said: &str) -> Result<(), NoticeProblem> {
    let Some(found) = WEEKDAY.captures(said) else { return Ok(()) };
    let place = "一二三四五六日天".chars().position(|each| found[1].starts_with(each));
    let place = place.map(|place| place.min(6));
    let own = usize::try_from(day.weekday().num_days_from_monday()).ok();
    if place == own { Ok(()) } else { Err(NoticeProblem::WrongWeekday { day, said: found[0].to_owned() }) }
}
