//! Exact figures: ratios of whole numbers, rounded only when asked and in the way that is named.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;

/// Decimals of a figure that does not end, such as a third: enough that a product with the largest quantity shows.
pub(crate) const SHOWN: u32 = 12;

/// The largest exponent of a figure such as `1E-20` that is read.
const MOST_EXPONENT: i32 = 64;

/// How a figure loses its last decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "AmountRounding")]
pub enum Rounding {
    /// Half away from zero, 四舍五入: what Chinese invoices use.
    #[default]
    HalfUp,
    /// Half to the even neighbour; only where a contract says so.
    HalfEven,
    /// Half towards zero.
    HalfDown,
    /// Towards zero, 截断: each hourly debit of some providers.
    Down,
    /// Away from zero.
    Up,
    /// To the next higher figure.
    Ceil,
    /// To the next lower figure.
    Floor,
}

/// A figure of any size and precision, kept as a ratio.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(BigRational);

impl Exact {
    /// Nothing.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// One.
    pub fn one() -> Self {
        Self(BigRational::one())
    }

    /// A ratio of whole numbers; nothing when the second is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self(BigRational::new(numerator.into(), denominator.into())))
    }

    /// `mantissa` × 10⁻ˢᶜᵃˡᵉ.
    pub fn scaled(mantissa: i128, scale: u32) -> Self {
        Self(BigRational::new(mantissa.into(), ten(scale)))
    }

    /// The quotient; nothing when the divisor is zero.
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        (!divisor.0.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// The part of a hundred: 6 is 0.06.
    pub fn percent(&self) -> Self {
        Self(&self.0 / BigInt::from(100))
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    pub fn is_positive(&self) -> bool {
        self.0.is_positive()
    }

    /// This, or zero when it is below.
    pub fn at_least_zero(self) -> Self {
        if self.is_negative() { Self::zero() } else { self }
    }

    /// The smallest whole number that is not below this.
    pub fn ceil(&self) -> Self {
        Self(self.0.ceil())
    }

    /// The largest whole number that is not above this.
    pub fn floor(&self) -> Self {
        Self(self.0.floor())
    }

    /// This to a whole power, which may be below zero; nothing for a power below zero of zero.
    pub fn power(&self, power: i32) -> Option<Self> {
        (power >= 0 || !self.0.is_zero()).then(|| Self(self.0.pow(power)))
    }

    /// This with `places` decimals.
    pub fn round(&self, places: u32, rounding: Rounding) -> Self {
        let scale = ten(places);
        let scaled = &self.0 * &scale;
        let down = scaled.trunc();
        let rest = (&scaled - &down).abs();
        let away = if self.is_negative() { &down - BigRational::one() } else { &down + BigRational::one() };
        let half = rest.cmp(&BigRational::new(1.into(), 2.into()));
        let is_odd = (down.to_integer() % BigInt::from(2)).sign() != Sign::NoSign;
        let goes_away = !rest.is_zero()
            && match rounding {
                Rounding::HalfUp => half != Ordering::Less,
                Rounding::HalfEven => half == Ordering::Greater || (half == Ordering::Equal && is_odd),
                Rounding::HalfDown => half == Ordering::Greater,
                Rounding::Down => false,
                Rounding::Up => true,
                Rounding::Ceil => self.is_positive(),
                Rounding::Floor => self.is_negative(),
            };
        Self(if goes_away { away } else { down } / scale)
    }

    /// As decimal text would say it: whole where it ends within twelve decimals, else rounded half up to twelve.
    ///
    /// # Errors
    /// [`RatingError::OutOfRange`] beyond 28 digits.
    pub fn shown(&self) -> Result<Decimal, RatingError> {
        self.shown_at(SHOWN)
    }

    /// As [`Exact::shown`] with at most `places` decimals.
    ///
    /// # Errors
    /// [`RatingError::OutOfRange`] beyond 28 digits.
    pub fn shown_at(&self, places: u32) -> Result<Decimal, RatingError> {
        let rounded = self.round(places, Rounding::HalfUp);
        let mantissa = (&rounded.0 * ten(places)).to_integer();
        let (mut mantissa, mut scale) = (mantissa, places);
        let is_tenfold = |figure: &BigInt| (figure % BigInt::from(10)).is_zero();
        while scale > 0 && is_tenfold(&mantissa) {
            mantissa /= 10;
            scale -= 1;
        }
        let mantissa = mantissa.to_i128().ok_or(RatingError::OutOfRange)?;
        Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| RatingError::OutOfRange)
    }

    /// The whole digits as a ratio of a binary fraction, for what is drawn at random and never billed.
    pub fn approximate(&self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }
}

impl Default for Exact {
    fn default() -> Self {
        Self::zero()
    }
}

fn ten(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

impl From<Decimal> for Exact {
    fn from(figure: Decimal) -> Self {
        Self::scaled(figure.mantissa(), figure.scale())
    }
}

impl From<i64> for Exact {
    fn from(figure: i64) -> Self {
        Self(BigRational::from_integer(figure.into()))
    }
}

impl FromStr for Exact {
    type Err = RatingError;

    /// Reads digits with a point, a sign and an exponent, of any length, and never by way of a binary fraction.
    fn from_str(text: &str) -> Result<Self, RatingError> {
        let fault = || RatingError::NotAFigure { text: text.to_owned() };
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().map_err(|_| fault())?),
            None => (text, 0),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let is_figure = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let unsigned = whole.strip_prefix(['-', '+']).unwrap_or(whole);
        let has_digits = !unsigned.is_empty() || !fraction.is_empty();
        if !has_digits || !is_figure(unsigned) || !is_figure(fraction) || exponent.abs() > MOST_EXPONENT {
            return Err(fault());
        }
        let mantissa: BigInt = format!("{whole}{fraction}").parse().map_err(|_| fault())?;
        let scale = i32::try_from(fraction.len()).map_err(|_| fault())? - exponent;
        Ok(Self(match u32::try_from(scale) {
            Ok(scale) => BigRational::new(mantissa, ten(scale)),
            Err(_) => BigRational::from_integer(mantissa * ten(scale.unsigned_abs())),
        }))
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact($trait::$method(&self.0, &other.0))
            }
        }
        impl $trait<Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                Exact($trait::$method(self.0, other.0))
            }
        }
        impl $trait<&Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact($trait::$method(self.0, &other.0))
            }
        }
        impl $trait<Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                Exact($trait::$method(&self.0, other.0))
            }
        }
    )*};
}

operators!(Add add, Sub sub, Mul mul);

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(figures: I) -> Self {
        figures.fold(Self::zero(), |sum, each| sum + each)
    }
}

impl<'a> std::iter::Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(figures: I) -> Self {
        figures.fold(Self::zero(), |sum, each| sum + each)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_rounding_is_the_one_it_is_named_for() {
        use Rounding::{Ceil, Down, Floor, HalfDown, HalfEven, HalfUp, Up};
        for (text, places, rounding, expected) in [
            ("0.125", 2, HalfUp, "0.13"),
            ("-0.125", 2, HalfUp, "-0.13"),
            ("0.125", 2, HalfEven, "0.12"),
            ("0.135", 2, HalfEven, "0.14"),
            ("0.125", 2, HalfDown, "0.12"),
            ("0.1251", 2, HalfDown, "0.13"),
            ("-1.999", 2, Down, "-1.99"),
            ("-1.991", 2, Up, "-2"),
            ("-1.991", 2, Ceil, "-1.99"),
            ("-1.991", 2, Floor, "-2"),
            ("1.991", 2, Ceil, "2"),
            ("2.5", 0, HalfUp, "3"),
            ("7", 2, Up, "7"),
        ] {
            let rounded = text.parse::<Exact>().unwrap().round(places, rounding);
            assert_eq!(rounded.shown().unwrap().to_string(), expected, "{text} {rounding:?}");
        }
    }

    #[test]
    fn figures_are_read_as_they_are_written() {
        for (text, expected) in [
            ("1E-3", "0.001"),
            ("-2.50e2", "-250"),
            (".5", "0.5"),
            ("+7.", "7"),
            ("17.9699999999999988631316", "17.97"),
        ] {
            assert_eq!(text.parse::<Exact>().unwrap().shown_at(4).unwrap().to_string(), expected, "{text}");
        }
        for text in ["", ".", "-", "1,000", "0x1", "1e", "1e999", "NaN", "--1", "1.2.3"] {
            assert!(text.parse::<Exact>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_third_is_no_decimal_until_it_is_shown() {
        let third = Exact::ratio(1, 3).unwrap();
        assert_eq!(&third * Exact::from(3), Exact::one());
        assert_eq!(third.shown_at(4).unwrap().to_string(), "0.3333");
        assert_eq!(Exact::ratio(1, 0), None);
        let large: Exact = "1e60".parse().unwrap();
        assert_eq!(large.shown(), Err(RatingError::OutOfRange));
    }
}
