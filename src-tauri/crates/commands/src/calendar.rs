//! Working calendars: counting days, reading next year's notice, writing days to a calendar file.

use std::path::Path;

use chrono::NaiveDate;
use hefu_api::Failure;
use hefu_api::calendar::{
    CalendarChoice, CalendarExported, CalendarList, CalendarListed, CalendarNoticeRead, CalendarShown,
    ExportCalendar, ListCalendars, ReadCalendarNotice, ShowCalendar, WorkingDays, WorkingDaysCounted,
};
use hefu_api::failure::Problem;
use hefu_calendars::feed::FeedError;
use hefu_calendars::{feed, notice, year};
use hefu_domain::calendar::{Calendar, CalendarError, Years};

use crate::count::count;
use crate::failure::{CommandError, invalid};
use crate::library;
use crate::session::OnProgress;

pub(crate) fn list_calendars(_: ListCalendars, _: OnProgress<'_>) -> Result<CalendarList, CommandError> {
    let listed = |calendar: &Calendar| CalendarListed {
        key: calendar.key().to_owned(),
        name: calendar.name().clone(),
        known: calendar.known_years().map(|(from, to)| Years { from, to }),
    };
    Ok(CalendarList { calendars: library::calendars().iter().map(listed).collect() })
}

pub(crate) fn show_calendar(request: ShowCalendar, _: OnProgress<'_>) -> Result<CalendarShown, CommandError> {
    let ShowCalendar { calendar, year } = request;
    let calendar = with_additions(&calendar)?;
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let whole = day(1, 1).zip(day(12, 31));
    let (first, last) = whole.ok_or_else(|| invalid("calendar", "date", Problem::OutOfRange))?;
    Ok(CalendarShown {
        name: calendar.name().clone(),
        year,
        basis: calendar.basis(first, last),
        days: year::spans(&calendar, year),
    })
}

pub(crate) fn working_days(
    request: WorkingDays,
    _: OnProgress<'_>,
) -> Result<WorkingDaysCounted, CommandError> {
    let answer = request.question.answer(&chosen(&request.calendars)?);
    // Calendars that share no working day of the week have no answer.
    let answer = answer.ok_or_else(|| invalid("calendar", "calendar", Problem::OutOfRange))?;
    Ok(WorkingDaysCounted { answer })
}

pub(crate) fn read_calendar_notice(
    request: ReadCalendarNotice,
    _: OnProgress<'_>,
) -> Result<CalendarNoticeRead, CommandError> {
    let known: Vec<_> = library::calendars().iter().flat_map(Calendar::names).cloned().collect();
    Ok(CalendarNoticeRead { read: notice::read(&request.text, request.year, &known) })
}

pub(crate) fn export_calendar(
    request: ExportCalendar,
    _: OnProgress<'_>,
) -> Result<CalendarExported, CommandError> {
    let ExportCalendar { path, name, entries, language, written } = request;
    let text = feed::write(&name, &entries, language, written).map_err(|error| match error {
        FeedError::NoUid => invalid("calendar", "number", Problem::Blank),
        FeedError::UidTwice(_) => invalid("calendar", "number", Problem::OutOfRange),
        FeedError::NoTitle(_) => invalid("calendar", "title", Problem::Blank),
        FeedError::DayOutOfRange(_) => invalid("calendar", "date", Problem::OutOfRange),
    })?;
    hefu_files::write(Path::new(&path), text.as_bytes())?;
    Ok(CalendarExported { path, entries: count(entries.len()) })
}

/// The calendars that are named, each with its added years and own days; none named is China's.
pub(crate) fn chosen(choices: &[CalendarChoice]) -> Result<Vec<Calendar>, CommandError> {
    if choices.is_empty() {
        return Ok(vec![known(library::DEFAULT_CALENDAR)?.clone()]);
    }
    choices.iter().map(with_additions).collect()
}

fn known(key: &str) -> Result<&'static Calendar, Failure> {
    library::calendar(key).ok_or_else(|| invalid("calendar", "calendar", Problem::Unknown))
}

fn with_additions(choice: &CalendarChoice) -> Result<Calendar, CommandError> {
    let mut calendar = known(&choice.key)?.clone();
    for year in &choice.years {
        calendar = calendar.with_year(year).map_err(|error| refused(&error))?;
    }
    Ok(calendar.with_own_days(&choice.own_days).map_err(|error| refused(&error))?)
}

fn refused(error: &CalendarError) -> Failure {
    let problem = match error {
        CalendarError::Unreadable(_) | CalendarError::UnknownWeekday(_) => Problem::Unknown,
        CalendarError::NoWorkingDay => Problem::Blank,
        CalendarError::YearTwice(_)
        | CalendarError::Reversed { .. }
        | CalendarError::TooLong { .. }
        | CalendarError::OtherYear { .. }
        | CalendarError::DayTwice(_) => Problem::OutOfRange,
    };
    invalid("calendar", "date", problem)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use hefu_domain::calendar::{Certainty, Found, Question};

    use super::*;

    fn choice(key: &str) -> CalendarChoice {
        CalendarChoice { key: key.to_owned(), years: Vec::new(), own_days: Vec::new() }
    }

    fn count(calendars: Vec<CalendarChoice>) -> Result<WorkingDaysCounted, CommandError> {
        let question = Question::Add { event: "2026-12-28".parse().unwrap(), working_days: 5 };
        working_days(WorkingDays { calendars, question }, &mut |_| ControlFlow::Continue(()))
    }

    /// What a notice gives goes straight into a count, and settles it.
    #[test]
    fn a_notice_that_was_read_settles_the_days_it_is_of() {
        let open = count(vec![choice("cn")]).unwrap().answer;
        assert_eq!((open.certainty, open.unsettled.len()), (Certainty::Provisional, 1));
        let text = "2027年部分节假日安排\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n\
            二、春节：2月5日至11日放假。\n三、清明节：4月5日放假。\n\
            四、劳动节：5月1日放假。\n五、端午节：6月9日放假。\n六、中秋节：9月15日放假。\n七、国庆节：10月1日放假。";
        let request = ReadCalendarNotice { text: text.to_owned(), year: None };
        let read = read_calendar_notice(request, &mut |_| ControlFlow::Continue(())).unwrap().read;
        let settled = CalendarChoice { years: read.years, ..choice("cn") };
        let answer = count(vec![settled]).unwrap().answer;
        // 29, 30 and 31 December, 4 and 5 January.
        let date = "2027-01-05".parse().unwrap();
        assert_eq!((answer.found, answer.certainty), (Found::Date { date }, Certainty::Certain));
    }

    #[test]
    fn a_calendar_that_the_library_lacks_is_refused() {
        let refused = Failure::from(count(vec![choice("xx")]).unwrap_err());
        assert_eq!(refused, invalid("calendar", "calendar", Problem::Unknown));
        assert!(count(Vec::new()).is_ok());
    }
}
