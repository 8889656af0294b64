//! What a task may cost and has cost.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Money of one task, in the currency of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("examples" = [{ "budget": "120000", "actual": "45000.50" }]))]
pub struct TaskCost {
    /// The whole task's.
    pub budget: Decimal,
    /// What was spent up to the status date; unknown is not nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<Decimal>,
}
