//! One row: what it says, what is wrong with it, and what tells it from every other.

use csv::ByteRecord;
use sha2::{Digest, Sha256};

use crate::column::{COLUMNS, Column, Form, SUMMED};
use crate::finding::{Fault, Finding, Findings};
use crate::sum::Figure;
use crate::value::{Amount, Missing, amount, day, is_focus_moment, missing, month};
use crate::view::{BillMonth, CategoryTotal, InvoiceTotal, Total};

use super::tally::{RowFacts, Tally};

/// Costs of FOCUS are held against price times quantity to a millionth of the currency: exports cut prices there.
const COST_PLACES: u32 = 6;
/// Payable amounts of Chinese exports, to a hundredth of a fen.
const PAYABLE_PLACES: u32 = 4;

/// First cells of a row of totals.
const TOTALS: [&str; 6] = ["合计", "总计", "总和", "Total", "Grand Total", "Sum"];

/// Words that FOCUS allows.
const WORDS: [(Column, &[&str]); 4] = [
    (Column::ChargeCategory, &["Usage", "Purchase", "Tax", "Credit", "Adjustment"]),
    (Column::ChargeClass, &["Correction"]),
    (Column::ChargeFrequency, &["One-Time", "Recurring", "Usage-Based"]),
    (Column::PricingCategory, &["Standard", "Dynamic", "Committed", "Other"]),
];

const MOMENTS: [Column; 4] =
    [Column::BillingPeriod, Column::BillingPeriodEnd, Column::ChargeStart, Column::ChargeEnd];

pub(super) struct Rows {
    form: Form,
    /// Where each column stands.
    places: [Option<usize>; COLUMNS],
    width: usize,
    passed: u64,
    rows: u64,
    keys: Vec<u128>,
    tally: Tally,
    pub(super) findings: Findings,
    pub(super) missing_columns: Vec<Column>,
    is_undecodable: bool,
}

/// Everything that was counted.
pub(super) struct Counted {
    pub(super) rows: u64,
    pub(super) totals: Vec<Total>,
    pub(super) categories: Vec<CategoryTotal>,
    pub(super) invoices: Vec<InvoiceTotal>,
    pub(super) months: Vec<BillMonth>,
    pub(super) findings: Vec<Finding>,
    pub(super) keys: Vec<u128>,
}

fn trimmed(cell: &[u8]) -> &[u8] {
    cell.trim_ascii()
}

impl Rows {
    pub(super) fn new(form: Form, columns: &[Option<Column>]) -> Self {
        let mut places = [None; COLUMNS];
        for (column, place) in columns.iter().zip(0..) {
            if let Some(column) = column {
                places[*column as usize] = Some(place);
            }
        }
        Self {
            form,
            places,
            width: columns.len(),
            passed: 0,
            rows: 0,
            keys: Vec::new(),
            tally: Tally::default(),
            findings: Findings::default(),
            missing_columns: Vec::new(),
            is_undecodable: false,
        }
    }

    /// Rows that have come, whether they count or not.
    pub(super) fn passed(&self) -> u64 {
        self.passed
    }

    /// The row that comes next has bytes that are no text.
    pub(super) fn note_undecodable(&mut self) {
        self.is_undecodable = true;
    }

    fn cell<'a>(&self, record: &'a ByteRecord, column: Column) -> &'a [u8] {
        self.places[column as usize].and_then(|place| record.get(place)).map(trimmed).unwrap_or_default()
    }

    /// A cell that says something, else nothing.
    fn said<'a>(&self, record: &'a ByteRecord, column: Column) -> &'a [u8] {
        let cell = self.cell(record, column);
        if missing(cell).is_some() { &[] } else { cell }
    }

    pub(super) fn take(&mut self, record: &ByteRecord) {
        if record.iter().all(|cell| trimmed(cell).is_empty()) {
            return;
        }
        self.passed += 1;
        let row = self.passed;
        let first = record.iter().map(trimmed).find(|cell| !cell.is_empty()).unwrap_or_default();
        if self.form != Form::Focus && TOTALS.iter().any(|word| word.as_bytes() == first) {
            return self.findings.at(Fault::TotalRow, None, row);
        }
        self.rows += 1;
        if record.len() != self.width {
            self.findings.at(Fault::CellCount, None, row);
        }
        let is_replaced = || record.as_slice().windows(3).any(|three| three == [0xEF, 0xBF, 0xBD]);
        if std::mem::take(&mut self.is_undecodable) || (self.form != Form::Focus && is_replaced()) {
            self.findings.at(Fault::Undecodable, None, row);
        }
        self.note_missing(record, row);
        let facts = self.facts(record, row);
        self.check(record, row, &facts);
        self.keys.push(facts.key);
        self.tally.add(&facts);
    }

    fn note_missing(&mut self, record: &ByteRecord, row: u64) {
        for (cell, place) in record.iter().zip(0..self.width) {
            let fault = match missing(trimmed(cell)) {
                None => continue,
                Some(Missing::Empty) => Fault::EmptyText,
                Some(Missing::Null) => Fault::NullText,
                Some(Missing::Mark) => Fault::DashText,
            };
            self.findings.at(fault, Some(place), row);
        }
    }

    fn facts<'a>(&mut self, record: &'a ByteRecord, row: u64) -> RowFacts<'a> {
        let mut amounts = [None; SUMMED.len()];
        for (amount_of, column) in amounts.iter_mut().zip(SUMMED) {
            *amount_of = self.amount(record, column, row);
        }
        let period = self.said(record, Column::BillingPeriod);
        let first = month(period);
        if first.is_none() && self.places[Column::BillingPeriod as usize].is_some() {
            self.findings.at(Fault::UnreadMonth, self.places[Column::BillingPeriod as usize], row);
        }
        RowFacts {
            currency: self.said(record, Column::Currency),
            category: self.said(record, Column::ChargeCategory),
            invoice: self.said(record, Column::Invoice),
            account: self.said(record, Column::Account),
            month: first,
            charged: day(self.said(record, Column::ChargeStart)),
            amounts,
            key: key(record),
        }
    }

    /// The figure of a column, with what is wrong about it; none when there is no such column.
    fn amount(&mut self, record: &ByteRecord, column: Column, row: u64) -> Option<Amount> {
        let place = self.places[column as usize]?;
        let amount = amount(self.cell(record, column));
        match amount {
            Amount::Unread => self.findings.at(Fault::UnreadFigure, Some(place), row),
            Amount::Figure { is_decorated: true, .. } => {
                self.findings.at(Fault::DecoratedFigure, Some(place), row);
            }
            _ => {}
        }
        Some(amount)
    }

    fn check(&mut self, record: &ByteRecord, row: u64, facts: &RowFacts<'_>) {
        match self.form {
            Form::Focus => {
                self.check_words(record, row);
                self.check_cost(
                    record,
                    row,
                    (Column::ListCost, Column::ListUnitPrice),
                    Fault::ListCostDiffers,
                );
                let contracted = (Column::ContractedCost, Column::ContractedUnitPrice);
                self.check_cost(record, row, contracted, Fault::ContractedCostDiffers);
            }
            Form::Alibaba | Form::Huawei => self.check_payable(row, facts),
            Form::Tencent => {}
        }
        let (start, end) = (self.said(record, Column::ChargeStart), self.said(record, Column::ChargeEnd));
        if start.len() == end.len() && end < start {
            self.findings.at(Fault::PeriodReversed, self.places[Column::ChargeEnd as usize], row);
        }
    }

    fn check_words(&mut self, record: &ByteRecord, row: u64) {
        for (column, words) in WORDS {
            let said = self.said(record, column);
            if !said.is_empty() && !words.iter().any(|word| word.as_bytes() == said) {
                self.findings.at(Fault::UnknownWord, self.places[column as usize], row);
            }
        }
        for column in MOMENTS {
            let said = self.said(record, column);
            if !said.is_empty() && !is_focus_moment(said) {
                self.findings.at(Fault::MomentForm, self.places[column as usize], row);
            }
        }
    }

    /// A cost against its price times the quantity, where all three are stated.
    fn check_cost(&mut self, record: &ByteRecord, row: u64, (cost, price): (Column, Column), fault: Fault) {
        let figure = |column: Column| match amount(self.cell(record, column)) {
            Amount::Figure { figure, .. } => Some(figure),
            _ => None,
        };
        let stated = (figure(cost), figure(price), figure(Column::PricingQuantity));
        let (Some(cost_stated), Some(price), Some(quantity)) = stated else { return };
        let is_off = price.times(quantity).and_then(|product| cost_stated.is_off(product, COST_PLACES));
        if is_off != Some(false) {
            self.findings.at(fault, self.places[cost as usize], row);
        }
    }

    /// Payable = list − discount − what was cut, where list and payable are stated.
    fn check_payable(&mut self, row: u64, facts: &RowFacts<'_>) {
        let place = |column: Column| SUMMED.iter().position(|each| *each == column);
        let figure = |column: Column| match place(column).and_then(|at| facts.amounts[at]) {
            Some(Amount::Figure { figure, .. }) => Some(figure),
            _ => None,
        };
        let (Some(list), Some(billed)) = (figure(Column::ListCost), figure(Column::BilledCost)) else {
            return;
        };
        let mut left = crate::sum::Sum::default();
        left.add(list);
        for off in [Column::DiscountAmount, Column::RoundedOff].into_iter().filter_map(figure) {
            left.add(Figure { mantissa: -off.mantissa, ..off });
        }
        let left = left.total().map(|left| Figure { mantissa: left.mantissa(), scale: left.scale() });
        if left.and_then(|left| billed.is_off(left, PAYABLE_PLACES)) != Some(false) {
            self.findings.at(Fault::PayableDiffers, self.places[Column::BilledCost as usize], row);
        }
    }

    pub(super) fn told(mut self, headings: &[String], columns: &[Option<Column>]) -> Counted {
        if !self.findings.has(Fault::NullText) {
            self.findings.forget(Fault::EmptyText);
        }
        if self.tally.is_overfull {
            self.findings.of_file(Fault::TooMany, None);
        }
        self.note_repeated();
        let has_column = |at: usize| self.places[SUMMED[at] as usize].is_some();
        let totals = self.tally.totals(has_column);
        let mut findings = self.findings.told(headings, columns);
        findings.extend(self.missing_columns.into_iter().map(|column| Finding {
            fault: Fault::MissingColumn,
            heading: None,
            column: Some(column),
            count: 1,
            rows: Vec::new(),
        }));
        Counted {
            rows: self.rows,
            totals,
            categories: self.tally.categories(),
            invoices: self.tally.invoices(),
            months: self.tally.months(),
            findings,
            keys: self.keys,
        }
    }

    /// Sorts the keys; rows that are equal in every cell are genuine until a person says otherwise.
    fn note_repeated(&mut self) {
        self.keys.sort_unstable();
        let repeated = self.keys.windows(2).filter(|two| two[0] == two[1]).count();
        for _ in 0..repeated {
            self.findings.of_file(Fault::RepeatedRow, None);
        }
    }
}

/// What tells a row from others: a digest of its cells, without the blanks and tabs that exports put behind them.
fn key(record: &ByteRecord) -> u128 {
    let mut digest = Sha256::new();
    for cell in record {
        digest.update(trimmed(cell));
        digest.update([0x1F]);
    }
    let digest = digest.finalize();
    digest.iter().take(16).fold(0, |key, byte| key << 8 | u128::from(*byte))
}
