//! The lines that the registers make: actions, issues, reviews of risks, letters, approvals.

use hefu_api::today::{LineAct, TodayWhat, Urgency};
use hefu_domain::acceptance::Blocking;
use hefu_domain::register::{ActionState, Approval, ApprovalState, Direction, IssueState, Letter, RiskState};

use super::collector::{Collector, Found, OWNED, Side, titled};
use crate::library;

pub(super) fn collect(found: &mut Collector<'_>) {
    actions(found);
    issues(found);
    reviews(found);
    letters(found);
    approvals(found);
}

fn actions(found: &mut Collector<'_>) {
    let calendar = found.facts().calendar;
    for action in found.register().actions.iter().filter(|action| action.state == ActionState::Open) {
        let (number, title) = titled(&action.title, &action.number);
        found.due(Found {
            urgency: Urgency::Soon,
            record: action.id.0,
            due: action.due,
            what: TodayWhat::ActionDue { number, title },
            owner: action.owner,
            acts: OWNED,
            calendar,
        });
    }
}

fn issues(found: &mut Collector<'_>) {
    let calendar = found.facts().calendar;
    for issue in found.register().issues.iter().filter(|issue| issue.state == IssueState::Open) {
        let (number, title) = titled(&issue.title, &issue.number);
        let line = |urgency, what| Found {
            urgency,
            record: issue.id.0,
            due: issue.due,
            what,
            owner: issue.owner,
            acts: OWNED,
            calendar,
        };
        match issue.blocking {
            Blocking::Blocks => {
                found.add(Side::Ours, line(Urgency::Blocked, TodayWhat::IssueBlocks { number, title }));
            }
            Blocking::DoesNotBlock => {
                found.due(line(Urgency::Soon, TodayWhat::IssueDue { number, title }));
            }
        }
    }
}

fn reviews(found: &mut Collector<'_>) {
    let calendar = found.facts().calendar;
    for risk in found.register().risks.iter().filter(|risk| risk.state == RiskState::Open) {
        let (number, title) = titled(&risk.title, &risk.number);
        found.due(Found {
            urgency: Urgency::Soon,
            record: risk.id.0,
            due: risk.next_review,
            what: TodayWhat::ReviewDue { number, title },
            owner: risk.owner,
            acts: &[LineAct::FinishUntil, LineAct::HandOver],
            calendar,
        });
    }
}

fn letters(found: &mut Collector<'_>) {
    for letter in found.register().letters.iter().filter(|letter| letter.replied.is_none()) {
        if letter.reply_due.is_some() {
            reply(found, letter);
        }
    }
}

fn reply(found: &mut Collector<'_>, letter: &Letter) {
    let (number, title) = titled(&letter.title, &letter.number);
    let line = |urgency, what, calendar| Found {
        urgency,
        record: letter.id.0,
        due: letter.reply_due,
        what,
        owner: None,
        acts: &[LineAct::Finish],
        calendar,
    };
    let calendar = found.facts().calendar;
    match letter.direction {
        Direction::Incoming => {
            found.due(line(Urgency::Soon, TodayWhat::ReplyDue { number, title }, calendar));
        }
        Direction::Outgoing => {
            let urgency = found.when(letter.reply_due).unwrap_or(Urgency::Soon);
            // Whose answer is late has to be asked for.
            let side = if urgency == Urgency::Late { Side::Ours } else { Side::Theirs };
            found.add(side, line(urgency, TodayWhat::ReplyAwaited { number, title }, calendar));
        }
    }
}

fn approvals(found: &mut Collector<'_>) {
    for approval in &found.register().approvals {
        match approval.state {
            ApprovalState::Pending => waits(found, approval),
            ApprovalState::Approved => {
                let (number, title) = titled(&approval.title, &approval.number);
                if approval.valid_until.is_some() {
                    found.due(Found {
                        urgency: Urgency::Soon,
                        record: approval.id.0,
                        due: approval.valid_until,
                        what: TodayWhat::ApprovalEnds { number, title },
                        owner: None,
                        acts: &[],
                        calendar: found.facts().calendar,
                    });
                }
            }
            ApprovalState::Preparing | ApprovalState::Rejected | ApprovalState::Withdrawn => {}
        }
    }
}

/// Counted by the calendar of whoever decides.
fn waits(found: &mut Collector<'_>, approval: &Approval) {
    let organisations = &found.register().organisations;
    let key = approval.organisation.and_then(|id| organisations.get(&id));
    let calendar = key.and_then(|key| library::calendar(key)).unwrap_or(found.facts().calendar);
    let (number, title) = titled(&approval.title, &approval.number);
    let authority = approval.authority.clone();
    let by_law = approval.submitted.zip(approval.period);
    let due = by_law.map(|(day, period)| calendar.period_end(day, period).date).or(approval.expected);
    let line = |urgency, what, due| Found {
        urgency,
        record: approval.id.0,
        due,
        what,
        owner: approval.waits_for,
        acts: &[],
        calendar,
    };
    if approval.questions.iter().any(|question| question.answered.is_none()) {
        let what = TodayWhat::QuestionOpen { number, title, authority };
        found.add(Side::Ours, line(Urgency::Late, what, None));
        return;
    }
    let waited = approval.submitted.map(|day| calendar.working_days_left(day, found.today).days);
    let waited = waited.and_then(|days| u32::try_from(days).ok()).unwrap_or_default();
    let urgency = found.when(due).unwrap_or(Urgency::Soon);
    let side = if urgency == Urgency::Late { Side::Ours } else { Side::Theirs };
    found.add(side, line(urgency, TodayWhat::ApprovalExpected { number, title, authority, waited }, due));
}
