//! Calendars: weeks, exceptions in both forms that Project has had, and calendars over others.

use chrono::{Datelike, NaiveDate, NaiveTime};
use hefu_schedule::plan::{Calendar, CalendarException, ExceptionKind, Hours, WeekDay, WeekDayHours};

use super::Unused;
use super::value::Values;
use crate::fault::{FileFault, FileProblem};

/// Days of recurring exceptions that are written out at most.
const MOST_DAYS: usize = 200_000;

/// The calendar of a UID with all that it has of the one below it.
pub(super) fn of(project: Values<'_>, uid: &str, unused: &mut Vec<Unused>) -> Result<Calendar, FileFault> {
    let mut chain = Vec::new();
    let mut next = Some(uid.to_owned());
    while let Some(uid) = next.take() {
        let found = project.of.list("Calendars", "Calendar").map(|of| project.on(of));
        let Some(values) = found.into_iter().find(|of| of.text("UID").as_deref() == Some(&uid)) else {
            break;
        };
        // A circle of calendars ends where it closes.
        if chain.len() > 8 {
            return Err(values.wrong(FileProblem::TooLarge, "BaseCalendarUID"));
        }
        chain.push(values);
        next = values.text("BaseCalendarUID").filter(|base| base != "-1" && base != "0" && *base != uid);
    }
    if chain.is_empty() {
        return Err(project.wrong(FileProblem::Unknown, &format!("CalendarUID: {uid}")));
    }
    let mut week: [Option<Vec<Hours>>; 7] = std::array::from_fn(|day| (day < 5).then(usual));
    let mut exceptions = Vec::new();
    for values in chain.into_iter().rev() {
        read(values, &mut week, &mut exceptions, unused)?;
    }
    let days = WeekDay::ALL.into_iter().zip(week);
    let week = days.filter_map(|(day, hours)| Some(WeekDayHours { day, hours: Some(hours?) })).collect();
    Ok(Calendar { id: uid.to_owned(), week: Some(week), exceptions, known_until: None })
}

fn usual() -> Vec<Hours> {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    vec![Hours { from: hour(8), to: hour(12) }, Hours { from: hour(13), to: hour(17) }]
}

fn read(
    values: Values<'_>,
    week: &mut [Option<Vec<Hours>>; 7],
    exceptions: &mut Vec<CalendarException>,
    unused: &mut Vec<Unused>,
) -> Result<(), FileFault> {
    for day in values.of.list("WeekDays", "WeekDay").map(|of| values.on(of)) {
        let hours = if day.flag("DayWorking") { Some(hours(day)?) } else { None };
        match day.number("DayType")? {
            // Sunday is the first.
            Some(number @ 1..=7) => week[usize::try_from((number + 5) % 7).unwrap_or_default()] = hours,
            Some(0) => exceptions.extend(between(day, hours)?),
            other => return Err(day.wrong(FileProblem::Value, &format!("DayType: {other:?}"))),
        }
    }
    for each in values.of.list("Exceptions", "Exception").map(|of| values.on(of)) {
        let hours = if each.flag("DayWorking") { Some(hours(each)?) } else { None };
        let Some(whole) = between(each, hours)? else { continue };
        match recurring(each, &whole)? {
            Recurring::Every => exceptions.push(whole),
            Recurring::On(days) => {
                let day = |day| CalendarException { from: day, to: day, ..whole.clone() };
                exceptions.extend(days.into_iter().map(day));
            }
            Recurring::NotRead => {
                unused.push(Unused::RecurringException { calendar: values.text("UID").unwrap_or_default() });
            }
        }
        if exceptions.len() > MOST_DAYS {
            return Err(each.wrong(FileProblem::TooLarge, "Exception"));
        }
    }
    Ok(())
}

fn hours(day: Values<'_>) -> Result<Vec<Hours>, FileFault> {
    let mut found = Vec::new();
    for each in day.of.list("WorkingTimes", "WorkingTime").map(|of| day.on(of)) {
        let time = |name: &str| {
            let text = each.text(name).unwrap_or_default();
            NaiveTime::parse_from_str(&text, "%H:%M:%S")
                .or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M"))
                .map_err(|_| each.wrong(FileProblem::Value, &format!("{name}: {text}")))
        };
        found.push(Hours { from: time("FromTime")?, to: time("ToTime")? });
    }
    Ok(if found.is_empty() { usual() } else { found })
}

fn between(day: Values<'_>, hours: Option<Vec<Hours>>) -> Result<Option<CalendarException>, FileFault> {
    let Some(period) = day.of.child("TimePeriod").map(|of| day.on(of)) else { return Ok(None) };
    let (Some(from), Some(to)) = (period.time("FromDate")?, period.time("ToDate")?) else { return Ok(None) };
    if to < from {
        return Err(period.wrong(FileProblem::Value, "ToDate"));
    }
    let kind = if hours.is_some() { ExceptionKind::Working } else { ExceptionKind::Off };
    Ok(Some(CalendarException { from: from.date(), to: to.date(), kind, hours }))
}

enum Recurring {
    /// All days from the first to the last.
    Every,
    On(Vec<NaiveDate>),
    NotRead,
}

/// The days of an exception. Its type is 1 by day, 2 by day of the year, 4 by day of the month, 6 by day of the week;
/// 3 and 5 go by position in the month.
fn recurring(each: Values<'_>, whole: &CalendarException) -> Result<Recurring, FileFault> {
    let period = each.number("Period")?.unwrap_or(1).max(1);
    let month = each.number("Month")?.map(|month| month + 1);
    let day_of_month = each.number("MonthDay")?;
    let days_of_week = each.number("DaysOfWeek")?.unwrap_or_default();
    let from = whole.from;
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let weeks = |day: NaiveDate| i64::from(day.num_days_from_ce() - 1).div_euclid(7);
    let is_day = |day: NaiveDate| day_of_month == Some(i64::from(day.day()));
    let kind = each.number("Type")?.unwrap_or(1);
    let falls = |day: NaiveDate| match kind {
        1 => (day - from).num_days() % period == 0,
        2 => month == Some(i64::from(day.month())) && is_day(day),
        4 => is_day(day) && (months(day) - months(from)) % period == 0,
        _ => {
            let bit = 1 << day.weekday().num_days_from_sunday();
            days_of_week & bit != 0 && (weeks(day) - weeks(from)) % period == 0
        }
    };
    Ok(match kind {
        1 if period == 1 => Recurring::Every,
        1 | 2 | 4 | 6 => {
            let days = from.iter_days().take_while(|day| *day <= whole.to).filter(|day| falls(*day));
            Recurring::On(days.take(MOST_DAYS).collect())
        }
        _ => Recurring::NotRead,
    })
}
