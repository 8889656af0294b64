//! A record of the registers as a row: its state, who it waits for, and the next day that matters.

use chrono::NaiveDate;
use hefu_api::register::{
    KeptRecord, RegisterApproval, RegisterDay, RegisterKind, RegisterName, RegisterRow, RegisterState,
    RegisterTurn,
};
use hefu_delivery::approval::ApprovalStands;
use hefu_delivery::change::ChangeStands;
use hefu_delivery::risk::ScoredRisk;
use hefu_domain::acceptance::{Blocking, OpenIssue};
use hefu_domain::id::StackId;
use hefu_domain::noun::Noun;
use hefu_domain::register::{
    Action, ActionState, Approval, ApprovalState, ChangeRequest, ChangeState, Decision, Issue, IssueState,
    Lesson, Letter, Risk, RiskState,
};
use hefu_domain::text::Text;
use uuid::Uuid;

use super::engines::is_asked;
use super::facts::Beside;

/// What a kind says of its record.
struct Stands {
    kind: RegisterKind,
    state: RegisterState,
    is_open: bool,
    blocks: bool,
    owners: Vec<RegisterName>,
    day: Option<(RegisterDay, NaiveDate)>,
    /// Whether the day may be missed: what is done, or only holds until a day, is never late.
    can_be_late: bool,
}

/// By what a row is known.
struct Known<'a> {
    id: Uuid,
    number: &'a str,
    title: &'a Text,
    stack: Option<StackId>,
}

fn row(beside: &Beside, known: &Known<'_>, stands: Stands) -> RegisterRow {
    let Stands { kind, state, is_open, blocks, owners, day, can_be_late } = stands;
    let is_past = |day: &NaiveDate| *day < beside.today;
    let to_come = day.filter(|(is, _)| *is != RegisterDay::Past).map(|(_, day)| day);
    RegisterRow {
        kind,
        id: known.id,
        number: known.number.to_owned(),
        title: known.title.clone(),
        stack: known.stack,
        state,
        is_open,
        blocks,
        working_days: to_come.and_then(|day| beside.left(&owners, day)),
        is_late: can_be_late && to_come.as_ref().is_some_and(is_past),
        owners,
        day: day.map(|(_, day)| day),
        day_is: day.map(|(is, _)| is),
        links: Vec::new(),
        risk: None,
        change: None,
        approval: None,
        round: None,
        record: None,
    }
}

/// A day that is said, as what it is.
fn as_day(is: RegisterDay) -> impl Fn(NaiveDate) -> (RegisterDay, NaiveDate) {
    move |day| (is, day)
}

macro_rules! known {
    ($record:expr) => {
        &Known { id: $record.id.0, number: &$record.number, title: &$record.title, stack: $record.stack }
    };
}

pub(super) fn of_risk(beside: &Beside, risk: Risk, scored: Option<ScoredRisk>) -> RegisterRow {
    let is_open = risk.state == RiskState::Open;
    let stands = Stands {
        kind: RegisterKind::Risk,
        state: match risk.state {
            RiskState::Open => RegisterState::Open,
            RiskState::Occurred => RegisterState::Occurred,
            RiskState::Closed => RegisterState::Closed,
        },
        is_open,
        blocks: false,
        owners: beside.person(risk.owner),
        day: risk.next_review.filter(|_| is_open).map(as_day(RegisterDay::Review)),
        can_be_late: is_open,
    };
    let made = row(beside, known!(risk), stands);
    let links = beside.links(Noun::Risk, &risk);
    RegisterRow { links, risk: scored, record: Some(KeptRecord::Risk(risk)), ..made }
}

pub(super) fn of_issue(beside: &Beside, issue: Issue) -> RegisterRow {
    let is_open = issue.state != IssueState::Closed;
    let past = issue.resolved.or(issue.raised).map(as_day(RegisterDay::Past));
    let stands = Stands {
        kind: RegisterKind::Issue,
        state: match issue.state {
            IssueState::Open => RegisterState::Open,
            IssueState::Resolved => RegisterState::Resolved,
            IssueState::Closed => RegisterState::Closed,
        },
        is_open,
        blocks: is_open && issue.blocking == Blocking::Blocks,
        owners: beside.person(issue.owner),
        day: if is_open { issue.due.map(as_day(RegisterDay::Due)) } else { past },
        can_be_late: issue.state == IssueState::Open,
    };
    let made = row(beside, known!(issue), stands);
    let links = beside.links(Noun::Issue, &issue);
    RegisterRow { links, record: Some(KeptRecord::Issue(issue)), ..made }
}

pub(super) fn of_change(
    beside: &Beside,
    change: ChangeRequest,
    weighed: Option<ChangeStands>,
) -> RegisterRow {
    let is_open = matches!(change.state, ChangeState::Proposed | ChangeState::Analysis);
    let waits = weighed.iter().flat_map(|stands| &stands.waits_for);
    let waits = beside.names(waits.filter_map(|person| Uuid::parse_str(person).ok()));
    let stands = Stands {
        kind: RegisterKind::ChangeRequest,
        state: match change.state {
            ChangeState::Proposed => RegisterState::Proposed,
            ChangeState::Analysis => RegisterState::Analysis,
            ChangeState::Approved => RegisterState::Approved,
            ChangeState::Rejected => RegisterState::Rejected,
            ChangeState::Withdrawn => RegisterState::Withdrawn,
        },
        is_open,
        blocks: false,
        owners: match waits.is_empty() {
            true if is_open => beside.person(change.requested_by),
            true => beside.people(&change.deciders),
            false => waits,
        },
        day: change.decided.or(change.requested).map(as_day(RegisterDay::Past)),
        can_be_late: false,
    };
    let made = row(beside, known!(change), stands);
    let links = beside.links(Noun::ChangeRequest, &change);
    RegisterRow { links, change: weighed, record: Some(KeptRecord::ChangeRequest(change)), ..made }
}

pub(super) fn of_decision(beside: &Beside, decision: Decision) -> RegisterRow {
    let stands = Stands {
        kind: RegisterKind::Decision,
        state: RegisterState::Decided,
        is_open: false,
        blocks: false,
        owners: beside.people(&decision.decided_by),
        day: decision.date.map(as_day(RegisterDay::Past)),
        can_be_late: false,
    };
    let made = row(beside, known!(decision), stands);
    let links = beside.links(Noun::Decision, &decision);
    RegisterRow { links, record: Some(KeptRecord::Decision(decision)), ..made }
}

pub(super) fn of_action(beside: &Beside, action: Action) -> RegisterRow {
    let is_open = action.state == ActionState::Open;
    let stands = Stands {
        kind: RegisterKind::Action,
        state: match action.state {
            ActionState::Open => RegisterState::Open,
            ActionState::Done => RegisterState::Done,
            ActionState::Dropped => RegisterState::Dropped,
        },
        is_open,
        blocks: false,
        owners: beside.person(action.owner),
        day: match is_open {
            true => action.due.map(as_day(RegisterDay::Due)),
            false => action.done.map(as_day(RegisterDay::Past)),
        },
        can_be_late: is_open,
    };
    let made = row(beside, known!(action), stands);
    let links = beside.links(Noun::Action, &action);
    RegisterRow { links, record: Some(KeptRecord::Action(action)), ..made }
}

pub(super) fn of_approval(
    beside: &Beside,
    approval: Approval,
    stands: Option<ApprovalStands>,
) -> RegisterRow {
    let state = approval.state;
    let is_open = matches!(state, ApprovalState::Preparing | ApprovalState::Pending);
    let is_waiting = state == ApprovalState::Pending;
    // By law or promise, where a period is known; else as somebody said.
    let expected = stands.as_ref().and_then(|stands| stands.expected).map(|day| day.date);
    let expected = expected.or(approval.expected).filter(|_| is_open);
    let day = match state {
        ApprovalState::Approved => approval.valid_until.map(as_day(RegisterDay::ValidUntil)),
        _ => expected.map(as_day(RegisterDay::Expected)),
    };
    let waits = beside.person(approval.waits_for);
    let turn = match state {
        ApprovalState::Preparing => RegisterTurn::Ours,
        ApprovalState::Pending if is_asked(&approval) => RegisterTurn::Ours,
        ApprovalState::Pending => RegisterTurn::Theirs,
        ApprovalState::Approved | ApprovalState::Rejected | ApprovalState::Withdrawn => RegisterTurn::Nobody,
    };
    let said = Stands {
        kind: RegisterKind::Approval,
        state: match state {
            ApprovalState::Preparing => RegisterState::Preparing,
            ApprovalState::Pending => RegisterState::Waiting,
            ApprovalState::Approved => RegisterState::Approved,
            ApprovalState::Rejected => RegisterState::Rejected,
            ApprovalState::Withdrawn => RegisterState::Withdrawn,
        },
        is_open,
        blocks: is_open && !approval.blocks.is_blank(),
        owners: if waits.is_empty() { beside.organisation(approval.organisation) } else { waits },
        day: day.or_else(|| approval.answered.map(as_day(RegisterDay::Past))),
        can_be_late: is_waiting || state == ApprovalState::Approved,
    };
    let made = row(beside, known!(approval), said);
    let links = beside.links(Noun::Approval, &approval);
    let told = RegisterApproval { turn, stands };
    RegisterRow { links, approval: Some(told), record: Some(KeptRecord::Approval(approval)), ..made }
}

pub(super) fn of_letter(beside: &Beside, letter: Letter) -> RegisterRow {
    let state = match (letter.reply_due, letter.replied) {
        (_, Some(_)) => RegisterState::Replied,
        (Some(_), None) => RegisterState::ReplyDue,
        (None, None) => RegisterState::Filed,
    };
    let is_open = state == RegisterState::ReplyDue;
    let due = letter.reply_due.filter(|_| is_open).map(as_day(RegisterDay::ReplyDue));
    let stands = Stands {
        kind: RegisterKind::Letter,
        state,
        is_open,
        blocks: false,
        // Whoever has it answers it.
        owners: beside.organisation(letter.to),
        day: due.or_else(|| letter.replied.or(letter.date).map(as_day(RegisterDay::Past))),
        can_be_late: is_open,
    };
    let made = row(beside, known!(letter), stands);
    let links = beside.links(Noun::Letter, &letter);
    RegisterRow { links, record: Some(KeptRecord::Letter(letter)), ..made }
}

/// A lesson waits for nobody.
pub(super) fn of_lesson(beside: &Beside, lesson: Lesson) -> RegisterRow {
    let stands = Stands {
        kind: RegisterKind::Lesson,
        state: RegisterState::Filed,
        is_open: false,
        blocks: false,
        owners: Vec::new(),
        day: None,
        can_be_late: false,
    };
    let made = row(beside, known!(lesson), stands);
    let links = beside.numbered("source", &lesson.source);
    RegisterRow { links, record: Some(KeptRecord::Lesson(lesson)), ..made }
}

/// An open issue of a round, which is kept there.
pub(super) fn of_open_issue(beside: &Beside, issue: &OpenIssue) -> RegisterRow {
    let is_open = issue.closed.is_none();
    let stands = Stands {
        kind: RegisterKind::OpenIssue,
        state: if is_open { RegisterState::Open } else { RegisterState::Closed },
        is_open,
        blocks: is_open && issue.blocking == Blocking::Blocks,
        owners: beside.person(issue.owner),
        day: match issue.closed {
            None => issue.due.map(as_day(RegisterDay::Due)),
            closed => closed.map(as_day(RegisterDay::Past)),
        },
        can_be_late: is_open,
    };
    let known = Known { id: issue.id.0, number: &issue.number, title: &issue.text, stack: None };
    let links = beside.links(Noun::OpenIssue, issue);
    RegisterRow { links, round: Some(issue.round), ..row(beside, &known, stands) }
}
