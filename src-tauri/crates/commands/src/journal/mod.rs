//! The audit journal, undo and redo.

mod changes;
mod export;
mod reversal;

use hefu_api::Failure;
use hefu_api::Progress;
use hefu_api::failure::Problem;
use hefu_api::journal::{
    ChainFault, ChainReport, ChainVerdict, Entries, EntryChoices, EntryChoicesRequest, EntryLine, ErasedText,
    ListEntries, ListTrails, More, RecordFault, Standing, TimeWentBack, Trail, TrailLine, Trails,
    VerifyJournal,
};
use hefu_domain::noun::Noun;
use hefu_store::Entry;
use hefu_store::history::Wanted;
use hefu_store::journal::{Head, LeftText, RowFault, Verdict, Verified, WentBack};
use hefu_store::{Moored, Reader, StoreError};
use uuid::Uuid;

use crate::failure::{CommandError, invalid};
use crate::progress::OnProgress;
use crate::session::Query;

pub(crate) use changes::{Row, change_of, differing, entry_changes, label, named};
pub(crate) use export::{export_trail, look_for_head};
pub(crate) use reversal::{redo, undo, undo_state};

pub(crate) fn list_entries(query: &mut Query<'_>, request: ListEntries) -> Result<Entries, CommandError> {
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

pub(crate) fn entry_choices(
    query: &mut Query<'_>,
    _: EntryChoicesRequest,
) -> Result<EntryChoices, CommandError> {
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

pub(crate) fn list_trails(query: &mut Query<'_>, _: ListTrails) -> Result<Trails, CommandError> {
    let stacks = query.reader().stacks()?;
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

/// How far a journal is verified when the workspace is let go.
enum Verifying {
    Beside(Moored),
    Done(ChainReport),
}

pub(crate) fn verify_journal(
    query: &mut Query<'_>,
    request: VerifyJournal,
) -> Result<impl FnOnce(OnProgress<'_>) -> Result<ChainReport, CommandError> + use<>, CommandError> {
    let given = request.head.filter(|head| !head.trim().is_empty()).map(|head| head_of(&head)).transpose()?;
    let total = query.store.heads()?.iter().map(|head| head.seq).sum();
    // In the sample's story it is the same day at every start.
    let is_told = query.reader().profile()?.is_none_or(|profile| profile.today.is_none());
    let checked = move |reader: &Reader<'_>, report: OnProgress<'_>| {
        let verified = reader.verify_journal(given.as_ref(), &mut |done| report(Progress { done, total }))?;
        chain_report(reader, verified, is_told)
    };
    // On a full disk the file cannot take its log in: the workspace waits then, and is verified all the same.
    let verifying = match query.store.moored() {
        Ok(moored) => Verifying::Beside(moored),
        Err(StoreError::DiskFull(_)) => Verifying::Done(checked(&query.store.reader(), &mut *query.report)?),
        Err(error) => return Err(error.into()),
    };
    Ok(move |report: OnProgress<'_>| match verifying {
        Verifying::Beside(moored) => checked(&moored.snapshot()?.reader(), report),
        Verifying::Done(told) => Ok(told),
    })
}

fn chain_report(reader: &Reader<'_>, verified: Verified, is_told: bool) -> Result<ChainReport, CommandError> {
    let went_back = if is_told { verified.went_back } else { Vec::new() };
    Ok(ChainReport {
        entries: verified.entries,
        trails: verified.trails,
        erased: verified.erased,
        left: verified.left.into_iter().take(TEXTS).map(erased_text).collect(),
        went_back: went_back.into_iter().take(TIMES).map(went_back_view).collect(),
        verdict: verdict(Some(reader), verified.verdict)?,
    })
}

/// Texts left by erasures that a report lists.
const TEXTS: usize = 1000;

fn erased_text(left: LeftText) -> ErasedText {
    ErasedText { seq: left.seq, place: left.place, text: left.text.unwrap_or_default() }
}

/// Times at which the clock was put back that a report lists.
const TIMES: usize = 20;

fn went_back_view(each: WentBack) -> TimeWentBack {
    TimeWentBack { seq: each.seq, at: each.at, before: each.before }
}

/// A verdict on a journal; where its workspace is open the record that it is about is called by name.
pub(crate) fn verdict(reader: Option<&Reader<'_>>, verdict: Verdict) -> Result<ChainVerdict, CommandError> {
    let broken = |trail, seq, fault| ChainVerdict::Broken { trail, seq, fault };
    Ok(match verdict {
        Verdict::Whole => ChainVerdict::Whole,
        Verdict::Changed { trail, seq } => broken(trail, seq, ChainFault::Changed),
        Verdict::Missing { trail, seq } => broken(trail, seq, ChainFault::Missing),
        Verdict::OutOfPlace { trail, seq } => broken(trail, seq, ChainFault::OutOfPlace),
        Verdict::NotInWorkspaceChain { trail, seq } => broken(trail, seq, ChainFault::NotInWorkspaceChain),
        Verdict::Row { table, id, how } => {
            let fault = match how {
                RowFault::Changed => RecordFault::Changed,
                RowFault::Missing => RecordFault::Missing,
                RowFault::Added => RecordFault::Added,
            };
            let id = Uuid::parse_str(&id).unwrap_or_default();
            let nouns: Vec<Noun> = Noun::of_table(&table).into_iter().collect();
            let label = reader.map(|reader| named(reader, &nouns, id)).transpose()?;
            ChainVerdict::Record { label: label.unwrap_or_default(), noun: table, id, fault }
        }
        Verdict::HeadMissing { head } => ChainVerdict::HeadMissing { head: head.to_string() },
    })
}

/// A head as it is printed. Errors: it is not one.
fn head_of(text: &str) -> Result<Head, Failure> {
    text.parse().map_err(|()| invalid("journal", "head", Problem::Unknown))
}
