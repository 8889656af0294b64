//! Undo and redo: of the project in view, and never further back than this sitting without being agreed to.

use hefu_api::Failure;
use hefu_api::failure::{ConsentReason, ReversalWay};
use hefu_api::journal::{RedoRequest, UndoRequest, UndoState, UndoStateRequest, Undone};
use hefu_domain::id::ProjectId;
use hefu_domain::project::Project;
use hefu_domain::text::Words;
use hefu_store::Entry;
use hefu_store::history::{Outlook, Reverse};
use hefu_store::{Reader, StoreError};

use super::line;
use crate::failure::CommandError;
use crate::session::{Action, Query};

pub(crate) fn undo_state(
    query: &mut Query<'_>,
    request: UndoStateRequest,
) -> Result<UndoState, CommandError> {
    let outlook = Outlook { project: request.project, begun: query.begun };
    Ok(UndoState {
        undo: query.store.next(Reverse::Undo, outlook)?.map(line),
        redo: query.store.next(Reverse::Redo, outlook)?.map(line),
    })
}

pub(crate) fn undo(action: &mut Action<'_>, request: UndoRequest) -> Result<Undone, CommandError> {
    let UndoRequest { seq, project, agreed } = request;
    reverse(action, &Asked { way: Reverse::Undo, seq, project, agreed })
}

pub(crate) fn redo(action: &mut Action<'_>, request: RedoRequest) -> Result<Undone, CommandError> {
    let RedoRequest { seq, project, agreed } = request;
    reverse(action, &Asked { way: Reverse::Redo, seq, project, agreed })
}

struct Asked {
    way: Reverse,
    seq: Option<u64>,
    project: Option<ProjectId>,
    agreed: Option<u64>,
}

fn reverse(action: &mut Action<'_>, asked: &Asked) -> Result<Undone, CommandError> {
    let target = match asked.seq {
        Some(seq) => seq,
        None => next(action, asked)?.seq,
    };
    let entry = action.store.reversible(asked.way, target)?;
    // A project that is taken back is called by its name no longer.
    let before = title(&action.reader(), entry.project)?;
    if let Some(why) = doubt(action, asked, &entry)? {
        return Err(needs_consent(asked.way, why, entry, before).into());
    }
    let moment = action.moment()?;
    let written = action.store.reverse(&moment, asked.way, Some(target))?;
    let of = before.or(title(&action.reader(), entry.project)?);
    let reversed = action.note(written);
    if let Some(wrote) = &mut action.wrote {
        wrote.of = of;
    }
    Ok(Undone { act: reversed.act, args: reversed.args })
}

fn next(action: &Action<'_>, asked: &Asked) -> Result<Entry, CommandError> {
    let outlook = Outlook { project: asked.project, begun: action.begun };
    Ok(action.store.next(asked.way, outlook)?.ok_or_else(|| nothing(asked.way))?)
}

fn nothing(way: Reverse) -> StoreError {
    match way {
        Reverse::Undo => StoreError::NothingToUndo,
        Reverse::Redo => StoreError::NothingToRedo,
    }
}

/// Why the person is asked first; none when she has agreed to this entry or may expect it.
fn doubt(action: &Action<'_>, asked: &Asked, entry: &Entry) -> Result<Option<ConsentReason>, CommandError> {
    if asked.agreed == Some(entry.seq) {
        return Ok(None);
    }
    if !action.store.touched_since(entry.seq, action.begun)? {
        return Ok(Some(ConsentReason::EarlierSitting));
    }
    // An entry that was asked for by its number is not mistaken for one of the project in view.
    let strange = asked.seq.is_none() && asked.project.is_some() && entry.project.is_none();
    Ok(strange.then_some(ConsentReason::NoProject))
}

fn needs_consent(way: Reverse, why: ConsentReason, entry: Entry, project: Option<Words>) -> Failure {
    let way = match way {
        Reverse::Undo => ReversalWay::Undo,
        Reverse::Redo => ReversalWay::Redo,
    };
    Failure::NeedsConsent {
        way,
        why,
        entry: entry.seq,
        act: entry.act,
        args: entry.args,
        project: project.map(Box::new),
        at: entry.at,
    }
}

fn title(reader: &Reader<'_>, project: Option<ProjectId>) -> Result<Option<Words>, CommandError> {
    let Some(project) = project else { return Ok(None) };
    Ok(reader.find::<Project>(project.0)?.map(|project| project.title.words()))
}
