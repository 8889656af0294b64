//! The checklist of cyber-sovereignty: what is proven, by what, and which gate waits for it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::form::Confidence;

/// The checklist that Hefu ships.
pub const CHECKLIST: &str = include_str!("../../../library/checklists/sovereignty.toml");

static SHIPPED: LazyLock<Option<Checklist>> = LazyLock::new(|| toml::from_str(CHECKLIST).ok());

/// A list of items and the gates in their usual order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    pub id: String,
    pub version: String,
    /// Named gates; a project orders its own.
    pub gates: Vec<Gate>,
    pub item: Vec<Item>,
}

/// A gate by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    pub id: String,
    pub title: Words,
}

/// Whether a gate waits for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The gate is closed without evidence or an approved waiver that ends.
    Block,
    /// The gate opens with a recorded remark.
    Warn,
}

/// How often evidence is renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Repeat {
    Once,
    OnChange,
    OnExpiry,
    Monthly,
    Quarterly,
    HalfYearly,
    HalfYearlyIfChanged,
    Yearly,
    ThreeYearly,
}

/// To what an item applies: all that is given must hold, and of each list one entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Applies {
    /// Countries; empty is everywhere.
    #[serde(default)]
    pub jurisdictions: BTreeSet<String>,
    /// Least sovereignty level.
    #[serde(default)]
    pub level: Option<u8>,
    /// Least MLPS level.
    #[serde(default)]
    pub mlps: Option<u8>,
    /// One of these is the case: `pi`, `important`, `outbound`, `cii`, `government`, `mlps3plus`.
    #[serde(default)]
    pub tags: BTreeSet<String>,
}

/// Something that is proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub title: Words,
    pub evidence: Words,
    pub gate: String,
    pub weight: Weight,
    pub repeat: Repeat,
    pub applies: Applies,
    pub source: String,
    pub conf: Confidence,
}

impl Checklist {
    /// The shipped checklist; none only when its file is broken, which a test holds off.
    pub fn shipped() -> Option<&'static Self> {
        SHIPPED.as_ref()
    }

    pub fn item(&self, id: &str) -> Option<&Item> {
        self.item.iter().find(|item| item.id == id)
    }

    /// The gates that wait for one of these items, in the order of gates.
    pub fn gates_of<'a>(&self, items: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        let waiting: BTreeSet<&str> = items
            .into_iter()
            .filter_map(|id| self.item(id))
            .filter(|item| item.weight == Weight::Block)
            .map(|item| item.gate.as_str())
            .collect();
        self.gates
            .iter()
            .filter(|gate| waiting.contains(gate.id.as_str()))
            .map(|gate| gate.id.clone())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The gates and the items that close them, as agreed for the first edition.
    const BLOCKS: [(&str, &[u8]); 7] = [
        ("contract", &[20, 21, 22]),
        ("kickoff", &[3, 31]),
        ("design", &[1, 2, 11, 18, 24]),
        ("env_ready", &[4, 9, 10, 26]),
        ("prelim_accept", &[8]),
        ("go_live", &[5, 6, 14, 15, 16, 19, 27, 28, 30]),
        ("final_accept", &[12, 13]),
    ];
    const WARNS: [u8; 8] = [7, 17, 23, 25, 29, 32, 33, 34];

    #[test]
    fn the_checklist_has_its_34_items_and_each_gate_its_own() {
        let list: Checklist = toml::from_str(CHECKLIST).unwrap();
        let ids: Vec<String> = list.item.iter().map(|item| item.id.clone()).collect();
        assert_eq!(ids, (1..=34).map(|at| format!("SOV-{at:02}")).collect::<Vec<_>>());
        let of = |wanted: &dyn Fn(&Item) -> bool| -> Vec<u8> {
            list.item.iter().filter(|item| wanted(item)).map(|item| item.id[4..].parse().unwrap()).collect()
        };
        for (gate, items) in BLOCKS {
            assert_eq!(of(&|item| item.gate == gate && item.weight == Weight::Block), items, "{gate}");
        }
        assert_eq!(of(&|item| item.weight == Weight::Warn), WARNS);
        for item in &list.item {
            assert!(list.gates.iter().any(|gate| gate.id == item.gate), "{}", item.id);
            let whole =
                |words: &Words| !words.en.is_empty() && words.zh.chars().any(|letter| letter > '\u{4dff}');
            assert!(whole(&item.title) && whole(&item.evidence) && !item.source.is_empty(), "{}", item.id);
        }
    }

    #[test]
    fn outcomes_of_packs_name_items_of_the_checklist() {
        let list = Checklist::shipped().unwrap();
        for pack in crate::Shelf::shipped().packs() {
            let outcomes = pack.decisions.iter().flat_map(|choice| &choice.outcomes);
            for item in outcomes.flat_map(|outcome| &outcome.items) {
                assert!(list.item(item).is_some(), "{} names {item}", pack.id());
            }
        }
        assert_eq!(list.gates_of(["SOV-16", "SOV-20", "SOV-17"]), ["contract", "go_live"]);
    }
}
