//! What went wrong, in terms of what the person can do about it. Codes and arguments only: Fluent says
//! `failure-<code>` in the reader's language.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// Neither the passphrase nor the recovery key opens this workspace.
    WrongKey {
        path: String,
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
    /// The folder or file cannot be written.
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
    /// The system did not install the update; the program is as it was.
    UpdateRefused {
        reason: String,
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
    /// Another record already has this number.
    NumberTaken {
        noun: String,
        number: String,
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
    /// What was pasted or chosen is no table that can be read; nothing was imported.
    UnreadableTable {
        path: String,
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
    /// The file is no PDF that can be read.
    NotAPdf {
        path: String,
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
    /// The person cancelled.
    Cancelled,
    /// A fault of the program; the details are for whoever mends it.
    Internal {
        reason: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    Blank,
    TooLong,
    NotANumber,
    OutOfRange,
    Unknown,
}

/// Why a source is not a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TableProblem {
    Empty,
    TooLarge,
    /// An XLS of before 2007, or a workbook under a password.
    OldOrProtected,
    NotATable,
    Undecodable,
    Damaged,
}

/// Why a file is no logo that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LogoProblem {
    /// A drawing of lines (SVG, PDF, EPS): only pictures of pixels are embedded.
    Drawing,
    /// Neither PNG nor JPEG, or damaged.
    NotAPicture,
    /// More bytes than a logo needs.
    TooLarge,
    /// Too few pixels to be printed sharp.
    TooSmall,
    /// Nothing but white or transparent pixels.
    Blank,
}
