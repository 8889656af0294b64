//! The traceability matrix.

use chrono::NaiveDate;
use hefu_api::scope::{
    CriterionRow, DeliverableRow, LinkedCriterion, LinkedDeliverable, RequirementRow, ScopeMatrix,
    ScopeRequest,
};
use hefu_domain::acceptance::{Finding, Mark, Round, Tally, marks};
use hefu_domain::evidence::Evidence;
use hefu_domain::id::{CriterionId, DeliverableId, ProjectId, RoundId};
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, LinkEnds, Requirement};
use hefu_domain::trace::{Trace, TraceFacts};
use hefu_store::Reader;
use std::collections::HashMap;

use crate::failure::CommandError;
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
    pub(crate) fn read(reader: &Reader<'_>, project: ProjectId) -> Result<Self, CommandError> {
        let rounds = reader.rounds_of(project)?;
        let findings = reader.findings_in(project)?;
        let age: HashMap<_, _> = rounds.iter().enumerate().map(|(age, round)| (round.id, age)).collect();
        let mut newest: HashMap<CriterionId, (usize, Mark)> = HashMap::new();
        for finding in findings.iter().filter(|finding| finding.mark != Mark::NotTested) {
            let age = age.get(&finding.round).copied().unwrap_or_default();
            let slot = newest.entry(finding.criterion).or_insert((age, finding.mark));
            if age >= slot.0 {
                *slot = (age, finding.mark);
            }
        }
        let criteria = reader.criteria_of(project)?;
        let deliverables = reader.deliverables_of(project)?;
        let mark = |id: &CriterionId| newest.get(id).map_or(Mark::NotTested, |(_, mark)| *mark);
        let marks = criteria.iter().map(|c| (c.id, mark(&c.id))).collect();
        Ok(Self {
            requirements: reader.requirements_of(project)?,
            links: in_order(reader.links_of(project)?, &deliverables, &criteria),
            deliverables,
            chapters: reader.chapters_of(project)?,
            evidence: reader.evidence_of(project)?,
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

/// Links as their ends are listed, so that the ends of one record stand in their own order.
fn in_order(mut links: Vec<Link>, deliverables: &[Deliverable], criteria: &[Criterion]) -> Vec<Link> {
    let deliverable: HashMap<_, _> = deliverables.iter().zip(0usize..).map(|(d, at)| (d.id, at)).collect();
    let criterion: HashMap<_, _> = criteria.iter().zip(0usize..).map(|(c, at)| (c.id, at)).collect();
    links.sort_by_key(|link| match link.ends {
        LinkEnds::Delivers { deliverable: id, .. } => deliverable.get(&id).copied(),
        LinkEnds::Proves { criterion: id, .. } | LinkEnds::Examines { criterion: id, .. } => {
            criterion.get(&id).copied()
        }
    });
    links
}

pub(crate) fn scope_matrix(
    query: &mut Query<'_>,
    request: ScopeRequest,
) -> Result<ScopeMatrix, CommandError> {
    let facts = Facts::read(&query.reader(), request.project)?;
    let rows = Rows::of(&facts, query.today);
    Ok(ScopeMatrix {
        requirements: facts.requirements.iter().map(|each| rows.requirement(each)).collect(),
        deliverables: facts.deliverables.iter().map(|each| rows.deliverable(each)).collect(),
        criteria: rows.criteria(),
        holes: rows.trace.counts(),
        chapters: facts.chapters.clone(),
    })
}

/// What the rows of the matrix are made of.
struct Rows<'a> {
    facts: &'a Facts,
    trace: Trace<'a>,
    deliverables: HashMap<DeliverableId, &'a str>,
    criteria: HashMap<CriterionId, &'a str>,
}

impl<'a> Rows<'a> {
    fn of(facts: &'a Facts, today: NaiveDate) -> Self {
        Self {
            facts,
            trace: facts.trace(today),
            deliverables: facts.deliverables.iter().map(|d| (d.id, d.number.as_str())).collect(),
            criteria: facts.criteria.iter().map(|c| (c.id, c.number.as_str())).collect(),
        }
    }

    fn to_deliverable(&self, link: &Link, id: DeliverableId) -> LinkedDeliverable {
        LinkedDeliverable {
            link: link.id,
            deliverable: id,
            number: self.deliverables.get(&id).copied().unwrap_or_default().to_owned(),
            trust: self.trace.trust(link),
        }
    }

    fn to_criterion(&self, link: &Link, id: CriterionId) -> LinkedCriterion {
        LinkedCriterion {
            link: link.id,
            criterion: id,
            number: self.criteria.get(&id).copied().unwrap_or_default().to_owned(),
            trust: self.trace.trust(link),
        }
    }

    fn requirement(&self, requirement: &Requirement) -> RequirementRow {
        let links = &self.facts.links;
        RequirementRow {
            deliverables: of(links, |link| match link.ends {
                LinkEnds::Delivers { requirement: r, deliverable } if r == requirement.id => {
                    Some(self.to_deliverable(link, deliverable))
                }
                _ => None,
            }),
            criteria: of(links, |link| match link.ends {
                LinkEnds::Proves { requirement: r, criterion } if r == requirement.id => {
                    Some(self.to_criterion(link, criterion))
                }
                _ => None,
            }),
            holes: self.trace.requirement_holes(requirement),
            requirement: requirement.clone(),
        }
    }

    fn deliverable(&self, deliverable: &Deliverable) -> DeliverableRow {
        DeliverableRow {
            state: self.trace.deliverable_state(deliverable),
            criteria: of(&self.facts.links, |link| match link.ends {
                LinkEnds::Examines { deliverable: d, criterion } if d == deliverable.id => {
                    Some(self.to_criterion(link, criterion))
                }
                _ => None,
            }),
            holes: self.trace.deliverable_holes(deliverable),
            deliverable: deliverable.clone(),
        }
    }

    fn criteria(&self) -> Vec<CriterionRow> {
        let mut evidence: HashMap<CriterionId, u32> = HashMap::new();
        for item in &self.facts.evidence {
            *evidence.entry(item.criterion).or_default() += 1;
        }
        let rows = self.facts.criteria.iter().zip(&self.facts.marks);
        rows.map(|(criterion, (_, mark))| CriterionRow {
            criterion: criterion.clone(),
            mark: *mark,
            evidence: evidence.get(&criterion.id).copied().unwrap_or_default(),
            holes: self.trace.criterion_holes(criterion),
        })
        .collect()
    }
}

fn of<T>(links: &[Link], pick: impl Fn(&Link) -> Option<T>) -> Vec<T> {
    links.iter().filter_map(pick).collect()
}
