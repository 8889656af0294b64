//! What is judged: datasets and workloads with their logs, backups and channels, and what every pack says of each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::error::FactError;
use crate::facts::Facts;
use crate::pack::Pack;
use crate::shelf::{Reach, Shelf};
use crate::value::Typed;

/// How many subjects are judged at once.
pub const MOST_SUBJECTS: usize = 20_000;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "RuleSubjectKind")]
pub enum SubjectKind {
    Workload,
    Dataset,
    Log,
    Backup,
    Telemetry,
    /// A channel by which support reaches data.
    Support,
}

/// One thing that is judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RuleSubject")]
pub struct Subject {
    pub id: String,
    pub kind: SubjectKind,
    /// Countries whose law reaches it, `EU` among them; none given is unknown. A workload that is only the sum of what
    /// it holds has an empty list.
    pub jurisdictions: Option<BTreeSet<String>>,
    #[serde(default)]
    pub facts: Facts,
    /// What it holds, copies or reaches: it is held as tightly as the tightest of them.
    #[serde(default)]
    pub holds: Vec<String>,
}

/// As of when, and with which packs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RuleContext")]
pub struct Context {
    pub as_of: NaiveDate,
    /// Whether drafts and packs of unknown standing are looked at too.
    #[serde(default = "in_force")]
    pub reach: Reach,
    /// Packs of one's own, as TOML, beside those that are shipped. One with the identity of another takes its place.
    #[serde(default)]
    pub packs: Vec<String>,
}

fn in_force() -> Reach {
    Reach::InForce
}

/// Why subjects cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum SubjectError {
    #[error("{subject} stands twice")]
    Twice { subject: String },
    #[error("{subject} holds {held}, which is not there")]
    NotThere { subject: String, held: String },
    #[error("{subject} holds itself")]
    Circle { subject: String },
    #[error("{subject}: {error}")]
    Fact { subject: String, error: FactError },
    #[error("more than {most} subjects")]
    TooMany { most: usize },
}

/// A pack that was looked at and what its facts are for one subject.
pub(crate) struct Held<'a> {
    pub pack: &'a Pack,
    pub facts: Vec<Option<Typed>>,
}

/// Subjects with the packs that speak of each.
pub(crate) struct Bench<'a> {
    pub as_of: NaiveDate,
    pub subjects: &'a [Subject],
    pub held: Vec<Vec<Held<'a>>>,
    /// By subject: everything it holds, itself first.
    pub closures: Vec<Vec<usize>>,
    /// By subject: jurisdictions without a pack.
    pub without: Vec<BTreeSet<String>>,
}

impl<'a> Bench<'a> {
    pub(crate) fn new(
        subjects: &'a [Subject],
        shelf: &'a Shelf,
        as_of: NaiveDate,
        reach: Reach,
    ) -> Result<Self, SubjectError> {
        if subjects.len() > MOST_SUBJECTS {
            return Err(SubjectError::TooMany { most: MOST_SUBJECTS });
        }
        let speaking = shelf.speaking(as_of, reach);
        let closures = closures(subjects)?;
        let mut held = Vec::new();
        let mut without = Vec::new();
        for subject in subjects {
            let (mut here, mut lacking) = (Vec::new(), BTreeSet::new());
            for jurisdiction in subject.jurisdictions.iter().flatten() {
                let Some(packs) = speaking.get(jurisdiction.as_str()) else {
                    lacking.insert(jurisdiction.clone());
                    continue;
                };
                for pack in packs {
                    let facts = subject.facts.typed(pack, as_of);
                    let facts =
                        facts.map_err(|error| SubjectError::Fact { subject: subject.id.clone(), error })?;
                    here.push(Held { pack, facts });
                }
            }
            held.push(here);
            without.push(lacking);
        }
        Ok(Self { as_of, subjects, held, closures, without })
    }
}

/// Everything that each subject holds, itself first.
fn closures(subjects: &[Subject]) -> Result<Vec<Vec<usize>>, SubjectError> {
    let mut index = BTreeMap::new();
    for (at, subject) in subjects.iter().enumerate() {
        if index.insert(subject.id.as_str(), at).is_some() {
            return Err(SubjectError::Twice { subject: subject.id.clone() });
        }
    }
    let mut holds = Vec::new();
    for subject in subjects {
        let found = subject.holds.iter().map(|held| {
            let missing = || SubjectError::NotThere { subject: subject.id.clone(), held: held.clone() };
            index.get(held.as_str()).copied().ok_or_else(missing)
        });
        holds.push(found.collect::<Result<Vec<usize>, _>>()?);
    }
    let mut all = Vec::new();
    for (at, subject) in subjects.iter().enumerate() {
        let mut seen = BTreeSet::from([at]);
        let mut order = vec![at];
        let mut waiting = holds[at].clone();
        while let Some(next) = waiting.pop() {
            if next == at {
                return Err(SubjectError::Circle { subject: subject.id.clone() });
            }
            if seen.insert(next) {
                order.push(next);
                waiting.extend(&holds[next]);
            }
        }
        all.push(order);
    }
    Ok(all)
}

/// A fact that is asked for, of one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RuleQuestionOf")]
pub struct AskedOf {
    pub subject: String,
    pub fact: String,
    pub question: Words,
    /// The words it may be answered with, where it has a list.
    pub values: Vec<String>,
}
