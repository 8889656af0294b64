//! Days and figures as people type them.

use hefu_api::failure::Problem;
use hefu_api::reading::{DayRead, FigureRead, ReadDay, ReadFigure};
use hefu_domain::reading::{Asked, DayReading, FigureReading};

use crate::failure::{CommandError, invalid};
use crate::library;
use crate::session::OnProgress;

pub(crate) fn read_day(request: ReadDay, _: OnProgress<'_>) -> Result<DayRead, CommandError> {
    let ReadDay { typed, today, sense, language, calendar } = request;
    let calendar = library::calendar(calendar.as_deref().unwrap_or(library::DEFAULT_CALENDAR))
        .ok_or_else(|| invalid("organisation", "calendar", Problem::Unknown))?;
    Ok(DayRead { reading: DayReading::of(&typed, &Asked { today, sense, language, calendar }) })
}

pub(crate) fn read_figure(request: ReadFigure, _: OnProgress<'_>) -> Result<FigureRead, CommandError> {
    Ok(FigureRead { reading: FigureReading::of(&request.typed, request.figure, request.grouping) })
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use hefu_api::Failure;
    use hefu_domain::calendar::Certainty;
    use hefu_domain::reading::{Reckoned, Sense};
    use hefu_domain::text::Language;

    use super::*;

    fn read(calendar: Option<&str>) -> Result<DayRead, CommandError> {
        let request = ReadDay {
            typed: "+10wd".to_owned(),
            today: "2026-09-28".parse().unwrap(),
            sense: Sense::Any,
            language: Language::En,
            calendar: calendar.map(str::to_owned),
        };
        read_day(request, &mut |_| ControlFlow::Continue(()))
    }

    #[test]
    fn working_days_are_those_of_the_calendar_that_is_named() {
        let reckoned = Some(Reckoned::WorkingDays { count: 10, certainty: Certainty::Certain });
        for (calendar, day) in [(None, "2026-10-16"), (Some("cn"), "2026-10-16"), (Some("sg"), "2026-10-12")]
        {
            let read = read(calendar).unwrap().reading;
            assert_eq!(read, DayReading::Day { day: day.parse().unwrap(), reckoned }, "{calendar:?}");
        }
        let unknown = Failure::from(read(Some("xx")).unwrap_err());
        assert!(matches!(unknown, Failure::Invalid { .. }), "{unknown:?}");
    }
}
