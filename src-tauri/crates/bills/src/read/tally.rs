//! Totals by currency, category, invoice and month.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::column::SUMMED;
use crate::month::is_to_date;
use crate::sum::Sum;
use crate::value::Amount;
use crate::view::{BillMonth, CategoryTotal, InvoiceTotal, MonthRelation, Total};

/// Names that are kept apart at most; what comes after them counts in the totals alone.
const MOST: usize = 10_000;

#[derive(Clone, Copy, Default)]
struct ColumnSum {
    sum: Sum,
    rows: u64,
    missing: u64,
    unread: u64,
}

#[derive(Default)]
struct Part {
    rows: u64,
    billed: Sum,
}

struct Month {
    rows: u64,
    last_charge: Option<NaiveDate>,
    digest: u128,
}

type Name = Vec<u8>;

/// What was counted of the rows so far.
#[derive(Default)]
pub(super) struct Tally {
    /// A bill has one currency, seldom two: a list is looked through.
    totals: Vec<(Name, [ColumnSum; SUMMED.len()])>,
    categories: BTreeMap<(Name, Name), Part>,
    invoices: BTreeMap<(Name, Name), Part>,
    months: BTreeMap<(Name, NaiveDate), Month>,
    pub(super) is_overfull: bool,
}

/// What a row says of itself.
pub(super) struct RowFacts<'a> {
    pub(super) currency: &'a [u8],
    pub(super) category: &'a [u8],
    pub(super) invoice: &'a [u8],
    pub(super) account: &'a [u8],
    pub(super) month: Option<NaiveDate>,
    pub(super) charged: Option<NaiveDate>,
    /// By the order of [`SUMMED`]; none where there is no such column.
    pub(super) amounts: [Option<Amount>; SUMMED.len()],
    pub(super) key: u128,
}

impl Tally {
    pub(super) fn add(&mut self, row: &RowFacts<'_>) {
        let at = match self.totals.iter().position(|(currency, _)| currency == row.currency) {
            Some(at) => at,
            None => {
                self.totals.push((row.currency.to_vec(), [ColumnSum::default(); SUMMED.len()]));
                self.totals.len() - 1
            }
        };
        for (total, amount) in self.totals[at].1.iter_mut().zip(&row.amounts) {
            match amount {
                Some(Amount::Figure { figure, .. }) => {
                    total.sum.add(*figure);
                    total.rows += 1;
                }
                Some(Amount::Missing(_)) => total.missing += 1,
                Some(Amount::Unread) => total.unread += 1,
                None => {}
            }
        }
        self.add_parts(row);
        self.add_month(row);
    }

    fn add_parts(&mut self, row: &RowFacts<'_>) {
        let parts = [(&mut self.categories, row.category, true), (&mut self.invoices, row.invoice, false)];
        for (all, name, counts_without_name) in parts {
            if name.is_empty() && !counts_without_name {
                continue;
            }
            let key = (name.to_vec(), row.currency.to_vec());
            if all.len() >= MOST && !all.contains_key(&key) {
                self.is_overfull = true;
                continue;
            }
            let part = all.entry(key).or_default();
            part.rows += 1;
            if let Some(Amount::Figure { figure, .. }) = row.amounts[0] {
                part.billed.add(figure);
            }
        }
    }

    fn add_month(&mut self, row: &RowFacts<'_>) {
        let Some(first) = row.month else { return };
        let key = (row.account.to_vec(), first);
        if self.months.len() >= MOST && !self.months.contains_key(&key) {
            self.is_overfull = true;
            return;
        }
        let month = self.months.entry(key).or_insert(Month { rows: 0, last_charge: None, digest: 0 });
        month.rows += 1;
        month.last_charge = month.last_charge.max(row.charged);
        // A sum does not depend on the order of the rows.
        month.digest = month.digest.wrapping_add(row.key);
    }

    pub(super) fn totals(&self, has_column: impl Fn(usize) -> bool) -> Vec<Total> {
        let mut told = Vec::new();
        for (currency, sums) in &self.totals {
            for ((column, sum), _) in SUMMED.iter().zip(sums).zip(0..).filter(|(_, at)| has_column(*at)) {
                told.push(Total {
                    column: *column,
                    currency: text(currency),
                    amount: sum.sum.total(),
                    rows: sum.rows,
                    missing: sum.missing,
                    unread: sum.unread,
                });
            }
        }
        told
    }

    pub(super) fn categories(&self) -> Vec<CategoryTotal> {
        let told = |((category, currency), part): (&(Name, Name), &Part)| CategoryTotal {
            category: text(category),
            currency: text(currency),
            rows: part.rows,
            billed: part.billed.total(),
        };
        self.categories.iter().map(told).collect()
    }

    pub(super) fn invoices(&self) -> Vec<InvoiceTotal> {
        let told = |((invoice, currency), part): (&(Name, Name), &Part)| InvoiceTotal {
            invoice: text(invoice).unwrap_or_default(),
            currency: text(currency),
            rows: part.rows,
            billed: part.billed.total(),
        };
        self.invoices.iter().map(told).collect()
    }

    pub(super) fn months(&self) -> Vec<BillMonth> {
        let told = |((account, first), month): (&(Name, NaiveDate), &Month)| BillMonth {
            account: text(account),
            month: *first,
            rows: month.rows,
            last_charge: month.last_charge,
            is_to_date: is_to_date(*first, month.last_charge),
            digest: format!("{:032x}", month.digest),
            relation: MonthRelation::New,
        };
        self.months.iter().map(told).collect()
    }
}

fn text(name: &[u8]) -> Option<String> {
    (!name.is_empty()).then(|| String::from_utf8_lossy(name).into_owned())
}
