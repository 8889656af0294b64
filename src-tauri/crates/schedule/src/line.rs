//! A calendar as a line of working time: which instant is which second of work, and back.
//!
//! Instants are seconds of the clock from 1970. Working time is counted in seconds from some Monday. The dates that
//! the calendar names stand in a table; before and after it only the week holds, so that a line has no end.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::fault::{PlanFault, PlanNoun, PlanProblem};
use crate::moment::{Moment, YEARS};
use crate::plan::{Calendar, ExceptionKind, Hours, WeekDay};

/// Seconds of the clock since 1970.
pub(crate) type Instant = i64;

/// A place in the working time of one calendar: twice its seconds, and one more for the instant at which the next
/// second begins. Between two hours of work the even place is the end of the first, the odd one the begin of the second.
pub(crate) type Place = i64;

pub(crate) const DAY: i64 = 86_400;

/// Seconds of work that one entry of the index stands for.
const STRIDE: i64 = 4 * 3600;

/// The working hours of one day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pattern {
    /// Begin and end in seconds of the day, in order.
    hours: Vec<(i64, i64)>,
    total: i64,
}

/// One calendar, ready to count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    patterns: Vec<Pattern>,
    week: [usize; 7],
    /// Work before each day of the week, and of all of it.
    week_work: [i64; 8],
    /// The first day of the table, a Monday, in days since 1970.
    first: i64,
    /// Pattern of each day of the table.
    days: Vec<u32>,
    /// Work before each day of the table, and of all of it.
    work: Vec<i64>,
    /// For every stride of work the day of the table in which it begins.
    index: Vec<u32>,
    pub(crate) known_until: Option<NaiveDate>,
}

/// The day of an instant and its second in it.
fn split(at: Instant) -> (i64, i64) {
    (at.div_euclid(DAY), at.rem_euclid(DAY))
}

pub(crate) fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce()) - 719_163
}

pub(crate) fn instant_of(at: NaiveDateTime) -> Instant {
    at.and_utc().timestamp()
}

/// The date and time of an instant; none outside of the years of a plan.
pub(crate) fn time_of(at: Instant) -> Option<NaiveDateTime> {
    let time = chrono::DateTime::from_timestamp(at, 0)?.naive_utc();
    YEARS.contains(&time.year()).then_some(time)
}

/// The day that an instant belongs to as a finish: midnight is the end of the day before.
pub(crate) fn finish_day(at: NaiveDateTime) -> NaiveDate {
    (at - chrono::TimeDelta::seconds(1)).date()
}

fn weekday(day: i64) -> usize {
    // 1970 began on a Thursday.
    usize::try_from((day + 3).rem_euclid(7)).unwrap_or_default()
}

impl Line {
    /// All hours of all days.
    pub(crate) fn of_the_clock() -> Self {
        let all = Pattern { hours: vec![(0, DAY)], total: DAY };
        Self::compiled(vec![all], [0; 7], (0, Vec::new()), None)
    }

    /// Monday to Friday, 08:00–12:00 and 13:00–17:00.
    pub(crate) fn usual() -> Self {
        let patterns = vec![Pattern { hours: Vec::new(), total: 0 }, usual_day()];
        Self::compiled(patterns, [1, 1, 1, 1, 1, 0, 0], (0, Vec::new()), None)
    }

    /// # Errors
    /// Hours that cannot be, dates out of reach, a week without work.
    pub(crate) fn of(calendar: &Calendar) -> Result<Self, PlanFault> {
        let wrong =
            |problem| PlanFault::Wrong { noun: PlanNoun::Calendar, name: calendar.id.clone(), problem };
        let mut patterns = vec![Pattern { hours: Vec::new(), total: 0 }, usual_day()];
        let mut pattern = |hours: Option<&Vec<Hours>>| match hours {
            None => Ok(1),
            Some(hours) => {
                let made = day_of(hours).ok_or(PlanProblem::Hours)?;
                Ok(patterns.iter().position(|known| *known == made).unwrap_or_else(|| {
                    patterns.push(made);
                    patterns.len() - 1
                }))
            }
        };
        let mut week = [1, 1, 1, 1, 1, 0, 0];
        if let Some(days) = &calendar.week {
            week = [0; 7];
            for each in days {
                let day = WeekDay::ALL.iter().position(|day| *day == each.day).unwrap_or_default();
                week[day] = pattern(each.hours.as_ref()).map_err(wrong)?;
            }
        }
        let (mut low, mut high) = (i64::MAX, i64::MIN);
        for each in &calendar.exceptions {
            if !YEARS.contains(&each.from.year()) || !YEARS.contains(&each.to.year()) {
                return Err(wrong(PlanProblem::DateOutOfReach));
            }
            if each.to < each.from {
                return Err(wrong(PlanProblem::FinishBeforeStart));
            }
            low = low.min(day_number(each.from));
            high = high.max(day_number(each.to));
        }
        let mut days = Vec::new();
        let mut first = 0;
        if low <= high {
            first = low - (low + 3).rem_euclid(7);
            let length = (high - first).div_euclid(7) * 7 + 7;
            days = (first..first + length).map(|day| week[weekday(day)]).collect();
            for each in &calendar.exceptions {
                let made = match each.kind {
                    ExceptionKind::Off => 0,
                    ExceptionKind::Working => pattern(each.hours.as_ref()).map_err(wrong)?,
                };
                let from = usize::try_from(day_number(each.from) - first).unwrap_or_default();
                let to = usize::try_from(day_number(each.to) - first).unwrap_or_default();
                days[from..=to].fill(made);
            }
        }
        if week.iter().all(|day| patterns[*day].total == 0) {
            return Err(wrong(PlanProblem::Hours));
        }
        Ok(Self::compiled(patterns, week, (first, days), calendar.known_until))
    }

    fn compiled(
        patterns: Vec<Pattern>,
        week: [usize; 7],
        (first, days): (i64, Vec<usize>),
        known_until: Option<NaiveDate>,
    ) -> Self {
        // The table begins on a Monday even when it is empty, so that weeks count from it.
        let first = if days.is_empty() { -3 } else { first };
        let mut week_work = [0; 8];
        for day in 0..7 {
            week_work[day + 1] = week_work[day] + patterns[week[day]].total;
        }
        let mut work = vec![0];
        let mut index = Vec::new();
        for (day, pattern) in days.iter().enumerate() {
            let before = work[day];
            let after = before + patterns[*pattern].total;
            while i64::try_from(index.len()).unwrap_or(i64::MAX) * STRIDE < after {
                index.push(u32::try_from(day).unwrap_or(u32::MAX));
            }
            work.push(after);
        }
        let days = days.into_iter().map(|day| u32::try_from(day).unwrap_or_default()).collect();
        Self { patterns, week, week_work, first, days, work, index, known_until }
    }

    fn pattern(&self, day: usize) -> &Pattern {
        &self.patterns[self.days[day] as usize]
    }

    /// Seconds of work before an instant.
    pub(crate) fn work_at(&self, at: Instant) -> i64 {
        let (day, second) = split(at);
        let since = day - self.first;
        let length = self.days.len();
        match usize::try_from(since) {
            Ok(day) if day < length => self.work[day] + self.pattern(day).before(second),
            _ => {
                let (from, before) = if since < 0 { (0, 0) } else { (length as i64, self.work[length]) };
                let (weeks, day) = ((since - from).div_euclid(7), (since - from).rem_euclid(7) as usize);
                before
                    + weeks * self.week_work[7]
                    + self.week_work[day]
                    + self.patterns[self.week[day]].before(second)
            }
        }
    }

    /// The instant at which the second of work after `work` seconds begins.
    pub(crate) fn begin(&self, work: i64) -> Instant {
        let all = self.work[self.days.len()];
        if (0..all).contains(&work) {
            let mut day = self.index[(work / STRIDE) as usize] as usize;
            while self.work[day + 1] <= work {
                day += 1;
            }
            let second = self.pattern(day).begin(work - self.work[day]);
            return (self.first + day as i64) * DAY + second;
        }
        let (from, work) =
            if work < 0 { (self.first, work) } else { (self.first + self.days.len() as i64, work - all) };
        let (weeks, rest) = (work.div_euclid(self.week_work[7]), work.rem_euclid(self.week_work[7]));
        let mut day = 0;
        while self.week_work[day + 1] <= rest {
            day += 1;
        }
        let second = self.patterns[self.week[day]].begin(rest - self.week_work[day]);
        (from + weeks * 7 + day as i64) * DAY + second
    }

    /// The instant at which the last of `work` seconds ends.
    pub(crate) fn end(&self, work: i64) -> Instant {
        self.begin(work - 1) + 1
    }

    /// The instant of a place.
    pub(crate) fn instant(&self, place: Place) -> Instant {
        if place & 1 == 1 { self.begin(place >> 1) } else { self.end(place >> 1) }
    }

    /// The first place whose instant is `at` or later.
    pub(crate) fn not_before(&self, at: Instant) -> Place {
        let work = self.work_at(at);
        if self.end(work) >= at { work * 2 } else { work * 2 + 1 }
    }

    /// The last place whose instant is `at` or earlier.
    pub(crate) fn not_after(&self, at: Instant) -> Place {
        let work = self.work_at(at);
        if self.begin(work) <= at { work * 2 + 1 } else { work * 2 }
    }

    /// Where a start on or after this moment may be.
    pub(crate) fn start_from(&self, moment: Moment) -> Place {
        match moment {
            Moment::Day(day) => self.work_at(day_number(day) * DAY) * 2 + 1,
            Moment::At(at) => self.not_before(instant_of(at)),
        }
    }

    /// The latest start that is no later than this moment: of a day, its first working time or that of the last
    /// working day before.
    pub(crate) fn start_until(&self, moment: Moment) -> Place {
        match moment {
            Moment::Day(day) => {
                let (last, _) = split(self.begin(self.work_at((day_number(day) + 1) * DAY) - 1));
                self.work_at(last * DAY) * 2 + 1
            }
            Moment::At(at) => self.not_after(instant_of(at)),
        }
    }

    /// The earliest finish on or after this moment: of a day its last working time, or that of the next working day.
    pub(crate) fn finish_from(&self, moment: Moment) -> Place {
        match moment {
            Moment::Day(day) => {
                let (next, _) = split(self.begin(self.work_at(day_number(day) * DAY)));
                self.work_at((next + 1) * DAY) * 2
            }
            Moment::At(at) => self.not_before(instant_of(at)),
        }
    }

    /// The latest finish that is no later than this moment.
    pub(crate) fn finish_until(&self, moment: Moment) -> Place {
        match moment {
            Moment::Day(day) => self.work_at((day_number(day) + 1) * DAY) * 2,
            Moment::At(at) => self.not_after(instant_of(at)),
        }
    }
}

impl Pattern {
    fn before(&self, second: i64) -> i64 {
        self.hours.iter().map(|(from, to)| (second.min(*to) - from).max(0)).sum()
    }

    fn begin(&self, mut work: i64) -> i64 {
        for (from, to) in &self.hours {
            if work < to - from {
                return from + work;
            }
            work -= to - from;
        }
        DAY
    }
}

fn usual_day() -> Pattern {
    Pattern { hours: vec![(8 * 3600, 12 * 3600), (13 * 3600, 17 * 3600)], total: 8 * 3600 }
}

/// Hours in their order, when none overlap.
fn day_of(hours: &[Hours]) -> Option<Pattern> {
    use chrono::Timelike;
    let second = |time: chrono::NaiveTime| i64::from(time.num_seconds_from_midnight());
    let mut made: Vec<(i64, i64)> = Vec::with_capacity(hours.len());
    for each in hours {
        let to = if second(each.to) == 0 { DAY } else { second(each.to) };
        made.push((second(each.from), to));
    }
    made.sort_unstable();
    let in_order = made.iter().all(|(from, to)| from < to) && made.windows(2).all(|two| two[0].1 <= two[1].0);
    in_order.then(|| Pattern { total: made.iter().map(|(from, to)| to - from).sum(), hours: made })
}

#[cfg(test)]
mod tests;
