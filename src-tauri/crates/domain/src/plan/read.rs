//! A plan of a project as it stands.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::NaiveDate;

use super::{
    Plan, PlannedCriterion, PlannedDeliverable, PlannedDocument, PlannedLink, PlannedMilestone,
    PlannedParagraph, PlannedRequirement, PlannedRound, PlannedSigner, PlannedStack, Price, Structure, Terms,
};
use crate::acceptance::Round;
use crate::contract::Contract;
use crate::document::{Document, DocumentState, Section};
use crate::id::{ChapterId, CriterionId, DeliverableId, RequirementId, RoundId, StackId};
use crate::payment::PaymentMilestone;
use crate::project::Stack;
use crate::scope::{Criterion, Deliverable, LinkEnds, Requirement};

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
        let places = Places::of(self);
        Plan {
            jurisdictions: self.project.jurisdictions.clone(),
            terms: self.contract.as_ref().map(terms),
            stages: self.stages.iter().map(|stage| stage.title.clone()).collect(),
            stacks: self.stacks.iter().map(planned_stack).collect(),
            milestones: self.milestones.iter().map(planned_milestone).collect(),
            requirements: self.requirements.iter().map(|each| places.requirement(each)).collect(),
            deliverables: self.deliverables.iter().map(|each| places.deliverable(each)).collect(),
            chapters: self.chapters.iter().map(|chapter| chapter.title.clone()).collect(),
            criteria: self.criteria.iter().filter_map(|each| places.criterion(each)).collect(),
            links: self.links.iter().filter_map(|each| places.link(each.ends)).collect(),
            rounds: self.first_rounds().map(|each| places.round(each)).collect(),
            documents: self
                .newest_documents(&places.rounds)
                .into_iter()
                .map(|document| PlannedDocument {
                    date: places.days(document.date),
                    ..self.planned_document(document, &places.rounds)
                })
                .collect(),
        }
    }

    /// The first round of each kind: later ones are what happened.
    fn first_rounds(&self) -> impl Iterator<Item = &Round> {
        self.rounds.iter().filter(|round| round.ordinal == 1)
    }

    /// The newest version of every document that was not voided and belongs to a round that is planned, or to none.
    fn newest_documents(&self, rounds: &HashMap<RoundId, usize>) -> Vec<&Document> {
        let stands = |document: &&Document| {
            document.state != DocumentState::Void
                && document.subject.round().is_none_or(|round| rounds.contains_key(&round))
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
        // Why a party does not sign was said of that one paper.
        let theirs = |section: &&Section| section.document == document.id && section.part.waives().is_none();
        let mut paragraphs: Vec<_> = self.sections.iter().filter(theirs).collect();
        paragraphs.sort_by_key(|section| (section.part, section.position));
        let mut signers: Vec<_> = self.signers.iter().filter(|s| s.document == document.id).collect();
        signers.sort_by_key(|signer| signer.position);
        PlannedDocument {
            kind: document.kind,
            round: document.subject.round().and_then(|id| rounds.get(&id).copied()),
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

/// Where what a plan is read from stands in the lists of the plan, and the day from which its days are counted.
struct Places {
    first: Option<NaiveDate>,
    stacks: HashMap<StackId, usize>,
    requirements: HashMap<RequirementId, usize>,
    deliverables: HashMap<DeliverableId, usize>,
    chapters: HashMap<ChapterId, usize>,
    criteria: HashMap<CriterionId, usize>,
    rounds: HashMap<RoundId, usize>,
}

impl Places {
    fn of(structure: &Structure) -> Self {
        let chapters = places(structure.chapters.iter().map(|chapter| chapter.id));
        // One of a chapter that is not there has no place.
        let criteria = structure.criteria.iter().filter(|each| chapters.contains_key(&each.chapter));
        Self {
            first: structure.first_day(),
            stacks: places(structure.stacks.iter().map(|stack| stack.id)),
            requirements: places(structure.requirements.iter().map(|requirement| requirement.id)),
            deliverables: places(structure.deliverables.iter().map(|deliverable| deliverable.id)),
            criteria: places(criteria.map(|criterion| criterion.id)),
            rounds: places(structure.first_rounds().map(|round| round.id)),
            chapters,
        }
    }

    /// As a distance from the first day.
    fn days(&self, day: Option<NaiveDate>) -> Option<i64> {
        Some((day? - self.first?).num_days())
    }

    fn requirement(&self, requirement: &Requirement) -> PlannedRequirement {
        PlannedRequirement {
            number: requirement.number.clone(),
            title: requirement.title.clone(),
            priority: requirement.priority,
            stack: requirement.stack.and_then(|id| self.stacks.get(&id).copied()),
            source: requirement.source.clone(),
        }
    }

    fn deliverable(&self, deliverable: &Deliverable) -> PlannedDeliverable {
        PlannedDeliverable {
            number: deliverable.number.clone(),
            title: deliverable.title.clone(),
            stack: deliverable.stack.and_then(|id| self.stacks.get(&id).copied()),
            organisation: deliverable.organisation,
            due: self.days(deliverable.due),
        }
    }

    fn criterion(&self, criterion: &Criterion) -> Option<PlannedCriterion> {
        Some(PlannedCriterion {
            chapter: *self.chapters.get(&criterion.chapter)?,
            number: criterion.number.clone(),
            text: criterion.text.clone(),
            method: criterion.method,
        })
    }

    fn link(&self, ends: LinkEnds) -> Option<PlannedLink> {
        Some(match ends {
            LinkEnds::Delivers { requirement, deliverable } => PlannedLink::Delivers {
                requirement: *self.requirements.get(&requirement)?,
                deliverable: *self.deliverables.get(&deliverable)?,
            },
            LinkEnds::Proves { requirement, criterion } => PlannedLink::Proves {
                requirement: *self.requirements.get(&requirement)?,
                criterion: *self.criteria.get(&criterion)?,
            },
            LinkEnds::Examines { deliverable, criterion } => PlannedLink::Examines {
                deliverable: *self.deliverables.get(&deliverable)?,
                criterion: *self.criteria.get(&criterion)?,
            },
        })
    }

    fn round(&self, round: &Round) -> PlannedRound {
        PlannedRound { number: round.number.clone(), kind: round.kind, planned: self.days(round.planned) }
    }
}

fn terms(contract: &Contract) -> Terms {
    Terms {
        title: contract.title.clone(),
        vat_rate: contract.vat_rate,
        prevailing_language: contract.prevailing_language,
        deemed_acceptance: contract.deemed_acceptance.clone(),
        price: Some(Price { currency: contract.currency.clone(), amount: contract.amount }),
    }
}

fn planned_stack(stack: &Stack) -> PlannedStack {
    PlannedStack {
        title: stack.title.clone(),
        jurisdiction: stack.jurisdiction.clone(),
        calendar: stack.calendar.clone(),
    }
}

fn planned_milestone(milestone: &PaymentMilestone) -> PlannedMilestone {
    PlannedMilestone {
        title: milestone.title.clone(),
        share: milestone.share,
        price: Some(Price { currency: milestone.currency.clone(), amount: Some(milestone.amount) }),
        trigger: milestone.trigger,
        invoice_within_days: milestone.invoice_within_days,
    }
}

fn places<I: Eq + Hash>(ids: impl Iterator<Item = I>) -> HashMap<I, usize> {
    ids.zip(0..).collect()
}
