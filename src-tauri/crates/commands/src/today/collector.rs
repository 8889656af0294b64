//! Where the lines of a day are gathered: what is put off, what is late or soon, and what may come next.

use crate::notice::{Noticed, Register};
use crate::project::Facts;
use chrono::{Days, NaiveDate};
use hefu_api::today::{LineAct, RunningClock, TodayItem, TodayWhat, Urgency, WaitingLine};
use hefu_domain::calendar::Calendar;
use hefu_domain::id::PersonId;
use hefu_domain::money::Money;
use hefu_domain::text::Text;
use uuid::Uuid;

/// Days ahead that count as soon.
const SOON: u64 = 14;

/// What one project has for a day.
#[derive(Default)]
pub(crate) struct Lines {
    /// What is to be done.
    pub items: Vec<TodayItem>,
    /// What others have to do.
    pub waiting_for: Vec<TodayItem>,
    /// The first line beyond the days that count as soon, or that is put off.
    pub next: Option<TodayItem>,
    pub postponed: u32,
    pub clocks: Vec<RunningClock>,
    pub waiting: Vec<WaitingLine>,
    /// The same as money, one sum a currency.
    pub held: Vec<Money>,
}

impl Lines {
    /// A line by what it is known by.
    pub(super) fn line(&self, kind: &str, record: Uuid) -> Option<&TodayItem> {
        let mut all = self.items.iter().chain(&self.waiting_for);
        all.find(|item| item.record == record && kind_of(&item.what) == kind)
    }
}

/// Its kind as it crosses.
pub(super) fn kind_of(what: &TodayWhat) -> &'static str {
    match what {
        TodayWhat::SignatureAwaited { .. } => "signature_awaited",
        TodayWhat::CriteriaOpen { .. } => "criteria_open",
        TodayWhat::BlockingIssue { .. } => "blocking_issue",
        TodayWhat::DeliverableDue { .. } => "deliverable_due",
        TodayWhat::EvidenceExpired { .. } => "evidence_expired",
        TodayWhat::TextsToReview { .. } => "texts_to_review",
        TodayWhat::OpenIssueDue { .. } => "open_issue_due",
        TodayWhat::ActionDue { .. } => "action_due",
        TodayWhat::IssueBlocks { .. } => "issue_blocks",
        TodayWhat::IssueDue { .. } => "issue_due",
        TodayWhat::ReviewDue { .. } => "review_due",
        TodayWhat::ReplyDue { .. } => "reply_due",
        TodayWhat::ReplyAwaited { .. } => "reply_awaited",
        TodayWhat::ApprovalExpected { .. } => "approval_expected",
        TodayWhat::QuestionOpen { .. } => "question_open",
        TodayWhat::ApprovalEnds { .. } => "approval_ends",
        TodayWhat::GateBlocked { .. } => "gate_blocked",
        TodayWhat::InvoiceDue { .. } => "invoice_due",
    }
}

/// What is known of a line before its project and its day are put to it.
pub(super) struct Found<'a> {
    pub urgency: Urgency,
    pub record: Uuid,
    pub due: Option<NaiveDate>,
    pub what: TodayWhat,
    pub owner: Option<PersonId>,
    pub acts: &'static [LineAct],
    pub calendar: &'a Calendar,
}

/// Who has to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Ours,
    Theirs,
}

/// What can be done with what somebody owns and ends.
pub(super) const OWNED: &[LineAct] = &[LineAct::Finish, LineAct::HandOver];

pub(super) struct Collector<'a> {
    pub(super) noticed: &'a Noticed,
    pub today: NaiveDate,
    pub(super) lines: Lines,
}

impl<'a> Collector<'a> {
    pub(super) fn facts(&self) -> &'a Facts {
        &self.noticed.facts
    }

    pub(super) fn register(&self) -> &'a Register {
        &self.noticed.register
    }

    pub(super) fn add(&mut self, side: Side, found: Found<'_>) {
        if self.put_off(&found) {
            return;
        }
        let item = self.item(found);
        match side {
            Side::Ours => self.lines.items.push(item),
            Side::Theirs => self.lines.waiting_for.push(item),
        }
    }

    /// What is late or soon as a line; what lies further as what may come next.
    pub(super) fn due(&mut self, found: Found<'_>) {
        match self.when(found.due) {
            Some(urgency) => self.add(Side::Ours, Found { urgency, ..found }),
            None => {
                let item = self.item(found);
                self.later(item);
            }
        }
    }

    fn put_off(&mut self, found: &Found<'_>) -> bool {
        let kind = kind_of(&found.what);
        let postponements = &self.noticed.register.postponements;
        let until = postponements.iter().find(|each| each.hides(kind, found.record, self.today));
        let Some(until) = until.map(|each| each.until) else { return false };
        self.lines.postponed += 1;
        let again = Found { due: Some(until), what: found.what.clone(), ..*found };
        let item = self.item(again);
        self.later(item);
        true
    }

    fn later(&mut self, item: TodayItem) {
        let is_first = self.lines.next.as_ref().is_none_or(|next| item.due < next.due);
        if item.due.is_some() && is_first {
            self.lines.next = Some(item);
        }
    }

    pub(super) fn item(&self, found: Found<'_>) -> TodayItem {
        let Found { urgency, record, due, what, owner, acts, calendar } = found;
        let project = &self.noticed.facts.project;
        let people = &self.noticed.register.people;
        TodayItem {
            urgency,
            project: project.id,
            project_title: project.title.clone(),
            record,
            what,
            due,
            working_days: due.map(|due| calendar.working_days_left(self.today, due).days),
            calendar: calendar.key().to_owned(),
            owner: owner.and_then(|owner| people.get(&owner)).cloned(),
            acts: acts.to_vec(),
        }
    }

    /// Late, soon, or too far away to say anything of.
    pub(super) fn when(&self, due: Option<NaiveDate>) -> Option<Urgency> {
        let due = due?;
        match due {
            due if due < self.today => Some(Urgency::Late),
            due if due <= self.today.checked_add_days(Days::new(SOON))? => Some(Urgency::Soon),
            _ => None,
        }
    }

    pub(super) fn plain(&mut self, urgency: Urgency, record: Uuid, due: Option<NaiveDate>, what: TodayWhat) {
        let calendar = self.facts().calendar;
        let found = Found { urgency, record, due, what, owner: None, acts: &[], calendar };
        self.add(Side::Ours, found);
    }
}

/// The name of somebody, or nothing.
pub(super) fn titled(title: &Text, number: &str) -> (String, Text) {
    (number.to_owned(), title.clone())
}
