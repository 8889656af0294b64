//! Organisations and people.

use hefu_domain::id::{OrganisationId, PersonId, ProjectId};
use hefu_domain::internal::Internal;
use hefu_domain::party::{Organisation, OrganisationKind, Person};
use hefu_domain::text::{Language, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct ListParties {
    /// Only those who take part in this project; without one, everybody.
    pub project: Option<ProjectId>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Parties {
    pub organisations: Vec<Organisation>,
    pub people: Vec<Person>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveOrganisation {
    pub organisation: Option<OrganisationId>,
    pub kind: OrganisationKind,
    pub name: Words,
    pub short_name: Words,
    pub legal_id: String,
    pub calendar: String,
    pub jurisdiction: String,
    pub parent: Option<OrganisationId>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct OrganisationSaved {
    pub organisation: OrganisationId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SavePerson {
    pub person: Option<PersonId>,
    pub organisation: OrganisationId,
    pub name: Words,
    pub role: Words,
    pub language: Language,
    pub time_zone: String,
    pub email: String,
    pub may_sign: Option<Words>,
    pub internal_note: Internal,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PersonSaved {
    pub person: PersonId,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct PersonRef {
    pub person: PersonId,
}

/// The record is gone; undo brings it back.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Removed {}
