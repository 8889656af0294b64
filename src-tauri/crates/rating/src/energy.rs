//! What a node of one's own costs: power over bands of price, depreciation, and the hour that is delivered.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;

/// What a node draws.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NodePower")]
pub struct Power {
    /// Kilowatts at full load.
    pub it_kw: Decimal,
    /// The part of them that it draws without any load.
    pub idle_fraction: Decimal,
    /// The part of the time under load.
    pub utilisation: Decimal,
    /// Power usage effectiveness: what the building draws for each kilowatt of the node, at least 1.
    pub pue: Decimal,
}

impl Power {
    /// Kilowatts of the building: it × (idle + (1 − idle) × utilisation) × PUE.
    pub fn facility_kw(&self) -> Exact {
        let idle = Exact::from(self.idle_fraction);
        let load = &idle + (Exact::one() - &idle) * Exact::from(self.utilisation);
        Exact::from(self.it_kw) * load * Exact::from(self.pue)
    }
}

/// Hours at a price of a kilowatt-hour. A spot price may be below zero, and is not lifted to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    pub hours: Exact,
    pub price: Exact,
}

/// What was drawn and what it cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Energy {
    pub facility_kw: Exact,
    pub kwh: Exact,
    pub cost: Exact,
    /// Nothing where nothing was drawn.
    pub average_price: Option<Exact>,
}

/// Energy over bands.
pub fn energy(power: &Power, bands: &[Band]) -> Energy {
    let facility_kw = power.facility_kw();
    let hours: Exact = bands.iter().map(|band| &band.hours).sum();
    let priced: Exact = bands.iter().map(|band| &band.hours * &band.price).sum();
    let (kwh, cost) = (&facility_kw * hours, &facility_kw * priced);
    Energy { average_price: cost.over(&kwh), facility_kw, kwh, cost }
}

/// A year, and the hour that is delivered in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCost {
    pub depreciation: Exact,
    pub annual: Exact,
    pub per_hour: Exact,
}

/// Straight-line depreciation with what else a year costs, over the hours that are delivered in it.
///
/// # Errors
/// [`RatingError::NotPositive`] without a life or without a delivered hour.
pub fn unit_cost(
    capex: &Exact,
    residual: &Exact,
    life_years: &Exact,
    yearly: &Exact,
    delivered_hours: &Exact,
) -> Result<UnitCost, RatingError> {
    let worn = capex * (Exact::one() - residual);
    let depreciation = worn.over(life_years).filter(|_| life_years.is_positive());
    let depreciation = depreciation.ok_or(RatingError::NotPositive { field: "life_years" })?;
    let annual = &depreciation + yearly;
    let per_hour = annual.over(delivered_hours).filter(|_| delivered_hours.is_positive());
    let per_hour = per_hour.ok_or(RatingError::NotPositive { field: "utilisation" })?;
    Ok(UnitCost { depreciation, annual, per_hour })
}
