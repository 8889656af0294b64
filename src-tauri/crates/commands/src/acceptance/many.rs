//! Criteria marked and open issues changed, several at once.

use hefu_api::acceptance::{EditOpenIssues, ManyEdited, MarkCriteria, OpenIssueChange};
use hefu_domain::acceptance::{OpenIssue, Round};
use hefu_domain::id::FindingId;
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::scope::Criterion;

use super::mark::{Marking, mark};
use super::{must_not_be_reported, round_must_be_open};
use crate::act::trails;
use crate::failure::{CommandError, fits};
use crate::many::{each, of_project};
use crate::session::Action;

pub(crate) fn mark_criteria(
    action: &mut Action<'_>,
    request: MarkCriteria,
) -> Result<ManyEdited, CommandError> {
    if let Some(remark) = &request.remark {
        fits("finding", "remark", remark)?;
    }
    let round: Round = action.reader().one(request.round.0)?;
    round_must_be_open(&action.reader(), round.id)?;
    let trails = trails(&action.reader(), round.project, None)?;
    let marking = Marking {
        mark: request.mark,
        measured: None,
        remark: request.remark,
        witness: None,
        at: action.now,
        by: action.person()?,
    };
    let mut fresh = Vec::new();
    for _ in &request.criteria {
        fresh.push(FindingId(action.outside.id()?));
    }
    action.write(round.project, trails, |tx| {
        let mut fresh = fresh.into_iter();
        let changed = each(tx, request.criteria.iter().map(|id| id.0), |criterion: Criterion| {
            of_project("criterion", round.project, criterion.project)?;
            fresh.next().map_or(Ok(()), |id| mark(tx, &round, &criterion, &marking, id))
        })?;
        Ok((Act::CriteriaMarked { count: changed, mark: marking.mark }, ManyEdited { changed }))
    })
}

pub(crate) fn edit_open_issues(
    action: &mut Action<'_>,
    request: EditOpenIssues,
) -> Result<ManyEdited, CommandError> {
    let EditOpenIssues { round, issues, change } = request;
    let round: Round = action.reader().one(round.0)?;
    must_not_be_reported(&action.reader(), round.project)?;
    let trails = trails(&action.reader(), round.project, None)?;
    action.write(round.project, trails, |tx| {
        let changed = each(tx, issues.iter().map(|id| id.0), |record: OpenIssue| {
            of_project("open_issue", round.id, record.round)?;
            match &change {
                OpenIssueChange::Owner { owner } => {
                    owner.map(|id| tx.one::<Person>(id.0)).transpose()?;
                    tx.put(&OpenIssue { owner: *owner, ..record })?;
                }
                OpenIssueChange::Due { due } => tx.put(&OpenIssue { due: *due, ..record })?,
                OpenIssueChange::Blocking { blocking } => {
                    tx.put(&OpenIssue { blocking: *blocking, ..record })?;
                }
                OpenIssueChange::Closed { closed } => tx.put(&OpenIssue { closed: *closed, ..record })?,
            }
            Ok(())
        })?;
        let field = match change {
            OpenIssueChange::Owner { .. } => "owner",
            OpenIssueChange::Due { .. } => "due",
            OpenIssueChange::Blocking { .. } => "blocking",
            OpenIssueChange::Closed { .. } => "closed",
        };
        let act = Act::ManyEdited { noun: "open_issue".to_owned(), field: field.to_owned(), count: changed };
        Ok((act, ManyEdited { changed }))
    })
}
