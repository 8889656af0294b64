//! Acceptance rounds, item by item: marks, open issues, conclusion.

use std::cmp::Ordering;
use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Dated, DayCount};
use crate::contract::{DeemedAcceptance, Silence};
use crate::id::{CriterionId, FindingId, OpenIssueId, PersonId, PresenterNoteId, ProjectId, RoundId};
use crate::internal::Internal;
use crate::text::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoundKind {
    /// 初验
    Preliminary,
    /// 终验
    Final,
}

impl RoundKind {
    /// As it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::Preliminary => "preliminary",
            Self::Final => "final",
        }
    }
}

/// The mark of one criterion in one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// 通过
    Passed,
    /// 通过（有保留意见）
    PassedWithRemark,
    /// 不通过
    Failed,
    /// 未测试
    NotTested,
}

/// What the parties conclude of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// 通过
    Passed,
    /// 有条件通过
    Conditional,
    /// 整改后复验
    Reinspection,
    /// 不通过
    Failed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Round {
    pub id: RoundId,
    pub project: ProjectId,
    /// `PA-01`.
    pub number: String,
    pub kind: RoundKind,
    /// First, second, … round of its kind.
    pub ordinal: u32,
    pub planned: Option<NaiveDate>,
    /// The day the notice of readiness was received, proven.
    pub notice: Option<NaiveDate>,
    pub meeting: Option<NaiveDate>,
    /// None until the parties have concluded.
    pub conclusion: Option<Conclusion>,
}

/// What was found for one criterion in one round. A criterion without a finding is not tested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    pub id: FindingId,
    pub round: RoundId,
    pub criterion: CriterionId,
    pub mark: Mark,
    pub measured: Text,
    pub remark: Text,
    pub marked_by: Option<PersonId>,
    pub witness: Option<PersonId>,
    pub marked_at: Option<DateTime<FixedOffset>>,
}

/// What the presenter wants to say to a criterion. A record of its own, beside the criterion, so that whoever reads
/// the criterion for the client does not have it in hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenterNote {
    pub id: PresenterNoteId,
    pub project: ProjectId,
    pub criterion: CriterionId,
    pub note: Internal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Blocking {
    Blocks,
    DoesNotBlock,
}

/// An open issue 遗留问题 of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenIssue {
    pub id: OpenIssueId,
    pub project: ProjectId,
    pub round: RoundId,
    pub criterion: Option<CriterionId>,
    /// `OI-01`.
    pub number: String,
    pub text: Text,
    pub owner: Option<PersonId>,
    pub due: Option<NaiveDate>,
    pub blocking: Blocking,
    pub closed: Option<NaiveDate>,
}

/// How many criteria of a round carry each mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    pub passed: u32,
    pub passed_with_remark: u32,
    pub failed: u32,
    pub not_tested: u32,
}

impl Tally {
    pub fn of(marks: impl IntoIterator<Item = Mark>) -> Self {
        let mut tally = Self::default();
        for mark in marks {
            *match mark {
                Mark::Passed => &mut tally.passed,
                Mark::PassedWithRemark => &mut tally.passed_with_remark,
                Mark::Failed => &mut tally.failed,
                Mark::NotTested => &mut tally.not_tested,
            } += 1;
        }
        tally
    }

    pub fn total(&self) -> u32 {
        self.passed + self.passed_with_remark + self.failed + self.not_tested
    }
}

/// The mark of every criterion in one round, in the order of `criteria`: not tested where `findings` has
/// nothing for it. Findings of other rounds are passed over.
pub fn marks(round: RoundId, criteria: &[CriterionId], findings: &[Finding]) -> Vec<(CriterionId, Mark)> {
    let found: HashMap<CriterionId, Mark> = findings
        .iter()
        .filter(|finding| finding.round == round)
        .map(|finding| (finding.criterion, finding.mark))
        .collect();
    criteria.iter().map(|id| (*id, found.get(id).copied().unwrap_or(Mark::NotTested))).collect()
}

/// Why a conclusion cannot be drawn from what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Obstacle {
    /// The round has no criterion to conclude on.
    NoCriteria,
    /// These criteria are not tested.
    Untested { criteria: Vec<CriterionId> },
    /// These criteria failed.
    Failed { criteria: Vec<CriterionId> },
    /// These criteria failed and no open issue says what will be done about them.
    FailedWithoutIssue { criteria: Vec<CriterionId> },
    /// These open issues block acceptance.
    BlockingIssues { issues: Vec<OpenIssueId> },
    /// These issues are still open: a plain pass would leave them without a condition.
    OpenIssues { issues: Vec<OpenIssueId> },
    /// These issues have no owner or no due date, so nothing can be made a condition.
    UnassignedIssues { issues: Vec<OpenIssueId> },
    /// There is nothing left that a condition could name.
    NothingToCondition,
    /// Nothing failed, is untested or blocks, so there is nothing to correct or refuse.
    NothingToCorrect,
}

/// Whether a conclusion may be drawn, and if not, everything that stands against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Admissibility {
    pub conclusion: Conclusion,
    /// Empty when the conclusion is admissible.
    pub obstacles: Vec<Obstacle>,
}

impl Conclusion {
    pub const ALL: [Self; 4] = [Self::Passed, Self::Conditional, Self::Reinspection, Self::Failed];
}

/// Every conclusion with what stands against it.
///
/// - 通过 needs every criterion passed (a remark is no hindrance) and no issue open.
/// - 有条件通过 needs every criterion tested, no open issue that blocks, an open issue for each failed criterion,
///   an owner and a date for each open issue, and something to make a condition of.
/// - 整改后复验 and 不通过 need something that failed, is untested or blocks.
pub fn admissible(marks: &[(CriterionId, Mark)], issues: &[OpenIssue]) -> Vec<Admissibility> {
    let facts = Facts::new(marks, issues);
    Conclusion::ALL
        .into_iter()
        .map(|conclusion| Admissibility { conclusion, obstacles: facts.obstacles(conclusion) })
        .collect()
}

/// The mildest conclusion that the facts carry; none while a criterion is untested.
pub fn suggest_conclusion(marks: &[(CriterionId, Mark)], issues: &[OpenIssue]) -> Option<Conclusion> {
    let facts = Facts::new(marks, issues);
    if marks.is_empty() || !facts.untested.is_empty() {
        return None;
    }
    [Conclusion::Passed, Conclusion::Conditional, Conclusion::Reinspection]
        .into_iter()
        .find(|conclusion| facts.obstacles(*conclusion).is_empty())
}

struct Facts<'a> {
    marked: usize,
    untested: Vec<CriterionId>,
    failed: Vec<CriterionId>,
    remarked: bool,
    open: Vec<&'a OpenIssue>,
}

impl<'a> Facts<'a> {
    fn new(marks: &[(CriterionId, Mark)], issues: &'a [OpenIssue]) -> Self {
        let with = |mark| marks.iter().filter(|(_, m)| *m == mark).map(|(id, _)| *id).collect::<Vec<_>>();
        Self {
            marked: marks.len(),
            untested: with(Mark::NotTested),
            failed: with(Mark::Failed),
            remarked: marks.iter().any(|(_, mark)| *mark == Mark::PassedWithRemark),
            open: issues.iter().filter(|issue| issue.closed.is_none()).collect(),
        }
    }

    fn issues(&self, condition: impl Fn(&OpenIssue) -> bool) -> Vec<OpenIssueId> {
        self.open.iter().filter(|issue| condition(issue)).map(|issue| issue.id).collect()
    }

    fn obstacles(&self, conclusion: Conclusion) -> Vec<Obstacle> {
        let mut out = Vec::new();
        if self.marked == 0 {
            out.push(Obstacle::NoCriteria);
        }
        let blocking = self.issues(|issue| issue.blocking == Blocking::Blocks);
        match conclusion {
            Conclusion::Passed => {
                extend(&mut out, &self.untested, |criteria| Obstacle::Untested { criteria });
                extend(&mut out, &self.failed, |criteria| Obstacle::Failed { criteria });
                extend(&mut out, &blocking, |issues| Obstacle::BlockingIssues { issues });
                let others = self.issues(|issue| issue.blocking == Blocking::DoesNotBlock);
                extend(&mut out, &others, |issues| Obstacle::OpenIssues { issues });
            }
            Conclusion::Conditional => {
                extend(&mut out, &self.untested, |criteria| Obstacle::Untested { criteria });
                let named = |id: &CriterionId| self.open.iter().any(|issue| issue.criterion == Some(*id));
                let unnamed: Vec<_> = self.failed.iter().copied().filter(|id| !named(id)).collect();
                extend(&mut out, &unnamed, |criteria| Obstacle::FailedWithoutIssue { criteria });
                extend(&mut out, &blocking, |issues| Obstacle::BlockingIssues { issues });
                let loose = self.issues(|issue| issue.owner.is_none() || issue.due.is_none());
                extend(&mut out, &loose, |issues| Obstacle::UnassignedIssues { issues });
                if self.marked > 0 && self.open.is_empty() && self.failed.is_empty() && !self.remarked {
                    out.push(Obstacle::NothingToCondition);
                }
            }
            Conclusion::Reinspection | Conclusion::Failed => {
                if self.failed.is_empty() && self.untested.is_empty() && blocking.is_empty() {
                    out.push(Obstacle::NothingToCorrect);
                }
            }
        }
        out
    }
}

fn extend<T: Copy>(out: &mut Vec<Obstacle>, ids: &[T], obstacle: impl Fn(Vec<T>) -> Obstacle) {
    if !ids.is_empty() {
        out.push(obstacle(ids.to_vec()));
    }
}

/// The clock that runs from the proven notice of readiness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeemedClock {
    /// The day of the notice; it does not count.
    pub started: NaiveDate,
    /// The last day on which an opinion is in time.
    pub due: Dated,
    /// Working days left, 0 on the last day, negative after it.
    pub left: DayCount,
    pub silence_means: Silence,
    pub state: ClockState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    Running,
    /// Today is the last day.
    LastDay,
    /// The period has passed in silence.
    Elapsed,
}

/// The clock of deemed acceptance 视为验收合格 of a round; none before the notice and once the round is
/// concluded. `calendar` is the one the contract names.
pub fn deemed_clock(
    terms: &DeemedAcceptance,
    round: &Round,
    calendar: &Calendar,
    today: NaiveDate,
) -> Option<DeemedClock> {
    let started = round.notice.filter(|_| round.conclusion.is_none())?;
    let due = calendar.add_working_days(started, terms.working_days);
    Some(DeemedClock {
        started,
        due,
        left: calendar.working_days_left(today, due.date),
        silence_means: terms.silence_means,
        state: match today.cmp(&due.date) {
            Ordering::Less => ClockState::Running,
            Ordering::Equal => ClockState::LastDay,
            Ordering::Greater => ClockState::Elapsed,
        },
    })
}

#[cfg(test)]
mod tests;
