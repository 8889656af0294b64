//! Exact sums of many decimals: a whole number of the finest unit met so far.

use rust_decimal::Decimal;

/// A figure: `mantissa` × 10⁻ˢᶜᵃˡᵉ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) mantissa: i128,
    pub(crate) scale: u32,
}

/// A sum that says so when it no longer holds.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    mantissa: i128,
    scale: u32,
    is_broken: bool,
}

fn scaled(mantissa: i128, by: u32) -> Option<i128> {
    mantissa.checked_mul(10_i128.checked_pow(by)?)
}

impl Sum {
    pub(crate) fn add(&mut self, figure: Figure) {
        let sum = if figure.scale <= self.scale {
            scaled(figure.mantissa, self.scale - figure.scale)
                .and_then(|more| self.mantissa.checked_add(more))
        } else {
            let held = scaled(self.mantissa, figure.scale - self.scale);
            self.scale = figure.scale;
            held.and_then(|held| held.checked_add(figure.mantissa))
        };
        match sum {
            Some(sum) => self.mantissa = sum,
            None => self.is_broken = true,
        }
    }

    /// The sum as decimal text says it; none when it is beyond what can be counted exactly.
    pub(crate) fn total(&self) -> Option<Decimal> {
        if self.is_broken {
            return None;
        }
        let (mut mantissa, mut scale) = (self.mantissa, self.scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Decimal::try_from_i128_with_scale(mantissa, scale).ok()
    }
}

impl Figure {
    /// The product; none when it is beyond what can be counted exactly.
    pub(crate) fn times(self, other: Self) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_mul(other.mantissa)?, scale: self.scale + other.scale })
    }

    /// Whether two figures are further apart than `10⁻ᵖˡᵃᶜᵉˢ`; none when that cannot be counted.
    pub(crate) fn is_off(self, other: Self, places: u32) -> Option<bool> {
        let scale = self.scale.max(other.scale).max(places);
        let one = scaled(self.mantissa, scale - self.scale)?;
        let two = scaled(other.mantissa, scale - other.scale)?;
        Some(one.checked_sub(two)?.unsigned_abs() > 10_u128.checked_pow(scale - places)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_sum_that_no_longer_holds_says_so() {
        let mut sum = Sum::default();
        sum.add(Figure { mantissa: i128::MAX / 2, scale: 0 });
        sum.add(Figure { mantissa: 1, scale: 3 });
        assert_eq!(sum.total(), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn figures_of_any_scale_add_up(figures in prop::collection::vec((-1_000_000_i64..1_000_000, 0_u32..12), 0..40)) {
            let mut sum = Sum::default();
            let mut expected = Decimal::ZERO;
            for (mantissa, scale) in figures {
                sum.add(Figure { mantissa: mantissa.into(), scale });
                expected += Decimal::new(mantissa, scale);
            }
            prop_assert_eq!(sum.total(), Some(expected));
        }
    }
}
