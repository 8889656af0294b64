//! People and organisations, several at once.

use hefu_api::failure::Problem;
use hefu_api::party::{EditOrganisations, EditPeople, ManyEdited, OrganisationChange, PersonChange};
use hefu_domain::journal::Act;
use hefu_domain::party::{Organisation, Person};

use crate::failure::{Trouble, filled, invalid};
use crate::library;
use crate::many::{each, remove_unused};
use crate::session::Action;

fn edited(noun: &str, field: &str, count: u32) -> Act {
    Act::ManyEdited { noun: noun.to_owned(), field: field.to_owned(), count }
}

pub(crate) fn edit_people(action: &mut Action<'_>, request: EditPeople) -> Result<ManyEdited, Trouble> {
    let EditPeople { people, change } = request;
    action.write(None, Vec::new(), |door| {
        let changed = each(door, people.iter().map(|id| id.0), |record: Person| {
            match &change {
                PersonChange::Organisation { organisation } => {
                    door.one::<Organisation>(organisation.0)?;
                    door.put(&Person { organisation: *organisation, ..record })?;
                }
                PersonChange::Language { language } => door.put(&Person { language: *language, ..record })?,
                PersonChange::Removed => remove_unused(door, &record)?,
            }
            Ok(())
        })?;
        let act = match change {
            PersonChange::Organisation { .. } => edited("person", "organisation", changed),
            PersonChange::Language { .. } => edited("person", "language", changed),
            PersonChange::Removed => Act::ManyRemoved { noun: "person".to_owned(), count: changed },
        };
        Ok((act, ManyEdited { changed }))
    })
}

pub(crate) fn edit_organisations(
    action: &mut Action<'_>,
    request: EditOrganisations,
) -> Result<ManyEdited, Trouble> {
    let EditOrganisations { organisations, change } = request;
    if let OrganisationChange::Calendar { calendar } = &change
        && library::calendar(calendar).is_none()
    {
        return Err(invalid("organisation", "calendar", Problem::Unknown).into());
    }
    action.write(None, Vec::new(), |door| {
        let changed = each(door, organisations.iter().map(|id| id.0), |record: Organisation| {
            match &change {
                OrganisationChange::Kind { kind } => door.put(&Organisation { kind: *kind, ..record })?,
                OrganisationChange::Calendar { calendar } => {
                    door.put(&Organisation { calendar: calendar.clone(), ..record })?;
                }
                OrganisationChange::Jurisdiction { jurisdiction } => {
                    let jurisdiction = filled("organisation", "jurisdiction", jurisdiction)?.to_owned();
                    door.put(&Organisation { jurisdiction, ..record })?;
                }
            }
            Ok(())
        })?;
        let field = match change {
            OrganisationChange::Kind { .. } => "kind",
            OrganisationChange::Calendar { .. } => "calendar",
            OrganisationChange::Jurisdiction { .. } => "jurisdiction",
        };
        Ok((edited("organisation", field, changed), ManyEdited { changed }))
    })
}
