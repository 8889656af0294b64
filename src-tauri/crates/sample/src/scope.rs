//! Requirements, deliverables, criteria, the links between them, evidence, and the round as it stands in the morning.

use std::collections::HashMap;

use hefu_domain::acceptance::{Blocking, Finding, Mark, OpenIssue, Round};
use hefu_domain::evidence::{Evidence, Holding};
use hefu_domain::id::{
    ChapterId, CriterionId, DeliverableId, EvidenceId, FindingId, LinkId, MappingId, OpenIssueId,
    OrganisationId, PersonId, ProjectId, RequirementId, RoundId, StackId,
};
use hefu_domain::mapping::{MappedColumn, Mapping, Reading};
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, LinkEnds, Requirement};
use hefu_domain::text::Text;
use hefu_domain::trace::fingerprint;
use sha2::{Digest, Sha256};

use crate::files::evidence_bytes;
use crate::identity::Identity;
use crate::source::{EvidenceEntry, Source};
use crate::written::Pair;
use crate::{HeldEvidence, SampleError};

pub(crate) struct ScopeRecords {
    pub(crate) requirements: Vec<Requirement>,
    pub(crate) deliverables: Vec<Deliverable>,
    pub(crate) chapters: Vec<Chapter>,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) links: Vec<Link>,
    pub(crate) rounds: Vec<Round>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) open_issues: Vec<OpenIssue>,
}

/// Which part of the evidence is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    Morning,
    InTheMeeting,
}

pub(crate) fn scope(source: &Source) -> Result<ScopeRecords, SampleError> {
    let project = ProjectId::of(&source.scope.acceptance_round.project);
    let mut records = ScopeRecords {
        requirements: requirements(source, project),
        deliverables: deliverables(source, project),
        chapters: chapters(source, project),
        criteria: criteria(source, project),
        links: Vec::new(),
        rounds: rounds(source)?,
        findings: findings(source),
        open_issues: open_issues(source, project),
    };
    records.links = links(source, project)?;
    Ok(records)
}

fn requirements(source: &Source, project: ProjectId) -> Vec<Requirement> {
    let entries = source.scope.requirement.iter();
    entries
        .map(|entry| Requirement {
            id: RequirementId::of(&entry.id),
            project,
            number: entry.id.clone(),
            title: entry.title.reviewed(),
            priority: entry.priority,
            stack: Some(StackId::of(&entry.stack)),
            source: entry.source.clone(),
        })
        .collect()
}

fn deliverables(source: &Source, project: ProjectId) -> Vec<Deliverable> {
    let full = source.scope.deliverable.iter().map(|entry| Deliverable {
        id: DeliverableId::of(&entry.id),
        project,
        number: entry.id.clone(),
        title: entry.title.reviewed(),
        stack: Some(StackId::of(&entry.stack)),
        organisation: Some(OrganisationId::of(&entry.organisation)),
        due: Some(entry.due.0),
        handed_over: entry.handed_over.map(|day| day.0),
    });
    let brief = source.sample.brief_deliverable.iter().map(|entry| Deliverable {
        id: DeliverableId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        number: entry.number.clone(),
        title: entry.title.reviewed(),
        stack: None,
        organisation: Some(OrganisationId::of(&entry.organisation)),
        due: Some(entry.due.0),
        handed_over: Some(entry.handed_over.0),
    });
    full.chain(brief).collect()
}

fn chapters(source: &Source, project: ProjectId) -> Vec<Chapter> {
    let entries = source.scope.chapter.iter();
    entries
        .map(|entry| Chapter {
            id: ChapterId::of(&entry.id.to_string()),
            project,
            position: entry.id,
            title: entry.title.reviewed(),
        })
        .collect()
}

fn criteria(source: &Source, project: ProjectId) -> Vec<Criterion> {
    let mut positions: HashMap<u32, u32> = HashMap::new();
    let entries = source.scope.criterion.iter();
    entries
        .map(|entry| {
            let position = positions.entry(entry.chapter).or_default();
            *position += 1;
            Criterion {
                id: CriterionId::of(&entry.id),
                project,
                chapter: ChapterId::of(&entry.chapter.to_string()),
                position: *position,
                number: entry.id.clone(),
                text: entry.text.with_state(&entry.text_state),
                method: entry.method,
            }
        })
        .collect()
}

fn links(source: &Source, project: ProjectId) -> Result<Vec<Link>, SampleError> {
    let scope = &source.scope;
    let deliverables: HashMap<&str, &Pair> = scope.deliverable.iter().map(|d| (&*d.id, &d.title)).collect();
    let criteria: HashMap<&str, &Pair> = scope.criterion.iter().map(|c| (&*c.id, &c.text)).collect();
    let told = |known: &HashMap<&str, &Pair>, id: &str| {
        known.get(id).map(|pair| pair.reviewed()).ok_or_else(|| SampleError::Unknown(id.to_owned()))
    };
    let before = source.sample.before();
    let mut links = Vec::new();
    let mut link = |name: String, ends, from: &Text, to: &Text| {
        links.push(Link { id: LinkId::of(&name), project, ends, fingerprint: fingerprint(from, to) });
    };
    for entry in &scope.requirement {
        let (requirement, title) = (RequirementId::of(&entry.id), entry.title.reviewed());
        for id in &entry.deliverables {
            let ends = LinkEnds::Delivers { requirement, deliverable: DeliverableId::of(id) };
            link(format!("{}>{id}", entry.id), ends, &title, &told(&deliverables, id)?);
        }
        for id in &entry.criteria {
            let ends = LinkEnds::Proves { requirement, criterion: CriterionId::of(id) };
            let text = match before.get(&(entry.id.as_str(), id.as_str())) {
                Some(pair) => pair.reviewed(),
                None => told(&criteria, id)?,
            };
            link(format!("{}>{id}", entry.id), ends, &title, &text);
        }
    }
    for entry in &scope.criterion {
        for id in &entry.deliverables {
            let ends = LinkEnds::Examines {
                deliverable: DeliverableId::of(id),
                criterion: CriterionId::of(&entry.id),
            };
            link(format!("{id}>{}", entry.id), ends, &told(&deliverables, id)?, &entry.text.reviewed());
        }
    }
    Ok(links)
}

pub(crate) fn evidence(source: &Source, told: Told) -> Vec<HeldEvidence> {
    let project = ProjectId::of(&source.scope.acceptance_round.project);
    let wanted = |entry: &&EvidenceEntry| entry.added_in_meeting == (told == Told::InTheMeeting);
    source.scope.evidence.iter().filter(wanted).map(|entry| held(entry, project)).collect()
}

fn held(entry: &EvidenceEntry, project: ProjectId) -> HeldEvidence {
    let bytes = evidence_bytes(&entry.file);
    let holding = bytes.map_or(Holding::Named, |bytes| Holding::Kept {
        sha256: Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        size: bytes.len() as u64,
    });
    let evidence = Evidence {
        id: EvidenceId::of(&entry.id),
        project,
        criterion: CriterionId::of(&entry.criterion),
        number: entry.id.clone(),
        title: entry.title.reviewed(),
        file_name: entry.file.clone(),
        kind: entry.kind.clone(),
        date: entry.date.0,
        valid_until: entry.valid_until.map(|day| day.0),
        provided_by: entry.provided_by.as_deref().map(PersonId::of),
        holding,
    };
    HeldEvidence { evidence, bytes }
}

fn rounds(source: &Source) -> Result<Vec<Round>, SampleError> {
    let entry = &source.scope.acceptance_round;
    // The milestone of the main project's preliminary acceptance carries the planned day.
    let planned = source.projects.key_milestone.iter().find(|milestone| milestone.id == "ms-harbour-1");
    let planned = planned.ok_or_else(|| SampleError::Unknown("ms-harbour-1".to_owned()))?;
    let full = Round {
        id: RoundId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        number: entry.id.clone(),
        kind: entry.kind,
        ordinal: entry.round,
        planned: Some(planned.planned.0),
        notice: Some(entry.notice.0),
        meeting: Some(entry.meeting.0),
        conclusion: None,
    };
    let brief = source.sample.brief_round.iter().map(|entry| Round {
        id: RoundId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        number: entry.number.clone(),
        kind: entry.kind,
        ordinal: 1,
        planned: Some(entry.planned.0),
        notice: None,
        meeting: None,
        conclusion: None,
    });
    Ok(std::iter::once(full).chain(brief).collect())
}

fn findings(source: &Source) -> Vec<Finding> {
    let text = |pair: &Option<Pair>| pair.as_ref().map(|pair| pair.reviewed()).unwrap_or_default();
    let tested = source.scope.criterion.iter().filter(|entry| entry.mark != Mark::NotTested);
    tested
        .map(|entry| Finding {
            id: FindingId::of(&format!("{}:{}", source.scope.acceptance_round.id, entry.id)),
            round: RoundId::of(&source.scope.acceptance_round.id),
            criterion: CriterionId::of(&entry.id),
            mark: entry.mark,
            measured: text(&entry.measured),
            remark: text(&entry.remark),
            marked_by: entry.marked_by.as_deref().map(PersonId::of),
            witness: entry.witness.as_deref().map(PersonId::of),
            marked_at: None,
        })
        .collect()
}

fn open_issues(source: &Source, project: ProjectId) -> Vec<OpenIssue> {
    let entries = source.scope.open_issue.iter();
    entries
        .map(|entry| OpenIssue {
            id: OpenIssueId::of(&entry.id),
            project,
            round: RoundId::of(&source.scope.acceptance_round.id),
            criterion: Some(CriterionId::of(&entry.criterion)),
            number: entry.id.clone(),
            text: entry.text.reviewed(),
            owner: Some(PersonId::of(&entry.owner)),
            due: Some(entry.due.0),
            blocking: if entry.blocking { Blocking::Blocks } else { Blocking::DoesNotBlock },
            closed: None,
        })
        .collect()
}

/// How the monthly list of the main project's client is read.
pub(crate) fn mapping() -> Mapping {
    let column = |heading: &str, field: &str| MappedColumn {
        heading: heading.to_owned(),
        field: Some(field.to_owned()),
    };
    Mapping {
        id: MappingId::of("map-monthly"),
        organisation: OrganisationId::of("org-client"),
        name: "月度需求清单 Monthly list".to_owned(),
        target: "requirements".to_owned(),
        reading: Reading {
            columns: vec![
                column("编号", "number"),
                column("业务需求描述", "title_zh"),
                column("Business need", "title_en"),
                column("重要程度", "priority"),
            ],
            ..Reading::default()
        },
    }
}
