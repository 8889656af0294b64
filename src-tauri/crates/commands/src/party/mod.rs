//! Organisations and people.

mod erasure;
mod many;

pub(crate) use erasure::{erase_person, erasure_of_person};
pub(crate) use many::{edit_organisations, edit_people};

use hefu_api::party::{
    ListParties, OrganisationSaved, Parties, PersonRef, PersonSaved, Removed, SaveOrganisation, SavePerson,
};
use hefu_domain::id::{OrganisationId, PersonId};
use hefu_domain::journal::Act;
use hefu_domain::party::{Organisation, Person};
use hefu_domain::project::Project;
use hefu_domain::text::Text;
use hefu_store::Reader;

use crate::failure::{CommandError, fits, invalid, said};
use crate::library;
use crate::session::{Action, Query};

pub(crate) fn list_parties(query: &mut Query<'_>, request: ListParties) -> Result<Parties, CommandError> {
    let reader = query.reader();
    let Some(project) = request.project else {
        return Ok(Parties { organisations: reader.organisations()?, people: reader.people()? });
    };
    let project: Project = reader.one(project.0)?;
    let organisations = reader.organisations_among(part_of(&project))?;
    let people = reader.people_of(organisations.iter().map(|organisation| organisation.id))?;
    Ok(Parties { organisations, people })
}

fn part_of(project: &Project) -> Vec<OrganisationId> {
    let mut ids = vec![project.client, project.vendor];
    ids.extend(project.supervisor);
    ids.extend(&project.partners);
    ids
}

pub(crate) fn save_organisation(
    action: &mut Action<'_>,
    request: SaveOrganisation,
) -> Result<OrganisationSaved, CommandError> {
    said("organisation", "name", &request.name)?;
    fits("organisation", "short_name", &request.short_name)?;
    if library::calendar(&request.calendar).is_none() {
        return Err(invalid("organisation", "calendar", hefu_api::failure::Problem::Unknown).into());
    }
    let fresh = OrganisationId(action.outside.id()?);
    action.write(None, Vec::new(), |tx| {
        let before = request.organisation.map(|id| tx.before::<Organisation>(id.0)).transpose()?;
        let revise = |text: fn(&Organisation) -> &Text, words| {
            before.as_ref().map(text).cloned().unwrap_or_default().revise(words)
        };
        let record = tx.save(Organisation {
            id: request.organisation.unwrap_or(fresh),
            kind: request.kind,
            name: revise(|o| &o.name, &request.name),
            short_name: revise(|o| &o.short_name, &request.short_name),
            legal_id: request.legal_id.trim().to_owned(),
            calendar: request.calendar,
            jurisdiction: request.jurisdiction,
            parent: request.parent,
        })?;
        let (en, zh) = (record.name.en.words, record.name.zh.words);
        let act = match before {
            Some(_) => Act::OrganisationEdited { en, zh },
            None => Act::OrganisationAdded { en, zh },
        };
        Ok((act, OrganisationSaved { organisation: record.id }))
    })
}

pub(crate) fn save_person(action: &mut Action<'_>, request: SavePerson) -> Result<PersonSaved, CommandError> {
    said("person", "name", &request.name)?;
    fits("person", "role", &request.role)?;
    if let Some(authority) = &request.may_sign {
        said("person", "may_sign", authority)?;
    }
    let fresh = PersonId(action.outside.id()?);
    action.write(None, Vec::new(), |tx| {
        let before = request.person.map(|id| tx.before::<Person>(id.0)).transpose()?;
        let was = before.as_ref();
        let record = tx.save(Person {
            id: request.person.unwrap_or(fresh),
            organisation: request.organisation,
            name: was.map(|p| p.name.clone()).unwrap_or_default().revise(&request.name),
            role: was.map(|p| p.role.clone()).unwrap_or_default().revise(&request.role),
            language: request.language,
            time_zone: request.time_zone,
            email: request.email.trim().to_owned(),
            may_sign: request
                .may_sign
                .map(|words| was.and_then(|p| p.may_sign.clone()).unwrap_or_default().revise(&words)),
            internal_note: request.internal_note,
        })?;
        let (en, zh) = (record.name.en.words, record.name.zh.words);
        let act = match before {
            Some(_) => Act::PersonEdited { en, zh },
            None => Act::PersonAdded { en, zh },
        };
        Ok((act, PersonSaved { person: record.id }))
    })
}

pub(crate) fn remove_person(action: &mut Action<'_>, request: PersonRef) -> Result<Removed, CommandError> {
    action.write(None, Vec::new(), |tx| {
        let person: Person = tx.one(request.person.0)?;
        tx.remove::<Person>(request.person.0)?;
        Ok((Act::PersonRemoved { en: person.name.en.words, zh: person.name.zh.words }, Removed {}))
    })
}

/// A person's name; blank when the record has no such person any more.
pub(crate) fn name(reader: &Reader<'_>, person: PersonId) -> Result<Text, CommandError> {
    Ok(reader.find::<Person>(person.0)?.map(|p| p.name).unwrap_or_default())
}

/// The names of people. Errors: one of them is not there.
pub(crate) fn names(reader: &Reader<'_>, people: &[PersonId]) -> Result<Vec<Text>, CommandError> {
    people.iter().map(|id| Ok(reader.one::<Person>(id.0)?.name)).collect()
}

/// Errors: one of the organisations is not there. A list of them is no reference that the store would follow.
pub(crate) fn must_be_there(
    reader: &Reader<'_>,
    organisations: &[OrganisationId],
) -> Result<(), CommandError> {
    organisations.iter().try_for_each(|id| Ok(reader.one::<Organisation>(id.0).map(drop)?))
}

pub(crate) fn organisation_name(reader: &Reader<'_>, id: OrganisationId) -> Result<Text, CommandError> {
    Ok(reader.find::<Organisation>(id.0)?.map(|o| o.name).unwrap_or_default())
}
