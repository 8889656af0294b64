//! What was used, taken through free units and packs and priced line by line.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::{Exact, Rounding};
use crate::model::{Minor, PriceModel, Usage};
use crate::pack::{PackUsage, deduct, take_free};
use crate::plan::{Operation, PriceLine};
use crate::proration::DayShare;
use crate::step::{Rule, Step};

use super::Rating;

/// Usage of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UsageRecord {
    pub line: String,
    /// Of a price by transactions: left out, since it is their sum.
    #[serde(default)]
    pub quantity: Decimal,
    /// The day on which it was used; the first of the period where none is stated.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Values of single transactions.
    #[serde(default)]
    pub transactions: Vec<Decimal>,
    /// Units of a pack that one unit takes.
    #[serde(default)]
    pub deduct_ratio: Option<Decimal>,
}

/// A line with its price.
pub(super) struct PricedLine {
    pub(super) used: Exact,
    pub(super) rated: Exact,
    pub(super) exact: Exact,
    pub(super) amount: Exact,
    pub(super) steps: Vec<Step>,
}

/// Prices one line of the plan.
pub(super) fn price(line: &PriceLine, rating: &Rating, minor: Minor) -> Result<PricedLine, RatingError> {
    let mut records: Vec<&UsageRecord> = rating.usage.iter().filter(|each| each.line == line.id).collect();
    records.sort_by_key(|each| each.day.unwrap_or(rating.period.start));
    let transactions: Vec<Exact> =
        records.iter().flat_map(|each| &each.transactions).map(|value| Exact::from(*value)).collect();
    let quantity = |record: &&UsageRecord| match record.transactions.is_empty() {
        true => Exact::from(record.quantity),
        false => record.transactions.iter().map(|value| Exact::from(*value)).sum(),
    };
    let mut quantities: Vec<Exact> = records.iter().map(quantity).collect();
    let used: Exact = quantities.iter().sum();
    let mut steps = vec![Step::new(Rule::Aggregated, &used, &used)?];
    for operation in rating.plan.order.iter().take_while(|each| **each != Operation::PriceModel) {
        match operation {
            Operation::FreeUnits => take(line, &mut quantities, &mut steps)?,
            Operation::ResourcePacks => deduct_packs(line, rating, &records, &mut quantities, &mut steps)?,
            _ => {}
        }
    }
    let days = rating.period.days()?;
    let usages: Vec<Usage> = match line.is_debited_each {
        true => quantities.iter().cloned().map(|quantity| Usage { days, ..Usage::of(quantity) }).collect(),
        false => vec![whole(line, &quantities, &used, transactions, days)],
    };
    let (mut exact, mut amount) = (Exact::zero(), Exact::zero());
    for usage in &usages {
        let (rated, more) = line.price.rate(usage, minor)?;
        let rounding = if line.is_debited_each { Rounding::Down } else { minor.rounding };
        let rounded = rated.round(minor.places, rounding);
        steps.extend(more);
        steps.push(Step::new(Rule::Rounded, &rated, &rounded)?.by(&Exact::from(i64::from(minor.places)))?);
        exact = exact + rated;
        amount = amount + rounded;
    }
    Ok(PricedLine { used, rated: quantities.iter().sum(), exact, amount, steps })
}

/// The usage of a line as a whole. A price by volume finds its tier by what was used in the period.
fn whole(
    line: &PriceLine,
    quantities: &[Exact],
    used: &Exact,
    transactions: Vec<Exact>,
    days: DayShare,
) -> Usage {
    let quantity: Exact = quantities.iter().sum();
    let by_volume = matches!(line.price, PriceModel::Volume { .. }) && quantity == *used;
    Usage { reached_by: by_volume.then(|| used.clone()), quantity, transactions, days }
}

fn take(line: &PriceLine, quantities: &mut Vec<Exact>, steps: &mut Vec<Step>) -> Result<(), RatingError> {
    let free = Exact::from(line.free_units);
    if free.is_zero() {
        return Ok(());
    }
    let before: Exact = quantities.iter().sum();
    *quantities = take_free(&free, quantities).0;
    let after: Exact = quantities.iter().sum();
    steps.push(Step::new(Rule::FreeUnits, &before, &after)?.by(&free)?);
    Ok(())
}

fn deduct_packs(
    line: &PriceLine,
    rating: &Rating,
    records: &[&UsageRecord],
    quantities: &mut Vec<Exact>,
    steps: &mut Vec<Step>,
) -> Result<(), RatingError> {
    if line.packs.is_empty() {
        return Ok(());
    }
    let mut usage = Vec::with_capacity(records.len());
    for (record, units) in records.iter().zip(quantities.iter()) {
        usage.push(PackUsage {
            day: record.day.unwrap_or(rating.period.start),
            units: units.shown()?,
            deduct_ratio: record.deduct_ratio.unwrap_or(Decimal::ONE),
        });
    }
    let deducted = deduct(&line.packs, &usage)?;
    *quantities = deducted.on_demand;
    steps.extend(deducted.steps);
    Ok(())
}
