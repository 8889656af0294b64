//! Projects with their stages, stacks and contracts.

use std::collections::HashMap;

use hefu_domain::contract::{Contract, DeemedAcceptance};
use hefu_domain::id::{ContractId, OrganisationId, PersonId, ProjectId, StackId, StageId, TemplateId};
use hefu_domain::project::{Project, Stack, Stage};
use hefu_domain::text::Text;

use crate::identity::Identity;
use crate::source::{BriefEntry, ContractEntry, ProjectEntry, Source, TemplateEntry};
use crate::{KeptTemplate, SampleError};

pub(crate) struct ProjectRecords {
    pub(crate) projects: Vec<Project>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) stacks: Vec<Stack>,
    pub(crate) contracts: Vec<Contract>,
}

pub(crate) fn projects(source: &Source) -> Result<ProjectRecords, SampleError> {
    let told = &source.projects;
    let mut stages: Vec<Stage> = told
        .stage
        .iter()
        .chain(&source.gates.stage)
        .map(|entry| Stage {
            id: StageId::of(&entry.id),
            project: ProjectId::of(&entry.project),
            stack: entry.stack.as_deref().map(StackId::of),
            position: entry.order,
            title: entry.title.reviewed(),
            started: entry.started.map(|day| day.0),
            ended: entry.ended.map(|day| day.0),
        })
        .collect();
    let mut contracts: Vec<Contract> = told.contract.iter().map(|entry| contract(entry, source)).collect();
    for brief in &source.sample.brief {
        let project = told.project.iter().find(|project| project.id == brief.project);
        let project = project.ok_or_else(|| SampleError::Unknown(brief.project.clone()))?;
        stages.extend(brief_stages(brief, project, source)?);
        contracts.push(brief_contract(brief, project)?);
    }
    let mut positions: HashMap<&str, u32> = HashMap::new();
    let stacks = told
        .stack
        .iter()
        .map(|entry| {
            let position = positions.entry(&entry.project).or_default();
            *position += 1;
            Stack {
                id: StackId::of(&entry.id),
                project: ProjectId::of(&entry.project),
                position: *position,
                title: entry.title.reviewed(),
                jurisdiction: entry.jurisdiction.clone(),
                calendar: entry.calendar.clone(),
            }
        })
        .collect();
    Ok(ProjectRecords { projects: told.project.iter().map(project).collect(), stages, stacks, contracts })
}

fn project(entry: &ProjectEntry) -> Project {
    Project {
        id: ProjectId::of(&entry.id),
        number: entry.number.clone(),
        title: entry.title.reviewed(),
        summary: entry.summary.reviewed(),
        client: OrganisationId::of(&entry.client),
        vendor: OrganisationId::of(&entry.vendor),
        supervisor: entry.supervisor.as_deref().map(OrganisationId::of),
        partners: entry.partners.iter().map(|id| OrganisationId::of(id)).collect(),
        manager: PersonId::of(&entry.manager),
        jurisdictions: entry.jurisdictions.clone(),
    }
}

fn contract(entry: &ContractEntry, source: &Source) -> Contract {
    let deemed = source.projects.deemed_acceptance.iter().find(|deemed| deemed.contract == entry.id);
    Contract {
        id: ContractId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        number: entry.number.clone(),
        date: Some(entry.date.0),
        title: entry.title.reviewed(),
        currency: entry.currency.clone(),
        amount: Some(entry.amount_incl_vat),
        vat_rate: Some(entry.vat_rate),
        prevailing_language: Some(entry.prevailing_language),
        deemed_acceptance: deemed.map(|deemed| DeemedAcceptance {
            working_days: deemed.working_days,
            calendar: deemed.calendar.clone(),
            silence_means: deemed.silence_means,
            clause: deemed.clause.clone(),
        }),
    }
}

fn brief_contract(brief: &BriefEntry, project: &ProjectEntry) -> Result<Contract, SampleError> {
    let currency = project.currency.clone();
    Ok(Contract {
        id: ContractId::of(&format!("{}:contract", project.id)),
        project: ProjectId::of(&project.id),
        number: brief.contract_number.clone().unwrap_or_default(),
        date: brief.contract_date.map(|day| day.0),
        title: brief.contract_title.reviewed(),
        currency: currency.ok_or_else(|| SampleError::Unknown(format!("{}: currency", project.id)))?,
        amount: project.contract_amount_incl_tax,
        vat_rate: None,
        prevailing_language: None,
        deemed_acceptance: None,
    })
}

/// The stages of the template, begun and ended as far as the project has come.
fn brief_stages(
    brief: &BriefEntry,
    project: &ProjectEntry,
    source: &Source,
) -> Result<Vec<Stage>, SampleError> {
    let template = source.templates.iter().find(|template| template.key == project.template);
    let template = template.ok_or_else(|| SampleError::Unknown(project.template.clone()))?;
    let running = brief.stages.len().checked_sub(1).and_then(|last| template.stages.get(last));
    if running.map(|stage| &stage.kind) != project.stage_kind.as_ref() {
        return Err(SampleError::Unknown(format!("{}: stage", project.id)));
    }
    let stages = template.stages.iter().zip(1..).map(|(stage, position)| {
        let days = brief.stages.get(position as usize - 1);
        let day = |place: usize| days.and_then(|days| days.get(place)).copied();
        Stage {
            id: StageId::of(&format!("{}:{}", project.id, stage.kind)),
            project: ProjectId::of(&project.id),
            stack: None,
            position,
            title: Text::reviewed(stage.title.en.as_str(), stage.title.zh.as_str()),
            started: day(0),
            ended: day(1),
        }
    });
    Ok(stages.collect())
}

pub(crate) fn templates(source: &Source) -> Vec<KeptTemplate> {
    let kept = |entry: &TemplateEntry| KeptTemplate {
        id: TemplateId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        made: entry.made.0,
        name: entry.name.reviewed(),
    };
    source.sample.template.iter().map(kept).collect()
}
