//! A project's documents in a list, and one as the editor shows it.

use hefu_api::document::{DocumentLine, DocumentList, DocumentRef, DocumentView, ListDocuments, SignerView};
use hefu_domain::document::{Document, Section, Signer, SignerState, turn};
use hefu_domain::id::DocumentId;
use hefu_domain::party::{Organisation, Person};
use hefu_store::Reader;

use super::obstacles::obstacles;
use crate::acceptance::count;
use crate::failure::Trouble;
use crate::session::Query;

pub(super) fn signers(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Signer>, Trouble> {
    Ok(reader.list("document = ?1 ORDER BY position", [document.to_string()])?)
}

/// In the order they are printed.
pub(super) fn sections(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Section>, Trouble> {
    let mut sections: Vec<Section> =
        reader.list("document = ?1 ORDER BY position", [document.to_string()])?;
    sections.sort_by_key(|section| (section.part, section.position));
    Ok(sections)
}

pub(crate) fn list_documents(query: &mut Query<'_>, request: ListDocuments) -> Result<DocumentList, Trouble> {
    let reader = query.reader();
    let documents: Vec<Document> =
        reader.list("project = ?1 ORDER BY number, version DESC", [request.project.to_string()])?;
    let lines = documents.into_iter().map(|document| {
        let signers = signers(&reader, document.id)?;
        let signed = signers.iter().filter(|s| matches!(s.outcome, SignerState::Signed { .. })).count();
        Ok(DocumentLine { document, signed: count(signed), signers: count(signers.len()) })
    });
    Ok(DocumentList { documents: lines.collect::<Result<_, Trouble>>()? })
}

pub(crate) fn document(query: &mut Query<'_>, request: DocumentRef) -> Result<DocumentView, Trouble> {
    let reader = query.reader();
    let document: Document = reader.one(request.document.0)?;
    let all = signers(&reader, document.id)?;
    let mut signer_views = Vec::new();
    for signer in &all {
        let person: Person = reader.one(signer.person.0)?;
        let organisation: Organisation = reader.one(person.organisation.0)?;
        signer_views.push(SignerView {
            turn: turn(signer, &all),
            name: person.name,
            organisation: organisation.name,
            authority: person.may_sign,
            signer: signer.clone(),
        });
    }
    let obstacles = match document.issued {
        None => obstacles(&reader, &document)?,
        Some(_) => Vec::new(),
    };
    Ok(DocumentView {
        sections: sections(&reader, document.id)?,
        signers: signer_views,
        obstacles,
        sha256: document.revision.clone(),
        document,
    })
}
