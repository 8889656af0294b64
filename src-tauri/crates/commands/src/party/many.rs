//! People and organisations, several at once.

use hefu_api::failure::Problem;
use hefu_api::party::{EditOrganisations, EditPeople, ManyEdited, OrganisationChange, PersonChange};
use hefu_domain::journal::Act;
use hefu_domain::party::{Organisation, Person};

use crate::failure::{CommandError, filled, invalid};
use crate::library;
use crate::many::{each, remove_unused};
use crate::session::Action;

fn edited(noun: &str, field: &str, count: u32) -> Act {
    Act::ManyEdited { noun: noun.to_owned(), field: field.to_owned(), count }
}

pub(crate) fn edit_people(action: &mut Action<'_>, request: EditPeople) -> Result<ManyEdited, CommandError> {
    let EditPeople { people, change } = request;
    action.write(None, Vec::new(), |tx| {
        let changed = each(tx, people.iter().map(|id| id.0), |record: Person| {
            match &change {
                PersonChange::Organisation { organisation } => {
                    tx.one::<Organisation>(organisation.0)?;
                    tx.put(&Person { organisation: *organisation, ..record })?;
                }
                PersonChange::Language { language } => tx.put(&Person { language: *language, ..record })?,
                PersonChange::Removed => remove_unused(tx, &record)?,
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
) -> Result<ManyEdited, CommandError> {
    let EditOrganisations { organisations, change } = request;
    if let OrganisationChange::Calendar { calendar } = &change
        && library::calendar(calendar).is_none()
    {
        return Err(invalid("organisation", "calendar", Problem::Unknown).into());
    }
    action.write(None, Vec::new(), |tx| {
        let changed = each(tx, organisations.iter().map(|id| id.0), |record: Organisation| {
            match &change {
                OrganisationChange::Kind { kind } => tx.put(&Organisation { kind: *kind, ..record })?,
                OrganisationChange::Calendar { calendar } => {
                    tx.put(&Organisation { calendar: calendar.clone(), ..record })?;
                }
                OrganisationChange::Jurisdiction { jurisdiction } => {
                    let jurisdiction = filled("organisation", "jurisdiction", jurisdiction)?.to_owned();
                    tx.put(&Organisation { jurisdiction, ..record })?;
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
