//! Projects and what is agreed of them: stages, stacks, contract, payment milestones.

use hefu_domain::contract::Contract;
use hefu_domain::id::{OrganisationId, ProjectId};
use hefu_domain::payment::PaymentMilestone;
use hefu_domain::project::{Project, Stack, Stage};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record!(Project);
record!(Stage);
record!(Stack);
record!(Contract);
record!(PaymentMilestone);

impl Reader<'_> {
    /// Every project, by number.
    pub fn projects(&self) -> Result<Vec<Project>, StoreError> {
        self.list("TRUE ORDER BY number", [])
    }

    /// The identity of every project, by number.
    pub fn project_ids(&self) -> Result<Vec<ProjectId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM project ORDER BY number")?;
        let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
        let read =
            |id: String| id.parse().map(ProjectId).map_err(|_| StoreError::NotFound { noun: "project" });
        ids.map(|id| read(id?)).collect()
    }

    /// A project in which an organisation is shown: `near`, if the organisation takes part in it, else another in
    /// which it does, else `near` or any. None: there is no project.
    pub fn project_showing(
        &self,
        organisation: OrganisationId,
        near: Option<ProjectId>,
    ) -> Result<Option<ProjectId>, StoreError> {
        let found: Option<Project> = self.first(
            "TRUE ORDER BY ?1 IN (client, vendor, supervisor) OR EXISTS
               (SELECT 1 FROM json_each(partners) p WHERE p.value = ?1) DESC, id = ?2 DESC, number LIMIT 1",
            (organisation.to_string(), near.map(|project| project.to_string())),
        )?;
        Ok(found.map(|project| project.id))
    }

    /// The stages of a project in their order.
    pub fn stages_of(&self, project: ProjectId) -> Result<Vec<Stage>, StoreError> {
        self.list("project = ?1 ORDER BY position, id", [project.to_string()])
    }

    /// The stacks of a project in their order.
    pub fn stacks_of(&self, project: ProjectId) -> Result<Vec<Stack>, StoreError> {
        self.list("project = ?1 ORDER BY position, id", [project.to_string()])
    }

    /// The stacks of every project, those of one project together and in their order.
    pub fn stacks(&self) -> Result<Vec<Stack>, StoreError> {
        self.list("TRUE ORDER BY project, position, id", [])
    }

    /// The contract of a project. None: there is none yet.
    pub fn contract_of(&self, project: ProjectId) -> Result<Option<Contract>, StoreError> {
        self.first("project = ?1", [project.to_string()])
    }

    /// The payment milestones of a project in their order.
    pub fn payment_milestones_of(&self, project: ProjectId) -> Result<Vec<PaymentMilestone>, StoreError> {
        self.list("project = ?1 ORDER BY position, id", [project.to_string()])
    }
}
