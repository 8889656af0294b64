//! Where a person is named, in rows and beside the journal, and what of it goes when she is erased.

mod mentions;
mod rows;

pub(crate) use mentions::Mentions;
pub(crate) use rows::sweep;

/// What an erasure would take, or took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Rows of the record in which something of her stands, her own included.
    pub rows: u32,
    /// Entries of the journal beside which something of her stands.
    pub entries: u32,
}
