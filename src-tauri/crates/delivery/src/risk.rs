//! Scores of risks on a matrix that is data, the heat map, and what they put at stake.

use chrono::NaiveDate;
use hefu_domain::money::{Money, MoneyError};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Names the scores up to one, from the lowest band to the highest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "MatrixBand")]
pub struct Band {
    /// `low`, `medium`, `high`, `critical`, or as the organisation calls them.
    pub name: String,
    /// Its highest score.
    pub up_to: u32,
}

/// A matrix of probability and impact, as many levels on either side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ScoringMatrix")]
pub struct Matrix {
    /// Levels, 3 to 6.
    pub size: u8,
    pub bands: Vec<Band>,
    /// The score of each cell, a row for each probability from 1; none for probability times impact.
    pub scores: Option<Vec<Vec<u32>>>,
    /// What each level of probability stands for, as a fraction from the lowest level; none when it stands for none,
    /// and then nothing is expected in days or money.
    pub likelihood: Option<Vec<Decimal>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MatrixError {
    #[error("a matrix has 3 to 6 levels, not {0}")]
    Size(u8),
    #[error("there is no band")]
    NoBand,
    #[error("the band {0:?} does not end above the one before")]
    BandOrder(String),
    #[error("the score {0} lies above the highest band")]
    NoBandFor(u32),
    #[error("the scores are not a row of so many for each level")]
    Scores,
    #[error("the likelihoods are not a rising fraction for each level")]
    Likelihood,
}

/// A place on the matrix, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "MatrixPlace")]
pub struct Place {
    pub probability: u8,
    pub impact: u8,
}

/// A risk as far as it is scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RiskFacts")]
pub struct Risk {
    pub id: String,
    /// Before anything is done about it.
    pub inherent: Option<Place>,
    /// As it is now.
    pub current: Option<Place>,
    /// Once all that is planned is done.
    pub residual: Option<Place>,
    /// Working days that it costs when it happens.
    pub days_at_stake: Option<u32>,
    pub money_at_stake: Option<Money>,
    pub next_review: Option<NaiveDate>,
    /// Closed or occurred: it is scored, and no longer on the map nor at stake.
    #[serde(default)]
    pub closed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "RiskScore")]
pub struct Score {
    pub score: u32,
    pub band: String,
}

/// A risk with its scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScoredRisk {
    pub risk: String,
    pub inherent: Option<Score>,
    pub current: Option<Score>,
    pub residual: Option<Score>,
    /// Days at stake times the likelihood of now, exactly.
    pub expected_days: Option<Decimal>,
    /// Money at stake times the likelihood of now, to the smallest unit of its currency.
    pub expected_money: Option<Money>,
    pub review_overdue: bool,
    pub remarks: Vec<RiskRemark>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RiskRemark {
    /// A place that is not on the matrix was not scored.
    OffTheMatrix,
    /// Nobody has placed it as it is now.
    NotPlaced,
    /// Scored higher now than before anything was done.
    CurrentAboveInherent,
    /// What is planned would leave it higher than it is now.
    ResidualAboveCurrent,
}

/// One cell of the heat map and the open risks on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "MatrixCell")]
pub struct Cell {
    pub probability: u8,
    pub impact: u8,
    pub score: u32,
    pub band: String,
    pub risks: Vec<String>,
}

/// A register, scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "RiskRegister")]
pub struct Register {
    pub risks: Vec<ScoredRisk>,
    /// From the highest probability down, within it from the lowest impact up: as the map is drawn.
    pub map: Vec<Cell>,
    /// Expected of all open risks, one sum a currency.
    pub expected_money: Vec<Money>,
    /// At stake in all open risks, one sum a currency.
    pub money_at_stake: Vec<Money>,
    /// Open risks whose money or likelihood is not known, so that the sums lack them.
    pub without_money: u32,
}

impl Matrix {
    /// # Errors
    /// When its size, bands, scores or likelihoods do not make a matrix.
    pub fn check(&self) -> Result<(), MatrixError> {
        if !(3..=6).contains(&self.size) {
            return Err(MatrixError::Size(self.size));
        }
        let mut last = 0;
        for band in &self.bands {
            if band.up_to <= last {
                return Err(MatrixError::BandOrder(band.name.clone()));
            }
            last = band.up_to;
        }
        if self.bands.is_empty() {
            return Err(MatrixError::NoBand);
        }
        let size = usize::from(self.size);
        if let Some(scores) = &self.scores
            && (scores.len() != size || scores.iter().any(|row| row.len() != size))
        {
            return Err(MatrixError::Scores);
        }
        if let Some(likelihood) = &self.likelihood {
            let is_fraction = |each: &Decimal| *each >= Decimal::ZERO && *each <= Decimal::ONE;
            let rises = likelihood.windows(2).all(|two| two[0] <= two[1]);
            if likelihood.len() != size || !rises || !likelihood.iter().all(is_fraction) {
                return Err(MatrixError::Likelihood);
            }
        }
        let highest = self.places().filter_map(|place| self.points(place)).max().unwrap_or(0);
        if highest > last { Err(MatrixError::NoBandFor(highest)) } else { Ok(()) }
    }

    /// None when the place is not on the matrix.
    pub fn score(&self, place: Place) -> Option<Score> {
        let score = self.points(place)?;
        let band = self.bands.iter().find(|band| score <= band.up_to)?;
        Some(Score { score, band: band.name.clone() })
    }

    fn points(&self, place: Place) -> Option<u32> {
        let on = 1..=self.size;
        if !on.contains(&place.probability) || !on.contains(&place.impact) {
            return None;
        }
        let at = |level: u8| usize::from(level) - 1;
        match &self.scores {
            Some(scores) => scores.get(at(place.probability))?.get(at(place.impact)).copied(),
            None => Some(u32::from(place.probability) * u32::from(place.impact)),
        }
    }

    fn places(&self) -> impl Iterator<Item = Place> + use<> {
        let size = self.size;
        let of = move |probability| (1..=size).map(move |impact| Place { probability, impact });
        (1..=size).rev().flat_map(of)
    }

    fn likelihood_of(&self, place: Place) -> Option<Decimal> {
        self.points(place)?;
        self.likelihood.as_ref()?.get(usize::from(place.probability) - 1).copied()
    }
}

/// Why a register cannot be scored.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RiskError {
    #[error(transparent)]
    Matrix(#[from] MatrixError),
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// Scores a register.
///
/// # Errors
/// When the matrix is none, or the sums cannot be counted.
pub fn score(matrix: &Matrix, risks: &[Risk], today: NaiveDate) -> Result<Register, RiskError> {
    matrix.check()?;
    let scored = risks.iter().map(|risk| scored(matrix, risk, today)).collect::<Result<Vec<_>, _>>()?;
    let open = || risks.iter().zip(&scored).filter(|(risk, _)| !risk.closed);
    let without = open().filter(|(_, scored)| scored.expected_money.is_none()).count();
    Ok(Register {
        map: map(matrix, risks),
        expected_money: Money::totals(open().filter_map(|(_, scored)| scored.expected_money))?,
        money_at_stake: Money::totals(open().filter_map(|(risk, _)| risk.money_at_stake))?,
        without_money: u32::try_from(without).unwrap_or(u32::MAX),
        risks: scored,
    })
}

fn scored(matrix: &Matrix, risk: &Risk, today: NaiveDate) -> Result<ScoredRisk, MoneyError> {
    let score = |place: Option<Place>| place.and_then(|place| matrix.score(place));
    let (inherent, current, residual) = (score(risk.inherent), score(risk.current), score(risk.residual));
    let above = |one: &Option<Score>, other: &Option<Score>| {
        one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one.score > other.score)
    };
    let placed = [(&risk.inherent, &inherent), (&risk.current, &current), (&risk.residual, &residual)];
    let is_off = placed.iter().any(|(place, score)| place.is_some() && score.is_none());
    let remarks = [
        (is_off, RiskRemark::OffTheMatrix),
        (risk.current.is_none(), RiskRemark::NotPlaced),
        (above(&current, &inherent), RiskRemark::CurrentAboveInherent),
        (above(&residual, &current), RiskRemark::ResidualAboveCurrent),
    ];
    let likelihood = risk.current.and_then(|place| matrix.likelihood_of(place));
    let expected_money =
        likelihood.zip(risk.money_at_stake).map(|(part, money)| money.share(part)).transpose()?;
    let expected_days = likelihood.zip(risk.days_at_stake);
    Ok(ScoredRisk {
        risk: risk.id.clone(),
        inherent,
        current,
        residual,
        expected_days: expected_days.map(|(part, days)| (part * Decimal::from(days)).normalize()),
        expected_money,
        review_overdue: !risk.closed && risk.next_review.is_some_and(|review| review < today),
        remarks: remarks.into_iter().filter_map(|(holds, remark)| holds.then_some(remark)).collect(),
    })
}

fn map(matrix: &Matrix, risks: &[Risk]) -> Vec<Cell> {
    let cell = |place: Place| {
        let Score { score, band } = matrix.score(place)?;
        let here = risks.iter().filter(|risk| !risk.closed && risk.current == Some(place));
        let risks = here.map(|risk| risk.id.clone()).collect();
        Some(Cell { probability: place.probability, impact: place.impact, score, band, risks })
    };
    matrix.places().filter_map(cell).collect()
}

#[cfg(test)]
mod tests;
