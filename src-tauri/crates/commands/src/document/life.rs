//! From draft to review and back; superseding and voiding what was issued.

use hefu_api::Failure;
use hefu_api::document::{DocumentRef, DocumentSaved, DuplicateDocument, ReturnDocument, VoidDocument};
use hefu_domain::document::{Document, DocumentState, Section, Signer, SignerState, Step, next_state};
use hefu_domain::id::{DocumentId, SectionId, SignerId};
use hefu_domain::journal::Act;

use crate::acceptance::state_word;
use crate::act::trails;
use crate::failure::{CommandError, filled};
use crate::session::Action;

/// The state after `step`. Errors: wrong state, naming the one the step starts from.
pub(super) fn step(document: &Document, step: Step) -> Result<DocumentState, CommandError> {
    next_state(document.state, step).map_err(|_| {
        let wanted = match step {
            Step::SubmitForReview | Step::Issue | Step::Void => DocumentState::Draft,
            Step::Return => DocumentState::InReview,
            Step::SignLast | Step::Supersede => DocumentState::Issued,
        };
        CommandError::Failure(Failure::WrongState {
            number: document.number.clone(),
            state: state_word(document.state).to_owned(),
            wanted: state_word(wanted).to_owned(),
        })
    })
}

fn go(
    action: &mut Action<'_>,
    id: DocumentId,
    to: Step,
    act: impl FnOnce(String) -> Act,
) -> Result<DocumentSaved, CommandError> {
    let document: Document = action.reader().one(id.0)?;
    let state = step(&document, to)?;
    let trails = trails(&action.reader(), document.project, None)?;
    action.write(document.project, trails, |tx| {
        tx.put(&Document { state, ..document.clone() })?;
        Ok((act(document.number.clone()), DocumentSaved { document: document.id }))
    })
}

pub(crate) fn submit_document(
    action: &mut Action<'_>,
    request: DocumentRef,
) -> Result<DocumentSaved, CommandError> {
    go(action, request.document, Step::SubmitForReview, |number| Act::DocumentSubmitted { number })
}

pub(crate) fn return_document(
    action: &mut Action<'_>,
    request: ReturnDocument,
) -> Result<DocumentSaved, CommandError> {
    let reason = filled("document", "reason", &request.reason)?.to_owned();
    go(action, request.document, Step::Return, |number| Act::DocumentReturned { number, reason })
}

/// Puts a new draft in the issued document's place, with its paragraphs and signers.
pub(crate) fn supersede_document(
    action: &mut Action<'_>,
    request: DocumentRef,
) -> Result<DocumentSaved, CommandError> {
    let document: Document = action.reader().one(request.document.0)?;
    let state = step(&document, Step::Supersede)?;
    let trails = trails(&action.reader(), document.project, None)?;
    let next = Document {
        id: DocumentId(action.outside.id()?),
        version: document.version + 1,
        state: DocumentState::Draft,
        issued: None,
        revision: None,
        supersedes: Some(document.id),
        ..document.clone()
    };
    let (paragraphs, order) = copied(action, document.id, next.id)?;
    action.write(document.project, trails, |tx| {
        tx.put(&Document { state, ..document.clone() })?;
        tx.put(&next)?;
        for section in &paragraphs {
            tx.put(section)?;
        }
        for signer in &order {
            tx.put(signer)?;
        }
        Ok((Act::DocumentSuperseded { number: document.number.clone() }, DocumentSaved { document: next.id }))
    })
}

pub(crate) fn void_document(
    action: &mut Action<'_>,
    request: VoidDocument,
) -> Result<DocumentSaved, CommandError> {
    let reason = filled("document", "reason", &request.reason)?.to_owned();
    let document: Document = action.reader().one(request.document.0)?;
    let state = step(&document, Step::Void)?;
    let trails = trails(&action.reader(), document.project, None)?;
    action.write(document.project, trails, |tx| {
        tx.put(&Document { state, void_reason: reason.clone(), ..document.clone() })?;
        let act = Act::DocumentVoided { number: document.number.clone(), reason };
        Ok((act, DocumentSaved { document: document.id }))
    })
}

/// A new draft with the paragraphs and signers of another document. That a party does not sign was said of that one
/// alone.
pub(crate) fn duplicate_document(
    action: &mut Action<'_>,
    request: DuplicateDocument,
) -> Result<DocumentSaved, CommandError> {
    let number = filled("document", "number", &request.number)?.to_owned();
    let document: Document = action.reader().one(request.document.0)?;
    let trails = trails(&action.reader(), document.project, None)?;
    let copy = Document {
        id: DocumentId(action.outside.id()?),
        number: number.clone(),
        version: 1,
        state: DocumentState::Draft,
        issued: None,
        revision: None,
        supersedes: None,
        void_reason: String::new(),
        ..document.clone()
    };
    let (mut paragraphs, order) = copied(action, document.id, copy.id)?;
    paragraphs.retain(|section| section.part.waives().is_none());
    action.write(document.project, trails, |tx| {
        tx.put(&copy)?;
        paragraphs.iter().try_for_each(|section| tx.put(section))?;
        order.iter().try_for_each(|signer| tx.put(signer))?;
        let act = Act::DocumentDuplicated { number, from: document.number };
        Ok((act, DocumentSaved { document: copy.id }))
    })
}

/// The paragraphs and signers of a document as those of another one, nobody having signed.
fn copied(
    action: &mut Action<'_>,
    from: DocumentId,
    to: DocumentId,
) -> Result<(Vec<Section>, Vec<Signer>), CommandError> {
    let mut paragraphs = Vec::new();
    for section in action.reader().sections_of(from)? {
        paragraphs.push(Section { id: SectionId(action.outside.id()?), document: to, ..section });
    }
    let mut order = Vec::new();
    for signer in action.reader().signers_of(from)? {
        let id = SignerId(action.outside.id()?);
        order.push(Signer { id, document: to, outcome: SignerState::Waiting, ..signer });
    }
    Ok((paragraphs, order))
}
