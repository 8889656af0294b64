//! The open-issue list: what is left of a round, or of all rounds of a project.

use std::collections::HashSet;

use chrono::NaiveDate;
use hefu_documents::Kind;
use hefu_documents::kinds::open_issue_list as doc;
use hefu_documents::paper::Front;
use hefu_domain::acceptance::{OpenIssue, Round};
use hefu_domain::document::{Document, Obstacle, Subject, list_obstacles};
use hefu_domain::party::Person;
use hefu_domain::project::Project;
use hefu_domain::text::Text;
use hefu_store::{Reader, WriteTx};

use super::super::ground::Ground;
use super::{Beginning, Paper, Texts};
use crate::failure::CommandError;
use crate::library::document_template;
use crate::many::of_project;
use crate::party;

pub(super) struct OpenIssueList;

impl Paper for OpenIssueList {
    fn begin(
        &self,
        reader: &Reader<'_>,
        project: &Project,
        subject: Subject,
    ) -> Result<Beginning, CommandError> {
        let before = match subject {
            Subject::Project => project.number.clone(),
            Subject::Round { round } => {
                let round: Round = reader.one(round.0)?;
                of_project("round", project.id, round.project)?;
                format!("{} / {}", project.number, round.number)
            }
        };
        let template = document_template("open_issue_list");
        Ok(Beginning {
            number: next_number(reader, project, &before)?,
            title: Text::reviewed(&template.title.en, &template.title.zh),
            date: None,
            signature: Text::reviewed(&template.signature.en, &template.signature.zh),
        })
    }

    fn facts(&self, ground: Ground<'_>, front: Front) -> Result<Box<dyn Kind>, CommandError> {
        let issues = issues(ground)?.iter().map(|issue| fact(ground, issue)).collect::<Result<_, _>>()?;
        Ok(Box::new(doc::OpenIssueList { front, issues }))
    }

    fn texts(&self, ground: Ground<'_>, texts: &mut Texts) -> Result<(), CommandError> {
        let mut named = HashSet::new();
        for issue in issues(ground)? {
            texts.add("text", &issue, &issue.number, &issue.text);
            if let Some(owner) = issue.owner.filter(|owner| named.insert(*owner)) {
                let owner: Person = ground.reader.one(owner.0)?;
                texts.add("name", &owner, &owner.name.zh.words, &owner.name);
            }
        }
        Ok(())
    }

    fn obstacles(&self, ground: Ground<'_>) -> Result<Vec<Obstacle<usize>>, CommandError> {
        Ok(list_obstacles(&issues(ground)?))
    }

    /// Nothing: what the list asks for is done and closed issue by issue.
    fn signed(&self, _: &WriteTx<'_>, _: &Document, _: NaiveDate) -> Result<(), CommandError> {
        Ok(())
    }
}

/// `HC-2026-014 / OIL-01`: the first that no document of the project has.
fn next_number(reader: &Reader<'_>, project: &Project, before: &str) -> Result<String, CommandError> {
    let documents = reader.documents_of(project.id)?;
    let taken: HashSet<String> = documents.into_iter().map(|document| document.number).collect();
    let numbers = (1u32..).map(|number| format!("{before} / OIL-{number:02}"));
    Ok(numbers.into_iter().find(|number| !taken.contains(number)).unwrap_or_default())
}

fn issues(ground: Ground<'_>) -> Result<Vec<OpenIssue>, CommandError> {
    let papers = ground.reader;
    Ok(match ground.document.subject {
        Subject::Project => papers.open_issues_in(ground.project.id)?,
        Subject::Round { round } => papers.open_issues_of(round)?,
    })
}

fn fact(ground: Ground<'_>, issue: &OpenIssue) -> Result<doc::Issue, CommandError> {
    let round = ground.scope.rounds.iter().find(|round| round.id == issue.round);
    let criterion = ground.scope.criteria.iter().find(|criterion| Some(criterion.id) == issue.criterion);
    Ok(doc::Issue {
        number: issue.number.clone(),
        round: round.map(|round| round.number.clone()).unwrap_or_default(),
        criterion: criterion.map(|criterion| criterion.number.clone()),
        text: issue.text.clone(),
        owner: issue.owner.map(|id| party::name(ground.reader, id)).transpose()?.unwrap_or_default(),
        due: issue.due,
        blocking: issue.blocking,
        closed: issue.closed,
    })
}
