//! All projects beside one another.

use std::collections::BTreeMap;
use std::sync::Arc;

use hefu_api::portfolio::{Portfolio, PortfolioLine, PortfolioPayment, PortfolioRequest, PortfolioRound};
use hefu_domain::id::ProjectId;
use hefu_domain::payment::PaymentMilestone;
use hefu_domain::project::current_stage;

use crate::count::count;
use crate::failure::CommandError;
use crate::notice::{Noticed, standing};
use crate::session::Query;
use crate::today::{Lines, lines_of_all, sums};

pub(crate) fn portfolio(query: &mut Query<'_>, _: PortfolioRequest) -> Result<Portfolio, CommandError> {
    let today = query.today;
    let standing = standing(query.memo, query.store, today)?;
    let all = lines_of_all(query.memo, &standing, today)?;
    let mut noticed: BTreeMap<ProjectId, usize> = BTreeMap::new();
    for project in standing.told().filter_map(|told| told.line.project) {
        *noticed.entry(project).or_default() += 1;
    }
    let line = |(project, lines): (&Arc<Noticed>, &Arc<Lines>)| {
        let facts = &project.facts;
        let payment = |milestone: &PaymentMilestone| PortfolioPayment {
            milestone: milestone.id,
            title: milestone.title.clone(),
            amount: milestone.amount,
            currency: milestone.currency.clone(),
            state: facts.payment_state(milestone),
            day: milestone.paid.or_else(|| milestone.invoice_by()).or(milestone.triggered),
        };
        let rounds = facts.scope.rounds.iter().map(|round| PortfolioRound {
            round: round.id,
            number: round.number.clone(),
            kind: round.kind,
            day: round.meeting.or(round.planned),
            conclusion: round.conclusion,
        });
        let clock = lines.clocks.iter().map(|running| &running.clock).min_by_key(|clock| clock.due);
        Ok(PortfolioLine {
            project: facts.project.id,
            number: facts.project.number.clone(),
            title: facts.project.title.clone(),
            client: facts.client.clone(),
            manager: facts.manager.clone(),
            health: facts.health(today),
            stage: current_stage(&facts.stages).map(|stage| stage.title.clone()),
            stages: facts.stages.clone(),
            payments: facts.payments.iter().map(payment).collect(),
            rounds: rounds.collect(),
            clock: clock.cloned(),
            blocked: sums(lines.held.iter().copied())?,
            notices: count(noticed.get(&facts.project.id).copied().unwrap_or_default()),
        })
    };
    let projects = standing.projects.iter().zip(&all).map(line).collect::<Result<Vec<_>, CommandError>>()?;
    Ok(Portfolio { today, projects, blocked: sums(all.iter().flat_map(|lines| lines.held.iter().copied()))? })
}
