//! A project's documents in a list, and one as the editor shows it.

use hefu_api::document::{DocumentLine, DocumentList, DocumentRef, DocumentView, ListDocuments, SignerView};
use hefu_domain::document::{Document, SignerState, turn};
use hefu_domain::party::{Organisation, Person};
use hefu_domain::project::Project;

use super::obstacles::obstacles;
use super::parties::parties;
use crate::acceptance::count;
use crate::failure::CommandError;
use crate::session::Query;

pub(crate) fn list_documents(
    query: &mut Query<'_>,
    request: ListDocuments,
) -> Result<DocumentList, CommandError> {
    let reader = query.reader();
    let documents = reader.documents_of(request.project)?;
    let lines = documents.into_iter().map(|document| {
        let signers = reader.signers_of(document.id)?;
        let signed = signers.iter().filter(|s| matches!(s.outcome, SignerState::Signed { .. })).count();
        Ok(DocumentLine { document, signed: count(signed), signers: count(signers.len()) })
    });
    Ok(DocumentList { documents: lines.collect::<Result<_, CommandError>>()? })
}

pub(crate) fn document(query: &mut Query<'_>, request: DocumentRef) -> Result<DocumentView, CommandError> {
    let reader = query.reader();
    let document: Document = reader.one(request.document.0)?;
    let all = reader.signers_of(document.id)?;
    let mut signer_views = Vec::new();
    let people = all.iter().map(|s| reader.one::<Person>(s.person.0)).collect::<Result<Vec<_>, _>>()?;
    let sections = reader.sections_of(document.id)?;
    let project: Project = reader.one(document.project.0)?;
    let parties = parties(&reader, &project, &sections, &all.iter().zip(&people).collect::<Vec<_>>())?;
    for (signer, person) in all.iter().zip(people) {
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
        parts: document.kind.parts().to_vec(),
        sections,
        parties,
        signers: signer_views,
        obstacles,
        sha256: document.revision.clone(),
        document,
    })
}
