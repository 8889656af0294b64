//! From the notice that a paper is there to be signed to its signature.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_domain::calendar::Calendar;

use super::{Entry, Event, SignatureTime};

/// By project and paper; a paper that is asked for again counts from the first time.
pub(super) fn signatures(
    entries: &[&Entry],
    calendar: &Calendar,
    today: NaiveDate,
    unfit: &mut Vec<Entry>,
) -> Vec<SignatureTime> {
    let mut noticed: BTreeMap<(&str, &str), NaiveDate> = BTreeMap::new();
    let mut times = Vec::new();
    let mut time = |(project, paper): (&str, &str), noticed: NaiveDate, signed: Option<NaiveDate>| {
        let days = calendar.working_days_left(noticed, signed.unwrap_or(today)).days;
        times.push(SignatureTime {
            project: project.to_owned(),
            paper: paper.to_owned(),
            noticed,
            signed,
            days: u32::try_from(days.max(0)).unwrap_or(u32::MAX),
        });
    };
    for entry in entries {
        match &entry.event {
            Event::NoticeSent { paper } => {
                noticed.entry((&entry.project, paper)).or_insert(entry.day);
            }
            Event::Signed { paper } => match noticed.remove(&(entry.project.as_str(), paper.as_str())) {
                Some(from) => time((&entry.project, paper), from, Some(entry.day)),
                None => unfit.push((*entry).clone()),
            },
            _ => {}
        }
    }
    for (of, from) in noticed {
        time(of, from, None);
    }
    times.sort_by(|one, other| {
        (one.noticed, &one.project, &one.paper).cmp(&(other.noticed, &other.project, &other.paper))
    });
    times
}
