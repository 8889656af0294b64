//! A day as a person types it.

use std::sync::LazyLock;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use regex::{Captures, Regex};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::folded;
use crate::calendar::{Calendar, Certainty};
use crate::language::Language;

mod words;

/// Which year a day without one belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// This year.
    #[default]
    Any,
    /// What is still to come: the next such day, today included.
    Ahead,
    /// What has happened: the last such day, today included.
    Behind,
}

/// Who asks, and when.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub today: NaiveDate,
    pub sense: Sense,
    /// In Chinese a month always stands before its day.
    pub language: Language,
    /// By which working days are counted.
    pub calendar: &'a Calendar,
}

/// What was typed, as a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum DayReading {
    Day {
        day: NaiveDate,
        /// How it was counted from today; none where the day itself was typed.
        reckoned: Option<Reckoned>,
    },
    /// It can be any of these.
    Several {
        days: Vec<NaiveDate>,
    },
    Unread {
        why: NoDay,
    },
}

/// A day counted from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "in")]
pub enum Reckoned {
    Days,
    /// Working days of the calendar; provisional where a year on the way is not announced.
    WorkingDays {
        count: u32,
        certainty: Certainty,
    },
}

/// Why it is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoDay {
    Unreadable,
    /// The calendar does not have it: 30 February.
    NotThere,
    /// Its year is not written in four digits.
    ShortYear,
    /// A month, and no day of it.
    MonthOnly,
    /// It falls on another day of the week than the one that stands beside it.
    OtherWeekday,
    /// Before 1900 or after 2199.
    TooFar,
}

const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

type Read<T> = Result<T, NoDay>;

impl DayReading {
    /// Reads `2026-03-16`, `20260316`, `16 Mar 2026`, `March 16`, `2026年3月16日`, `3-16`, `今天`, `tomorrow`, `+10`, `+2w`,
    /// `+10wd`, `+10个工作日` and their like.
    pub fn of(typed: &str, asked: &Asked<'_>) -> Self {
        match read(typed, asked) {
            Ok((days, reckoned)) => match days[..] {
                [] => Self::Unread { why: NoDay::NotThere },
                [day] if YEARS.contains(&day.year()) => Self::Day { day, reckoned },
                [_] => Self::Unread { why: NoDay::TooFar },
                _ => Self::Several { days },
            },
            Err(why) => Self::Unread { why },
        }
    }
}

/// Every day that it can be.
fn read(typed: &str, asked: &Asked<'_>) -> Read<(Vec<NaiveDate>, Option<Reckoned>)> {
    let typed = folded(typed).ok_or(NoDay::Unreadable)?;
    let (typed, weekday) = words::without_weekday(&typed);
    let typed = words::with_digits(&typed);
    if let Some(days) = words::from_today(&typed) {
        return matching(vec![moved(asked.today, days)?], weekday, None);
    }
    if let Some((day, reckoned)) = counted(&typed, asked)? {
        return matching(vec![day], weekday, Some(reckoned));
    }
    matching(written(&typed, asked)?, weekday, None)
}

/// Those that fall on the day of the week that was typed.
fn matching(
    mut days: Vec<NaiveDate>,
    weekday: Option<Weekday>,
    reckoned: Option<Reckoned>,
) -> Read<(Vec<NaiveDate>, Option<Reckoned>)> {
    days.dedup();
    let had = !days.is_empty();
    days.retain(|day| weekday.is_none_or(|wanted| day.weekday() == wanted));
    if had && days.is_empty() { Err(NoDay::OtherWeekday) } else { Ok((days, reckoned)) }
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of days are tested")
}

/// `+10`, `-3`, `10天后`, `in 2 weeks`, `+10wd`.
fn counted(typed: &str, asked: &Asked<'_>) -> Read<Option<(NaiveDate, Reckoned)>> {
    const UNIT: &str = r"(d|days?|天|日|wd|wds|working days?|business days?|个?工作日|w|weeks?|周|个?星期|个?礼拜|m|months?|个?月|y|years?|年)";
    static SIGNED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^([+-]) ?([0-9]{{1,5}}) ?{UNIT}?$")));
    static AFTER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!("^(?:in )?\\+?([0-9]{{1,5}}) ?{UNIT} ?(?:后|之后|以后|later|from now|from today)$"))
    });
    static WITHIN: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^in ([0-9]{{1,5}}) ?{UNIT}$")));
    static BEFORE: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!("^([0-9]{{1,5}}) ?{UNIT} ?(?:前|之前|以前|ago)$")));
    let (sign, count, unit) = if let Some(found) = SIGNED.captures(typed) {
        (if &found[1] == "-" { -1 } else { 1 }, number(&found, 2), text(&found, 3))
    } else if let Some(found) = AFTER.captures(typed).or_else(|| WITHIN.captures(typed)) {
        (1, number(&found, 1), text(&found, 2))
    } else if let Some(found) = BEFORE.captures(typed) {
        (-1, number(&found, 1), text(&found, 2))
    } else {
        return Ok(None);
    };
    let Asked { today, calendar, .. } = *asked;
    let months = |count: u32| match sign {
        1 => today.checked_add_months(Months::new(count)),
        _ => today.checked_sub_months(Months::new(count)),
    };
    let day = match unit.trim_start_matches('个').chars().next() {
        _ if unit.contains("wd")
            || unit.contains("working")
            || unit.contains("business")
            || unit.contains("工作日") =>
        {
            let end = match sign {
                1 => calendar.add_working_days(today, count),
                _ => calendar.subtract_working_days(today, count),
            };
            return Ok(Some((end.date, Reckoned::WorkingDays { count, certainty: end.certainty })));
        }
        None | Some('d' | '天' | '日') => Some(moved(today, sign * i64::from(count))?),
        Some('w' | '周' | '星' | '礼') => Some(moved(today, sign * 7 * i64::from(count))?),
        Some('m' | '月') => months(count),
        _ => months(count.saturating_mul(12)),
    };
    Ok(Some((day.ok_or(NoDay::TooFar)?, Reckoned::Days)))
}

fn moved(today: NaiveDate, days: i64) -> Read<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_sub_days(by) } else { today.checked_add_days(by) };
    day.ok_or(NoDay::TooFar)
}

fn text(found: &Captures<'_>, group: usize) -> String {
    found.get(group).map(|part| part.as_str().to_owned()).unwrap_or_default()
}

fn number(found: &Captures<'_>, group: usize) -> u32 {
    // The patterns let few digits through.
    found[group].parse().unwrap_or(u32::MAX)
}

/// The day itself, with or without its year.
fn written(typed: &str, asked: &Asked<'_>) -> Read<Vec<NaiveDate>> {
    static TOGETHER: LazyLock<Regex> = LazyLock::new(|| pattern("^([0-9]{4})([0-9]{2})([0-9]{2})$"));
    static YEAR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^([0-9]{4}) ?[-/., 年] ?([0-9]{1,2}) ?[-/., 月] ?([0-9]{1,2}) ?[日号.]?$")
    });
    static YEAR_LAST: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^([0-9]{1,2}) ?[-/. ] ?([0-9]{1,2}) ?[-/. ] ?([0-9]{4})$"));
    static MONTH_DAY: LazyLock<Regex> = LazyLock::new(|| {
        pattern("^(今年|本年|明年|后年|去年|前年)? ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]?$")
    });
    static TWO: LazyLock<Regex> = LazyLock::new(|| pattern("^([0-9]{1,2}) ?[-/. ] ?([0-9]{1,2})$"));
    static SHORT: LazyLock<Regex> =
        LazyLock::new(|| pattern("^[0-9]{1,2} ?[-/. 年] ?[0-9]{1,2} ?[-/. 月] ?[0-9]{1,2} ?[日号]?$"));
    static MONTH: LazyLock<Regex> =
        LazyLock::new(|| pattern("^(?:[0-9]{4} ?[-/. 年] ?[0-9]{1,2} ?月?|[0-9]{1,2} ?月)$"));

    if let Some(found) = TOGETHER.captures(typed).or_else(|| YEAR_FIRST.captures(typed)) {
        return Ok(vec![in_year(&found, number(&found, 2), number(&found, 3))?]);
    }
    if let Some(found) = YEAR_LAST.captures(typed) {
        let year = year(number(&found, 3))?;
        let (one, other) = (number(&found, 1), number(&found, 2));
        return Ok(both_orders(one, other, |month, day| NaiveDate::from_ymd_opt(year, month, day)));
    }
    if let Some(found) = MONTH_DAY.captures(typed) {
        let (month, day) = (number(&found, 2), number(&found, 3));
        return match words::year(&text(&found, 1)) {
            None => without_year(month, day, asked).map(|day| vec![day]).ok_or(NoDay::NotThere),
            Some(years) => {
                let day = NaiveDate::from_ymd_opt(asked.today.year() + years, month, day);
                Ok(vec![day.ok_or(NoDay::NotThere)?])
            }
        };
    }
    if let Some(found) = TWO.captures(typed) {
        let (one, other) = (number(&found, 1), number(&found, 2));
        return Ok(match asked.language {
            Language::Zh => without_year(one, other, asked).into_iter().collect(),
            Language::En => both_orders(one, other, |month, day| without_year(month, day, asked)),
        });
    }
    if SHORT.is_match(typed) {
        return Err(NoDay::ShortYear);
    }
    if MONTH.is_match(typed) {
        return Err(NoDay::MonthOnly);
    }
    let (month, day, typed_year) = words::named_month(typed)?;
    let found = match typed_year {
        Some(given) => NaiveDate::from_ymd_opt(year(given)?, month, day),
        None => without_year(month, day, asked),
    };
    found.map(|day| vec![day]).ok_or(NoDay::NotThere)
}

fn year(typed: u32) -> Read<i32> {
    i32::try_from(typed).ok().filter(|year| YEARS.contains(year)).ok_or(NoDay::TooFar)
}

fn in_year(found: &Captures<'_>, month: u32, day: u32) -> Read<NaiveDate> {
    NaiveDate::from_ymd_opt(year(number(found, 1))?, month, day).ok_or(NoDay::NotThere)
}

/// `3/4`: the third of April and the fourth of March, where there is such a day.
fn both_orders(one: u32, other: u32, of: impl Fn(u32, u32) -> Option<NaiveDate>) -> Vec<NaiveDate> {
    [of(other, one), of(one, other)].into_iter().flatten().collect()
}

fn without_year(month: u32, day: u32, asked: &Asked<'_>) -> Option<NaiveDate> {
    let this = asked.today.year();
    let of = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    // 29 February comes back after at most eight years.
    match asked.sense {
        Sense::Any => of(this),
        Sense::Ahead => (this..=this + 8).filter_map(of).find(|day| *day >= asked.today),
        Sense::Behind => (this - 8..=this).rev().filter_map(of).find(|day| *day <= asked.today),
    }
}

#[cfg(test)]
mod tests;
