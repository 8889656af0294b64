//! Writing a project, its stages, contract and payment milestones.

use hefu_api::Failure;
use hefu_api::failure::Problem;
use hefu_api::project::{ProjectSaved, SaveContract, SavePaymentMilestone, SaveProject, SetStage, Template};
use hefu_domain::contract::Contract;
use hefu_domain::id::{ContractId, PaymentMilestoneId, ProjectId, StackId, StageId};
use hefu_domain::journal::Act;
use hefu_domain::money::Money;
use hefu_domain::party::Organisation;
use hefu_domain::payment::PaymentMilestone;
use hefu_domain::project::{Project, Stack, Stage};
use hefu_domain::text::Text;

use crate::act::trails;
use crate::failure::{CommandError, filled, fits, invalid, of_money, said};
use crate::library;
use crate::party::must_be_there;
use crate::session::Action;

pub(crate) fn save_project(
    action: &mut Action<'_>,
    request: SaveProject,
) -> Result<ProjectSaved, CommandError> {
    let number = filled("project", "number", &request.number)?.to_owned();
    said("project", "title", &request.title)?;
    fits("project", "summary", &request.summary)?;
    must_be_there(&action.reader(), &request.partners)?;
    let fresh = ProjectId(action.outside.id()?);
    let id = request.project.unwrap_or(fresh);
    let stages = match request.project {
        Some(_) => Vec::new(),
        None => new_stages(action, id, request.template.unwrap_or(Template::CnPublicSector))?,
    };
    let vendor: Organisation = action.reader().one(request.vendor.0)?;
    let stack = match request.project {
        Some(_) => None,
        None => Some(Stack {
            id: StackId(action.outside.id()?),
            project: id,
            position: 1,
            title: Text::draft(&request.title),
            jurisdiction: request.jurisdictions.first().cloned().unwrap_or(vendor.jurisdiction),
            calendar: vendor.calendar,
        }),
    };
    let trails = match &stack {
        Some(stack) => vec![stack.id],
        None => trails(&action.reader(), id, None)?,
    };
    action.write(id, trails, |tx| {
        let before = request.project.map(|id| tx.before::<Project>(id.0)).transpose()?;
        let was = before.as_ref();
        let record = tx.save(Project {
            id,
            number,
            title: was.map(|p| p.title.clone()).unwrap_or_default().revise(&request.title),
            summary: was.map(|p| p.summary.clone()).unwrap_or_default().revise(&request.summary),
            client: request.client,
            vendor: request.vendor,
            supervisor: request.supervisor,
            partners: request.partners,
            manager: request.manager,
            jurisdictions: request.jurisdictions,
        })?;
        let number = record.number.clone();
        for stage in &stages {
            tx.put(stage)?;
        }
        if let Some(stack) = &stack {
            tx.put(stack)?;
        }
        let act = match before {
            Some(_) => Act::ProjectEdited { number },
            None => Act::ProjectAdded { number },
        };
        Ok((act, ProjectSaved { project: id }))
    })
}

fn new_stages(
    action: &mut Action<'_>,
    project: ProjectId,
    template: Template,
) -> Result<Vec<Stage>, CommandError> {
    let key = match template {
        Template::CnPublicSector => "cn-public-sector",
        Template::SeaCommercial => "sea-commercial",
    };
    let template = library::stages(key).ok_or(Failure::NotFound { noun: "template".into() })?;
    let today = action.today;
    let mut stages = Vec::new();
    for (position, stage) in (1..).zip(&template.stages) {
        stages.push(Stage {
            id: StageId(action.outside.id()?),
            project,
            stack: None,
            position,
            title: Text::reviewed(&stage.title.en, &stage.title.zh),
            started: (position == 1).then_some(today),
            ended: None,
        });
    }
    Ok(stages)
}

pub(crate) fn set_stage(action: &mut Action<'_>, request: SetStage) -> Result<ProjectSaved, CommandError> {
    if request.ended.is_some() && (request.started.is_none() || request.ended < request.started) {
        return Err(invalid("stage", "ended", Problem::OutOfRange).into());
    }
    let stage: Stage = action.reader().one(request.stage.0)?;
    let trails = trails(&action.reader(), stage.project, None)?;
    action.write(stage.project, trails, |tx| {
        let project: Project = tx.one(stage.project.0)?;
        let before: Stage = tx.before(stage.id.0)?;
        let stage = tx.save(Stage { started: request.started, ended: request.ended, ..before })?;
        let act =
            Act::StageSet { number: project.number, en: stage.title.en.words, zh: stage.title.zh.words };
        Ok((act, ProjectSaved { project: stage.project }))
    })
}

pub(crate) fn save_contract(
    action: &mut Action<'_>,
    request: SaveContract,
) -> Result<ProjectSaved, CommandError> {
    let number = filled("contract", "number", &request.number)?.to_owned();
    fits("contract", "title", &request.title)?;
    if let Some(amount) = request.amount {
        money("contract", amount, &request.currency)?;
    }
    if let Some(terms) = &request.deemed_acceptance
        && library::calendar(&terms.calendar).is_none()
    {
        return Err(invalid("contract", "calendar", Problem::Unknown).into());
    }
    let trails = trails(&action.reader(), request.project, None)?;
    let fresh = ContractId(action.outside.id()?);
    action.write(request.project, trails, |tx| {
        let before = tx.contract_of(request.project)?;
        let before = before.map(|contract| tx.before::<Contract>(contract.id.0)).transpose()?;
        let record = tx.save(Contract {
            id: before.as_ref().map_or(fresh, |c| c.id),
            project: request.project,
            number,
            date: request.date,
            title: before.map(|c| c.title).unwrap_or_default().revise(&request.title),
            currency: request.currency,
            amount: request.amount,
            vat_rate: request.vat_rate,
            prevailing_language: request.prevailing_language,
            deemed_acceptance: request.deemed_acceptance,
        })?;
        let number = record.number.clone();
        Ok((Act::ContractSaved { number }, ProjectSaved { project: request.project }))
    })
}

pub(crate) fn save_payment_milestone(
    action: &mut Action<'_>,
    request: SavePaymentMilestone,
) -> Result<ProjectSaved, CommandError> {
    said("payment_milestone", "title", &request.title)?;
    money("payment_milestone", request.amount, &request.currency)?;
    let trails = trails(&action.reader(), request.project, None)?;
    let fresh = PaymentMilestoneId(action.outside.id()?);
    action.write(request.project, trails, |tx| {
        let before = request.milestone.map(|id| tx.before::<PaymentMilestone>(id.0)).transpose()?;
        let record = tx.save(PaymentMilestone {
            id: request.milestone.unwrap_or(fresh),
            project: request.project,
            position: request.position,
            title: before.map(|m| m.title).unwrap_or_default().revise(&request.title),
            share: request.share,
            amount: request.amount,
            currency: request.currency,
            trigger: request.trigger,
            triggered: request.triggered,
            paid: request.paid,
            invoice_within_days: request.invoice_within_days,
        })?;
        let act = Act::PaymentMilestoneSaved { en: record.title.en.words, zh: record.title.zh.words };
        Ok((act, ProjectSaved { project: request.project }))
    })
}

/// Errors: unknown currency, or more decimals than it has.
fn money(noun: &str, amount: rust_decimal::Decimal, currency: &str) -> Result<(), Failure> {
    Money::in_code(amount, currency).map(drop).map_err(|error| of_money(noun, &error))
}
