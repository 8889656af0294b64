//! The sample story of Hefu as records of the domain: what a sample workspace is filled with, and what is done in
//! the meeting it opens on. Every company, person, address, number and figure in it is invented.
//!
//! The story is written in `library/story/*.toml`; identities are UUIDs of version 5 made from its ids, so that two
//! samples hold the same records.

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_domain::acceptance::{Conclusion, Finding, Mark, OpenIssue, Round};
use hefu_domain::contract::Contract;
use hefu_domain::document::{Document, Section, Signer};
use hefu_domain::evidence::Evidence;
use hefu_domain::id::{CriterionId, EvidenceId, OpenIssueId, PersonId, ProjectId, RoundId, TemplateId};
use hefu_domain::mapping::Mapping;
use hefu_domain::party::{Organisation, Person, VendorProfile};
use hefu_domain::payment::PaymentMilestone;
use hefu_domain::project::{Project, Stack, Stage};
use hefu_domain::register::{Gate, KeptRecord, Waiver};
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, Requirement};
use hefu_domain::text::{Text, Words};
use thiserror::Error;

mod documents;
mod files;
mod gates;
mod identity;
mod kept;
mod meeting;
mod money;
mod parties;
mod projects;
mod register;
mod scope;
mod source;
mod written;

pub use files::{TEXTS, evidence_bytes};
pub use identity::Identity;
pub use meeting::meeting;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SampleError {
    #[error("{file} does not read: {problem}")]
    Unreadable { file: &'static str, problem: String },
    #[error("{0:?} is named but not told")]
    Unknown(String),
}

/// The record on the morning of 28 September 2026.
#[derive(Clone, Debug)]
pub struct Story {
    pub today: NaiveDate,
    /// Whose workspace it is.
    pub owner: PersonId,
    pub title: Text,
    pub organisations: Vec<Organisation>,
    pub people: Vec<Person>,
    pub vendor: VendorProfile,
    /// The PNG that the profile names.
    pub vendor_logo: &'static [u8],
    pub projects: Vec<Project>,
    pub stages: Vec<Stage>,
    pub stacks: Vec<Stack>,
    pub contracts: Vec<Contract>,
    pub payments: Vec<PaymentMilestone>,
    pub requirements: Vec<Requirement>,
    pub deliverables: Vec<Deliverable>,
    pub chapters: Vec<Chapter>,
    pub criteria: Vec<Criterion>,
    pub links: Vec<Link>,
    /// With the bytes of those that are kept inside.
    pub evidence: Vec<HeldEvidence>,
    pub rounds: Vec<Round>,
    pub findings: Vec<Finding>,
    pub open_issues: Vec<OpenIssue>,
    pub documents: Vec<Document>,
    pub sections: Vec<Section>,
    pub signers: Vec<Signer>,
    pub templates: Vec<KeptTemplate>,
    pub mappings: Vec<Mapping>,
    /// Records of the registers, each with the day on which it was written down.
    pub kept: Vec<(NaiveDate, KeptRecord)>,
    pub lifecycles: Vec<SetUp>,
    pub waivers: Vec<Waiver>,
}

/// The gates that a project was given with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUp {
    pub project: ProjectId,
    /// Of the template.
    pub name: Text,
    /// As they stand on the story's day.
    pub gates: Vec<Gate>,
}

/// A project that was kept as a template; what the template holds follows from the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTemplate {
    pub id: TemplateId,
    pub project: ProjectId,
    pub made: NaiveDate,
    pub name: Text,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldEvidence {
    pub evidence: Evidence,
    /// There when the evidence is kept inside the workspace.
    pub bytes: Option<&'static [u8]>,
}

/// What is done in the meeting of 28 September 2026, up to the signatures, in the order of the fields.
#[derive(Clone, Debug)]
pub struct Meeting {
    pub round: RoundId,
    /// Texts that change.
    pub reworded: Vec<Rewording>,
    /// Criteria whose two sides are read against each other and confirmed.
    pub reviewed: Vec<CriterionId>,
    /// Files that come in.
    pub evidence: Vec<HeldEvidence>,
    /// Marks set or remarks changed.
    pub marked: Vec<Marking>,
    pub no_longer_blocking: Vec<OpenIssueId>,
    pub conclusion: Conclusion,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewording {
    pub criterion: CriterionId,
    pub text: Words,
}

/// One criterion as it is marked in the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    pub criterion: CriterionId,
    pub mark: Mark,
    /// None leaves what stands.
    pub measured: Option<Words>,
    /// None leaves what stands.
    pub remark: Option<Words>,
    pub marked_by: PersonId,
    pub witness: PersonId,
    pub marked_at: DateTime<FixedOffset>,
}

/// The story as records.
///
/// # Errors
/// When a file of the library does not read or names what is not told.
pub fn story() -> Result<Story, SampleError> {
    let source = source::Source::read()?;
    let parties = parties::parties(&source);
    let projects = projects::projects(&source)?;
    let scope = scope::scope(&source)?;
    let documents = documents::documents(&source)?;
    let today = source.projects.workspace.today.0;
    let kept = register::register(&source)?;
    let kept = kept.into_iter().map(|record| (register::written(&source, &record, today), record)).collect();
    Ok(Story {
        today,
        owner: PersonId::of(&source.projects.workspace.owner),
        title: source.projects.workspace.title.reviewed(),
        organisations: parties.organisations,
        people: parties.people,
        vendor: parties::vendor(&source),
        vendor_logo: files::VENDOR_LOGO,
        projects: projects.projects,
        stages: projects.stages,
        stacks: projects.stacks,
        contracts: projects.contracts,
        payments: money::payments(&source)?,
        requirements: scope.requirements,
        deliverables: scope.deliverables,
        chapters: scope.chapters,
        criteria: scope.criteria,
        links: scope.links,
        evidence: scope::evidence(&source, scope::Told::Morning),
        rounds: scope.rounds,
        findings: scope.findings,
        open_issues: scope.open_issues,
        documents: documents.documents,
        sections: documents.sections,
        signers: documents.signers,
        templates: projects::templates(&source),
        mappings: vec![scope::mapping()],
        kept,
        lifecycles: gates::lifecycles(&source)?,
        waivers: gates::waivers(&source)?,
    })
}

impl Story {
    pub fn evidence(&self, id: EvidenceId) -> Option<&HeldEvidence> {
        self.evidence.iter().find(|held| held.evidence.id == id)
    }
}
