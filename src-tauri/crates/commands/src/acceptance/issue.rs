//! Open issues of a round, one at a time.

use hefu_api::acceptance::{OpenIssueSaved, SaveOpenIssue};
use hefu_domain::acceptance::{OpenIssue, Round};
use hefu_domain::id::OpenIssueId;
use hefu_domain::journal::Act;

use super::must_not_be_reported;
use crate::act::trails;
use crate::failure::{CommandError, said};
use crate::session::Action;

pub(crate) fn save_open_issue(
    action: &mut Action<'_>,
    request: SaveOpenIssue,
) -> Result<OpenIssueSaved, CommandError> {
    said("open_issue", "text", &request.text)?;
    let round: Round = action.reader().one(request.round.0)?;
    must_not_be_reported(&action.reader(), round.project)?;
    let trails = trails(&action.reader(), round.project, None)?;
    let fresh = OpenIssueId(action.outside.id()?);
    action.write(round.project, trails, |tx| {
        let before = request.issue.map(|id| tx.before::<OpenIssue>(id.0)).transpose()?;
        let number = match &before {
            Some(issue) => issue.number.clone(),
            None => format!("OI-{:02}", tx.next_number::<OpenIssue>(round.project, "OI-")?),
        };
        let record = tx.save(OpenIssue {
            id: request.issue.unwrap_or(fresh),
            project: round.project,
            round: round.id,
            criterion: request.criterion,
            number,
            text: before.as_ref().map(|i| i.text.clone()).unwrap_or_default().revise(&request.text),
            owner: request.owner,
            due: request.due,
            blocking: request.blocking,
            closed: request.closed,
        })?;
        let act = match before {
            Some(_) => Act::OpenIssueEdited { number: record.number.clone() },
            None => Act::OpenIssueAdded { number: record.number.clone() },
        };
        Ok((act, OpenIssueSaved { issue: record.id, number: record.number }))
    })
}
