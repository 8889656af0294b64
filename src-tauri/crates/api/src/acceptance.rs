//! Acceptance rounds, item by item.

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_domain::acceptance::{Blocking, Conclusion, Finding, Mark, OpenIssue, Round, RoundKind};
use hefu_domain::evidence::Evidence;
use hefu_domain::id::{CriterionId, DocumentId, EvidenceId, OpenIssueId, PersonId, ProjectId, RoundId};
use hefu_domain::scope::{Chapter, Criterion};
use hefu_domain::text::{Text, Words};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::EntryLine;
pub use crate::party::Removed;
pub use hefu_domain::acceptance::Tally;
pub use hefu_domain::calendar::Certainty;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListRounds {
    pub project: ProjectId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RoundList {
    pub rounds: Vec<Round>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct RoundRef {
    pub round: RoundId,
}

/// A round as the acceptance page shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RoundView {
    pub round: Round,
    pub tally: Tally,
    pub chapters: Vec<ChapterView>,
    pub open_issues: Vec<OpenIssueView>,
    /// The conclusions that marks and open issues allow.
    pub admissible: Vec<Conclusion>,
    /// What the signature of this round's report releases.
    pub waiting: Option<Waiting>,
    pub clock: Option<Clock>,
    /// The report of this round, newest version.
    pub document: Option<DocumentId>,
    pub document_number: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ChapterView {
    pub chapter: Chapter,
    pub tally: Tally,
    pub criteria: Vec<CriterionLine>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CriterionLine {
    pub criterion: Criterion,
    pub mark: Mark,
    pub measured: Text,
    pub remark: Text,
    /// Number of evidence items; none is not zero files but no evidence at all.
    pub evidence: u32,
    pub evidence_expired: u32,
    pub open_issue: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct OpenIssueView {
    pub issue: OpenIssue,
    pub criterion: Option<String>,
    pub owner: Option<Text>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Waiting {
    pub milestone: Text,
    pub amount: Decimal,
    pub currency: String,
    pub share: Decimal,
    pub invoice_within_days: Option<u32>,
}

/// The deemed-acceptance clock.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Clock {
    pub started: NaiveDate,
    pub due: NaiveDate,
    pub certainty: Certainty,
    pub working_days: u32,
    /// Working days from the day after today up to and including the due day; zero on that day, negative after.
    pub left: i64,
    pub calendar: String,
    pub silence_means: hefu_domain::project::Silence,
    pub clause: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct CriterionInRound {
    pub round: RoundId,
    pub criterion: CriterionId,
}

/// One criterion with all that hangs on it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CriterionView {
    pub criterion: Criterion,
    pub finding: Option<Finding>,
    pub mark: Mark,
    pub evidence: Vec<EvidenceView>,
    pub requirements: Vec<NumberedTitle>,
    pub deliverables: Vec<NumberedTitle>,
    pub open_issues: Vec<OpenIssue>,
    pub witness: Option<Text>,
    /// Newest first.
    pub history: Vec<EntryLine>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct NumberedTitle {
    pub number: String,
    pub title: Text,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct EvidenceView {
    pub evidence: Evidence,
    pub validity: Validity,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    Valid,
    Expired,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveRound {
    pub round: Option<RoundId>,
    pub project: ProjectId,
    pub number: String,
    pub kind: RoundKind,
    pub planned: Option<NaiveDate>,
    pub notice: Option<NaiveDate>,
    pub meeting: Option<NaiveDate>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RoundSaved {
    pub round: RoundId,
}

/// Marks one criterion. A remark is asked for by passed-with-remark and failed.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct MarkCriterion {
    pub round: RoundId,
    pub criterion: CriterionId,
    pub mark: Mark,
    /// None leaves what stands.
    pub measured: Option<Words>,
    /// None leaves what stands.
    pub remark: Option<Words>,
    /// None leaves who stands.
    pub witness: Option<PersonId>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CriterionMarked {
    pub tally: Tally,
}

/// None takes the conclusion back.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ConcludeRound {
    pub round: RoundId,
    pub conclusion: Option<Conclusion>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveOpenIssue {
    pub issue: Option<OpenIssueId>,
    pub round: RoundId,
    pub criterion: Option<CriterionId>,
    pub text: Words,
    pub owner: Option<PersonId>,
    pub due: Option<NaiveDate>,
    pub blocking: Blocking,
    pub closed: Option<NaiveDate>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct OpenIssueSaved {
    pub issue: OpenIssueId,
    pub number: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// The bytes go into the workspace.
    Inside,
    /// Only the hash; the file stays where it is.
    Reference,
}

/// Gives a file to a criterion as evidence; with an id, gives the bytes to evidence that was only named.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct AttachEvidence {
    pub evidence: Option<EvidenceId>,
    pub criterion: CriterionId,
    pub path: String,
    pub keep: Keep,
    pub title: Words,
    pub date: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub provided_by: Option<PersonId>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct EvidenceSaved {
    pub evidence: Evidence,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct EvidenceRef {
    pub evidence: EvidenceId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportEvidence {
    pub evidence: EvidenceId,
    pub path: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Exported {
    pub path: String,
    pub sha256: String,
    pub size_bytes: u64,
    pub at: DateTime<FixedOffset>,
}

pub use crate::many::ManyEdited;

/// Marks criteria of a round at once.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct MarkCriteria {
    pub round: RoundId,
    pub criteria: Vec<CriterionId>,
    pub mark: Mark,
    /// None leaves what stands; passed with remark needs one.
    pub remark: Option<Words>,
}

/// Changes open issues of a round at once.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EditOpenIssues {
    pub round: RoundId,
    pub issues: Vec<OpenIssueId>,
    pub change: OpenIssueChange,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what", deny_unknown_fields)]
pub enum OpenIssueChange {
    Owner { owner: Option<PersonId> },
    Due { due: Option<NaiveDate> },
    Blocking { blocking: Blocking },
    Closed { closed: Option<NaiveDate> },
}

/// Takes the picture that is on the clipboard into the engine's memory, in place of the one that was held, until it is
/// attached or the workspace is locked. It is written nowhere.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct HoldImage {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct HeldImage {
    /// Of the PNG that evidence would hold.
    pub sha256: String,
    pub size_bytes: u64,
    /// Pixels.
    pub width: u32,
    pub height: u32,
}

/// Makes the picture that is held evidence of a criterion; its bytes are kept inside.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct AttachImage {
    pub criterion: CriterionId,
    /// Names the picture that is meant: another one may be held by now.
    pub sha256: String,
    /// Without an ending: it is a PNG.
    pub name: String,
    pub title: Words,
    pub date: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub provided_by: Option<PersonId>,
}
