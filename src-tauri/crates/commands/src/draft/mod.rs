//! What was typed and not saved yet.

use hefu_api::draft::{Draft, DraftKept, DraftRef, Drafts, KeepDraft, KeptDraft, ListDrafts, Removed};
use hefu_api::failure::Problem;
use hefu_store::Draft as Kept;

use crate::failure::{CommandError, filled, invalid};
use crate::session::{Action, Query};

/// Characters of the name of a place, and of what is typed there.
const LONGEST: [usize; 2] = [200, 200_000];

fn shown(draft: Kept) -> Draft {
    Draft { place: draft.place, at: draft.at, typed: draft.typed }
}

pub(crate) fn list_drafts(query: &mut Query<'_>, _: ListDrafts) -> Result<Drafts, CommandError> {
    Ok(Drafts { drafts: query.store.drafts()?.into_iter().map(shown).collect() })
}

pub(crate) fn draft_at(query: &mut Query<'_>, request: DraftRef) -> Result<KeptDraft, CommandError> {
    Ok(KeptDraft { draft: query.store.draft(&request.place)?.map(shown) })
}

pub(crate) fn keep_draft(action: &mut Action<'_>, request: KeepDraft) -> Result<DraftKept, CommandError> {
    filled("draft", "place", &request.place)?;
    let fits = [&request.place, &request.typed].into_iter().zip(LONGEST);
    if let Some(at) = fits.into_iter().position(|(text, longest)| text.chars().count() > longest) {
        return Err(invalid("draft", ["place", "text"][at], Problem::TooLong).into());
    }
    let at = action.now;
    action.store.keep_draft(&Kept { place: request.place, at, typed: request.typed })?;
    Ok(DraftKept { at })
}

pub(crate) fn discard_draft(action: &mut Action<'_>, request: DraftRef) -> Result<Removed, CommandError> {
    action.store.discard_draft(&request.place)?;
    Ok(Removed {})
}
