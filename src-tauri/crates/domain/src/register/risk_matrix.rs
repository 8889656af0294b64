//! The matrix that a project scores its risks on: how many levels, what each band of scores is called.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;

/// Names the scores up to one, from the lowest band to the highest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskBand {
    /// `low`, `medium`, `high`, `critical`, or as the organisation calls it.
    pub name: String,
    /// Its highest score.
    pub up_to: u32,
}

kept! {
    /// A matrix of a project. Of several the one of the highest number holds; without one, five levels on either side.
    RiskMatrix(RiskMatrixId) as RiskMatrixFields in "RM-"
    texts { title }
    fields {
        /// Levels on either side, 3 to 6.
        size: u8,
        bands: Vec<RiskBand>,
        /// The score of each cell, a row for each probability from 1; none for probability times impact.
        scores: Option<Vec<Vec<u32>>>,
        /// What each level of probability stands for, as a fraction; none when it stands for none.
        likelihood: Option<Vec<Decimal>>,
    }
}
