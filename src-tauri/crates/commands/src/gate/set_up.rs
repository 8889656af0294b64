//! Giving a project, or a stack of it that runs by itself, the stages, gates and hand-overs of a template.

use hefu_api::Failure;
use hefu_api::gate::{LifecycleSetUp, SetUpLifecycle};
use hefu_delivery::lifecycle::{ConditionKind, ConditionTemplate, GateTemplate, Lifecycle, LifecycleStage};
use hefu_domain::id::{GateId, HandOverId, PersonId, ProjectId, StackId, StageId};
use hefu_domain::journal::Act;
use hefu_domain::project::{Project, Stack, Stage};
use hefu_domain::register::{EntryCondition, Gate, HandOver, HandOverItem, HandOverKind, Requires};
use hefu_domain::text::{Text, Words};

use crate::act::trails;
use crate::count::count;
use crate::failure::CommandError;
use crate::library;
use crate::register::numbered;
use crate::session::Action;

/// Errors: no such template; the project, or the stack, has gates already.
pub(crate) fn set_up_lifecycle(
    action: &mut Action<'_>,
    request: SetUpLifecycle,
) -> Result<LifecycleSetUp, CommandError> {
    let SetUpLifecycle { project, stack, template } = request;
    let reader = action.reader();
    let project: Project = reader.one(project.0)?;
    let is_elsewhere = |stack: &StackId| {
        let found: Result<Stack, _> = reader.one(stack.0);
        found.map(|found| found.project != project.id)
    };
    if stack.as_ref().map(is_elsewhere).transpose()?.unwrap_or_default() {
        return Err(Failure::NotFound { noun: "stack".to_owned() }.into());
    }
    let template = library::lifecycles().templates.iter().find(|each| each.key == template);
    let template = template.ok_or_else(|| Failure::NotFound { noun: "template".to_owned() })?;
    let gates: Vec<Gate> = reader.register_of(Some(project.id))?;
    let there = gates.iter().filter(|gate| gate.stack == stack).count();
    if there > 0 {
        return Err(Failure::HasGates { number: project.number, gates: count(there) }.into());
    }
    let line = reader.stages_of(project.id)?.into_iter().filter(|stage| stage.stack == stack);
    let line = line.collect();
    let hand_overs: Vec<HandOver> = reader.register_of(Some(project.id))?;
    let trails = trails(&reader, project.id, stack)?;
    let of = Of { project: project.id, stack, manager: project.manager };
    let made = Made::of(action, &of, template, line, &hand_overs)?;
    action.write(project.id, trails, |tx| {
        for stage in &made.stages {
            tx.put(stage)?;
        }
        for hand_over in made.hand_overs.iter().cloned() {
            let number = numbered::<HandOver>(tx, project.id)?;
            tx.put(&HandOver { number, ..hand_over })?;
        }
        for gate in made.gates.iter().cloned() {
            let number = numbered::<Gate>(tx, project.id)?;
            tx.put(&Gate { number, ..gate })?;
        }
        let Words { en, zh } = template.name.clone();
        let act = Act::LifecycleSetUp { en, zh, gates: count(made.gates.len()) };
        let view = LifecycleSetUp {
            stages: count(made.stages.len()),
            gates: count(made.gates.len()),
            hand_overs: count(made.hand_overs.len()),
        };
        Ok((act, view))
    })
}

/// Whose life is set up.
struct Of {
    project: ProjectId,
    stack: Option<StackId>,
    manager: PersonId,
}

/// The records that are put, without their numbers.
struct Made {
    stages: Vec<Stage>,
    gates: Vec<Gate>,
    hand_overs: Vec<HandOver>,
}

impl Made {
    fn of(
        action: &mut Action<'_>,
        of: &Of,
        template: &Lifecycle,
        line: Vec<Stage>,
        known: &[HandOver],
    ) -> Result<Self, CommandError> {
        let mut made =
            Self { stages: stages(action, of, template, line)?, gates: Vec::new(), hand_overs: Vec::new() };
        for stage in &template.stages {
            let Some(gate) = &stage.gate else { continue };
            for condition in gate.conditions.iter().filter_map(|each| each.hand_over.as_deref()) {
                made.hand_over(action, of, condition, known)?;
            }
            let gate = made.gate(GateId(action.outside.id()?), of, stage, gate, known);
            made.gates.push(gate);
        }
        Ok(made)
    }

    /// Makes the hand-over of a checklist, unless there is one of its kind.
    fn hand_over(
        &mut self,
        action: &mut Action<'_>,
        of: &Of,
        key: &str,
        known: &[HandOver],
    ) -> Result<(), CommandError> {
        let checklists = library::lifecycles().hand_overs.iter();
        let Some((checklist, kind)) =
            checklists.filter(|each| each.key == key).find_map(|each| Some((each, kind_of(key)?)))
        else {
            return Ok(());
        };
        if find(known, of.stack, kind).or_else(|| find(&self.hand_overs, of.stack, kind)).is_some() {
            return Ok(());
        }
        let items = checklist.items.iter().map(|item| HandOverItem {
            key: item.key.clone(),
            title: item.title.clone(),
            done: None,
            note: Words::default(),
        });
        let manager = |role: &str| (role == MANAGER).then_some(of.manager);
        self.hand_overs.push(HandOver {
            id: HandOverId(action.outside.id()?),
            project: of.project,
            stack: of.stack,
            number: String::new(),
            title: reviewed(&checklist.title),
            note: Text::default(),
            hand_over: kind,
            from: manager(&checklist.from),
            to: manager(&checklist.to),
            planned: None,
            items: items.collect(),
            promises: Vec::new(),
            given: None,
            taken: None,
        });
        Ok(())
    }

    fn gate(
        &self,
        id: GateId,
        of: &Of,
        stage: &LifecycleStage,
        gate: &GateTemplate,
        known: &[HandOver],
    ) -> Gate {
        let behind = self.stages.iter().find(|each| is_called(each, &stage.title));
        let condition = |each: &ConditionTemplate| EntryCondition {
            key: each.key.clone(),
            title: each.title.clone(),
            role: each.owner.clone(),
            owner: (each.owner == MANAGER).then_some(of.manager),
            requires: self.requires(each, of.stack, known),
        };
        Gate {
            id,
            project: of.project,
            stack: of.stack,
            number: String::new(),
            title: reviewed(&gate.title),
            note: Text::default(),
            stage: behind.map(|stage| stage.id),
            position: count(self.gates.len() + 1),
            owner: (gate.owner == MANAGER).then_some(of.manager),
            planned: None,
            conditions: gate.conditions.iter().map(condition).collect(),
            confirmations: Vec::new(),
            passage: None,
        }
    }

    /// What a condition will ask, once the project names its records.
    fn requires(&self, each: &ConditionTemplate, stack: Option<StackId>, known: &[HandOver]) -> Requires {
        match each.kind {
            ConditionKind::DeliverablesAccepted => {
                Requires::DeliverablesAccepted { deliverables: Vec::new() }
            }
            ConditionKind::EvidenceValid => Requires::EvidenceValid { evidence: Vec::new(), until: None },
            ConditionKind::DocumentsSigned => Requires::DocumentsSigned { documents: Vec::new() },
            ConditionKind::SectionSigned => Requires::SectionSigned {
                document: None,
                section: each.section.clone().unwrap_or_default(),
                role: each.role.clone().unwrap_or_default(),
                person: None,
            },
            ConditionKind::ChecksAnswered => Requires::ChecksAnswered { checks: Vec::new() },
            ConditionKind::NoBlockingIssue => Requires::NoBlockingIssue,
            ConditionKind::ApprovalsGiven => Requires::ApprovalsGiven { approvals: Vec::new() },
            ConditionKind::DateReached => Requires::DateReached { day: None },
            ConditionKind::GatePassed => Requires::GatePassed { gate: None },
            ConditionKind::HandOverComplete => {
                let kind = each.hand_over.as_deref().and_then(kind_of);
                let found = kind.and_then(|kind| {
                    find(&self.hand_overs, stack, kind).or_else(|| find(known, stack, kind))
                });
                Requires::HandOverComplete { hand_over: found.map(|hand_over| hand_over.id) }
            }
            ConditionKind::Manual => Requires::Manual,
        }
    }
}

/// The role that the project itself names.
const MANAGER: &str = "project_manager";

fn kind_of(checklist: &str) -> Option<HandOverKind> {
    match checklist {
        "pre-sales-to-delivery" => Some(HandOverKind::PreSalesToDelivery),
        "delivery-to-operations" => Some(HandOverKind::DeliveryToOperations),
        "to-product-team" => Some(HandOverKind::ToProductTeam),
        _ => None,
    }
}

fn find(all: &[HandOver], stack: Option<StackId>, kind: HandOverKind) -> Option<&HandOver> {
    all.iter().find(|each| each.hand_over == kind && each.stack == stack)
}

fn reviewed(words: &Words) -> Text {
    Text::reviewed(words.en.as_str(), words.zh.as_str())
}

fn is_called(stage: &Stage, title: &Words) -> bool {
    stage.title.en.words == title.en || stage.title.zh.words == title.zh
}

/// The stages of the template in its order, those that the line has under the same name with their days; before the first
/// that has begun none is added. What the template does not know follows.
fn stages(
    action: &mut Action<'_>,
    of: &Of,
    template: &Lifecycle,
    mut line: Vec<Stage>,
) -> Result<Vec<Stage>, CommandError> {
    let has_begun = line.iter().any(|stage| stage.started.is_some());
    let mut ordered: Vec<Stage> = Vec::new();
    for told in &template.stages {
        match line.iter().position(|stage| is_called(stage, &told.title)) {
            Some(at) => ordered.push(line.remove(at)),
            None if has_begun && ordered.iter().all(|stage| stage.started.is_none()) => {}
            None => ordered.push(Stage {
                id: StageId(action.outside.id()?),
                project: of.project,
                stack: of.stack,
                position: 0,
                title: reviewed(&told.title),
                started: None,
                ended: None,
            }),
        }
    }
    ordered.extend(line);
    Ok((1..).zip(ordered).map(|(position, stage)| Stage { position, ..stage }).collect())
}
