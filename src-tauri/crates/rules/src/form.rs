//! The form in which a pack is written: TOML with a closed set of keys.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::value::{FactType, FactValue};

/// How well a fact of law is established: primary text, secondary source, memory or dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RuleConfidence")]
pub enum Confidence {
    L,
    M,
    H,
}

/// How a pack stands in law. Only what is in force may block a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PackStatus")]
pub enum Status {
    InForce,
    /// Passed, and in force from a day that is to come.
    EnactedFuture,
    Draft,
    Repealed,
    /// Nobody could say whether it holds.
    Unknown,
}

/// How what several rules conclude becomes one decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    FirstMatch,
    Max,
    Min,
    Union,
    Intersect,
}

/// Of what a decision is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Outcomes that the decision lists.
    #[default]
    Outcomes,
    /// SL0 to SL5.
    Levels,
    /// Lengths of time.
    Spans,
    /// Countries.
    Places,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub pack: Head,
    pub source: Vec<Source>,
    #[serde(default)]
    pub fact: Vec<Fact>,
    #[serde(default)]
    pub table: Vec<Table>,
    pub decision: Vec<Decision>,
    #[serde(default)]
    pub rule: Vec<Rule>,
    /// What every test takes as known unless it says otherwise.
    #[serde(default)]
    pub given: BTreeMap<String, FactValue>,
    #[serde(default)]
    pub test: Vec<Case>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    pub id: String,
    pub version: String,
    pub jurisdiction: String,
    pub status: Status,
    #[serde(deserialize_with = "day")]
    pub effective_from: NaiveDate,
    #[serde(default, deserialize_with = "some_day")]
    pub effective_until: Option<NaiveDate>,
    #[serde(deserialize_with = "day")]
    pub review_due: NaiveDate,
    pub title: Words,
    pub scope: Words,
    /// The text itself was not read: every question it is asked is answered with unknown.
    #[serde(default)]
    pub stub: bool,
}

/// A law, order, standard or notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// By which rules cite it.
    pub id: String,
    pub title: Words,
    /// Number, place of publication and version of the text.
    pub reference: String,
    pub confidence: Confidence,
}

/// Something that can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// `data.personal`, the same in every pack.
    pub id: String,
    #[serde(rename = "type")]
    pub kind: FactType,
    /// The question as a person is asked it.
    pub ask: Words,
    /// The words an enum or a set may hold.
    #[serde(default)]
    pub values: Vec<String>,
    /// The least a number may be.
    #[serde(default)]
    pub least: Option<i64>,
    /// Counts persons, each once, over calendar years.
    #[serde(default)]
    pub counter: Option<Window>,
}

/// Over which years a counter runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// From 1 January of the year in question.
    CalendarYear,
    /// From 1 January of the year before it.
    SinceLastYear,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    pub id: String,
    /// Each row: one word a key, then the value.
    pub rows: Vec<Vec<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Decision {
    pub id: String,
    pub combine: Combine,
    #[serde(default)]
    pub of: Of,
    pub title: Words,
    #[serde(default)]
    pub outcome: Vec<Outcome>,
}

/// What a decision may come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub id: String,
    pub title: Words,
    /// More is stricter.
    pub severity: u16,
    /// Outcomes of one effect differ in their ground alone.
    #[serde(default)]
    pub effect: Option<String>,
    /// Until when it is to be done.
    #[serde(default)]
    pub clock: Option<Clock>,
    /// Items of the checklist that it brings into play.
    #[serde(default)]
    pub items: Vec<String>,
}

/// A period of law and the event from which it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RuleClock")]
pub struct Clock {
    /// As `10 working_days`.
    pub within: String,
    /// The event, as a word: `contract_effective`.
    pub from: String,
    /// Key of the calendar whose working days are meant.
    #[serde(default)]
    pub calendar: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub id: String,
    pub when: RawCondition,
    pub then: BTreeMap<String, toml::Value>,
    #[serde(default)]
    pub cite: Vec<Citation>,
    pub conf: Confidence,
    pub text: Words,
    #[serde(default)]
    pub overrides: Vec<String>,
    /// Read differently by people who know it.
    #[serde(default)]
    pub contested: bool,
    #[serde(default, deserialize_with = "some_day")]
    pub from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "some_day")]
    pub until: Option<NaiveDate>,
    /// Rows of the residency table that it carries.
    #[serde(default)]
    pub rows: Vec<String>,
}

/// Where in a source a rule is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RuleCitation")]
pub struct Citation {
    pub source: String,
    pub article: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCondition {
    pub all: Option<Vec<RawCondition>>,
    pub any: Option<Vec<RawCondition>>,
    pub not: Option<Box<RawCondition>>,
    pub fact: Option<String>,
    pub decision: Option<String>,
    pub eq: Option<toml::Value>,
    pub ne: Option<toml::Value>,
    pub lt: Option<toml::Value>,
    pub le: Option<toml::Value>,
    pub gt: Option<toml::Value>,
    pub ge: Option<toml::Value>,
    #[serde(rename = "in")]
    pub one_of: Option<toml::Value>,
    pub not_in: Option<toml::Value>,
    pub contains_any: Option<toml::Value>,
    pub contains_all: Option<toml::Value>,
    pub is_known: Option<bool>,
}

/// A pack's own test.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub id: String,
    #[serde(default, deserialize_with = "some_day")]
    pub as_of: Option<NaiveDate>,
    /// What is known beside what is given for all tests; a fact that stands in neither is unknown.
    #[serde(default)]
    pub facts: BTreeMap<String, FactValue>,
    /// Facts that are given for all tests and unknown in this one.
    #[serde(default)]
    pub unknown: Vec<String>,
    pub decision: String,
    /// The value; `needs_info` when it is not decided; `no_rule` when no rule speaks.
    pub expect: toml::Value,
    #[serde(default)]
    pub ask: Option<Vec<String>>,
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let read = toml::value::Datetime::deserialize(from)?;
    read.to_string().parse().map_err(|_| serde::de::Error::custom("a day without a time of day is expected"))
}

fn some_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    day(from).map(Some)
}
