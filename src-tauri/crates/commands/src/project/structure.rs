//! All records of a project that a plan is read from, and putting those that are made of one.

use hefu_api::project::{DuplicateProject, ProjectSaved};
use hefu_domain::document::{Document, Section, Signer};
use hefu_domain::id::ProjectId;
use hefu_domain::journal::Act;
use hefu_domain::plan::{Beginning, Price, Structure};
use hefu_domain::project::Project;
use hefu_domain::text::Text;
use hefu_store::{Door, Reader, Record};

use crate::act::stacks;
use crate::failure::{Trouble, filled, said};
use crate::session::Action;

/// Everything a plan is read from, each list in its order.
pub(crate) fn structure(reader: &Reader<'_>, project: ProjectId) -> Result<Structure, Trouble> {
    let id = project.to_string();
    let of_documents = "document IN (SELECT id FROM document WHERE project = ?1) ORDER BY position";
    Ok(Structure {
        project: reader.one::<Project>(project.0)?,
        stages: reader.list("project = ?1 ORDER BY position", [&id])?,
        stacks: stacks(reader, project)?,
        contract: reader.first("project = ?1", [&id])?,
        milestones: reader.list("project = ?1 ORDER BY position", [&id])?,
        requirements: reader.list("project = ?1 ORDER BY rowid", [&id])?,
        deliverables: reader.list("project = ?1 ORDER BY rowid", [&id])?,
        chapters: reader.list("project = ?1 ORDER BY position", [&id])?,
        criteria: reader.list("project = ?1 ORDER BY position, rowid", [&id])?,
        links: reader.list("project = ?1 ORDER BY rowid", [&id])?,
        rounds: reader.list("project = ?1 ORDER BY rowid", [&id])?,
        documents: reader.list::<Document>("project = ?1 ORDER BY rowid", [&id])?,
        sections: reader.list::<Section>(of_documents, [&id])?,
        signers: reader.list::<Signer>(of_documents, [&id])?,
    })
}

/// Puts every record of a new project.
pub(crate) fn put(door: &Door<'_>, made: &Structure) -> Result<(), Trouble> {
    fn all<R: Record>(door: &Door<'_>, records: &[R]) -> Result<(), Trouble> {
        records.iter().try_for_each(|record| Ok(door.put(record)?))
    }
    door.put(&made.project)?;
    all(door, &made.stages)?;
    all(door, &made.stacks)?;
    all(door, made.contract.as_slice())?;
    all(door, &made.milestones)?;
    all(door, &made.requirements)?;
    all(door, &made.deliverables)?;
    all(door, &made.chapters)?;
    all(door, &made.criteria)?;
    all(door, &made.links)?;
    all(door, &made.rounds)?;
    all(door, &made.documents)?;
    all(door, &made.sections)?;
    all(door, &made.signers)
}

pub(crate) fn duplicate_project(
    action: &mut Action<'_>,
    request: DuplicateProject,
) -> Result<ProjectSaved, Trouble> {
    let number = filled("project", "number", &request.number)?.to_owned();
    said("project", "title", &request.title)?;
    let source = structure(&action.reader(), request.project)?;
    let project = Project {
        id: ProjectId(action.outside.id()?),
        number: number.clone(),
        title: Text::draft(&request.title),
        ..source.project.clone()
    };
    let currency = source.contract.as_ref().map_or("CNY", |contract| contract.currency.as_str());
    let price = Price { currency: currency.to_owned(), amount: None };
    let beginning = Beginning { project, start: request.start, price: &price };
    let made = source.plan().make(&beginning, &mut || action.outside.id().map_err(Trouble::from))?;
    let trails = made.stacks.iter().map(|stack| stack.id).collect();
    action.write(made.project.id, trails, |door| {
        put(door, &made)?;
        let act = Act::ProjectDuplicated { number, from: source.project.number };
        Ok((act, ProjectSaved { project: made.project.id }))
    })
}
