//! Organisations and people.

use hefu_domain::id::{DocumentId, OrganisationId, PersonId, ProjectId};
use hefu_domain::internal::Internal;
use hefu_domain::party::{Organisation, OrganisationKind, Person};
use hefu_domain::text::{Language, Text, Words};
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
    /// What the person may sign, in words of at least one language; none without authority.
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

/// What erasing a person takes and what it cannot take, to be read before it is done.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ErasureView {
    /// Rows of the record in which something of the person stands, the person's own included.
    pub rows: u32,
    /// Entries of the journal beside which something of the person stands.
    pub entries: u32,
    /// What will stand where the name stood.
    pub label: String,
    /// Issued papers that name the person: they are fixed, and other parties hold copies.
    pub papers: Vec<PaperNaming>,
    /// Kept files that the person provided; what is in them is not looked into.
    pub evidence: Vec<String>,
    /// Others recorded with the very same name: what the journal says of them by name goes as well.
    pub namesakes: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PaperNaming {
    pub document: DocumentId,
    pub number: String,
    pub version: u32,
    pub title: Text,
}

/// Erases a person for good: name, role, addresses and notes, wherever the record or the journal has them.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ErasePerson {
    pub person: PersonId,
    /// Who asked for it and on what ground; recorded in the journal.
    pub reason: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PersonErased {
    pub label: String,
    pub rows: u32,
    pub entries: u32,
}

pub use crate::many::ManyEdited;

/// Changes people at once.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EditPeople {
    pub people: Vec<PersonId>,
    pub change: PersonChange,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what", deny_unknown_fields)]
pub enum PersonChange {
    Organisation { organisation: OrganisationId },
    Language { language: Language },
    Removed,
}

/// Changes organisations at once.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct EditOrganisations {
    pub organisations: Vec<OrganisationId>,
    pub change: OrganisationChange,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what", deny_unknown_fields)]
pub enum OrganisationChange {
    Kind {
        kind: OrganisationKind,
    },
    /// Key of a calendar of the library.
    Calendar {
        calendar: String,
    },
    Jurisdiction {
        jurisdiction: String,
    },
}
