//! All projects beside one another: how each stands and why, what is held back, and its dates.

use chrono::NaiveDate;
use hefu_domain::acceptance::{Conclusion, RoundKind};
use hefu_domain::health::HealthView;
use hefu_domain::id::{PaymentMilestoneId, ProjectId, RoundId};
use hefu_domain::payment::PaymentState;
use hefu_domain::project::Stage;
use hefu_domain::text::Text;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acceptance::Clock;
use crate::today::Sum;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct PortfolioRequest {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Portfolio {
    pub today: NaiveDate,
    /// By number.
    pub projects: Vec<PortfolioLine>,
    /// Held back by missing signatures, one sum a currency.
    pub blocked: Vec<Sum>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PortfolioLine {
    pub project: ProjectId,
    pub number: String,
    pub title: Text,
    pub client: Text,
    pub manager: Text,
    pub health: HealthView,
    /// The stage that runs; none when none does.
    pub stage: Option<Text>,
    pub stages: Vec<Stage>,
    pub payments: Vec<PortfolioPayment>,
    pub rounds: Vec<PortfolioRound>,
    /// The clock that ends first.
    pub clock: Option<Clock>,
    /// Held back by missing signatures, one sum a currency.
    pub blocked: Vec<Sum>,
    /// Notices that wait for an answer.
    pub notices: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PortfolioPayment {
    pub milestone: PaymentMilestoneId,
    pub title: Text,
    pub amount: Decimal,
    pub currency: String,
    pub state: PaymentState,
    /// The day it was paid, else the last day for its invoice, else the day of what triggers it; none while that is not
    /// known.
    pub day: Option<NaiveDate>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PortfolioRound {
    pub round: RoundId,
    pub number: String,
    pub kind: RoundKind,
    pub day: Option<NaiveDate>,
    pub conclusion: Option<Conclusion>,
}
