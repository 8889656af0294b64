//! Prices, usage, tax, margin and shared costs: the rating engine's own requests and views.

use hefu_rating::tax::RateFound;
use schemars::JsonSchema;
use serde::Serialize;

pub use hefu_bills::{Bill, ReadBill};
pub use hefu_rating::calculation::{
    AttributeCosts, CommitmentRated, CompareRegions, CostsAttributed, InstalmentsPlanned, MarginPriced,
    PlanInstalments, PriceMargin, RateCommitment, RateUsage, ReadMeter, RegionsCompared, UsageRated,
};
pub use hefu_rating::meter::MeterRead;
pub use hefu_rating::tax::RateAsked;

/// What is known of a rate on a day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TaxRateView {
    pub found: RateFound,
}
