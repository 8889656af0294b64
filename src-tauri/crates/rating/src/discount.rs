//! What comes off an amount and what tops it up: discounts, ladders, caps and minimums.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;
use crate::step::{Rule, Step};

/// What is left after shares that multiply (10 and 25 leave 67.5 of a hundred) and then amounts, never below zero.
/// An amount below zero gets the shares alone.
///
/// # Errors
/// A figure out of range.
pub fn stack(
    amount: &Exact,
    percents: &[Decimal],
    fixed: &[Decimal],
) -> Result<(Exact, Vec<Step>), RatingError> {
    let (mut left, mut steps) = (amount.clone(), Vec::new());
    for percent in percents {
        let share = Exact::from(*percent).percent();
        let after = &left - &left * &share;
        steps.push(Step::new(Rule::PercentDiscount, &left, &after)?.by(&share)?);
        left = after;
    }
    for off in fixed {
        let taken = Exact::from(*off).min(left.clone().at_least_zero());
        let after = &left - &taken;
        steps.push(Step::new(Rule::FixedDiscount, &left, &after)?.by(&taken)?);
        left = after;
    }
    Ok((left, steps))
}

/// A step of a discount ladder 折扣阶梯; its lower bound belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LadderStep {
    pub at_least: Decimal,
    /// The share that comes off: 0.12 for 12 %.
    pub discount: Decimal,
}

/// Which part of an amount a ladder's step is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LadderReading {
    /// The whole amount, at the highest step that it reaches.
    #[default]
    Whole,
    /// What lies above each bound, at its own step.
    Marginal,
}

/// The discount of the highest step reached, and the amount after the ladder. Steps may stand in any order.
pub fn ladder(amount: &Exact, steps: &[LadderStep], reading: LadderReading) -> (Exact, Exact) {
    let mut steps: Vec<(Exact, Exact)> =
        steps.iter().map(|step| (step.at_least.into(), step.discount.into())).collect();
    steps.sort();
    let reached: Vec<_> = steps.into_iter().filter(|(at_least, _)| at_least <= amount).collect();
    let discount = reached.last().map_or_else(Exact::zero, |(_, discount)| discount.clone());
    let off = match reading {
        LadderReading::Whole => amount * &discount,
        LadderReading::Marginal => {
            let tops = reached.iter().skip(1).map(|(at_least, _)| at_least).chain([amount]);
            reached.iter().zip(tops).map(|((from, discount), top)| (top - from) * discount).sum()
        }
    };
    (discount, amount - off)
}

/// Where a line stands in a period that has a minimum or a cap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Billed in the period before this line.
    pub billed_before: Exact,
    pub minimum: Option<Exact>,
    pub maximum: Option<Exact>,
    /// A minimum is charged on the last line of a period alone.
    pub is_last: bool,
}

/// What the cap takes off a line.
pub fn over_cap(line: &Exact, bounds: &Bounds) -> Exact {
    let over = bounds.maximum.as_ref().map(|most| &bounds.billed_before + line - most);
    over.unwrap_or_else(Exact::zero).at_least_zero().min(line.clone().at_least_zero())
}

/// What tops a line up to the minimum of its period.
pub fn under_minimum(line: &Exact, bounds: &Bounds) -> Exact {
    let short = bounds.minimum.as_ref().filter(|_| bounds.is_last);
    short.map_or_else(Exact::zero, |least| (least - &bounds.billed_before - line).at_least_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_multiply_and_amounts_stop_at_zero() {
        let off = |percents: &[i64], fixed: &[i64]| {
            let percents: Vec<Decimal> = percents.iter().copied().map(Decimal::from).collect();
            let fixed: Vec<Decimal> = fixed.iter().copied().map(Decimal::from).collect();
            stack(&10_000.into(), &percents, &fixed).unwrap().0
        };
        assert_eq!(off(&[10, 25], &[]), 6750.into());
        assert_eq!(off(&[10], &[5000]), 4000.into());
        assert_eq!(off(&[], &[8000, 5000]), Exact::zero());
        // A credit is not discounted below what it was.
        assert_eq!(stack(&Exact::from(-100), &[], &[50.into()]).unwrap().0, Exact::from(-100));
    }

    #[test]
    fn a_ladder_is_read_in_two_ways() {
        let step = |at_least: i64, percent: i64| LadderStep {
            at_least: at_least.into(),
            discount: Decimal::new(percent, 2),
        };
        let steps = [step(0, 0), step(100_000, 5), step(500_000, 12)];
        let whole = ladder(&500_000.into(), &steps, LadderReading::Whole);
        assert_eq!(whole.1, 440_000.into());
        // 400,000 at 5 % and nothing yet at 12 %.
        let marginal = ladder(&500_000.into(), &steps, LadderReading::Marginal);
        assert_eq!(marginal.1, 480_000.into());
    }

    #[test]
    fn a_cap_takes_no_more_than_the_line() {
        let bounds = |before: i64| Bounds {
            billed_before: before.into(),
            minimum: Some(100.into()),
            maximum: Some(170.into()),
            is_last: true,
        };
        assert_eq!(over_cap(&22.into(), &bounds(160)), 12.into());
        assert_eq!(over_cap(&22.into(), &bounds(500)), 22.into());
        assert_eq!(over_cap(&Exact::from(-5), &bounds(500)), Exact::zero());
        assert_eq!(under_minimum(&22.into(), &bounds(60)), 18.into());
    }
}
