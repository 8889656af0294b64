//! What the registers of a project rest on beside their own records: who people are, by whose calendar days are counted,
//! and what a record that is named is called.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_api::register::{RegisterLink, RegisterName};
use hefu_domain::calendar::{Calendar, DayCount};
use hefu_domain::id::{OrganisationId, PersonId, ProjectId};
use hefu_domain::noun::{Noun, Role};
use hefu_domain::project::Project;
use hefu_domain::register::{KeptKind, KeptRecord};
use hefu_domain::text::Text;
use hefu_store::Reader;
use serde_json::Value;
use uuid::Uuid;

use crate::failure::CommandError;
use crate::library;

struct Party {
    name: Text,
    /// The key of the calendar that it, or the organisation of a person, works by.
    calendar: String,
}

/// A record as another names it.
struct Named {
    noun: Noun,
    number: String,
    title: Text,
}

pub(super) struct Beside {
    pub(super) today: NaiveDate,
    parties: BTreeMap<Uuid, Party>,
    named: BTreeMap<Uuid, Named>,
    /// The vendor's calendar, by which days are counted where no owner has one.
    calendar: String,
}

impl Beside {
    pub(super) fn read(
        reader: &Reader<'_>,
        project: ProjectId,
        today: NaiveDate,
    ) -> Result<Self, CommandError> {
        let project: Project = reader.one(project.0)?;
        let mut parties = BTreeMap::new();
        for organisation in reader.organisations()? {
            let party = Party { name: organisation.name, calendar: organisation.calendar };
            parties.insert(organisation.id.0, party);
        }
        for person in reader.people()? {
            let of = parties.get(&person.organisation.0);
            let calendar = of.map(|organisation| organisation.calendar.clone()).unwrap_or_default();
            parties.insert(person.id.0, Party { name: person.name, calendar });
        }
        let calendar = parties.get(&project.vendor.0).map(|vendor| vendor.calendar.clone());
        let named = named(reader, project.id)?;
        Ok(Self { today, parties, named, calendar: calendar.unwrap_or_default() })
    }

    pub(super) fn person(&self, person: Option<PersonId>) -> Vec<RegisterName> {
        self.names(person.map(|person| person.0))
    }

    pub(super) fn people(&self, people: &[PersonId]) -> Vec<RegisterName> {
        self.names(people.iter().map(|person| person.0))
    }

    pub(super) fn organisation(&self, organisation: Option<OrganisationId>) -> Vec<RegisterName> {
        self.names(organisation.map(|organisation| organisation.0))
    }

    /// Those that are there, by their names.
    pub(super) fn names(&self, ids: impl IntoIterator<Item = Uuid>) -> Vec<RegisterName> {
        let name = |id: Uuid| Some(RegisterName { id, name: self.parties.get(&id)?.name.clone() });
        ids.into_iter().filter_map(name).collect()
    }

    /// The calendar of the first of these, else the vendor's, else the library's first.
    pub(super) fn calendar_of(&self, owners: &[RegisterName]) -> Option<&'static Calendar> {
        let own = owners.first().and_then(|owner| self.parties.get(&owner.id));
        own.and_then(|party| library::calendar(&party.calendar))
            .or_else(|| library::calendar(&self.calendar))
            .or_else(|| library::calendar(library::DEFAULT_CALENDAR))
    }

    /// Working days from today to a day, by the calendar of who it waits for.
    pub(super) fn left(&self, owners: &[RegisterName], day: NaiveDate) -> Option<DayCount> {
        Some(self.calendar_of(owners)?.working_days_left(self.today, day))
    }

    /// The records of the project that one names, in the order of its fields.
    pub(super) fn links(&self, noun: Noun, record: &impl serde::Serialize) -> Vec<RegisterLink> {
        let value = serde_json::to_value(record).unwrap_or_default();
        let mut links = Vec::new();
        for field in noun.spec().fields {
            let ids: Vec<&str> = match field.role {
                Role::Names(_) => value[field.name].as_str().into_iter().collect(),
                Role::NamesMany(_) => {
                    value[field.name].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
                }
                _ => continue,
            };
            for id in ids.into_iter().filter_map(|id| Uuid::parse_str(id).ok()) {
                let Some(Named { noun, number, title }) = self.named.get(&id) else { continue };
                let (number, title) = (number.clone(), title.clone());
                links.push(RegisterLink { field: field.name.to_owned(), noun: *noun, id, number, title });
            }
        }
        links
    }

    /// The records of the project with this number.
    pub(super) fn numbered(&self, field: &str, number: &str) -> Vec<RegisterLink> {
        let known = self.named.iter().filter(|(_, named)| named.number == number);
        let link = |(id, named): (&Uuid, &Named)| RegisterLink {
            field: field.to_owned(),
            noun: named.noun,
            id: *id,
            number: named.number.clone(),
            title: named.title.clone(),
        };
        known.map(link).collect()
    }
}

/// What a record of a project can name, by its identity.
fn named(reader: &Reader<'_>, project: ProjectId) -> Result<BTreeMap<Uuid, Named>, CommandError> {
    let mut named = BTreeMap::new();
    let mut add = |id: Uuid, noun: Noun, number: String, title: Text| {
        named.insert(id, Named { noun, number, title });
    };
    for requirement in reader.requirements_of(project)? {
        add(requirement.id.0, Noun::Requirement, requirement.number, requirement.title);
    }
    for deliverable in reader.deliverables_of(project)? {
        add(deliverable.id.0, Noun::Deliverable, deliverable.number, deliverable.title);
    }
    for criterion in reader.criteria_of(project)? {
        add(criterion.id.0, Noun::Criterion, criterion.number, criterion.text);
    }
    for kind in KINDS {
        for record in reader.kept(kind, Some(project))? {
            let place = record.place();
            if let Some(title) = title(&record) {
                add(place.id, kind.noun(), place.number, title);
            }
        }
    }
    Ok(named)
}

/// The kinds that stand in the registers.
pub(super) const KINDS: [KeptKind; 8] = [
    KeptKind::Risk,
    KeptKind::Issue,
    KeptKind::ChangeRequest,
    KeptKind::Decision,
    KeptKind::Action,
    KeptKind::Approval,
    KeptKind::Letter,
    KeptKind::Lesson,
];

fn title(record: &KeptRecord) -> Option<Text> {
    Some(match record {
        KeptRecord::Risk(risk) => risk.title.clone(),
        KeptRecord::Issue(issue) => issue.title.clone(),
        KeptRecord::ChangeRequest(change) => change.title.clone(),
        KeptRecord::Decision(decision) => decision.title.clone(),
        KeptRecord::Action(action) => action.title.clone(),
        KeptRecord::Approval(approval) => approval.title.clone(),
        KeptRecord::Letter(letter) => letter.title.clone(),
        KeptRecord::Lesson(lesson) => lesson.title.clone(),
        _ => return None,
    })
}
