//! Organisations and people.

use hefu_domain::id::{OrganisationId, PersonId, VendorProfileId};
use hefu_domain::internal::Internal;
use hefu_domain::party::{Logo, Organisation, Person, VendorProfile};

use sha2::{Digest, Sha256};

use crate::files::VENDOR_LOGO;
use crate::identity::Identity;
use crate::source::{OrganisationEntry, PersonEntry, Source};

pub(crate) struct PartyRecords {
    pub(crate) organisations: Vec<Organisation>,
    pub(crate) people: Vec<Person>,
}

pub(crate) fn parties(source: &Source) -> PartyRecords {
    PartyRecords {
        organisations: source.parties.organisation.iter().map(organisation).collect(),
        people: source.parties.person.iter().map(person).collect(),
    }
}

fn organisation(entry: &OrganisationEntry) -> Organisation {
    Organisation {
        id: OrganisationId::of(&entry.id),
        kind: entry.kind,
        name: entry.name.reviewed(),
        short_name: entry.short_name.reviewed(),
        legal_id: entry.legal_id.clone(),
        calendar: entry.calendar.clone(),
        jurisdiction: entry.jurisdiction.clone(),
        parent: entry.parent.as_deref().map(OrganisationId::of),
    }
}

/// Whose workspace it is, as its papers show it.
pub(crate) fn vendor(source: &Source) -> VendorProfile {
    let entry = &source.documents.vendor_profile;
    VendorProfile {
        id: VendorProfileId::of("vendor-profile"),
        organisation: OrganisationId::of(&entry.organisation),
        address: entry.address.words(),
        telephone: entry.telephone.clone(),
        email: entry.email.clone(),
        website: entry.website.clone(),
        logo: Some(Logo {
            sha256: Sha256::digest(VENDOR_LOGO).iter().map(|byte| format!("{byte:02x}")).collect(),
            width: entry.logo.width,
            height: entry.logo.height,
            file_name: entry.logo.file.clone(),
        }),
    }
}

fn person(entry: &PersonEntry) -> Person {
    Person {
        id: PersonId::of(&entry.id),
        organisation: OrganisationId::of(&entry.organisation),
        name: entry.name.reviewed(),
        role: entry.role.reviewed(),
        language: entry.language,
        time_zone: entry.time_zone.clone(),
        email: entry.email.clone(),
        may_sign: entry.may_sign.as_ref().map(|text| text.reviewed()),
        internal_note: Internal::new(entry.internal_attitude.clone().unwrap_or_default()),
    }
}
