//! A round as the client sees it. Its facts are selected: neither the presenter's notes nor what the vendor notes
//! about people is read here.

use std::collections::HashMap;
use std::path::Path;

use hefu_api::presentation::{
    PartyRole, PresentRound, PresentedChapter, PresentedEvidence, PresentedItem, PresentedParty,
    PresentedRequirement, PresentedRound, Showing, Writing,
};
use hefu_domain::acceptance::{Finding, Mark, Round, Tally};
use hefu_domain::evidence::{Evidence, Holding};
use hefu_domain::id::{CriterionId, PersonId, RequirementId};
use hefu_domain::party::PersonName;
use hefu_domain::project::Project;
use hefu_domain::scope::{Chapter, Criterion, Link, LinkEnds, Requirement};
use hefu_domain::text::Words;
use hefu_store::Reader;

use crate::acceptance::round_must_be_open;
use crate::failure::CommandError;
use crate::party;
use crate::session::Query;

/// The ends of file names whose pictures can be shown.
const PICTURES: [&str; 3] = ["jpg", "jpeg", "png"];

pub(crate) fn present_round(
    query: &mut Query<'_>,
    request: PresentRound,
) -> Result<PresentedRound, CommandError> {
    let reader = query.reader();
    let round: Round = reader.one(request.round.0)?;
    let project: Project = reader.one(round.project.0)?;
    let facts = Facts::read(&reader, &round)?;
    let mut place = 0;
    let mut chapters = Vec::new();
    for chapter in &facts.chapters {
        let of_it = facts.criteria.iter().filter(|criterion| criterion.chapter == chapter.id);
        let items: Vec<PresentedItem> = of_it
            .map(|criterion| {
                place += 1;
                facts.item(criterion, place)
            })
            .collect();
        if !items.is_empty() {
            chapters.push(PresentedChapter {
                number: chapter.position,
                title: chapter.title.words(),
                tally: Tally::of(items.iter().map(|item| item.mark)),
                items,
            });
        }
    }
    Ok(PresentedRound {
        round: round.id,
        number: round.number.clone(),
        kind: round.kind,
        ordinal: round.ordinal,
        parties: parties(&reader, &project)?,
        project_number: project.number,
        project_title: project.title.words(),
        date: round.meeting.or(round.planned),
        writing: match round_must_be_open(&reader, round.id) {
            Ok(()) => Writing::Open,
            Err(CommandError::Failure(_)) => Writing::Closed,
            Err(trouble) => return Err(trouble),
        },
        tally: Tally::of(chapters.iter().flat_map(|chapter| &chapter.items).map(|item| item.mark)),
        conclusion: round.conclusion,
        total: place,
        chapters,
    })
}

fn parties(reader: &Reader<'_>, project: &Project) -> Result<Vec<PresentedParty>, CommandError> {
    let roles = [
        (PartyRole::Client, Some(project.client)),
        (PartyRole::Vendor, Some(project.vendor)),
        (PartyRole::Supervisor, project.supervisor),
    ];
    let taking_part = roles.into_iter().filter_map(|(role, id)| Some((role, id?)));
    taking_part
        .map(|(role, id)| Ok(PresentedParty { role, name: party::organisation_name(reader, id)?.words() }))
        .collect()
}

/// What a round's items are made of.
struct Facts {
    chapters: Vec<Chapter>,
    criteria: Vec<Criterion>,
    findings: HashMap<CriterionId, Finding>,
    evidence: Vec<Evidence>,
    requirements: HashMap<RequirementId, Requirement>,
    links: Vec<Link>,
    witnesses: HashMap<PersonId, PersonName>,
}

impl Facts {
    fn read(reader: &Reader<'_>, round: &Round) -> Result<Self, CommandError> {
        let project = round.project;
        let findings = reader.findings_of(round.id)?;
        let requirements = reader.requirements_of(project)?;
        let witnesses = reader.witnesses_of(round.id)?;
        Ok(Self {
            chapters: reader.chapters_of(project)?,
            criteria: reader.criteria_of(project)?,
            findings: findings.into_iter().map(|finding| (finding.criterion, finding)).collect(),
            evidence: reader.evidence_of(project)?,
            requirements: requirements.into_iter().map(|each| (each.id, each)).collect(),
            links: reader.proofs_of(project)?,
            witnesses: witnesses.into_iter().map(|each| (each.id, each)).collect(),
        })
    }

    fn item(&self, criterion: &Criterion, place: u32) -> PresentedItem {
        let finding = self.findings.get(&criterion.id);
        let evidence = self.evidence.iter().filter(|evidence| evidence.criterion == criterion.id);
        let witness = finding.and_then(|finding| self.witnesses.get(&finding.witness?));
        PresentedItem {
            criterion: criterion.id,
            number: criterion.number.clone(),
            place,
            text: criterion.text.words(),
            method: criterion.method,
            requirements: self.requirements_of(criterion.id),
            mark: finding.map_or(Mark::NotTested, |finding| finding.mark),
            measured: finding.map_or_else(Words::default, |finding| finding.measured.words()),
            remark: finding.map_or_else(Words::default, |finding| finding.remark.words()),
            witness: witness.map(|person| person.name.words()),
            evidence: evidence.map(shown).collect(),
        }
    }

    fn requirements_of(&self, criterion: CriterionId) -> Vec<PresentedRequirement> {
        let proved = |link: &Link| match link.ends {
            LinkEnds::Proves { requirement, criterion: by } if by == criterion => Some(requirement),
            _ => None,
        };
        let records = self.links.iter().filter_map(proved).filter_map(|id| self.requirements.get(&id));
        let mut shown: Vec<PresentedRequirement> = records
            .map(|each| PresentedRequirement { number: each.number.clone(), title: each.title.words() })
            .collect();
        shown.sort_by(|a, b| a.number.cmp(&b.number));
        shown
    }
}

fn shown(evidence: &Evidence) -> PresentedEvidence {
    let end = Path::new(&evidence.file_name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let kept = matches!(evidence.holding, Holding::Kept { .. });
    PresentedEvidence {
        evidence: evidence.id,
        number: evidence.number.clone(),
        title: evidence.title.words(),
        file_type: if end.len() <= 4 { end.to_uppercase() } else { String::new() },
        date: evidence.date,
        showing: if kept && PICTURES.contains(&end.as_str()) { Showing::Photograph } else { Showing::Titled },
    }
}
