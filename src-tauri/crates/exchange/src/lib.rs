//! Files of other tools in and out: tables pasted as text, CSV, TSV, XLSX, ODS and DOCX.
//!
//! Reading goes in steps: any source becomes sheets of cells as they are shown, each with its place ([`Book`]); the
//! table is found in them, its columns are understood, and its rows are read, with every fault named by row and column
//! ([`read`]). An import is taken whole or not at all.

mod export;
mod import;
mod shown;
mod table;

pub use export::{Cell, ExportError, Sheet, write_csv, write_xlsx};
pub use import::{
    Chapter, Choices, Column, ColumnChoice, Fault, Field, LeftOut, LeftOutWhy, Part, Preview, Problem,
    ReadRow, SheetFound, Target, Tidied, WordChoice, number_key, read,
};
pub use table::{
    Book, Candidate, Cell as SheetCell, EncodingRead, FileKind, Grid, Kind, ReadError, Row, Spread,
    column_address,
};
