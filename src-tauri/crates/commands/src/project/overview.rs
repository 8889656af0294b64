//! Every project in a line, and one project at a glance.

use std::sync::Arc;

use hefu_api::project::{
    Counts, ListProjects, PaymentView, ProjectLine, ProjectList, ProjectOverview, ProjectRef, RoundLine,
};
use hefu_domain::id::OrganisationId;
use hefu_domain::project::{Project, current_stage};

use super::facts::{Facts, of_all};
use crate::acceptance::clock_view;
use crate::count::count;
use crate::failure::CommandError;
use crate::party;
use crate::session::Query;

pub(crate) fn list_projects(query: &mut Query<'_>, _: ListProjects) -> Result<ProjectList, CommandError> {
    let line = |facts: Arc<Facts>| {
        let contract = facts.contract.as_ref();
        // One project is paid in one currency: its contract's.
        let held = facts.waiting().filter(|m| contract.is_none_or(|c| c.currency == m.currency));
        ProjectLine {
            waiting: held.map(|m| m.amount).reduce(|a, b| a + b),
            client: facts.client.clone(),
            manager: facts.manager.clone(),
            stage: current_stage(&facts.stages).cloned(),
            stages: count(facts.stages.len()),
            health: facts.health(query.today),
            contract_amount: contract.and_then(|c| c.amount),
            currency: contract.map(|c| c.currency.clone()),
            project: facts.project.clone(),
        }
    };
    Ok(ProjectList { projects: of_all(query.memo, query.store)?.into_iter().map(line).collect() })
}

pub(crate) fn project_overview(
    query: &mut Query<'_>,
    request: ProjectRef,
) -> Result<ProjectOverview, CommandError> {
    let reader = query.reader();
    let project: Project = reader.one(request.project.0)?;
    let facts = Facts::read(&reader, project)?;
    let name = |id: OrganisationId| party::organisation_name(&reader, id);
    let scope = &facts.scope;
    let rounds = scope.rounds.iter().map(|round| RoundLine {
        round: round.id,
        number: round.number.clone(),
        kind: round.kind,
        ordinal: round.ordinal,
        tally: scope.tally(round.id),
    });
    let payments = facts.payments.iter().map(|milestone| PaymentView {
        state: facts.payment_state(milestone),
        invoice_by: milestone.invoice_by(),
        milestone: milestone.clone(),
    });
    let documents = reader.count_documents(facts.project.id)?;
    let clocks = scope.rounds.iter().filter_map(|r| clock_view(facts.contract.as_ref(), r, query.today));
    Ok(ProjectOverview {
        client: facts.client.clone(),
        vendor: name(facts.project.vendor)?,
        supervisor: facts.project.supervisor.map(name).transpose()?,
        partners: facts.project.partners.iter().map(|id| name(*id)).collect::<Result<_, _>>()?,
        manager: facts.manager.clone(),
        stacks: reader.stacks_of(facts.project.id)?,
        payments: payments.collect(),
        health: facts.health(query.today),
        rounds: rounds.collect(),
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
        calendar: facts.calendar.key().to_owned(),
        contract: facts.contract.clone(),
        stages: facts.stages.clone(),
        project: facts.project,
    })
}
