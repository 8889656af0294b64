//! Requirements, deliverables, criteria, the links between them, and evidence.

use hefu_domain::evidence::Evidence;
use hefu_domain::id::{ChapterId, CriterionId, DeliverableId, PersonId, ProjectId, RequirementId};
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, Requirement};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record!(Requirement);
record!(Deliverable);
record!(Chapter);
record!(Criterion);
record!(Link);
record!(Evidence);

impl Reader<'_> {
    /// The requirements of a project, by number.
    pub fn requirements_of(&self, project: ProjectId) -> Result<Vec<Requirement>, StoreError> {
        self.list("project = ?1 ORDER BY number", [project.to_string()])
    }

    /// The requirements that are linked to a criterion, by number.
    pub fn requirements_behind(&self, criterion: CriterionId) -> Result<Vec<Requirement>, StoreError> {
        let condition = "id IN (SELECT requirement FROM link WHERE criterion = ?1) ORDER BY number";
        self.list(condition, [criterion.to_string()])
    }

    /// The deliverables of a project, by number.
    pub fn deliverables_of(&self, project: ProjectId) -> Result<Vec<Deliverable>, StoreError> {
        self.list("project = ?1 ORDER BY number", [project.to_string()])
    }

    /// The deliverables that are linked to a criterion, by number.
    pub fn deliverables_behind(&self, criterion: CriterionId) -> Result<Vec<Deliverable>, StoreError> {
        let condition = "id IN (SELECT deliverable FROM link WHERE criterion = ?1) ORDER BY number";
        self.list(condition, [criterion.to_string()])
    }

    /// The chapters of a project's criteria in their order.
    pub fn chapters_of(&self, project: ProjectId) -> Result<Vec<Chapter>, StoreError> {
        self.list("project = ?1 ORDER BY position, id", [project.to_string()])
    }

    /// The position behind the last chapter of a project; 1 in one that has none.
    pub fn next_chapter_position(&self, project: ProjectId) -> Result<u32, StoreError> {
        let sql = "SELECT ifnull(max(position), 0) + 1 FROM chapter WHERE project = ?1";
        Ok(u32::try_from(self.number(sql, [project.to_string()])?).unwrap_or(u32::MAX))
    }

    /// The criteria of a project, chapter by chapter in their order.
    pub fn criteria_of(&self, project: ProjectId) -> Result<Vec<Criterion>, StoreError> {
        let in_order = "project = ?1
            ORDER BY (SELECT c.position FROM chapter c WHERE c.id = chapter), position, id";
        self.list(in_order, [project.to_string()])
    }

    /// The position behind the last criterion of a chapter; 1 in one that has none.
    pub fn next_criterion_position(&self, chapter: ChapterId) -> Result<u32, StoreError> {
        let sql = "SELECT ifnull(max(position), 0) + 1 FROM criterion WHERE chapter = ?1";
        Ok(u32::try_from(self.number(sql, [chapter.to_string()])?).unwrap_or(u32::MAX))
    }

    /// The links of a project, in the order in which they were made.
    pub fn links_of(&self, project: ProjectId) -> Result<Vec<Link>, StoreError> {
        self.list("project = ?1 ORDER BY id", [project.to_string()])
    }

    /// The links that say which criterion proves which requirement of a project.
    pub fn proofs_of(&self, project: ProjectId) -> Result<Vec<Link>, StoreError> {
        self.list("project = ?1 AND ends ->> 'kind' = 'proves' ORDER BY id", [project.to_string()])
    }

    /// The links of a requirement.
    pub fn links_of_requirement(&self, requirement: RequirementId) -> Result<Vec<Link>, StoreError> {
        self.list("requirement = ?1 ORDER BY id", [requirement.to_string()])
    }

    /// The links of a deliverable.
    pub fn links_of_deliverable(&self, deliverable: DeliverableId) -> Result<Vec<Link>, StoreError> {
        self.list("deliverable = ?1 ORDER BY id", [deliverable.to_string()])
    }

    /// The links of a criterion.
    pub fn links_of_criterion(&self, criterion: CriterionId) -> Result<Vec<Link>, StoreError> {
        self.list("criterion = ?1 ORDER BY id", [criterion.to_string()])
    }

    /// The evidence of a project, by number.
    pub fn evidence_of(&self, project: ProjectId) -> Result<Vec<Evidence>, StoreError> {
        self.list("project = ?1 ORDER BY number", [project.to_string()])
    }

    /// The evidence of one criterion, by number.
    pub fn evidence_for(&self, criterion: CriterionId) -> Result<Vec<Evidence>, StoreError> {
        self.list("criterion = ?1 ORDER BY number", [criterion.to_string()])
    }

    /// What a person provided as evidence, in whatever project, by number.
    pub fn evidence_provided_by(&self, person: PersonId) -> Result<Vec<Evidence>, StoreError> {
        self.list("provided_by = ?1 ORDER BY number, id", [person.to_string()])
    }
}
