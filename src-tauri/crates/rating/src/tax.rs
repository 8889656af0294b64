//! Tax on an amount: parted from a price that includes it or added to one that does not; credit notes and checks.

mod rates;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::allocation;
use crate::error::RatingError;
use crate::exact::Exact;
use crate::model::Minor;

pub use rates::{BuyerStatus, RateAsked, RateFound, SellerStatus, TaxRate, rate_on};

/// Whether a price has its tax in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "TaxInclusion")]
pub enum Inclusion {
    /// 含税: list prices in China.
    #[default]
    Included,
    /// 不含税: international sites and South-East Asia.
    Excluded,
}

/// Where tax is rounded; the two differ by a smallest unit or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaxLevel {
    /// On every line.
    #[default]
    Line,
    /// Once on the sum; lines get their part of it.
    Document,
}

/// Net and tax of one amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taxed {
    pub net: Exact,
    pub tax: Exact,
}

impl Taxed {
    pub fn total(&self) -> Exact {
        &self.net + &self.tax
    }
}

/// 价税分离: the net is rounded, and the tax is what remains, so that both add up to the amount. The mirror of an amount
/// has the mirror of its parts, as a red invoice 红字 has of its blue one.
///
/// # Errors
/// [`RatingError::NotPositive`] when one and the rate are zero.
pub fn split(gross: &Exact, rate: &Exact, minor: Minor) -> Result<Taxed, RatingError> {
    let net = gross.over(&(Exact::one() + rate)).ok_or(RatingError::NotPositive { field: "rate" })?;
    let net = minor.round(&net);
    Ok(Taxed { tax: gross - &net, net })
}

/// Tax on a net amount.
pub fn add(net: &Exact, rate: &Exact, minor: Minor) -> Taxed {
    Taxed { net: net.clone(), tax: minor.round(&(net * rate)) }
}

/// Lines with their tax, at the level that the contract says. On the level of the document the tax of all lines of one
/// rate is rounded once and shared among them, so that the lines add up to it.
///
/// # Errors
/// As [`split`].
pub fn lines(
    amounts: &[(Exact, Exact)],
    inclusion: Inclusion,
    level: TaxLevel,
    minor: Minor,
) -> Result<Vec<Taxed>, RatingError> {
    let one = |amount: &Exact, rate: &Exact| match inclusion {
        Inclusion::Included => split(amount, rate, minor),
        Inclusion::Excluded => Ok(add(amount, rate, minor)),
    };
    if level == TaxLevel::Line {
        return amounts.iter().map(|(amount, rate)| one(amount, rate)).collect();
    }
    let mut rates: Vec<&Exact> = amounts.iter().map(|(_, rate)| rate).collect();
    rates.sort();
    rates.dedup();
    let mut taxed: Vec<Option<Taxed>> = vec![None; amounts.len()];
    for rate in rates {
        let of_rate = || amounts.iter().zip(0..).filter(|((_, each), _)| each == rate);
        let sum: Exact = of_rate().map(|((amount, _), _)| amount).sum();
        let whole = one(&sum, rate)?;
        let mut parts = Vec::new();
        for ((amount, _), _) in of_rate() {
            let exact = match inclusion {
                Inclusion::Included => amount - &net_of(amount, rate)?,
                Inclusion::Excluded => amount * rate,
            };
            parts.push(exact);
        }
        let shares = allocation::of_parts(&whole.tax, &parts, minor.places);
        for (((amount, _), at), tax) in of_rate().zip(shares) {
            let net = if inclusion == Inclusion::Included { amount - &tax } else { amount.clone() };
            taxed[at] = Some(Taxed { net, tax });
        }
    }
    Ok(taxed.into_iter().flatten().collect())
}

fn net_of(gross: &Exact, rate: &Exact) -> Result<Exact, RatingError> {
    gross.over(&(Exact::one() + rate)).ok_or(RatingError::NotPositive { field: "rate" })
}

/// A credit note for a part of what was charged: net and tax are rounded each from what is exact.
pub fn credit_note(charged: &Exact, fraction: &Exact, rate: &Exact, minor: Minor) -> Taxed {
    let exact = charged * fraction;
    Taxed { net: minor.round(&exact), tax: minor.round(&(exact * rate)) }
}

/// A line of an e-invoice as it stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceLine {
    pub quantity: Exact,
    pub unit_price: Exact,
    pub amount: Exact,
    pub tax: Exact,
    pub rate: Exact,
}

/// How far the figures of an e-invoice may differ from each other. No official text was found: several independent
/// front ends agree on 0.01, 0.06 and 1.27.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tolerance {
    /// Quantity × price against the amount.
    pub amount: Exact,
    /// Amount × rate against the tax.
    pub tax: Exact,
    /// All differences of tax together.
    pub document: Exact,
}

impl Default for Tolerance {
    fn default() -> Self {
        Self { amount: Exact::scaled(1, 2), tax: Exact::scaled(6, 2), document: Exact::scaled(127, 2) }
    }
}

/// What is off about one line: the difference of its amount, and of its tax, where it exceeds the tolerance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineCheck {
    pub amount_off: Option<Exact>,
    pub tax_off: Option<Exact>,
}

impl LineCheck {
    pub fn is_accepted(&self) -> bool {
        self.amount_off.is_none() && self.tax_off.is_none()
    }
}

fn distance(one: &Exact, other: &Exact) -> Exact {
    let off = one - other;
    if off.is_negative() { -off } else { off }
}

/// Holds a line against the tolerance, which is itself allowed.
pub fn check_line(line: &InvoiceLine, tolerance: &Tolerance) -> LineCheck {
    let amount = distance(&(&line.quantity * &line.unit_price), &line.amount);
    let tax = distance(&(&line.amount * &line.rate), &line.tax);
    LineCheck {
        amount_off: (amount > tolerance.amount).then_some(amount),
        tax_off: (tax > tolerance.tax).then_some(tax),
    }
}

/// All differences of tax of an e-invoice together, when they exceed the tolerance.
pub fn check_document(lines: &[InvoiceLine], tolerance: &Tolerance) -> Option<Exact> {
    let off: Exact = lines.iter().map(|line| distance(&(&line.amount * &line.rate), &line.tax)).sum();
    (off > tolerance.document).then_some(off)
}

/// What a purchase costs the buyer: the tax that it cannot deduct stays with it. `share` is what it can deduct of the
/// tax: 1 with a special invoice and taxable use, 0 for exempt use such as public hospital care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuyerCost {
    pub net: Exact,
    pub tax: Exact,
    pub input_credit: Exact,
    pub real_cost: Exact,
}

/// # Errors
/// As [`split`].
pub fn buyer_cost(
    gross: &Exact,
    rate: &Exact,
    share: &Exact,
    minor: Minor,
) -> Result<BuyerCost, RatingError> {
    let Taxed { net, tax } = split(gross, rate, minor)?;
    let input_credit = minor.round(&(&tax * share));
    Ok(BuyerCost { real_cost: gross - &input_credit, net, tax, input_credit })
}

/// Indonesia: the rate on a base that is a part of the price, each rounded to the whole unit (PMK-131/2024: 11/12).
pub fn on_other_value(price: &Exact, part: &Exact, rate: &Exact, minor: Minor) -> (Exact, Exact) {
    let base = minor.round(&(price * part));
    let tax = minor.round(&(&base * rate));
    (base, tax)
}

/// What must be asked so that `net` is left after `rate` is withheld: net ÷ (1 − rate), and what is withheld of it.
///
/// # Errors
/// [`RatingError::NotPositive`] when everything is withheld.
pub fn gross_up(net: &Exact, rate: &Exact, minor: Minor) -> Result<(Exact, Exact), RatingError> {
    let gross = net.over(&(Exact::one() - rate)).ok_or(RatingError::NotPositive { field: "net share" })?;
    let gross = minor.round(&gross);
    Ok((gross.clone(), gross - net))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exact::Rounding;

    const FEN: Minor = Minor { places: 2, rounding: Rounding::HalfUp };
    const WHOLE: Minor = Minor { places: 0, rounding: Rounding::HalfUp };

    fn sum(lines: &[Taxed]) -> Exact {
        lines.iter().map(|line| &line.tax).sum()
    }

    #[test]
    fn a_line_and_a_document_round_to_different_taxes() {
        let rate = Exact::scaled(20, 2);
        let amounts = [6833, 6833, 5750, 8500].map(|net| (Exact::from(net), rate.clone()));
        let by = |level| lines(&amounts, Inclusion::Excluded, level, WHOLE).unwrap();
        assert_eq!(sum(&by(TaxLevel::Line)), 5584.into());
        assert_eq!(sum(&by(TaxLevel::Document)), 5583.into());
    }

    #[test]
    fn a_foreign_contractor_is_grossed_up_twice() {
        let (income, _) = gross_up(&100_000.into(), &Exact::scaled(5, 2), FEN).unwrap();
        assert_eq!(income.shown().unwrap().to_string(), "105263.16");
        let (all, _) = gross_up(&income, &Exact::scaled(5, 2), FEN).unwrap();
        assert_eq!(all.shown().unwrap().to_string(), "110803.33");
    }

    #[test]
    fn many_small_differences_of_tax_are_too_many_together() {
        let line = InvoiceLine {
            quantity: 1.into(),
            unit_price: 100.into(),
            amount: 100.into(),
            tax: Exact::scaled(606, 2),
            rate: Exact::scaled(6, 2),
        };
        let tolerance = Tolerance::default();
        assert!(check_line(&line, &tolerance).is_accepted());
        assert_eq!(check_document(&vec![line.clone(); 21], &tolerance), None);
        assert_eq!(check_document(&vec![line; 22], &tolerance), Some(Exact::scaled(132, 2)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn net_and_tax_add_up_and_a_red_invoice_leaves_nothing(
            gross in prop::collection::vec(-1_000_000_i128..1_000_000, 1..8),
            rate in prop::sample::select(vec![0_i128, 1, 3, 6, 9, 13]),
            is_document in any::<bool>(),
        ) {
            let level = if is_document { TaxLevel::Document } else { TaxLevel::Line };
            let with = |sign: i128| gross.iter().map(move |fen| (Exact::scaled(sign * fen, 2), Exact::scaled(rate, 2)));
            let blue: Vec<_> = with(1).collect();
            let red: Vec<_> = with(-1).collect();
            let taxed = lines(&blue, Inclusion::Included, level, FEN).unwrap();
            let mirror = lines(&red, Inclusion::Included, level, FEN).unwrap();
            for ((amount, line), back) in blue.iter().zip(&taxed).zip(&mirror) {
                prop_assert_eq!(&line.total(), &amount.0);
                prop_assert_eq!(&line.tax, &line.tax.round(2, Rounding::Down));
                if level == TaxLevel::Line {
                    prop_assert!((&line.tax + &back.tax).is_zero() && (&line.net + &back.net).is_zero());
                }
            }
            prop_assert!((sum(&taxed) + sum(&mirror)).is_zero());
        }
    }
}
