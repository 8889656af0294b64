//! All records of a project that a plan is read from, and putting those that are made of one.

use hefu_api::Failure;
use hefu_api::project::{DuplicateProject, ProjectSaved};
use hefu_domain::id::ProjectId;
use hefu_domain::journal::Act;
use hefu_domain::money::MoneyError;
use hefu_domain::plan::{Beginning, Plan, Price, Structure};
use hefu_domain::project::{Project, main_line};
use hefu_domain::text::Text;
use hefu_store::{Reader, Record, WriteTx};

use crate::failure::{CommandError, filled, of_money, said};
use crate::outside::Outside;
use crate::session::Action;

/// Everything a plan is read from, each list in its order. A stack that runs by itself sets its own stages up again.
pub(crate) fn structure(reader: &Reader<'_>, project: ProjectId) -> Result<Structure, CommandError> {
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
pub(crate) fn put(tx: &WriteTx<'_>, made: &Structure) -> Result<(), CommandError> {
    fn all<R: Record>(tx: &WriteTx<'_>, records: &[R]) -> Result<(), CommandError> {
        records.iter().try_for_each(|record| Ok(tx.put(record)?))
    }
    tx.put(&made.project)?;
    all(tx, &made.stages)?;
    all(tx, &made.stacks)?;
    all(tx, made.contract.as_slice())?;
    all(tx, &made.milestones)?;
    all(tx, &made.requirements)?;
    all(tx, &made.deliverables)?;
    all(tx, &made.chapters)?;
    all(tx, &made.criteria)?;
    all(tx, &made.links)?;
    all(tx, &made.rounds)?;
    all(tx, &made.documents)?;
    all(tx, &made.sections)?;
    all(tx, &made.signers)
}

pub(crate) fn duplicate_project(
    action: &mut Action<'_>,
    request: DuplicateProject,
) -> Result<ProjectSaved, CommandError> {
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
    action.write(made.project.id, trails, |tx| {
        put(tx, &made)?;
        let act = Act::ProjectDuplicated { number, from: source.project.number };
        Ok((act, ProjectSaved { project: made.project.id }))
    })
}
