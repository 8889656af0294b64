//! The lines of one project on one day: computed from the record, never typed.

use crate::acceptance::clock_view;
use crate::failure::{CommandError, of_money};
use crate::notice::Noticed;
use crate::project::{Facts, Paper};
use chrono::NaiveDate;
use hefu_api::today::{LineAct, RunningClock, TodayWhat, Urgency, WaitingLine};
use hefu_domain::acceptance::Blocking;
use hefu_domain::document::DocumentState;
use hefu_domain::money::Money;
use hefu_domain::payment::PaymentMilestone;

use super::collector::{Collector, Found, Lines, OWNED, Side};

impl Lines {
    pub(super) fn of(noticed: &Noticed, today: NaiveDate) -> Result<Self, CommandError> {
        let mut found = Collector { noticed, today, lines: Self::default() };
        found.papers();
        found.rounds();
        found.left_issues();
        found.deliverables();
        found.evidence();
        found.invoices();
        super::register::collect(&mut found);
        super::gates::collect(&mut found);
        let mut lines = found.lines;
        let facts = &noticed.facts;
        let (project, title) = (facts.project.id, &facts.project.title);
        for round in &facts.scope.rounds {
            let clock = clock_view(facts.contract.as_ref(), round, today);
            lines.clocks.extend(clock.map(|clock| RunningClock {
                project,
                project_title: title.clone(),
                round: round.id,
                clock,
            }));
        }
        let waiting = facts.waiting().map(|milestone| WaitingLine {
            project,
            project_title: title.clone(),
            milestone: milestone.title.clone(),
            amount: milestone.amount,
            currency: milestone.currency.clone(),
        });
        lines.waiting = waiting.collect();
        lines.held = held(facts)?;
        Ok(lines)
    }
}

/// What missing signatures hold back, one sum a currency. Errors: an amount cannot be counted.
fn held(facts: &Facts) -> Result<Vec<Money>, CommandError> {
    let sums = facts.waiting().map(PaymentMilestone::money).collect::<Result<Vec<_>, _>>();
    let sums = sums.and_then(Money::totals);
    Ok(sums.map_err(|error| of_money("payment_milestone", &error))?)
}

impl Collector<'_> {
    fn papers(&mut self) {
        let facts = self.facts();
        for Paper { document, unread, signed, signers } in &facts.papers {
            let round = facts.scope.rounds.iter().find(|round| Some(round.id) == document.subject.round());
            let number = document.number.clone();
            let (urgency, due, what) = if document.state == DocumentState::Issued {
                let what = TodayWhat::SignatureAwaited {
                    document: document.id,
                    number,
                    title: document.title.clone(),
                    signed: *signed,
                    signers: *signers,
                };
                (Urgency::Blocked, round.and_then(|r| r.planned).or(document.date), what)
            } else if *unread > 0 {
                let what = TodayWhat::TextsToReview { document: document.id, number, count: *unread };
                (Urgency::Language, document.date, what)
            } else {
                continue;
            };
            self.plain(urgency, document.id.0, due, what);
        }
    }

    fn rounds(&mut self) {
        let facts = self.facts();
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
            self.plain(urgency, round.id.0, due, what);
        }
    }

    /// Open issues of rounds: while a report is signed that lists them, nothing of them moves.
    fn left_issues(&mut self) {
        let facts = self.facts();
        let is_signed = facts.papers.iter().any(|paper| paper.document.state == DocumentState::Issued);
        let acts = if is_signed { &[] } else { OWNED };
        for issue in facts.issues.iter().filter(|issue| issue.closed.is_none()) {
            let (round, number, text) = (issue.round, issue.number.clone(), issue.text.clone());
            let found = |urgency, what| Found {
                urgency,
                record: issue.id.0,
                due: issue.due,
                what,
                owner: issue.owner,
                acts,
                calendar: facts.calendar,
            };
            match issue.blocking {
                Blocking::Blocks => {
                    let what = TodayWhat::BlockingIssue { round, number, text };
                    self.add(Side::Ours, found(Urgency::Blocked, what));
                }
                Blocking::DoesNotBlock => {
                    self.due(found(Urgency::Soon, TodayWhat::OpenIssueDue { round, number, text }));
                }
            }
        }
    }

    fn deliverables(&mut self) {
        let facts = self.facts();
        for deliverable in facts.scope.deliverables.iter().filter(|d| d.handed_over.is_none()) {
            let (number, title) = (deliverable.number.clone(), deliverable.title.clone());
            self.due(Found {
                urgency: Urgency::Soon,
                record: deliverable.id.0,
                due: deliverable.due,
                what: TodayWhat::DeliverableDue { number, title },
                owner: None,
                acts: &[LineAct::Finish],
                calendar: facts.calendar,
            });
        }
    }

    fn evidence(&mut self) {
        let facts = self.facts();
        let today = self.today;
        for evidence in facts.scope.evidence.iter().filter(|e| e.is_expired(today)) {
            let criterion = facts.scope.criteria.iter().find(|c| c.id == evidence.criterion);
            let what = TodayWhat::EvidenceExpired {
                criterion: criterion.map(|c| c.number.clone()).unwrap_or_default(),
                title: evidence.title.clone(),
            };
            self.plain(Urgency::Late, evidence.id.0, evidence.valid_until, what);
        }
    }

    /// Invoices that still can be in time. Whether one was sent is not recorded, so that of a day that has passed nothing
    /// is said.
    fn invoices(&mut self) {
        let facts = self.facts();
        let unpaid = facts.payments.iter().filter(|milestone| milestone.paid.is_none());
        for milestone in unpaid {
            let Some(due) = milestone.invoice_by().filter(|due| *due >= self.today) else { continue };
            self.due(Found {
                urgency: Urgency::Soon,
                record: milestone.id.0,
                due: Some(due),
                what: TodayWhat::InvoiceDue {
                    title: milestone.title.clone(),
                    amount: milestone.amount,
                    currency: milestone.currency.clone(),
                },
                owner: None,
                acts: &[],
                calendar: facts.calendar,
            });
        }
    }
}
