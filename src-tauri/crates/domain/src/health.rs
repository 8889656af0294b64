//! The health of a project, computed from facts and never typed.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acceptance::{Blocking, DeemedClock, Mark, OpenIssue, Round};
use crate::calendar::Calendar;
use crate::evidence::Evidence;
use crate::id::CriterionId;
use crate::project::{Stage, current_stage};
use crate::scope::Deliverable;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Health {
    OnTrack,
    /// The record does not say enough: never shown as if all were well.
    Unknown,
    Attention,
    Blocked,
}

/// One fact that speaks against a project's health.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum HealthReason {
    /// No stage is running.
    NoStage,
    /// No acceptance criterion is recorded, so nothing says that the work is as it should be.
    NothingRecorded,
    /// Open issues of rounds and issues of the register that block acceptance.
    BlockingIssues {
        count: u32,
    },
    FailedCriteria {
        count: u32,
    },
    /// A round was planned for a day that has passed and is not concluded; working days since the earliest.
    AcceptanceLate {
        working_days: i64,
    },
    /// A clock ends within [`SOON`] working days, or has ended (negative).
    ClockEndsSoon {
        working_days: i64,
    },
    /// Past their due date and not handed over.
    DeliverablesLate {
        count: u32,
    },
    EvidenceExpired {
        count: u32,
    },
    /// Records of the registers whose day has passed.
    RegisterLate {
        count: u32,
    },
}

/// A record of the registers that stands open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Whether it blocks acceptance.
    pub blocks: bool,
    /// The last day on which it is in time; none when nobody says.
    pub due: Option<NaiveDate>,
}

/// Working days before the end of a clock from which it asks for attention.
pub const SOON: i64 = 5;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HealthView {
    pub health: Health,
    /// The gravest first.
    pub reasons: Vec<HealthReason>,
}

/// The records of one project that its health is read from.
#[derive(Clone, Copy, Debug)]
pub struct HealthFacts<'a> {
    pub stages: &'a [Stage],
    pub deliverables: &'a [Deliverable],
    /// The mark of every criterion in the newest round that looks at it.
    pub marks: &'a [(CriterionId, Mark)],
    pub evidence: &'a [Evidence],
    pub rounds: &'a [Round],
    pub issues: &'a [OpenIssue],
    pub pending: &'a [Pending],
    pub clocks: &'a [DeemedClock],
    /// The vendor's calendar, by which its lateness is counted.
    pub calendar: &'a Calendar,
    pub today: NaiveDate,
}

/// Blocked by a blocking issue; in need of attention by anything failed, late or about to lapse; unknown when the
/// record says too little to call it on track.
pub fn health(facts: &HealthFacts<'_>) -> HealthView {
    let mut found: Vec<(Health, HealthReason)> = Vec::new();
    let blocking = |issue: &&OpenIssue| issue.closed.is_none() && issue.blocking == Blocking::Blocks;
    let raised = facts.pending.iter().filter(|pending| pending.blocks).count();
    let count = count(facts.issues.iter().filter(blocking).count() + raised);
    if count > 0 {
        found.push((Health::Blocked, HealthReason::BlockingIssues { count }));
    }
    attention(facts, &mut found);
    if current_stage(facts.stages).is_none() {
        found.push((Health::Unknown, HealthReason::NoStage));
    }
    if facts.marks.is_empty() {
        found.push((Health::Unknown, HealthReason::NothingRecorded));
    }
    let health = found.iter().map(|(health, _)| *health).max().unwrap_or(Health::OnTrack);
    HealthView { health, reasons: found.into_iter().map(|(_, reason)| reason).collect() }
}

fn attention(facts: &HealthFacts<'_>, found: &mut Vec<(Health, HealthReason)>) {
    let today = facts.today;
    let failed = count(facts.marks.iter().filter(|(_, mark)| *mark == Mark::Failed).count());
    let overdue = |day: &Option<NaiveDate>| day.is_some_and(|day| day < today);
    let open = facts.rounds.iter().filter(|round| round.conclusion.is_none());
    let planned = open.filter_map(|round| round.planned.filter(|day| *day < today)).min();
    let late = facts.deliverables.iter().filter(|d| d.handed_over.is_none() && overdue(&d.due)).count();
    let expired = facts.evidence.iter().filter(|evidence| evidence.is_expired(today)).count();
    let register = facts.pending.iter().filter(|pending| overdue(&pending.due)).count();
    let left = facts.clocks.iter().map(|clock| clock.left.days).min().filter(|left| *left <= SOON);
    let since = planned.map(|day| -facts.calendar.working_days_left(today, day).days);
    let counted = |count: u32, reason: HealthReason| (count > 0).then_some(reason);
    let reasons = [
        counted(failed, HealthReason::FailedCriteria { count: failed }),
        left.map(|working_days| HealthReason::ClockEndsSoon { working_days }),
        since.map(|working_days| HealthReason::AcceptanceLate { working_days }),
        counted(count(late), HealthReason::DeliverablesLate { count: count(late) }),
        counted(count(expired), HealthReason::EvidenceExpired { count: count(expired) }),
        counted(count(register), HealthReason::RegisterLate { count: count(register) }),
    ];
    found.extend(reasons.into_iter().flatten().map(|reason| (Health::Attention, reason)));
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::acceptance::{Conclusion, RoundKind, deemed_clock};
    use crate::contract::{DeemedAcceptance, Silence};
    use crate::evidence::Holding;
    use crate::id::{DeliverableId, EvidenceId, OpenIssueId, ProjectId, RoundId, StageId};
    use crate::text::Text;

    const PROJECT: ProjectId = ProjectId(Uuid::nil());

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn stage(position: u32, started: Option<&str>, ended: Option<&str>) -> Stage {
        Stage {
            id: StageId(Uuid::from_u128(position.into())),
            project: PROJECT,
            stack: None,
            position,
            title: Text::reviewed("Delivery", "交付"),
            started: started.map(day),
            ended: ended.map(day),
        }
    }

    fn deliverable(due: &str, handed_over: Option<&str>) -> Deliverable {
        Deliverable {
            id: DeliverableId(Uuid::nil()),
            project: PROJECT,
            number: "D-01".into(),
            title: Text::reviewed("Handbook", "手册"),
            stack: None,
            organisation: None,
            due: Some(day(due)),
            handed_over: handed_over.map(day),
        }
    }

    fn round() -> Round {
        Round {
            id: RoundId(Uuid::nil()),
            project: PROJECT,
            number: "PA-01".into(),
            kind: RoundKind::Preliminary,
            ordinal: 1,
            planned: Some(day("2026-09-23")),
            notice: Some(day("2026-09-24")),
            meeting: None,
            conclusion: None,
        }
    }

    fn calendar() -> Calendar {
        Calendar::parse(include_str!("../../../library/calendars/cn.toml")).unwrap()
    }

    #[test]
    fn the_current_stage_is_the_last_that_runs() {
        let stages = [
            stage(1, Some("2026-03-02"), Some("2026-03-13")),
            stage(2, Some("2026-03-16"), None),
            stage(3, Some("2026-05-09"), None),
            stage(4, None, None),
        ];
        assert_eq!(current_stage(&stages).unwrap().position, 3);
        assert_eq!(current_stage(&stages[..1]), None);
    }

    #[test]
    fn unknown_is_never_green() {
        let calendar = calendar();
        let stages = [stage(1, Some("2026-03-02"), None)];
        let deliverables = [deliverable("2026-10-06", None)];
        let facts = HealthFacts {
            stages: &stages,
            deliverables: &deliverables,
            marks: &[(CriterionId(Uuid::nil()), Mark::NotTested)],
            evidence: &[],
            rounds: &[],
            issues: &[],
            pending: &[],
            clocks: &[],
            calendar: &calendar,
            today: day("2026-09-28"),
        };
        assert_eq!(health(&facts), HealthView { health: Health::OnTrack, reasons: vec![] });
        let view = health(&HealthFacts { stages: &[], ..facts });
        assert_eq!(view, HealthView { health: Health::Unknown, reasons: vec![HealthReason::NoStage] });
        let view = health(&HealthFacts { marks: &[], ..facts });
        assert_eq!(
            view,
            HealthView { health: Health::Unknown, reasons: vec![HealthReason::NothingRecorded] }
        );
    }

    #[test]
    fn every_fact_against_it_is_named() {
        let calendar = calendar();
        let terms = DeemedAcceptance {
            working_days: 10,
            calendar: "cn".into(),
            silence_means: Silence::Accepted,
            clause: "8.4".into(),
        };
        let today = day("2026-10-09");
        let rounds = [round()];
        let clocks = [deemed_clock(&terms, &rounds[0], &calendar, today).unwrap()];
        let issue = OpenIssue {
            id: OpenIssueId(Uuid::nil()),
            project: PROJECT,
            round: rounds[0].id,
            criterion: None,
            number: "OI-02".into(),
            text: Text::default(),
            owner: None,
            due: None,
            blocking: Blocking::Blocks,
            closed: None,
        };
        let evidence = Evidence {
            id: EvidenceId(Uuid::nil()),
            project: PROJECT,
            criterion: CriterionId(Uuid::nil()),
            number: "EV-001".into(),
            title: Text::default(),
            file_name: String::new(),
            kind: String::new(),
            date: today,
            valid_until: Some(day("2026-10-08")),
            provided_by: None,
            holding: Holding::Named,
        };
        let marks = [(CriterionId(Uuid::nil()), Mark::Failed)];
        let facts = HealthFacts {
            stages: &[],
            deliverables: &[deliverable("2026-10-06", None), deliverable("2026-10-06", Some("2026-10-06"))],
            marks: &marks,
            evidence: std::slice::from_ref(&evidence),
            rounds: &rounds,
            issues: std::slice::from_ref(&issue),
            pending: &[
                Pending { blocks: true, due: None },
                Pending { blocks: false, due: Some(day("2026-10-08")) },
                Pending { blocks: false, due: Some(today) },
            ],
            clocks: &clocks,
            calendar: &calendar,
            today,
        };
        assert_eq!(
            health(&facts),
            HealthView {
                health: Health::Blocked,
                reasons: vec![
                    HealthReason::BlockingIssues { count: 2 },
                    HealthReason::FailedCriteria { count: 1 },
                    // 10, 12, 13, 14 and 15 October; the 10th is a Saturday on which people work.
                    HealthReason::ClockEndsSoon { working_days: 5 },
                    // 24, 28, 29, 30 September, 8 and 9 October.
                    HealthReason::AcceptanceLate { working_days: 6 },
                    HealthReason::DeliverablesLate { count: 1 },
                    HealthReason::EvidenceExpired { count: 1 },
                    HealthReason::RegisterLate { count: 1 },
                    HealthReason::NoStage,
                ],
            }
        );
        let closed = OpenIssue { closed: Some(today), ..issue.clone() };
        let view = health(&HealthFacts { issues: std::slice::from_ref(&closed), pending: &[], ..facts });
        assert_eq!(
            (view.health, view.reasons[0]),
            (Health::Attention, HealthReason::FailedCriteria { count: 1 })
        );
        let concluded = [Round { conclusion: Some(Conclusion::Conditional), ..round() }];
        let view = health(&HealthFacts { rounds: &concluded, clocks: &[], ..facts });
        assert!(!view.reasons.iter().any(|r| matches!(r, HealthReason::AcceptanceLate { .. })));
    }
}
