//! What more there is to say of some failures: which key, which field, which file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is kept of a state that another program pushed aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeptState {
    /// A workspace, which opens with its key.
    Whole,
    /// What was written on top of a file that is gone: beside that file, under its name, it opens with it.
    LogAlone,
    /// Nothing yet.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReversalWay {
    Undo,
    Redo,
}

/// Why an act is taken back, or done again, only when the person agrees to that very act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsentReason {
    /// It was done, or undone, before the workspace was opened this time.
    EarlierSitting,
    /// A project is in view, and the act is of no project.
    NoProject,
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

/// Why a cloud bill was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BillProblem {
    /// No row at its beginning has the headings of a known bill.
    NoHeadings,
    TooManyColumns,
    /// A quotation mark is missing, or it is no table.
    RecordTooLong,
    /// What is packed cannot be unpacked.
    Damaged,
}

/// What is wrong with the facts of a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RatingProblem {
    /// Beyond what can be counted exactly.
    OutOfRange,
    NotAFigure,
    /// A tier does not rise above the one before it.
    Tiers,
    NotPositive,
    Negative,
    /// Usage of a line that the plan does not have.
    Unknown,
    Repeated,
    /// A currency whose smallest unit is not known.
    Currency,
    /// A minute of the day without a price of electricity, or with several.
    Coverage,
    /// An operation that cannot stand where it does.
    Misplaced,
    /// A period without a day.
    Period,
}

/// What was tried to open a workspace with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TriedKey {
    Passphrase,
    RecoveryKey,
    /// The keychain's, or that of the open workspace.
    KeptKey,
}

/// Why what was typed is no recovery key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MistypedKey {
    Length,
    Symbol,
    /// Its check characters disagree.
    Check,
}

/// What helps when the clock is behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClockRemedy {
    /// The paper would contradict itself.
    SetClock,
    /// Or saying that it is right, with `confirm_clock`.
    SetOrConfirm,
}

/// Why nothing is read from a path, or written to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PathProblem {
    /// None was given.
    Blank,
    NameTooLong,
    /// A character that names cannot have.
    BadName,
    /// A symbolic link: nothing is written through one.
    Link,
    /// A device, a pipe or a socket.
    Special,
    Folder,
    /// A workspace, a backup, or a file that belongs to one.
    Workspace,
    /// A file that is not of the kind that was to be written.
    OtherKind,
    /// The folder that the file was to lie in is not there.
    NoFolder,
    /// A part of the path is a file.
    NotAFolder,
    /// The file is marked as read-only.
    WriteProtected,
    ReadOnlyDisk,
    /// Larger than the disk takes.
    TooLarge,
    /// Another program is using it.
    Busy,
    /// The disk does not answer.
    OutOfReach,
}

/// Why a source is not a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TableProblem {
    Empty,
    TooLarge,
    NotATable,
    /// In no encoding that is known, or not in the one that was named.
    Undecodable,
    /// It could be in more than one encoding, and none was chosen.
    EncodingInDoubt,
    /// No sheet has the name that was chosen.
    NoSuchSheet,
    Damaged,
    /// XLS of before 2007.
    OldWorkbook,
    /// A workbook saved as XML in 2003.
    XmlWorkbook,
    Protected,
    /// DOC of before 2007.
    OldDocument,
    /// DOCX in which no table can be read.
    Document,
    /// XLSB.
    BinaryWorkbook,
    /// OpenDocument in which no table can be read.
    OpenDocument,
    Presentation,
    Pdf,
    /// Apple's Numbers, Pages or Keynote.
    Numbers,
    Image,
    WebPage,
    RichText,
    Archive,
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
