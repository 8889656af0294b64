//! Every project in a line, and one project at a glance.

use hefu_api::project::{
    Counts, ListProjects, PaymentView, ProjectLine, ProjectList, ProjectOverview, ProjectRef, RoundLine,
};
use hefu_domain::acceptance::{Finding, Tally, marks};
use hefu_domain::id::{CriterionId, OrganisationId};
use hefu_domain::project::{Project, current_stage};

use super::facts::Facts;
use crate::acceptance::{clock_view, count};
use crate::act::stacks;
use crate::failure::Trouble;
use crate::party;
use crate::session::Query;

pub(crate) fn list_projects(query: &mut Query<'_>, _: ListProjects) -> Result<ProjectList, Trouble> {
    let reader = query.reader();
    let mut lines = Vec::new();
    for project in reader.all::<Project>()? {
        let facts = Facts::read(&reader, project)?;
        let contract = facts.contract.as_ref();
        // One project is paid in one currency: its contract's.
        let held = facts.waiting().filter(|m| contract.is_none_or(|c| c.currency == m.currency));
        let waiting = held.map(|m| m.amount).reduce(|a, b| a + b);
        lines.push(ProjectLine {
            client: party::organisation_name(&reader, facts.project.client)?,
            manager: party::name(&reader, facts.project.manager)?,
            stage: current_stage(&facts.stages).cloned(),
            stages: count(facts.stages.len()),
            health: facts.health(query.today),
            contract_amount: contract.and_then(|c| c.amount),
            currency: contract.map(|c| c.currency.clone()),
            waiting,
            project: facts.project,
        });
    }
    Ok(ProjectList { projects: lines })
}

pub(crate) fn project_overview(
    query: &mut Query<'_>,
    request: ProjectRef,
) -> Result<ProjectOverview, Trouble> {
    let reader = query.reader();
    let project: Project = reader.one(request.project.0)?;
    let facts = Facts::read(&reader, project)?;
    let name = |id: OrganisationId| party::organisation_name(&reader, id);
    let id = facts.project.id.to_string();
    let scope = &facts.scope;
    let ids: Vec<CriterionId> = scope.criteria.iter().map(|c| c.id).collect();
    let mut rounds = Vec::new();
    for round in &scope.rounds {
        let findings: Vec<Finding> = reader.list("round = ?1", [round.id.to_string()])?;
        rounds.push(RoundLine {
            round: round.id,
            number: round.number.clone(),
            kind: round.kind,
            ordinal: round.ordinal,
            tally: Tally::of(marks(round.id, &ids, &findings).into_iter().map(|(_, mark)| mark)),
        });
    }
    let payments = facts.payments.iter().map(|milestone| PaymentView {
        state: facts.payment_state(milestone),
        invoice_by: milestone.invoice_by(),
        milestone: milestone.clone(),
    });
    let documents = reader.number("SELECT count(*) FROM document WHERE project = ?1", [&id])?;
    let clocks = scope.rounds.iter().filter_map(|r| clock_view(facts.contract.as_ref(), r, query.today));
    Ok(ProjectOverview {
        client: name(facts.project.client)?,
        vendor: name(facts.project.vendor)?,
        supervisor: facts.project.supervisor.map(name).transpose()?,
        partners: facts.project.partners.iter().map(|id| name(*id)).collect::<Result<_, _>>()?,
        manager: party::name(&reader, facts.project.manager)?,
        stacks: stacks(&reader, facts.project.id)?,
        payments: payments.collect(),
        health: facts.health(query.today),
        rounds,
        counts: Counts {
            requirements: count(scope.requirements.len()),
            deliverables: count(scope.deliverables.len()),
            deliverables_handed_over: count(
                scope.deliverables.iter().filter(|d| d.handed_over.is_some()).count(),
            ),
            criteria: count(scope.criteria.len()),
            evidence: count(scope.evidence.len()),
            open_issues: count(facts.issues.iter().filter(|i| i.closed.is_none()).count()),
            documents: u32::try_from(documents).unwrap_or(u32::MAX),
        },
        clocks: clocks.collect(),
        contract: facts.contract.clone(),
        stages: facts.stages.clone(),
        project: facts.project,
    })
}
