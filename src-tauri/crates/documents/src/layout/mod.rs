//! Setting text into lines, lines into rows, rows into pages. Knows nothing of documents or of PDF.
//!
//! Coordinates are points from the upper left corner of the page, y downwards.

pub(crate) mod cache;
pub(crate) mod class;
pub(crate) mod flow;
pub(crate) mod glyphs;
pub(crate) mod lines;
pub(crate) mod page;
pub(crate) mod row;
pub(crate) mod shape;
pub(crate) mod stamp;
pub(crate) mod style;
pub(crate) mod tree;
