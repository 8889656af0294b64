//! Units that were bought before they are used: free units, resource packs, hourly commitments, rollover.

use std::collections::VecDeque;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;
use crate::step::{Rule, Step};

/// Takes free units off quantities in their order; what is left of the free units is the second figure.
pub fn take_free(free: &Exact, quantities: &[Exact]) -> (Vec<Exact>, Exact) {
    let mut left = free.clone().at_least_zero();
    let mut billable = Vec::with_capacity(quantities.len());
    for quantity in quantities {
        let taken = quantity.clone().at_least_zero().min(left.clone());
        billable.push(quantity - &taken);
        left = left - taken;
    }
    (billable, left)
}

/// A resource pack 资源包.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ResourcePack")]
pub struct Pack {
    pub id: String,
    /// Units that it holds.
    pub size: Decimal,
    /// The first day on which it is deducted from.
    pub effective: NaiveDate,
    /// The first day on which it no longer is.
    pub expires: NaiveDate,
    /// When it was bought; of packs that expire together, the earlier is used first.
    #[serde(default)]
    pub purchased: Option<NaiveDate>,
    /// Filled up on the first day of every month, what is left not carried over.
    #[serde(default)]
    pub refills_monthly: bool,
}

/// Usage of a day that packs may be deducted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackUsage {
    pub day: NaiveDate,
    pub units: Decimal,
    /// Units of a pack that one unit of usage takes; 1 when it is not stated.
    #[serde(default = "one")]
    pub deduct_ratio: Decimal,
}

fn one() -> Decimal {
    Decimal::ONE
}

/// What packs took and what stays on demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deducted {
    /// Units that no pack covers, for each usage.
    pub on_demand: Vec<Exact>,
    /// What is left of each pack, in the order given.
    pub left: Vec<Exact>,
    pub steps: Vec<Step>,
}

/// Deducts usage, in its order, from the packs that are valid on its day: the earliest to expire first, then the
/// earliest bought, then by their names.
///
/// # Errors
/// A ratio that is not above zero; a figure out of range.
pub fn deduct(packs: &[Pack], usage: &[PackUsage]) -> Result<Deducted, RatingError> {
    let mut order: Vec<usize> = (0..packs.len()).collect();
    order.sort_by_key(|at| {
        let pack = &packs[*at];
        (pack.expires, pack.purchased.unwrap_or(pack.effective), pack.effective, &pack.id)
    });
    let mut left: Vec<Exact> = packs.iter().map(|pack| pack.size.into()).collect();
    let mut filled: Vec<Option<NaiveDate>> = vec![None; packs.len()];
    let (mut on_demand, mut steps) = (Vec::new(), Vec::new());
    for each in usage {
        let ratio = Exact::from(each.deduct_ratio);
        let mut wanted = Exact::from(each.units) * &ratio;
        for at in order.iter().copied() {
            let pack = &packs[at];
            if each.day < pack.effective || each.day >= pack.expires || !wanted.is_positive() {
                continue;
            }
            let month = chrono::Datelike::with_day(&each.day, 1);
            if pack.refills_monthly && filled[at] < month {
                (left[at], filled[at]) = (pack.size.into(), month);
            }
            let taken = wanted.clone().min(left[at].clone());
            if taken.is_positive() {
                wanted = wanted - &taken;
                left[at] = &left[at] - &taken;
                steps.push(Step::new(Rule::PackDeducted, &taken, &left[at])?.by(&ratio)?.of(&pack.id));
            }
        }
        let rest = wanted.over(&ratio).filter(|_| ratio.is_positive());
        on_demand.push(rest.ok_or(RatingError::NotPositive { field: "deduct_ratio" })?);
    }
    Ok(Deducted { on_demand, left, steps })
}

/// An hour under a reserved instance or a savings plan: nothing is carried into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    pub covered: Exact,
    /// Committed and not used: a line of cost of its own.
    pub unused: Exact,
    pub on_demand: Exact,
}

/// What a commitment of so much an hour covers of the usage of one hour.
pub fn cover(usage: &Exact, committed: &Exact) -> Covered {
    let covered = usage.clone().at_least_zero().min(committed.clone().at_least_zero());
    Covered { unused: committed - &covered, on_demand: usage - &covered, covered }
}

/// Which units are used first when some were carried over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RolledUnits {
    /// Those of earlier periods.
    #[default]
    First,
    /// Those of earlier periods after the period's own.
    Last,
}

/// How unused units go on into the next period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rollover {
    pub units_per_period: Decimal,
    /// The part of what is unused that goes on: 1 for all.
    pub fraction: Decimal,
    /// At most so many units from one period.
    #[serde(default)]
    pub most: Option<Decimal>,
    /// For so many periods after their own.
    pub periods: u32,
    #[serde(default)]
    pub order: RolledUnits,
}

/// The units that each period opens with, the one after the last included.
///
/// # Errors
/// [`RatingError::Negative`] when usage is below zero.
pub fn rolled(terms: &Rollover, used: &[Exact]) -> Result<Vec<Exact>, RatingError> {
    // What is left of each period's units, the oldest first, with the periods that it may still go on for.
    let mut lots: VecDeque<(Exact, u32)> = VecDeque::from([(terms.units_per_period.into(), terms.periods)]);
    let total = |lots: &VecDeque<(Exact, u32)>| lots.iter().map(|(units, _)| units).sum::<Exact>();
    let mut opening = vec![total(&lots)];
    for used in used {
        if used.is_negative() {
            return Err(RatingError::Negative { field: "used" });
        }
        let mut wanted = used.clone();
        let own = lots.len() - 1;
        let order: Vec<usize> = match terms.order {
            RolledUnits::First => (0..=own).collect(),
            RolledUnits::Last => std::iter::once(own).chain(0..own).collect(),
        };
        for at in order {
            let taken = wanted.clone().min(lots[at].0.clone());
            lots[at].0 = &lots[at].0 - &taken;
            wanted = wanted - taken;
        }
        if let Some((units, _)) = lots.back_mut() {
            let carried = &*units * Exact::from(terms.fraction);
            *units = terms.most.map_or_else(|| carried.clone(), |most| carried.clone().min(most.into()));
        }
        lots =
            lots.into_iter().filter(|(_, left)| *left > 0).map(|(units, left)| (units, left - 1)).collect();
        lots.push_back((terms.units_per_period.into(), terms.periods));
        opening.push(total(&lots));
    }
    Ok(opening)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_pack_that_refills_carries_nothing() {
        let pack = Pack {
            id: "A".to_owned(),
            size: 100.into(),
            effective: day("2026-01-01"),
            expires: day("2027-01-01"),
            purchased: None,
            refills_monthly: true,
        };
        let usage =
            |on: &str, units: i64| PackUsage { day: day(on), units: units.into(), deduct_ratio: one() };
        let usage = [usage("2026-01-10", 60), usage("2026-01-20", 60), usage("2026-02-01", 130)];
        let deducted = deduct(&[pack], &usage).unwrap();
        assert_eq!(deducted.on_demand, [Exact::zero(), 20.into(), 30.into()]);
        assert_eq!(deducted.left, [Exact::zero()]);
    }

    #[test]
    fn unused_units_lapse_after_their_periods() {
        let mut terms = Rollover {
            units_per_period: 1000.into(),
            fraction: 1.into(),
            most: None,
            periods: 1,
            order: RolledUnits::First,
        };
        let used: Vec<Exact> = [800, 1000, 0].into_iter().map(Exact::from).collect();
        // The 200 of the first period are used first in the second, which carries 200 of its own.
        assert_eq!(rolled(&terms, &used).unwrap(), [1000, 1200, 1200, 2000].map(Exact::from));
        terms.order = RolledUnits::Last;
        // Its own 1000 are used first, and the 200 lapse.
        assert_eq!(rolled(&terms, &used).unwrap(), [1000, 1200, 1000, 2000].map(Exact::from));
    }

    #[test]
    fn an_hour_is_covered_by_its_own_commitment_alone() {
        let covered = cover(&3.into(), &5.into());
        assert_eq!((covered.covered, covered.unused, covered.on_demand), (3.into(), 2.into(), Exact::zero()));
        let over = cover(&7.into(), &5.into());
        assert_eq!((over.covered, over.unused, over.on_demand), (5.into(), Exact::zero(), 2.into()));
    }
}
