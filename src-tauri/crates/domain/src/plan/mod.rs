//! What a project is built of, apart from what happened in it: a duplicate is made of it, and a template is one that
//! is kept. Days are counted from the project's first; records name each other by their places.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acceptance::{Round, RoundKind};
use crate::contract::{Contract, DeemedAcceptance};
use crate::document::{Document, DocumentKind, Edition, Look, Part, Section, Signer, SignerRole};
use crate::id::{OrganisationId, PersonId, TemplateId};
use crate::payment::{PaymentMilestone, Trigger};
use crate::project::{Project, Stack, Stage};
use crate::scope::{Chapter, Criterion, Deliverable, Link, Method, Priority, Requirement};
use crate::text::{Language, Text};

mod general;
mod make;
mod read;

pub use general::Names;
pub use make::{Beginning, Price};

#[cfg(test)]
mod tests;

/// A plan that is kept under a name, to begin projects with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    pub id: TemplateId,
    pub name: Text,
    /// The day it was made.
    pub made: NaiveDate,
    pub plan: Plan,
}

/// All records of a project that a plan is read from or that are made of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    pub project: Project,
    pub stages: Vec<Stage>,
    pub stacks: Vec<Stack>,
    pub contract: Option<Contract>,
    pub milestones: Vec<PaymentMilestone>,
    pub requirements: Vec<Requirement>,
    pub deliverables: Vec<Deliverable>,
    pub chapters: Vec<Chapter>,
    pub criteria: Vec<Criterion>,
    pub links: Vec<Link>,
    pub rounds: Vec<Round>,
    pub documents: Vec<Document>,
    pub sections: Vec<Section>,
    pub signers: Vec<Signer>,
}

/// Each list in its order; a place in it is what other lists say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub jurisdictions: Vec<String>,
    pub terms: Option<Terms>,
    pub stages: Vec<Text>,
    pub stacks: Vec<PlannedStack>,
    pub milestones: Vec<PlannedMilestone>,
    pub requirements: Vec<PlannedRequirement>,
    pub deliverables: Vec<PlannedDeliverable>,
    pub chapters: Vec<Text>,
    pub criteria: Vec<PlannedCriterion>,
    pub links: Vec<PlannedLink>,
    pub rounds: Vec<PlannedRound>,
    pub documents: Vec<PlannedDocument>,
}

/// What a contract agrees, without its number and day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub title: Text,
    pub vat_rate: Option<Decimal>,
    pub prevailing_language: Option<Language>,
    pub deemed_acceptance: Option<DeemedAcceptance>,
    /// None in a template.
    pub price: Option<Price>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedStack {
    pub title: Text,
    pub jurisdiction: String,
    pub calendar: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedMilestone {
    pub title: Text,
    pub share: Decimal,
    /// None in a template: the share of the new contract's amount is taken.
    pub price: Option<Price>,
    pub trigger: Trigger,
    pub invoice_within_days: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRequirement {
    pub number: String,
    pub title: Text,
    pub priority: Priority,
    pub stack: Option<usize>,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedDeliverable {
    pub number: String,
    pub title: Text,
    pub stack: Option<usize>,
    /// None in a template.
    pub organisation: Option<OrganisationId>,
    /// Days after the first.
    pub due: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedCriterion {
    pub chapter: usize,
    pub number: String,
    pub text: Text,
    pub method: Method,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum PlannedLink {
    Delivers { requirement: usize, deliverable: usize },
    Proves { requirement: usize, criterion: usize },
    Examines { deliverable: usize, criterion: usize },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRound {
    pub number: String,
    pub kind: RoundKind,
    /// Days after the first.
    pub planned: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedDocument {
    pub kind: DocumentKind,
    pub round: Option<usize>,
    /// What follows the project's number in its own: ` / PA-01`.
    pub number_after: String,
    pub title: Text,
    /// Days after the first.
    pub date: Option<i64>,
    pub edition: Edition,
    pub look: Look,
    pub paragraphs: Vec<PlannedParagraph>,
    /// In their order; none in a template.
    pub signers: Vec<PlannedSigner>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedParagraph {
    pub part: Part,
    pub text: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedSigner {
    pub person: PersonId,
    pub role: SignerRole,
    pub capacity: Text,
}

/// How much a plan holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanCounts {
    pub stages: u32,
    pub requirements: u32,
    pub deliverables: u32,
    pub criteria: u32,
    pub milestones: u32,
    pub documents: u32,
}

impl Plan {
    pub fn counts(&self) -> PlanCounts {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        PlanCounts {
            stages: count(self.stages.len()),
            requirements: count(self.requirements.len()),
            deliverables: count(self.deliverables.len()),
            criteria: count(self.criteria.len()),
            milestones: count(self.milestones.len()),
            documents: count(self.documents.len()),
        }
    }
}
