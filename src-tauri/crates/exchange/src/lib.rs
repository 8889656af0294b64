//! Files of other tools in and out: tables pasted as text, CSV, TSV and XLSX.
//!
//! Reading goes in two steps: any source becomes a [`Table`] of strings that remembers where each cell stood, and an
//! import takes from it what it knows and names every fault with row and column. An import is taken whole or not at
//! all.

mod export;
mod import;
mod table;

pub use export::{Cell, ExportError, Sheet, write_csv, write_xlsx};
pub use import::{
    Chapter, Column, CriterionField, CriterionRow, Fault, Preview, Problem, RequirementField, RequirementRow,
    criteria, requirements,
};
pub use table::{ReadError, Row, Table, column_address};
