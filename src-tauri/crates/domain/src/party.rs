//! Organisations and people: who takes part, who may sign.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{OrganisationId, PersonId, VendorProfileId};
use crate::internal::Internal;
use crate::text::{Language, Text, Words};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    Vendor,
    Client,
    Partner,
    Supervisor,
    Assessor,
    Regulator,
}

/// A legal entity that takes part in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: Text,
    pub short_name: Text,
    /// Registration number as the authority prints it (统一社会信用代码, UEN, …); empty when unknown.
    pub legal_id: String,
    /// Key of its working calendar in the library: `cn`, `sg`, ….
    pub calendar: String,
    /// ISO 3166-1 alpha-2 of the law it stands under.
    pub jurisdiction: String,
    pub parent: Option<OrganisationId>,
}

/// A person who works for an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    pub id: PersonId,
    pub organisation: OrganisationId,
    pub name: Text,
    pub role: Text,
    /// The language this person prefers.
    pub language: Language,
    /// IANA time zone.
    pub time_zone: String,
    pub email: String,
    /// What this person may sign; none when there is no authority.
    pub may_sign: Option<Text>,
    pub internal_note: Internal,
}

/// Of a person, what everybody in the room may know.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PersonName {
    pub id: PersonId,
    pub name: Text,
}

/// Our own organisation as its papers show it: what is beside its name and registration number. One a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VendorProfile {
    pub id: VendorProfileId,
    /// Which organisation of the record is ours.
    pub organisation: OrganisationId,
    /// Registered address, as each language writes it; blank when unknown.
    pub address: Words,
    pub telephone: String,
    pub email: String,
    pub website: String,
    pub logo: Option<Logo>,
}

/// A picture kept inside the workspace as a PNG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Logo {
    /// SHA-256 of the PNG, lower-case hexadecimal.
    pub sha256: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What the file was called that it was made of.
    pub file_name: String,
}
