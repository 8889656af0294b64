//! Gates, waivers, checks and hand-overs as the story and the library write them.

use hefu_domain::register::HandOverKind;
use serde::Deserialize;

use super::StageEntry;
use crate::written::{Day, Pair};

#[derive(Deserialize)]
pub(crate) struct GateEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) stack: Option<String>,
    pub(crate) title: Pair,
    pub(crate) decided: Option<Day>,
    pub(crate) owner: String,
    pub(crate) conditions: Vec<ConditionEntry>,
    pub(crate) note: Option<Pair>,
}

#[derive(Deserialize)]
pub(crate) struct ConditionEntry {
    pub(crate) kind: String,
    #[serde(rename = "ref")]
    pub(crate) record: String,
}

#[derive(Deserialize)]
pub(crate) struct WaiverEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) gate: String,
    pub(crate) check: String,
    pub(crate) requested_by: String,
    pub(crate) approved_by: Vec<String>,
    pub(crate) granted: Day,
    pub(crate) expires: Day,
    pub(crate) reason: Pair,
    pub(crate) measure: Pair,
    pub(crate) state: WaiverState,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WaiverState {
    Active,
    Closed,
}

#[derive(Deserialize)]
pub(crate) struct Compliance {
    pub(crate) check: Vec<CheckEntry>,
}

#[derive(Deserialize)]
pub(crate) struct CheckEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) stack: String,
    pub(crate) state: CheckTold,
    pub(crate) owner: String,
    pub(crate) decided: Option<Day>,
    pub(crate) note: Option<Pair>,
}

/// How the story tells a check; a waiver stands in for an answer, and what expired had been accepted.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CheckTold {
    Accepted,
    Expired,
    EvidenceSubmitted,
    InProgress,
    Open,
    Waived,
    NotApplicable,
}

/// What stands in `gates.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    pub(crate) stage: Vec<StageEntry>,
    pub(crate) gate_plan: Vec<PlanEntry>,
    pub(crate) gate_condition: Vec<MoreEntry>,
    pub(crate) issues: Titled,
    pub(crate) passed: Vec<PassedEntry>,
    pub(crate) check_proof: Vec<ProofEntry>,
    pub(crate) hand_over: Vec<HandOverEntry>,
    pub(crate) promise: Vec<PromiseEntry>,
}

#[derive(Deserialize)]
pub(crate) struct Titled {
    pub(crate) title: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanEntry {
    pub(crate) gate: String,
    pub(crate) stage: Option<String>,
    pub(crate) planned: Option<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MoreEntry {
    pub(crate) gate: String,
    pub(crate) key: String,
    pub(crate) kind: MoreKind,
    #[serde(rename = "ref")]
    pub(crate) record: String,
    #[serde(default)]
    pub(crate) section: String,
    pub(crate) role: String,
    pub(crate) title: Pair,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MoreKind {
    Section,
    HandOver,
}

/// The gates of its template that a project has passed, by their keys, and the days of those to come.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PassedEntry {
    pub(crate) project: String,
    pub(crate) gates: Vec<String>,
    pub(crate) coming: Vec<ComingEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ComingEntry {
    pub(crate) key: String,
    pub(crate) planned: Day,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProofEntry {
    pub(crate) check: String,
    #[serde(default)]
    pub(crate) evidence: Vec<String>,
    pub(crate) valid_until: Option<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HandOverEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) stack: Option<String>,
    pub(crate) kind: HandOverKind,
    pub(crate) template: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) planned: Day,
    pub(crate) given: Option<Day>,
    pub(crate) taken: Option<Day>,
    pub(crate) done: Vec<DoneEntry>,
    pub(crate) note: Pair,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DoneEntry {
    pub(crate) point: String,
    pub(crate) on: Day,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PromiseEntry {
    pub(crate) id: String,
    pub(crate) into: String,
    pub(crate) person: String,
    pub(crate) due: Day,
    pub(crate) requirement: Option<String>,
    pub(crate) text: Pair,
}

/// `library/templates/lifecycle.toml`, as far as the sample takes it.
#[derive(Deserialize)]
pub(crate) struct Lifecycles {
    pub(crate) template: Vec<LifecycleEntry>,
    pub(crate) hand_over: Vec<ChecklistEntry>,
}

#[derive(Deserialize)]
pub(crate) struct LifecycleEntry {
    pub(crate) key: String,
    pub(crate) name: Pair,
    pub(crate) stage: Vec<LifecycleStage>,
}

#[derive(Deserialize)]
pub(crate) struct LifecycleStage {
    pub(crate) kind: String,
    pub(crate) gate: Option<GateTemplate>,
}

#[derive(Deserialize)]
pub(crate) struct GateTemplate {
    pub(crate) key: String,
    pub(crate) title: Pair,
    pub(crate) owner: String,
    pub(crate) conditions: Vec<ConditionTemplate>,
}

#[derive(Deserialize)]
pub(crate) struct ConditionTemplate {
    pub(crate) key: String,
    pub(crate) kind: String,
    pub(crate) owner: String,
    pub(crate) title: Pair,
    pub(crate) section: Option<String>,
    pub(crate) role: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct ChecklistEntry {
    pub(crate) key: String,
    pub(crate) title: Pair,
    pub(crate) items: Vec<PointEntry>,
}

#[derive(Deserialize)]
pub(crate) struct PointEntry {
    pub(crate) key: String,
    pub(crate) title: Pair,
}

/// `library/checklists/sovereignty.toml`, as far as the sample takes it.
#[derive(Deserialize)]
pub(crate) struct Checklist {
    pub(crate) item: Vec<ItemEntry>,
}

#[derive(Deserialize)]
pub(crate) struct ItemEntry {
    pub(crate) id: String,
    pub(crate) title: Pair,
    pub(crate) evidence: Pair,
}
