//! What stands in the way of issuing a document, with the place of each text in the record.

use hefu_api::document::Obstacle;
use hefu_api::text::TextPlace;
use hefu_domain::acceptance::{Finding, OpenIssue, Round};
use hefu_domain::document::{
    Document, IssueFacts, Obstacle as Found, PlacedText, RoundFacts, obstacles as domain_obstacles,
};
use hefu_domain::party::{Organisation, Person};
use hefu_domain::project::Project;
use hefu_domain::text::Text;
use hefu_domain::text::parity::PartyNames;
use hefu_store::{Reader, Record};
use uuid::Uuid;

use super::view::{sections, signers};
use crate::acceptance::count;
use crate::failure::Trouble;
use crate::scope::Facts;

/// A text that the document prints, where it stands in the record.
struct Placed {
    place: TextPlace,
    record: Uuid,
    label: String,
    text: Text,
}

#[derive(Default)]
struct Texts(Vec<Placed>);

impl Texts {
    fn add(&mut self, place: TextPlace, record: &impl Record, label: &str, text: &Text) {
        let placed = Placed { place, record: record.key(), label: label.to_owned(), text: text.clone() };
        self.0.push(placed);
    }
}

pub(super) fn obstacles(reader: &Reader<'_>, document: &Document) -> Result<Vec<Obstacle>, Trouble> {
    let scope = Facts::read(reader, document.project)?;
    let project: Project = reader.one(document.project.0)?;
    let all = signers(reader, document.id)?;
    let people = all.iter().map(|s| reader.one::<Person>(s.person.0)).collect::<Result<Vec<_>, _>>()?;
    let round: Option<Round> = document.round.map(|id| reader.one(id.0)).transpose()?;
    let mut texts = Texts::default();
    texts.add(TextPlace::DocumentTitle, document, &document.number, &document.title);
    texts.add(TextPlace::ProjectTitle, &project, &project.number, &project.title);
    let mut organisations: Vec<Organisation> = Vec::new();
    for id in [Some(project.client), Some(project.vendor), project.supervisor].into_iter().flatten() {
        let organisation: Organisation = reader.one(id.0)?;
        let label = organisation.name.zh.words.clone();
        texts.add(TextPlace::OrganisationName, &organisation, &label, &organisation.name);
        organisations.push(organisation);
    }
    for section in sections(reader, document.id)? {
        texts.add(TextPlace::SectionText, &section, &section.position.to_string(), &section.text);
    }
    for r in &scope.requirements {
        texts.add(TextPlace::RequirementTitle, r, &r.number, &r.title);
    }
    for d in &scope.deliverables {
        texts.add(TextPlace::DeliverableTitle, d, &d.number, &d.title);
    }
    for c in &scope.chapters {
        texts.add(TextPlace::ChapterTitle, c, &c.position.to_string(), &c.title);
    }
    for c in &scope.criteria {
        texts.add(TextPlace::CriterionText, c, &c.number, &c.text);
    }
    for e in &scope.evidence {
        texts.add(TextPlace::EvidenceTitle, e, &e.number, &e.title);
    }
    let mut issues = Vec::new();
    let mut marks = Vec::new();
    if let Some(round) = &round {
        let id = round.id.to_string();
        let findings: Vec<Finding> = reader.list("round = ?1", [&id])?;
        for finding in &findings {
            let number = scope.criteria.iter().find(|c| c.id == finding.criterion).map(|c| c.number.as_str());
            texts.add(TextPlace::FindingMeasured, finding, number.unwrap_or_default(), &finding.measured);
            texts.add(TextPlace::FindingRemark, finding, number.unwrap_or_default(), &finding.remark);
        }
        issues = reader.list::<OpenIssue>("round = ?1 ORDER BY number", [&id])?;
        for issue in &issues {
            texts.add(TextPlace::OpenIssueText, issue, &issue.number, &issue.text);
        }
        let ids: Vec<_> = scope.criteria.iter().map(|c| c.id).collect();
        marks = hefu_domain::acceptance::marks(round.id, &ids, &findings);
    }
    for (signer, person) in all.iter().zip(&people) {
        texts.add(TextPlace::SignerCapacity, signer, &person.name.zh.words, &signer.capacity);
        texts.add(TextPlace::PersonName, person, &person.name.zh.words, &person.name);
    }
    let names: Vec<PartyNames> = organisations
        .iter()
        .map(|o| PartyNames {
            en: vec![o.name.en.words.clone(), o.short_name.en.words.clone()],
            zh: vec![o.name.zh.words.clone(), o.short_name.zh.words.clone()],
        })
        .collect();
    let placed: Vec<PlacedText<'_, usize>> =
        texts.0.iter().enumerate().map(|(place, placed)| PlacedText { place, text: &placed.text }).collect();
    let without_authority: Vec<_> = people.iter().filter(|p| p.may_sign.is_none()).map(|p| p.id).collect();
    let found = domain_obstacles(&IssueFacts {
        document,
        texts: &placed,
        parties: &names,
        signers: &all,
        without_authority: &without_authority,
        round: round.as_ref().map(|round| RoundFacts {
            conclusion: round.conclusion,
            marks: &marks,
            issues: &issues,
        }),
    });
    let name = |id| {
        let at = all.iter().position(|signer| signer.id == id);
        at.and_then(|at| people.get(at)).map(|person| person.name.clone()).unwrap_or_default()
    };
    let mut out: Vec<Obstacle> = Vec::new();
    for obstacle in found {
        let next = match obstacle {
            // A document that is past issuing is not asked what stands in its way.
            Found::WrongState { .. } => continue,
            Found::NoDate => Obstacle::NoDate,
            Found::NoRound => Obstacle::NoRound,
            Found::NoConclusion => Obstacle::NoConclusion,
            Found::ConclusionNotAdmissible { .. } => Obstacle::ConclusionNotAdmissible,
            Found::NoSigners => Obstacle::NoSigners,
            Found::SignerTwice { signer } => Obstacle::SignerTwice { name: name(signer) },
            Found::SignerWithoutAuthority { signer } => {
                Obstacle::SignerWithoutAuthority { name: name(signer) }
            }
            Found::CriteriaNotTested { criteria } => {
                Obstacle::CriteriaNotTested { count: count(criteria.len()) }
            }
            Found::Text { place, .. } => {
                let p = &texts.0[place];
                // Both sides of one text are one thing to look at.
                let seen = |o: &Obstacle| {
                    matches!(o, Obstacle::Text { record, place: at, .. }
                    if *record == p.record && format!("{at:?}") == format!("{:?}", p.place))
                };
                if out.iter().any(seen) {
                    continue;
                }
                Obstacle::Text {
                    place: p.place,
                    record: p.record,
                    label: p.label.clone(),
                    text: p.text.clone(),
                }
            }
            Found::Parity { place, finding } => {
                let p = &texts.0[place];
                let words = |place: Option<hefu_domain::text::parity::Place>| {
                    place.map(|place| place.words).unwrap_or_default()
                };
                Obstacle::Parity {
                    place: p.place,
                    record: p.record,
                    label: p.label.clone(),
                    en: words(finding.en),
                    zh: words(finding.zh),
                }
            }
        };
        out.push(next);
    }
    Ok(out)
}
