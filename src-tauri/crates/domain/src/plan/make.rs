//! A new project of a plan.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Plan, PlannedDocument, PlannedLink, PlannedMilestone, Structure};
use crate::acceptance::Round;
use crate::contract::Contract;
use crate::document::{Document, DocumentState, Section, Signer, SignerState};
use crate::id::{
    ChapterId, ContractId, CriterionId, DeliverableId, DocumentId, LinkId, PaymentMilestoneId, RequirementId,
    RoundId, SectionId, SignerId, StackId, StageId,
};
use crate::money::{Money, MoneyError};
use crate::payment::PaymentMilestone;
use crate::project::{Project, Stack, Stage};
use crate::scope::{Chapter, Criterion, Deliverable, Link, LinkEnds, Requirement};
use crate::text::Text;
use crate::trace::fingerprint;

/// A sum of money, or only the currency it will be in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// ISO 4217.
    pub currency: String,
    pub amount: Option<Decimal>,
}

/// What a new project has of its own.
pub struct Beginning<'a> {
    /// Its identity is a new project's; jurisdictions are the plan's.
    pub project: Project,
    /// The first day, from which all others are counted; without one no day is set.
    pub start: Option<NaiveDate>,
    /// What stands for the prices that the plan leaves open.
    pub price: &'a Price,
}

impl Plan {
    /// The records of a new project. Nothing has happened in it: its first stage begins on the first day, if there
    /// is one, and every document is a draft whose paragraphs are to be read again.
    ///
    /// # Errors
    /// Those of `fresh`, and amounts that are out of range.
    pub fn make<E: From<MoneyError>>(
        &self,
        beginning: &Beginning<'_>,
        fresh: &mut dyn FnMut() -> Result<Uuid, E>,
    ) -> Result<Structure, E> {
        let Beginning { project, start, price } = beginning;
        let id = project.id;
        let mut made = Structure {
            project: Project { jurisdictions: self.jurisdictions.clone(), ..project.clone() },
            stages: Vec::new(),
            stacks: Vec::new(),
            contract: None,
            milestones: Vec::new(),
            requirements: Vec::new(),
            deliverables: Vec::new(),
            chapters: Vec::new(),
            criteria: Vec::new(),
            links: Vec::new(),
            rounds: Vec::new(),
            documents: Vec::new(),
            sections: Vec::new(),
            signers: Vec::new(),
        };
        self.make_course(&mut made, *start, fresh)?;
        self.make_money(&mut made, price, fresh)?;
        self.make_scope(&mut made, *start, fresh)?;
        for planned in &self.rounds {
            made.rounds.push(Round {
                id: RoundId(fresh()?),
                project: id,
                number: planned.number.clone(),
                kind: planned.kind,
                ordinal: 1,
                planned: after(*start, planned.planned),
                notice: None,
                meeting: None,
                conclusion: None,
            });
        }
        for planned in &self.documents {
            make_document(planned, &mut made, *start, fresh)?;
        }
        Ok(made)
    }

    /// Stages and stacks.
    fn make_course<E>(
        &self,
        made: &mut Structure,
        start: Option<NaiveDate>,
        fresh: &mut dyn FnMut() -> Result<Uuid, E>,
    ) -> Result<(), E> {
        let project = made.project.id;
        for (position, title) in (1..).zip(&self.stages) {
            let started = start.filter(|_| position == 1);
            made.stages.push(Stage {
                id: StageId(fresh()?),
                project,
                stack: None,
                position,
                title: title.clone(),
                started,
                ended: None,
            });
        }
        for (position, stack) in (1..).zip(&self.stacks) {
            made.stacks.push(Stack {
                id: StackId(fresh()?),
                project,
                position,
                title: stack.title.clone(),
                jurisdiction: stack.jurisdiction.clone(),
                calendar: stack.calendar.clone(),
            });
        }
        Ok(())
    }

    fn make_money<E: From<MoneyError>>(
        &self,
        made: &mut Structure,
        price: &Price,
        fresh: &mut dyn FnMut() -> Result<Uuid, E>,
    ) -> Result<(), E> {
        let project = made.project.id;
        let contract = self.terms.as_ref();
        if contract.is_some() || price.amount.is_some() {
            let price = contract.and_then(|terms| terms.price.as_ref()).unwrap_or(price);
            made.contract = Some(Contract {
                id: ContractId(fresh()?),
                project,
                number: String::new(),
                date: None,
                title: contract.map(|terms| terms.title.clone()).unwrap_or_default(),
                currency: price.currency.clone(),
                amount: price.amount,
                vat_rate: contract.and_then(|terms| terms.vat_rate),
                prevailing_language: contract.and_then(|terms| terms.prevailing_language),
                deemed_acceptance: contract.and_then(|terms| terms.deemed_acceptance.clone()),
            });
        }
        let amounts = self.amounts(price)?;
        for ((position, planned), money) in (1..).zip(&self.milestones).zip(amounts) {
            made.milestones.push(PaymentMilestone {
                id: PaymentMilestoneId(fresh()?),
                project,
                position,
                title: planned.title.clone(),
                share: planned.share,
                amount: money.amount(),
                currency: money.currency().code().to_owned(),
                trigger: planned.trigger,
                triggered: None,
                paid: None,
                invoice_within_days: planned.invoice_within_days,
            });
        }
        Ok(())
    }

    /// The amount of every milestone: its own, else its share of the price. Where the shares make a whole, the last
    /// open one takes what rounding leaves.
    fn amounts(&self, price: &Price) -> Result<Vec<Money>, MoneyError> {
        let whole = Money::in_code(price.amount.unwrap_or_default(), &price.currency)?;
        let own = |milestone: &PlannedMilestone| match &milestone.price {
            Some(price) => Money::in_code(price.amount.unwrap_or_default(), &price.currency),
            None => whole.share(milestone.share),
        };
        let mut amounts = self.milestones.iter().map(own).collect::<Result<Vec<_>, _>>()?;
        let are_open = self.milestones.iter().all(|milestone| milestone.price.is_none());
        let shares: Decimal = self.milestones.iter().map(|milestone| milestone.share).sum();
        if are_open
            && shares == Decimal::ONE
            && let Some((last, others)) = amounts.split_last_mut()
        {
            let mut rest = whole;
            for amount in others {
                rest = rest.minus(amount)?;
            }
            *last = rest;
        }
        Ok(amounts)
    }

    /// Chapters and their criteria.
    fn make_criteria<E>(
        &self,
        made: &mut Structure,
        fresh: &mut dyn FnMut() -> Result<Uuid, E>,
    ) -> Result<(), E> {
        let project = made.project.id;
        for (position, title) in (1..).zip(&self.chapters) {
            made.chapters.push(Chapter { id: ChapterId(fresh()?), project, position, title: title.clone() });
        }
        let mut next = vec![1; made.chapters.len()];
        for planned in &self.criteria {
            let (Some(chapter), Some(position)) =
                (made.chapters.get(planned.chapter), next.get_mut(planned.chapter))
            else {
                continue;
            };
            made.criteria.push(Criterion {
                id: CriterionId(fresh()?),
                project,
                chapter: chapter.id,
                position: *position,
                number: planned.number.clone(),
                text: planned.text.clone(),
                method: planned.method,
            });
            *position += 1;
        }
        Ok(())
    }

    fn make_scope<E>(
        &self,
        made: &mut Structure,
        start: Option<NaiveDate>,
        fresh: &mut dyn FnMut() -> Result<Uuid, E>,
    ) -> Result<(), E> {
        let project = made.project.id;
        let stack = |made: &Structure, place: Option<usize>| Some(made.stacks.get(place?)?.id);
        for planned in &self.requirements {
            let requirement = Requirement {
                id: RequirementId(fresh()?),
                project,
                number: planned.number.clone(),
                title: planned.title.clone(),
                priority: planned.priority,
                stack: stack(made, planned.stack),
                source: planned.source.clone(),
            };
            made.requirements.push(requirement);
        }
        for planned in &self.deliverables {
            let deliverable = Deliverable {
                id: DeliverableId(fresh()?),
                project,
                number: planned.number.clone(),
                title: planned.title.clone(),
                stack: stack(made, planned.stack),
                organisation: planned.organisation,
                due: after(start, planned.due),
                handed_over: None,
            };
            made.deliverables.push(deliverable);
        }
        self.make_criteria(made, fresh)?;
        for planned in &self.links {
            if let Some((ends, from, to)) = ends(made, *planned) {
                let fingerprint = fingerprint(from, to);
                made.links.push(Link { id: LinkId(fresh()?), project, ends, fingerprint });
            }
        }
        Ok(())
    }
}

/// A link between records that were made, with the words of both ends.
fn ends(made: &Structure, planned: PlannedLink) -> Option<(LinkEnds, &Text, &Text)> {
    let requirement = |place: usize| made.requirements.get(place).map(|each| (each.id, &each.title));
    let deliverable = |place: usize| made.deliverables.get(place).map(|each| (each.id, &each.title));
    let criterion = |place: usize| made.criteria.get(place).map(|each| (each.id, &each.text));
    Some(match planned {
        PlannedLink::Delivers { requirement: r, deliverable: d } => {
            let ((r, from), (d, to)) = (requirement(r)?, deliverable(d)?);
            (LinkEnds::Delivers { requirement: r, deliverable: d }, from, to)
        }
        PlannedLink::Proves { requirement: r, criterion: c } => {
            let ((r, from), (c, to)) = (requirement(r)?, criterion(c)?);
            (LinkEnds::Proves { requirement: r, criterion: c }, from, to)
        }
        PlannedLink::Examines { deliverable: d, criterion: c } => {
            let ((d, from), (c, to)) = (deliverable(d)?, criterion(c)?);
            (LinkEnds::Examines { deliverable: d, criterion: c }, from, to)
        }
    })
}

fn make_document<E>(
    planned: &PlannedDocument,
    made: &mut Structure,
    start: Option<NaiveDate>,
    fresh: &mut dyn FnMut() -> Result<Uuid, E>,
) -> Result<(), E> {
    let id = DocumentId(fresh()?);
    made.documents.push(Document {
        id,
        project: made.project.id,
        kind: planned.kind,
        subject: planned.round.and_then(|place| made.rounds.get(place)).map(|round| round.id).into(),
        number: format!("{}{}", made.project.number, planned.number_after),
        title: planned.title.clone(),
        version: 1,
        state: DocumentState::Draft,
        date: after(start, planned.date),
        edition: planned.edition,
        look: planned.look,
        issued: None,
        revision: None,
        supersedes: None,
        void_reason: String::new(),
    });
    for (position, paragraph) in (1..).zip(&planned.paragraphs) {
        // It was written of another project: nobody has read yet that it says what is so in this one.
        let text = Text::draft(&paragraph.text.words());
        made.sections.push(Section {
            id: SectionId(fresh()?),
            document: id,
            part: paragraph.part,
            position,
            text,
        });
    }
    for (position, signer) in (1..).zip(&planned.signers) {
        made.signers.push(Signer {
            id: SignerId(fresh()?),
            document: id,
            position,
            person: signer.person,
            role: signer.role,
            capacity: signer.capacity.clone(),
            outcome: SignerState::Waiting,
        });
    }
    Ok(())
}

fn after(start: Option<NaiveDate>, days: Option<i64>) -> Option<NaiveDate> {
    let (start, days) = (start?, days?);
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { start.checked_sub_days(distance) } else { start.checked_add_days(distance) }
}
