//! The records that the sample workspace is filled with say what the story says.

use std::collections::HashSet;

use chrono::NaiveDate;
use hefu_domain::acceptance::{
    self, Blocking, Conclusion, Mark, Tally, admissible, deemed_clock, marks, suggest_conclusion,
};
use hefu_domain::calendar::Calendar;
use hefu_domain::document::{self, Obstacle, Part, Party, PlacedText, Signer};
use hefu_domain::evidence::Holding;
use hefu_domain::health::{Health, HealthFacts, health};
use hefu_domain::id::CriterionId;
use hefu_domain::money::capitals_zh;
use hefu_domain::payment::{self, PaymentState, Progress};
use hefu_domain::project::{Project, current_stage, main_line};
use hefu_domain::text::{SideState, Text, parity};
use hefu_domain::trace::{Hole, Trace, TraceFacts};
use hefu_sample::{Identity, Meeting, Story, meeting, story};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn cn() -> Calendar {
    Calendar::parse(include_str!("../../../library/calendars/cn.toml")).unwrap()
}

fn ids(story: &Story) -> Vec<CriterionId> {
    story.criteria.iter().map(|criterion| criterion.id).collect()
}

fn morning(story: &Story) -> Vec<(CriterionId, Mark)> {
    marks(story.rounds[0].id, &ids(story), &story.findings)
}

/// The record after everything in `meeting` has been done.
fn after(mut story: Story, meeting: &Meeting) -> Story {
    for rewording in &meeting.reworded {
        let criterion = story.criteria.iter_mut().find(|c| c.id == rewording.criterion).unwrap();
        criterion.text = criterion.text.revise(&rewording.text);
    }
    for id in &meeting.reviewed {
        let criterion = story.criteria.iter_mut().find(|c| c.id == *id).unwrap();
        criterion.text = criterion.text.review();
    }
    story.evidence.extend(meeting.evidence.iter().cloned());
    for marking in &meeting.marked {
        let place = story.findings.iter().position(|f| f.criterion == marking.criterion);
        let place = place.unwrap_or_else(|| {
            story.findings.push(acceptance::Finding {
                id: Identity::of("new"),
                round: meeting.round,
                criterion: marking.criterion,
                mark: marking.mark,
                measured: Text::default(),
                remark: Text::default(),
                marked_by: None,
                witness: None,
                marked_at: None,
            });
            story.findings.len() - 1
        });
        let finding = &mut story.findings[place];
        finding.mark = marking.mark;
        for (text, words) in
            [(&mut finding.measured, &marking.measured), (&mut finding.remark, &marking.remark)]
        {
            if let Some(words) = words {
                *text = text.revise(words).review();
            }
        }
    }
    for id in &meeting.no_longer_blocking {
        story.open_issues.iter_mut().find(|issue| issue.id == *id).unwrap().blocking = Blocking::DoesNotBlock;
    }
    story.rounds[0].conclusion = Some(meeting.conclusion);
    story
}

#[test]
fn every_identity_is_one_of_its_own_and_never_changes() {
    let (one, two) = (story().unwrap(), story().unwrap());
    assert_eq!(one.projects, two.projects);
    // A new identity would make a second record of the same thing in every sample made before.
    assert_eq!(one.projects[0].id.to_string(), "93a012e3-73c1-5d1d-ac13-8e4e320b9a68");
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    all.extend(one.organisations.iter().map(|r| r.id.0));
    all.extend(one.people.iter().map(|r| r.id.0));
    all.extend(one.projects.iter().map(|r| r.id.0));
    all.extend(one.stages.iter().map(|r| r.id.0));
    all.extend(one.stacks.iter().map(|r| r.id.0));
    all.extend(one.contracts.iter().map(|r| r.id.0));
    all.extend(one.payments.iter().map(|r| r.id.0));
    all.extend(one.requirements.iter().map(|r| r.id.0));
    all.extend(one.deliverables.iter().map(|r| r.id.0));
    all.extend(one.chapters.iter().map(|r| r.id.0));
    all.extend(one.criteria.iter().map(|r| r.id.0));
    all.extend(one.links.iter().map(|r| r.id.0));
    all.extend(one.evidence.iter().map(|r| r.evidence.id.0));
    all.extend(one.rounds.iter().map(|r| r.id.0));
    all.extend(one.findings.iter().map(|r| r.id.0));
    all.extend(one.open_issues.iter().map(|r| r.id.0));
    all.extend(one.documents.iter().map(|r| r.id.0));
    all.extend(one.sections.iter().map(|r| r.id.0));
    all.extend(one.signers.iter().map(|r| r.id.0));
    all.extend(one.kept.iter().map(|(_, record)| record.place().id));
    all.extend(one.lifecycles.iter().flat_map(|set_up| &set_up.gates).map(|r| r.id.0));
    all.extend(one.waivers.iter().map(|r| r.id.0));
    assert!(all.into_iter().all(|id| seen.insert(id)));
}

#[test]
fn the_whole_story_is_there() {
    let story = story().unwrap();
    assert_eq!((story.today, story.projects.len()), (day("2026-09-28"), 7));
    assert_eq!((story.organisations.len(), story.people.len()), (16, 25));
    assert_eq!((story.requirements.len(), story.criteria.len(), story.chapters.len()), (46, 46, 8));
    let main = story.projects[0].id;
    assert_eq!(story.deliverables.iter().filter(|d| d.project == main).count(), 28);
    assert_eq!((story.evidence.len(), story.open_issues.len(), story.findings.len()), (56, 5, 42));
    assert_eq!((story.documents.len(), story.stacks.len()), (2, 2));
    let list = story.documents[1].id;
    let of_list = (
        story.sections.iter().filter(|section| section.document == list).count(),
        story.signers.iter().filter(|signer| signer.document == list).count(),
    );
    assert_eq!((story.sections.len() - of_list.0, story.signers.len() - of_list.1), (24, 3));
    assert_eq!(of_list, (3, 2));
    assert_eq!((story.contracts.len(), story.payments.len()), (7, 6));
    for project in &story.projects {
        let stages: Vec<_> =
            main_line(story.stages.iter().filter(|stage| stage.project == project.id).cloned().collect());
        let current = current_stage(&stages).unwrap_or_else(|| panic!("{}", project.number));
        assert!(stages.iter().all(|stage| stage.ended.is_some() == (stage.position < current.position)));
    }
    let people: HashSet<_> = story.people.iter().map(|person| person.id).collect();
    assert!(people.contains(&story.owner) && story.projects.iter().all(|p| people.contains(&p.manager)));
    // What the vendor alone may see is in its own field and in no text.
    assert_eq!(story.people[0].internal_note.as_str(), "champion");
}

#[test]
fn the_morning_has_four_criteria_open_and_nothing_can_be_concluded() {
    let story = story().unwrap();
    let marks = morning(&story);
    let tally = Tally::of(marks.iter().map(|(_, mark)| *mark));
    assert_eq!(tally, Tally { passed: 38, passed_with_remark: 3, failed: 1, not_tested: 4 });
    assert_eq!(suggest_conclusion(&marks, &story.open_issues), None);
    let conditional = &admissible(&marks, &story.open_issues)[1];
    assert_eq!((conditional.conclusion, conditional.obstacles.len()), (Conclusion::Conditional, 2));
    let terms = story.contracts[0].deemed_acceptance.as_ref().unwrap();
    let clock = deemed_clock(terms, &story.rounds[0], &cn(), story.today).unwrap();
    assert_eq!((clock.due.date, clock.left.days), (day("2026-10-15"), 9));
}

#[test]
fn the_meeting_ends_with_conditional_acceptance() {
    let story = after(story().unwrap(), &meeting().unwrap());
    let marks = morning(&story);
    let tally = Tally::of(marks.iter().map(|(_, mark)| *mark));
    assert_eq!(tally, Tally { passed: 42, passed_with_remark: 3, failed: 1, not_tested: 0 });
    assert_eq!(suggest_conclusion(&marks, &story.open_issues), Some(Conclusion::Conditional));
    assert_eq!(story.rounds[0].conclusion, Some(Conclusion::Conditional));
    assert_eq!(story.evidence.len(), 61);
}

/// The words of every text that the report prints.
fn printed(story: &Story) -> Vec<PlacedText<'_, String>> {
    let mut texts = Vec::new();
    let mut add = |place: String, text| texts.push(PlacedText { place, text });
    add("title".into(), &story.documents[0].title);
    let report = story.documents[0].id;
    let sections = story.sections.iter().filter(|section| section.document == report);
    sections.for_each(|s| add(format!("{:?} {}", s.part, s.position), &s.text));
    story.criteria.iter().for_each(|c| add(c.number.clone(), &c.text));
    story.findings.iter().for_each(|f| {
        add(format!("measured {}", f.criterion), &f.measured);
        add(format!("remark {}", f.criterion), &f.remark);
    });
    story.open_issues.iter().for_each(|i| add(i.number.clone(), &i.text));
    story.requirements.iter().for_each(|r| add(r.number.clone(), &r.title));
    story.deliverables.iter().for_each(|d| add(d.number.clone(), &d.title));
    signers(story).for_each(|s| add(format!("signer {}", s.position), &s.capacity));
    story.evidence.iter().for_each(|e| add(e.evidence.number.clone(), &e.evidence.title));
    texts
}

fn party_names(story: &Story) -> Vec<parity::PartyNames> {
    let organisations = story.organisations.iter().map(|organisation| parity::PartyNames {
        en: vec![organisation.name.en.words.clone(), organisation.short_name.en.words.clone()],
        zh: vec![organisation.name.zh.words.clone(), organisation.short_name.zh.words.clone()],
    });
    let people = story.people.iter().map(|person| parity::PartyNames {
        en: vec![person.name.en.words.clone()],
        zh: vec![person.name.zh.words.clone()],
    });
    organisations.chain(people).collect()
}

/// The signers of the report.
fn signers(story: &Story) -> impl Iterator<Item = &Signer> {
    story.signers.iter().filter(|signer| signer.document == story.documents[0].id)
}

/// The parties that each signer's organisation stands for in the project.
fn standing(story: &Story, project: &Project) -> Vec<Vec<Party>> {
    let organisation = |id| story.people.iter().find(|person| person.id == id).unwrap().organisation;
    signers(story).map(|signer| document::stands_for(project, &[organisation(signer.person)])).collect()
}

fn issuing(story: &Story) -> Vec<Obstacle<String>> {
    let marks = morning(story);
    let reported = story.documents[0].project;
    let project = story.projects.iter().find(|project| project.id == reported).unwrap();
    let standing = standing(story, project);
    let standing: Vec<&[Party]> = standing.iter().map(Vec::as_slice).collect();
    let signers: Vec<Signer> = signers(story).cloned().collect();
    document::obstacles(&document::IssueFacts {
        document: &story.documents[0],
        texts: &printed(story),
        parties: &party_names(story),
        signing: document::SigningFacts {
            signers: &signers,
            standing: &standing,
            without_authority: &[],
            parties: &Party::of(project),
            waived: &[],
        },
        own: &document::report_obstacles(Some(document::RoundFacts {
            conclusion: story.rounds[0].conclusion,
            marks: &marks,
            issues: &story.open_issues,
        })),
    })
}

#[test]
fn the_report_can_be_issued_after_the_meeting_and_not_before() {
    let morning = story().unwrap();
    let obstacles = issuing(&morning);
    let unreviewed: Vec<&str> = obstacles
        .iter()
        .filter_map(|obstacle| match obstacle {
            Obstacle::Text { place, .. } => Some(place.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(unreviewed, ["3.3", "4.2", "4.2"]);
    assert!(obstacles.contains(&Obstacle::NoConclusion));
    assert_eq!(obstacles.len(), 5, "{obstacles:#?}");
    assert_eq!(issuing(&after(morning, &meeting().unwrap())), []);
}

#[test]
fn what_is_planted_in_the_trace_is_found() {
    let story = story().unwrap();
    let marks = morning(&story);
    let evidence: Vec<_> = story.evidence.iter().map(|held| held.evidence.clone()).collect();
    let trace = Trace::new(TraceFacts {
        requirements: &story.requirements,
        deliverables: &story.deliverables,
        criteria: &story.criteria,
        links: &story.links,
        evidence: &evidence,
        marks: &marks,
        today: story.today,
    });
    let with = |hole: Hole| -> Vec<&str> {
        let requirements = story.requirements.iter().map(|r| (&*r.number, trace.requirement_holes(r)));
        let criteria = story.criteria.iter().map(|c| (&*c.number, trace.criterion_holes(c)));
        let all = requirements.chain(criteria);
        all.filter(|(_, holes)| holes.contains(&hole)).map(|(number, _)| number).collect()
    };
    assert_eq!(with(Hole::SuspectLink), ["R-005"]);
    assert_eq!(with(Hole::EvidenceExpired), ["4.1"]);
    assert_eq!(with(Hole::NoEvidence), ["4.2", "8.3"]);
    assert_eq!(with(Hole::TextNotReviewed), ["3.3", "4.2"]);
    assert_eq!(with(Hole::NoDeliverable), [""; 0]);
    let handbook = story.deliverables.iter().find(|d| d.number == "D-25").unwrap();
    assert_eq!(handbook.due, Some(day("2026-10-06")));
}

#[test]
fn money_waits_for_three_signatures() {
    let story = story().unwrap();
    let states: Vec<_> = story
        .payments
        .iter()
        .map(|payment| {
            let of = |id| id == payment.project;
            let contract = story.contracts.iter().find(|c| of(c.project));
            let deliverables: Vec<_> = story.deliverables.iter().filter(|d| of(d.project)).cloned().collect();
            let rounds: Vec<_> = story.rounds.iter().filter(|r| of(r.project)).cloned().collect();
            payment.state(&Progress { contract, deliverables: &deliverables, rounds: &rounds })
        })
        .collect();
    use PaymentState::{Open, Paid, WaitingForSignature};
    assert_eq!(states, [Paid, Paid, WaitingForSignature, Open, WaitingForSignature, WaitingForSignature]);
    let sums = payment::waiting_for_signature(story.payments.iter().zip(states)).unwrap();
    assert_eq!(sums.iter().map(ToString::to_string).collect::<Vec<_>>(), ["CNY 7860000.00"]);
    let amount = story.payments[2].amount;
    assert_eq!(capitals_zh(amount).unwrap(), "人民币叁佰贰拾肆万元整");
    for payment in &story.payments {
        payment.money().unwrap();
    }
}

#[test]
fn health_follows_from_the_record() {
    let story = story().unwrap();
    let calendar = cn();
    let evidence: Vec<_> = story.evidence.iter().map(|held| held.evidence.clone()).collect();
    let marks = morning(&story);
    let view = |number: &str| {
        let project = story.projects.iter().find(|project| project.number == number).unwrap().id;
        let stages: Vec<_> =
            main_line(story.stages.iter().filter(|s| s.project == project).cloned().collect());
        let main = number == "HC-2026-014";
        let deliverables: Vec<_> =
            story.deliverables.iter().filter(|d| d.project == project).cloned().collect();
        let rounds: Vec<_> = story.rounds.iter().filter(|r| r.project == project).cloned().collect();
        health(&HealthFacts {
            stages: &stages,
            deliverables: &deliverables,
            marks: if main { &marks } else { &[] },
            evidence: if main { &evidence } else { &[] },
            rounds: &rounds,
            issues: if main { &story.open_issues } else { &[] },
            pending: &[],
            clocks: &[],
            calendar: &calendar,
            today: story.today,
        })
        .health
    };
    assert_eq!(view("HC-2026-014"), Health::Blocked);
    assert_eq!(view("HC-2026-011"), Health::Unknown);
    // Late in the story by a hand-over that no record here tells of: unknown, never on track.
    assert_eq!(view("HC-2025-037"), Health::Unknown);
}

#[test]
fn kept_evidence_is_there_and_has_its_digest() {
    let story = story().unwrap();
    let meeting = meeting().unwrap();
    let kept: Vec<&str> = story
        .evidence
        .iter()
        .chain(&meeting.evidence)
        .filter_map(|held| match (&held.evidence.holding, held.bytes) {
            (Holding::Kept { sha256, size }, Some(bytes)) => {
                assert_eq!((sha256.len(), *size), (64, bytes.len() as u64));
                Some(held.evidence.number.as_str())
            }
            (Holding::Named, None) => None,
            other => panic!("{}: {other:?}", held.evidence.number),
        })
        .collect();
    assert_eq!(kept, ["EV-002", "EV-004", "EV-016", "EV-020", "EV-022", "EV-029", "EV-057", "EV-060"]);
}

#[test]
fn the_text_of_4_2_is_a_draft_until_the_meeting() {
    let story = story().unwrap();
    let text = |number: &str| &story.criteria.iter().find(|c| c.number == number).unwrap().text;
    assert_eq!((text("4.2").en.state, text("4.2").zh.state), (SideState::Draft, SideState::Draft));
    assert_eq!((text("3.3").en.state, text("3.3").zh.state), (SideState::Reviewed, SideState::Draft));
    let meeting = meeting().unwrap();
    let numbers: Vec<&str> = meeting
        .marked
        .iter()
        .map(|marking| &*story.criteria.iter().find(|c| c.id == marking.criterion).unwrap().number)
        .collect();
    assert_eq!(numbers, ["3.2", "3.4", "4.2", "4.3", "4.5", "8.3"]);
    assert_eq!(meeting.marked[0].marked_at.to_rfc3339(), "2026-09-28T09:36:00+08:00");
    let conclusion = story.sections.iter().filter(|section| section.part == Part::Conclusion).count();
    assert_eq!(conclusion, 2);
}
