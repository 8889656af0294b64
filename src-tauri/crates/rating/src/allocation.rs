//! An amount shared out so that the parts add up to it exactly: the largest remainder takes what is left.

use crate::exact::{Exact, Rounding};

/// The parts of an amount by weight, each with `places` decimals, and what could not be shared because no weight is
/// above zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// In the order of the weights.
    pub shares: Vec<Exact>,
    /// The whole amount when nobody has a weight, else zero.
    pub unallocated: Exact,
}

/// Shares `amount` by `weights`: each part is cut to the minor unit, and what is left goes, a unit each, to the
/// largest fractions, of equal ones to the earlier. A weight below zero counts as none. An amount below zero is shared
/// as its mirror, so that a credit returns what was charged.
pub fn by_weight(amount: &Exact, weights: &[Exact], places: u32) -> Allocation {
    let weights: Vec<Exact> = weights.iter().cloned().map(Exact::at_least_zero).collect();
    let whole: Exact = weights.iter().sum();
    let parts: Option<Vec<Exact>> = weights.iter().map(|weight| (amount * weight).over(&whole)).collect();
    match parts {
        Some(parts) if !parts.is_empty() => {
            Allocation { shares: of_parts(amount, &parts, places), unallocated: Exact::zero() }
        }
        _ => Allocation { shares: vec![Exact::zero(); weights.len()], unallocated: amount.clone() },
    }
}

/// The exact parts of an amount as parts of `places` decimals that add up to it. The exact parts may add up to half a
/// smallest unit more or less, as those of a rounded amount do. What an amount has beyond `places` decimals goes to the
/// last part that gets more.
pub fn of_parts(amount: &Exact, parts: &[Exact], places: u32) -> Vec<Exact> {
    if amount.is_negative() {
        let mirror: Vec<Exact> = parts.iter().map(|part| -part.clone()).collect();
        return of_parts(&-amount.clone(), &mirror, places).into_iter().map(|share| -share).collect();
    }
    let mut shares: Vec<Exact> = parts.iter().map(|part| part.round(places, Rounding::Floor)).collect();
    let mut by_fraction: Vec<usize> = (0..parts.len()).collect();
    let fraction = |at: usize| &parts[at] - &shares[at];
    // A stable sort keeps the order of equal fractions.
    by_fraction.sort_by_key(|at| std::cmp::Reverse(fraction(*at)));
    let unit = Exact::scaled(1, places);
    let mut left = amount - shares.iter().sum::<Exact>();
    for at in by_fraction {
        if !left.is_positive() {
            break;
        }
        let more = if left < unit { left.clone() } else { unit.clone() };
        shares[at] = &shares[at] + &more;
        left = left - more;
    }
    shares
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(text: &str) -> Exact {
        text.parse().unwrap()
    }

    #[test]
    fn the_largest_remainder_takes_what_is_left() {
        for (amount, weights, places, expected) in [
            ("100", vec!["1", "1", "1"], 2, vec!["33.34", "33.33", "33.33"]),
            ("5", vec!["1", "1", "1"], 0, vec!["2", "2", "1"]),
            ("-100", vec!["1", "1", "1"], 2, vec!["-33.34", "-33.33", "-33.33"]),
            ("1", vec!["0", "1"], 2, vec!["0", "1"]),
        ] {
            let weights: Vec<Exact> = weights.into_iter().map(exact).collect();
            let expected: Vec<Exact> = expected.into_iter().map(exact).collect();
            assert_eq!(by_weight(&exact(amount), &weights, places).shares, expected, "{amount}");
        }
    }

    #[test]
    fn without_weights_all_stays_unallocated() {
        let none = by_weight(&exact("10"), &[Exact::zero(), Exact::zero()], 2);
        assert_eq!((none.shares, none.unallocated), (vec![Exact::zero(); 2], exact("10")));
        assert_eq!(by_weight(&exact("10"), &[], 2).unallocated, exact("10"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn parts_add_up_to_the_whole(
            amount in -1_000_000_000_i128..1_000_000_000,
            weights in prop::collection::vec(0_i128..10_000, 1..12),
        ) {
            let amount = Exact::scaled(amount, 2);
            let weights: Vec<Exact> = weights.into_iter().map(|weight| Exact::scaled(weight, 3)).collect();
            let allocation = by_weight(&amount, &weights, 2);
            let sum = allocation.shares.iter().sum::<Exact>() + &allocation.unallocated;
            prop_assert_eq!(&sum, &amount);
            // Nobody is a whole minor unit from the exact share, and no weight, no part.
            let whole: Exact = weights.iter().sum();
            for (share, weight) in allocation.shares.iter().zip(&weights) {
                prop_assert_eq!(share, &share.round(2, Rounding::Down));
                if let Some(exact) = (&amount * weight).over(&whole) {
                    let off = exact - share;
                    prop_assert!(off < Exact::scaled(1, 2) && -off < Exact::scaled(1, 2));
                }
                prop_assert!(!weight.is_zero() || share.is_zero());
            }
        }
    }
}
