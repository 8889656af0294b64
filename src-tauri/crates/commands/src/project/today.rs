//! Everything that needs the person, over all projects: computed from the record, never typed.

use chrono::{Days, NaiveDate};
use hefu_api::project::{
    RunningClock, Sum, Today, TodayItem, TodayRequest, TodayWhat, Urgency, WaitingLine, WaitingMoney,
};
use hefu_domain::acceptance::{Blocking, OpenIssue};
use hefu_domain::document::DocumentState;
use hefu_domain::payment::{PaymentState, waiting_for_signature};

use super::facts::{Facts, Paper, of_all};
use crate::acceptance::{clock_view, count};
use crate::failure::{Trouble, invalid};
use crate::session::Query;

/// Days ahead that count as soon.
const SOON: u64 = 14;

pub(crate) fn today(query: &mut Query<'_>, _: TodayRequest) -> Result<Today, Trouble> {
    let today = query.today;
    let (mut items, mut clocks, mut lines, mut held) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let projects = of_all(query.facts, query.store)?;
    for facts in &projects {
        let mut found = Collector { facts, today, items: Vec::new() };
        found.papers();
        found.rounds();
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
    Ok(Today { today, projects: count(projects.len()), items, waiting: WaitingMoney { sums, lines }, clocks })
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

    fn papers(&mut self) {
        let facts = self.facts;
        for Paper { document, unread, signed, signers } in &facts.papers {
            let round = facts.scope.rounds.iter().find(|round| Some(round.id) == document.round);
            let number = document.number.clone();
            if document.state == DocumentState::Issued {
                let what = TodayWhat::SignatureAwaited {
                    document: document.id,
                    number,
                    title: document.title.clone(),
                    signed: *signed,
                    signers: *signers,
                };
                self.add(Urgency::Blocked, round.and_then(|r| r.planned).or(document.date), what);
            } else if *unread > 0 {
                let what = TodayWhat::TextsToReview { document: document.id, number, count: *unread };
                self.add(Urgency::Language, document.date, what);
            }
        }
    }

    fn rounds(&mut self) {
        let facts = self.facts;
        for round in facts.scope.rounds.iter().filter(|round| round.conclusion.is_none()) {
            let tally = facts.scope.tally(round.id);
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
