//! What went wrong, in terms of what the person can do about it. Codes and arguments only: Fluent says
//! `failure-<code>` in the reader's language.

mod problem;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use problem::*;

/// Why a call did nothing. Whatever the failure, nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Failure {
    /// The table has no such command.
    UnknownCommand {
        command: String,
    },
    /// The request does not have the command's shape.
    BadRequest {
        command: String,
        reason: String,
    },
    /// No workspace is open.
    NoWorkspace,
    /// The record is not there (any more).
    NotFound {
        noun: String,
    },
    /// What was tried does not open this workspace.
    WrongKey {
        path: String,
        tried: TriedKey,
    },
    /// What was typed is no recovery key.
    RecoveryKeyMistyped {
        problem: MistypedKey,
        /// Letters and digits that were typed; zero where that is not the problem.
        characters: u32,
        /// Letters and digits that a recovery key has.
        wanted: u32,
        /// The group of four with a character that no key has, from 1; zero where that is not the problem.
        group: u32,
    },
    /// The keychain holds no key for this workspace.
    NotInKeychain {
        path: String,
    },
    /// The operating system's keychain cannot be reached.
    NoKeychain,
    /// A new passphrase needs this many characters.
    PassphraseTooShort {
        minimum: u32,
    },
    /// A new passphrase is too easy to guess, or could not be given again.
    WeakPassphrase {
        weakness: crate::workspace::Weakness,
    },
    /// The clock of this computer is earlier than what the record knows; `act` is what it knows, done `at`.
    ClockBehind {
        now: chrono::DateTime<chrono::FixedOffset>,
        at: chrono::DateTime<chrono::FixedOffset>,
        act: String,
        args: serde_json::Map<String, serde_json::Value>,
        remedy: ClockRemedy,
    },
    /// The clock of this computer is long after the last entry, which was written `at`.
    ClockAhead {
        now: chrono::DateTime<chrono::FixedOffset>,
        at: chrono::DateTime<chrono::FixedOffset>,
        days: u32,
    },
    /// Another process has the workspace open.
    InUse {
        path: String,
    },
    /// There is already a file at this path.
    AlreadyThere {
        path: String,
    },
    /// No file at this path.
    NoFile {
        path: String,
    },
    /// What lies there is a folder, a pipe, a socket or a device.
    NotAPlainFile {
        path: String,
    },
    /// The file is larger than is read.
    FileTooLarge {
        path: String,
        /// In units of 2²⁰ bytes.
        megabytes: u64,
    },
    /// The file is no workspace of Hefu.
    NotAWorkspace {
        path: String,
    },
    /// Made by a newer Hefu.
    NewerWorkspace {
        path: String,
        format: u32,
        known: u32,
    },
    /// The file is damaged; it was set aside under `aside` and `backup` is the last good one.
    Damaged {
        path: String,
        aside: String,
        backup: Option<String>,
    },
    /// A page of the file that is open, or of a backup, is damaged; `backup` is the last sound one.
    PageDamaged {
        path: String,
        backup: Option<String>,
    },
    /// Beside the file lay the log or journal of another state of it, and was not applied.
    LogSetAside {
        path: String,
        kept: String,
        state: KeptState,
    },
    /// The log beside the file is damaged: what was done last cannot be read. The whole of it is `kept`.
    LogDamaged {
        path: String,
        kept: String,
    },
    /// Another program moved, replaced or changed the file while it was open. What was written is `kept`.
    Replaced {
        path: String,
        kept: Option<String>,
        state: KeptState,
    },
    /// The file has a second name elsewhere, and the disk can keep nothing with it that says so.
    SeveralNames {
        path: String,
    },
    /// This person may not write in the folder.
    ReadOnly {
        path: String,
    },
    /// The disk is full; what was acknowledged before is kept.
    DiskFull {
        path: String,
    },
    /// The file is no update of this program.
    NotAnUpdate {
        path: String,
    },
    /// The update was not signed with the release key, or was changed since.
    UpdateNotSigned {
        path: String,
    },
    /// This copy was built without a release key and can trust no update.
    NoReleaseKey,
    /// The update is not newer, or was made for another system or kind of package.
    UpdateNotForThis {
        version: String,
        installed: String,
    },
    /// This copy was not installed from a package.
    NotInstalled,
    /// What reached the system's installer was not what had been checked.
    UpdateExchanged,
    /// The system did not install the update; the program is as it was.
    UpdateRefused {
        reason: String,
    },
    /// Something stands against this path; nothing was written there.
    UnusablePath {
        path: String,
        problem: PathProblem,
    },
    /// Reading or writing a file failed for another reason.
    FileTrouble {
        path: String,
        reason: String,
    },
    /// A field holds what it cannot hold.
    Invalid {
        noun: String,
        field: String,
        problem: Problem,
    },
    /// This is no cloud bill that is known, or it is damaged.
    UnreadableBill {
        path: String,
        problem: BillProblem,
    },
    /// A price, a tax or a share cannot be worked out; `what` is the field, the name or the tier that it is about.
    Unratable {
        problem: RatingProblem,
        what: String,
    },
    /// Not every sum is written in capitals: none with more than two decimals, below zero or of 10^16 yuan and more.
    AmountNotInWords,
    /// Another record already has this number.
    NumberTaken {
        noun: String,
        number: String,
    },
    /// Somebody changed these fields to something else since the record was read.
    ChangedMeanwhile {
        noun: String,
        /// Its number, else its name.
        label: hefu_domain::text::Words,
        fields: Vec<String>,
    },
    /// Other records hang on this one.
    StillUsed,
    /// One of the records of an act on several stands against it; none was changed.
    OneOfMany {
        noun: String,
        /// Its number, else its name.
        label: hefu_domain::text::Words,
        because: Box<Failure>,
    },
    /// The file that was chosen is no table that can be read; nothing was imported.
    UnreadableTable {
        path: String,
        problem: TableProblem,
    },
    /// What was pasted is no table that can be read; nothing was imported.
    UnreadablePaste {
        problem: TableProblem,
    },
    /// The table has faults; nothing was imported.
    ImportFaults {
        faults: u32,
    },
    /// The file outside is no longer the one whose hash was recorded.
    EvidenceChanged {
        path: String,
    },
    /// What was exported is no longer as it was written; `place` is the file, and the line in it.
    ExportChanged {
        place: String,
    },
    /// The person works in this workspace: the journal would go on naming her.
    WorksHere {
        name: String,
    },
    /// The sheet's key is not the open workspace's.
    NotThisRecoveryKey,
    /// Undo or redo has nothing to do.
    NothingToUndo,
    NothingToRedo,
    /// The record changed since: the later act has to be undone first.
    ChangedSince {
        /// Sequence number in the workspace chain of the later act.
        entry: u64,
        act: String,
        args: serde_json::Map<String, serde_json::Value>,
        by: hefu_domain::text::Words,
        at: chrono::DateTime<chrono::FixedOffset>,
    },
    /// Undo or redo would go further back than the person may expect; asked again with `agreed`, it does.
    NeedsConsent {
        way: ReversalWay,
        why: ConsentReason,
        /// Sequence number in the workspace chain of the act.
        entry: u64,
        act: String,
        args: serde_json::Map<String, serde_json::Value>,
        /// What its project is called; none when it is of no project.
        project: Option<Box<hefu_domain::text::Words>>,
        at: chrono::DateTime<chrono::FixedOffset>,
    },
    /// Marks and open issues do not allow this conclusion; the round view lists those they allow.
    ConclusionNotAdmissible {
        number: String,
    },
    /// The document's state does not allow this.
    WrongState {
        number: String,
        state: String,
        wanted: String,
    },
    /// The document cannot be issued yet; the document view lists what is in the way.
    NotReady {
        number: String,
        findings: u32,
    },
    /// It is someone else's turn to sign.
    NotYourTurn {
        number: String,
        waits_for: String,
    },
    /// This signer has signed already.
    AlreadySigned {
        number: String,
    },
    /// A signer refused: the document has to be superseded or voided.
    SignatureRefused {
        number: String,
    },
    /// Tasks of a plan wait for each other in a circle.
    PlanCycle {
        /// As `A → B → A`.
        tasks: String,
    },
    /// A plan refers to something that it does not have.
    PlanUnknownName {
        noun: hefu_schedule::PlanNoun,
        name: String,
        /// What refers to it.
        at: String,
    },
    /// Two things of a plan have one name.
    PlanNameTwice {
        noun: hefu_schedule::PlanNoun,
        name: String,
    },
    /// What a plan says cannot be.
    PlanImpossible {
        noun: hefu_schedule::PlanNoun,
        name: String,
        problem: hefu_schedule::PlanProblem,
    },
    /// No font has this character.
    NoGlyph {
        character: String,
        code_point: String,
        place: String,
    },
    /// The certificate file cannot be opened with this password.
    WrongCertificatePassword,
    /// The certificate's kind of key cannot sign here.
    UnsupportedKey {
        reason: String,
    },
    /// The drawn signature is empty.
    EmptySignature,
    /// More people are to sign a document than its signatures can be verified of.
    TooManySigners {
        number: String,
        signers: u32,
        most: u32,
    },
    /// The document was issued for another signer at this place than the record now names.
    IssuedForOther {
        stated: String,
        actual: String,
    },
    /// The file of this evidence is no picture that can be shown.
    NotAPicture {
        number: String,
    },
    /// The file cannot be the vendor's logo.
    UnusableLogo {
        path: String,
        problem: LogoProblem,
    },
    /// No picture is on the clipboard, or none is held any more.
    NoImage,
    /// The operating system's clipboard cannot be reached.
    NoClipboard,
    /// The scan does not belong to the issued document.
    NotThisDocument {
        number: String,
    },
    /// Too little of the digest was typed to tell the issued document from others.
    DigestTooShort {
        number: String,
        minimum: u32,
        given: u32,
    },
    /// No version of the rule pack speaks on that day.
    NoRulePack {
        pack: String,
        day: chrono::NaiveDate,
    },
    /// A rule pack of one's own cannot be used.
    RulePackRefused {
        reason: String,
    },
    /// The facts or the inventory cannot be judged.
    RuleFactsRefused {
        reason: String,
    },
    /// Conditions of the gate do not hold, or nobody knows whether they do.
    GateHeld {
        number: String,
        /// How many.
        held: u32,
        /// What they ask.
        conditions: hefu_domain::text::Words,
    },
    GatePassedAlready {
        number: String,
        on: chrono::NaiveDate,
    },
    /// Who asks for a waiver cannot approve it.
    OwnWaiver {
        name: hefu_domain::text::Words,
    },
    /// What was to be set up has gates already.
    HasGates {
        number: String,
        gates: u32,
    },
    /// The person cancelled.
    Cancelled,
    /// A fault of the program; the details are for whoever mends it.
    Internal {
        reason: String,
    },
}
