//! The audit journal, undo and redo.

mod changes;
mod export;

use std::ops::ControlFlow;

use hefu_api::Failure;
use hefu_api::Progress;
use hefu_api::failure::Problem;
use hefu_api::journal::{
    ChainFault, ChainReport, ChainVerdict, Entries, EntryChoices, EntryChoicesRequest, EntryLine,
    ListEntries, ListTrails, More, RedoRequest, Standing, Trail, TrailLine, Trails, UndoRequest, UndoState,
    UndoStateRequest, Undone, VerifyJournal,
};
use hefu_domain::project::Stack;
use hefu_store::journal::{Entry, Head, Reverse, Verdict, Wanted};

use crate::failure::{Trouble, invalid};
use crate::session::{Action, Query};

pub(crate) use changes::{Row, change_of, differing, entry_changes, label, named};
pub(crate) use export::{export_trail, look_for_head};

pub(crate) fn list_entries(query: &mut Query<'_>, request: ListEntries) -> Result<Entries, Trouble> {
    let limit = request.limit.clamp(1, 500);
    let wanted = Wanted {
        stack: match request.trail {
            Trail::Workspace => None,
            Trail::Stack { stack } => Some(stack),
        },
        project: request.project,
        actor: request.actor,
        table: request.noun,
        from: request.from,
        until: request.until,
    };
    let mut found = query.store.entries(&wanted, request.before, limit + 1)?;
    let more = if found.len() > limit as usize { More::Yes } else { More::No };
    found.truncate(limit as usize);
    Ok(Entries { entries: found.into_iter().map(line).collect(), more })
}

pub(crate) fn entry_choices(query: &mut Query<'_>, _: EntryChoicesRequest) -> Result<EntryChoices, Trouble> {
    let (actors, nouns) = (query.store.actors()?, query.store.touched_tables()?);
    Ok(EntryChoices { actors, nouns, now: query.now })
}

pub(crate) fn line(entry: Entry) -> EntryLine {
    let standing = match (entry.act.as_str(), entry.standing.as_str()) {
        ("undone" | "redone", _) => Standing::Reversal,
        (_, "done") => Standing::Stands,
        (_, "undone") => Standing::Undone,
        _ => Standing::Final,
    };
    EntryLine {
        seq: entry.seq,
        workspace: entry.workspace,
        at: entry.at,
        actor: entry.actor,
        act: entry.act,
        args: entry.args,
        project: entry.project,
        hash: entry.hash,
        standing,
    }
}

pub(crate) fn list_trails(query: &mut Query<'_>, _: ListTrails) -> Result<Trails, Trouble> {
    let stacks: Vec<Stack> = query.reader().list("TRUE ORDER BY project, position", [])?;
    let ids: Vec<_> = stacks.iter().map(|stack| stack.id).collect();
    let states = query.store.trails(&ids)?;
    let trails = states
        .into_iter()
        .map(|state| {
            let stack = stacks.iter().find(|stack| Some(stack.id) == state.stack);
            TrailLine {
                trail: state.stack.map_or(Trail::Workspace, |stack| Trail::Stack { stack }),
                name: state.name,
                project: stack.map(|stack| stack.project),
                title: stack.map(|stack| stack.title.clone()),
                entries: state.entries,
                head: state.head.map(|head| head.to_string()),
            }
        })
        .collect();
    Ok(Trails { trails })
}

pub(crate) fn verify_journal(query: &mut Query<'_>, request: VerifyJournal) -> Result<ChainReport, Trouble> {
    let given = request.head.filter(|head| !head.trim().is_empty()).map(|head| head_of(&head)).transpose()?;
    let total = query.store.heads()?.iter().map(|head| head.seq).sum();
    let mut going = ControlFlow::Continue(());
    let report = &mut query.report;
    let verified = query.store.verify_journal(given.as_ref(), &mut |done| {
        if going.is_continue() {
            going = report(Progress { done, total });
        }
    })?;
    if going.is_break() {
        return Err(Failure::Cancelled.into());
    }
    let broken = |trail, seq, fault| ChainVerdict::Broken { trail, seq, fault };
    let verdict = match verified.verdict {
        Verdict::Whole => ChainVerdict::Whole,
        Verdict::Changed { trail, seq } => broken(trail, seq, ChainFault::Changed),
        Verdict::Missing { trail, seq } => broken(trail, seq, ChainFault::Missing),
        Verdict::OutOfPlace { trail, seq } => broken(trail, seq, ChainFault::OutOfPlace),
        Verdict::NotInWorkspaceChain { trail, seq } => broken(trail, seq, ChainFault::NotInWorkspaceChain),
        Verdict::HeadMissing { head } => ChainVerdict::HeadMissing { head: head.to_string() },
    };
    Ok(ChainReport { entries: verified.entries, trails: verified.trails, erased: verified.erased, verdict })
}

/// A head as it is printed. Errors: it is not one.
fn head_of(text: &str) -> Result<Head, Failure> {
    text.parse().map_err(|()| invalid("journal", "head", Problem::Unknown))
}

pub(crate) fn undo_state(query: &mut Query<'_>, _: UndoStateRequest) -> Result<UndoState, Trouble> {
    Ok(UndoState {
        undo: query.store.next(Reverse::Undo)?.map(line),
        redo: query.store.next(Reverse::Redo)?.map(line),
    })
}

pub(crate) fn undo(action: &mut Action<'_>, request: UndoRequest) -> Result<Undone, Trouble> {
    reverse(action, Reverse::Undo, request.seq)
}

pub(crate) fn redo(action: &mut Action<'_>, _: RedoRequest) -> Result<Undone, Trouble> {
    reverse(action, Reverse::Redo, None)
}

fn reverse(action: &mut Action<'_>, way: Reverse, seq: Option<u64>) -> Result<Undone, Trouble> {
    let moment = action.moment()?;
    let written = action.store.reverse(&moment, way, seq)?;
    let entry = action.note(written);
    Ok(Undone { act: entry.act, args: entry.args })
}
