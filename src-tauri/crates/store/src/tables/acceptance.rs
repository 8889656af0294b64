//! Rounds and what is found in them: findings, open issues, and the presenter's notes beside them.

use hefu_domain::acceptance::{Finding, OpenIssue, PresenterNote, Round};
use hefu_domain::id::{CriterionId, ProjectId, RoundId};
use hefu_domain::party::PersonName;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record!(Round);
record!(Finding);
record!(OpenIssue);
record!(PresenterNote);

/// A preliminary round comes before a final one, and of one kind the first before the second.
macro_rules! in_turn {
    () => {
        "kind = 'final', ordinal, id"
    };
}

impl Reader<'_> {
    /// The rounds of a project in the order in which they are held, the newest last.
    pub fn rounds_of(&self, project: ProjectId) -> Result<Vec<Round>, StoreError> {
        self.list(concat!("project = ?1 ORDER BY ", in_turn!()), [project.to_string()])
    }

    /// The round that is worked on: the first that is not concluded, else the newest. None: there is none.
    pub fn round_at_hand(&self, project: ProjectId) -> Result<Option<Round>, StoreError> {
        let rounds = self.rounds_of(project)?;
        let open = rounds.iter().position(|round| round.conclusion.is_none());
        let at = open.or(rounds.len().checked_sub(1));
        Ok(at.and_then(|at| rounds.into_iter().nth(at)))
    }

    /// What was found in one round, in the order in which it was found.
    pub fn findings_of(&self, round: RoundId) -> Result<Vec<Finding>, StoreError> {
        self.list("round = ?1 ORDER BY id", [round.to_string()])
    }

    /// What was found in every round of a project.
    pub fn findings_in(&self, project: ProjectId) -> Result<Vec<Finding>, StoreError> {
        let condition = "round IN (SELECT id FROM round WHERE project = ?1) ORDER BY id";
        self.list(condition, [project.to_string()])
    }

    /// What a round found of one criterion. None: it did not look at it.
    pub fn finding_of(&self, round: RoundId, criterion: CriterionId) -> Result<Option<Finding>, StoreError> {
        self.first("round = ?1 AND criterion = ?2", [round.to_string(), criterion.to_string()])
    }

    /// The people who attested what a round found: their names and nothing else of them.
    pub fn witnesses_of(&self, round: RoundId) -> Result<Vec<PersonName>, StoreError> {
        let condition = "id IN (SELECT witness FROM finding WHERE round = ?1) ORDER BY id";
        self.list(condition, [round.to_string()])
    }

    /// The open issues that a round left, by number.
    pub fn open_issues_of(&self, round: RoundId) -> Result<Vec<OpenIssue>, StoreError> {
        self.list("round = ?1 ORDER BY number", [round.to_string()])
    }

    /// The open issues of every round of a project, by number.
    pub fn open_issues_in(&self, project: ProjectId) -> Result<Vec<OpenIssue>, StoreError> {
        self.list("project = ?1 ORDER BY number", [project.to_string()])
    }

    /// The open issues that a round left at one criterion, by number.
    pub fn open_issues_at(
        &self,
        round: RoundId,
        criterion: CriterionId,
    ) -> Result<Vec<OpenIssue>, StoreError> {
        let condition = "round = ?1 AND criterion = ?2 ORDER BY number";
        self.list(condition, [round.to_string(), criterion.to_string()])
    }

    /// The presenter's notes to a project's criteria, in the order in which they were made.
    pub fn presenter_notes_of(&self, project: ProjectId) -> Result<Vec<PresenterNote>, StoreError> {
        self.list("project = ?1 ORDER BY id", [project.to_string()])
    }

    /// The presenter's note to a criterion. None: nothing is noted.
    pub fn presenter_note_to(&self, criterion: CriterionId) -> Result<Option<PresenterNote>, StoreError> {
        self.first("criterion = ?1", [criterion.to_string()])
    }
}
