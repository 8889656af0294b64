//! The facts that papers of every kind have, as the client sees them. Internal fields are never selected: the types of
//! the facts have no place for them.

use chrono::NaiveDate;
use hefu_documents::Kind;
use hefu_documents::paper::{self, Front, Paragraph, Party, PartyRole};
use hefu_domain::document::{Document, Signer};
use hefu_domain::party::{Organisation, Person};
use hefu_domain::project::{Contract, Project};
use hefu_domain::text::Text;
use hefu_store::Reader;
use hefu_store::journal::Head;

use super::amount::money;
use super::ground::Ground;
use super::kinds;
use crate::failure::CommandError;
use crate::party;
use crate::scope::Facts;

/// The facts of a document, of which `scope` are those of its project. `heads` are the trail heads before issuing;
/// `today` stands for a date that the draft does not have yet.
pub(super) fn facts(
    reader: &Reader<'_>,
    document: &Document,
    scope: &Facts,
    heads: &[Head],
    today: NaiveDate,
) -> Result<Box<dyn Kind>, CommandError> {
    let project: Project = reader.one(document.project.0)?;
    let front = Front {
        number: document.number.clone(),
        version: document.version,
        title: document.title.clone(),
        date: document.date.unwrap_or(today),
        paragraphs: reader
            .sections_of(document.id)?
            .into_iter()
            .map(|section| Paragraph { part: section.part, text: section.text })
            .collect(),
        signers: reader
            .signers_of(document.id)?
            .iter()
            .map(|signer| signer_facts(reader, signer))
            .collect::<Result<_, _>>()?,
        heads: heads.iter().map(ToString::to_string).collect(),
        ..of_project(reader, &project, today)?
    };
    kinds::of(document.kind).facts(Ground { reader, document, project: &project, scope }, front)
}

/// What a paper of a project has before it is anything else: no title and no signers; its number is the project's.
pub(crate) fn of_project(
    reader: &Reader<'_>,
    project: &Project,
    today: NaiveDate,
) -> Result<Front, CommandError> {
    let contract = reader.contract_of(project.id)?;
    Ok(Front {
        number: project.number.clone(),
        version: 1,
        title: Text::default(),
        project_number: project.number.clone(),
        project_title: project.title.clone(),
        parties: parties(reader, project)?,
        logo: crate::vendor::logo_of(reader, project.vendor)?,
        prevailing_language: contract.as_ref().and_then(|c| c.prevailing_language),
        contract: contract_facts(contract),
        date: today,
        paragraphs: Vec::new(),
        signers: Vec::new(),
        heads: Vec::new(),
    })
}

fn parties(reader: &Reader<'_>, project: &Project) -> Result<Vec<Party>, CommandError> {
    let mut parties = Vec::new();
    for (role, id) in [
        (PartyRole::Client, Some(project.client)),
        (PartyRole::Vendor, Some(project.vendor)),
        (PartyRole::Supervisor, project.supervisor),
    ] {
        if let Some(id) = id {
            let organisation: Organisation = reader.one(id.0)?;
            parties.push(Party { role, name: organisation.name, legal_id: organisation.legal_id });
        }
    }
    Ok(parties)
}

fn contract_facts(contract: Option<Contract>) -> paper::Contract {
    match contract {
        Some(c) => paper::Contract {
            amount: c.amount.map(|amount| money(amount, &c.currency)),
            number: c.number,
            date: c.date,
            title: c.title,
        },
        None => paper::Contract { number: String::new(), date: None, title: Text::default(), amount: None },
    }
}

fn signer_facts(reader: &Reader<'_>, signer: &Signer) -> Result<paper::Signer, CommandError> {
    let person: Person = reader.one(signer.person.0)?;
    Ok(paper::Signer {
        role: signer.role,
        organisation: party::organisation_name(reader, person.organisation)?,
        name: person.name,
        capacity: signer.capacity.clone(),
    })
}
