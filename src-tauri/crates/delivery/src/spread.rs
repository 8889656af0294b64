//! Counts and how far they spread. Of fewer than five nothing is said in percent, and no middle is taken for a rule.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// From so many on, a share or a comparison says something.
pub const ENOUGH: u32 = 5;

/// How a number of counts lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "CountSpread")]
pub struct Spread {
    /// How many were counted.
    pub count: u32,
    pub least: u32,
    pub most: u32,
    /// The middle one, or halfway between the two in the middle; none of fewer than five.
    pub median: Option<Decimal>,
}

impl Spread {
    /// None of nothing.
    pub fn of(counts: impl IntoIterator<Item = u32>) -> Option<Self> {
        let mut sorted: Vec<u32> = counts.into_iter().collect();
        sorted.sort_unstable();
        let (least, most) = (*sorted.first()?, *sorted.last()?);
        let count = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
        let median = (count >= ENOUGH).then(|| middle(&sorted));
        Some(Self { count, least, most, median })
    }
}

fn middle(sorted: &[u32]) -> Decimal {
    let half = sorted.len() / 2;
    let at = |place: usize| sorted.get(place).map_or(Decimal::ZERO, |count| Decimal::from(*count));
    if sorted.len() % 2 == 1 { at(half) } else { (at(half - 1) + at(half)) / Decimal::TWO }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "CountShare")]
pub struct Share {
    pub part: u32,
    pub of: u32,
    /// With one decimal; none of fewer than five.
    pub percent: Option<Decimal>,
}

impl Share {
    pub fn new(part: u32, of: u32) -> Self {
        let percent = (of >= ENOUGH).then(|| percent(Decimal::from(part), Decimal::from(of)));
        Self { part, of, percent }
    }
}

/// With one decimal; halves go away from zero.
pub(crate) fn percent(part: Decimal, of: Decimal) -> Decimal {
    let percent = part.checked_mul(Decimal::ONE_HUNDRED).and_then(|part| part.checked_div(of));
    percent
        .unwrap_or_default()
        .round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_fewer_than_five_there_is_no_middle_and_no_percent() {
        assert_eq!(Spread::of([]), None);
        let four = Spread::of([9, 1, 4, 4]).unwrap();
        assert_eq!(four, Spread { count: 4, least: 1, most: 9, median: None });
        let five = Spread::of([9, 1, 4, 4, 30]).unwrap();
        assert_eq!(five.median, Some(Decimal::from(4)));
        let six = Spread::of([9, 1, 4, 5, 30, 2]).unwrap();
        assert_eq!(six.median, Some("4.5".parse().unwrap()));
        assert_eq!(Share::new(3, 4).percent, None);
        assert_eq!(Share::new(2, 6).percent, Some("33.3".parse().unwrap()));
    }
}
