//! Price models: what one line of a plan charges for what was used.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::{Exact, Rounding};
use crate::proration::DayShare;
use crate::step::{Rule, Step};
use crate::tier::{BlockPolicy, BlockTier, Tiers, blocks};

/// From where the tiers of an overage count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "OverageOrigin")]
pub enum Origin {
    /// From the first unit above the allowance.
    #[default]
    Allowance,
    /// From the first unit used.
    Zero,
}

/// How a line is priced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "model", rename_all = "snake_case", deny_unknown_fields)]
pub enum PriceModel {
    /// 固定: an amount a period, charged without any usage as well.
    Flat {
        amount: Decimal,
        /// Whether a part of the period costs its part of the days.
        #[serde(default)]
        is_prorated: bool,
    },
    /// 单价: quantity times price.
    PerUnit { unit_price: Decimal },
    /// 阶梯累进: every part of the quantity at the price of its tier.
    Graduated { tiers: Tiers },
    /// 阶梯到达: the whole quantity at the price of the tier that it reaches.
    Volume { tiers: Tiers },
    /// 包: whole packages.
    Package { size: Decimal, price: Decimal },
    /// Tiers of whole blocks.
    Blocks { tiers: Vec<BlockTier>, policy: BlockPolicy },
    /// 费率: a share of each transaction.
    Percentage { terms: PercentageTerms },
    /// A share of a value, by tier: `unit` is the share.
    GraduatedPercentage { tiers: Tiers },
    /// 包月承诺+超量: an amount that includes a quantity, and a price for what goes beyond it.
    CommitmentOverage { terms: CommitmentTerms },
}

/// What each transaction costs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PercentageTerms {
    /// The share: 0.0299 for 2.99 %.
    pub rate: Decimal,
    /// Added to each transaction that is not free.
    #[serde(default)]
    pub fixed: Decimal,
    #[serde(default)]
    pub minimum: Option<Decimal>,
    #[serde(default)]
    pub maximum: Option<Decimal>,
    /// So many transactions are free, the first ones.
    #[serde(default)]
    pub free_transactions: u32,
    /// So much value is free after them.
    #[serde(default)]
    pub free_amount: Decimal,
}

/// A committed amount with the quantity that it includes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitmentTerms {
    /// The amount of a whole period.
    pub commitment: Decimal,
    /// The quantity that it includes, of a whole period; its part of the days is never rounded.
    pub included: Decimal,
    pub overage: Tiers,
    #[serde(default)]
    pub origin: Origin,
    /// Shares that come off the overage alone, in per cent.
    #[serde(default)]
    pub overage_percents: Vec<Decimal>,
    /// The most that base and overage come to.
    #[serde(default)]
    pub cap: Option<Decimal>,
}

/// What is rated: a quantity, and each transaction where the price looks at them one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    pub quantity: Exact,
    /// Values of single transactions, in the order of time.
    pub transactions: Vec<Exact>,
    /// The quantity that finds the tier of a price by volume, where it is not the one priced.
    pub reached_by: Option<Exact>,
    pub days: DayShare,
}

impl Usage {
    /// A quantity of a whole period.
    pub fn of(quantity: Exact) -> Self {
        Self { quantity, transactions: Vec::new(), reached_by: None, days: DayShare { days: 1, of: 1 } }
    }
}

/// How the money of a contract is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minor {
    /// Decimals of the smallest unit.
    pub places: u32,
    pub rounding: Rounding,
}

impl Minor {
    /// An amount in whole smallest units.
    pub fn round(&self, amount: &Exact) -> Exact {
        amount.round(self.places, self.rounding)
    }
}

/// The amount of a line before it is rounded, with its steps.
pub type Rated = (Exact, Vec<Step>);

impl PriceModel {
    /// Rates usage. Only a commitment rounds inside, base and overage each once; all others leave the amount exact.
    ///
    /// # Errors
    /// Tiers that do not rise, sizes that are not above zero, figures out of range.
    pub fn rate(&self, usage: &Usage, minor: Minor) -> Result<Rated, RatingError> {
        let units = &usage.quantity;
        match self {
            Self::Flat { amount, is_prorated } => flat(&Exact::from(*amount), *is_prorated, usage.days),
            Self::PerUnit { unit_price } => {
                let price = Exact::from(*unit_price);
                let amount = units * &price;
                let step = Step::new(Rule::UnitPrice, units, &amount)?.by(&price)?;
                Ok((amount, vec![step]))
            }
            Self::Graduated { tiers } | Self::GraduatedPercentage { tiers } => tiers.graduated(units),
            Self::Volume { tiers } => tiers.volume(units, usage.reached_by.as_ref().unwrap_or(units)),
            Self::Package { size, price } => {
                let tier = BlockTier { block_size: *size, max_blocks: None, price_per_block: *price };
                blocks(units, &[tier], BlockPolicy::AllTiers)
            }
            Self::Blocks { tiers, policy } => blocks(units, tiers, *policy),
            Self::Percentage { terms } => terms.rate(&usage.transactions),
            Self::CommitmentOverage { terms } => {
                let overage = terms.rate(usage, minor)?;
                Ok((overage.total, overage.steps))
            }
        }
    }
}

fn flat(amount: &Exact, is_prorated: bool, days: DayShare) -> Result<Rated, RatingError> {
    if !is_prorated {
        return Ok((amount.clone(), vec![Step::new(Rule::Flat, amount, amount)?]));
    }
    let part = amount * days.fraction()?;
    let step = Step::new(Rule::Prorated, amount, &part)?.by(&days.fraction()?)?;
    Ok((part, vec![step]))
}

impl PercentageTerms {
    /// Free first, then rate, then the fixed fee, then the bounds, for each transaction.
    ///
    /// # Errors
    /// A figure out of range.
    pub fn rate(&self, transactions: &[Exact]) -> Result<Rated, RatingError> {
        let rate = Exact::from(self.rate);
        let mut free = Exact::from(self.free_amount);
        let (mut amount, mut steps) = (Exact::zero(), Vec::new());
        let charged = transactions.iter().skip(usize::try_from(self.free_transactions).unwrap_or(usize::MAX));
        for value in charged {
            let taken = value.clone().at_least_zero().min(free.clone());
            free = free - &taken;
            let rest = value - &taken;
            let is_free = taken.is_positive() && rest.is_zero();
            let mut fee = if is_free { Exact::zero() } else { &rest * &rate + Exact::from(self.fixed) };
            if !is_free && !value.is_negative() {
                fee = self.minimum.map_or_else(|| fee.clone(), |least| fee.clone().max(least.into()));
                fee = self.maximum.map_or_else(|| fee.clone(), |most| fee.clone().min(most.into()));
            }
            steps.push(Step::new(Rule::PercentagePrice, &rest, &fee)?.by(&rate)?);
            amount = amount + fee;
        }
        Ok((amount, steps))
    }
}

/// A commitment and what went beyond it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overage {
    /// The committed amount of the days in scope, rounded.
    pub base: Exact,
    /// The quantity that it includes.
    pub included: Exact,
    pub units: Exact,
    /// Rounded, after its own discounts.
    pub amount: Exact,
    pub cap_discount: Exact,
    pub total: Exact,
    pub steps: Vec<Step>,
}

impl CommitmentTerms {
    /// Base and overage, each rounded once.
    ///
    /// # Errors
    /// Tiers that do not rise, a period without a day, figures out of range.
    pub fn rate(&self, usage: &Usage, minor: Minor) -> Result<Overage, RatingError> {
        let part = usage.days.fraction()?;
        let committed = Exact::from(self.commitment);
        let base = minor.round(&(&committed * &part));
        let included = Exact::from(self.included) * &part;
        let units = (&usage.quantity - &included).at_least_zero();
        let (priced, tiers) = match self.origin {
            Origin::Allowance if units.is_zero() => (Exact::zero(), Vec::new()),
            Origin::Allowance => self.overage.graduated(&units)?,
            Origin::Zero => self.beyond(&included, &usage.quantity)?,
        };
        let (discounted, off) = crate::discount::stack(&priced, &self.overage_percents, &[])?;
        let amount = minor.round(&discounted);
        let before = &base + &amount;
        let over = self.cap.map(|cap| (&before - Exact::from(cap)).at_least_zero());
        let cap_discount = over.unwrap_or_else(Exact::zero);
        let mut steps = vec![
            Step::new(Rule::Commitment, &committed, &base)?.by(&part)?,
            Step::new(Rule::Included, &usage.quantity, &units)?.by(&included)?,
        ];
        steps.extend(tiers.into_iter().chain(off));
        let total = &before - &cap_discount;
        if cap_discount.is_positive() {
            steps.push(Step::new(Rule::Cap, &before, &total)?.by(&cap_discount)?);
        }
        Ok(Overage { base, included, units, amount, cap_discount, total, steps })
    }

    /// What the tiers, counted from the first unit used, ask for beyond the allowance.
    fn beyond(&self, included: &Exact, used: &Exact) -> Result<Rated, RatingError> {
        if used <= included {
            return Ok((Exact::zero(), Vec::new()));
        }
        let (below, _) = self.overage.graduated(included)?;
        let (all, steps) = self.overage.graduated(used)?;
        Ok((all - below, steps))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tier::{Bound, Tier};

    const FEN: Minor = Minor { places: 2, rounding: Rounding::HalfUp };

    fn compute(origin: Origin) -> CommitmentTerms {
        let tier = |up_to: Option<i64>, fen: i64| Tier {
            up_to: up_to.map(Decimal::from),
            unit: Decimal::new(fen, 2),
            flat: 0.into(),
        };
        CommitmentTerms {
            commitment: 310_000.into(),
            included: 1_000_000.into(),
            overage: Tiers {
                tiers: vec![tier(Some(100_000), 32), tier(Some(300_000), 28), tier(None, 25)],
                bound: Bound::Inclusive,
            },
            origin,
            overage_percents: Vec::new(),
            cap: None,
        }
    }

    #[test]
    fn overage_climbs_its_own_tiers_or_those_of_all_usage() {
        let used = Usage::of(1_186_400.into());
        // 100,000 at 0.32 and 86,400 at 0.28 beside the 310,000.
        let own = compute(Origin::Allowance).rate(&used, FEN).unwrap();
        assert_eq!((own.amount, own.total), (56_192.into(), 366_192.into()));
        // All 186,400 lie above 300,000 units used: 0.25 each.
        let all = compute(Origin::Zero).rate(&used, FEN).unwrap();
        assert_eq!(all.amount, 46_600.into());
    }

    #[test]
    fn a_part_of_a_month_includes_its_part_of_the_quantity() {
        let usage = Usage { days: DayShare { days: 16, of: 31 }, ..Usage::of(600_000.into()) };
        let part = compute(Origin::Allowance).rate(&usage, FEN).unwrap();
        assert_eq!(part.base.shown().unwrap().to_string(), "160000");
        // 600,000 − 1,000,000 × 16 / 31, exactly.
        assert_eq!(part.units, Exact::ratio(600_000 * 31 - 16_000_000, 31).unwrap());
    }

    #[test]
    fn free_value_is_used_up_before_any_is_priced() {
        let terms = PercentageTerms {
            rate: Decimal::new(1, 1),
            free_transactions: 1,
            free_amount: 50.into(),
            minimum: Some(3.into()),
            ..PercentageTerms::default()
        };
        let values = [999, 40, 30, 5].map(Exact::from);
        // The first is free, the second too, 20 of the third cost 2 and so 3, the last 0.5 and so 3.
        assert_eq!(terms.rate(&values).unwrap().0, 6.into());
    }
}
