//! The traceability matrix and what it is made of.

use chrono::NaiveDate;
use hefu_domain::acceptance::Mark;
use hefu_domain::id::{
    ChapterId, CriterionId, DeliverableId, LinkId, OrganisationId, ProjectId, RequirementId, StackId,
};
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, LinkEnds, Method, Priority, Requirement};
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::party::Removed;
pub use hefu_domain::trace::{DeliverableState, Hole, HoleCounts, Trust};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ScopeRequest {
    pub project: ProjectId,
}

/// Requirement → deliverable → criterion → evidence → decision of one project, whole.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScopeMatrix {
    pub requirements: Vec<RequirementRow>,
    pub deliverables: Vec<DeliverableRow>,
    pub chapters: Vec<Chapter>,
    pub criteria: Vec<CriterionRow>,
    pub holes: HoleCounts,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RequirementRow {
    pub requirement: Requirement,
    pub deliverables: Vec<LinkedDeliverable>,
    pub criteria: Vec<LinkedCriterion>,
    pub holes: Vec<Hole>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct LinkedDeliverable {
    pub link: LinkId,
    pub deliverable: DeliverableId,
    pub number: String,
    pub trust: Trust,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct LinkedCriterion {
    pub link: LinkId,
    pub criterion: CriterionId,
    pub number: String,
    pub trust: Trust,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DeliverableRow {
    pub deliverable: Deliverable,
    pub state: DeliverableState,
    pub criteria: Vec<LinkedCriterion>,
    pub holes: Vec<Hole>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CriterionRow {
    pub criterion: Criterion,
    /// Mark of the newest round that looked at it.
    pub mark: Mark,
    pub evidence: u32,
    pub holes: Vec<Hole>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveRequirement {
    pub requirement: Option<RequirementId>,
    pub project: ProjectId,
    pub number: String,
    pub title: Words,
    pub priority: Priority,
    pub stack: Option<StackId>,
    pub source: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RequirementSaved {
    pub requirement: RequirementId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct RequirementRef {
    pub requirement: RequirementId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveDeliverable {
    pub deliverable: Option<DeliverableId>,
    pub project: ProjectId,
    pub number: String,
    pub title: Words,
    pub stack: Option<StackId>,
    pub organisation: Option<OrganisationId>,
    pub due: Option<NaiveDate>,
    pub handed_over: Option<NaiveDate>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DeliverableSaved {
    pub deliverable: DeliverableId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct DeliverableRef {
    pub deliverable: DeliverableId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveChapter {
    pub chapter: Option<ChapterId>,
    pub project: ProjectId,
    pub title: Words,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ChapterSaved {
    pub chapter: ChapterId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveCriterion {
    pub criterion: Option<CriterionId>,
    pub project: ProjectId,
    pub chapter: ChapterId,
    pub number: String,
    pub text: Words,
    pub method: Method,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CriterionSaved {
    pub criterion: CriterionId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct CriterionRef {
    pub criterion: CriterionId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct LinkRequest {
    pub project: ProjectId,
    pub ends: LinkEnds,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct LinkRef {
    pub link: LinkId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Linked {
    pub link: Link,
}

pub use crate::import::{
    CompareImport, ImportChange, ImportColumn, ImportComparison, ImportEncoding, ImportFault, ImportPreview,
    ImportRow, ImportStanding, ImportTable, Imported, ImportedChange, ListMappings, MappingRef, MappingSaved,
    Mappings, MissingRecord, PreviewImport, SaveMapping, TableSource, UnreadColumn,
};
pub use crate::many::ManyEdited;
pub use hefu_exchange::Target as ImportTarget;

/// Changes requirements of one project at once.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EditRequirements {
    pub project: ProjectId,
    pub requirements: Vec<RequirementId>,
    pub change: RequirementChange,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what", deny_unknown_fields)]
pub enum RequirementChange {
    Priority {
        priority: Priority,
    },
    Stack {
        stack: Option<StackId>,
    },
    /// Their suspect links hold as both ends stand now.
    LinksConfirmed,
    /// Their links go with them.
    Removed,
}

/// Changes deliverables of one project at once.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EditDeliverables {
    pub project: ProjectId,
    pub deliverables: Vec<DeliverableId>,
    pub change: DeliverableChange,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what", deny_unknown_fields)]
pub enum DeliverableChange {
    Due {
        due: Option<NaiveDate>,
    },
    HandedOver {
        handed_over: Option<NaiveDate>,
    },
    Organisation {
        organisation: Option<OrganisationId>,
    },
    Stack {
        stack: Option<StackId>,
    },
    /// Their suspect links hold as both ends stand now.
    LinksConfirmed,
    /// Their links go with them.
    Removed,
}

/// Changes criteria of one project at once.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EditCriteria {
    pub project: ProjectId,
    pub criteria: Vec<CriterionId>,
    pub change: CriterionChange,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what", deny_unknown_fields)]
pub enum CriterionChange {
    /// They come last in the chapter, in the order given.
    Chapter {
        chapter: ChapterId,
    },
    Method {
        method: Method,
    },
    /// Their suspect links hold as both ends stand now.
    LinksConfirmed,
    /// Their links and presenter's notes go with them.
    Removed,
}
