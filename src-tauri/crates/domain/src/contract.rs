//! The contract of a project: its sum, its languages, and what it says of silence.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{ContractId, ProjectId};
use crate::language::Language;
use crate::text::Text;

/// The contract of a project; each project has one at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contract {
    pub id: ContractId,
    pub project: ProjectId,
    pub number: String,
    pub date: Option<NaiveDate>,
    pub title: Text,
    /// ISO 4217.
    pub currency: String,
    /// Including tax; none when unknown.
    pub amount: Option<Decimal>,
    /// Fraction: `0.06` is 6 %.
    pub vat_rate: Option<Decimal>,
    /// The language that prevails when the two differ; none when the contract names none.
    pub prevailing_language: Option<Language>,
    pub deemed_acceptance: Option<DeemedAcceptance>,
}

/// What the contract says of silence after a proven notice of readiness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeemedAcceptance {
    /// Working days after the day of the notice.
    pub working_days: u32,
    /// Key of the calendar the contract names.
    pub calendar: String,
    pub silence_means: Silence,
    pub clause: String,
}

/// What it means that the client says nothing in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    Accepted,
    Rejected,
}
