//! Everything that needs the person, over all projects: computed from the record, never typed.

use chrono::{Days, NaiveDate};
use hefu_api::project::{
    RunningClock, Sum, Today, TodayItem, TodayRequest, TodayWhat, Urgency, WaitingLine, WaitingMoney,
};
use hefu_domain::acceptance::{Blocking, Finding, Mark, OpenIssue, Round, Tally, marks};
use hefu_domain::document::{Document, DocumentState, Section, Signer, SignerState};
use hefu_domain::payment::{PaymentState, waiting_for_signature};
use hefu_domain::project::Project;
use hefu_store::Reader;

use super::facts::Facts;
use crate::acceptance::{clock_view, count};
use crate::failure::{Trouble, invalid};
use crate::session::Query;

/// Days ahead that count as soon.
const SOON: u64 = 14;

pub(crate) fn today(query: &mut Query<'_>, _: TodayRequest) -> Result<Today, Trouble> {
    let reader = query.reader();
    let today = query.today;
    let (mut items, mut clocks, mut lines, mut held) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let projects: Vec<Project> = reader.all()?;
    let number = count(projects.len());
    for project in projects {
        let facts = Facts::read(&reader, project)?;
        let mut found = Collector { facts: &facts, today, items: Vec::new() };
        found.documents(&reader)?;
        found.rounds(&reader)?;
        found.issues();
        found.deliverables();
        found.evidence();
        items.extend(found.items);
        for round in &facts.scope.rounds {
            clocks.extend(clock_view(facts.contract.as_ref(), round, today).map(|clock| RunningClock {
                project: facts.project.id,
                project_title: facts.project.title.clone(),
                round: round.id,
                clock,
            }));
        }
        for milestone in facts.waiting() {
            lines.push(WaitingLine {
                project: facts.project.id,
                project_title: facts.project.title.clone(),
                milestone: milestone.title.clone(),
                amount: milestone.amount,
                currency: milestone.currency.clone(),
            });
            held.push((milestone.clone(), PaymentState::WaitingForSignature));
        }
    }
    items.sort_by_key(|item| (item.urgency, item.due.is_none(), item.due));
    clocks.sort_by_key(|clock| clock.clock.due);
    lines.sort_by(|a, b| (&a.currency, b.amount).cmp(&(&b.currency, a.amount)));
    let sums = waiting_for_signature(held.iter().map(|(m, state)| (m, *state)))
        .map_err(|_| invalid("payment_milestone", "amount", hefu_api::failure::Problem::OutOfRange))?;
    let sums = sums
        .iter()
        .map(|sum| Sum { amount: sum.amount(), currency: sum.currency().code().to_owned() })
        .collect();
    Ok(Today { today, projects: number, items, waiting: WaitingMoney { sums, lines }, clocks })
}

struct Collector<'a> {
    facts: &'a Facts,
    today: NaiveDate,
    items: Vec<TodayItem>,
}

impl Collector<'_> {
    fn add(&mut self, urgency: Urgency, due: Option<NaiveDate>, what: TodayWhat) {
        let project = &self.facts.project;
        self.items.push(TodayItem {
            urgency,
            project: project.id,
            project_title: project.title.clone(),
            what,
            due,
            working_days: due.map(|due| self.facts.left(self.today, due)),
        });
    }

    /// Late, soon, or too far away to say anything of.
    fn when(&self, due: Option<NaiveDate>) -> Option<Urgency> {
        let due = due?;
        match due {
            due if due < self.today => Some(Urgency::Late),
            due if due <= self.today.checked_add_days(Days::new(SOON))? => Some(Urgency::Soon),
            _ => None,
        }
    }

    fn documents(&mut self, reader: &Reader<'_>) -> Result<(), Trouble> {
        let documents: Vec<Document> = reader.list(
            "project = ?1 AND state IN ('draft', 'in_review', 'issued') ORDER BY number",
            [self.facts.project.id.to_string()],
        )?;
        for document in documents {
            let round = self.facts.scope.rounds.iter().find(|round| Some(round.id) == document.round);
            if document.state == DocumentState::Issued {
                let signers: Vec<Signer> = reader.list("document = ?1", [document.id.to_string()])?;
                let signed = signers.iter().filter(|s| matches!(s.outcome, SignerState::Signed { .. }));
                let what = TodayWhat::SignatureAwaited {
                    document: document.id,
                    number: document.number,
                    title: document.title,
                    signed: count(signed.count()),
                    signers: count(signers.len()),
                };
                self.add(Urgency::Blocked, round.and_then(|r| r.planned).or(document.date), what);
                continue;
            }
            let sections: Vec<Section> = reader.list("document = ?1", [document.id.to_string()])?;
            let unread = sections.iter().filter(|section| !section.text.is_whole()).count();
            if unread > 0 {
                let what = TodayWhat::TextsToReview {
                    document: document.id,
                    number: document.number,
                    count: count(unread),
                };
                self.add(Urgency::Language, document.date, what);
            }
        }
        Ok(())
    }

    fn rounds(&mut self, reader: &Reader<'_>) -> Result<(), Trouble> {
        let open: Vec<Round> =
            self.facts.scope.rounds.iter().filter(|round| round.conclusion.is_none()).cloned().collect();
        let ids: Vec<_> = self.facts.scope.criteria.iter().map(|c| c.id).collect();
        for round in open {
            let findings: Vec<Finding> = reader.list("round = ?1", [round.id.to_string()])?;
            let found = marks(round.id, &ids, &findings);
            let tally = Tally::of(found.iter().map(|(_, mark): &(_, Mark)| *mark));
            if tally.not_tested + tally.failed == 0 {
                continue;
            }
            let due = round.meeting.or(round.planned);
            let urgency =
                if due.is_some_and(|due| due <= self.today) { Urgency::Late } else { Urgency::Soon };
            let what = TodayWhat::CriteriaOpen {
                round: round.id,
                number: round.number.clone(),
                not_tested: tally.not_tested,
                failed: tally.failed,
            };
            self.add(urgency, due, what);
        }
        Ok(())
    }

    fn issues(&mut self) {
        let open: Vec<OpenIssue> = self.facts.issues.iter().filter(|i| i.closed.is_none()).cloned().collect();
        for OpenIssue { round, number, text, due, blocking, .. } in open {
            match blocking {
                Blocking::Blocks => {
                    self.add(Urgency::Blocked, due, TodayWhat::BlockingIssue { round, number, text });
                }
                Blocking::DoesNotBlock => {
                    if let Some(urgency) = self.when(due) {
                        self.add(urgency, due, TodayWhat::OpenIssueDue { round, number, text });
                    }
                }
            }
        }
    }

    fn deliverables(&mut self) {
        let facts = self.facts;
        for deliverable in facts.scope.deliverables.iter().filter(|d| d.handed_over.is_none()) {
            if let Some(urgency) = self.when(deliverable.due) {
                let what = TodayWhat::DeliverableDue {
                    number: deliverable.number.clone(),
                    title: deliverable.title.clone(),
                };
                self.add(urgency, deliverable.due, what);
            }
        }
    }

    fn evidence(&mut self) {
        let (facts, today) = (self.facts, self.today);
        for evidence in facts.scope.evidence.iter().filter(|e| e.is_expired(today)) {
            let criterion = facts.scope.criteria.iter().find(|c| c.id == evidence.criterion);
            let what = TodayWhat::EvidenceExpired {
                criterion: criterion.map(|c| c.number.clone()).unwrap_or_default(),
                title: evidence.title.clone(),
            };
            self.add(Urgency::Late, evidence.valid_until, what);
        }
    }
}
