//! The open workspace and how commands come to it.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_api::reply::{Undoable, Wrote};
use hefu_api::workspace::OpeningRemark;
use hefu_api::{Failure, Topic};
use hefu_domain::id::{PersonId, ProjectId, StackId};
use hefu_domain::journal::{Act, Reversal};
use hefu_domain::noun::Noun;
use hefu_store::journal::Moment;
use hefu_store::tables::Profile;
use hefu_store::{NewEntry, Reader, Store, WriteTx, Written};

use crate::clipboard::Picture;
use crate::clock;
use crate::failure::{CommandError, named};
use crate::memo::Memo;
use crate::outside::Outside;
pub(crate) use crate::progress::OnProgress;

/// A workspace that is open.
pub(crate) struct Open {
    pub store: Store,
    pub profile: Profile,
    /// The last entry of the workspace chain before it was opened: what stands up to it is of an earlier sitting.
    pub begun: u64,
    /// A picture from the clipboard that waits to become evidence; locking forgets it.
    pub held: Option<Picture>,
    /// What was read of it.
    pub memo: Memo,
    /// What there was to say when it was opened.
    pub remarks: Vec<OpeningRemark>,
}

impl Open {
    pub(crate) fn new(store: Store, profile: Profile) -> Result<Self, CommandError> {
        let begun = store.written()?;
        Ok(Self::going_on(store, profile, begun))
    }

    /// The workspace in another file or under another key, in the same sitting.
    pub(crate) fn going_on(store: Store, profile: Profile, begun: u64) -> Self {
        Self { store, profile, begun, held: None, memo: Memo::default(), remarks: Vec::new() }
    }
}

/// Everything between two calls.
pub(crate) struct Session {
    pub outside: Outside,
    pub open: Option<Open>,
}

/// What a query is handed: it cannot write.
pub(crate) struct Query<'a> {
    pub store: &'a Store,
    pub today: NaiveDate,
    pub now: DateTime<FixedOffset>,
    pub report: OnProgress<'a>,
    pub begun: u64,
    pub memo: &'a Memo,
}

impl Query<'_> {
    pub(crate) fn reader(&self) -> Reader<'_> {
        self.store.reader()
    }
}

/// What an action is handed.
pub(crate) struct Action<'a> {
    pub store: &'a mut Store,
    pub outside: &'a mut Outside,
    pub profile: &'a Profile,
    pub held: &'a mut Option<Picture>,
    pub now: DateTime<FixedOffset>,
    pub today: NaiveDate,
    pub report: OnProgress<'a>,
    pub begun: u64,
    pub memo: &'a Memo,
    /// After which entry what is written over was read; none: it is as it stands.
    pub based_on: Option<u64>,
    pub wrote: Option<Wrote>,
    pub stale: Vec<Topic>,
}

impl Session {
    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        let now = self.outside.now();
        let Some(open) = &self.open else { return now };
        match open.profile.today {
            None => now,
            // Its day stands still: what was done yesterday evening is not later than this morning.
            Some(_) => {
                let now = in_story(&open.profile, now);
                open.store.reader().latest().ok().flatten().map_or(now, |latest| latest.max(now))
            }
        }
    }

    /// Looks whether the workspace that is open is still the file that was opened, and lets go of one that is not.
    /// Errors: another program moved, replaced or changed it.
    pub(crate) fn attend(&mut self) -> Result<(), Failure> {
        match self.open.take() {
            Some(open) if !open.store.is_in_place() => Err(CommandError::from(open.store.leave()).into()),
            open => {
                self.open = open;
                Ok(())
            }
        }
    }

    /// The failure as it is told: which file could not be read or written, what was kept of it. `workspace` is the
    /// one that was open: what is met in the middle of a call and names no file is met there.
    pub(crate) fn told(&mut self, trouble: CommandError, workspace: Option<&Path>) -> Failure {
        let failure = match workspace {
            Some(workspace) => named(trouble.into(), workspace),
            None => trouble.into(),
        };
        match failure {
            Failure::PageDamaged { path, backup: None } => {
                let open = self.open.as_ref().filter(|open| open.store.path() == Path::new(&path));
                let backup = open.and_then(|open| open.store.newest_sound_backup());
                Failure::PageDamaged { path, backup: backup.map(|backup| backup.display().to_string()) }
            }
            failure @ Failure::Replaced { kept: None, .. } => self.attend().err().unwrap_or(failure),
            failure => failure,
        }
    }

    /// Reads again what the workspace knows of itself, after an act that changed it.
    pub(crate) fn know_again(&mut self) -> Result<(), CommandError> {
        if let Some(open) = &mut self.open
            && let Some(profile) = open.store.reader().profile()?
        {
            open.profile = profile;
        }
        Ok(())
    }

    pub(crate) fn query<'a>(&'a self, report: OnProgress<'a>) -> Result<Query<'a>, CommandError> {
        let open = self.open.as_ref().ok_or(Failure::NoWorkspace)?;
        let now = self.now();
        Ok(Query {
            store: &open.store,
            today: now.date_naive(),
            now,
            report,
            begun: open.begun,
            memo: &open.memo,
        })
    }

    pub(crate) fn action<'a>(&'a mut self, report: OnProgress<'a>) -> Result<Action<'a>, CommandError> {
        let now = self.now();
        let open = self.open.as_mut().ok_or(Failure::NoWorkspace)?;
        Ok(Action {
            store: &mut open.store,
            outside: &mut self.outside,
            profile: &open.profile,
            held: &mut open.held,
            now,
            today: now.date_naive(),
            report,
            begun: open.begun,
            memo: &open.memo,
            based_on: None,
            wrote: None,
            stale: Vec::new(),
        })
    }
}

/// In the sample workspace it is always the story's day, at the clock's time of day.
pub(crate) fn in_story(profile: &Profile, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let Some(day) = profile.today else { return now };
    let zone = FixedOffset::east_opt(8 * 3600).unwrap_or(*now.offset());
    let time = now.with_timezone(&zone).time();
    day.and_time(time).and_local_timezone(zone).single().unwrap_or(now)
}

impl Action<'_> {
    pub(crate) fn reader(&self) -> Reader<'_> {
        self.store.reader()
    }

    /// Before what is final and leaves a trace outside the record, such as a file. Errors: the clock cannot be right.
    pub(crate) fn clock_must_be_right(&self) -> Result<(), CommandError> {
        clock::must_be_right(&self.reader(), self.profile, self.now)
    }

    /// The person of the record who works here: the one that was named, else the only one of the actor's name. Two of
    /// one name are not told apart by guessing.
    pub(crate) fn person(&self) -> Result<Option<PersonId>, CommandError> {
        match self.profile.person {
            Some(person) => Ok(Some(person)),
            None => Ok(self.reader().only_person_named(&self.profile.actor)?),
        }
    }

    pub(crate) fn moment(&mut self) -> Result<Moment, CommandError> {
        Ok(self.profile.moment(self.now, self.outside.bytes()?))
    }

    /// One act of one project: recorded in the workspace chain and in `trails`.
    pub(crate) fn write<T>(
        &mut self,
        project: impl Into<Option<ProjectId>>,
        trails: Vec<StackId>,
        work: impl FnOnce(&WriteTx<'_>) -> Result<(Act, T), CommandError>,
    ) -> Result<T, CommandError> {
        let moment = self.moment()?;
        let project = project.into();
        let (profile, now, based_on) = (self.profile, self.now, self.based_on);
        let written = self.store.write(&moment, |tx| {
            let (act, value) = work(&tx.based_on(based_on))?;
            clock::must_allow(tx, profile, now, &act)?;
            Ok::<_, CommandError>((NewEntry { act, project, trails }, value))
        })?;
        Ok(self.note(written))
    }

    /// Remembers what was written for the reply.
    pub(crate) fn note<T>(&mut self, written: Written<T>) -> T {
        self.stale.extend(written.tables.iter().filter_map(|table| topic(table)));
        if let Some(seq) = written.seq {
            self.stale.push(Topic::Journal);
            let undo = match written.act.reversal() {
                Reversal::Undoable => Undoable::Yes,
                Reversal::Final => Undoable::No,
            };
            let mut args = crate::act::args(&written.act);
            let act = crate::act::take_name(&mut args);
            self.wrote = Some(Wrote { act, args, seq, undo, project: written.project, of: None });
        }
        self.stale.sort();
        self.stale.dedup();
        written.value
    }
}

/// The topic whose views a table feeds.
fn topic(table: &str) -> Option<Topic> {
    Noun::of_table(table).map(|noun| noun.spec().area.into())
}
