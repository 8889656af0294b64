//! The presenter's notes: what the person wants to say to a criterion, never the client's.

use hefu_api::presentation::{
    PresenterNoteSaved, PresenterNoteView, PresenterNotes, PresenterNotesOf, SavePresenterNote,
};
use hefu_domain::acceptance::{PresenterNote, Round};
use hefu_domain::id::PresenterNoteId;
use hefu_domain::journal::Act;
use hefu_domain::scope::Criterion;

use crate::failure::CommandError;
use crate::session::{Action, Query};

pub(crate) fn presenter_notes(
    query: &mut Query<'_>,
    request: PresenterNotesOf,
) -> Result<PresenterNotes, CommandError> {
    let reader = query.reader();
    let round: Round = reader.one(request.round.0)?;
    let notes = reader.presenter_notes_of(round.project)?;
    let view = |note: PresenterNote| PresenterNoteView { criterion: note.criterion, note: note.note };
    Ok(PresenterNotes { notes: notes.into_iter().map(view).collect() })
}

pub(crate) fn save_presenter_note(
    action: &mut Action<'_>,
    request: SavePresenterNote,
) -> Result<PresenterNoteSaved, CommandError> {
    let criterion: Criterion = action.reader().one(request.criterion.0)?;
    let before = action.reader().presenter_note_to(criterion.id)?;
    let saved = PresenterNoteSaved { criterion: criterion.id };
    if before.is_none() && request.note.is_blank() {
        return Ok(saved);
    }
    let fresh = PresenterNoteId(action.outside.id()?);
    // In no audit trail: those are shown to others.
    action.write(criterion.project, Vec::new(), |tx| {
        let note = tx.brought_to_now(PresenterNote {
            id: before.map_or(fresh, |note| note.id),
            project: criterion.project,
            criterion: criterion.id,
            note: request.note,
        })?;
        match note.note.is_blank() {
            true => tx.remove::<PresenterNote>(note.id.0)?,
            false => tx.put(&note)?,
        }
        Ok((Act::PresenterNoteSaved { number: criterion.number }, saved))
    })
}
