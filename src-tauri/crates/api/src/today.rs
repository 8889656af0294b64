//! The first page of the morning: what needs the person, over all projects, and what she does with a line of it.

use chrono::NaiveDate;
use hefu_domain::id::{DocumentId, PersonId, ProjectId, RoundId};
use hefu_domain::text::Text;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::acceptance::Clock;
use crate::journal::EntryLine;
use crate::notice::Notices;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct TodayRequest {
    /// Lines of each kind at most; none for all.
    pub limit: Option<u32>,
    /// After which entry of the workspace chain she has not looked; none: what was done since the last working day.
    pub since: Option<u64>,
}

/// Everything that needs the person, over all projects.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Today {
    pub today: NaiveDate,
    pub projects: u32,
    /// What she has to do, the gravest first.
    pub items: Vec<TodayItem>,
    /// How many there are, those beyond the limit with them.
    pub item_count: u32,
    /// What she waits for others to do, the latest first.
    pub waiting_for: Vec<TodayItem>,
    pub waiting_for_count: u32,
    /// Lines that are put off to a later day.
    pub postponed: u32,
    /// What comes next where nothing is to be done: the first line beyond the days that count as soon.
    pub next: Option<TodayItem>,
    pub notices: Notices,
    pub waiting: WaitingMoney,
    pub clocks: Vec<RunningClock>,
    pub changes: TodayChanges,
}

/// A thing to do; computed, never typed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TodayItem {
    pub urgency: Urgency,
    pub project: ProjectId,
    pub project_title: Text,
    /// The record that it is of: with the kind, what a line is known by.
    pub record: Uuid,
    pub what: TodayWhat,
    /// The day it was or is due.
    pub due: Option<NaiveDate>,
    /// Working days until due by `calendar`; negative when late.
    pub working_days: Option<i64>,
    /// Key of the calendar by which they are counted.
    pub calendar: String,
    /// Whose it is, where somebody has it.
    pub owner: Option<Text>,
    /// What can be done with it without leaving.
    pub acts: Vec<LineAct>,
}

/// What can be done with a line in its place. Everything can be opened and put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineAct {
    /// The line's own act: an action is done, an issue resolved, a letter answered.
    Finish,
    /// The same, which asks for the day on which the record is looked at again.
    FinishUntil,
    /// Another person has it from now on.
    HandOver,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    Blocked,
    Late,
    Soon,
    Language,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum TodayWhat {
    /// A report waits for signatures and money behind it.
    SignatureAwaited {
        document: DocumentId,
        number: String,
        title: Text,
        signed: u32,
        signers: u32,
    },
    /// A round has criteria not tested yet.
    CriteriaOpen {
        round: RoundId,
        number: String,
        not_tested: u32,
        failed: u32,
    },
    /// A blocking open issue.
    BlockingIssue {
        round: RoundId,
        number: String,
        text: Text,
    },
    DeliverableDue {
        number: String,
        title: Text,
    },
    /// Evidence whose validity has ended.
    EvidenceExpired {
        criterion: String,
        title: Text,
    },
    /// Texts of a document with a side missing, draft or stale.
    TextsToReview {
        document: DocumentId,
        number: String,
        count: u32,
    },
    OpenIssueDue {
        round: RoundId,
        number: String,
        text: Text,
    },
    ActionDue {
        number: String,
        title: Text,
    },
    /// An issue of the register that stands in the way of a gate.
    IssueBlocks {
        number: String,
        title: Text,
    },
    IssueDue {
        number: String,
        title: Text,
    },
    /// A risk is to be looked at again.
    ReviewDue {
        number: String,
        title: Text,
    },
    /// A letter that came waits for our answer.
    ReplyDue {
        number: String,
        title: Text,
    },
    /// A letter that went waits for theirs.
    ReplyAwaited {
        number: String,
        title: Text,
    },
    /// Somebody else's decision is expected; `waited` working days so far.
    ApprovalExpected {
        number: String,
        title: Text,
        authority: Text,
        waited: u32,
    },
    /// They asked and wait for our answer.
    QuestionOpen {
        number: String,
        title: Text,
        authority: Text,
    },
    /// Their decision holds until a day that is near.
    ApprovalEnds {
        number: String,
        title: Text,
    },
    /// A gate is due and conditions of it do not hold, or one that was passed rests on something that has run out. `by` is
    /// what the conditions ask.
    GateBlocked {
        number: String,
        title: Text,
        by: Vec<hefu_domain::text::Words>,
        passed: GateWas,
    },
    /// What triggers a payment has happened: the invoice has a last day.
    InvoiceDue {
        title: Text,
        amount: Decimal,
        currency: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GateWas {
    NotPassed,
    Passed,
}

/// Money that only a missing signature holds back.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitingMoney {
    /// One sum a currency: amounts of different currencies are never added.
    pub sums: Vec<Sum>,
    pub lines: Vec<WaitingLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sum {
    pub amount: Decimal,
    pub currency: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WaitingLine {
    pub project: ProjectId,
    pub project_title: Text,
    pub milestone: Text,
    pub amount: Decimal,
    pub currency: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RunningClock {
    pub project: ProjectId,
    pub project_title: Text,
    pub round: RoundId,
    pub clock: Clock,
}

/// What was done since she last looked.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TodayChanges {
    /// The last working day, where no entry was named.
    pub since: Option<NaiveDate>,
    /// The newest first.
    pub entries: Vec<EntryLine>,
    pub more: crate::journal::More,
}

/// A line of Today: its kind, as [`TodayItem::what`] says it, and its record.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct TodayLine {
    pub kind: String,
    pub record: Uuid,
}

/// Does the line's own act.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct FinishLine {
    pub line: TodayLine,
    /// The day on which a risk is looked at again; none for every other line.
    pub next: Option<NaiveDate>,
}

/// Puts a line off.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct PostponeLine {
    pub line: TodayLine,
    /// The day on which it is shown again, later than today.
    pub until: NaiveDate,
}

/// Gives what the line is of to another person.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct HandOverLine {
    pub line: TodayLine,
    pub person: PersonId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct LineLeft {}
