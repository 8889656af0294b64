//! Gates of the story's projects, what they ask, and what let them through: of the main project as it tells them, of the
//! smaller ones as their template has them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_domain::id::{
    DeliverableId, DocumentId, EvidenceId, GateCheckId, GateId, HandOverId, PersonId, ProjectId,
    RequirementId, StackId, StageId, WaiverId,
};
use hefu_domain::register::{
    CheckLasts, CheckState, ConditionSays, Confirmed, EntryCondition, Gate, GateCheck, HandOver,
    HandOverItem, Passage, Promise, Requires, Waiver,
};
use hefu_domain::text::{Text, Words};

use crate::identity::Identity;
use crate::source::gates::{
    CheckEntry, CheckTold, ChecklistEntry, ConditionEntry, ConditionTemplate, DoneEntry, GateEntry,
    GateTemplate, HandOverEntry, ItemEntry, LifecycleEntry, MoreEntry, MoreKind, PassedEntry, PlanEntry,
    PointEntry, PromiseEntry, WaiverEntry, WaiverState,
};
use crate::source::{ProjectEntry, Source};
use crate::{SampleError, SetUp};

fn unknown(what: &str) -> SampleError {
    SampleError::Unknown(what.to_owned())
}

/// The gates of every project that has some, by the number of each in its project.
pub(crate) fn lifecycles(source: &Source) -> Result<Vec<SetUp>, SampleError> {
    let mut all = Vec::new();
    for project in &source.projects.project {
        let told: Vec<&GateEntry> =
            source.projects.gate.iter().filter(|gate| gate.project == project.id).collect();
        let passed = source.gates.passed.iter().find(|passed| passed.project == project.id);
        let template = source.lifecycles.template.iter().find(|template| template.key == project.template);
        let gates = match (passed, template) {
            (Some(passed), Some(template)) => from_template(source, project, template, passed, &told),
            _ => as_told(source, &told)?,
        };
        if gates.is_empty() {
            continue;
        }
        let template = template.ok_or_else(|| unknown(&project.template))?;
        let numbered =
            (1..).zip(gates).map(|(number, gate)| Gate { number: format!("GT-{number:02}"), ..gate });
        let name = template.name.reviewed();
        all.push(SetUp { project: ProjectId::of(&project.id), name, gates: numbered.collect() });
    }
    Ok(all)
}

fn as_told(source: &Source, told: &[&GateEntry]) -> Result<Vec<Gate>, SampleError> {
    let mut positions: BTreeMap<Option<&str>, u32> = BTreeMap::new();
    told.iter()
        .map(|entry| {
            let position = positions.entry(entry.stack.as_deref()).or_default();
            *position += 1;
            gate(source, entry, *position)
        })
        .collect()
}

fn gate(source: &Source, entry: &GateEntry, position: u32) -> Result<Gate, SampleError> {
    let plan: Option<&PlanEntry> = source.gates.gate_plan.iter().find(|plan| plan.gate == entry.id);
    let waived = source.projects.waiver.iter().filter(|waiver| waiver.gate == entry.id);
    let waived: Vec<String> = waived.map(|waiver| waiver.check.clone()).collect();
    let owner = PersonId::of(&entry.owner);
    Ok(Gate {
        id: GateId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: entry.stack.as_deref().map(StackId::of),
        number: String::new(),
        title: entry.title.reviewed(),
        note: entry.note.as_ref().map(crate::written::Pair::reviewed).unwrap_or_default(),
        stage: plan.and_then(|plan| plan.stage.as_deref()).map(StageId::of),
        position,
        owner: Some(owner),
        planned: plan.and_then(|plan| plan.planned).map(|day| day.0),
        conditions: conditions(source, entry)?,
        confirmations: Vec::new(),
        passage: entry.decided.map(|day| Passage { on: day.0, by: Some(owner), waived }),
    })
}

/// A condition a check, deliverable, document or gate; one for all open issues. The round of an acceptance is in its
/// report.
fn conditions(source: &Source, entry: &GateEntry) -> Result<Vec<EntryCondition>, SampleError> {
    let mut conditions: Vec<EntryCondition> = Vec::new();
    for told in &entry.conditions {
        match told.kind.as_str() {
            "acceptance_round" => {}
            "open_issue" if conditions.iter().any(|each| each.requires == Requires::NoBlockingIssue) => {}
            _ => conditions.push(condition(source, told)?),
        }
    }
    let more = source.gates.gate_condition.iter().filter(|more| more.gate == entry.id);
    conditions.extend(more.map(added));
    Ok(conditions)
}

fn condition(source: &Source, told: &ConditionEntry) -> Result<EntryCondition, SampleError> {
    let id = told.record.as_str();
    let (title, owner, requires) = match told.kind.as_str() {
        "check" => {
            let check = check_entry(source, id)?;
            let item = item(source, id)?;
            let requires = Requires::ChecksAnswered { checks: vec![GateCheckId::of(id)] };
            (item.title.words(), Some(PersonId::of(&check.owner)), requires)
        }
        "deliverable" => {
            let of = source.scope.deliverable.iter().find(|each| each.id == id).ok_or_else(|| unknown(id))?;
            let requires = Requires::DeliverablesAccepted { deliverables: vec![DeliverableId::of(id)] };
            (of.title.words(), None, requires)
        }
        "document" => {
            let of =
                source.documents.document.iter().find(|each| each.id == id).ok_or_else(|| unknown(id))?;
            (of.title.words(), None, Requires::DocumentsSigned { documents: vec![DocumentId::of(id)] })
        }
        "gate" => {
            let of = source.projects.gate.iter().find(|each| each.id == id).ok_or_else(|| unknown(id))?;
            (of.title.words(), None, Requires::GatePassed { gate: Some(GateId::of(id)) })
        }
        "open_issue" => (source.gates.issues.title.words(), None, Requires::NoBlockingIssue),
        other => return Err(unknown(other)),
    };
    let key = if requires == Requires::NoBlockingIssue { "no-blocking-issue" } else { id };
    Ok(EntryCondition { key: key.to_owned(), title, role: String::new(), owner, requires })
}

fn added(more: &MoreEntry) -> EntryCondition {
    let requires = match more.kind {
        MoreKind::Section => Requires::SectionSigned {
            document: Some(DocumentId::of(&more.record)),
            section: more.section.clone(),
            role: more.role.clone(),
            person: None,
        },
        MoreKind::HandOver => Requires::HandOverComplete { hand_over: Some(HandOverId::of(&more.record)) },
    };
    EntryCondition {
        key: more.key.clone(),
        title: more.title.words(),
        role: more.role.clone(),
        owner: None,
        requires,
    }
}

fn from_template(
    source: &Source,
    project: &ProjectEntry,
    template: &LifecycleEntry,
    passed: &PassedEntry,
    told: &[&GateEntry],
) -> Vec<Gate> {
    let stages = source.templates.iter().find(|stages| stages.key == project.template);
    let brief = source.sample.brief.iter().find(|brief| brief.project == project.id);
    let manager = PersonId::of(&project.manager);
    let gates = template.stage.iter().filter_map(|stage| Some((stage, stage.gate.as_ref()?)));
    let made = (1..).zip(gates).map(|(position, (stage, gate))| {
        let at = stages.and_then(|stages| stages.stages.iter().position(|each| each.kind == stage.kind));
        let begun = at.and_then(|at| brief?.stages.get(at)?.first()).copied();
        let passage = begun.filter(|_| passed.gates.contains(&gate.key));
        let note =
            told.iter().find(|told| told.title.en == gate.title.en).and_then(|told| told.note.as_ref());
        let coming =
            passed.coming.iter().find(|coming| coming.key == gate.key).map(|coming| coming.planned.0);
        let (conditions, confirmations) = of_template(gate, passage, manager);
        Gate {
            id: GateId::of(&format!("{}:{}", project.id, gate.key)),
            project: ProjectId::of(&project.id),
            stack: None,
            number: String::new(),
            title: gate.title.reviewed(),
            note: note.map(crate::written::Pair::reviewed).unwrap_or_default(),
            stage: at.map(|_| StageId::of(&format!("{}:{}", project.id, stage.kind))),
            position,
            owner: (gate.owner == MANAGER).then_some(manager),
            planned: passage.or(coming),
            conditions,
            confirmations,
            passage: passage.map(|on| Passage { on, by: Some(manager), waived: Vec::new() }),
        }
    });
    made.collect()
}

/// The role that a project itself names.
const MANAGER: &str = "project_manager";

/// What a gate of a template asks: nobody has named the records yet; of one that was passed, the manager said by hand that
/// all of it held.
fn of_template(
    gate: &GateTemplate,
    passed: Option<NaiveDate>,
    manager: PersonId,
) -> (Vec<EntryCondition>, Vec<Confirmed>) {
    let condition = |told: &ConditionTemplate| EntryCondition {
        key: told.key.clone(),
        title: told.title.words(),
        role: told.owner.clone(),
        owner: (told.owner == MANAGER).then_some(manager),
        requires: if passed.is_some() { Requires::Manual } else { unnamed(told) },
    };
    let confirmed = |told: &ConditionTemplate| {
        let condition = told.key.clone();
        Some(Confirmed { condition, says: ConditionSays::Holds, by: manager, on: passed? })
    };
    let conditions = gate.conditions.iter();
    (conditions.clone().map(condition).collect(), conditions.filter_map(confirmed).collect())
}

fn unnamed(told: &ConditionTemplate) -> Requires {
    match told.kind.as_str() {
        "deliverables_accepted" => Requires::DeliverablesAccepted { deliverables: Vec::new() },
        "evidence_valid" => Requires::EvidenceValid { evidence: Vec::new(), until: None },
        "documents_signed" => Requires::DocumentsSigned { documents: Vec::new() },
        "section_signed" => Requires::SectionSigned {
            document: None,
            section: told.section.clone().unwrap_or_default(),
            role: told.role.clone().unwrap_or_default(),
            person: None,
        },
        "checks_answered" => Requires::ChecksAnswered { checks: Vec::new() },
        "no_blocking_issue" => Requires::NoBlockingIssue,
        "approvals_given" => Requires::ApprovalsGiven { approvals: Vec::new() },
        "date_reached" => Requires::DateReached { day: None },
        "hand_over_complete" => Requires::HandOverComplete { hand_over: None },
        _ => Requires::Manual,
    }
}

fn check_entry<'a>(source: &'a Source, id: &str) -> Result<&'a CheckEntry, SampleError> {
    source.compliance.check.iter().find(|check| check.id == id).ok_or_else(|| unknown(id))
}

fn item<'a>(source: &'a Source, id: &str) -> Result<&'a ItemEntry, SampleError> {
    source.checklist.item.iter().find(|item| item.id == id).ok_or_else(|| unknown(id))
}

/// The rows of the checklist with their state.
pub(crate) fn checks(source: &Source) -> Result<Vec<GateCheck>, SampleError> {
    source.compliance.check.iter().map(|entry| check(source, entry)).collect()
}

fn check(source: &Source, entry: &CheckEntry) -> Result<GateCheck, SampleError> {
    let item = item(source, &entry.id)?;
    let proof = source.gates.check_proof.iter().find(|proof| proof.check == entry.id);
    let evidence: Vec<EvidenceId> =
        proof.map(|proof| proof.evidence.iter().map(|id| EvidenceId::of(id)).collect()).unwrap_or_default();
    let valid_until = proof.and_then(|proof| proof.valid_until).map(|day| day.0);
    let state = match entry.state {
        CheckTold::Accepted | CheckTold::Expired => CheckState::Accepted,
        CheckTold::EvidenceSubmitted => CheckState::Submitted,
        CheckTold::InProgress => CheckState::InProgress,
        CheckTold::Open | CheckTold::Waived => CheckState::Open,
        CheckTold::NotApplicable => CheckState::NotApplicable,
    };
    // What was accepted holds until somebody tells an end, or its evidence has one.
    let lasts = match (valid_until, state) {
        (Some(_), _) => CheckLasts::Until,
        (None, CheckState::Accepted) => CheckLasts::WithoutEnd,
        (None, _) => CheckLasts::Unknown,
    };
    Ok(GateCheck {
        id: GateCheckId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: Some(StackId::of(&entry.stack)),
        number: entry.id.clone(),
        title: item.title.reviewed(),
        wanted: item.evidence.reviewed(),
        note: entry.note.as_ref().map(crate::written::Pair::reviewed).unwrap_or_default(),
        gate: asking(source, entry),
        state,
        owner: Some(PersonId::of(&entry.owner)),
        decided: entry.decided.map(|day| day.0),
        evidence,
        lasts,
        valid_until,
    })
}

/// The first gate of its stack that asks for a check.
fn asking(source: &Source, entry: &CheckEntry) -> Option<GateId> {
    let asks = |gate: &&GateEntry| {
        let mut named = gate.conditions.iter().filter(|told| told.kind == "check");
        gate.project == entry.project && named.any(|told| told.record == entry.id)
    };
    let mut gates = source.projects.gate.iter().filter(asks);
    let own = gates.clone().find(|gate| gate.stack.as_deref() == Some(entry.stack.as_str()));
    own.or_else(|| gates.next()).map(|gate| GateId::of(&gate.id))
}

/// A closed one ended on the day on which its check was answered.
pub(crate) fn waivers(source: &Source) -> Result<Vec<Waiver>, SampleError> {
    source.projects.waiver.iter().map(|entry| waiver(source, entry)).collect()
}

fn waiver(source: &Source, entry: &WaiverEntry) -> Result<Waiver, SampleError> {
    let gate = source.projects.gate.iter().find(|gate| gate.id == entry.gate);
    let gate = gate.ok_or_else(|| unknown(&entry.gate))?;
    let answered = check_entry(source, &entry.check)?.decided.map(|day| day.0);
    Ok(Waiver {
        id: WaiverId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: gate.stack.as_deref().map(StackId::of),
        number: entry.id.clone(),
        title: item(source, &entry.check)?.title.reviewed(),
        gate: GateId::of(&entry.gate),
        condition: entry.check.clone(),
        reason: entry.reason.reviewed(),
        measure: entry.measure.reviewed(),
        requested_by: PersonId::of(&entry.requested_by),
        approved_by: entry.approved_by.iter().map(|id| PersonId::of(id)).collect(),
        granted: entry.granted.0,
        expires: entry.expires.0,
        ended: answered.filter(|_| entry.state == WaiverState::Closed),
    })
}

pub(crate) fn hand_overs(source: &Source) -> Result<Vec<HandOver>, SampleError> {
    source.gates.hand_over.iter().map(|entry| hand_over(source, entry)).collect()
}

fn hand_over(source: &Source, entry: &HandOverEntry) -> Result<HandOver, SampleError> {
    let checklist: Option<&ChecklistEntry> =
        source.lifecycles.hand_over.iter().find(|each| each.key == entry.template);
    let checklist = checklist.ok_or_else(|| unknown(&entry.template))?;
    let done = |point: &PointEntry| {
        let done: Option<&DoneEntry> = entry.done.iter().find(|done| done.point == point.key);
        done.map(|done| done.on.0)
    };
    let items = checklist.items.iter().map(|point| HandOverItem {
        key: point.key.clone(),
        title: point.title.words(),
        done: done(point),
        note: Words::default(),
    });
    let promises = source.gates.promise.iter().filter(|promise| promise.into == entry.id);
    Ok(HandOver {
        id: HandOverId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: entry.stack.as_deref().map(StackId::of),
        number: entry.id.clone(),
        title: Text::reviewed(checklist.title.en.as_str(), checklist.title.zh.as_str()),
        note: entry.note.reviewed(),
        hand_over: entry.kind,
        from: Some(PersonId::of(&entry.from)),
        to: Some(PersonId::of(&entry.to)),
        planned: Some(entry.planned.0),
        items: items.collect(),
        promises: promises.map(promise).collect(),
        given: entry.given.map(|day| day.0),
        taken: entry.taken.map(|day| day.0),
    })
}

fn promise(entry: &PromiseEntry) -> Promise {
    Promise {
        key: entry.id.clone(),
        text: entry.text.words(),
        made_to: Some(PersonId::of(&entry.person)),
        due: Some(entry.due.0),
        requirement: entry.requirement.as_deref().map(RequirementId::of),
    }
}
