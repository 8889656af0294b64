//! A price in instalments over a client's budget year.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::{Exact, Rounding};
use crate::schedule::{BudgetCycle, InstalmentPlan, Misfit, instalments, misfits, neutral};

/// Parts a price and holds its days against the client's budget.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct PlanInstalments {
    pub price: Decimal,
    /// Decimals of the smallest unit.
    pub minor_units: u32,
    pub plan: Vec<InstalmentPlan>,
    #[serde(default)]
    pub cycle: BudgetCycle,
    /// The day of the order, where it is known.
    #[serde(default)]
    pub ordered: Option<NaiveDate>,
    /// Interest of a month, 0.005 for 0.5 %: the answer then has the price that is worth the same as twelve equal
    /// payments at the ends of the months.
    #[serde(default)]
    pub monthly_rate: Option<Decimal>,
}

/// One part.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Instalment {
    pub invoice_on: NaiveDate,
    pub amount: Decimal,
}

/// The parts, which add up to the price, and what does not fit.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct InstalmentsPlanned {
    pub instalments: Vec<Instalment>,
    pub misfits: Vec<Misfit>,
    /// The price of the plan that is worth the same as the price in twelve equal payments; none without a rate.
    pub neutral_price: Option<Decimal>,
}

/// # Errors
/// As [`instalments`] and [`neutral`].
pub fn plan_instalments(asked: &PlanInstalments) -> Result<InstalmentsPlanned, RatingError> {
    let price = Exact::from(asked.price);
    let places = asked.minor_units.min(12);
    let shares = instalments(&price, &asked.plan, places)?;
    let parted = shares
        .iter()
        .zip(&asked.plan)
        .map(|(amount, plan)| Ok(Instalment { invoice_on: plan.invoice_on, amount: amount.shown()? }));
    let neutral_price =
        asked.monthly_rate.map(|rate| neutral_price(asked, &price, &rate.into())).transpose()?;
    Ok(InstalmentsPlanned {
        instalments: parted.collect::<Result<_, RatingError>>()?,
        misfits: misfits(&asked.plan, &asked.cycle, asked.ordered),
        neutral_price,
    })
}

fn neutral_price(asked: &PlanInstalments, price: &Exact, rate: &Exact) -> Result<Decimal, RatingError> {
    use chrono::Datelike;
    let whole: Exact = asked.plan.iter().map(|each| Exact::from(each.weight)).sum();
    let year = asked.plan.iter().map(|each| each.invoice_on.year()).min().unwrap_or_default();
    let part = |each: &InstalmentPlan| {
        let months = u32::try_from(each.invoice_on.year() - year).unwrap_or(0) * 12 + each.invoice_on.month();
        let share = Exact::from(each.weight).over(&whole);
        share.map(|share| (months, share)).ok_or(RatingError::NotPositive { field: "weight" })
    };
    let plan = asked.plan.iter().map(part).collect::<Result<Vec<_>, RatingError>>()?;
    let (_, _, total) = neutral(price, rate, &plan)?;
    total.round(asked.minor_units.min(12), Rounding::HalfUp).shown()
}
