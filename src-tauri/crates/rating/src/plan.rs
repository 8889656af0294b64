//! Price plans: the lines of a contract, the order of its operations, and what is dangerous about its terms.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::commitment::FloorBanking;
use crate::error::RatingError;
use crate::exact::Rounding;
use crate::model::{CommitmentTerms, Minor, PriceModel};
pub use crate::operation::{DEFAULT_ORDER, Operation};
use crate::pack::Pack;
use crate::proration::DayShare;
use crate::tax::{Inclusion, TaxLevel};
use crate::tier::{Cliff, Tiers};

fn default_order() -> Vec<Operation> {
    DEFAULT_ORDER.to_vec()
}

/// A line of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceLine {
    pub id: String,
    #[serde(default)]
    pub unit: String,
    pub price: PriceModel,
    /// Units of the period that cost nothing, taken in the order of time.
    #[serde(default)]
    pub free_units: Decimal,
    #[serde(default)]
    pub packs: Vec<Pack>,
    /// Shares that come off this line, in per cent; they multiply.
    #[serde(default)]
    pub percent_discounts: Vec<Decimal>,
    #[serde(default)]
    pub fixed_discounts: Vec<Decimal>,
    /// Whether the line is left out of what counts towards minimum, commitment and cap.
    #[serde(default)]
    pub is_outside_commitment: bool,
    /// Whether every record of usage is debited by itself and cut to the smallest unit; what is cut is kept as a
    /// residue.
    #[serde(default)]
    pub is_debited_each: bool,
    /// Its own rate of tax, where it is not the plan's.
    #[serde(default)]
    pub tax_rate: Option<Decimal>,
}

/// An amount that is committed to for the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmountCommitment {
    pub amount: Decimal,
    /// What goes beyond it costs so much of its rated amount.
    pub overage_factor: Decimal,
}

/// How a plan is taxed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaxTerms {
    #[serde(default)]
    pub inclusion: Inclusion,
    #[serde(default)]
    pub level: TaxLevel,
    /// 0.06 for 6 %.
    pub rate: Decimal,
}

/// A price plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PricePlan {
    /// ISO 4217.
    pub currency: String,
    /// Decimals of its smallest unit on invoices, where they are not those that are known of the currency.
    #[serde(default)]
    pub minor_units: Option<u32>,
    #[serde(default)]
    pub rounding: Rounding,
    #[serde(default = "default_order")]
    pub order: Vec<Operation>,
    pub lines: Vec<PriceLine>,
    /// Shares that come off every line, in per cent, after its own.
    #[serde(default)]
    pub percent_discounts: Vec<Decimal>,
    /// Amounts that come off all lines together.
    #[serde(default)]
    pub fixed_discounts: Vec<Decimal>,
    #[serde(default)]
    pub cap: Option<Decimal>,
    #[serde(default)]
    pub minimum: Option<Decimal>,
    #[serde(default)]
    pub commitment: Option<AmountCommitment>,
    #[serde(default)]
    pub tax: Option<TaxTerms>,
    /// Sums that must be billed by the end of each month of the term; zero for a month without a floor.
    #[serde(default)]
    pub floors: Vec<Decimal>,
    #[serde(default)]
    pub floor_banking: FloorBanking,
}

/// The period that is rated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RatedPeriod {
    pub start: NaiveDate,
    /// The first day after it.
    pub end: NaiveDate,
    /// From which day the service ran, where it is not the whole period.
    #[serde(default)]
    pub service_start: Option<NaiveDate>,
    /// The first day on which it no longer ran.
    #[serde(default)]
    pub service_end: Option<NaiveDate>,
}

impl RatedPeriod {
    /// Days of service of the days of the period.
    ///
    /// # Errors
    /// [`RatingError::EmptyPeriod`] when the period has no day.
    pub fn days(&self) -> Result<DayShare, RatingError> {
        let service = (self.service_start.unwrap_or(self.start), self.service_end.unwrap_or(self.end));
        DayShare::of_service(service, (self.start, self.end))
    }
}

/// What is dangerous about a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlanWarning {
    /// Just above a bound, more costs less.
    VolumeCliff { line: String, cliff: Cliff },
    /// The last tier ends: what lies above it is priced as it is.
    OpenGap { line: String, above: Decimal },
    /// Top-ups to the floors pay for nothing: a term can cost more than both its usage and its commitment.
    UnbankedFloors,
    /// A line of a price below zero.
    NegativePrice { line: String },
}

/// Decimals of the smallest unit that invoices in a currency use. Rupiah has two by ISO 4217 and none on invoices.
pub fn minor_units(currency: &str) -> Option<u32> {
    match currency {
        "CNY" | "USD" | "SGD" | "MYR" | "THB" | "PHP" | "EUR" | "GBP" | "HKD" | "MOP" | "TWD" | "AUD" => {
            Some(2)
        }
        "VND" | "JPY" | "KRW" | "IDR" => Some(0),
        "BHD" | "KWD" => Some(3),
        _ => None,
    }
}

impl PricePlan {
    /// How amounts are rounded.
    ///
    /// # Errors
    /// [`RatingError::UnknownCurrency`] when neither the plan nor this program knows the smallest unit.
    pub fn minor(&self) -> Result<Minor, RatingError> {
        let places = self.minor_units.or_else(|| minor_units(&self.currency)).filter(|places| *places <= 12);
        let places =
            places.ok_or_else(|| RatingError::UnknownCurrency { currency: self.currency.clone() })?;
        Ok(Minor { places, rounding: self.rounding })
    }

    /// What is dangerous about the terms, line by line.
    ///
    /// # Errors
    /// Tiers that do not rise.
    pub fn warnings(&self) -> Result<Vec<PlanWarning>, RatingError> {
        let mut found = Vec::new();
        for line in &self.lines {
            let name = || line.id.clone();
            if let PriceModel::Volume { tiers } = &line.price {
                found.extend(
                    tiers.cliffs()?.into_iter().map(|cliff| PlanWarning::VolumeCliff { line: name(), cliff }),
                );
            }
            let Some(tiers) = line.price.tiers() else { continue };
            tiers.check()?;
            if let Some(above) = tiers.tiers.last().and_then(|last| last.up_to) {
                found.push(PlanWarning::OpenGap { line: name(), above });
            }
            if tiers.tiers.iter().any(|tier| tier.unit < Decimal::ZERO) {
                found.push(PlanWarning::NegativePrice { line: name() });
            }
        }
        let has_floors = self.floors.iter().any(|floor| *floor > Decimal::ZERO);
        if has_floors && self.floor_banking == FloorBanking::Lost {
            found.push(PlanWarning::UnbankedFloors);
        }
        Ok(found)
    }
}

impl PriceModel {
    /// The tiers of a model that has them.
    pub(crate) fn tiers(&self) -> Option<&Tiers> {
        match self {
            Self::Graduated { tiers } | Self::Volume { tiers } | Self::GraduatedPercentage { tiers } => {
                Some(tiers)
            }
            Self::CommitmentOverage { terms: CommitmentTerms { overage, .. } } => Some(overage),
            _ => None,
        }
    }
}
