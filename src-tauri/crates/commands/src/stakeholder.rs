//! The people who matter to a project.

use hefu_api::stakeholder::{StakeholderRow, Stakeholders, StakeholdersOf};
use hefu_delivery::stakeholder::{self, StakeholderStands};
use hefu_domain::project::Project;
use hefu_domain::register::Stakeholder;

use crate::count::count;
use crate::failure::CommandError;
use crate::session::Query;

pub(crate) fn stakeholders(
    query: &mut Query<'_>,
    request: StakeholdersOf,
) -> Result<Stakeholders, CommandError> {
    let reader = query.reader();
    let project: Project = reader.one(request.project.0)?;
    let people: Vec<Stakeholder> = reader.register_of(Some(project.id))?;
    let facts: Vec<_> = people.iter().map(of_stakeholder).collect();
    let stands = stakeholder::stand(&facts, query.today);
    let of = |is: fn(&StakeholderStands) -> bool| count(stands.iter().filter(|each| is(each)).count());
    Ok(Stakeholders {
        today: query.today,
        overdue: of(|each| each.is_overdue == Some(true)),
        unjudged: of(|each| each.quadrant.is_none()),
        stakeholders: people
            .into_iter()
            .zip(stands)
            .map(|(record, stands)| StakeholderRow { record, stands })
            .collect(),
    })
}

fn of_stakeholder(record: &Stakeholder) -> stakeholder::Stakeholder {
    stakeholder::Stakeholder {
        person: record.person.map(|person| person.to_string()).unwrap_or_default(),
        power: record.power,
        interest: record.interest,
        since: record.since,
        last_met: record.last_met,
        rhythm: record.rhythm,
    }
}
