//! Facts as they are given: each may be unknown, and each keeps who said so, when, on what evidence and until when.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::FactError;
use crate::form::Window;
use crate::pack::Pack;
use crate::value::{FactType, FactValue, Typed};

/// What is known of one thing that is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RuleFacts")]
pub struct Facts {
    /// By the identity of the fact. `null`, and a fact that is not here, is unknown: neither no nor zero.
    #[serde(default)]
    pub values: BTreeMap<String, Option<FactValue>>,
    /// Persons counted in calendar years, by counter and year; what a pack's counter makes of them is its window. Goes
    /// before a plain value of the same fact, which is the count over that window.
    #[serde(default)]
    pub counters: BTreeMap<String, BTreeMap<i32, i64>>,
    /// Where an answer is from.
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
}

/// Who answered, when, on what evidence, and until when the answer holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RuleAnswer")]
pub struct Answer {
    #[serde(default)]
    pub by: Option<String>,
    #[serde(default)]
    pub on: Option<NaiveDate>,
    #[serde(default)]
    pub evidence: Option<String>,
    /// The last day on which it holds; afterwards the fact is unknown again.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

impl Facts {
    /// The facts of a pack in its order, as of a day.
    ///
    /// # Errors
    /// The first fact whose value its type does not take.
    pub(crate) fn typed(&self, pack: &Pack, day: NaiveDate) -> Result<Vec<Option<Typed>>, FactError> {
        pack.facts.iter().map(|fact| self.one(fact, day)).collect()
    }

    fn one(&self, fact: &crate::form::Fact, day: NaiveDate) -> Result<Option<Typed>, FactError> {
        if self.has_run_out(&fact.id, day) {
            return Ok(None);
        }
        let counted = fact.counter.and_then(|window| self.counted(&fact.id, window, day));
        let value = match counted {
            Some(count) => count.map(FactValue::Int),
            None => self.values.get(&fact.id).cloned().flatten(),
        };
        let Some(value) = value else { return Ok(None) };
        let wrong = || FactError::WrongValue { fact: fact.id.clone() };
        let typed = Typed::read(fact.kind, &value).ok_or_else(wrong)?;
        let listed = match &typed {
            Typed::Word(word) => fact.kind == FactType::Country || fact.values.contains(word),
            Typed::Set(words) => words.iter().all(|word| fact.values.contains(word)),
            Typed::Int(number) if fact.least.is_some_and(|least| *number < least) => {
                return Err(FactError::OutOfRange { fact: fact.id.clone() });
            }
            Typed::Decimal(number) if fact.least.is_some_and(|least| *number < least.into()) => {
                return Err(FactError::OutOfRange { fact: fact.id.clone() });
            }
            _ => true,
        };
        if listed { Ok(Some(typed)) } else { Err(wrong()) }
    }

    /// What a counter says for the years of its window: nothing when no years were given, unknown when one lacks.
    fn counted(&self, id: &str, window: Window, day: NaiveDate) -> Option<Option<i64>> {
        let years = self.counters.get(id)?;
        let of = |year: i32| years.get(&year).copied();
        Some(match window {
            Window::CalendarYear => of(day.year()),
            Window::SinceLastYear => {
                of(day.year()).zip(of(day.year() - 1)).and_then(|(a, b)| a.checked_add(b))
            }
        })
    }

    /// Whether the answer held once and holds no longer.
    pub(crate) fn has_run_out(&self, fact: &str, day: NaiveDate) -> bool {
        self.answers.get(fact).and_then(|answer| answer.until).is_some_and(|until| until < day)
    }

    /// SHA-256 of the facts as canonical JSON, in hexadecimal.
    pub fn digest(&self) -> String {
        digest_of(self)
    }
}

/// SHA-256 of anything as canonical JSON (RFC 8785).
pub(crate) fn digest_of(value: &impl Serialize) -> String {
    let bytes = serde_json_canonicalizer::to_vec(value).unwrap_or_default();
    base16ct::lower::encode_string(&Sha256::digest(bytes))
}
