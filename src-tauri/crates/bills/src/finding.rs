//! What is wrong with the rows of a bill, kept as counts and the first row numbers.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::column::Column;

/// What can be wrong with a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "BillFault")]
pub enum Fault {
    /// A column that the form does not have.
    ForeignColumn,
    /// A column that the form must have is not there; totals that need it are refused.
    MissingColumn,
    /// A row has more or fewer cells than there are headings.
    CellCount,
    /// Nothing is stated by the word `NULL`.
    NullText,
    /// Nothing is stated by an empty cell, in a file that says `NULL` elsewhere.
    EmptyText,
    /// Nothing is stated by a dash or `N/A`.
    DashText,
    /// A figure with a plus or with marks between thousands; it was read.
    DecoratedFigure,
    /// A cell that is no figure; it is in no total.
    UnreadFigure,
    /// A moment that is not written as FOCUS asks.
    MomentForm,
    /// A word that is not one of those that the form allows.
    UnknownWord,
    /// The list cost is not list price times quantity.
    ListCostDiffers,
    /// The contracted cost is not contracted price times quantity.
    ContractedCostDiffers,
    /// What is payable is not list less discount less what was cut.
    PayableDiffers,
    /// The charge ends before it begins.
    PeriodReversed,
    /// The month of the bill cannot be read.
    UnreadMonth,
    /// A row that repeats an earlier one in every cell; both count.
    RepeatedRow,
    /// A row of totals at the end; it does not count.
    TotalRow,
    /// Bytes that are no text in the file's encoding.
    Undecodable,
    /// More invoices or months than are kept apart.
    TooMany,
}

/// One kind of fault, in one column where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BillFinding")]
pub struct Finding {
    pub fault: Fault,
    /// The heading that it is about.
    pub heading: Option<String>,
    pub column: Option<Column>,
    /// How many rows have it; one for a fault of the file as a whole.
    pub count: u64,
    /// The first rows that have it, counted from 1 below the headings; none for a fault of the file as a whole.
    pub rows: Vec<u64>,
}

/// Row numbers that are kept of one finding.
const KEPT: usize = 100;

#[derive(Default)]
pub(crate) struct Findings {
    /// By fault and the place of the column.
    found: BTreeMap<(Fault, Option<usize>), (u64, Vec<u64>)>,
}

impl Findings {
    pub(crate) fn at(&mut self, fault: Fault, place: Option<usize>, row: u64) {
        let (count, rows) = self.found.entry((fault, place)).or_default();
        *count += 1;
        if rows.len() < KEPT {
            rows.push(row);
        }
    }

    /// A fault of the whole file.
    pub(crate) fn of_file(&mut self, fault: Fault, place: Option<usize>) {
        self.found.entry((fault, place)).or_default().0 += 1;
    }

    pub(crate) fn has(&self, fault: Fault) -> bool {
        self.found.keys().any(|(each, _)| *each == fault)
    }

    /// Leaves a kind of fault out, where it turned out to be none.
    pub(crate) fn forget(&mut self, fault: Fault) {
        self.found.retain(|(each, _), _| *each != fault);
    }

    pub(crate) fn told(self, headings: &[String], columns: &[Option<Column>]) -> Vec<Finding> {
        let finding = |((fault, place), (count, rows)): ((Fault, Option<usize>), (u64, Vec<u64>))| Finding {
            fault,
            heading: place.and_then(|at| headings.get(at)).cloned(),
            column: place.and_then(|at| columns.get(at).copied().flatten()),
            count,
            rows,
        };
        self.found.into_iter().map(finding).collect()
    }
}
