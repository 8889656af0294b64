//! Why a document could not be made.

/// Why a document could not be made. Nothing has been written anywhere when one of these comes back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// No font of the document has this character; a box is never printed in its stead.
    #[error("no font has {character:?} (U+{code_point:04X}) in {place}")]
    NoGlyph {
        character: char,
        code_point: u32,
        /// Where in the facts it stands, as a path of field names and record numbers: `findings/3.2/remark/zh`.
        place: String,
    },
    /// A line of a table head or a field is taller than a page; the text of a head must be short.
    #[error("{place} does not fit on a page")]
    TooTall { place: String },
    /// A font file cannot be read, or the writer refused; names the part.
    #[error("{part}: {reason}")]
    Broken { part: &'static str, reason: String },
    /// There is no such page.
    #[error("page {page} of {pages}")]
    NoSuchPage { page: u32, pages: u32 },
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
}
