//! The parties of a document's project, and which of them each signer stands for.

use hefu_api::document::{PartySigning, PartySigns};
use hefu_domain::document::{Party, Section, Signer, stands_for};
use hefu_domain::id::OrganisationId;
use hefu_domain::party::{Organisation, Person};
use hefu_domain::project::Project;
use hefu_store::Reader;

use crate::failure::CommandError;
use crate::party::organisation_name;

/// Organisations above one another that are looked at; a ring of them ends here.
const HIGHEST: usize = 16;

/// The parties that an organisation stands for in a project.
pub(super) fn standing(
    reader: &Reader<'_>,
    project: &Project,
    organisation: OrganisationId,
) -> Result<Vec<Party>, CommandError> {
    let mut lineage = Vec::new();
    let mut next = Some(organisation);
    while let Some(id) = next.filter(|_| lineage.len() < HIGHEST) {
        lineage.push(id);
        next = reader.find::<Organisation>(id.0)?.and_then(|organisation| organisation.parent);
    }
    Ok(stands_for(project, &lineage))
}

/// The parties that a document states not to sign it.
pub(super) fn waived(sections: &[Section]) -> Vec<Party> {
    sections.iter().filter_map(|section| section.part.waives()).collect()
}

/// How each party of the project stands to the signing of a document.
pub(super) fn parties(
    reader: &Reader<'_>,
    project: &Project,
    sections: &[Section],
    signers: &[(&Signer, &Person)],
) -> Result<Vec<PartySigning>, CommandError> {
    let waived = waived(sections);
    let mut signing = Vec::new();
    for (signer, person) in signers {
        let theirs = standing(reader, project, person.organisation)?;
        signing.extend(signer.role.party().filter(|party| theirs.contains(party)));
    }
    let mut parties = Vec::new();
    for party in Party::of(project) {
        let signs = match (signing.contains(&party), waived.contains(&party)) {
            (true, _) => PartySigns::Signs,
            (false, true) => PartySigns::Waived,
            (false, false) => PartySigns::Nobody,
        };
        let organisation = match party.organisation(project) {
            Some(id) => organisation_name(reader, id)?,
            None => continue,
        };
        parties.push(PartySigning { party, organisation, signs });
    }
    Ok(parties)
}
