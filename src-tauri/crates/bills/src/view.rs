//! What is told of a bill that was read.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::column::{Column, Form};
use crate::finding::Finding;

/// A heading and what it was understood as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BillHeading")]
pub struct Heading {
    pub heading: String,
    /// None for a column that is kept and not understood.
    pub column: Option<Column>,
}

/// A column added up in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BillTotal")]
pub struct Total {
    pub column: Column,
    /// As the file says it; none where it does not.
    pub currency: Option<String>,
    /// Exact; none when the sum is beyond 28 digits.
    pub amount: Option<Decimal>,
    /// Rows with a figure.
    pub rows: u64,
    /// Rows that state none.
    pub missing: u64,
    /// Rows whose figure cannot be read and is not in the sum.
    pub unread: u64,
}

/// What one category of charges comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BillCategoryTotal")]
pub struct CategoryTotal {
    pub category: Option<String>,
    pub currency: Option<String>,
    pub rows: u64,
    pub billed: Option<Decimal>,
}

/// What one invoice comes to: its payable amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "BillInvoiceTotal")]
pub struct InvoiceTotal {
    pub invoice: String,
    pub currency: Option<String>,
    pub rows: u64,
    pub billed: Option<Decimal>,
}

/// How a file's month stands to the same account's month in a file that was read before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schemars(rename = "BillMonthRelation")]
pub enum MonthRelation {
    /// No file before has it.
    New,
    /// Every row of it was read before: it adds nothing.
    Same { file: usize },
    /// The file before was of the month in progress: this one takes its place and is not added to it.
    Replaces { file: usize },
    /// The file before goes further: this one adds nothing.
    Older { file: usize },
    /// Both state the whole month and differ: a person must say which counts.
    Contradicts { file: usize },
}

/// A month of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BillMonth {
    pub account: Option<String>,
    /// Its first day.
    pub month: NaiveDate,
    pub rows: u64,
    /// The last day on which a charge begins; none where the file does not say.
    pub last_charge: Option<NaiveDate>,
    /// Whether the month was not over; none where that cannot be told.
    pub is_to_date: Option<bool>,
    /// A digest of its rows, whatever their order.
    pub digest: String,
    pub relation: MonthRelation,
}

/// A bill that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bill {
    pub form: Form,
    /// `UTF-8`, `gb18030`, `UTF-16LE`.
    pub encoding: String,
    pub is_compressed: bool,
    pub headings: Vec<Heading>,
    /// Rows that count.
    pub rows: u64,
    /// Of them, rows that no file before has.
    pub new_rows: u64,
    pub totals: Vec<Total>,
    pub categories: Vec<CategoryTotal>,
    pub invoices: Vec<InvoiceTotal>,
    pub months: Vec<BillMonth>,
    pub findings: Vec<Finding>,
}
