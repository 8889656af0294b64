//! The trace as a whole: which links are suspect, and where it has holes.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::acceptance::Mark;
use crate::evidence::Evidence;
use crate::id::{CriterionId, DeliverableId, RequirementId};
use crate::scope::{Criterion, Deliverable, Link, LinkEnds, Requirement};
use crate::text::Text;

/// SHA-256 (hex) of the words of both ends of a link, in the order of [`LinkEnds`]. States do not count: to
/// review a text changes nothing of what it says.
pub fn fingerprint(from: &Text, to: &Text) -> String {
    let mut hash = Sha256::new();
    for words in [&from.en.words, &from.zh.words, &to.en.words, &to.zh.words] {
        // The length in front keeps words from wandering between the four.
        hash.update((words.len() as u64).to_be_bytes());
        hash.update(words.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a link still joins what it joined when someone confirmed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    Confirmed,
    /// One end has changed since.
    Suspect,
}

/// What the trace lacks at one of its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Hole {
    /// A requirement that no deliverable answers.
    NoDeliverable,
    /// A requirement that no criterion proves, or a deliverable that none examines.
    NoCriterion,
    /// A criterion that no evidence supports.
    NoEvidence,
    /// A criterion with evidence whose validity has ended.
    EvidenceExpired,
    /// A link of the record is suspect.
    SuspectLink,
    /// A deliverable that nobody accepted.
    NotAccepted,
    /// A side of the record's text is missing, a draft or stale.
    TextNotReviewed,
}

/// How far a deliverable has come; derived from its hand-over and the marks of its criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliverableState {
    InProgress,
    /// Past its due date and not handed over.
    Late,
    HandedOver,
    AcceptedWithRemark,
    Accepted,
}

/// Records with each hole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HoleCounts {
    pub no_deliverable: u32,
    pub no_criterion: u32,
    pub no_evidence: u32,
    pub evidence_expired: u32,
    pub suspect_link: u32,
    pub not_accepted: u32,
    pub text_not_reviewed: u32,
}

/// What a trace is read from: the records of one project and the marks that count today.
#[derive(Clone, Copy, Debug)]
pub struct TraceFacts<'a> {
    pub requirements: &'a [Requirement],
    pub deliverables: &'a [Deliverable],
    pub criteria: &'a [Criterion],
    pub links: &'a [Link],
    pub evidence: &'a [Evidence],
    /// A criterion that is not listed is not tested.
    pub marks: &'a [(CriterionId, Mark)],
    pub today: NaiveDate,
}

/// The trace of one project, indexed once so that each question is answered without a search.
#[derive(Debug)]
pub struct Trace<'a> {
    facts: TraceFacts<'a>,
    requirements: HashMap<RequirementId, &'a Requirement>,
    deliverables: HashMap<DeliverableId, &'a Deliverable>,
    criteria: HashMap<CriterionId, &'a Criterion>,
    of_requirement: HashMap<RequirementId, Vec<&'a Link>>,
    of_deliverable: HashMap<DeliverableId, Vec<&'a Link>>,
    evidence: HashMap<CriterionId, Vec<&'a Evidence>>,
    marks: HashMap<CriterionId, Mark>,
}

impl<'a> Trace<'a> {
    pub fn new(facts: TraceFacts<'a>) -> Self {
        let mut trace = Self {
            facts,
            requirements: facts.requirements.iter().map(|record| (record.id, record)).collect(),
            deliverables: facts.deliverables.iter().map(|record| (record.id, record)).collect(),
            criteria: facts.criteria.iter().map(|record| (record.id, record)).collect(),
            of_requirement: HashMap::new(),
            of_deliverable: HashMap::new(),
            evidence: group(facts.evidence, |evidence| evidence.criterion),
            marks: facts.marks.iter().copied().collect(),
        };
        for link in facts.links {
            match link.ends {
                LinkEnds::Delivers { requirement, deliverable } => {
                    trace.of_requirement.entry(requirement).or_default().push(link);
                    trace.of_deliverable.entry(deliverable).or_default().push(link);
                }
                LinkEnds::Proves { requirement, .. } => {
                    trace.of_requirement.entry(requirement).or_default().push(link);
                }
                LinkEnds::Examines { deliverable, .. } => {
                    trace.of_deliverable.entry(deliverable).or_default().push(link);
                }
            }
        }
        trace
    }

    /// What a link's fingerprint is now; none when one of its ends is gone.
    pub fn fingerprint(&self, ends: LinkEnds) -> Option<String> {
        let requirement = |id| self.requirements.get(&id).map(|record| &record.title);
        let deliverable = |id| self.deliverables.get(&id).map(|record| &record.title);
        let criterion = |id| self.criteria.get(&id).map(|record| &record.text);
        let (from, to) = match ends {
            LinkEnds::Delivers { requirement: r, deliverable: d } => (requirement(r)?, deliverable(d)?),
            LinkEnds::Proves { requirement: r, criterion: c } => (requirement(r)?, criterion(c)?),
            LinkEnds::Examines { deliverable: d, criterion: c } => (deliverable(d)?, criterion(c)?),
        };
        Some(fingerprint(from, to))
    }

    /// A link with an end that is gone is suspect.
    pub fn trust(&self, link: &Link) -> Trust {
        match self.fingerprint(link.ends) {
            Some(now) if now == link.fingerprint => Trust::Confirmed,
            _ => Trust::Suspect,
        }
    }

    pub fn requirement_holes(&self, requirement: &Requirement) -> Vec<Hole> {
        let links = self.of_requirement.get(&requirement.id).map_or(&[][..], Vec::as_slice);
        let delivers = |link: &&&Link| matches!(link.ends, LinkEnds::Delivers { .. });
        let delivered = links.iter().filter(delivers).count();
        holes([
            (Hole::NoDeliverable, delivered == 0),
            (Hole::NoCriterion, delivered == links.len()),
            (Hole::SuspectLink, links.iter().any(|link| self.trust(link) == Trust::Suspect)),
            (Hole::TextNotReviewed, !requirement.title.is_whole()),
        ])
    }

    pub fn deliverable_holes(&self, deliverable: &Deliverable) -> Vec<Hole> {
        let links = self.of_deliverable.get(&deliverable.id).map_or(&[][..], Vec::as_slice);
        let state = self.deliverable_state(deliverable);
        let accepted = matches!(state, DeliverableState::Accepted | DeliverableState::AcceptedWithRemark);
        holes([
            (Hole::NoCriterion, self.examining(deliverable.id).next().is_none()),
            (Hole::SuspectLink, links.iter().any(|link| self.trust(link) == Trust::Suspect)),
            (Hole::NotAccepted, !accepted),
            (Hole::TextNotReviewed, !deliverable.title.is_whole()),
        ])
    }

    pub fn criterion_holes(&self, criterion: &Criterion) -> Vec<Hole> {
        let evidence = self.evidence.get(&criterion.id).map_or(&[][..], Vec::as_slice);
        holes([
            (Hole::NoEvidence, evidence.is_empty()),
            (Hole::EvidenceExpired, evidence.iter().any(|evidence| evidence.is_expired(self.facts.today))),
            (Hole::TextNotReviewed, !criterion.text.is_whole()),
        ])
    }

    /// Accepted is what was handed over and has criteria, all of them passed; one remark among them is kept.
    pub fn deliverable_state(&self, deliverable: &Deliverable) -> DeliverableState {
        if deliverable.handed_over.is_none_or(|day| day > self.facts.today) {
            return match deliverable.due {
                Some(due) if due < self.facts.today => DeliverableState::Late,
                _ => DeliverableState::InProgress,
            };
        }
        let marks: HashSet<Mark> = self.examining(deliverable.id).map(|id| self.mark(id)).collect();
        if marks.is_empty() || marks.contains(&Mark::Failed) || marks.contains(&Mark::NotTested) {
            DeliverableState::HandedOver
        } else if marks.contains(&Mark::PassedWithRemark) {
            DeliverableState::AcceptedWithRemark
        } else {
            DeliverableState::Accepted
        }
    }

    pub fn counts(&self) -> HoleCounts {
        let mut counts = HoleCounts::default();
        let requirements = self.facts.requirements.iter().flat_map(|record| self.requirement_holes(record));
        let deliverables = self.facts.deliverables.iter().flat_map(|record| self.deliverable_holes(record));
        let criteria = self.facts.criteria.iter().flat_map(|record| self.criterion_holes(record));
        for hole in requirements.chain(deliverables).chain(criteria) {
            *match hole {
                Hole::NoDeliverable => &mut counts.no_deliverable,
                Hole::NoCriterion => &mut counts.no_criterion,
                Hole::NoEvidence => &mut counts.no_evidence,
                Hole::EvidenceExpired => &mut counts.evidence_expired,
                Hole::SuspectLink => &mut counts.suspect_link,
                Hole::NotAccepted => &mut counts.not_accepted,
                Hole::TextNotReviewed => &mut counts.text_not_reviewed,
            } += 1;
        }
        counts
    }

    fn mark(&self, criterion: CriterionId) -> Mark {
        self.marks.get(&criterion).copied().unwrap_or(Mark::NotTested)
    }

    fn examining(&self, deliverable: DeliverableId) -> impl Iterator<Item = CriterionId> {
        let links = self.of_deliverable.get(&deliverable).map_or(&[][..], Vec::as_slice);
        links.iter().filter_map(|link| match link.ends {
            LinkEnds::Examines { criterion, .. } => Some(criterion),
            _ => None,
        })
    }
}

/// The holes whose condition holds, in the order given.
fn holes<const N: usize>(conditions: [(Hole, bool); N]) -> Vec<Hole> {
    conditions.into_iter().filter_map(|(hole, present)| present.then_some(hole)).collect()
}

fn group<K: Eq + Hash, T>(records: &[T], key: impl Fn(&T) -> K) -> HashMap<K, Vec<&T>> {
    let mut groups: HashMap<K, Vec<&T>> = HashMap::new();
    for record in records {
        groups.entry(key(record)).or_default().push(record);
    }
    groups
}

#[cfg(test)]
mod tests;
