//! What is done with a line in its place: its own act, another day, another person.

use chrono::NaiveDate;
use hefu_api::Failure;
use hefu_api::failure::Problem;
use hefu_api::today::{
    FinishLine, HandOverLine, LineAct, LineLeft, PostponeLine, TodayItem, TodayLine, TodayWhat,
};
use hefu_domain::acceptance::OpenIssue;
use hefu_domain::id::{PersonId, PostponementId, StackId};
use hefu_domain::journal::Act;
use hefu_domain::morning::Postponement;
use hefu_domain::party::Person;
use hefu_domain::register::{Action as ActionRecord, ActionState, Gate, Issue, IssueState, Letter, Risk};
use hefu_domain::scope::Deliverable;
use hefu_domain::text::{Text, Words};
use hefu_store::{Record, WriteTx};
use uuid::Uuid;

use super::collector::kind_of;
use super::lines_of_all;
use crate::acceptance::must_not_be_reported;
use crate::act::edited;
use crate::act::trails;
use crate::failure::{CommandError, invalid};
use crate::notice::standing;
use crate::session::Action;

pub(crate) fn finish_line(action: &mut Action<'_>, request: FinishLine) -> Result<LineLeft, CommandError> {
    let item = line(action, &request.line)?;
    let today = action.today;
    let next = match (item.acts.as_slice(), request.next) {
        ([LineAct::FinishUntil, ..], Some(next)) if next > today => Some(next),
        ([LineAct::FinishUntil, ..], _) => {
            return Err(invalid("risk", "next_review", Problem::OutOfRange).into());
        }
        ([LineAct::Finish, ..], None) => None,
        _ => return Err(not_offered()),
    };
    let stack = stack_of(action, &item)?;
    must_stand(action, &item)?;
    let trails = trails(&action.reader(), item.project, stack)?;
    action.write(item.project, trails, |tx| Ok((finished(tx, &item, today, next)?, LineLeft {})))
}

pub(crate) fn hand_over_line(
    action: &mut Action<'_>,
    request: HandOverLine,
) -> Result<LineLeft, CommandError> {
    let item = line(action, &request.line)?;
    if !item.acts.contains(&LineAct::HandOver) {
        return Err(not_offered());
    }
    action.reader().one::<Person>(request.person.0)?;
    let stack = stack_of(action, &item)?;
    must_stand(action, &item)?;
    let trails = trails(&action.reader(), item.project, stack)?;
    action.write(item.project, trails, |tx| Ok((handed(tx, &item, request.person)?, LineLeft {})))
}

pub(crate) fn postpone_line(
    action: &mut Action<'_>,
    request: PostponeLine,
) -> Result<LineLeft, CommandError> {
    let item = line(action, &request.line)?;
    let (until, today) = (request.until, action.today);
    if until <= today {
        return Err(invalid("postponement", "until", Problem::OutOfRange).into());
    }
    let kind = kind_of(&item.what);
    let before = action.reader().postponement_of(kind, item.record)?;
    let fresh = PostponementId(action.outside.id()?);
    let postponed_by = action.person()?;
    let title = title(&item.what);
    let Words { en, zh } = title.words();
    let trails = trails(&action.reader(), item.project, None)?;
    action.write(item.project, trails, |tx| {
        tx.put(&Postponement {
            id: before.map_or(fresh, |before| before.id),
            project: item.project,
            line: kind.to_owned(),
            record: item.record,
            title,
            until,
            postponed_by,
            postponed: today,
        })?;
        Ok((Act::LinePostponed { until, en, zh }, LineLeft {}))
    })
}

/// A line as it stands today. Errors: there is no such line.
fn line(action: &Action<'_>, asked: &TodayLine) -> Result<TodayItem, CommandError> {
    let standing = standing(action.memo, action.store, action.today)?;
    let all = lines_of_all(action.memo, &standing, action.today)?;
    let found = all.iter().find_map(|lines| lines.line(&asked.kind, asked.record));
    Ok(found.cloned().ok_or_else(|| Failure::NotFound { noun: "today_line".to_owned() })?)
}

fn not_offered() -> CommandError {
    invalid("today_line", "kind", Problem::Unknown).into()
}

/// An open issue of a round does not move while a report is signed that lists it.
fn must_stand(action: &Action<'_>, item: &TodayItem) -> Result<(), CommandError> {
    match item.what {
        TodayWhat::BlockingIssue { .. } | TodayWhat::OpenIssueDue { .. } => {
            must_not_be_reported(&action.reader(), item.project)
        }
        _ => Ok(()),
    }
}

/// The stack of the record, whose trail alone tells of it; none: every trail of the project does.
fn stack_of(action: &Action<'_>, item: &TodayItem) -> Result<Option<StackId>, CommandError> {
    let (reader, id) = (action.reader(), item.record);
    Ok(match item.what {
        TodayWhat::ActionDue { .. } => reader.one::<ActionRecord>(id)?.stack,
        TodayWhat::IssueBlocks { .. } | TodayWhat::IssueDue { .. } => reader.one::<Issue>(id)?.stack,
        TodayWhat::ReviewDue { .. } => reader.one::<Risk>(id)?.stack,
        TodayWhat::ReplyDue { .. } | TodayWhat::ReplyAwaited { .. } => reader.one::<Letter>(id)?.stack,
        TodayWhat::DeliverableDue { .. } => reader.one::<Deliverable>(id)?.stack,
        TodayWhat::GateBlocked { .. } => reader.one::<Gate>(id)?.stack,
        _ => None,
    })
}

/// Brings a record of the registers to what `change` makes of it.
fn changed<R: Record>(tx: &WriteTx<'_>, id: Uuid, change: impl FnOnce(R) -> R) -> Result<Act, CommandError> {
    let record = change(tx.one::<R>(id)?);
    tx.put(&record)?;
    Ok(edited(&record))
}

fn finished(
    tx: &WriteTx<'_>,
    item: &TodayItem,
    today: NaiveDate,
    next: Option<NaiveDate>,
) -> Result<Act, CommandError> {
    let id = item.record;
    match &item.what {
        TodayWhat::ActionDue { .. } => changed(tx, id, |action: ActionRecord| ActionRecord {
            state: ActionState::Done,
            done: Some(today),
            ..action
        }),
        TodayWhat::IssueBlocks { .. } | TodayWhat::IssueDue { .. } => changed(tx, id, |issue: Issue| Issue {
            state: IssueState::Resolved,
            resolved: Some(today),
            ..issue
        }),
        TodayWhat::ReviewDue { .. } => changed(tx, id, |risk: Risk| Risk { next_review: next, ..risk }),
        TodayWhat::ReplyDue { .. } | TodayWhat::ReplyAwaited { .. } => {
            changed(tx, id, |letter: Letter| Letter { replied: Some(today), ..letter })
        }
        TodayWhat::DeliverableDue { .. } => {
            let deliverable = Deliverable { handed_over: Some(today), ..tx.one(id)? };
            tx.put(&deliverable)?;
            Ok(Act::DeliverableEdited { number: deliverable.number })
        }
        TodayWhat::BlockingIssue { .. } | TodayWhat::OpenIssueDue { .. } => {
            let issue = OpenIssue { closed: Some(today), ..tx.one(id)? };
            tx.put(&issue)?;
            Ok(Act::OpenIssueEdited { number: issue.number })
        }
        _ => Err(not_offered()),
    }
}

fn handed(tx: &WriteTx<'_>, item: &TodayItem, person: PersonId) -> Result<Act, CommandError> {
    let (id, owner) = (item.record, Some(person));
    match &item.what {
        TodayWhat::ActionDue { .. } => {
            changed(tx, id, |action: ActionRecord| ActionRecord { owner, ..action })
        }
        TodayWhat::IssueBlocks { .. } | TodayWhat::IssueDue { .. } => {
            changed(tx, id, |issue: Issue| Issue { owner, ..issue })
        }
        TodayWhat::ReviewDue { .. } => changed(tx, id, |risk: Risk| Risk { owner, ..risk }),
        TodayWhat::BlockingIssue { .. } | TodayWhat::OpenIssueDue { .. } => {
            let issue = OpenIssue { owner, ..tx.one(id)? };
            tx.put(&issue)?;
            Ok(Act::OpenIssueEdited { number: issue.number })
        }
        _ => Err(not_offered()),
    }
}

/// What the line is called where it is put off: the title of its record, else its number.
fn title(what: &TodayWhat) -> Text {
    let numbered = |number: &String| Text::reviewed(number.clone(), number.clone());
    match what {
        TodayWhat::SignatureAwaited { title, .. }
        | TodayWhat::DeliverableDue { title, .. }
        | TodayWhat::EvidenceExpired { title, .. }
        | TodayWhat::ActionDue { title, .. }
        | TodayWhat::IssueBlocks { title, .. }
        | TodayWhat::IssueDue { title, .. }
        | TodayWhat::ReviewDue { title, .. }
        | TodayWhat::ReplyDue { title, .. }
        | TodayWhat::ReplyAwaited { title, .. }
        | TodayWhat::ApprovalExpected { title, .. }
        | TodayWhat::QuestionOpen { title, .. }
        | TodayWhat::ApprovalEnds { title, .. }
        | TodayWhat::GateBlocked { title, .. }
        | TodayWhat::InvoiceDue { title, .. } => title.clone(),
        TodayWhat::BlockingIssue { text, .. } | TodayWhat::OpenIssueDue { text, .. } => text.clone(),
        TodayWhat::CriteriaOpen { number, .. } | TodayWhat::TextsToReview { number, .. } => numbered(number),
    }
}
