//! The sample's past: the story is written act by act on the days it tells of, so that its journal reads as one that
//! was lived with.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use hefu_api::Failure;
use hefu_domain::acceptance::Finding;
use hefu_domain::id::{CriterionId, ProjectId, StackId};
use hefu_domain::journal::Act;
use hefu_domain::plan::{Structure, Template};
use hefu_domain::project::{Project, main_line};
use hefu_domain::register::{Gate, KeptRecord, Waiver};
use hefu_sample::{HeldEvidence, Story};
use hefu_store::tables::Profile;
use hefu_store::{NewEntry, Record, Store, StoreError, WriteTx};

use crate::act::added;
use crate::count::count;
use crate::failure::CommandError;
use crate::template::names;

type Rows<'a> = Box<dyn Fn(&WriteTx<'_>) -> Result<(), StoreError> + 'a>;

/// One act of the past.
struct Step<'a> {
    day: NaiveDate,
    act: Act,
    project: Option<ProjectId>,
    rows: Rows<'a>,
}

/// Writes the whole story; no act is dated after `now`.
pub(super) fn seed(
    mut store: Store,
    profile: &Profile,
    story: &Story,
    now: DateTime<FixedOffset>,
    salts: &mut dyn FnMut() -> Result<[u8; 16], Failure>,
) -> Result<Store, CommandError> {
    let mut steps = steps(profile, story);
    steps.sort_by_key(|step| step.day);
    let (mut day, mut minute) = (NaiveDate::MIN, 0);
    for step in &steps {
        minute = if step.day == day { minute + 2 } else { 0 };
        day = step.day;
        let at = at(day, minute, now);
        let moment = profile.moment(at, salts()?);
        store.write::<_, CommandError>(&moment, |tx| {
            (step.rows)(tx)?;
            let trails = step.project.map_or_else(Vec::new, |project| stacks(story, project));
            Ok((NewEntry { act: step.act.clone(), project: step.project, trails }, ()))
        })?;
    }
    Ok(store)
}

/// From half past eight on, and never later than now.
fn at(day: NaiveDate, minute: i64, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let morning = NaiveTime::from_hms_opt(8, 30, 0).unwrap_or_default();
    let local = day.and_time(morning) + TimeDelta::minutes(minute);
    local.and_local_timezone(*now.offset()).single().unwrap_or(now).min(now)
}

fn stacks(story: &Story, project: ProjectId) -> Vec<StackId> {
    story.stacks.iter().filter(|stack| stack.project == project).map(|stack| stack.id).collect()
}

/// The records of one project among all.
fn of<T>(records: &[T], mine: impl Fn(&T) -> bool) -> Vec<&T> {
    records.iter().filter(|record| mine(record)).collect()
}

fn put_all<R: Record>(tx: &WriteTx<'_>, records: &[&R]) -> Result<(), StoreError> {
    records.iter().try_for_each(|record| tx.put(*record))
}

fn steps<'a>(profile: &'a Profile, story: &'a Story) -> Vec<Step<'a>> {
    let begun = |project: &Project| {
        let stages = story.stages.iter().filter(|stage| stage.project == project.id);
        stages.filter_map(|stage| stage.started).min().unwrap_or(story.today)
    };
    let first = story.projects.iter().map(begun).min().unwrap_or(story.today);
    let mut steps = vec![Step {
        day: first,
        act: Act::SampleMade,
        project: None,
        rows: Box::new(move |tx| {
            tx.put(profile)?;
            put_all(tx, &story.organisations.iter().collect::<Vec<_>>())?;
            put_all(tx, &story.people.iter().collect::<Vec<_>>())?;
            tx.keep_file(story.vendor_logo)?;
            put_all(tx, &story.mappings.iter().collect::<Vec<_>>())?;
            tx.put(&story.vendor)
        }),
    }];
    for project in &story.projects {
        let begun = begun(project);
        steps.push(Step {
            day: begun,
            act: Act::ProjectAdded { number: project.number.clone() },
            project: Some(project.id),
            rows: Box::new(move |tx| {
                tx.put(project)?;
                put_all(tx, &of(&story.stages, |r| r.project == project.id))?;
                put_all(tx, &of(&story.stacks, |r| r.project == project.id))?;
                put_all(tx, &of(&story.contracts, |r| r.project == project.id))?;
                put_all(tx, &of(&story.payments, |r| r.project == project.id))
            }),
        });
        scope(story, project, begun, &mut steps);
        acceptance(story, project, &mut steps);
        documents(story, project, &mut steps);
        gates(story, project, begun, &mut steps);
        registers(story, project, &mut steps);
        templates(story, project, &mut steps);
    }
    steps
}

/// What was kept of a project on that day: its report was not written yet.
fn templates<'a>(story: &'a Story, project: &'a Project, steps: &mut Vec<Step<'a>>) {
    for kept in story.templates.iter().filter(|kept| kept.project == project.id) {
        let structure = Structure {
            project: project.clone(),
            stages: main_line(mine(&story.stages, |r| r.project == project.id)),
            stacks: mine(&story.stacks, |r| r.project == project.id),
            contract: story.contracts.iter().find(|r| r.project == project.id).cloned(),
            milestones: mine(&story.payments, |r| r.project == project.id),
            requirements: mine(&story.requirements, |r| r.project == project.id),
            deliverables: mine(&story.deliverables, |r| r.project == project.id),
            chapters: mine(&story.chapters, |r| r.project == project.id),
            criteria: mine(&story.criteria, |r| r.project == project.id),
            links: mine(&story.links, |r| r.project == project.id),
            rounds: mine(&story.rounds, |r| r.project == project.id),
            documents: Vec::new(),
            sections: Vec::new(),
            signers: Vec::new(),
        };
        let names = names(&structure, &story.organisations, &story.people);
        let plan = structure.plan().general(&names);
        let template = Template { id: kept.id, name: kept.name.clone(), made: kept.made, plan };
        let (en, zh) = (kept.name.en.words.clone(), kept.name.zh.words.clone());
        steps.push(Step {
            day: kept.made,
            act: Act::TemplateSaved { en, zh },
            project: Some(project.id),
            rows: Box::new(move |tx| tx.put(&template)),
        });
    }
}

fn mine<T: Clone>(records: &[T], is_mine: impl Fn(&T) -> bool) -> Vec<T> {
    records.iter().filter(|record| is_mine(record)).cloned().collect()
}

/// Requirements, deliverables, criteria and the trace between them.
fn scope<'a>(story: &'a Story, project: &'a Project, begun: NaiveDate, steps: &mut Vec<Step<'a>>) {
    let requirements = of(&story.requirements, |r| r.project == project.id);
    let deliverables = of(&story.deliverables, |r| r.project == project.id);
    let criteria = of(&story.criteria, |r| r.project == project.id);
    if !requirements.is_empty() || !deliverables.is_empty() {
        steps.push(Step {
            day: begun,
            act: match (requirements.is_empty(), deliverables.first()) {
                // A project of which only a delivery is told.
                (true, Some(deliverable)) => Act::DeliverableAdded { number: deliverable.number.clone() },
                _ => Act::RequirementsImported { added: count(requirements.len()), changed: 0 },
            },
            project: Some(project.id),
            rows: Box::new(move |tx| {
                put_all(tx, &requirements)?;
                put_all(tx, &deliverables)
            }),
        });
    }
    if !criteria.is_empty() {
        steps.push(Step {
            day: begun,
            act: Act::CriteriaImported { added: count(criteria.len()), changed: 0 },
            project: Some(project.id),
            rows: Box::new(move |tx| {
                put_all(tx, &of(&story.chapters, |r| r.project == project.id))?;
                put_all(tx, &criteria)?;
                put_all(tx, &of(&story.links, |r| r.project == project.id))
            }),
        });
    }
}

/// Evidence on its day, rounds on the day of their notice, findings once round and evidence are there.
fn acceptance<'a>(story: &'a Story, project: &'a Project, steps: &mut Vec<Step<'a>>) {
    let number = |id: CriterionId| {
        story.criteria.iter().find(|c| c.id == id).map(|c| c.number.clone()).unwrap_or_default()
    };
    for HeldEvidence { evidence, bytes } in story.evidence.iter().filter(|e| e.evidence.project == project.id)
    {
        let file = evidence.file_name.clone();
        steps.push(Step {
            day: evidence.date,
            act: Act::EvidenceAttached { number: number(evidence.criterion), file },
            project: Some(project.id),
            rows: Box::new(move |tx| {
                bytes.map(|bytes| tx.keep_file(bytes)).transpose()?;
                tx.put(evidence)
            }),
        });
    }
    for round in story.rounds.iter().filter(|round| round.project == project.id) {
        let opened = round.notice.or(round.planned).unwrap_or(story.today).min(story.today);
        steps.push(Step {
            day: opened,
            act: Act::RoundAdded { number: round.number.clone() },
            project: Some(project.id),
            rows: Box::new(move |tx| tx.put(round)),
        });
        let supported = |finding: &Finding| {
            let evidence = story.evidence.iter().filter(|held| held.evidence.criterion == finding.criterion);
            evidence.map(|held| held.evidence.date).max().unwrap_or(opened)
        };
        for finding in story.findings.iter().filter(|finding| finding.round == round.id) {
            steps.push(Step {
                day: supported(finding).max(opened),
                act: Act::CriterionMarked { number: number(finding.criterion), mark: finding.mark },
                project: Some(project.id),
                rows: Box::new(move |tx| tx.put(finding)),
            });
        }
        for issue in story.open_issues.iter().filter(|issue| issue.round == round.id) {
            steps.push(Step {
                day: opened,
                act: Act::OpenIssueAdded { number: issue.number.clone() },
                project: Some(project.id),
                rows: Box::new(move |tx| tx.put(issue)),
            });
        }
    }
}

/// Gates as their template gave them, then passed on their days; what let a condition through, granted and ended on its own.
fn gates<'a>(story: &'a Story, project: &'a Project, begun: NaiveDate, steps: &mut Vec<Step<'a>>) {
    let step = |day: NaiveDate, act: Act, rows: Rows<'a>| Step { day, act, project: Some(project.id), rows };
    for set_up in story.lifecycles.iter().filter(|set_up| set_up.project == project.id) {
        let (en, zh) = (set_up.name.en.words.clone(), set_up.name.zh.words.clone());
        let act = Act::LifecycleSetUp { en, zh, gates: count(set_up.gates.len()) };
        let rows: Rows<'a> = Box::new(move |tx| {
            let fresh = |gate: &Gate| Gate { confirmations: Vec::new(), passage: None, ..gate.clone() };
            set_up.gates.iter().try_for_each(|gate| tx.put(&fresh(gate)))
        });
        steps.push(step(begun, act, rows));
        for gate in &set_up.gates {
            let Some(passage) = &gate.passage else { continue };
            let (number, title) = (gate.number.clone(), &gate.title);
            let (en, zh) = (title.en.words.clone(), title.zh.words.clone());
            let act = Act::GatePassed { number, en, zh };
            let rows: Rows<'a> = Box::new(move |tx| tx.put(gate));
            steps.push(step(passage.on.max(begun), act, rows));
        }
    }
    for waiver in story.waivers.iter().filter(|waiver| waiver.project == project.id) {
        let gates = story.lifecycles.iter().flat_map(|set_up| &set_up.gates);
        let gate = gates.into_iter().find(|gate| gate.id == waiver.gate);
        let (number, gate) =
            (waiver.number.clone(), gate.map(|gate| gate.number.clone()).unwrap_or_default());
        let act = Act::WaiverGranted { number: number.clone(), gate: gate.clone(), expires: waiver.expires };
        let open: Rows<'a> = Box::new(move |tx| tx.put(&Waiver { ended: None, ..waiver.clone() }));
        steps.push(step(waiver.granted.max(begun), act, open));
        if let Some(ended) = waiver.ended {
            let act = Act::WaiverEnded { number, gate };
            let rows: Rows<'a> = Box::new(move |tx| tx.put(waiver));
            steps.push(step(ended.max(begun), act, rows));
        }
    }
}

/// What stands in the registers, written down one by one.
fn registers<'a>(story: &'a Story, project: &'a Project, steps: &mut Vec<Step<'a>>) {
    let begun = steps.iter().filter(|step| step.project == Some(project.id)).map(|step| step.day).min();
    for (day, record) in story.kept.iter().filter(|(_, record)| record.place().project == project.id) {
        macro_rules! step {
            ($($kind:ident $fields:ident,)+) => {
                match record {
                    $(KeptRecord::$kind(record) => Step {
                        day: begun.map_or(*day, |begun| begun.max(*day)),
                        act: added(record),
                        project: Some(project.id),
                        rows: Box::new(move |tx| tx.put(record)),
                    },)+
                }
            };
        }
        steps.push(hefu_domain::kept_kinds!(step));
    }
}

/// The reports, drafted on the story's day.
fn documents<'a>(story: &'a Story, project: &'a Project, steps: &mut Vec<Step<'a>>) {
    for document in story.documents.iter().filter(|document| document.project == project.id) {
        steps.push(Step {
            day: story.today,
            act: Act::DocumentCreated { number: document.number.clone() },
            project: Some(project.id),
            rows: Box::new(move |tx| {
                tx.put(document)?;
                put_all(tx, &of(&story.sections, |r| r.document == document.id))?;
                put_all(tx, &of(&story.signers, |r| r.document == document.id))
            }),
        });
    }
}
