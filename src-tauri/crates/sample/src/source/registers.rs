//! The registers as the story's files write them.

use hefu_domain::acceptance::Blocking;
use hefu_domain::register::{
    ActionState, ChangeState, IssueState, MatrixPlace, RiskCategory, RiskResponse, RiskState, Severity,
};
use hefu_domain::text::Text;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::written::Day;
pub(crate) use crate::written::Pair as Words;

#[derive(Debug, Deserialize)]
pub(crate) struct Register {
    pub(crate) risk_matrix: Option<MatrixEntry>,
    #[serde(default)]
    pub(crate) risk: Vec<RiskEntry>,
    #[serde(default)]
    pub(crate) issue: Vec<IssueEntry>,
    #[serde(default)]
    pub(crate) change: Vec<ChangeEntry>,
    #[serde(default)]
    pub(crate) decision: Vec<DecisionEntry>,
    #[serde(default)]
    pub(crate) action: Vec<ActionEntry>,
    #[serde(default)]
    pub(crate) lesson: Vec<LessonEntry>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct BandEntry {
    pub(crate) name: String,
    pub(crate) up_to: u32,
}

#[derive(Debug, Deserialize)]
pub(crate) struct MatrixEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) title: Words,
    pub(crate) size: u8,
    pub(crate) bands: Vec<BandEntry>,
    pub(crate) likelihood: Vec<Decimal>,
}

/// A place on the matrix, and the score that the story gives to check by.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Scored {
    pub(crate) probability: u8,
    pub(crate) impact: u8,
}

impl Scored {
    pub(crate) fn place(self) -> MatrixPlace {
        MatrixPlace { probability: self.probability, impact: self.impact }
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct RiskEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) category: RiskCategory,
    pub(crate) owner: String,
    pub(crate) title: Words,
    pub(crate) cause: Words,
    pub(crate) event: Words,
    pub(crate) effect: Words,
    pub(crate) action: Words,
    pub(crate) trigger: Words,
    pub(crate) inherent: Scored,
    pub(crate) current: Scored,
    pub(crate) residual: Scored,
    pub(crate) response: RiskResponse,
    pub(crate) days_at_stake: u32,
    pub(crate) cny_at_stake: Decimal,
    pub(crate) next_review: Day,
    pub(crate) state: RiskState,
}

#[derive(Debug, Deserialize)]
pub(crate) struct IssueEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) severity: Severity,
    pub(crate) owner: String,
    pub(crate) raised: Day,
    pub(crate) due: Day,
    pub(crate) resolved: Option<Day>,
    pub(crate) state: IssueState,
    #[serde(default = "harmless")]
    pub(crate) blocking: Blocking,
    pub(crate) from_risk: Option<String>,
    pub(crate) title: Words,
    pub(crate) note: Option<Words>,
}

fn harmless() -> Blocking {
    Blocking::DoesNotBlock
}

#[derive(Debug, Deserialize)]
pub(crate) struct ChangeEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) state: ChangeState,
    pub(crate) requested_by: String,
    pub(crate) requested: Day,
    pub(crate) decided: Option<Day>,
    pub(crate) deciders: Vec<String>,
    pub(crate) requirements: Option<Vec<String>>,
    pub(crate) effect_days: Option<i32>,
    pub(crate) effect_cny: Option<Decimal>,
    pub(crate) checks: Option<Vec<String>>,
    pub(crate) title: Words,
    pub(crate) reason: Words,
    pub(crate) effect: Words,
}

#[derive(Debug, Deserialize)]
pub(crate) struct DecisionEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) date: Day,
    pub(crate) decided_by: String,
    pub(crate) change: Option<String>,
    pub(crate) text: Words,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ActionEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) meeting: Option<String>,
    pub(crate) owner: String,
    pub(crate) due: Day,
    pub(crate) state: ActionState,
    pub(crate) done: Option<Day>,
    pub(crate) from_issue: Option<String>,
    pub(crate) text: Words,
}

#[derive(Debug, Deserialize)]
pub(crate) struct LessonEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) source: String,
    pub(crate) tag: String,
    pub(crate) text: Words,
}

impl Words {
    /// What stands before the first stop: a lesson is called by it.
    pub(crate) fn clause(&self) -> Text {
        let before =
            |words: &str, stops: &[char]| words.split(stops).next().unwrap_or(words).trim().to_owned();
        Text::reviewed(before(&self.en, &[',', ':', ';', '.']), before(&self.zh, &['，', '：', '；', '。']))
    }
}
