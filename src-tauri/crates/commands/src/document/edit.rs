//! Making a document and writing its paragraphs.

use hefu_api::Failure;
use hefu_api::document::{
    CreateDocument, DocumentSaved, EditDocument, Removed, SaveSection, SectionRef, SectionSaved,
};
use hefu_api::failure::Problem;
use hefu_domain::document::{Document, DocumentState, Edition, Look, Part, Party, Section, Subject};
use hefu_domain::id::{DocumentId, SectionId};
use hefu_domain::journal::Act;
use hefu_domain::project::Project;
use hefu_store::Reader;

use super::kinds;
use crate::acceptance::state_word;
use crate::act::trails;
use crate::failure::{CommandError, filled, invalid, said};
use crate::session::Action;

/// Refuses unless the document is still being written.
pub(super) fn must_be_open(document: &Document) -> Result<(), CommandError> {
    match document.state {
        DocumentState::Draft | DocumentState::InReview => Ok(()),
        state => Err(Failure::WrongState {
            number: document.number.clone(),
            state: state_word(state).to_owned(),
            wanted: state_word(DocumentState::Draft).to_owned(),
        }
        .into()),
    }
}

/// The document, when it is still being written.
pub(super) fn open(reader: &Reader<'_>, id: DocumentId) -> Result<Document, CommandError> {
    let document: Document = reader.one(id.0)?;
    must_be_open(&document)?;
    Ok(document)
}

pub(crate) fn create_document(
    action: &mut Action<'_>,
    request: CreateDocument,
) -> Result<DocumentSaved, CommandError> {
    let project: Project = action.reader().one(request.project.0)?;
    let subject = Subject::from(request.round);
    let begun = kinds::of(request.kind).begin(&action.reader(), &project, subject)?;
    let trails = trails(&action.reader(), project.id, None)?;
    let document = Document {
        id: DocumentId(action.outside.id()?),
        project: project.id,
        kind: request.kind,
        subject,
        number: begun.number,
        title: begun.title,
        version: 1,
        state: DocumentState::Draft,
        date: begun.date,
        edition: Edition::SideBySide,
        look: Look::Formal,
        issued: None,
        revision: None,
        supersedes: None,
        void_reason: String::new(),
    };
    let section = Section {
        id: SectionId(action.outside.id()?),
        document: document.id,
        part: Part::Signature,
        position: 1,
        text: begun.signature,
    };
    action.write(project.id, trails, |tx| {
        tx.put(&document)?;
        tx.put(&section)?;
        let act = Act::DocumentCreated { number: document.number.clone() };
        Ok((act, DocumentSaved { document: document.id }))
    })
}

pub(crate) fn edit_document(
    action: &mut Action<'_>,
    request: EditDocument,
) -> Result<DocumentSaved, CommandError> {
    let number = filled("document", "number", &request.number)?.to_owned();
    said("document", "title", &request.title)?;
    let document = open(&action.reader(), request.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    action.write(document.project, trails, |tx| {
        let before: Document = tx.before(document.id.0)?;
        let document = tx.save(Document {
            number: number.clone(),
            title: before.title.revise(&request.title),
            date: request.date,
            edition: request.edition,
            look: request.look,
            ..before
        })?;
        Ok((Act::DocumentEdited { number: document.number }, DocumentSaved { document: document.id }))
    })
}

pub(crate) fn save_section(
    action: &mut Action<'_>,
    request: SaveSection,
) -> Result<SectionSaved, CommandError> {
    said("section", "text", &request.text)?;
    let document = open(&action.reader(), request.document)?;
    if !document.kind.parts().contains(&request.part) {
        return Err(invalid("section", "part", Problem::Unknown).into());
    }
    let trails = trails(&action.reader(), document.project, None)?;
    let fresh = SectionId(action.outside.id()?);
    let waived = request.part.waives();
    action.write(document.project, trails, |tx| {
        let before = match (request.section, waived) {
            (Some(id), _) => Some(id),
            (None, Some(party)) => stated(tx, document.id, party)?.map(|section| section.id),
            (None, None) => None,
        };
        let before = before.map(|id| tx.before::<Section>(id.0)).transpose()?;
        let section = tx.save(Section {
            id: before.as_ref().map_or(fresh, |section| section.id),
            document: document.id,
            part: request.part,
            position: match &before {
                Some(section) => section.position,
                None => tx.next_section_position(document.id)?,
            },
            text: before.map(|s| s.text).unwrap_or_default().revise(&request.text),
        })?;
        let number = document.number.clone();
        let act = match waived {
            Some(party) => Act::SignatureWaived { number, party },
            None => Act::SectionSaved { number },
        };
        Ok((act, SectionSaved { section: section.id }))
    })
}

/// The paragraph in which a document states that a party does not sign it.
fn stated(reader: &Reader<'_>, document: DocumentId, party: Party) -> Result<Option<Section>, CommandError> {
    let sections = reader.sections_of(document)?;
    Ok(sections.into_iter().find(|section| section.part == party.waiver()))
}

pub(crate) fn remove_section(action: &mut Action<'_>, request: SectionRef) -> Result<Removed, CommandError> {
    let section: Section = action.reader().one(request.section.0)?;
    let document = open(&action.reader(), section.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    action.write(document.project, trails, |tx| {
        tx.remove::<Section>(section.id.0)?;
        let number = document.number.clone();
        let act = match section.part.waives() {
            Some(party) => Act::WaiverTakenBack { number, party },
            None => Act::SectionRemoved { number },
        };
        Ok((act, Removed {}))
    })
}
