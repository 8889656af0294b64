//! The open workspace and how commands come to it.

use std::cell::RefCell;
use std::ops::ControlFlow;

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_api::reply::{Undoable, Wrote};
use hefu_api::{Failure, Progress, Topic};
use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::journal::{Act, Reversal};
use hefu_store::journal::Moment;
use hefu_store::tables::Profile;
use hefu_store::{Deed, Door, Reader, Store, Written};

use crate::clipboard::Picture;
use crate::document::Drawings;
use crate::failure::Trouble;
use crate::outside::Outside;
use crate::project::KeptFacts;

/// A workspace that is open.
pub(crate) struct Open {
    pub store: Store,
    pub profile: Profile,
    /// A picture from the clipboard that waits to become evidence; locking forgets it.
    pub held: Option<Picture>,
    /// What was read of its projects.
    pub facts: RefCell<KeptFacts>,
    pub drawings: RefCell<Drawings>,
}

impl Open {
    pub(crate) fn new(store: Store, profile: Profile) -> Self {
        Self { store, profile, held: None, facts: RefCell::default(), drawings: RefCell::default() }
    }
}

/// Everything between two calls.
pub(crate) struct Session {
    pub outside: Outside,
    pub open: Option<Open>,
}

/// Told how far a call has come; breaking cancels it.
pub(crate) type Report<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// What a query is handed: it cannot write.
pub(crate) struct Query<'a> {
    pub store: &'a Store,
    pub today: NaiveDate,
    pub now: DateTime<FixedOffset>,
    pub report: Report<'a>,
    pub drawings: &'a RefCell<Drawings>,
    pub facts: &'a RefCell<KeptFacts>,
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
    pub report: Report<'a>,
    pub wrote: Option<Wrote>,
    pub stale: Vec<Topic>,
}

impl Session {
    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        let now = self.outside.now();
        self.open.as_ref().map_or(now, |open| in_story(&open.profile, now))
    }

    /// Reads again what the workspace knows of itself, after an act that changed it.
    pub(crate) fn know_again(&mut self) -> Result<(), Trouble> {
        if let Some(open) = &mut self.open
            && let Some(profile) = open.store.reader().first("TRUE", [])?
        {
            open.profile = profile;
        }
        Ok(())
    }

    pub(crate) fn query<'a>(&'a self, report: Report<'a>) -> Result<Query<'a>, Trouble> {
        let open = self.open.as_ref().ok_or(Failure::NoWorkspace)?;
        let now = self.now();
        Ok(Query {
            store: &open.store,
            today: now.date_naive(),
            now,
            report,
            drawings: &open.drawings,
            facts: &open.facts,
        })
    }

    pub(crate) fn action<'a>(&'a mut self, report: Report<'a>) -> Result<Action<'a>, Trouble> {
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

    pub(crate) fn moment(&mut self) -> Result<Moment, Trouble> {
        Ok(Moment { at: self.now, actor: self.profile.actor.clone(), salt: self.outside.bytes()? })
    }

    /// One act of one project: recorded in the workspace chain and in `trails`.
    pub(crate) fn write<T>(
        &mut self,
        project: impl Into<Option<ProjectId>>,
        trails: Vec<StackId>,
        deed: impl FnOnce(&Door<'_>) -> Result<(Act, T), Trouble>,
    ) -> Result<T, Trouble> {
        let moment = self.moment()?;
        let project = project.into();
        let written = self.store.write(&moment, |door| {
            let (act, value) = deed(door)?;
            Ok::<_, Trouble>((Deed { act, project, trails }, value))
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
            self.wrote = Some(Wrote { act, args, seq, undo, project: written.project });
        }
        self.stale.sort();
        self.stale.dedup();
        written.value
    }
}

/// The topic whose views a table feeds.
fn topic(table: &str) -> Option<Topic> {
    Some(match table {
        "workspace" => Topic::Workspace,
        "project" | "stage" | "stack" | "contract" | "payment_milestone" | "template" => Topic::Projects,
        "organisation" | "person" | "vendor_profile" => Topic::Parties,
        "requirement" | "deliverable" | "chapter" | "criterion" | "link" => Topic::Scope,
        "evidence" | "round" | "finding" | "open_issue" | "presenter_note" => Topic::Acceptance,
        "document" | "section" | "signer" => Topic::Documents,
        _ => return None,
    })
}
