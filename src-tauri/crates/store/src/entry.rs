//! Entries of the journal: one that is written, and one that was.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::journal::Act;
use hefu_domain::text::Words;
use serde_json::{Map, Value};

/// What a write did: the act, the project it belongs to, and the trails that record it beside the workspace
/// chain.
pub struct NewEntry {
    pub act: Act,
    pub project: Option<ProjectId>,
    pub trails: Vec<StackId>,
}

/// The outcome of a write.
#[derive(Debug)]
pub struct Written<T> {
    pub value: T,
    /// Sequence number in the workspace chain; none when nothing changed and so nothing was recorded.
    pub seq: Option<u64>,
    pub act: Act,
    pub project: Option<ProjectId>,
    /// The tables of which rows changed.
    pub tables: BTreeSet<String>,
}

/// One entry of a chain with the note beside it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// In its trail.
    pub seq: u64,
    /// In the workspace chain.
    pub workspace: u64,
    pub at: DateTime<FixedOffset>,
    pub actor: Words,
    pub act: String,
    pub args: Map<String, Value>,
    pub project: Option<ProjectId>,
    pub hash: String,
    /// `done`, `undone` or `final`.
    pub standing: String,
}

impl Entry {
    /// The act with its arguments, as it was done.
    pub fn act_done(&self) -> Result<Act, serde_json::Error> {
        let mut whole = self.args.clone();
        whole.insert("act".into(), Value::String(self.act.clone()));
        serde_json::from_value(Value::Object(whole))
    }
}

/// As the journal writes it: to the millisecond, with its zone.
pub(crate) fn time(moment: &DateTime<FixedOffset>) -> String {
    moment.to_rfc3339_opts(chrono::SecondsFormat::Millis, false)
}
