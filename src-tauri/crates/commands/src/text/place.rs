//! Where a bilingual text stands in the record, and confirming it there.

use hefu_api::text::{ReviewText, TextPlace, TextReviewed};
use hefu_domain::acceptance::{Finding, OpenIssue, Round};
use hefu_domain::document::{Document, Section, Signer};
use hefu_domain::evidence::Evidence;
use hefu_domain::id::ProjectId;
use hefu_domain::journal::Act;
use hefu_domain::party::{Organisation, Person};
use hefu_domain::project::Project;
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Requirement};
use hefu_domain::text::Text;
use hefu_store::{Door, Reader, Record};
use uuid::Uuid;

use crate::act::trails;
use crate::failure::Trouble;
use crate::session::Action;

pub(super) fn review(action: &mut Action<'_>, request: ReviewText) -> Result<TextReviewed, Trouble> {
    let project = project_of(&action.reader(), request.place, request.record)?;
    let trails = match project {
        Some(project) => trails(&action.reader(), project, None)?,
        None => Vec::new(),
    };
    action.write(project, trails, |door| {
        let (label, text) = confirm(door, request.place, request.record)?;
        Ok((Act::TextReviewed { label }, TextReviewed { text }))
    })
}

fn confirm(door: &Door<'_>, place: TextPlace, id: Uuid) -> Result<(String, Text), Trouble> {
    match place {
        TextPlace::ProjectTitle => on(door, id, |r: &mut Project| &mut r.title, |r| r.number.clone()),
        TextPlace::ProjectSummary => on(door, id, |r: &mut Project| &mut r.summary, |r| r.number.clone()),
        TextPlace::OrganisationName => {
            on(door, id, |r: &mut Organisation| &mut r.name, |r| r.name.zh.words.clone())
        }
        TextPlace::PersonName => on(door, id, |r: &mut Person| &mut r.name, |r| r.name.zh.words.clone()),
        TextPlace::RequirementTitle => on(door, id, |r: &mut Requirement| &mut r.title, |r| r.number.clone()),
        TextPlace::DeliverableTitle => on(door, id, |r: &mut Deliverable| &mut r.title, |r| r.number.clone()),
        TextPlace::ChapterTitle => on(door, id, |r: &mut Chapter| &mut r.title, |r| r.position.to_string()),
        TextPlace::CriterionText => on(door, id, |r: &mut Criterion| &mut r.text, |r| r.number.clone()),
        TextPlace::FindingMeasured => finding(door, id, |r| &mut r.measured),
        TextPlace::FindingRemark => finding(door, id, |r| &mut r.remark),
        TextPlace::OpenIssueText => on(door, id, |r: &mut OpenIssue| &mut r.text, |r| r.number.clone()),
        TextPlace::EvidenceTitle => on(door, id, |r: &mut Evidence| &mut r.title, |r| r.number.clone()),
        TextPlace::DocumentTitle => on(door, id, |r: &mut Document| &mut r.title, |r| r.number.clone()),
        TextPlace::SectionText => on(door, id, |r: &mut Section| &mut r.text, |r| r.position.to_string()),
        TextPlace::SignerCapacity => {
            on(door, id, |r: &mut Signer| &mut r.capacity, |r| r.position.to_string())
        }
    }
}

fn on<R: Record>(
    door: &Door<'_>,
    id: Uuid,
    text: impl Fn(&mut R) -> &mut Text,
    label: impl Fn(&R) -> String,
) -> Result<(String, Text), Trouble> {
    let mut record: R = door.one(id)?;
    let reviewed = text(&mut record).review();
    *text(&mut record) = reviewed.clone();
    door.put(&record)?;
    Ok((label(&record), reviewed))
}

/// A finding is known by its criterion's number.
fn finding(
    door: &Door<'_>,
    id: Uuid,
    text: impl Fn(&mut Finding) -> &mut Text,
) -> Result<(String, Text), Trouble> {
    let found: Finding = door.one(id)?;
    let criterion: Criterion = door.one(found.criterion.0)?;
    on(door, id, text, |_| criterion.number.clone())
}

fn project_of(reader: &Reader<'_>, place: TextPlace, id: Uuid) -> Result<Option<ProjectId>, Trouble> {
    let of_document = |document| Ok(Some(reader.one::<Document>(document)?.project));
    match place {
        TextPlace::ProjectTitle | TextPlace::ProjectSummary => Ok(Some(ProjectId(id))),
        TextPlace::OrganisationName | TextPlace::PersonName => Ok(None),
        TextPlace::RequirementTitle => Ok(Some(reader.one::<Requirement>(id)?.project)),
        TextPlace::DeliverableTitle => Ok(Some(reader.one::<Deliverable>(id)?.project)),
        TextPlace::ChapterTitle => Ok(Some(reader.one::<Chapter>(id)?.project)),
        TextPlace::CriterionText => Ok(Some(reader.one::<Criterion>(id)?.project)),
        TextPlace::FindingMeasured | TextPlace::FindingRemark => {
            let round = reader.one::<Finding>(id)?.round;
            Ok(Some(reader.one::<Round>(round.0)?.project))
        }
        TextPlace::OpenIssueText => Ok(Some(reader.one::<OpenIssue>(id)?.project)),
        TextPlace::EvidenceTitle => Ok(Some(reader.one::<Evidence>(id)?.project)),
        TextPlace::DocumentTitle => of_document(id),
        TextPlace::SectionText => of_document(reader.one::<Section>(id)?.document.0),
        TextPlace::SignerCapacity => of_document(reader.one::<Signer>(id)?.document.0),
    }
}
