//! Projects, their stages and the stacks that keep separate audit trails.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{OrganisationId, PersonId, ProjectId, StackId, StageId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Project {
    pub id: ProjectId,
    /// The number people use: `HC-2026-014`.
    pub number: String,
    pub title: Text,
    pub summary: Text,
    pub client: OrganisationId,
    pub vendor: OrganisationId,
    pub supervisor: Option<OrganisationId>,
    pub partners: Vec<OrganisationId>,
    pub manager: PersonId,
    /// ISO 3166-1 alpha-2 of every law the project stands under.
    pub jurisdictions: Vec<String>,
}

/// One stage of a project's life; stages are named and ordered per project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stage {
    pub id: StageId,
    pub project: ProjectId,
    /// Of which stack alone, where stacks run side by side; none: of the whole project.
    pub stack: Option<StackId>,
    /// Place among the stages of its line, from 1.
    pub position: u32,
    pub title: Text,
    pub started: Option<NaiveDate>,
    pub ended: Option<NaiveDate>,
}

/// All services of one country under one audit trail. The stack's identity names its trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stack {
    pub id: StackId,
    pub project: ProjectId,
    pub position: u32,
    pub title: Text,
    pub jurisdiction: String,
    pub calendar: String,
}

mod template;

pub use crate::contract::{Contract, DeemedAcceptance, Silence};
pub use template::{StageTemplate, TemplateError, TemplateStage, parse_stage_templates};

/// Where a project stands: the stage that has started last and not ended; none when no stage is running.
pub fn current_stage(stages: &[Stage]) -> Option<&Stage> {
    stages
        .iter()
        .filter(|stage| stage.started.is_some() && stage.ended.is_none())
        .max_by_key(|stage| stage.position)
}

/// The stages by which a project is told where it stands: those of the whole project; where every stack runs by itself,
/// those of the first.
pub fn main_line(mut stages: Vec<Stage>) -> Vec<Stage> {
    let first = stages.iter().find(|stage| stage.stack.is_none()).or(stages.first());
    let line = first.and_then(|stage| stage.stack);
    stages.retain(|stage| stage.stack == line);
    stages
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_project_stands_where_its_own_stages_say_and_not_a_stack_beside_it() {
        let stage = |stack: Option<u128>, position| Stage {
            id: StageId(Uuid::nil()),
            project: ProjectId(Uuid::nil()),
            stack: stack.map(|stack| StackId(Uuid::from_u128(stack))),
            position,
            title: Text::default(),
            started: None,
            ended: None,
        };
        let positions =
            |stages: Vec<Stage>| main_line(stages).iter().map(|stage| stage.position).collect::<Vec<_>>();
        assert_eq!(
            positions(vec![stage(Some(1), 1), stage(None, 2), stage(None, 3), stage(Some(1), 4)]),
            [2, 3]
        );
        assert_eq!(positions(vec![stage(Some(2), 1), stage(Some(1), 2), stage(Some(2), 3)]), [1, 3]);
        assert_eq!(positions(Vec::new()), [] as [u32; 0]);
    }
}
