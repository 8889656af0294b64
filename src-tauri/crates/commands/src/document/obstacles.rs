//! What stands in the way of issuing a document, with the place of each text in the record.

use hefu_api::document::Obstacle;
use hefu_domain::document::{
    Document, IssueFacts, Obstacle as Found, Party, SigningFacts, obstacles as domain_obstacles,
};
use hefu_domain::id::SignerId;
use hefu_domain::party::Organisation;
use hefu_domain::project::Project;
use hefu_domain::text::Text;
use hefu_domain::text::parity::{ParityFinding, Place};
use hefu_store::Reader;

use super::ground::Ground;
use super::kinds;
use super::parties::waived;
use super::signing::Signing;
use super::texts::{Texts, names, organisations};
use crate::acceptance::count;
use crate::failure::CommandError;
use crate::party::organisation_name;
use crate::scope::Facts;

/// Everything at once, in the order in which the document shows it; empty when it may be issued.
pub(super) fn obstacles(reader: &Reader<'_>, document: &Document) -> Result<Vec<Obstacle>, CommandError> {
    let scope = Facts::read(reader, document.project)?;
    let project: Project = reader.one(document.project.0)?;
    let ground = Ground { reader, document, project: &project, scope: &scope };
    let signing = Signing::read(ground)?;
    let organisations = organisations(reader, &project)?;
    let texts = printed(ground, &organisations, &signing)?;
    let standing: Vec<&[Party]> = signing.standing.iter().map(Vec::as_slice).collect();
    let found = domain_obstacles(&IssueFacts {
        document,
        texts: &texts.placed(),
        parties: &names(&organisations),
        signing: SigningFacts {
            signers: &signing.signers,
            standing: &standing,
            without_authority: &signing.without_authority(),
            parties: &Party::of(&project),
            waived: &waived(&signing.sections),
        },
        own: &kinds::of(document.kind).obstacles(ground)?,
    });
    let mut said = Said { reader, project: &project, texts: &texts, signing: &signing, out: Vec::new() };
    found.into_iter().try_for_each(|obstacle| said.add(obstacle))?;
    Ok(said.out)
}

/// What was found, as the window says it.
struct Said<'a> {
    reader: &'a Reader<'a>,
    project: &'a Project,
    texts: &'a Texts,
    signing: &'a Signing,
    out: Vec<Obstacle>,
}

impl Said<'_> {
    fn add(&mut self, found: Found<usize>) -> Result<(), CommandError> {
        let next = match found {
            // A document that is past issuing is not asked what stands in its way.
            Found::WrongState { .. } => return Ok(()),
            Found::Text { place, .. } => return self.text(place),
            Found::Parity { place, finding } => return self.parity(place, finding),
            Found::NoDate => Obstacle::NoDate,
            Found::NoRound => Obstacle::NoRound,
            Found::NoConclusion => Obstacle::NoConclusion,
            Found::ConclusionNotAdmissible { .. } => Obstacle::ConclusionNotAdmissible,
            Found::CriteriaNotTested { criteria } => {
                Obstacle::CriteriaNotTested { count: count(criteria.len()) }
            }
            Found::IssuesUnassigned { issues } => {
                let Some(first) = issues.first() else { return Ok(()) };
                Obstacle::IssuesUnassigned { count: count(issues.len()), first: *first }
            }
            Found::NoSigners => Obstacle::NoSigners,
            Found::SignerTwice { signer } => Obstacle::SignerTwice { name: self.signing.name(signer) },
            Found::SignerWithoutAuthority { signer } => {
                Obstacle::SignerWithoutAuthority { name: self.signing.name(signer) }
            }
            Found::SignerOfAnotherParty { signer } => return self.of_another(signer),
            Found::PartyUnsigned { party } => {
                Obstacle::PartyUnsigned { party, organisation: self.organisation(party)? }
            }
            Found::WaiverContradicted { party } => Obstacle::WaiverContradicted { party },
        };
        self.out.push(next);
        Ok(())
    }

    /// Both sides of one text are one thing to look at.
    fn text(&mut self, place: usize) -> Result<(), CommandError> {
        let Some(placed) = self.texts.at(place) else { return Ok(()) };
        let seen = |obstacle: &Obstacle| {
            matches!(obstacle, Obstacle::Text { record, place, .. }
                if *record == placed.record && *place == placed.place)
        };
        if !self.out.iter().any(seen) {
            self.out.push(Obstacle::Text {
                place: placed.place,
                record: placed.record,
                label: placed.label.clone(),
                text: placed.text.clone(),
            });
        }
        Ok(())
    }

    fn parity(&mut self, place: usize, finding: ParityFinding) -> Result<(), CommandError> {
        let Some(placed) = self.texts.at(place) else { return Ok(()) };
        let words = |place: Option<Place>| place.map(|place| place.words).unwrap_or_default();
        self.out.push(Obstacle::Parity {
            place: placed.place,
            record: placed.record,
            label: placed.label.clone(),
            en: words(finding.en),
            zh: words(finding.zh),
        });
        Ok(())
    }

    fn of_another(&mut self, id: SignerId) -> Result<(), CommandError> {
        let Some((signer, person, stands_for)) = self.signing.of(id) else { return Ok(()) };
        self.out.push(Obstacle::SignerOfAnotherParty {
            signer: signer.id,
            name: person.name.clone(),
            role: signer.role,
            organisation: organisation_name(self.reader, person.organisation)?,
            is: stands_for.first().copied(),
        });
        Ok(())
    }

    fn organisation(&self, party: Party) -> Result<Text, CommandError> {
        match party.organisation(self.project) {
            Some(id) => organisation_name(self.reader, id),
            None => Ok(Text::default()),
        }
    }
}

/// Everything that is printed, in the order in which the document shows it.
fn printed(
    ground: Ground<'_>,
    organisations: &[Organisation],
    signing: &Signing,
) -> Result<Texts, CommandError> {
    let Ground { document, project, .. } = ground;
    let mut texts = Texts::default();
    texts.add("title", document, &document.number, &document.title);
    texts.add("title", project, &project.number, &project.title);
    for organisation in organisations {
        let label = organisation.name.zh.words.clone();
        texts.add("name", organisation, &label, &organisation.name);
    }
    for section in &signing.sections {
        texts.add("text", section, &section.position.to_string(), &section.text);
    }
    kinds::of(document.kind).texts(ground, &mut texts)?;
    for (signer, person) in signing.signers.iter().zip(&signing.people) {
        texts.add("capacity", signer, &person.name.zh.words, &signer.capacity);
        texts.add("name", person, &person.name.zh.words, &person.name);
    }
    Ok(texts)
}
