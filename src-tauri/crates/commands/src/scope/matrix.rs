//! The traceability matrix.

use chrono::NaiveDate;
use hefu_api::scope::{
    CriterionRow, DeliverableRow, LinkedCriterion, LinkedDeliverable, RequirementRow, ScopeMatrix,
    ScopeRequest,
};
use hefu_domain::acceptance::{Finding, Mark, Round, Tally, marks};
use hefu_domain::evidence::Evidence;
use hefu_domain::id::{CriterionId, DeliverableId, ProjectId, RoundId};
use hefu_domain::scope::{
    Chapter, Criterion, Deliverable, Facts as TraceFacts, Link, LinkEnds, Requirement, Trace,
};
use hefu_store::Reader;
use std::collections::HashMap;

use crate::failure::Trouble;
use crate::session::Query;

/// The records of one project that its trace is read from.
pub(crate) struct Facts {
    pub requirements: Vec<Requirement>,
    pub deliverables: Vec<Deliverable>,
    pub chapters: Vec<Chapter>,
    pub criteria: Vec<Criterion>,
    pub links: Vec<Link>,
    pub evidence: Vec<Evidence>,
    pub rounds: Vec<Round>,
    pub findings: Vec<Finding>,
    /// The mark of every criterion in the newest round that looked at it.
    pub marks: Vec<(CriterionId, Mark)>,
}

impl Facts {
    pub(crate) fn read(reader: &Reader<'_>, project: ProjectId) -> Result<Self, Trouble> {
        let id = project.to_string();
        let rounds: Vec<Round> = reader.list("project = ?1 ORDER BY rowid", [&id])?;
        let found = "round IN (SELECT id FROM round WHERE project = ?1) ORDER BY rowid";
        let findings: Vec<Finding> = reader.list(found, [&id])?;
        let age: HashMap<_, _> = rounds.iter().enumerate().map(|(age, round)| (round.id, age)).collect();
        let mut newest: HashMap<CriterionId, (usize, Mark)> = HashMap::new();
        for finding in findings.iter().filter(|finding| finding.mark != Mark::NotTested) {
            let age = age.get(&finding.round).copied().unwrap_or_default();
            let slot = newest.entry(finding.criterion).or_insert((age, finding.mark));
            if age >= slot.0 {
                *slot = (age, finding.mark);
            }
        }
        let criteria: Vec<Criterion> = reader.list(
            "project = ?1 ORDER BY (SELECT c.position FROM chapter c WHERE c.id = chapter), position",
            [&id],
        )?;
        let mark = |id: &CriterionId| newest.get(id).map_or(Mark::NotTested, |(_, mark)| *mark);
        let marks = criteria.iter().map(|c| (c.id, mark(&c.id))).collect();
        Ok(Self {
            requirements: reader.list("project = ?1 ORDER BY number", [&id])?,
            deliverables: reader.list("project = ?1 ORDER BY number", [&id])?,
            chapters: reader.list("project = ?1 ORDER BY position", [&id])?,
            links: reader.list("project = ?1", [&id])?,
            evidence: reader.list("project = ?1 ORDER BY number", [&id])?,
            criteria,
            rounds,
            findings,
            marks,
        })
    }

    /// The marks of a round; a criterion that it did not look at is not tested.
    pub(crate) fn tally(&self, round: RoundId) -> Tally {
        let ids: Vec<CriterionId> = self.criteria.iter().map(|criterion| criterion.id).collect();
        let found: Vec<Finding> = self.findings.iter().filter(|f| f.round == round).cloned().collect();
        Tally::of(marks(round, &ids, &found).into_iter().map(|(_, mark)| mark))
    }

    pub(crate) fn trace(&self, today: NaiveDate) -> Trace<'_> {
        Trace::new(TraceFacts {
            requirements: &self.requirements,
            deliverables: &self.deliverables,
            criteria: &self.criteria,
            links: &self.links,
            evidence: &self.evidence,
            marks: &self.marks,
            today,
        })
    }
}

pub(crate) fn scope_matrix(query: &mut Query<'_>, request: ScopeRequest) -> Result<ScopeMatrix, Trouble> {
    let facts = Facts::read(&query.reader(), request.project)?;
    let trace = facts.trace(query.today);
    let deliverable: HashMap<DeliverableId, &str> =
        facts.deliverables.iter().map(|d| (d.id, d.number.as_str())).collect();
    let criterion: HashMap<CriterionId, &str> =
        facts.criteria.iter().map(|c| (c.id, c.number.as_str())).collect();
    let to_deliverable = |link: &Link, id| LinkedDeliverable {
        link: link.id,
        deliverable: id,
        number: deliverable.get(&id).copied().unwrap_or_default().to_owned(),
        trust: trace.trust(link),
    };
    let to_criterion = |link: &Link, id| LinkedCriterion {
        link: link.id,
        criterion: id,
        number: criterion.get(&id).copied().unwrap_or_default().to_owned(),
        trust: trace.trust(link),
    };
    let requirements = facts.requirements.iter().map(|requirement| RequirementRow {
        deliverables: of(&facts.links, |link| match link.ends {
            LinkEnds::Delivers { requirement: r, deliverable } if r == requirement.id => {
                Some(to_deliverable(link, deliverable))
            }
            _ => None,
        }),
        criteria: of(&facts.links, |link| match link.ends {
            LinkEnds::Proves { requirement: r, criterion } if r == requirement.id => {
                Some(to_criterion(link, criterion))
            }
            _ => None,
        }),
        holes: trace.requirement_holes(requirement),
        requirement: requirement.clone(),
    });
    let deliverables = facts.deliverables.iter().map(|deliverable| DeliverableRow {
        state: trace.deliverable_state(deliverable),
        criteria: of(&facts.links, |link| match link.ends {
            LinkEnds::Examines { deliverable: d, criterion } if d == deliverable.id => {
                Some(to_criterion(link, criterion))
            }
            _ => None,
        }),
        holes: trace.deliverable_holes(deliverable),
        deliverable: deliverable.clone(),
    });
    let mut evidence: HashMap<CriterionId, u32> = HashMap::new();
    for item in &facts.evidence {
        *evidence.entry(item.criterion).or_default() += 1;
    }
    let criteria = facts.criteria.iter().zip(&facts.marks).map(|(criterion, (_, mark))| CriterionRow {
        criterion: criterion.clone(),
        mark: *mark,
        evidence: evidence.get(&criterion.id).copied().unwrap_or_default(),
        holes: trace.criterion_holes(criterion),
    });
    Ok(ScopeMatrix {
        requirements: requirements.collect(),
        deliverables: deliverables.collect(),
        criteria: criteria.collect(),
        holes: trace.counts(),
        chapters: facts.chapters.clone(),
    })
}

fn of<T>(links: &[Link], pick: impl Fn(&Link) -> Option<T>) -> Vec<T> {
    links.iter().filter_map(pick).collect()
}
