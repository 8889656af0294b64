//! What is done in the meeting.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use hefu_domain::acceptance::{Conclusion, Mark};
use hefu_domain::id::{CriterionId, OpenIssueId, PersonId, RoundId};

use crate::identity::Identity;
use crate::scope::{Told, evidence};
use crate::source::{CriterionEntry, Source};
use crate::{Marking, Meeting, Rewording, SampleError};

/// Who marks and who witnesses in the meeting.
const MARKED_BY: &str = "p-zhao";
const WITNESS: &str = "p-chen";

/// The meeting of 28 September 2026.
///
/// # Errors
/// When a file of the library does not read.
pub fn meeting() -> Result<Meeting, SampleError> {
    let source = Source::read()?;
    let round = &source.scope.acceptance_round;
    let criteria = &source.scope.criterion;
    let unreviewed = criteria.iter().filter(|entry| !entry.text.with_state(&entry.text_state).is_whole());
    let issues = source.scope.open_issue.iter();
    Ok(Meeting {
        round: RoundId::of(&round.id),
        reworded: criteria
            .iter()
            .filter_map(|entry| {
                let text = entry.text_after_meeting.as_ref()?.words();
                Some(Rewording { criterion: CriterionId::of(&entry.id), text })
            })
            .collect(),
        reviewed: unreviewed.map(|entry| CriterionId::of(&entry.id)).collect(),
        evidence: evidence(&source, Told::InTheMeeting),
        marked: criteria
            .iter()
            .filter(|entry| entry.mark != entry.after_meeting || entry.finding_after_meeting.is_some())
            .zip(0..)
            .map(|(entry, place)| marking(entry, minute(round.meeting.0, place)))
            .collect(),
        no_longer_blocking: issues
            .filter(|issue| issue.blocking && !issue.blocking_after_meeting)
            .map(|issue| OpenIssueId::of(&issue.id))
            .collect(),
        conclusion: Conclusion::Conditional,
    })
}

/// What was found goes where the report prints it: to the measurement of what passed, to the remark of the rest.
fn marking(entry: &CriterionEntry, marked_at: DateTime<FixedOffset>) -> Marking {
    let found = entry.finding_after_meeting.as_ref().map(|pair| pair.words());
    let (measured, remark) = match entry.after_meeting {
        Mark::Passed | Mark::NotTested => (found, None),
        Mark::PassedWithRemark | Mark::Failed => (None, found),
    };
    Marking {
        criterion: CriterionId::of(&entry.id),
        mark: entry.after_meeting,
        measured,
        remark,
        marked_by: PersonId::of(MARKED_BY),
        witness: PersonId::of(WITNESS),
        marked_at,
    }
}

/// Four minutes a criterion from 09:36 in China.
fn minute(day: NaiveDate, place: i64) -> DateTime<FixedOffset> {
    const EAST_8: FixedOffset = FixedOffset::east_opt(8 * 3600).expect("eight hours lie within a day");
    const START: NaiveTime = NaiveTime::from_hms_opt(9, 36, 0).expect("09:36 is a time of day");
    let local = day.and_time(START) + chrono::TimeDelta::minutes(4 * place);
    local.and_local_timezone(EAST_8).single().unwrap_or_else(|| local.and_utc().fixed_offset())
}
