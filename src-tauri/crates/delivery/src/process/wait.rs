//! The stretches in which a step waited for somebody.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Entry, Event};

/// From the day it began to the day it ended, which is worked again.
pub(super) struct Wait<'a> {
    pub on: &'a str,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

pub(super) fn waits<'a>(entries: &[&'a Entry], until: NaiveDate, unfit: &mut Vec<Entry>) -> Vec<Wait<'a>> {
    let mut open: BTreeMap<&str, NaiveDate> = BTreeMap::new();
    let mut waits = Vec::new();
    for entry in entries {
        match &entry.event {
            Event::WaitBegan { on } => {
                open.entry(on).or_insert(entry.day);
            }
            Event::WaitEnded { on } => match open.remove(on.as_str()) {
                Some(from) => waits.push(Wait { on, from, to: entry.day }),
                None => unfit.push((*entry).clone()),
            },
            _ => {}
        }
    }
    // What still waits, waits through the last day.
    let end = until.succ_opt().unwrap_or(until);
    waits.extend(open.into_iter().map(|(on, from)| Wait { on, from, to: end }));
    waits
}
