//! The audit journal: who did what when; undo and redo.

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::text::{Text, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::key::KeyChoice;

/// Which chain is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "of", deny_unknown_fields)]
pub enum Trail {
    Workspace,
    Stack { stack: StackId },
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListEntries {
    pub trail: Trail,
    /// Only entries of this project.
    pub project: Option<ProjectId>,
    /// Only entries of this person, by the name the journal recorded.
    pub actor: Option<Words>,
    /// Only entries that changed a record of this noun.
    pub noun: Option<String>,
    /// Only entries at this moment or later. A day begins where its zone says.
    pub from: Option<DateTime<FixedOffset>>,
    /// Only entries before this moment.
    pub until: Option<DateTime<FixedOffset>>,
    /// Only entries before this sequence number; newest first.
    pub before: Option<u64>,
    /// At most 500.
    pub limit: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Entries {
    pub entries: Vec<EntryLine>,
    pub more: More,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum More {
    Yes,
    No,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct EntryChoicesRequest {}

/// By what entries can be filtered.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EntryChoices {
    /// Everybody who did something.
    pub actors: Vec<Words>,
    /// What was changed; Fluent has `noun-<noun>`.
    pub nouns: Vec<String>,
    /// The clock of the workspace, whose zone its days are counted in.
    pub now: DateTime<FixedOffset>,
}

/// One entry, ready to be said: Fluent has `journal-<act>`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EntryLine {
    /// In the trail that was asked for.
    pub seq: u64,
    /// In the workspace chain: what undo and [`EntryRef`] take.
    pub workspace: u64,
    pub at: DateTime<FixedOffset>,
    pub actor: Words,
    pub act: String,
    pub args: serde_json::Map<String, serde_json::Value>,
    pub project: Option<ProjectId>,
    /// SHA-256 (hex) of the entry.
    pub hash: String,
    pub standing: Standing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Stands,
    Undone,
    /// Is itself an undo or a redo.
    Reversal,
    /// Cannot be undone.
    Final,
}

/// An entry by its number in the workspace chain.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EntryRef {
    pub entry: u64,
}

/// What an entry changed; undoing it puts every row back.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EntryChanges {
    pub rows: Vec<RowChange>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RowChange {
    /// Fluent has `noun-<noun>`.
    pub noun: String,
    pub id: Uuid,
    /// What the record is called: its number, else its name.
    pub label: Words,
    pub change: ChangeKind,
    /// What differs, in the order of the record; of an added or removed record what it holds.
    pub fields: Vec<FieldChange>,
    pub since: Since,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    Added,
    Changed,
    Removed,
}

/// Whether the record is still as this entry left it; undo needs that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    AsItWas,
    ChangedAgain,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FieldChange {
    /// Fluent has `field-<field>`.
    pub field: String,
    pub before: Shown,
    pub after: Shown,
}

/// A value of a field as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Shown {
    Nothing,
    /// A number, a code (Fluent may have `value-<code>`).
    Plain {
        text: String,
    },
    /// A day without a zone.
    Day {
        day: NaiveDate,
    },
    /// What another record is called.
    Named {
        words: Words,
    },
    Text {
        text: Text,
    },
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListTrails {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Trails {
    pub trails: Vec<TrailLine>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TrailLine {
    pub trail: Trail,
    /// Name of the chain inside the journal and in heads.
    pub name: String,
    pub project: Option<ProjectId>,
    pub title: Option<Text>,
    pub entries: u64,
    /// `trail seq hash` of its last entry; none while empty.
    pub head: Option<String>,
}

/// Writes one trail out as a signed file that `hefu-verify` and [`crate::document::VerifyFile`] check.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ExportTrail {
    pub trail: Trail,
    /// The new file; its shape is said in `hefu_signing`.
    pub path: String,
    pub key: KeyChoice,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TrailExported {
    pub path: String,
    pub entries: u64,
    /// `trail seq hash` of the last entry in the file.
    pub head: String,
    /// SHA-256 (hex) of the certificate it was signed with.
    pub certificate: String,
    pub at: DateTime<FixedOffset>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct LookForHead {
    /// `trail seq hash`, from a signed paper or an exported trail.
    pub head: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct HeadFound {
    pub standing: HeadHere,
}

/// Whether a head is one of the open workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HeadHere {
    /// The entry stands in this journal.
    Here,
    /// This journal has the trail, but not this entry: cut, rewritten, or of another workspace.
    OtherHistory,
    /// This journal has no such trail: it is of another workspace.
    OtherWorkspace,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct VerifyJournal {
    /// A head from a backup or a signed document that the journal must contain.
    pub head: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ChainReport {
    pub entries: u64,
    pub trails: u32,
    /// Entries of which a person was erased, each named by the entry of an erasure.
    pub erased: u64,
    /// What erasures left in the places of texts, the first of them at most.
    pub left: Vec<ErasedText>,
    /// Entries dated before the ones they follow, the first of them at most: the order does not rest on the clock.
    pub went_back: Vec<TimeWentBack>,
    pub verdict: ChainVerdict,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TimeWentBack {
    pub seq: u64,
    pub at: DateTime<FixedOffset>,
    /// The moment of the entry it follows.
    pub before: DateTime<FixedOffset>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum ChainVerdict {
    Whole,
    /// The first entry that does not fit.
    Broken {
        trail: String,
        seq: u64,
        fault: ChainFault,
    },
    /// The chains fit, but a record is not what they say.
    Record {
        noun: String,
        id: Uuid,
        label: Words,
        fault: RecordFault,
    },
    /// The chains fit, but the given head is not in them: a tail was cut or all was rewritten.
    HeadMissing {
        head: String,
    },
}

/// How a record differs from the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordFault {
    /// It is not as the journal left it.
    Changed,
    /// The journal left it there, and it is gone.
    Missing,
    /// No entry of the journal made it.
    Added,
}

/// What stands in an entry in the place of a text that an erasure took; empty where nothing does.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ErasedText {
    /// In the workspace chain.
    pub seq: u64,
    /// Where in the entry it stands: a field of its note, or a column of a record it changed.
    pub place: String,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChainFault {
    Changed,
    Missing,
    OutOfPlace,
    NotInWorkspaceChain,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct UndoStateRequest {
    /// The project in view; see [`UndoRequest`].
    pub project: Option<ProjectId>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct UndoState {
    pub undo: Option<EntryLine>,
    pub redo: Option<EntryLine>,
}

/// Undoes the newest undoable act that stands. An act of before the workspace was opened this time, and one that is of
/// no project while a project is in view, is taken back only when it is agreed to; `needs_consent` names it.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct UndoRequest {
    /// Only this entry; refused when the record has changed since.
    pub seq: Option<u64>,
    /// The project in view: acts of other projects are passed over. Without one, the newest act of all.
    pub project: Option<ProjectId>,
    /// The entry that the person has seen and agrees to.
    pub agreed: Option<u64>,
}

/// Does again what was undone; the fields are those of [`UndoRequest`].
#[derive(Debug, Deserialize, JsonSchema)]
pub struct RedoRequest {
    pub seq: Option<u64>,
    pub project: Option<ProjectId>,
    pub agreed: Option<u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Undone {
    pub act: String,
    pub args: serde_json::Map<String, serde_json::Value>,
}
