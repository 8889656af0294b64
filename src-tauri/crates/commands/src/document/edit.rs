//! Making a document and writing its paragraphs.

use hefu_api::Failure;
use hefu_api::document::{
    CreateDocument, DocumentSaved, EditDocument, Removed, SaveSection, SectionRef, SectionSaved,
};
use hefu_domain::acceptance::Round;
use hefu_domain::document::{Document, DocumentState, Edition, Look, Part, Section};
use hefu_domain::id::{DocumentId, SectionId};
use hefu_domain::journal::Act;
use hefu_domain::project::Project;
use hefu_domain::text::Text;
use hefu_store::{Door, Reader};

use crate::acceptance::state_word;
use crate::act::trails;
use crate::failure::{Trouble, filled, said};
use crate::library::report_template;
use crate::session::Action;

/// Refuses unless the document is still being written.
pub(super) fn must_be_open(document: &Document) -> Result<(), Trouble> {
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
pub(super) fn open(reader: &Reader<'_>, id: DocumentId) -> Result<Document, Trouble> {
    let document: Document = reader.one(id.0)?;
    must_be_open(&document)?;
    Ok(document)
}

pub(crate) fn create_document(
    action: &mut Action<'_>,
    request: CreateDocument,
) -> Result<DocumentSaved, Trouble> {
    let round: Round = action.reader().one(request.round.0)?;
    let project: Project = action.reader().one(request.project.0)?;
    let trails = trails(&action.reader(), project.id, None)?;
    let template = report_template(round.kind);
    let document = Document {
        id: DocumentId(action.outside.id()?),
        project: project.id,
        kind: request.kind,
        round: Some(round.id),
        number: format!("{} / {}", project.number, round.number),
        title: Text::reviewed(&template.title.en, &template.title.zh),
        version: 1,
        state: DocumentState::Draft,
        date: round.meeting,
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
        text: Text::reviewed(&template.signature.en, &template.signature.zh),
    };
    action.write(project.id, trails, |door| {
        door.put(&document)?;
        door.put(&section)?;
        let act = Act::DocumentCreated { number: document.number.clone() };
        Ok((act, DocumentSaved { document: document.id }))
    })
}

pub(crate) fn edit_document(
    action: &mut Action<'_>,
    request: EditDocument,
) -> Result<DocumentSaved, Trouble> {
    let number = filled("document", "number", &request.number)?.to_owned();
    said("document", "title", &request.title)?;
    let document = open(&action.reader(), request.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    action.write(document.project, trails, |door| {
        door.put(&Document {
            number: number.clone(),
            title: document.title.revise(&request.title),
            date: request.date,
            edition: request.edition,
            look: request.look,
            ..document.clone()
        })?;
        Ok((Act::DocumentEdited { number }, DocumentSaved { document: document.id }))
    })
}

pub(crate) fn save_section(action: &mut Action<'_>, request: SaveSection) -> Result<SectionSaved, Trouble> {
    said("section", "text", &request.text)?;
    let document = open(&action.reader(), request.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    let fresh = SectionId(action.outside.id()?);
    action.write(document.project, trails, |door| {
        let before = request.section.map(|id| door.one::<Section>(id.0)).transpose()?;
        let section = Section {
            id: request.section.unwrap_or(fresh),
            document: document.id,
            part: request.part,
            position: match &before {
                Some(section) => section.position,
                None => next_position(door, document.id)?,
            },
            text: before.map(|s| s.text).unwrap_or_default().revise(&request.text),
        };
        door.put(&section)?;
        Ok((Act::SectionSaved { number: document.number.clone() }, SectionSaved { section: section.id }))
    })
}

fn next_position(door: &Door<'_>, document: DocumentId) -> Result<u32, Trouble> {
    let last = "SELECT ifnull(max(position), 0) FROM section WHERE document = ?1";
    Ok(u32::try_from(door.number(last, [document.to_string()])? + 1).unwrap_or(u32::MAX))
}

pub(crate) fn remove_section(action: &mut Action<'_>, request: SectionRef) -> Result<Removed, Trouble> {
    let section: Section = action.reader().one(request.section.0)?;
    let document = open(&action.reader(), section.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    action.write(document.project, trails, |door| {
        door.remove::<Section>(section.id.0)?;
        Ok((Act::SectionRemoved { number: document.number.clone() }, Removed {}))
    })
}
