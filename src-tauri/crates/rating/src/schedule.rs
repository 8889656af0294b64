//! Instalments that fit a client's budget cycle, and the price that is worth the same under another plan of payment.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::allocation;
use crate::error::RatingError;
use crate::exact::Exact;

/// The days of a client's budget year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BudgetCycle {
    /// The budget is handed in.
    #[serde(default)]
    pub submission: Option<NaiveDate>,
    /// The budget is approved: nothing is invoiced before it.
    #[serde(default)]
    pub approval: Option<NaiveDate>,
    /// The last day on which an order counts for the year.
    #[serde(default)]
    pub order_by: Option<NaiveDate>,
    /// The last day on which an invoice counts for the year.
    #[serde(default)]
    pub invoice_by: Option<NaiveDate>,
}

/// A part of the price, and the day on which it is invoiced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstalmentPlan {
    pub weight: Decimal,
    pub invoice_on: NaiveDate,
}

/// What does not fit the budget cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Misfit {
    /// An instalment, counted from 1, would be invoiced when the year's budget no longer takes it.
    AfterInvoiceBy { instalment: usize, day: NaiveDate, last: NaiveDate },
    /// An instalment would be invoiced before there is a budget for it.
    BeforeApproval { instalment: usize, day: NaiveDate, first: NaiveDate },
    /// The order would come after the day by which it counts.
    OrderedLate { day: NaiveDate, last: NaiveDate },
    /// The cycle's own days are not in their order.
    CycleOutOfOrder { day: NaiveDate, before: NaiveDate },
}

/// A price in instalments that add up to it.
///
/// # Errors
/// [`RatingError::Negative`] for a weight below zero; [`RatingError::NotPositive`] when no weight is above zero.
pub fn instalments(price: &Exact, plan: &[InstalmentPlan], places: u32) -> Result<Vec<Exact>, RatingError> {
    if plan.iter().any(|each| each.weight < Decimal::ZERO) {
        return Err(RatingError::Negative { field: "weight" });
    }
    let weights: Vec<Exact> = plan.iter().map(|each| each.weight.into()).collect();
    let allocation = allocation::by_weight(price, &weights, places);
    if weights.iter().all(Exact::is_zero) {
        return Err(RatingError::NotPositive { field: "weight" });
    }
    Ok(allocation.shares)
}

/// Everything that does not fit, in the order of the instalments.
pub fn misfits(plan: &[InstalmentPlan], cycle: &BudgetCycle, ordered: Option<NaiveDate>) -> Vec<Misfit> {
    let mut found = Vec::new();
    let days = [cycle.submission, cycle.approval, cycle.order_by, cycle.invoice_by];
    let known: Vec<NaiveDate> = days.into_iter().flatten().collect();
    for (before, day) in known.iter().zip(known.iter().skip(1)).filter(|(before, day)| day < before) {
        found.push(Misfit::CycleOutOfOrder { day: *day, before: *before });
    }
    if let Some((day, last)) = ordered.zip(cycle.order_by).filter(|(day, last)| day > last) {
        found.push(Misfit::OrderedLate { day, last });
    }
    for (each, instalment) in plan.iter().zip(1..) {
        let day = each.invoice_on;
        if let Some(first) = cycle.approval.filter(|first| day < *first) {
            found.push(Misfit::BeforeApproval { instalment, day, first });
        }
        if let Some(last) = cycle.invoice_by.filter(|last| day > *last) {
            found.push(Misfit::AfterInvoiceBy { instalment, day, last });
        }
    }
    found
}

/// What one is worth today when its parts are paid at the ends of months: Σ share ÷ (1 + rate)ᵐᵒⁿᵗʰ.
///
/// # Errors
/// [`RatingError::NotPositive`] for a rate of minus one.
pub fn present_value(parts: &[(u32, Exact)], monthly_rate: &Exact) -> Result<Exact, RatingError> {
    let growth = Exact::one() + monthly_rate;
    let fault = RatingError::NotPositive { field: "monthly_rate" };
    let mut sum = Exact::zero();
    for (month, share) in parts {
        let month = i32::try_from(*month).map_err(|_| RatingError::OutOfRange)?;
        let worth = growth.power(month).and_then(|growth| share.over(&growth));
        sum = sum + worth.ok_or_else(|| fault.clone())?;
    }
    Ok(sum)
}

/// Twelve equal payments at the ends of the months.
pub fn monthly() -> Vec<(u32, Exact)> {
    let twelfth = Exact::ratio(1, 12).unwrap_or_default();
    (1..=12).map(|month| (month, twelfth.clone())).collect()
}

/// A total that is worth the same under another plan: the factor of the baseline, of the plan, and the total before
/// rounding.
///
/// # Errors
/// As [`present_value`]; a plan that is worth nothing.
pub fn neutral(
    total: &Exact,
    monthly_rate: &Exact,
    plan: &[(u32, Exact)],
) -> Result<(Exact, Exact, Exact), RatingError> {
    let baseline = present_value(&monthly(), monthly_rate)?;
    let planned = present_value(plan, monthly_rate)?;
    let neutral = (total * &baseline).over(&planned).ok_or(RatingError::NotPositive { field: "plan" })?;
    Ok((baseline, planned, neutral))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(rows: &[(&str, &str)]) -> Vec<InstalmentPlan> {
        let instalment = |(weight, day): &(&str, &str)| InstalmentPlan {
            weight: weight.parse().unwrap(),
            invoice_on: day.parse().unwrap(),
        };
        rows.iter().map(instalment).collect()
    }

    #[test]
    fn instalments_of_a_year_add_up_and_fit_its_budget() {
        let quarters = plan(&[
            ("0.20", "2026-03-31"),
            ("0.25", "2026-06-30"),
            ("0.25", "2026-09-30"),
            ("0.30", "2026-12-20"),
        ]);
        let shares = instalments(&4_800_000.into(), &quarters, 2).unwrap();
        assert_eq!(shares, [960_000, 1_200_000, 1_200_000, 1_440_000].map(Exact::from));
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let cycle = BudgetCycle {
            approval: Some(day("2026-04-01")),
            invoice_by: Some(day("2026-12-11")),
            order_by: Some(day("2026-11-30")),
            submission: None,
        };
        let found = misfits(&quarters, &cycle, Some(day("2026-12-01")));
        let expected = [
            Misfit::OrderedLate { day: day("2026-12-01"), last: day("2026-11-30") },
            Misfit::BeforeApproval { instalment: 1, day: day("2026-03-31"), first: day("2026-04-01") },
            Misfit::AfterInvoiceBy { instalment: 4, day: day("2026-12-20"), last: day("2026-12-11") },
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn quarter_ends_cost_what_waiting_costs() {
        let shares =
            [(3, 20), (6, 25), (9, 25), (12, 30)].map(|(month, share)| (month, Exact::scaled(share, 2)));
        let (_, _, neutral) = neutral(&1_200_000.into(), &Exact::scaled(5, 3), &shares).unwrap();
        assert_eq!(neutral.shown_at(2).unwrap().to_string(), "1208722.7");
    }

    #[test]
    fn without_a_weight_there_are_no_instalments() {
        let none = plan(&[("0", "2026-03-31")]);
        let refused = instalments(&1.into(), &none, 2);
        assert_eq!(refused, Err(RatingError::NotPositive { field: "weight" }));
    }
}
