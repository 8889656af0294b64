//! Prices by tier: graduated, by volume, and in blocks.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;
use crate::step::{Rule, Step};

/// A step of a price by quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// The quantity up to which it holds; none for the last.
    #[serde(default)]
    pub up_to: Option<Decimal>,
    /// The price of a unit; of a share, where the value is what is priced, 0.01 for 1 %.
    pub unit: Decimal,
    /// Charged once when the tier is entered; the first one always, at no usage as well.
    #[serde(default)]
    pub flat: Decimal,
}

/// Whether a quantity on a bound belongs to the tier below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "TierBound")]
pub enum Bound {
    /// 100 belongs to the tier up to 100.
    #[default]
    Inclusive,
    /// 100 belongs to the tier after it.
    Exclusive,
}

/// Tiers, checked: they rise, and only the last is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tiers {
    pub tiers: Vec<Tier>,
    #[serde(default)]
    pub bound: Bound,
}

impl Tiers {
    /// Every bound above the one before it, and none open but the last.
    ///
    /// # Errors
    /// [`RatingError::TiersNotRising`] with the first tier that is not so, counted from 1.
    pub fn check(&self) -> Result<(), RatingError> {
        let mut below = Decimal::ZERO;
        for (tier, number) in self.tiers.iter().zip(1..) {
            match tier.up_to {
                Some(bound) if bound > below => below = bound,
                None if number == self.tiers.len() => {}
                _ => return Err(RatingError::TiersNotRising { tier: number }),
            }
        }
        if self.tiers.is_empty() { Err(RatingError::TiersNotRising { tier: 1 }) } else { Ok(()) }
    }

    /// The tier of a quantity, from 0. What lies above the last bound belongs to the last tier, as what is sold is
    /// priced; a quantity below zero, a net credit, to the first.
    fn reached(&self, units: &Exact) -> usize {
        let holds = |tier: &Tier| {
            tier.up_to.is_none_or(|bound| match self.bound {
                Bound::Inclusive => *units <= bound.into(),
                Bound::Exclusive => *units < bound.into(),
            })
        };
        self.tiers.iter().position(holds).unwrap_or(self.tiers.len().saturating_sub(1))
    }

    /// Every part of the quantity at the price of the tier it falls into, with the flat fee of each tier that is
    /// entered.
    ///
    /// # Errors
    /// When the tiers do not rise, or a figure is out of range.
    pub fn graduated(&self, units: &Exact) -> Result<(Exact, Vec<Step>), RatingError> {
        self.check()?;
        let (mut amount, mut steps) = (Exact::zero(), Vec::new());
        let mut from = Exact::zero();
        for (tier, at) in self.tiers.iter().zip(0..=self.reached(units)) {
            let is_last = at + 1 == self.tiers.len();
            let to = match tier.up_to.map(Exact::from) {
                Some(bound) if !is_last && bound < *units => bound,
                _ => units.clone(),
            };
            let (within, price) = (&to - &from, tier.unit.into());
            let priced = &within * &price + Exact::from(tier.flat);
            steps.push(Step::new(Rule::TierPrice, &within, &priced)?.by(&price)?.in_tier(at + 1));
            amount = amount + priced;
            from = to;
        }
        Ok((amount, steps))
    }

    /// The whole quantity at the price of the tier it reaches. `reached_by` is the quantity that finds the tier, where
    /// it is another than the one priced: a prorated quantity keeps the tier of the whole month.
    ///
    /// # Errors
    /// When the tiers do not rise, or a figure is out of range.
    pub fn volume(&self, units: &Exact, reached_by: &Exact) -> Result<(Exact, Vec<Step>), RatingError> {
        self.check()?;
        let at = self.reached(reached_by);
        let tier = self.tiers.get(at).ok_or(RatingError::TiersNotRising { tier: 1 })?;
        let price = tier.unit.into();
        let amount = units * &price + Exact::from(tier.flat);
        let step = Step::new(Rule::TierPrice, units, &amount)?.by(&price)?.in_tier(at + 1);
        Ok((amount, vec![step]))
    }

    /// Where the total by volume falls although the quantity rises: the bound, the total at it and the lowest total
    /// just above it.
    ///
    /// # Errors
    /// When the tiers do not rise, or a figure is out of range.
    pub fn cliffs(&self) -> Result<Vec<Cliff>, RatingError> {
        self.check()?;
        let mut found = Vec::new();
        for (tier, next) in self.tiers.iter().zip(self.tiers.iter().skip(1)) {
            let Some(bound) = tier.up_to else { continue };
            let total = |tier: &Tier| Exact::from(bound) * Exact::from(tier.unit) + Exact::from(tier.flat);
            let (at, above) = (total(tier), total(next));
            if above < at {
                found.push(Cliff { bound, at: at.shown()?, above: above.shown()? });
            }
        }
        Ok(found)
    }
}

/// A bound of a price by volume above which more costs less.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cliff {
    /// The quantity at which the next tier begins.
    pub bound: Decimal,
    /// The total at the bound, at the lower tier's price.
    pub at: Decimal,
    /// What the total falls to just above it.
    pub above: Decimal,
}

/// A tier that is sold in whole blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockTier {
    /// Units of one block.
    pub block_size: Decimal,
    /// Blocks of the tier; none for the last.
    #[serde(default)]
    pub max_blocks: Option<Decimal>,
    pub price_per_block: Decimal,
}

/// Which price blocks get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockPolicy {
    /// Every block at the price of the tier it falls into.
    AllTiers,
    /// Every block at the price of the tier that is reached.
    TopTier,
}

/// What whole blocks cost. Units above the last tier belong to it.
///
/// # Errors
/// When there is no tier, a block has no size, or a figure is out of range.
pub fn blocks(
    units: &Exact,
    tiers: &[BlockTier],
    policy: BlockPolicy,
) -> Result<(Exact, Vec<Step>), RatingError> {
    let (mut amount, mut steps) = (Exact::zero(), Vec::new());
    let mut left = units.clone();
    for (tier, number) in tiers.iter().zip(1..) {
        let size = Exact::from(tier.block_size);
        let is_last = number == tiers.len();
        let room =
            tier.max_blocks.map(|most| Exact::from(most) * &size).filter(|room| !is_last && *room < left);
        let taken = match policy {
            BlockPolicy::AllTiers => room.clone().unwrap_or_else(|| left.clone()),
            BlockPolicy::TopTier => units.clone(),
        };
        if policy == BlockPolicy::AllTiers || room.is_none() {
            let count = taken.over(&size).filter(|_| size.is_positive());
            let count = count.ok_or(RatingError::NotPositive { field: "block_size" })?.ceil().at_least_zero();
            let priced = &count * Exact::from(tier.price_per_block);
            steps.push(Step::new(Rule::Packages, &taken, &priced)?.by(&size)?.in_tier(number));
            amount = amount + priced;
        }
        match room {
            Some(room) => left = left - room,
            None => return Ok((amount, steps)),
        }
    }
    Err(RatingError::TiersNotRising { tier: 1 })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tiers(rows: &[(Option<i64>, i64, i64)]) -> Tiers {
        let tier = |(up_to, unit, flat): &(Option<i64>, i64, i64)| Tier {
            up_to: up_to.map(Decimal::from),
            unit: Decimal::new(*unit, 2),
            flat: Decimal::from(*flat),
        };
        Tiers { tiers: rows.iter().map(tier).collect(), bound: Bound::Inclusive }
    }

    #[test]
    fn more_that_costs_less_is_named() {
        let plan = tiers(&[(Some(100), 100, 0), (None, 50, 0)]);
        let cliff = Cliff { bound: 100.into(), at: 100.into(), above: 50.into() };
        assert_eq!(plan.cliffs().unwrap(), [cliff]);
        let honest = tiers(&[(Some(100), 100, 0), (None, 50, 60)]);
        assert_eq!(honest.cliffs().unwrap(), []);
    }

    #[test]
    fn tiers_that_do_not_rise_are_refused() {
        for (rows, tier) in [
            (vec![], 1),
            (vec![(Some(10), 1, 0), (Some(10), 1, 0)], 2),
            (vec![(None, 1, 0), (None, 1, 0)], 1),
            (vec![(Some(0), 1, 0)], 1),
        ] {
            assert_eq!(tiers(&rows).check(), Err(RatingError::TiersNotRising { tier }), "{rows:?}");
        }
    }

    #[test]
    fn a_block_without_a_size_is_refused() {
        let tier = BlockTier { block_size: 0.into(), max_blocks: None, price_per_block: 1.into() };
        let refused = blocks(&Exact::one(), &[tier], BlockPolicy::AllTiers);
        assert_eq!(refused, Err(RatingError::NotPositive { field: "block_size" }));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn more_usage_never_lowers_a_graduated_bill(
            bounds in prop::collection::btree_set(1_i64..1_000, 0..5),
            prices in prop::collection::vec((0_i64..500, 0_i64..50), 6),
            units in 0_i64..200_000,
            more in 0_i64..200_000,
        ) {
            let bounds = bounds.into_iter().map(Some).chain([None]);
            let rows: Vec<_> = bounds.zip(prices).map(|(bound, (unit, flat))| (bound, unit, flat)).collect();
            let plan = tiers(&rows);
            let rate = |units| plan.graduated(&Exact::scaled(units, 2)).unwrap();
            let (fewer, steps) = rate(i128::from(units));
            prop_assert!(fewer <= rate(i128::from(units + more)).0);
            // The tiers that were entered hold the whole quantity between them.
            let within: Exact = steps.iter().map(|step| Exact::from(step.from)).sum();
            prop_assert_eq!(within, Exact::scaled(units.into(), 2));
        }
    }
}
