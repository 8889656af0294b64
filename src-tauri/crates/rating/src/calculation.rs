//! What is asked of the engine and what it answers: requests and views as they cross the line, in decimal text.

mod attribution;
mod commitment;
mod instalments;
mod margin;
mod regions;
mod usage;

pub use attribution::{
    AttributeCosts, CostsAttributed, NamedPool, PolicyShares, PoolAttributed, StorageAsked, StorageFound,
    TenantCharge, attribute_costs,
};
pub use commitment::{
    CommitmentRated, MonthBilled, MonthProgress, ProgressAsked, RateCommitment, rate_commitment,
};
pub use instalments::{Instalment, InstalmentsPlanned, PlanInstalments, plan_instalments};
pub use margin::{BreakEvenVolume, BuyerPays, CutRow, MarginPriced, PriceMargin, Waterfall, price_margin};
pub use regions::{
    CompareRegions, CostRange, DriverRank, PriceOfRule, RegionAsked, RegionCost, RegionSpread,
    RegionsCompared, Scenario, ScenarioCost, compare_regions,
};
pub use usage::{RateUsage, ReadMeter, UsageRated, rate_usage, read_meter};

use rust_decimal::Decimal;

use crate::error::RatingError;
use crate::exact::Exact;

/// A share with six decimals: 0.295133.
fn share(share: Option<&Exact>) -> Result<Option<Decimal>, RatingError> {
    share.map(|share| share.shown_at(6)).transpose()
}
