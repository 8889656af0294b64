//! Suspect links and holes of the trace.

use uuid::Uuid;

use super::*;
use crate::evidence::Holding;
use crate::id::{ChapterId, EvidenceId, LinkId, ProjectId};
use crate::scope::{Method, Priority};

const NIL: ProjectId = ProjectId(Uuid::nil());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn requirement(n: u128) -> Requirement {
    Requirement {
        id: RequirementId(Uuid::from_u128(n)),
        project: NIL,
        number: format!("R-{n:03}"),
        title: Text::reviewed("Zone failover", "可用区切换"),
        priority: Priority::Must,
        stack: None,
        source: String::new(),
    }
}

fn deliverable(n: u128, due: &str, handed_over: Option<&str>) -> Deliverable {
    Deliverable {
        id: DeliverableId(Uuid::from_u128(n)),
        project: NIL,
        number: format!("D-{n:02}"),
        title: Text::reviewed("Failover plan", "切换方案"),
        stack: None,
        organisation: None,
        due: Some(day(due)),
        handed_over: handed_over.map(day),
    }
}

fn criterion(n: u128) -> Criterion {
    Criterion {
        id: CriterionId(Uuid::from_u128(n)),
        project: NIL,
        chapter: ChapterId(Uuid::nil()),
        position: 1,
        number: format!("3.{n}"),
        text: Text::reviewed("Within 15 minutes.", "15 分钟内完成。"),
        method: Method::Drill,
    }
}

fn evidence(criterion: &Criterion, valid_until: Option<&str>) -> Evidence {
    Evidence {
        id: EvidenceId(Uuid::nil()),
        project: NIL,
        criterion: criterion.id,
        number: "EV-001".into(),
        title: Text::reviewed("Record", "记录"),
        file_name: "record.pdf".into(),
        kind: "record".into(),
        date: day("2026-09-01"),
        valid_until: valid_until.map(day),
        provided_by: None,
        holding: Holding::Named,
    }
}

fn link(ends: LinkEnds, fingerprint: String) -> Link {
    Link { id: LinkId(Uuid::nil()), project: NIL, ends, fingerprint }
}

fn facts<'a>(
    requirements: &'a [Requirement],
    deliverables: &'a [Deliverable],
    criteria: &'a [Criterion],
) -> TraceFacts<'a> {
    TraceFacts {
        requirements,
        deliverables,
        criteria,
        links: &[],
        evidence: &[],
        marks: &[],
        today: day("2026-09-28"),
    }
}

#[test]
fn a_bare_record_is_all_holes() {
    let (r, d, c) = ([requirement(1)], [deliverable(1, "2026-10-01", None)], [criterion(1)]);
    let trace = Trace::new(facts(&r, &d, &c));
    assert_eq!(trace.requirement_holes(&r[0]), [Hole::NoDeliverable, Hole::NoCriterion]);
    assert_eq!(trace.deliverable_holes(&d[0]), [Hole::NoCriterion, Hole::NotAccepted]);
    assert_eq!(trace.criterion_holes(&c[0]), [Hole::NoEvidence]);
    let counts = trace.counts();
    assert_eq!((counts.no_deliverable, counts.no_criterion, counts.no_evidence), (1, 2, 1));
}

#[test]
fn a_link_is_suspect_when_the_words_of_an_end_changed_and_not_when_they_were_reviewed() {
    let (r, d, c) = ([requirement(1)], [deliverable(1, "2026-10-01", None)], [criterion(1)]);
    let ends = LinkEnds::Proves { requirement: r[0].id, criterion: c[0].id };
    let confirmed = link(ends, fingerprint(&r[0].title, &c[0].text));
    assert_eq!(confirmed.fingerprint.len(), 64);
    assert_eq!(Trace::new(facts(&r, &d, &c)).trust(&confirmed), Trust::Confirmed);

    let mut drafted = c.clone();
    drafted[0].text.zh.state = crate::text::SideState::Draft;
    assert_eq!(Trace::new(facts(&r, &d, &drafted)).trust(&confirmed), Trust::Confirmed);

    let mut changed = c.clone();
    changed[0].text = Text::reviewed("Within 15 minutes.", "15 分钟内完成并通知。");
    let links = [confirmed];
    let trace = Trace::new(TraceFacts { links: &links, ..facts(&r, &d, &changed) });
    assert_eq!(trace.trust(&links[0]), Trust::Suspect);
    assert_eq!(trace.requirement_holes(&r[0]), [Hole::NoDeliverable, Hole::SuspectLink]);
    assert_eq!(Trace::new(facts(&[], &d, &c)).trust(&links[0]), Trust::Suspect);
}

#[test]
fn words_do_not_wander_between_the_ends() {
    let text = |en: &str, zh: &str| Text::reviewed(en, zh);
    assert_ne!(fingerprint(&text("ab", ""), &text("c", "")), fingerprint(&text("a", "b"), &text("c", "")));
    assert_ne!(fingerprint(&text("a", "b"), &text("c", "d")), fingerprint(&text("c", "d"), &text("a", "b")));
}

#[test]
fn a_deliverable_is_accepted_by_its_criteria() {
    let c = [criterion(1), criterion(2)];
    let handed = deliverable(1, "2026-09-01", Some("2026-09-01"));
    let links: Vec<Link> = c
        .iter()
        .map(|c| {
            let ends = LinkEnds::Examines { deliverable: handed.id, criterion: c.id };
            link(ends, fingerprint(&handed.title, &c.text))
        })
        .collect();
    let state = |deliverable: &Deliverable, first: Mark, second: Mark| {
        let marks = [(c[0].id, first), (c[1].id, second)];
        let d = std::slice::from_ref(deliverable);
        Trace::new(TraceFacts { links: &links, marks: &marks, ..facts(&[], d, &c) })
            .deliverable_state(deliverable)
    };
    for (first, second, expected) in [
        (Mark::Passed, Mark::Passed, DeliverableState::Accepted),
        (Mark::Passed, Mark::PassedWithRemark, DeliverableState::AcceptedWithRemark),
        (Mark::Passed, Mark::NotTested, DeliverableState::HandedOver),
        (Mark::PassedWithRemark, Mark::Failed, DeliverableState::HandedOver),
    ] {
        assert_eq!(state(&handed, first, second), expected, "{first:?} {second:?}");
    }
    let expected = [
        ("2026-09-28", None, DeliverableState::InProgress),
        ("2026-09-27", None, DeliverableState::Late),
        // A hand-over that is only announced has not happened.
        ("2026-10-06", Some("2026-10-06"), DeliverableState::InProgress),
    ];
    for (due, handed_over, expected) in expected {
        assert_eq!(state(&deliverable(1, due, handed_over), Mark::Passed, Mark::Passed), expected);
    }
}

#[test]
fn expired_evidence_and_unreviewed_text_are_holes() {
    let mut c = criterion(1);
    c.text.en.state = crate::text::SideState::Stale;
    let c = [c];
    let evidence = [evidence(&c[0], None), evidence(&c[0], Some("2026-09-27"))];
    let trace = Trace::new(TraceFacts { evidence: &evidence, ..facts(&[], &[], &c) });
    assert_eq!(trace.criterion_holes(&c[0]), [Hole::EvidenceExpired, Hole::TextNotReviewed]);
    assert_eq!((trace.counts().evidence_expired, trace.counts().text_not_reviewed), (1, 1));
}
