//! What a person typed, as a day or a figure.

use chrono::NaiveDate;
use hefu_domain::reading::{DayReading, Figure, FigureReading, Grouping, Sense};
use hefu_domain::text::Language;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ReadDay {
    /// As `2026-03-16`, `16 Mar 2026`, `3月16日`, `3-16`, `tomorrow`, `+10`, `+10wd`.
    pub typed: String,
    /// From which days are counted.
    pub today: NaiveDate,
    /// Which year a day without one belongs to.
    #[serde(default)]
    pub sense: Sense,
    pub language: Language,
    /// Key of the calendar by which working days are counted; China's when there is none.
    pub calendar: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DayRead {
    pub reading: DayReading,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ReadFigure {
    /// As `1,234.50`, `¥8,600,000`, `860万`, `8.6m`, `30%`.
    pub typed: String,
    pub figure: Figure,
    #[serde(default)]
    pub grouping: Grouping,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureRead {
    pub reading: FigureReading,
}
