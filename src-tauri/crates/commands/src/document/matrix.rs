//! The requirements traceability matrix as a paper.

use hefu_api::document::{ExportMatrix, Exported};
use hefu_documents::kinds::table::{Traced, trace_matrix};
use hefu_documents::{IssueContext, Watermark};
use hefu_domain::acceptance::Mark;
use hefu_domain::id::RequirementId;
use hefu_domain::journal::Act;
use hefu_domain::project::Project;
use hefu_domain::scope::LinkEnds;

use super::front::of_project as front_of;
use super::preview::set;
use crate::acceptance::write_out;
use crate::act::trails;
use crate::clock::to_the_second;
use crate::failure::CommandError;
use crate::scope::Facts;
use crate::session::Action;

/// Writes the matrix of a project to a PDF, as its records stand.
pub(crate) fn export_matrix(
    action: &mut Action<'_>,
    request: ExportMatrix,
) -> Result<Exported, CommandError> {
    let project: Project = action.reader().one(request.project.0)?;
    action.clock_must_be_right()?;
    let facts = Facts::read(&action.reader(), project.id)?;
    let front = front_of(&action.reader(), &project, action.today)?;
    let matrix = trace_matrix(front, &traced(&facts));
    let outside = IssueContext {
        issued_at: to_the_second(action.now),
        document_id: action.outside.id()?,
        watermark: Watermark::None,
    };
    let made = set(&matrix, (request.edition, request.look), &outside, action.report)?;
    let trails = trails(&action.reader(), project.id, None)?;
    let exported = write_out(action, &request.path, &made.pdf)?;
    let file =
        std::path::Path::new(&request.path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    action.write(project.id, trails, |_| Ok((Act::MatrixExported { file }, ())))?;
    Ok(exported)
}

/// Each requirement with what its links lead to.
fn traced(facts: &Facts) -> Vec<Traced> {
    let requirements = facts.requirements.iter().map(|requirement| {
        let proofs = proofs(facts, requirement.id);
        Traced {
            number: requirement.number.clone(),
            title: requirement.title.clone(),
            source: requirement.source.clone(),
            deliverables: deliverables(facts, requirement.id),
            passed: proofs.iter().filter(|(_, mark)| passed(*mark)).count(),
            criteria: proofs.into_iter().map(|(number, _)| number).collect(),
        }
    });
    requirements.collect()
}

fn deliverables(facts: &Facts, id: RequirementId) -> Vec<String> {
    let linked = |deliverable| {
        facts.links.iter().any(|link| {
            matches!(link.ends, LinkEnds::Delivers { requirement, deliverable: d }
                if requirement == id && d == deliverable)
        })
    };
    facts.deliverables.iter().filter(|d| linked(d.id)).map(|d| d.number.clone()).collect()
}

/// The criteria that prove a requirement, each with its newest mark, in their order.
fn proofs(facts: &Facts, id: RequirementId) -> Vec<(String, Mark)> {
    let linked = |criterion| {
        facts.links.iter().any(|link| {
            matches!(link.ends, LinkEnds::Proves { requirement, criterion: c }
                if requirement == id && c == criterion)
        })
    };
    let criteria = facts.criteria.iter().zip(&facts.marks).filter(|(criterion, _)| linked(criterion.id));
    criteria.map(|(criterion, (_, mark))| (criterion.number.clone(), *mark)).collect()
}

/// A remark is no hindrance.
fn passed(mark: Mark) -> bool {
    match mark {
        Mark::Passed | Mark::PassedWithRemark => true,
        Mark::Failed | Mark::NotTested => false,
    }
}
