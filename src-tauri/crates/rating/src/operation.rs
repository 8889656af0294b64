//! The operations of a plan, and the order that holds where a contract states none.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is done to usage and amounts. There is no common order of them, so that a contract has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PlanOperation")]
pub enum Operation {
    FreeUnits,
    ResourcePacks,
    /// Usage becomes an amount, rounded once.
    PriceModel,
    PercentDiscount,
    FixedDiscount,
    Cap,
    /// An amount that is committed to, with a factor for what goes beyond it.
    Commitment,
    Minimum,
    /// A credit before tax, or after it where it stands behind `tax`.
    Credit,
    Tax,
    /// What was paid before.
    Balance,
}

impl Operation {
    /// As it stands in a plan's order: `price_model`.
    pub fn name(self) -> &'static str {
        match self {
            Self::FreeUnits => "free_units",
            Self::ResourcePacks => "resource_packs",
            Self::PriceModel => "price_model",
            Self::PercentDiscount => "percent_discount",
            Self::FixedDiscount => "fixed_discount",
            Self::Cap => "cap",
            Self::Commitment => "commitment",
            Self::Minimum => "minimum",
            Self::Credit => "credit",
            Self::Tax => "tax",
            Self::Balance => "balance",
        }
    }
}

/// The order where a contract does not state another.
pub const DEFAULT_ORDER: [Operation; 11] = [
    Operation::FreeUnits,
    Operation::ResourcePacks,
    Operation::PriceModel,
    Operation::PercentDiscount,
    Operation::FixedDiscount,
    Operation::Cap,
    Operation::Commitment,
    Operation::Minimum,
    Operation::Credit,
    Operation::Tax,
    Operation::Balance,
];
