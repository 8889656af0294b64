//! All records of a project that a plan is read from, and putting those that are made of one.

use hefu_api::Failure;
use hefu_api::project::{DuplicateProject, ProjectSaved};
use hefu_domain::id::ProjectId;
use hefu_domain::journal::Act;
use hefu_domain::money::MoneyError;
use hefu_domain::plan::{Beginning, Plan, Price, Structure};
use hefu_domain::project::{Project, main_line};
use hefu_domain::text::Text;
use hefu_store::{Door, Reader, Record};

use crate::failure::{Trouble, filled, of_money, said};
use crate::outside::Outside;
use crate::session::Action;

/// Everything a plan is read from, each list in its order. A stack that runs by itself sets its own stages up again.
pub(crate) fn structure(reader: &Reader<'_>, project: ProjectId) -> Result<Structure, Trouble> {
    Ok(Structure {
        project: reader.one::<Project>(project.0)?,
        stages: main_line(reader.stages_of(project)?),
        stacks: reader.stacks_of(project)?,
        contract: reader.contract_of(project)?,
        milestones: reader.payment_milestones_of(project)?,
        requirements: reader.requirements_of(project)?,
        deliverables: reader.deliverables_of(project)?,
        chapters: reader.chapters_of(project)?,
        criteria: reader.criteria_of(project)?,
        links: reader.links_of(project)?,
        rounds: reader.rounds_of(project)?,
        documents: reader.documents_of(project)?,
        sections: reader.sections_in(project)?,
        signers: reader.signers_in(project)?,
    })
}

/// Why no records were made of a plan.
enum Unmade {
    Money(MoneyError),
    Failure(Failure),
}

impl From<MoneyError> for Unmade {
    fn from(error: MoneyError) -> Self {
        Self::Money(error)
    }
}

/// The records of a new project. Errors: its price is none that can be counted; no randomness.
pub(crate) fn make(
    plan: &Plan,
    beginning: &Beginning<'_>,
    outside: &mut Outside,
) -> Result<Structure, Failure> {
    let made = plan.make(beginning, &mut || outside.id().map_err(Unmade::Failure));
    made.map_err(|unmade| match unmade {
        // The price that a plan leaves open is the contract's.
        Unmade::Money(error) => of_money("contract", &error),
        Unmade::Failure(failure) => failure,
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
    let made = make(&source.plan(), &beginning, action.outside)?;
    let trails = made.stacks.iter().map(|stack| stack.id).collect();
    action.write(made.project.id, trails, |door| {
        put(door, &made)?;
        let act = Act::ProjectDuplicated { number, from: source.project.number };
        Ok((act, ProjectSaved { project: made.project.id }))
    })
}
