//! No gate lets through what does not hold or is not known.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-09-28";

fn ids(list: &[&str]) -> Vec<String> {
    list.iter().map(|id| (*id).to_owned()).collect()
}

/// One condition of every kind.
fn conditions() -> Vec<Condition> {
    let requirements = [
        ("deliverables", Requirement::DeliverablesAccepted { deliverables: ids(&["D-01", "D-02"]) }),
        ("evidence", Requirement::EvidenceValid { evidence: ids(&["EV-1"]), until: Some(day("2026-10-31")) }),
        ("documents", Requirement::DocumentsSigned { documents: ids(&["doc-1"]) }),
        (
            "section",
            Requirement::SectionSigned {
                document: "design".into(),
                section: "security".into(),
                role: "head_of_security".into(),
            },
        ),
        ("checks", Requirement::ChecksAnswered { checks: ids(&["SOV-04", "SOV-05"]) }),
        ("issues", Requirement::NoBlockingIssue),
        ("approvals", Requirement::ApprovalsGiven { approvals: ids(&["AP-1"]) }),
        ("date", Requirement::DateReached { day: day(TODAY) }),
        ("gate", Requirement::GatePassed { gate: "design".into() }),
        ("hand-over", Requirement::HandOverComplete { hand_over: "HO-1".into() }),
        ("manual", Requirement::Manual),
    ];
    requirements
        .into_iter()
        .map(|(id, requires)| Condition { id: id.into(), owner: Some("p-zhao".into()), requires })
        .collect()
}

/// Facts by which every condition holds.
fn good() -> GateFacts {
    let deliverable = |state| DeliverableFact { state, due: None };
    let roles = BTreeSet::from(["head_of_security".to_owned()]);
    let check = |state| CheckFact { state, validity: Validity::Until(day(TODAY)) };
    let confirmation = Confirmation { by: "p-lin".into(), on: day(TODAY), holds: true };
    GateFacts {
        deliverables: BTreeMap::from([
            ("D-01".into(), deliverable(DeliverableState::Accepted)),
            ("D-02".into(), deliverable(DeliverableState::AcceptedWithRemark)),
        ]),
        evidence: BTreeMap::from([("EV-1".into(), Validity::Until(day("2026-10-31")))]),
        documents: BTreeMap::from([
            ("doc-1".into(), DocumentFact { signed: Some(true), sections: BTreeMap::new() }),
            (
                "design".into(),
                DocumentFact { signed: None, sections: BTreeMap::from([("security".into(), roles)]) },
            ),
        ]),
        checks: BTreeMap::from([
            ("SOV-04".into(), check(CheckState::Accepted)),
            ("SOV-05".into(), check(CheckState::NotApplicable)),
        ]),
        blocking_issues: Some(Vec::new()),
        approvals: BTreeMap::from([("AP-1".into(), ApprovalState::Given(Validity::Always))]),
        gates_passed: BTreeMap::from([("design".into(), true)]),
        hand_overs: BTreeMap::from([(
            "HO-1".into(),
            HandOverFact { signed: Some(true), ..HandOverFact::default() },
        )]),
        confirmations: BTreeMap::from([("manual".into(), confirmation)]),
    }
}

type Spoil = fn(&mut GateFacts);

/// One fact changed, the condition that it touches, and how that then stands.
const SPOILED: [(&str, Verdict, Spoil); 33] = [
    ("deliverables", Verdict::Unknown, |f| {
        f.deliverables.remove("D-01");
    }),
    ("deliverables", Verdict::Unmet, |f| deliverable(f, None)),
    ("deliverables", Verdict::Unmet, |f| deliverable(f, Some("2026-09-27"))),
    ("deliverables", Verdict::Open, |f| deliverable(f, Some("2026-09-28"))),
    ("evidence", Verdict::Unknown, |f| {
        f.evidence.remove("EV-1");
    }),
    ("evidence", Verdict::Unknown, |f| {
        f.evidence.insert("EV-1".into(), Validity::Unknown);
    }),
    ("evidence", Verdict::Unmet, |f| evidence(f, "2026-10-30")),
    ("evidence", Verdict::Unmet, |f| evidence(f, "2026-09-27")),
    ("documents", Verdict::Unknown, |f| {
        f.documents.remove("doc-1");
    }),
    ("documents", Verdict::Unknown, |f| f.documents.get_mut("doc-1").unwrap().signed = None),
    ("documents", Verdict::Unmet, |f| f.documents.get_mut("doc-1").unwrap().signed = Some(false)),
    ("section", Verdict::Unknown, |f| {
        f.documents.remove("design");
    }),
    ("section", Verdict::Unmet, |f| f.documents.get_mut("design").unwrap().sections.clear()),
    ("section", Verdict::Unmet, |f| {
        let roles = BTreeSet::from(["project_manager".to_owned()]);
        f.documents.get_mut("design").unwrap().sections.insert("security".into(), roles);
    }),
    ("checks", Verdict::Unknown, |f| {
        f.checks.remove("SOV-05");
    }),
    ("checks", Verdict::Unknown, |f| check(f, CheckState::Unknown)),
    ("checks", Verdict::Unmet, |f| check(f, CheckState::Open)),
    ("checks", Verdict::Unmet, |f| check(f, CheckState::InProgress)),
    ("checks", Verdict::Unmet, |f| check(f, CheckState::Submitted)),
    ("checks", Verdict::Unmet, |f| check(f, CheckState::Rejected)),
    ("checks", Verdict::Unmet, |f| {
        f.checks.get_mut("SOV-04").unwrap().validity = Validity::Until(day("2026-09-27"));
    }),
    ("issues", Verdict::Unmet, |f| f.blocking_issues = Some(vec!["OI-02".into()])),
    ("issues", Verdict::Unknown, |f| f.blocking_issues = None),
    ("approvals", Verdict::Unknown, |f| {
        f.approvals.remove("AP-1");
    }),
    ("approvals", Verdict::Unmet, |f| {
        f.approvals.insert("AP-1".into(), ApprovalState::Refused);
    }),
    ("gate", Verdict::Unmet, |f| {
        f.gates_passed.insert("design".into(), false);
    }),
    ("hand-over", Verdict::Unknown, |f| f.hand_overs.clear()),
    ("hand-over", Verdict::Unknown, |f| hand_over(f).signed = None),
    ("hand-over", Verdict::Unmet, |f| hand_over(f).signed = Some(false)),
    ("hand-over", Verdict::Unmet, |f| hand_over(f).open.push("runbooks".into())),
    ("hand-over", Verdict::Unmet, |f| hand_over(f).untraced.push("PR-03".into())),
    ("manual", Verdict::Unknown, |f| f.confirmations.clear()),
    ("manual", Verdict::Unmet, |f| f.confirmations.get_mut("manual").unwrap().holds = false),
];

fn deliverable(facts: &mut GateFacts, due: Option<&str>) {
    let fact = DeliverableFact { state: DeliverableState::NotAccepted, due: due.map(day) };
    facts.deliverables.insert("D-01".into(), fact);
}

fn hand_over(facts: &mut GateFacts) -> &mut HandOverFact {
    facts.hand_overs.get_mut("HO-1").unwrap()
}

fn evidence(facts: &mut GateFacts, last: &str) {
    facts.evidence.insert("EV-1".into(), Validity::Until(day(last)));
}

fn check(facts: &mut GateFacts, state: CheckState) {
    facts.checks.get_mut("SOV-04").unwrap().state = state;
}

fn waiver(condition: &str) -> Waiver {
    Waiver {
        condition: condition.into(),
        reason: "The module arrives in August.".into(),
        requested_by: "p-zhao".into(),
        approved_by: ids(&["p-xu", "p-qin"]),
        granted: day("2026-06-25"),
        expires: day("2026-10-31"),
        ended: None,
    }
}

#[test]
fn a_gate_whose_conditions_all_hold_lets_through() {
    let stands = evaluate(&conditions(), &good(), &[], day(TODAY));
    assert_eq!((stands.verdict, stands.lets_through), (Verdict::Met, true));
    assert!(stands.conditions.iter().all(|each| each.reasons.is_empty()), "{stands:?}");
}

#[test]
fn a_gate_that_asks_nothing_is_not_green() {
    assert_eq!(evaluate(&[], &good(), &[], day(TODAY)).verdict, Verdict::Unknown);
    for nothing in [Requirement::ChecksAnswered { checks: Vec::new() }, Requirement::Unnamed] {
        let condition = Condition { id: "a".into(), owner: None, requires: nothing };
        let stands = evaluate(&[condition], &good(), &[], day(TODAY));
        assert_eq!(stands.verdict, Verdict::Unknown);
        assert_eq!(stands.conditions[0].reasons[0].why, Why::NothingNamed);
    }
}

#[test]
fn what_ran_out_has_lapsed_and_what_never_held_has_not() {
    let lapsed = |facts: &GateFacts, waivers: &[Waiver], today: &str, condition: &str| {
        let stands = evaluate(&conditions(), facts, waivers, day(today));
        stands.conditions.iter().find(|each| each.condition == condition).unwrap().has_lapsed()
    };
    let mut facts = good();
    evidence(&mut facts, "2026-09-27");
    assert!(lapsed(&facts, &[], TODAY, "evidence"));
    assert!(!lapsed(&facts, &[waiver("evidence")], TODAY, "evidence"), "a waiver in force covers it");
    assert!(!lapsed(&good(), &[], TODAY, "evidence"));
    check(&mut facts, CheckState::Open);
    assert!(!lapsed(&facts, &[], TODAY, "checks"), "it was never answered");
    assert!(!lapsed(&facts, &[waiver("checks")], "2026-10-31", "checks"));
    assert!(lapsed(&facts, &[waiver("checks")], "2026-11-01", "checks"));
}

#[test]
fn each_single_fact_that_changes_closes_the_gate_and_its_waiver_opens_it() {
    for (place, (touched, verdict, spoil)) in SPOILED.iter().enumerate() {
        let mut facts = good();
        spoil(&mut facts);
        let stands = evaluate(&conditions(), &facts, &[], day(TODAY));
        assert_eq!((stands.verdict, stands.lets_through), (*verdict, false), "{place} {touched}");
        for each in &stands.conditions {
            assert_eq!(each.reasons.is_empty(), each.condition != *touched, "{place} {each:?}");
            assert_eq!(each.verdict == Verdict::Met, each.condition != *touched, "{place} {each:?}");
        }
        let waived = evaluate(&conditions(), &facts, &[waiver(touched)], day(TODAY));
        assert_eq!((waived.verdict, waived.lets_through), (Verdict::Waived, true), "{place}");
        let other = evaluate(&conditions(), &facts, &[waiver("another")], day(TODAY));
        assert!(!other.lets_through, "{place}");
    }
}

#[test]
fn a_waiver_ends_with_its_last_day() {
    let check = Condition {
        id: "SOV-04".into(),
        owner: Some("p-xu".into()),
        requires: Requirement::ChecksAnswered { checks: ids(&["SOV-04"]) },
    };
    let mut facts = good();
    self::check(&mut facts, CheckState::Open);
    let at = |today: &str| {
        let stands = evaluate(std::slice::from_ref(&check), &facts, &[waiver("SOV-04")], day(today));
        (stands.verdict, stands.conditions[0].waivers_without_force.clone())
    };
    assert_eq!(
        at("2026-06-24"),
        (Verdict::Unmet, vec![WaiverProblem::NotBegun { granted: day("2026-06-25") }])
    );
    assert_eq!(at("2026-10-31"), (Verdict::Waived, Vec::new()));
    assert_eq!(at("2026-11-01"), (Verdict::Unmet, vec![WaiverProblem::Expired { on: day("2026-10-31") }]));
}

#[test]
fn a_waiver_needs_a_reason_and_somebody_else_who_approves() {
    let today = day(TODAY);
    let good = waiver("a");
    assert_eq!(good.problem(today), None);
    let own = Waiver { approved_by: ids(&["p-qin", "p-zhao"]), ..good.clone() };
    assert_eq!(own.problem(today), Some(WaiverProblem::ApprovedByRequester { person: "p-zhao".into() }));
    let nobody = Waiver { approved_by: ids(&[" "]), ..good.clone() };
    assert_eq!(nobody.problem(today), Some(WaiverProblem::WithoutApprover));
    let silent = Waiver { reason: " ".into(), ..good.clone() };
    assert_eq!(silent.problem(today), Some(WaiverProblem::WithoutReason));
    let ended = Waiver { ended: Some(today), ..good };
    assert_eq!(ended.problem(today), Some(WaiverProblem::Ended { on: today }));
}

#[test]
fn a_date_ahead_and_an_answer_expected_leave_the_gate_open() {
    let mut facts = good();
    let waiting = |expected: &str| ApprovalState::Waiting { expected: Some(day(expected)) };
    facts.approvals.insert("AP-1".into(), waiting("2026-09-28"));
    assert_eq!(evaluate(&conditions(), &facts, &[], day(TODAY)).verdict, Verdict::Open);
    facts.approvals.insert("AP-1".into(), waiting("2026-09-27"));
    assert_eq!(evaluate(&conditions(), &facts, &[], day(TODAY)).verdict, Verdict::Unmet);
    let early = evaluate(&conditions(), &good(), &[], day("2026-09-27"));
    assert!(!early.lets_through);
    let date = early.conditions.iter().find(|each| each.condition == "date").unwrap();
    assert_eq!(date.verdict, Verdict::Open);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Facts changed one after the other: green never stands over a condition that one of them broke and no waiver
    /// covers, and a gate without any is green.
    #[test]
    fn no_gate_is_green_over_what_does_not_hold(
        changed in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        waived in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let conditions = conditions();
        let waived: BTreeSet<&str> =
            waived.iter().map(|place| conditions[place.index(conditions.len())].id.as_str()).collect();
        let waivers: Vec<Waiver> = waived.iter().map(|id| waiver(id)).collect();
        let mut facts = good();
        let mut broken = BTreeSet::new();
        for place in changed {
            let (touched, _, spoil) = SPOILED[place.index(SPOILED.len())];
            // A fact that is gone cannot be changed again.
            if broken.insert(touched) {
                spoil(&mut facts);
            }
            let stands = evaluate(&conditions, &facts, &waivers, day(TODAY));
            prop_assert_eq!(stands.lets_through, broken.is_subset(&waived));
            for each in &stands.conditions {
                let id = each.condition.as_str();
                prop_assert_eq!(each.verdict == Verdict::Met, !broken.contains(id));
                prop_assert_eq!(each.verdict == Verdict::Waived, broken.contains(id) && waived.contains(id));
            }
        }
    }
}
