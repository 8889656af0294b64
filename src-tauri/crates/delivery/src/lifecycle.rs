//! Templates of a project's life: stages, the gate before each, and the checklists by which work is handed over, read
//! from the library.

use std::collections::BTreeSet;

use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The library's templates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lifecycles {
    #[serde(rename = "template")]
    pub templates: Vec<Lifecycle>,
    #[serde(rename = "hand_over")]
    pub hand_overs: Vec<HandOver>,
}

/// How a project of one market runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lifecycle {
    pub key: String,
    pub name: Words,
    /// In their order.
    #[serde(rename = "stage")]
    pub stages: Vec<LifecycleStage>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LifecycleStage {
    /// Unique within the template.
    pub kind: String,
    pub title: Words,
    /// What must hold before the stage begins; the first stage has none.
    pub gate: Option<GateTemplate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GateTemplate {
    pub key: String,
    pub title: Words,
    /// The role that answers for it.
    pub owner: String,
    pub conditions: Vec<ConditionTemplate>,
}

/// Of which kind a condition will be, once the project names its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConditionKind {
    DeliverablesAccepted,
    EvidenceValid,
    DocumentsSigned,
    SectionSigned,
    ChecksAnswered,
    NoBlockingIssue,
    ApprovalsGiven,
    DateReached,
    GatePassed,
    /// A checklist of a hand-over, all of it: its record is a document that both sides sign.
    HandOverComplete,
    Manual,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionTemplate {
    pub key: String,
    pub kind: ConditionKind,
    /// The role that sees to it.
    pub owner: String,
    pub title: Words,
    /// The section that is signed, and in which role.
    pub section: Option<String>,
    pub role: Option<String>,
    /// The hand-over's key.
    pub hand_over: Option<String>,
}

/// A checklist by which one part of the vendor hands work to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "HandOverTemplate")]
pub struct HandOver {
    pub key: String,
    pub title: Words,
    /// Roles.
    pub from: String,
    pub to: String,
    pub items: Vec<HandOverItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "HandOverTemplatePoint")]
pub struct HandOverItem {
    pub key: String,
    pub title: Words,
    /// Each point of it must lead to a requirement, or it is a hole.
    #[serde(default)]
    pub traced: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LifecycleError {
    #[error("not a list of templates: {0}")]
    Unreadable(String),
    #[error("{0:?} stands twice")]
    Twice(String),
    #[error("{0:?} has nothing in it")]
    Empty(String),
    #[error("{0:?} is not written in both languages")]
    OneLanguage(String),
    #[error("{0:?} names what is not there")]
    Unknown(String),
}

/// Reads `library/templates/lifecycle.toml`.
///
/// # Errors
/// When the text is not such a file, something stands twice, is empty, is in one language alone, or names a hand-over
/// or section that is not there.
pub fn parse(text: &str) -> Result<Lifecycles, LifecycleError> {
    let read: Lifecycles =
        toml::from_str(text).map_err(|error| LifecycleError::Unreadable(error.to_string()))?;
    once(read.templates.iter().map(|template| &template.key))?;
    once(read.hand_overs.iter().map(|hand_over| &hand_over.key))?;
    for hand_over in &read.hand_overs {
        filled(&hand_over.key, hand_over.items.len())?;
        named(&hand_over.key, &hand_over.title)?;
        once(hand_over.items.iter().map(|item| &item.key))?;
        hand_over.items.iter().try_for_each(|item| named(&item.key, &item.title))?;
    }
    for template in &read.templates {
        filled(&template.key, template.stages.len())?;
        named(&template.key, &template.name)?;
        once(template.stages.iter().map(|stage| &stage.kind))?;
        once(template.stages.iter().filter_map(|stage| Some(&stage.gate.as_ref()?.key)))?;
        for stage in &template.stages {
            named(&stage.kind, &stage.title)?;
            stage.gate.as_ref().map_or(Ok(()), |gate| gate.check(&read.hand_overs))?;
        }
    }
    Ok(read)
}

impl GateTemplate {
    fn check(&self, hand_overs: &[HandOver]) -> Result<(), LifecycleError> {
        filled(&self.key, self.conditions.len())?;
        named(&self.key, &self.title)?;
        once(self.conditions.iter().map(|condition| &condition.key))?;
        for condition in &self.conditions {
            named(&condition.key, &condition.title)?;
            let is_whole = match condition.kind {
                ConditionKind::SectionSigned => condition.section.is_some() && condition.role.is_some(),
                ConditionKind::HandOverComplete => {
                    hand_overs.iter().any(|hand_over| Some(&hand_over.key) == condition.hand_over.as_ref())
                }
                _ => condition.section.is_none() && condition.hand_over.is_none(),
            };
            if !is_whole {
                return Err(LifecycleError::Unknown(condition.key.clone()));
            }
        }
        Ok(())
    }
}

fn once<'a>(mut keys: impl Iterator<Item = &'a String>) -> Result<(), LifecycleError> {
    let mut seen = BTreeSet::new();
    match keys.find(|key| key.is_empty() || !seen.insert(*key)) {
        Some(key) => Err(LifecycleError::Twice(key.clone())),
        None => Ok(()),
    }
}

fn filled(key: &str, count: usize) -> Result<(), LifecycleError> {
    if count == 0 { Err(LifecycleError::Empty(key.to_owned())) } else { Ok(()) }
}

fn named(key: &str, words: &Words) -> Result<(), LifecycleError> {
    let is_chinese = words.zh.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    let is_english = words.en.chars().any(|letter| letter.is_ascii_alphabetic());
    if is_chinese && is_english { Ok(()) } else { Err(LifecycleError::OneLanguage(key.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIBRARY: &str = include_str!("../../../library/templates/lifecycle.toml");

    #[test]
    fn each_template_of_the_library_is_whole() {
        let read = parse(LIBRARY).unwrap();
        let keys: Vec<&str> = read.templates.iter().map(|template| template.key.as_str()).collect();
        assert_eq!(keys, ["cn-public-sector", "sea-commercial", "internal-initiative"]);
        for template in &read.templates {
            // The first stage is entered freely, each other one through a gate, and all of them end closed.
            assert!(template.stages[0].gate.is_none(), "{}", template.key);
            assert!(template.stages[1..].iter().all(|stage| stage.gate.is_some()), "{}", template.key);
            assert_eq!(template.stages.last().unwrap().kind, "closed");
            let conditions: Vec<_> = template
                .stages
                .iter()
                .flat_map(|stage| &stage.gate)
                .flat_map(|gate| &gate.conditions)
                .collect();
            let has = |kind| conditions.iter().any(|condition| condition.kind == kind);
            assert!(has(ConditionKind::SectionSigned), "{} has no signed security section", template.key);
            assert!(has(ConditionKind::HandOverComplete) && has(ConditionKind::NoBlockingIssue));
        }
        // A project of either market begins before its contract, and hands over in all three directions.
        for template in &read.templates[..2] {
            assert_eq!(template.stages[0].kind, "pre_sales");
            let handed: BTreeSet<&str> = template
                .stages
                .iter()
                .flat_map(|stage| &stage.gate)
                .flat_map(|gate| &gate.conditions)
                .filter_map(|condition| condition.hand_over.as_deref())
                .collect();
            assert_eq!(
                handed.into_iter().collect::<Vec<_>>(),
                ["delivery-to-operations", "pre-sales-to-delivery", "to-product-team"]
            );
        }
        let promised = &read.hand_overs[0].items[0];
        assert!(promised.key == "promises" && promised.traced);
    }

    #[test]
    fn what_is_not_whole_is_refused_by_name() {
        let refused = |from: &str, to: &str| parse(&LIBRARY.replacen(from, to, 1)).unwrap_err();
        let unknown = refused("hand_over = \"pre-sales-to-delivery\"", "hand_over = \"elsewhere\"");
        assert_eq!(unknown, LifecycleError::Unknown("sales-handed-over".into()));
        let section = refused(", section = \"security\"", "");
        assert_eq!(section, LifecycleError::Unknown("security-signed".into()));
        assert_eq!(refused("zh = \"售前\"", "zh = \"\""), LifecycleError::OneLanguage("pre_sales".into()));
        let twice = refused("kind = \"initiation\"", "kind = \"pre_sales\"");
        assert_eq!(twice, LifecycleError::Twice("pre_sales".into()));
        assert!(matches!(refused("kind = \"manual\"", "kind = \"guess\""), LifecycleError::Unreadable(_)));
    }
}
