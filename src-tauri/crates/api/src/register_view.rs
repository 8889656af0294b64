//! The registers of a project on one page: every record with its state, who it waits for, its next day and its scores.

use chrono::NaiveDate;
use hefu_delivery::approval::ApprovalStands;
use hefu_delivery::change::{ChangeStands, Effects};
use hefu_delivery::risk::{Cell, Matrix, ScoredRisk};
use hefu_domain::calendar::DayCount;
use hefu_domain::id::{ChangeRequestId, PersonId, ProjectId, RiskId, RiskMatrixId, RoundId, StackId};
use hefu_domain::money::Money;
use hefu_domain::noun::Noun;
use hefu_domain::register::KeptRecord;
use hefu_domain::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct RegisterOf {
    pub project: ProjectId,
}

/// What stands in a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegisterKind {
    Risk,
    Issue,
    ChangeRequest,
    Decision,
    Action,
    Approval,
    Letter,
    Lesson,
    /// 遗留问题 of an acceptance round: shown here, kept there.
    OpenIssue,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RegisterView {
    pub today: NaiveDate,
    /// What is late first, by its day; then what is open; then what is done.
    pub rows: Vec<RegisterRow>,
    /// One a kind, in the order of the kinds.
    pub counts: Vec<RegisterCount>,
    pub risks: RiskFigures,
    /// Days and money of the changes that were approved.
    pub approved: Effects,
    /// Of those that nobody has decided.
    pub proposed: Effects,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegisterCount {
    pub kind: RegisterKind,
    pub all: u32,
    pub open: u32,
    pub late: u32,
}

/// What the risks come to on the project's matrix.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RiskFigures {
    /// On which they are scored.
    pub matrix: Matrix,
    /// The record of the matrix; none while five levels hold for want of one.
    pub record: Option<RiskMatrixId>,
    pub title: Text,
    /// From the highest probability down, within it from the lowest impact up.
    pub map: Vec<Cell>,
    /// Expected of the open risks, one sum a currency.
    pub expected_money: Vec<Money>,
    /// At stake in the open risks, one sum a currency.
    pub money_at_stake: Vec<Money>,
    /// Open risks whose money or likelihood is not known, so that the sums lack them.
    pub without_money: u32,
}

/// How a record stands, of whichever kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegisterState {
    Open,
    /// A risk that happened.
    Occurred,
    /// Mended; nobody has confirmed it.
    Resolved,
    Closed,
    Proposed,
    Analysis,
    Approved,
    Rejected,
    Withdrawn,
    /// A decision stands.
    Decided,
    Done,
    Dropped,
    Preparing,
    Waiting,
    /// A letter on which nothing is due.
    Filed,
    /// A letter that waits for its answer.
    ReplyDue,
    Replied,
}

/// What the next day of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegisterDay {
    Review,
    Due,
    /// An answer is expected.
    Expected,
    ReplyDue,
    ValidUntil,
    /// Nothing is to come: the day on which it was decided, done, answered or written.
    Past,
}

/// Whose move an approval waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegisterTurn {
    /// It is not handed in, or a question is not answered.
    Ours,
    Theirs,
    Nobody,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegisterName {
    /// A person, or an organisation where no person is named.
    pub id: Uuid,
    pub name: Text,
}

/// Another record that one names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegisterLink {
    /// The field that names it: `from_risk`, `deliverables`.
    pub field: String,
    pub noun: Noun,
    pub id: Uuid,
    pub number: String,
    pub title: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegisterRow {
    pub kind: RegisterKind,
    pub id: Uuid,
    pub number: String,
    pub title: Text,
    pub stack: Option<StackId>,
    pub state: RegisterState,
    pub is_open: bool,
    /// It stands in the way of something.
    pub blocks: bool,
    /// Who it waits for; of what is done, who did it.
    pub owners: Vec<RegisterName>,
    /// The next day that matters.
    pub day: Option<NaiveDate>,
    pub day_is: Option<RegisterDay>,
    /// Working days to it, by the owner's calendar; negative when it is past.
    pub working_days: Option<DayCount>,
    pub is_late: bool,
    pub links: Vec<RegisterLink>,
    pub risk: Option<ScoredRisk>,
    pub change: Option<ChangeStands>,
    pub approval: Option<RegisterApproval>,
    /// The round of an open issue.
    pub round: Option<RoundId>,
    /// As its form holds it; none of an open issue, which is kept with its round.
    pub record: Option<KeptRecord>,
}

/// An approval as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegisterApproval {
    pub turn: RegisterTurn,
    /// None while it is not handed in.
    pub stands: Option<ApprovalStands>,
}

/// A risk happened: it becomes an issue that goes on from it.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct RiskHappened {
    pub risk: RiskId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Approved,
    Rejected,
}

/// A change request is decided, and the decision stands in the register.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct DecideChange {
    pub change: ChangeRequestId,
    pub verdict: Verdict,
    /// None: everybody who has spoken, else everybody who decides.
    #[serde(default)]
    pub decided_by: Option<Vec<PersonId>>,
}
