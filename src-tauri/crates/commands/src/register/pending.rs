//! What stands open in the registers of a project: what blocks acceptance, and until when each is in time.

use chrono::NaiveDate;
use hefu_domain::acceptance::Blocking;
use hefu_domain::calendar::Calendar;
use hefu_domain::health::Pending;
use hefu_domain::id::ProjectId;
use hefu_domain::party::Organisation;
use hefu_domain::register::{
    Action, ActionState, Approval, ApprovalState, Issue, IssueState, Letter, Risk, RiskState,
};
use hefu_store::Reader;

use crate::failure::CommandError;
use crate::library;

/// Of every register; `vendor` is the calendar that holds where an authority has none.
pub(crate) fn pending(
    reader: &Reader<'_>,
    project: ProjectId,
    vendor: &Calendar,
) -> Result<Vec<Pending>, CommandError> {
    let until = |due: Option<NaiveDate>| Pending { blocks: false, due };
    let risks = reader.register_of::<Risk>(Some(project))?.into_iter();
    let risks = risks.filter(|risk| risk.state == RiskState::Open).map(|risk| until(risk.next_review));
    let actions = reader.register_of::<Action>(Some(project))?.into_iter();
    let actions = actions.filter(|action| action.state == ActionState::Open).map(|action| until(action.due));
    let letters = reader.register_of::<Letter>(Some(project))?.into_iter();
    let letters = letters.filter(|letter| letter.replied.is_none()).map(|letter| until(letter.reply_due));
    let issues = reader.register_of::<Issue>(Some(project))?.into_iter();
    let issues = issues.filter(|issue| issue.state != IssueState::Closed).map(|issue| Pending {
        blocks: issue.blocking == Blocking::Blocks,
        due: issue.due.filter(|_| issue.state == IssueState::Open),
    });
    let mut pending: Vec<Pending> = risks.chain(actions).chain(letters).chain(issues).collect();
    for approval in reader.register_of::<Approval>(Some(project))? {
        let due = match approval.state {
            ApprovalState::Pending => expected(reader, &approval, vendor)?,
            ApprovalState::Approved => approval.valid_until,
            ApprovalState::Preparing | ApprovalState::Rejected | ApprovalState::Withdrawn => None,
        };
        pending.push(until(due));
    }
    Ok(pending)
}

/// The last day on which an answer is in time: by law or promise, where a period is known; else as somebody said.
fn expected(
    reader: &Reader<'_>,
    approval: &Approval,
    vendor: &Calendar,
) -> Result<Option<NaiveDate>, CommandError> {
    let (Some(period), Some(submitted)) = (approval.period, approval.submitted) else {
        return Ok(approval.expected);
    };
    let authority: Option<Organisation> = match approval.organisation {
        Some(organisation) => reader.find(organisation.0)?,
        None => None,
    };
    let calendar = authority.and_then(|authority| library::calendar(&authority.calendar)).unwrap_or(vendor);
    Ok(Some(calendar.period_end(submitted, period).date))
}
