//! Payment milestones: trigger, amount, and what stands between the work and the money.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{PaymentMilestoneId, ProjectId};
use crate::text::Text;

/// The event that makes a payment due to be invoiced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    ContractInForce,
    GoodsReceived,
    PreliminaryAcceptanceSigned,
    FinalAcceptanceSigned,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PaymentMilestone {
    pub id: PaymentMilestoneId,
    pub project: ProjectId,
    pub position: u32,
    pub title: Text,
    /// Fraction of the contract amount.
    pub share: Decimal,
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: String,
    pub trigger: Trigger,
    /// The day the trigger's event happened; none while it is awaited.
    pub triggered: Option<NaiveDate>,
    pub paid: Option<NaiveDate>,
    /// Calendar days after the trigger within which the invoice is to be sent.
    pub invoice_within_days: Option<u32>,
}
