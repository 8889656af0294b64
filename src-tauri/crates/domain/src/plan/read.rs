//! A plan of a project as it stands.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::NaiveDate;

use super::{
    Plan, PlannedCriterion, PlannedDeliverable, PlannedDocument, PlannedLink, PlannedMilestone,
    PlannedParagraph, PlannedRequirement, PlannedRound, PlannedSigner, PlannedStack, Price, Structure, Terms,
};
use crate::document::{Document, DocumentState};
use crate::id::RoundId;
use crate::scope::LinkEnds;

impl Structure {
    /// The earliest day that the project's stages, contract, deliverables and rounds name.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let stages = self.stages.iter().filter_map(|stage| stage.started);
        let contract = self.contract.iter().filter_map(|contract| contract.date);
        let due = self.deliverables.iter().filter_map(|deliverable| deliverable.due);
        let planned = self.rounds.iter().filter_map(|round| round.planned);
        stages.chain(contract).chain(due).chain(planned).min()
    }

    /// What it is built of. What happened in it is left out: marks, evidence, open issues, signatures, what was
    /// issued, paid or handed over, rounds after the first of their kind, and presenter's notes.
    pub fn plan(&self) -> Plan {
        let first = self.first_day();
        let days = |day: Option<NaiveDate>| Some((day? - first?).num_days());
        let stacks = places(self.stacks.iter().map(|stack| stack.id));
        let requirements = places(self.requirements.iter().map(|requirement| requirement.id));
        let deliverables = places(self.deliverables.iter().map(|deliverable| deliverable.id));
        let chapters = places(self.chapters.iter().map(|chapter| chapter.id));
        let criteria: Vec<_> =
            self.criteria.iter().filter(|criterion| chapters.contains_key(&criterion.chapter)).collect();
        let criterion_at = places(criteria.iter().map(|criterion| criterion.id));
        let rounds: Vec<_> = self.rounds.iter().filter(|round| round.ordinal == 1).collect();
        let round_at = places(rounds.iter().map(|round| round.id));
        let link = |ends| {
            Some(match ends {
                LinkEnds::Delivers { requirement, deliverable } => PlannedLink::Delivers {
                    requirement: *requirements.get(&requirement)?,
                    deliverable: *deliverables.get(&deliverable)?,
                },
                LinkEnds::Proves { requirement, criterion } => PlannedLink::Proves {
                    requirement: *requirements.get(&requirement)?,
                    criterion: *criterion_at.get(&criterion)?,
                },
                LinkEnds::Examines { deliverable, criterion } => PlannedLink::Examines {
                    deliverable: *deliverables.get(&deliverable)?,
                    criterion: *criterion_at.get(&criterion)?,
                },
            })
        };
        Plan {
            jurisdictions: self.project.jurisdictions.clone(),
            terms: self.contract.as_ref().map(|contract| Terms {
                title: contract.title.clone(),
                vat_rate: contract.vat_rate,
                prevailing_language: contract.prevailing_language,
                deemed_acceptance: contract.deemed_acceptance.clone(),
                price: Some(Price { currency: contract.currency.clone(), amount: contract.amount }),
            }),
            stages: self.stages.iter().map(|stage| stage.title.clone()).collect(),
            stacks: self
                .stacks
                .iter()
                .map(|stack| PlannedStack {
                    title: stack.title.clone(),
                    jurisdiction: stack.jurisdiction.clone(),
                    calendar: stack.calendar.clone(),
                })
                .collect(),
            milestones: self
                .milestones
                .iter()
                .map(|milestone| PlannedMilestone {
                    title: milestone.title.clone(),
                    share: milestone.share,
                    price: Some(Price {
                        currency: milestone.currency.clone(),
                        amount: Some(milestone.amount),
                    }),
                    trigger: milestone.trigger,
                    invoice_within_days: milestone.invoice_within_days,
                })
                .collect(),
            requirements: self
                .requirements
                .iter()
                .map(|requirement| PlannedRequirement {
                    number: requirement.number.clone(),
                    title: requirement.title.clone(),
                    priority: requirement.priority,
                    stack: requirement.stack.and_then(|id| stacks.get(&id).copied()),
                    source: requirement.source.clone(),
                })
                .collect(),
            deliverables: self
                .deliverables
                .iter()
                .map(|deliverable| PlannedDeliverable {
                    number: deliverable.number.clone(),
                    title: deliverable.title.clone(),
                    stack: deliverable.stack.and_then(|id| stacks.get(&id).copied()),
                    organisation: deliverable.organisation,
                    due: days(deliverable.due),
                })
                .collect(),
            chapters: self.chapters.iter().map(|chapter| chapter.title.clone()).collect(),
            criteria: criteria
                .iter()
                .map(|criterion| PlannedCriterion {
                    chapter: chapters[&criterion.chapter],
                    number: criterion.number.clone(),
                    text: criterion.text.clone(),
                    method: criterion.method,
                })
                .collect(),
            links: self.links.iter().filter_map(|each| link(each.ends)).collect(),
            rounds: rounds
                .iter()
                .map(|round| PlannedRound {
                    number: round.number.clone(),
                    kind: round.kind,
                    planned: days(round.planned),
                })
                .collect(),
            documents: self
                .newest_documents(&round_at)
                .into_iter()
                .map(|document| PlannedDocument {
                    date: days(document.date),
                    ..self.planned_document(document, &round_at)
                })
                .collect(),
        }
    }

    /// The newest version of every document that was not voided and belongs to a round that is planned, or to none.
    fn newest_documents(&self, rounds: &HashMap<RoundId, usize>) -> Vec<&Document> {
        let stands = |document: &&Document| {
            document.state != DocumentState::Void
                && document.round.is_none_or(|round| rounds.contains_key(&round))
        };
        let mut newest: Vec<&Document> = Vec::new();
        for document in self.documents.iter().filter(stands) {
            match newest.iter_mut().find(|other| other.number == document.number) {
                Some(other) if other.version < document.version => *other = document,
                Some(_) => {}
                None => newest.push(document),
            }
        }
        newest
    }

    fn planned_document(&self, document: &Document, rounds: &HashMap<RoundId, usize>) -> PlannedDocument {
        let mut paragraphs: Vec<_> = self.sections.iter().filter(|s| s.document == document.id).collect();
        paragraphs.sort_by_key(|section| (section.part, section.position));
        let mut signers: Vec<_> = self.signers.iter().filter(|s| s.document == document.id).collect();
        signers.sort_by_key(|signer| signer.position);
        PlannedDocument {
            kind: document.kind,
            round: document.round.and_then(|id| rounds.get(&id).copied()),
            number_after: match document.number.strip_prefix(&self.project.number) {
                Some(after) => after.to_owned(),
                None => format!(" / {}", document.number),
            },
            title: document.title.clone(),
            date: None,
            edition: document.edition,
            look: document.look,
            paragraphs: paragraphs
                .into_iter()
                .map(|section| PlannedParagraph { part: section.part, text: section.text.clone() })
                .collect(),
            signers: signers
                .into_iter()
                .map(|signer| PlannedSigner {
                    person: signer.person,
                    role: signer.role,
                    capacity: signer.capacity.clone(),
                })
                .collect(),
        }
    }
}

fn places<I: Eq + Hash>(ids: impl Iterator<Item = I>) -> HashMap<I, usize> {
    ids.zip(0..).collect()
}
