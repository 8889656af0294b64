//! Marks, tallies and conclusions of rounds.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::calendar::Certainty;

fn criterion(n: u128) -> CriterionId {
    CriterionId(Uuid::from_u128(n))
}

fn marked(marks: &[Mark]) -> Vec<(CriterionId, Mark)> {
    marks.iter().enumerate().map(|(n, mark)| (criterion(n as u128), *mark)).collect()
}

fn issue(n: u128, blocking: Blocking) -> OpenIssue {
    OpenIssue {
        id: OpenIssueId(Uuid::from_u128(n)),
        project: ProjectId(Uuid::nil()),
        round: RoundId(Uuid::nil()),
        criterion: Some(criterion(n)),
        number: format!("OI-{n:02}"),
        text: Text::reviewed("Shorten the path.", "缩短链路。"),
        owner: Some(PersonId(Uuid::nil())),
        due: NaiveDate::from_ymd_opt(2026, 10, 30),
        blocking,
        closed: None,
    }
}

fn obstacles(conclusion: Conclusion, marks: &[Mark], issues: &[OpenIssue]) -> Vec<Obstacle> {
    let all = admissible(&marked(marks), issues);
    all.into_iter().find(|entry| entry.conclusion == conclusion).unwrap().obstacles
}

use Blocking::{Blocks, DoesNotBlock};
use Conclusion::{Conditional, Reinspection};
use Mark::{Failed, NotTested, Passed, PassedWithRemark};

#[test]
fn a_criterion_without_a_finding_is_not_tested() {
    let round = RoundId(Uuid::from_u128(1));
    let finding = |round, n, mark| Finding {
        id: crate::id::FindingId(Uuid::from_u128(n)),
        round,
        criterion: criterion(n),
        mark,
        measured: Text::default(),
        remark: Text::default(),
        marked_by: None,
        witness: None,
        marked_at: None,
    };
    let findings = [
        finding(round, 0, Passed),
        finding(RoundId(Uuid::from_u128(2)), 1, Passed),
        finding(round, 2, Failed),
    ];
    let ids = [criterion(0), criterion(1), criterion(2)];
    let marks = marks(round, &ids, &findings);
    assert_eq!(marks, [(ids[0], Passed), (ids[1], NotTested), (ids[2], Failed)]);
    let tally = Tally::of(marks.into_iter().map(|(_, mark)| mark));
    assert_eq!(tally, Tally { passed: 1, passed_with_remark: 0, failed: 1, not_tested: 1 });
    assert_eq!(tally.total(), 3);
}

#[test]
fn an_untested_criterion_or_a_blocking_issue_forbids_to_pass() {
    for conclusion in [Conclusion::Passed, Conditional] {
        assert_eq!(
            obstacles(conclusion, &[Passed, NotTested], &[issue(0, DoesNotBlock)])[0],
            Obstacle::Untested { criteria: vec![criterion(1)] }
        );
        let blocking = issue(0, Blocks);
        assert!(
            obstacles(conclusion, &[Failed], std::slice::from_ref(&blocking))
                .contains(&Obstacle::BlockingIssues { issues: vec![blocking.id] })
        );
    }
}

#[test]
fn what_each_conclusion_needs() {
    let open = issue(1, DoesNotBlock);
    let closed = OpenIssue { closed: open.due, blocking: Blocks, ..open.clone() };
    let loose = OpenIssue { owner: None, ..open.clone() };
    let none: Vec<Obstacle> = vec![];
    for (conclusion, marks, issues, expected) in [
        (Conclusion::Passed, vec![Passed, PassedWithRemark], vec![], none.clone()),
        (Conclusion::Passed, vec![Passed], vec![closed], none.clone()),
        (
            Conclusion::Passed,
            vec![Passed],
            vec![open.clone()],
            vec![Obstacle::OpenIssues { issues: vec![open.id] }],
        ),
        (Conclusion::Passed, vec![], vec![], vec![Obstacle::NoCriteria]),
        (Conditional, vec![Passed, Failed], vec![open.clone()], none.clone()),
        (
            Conditional,
            vec![Failed, Failed],
            vec![open.clone()],
            vec![Obstacle::FailedWithoutIssue { criteria: vec![criterion(0)] }],
        ),
        (
            Conditional,
            vec![Passed],
            vec![loose.clone()],
            vec![Obstacle::UnassignedIssues { issues: vec![loose.id] }],
        ),
        (Conditional, vec![Passed], vec![], vec![Obstacle::NothingToCondition]),
        (Reinspection, vec![Passed, PassedWithRemark], vec![open], vec![Obstacle::NothingToCorrect]),
        (Reinspection, vec![NotTested], vec![], none.clone()),
        (Conclusion::Failed, vec![Passed], vec![], vec![Obstacle::NothingToCorrect]),
        (Conclusion::Failed, vec![Passed, Failed], vec![], none),
    ] {
        assert_eq!(obstacles(conclusion, &marks, &issues), expected, "{conclusion:?} {marks:?}");
    }
}

#[test]
fn the_mildest_admissible_conclusion_is_suggested() {
    for (marks, issues, expected) in [
        (vec![Passed, PassedWithRemark], vec![], Some(Conclusion::Passed)),
        (vec![Passed, Failed], vec![issue(1, DoesNotBlock)], Some(Conditional)),
        (vec![Passed, Failed], vec![issue(1, Blocks)], Some(Reinspection)),
        (vec![Passed, Failed], vec![], Some(Reinspection)),
        (vec![Passed, NotTested], vec![], None),
        (vec![], vec![], None),
    ] {
        assert_eq!(suggest_conclusion(&marked(&marks), &issues), expected, "{marks:?}");
    }
}

#[test]
fn silence_becomes_acceptance_on_the_fifteenth_of_october() {
    let calendar = Calendar::parse(include_str!("../../../../library/calendars/cn.toml")).unwrap();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let terms = DeemedAcceptance {
        working_days: 10,
        calendar: "cn".into(),
        silence_means: Silence::Accepted,
        clause: "8.4".into(),
    };
    let round = Round {
        id: RoundId(Uuid::nil()),
        project: ProjectId(Uuid::nil()),
        number: "PA-01".into(),
        kind: RoundKind::Preliminary,
        ordinal: 1,
        planned: None,
        notice: Some(day("2026-09-24")),
        meeting: None,
        conclusion: None,
    };
    for (today, left, state) in [
        ("2026-09-28", 9, ClockState::Running),
        ("2026-10-15", 0, ClockState::LastDay),
        ("2026-10-16", -1, ClockState::Elapsed),
    ] {
        let clock = deemed_clock(&terms, &round, &calendar, day(today)).unwrap();
        assert_eq!(clock.due, Dated { date: day("2026-10-15"), certainty: Certainty::Certain });
        assert_eq!((clock.left.days, clock.state), (left, state));
    }
    let concluded = Round { conclusion: Some(Conditional), ..round.clone() };
    assert_eq!(deemed_clock(&terms, &concluded, &calendar, day("2026-09-28")), None);
    let unannounced = Round { notice: None, ..round };
    assert_eq!(deemed_clock(&terms, &unannounced, &calendar, day("2026-09-28")), None);
}

fn any_mark() -> impl Strategy<Value = Mark> {
    prop_oneof![Just(Passed), Just(PassedWithRemark), Just(Failed), Just(NotTested)]
}

proptest! {
    #[test]
    fn every_state_of_a_round_has_a_way_out(
        marks in prop::collection::vec(any_mark(), 1..12),
        issues in prop::collection::vec((0_u128..12, prop::bool::ANY, prop::bool::ANY), 0..6),
    ) {
        let issues: Vec<OpenIssue> = issues
            .into_iter()
            .map(|(n, blocks, closed)| {
                let issue = issue(n, if blocks { Blocks } else { DoesNotBlock });
                OpenIssue { closed: issue.due.filter(|_| closed), ..issue }
            })
            .collect();
        let marks = marked(&marks);
        let all = admissible(&marks, &issues);
        prop_assert!(all.iter().any(|entry| entry.obstacles.is_empty()));
        let passes = |entry: &Admissibility| matches!(entry.conclusion, Conclusion::Passed | Conditional);
        let hindered = marks.iter().any(|(_, mark)| *mark == NotTested)
            || issues.iter().any(|issue| issue.closed.is_none() && issue.blocking == Blocks);
        if hindered {
            prop_assert!(all.iter().filter(|entry| passes(entry)).all(|entry| !entry.obstacles.is_empty()));
        }
        if let Some(suggested) = suggest_conclusion(&marks, &issues) {
            let entry = all.iter().find(|entry| entry.conclusion == suggested).unwrap();
            prop_assert!(entry.obstacles.is_empty());
        }
    }
}
