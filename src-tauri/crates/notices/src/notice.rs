//! A notice: its rule, the facts it rests on, the records they are of, and the fingerprint of both.

use std::collections::BTreeMap;
use std::fmt::Write;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The rules by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "NoticeRule")]
pub enum RuleName {
    ApprovalSlow,
    ContractDateAfterInvoiceBy,
    CriterionWithoutOwner,
    DeliverableWithoutEvidence,
    EvidenceExpiresBeforeNeeded,
    FailedCriterionWithoutAction,
    GateSoonUnmet,
    GateUnknown,
    HandOverLate,
    LessonMatches,
    OwnerOverloaded,
    PromiseWithoutRequirement,
    ReviewOverdue,
    SignatureHoldsMoney,
    StakeholderNotMet,
    WaiverEnds,
}

/// What accepting it makes of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "NoticeProposal")]
pub enum Proposal {
    Risk,
    Action,
}

/// A record that a notice is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticedRecord")]
pub struct Record {
    /// `gate`, `evidence`, `criterion`, ….
    pub noun: String,
    pub id: String,
}

impl Record {
    pub(crate) fn new(noun: &str, id: &str) -> Self {
        Self { noun: noun.to_owned(), id: id.to_owned() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Notice {
    pub rule: RuleName,
    pub proposes: Proposal,
    /// None when it is of no one project.
    pub project: Option<String>,
    pub records: Vec<Record>,
    /// What it rests on: other facts are another notice.
    pub facts: BTreeMap<String, Value>,
    /// What is shown beside them and changes from day to day; the same notice all the same.
    pub measures: BTreeMap<String, Value>,
    /// SHA-256 of rule, project, records and facts, in hexadecimal.
    pub fingerprint: String,
}

impl Notice {
    pub(crate) fn new(
        rule: RuleName,
        proposes: Proposal,
        project: Option<&str>,
        records: Vec<Record>,
        facts: &[(&str, Value)],
        measures: &[(&str, Value)],
    ) -> Self {
        let map = |pairs: &[(&str, Value)]| {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect::<BTreeMap<_, _>>()
        };
        let facts = map(facts);
        let fingerprint = fingerprint(&serde_json::json!([rule, project, records, facts]));
        let project = project.map(str::to_owned);
        Self { rule, proposes, project, records, facts, measures: map(measures), fingerprint }
    }
}

/// Of a value whose objects keep their keys in order, so that the same facts give the same bytes.
fn fingerprint(of: &Value) -> String {
    let digest = Sha256::digest(of.to_string().as_bytes());
    let mut text = String::with_capacity(64);
    for byte in digest {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
