//! One step of a calculation: what went in, what came out, and by which rule.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;

/// The rule that a step follows; the reader's language has a sentence for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "RatingRule")]
pub enum Rule {
    /// Quantities of one line are added up.
    Aggregated,
    /// Units that are free are taken off.
    FreeUnits,
    /// A resource pack takes units; `label` is the pack.
    PackDeducted,
    /// An hourly commitment covers usage.
    Covered,
    /// A fixed amount.
    Flat,
    /// Days in scope of the days of the period: `by` is the fraction.
    Prorated,
    /// Quantity times unit price, which is `by`.
    UnitPrice,
    /// What falls into a tier, at its price; `tier` counts from 1.
    TierPrice,
    /// Whole packages or blocks of a size, which is `by`.
    Packages,
    /// A share of the value of transactions.
    PercentagePrice,
    /// The amount that is committed to.
    Commitment,
    /// The quantity that the commitment includes is taken off; `by` is that quantity.
    Included,
    /// What goes beyond the commitment, times a factor.
    Overage,
    /// Rounded; `by` is the number of decimals.
    Rounded,
    /// A share is taken off.
    PercentDiscount,
    /// An amount is taken off, and never more than there is.
    FixedDiscount,
    /// What exceeds the cap is taken off.
    Cap,
    /// Topped up to the minimum of the period.
    Minimum,
    /// Credited before tax.
    Credit,
    /// A price that includes tax is parted: `to` is the net.
    TaxSplit,
    /// Tax on a net amount: `to` is the tax.
    TaxAdded,
    /// Paid from the balance that was paid before.
    Balance,
}

/// One step, which opens to the figures it went from and to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RatingStep")]
pub struct Step {
    pub rule: Rule,
    /// What went in: a quantity or an amount, as decimal text.
    pub from: Decimal,
    /// The price, rate, size or fraction that was applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Decimal>,
    /// What came out. Twelve decimals are shown of a figure that does not end; it goes on exactly.
    pub to: Decimal,
    /// Which tier, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<usize>,
    /// What the step is of: a pack, a discount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

impl Step {
    /// A step between two exact figures.
    ///
    /// # Errors
    /// [`RatingError::OutOfRange`] when one of them is beyond 28 digits.
    pub fn new(rule: Rule, from: &Exact, to: &Exact) -> Result<Self, RatingError> {
        Ok(Self { rule, from: from.shown()?, by: None, to: to.shown()?, tier: None, label: None })
    }

    /// With the factor that was applied.
    ///
    /// # Errors
    /// [`RatingError::OutOfRange`] when it is beyond 28 digits.
    pub fn by(mut self, factor: &Exact) -> Result<Self, RatingError> {
        self.by = Some(factor.shown()?);
        Ok(self)
    }

    /// With the tier, counted from 1.
    pub fn in_tier(mut self, tier: usize) -> Self {
        self.tier = Some(tier);
        self
    }

    /// With the name of what the step is of.
    pub fn of(mut self, label: &str) -> Self {
        self.label = Some(label.to_owned());
        self
    }
}
