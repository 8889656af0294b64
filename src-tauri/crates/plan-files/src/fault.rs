//! Why a file is no plan that can be read, and where.

/// The first thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem:?} {what}")]
pub struct FileFault {
    /// From 1.
    pub line: usize,
    pub problem: FileProblem,
    /// The element, name or text that is meant; may be empty.
    pub what: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is no text in the encoding it claims.
    Encoding,
    /// It is no well-formed XML.
    Xml,
    /// It declares a document type, with which a file could unfold into more than it is.
    DocumentType,
    /// More elements, tasks or depth than are read.
    TooLarge,
    /// Another kind of file.
    NotThisFormat,
    /// A number, date, time or duration that is none.
    Value,
    /// A duration or an amount below zero where none can be.
    Negative,
    /// A date outside of the years 1900 to 2999.
    DateOutOfReach,
    /// Two that should have names of their own have the same.
    Twice,
    /// It refers to something that the file does not have.
    Unknown,
}
